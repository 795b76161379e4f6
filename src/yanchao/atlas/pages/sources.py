"""A page a source: what a publisher or a cited body says, how much rests on its word alone, where others contradict it."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.atlas import caps, paths
from yanchao.atlas.cards import Hand, hand
from yanchao.atlas.evidence import rank_name
from yanchao.atlas.facts import Facts
from yanchao.atlas.language import Text, both, phrase
from yanchao.atlas.leaves import Leaf, leaves
from yanchao.atlas.page import Sheet
from yanchao.atlas.sources import SAID, Source
from yanchao.ledger.ledger import DocumentCard
from yanchao.ledger.sql import literal
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Listed:
    """A source in the list, with the kind of source that it is."""

    source: Source
    rank: Text
    path: str


@dataclass(frozen=True, slots=True)
class SourcesView:
    """One page of the sources; of `others` there is only a figure each, and no page."""

    leaf: Leaf[Listed]
    others: int


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source. `plan` is the page of the plan that it is, where it is one that a pack lists."""

    listed: Listed
    plan: str | None
    published: tuple[tuple[DocumentCard, str], ...]
    citing: tuple[tuple[DocumentCard, str], ...]
    findings: int
    cards: Hand


def sheets(facts: Facts) -> Iterator[Sheet]:
    listed = tuple(
        Listed(source, rank_name(source.rank), paths.source(source.name))
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
    plans = {plan.title: plan.id for plan in facts.lexicon.plans.values()}
    for each in listed:
        yield Sheet(
            path=each.path,
            template="source.html",
            section="documents",
            title=both(each.source.name),
            summary=phrase("source.summary", name=each.source.name),
            view=_view(facts, each, plans.get(each.source.name)),
        )


def _view(facts: Facts, listed: Listed, plan: str | None) -> SourceView:
    name = listed.source.name
    published = [card for card in facts.cards if card.publisher == name]
    said = f"SELECT series FROM ({SAID}) WHERE source = {literal(name)}"  # noqa: S608
    return SourceView(
        listed=listed,
        plan=paths.plan(plan) if plan else None,
        published=_titled(facts, published),
        citing=_titled(facts, _citing(facts, name)) if listed.source.citing else (),
        findings=sum(card.findings for card in published),
        cards=hand(facts, facts.series(only=f"s.series IN ({said})")),
    )


def _citing(facts: Facts, name: str) -> list[DocumentCard]:
    query = "SELECT DISTINCT document FROM assertions WHERE cited = ?"
    documents = {row[0] for row in facts.ledger.each_row(query, [name])}
    return [card for card in facts.cards if card.id in documents]


def _titled(facts: Facts, cards: list[DocumentCard]) -> tuple[tuple[DocumentCard, str], ...]:
    shown = cards[: caps.DOCUMENTS_OF_A_SOURCE]
    return tuple((card, facts.document_title(card.id)) for card in shown)
