"""What a figure says for a verdict: rounding aside, and with the bound of a fall where it belongs."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.clusters.bounds import printed, turned
from yanchao.interval import Interval
from yanchao.ledger.series import Observation
from yanchao.statements.interval import interval
from yanchao.statements.statement import Comparator, Kind, Quantity, Status

STEPS = [Decimal(10) ** exponent for exponent in range(-4, 13)]


def stated(
    value: Decimal,
    step: Decimal,
    comparator: str = "=",
    *,
    low: Decimal | None = None,
    high: Decimal | None = None,
) -> Observation:
    """A figure as the ledger keeps it."""
    quantity = Quantity(0, 1, value, "CNY", Comparator(comparator), step, low, high)
    bounds = interval(quantity)
    return Observation(
        "2025", Status.ACTUAL, float(value), bounds.low, bounds.high, Comparator(comparator), (), False
    )


@given(st.integers(-99_999, 99_999), st.sampled_from(STEPS))
def test_a_number_is_itself_however_it_was_rounded(digits: int, step: Decimal) -> None:
    value = digits * step
    assert printed(stated(value, step)) == Interval(float(value), float(value))


@given(st.integers(0, 9_999), st.integers(1, 9_999), st.sampled_from(STEPS))
def test_a_range_has_its_ends(start: int, length: int, step: Decimal) -> None:
    low, high = start * step, (start + length) * step
    found = printed(stated((low + high) / 2, step, low=low, high=high))
    assert (found.low, found.high) == (pytest.approx(float(low)), pytest.approx(float(high)))


@pytest.mark.parametrize(
    ("comparator", "low", "high"),
    [
        (">", 800, math.inf),
        (">=", 800, math.inf),
        ("<", -math.inf, 800),
        ("<=", -math.inf, 800),
        ("~", 760, 840),
    ],
)
def test_a_hedge_is_open_where_its_word_leaves_it(comparator: str, low: float, high: float) -> None:
    assert printed(stated(Decimal(800), Decimal(1), comparator)) == Interval(low, high)


@pytest.mark.parametrize(
    ("comparator", "low", "high"),
    [
        (">=", -math.inf, -0.03),  # 下降3%以上
        ("<=", -0.03, math.inf),  # 降幅3%以内
        ("=", -0.03, -0.03),
    ],
)
def test_the_bound_of_a_fall_is_on_its_size(comparator: str, low: float, high: float) -> None:
    fall = stated(Decimal("-0.03"), Decimal("0.01"), comparator)
    found = printed(turned(fall, Kind.GROWTH))
    assert (found.low, found.high) == (low, high)
    assert turned(turned(fall, Kind.GROWTH), Kind.GROWTH).comparator is fall.comparator


def test_a_loss_is_no_fall() -> None:
    loss = stated(Decimal(-5), Decimal(1), ">=")
    assert turned(loss, Kind.LEVEL) is loss


def test_a_bound_that_was_turned_keeps_its_rounding() -> None:
    found = turned(stated(Decimal("-0.03"), Decimal("0.01"), ">="), Kind.GROWTH)
    assert (found.low, found.high) == (-math.inf, pytest.approx(-0.025))
