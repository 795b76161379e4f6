"""A page a name: a firm, institute, platform, project, product or direction that documents name; and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from yanchao.atlas import caps, naming, paths
from yanchao.atlas.cards import Hand, hand
from yanchao.atlas.facts import NAMED, Facts, grouped
from yanchao.atlas.language import Text, phrase
from yanchao.atlas.leaves import Leaf, leaves
from yanchao.atlas.page import Later, Sheet
from yanchao.atlas.timeline import Year, timeline
from yanchao.ledger.sql import literal
from yanchao.ledger.things import Asked
from yanchao.quick import dataclass
from yanchao.statements.statement import Role


@dataclass(frozen=True, slots=True)
class Part:
    """What is said of a name in one role; `left_out` counts the times it is named in no sentence shown."""

    role: Role
    thing: naming.Thing

    @property
    def left_out(self) -> int:
        return self.thing.total - len(self.thing.quotes)


@dataclass(frozen=True, slots=True)
class NameView:
    """One name: its roles, the clusters that name it, the place it lies in, its own figures."""

    name: Text
    path: str
    parts: tuple[Part, ...]
    clusters: tuple[tuple[Text, str], ...]
    place: Text | None
    place_path: str | None
    cards: Hand
    years: tuple[Year, ...]
    search: str


@dataclass(frozen=True, slots=True)
class NamesView:
    """One page of the names, in order of role; `totals` says how many there are of each, with a page or not."""

    leaf: Leaf[naming.Thing]
    totals: dict[Role, int]

    @property
    def left_out(self) -> int:
        return sum(self.totals.values()) - self.leaf.total


def sheets(facts: Facts) -> Iterator[Sheet]:
    asked = Asked(NAMED)
    found = naming.things(facts, asked, most=caps.NAMES, sentences=caps.SOURCES)
    listed = tuple(sorted(found, key=lambda thing: NAMED.index(thing.role)))
    counted = facts.how_many(asked)
    totals = {role: counted[role] for role in NAMED if role in counted}
    for leaf in leaves(paths.NAMES, listed, caps.ENTRIES_A_PAGE):
        yield Sheet(
            path=leaf.here,
            template="names.html",
            section="names",
            title=phrase("names.title"),
            summary=phrase("names.summary"),
            view=NamesView(leaf, totals),
        )
    subjects = {subject for (subject,) in facts.ledger.each_row("SELECT DISTINCT subject FROM series")}
    for same in grouped(listed, lambda thing: thing.id).values():
        name = same[0].name
        yield Sheet(
            path=paths.name(same[0].id),
            template="name.html",
            section="names",
            title=name,
            summary=phrase("name.summary", name=name),
            view=Later(partial(_view, facts, same, subjects)),
        )


def _view(facts: Facts, same: tuple[naming.Thing, ...], subjects: set[str]) -> NameView:
    first = same[0]
    region = next((thing.region for thing in same if facts.lexicon.place(thing.region)), None)
    cards = _figures(facts, first, subjects)
    return NameView(
        name=first.name,
        path=paths.name(first.id),
        parts=tuple(Part(thing.role, thing) for thing in same),
        clusters=tuple(
            (facts.cluster_name(id), paths.cluster(id))
            for id in dict.fromkeys(id for thing in same for id in thing.clusters)
        ),
        place=facts.region_name(region) if region else None,
        place_path=paths.place(region) if region else None,
        cards=cards,
        years=timeline(cards.cards),
        search=paths.search(first.name.zh),
    )


def _figures(facts: Facts, thing: naming.Thing, subjects: set[str]) -> Hand:
    """The figures that texts give of it, under any of its names."""
    listed = facts.lexicon.entities.get(thing.id)
    names = {thing.id, thing.name.zh, *(listed.aliases if listed else ())} & subjects
    if not names:
        return Hand((), 0)
    return hand(facts, facts.series(only=f"s.subject IN ({', '.join(map(literal, sorted(names)))})"))
