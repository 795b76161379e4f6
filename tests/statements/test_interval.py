"""The interval that a printed figure claims, by the table in `interval.py`, and its algebra."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.interval import EVERYTHING, Interval, exactly
from yanchao.statements.interval import interval
from yanchao.statements.statement import Comparator, Quantity

NUMBERS = st.floats(-1e6, 1e6)


def quantity(
    value: str, comparator: str = "=", resolution: str = "1", low: str | None = None, high: str | None = None
) -> Quantity:
    return Quantity(
        0, 1, Decimal(value), "t", Comparator(comparator), Decimal(resolution),
        None if low is None else Decimal(low), None if high is None else Decimal(high),
    )  # fmt: skip


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    one, other = draw(NUMBERS), draw(NUMBERS)
    return Interval(min(one, other), max(one, other))


@st.composite
def inside(draw: st.DrawFn) -> tuple[Interval, float]:
    found = draw(intervals())
    return found, draw(st.floats(found.low, found.high))


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        (quantity("570"), 569.5, 570.5),
        (quantity("570", resolution="10"), 565, 575),
        (quantity("570", ">"), 569.5, math.inf),
        (quantity("570", ">="), 569.5, math.inf),
        (quantity("570", "<"), -math.inf, 570.5),
        (quantity("570", "<="), -math.inf, 570.5),
        (quantity("570", "~"), 541.5, 598.5),
        (quantity("3", "~"), 2, 4),
        (quantity("3.5", low="3", high="4"), 2.5, 4.5),
        (quantity("3.5", ">=", low="3", high="4"), 2.5, math.inf),
        (quantity("-3.2", resolution="0.1"), -3.25, -3.15),
    ],
)
def test_a_printed_figure_claims_what_its_rounding_and_bound_allow(
    printed: Quantity, low: float, high: float
) -> None:
    claimed = interval(printed)
    assert claimed.low == pytest.approx(low)
    assert claimed.high == pytest.approx(high)


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(list(Comparator)))
def test_a_figure_never_excludes_what_it_prints(value: Decimal, comparator: Comparator) -> None:
    assert interval(quantity(str(value), comparator.value, "0.01")).contains(float(value))


@given(inside(), inside())
def test_whatever_two_numbers_do_their_intervals_hold_the_result(
    one: tuple[Interval, float], other: tuple[Interval, float]
) -> None:
    (a, x), (b, y) = one, other
    slack = 1e-6 * max(1.0, abs(x * y), abs(x), abs(y))

    def holds(result: Interval, value: float) -> bool:
        return result.low - slack <= value <= result.high + slack

    assert holds(a + b, x + y)
    assert holds(a - b, x - y)
    assert holds(a * b, x * y)


@given(inside(), st.floats(0.001, 1e3), st.floats(0.0, 1e3))
def test_a_quotient_holds_what_two_numbers_give(
    one: tuple[Interval, float], low: float, width: float
) -> None:
    a, x = one
    divisor = Interval(low, low + width)
    result = a / divisor
    slack = 1e-6 * max(1.0, abs(x / low))
    assert result.low - slack <= x / low <= result.high + slack


def test_nothing_is_known_of_a_quotient_whose_divisor_may_be_zero() -> None:
    assert exactly(1.0) / Interval(-1.0, 1.0) == EVERYTHING


@given(intervals(), intervals())
def test_intervals_meet_where_some_number_lies_in_both(a: Interval, b: Interval) -> None:
    middle = max(a.low, b.low)
    assert a.meets(b) is b.meets(a)
    assert a.meets(b) is (a.contains(middle) and b.contains(middle))


@given(inside())
def test_what_is_known_exactly_is_one_number(one: tuple[Interval, float]) -> None:
    _, x = one
    assert exactly(x) == Interval(x, x)
    assert exactly(x).contains(x)
