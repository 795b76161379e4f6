"""Arguments in, exit codes out. Results go to standard output, progress and messages to standard error.

Nothing is decided here: each command calls one function of the house and shows what comes back. Imports stand
inside the commands, because how fast `yanchao check` starts is part of the product.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn, TypeVar

from yanchao.errors import SourceError, UsageError, YanchaoError
from yanchao.version import __version__

if TYPE_CHECKING:
    from yanchao.ledger.exports import Export
    from yanchao.lexicon.lexicon import Lexicon
    from yanchao.pipeline import Build, Progress

Thing = TypeVar("Thing")

OK, FAILED, USAGE, INTERRUPTED, TERMINATED, BROKEN_PIPE = 0, 1, 2, 130, 143, 141
CLEAN, FINDINGS = 0, 1

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


READING_EXITS = (
    "0, 1 where some source could not be read (the rest is done and each failure named), 2 on a wrong request"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    signal.signal(signal.SIGTERM, _terminated)
    try:
        options = parser().parse_args(arguments)
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`). Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except YanchaoError as error:
        for failure in getattr(error, "failures", ()):
            _complain(failure)
        _complain(error)
        return FAILED if getattr(error, "failures", ()) else USAGE


def parser() -> argparse.ArgumentParser:
    """The whole command line. The documentation is held against it by a test."""
    top = _Parser(
        prog="yanchao",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"yanchao {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in (_add_build, _add_extract, _add_check, _add_rule, _add_eval, _add_serve, _add_export):
        add(commands)
    return top


def _add_build(commands: Any) -> None:
    command = _command(
        commands,
        "build",
        _build,
        "sources to ledger, findings, exports and atlas",
        READING_EXITS,
        "yanchao build examples -o atlas\n  yanchao build 'reports/*.pdf' https://example.org/page.html -o atlas",
    )
    _sources(command)
    command.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=Path,
        required=True,
        help="the folder to build into, new or a build",
    )
    _jobs(command)


def _add_extract(commands: Any) -> None:
    command = _command(
        commands,
        "extract",
        _extract,
        "every figure of the sources, with what it measures, whose, where, when and on whose word",
        READING_EXITS,
        "yanchao extract page.txt --format table\n  yanchao extract reports -o figures.parquet --format parquet",
    )
    _sources(command)
    command.add_argument(
        "--format",
        metavar="FORMAT",
        default="jsonl",
        help="jsonl (default), csv, parquet or table",
    )
    _output(command)
    _jobs(command)


def _add_check(commands: Any) -> None:
    command = _command(
        commands,
        "check",
        _check,
        "finds wrong numbers: where, why, and the likely right number",
        "0 where nothing is found, 1 on findings, 2 on a wrong request or an unreadable source",
        "yanchao check draft.docx\n  yanchao check - --format json < draft.txt\n"
        "  yanchao check report.txt --select YC1 --ignore duplicate-words",
    )
    _sources(command)
    command.add_argument(
        "--format",
        metavar="FORMAT",
        default="text",
        help="text (default), json, sarif, github, html or docx",
    )
    command.add_argument(
        "--select",
        metavar="RULE",
        action="append",
        default=[],
        help="only these rules: codes, beginnings of codes or names, separated by commas; may be repeated",
    )
    command.add_argument(
        "--ignore", metavar="RULE", action="append", default=[], help="all rules but these, named likewise"
    )
    _output(command)


def _add_rule(commands: Any) -> None:
    command = _command(
        commands,
        "rule",
        _rule,
        "explains a rule of the audit; without a code, lists them all",
        "0, or 2 where there is no such rule",
        "yanchao rule\n  yanchao rule YC101",
    )
    command.add_argument("code", metavar="CODE", nargs="?", help="the code or the name of a rule")


def _add_eval(commands: Any) -> None:
    command = _command(
        commands,
        "eval",
        _eval,
        "scores extraction and findings against labelled texts, field by field",
        "0, or 2 on a wrong request",
        "yanchao eval gold --corpus corpus --format json",
    )
    command.add_argument("gold", metavar="GOLD_DIR", type=Path, help="the folder of NAME.jsonl labels")
    command.add_argument(
        "--corpus", metavar="DIR", type=Path, required=True, help="the folder of the texts NAME.txt"
    )
    command.add_argument(
        "--format", choices=("table", "json"), default="table", help="for people (default) or programs"
    )
    command.add_argument(
        "--misses", metavar="N", type=_count_of_misses, default=0, help="show N of what was missed or misread"
    )
    command.add_argument(
        "--against",
        metavar="OLD.json",
        type=Path,
        help="show what rose and fell since an earlier --format json",
    )


def _add_serve(commands: Any) -> None:
    command = _command(
        commands,
        "serve",
        _serve,
        "serves a build: atlas, REST under /api, MCP for assistants",
        "0 when it is ended, or 2 where the folder is no build or the port is taken",
        "yanchao serve atlas\n  yanchao serve atlas --port 0",
    )
    command.add_argument("directory", metavar="DIR", type=Path, help="a folder that `yanchao build` wrote")
    command.add_argument(
        "--host", default="127.0.0.1", help="address to listen at (default: this machine only)"
    )
    command.add_argument("--port", type=_port, default=8372, help="port, 0 for any free one (default: 8372)")
    command.add_argument(
        "--mcp-stdio",
        action="store_true",
        help="serve nothing: speak MCP over standard input and output, for an assistant that starts us itself",
    )


def _add_export(commands: Any) -> None:
    command = _command(
        commands,
        "export",
        _export,
        "the ledger of a build for other people's tools",
        "0, or 2 where the folder is no build or the file cannot be written",
        "yanchao export atlas --format xlsx -o figures.xlsx\n  yanchao export atlas --format frictionless -o package",
    )
    command.add_argument("directory", metavar="DIR", type=Path, help="a folder that `yanchao build` wrote")
    command.add_argument(
        "--format", metavar="FORMAT", required=True, help="csv, parquet, xlsx, sdmx-csv or frictionless"
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=Path,
        required=True,
        help="the file to write, - for standard output (a folder for parquet and frictionless)",
    )


def _build(options: argparse.Namespace) -> int:
    from yanchao.pipeline import build

    if str(options.output) == "-":
        raise UsageError("a build is a folder; give -o DIR")
    with _progress(options) as progress:
        built = build(
            options.sources,
            options.output,
            packs=options.pack,
            stdin=_stdin(),
            jobs=options.jobs,
            language=options.lang,
            progress=progress,
        )
    for failure in built.failures:
        _complain(failure)
    if not options.quiet:
        sys.stderr.write(_summary(built))
    return FAILED if built.failures else OK


def _extract(options: argparse.Namespace) -> int:
    from yanchao.pipeline import extractions
    from yanchao.statements.outputs import outputs

    output = _chosen(outputs(), options.format)
    failures: list[SourceError] = []
    with _progress(options) as progress, _out(options, output.is_text) as out:
        found = extractions(
            options.sources,
            options.pack,
            failures.append,
            stdin=_stdin(),
            jobs=options.jobs,
            progress=progress,
        )
        output.write(found, out)
    for failure in failures:
        _complain(failure)
    return FAILED if failures else OK


def _check(options: argparse.Namespace) -> int:
    from yanchao.audit.audit import audit
    from yanchao.audit.report import report
    from yanchao.audit.rule import choose
    from yanchao.pipeline import extractions, figures_alone

    written = report(options.format)
    select, ignore = _words(options.select), _words(options.ignore)
    choose(select, ignore)  # a rule that does not exist is named before anything is read
    failures: list[SourceError] = []
    with _progress(options) as progress:
        found = list(
            extractions(
                options.sources,
                options.pack,
                failures.append,
                stdin=_stdin(),
                progress=progress,
                taking=figures_alone,
            )
        )
    seen = audit(found, _lexicon(options), select=select, ignore=ignore, language=options.lang)
    is_text = written.MEDIA_TYPE.startswith("text/") or written.NAME in ("json", "sarif")
    with _out(options, is_text) as out:
        if found or not failures:
            colour = _is_shown_in_colour(options)
            documents = [extraction.document for extraction in found]
            result = written.render(seen, documents, language=options.lang, colour=colour)
            out.write(result if isinstance(result, bytes) else result.encode("utf-8", "replace"))
    for failure in failures:
        _complain(failure)
    for outcome in seen.outcomes:
        if outcome.crashed:
            sys.stderr.write(f"yanchao: rule {outcome.rule} crashed and found nothing: {outcome.crashed}\n")
    if failures:
        return USAGE
    return FINDINGS if seen.findings else CLEAN


def _rule(options: argparse.Namespace) -> int:
    from yanchao.audit.explain import explain, listing

    sys.stdout.write(listing() if options.code is None else explain(options.code))
    return OK


def _eval(options: argparse.Namespace) -> int:
    from yanchao.evaluation import earlier, evaluate, show

    against = earlier(options.against) if options.against else None
    found = evaluate(options.gold, options.corpus, _lexicon(options))
    print(show(found, options.format, misses=options.misses, against=against))
    return OK


def _serve(options: argparse.Namespace) -> int:
    from yanchao.atlas.server import serve, serve_stdio

    if options.mcp_stdio:
        serve_stdio(options.directory, _lexicon(options))
    else:
        serve(options.directory, options.host, options.port, _lexicon(options))
    return OK


def _export(options: argparse.Namespace) -> int:
    from yanchao.ledger.exports import exports
    from yanchao.ledger.ledger import Ledger

    export = _chosen(exports(), options.format)
    if str(options.output) == "-":
        return _export_to_stdout(export, options.directory)
    with Ledger(options.directory) as ledger:
        export.write(ledger, options.output)
    if not options.quiet:
        sys.stderr.write(f"{options.output}: {export.help}\n")
    return OK


def _export_to_stdout(export: Export, directory: Path) -> int:
    import shutil
    import tempfile

    from yanchao.ledger.ledger import Ledger

    if export.is_folder:
        raise UsageError(f"{export.name} is a folder of files; give -o FOLDER")
    with Ledger(directory) as ledger, tempfile.TemporaryDirectory(prefix="yanchao-") as folder:
        written = Path(folder) / "export"
        export.write(ledger, written)
        with written.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
    return OK


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], what: str, exits: str, examples: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name,
        help=what,
        description=f"{what[0].upper()}{what[1:]}.\n\nExits with {exits}.",
        epilog=f"examples:\n  {examples}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run)
    command.add_argument(
        "--pack",
        metavar="DIR",
        type=Path,
        action="append",
        default=[],
        help="add a pack (units, measures, regions, clusters, plans); may be repeated",
    )
    command.add_argument(
        "--quiet", action="store_true", help="say nothing on standard error but what went wrong"
    )
    command.add_argument(
        "--lang", choices=("zh", "en"), default="zh", help="the language of findings (default: zh)"
    )
    return command


def _sources(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help="file, folder, pattern, http(s) address, or - for standard input",
    )


def _output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help="write the result to a file instead of standard output",
    )


def _jobs(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--jobs", metavar="N", type=_positive, default=1, help="processes that read and extract (default: 1)"
    )


def _positive(text: str) -> int:
    return _whole(text, 1, 256)


def _count_of_misses(text: str) -> int:
    return _whole(text, 0, 1_000_000)


def _port(text: str) -> int:
    return _whole(text, 0, 65535)


def _whole(text: str, least: int, most: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"must be a whole number from {least} to {most}")
    return int(text)


def _stdin() -> BinaryIO | None:
    return sys.stdin.buffer if sys.stdin is not None else None


def _is_shown_in_colour(options: argparse.Namespace) -> bool:
    return options.output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _words(given: Sequence[str]) -> list[str]:
    return [word for each in given for word in each.split(",") if word]


def _lexicon(options: argparse.Namespace) -> Lexicon:
    from yanchao.lexicon.lexicon import load

    return load(options.pack)


def _chosen(known: dict[str, Thing], name: str) -> Thing:
    if name not in known:
        raise UsageError(f"no format is called {name!r}; there are {', '.join(known)}")
    return known[name]


@contextmanager
def _out(options: argparse.Namespace, is_text: bool) -> Iterator[BinaryIO]:
    """Where the result goes: standard output, or a file that appears when it is whole."""
    target: Path | None = options.output
    if target is None or str(target) == "-":
        if not is_text and sys.stdout.isatty():
            raise UsageError(f"{options.format} is binary; give -o FILE or a redirection")
        yield sys.stdout.buffer
        return
    from yanchao.ledger.storing import whole_file

    with whole_file(target) as part, part.open("wb") as file:
        yield file


@contextmanager
def _progress(options: argparse.Namespace) -> Iterator[Progress]:
    """One line on standard error that says how far we are; nothing where nobody watches."""
    shown = sys.stderr.isatty() and not options.quiet

    def tell(stage: str, done: int, what: str) -> None:
        if shown:
            sys.stderr.write(f"\r\x1b[K{stage} {done}  {what[-60:]}" if done > 1 or not what else "")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")


def _summary(built: Build) -> str:
    failed = len(built.failures)
    lines = [
        f"{_count(built.documents, 'document')}, {_count(built.statements, 'statement')}, "
        f"{_count(built.findings, 'finding')}, {built.series:,} series; "
        f"{built.clusters_with_figures} of {_count(built.clusters, 'cluster')} with figures; "
        f"{built.seconds:.1f} s",
        f"open {built.directory / 'index.html'}, or: yanchao serve {built.directory}",
    ]
    if failed:
        lines.append(f"{_count(failed, 'source')} could not be read (named above); the rest is built")
    return "\n".join(lines) + "\n"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _complain(error: Exception) -> None:
    line = " ".join(str(error).split())
    shown = "".join(character if character.isprintable() else "�" for character in line)
    sys.stderr.write(f"yanchao: {shown}\n".encode(errors="replace").decode())


def _terminated(*_: object) -> NoReturn:
    raise SystemExit(TERMINATED)


class _Parser(argparse.ArgumentParser):
    """Usage errors in one line, like every other error; `--help` shows the rest."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"yanchao: {message} (try {self.prog} --help)\n")


if __name__ == "__main__":
    sys.exit(main())
