"""`yanchao extract`: every figure of the sources, whole."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from yanchao.cli.options import READING_EXITS, chosen, jobs, new_command, output, sources
from yanchao.cli.streams import FAILED, OK, complain, progress_shown, stdin, target

if TYPE_CHECKING:
    from yanchao.errors import SourceError


def add(commands: Any) -> None:
    command = new_command(
        commands,
        "extract",
        run,
        "every figure of the sources, with what it measures, whose, where, when and on whose word",
        READING_EXITS,
        "yanchao extract page.txt --format table\n  yanchao extract reports -o figures.parquet --format parquet",
    )
    sources(command)
    command.add_argument(
        "--format",
        metavar="FORMAT",
        default="jsonl",
        help="jsonl (default), csv, parquet or table",
    )
    output(command)
    jobs(command)


def run(options: argparse.Namespace) -> int:
    from yanchao.pipeline import extractions
    from yanchao.statements.outputs import outputs

    output = chosen(outputs(), options.format)
    failures: list[SourceError] = []
    with progress_shown(options) as progress, target(options, output.is_text) as out:
        found = extractions(
            options.sources,
            options.pack,
            failures.append,
            stdin=stdin(),
            jobs=options.jobs,
            progress=progress,
        )
        output.write(found, out)
    for failure in failures:
        complain(failure)
    return FAILED if failures else OK
