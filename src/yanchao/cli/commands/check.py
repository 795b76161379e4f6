"""`yanchao check`: what is wrong with the numbers of these texts."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yanchao.cli.options import lexicon, new_command, output, rules, sources, words
from yanchao.cli.streams import USAGE, complain, count, progress_shown, stdin, target
from yanchao.quick import replace

if TYPE_CHECKING:
    from yanchao.audit.audit import Audit
    from yanchao.audit.silence import Silence
    from yanchao.documents.document import Document
    from yanchao.errors import SourceError
    from yanchao.statements.statement import Extraction

CLEAN, FINDINGS = 0, 1


def add(commands: Any) -> None:
    command = new_command(
        commands,
        "check",
        run,
        "finds wrong numbers: where, why, and the likely right number",
        "0 where nothing is found, 1 on findings, 2 on a wrong request or an unreadable source",
        "yanchao check draft.docx\n  yanchao check - --format json < draft.txt\n"
        "  yanchao check drafts --diff\n"
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
    rules(command)
    writing = command.add_mutually_exclusive_group()
    writing.add_argument(
        "--fix",
        action="store_true",
        help="make the certain repairs (form, words written twice) in the files, then report what is left",
    )
    writing.add_argument(
        "--diff",
        action="store_true",
        help="show what --fix would change and write nothing; exits with 1 where it would change something",
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
    from yanchao.audit.report import report, with_coverage
    from yanchao.audit.rule import choose
    from yanchao.audit.tally import summary
    from yanchao.documents.located import located
    from yanchao.gathering import extractions
    from yanchao.pipeline import figures_alone

    written = report(options.format)
    render = with_coverage(options.format).render_coverage if options.coverage else written.render
    choose(words(options.select), words(options.ignore))  # an unknown rule is named before anything is read
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
    checking = _Checking(options)
    if options.diff:
        return _show_diff(options, found, checking, failures)
    if options.fix:
        found, seen = _fix(options, found, checking)
    else:
        seen = checking.audit(found)
    is_text = written.MEDIA_TYPE.startswith("text/") or written.NAME in ("json", "sarif")
    with target(options, is_text) as out:
        if found or not failures:
            colour = _is_shown_in_colour(options)
            documents = [located(document) for document in checking.documents(found)]
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


class _Checking:
    """The audit as the options ask for it, of any state of the texts."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._silences: Sequence[Silence] = ()
        self.lexicon = lexicon(options)

    def audit(self, extractions: Sequence[Extraction]) -> Audit:
        from yanchao.audit.audit import audit
        from yanchao.pipeline import on_record, silences

        options = self._options
        documents = [extraction.document for extraction in extractions]
        self._silences = () if options.no_silences else silences(documents)
        seen = audit(
            extractions,
            self.lexicon,
            select=words(options.select),
            ignore=words(options.ignore),
            language=options.lang,
            silences=self._silences,
            records=on_record(extractions, self.lexicon, options.against) if options.against else None,
        )
        ignored_in = options.settings.ignored_in
        kept = [finding for finding in seen.findings if finding.rule not in ignored_in(finding.document)]
        return replace(seen, findings=tuple(kept)) if len(kept) < len(seen.findings) else seen

    def documents(self, extractions: Sequence[Extraction]) -> list[Document]:
        """The documents that the last audit was about, and the files of silences beside them."""
        found = {extraction.document.uri: extraction.document for extraction in extractions}
        for silence in self._silences:
            found.setdefault(silence.document.uri, silence.document)
        return list(found.values())


def _fix(
    options: argparse.Namespace, found: Sequence[Extraction], checking: _Checking
) -> tuple[list[Extraction], Audit]:
    """Make the certain repairs in the files; the texts as they read now, and what is left to find in them."""
    from yanchao.mending import mend, write

    mending = mend(found, checking.lexicon, checking.audit)
    write(mending.files)
    for file in mending.files if not options.quiet else ():
        sys.stderr.write(f"yanchao: {file.uri}: {count(file.repairs, 'repair')} made\n")
    for error in mending.left:
        complain(error)
    return list(mending.extractions), mending.audit


def _show_diff(
    options: argparse.Namespace,
    found: Sequence[Extraction],
    checking: _Checking,
    failures: Sequence[SourceError],
) -> int:
    from yanchao.mending import diff, mend

    mending = mend(found, checking.lexicon, checking.audit)
    is_seen = options.output is None and sys.stdout.isatty()
    with target(options, True) as out:
        for line in diff(mending.files):
            out.write((_harmless(line) if is_seen else line).encode("utf-8", "replace"))
    for error in (*failures, *mending.left):
        complain(error)
    if failures:
        return USAGE
    return FINDINGS if mending.files else CLEAN


def _harmless(line: str) -> str:
    """A line whose control characters do not steer a terminal."""
    return "".join(one if one.isprintable() or one in "\t\n" else "�" for one in line)


def _is_shown_in_colour(options: argparse.Namespace) -> bool:
    return options.output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
