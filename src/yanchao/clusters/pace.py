"""How fast it went and how fast it would have to go, as intervals, with the formula written out.

A compound pace from a to b in n years is ``(b / a) ** (1 / n) - 1``, the average annual growth rate of the statistical
yearbooks (水平法, National Bureau of Statistics, *Main Statistical Indicators Explained*). It is defined between
positive levels only. A linear pace is ``(b - a) / n`` a year in the unit of the figures: it is defined from zero, from a
loss and for shares, where a compound one says nothing.

Both rise with b and fall with a, so that the ends of the interval are at the ends of the figures: every pace that the
true values behind the printed ones can have lies in it, and both its ends are reached.
"""

from __future__ import annotations

import math
from enum import StrEnum

from yanchao.clusters.wording import FRACTION, Reason, figure, percent
from yanchao.interval import Interval
from yanchao.quick import dataclass


class Form(StrEnum):
    """How a pace is counted."""

    COMPOUND = "compound"  # growth a year, as a fraction
    LINEAR = "linear"  # the same amount every year, in the unit of the figures


@dataclass(frozen=True, slots=True)
class Pace:
    """A pace a year: as the printed figures give it, the interval that they leave open, and the formula with its numbers."""

    form: Form
    value: float
    low: float
    high: float
    formula: str

    @property
    def interval(self) -> Interval:
        return Interval(self.low, self.high)


def rate(form: Form, first: float, last: float, years: int) -> float | None:
    """The pace from `first` to `last`; None where it is not defined or `years` is not positive.

    >>> f"{rate(Form.COMPOUND, 500, 605, 2):.3f}"
    '0.100'
    >>> rate(Form.COMPOUND, -5, 10, 2), rate(Form.LINEAR, -5, 10, 2)
    (None, 7.5)
    """
    if years <= 0 or (form is Form.COMPOUND and (first <= 0 or last <= 0)):
        return None
    found = end_of(form, first, last, years)
    return found if math.isfinite(found) else None


def between(form: Form, first: Interval, last: Interval, years: int) -> Interval | None:
    """Every pace that values of two intervals can have; None where no two of them have one.

    A compound pace has values above zero alone: of an interval that reaches below, that part counts.
    """
    if years <= 0 or (form is Form.COMPOUND and (first.high <= 0 or last.high <= 0)):
        return None
    return Interval(end_of(form, first.high, last.low, years), end_of(form, first.low, last.high, years))


def end_of(form: Form, first: float, last: float, years: int) -> float:
    """The pace between two ends of intervals, which may be infinite.

    Under a compound pace a level at or below zero stands for one that comes near to zero.
    """
    if form is Form.LINEAR:
        return (last - first) / years
    first, last = max(first, 0.0), max(last, 0.0)
    if math.isinf(first) or last == 0.0:
        return -1.0
    if first == 0.0 or math.isinf(last):
        return math.inf
    try:
        # by logarithms: the quotient of two large numbers may be too large to be one
        return math.expm1((math.log(last) - math.log(first)) / years)
    except OverflowError:
        return math.inf


def pace(
    form: Form, first: tuple[float, Interval], last: tuple[float, Interval], years: int, unit: str
) -> Pace | None:
    """The pace from one figure to another, each its printed value and its interval, in base unit `unit`."""
    value = rate(form, first[0], last[0], years)
    open_to = between(form, first[1], last[1], years)
    if value is None or open_to is None:
        return None
    one, other = (figure(each[0], unit).zh for each in (first, last))
    if form is Form.COMPOUND:
        formula = f"({other}/{one})^(1/{years})-1 = {percent(value)}"
    else:
        formula = f"({other}-{one})/{years} = {figure(value, unit).zh}"
    return Pace(form, value, open_to.low, open_to.high, formula)


def told(pace: Pace, unit: str) -> Reason:
    """A pace in a sentence: growth in percent, or so much of the unit a year."""
    if pace.form is Form.COMPOUND:
        return Reason(f"年均{percent(pace.value)}", f"{percent(pace.value)} a year")
    step = figure(pace.value, unit)
    if unit == FRACTION:
        step = Reason(f"{pace.value * 100:.2f}个百分点", f"{pace.value * 100:.2f} points")
    return Reason(f"每年{step.zh}", f"{step.en} a year")
