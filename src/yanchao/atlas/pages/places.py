"""A page a place that a document names or gives a figure for; and the map of the cities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yanchao.atlas import naming, paths, tilemap
from yanchao.atlas.cards import Card, card, in_order_of_weight
from yanchao.atlas.facts import Facts, grouped
from yanchao.atlas.language import Text, phrase
from yanchao.atlas.page import Sheet
from yanchao.ledger.ledger import Named
from yanchao.ledger.series import Series


@dataclass(frozen=True, slots=True)
class Part:
    """The part that a place plays in one cluster, with the words."""

    cluster: Text
    cluster_path: str
    thing: naming.Thing


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One place: its parts in clusters and its own figures."""

    code: str
    name: Text
    path: str
    level: str
    parts: tuple[Part, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PlacesView:
    """All places with the map."""

    places: tuple[PlaceView, ...]
    tiles: tuple[tilemap.Coloured, ...]


def sheets(facts: Facts) -> Iterator[Sheet]:
    tiles = {tile.code for tile in tilemap.tiles_of(facts.lexicon)}
    figured = grouped(facts.series, lambda series: series.key.region)
    named = grouped(facts.named, lambda each: each.mention.region)
    known = tiles | {code for code in (*figured, *named) if code in facts.lexicon.regions}
    views = tuple(
        _view(facts, code, named.get(code, ()), figured.get(code, ())) for code in sorted(filter(None, known))
    )
    counts = {view.code: len({part.cluster_path for part in view.parts}) for view in views}
    yield Sheet(
        path=paths.PLACES,
        template="places.html",
        section="places",
        title=phrase("places.title"),
        summary=phrase("places.summary"),
        view=PlacesView(views, tilemap.coloured(facts.lexicon, counts)),
    )
    for view in views:
        yield Sheet(
            path=view.path,
            template="place.html",
            section="places",
            title=view.name,
            summary=phrase("place.summary", name=view.name),
            view=view,
        )


def _view(facts: Facts, code: str, named: Sequence[Named], figured: Sequence[Series]) -> PlaceView:
    here = [each for each in named if each.mention.role in naming.PLACES]
    parts = [
        Part(facts.cluster_name(cluster), paths.cluster(cluster), thing)
        for cluster, same in grouped(here, lambda each: each.mention.cluster).items()
        if cluster is not None
        for group in naming.groups(facts, same, naming.PLACES)
        for thing in group.things
    ]
    own = [series for series in figured if series.key.cluster is None]
    return PlaceView(
        code=code,
        name=facts.region_name(code),
        path=paths.place(code),
        level=facts.lexicon.regions[code].level,
        parts=tuple(parts),
        cards=tuple(in_order_of_weight([card(facts, series) for series in own])),
    )
