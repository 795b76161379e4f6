"""What a figure says for a verdict: its words with rounding left aside, and the bound of a fall turned round.

The ledger keeps what a printed figure may be, rounding and all; whether 1.8万亿元 meets a target of 1.8万亿元 is not a
question of the fifth digit. So a verdict takes a number as itself, a range by its ends, and a hedge by what it leaves open.
"""

from __future__ import annotations

import math
from typing import TypeVar

from yanchao.interval import Interval, exactly
from yanchao.ledger.series import Assertion, Observation
from yanchao.quick import replace
from yanchao.statements.statement import Comparator, Kind

Said = TypeVar("Said", Observation, Assertion)

MIRRORED = {
    Comparator.MORE: Comparator.LESS,
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.LESS: Comparator.MORE,
    Comparator.AT_MOST: Comparator.AT_LEAST,
}
OF_A_FALL = (Kind.GROWTH, Kind.CHANGE)
"""The kinds of which a fall is told by its size: 下降3%以上 is a fall of 3% or more."""

FINEST = 1e-6
"""The smallest step of a last digit that is looked for, as a part of the width of what is claimed."""


def printed(said: Observation | Assertion) -> Interval:
    """What the words claim, rounding left aside.

    超 and 以上 are open above, 近 and 不超过 below, 约 and 左右 reach as far as the ledger says, a range has its ends.
    """
    if said.comparator in (Comparator.MORE, Comparator.AT_LEAST):
        return Interval(said.value, math.inf)
    if said.comparator in (Comparator.LESS, Comparator.AT_MOST):
        return Interval(-math.inf, said.value)
    if said.comparator is Comparator.ABOUT:
        return Interval(said.low, said.high)
    half = _half_step(said.low, said.high)
    if said.high - said.low <= 2.001 * half:
        return exactly(said.value)
    return Interval(said.low + half, said.high - half)


def turned(said: Said, kind: Kind) -> Said:
    """The same figure, with the bound of a fall where it belongs.

    下降3%以上 is read as -3% with 以上 on the number; what it says is -3% or less. 降幅3%以内 is -3% or more.
    """
    if kind not in OF_A_FALL or said.value >= 0 or said.comparator not in MIRRORED:
        return said
    is_open_above = math.isinf(said.high)
    half = (said.value - said.low) if is_open_above else (said.high - said.value)
    low, high = (-math.inf, said.value + half) if is_open_above else (said.value - half, math.inf)
    return replace(said, comparator=MIRRORED[said.comparator], low=low, high=high)


def _half_step(low: float, high: float) -> float:
    """Half of one step of the last digit that was printed, from the interval that rounding gave.

    The ends lie halfway between two multiples of the step, and of no other power of ten. Where no power of ten is the
    step (a unit that multiplies out to an odd number), the figure is taken to be no range: half of the whole width.
    """
    width = high - low
    if width <= 0 or math.isinf(width):
        return 0.0
    step = 10.0 ** math.floor(math.log10(width) + 1e-9)
    while step > width * FINEST:
        if _is_halfway(low / step) and _is_halfway(high / step):
            return step / 2
        step /= 10
    return width / 2


def _is_halfway(steps: float) -> bool:
    return abs(steps - math.floor(steps) - 0.5) < 1e-6 + 1e-12 * abs(steps)
