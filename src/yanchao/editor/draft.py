"""A text as an editor holds it, read and audited: what every answer of this room is taken from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property
from pathlib import PurePosixPath

from yanchao.audit.audit import Audit, audit
from yanchao.audit.confrontation import Outcome
from yanchao.audit.coverage import Coverage, Covered
from yanchao.audit.finding import Finding
from yanchao.audit.silence import Silence, silences
from yanchao.documents.document import Document
from yanchao.documents.format import Content
from yanchao.documents.limits import Limits
from yanchao.documents.origins import Origins, origins
from yanchao.documents.reading import parse
from yanchao.editor.lines import Lines, Units
from yanchao.errors import SourceError
from yanchao.lexicon.lexicon import Lexicon
from yanchao.pipeline import silences as silences_of
from yanchao.quick import dataclass, replace
from yanchao.statements.extraction import extract_statements
from yanchao.statements.statement import Statement

LIMITS = Limits(
    source_bytes=4 << 20, characters=500_000, line_characters=200_000, markup_bytes=4 << 20, seconds=10.0
)
"""Far above what anyone types into an editor, and low enough that the answer comes while one still waits for it."""

SUFFIXES = {"markdown": ".md", "html": ".html", "xhtml": ".html", "plaintext": ".txt"}
"""How a text is read, by the language that the editor says it is in."""

MARK = b"\xef\xbb\xbf"
"""An editor sends characters, not bytes: with the mark in front no reader guesses their encoding or believes a declared one."""

LOST = dict.fromkeys(range(55296, 57344), "�")
"""Halves of a surrogate pair, which no text can hold; one stands where one stood, so that offsets stay."""


@dataclass(frozen=True)
class Draft:
    """One state of a text. Offsets of findings and statements are those of `document.text`; `range` leads back.

    `name` is the one it was read by, whose suffix says what it is. Where the text could not be read, `document` is None and `problem` says why; an empty text has neither.
    """

    source: str
    name: str
    units: Units = Units.UTF_16
    document: Document | None = None
    statements: tuple[Statement, ...] = ()
    findings: tuple[Finding, ...] = ()
    coverage: Coverage | None = None
    crashed: tuple[Outcome, ...] = ()
    problem: str | None = None
    warning: str | None = None
    """What is wrong beside the text: a file of silences that cannot be read."""

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.source, self.units)

    @cached_property
    def origins(self) -> Origins:
        return origins(self.source, self.document) if self.document is not None else Origins((), ())

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The range of the source that shows `[start, end)` of the document's text."""
        return self.origins.range(start, end)

    def editable(self, start: int, end: int) -> tuple[int, int] | None:
        """That range where nothing but the text stands in it, so that it can be replaced; None where markup does."""
        if self.document is None:
            return None
        if start == end:
            place = self.origins.place(start)
            return None if place is None else (place, place)
        first, last = self.range(start, end)
        shown = self.source[first:last].replace("\r\n", "\n").replace("\r", "\n")
        return (first, last) if shown == self.document.text[start:end] else None

    def statement_at(self, place: int) -> Statement | None:
        """The statement whose quantity the source shows at `place`, or right before it."""
        for tried in (place, place - 1):
            offset = self.origins.offset(tried) if tried >= 0 else None
            if offset is None:
                continue
            index = bisect_right(self._starts, offset) - 1
            if index >= 0 and offset < self.statements[index].end:
                return self.statements[index]
        return None

    def covered(self, statement: Statement) -> Covered | None:
        """What the audit could check of a statement of this draft."""
        figures = self.coverage.figures if self.coverage is not None else ()
        return next((one for one in figures if one.statement is statement), None)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(statement.start for statement in self.statements)


def examine(
    source: str,
    name: str,
    lexicon: Lexicon,
    *,
    editors_language: str = "",
    is_file: bool = False,
    units: Units = Units.UTF_16,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    left_out: Collection[str] = (),
    language: str = "zh",
) -> Draft:
    """Read and audit a text.

    `name` is its path or address, `editors_language` what the editor takes it for (`markdown`, `html`), which decides
    before the name does. `is_file` is whether it lies on this machine, so that a file of silences beside it is heard. A text
    that cannot be read is a draft with a `problem`.
    Findings of the rules in `left_out` are not kept.

    Raises:
        UsageError: where `select` or `ignore` names no rule.
    """
    source = whole(source)
    if not source.strip().strip("\ufeff"):
        return Draft(source, called(name, editors_language), units)
    document = read_draft(source, name, editors_language)
    if isinstance(document, SourceError):
        return Draft(source, called(name, editors_language), units, problem=document.problem)
    extraction = extract_statements(document, lexicon)
    silenced, warning = _silences(document, is_file)
    seen: Audit = audit(
        [extraction], lexicon, select=select, ignore=ignore, language=language, silences=silenced
    )
    draft = Draft(
        source,
        called(name, editors_language),
        units,
        document,
        extraction.statements,
        tuple(finding for finding in seen.of(document.uri) if finding.rule not in left_out),
        next(one for one in seen.coverage if one.document == document.uri),
        tuple(outcome for outcome in seen.outcomes if outcome.crashed),
        warning=warning,
    )
    _ = draft.origins  # laid here, where one may take one's time, and not when the first question comes
    return draft


def read_draft(source: str, name: str, editors_language: str = "") -> Document | SourceError:
    """The document that a source is, under the name of the text, or why it is none."""
    try:
        content = Content(MARK + source.removeprefix("\ufeff").encode("utf-8"), charset="utf-8")
        return replace(parse(content, called(name, editors_language), LIMITS), uri=name)
    except SourceError as error:
        return error


def whole(source: str) -> str:
    """The source with every half of a surrogate pair replaced; offsets stay."""
    try:
        source.encode("utf-8")
    except UnicodeEncodeError:
        return source.translate(LOST)
    return source


def _silences(document: Document, is_file: bool) -> tuple[tuple[Silence, ...], str | None]:
    """What the author silenced, and what keeps the file beside the text from being heard, if anything does."""
    if not is_file:
        return tuple(silences(document)), None
    try:
        return silences_of([document]), None
    except SourceError as error:
        return tuple(silences(document)), str(error)


def called(name: str, editors_language: str) -> str:
    """The name by which a text is read: its own, with the suffix that says what the editor takes it for."""
    suffix = PurePosixPath(name).suffix.lower()
    meant = SUFFIXES.get(editors_language)
    if meant is None:
        meant = suffix if suffix in (".md", ".markdown", ".html", ".htm", ".xhtml", ".txt") else ".txt"
    return name if suffix == meant else f"{name}{meant}"
