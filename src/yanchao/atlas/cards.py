"""A series as a card: its latest figure in front, every point with every source's word behind it."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator

from yanchao.atlas import caps
from yanchao.atlas.evidence import Quote, of_assertion
from yanchao.atlas.facts import Facts
from yanchao.atlas.figures import last_year
from yanchao.atlas.language import Text, both
from yanchao.atlas.paths import cluster as cluster_path
from yanchao.atlas.paths import slug
from yanchao.ledger.keys import QUALIFIER_NAMES
from yanchao.ledger.reconciliation import prominence
from yanchao.ledger.series import Assertion, Observation, Series, SeriesKey
from yanchao.quick import dataclass
from yanchao.statements.statement import Kind, Status


@dataclass(frozen=True, slots=True)
class Said:
    """One source's word for a point. `is_doubted` is True where the audit holds it to be wrong."""

    assertion: Assertion
    quote: Quote
    is_doubted: bool


@dataclass(frozen=True, slots=True)
class Point:
    """One observation with those who said something about it, best source first; some may be left out."""

    observation: Observation
    said: tuple[Said, ...]

    @property
    def left_out(self) -> int:
        return self.observation.times - len(self.said)

    @property
    def is_doubted(self) -> bool:
        """Whether its value is one that the audit holds to be wrong: nobody says anything better."""
        return bool(self.said) and self.said[0].is_doubted

    @property
    def year(self) -> int | None:
        return last_year(self.observation.period)


@dataclass(frozen=True, slots=True)
class Card:
    """A series ready to be shown. `front` is the point in large type: the latest actual, else what there is.

    `total` counts the words of all sources for all points, `left_out` those of them that are not on the page.
    """

    series: Series
    measure: Text
    subject: Text | None
    region: Text | None
    cluster: Text | None
    base: Text | None
    points: tuple[Point, ...]
    front: Point
    anchor: str
    is_elsewhere: bool
    measure_path: str | None
    cluster_path: str | None
    total: int

    @property
    def left_out(self) -> int:
        return self.total - sum(len(point.said) for point in self.points)

    @property
    def unit(self) -> str:
        return self.series.key.unit

    @property
    def kind(self) -> Kind:
        return self.series.key.kind

    @property
    def qualifiers(self) -> tuple[Text, ...]:
        """What else the words say (规模以上, 累计), as the ledger names it."""
        return qualifier_names(self.series.key)

    @property
    def best(self) -> Said | None:
        """The word that stands in large type: that of the best source."""
        return next(iter(self.front.said), None)

    @property
    def disputed(self) -> bool:
        return any(point.observation.disputed for point in self.points)

    @property
    def charted(self) -> bool:
        """Whether there are at least two years to draw, and every value can be drawn."""
        return (
            self.kind in (Kind.LEVEL, Kind.SHARE, Kind.GROWTH)
            and len(self.years) > 1
            and all(math.isfinite(point.observation.value) for point in self.points)
        )

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted({point.year for point in self.points if point.year is not None}))


@dataclass(frozen=True, slots=True)
class Hand:
    """The weightiest cards of `total`."""

    cards: tuple[Card, ...]
    total: int

    @property
    def left_out(self) -> int:
        return self.total - len(self.cards)


def hand(facts: Facts, series: Iterable[Series], most: int | None = None) -> Hand:
    """The series as cards in order of weight: the weightiest `most`, else those that most is said about.

    The series may be many: no more than are shown are held.
    """
    counted = _Counted(series)
    if most is None:
        chosen = heapq.nsmallest(caps.CARDS, counted, key=lambda each: _talked_of(facts, each))
    else:
        chosen = heapq.nsmallest(most, counted, key=lambda each: _weight(facts, each))
    chosen.sort(key=lambda each: _weight(facts, each))
    said = [len(point.assertions) for each in chosen for point in each.observations]
    sources = caps.fair(said, caps.SOURCES, caps.QUOTES)
    return Hand(tuple(card(facts, each, sources) for each in chosen), counted.count)


