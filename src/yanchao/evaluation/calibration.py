"""How far the confidence of statements can be taken at its word: bands of equal count, said against right.

A confidence is calibrated when, of the statements that carry about the same one, that share is right. Bands are by count
and not by width, so that each holds enough statements to say something; statements of one confidence stay in one band.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from math import sqrt

from yanchao.quick import dataclass

BANDS = 10

Judged = tuple[float, bool]
"""A read statement as calibration sees it: its confidence, and whether every field of it is right."""


@dataclass(frozen=True, slots=True)
class Band:
    """The statements whose confidence lies between `low` and `high`: how many, how sure on average, how many right."""

    low: float
    high: float
    count: int
    said: float
    right: int

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.count

    @property
    def gap(self) -> float:
        """Share right less confidence: below zero the statements are surer than they should be."""
        return self.share - self.said

    @property
    def chance(self) -> float:
        """The standard error of `share` by chance alone, were the confidence exact: what a gap must be held against."""
        return sqrt(self.said * (1 - self.said) / self.count)


def bands(judged: Iterable[Judged], wanted: int = BANDS) -> tuple[Band, ...]:
    """The judged statements in up to `wanted` bands of about equal count, least sure first."""
    ordered = sorted(judged)
    made: list[Band] = []
    held: list[Judged] = []
    placed = 0
    for _, same in groupby(ordered, key=lambda one: one[0]):
        held += same
        if len(held) * (wanted - len(made)) >= len(ordered) - placed:
            placed += len(held)
            made.append(_band(held))
            held = []
    return (*made, _band(held)) if held else tuple(made)


def expected_error(made: Sequence[Band]) -> float:
    """The expected calibration error: the mean gap of a statement's band, without its sign."""
    total = sum(band.count for band in made)
    return sum(abs(band.gap) * band.count for band in made) / total if total else 0.0


def _band(held: Sequence[Judged]) -> Band:
    said = sum(confidence for confidence, _ in held) / len(held)
    return Band(held[0][0], held[-1][0], len(held), said, sum(right for _, right in held))
