"""A page a finding: what is wrong, the arithmetic, the sentences, what each figure was read as, and who says what else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from yanchao.atlas import caps, paths
from yanchao.atlas.cards import Card, card
from yanchao.atlas.excerpts import Run, excerpts
from yanchao.atlas.facts import Facts
from yanchao.atlas.language import Text, both, phrase
from yanchao.atlas.page import Later, Sheet
from yanchao.audit.finding import Finding, Related
from yanchao.ledger.ledger import DocumentCard, Stated
from yanchao.ledger.wholes import Whole, wholes
from yanchao.quick import dataclass
from yanchao.statements.statement import Span, Statement

SERIES_SHOWN = 3
"""Series in which the figure at fault is a point: one, or a few where a fault goes over several figures."""


@dataclass(frozen=True, slots=True)
class Part:
    """A figure that takes part in a finding: its words, the part it plays, what it was read as, None where it is no figure."""

    words: str
    role: Text | None
    statement: Statement | None
    document: DocumentCard
    title: str
    line: int
    path: str


@dataclass(frozen=True, slots=True)
class Again:
    """Another place of the document where the same is wrong: its page, or where that has none its place."""

    words: str
    line: int
    path: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding of a document. `parts` are its own figure and those held against it, `again` the first of `times` other places."""

    finding: Finding
    card: DocumentCard
    title: str
    words: str
    line: int
    path: str
    publisher_path: str | None
    rule_path: str
    sentences: tuple[tuple[Run, ...], ...]
    parts: tuple[Part, ...]
    left_out: int
    series: tuple[Card, ...]
    again: tuple[Again, ...]
    times: int


def sheets(facts: Facts) -> Iterator[Sheet]:
    findings = facts.ledger.numbered_findings(tuple(facts.findings_shown.values()))
    for path, number in facts.findings_shown.items():
        finding = findings[number]
        document = facts.card_by_uri[finding.document]
        message = Text(finding.message, finding.message_en or finding.message)
        title = both(facts.document_title(document.id))
        yield Sheet(
            path=path,
            template="finding.html",
            section="findings",
            title=message,
            summary=phrase("finding.summary", title=title, message=message),
            view=Later(partial(_view, facts, document, finding)),
        )


def _view(facts: Facts, document: DocumentCard, finding: Finding) -> FindingView:
    whole = facts.whole(document.id)
    text = whole.document.text
    own = [other for other in finding.related if other.document == finding.document]
    held = [Span(other.start, other.end) for other in own[: caps.RELATED]]
    parts = tuple(_parts(facts, document, finding, whole))
    same = [each for each in whole.findings if each != finding and _is_same(each, finding)]
    return FindingView(
        finding=finding,
        card=document,
        title=facts.document_title(document.id),
        words=text[finding.start : finding.end],
        line=whole.document.line_column(finding.start)[0],
        path=facts.document_path(document.id, finding.start),
        publisher_path=facts.source_path(document.publisher),
        rule_path=paths.rule(finding.rule),
        sentences=excerpts(text, Span(finding.start, finding.end), held),
        parts=parts,
        left_out=max(len(finding.related) - caps.RELATED, 0),
        series=tuple(_series(facts, whole, finding)),
        again=tuple(_again(facts, document, whole, each) for each in same[: caps.RELATED]),
        times=len(same),
    )


def _is_same(one: Finding, other: Finding) -> bool:
    """Whether two findings are one fault in two places, as the lists of findings have it (`ledger/faults.py`)."""
    return (one.rule, one.message, one.suggest) == (other.rule, other.message, other.suggest)


def _parts(facts: Facts, document: DocumentCard, finding: Finding, whole: Whole) -> Iterator[Part]:
    """The figures of a fault as they were read, its own first; other documents of the build are asked for theirs."""
    inside = [each.statement for each in _overlapping(whole, finding.start, finding.end)]
    for statement in inside[: caps.RELATED]:
        yield _part(facts, document, whole, Span(statement.start, statement.end), None, statement)
    others: dict[str, list[Related]] = {}
    for other in finding.related[: caps.RELATED]:
        if finding.document != other.document or not finding.start <= other.start < finding.end:
            others.setdefault(other.document, []).append(other)
    for uri, some in others.items():
        theirs = facts.card_by_uri.get(uri)
        if theirs is None:
            continue
        held = whole if theirs.id == document.id else wholes(facts.ledger, [theirs.id])[theirs.id]
        for other in sorted(some, key=lambda each: each.start):
            read = next((each.statement for each in _overlapping(held, other.start, other.end)), None)
            role = Text(other.note, other.note_en or other.note)
            yield _part(facts, theirs, held, Span(other.start, other.end), role, read)


def _overlapping(whole: Whole, start: int, end: int) -> list[Stated]:
    return [each for each in whole.stated if each.statement.start < end and each.statement.end > start]


def _part(
    facts: Facts,
    document: DocumentCard,
    whole: Whole,
    span: Span,
    role: Text | None,
    statement: Statement | None,
) -> Part:
    return Part(
        words=whole.document.text[span.start : span.end],
        role=role,
        statement=statement,
        document=document,
        title=facts.document_title(document.id),
        line=whole.document.line_column(span.start)[0],
        path=facts.document_path(document.id, span.start),
    )


def _again(facts: Facts, document: DocumentCard, whole: Whole, finding: Finding) -> Again:
    return Again(
        words=whole.document.text[finding.start : finding.end],
        line=whole.document.line_column(finding.start)[0],
        path=facts.place_of(document.id, finding),
    )


def _series(facts: Facts, whole: Whole, finding: Finding) -> Iterator[Card]:
    """The series in which the figures at fault are points: what others say of the same."""
    inside = _overlapping(whole, finding.start, finding.end)
    ids = dict.fromkeys(each.series for each in inside if each.series is not None)
    for id in islice(ids, SERIES_SHOWN):
        for series in facts.series(id=id):
            yield card(facts, series)
