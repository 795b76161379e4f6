"""`yanchao build`: sources to ledger, findings, exports and atlas."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yanchao.cli.options import READING_EXITS, jobs, new_command, sources
from yanchao.cli.streams import FAILED, OK, complain, count, progress_shown, stdin
from yanchao.errors import UsageError

if TYPE_CHECKING:
    from yanchao.pipeline import Build


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
    jobs(command)
    command.add_argument(
        "--site-url",
        metavar="URL",
        default="",
        help="where the atlas will stand on the web: writes a sitemap, and full addresses into feeds and descriptions",
    )


def run(options: argparse.Namespace) -> int:
    from yanchao.pipeline import build

    if str(options.output) == "-":
        raise UsageError("a build is a folder; give -o DIR")
    with progress_shown(options) as progress:
        built = build(
            options.sources,
            options.output,
            packs=options.pack,
            stdin=stdin(),
            jobs=options.jobs,
            language=options.lang,
            site=options.site_url,
            progress=progress,
        )
    for failure in built.failures:
        complain(failure)
    if not options.quiet:
        sys.stderr.write(_summary(built))
    return FAILED if built.failures else OK


def _summary(built: Build) -> str:
    failed = len(built.failures)
    lines = [
        f"{count(built.documents, 'document')}, {count(built.statements, 'statement')}, "
        f"{count(built.findings, 'finding')}, {built.series:,} series; "
        f"{built.clusters_with_figures} of {count(built.clusters, 'cluster')} with figures; "
        f"{built.seconds:.1f} s",
        f"open {built.directory / 'index.html'}, or: yanchao serve {built.directory}",
    ]
    if failed:
        lines.append(f"{count(failed, 'source')} could not be read (named above); the rest is built")
    return "\n".join(lines) + "\n"
