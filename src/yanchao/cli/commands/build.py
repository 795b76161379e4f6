"""`yanchao build`: sources to ledger, findings, exports and atlas."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yanchao.cli.options import READING_EXITS, decisions, decisions_file, jobs, new_command, sources
from yanchao.cli.streams import FAILED, OK, complain, count, progress_shown, stdin
from yanchao.errors import UsageError

if TYPE_CHECKING:
    from yanchao.building import Build


def add(commands: Any) -> None:
    command = new_command(
        commands,
        "build",
        run,
        "sources to ledger, findings, exports and atlas",
        READING_EXITS,
        "yanchao build examples -o atlas\n  yanchao build 'reports/*.pdf' https://example.org/page.html -o atlas",
    )
    sources(command)
    command.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=Path,
        required=True,
        help="the folder to build into, new or a build",
    )
    command.add_argument(
        "--fresh",
        action="store_true",
        help="read every document anew; else those that the build in DIR has read already are taken over",
    )
    command.add_argument(
        "--ledger-only",
        action="store_true",
        help="write the database and nothing else: no Parquet, findings.json, exports or pages",
    )
    jobs(command, "read, extract and write pages")
    decisions(command)
    command.add_argument(
        "--site-url",
        metavar="URL",
        default="",
        help="where the atlas will stand on the web: writes a sitemap, and full addresses into feeds and descriptions",
    )


def run(options: argparse.Namespace) -> int:
    from yanchao.building import build

    if str(options.output) == "-":
        raise UsageError("a build is a folder; give -o DIR")
    made = decisions_file(options)
    if options.decisions is not None and not made.is_file():
        raise UsageError(f"{made}: there is no such file")
    with progress_shown(options) as progress:
        built = build(
            options.sources,
            options.output,
            packs=options.pack,
            stdin=stdin(),
            jobs=options.jobs,
            language=options.lang,
            fresh=options.fresh,
            ledger_only=options.ledger_only,
            site=options.site_url,
            decisions=made if made.is_file() else None,
            progress=progress,
        )
    for failure in built.failures:
        complain(failure)
    if not options.quiet:
        for warning in built.warnings:
            complain(warning)
        if built.more_warnings:
            complain(f"{count(built.more_warnings, 'more warning')}, on the pages of their documents")
        sys.stderr.write(_summary(built, options.ledger_only))
        if made.is_file():
            sys.stderr.write(f"decisions about names: {made}\n")
    return FAILED if built.failures else OK


def _summary(built: Build, ledger_only: bool) -> str:
    failed = len(built.failures)
    lines = [
        f"{count(built.documents, 'document')}{_of_which(built)}, {count(built.statements, 'statement')}, "
        f"{count(built.findings, 'finding')}, {built.series:,} series; "
        f"{built.clusters_with_figures} of {count(built.clusters, 'cluster')} with figures; "
        f"{built.seconds:.1f} s",
        f"the ledger alone; to make more of it: yanchao export {built.directory} --format csv -o FILE"
        if ledger_only
        else f"open {built.directory / 'index.html'}, or: yanchao serve {built.directory}",
    ]
    if failed:
        lines.append(f"{count(failed, 'source')} could not be read (named above); the rest is built")
    return "\n".join(lines) + "\n"


def _of_which(built: Build) -> str:
    """How many documents were read, where some were not."""
    if not built.taken_over:
        return ""
    return f" ({built.documents - built.taken_over:,} read, {built.taken_over:,} taken over from the build before)"
