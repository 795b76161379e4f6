"""The actuals that a target may be held against, one a year, and how fast they went.

A target meets only actuals of the same thing: same cluster, subject, kind, unit, base and qualifiers, and the same
measure. The one exception is size: plans set 产业规模 where reports give 营业收入, so revenue and size are held
against each other, and the reason says so. Value added never meets revenue.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yanchao.ledger.periods import OVER_THE_FRAME, is_point, year
from yanchao.ledger.series import Assertion, Observation, Series, SeriesKey
from yanchao.quick import dataclass
from yanchao.statements.statement import Kind, Status

BEFORE, AFTER = 16, 8
"""Characters around a figure by which its sentence is known in another print."""

SIZE = ("revenue", "scale", "software-revenue")
"""Measures of how large an industry is that are held against each other; the first is preferred."""


@dataclass(frozen=True, slots=True)
class Actual:
    """An actual with the year it is about and the measure it is given in."""

    year: int
    measure: str
    observation: Observation


def is_comparable(one: SeriesKey, other: SeriesKey) -> bool:
    """Whether an actual of one key may be held against a target of the other."""
    same_measure = one.measure == other.measure or (one.measure in SIZE and other.measure in SIZE)
    # A cluster is the subject of the nation's figure as well as of the province's: 全国 must not meet a province's target.
    # What a firm earns with its robots has no place, and is no province's either.
    is_placeless = None in (one.region, other.region) and one.subject != one.cluster
    same_place = one.region == other.region or is_placeless
    return (
        same_measure
        and same_place
        and (one.subject, one.kind, one.unit, one.base, one.qualifiers)
        == (other.subject, other.kind, other.unit, other.base, other.qualifiers)
    )


def is_of_a_period(key: SeriesKey) -> bool:
    """Whether a figure is about what happened within its period and nothing else.

    A revenue of 800 reached in 2023 is reached for 2025 as well; a growth of 5% in 2023 says nothing of 2025.
    """
    return key.kind in (Kind.GROWTH, Kind.CHANGE) or bool(OVER_THE_FRAME & set(key.qualifiers))


def actuals(series: Sequence[Series], preferred: str) -> list[Actual]:
    """The dated actuals in order, one a year: that of the target's own measure first, then that of the best source."""
    found: dict[int, Actual] = {}
    for each in series:
        for observation in each.observations:
            its_year = year(observation.period)
            if (
                observation.status is not Status.ACTUAL
                or its_year is None
                or not is_point(observation.period)
            ):
                continue
            actual = Actual(its_year, each.key.measure, observation)
            held = found.get(its_year)
            if held is None or _preference(actual, preferred) < _preference(held, preferred):
                found[its_year] = actual
    return [found[its_year] for its_year in sorted(found)]


def of_the_period(series: Iterable[Series], period: str | None) -> list[Actual]:
    """The actuals of exactly this period, of the best source first among equals."""
    its_year = year(period)
    if its_year is None:
        return []
    found = [
        Actual(its_year, each.key.measure, observation)
        for each in series
        for observation in each.observations
        if observation.status is Status.ACTUAL and observation.period == period
    ]
    return sorted(found, key=lambda actual: _preference(actual, actual.measure))[:1]


def growth_given(series: Iterable[Series], last: Actual, key: SeriesKey) -> Observation | None:
    """The yearly growth that the texts themselves give for the last actual."""
    wanted = (Kind.GROWTH, last.measure, key.subject, key.region, ())
    for each in series:
        its = each.key
        if (its.kind, its.measure, its.subject, its.region, its.qualifiers) != wanted:
            continue
        for observation in each.observations:
            if observation.status is Status.ACTUAL and year(observation.period) == last.year:
                return observation
    return None


def says_the_same(one: Observation, other: Observation) -> bool:
    """Whether all that one of them rests on are sentences of the other: a notice and its reprint, read once as what is aimed at and once
    as what there is, are one word, and no target is reached by itself."""
    words = {_around(said) for said in other.assertions}
    return bool(one.assertions) and {_around(said) for said in one.assertions} <= words


def _around(said: Assertion) -> tuple[str, float, str]:
    """The figure with the words right before and behind it, without spaces: they are the same wherever its sentence is printed."""
    start, end = said.start - said.quote_start, said.end - said.quote_start
    before, after = ("".join(part.split()) for part in (said.quote[:start], said.quote[end:]))
    return before[-BEFORE:], said.value, after[:AFTER]


def _preference(actual: Actual, preferred: str) -> tuple[bool, int, float]:
    best = actual.observation.assertions[0].rank if actual.observation.assertions else 9
    return actual.measure != preferred, best, -actual.observation.value
