"""`yanchao check`: what is wrong with the numbers of these texts."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yanchao.cli.options import lexicon, new_command, output, sources, words
from yanchao.cli.streams import USAGE, complain, progress_shown, stdin, target

if TYPE_CHECKING:
    from yanchao.errors import SourceError

CLEAN, FINDINGS = 0, 1


def add(commands: Any) -> None:
    command = new_command(
        commands,
        "check",
        run,
        "finds wrong numbers: where, why, and the likely right number",
        "0 where nothing is found, 1 on findings, 2 on a wrong request or an unreadable source",
        "yanchao check draft.docx\n  yanchao check - --format json < draft.txt\n"
        "  yanchao check report.txt --select YC1 --ignore duplicate-words\n"
        "  yanchao check draft.docx last-year.pdf                  the two held against each other\n"
        "  yanchao check draft.docx --against atlas --coverage     against the ledger of a build, figure by figure",
    )
    sources(command)
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
    command.add_argument(
        "--no-silences",
        action="store_true",
        help="report what comments and .yanchao-ignore files silence too",
    )
    command.add_argument(
        "--against",
        metavar="DIR",
        type=Path,
        help="hold the figures against the ledger of an earlier `yanchao build -o DIR`, too",
    )
    command.add_argument(
        "--coverage",
        action="store_true",
        help="show for every figure which relations tested it, and for every rule what it left out and why "
        "(text, html and json)",
    )
    output(command)


def run(options: argparse.Namespace) -> int:
    from yanchao.audit.audit import audit
    from yanchao.audit.report import report, with_coverage
    from yanchao.audit.rule import choose
    from yanchao.audit.tally import summary
    from yanchao.pipeline import extractions, figures_alone, on_record, silences

    written = report(options.format)
    render = with_coverage(options.format).render_coverage if options.coverage else written.render
    select, ignore = words(options.select), words(options.ignore)
    choose(select, ignore)  # a rule that does not exist is named before anything is read
    failures: list[SourceError] = []
    with progress_shown(options) as progress:
        found = list(
            extractions(
                options.sources,
                options.pack,
                failures.append,
                stdin=stdin(),
                progress=progress,
                taking=figures_alone,
            )
        )
    known = lexicon(options)
    records = on_record(found, known, options.against) if options.against else None
    documents = [extraction.document for extraction in found]
    silenced = () if options.no_silences else silences(documents)
    seen = audit(
        found,
        known,
        select=select,
        ignore=ignore,
        language=options.lang,
        silences=silenced,
        records=records,
    )
    read = {document.uri for document in documents}
    documents += {s.document.uri: s.document for s in silenced if s.document.uri not in read}.values()
    is_text = written.MEDIA_TYPE.startswith("text/") or written.NAME in ("json", "sarif")
    with target(options, is_text) as out:
        if found or not failures:
            colour = _is_shown_in_colour(options)
            result = render(seen, documents, language=options.lang, colour=colour)
            out.write(result if isinstance(result, bytes) else result.encode("utf-8", "replace"))
    for failure in failures:
        complain(failure)
    for outcome in seen.outcomes:
        if outcome.crashed:
            sys.stderr.write(f"yanchao: rule {outcome.rule} crashed and found nothing: {outcome.crashed}\n")
    if written.NAME not in ("text", "html") and not options.quiet:
        # Programs read these formats; the person who runs them is told all the same what was not checked.
        sys.stderr.write(f"yanchao: {summary(seen, options.lang)}\n")
    if failures:
        return USAGE
    return FINDINGS if seen.findings else CLEAN


def _is_shown_in_colour(options: argparse.Namespace) -> bool:
    return options.output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
