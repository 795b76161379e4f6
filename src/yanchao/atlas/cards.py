"""A series as a card: its latest figure in front, every point with every source's word behind it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from yanchao.atlas.evidence import Quote, of_assertion
from yanchao.atlas.facts import Facts
from yanchao.atlas.figures import last_year
from yanchao.atlas.language import Text, both
from yanchao.atlas.paths import cluster as cluster_path
from yanchao.atlas.paths import slug
from yanchao.ledger.keys import QUALIFIER_NAMES
from yanchao.ledger.series import Assertion, Observation, Series
from yanchao.statements.statement import Kind, Status


@dataclass(frozen=True, slots=True)
class Said:
    """One source's word for a point."""

    assertion: Assertion
    quote: Quote


@dataclass(frozen=True, slots=True)
class Point:
    """One observation with everyone who said something about it, best source first."""

    observation: Observation
    said: tuple[Said, ...]

    @property
    def year(self) -> int | None:
        return last_year(self.observation.period)


@dataclass(frozen=True, slots=True)
class Card:
    """A series ready to be shown. `front` is the point in large type: the latest actual, else what there is."""

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

    @property
    def unit(self) -> str:
        return self.series.key.unit

    @property
    def kind(self) -> Kind:
        return self.series.key.kind

    @property
    def qualifiers(self) -> tuple[Text, ...]:
        """What else the words say (规模以上, 累计), as the ledger names it."""
        return tuple(Text(*QUALIFIER_NAMES.get(each, (each, each))) for each in self.series.key.qualifiers)

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


def card(facts: Facts, series: Series) -> Card:
    """The card of a series."""
    points = tuple(
        Point(
            observation=observation,
            said=tuple(
                Said(assertion, of_assertion(facts, assertion)) for assertion in observation.assertions
            ),
        )
        for observation in series.observations
    )
    key = series.key
    return Card(
        series=series,
        measure=facts.measure_name(key),
        subject=facts.subject_name(key),
        region=facts.region_name(key.region) if key.region else None,
        cluster=facts.cluster_name(key.cluster) if key.cluster else None,
        base=_base(facts, key.base),
        points=points,
        front=max(points, key=_prominence),
        anchor=slug(series.id),
        is_elsewhere=key.region is not None and not facts.is_home(key.region),
        measure_path=facts.measure_path(key.measure),
        cluster_path=cluster_path(key.cluster) if key.cluster else None,
    )


def _base(facts: Facts, base: str | None) -> Text | None:
    """What a share is a part of: the ledger settles 全国 to a region's code."""
    if base is None:
        return None
    return facts.region_name(base) if base in facts.lexicon.regions else both(base)


def in_order_of_weight(cards: list[Card]) -> list[Card]:
    """Cards as a reader wants them: home first, the whole before its parts, money before the rest, large first."""
    return sorted(cards, key=_weight)


KIND_ORDER = (Kind.LEVEL, Kind.SHARE, Kind.GROWTH, Kind.CHANGE, Kind.RANK, Kind.STREAK)


def _weight(card: Card) -> tuple[bool, bool, int, int, float, str]:
    money = 0 if card.unit == "CNY" and card.kind is Kind.LEVEL else 1
    return (
        card.is_elsewhere,
        card.subject is not None,
        money,
        KIND_ORDER.index(card.kind),
        -abs(card.front.observation.value),
        card.anchor,
    )


def _prominence(point: Point) -> tuple[int, int]:
    status = {Status.ACTUAL: 2, Status.ESTIMATE: 1, Status.TARGET: 0}[point.observation.status]
    return (status, point.year or 0)
