"""The whole command line: the parser of all commands, and `main`, which runs one of them."""

from __future__ import annotations

import argparse
import atexit
import gc
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from typing import NoReturn

from yanchao.cli import commands as folder
from yanchao.cli.options import configure
from yanchao.cli.streams import BROKEN_PIPE, FAILED, INTERRUPTED, TERMINATED, USAGE, complain
from yanchao.errors import YanchaoError
from yanchao.found import modules_in
from yanchao.kept import PROGRAM
from yanchao.version import __version__

DESCRIPTION = """\
验潮 reads Chinese economic texts, takes out every figure with the words it came from,
audits the numbers, and publishes an atlas of industrial clusters.
"""
EPILOG = """\
A SOURCE is a file (text, Markdown, HTML, Word, PDF), a folder, a pattern such as 'reports/*.pdf',
an http(s) address, or - for standard input. Help on a command: yanchao COMMAND --help

exit codes:
  build, extract   0 done    1 some source could not be read, the rest is done   2 wrong request
  check            0 clean   1 findings                2 wrong request or an unreadable source
  others           0 done                              2 wrong request

examples:
  yanchao build examples -o atlas        ledger, findings, exports and atlas in ./atlas
  yanchao check draft.docx               is any number in this draft wrong?
  yanchao extract page.txt --format table
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    signal.signal(signal.SIGTERM, _terminated)
    # What a start makes stays, and looking for garbage in it costs a twentieth of a cold check.
    gc.set_threshold(200_000, 20, 20)
    # Nor is garbage looked for at the end, when all goes with the process: a tenth of a cold check.
    atexit.register(gc.freeze)
    try:
        given = sys.argv[1:] if arguments is None else arguments
        options = parser(given[0] if given else None).parse_args(given)
        configure(options)
        code: int = options.run(options)
        sys.stdout.flush()
        for one in PROGRAM:
            one.keep()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`). Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except YanchaoError as error:
        for failure in getattr(error, "failures", ()):
            complain(failure)
        complain(error)
        return FAILED if getattr(error, "failures", ()) else USAGE


def parser(named: str | None = None) -> argparse.ArgumentParser:
    """The whole command line, which the documentation is held against; of the one command `named`, where it is one."""
    top = _Parser(
        prog="yanchao",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"yanchao {__version__}")
    commands = top.add_subparsers(
        title="commands",
        metavar="COMMAND",
        required=True,
        prog="yanchao",  # else it is worked out of the whole usage, for which the terminal is measured
    )
    every = modules_in(folder.__path__)
    for name in [named] if named in every else every:
        importlib.import_module(f"{folder.__name__}.{name}").add(commands)
    return top


def _terminated(*_: object) -> NoReturn:
    raise SystemExit(TERMINATED)


class _Parser(argparse.ArgumentParser):
    """Usage errors in one line, like every other error; `--help` shows the rest."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"yanchao: {message} (try {self.prog} --help)\n")
