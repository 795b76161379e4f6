"""A page a place that a document names or gives a figure for; and the map of the cities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from yanchao.atlas import naming, paths, tilemap
from yanchao.atlas.cards import Hand, hand
from yanchao.atlas.facts import Facts
from yanchao.atlas.ladder import aims
from yanchao.atlas.language import Text, phrase
from yanchao.atlas.page import Later, Sheet
from yanchao.atlas.spread import Spread, spread
from yanchao.atlas.timeline import Year, timeline
from yanchao.ledger.things import Asked
from yanchao.quick import dataclass


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
    figures: int


@dataclass(frozen=True, slots=True)
class PlaceSheet:
    """The page of one place: what the list of places says of it, its figures, and these with its targets year by year."""

    place: PlaceView
    cards: Hand
    spread: tuple[Spread, ...]
    years: tuple[Year, ...]


@dataclass(frozen=True, slots=True)
class PlacesView:
    """The places that are spoken of, with the map of the home's cities, and that of the provinces where several have figures."""

    at_home: tuple[PlaceView, ...]
    elsewhere: tuple[PlaceView, ...]
    tiles: tuple[tilemap.Coloured, ...]
    provinces: tuple[tilemap.Coloured, ...]


def sheets(facts: Facts) -> Iterator[Sheet]:
    home, nation = facts.lexicon.home, tilemap.nation_of(facts.lexicon)
    tiles = {tile.code for area in (home, nation) for tile in tilemap.tiles_of(area)}
    figures = dict(facts.ledger.each_row(_FIGURES))
    named = {code for (code,) in facts.ledger.each_row("SELECT DISTINCT region FROM mentions")}
    known = tiles | {code for code in (*figures, *named) if facts.lexicon.place(code)}
    views = tuple(_view(facts, code, code in named, figures.get(code, 0)) for code in sorted(known))
    counts = {view.code: len({part.cluster_path for part in view.parts}) for view in views}
    told = [view for view in _in_order(facts, views) if view.parts or view.figures]
    yield Sheet(
        path=paths.PLACES,
        template="places.html",
        section="places",
        title=phrase("places.title"),
        summary=phrase("places.summary"),
        view=PlacesView(
            at_home=tuple(view for view in told if facts.is_home(view.code)),
            elsewhere=tuple(view for view in told if not facts.is_home(view.code)),
            tiles=tilemap.coloured(home, counts),
            provinces=tilemap.coloured(nation, figures)
            if sum(figures.get(tile.code, 0) > 0 for tile in tilemap.tiles_of(nation)) > 1
            else (),
        ),
    )
    for view in views:
        yield Sheet(
            path=view.path,
            template="place.html",
            section="places",
            title=view.name,
            summary=phrase("place.summary", name=view.name),
            view=Later(partial(_sheet, facts, view)),
        )


def _in_order(facts: Facts, views: Iterable[PlaceView]) -> tuple[PlaceView, ...]:
    """Home first, then what lies in it by its part in clusters, then everywhere else by what is known of it."""

    def order(view: PlaceView) -> tuple[bool, bool, int, int, str]:
        is_elsewhere = not facts.is_home(view.code)
        return view.code != facts.lexicon.home, is_elsewhere, -len(view.parts), -view.figures, view.code

    return tuple(sorted(views, key=order))


def _sheet(facts: Facts, view: PlaceView) -> PlaceSheet:
    cards = hand(facts, facts.series(region=view.code, only="s.cluster IS NULL"))
    standing = facts.place_standings.get(view.code)
    return PlaceSheet(
        view,
        cards,
        spread(facts, view.code),
        timeline(cards.cards, aims(facts, standing) if standing else ()),
    )


_FIGURES = "SELECT region, count(*) FILTER (cluster IS NULL) FROM series GROUP BY region"


def _view(facts: Facts, code: str, is_named: bool, figures: int) -> PlaceView:
    found = naming.by_cluster(facts, Asked(naming.PLACES, region=code)) if is_named else ()
    return PlaceView(
        code=code,
        name=facts.region_name(code),
        path=paths.place(code),
        level=place.level if (place := facts.lexicon.place(code)) else "",
        parts=tuple(
            Part(facts.cluster_name(cluster), paths.cluster(cluster), thing) for cluster, thing in found
        ),
        figures=figures,
    )
