"""A page a source: what a publisher or a cited body says, how much rests on its word alone, where others contradict it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from yanchao.atlas import caps, paths
from yanchao.atlas.evidence import rank_name
from yanchao.atlas.facts import Facts
from yanchao.atlas.language import Text, phrase
from yanchao.atlas.leaves import Leaf, leaves
from yanchao.atlas.page import Later, Sheet
from yanchao.atlas.sources import SAID, Source
from yanchao.ledger.ledger import DocumentCard
from yanchao.quick import dataclass
from yanchao.statements.statement import Comparator, Kind, Status


@dataclass(frozen=True, slots=True)
class Listed:
    """A source in the list, with the kind of source that it is; a plan that a pack lists has its name in both languages."""

    source: Source
    name: Text
    rank: Text
    path: str


@dataclass(frozen=True, slots=True)
class SourcesView:
    """One page of the sources; of `others` there is only a figure each, and no page."""

    leaf: Leaf[Listed]
    others: int


@dataclass(frozen=True, slots=True)
class Value:
    """A figure as somebody gives it."""

    value: float
    comparator: Comparator


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a source for a point. `best` is the figure that stands there, where it is another's."""

    name: Text
    measure_path: str | None
    kind: Kind
    unit: str
    period: str | None
    status: Status
    own: Value
    best: Value | None
    disputed: bool
    path: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source. `plan` is the page of the plan that it is, where it is one that a pack lists."""

    listed: Listed
    plan: str | None
    published: tuple[tuple[DocumentCard, str], ...]
    citing: tuple[tuple[DocumentCard, str], ...]
    findings: int
    words: tuple[Word, ...]


def sheets(facts: Facts) -> Iterator[Sheet]:
    listed = tuple(
        Listed(source, facts.source_name(source.name), rank_name(source.rank), paths.source(source.name))
        for source in sorted(facts.sources.values(), key=lambda each: (each.rank, -each.figures, each.name))
        if source.name in facts.sources_shown
    )
    for leaf in leaves(paths.SOURCES, listed, caps.ENTRIES_A_PAGE):
        yield Sheet(
            path=leaf.here,
            template="sources.html",
            section="documents",
            title=phrase("sources.title"),
            summary=phrase("sources.summary"),
            view=SourcesView(leaf, len(facts.sources) - len(listed)),
        )
    for each in listed:
        plan = facts.lexicon.plan_of(each.source.name)
        yield Sheet(
            path=each.path,
            template="source.html",
            section="documents",
            title=each.name,
            summary=phrase("source.summary", name=each.name),
            view=Later(partial(_view, facts, each, plan.id if plan else None)),
        )


def _view(facts: Facts, listed: Listed, plan: str | None) -> SourceView:
    name = listed.source.name
    published = [card for card in facts.cards if card.publisher == name]
    return SourceView(
        listed=listed,
        plan=paths.plan(plan) if plan else None,
        published=_titled(facts, published),
        citing=_titled(facts, _citing(facts, name)) if listed.source.citing else (),
        findings=sum(card.findings for card in published),
        words=_words(facts, name),
    )


_WORDS = f"""
    SELECT s.name, s.name_en, s.measure, s.kind, s.unit, o.period, o.status, a.value, a.comparator,
           o.value, o.comparator, a.assertion, o.disputed, a.document, a.start
    FROM ({SAID}) a JOIN observations o USING (series, observation) JOIN series s USING (series)
    WHERE a.source = ?
    ORDER BY o.disputed DESC, coalesce(s.cluster, '~'), s.measure, s.subject, s.series, o.observation, a.assertion
    LIMIT {caps.READINGS}
"""  # noqa: S608
"""What a source says, first where others contradict it."""


def _words(facts: Facts, name: str) -> tuple[Word, ...]:
    return tuple(
        Word(
            name=Text(zh, en or zh),
            measure_path=facts.measure_path(measure),
            kind=Kind(kind),
            unit=unit,
            period=period,
            status=Status(status),
            own=Value(value, Comparator(comparator)),
            best=Value(best, Comparator(best_comparator)) if place and best != value else None,
            disputed=disputed,
            path=facts.document_path(document, start),
        )
        for (
            zh, en, measure, kind, unit, period, status, value, comparator,
            best, best_comparator, place, disputed, document, start,
        ) in facts.ledger.each_row(_WORDS, [name])
    )  # fmt: skip


def _citing(facts: Facts, name: str) -> list[DocumentCard]:
    query = "SELECT DISTINCT document FROM assertions WHERE cited = ?"
    documents = {row[0] for row in facts.ledger.each_row(query, [name])}
    return [card for card in facts.cards if card.id in documents]


def _titled(facts: Facts, cards: list[DocumentCard]) -> tuple[tuple[DocumentCard, str], ...]:
    shown = cards[: caps.DOCUMENTS_OF_A_SOURCE]
    return tuple((card, facts.document_title(card.id)) for card in shown)
