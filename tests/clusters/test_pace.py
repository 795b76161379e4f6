"""How fast it went: a pace between printed figures is an interval, and it holds every pace that they leave open."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.clusters.pace import Form, between, pace, rate
from yanchao.interval import Interval, exactly

positive = st.floats(1, 1e6)
anything = st.floats(-1e6, 1e6)
years = st.integers(1, 30)
forms = st.sampled_from(list(Form))


@given(positive, positive, years)
def test_a_compound_pace_leads_from_the_first_value_to_the_last(first: float, last: float, n: int) -> None:
    found = rate(Form.COMPOUND, first, last, n)
    assert found is not None
    assert first * (1 + found) ** n == pytest.approx(last)


@given(anything, anything, years)
def test_a_linear_pace_does_from_any_value(first: float, last: float, n: int) -> None:
    found = rate(Form.LINEAR, first, last, n)
    assert found is not None
    assert first + found * n == pytest.approx(last, abs=1e-6)


@given(forms, anything, anything, st.integers(-3, 30))
def test_a_pace_is_a_number_or_nothing(form: Form, first: float, last: float, n: int) -> None:
    found = rate(form, first, last, n)
    assert found is None or math.isfinite(found)
    assert (found is None) == (n <= 0 or (form is Form.COMPOUND and (first <= 0 or last <= 0)))


@given(forms, positive, positive, positive, years)
def test_more_at_the_end_is_faster_and_more_at_the_start_is_slower(
    form: Form, first: float, last: float, more: float, n: int
) -> None:
    plain = rate(form, first, last, n)
    further, later = rate(form, first, last + more, n), rate(form, first + more, last, n)
    assert plain is not None
    assert further is not None
    assert later is not None
    assert later <= plain <= further


@st.composite
def around(draw: st.DrawFn, values: st.SearchStrategy[float]) -> tuple[float, Interval]:
    """A true value and a printed interval that holds it, open where a hedge leaves it open."""
    value = draw(values)
    below, above = (draw(st.one_of(st.floats(0, 1e5), st.just(math.inf))) for _ in range(2))
    return value, Interval(value - below, value + above)


@given(forms, around(positive), around(positive), years)
def test_the_interval_holds_the_pace_of_every_value_that_the_figures_leave_open(
    form: Form, first: tuple[float, Interval], last: tuple[float, Interval], n: int
) -> None:
    true = rate(form, first[0], last[0], n)
    found = between(form, first[1], last[1], n)
    assert true is not None
    assert found is not None
    assert found.low <= true + 1e-9 * max(1, abs(true))
    assert true - 1e-9 * max(1, abs(true)) <= found.high


@given(around(anything), around(anything), years)
def test_a_compound_pace_of_what_may_be_positive_is_that_of_its_positive_part(
    first: tuple[float, Interval], last: tuple[float, Interval], n: int
) -> None:
    found = between(Form.COMPOUND, first[1], last[1], n)
    assert (found is None) == (first[1].high <= 0 or last[1].high <= 0)
    if first[0] > 0 and last[0] > 0:
        true = rate(Form.COMPOUND, first[0], last[0], n)
        assert true is not None
        assert found is not None
        assert found.low - 1e-6 <= true
        assert true <= found.high * (1 + 1e-6) + 1e-6


@given(forms, around(positive), around(positive), st.floats(0, 1e4), years)
def test_a_coarser_figure_never_narrows_the_interval(
    form: Form, first: tuple[float, Interval], last: tuple[float, Interval], slack: float, n: int
) -> None:
    fine = between(form, first[1], last[1], n)
    wide = Interval(last[1].low - slack, last[1].high + slack)
    coarse = between(form, first[1], wide, n)
    assert fine is not None
    assert coarse is not None
    assert coarse.low <= fine.low
    assert fine.high <= coarse.high


def test_figures_known_exactly_leave_nothing_open() -> None:
    found = between(Form.COMPOUND, exactly(500), exactly(605), 2)
    assert found is not None
    assert found.low == found.high == pytest.approx(0.1)


def test_the_formula_shows_the_numbers() -> None:
    grown = pace(Form.COMPOUND, (5e10, exactly(5e10)), (6.5e10, exactly(6.5e10)), 2, "CNY")
    assert grown is not None
    assert grown.formula == "(650亿/500亿)^(1/2)-1 = 14.0%"
    share = pace(Form.LINEAR, (0.25, exactly(0.25)), (0.28, exactly(0.28)), 3, "1")
    assert share is not None
    assert share.formula == "(28.0%-25.0%)/3 = 1.0%"