class _Counted:
    """Series that are counted as they go by."""

    def __init__(self, series: Iterable[Series]) -> None:
        self._series = series
        self.count = 0

    def __iter__(self) -> Iterator[Series]:
        for each in self._series:
            self.count += 1
            yield each


def card(facts: Facts, series: Series, sources: int = caps.SOURCES) -> Card:
    """The card of a series with the most prominent points and `sources` words for each."""
    points = tuple(_point(facts, observation, sources) for observation in _shown(series))
    key = series.key
    return Card(
        series=series,
        measure=facts.measure_name(key),
        subject=facts.subject_name(key),
        region=facts.region_name(key.region) if key.region else None,
        cluster=facts.cluster_name(key.cluster) if key.cluster else None,
        base=base_name(facts, key.base),
        points=points,
        front=max(points, key=lambda point: _prominence(point.observation)),
        anchor=slug(series.id),
        is_elsewhere=facts.is_elsewhere(series.key),
        measure_path=facts.measure_path(key.measure),
        cluster_path=cluster_path(key.cluster) if key.cluster else None,
        total=sum(observation.times for observation in series.observations),
    )


def _shown(series: Series) -> tuple[Observation, ...]:
    """The points to be shown: actuals before the rest, the latest before the earlier ones, in order of period."""
    if len(series.observations) <= caps.POINTS:
        return series.observations
    places = range(len(series.observations))
    chosen = heapq.nlargest(caps.POINTS, places, key=lambda place: _prominence(series.observations[place]))
    return tuple(series.observations[place] for place in sorted(chosen))


def _point(facts: Facts, observation: Observation, sources: int) -> Point:
    said = observation.assertions
    if len(said) > sources:
        said = tuple(each for each, place in zip(said, prominence(said), strict=True) if place < sources)
    return Point(
        observation,
        tuple(
            Said(each, of_assertion(facts, each), (each.document, each.start) in facts.doubted)
            for each in said
        ),
    )


def qualifier_names(key: SeriesKey) -> tuple[Text, ...]:
    """What else a series is bound to, as the ledger names it."""
    return tuple(Text(*QUALIFIER_NAMES.get(each, (each, each))) for each in key.qualifiers)


def base_name(facts: Facts, base: str | None) -> Text | None:
    """What a share is a part of: the ledger settles 全国 to a region's code."""
    if base is None:
        return None
    return facts.region_name(base) if facts.lexicon.place(base) else both(base)


KIND_ORDER = (Kind.LEVEL, Kind.SHARE, Kind.GROWTH, Kind.CHANGE, Kind.RANK, Kind.STREAK)


def _weight(facts: Facts, series: Series) -> tuple[bool, bool, int, int, float, str]:
    """What a reader wants first: home, the whole before its parts, money before the rest, large before small."""
    key = series.key
    return (
        facts.is_elsewhere(key),
        facts.subject_name(key) is not None,
        0 if key.unit == "CNY" and key.kind is Kind.LEVEL else 1,
        KIND_ORDER.index(key.kind),
        -abs(front(series).value),
        slug(series.id),
    )


def _talked_of(facts: Facts, series: Series) -> tuple[bool, int, tuple[bool, bool, int, int, float, str]]:
    """What a page that cannot show all shows: home before elsewhere, then what is said most often."""
    times = sum(observation.times for observation in series.observations)
    return facts.is_elsewhere(series.key), -times, _weight(facts, series)


def front(series: Series) -> Observation:
    """The point that stands for a series: the latest actual, else what there is."""
    return max(series.observations, key=_prominence)


def _prominence(observation: Observation) -> tuple[int, int]:
    status = {Status.ACTUAL: 2, Status.ESTIMATE: 1, Status.TARGET: 0}[observation.status]
    return (status, last_year(observation.period) or 0)
