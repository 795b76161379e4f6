"""`yanchao lsp`: findings in an editor, while one types."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any

from yanchao.cli.options import new_command, rules, words
from yanchao.cli.streams import FAILED, OK
from yanchao.errors import UsageError


def add(commands: Any) -> None:
    command = new_command(
        commands,
        "lsp",
        run,
        "shows findings in an editor while you type (a language server; docs/editor.md has the settings)",
        "0 when the editor ends it, 1 where it only hung up, 2 on a wrong request or without the extra yanchao[lsp]",
        "yanchao lsp\n  yanchao lsp --lang en --select YC1,YC3",
    )
    command.set_defaults(settles_later=True)
    command.add_argument(
        "--stdio",
        action="store_true",
        help="speak over standard input and output: what it does anyway, and many editors ask for",
    )
    rules(command)


def run(options: argparse.Namespace) -> int:
    from yanchao.audit.rule import choose

    select, ignore = tuple(words(options.select)), tuple(words(options.ignore))
    choose(select, ignore)
    try:
        import pygls  # noqa: F401
    except ImportError as error:
        raise UsageError("the language server is an extra: pip install 'yanchao[lsp]'") from error
    from yanchao.editor.server import serve
    from yanchao.editor.wishes import Wishes
    from yanchao.lexicon.lexicon import load

    load(options.pack)  # a pack with a mistake is named now, not in every text
    wishes = Wishes(options.lang, select or None, ignore or None, tuple(options.pack) or None)
    # Whatever else prints (solvers do) must not speak into the conversation with the editor.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as stdout:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        return OK if serve(wishes, sys.stdin.buffer, stdout) else FAILED
