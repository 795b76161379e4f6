"""`yanchao extract`: every figure of the sources, whole."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from yanchao.cli.options import (
    READING_EXITS,
    chosen,
    jobs,
    lexicon,
    new_command,
    output,
    positive,
    sources,
    whole,
)
from yanchao.cli.streams import FAILED, OK, complain, progress_shown, stdin, target
from yanchao.errors import UsageError

if TYPE_CHECKING:
    from yanchao.errors import SourceError
    from yanchao.statements.statement import Extraction


def add(commands: Any) -> None:
    command = new_command(
        commands,
        "extract",
        run,
        "every figure of the sources, with what it measures, whose, where, when and on whose word",
        READING_EXITS,
        "yanchao extract page.txt --format table\n"
        "  yanchao extract reports -o figures.parquet --format parquet\n"
        "  yanchao extract draft.docx --explain 570万辆",
    )
    sources(command, "*")
    command.add_argument(
        "--format",
        metavar="FORMAT",
        help="jsonl (default), csv, parquet or table",
    )
    command.add_argument(
        "--explain",
        metavar="WORDS",
        nargs="?",
        const="",
        help="say which construction and which words gave each field, of every figure or of those with these words; "
        "as text, or for programs with --format jsonl",
    )
    command.add_argument("--figure", metavar="N", type=positive, help="explain the Nth figure of each source")
    command.add_argument(
        "--at",
        metavar="OFFSET",
        type=offset,
        help="explain the figure at this character of each source, from 0",
    )
    output(command)
    jobs(command)


def run(options: argparse.Namespace) -> int:
    from yanchao.statements.outputs import outputs

    if options.explain and not options.sources:
        options.sources, options.explain = [options.explain], ""  # extract --explain draft.txt
    if not options.sources:
        raise UsageError("the following arguments are required: SOURCE (try yanchao extract --help)")
    if options.explain is not None or options.figure is not None or options.at is not None:
        return explained(options)
    output = chosen(outputs(), options.format or "jsonl")
    return reading(options, output.is_text, output.write)


def explained(options: argparse.Namespace) -> int:
    """Why figures were read as they were, instead of the figures."""
    from yanchao.statements.explaining import Choice, explain, jsonl, text

    render = chosen({"text": text.render, "jsonl": jsonl.render}, options.format or "text")
    choice = Choice(options.explain or None, options.at, options.figure)
    known = lexicon(options)

    def write(found: Iterable[Extraction], out: BinaryIO) -> None:
        met = False
        for extraction in found:
            figures = choice.of(explain(extraction, known))
            out.write(render(figures, options.lang).encode("utf-8", "replace"))
            met = met or bool(figures)
        if choice and not met:
            raise choice.missed()

    return reading(options, True, write)


def reading(
    options: argparse.Namespace, is_text: bool, write: Callable[[Iterable[Extraction], BinaryIO], None]
) -> int:
    from yanchao.gathering import extractions

    failures: list[SourceError] = []
    problems: list[str] = []

    def noting(found: Iterable[Extraction]) -> Iterator[Extraction]:
        for extraction in found:
            problems.extend(f"{extraction.document.uri}: {problem}" for problem in extraction.problems)
            yield extraction

    try:
        with progress_shown(options) as progress, target(options, is_text) as out:
            found = extractions(
                options.sources,
                options.pack,
                failures.append,
                stdin=stdin(),
                jobs=options.jobs,
                progress=progress,
            )
            write(noting(found), out)
    finally:
        for problem in (*failures, *(() if options.quiet else problems)):
            complain(problem)
    return FAILED if failures else OK


def offset(text: str) -> int:
    return whole(text, 0, 1_000_000_000)
