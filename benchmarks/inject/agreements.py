"""Figures of one sentence of which one is worked out from two others, found by the numbers alone.

No word is looked at: where a share, a growth, a difference or an average agrees within the rounding of all three with two figures beside
it, and all three are told closely enough, that is no accident. So a relation is counted whatever construction it stands in.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence

from benchmarks.inject.texts import CleanText
from benchmarks.inject.tie import Reads, Tie
from yanchao.audit.dossier import claim, years
from yanchao.interval import Interval
from yanchao.statements.statement import Comparator, Kind, Statement

DIGITS_OF_RESULT = 2
CLOSE = 0.06
"""How wide the interval of what two figures are worth may be, over its middle, for an agreement to say something."""

MOST_FIGURES = 14
"""Figures of a sentence beyond which it is a list, in which some three always agree."""

Numbers = tuple[int, int, int]
Worth = Callable[[Reads, Numbers], Interval]
"""What the first two of three figures are worth together, to be held against the third."""


def agreements(text: CleanText, sentence: Sequence[int]) -> Iterator[Tie]:
    """The ties of one sentence, given by the numbers of its figures."""
    if len(sentence) > MOST_FIGURES:
        return
    for numbers in itertools.permutations(sentence, 3):
        if not _are_told_closely(text, numbers):
            continue
        for name, worth in _worths(*(text.statements[number] for number in numbers)):
            told = worth(text.statements.__getitem__, numbers)
            if _width(told) <= CLOSE and told.meets(claim(text.statements[numbers[2]]).range):
                yield Tie(name, numbers, _agreeing(worth, numbers))


def _are_told_closely(text: CleanText, numbers: Numbers) -> bool:
    figures = [text.statements[number] for number in numbers]
    if any(one.comparator is not Comparator.EQUAL or not one.value for one in figures):
        return False
    return len(figures[2].value.normalize().as_tuple().digits) >= DIGITS_OF_RESULT


def _worths(one: Statement, other: Statement, result: Statement) -> Iterator[tuple[str, Worth]]:
    """What a figure may be of two others, by the kinds and units of the three."""
    if one.kind is other.kind is Kind.SHARE and result.unit == "pp":
        yield "difference in points", _points
    if one.kind is not Kind.LEVEL or other.kind is not Kind.LEVEL:
        return
    if one.unit != other.unit:
        if result.kind is Kind.LEVEL and result.unit == one.unit:
            yield "average", _quotient
    elif result.kind is Kind.SHARE and result.unit == "1":
        yield "share or multiple", _quotient
    elif result.kind is Kind.GROWTH:
        yield "growth", _growth
        yield "addition", _addition
        first, last = years(other.period), years(one.period)
        if first and last and last[1] > first[0] + 1:
            yield "yearly growth", _yearly(last[1] - first[0])
    elif result.kind is Kind.CHANGE and result.unit == one.unit:
        yield "difference", _difference


def _quotient(reads: Reads, numbers: Numbers) -> Interval:
    return claim(reads(numbers[0])).range / claim(reads(numbers[1])).range


def _difference(reads: Reads, numbers: Numbers) -> Interval:
    return claim(reads(numbers[0])).range - claim(reads(numbers[1])).range


def _points(reads: Reads, numbers: Numbers) -> Interval:
    difference = _difference(reads, numbers)
    return Interval(difference.low * 100, difference.high * 100)


def _growth(reads: Reads, numbers: Numbers) -> Interval:
    return _quotient(reads, numbers) - Interval(1.0, 1.0)


def _yearly(span: int) -> Worth:
    def worth(reads: Reads, numbers: Numbers) -> Interval:
        quotient = _quotient(reads, numbers)
        return Interval(max(quotient.low, 0.0) ** (1 / span) - 1, max(quotient.high, 0.0) ** (1 / span) - 1)

    return worth


def _addition(reads: Reads, numbers: Numbers) -> Interval:
    """The growth that an addition was: the first figure came to what is the second by now."""
    added, now = (claim(reads(number)).range for number in numbers[:2])
    if now.low <= added.high:
        return Interval(0.0, math.inf)
    return Interval(added.low / (now.high - added.low), added.high / (now.low - added.high))


def _agreeing(worth: Worth, numbers: Numbers) -> Callable[[Reads], bool]:
    return lambda reads: worth(reads, numbers).meets(claim(reads(numbers[2])).range)


def _width(interval: Interval) -> float:
    middle = abs(interval.low + interval.high) / 2
    return (interval.high - interval.low) / middle if middle else math.inf
