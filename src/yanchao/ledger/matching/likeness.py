"""How alike two series are that the rules keep apart, as a score with named reasons.

The rules have spoken where two keys differ in kind, unit, qualifier or place, or in two measures of the packs: level and growth,
规模以上 and all, new and cumulative, real and nominal are never one, and no one is asked. What is left differs in words alone.
The score joins nothing: it says what a person should look at, and what first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

from yanchao.interval import Interval
from yanchao.ledger.members import MEMBER
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon
from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass

DOUBTFUL = 0.5
"""From this score on, a person is asked."""

ALIKE = 0.6
"""Of the pairs of characters of two names, the part in common from which they are alike."""

MAGNITUDE = 10.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A line of `signs.csv`."""

    sign: str
    weight: Decimal
    meaning: str
    meaning_en: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A point of a series as it is compared: its period, what its best source allows, and the sentence that says so
    (its document and where it begins)."""

    period: str | None
    status: str
    bounds: Interval
    sentence: tuple[str, int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score between 0 and 1, and the signs it comes from, the weightiest first."""

    score: float
    signs: tuple[str, ...]


def likeness(
    one: SeriesKey,
    other: SeriesKey,
    figures: Sequence[Figure],
    other_figures: Sequence[Figure],
    lexicon: Lexicon,
) -> Likeness | None:
    """How alike two series are; None where the rules say that they can never be one."""
    if settled_apart(one, other, lexicon):
        return None
    found = [*_of_names(one, other, lexicon), *_of_figures(figures, other_figures)]
    weights = _weights()
    found.sort(key=lambda sign: -abs(weights[sign].weight))
    total = sum(weights[sign].weight for sign in found)
    return Likeness(min(max(float(total), 0.0), 1.0), tuple(found))


def settled_apart(one: SeriesKey, other: SeriesKey, lexicon: Lexicon) -> bool:
    """Whether the rules have spoken: two keys differ in more than words, or in words that the packs know."""
    if (one.kind, one.unit, one.qualifiers) != (other.kind, other.unit, other.qualifiers):
        return True
    if one.region != other.region:
        return True
    if one.measure != other.measure and {one.measure, other.measure} <= lexicon.measures.keys():
        return True
    if MEMBER.search(one.subject) or MEMBER.search(other.subject):
        return True
    owners = {key.subject.partition("·")[0] for key in (one, other)}
    is_whole_known = any(owner in lexicon.clusters or lexicon.place(owner) for owner in owners)
    if is_whole_known and one.subject != other.subject and one.measure == other.measure:
        # of a place or a cluster as a whole the other's words (海洋, 县域) name a part
        return not _may_be_lent(one, other, lexicon)
    return one.base != other.base and named(one, lexicon) != named(other, lexicon)


def _may_be_lent(one: SeriesKey, other: SeriesKey, lexicon: Lexicon) -> bool:
    """Whether the text's own words name a thing of a cluster's section here and of the place there: 充电桩 may be all that there are."""
    if one.measure in lexicon.measures or one.base != other.base:
        return False
    return any(
        section.subject in lexicon.clusters and place.subject == place.region and place.cluster is None
        for section, place in ((one, other), (other, one))
    )


def meaning(sign: str, language: int = 0) -> str:
    """What a sign means, in Chinese or (1) in English."""
    line = _weights()[sign]
    return (line.meaning, line.meaning_en)[language]


def named(key: SeriesKey, lexicon: Lexicon) -> str:
    """What is compared of a series: whose it is, where that is no place, and what is measured, in one."""
    subject, _, part = key.subject.partition("·")
    cluster = lexicon.clusters.get(subject)
    measure = lexicon.measures.get(key.measure)
    owner = cluster.name if cluster else "" if lexicon.place(subject) else subject
    return f"{owner}{part}{measure.name if measure else key.measure}"


def in_common(one: str, other: str) -> float:
    """Dice's coefficient of the pairs of characters of two names."""
    first, second = (Counter(map("".join, pairwise(name))) for name in (one, other))
    return 2 * (first & second).total() / ((first.total() + second.total()) or 1)


def _of_names(one: SeriesKey, other: SeriesKey, lexicon: Lexicon) -> list[str]:
    first, second = sorted((named(one, lexicon), named(other, lexicon)), key=len)
    signs = []
    if one.measure == other.measure and _may_be_lent(one, other, lexicon):
        signs.append("cluster")
    elif first == second:
        signs.append("universe" if one.base != other.base else "cluster")
    elif sorted(first) == sorted(second):
        signs.append("order")
    else:
        if _is_within(first, second):
            more = "".join((Counter(second) - Counter(first)).elements())
            is_short = len(more) <= 1 or (first[:1], first[-1:]) == (second[:1], second[-1:])
            signs.append("abbreviated" if is_short else "longer")
            if any(set(word) <= set(more) for word in _narrowing()):
                signs.append("narrowing")
        if in_common(first, second) >= ALIKE:
            signs.append("alike")
    if len({one.measure, other.measure} & lexicon.measures.keys()) == 1:
        signs.append("measure-known")
    return signs


def _of_figures(figures: Sequence[Figure], other_figures: Sequence[Figure]) -> list[str]:
    signs = []
    pairs = [(a, b) for a in figures for b in other_figures]
    if any(a.sentence == b.sentence for a, b in pairs):
        signs.append("one-breath")
    together = [
        a.bounds.meets(b.bounds)
        for a, b in pairs
        if a.period and (a.period, a.status) == (b.period, b.status)
    ]
    if together:
        signs.append("values-agree" if all(together) else "values-apart")
    else:
        ratios = [ratio for a, b in pairs if (ratio := _ratio(a.bounds, b.bounds)) is not None]
        if ratios:
            signs.append("values-far" if min(ratios) >= MAGNITUDE else "values-near")
    return signs


def _ratio(one: Interval, other: Interval) -> float | None:
    ends = [abs(bound.low) if abs(bound.low) != float("inf") else abs(bound.high) for bound in (one, other)]
    if 0.0 in ends or float("inf") in ends:
        return None
    return max(ends) / min(ends)


def _is_within(first: str, second: str) -> bool:
    """Whether the characters of the one stand in the other, in their order."""
    rest = iter(second)
    return all(character in rest for character in first)


@cache
def _weights() -> dict[str, Sign]:
    return {line.sign: line for line in read_table(Path(__file__).with_name("signs.csv"), Sign)}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A line of `narrowing.csv`."""

    word: str


@cache
def _narrowing() -> tuple[str, ...]:
    return tuple(line.word for line in read_table(Path(__file__).with_name("narrowing.csv"), Narrowing))
