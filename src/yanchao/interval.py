"""Closed intervals of real numbers, with the arithmetic that keeps every value that could be meant."""

from __future__ import annotations

import math

from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of real numbers, `low <= high`; either end may be infinite."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high

    def contains(self, value: float) -> bool:
        return self.low <= value <= self.high

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        if self.low >= 0.0 and other.low >= 0.0:
            return Interval(_times(self.low, other.low), _times(self.high, other.high))
        products = [_times(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(products), max(products))

    def __truediv__(self, other: Interval) -> Interval:
        """The quotient; the whole line where the divisor may be zero."""
        if other.low <= 0.0 <= other.high:
            return EVERYTHING
        inverse = Interval(1.0 / other.high, 1.0 / other.low)
        return self * inverse


EVERYTHING = Interval(-math.inf, math.inf)


def exactly(value: float) -> Interval:
    """The interval of a number that is known, not printed."""
    return Interval(value, value)


def _times(a: float, b: float) -> float:
    """The product, with zero times infinity taken as zero, as interval arithmetic needs."""
    return 0.0 if a == 0.0 or b == 0.0 else a * b
