"""The algebra: what holds for the true values holds for the printed ones, and wider figures never break a relation."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from auditing import figure
from yanchao.audit.dossier import Claim, Figure
from yanchao.audit.relations import Factor, Increase, Product, Same, Stated, Sum
from yanchao.interval import Interval
from yanchao.statements.statement import Comparator

AMOUNTS = st.decimals(min_value=1, max_value=10**6, places=4, allow_nan=False)
SHARES = st.decimals(min_value="0.001", max_value=1, places=6)
GROWTHS = st.decimals(min_value="-0.5", max_value=2, places=6)
DIGITS = st.integers(min_value=0, max_value=4)
HEDGES = st.sampled_from(list(Comparator))


def printed(value: Decimal, digits: int, comparator: Comparator, kind: str) -> Figure:
    """A figure that prints `value` truthfully: rounded to `digits` decimals, hedged by `comparator`.

    A writer who says 超 prints what the value exceeds or rounds to, one who says 近 what it falls short of.
    """
    step = Decimal(1).scaleb(-digits)
    rounded = value.quantize(step, rounding=ROUND_HALF_UP)
    return figure(rounded, kind=kind, resolution=step, comparator=comparator)


@given(AMOUNTS, SHARES, DIGITS, DIGITS, DIGITS, HEDGES)
def test_a_true_part_share_and_whole_always_agree(
    whole: Decimal, share: Decimal, a: int, b: int, c: int, hedge: Comparator
) -> None:
    part = whole * share
    form = Product(
        (
            Factor(printed(part, a, hedge, "level")),
            Factor(printed(share, b + 3, Comparator.EQUAL, "share"), -1),
            Factor(printed(whole, c, Comparator.EQUAL, "level"), -1),
        )
    )
    assert form.holds(lambda one: one.claim)


@given(AMOUNTS, GROWTHS, DIGITS, DIGITS, HEDGES)
def test_a_true_level_growth_and_earlier_level_always_agree(
    earlier: Decimal, growth: Decimal, a: int, b: int, hedge: Comparator
) -> None:
    form = Product(
        (
            Factor(printed(earlier * (1 + growth), a, hedge, "level")),
            Factor(printed(earlier, a, Comparator.EQUAL, "level"), -1),
            Factor(printed(growth, b + 2, Comparator.EQUAL, "growth"), -1, shift=1.0),
        )
    )
    assert form.holds(lambda one: one.claim)


@given(AMOUNTS, AMOUNTS, DIGITS, DIGITS)
def test_a_true_level_addition_and_growth_always_agree(
    before: Decimal, added: Decimal, a: int, b: int
) -> None:
    form = Increase(
        printed(before + added, a, Comparator.EQUAL, "level"),
        printed(added, a, Comparator.EQUAL, "level"),
        printed(added / before, b + 2, Comparator.EQUAL, "growth"),
    )
    assert form.holds(lambda one: one.claim)


@given(AMOUNTS, AMOUNTS, DIGITS, DIGITS)
def test_a_true_level_what_was_taken_away_and_decline_always_agree(
    now: Decimal, gone: Decimal, a: int, b: int
) -> None:
    form = Increase(
        printed(now, a, Comparator.EQUAL, "level"),
        printed(-gone, a, Comparator.EQUAL, "change"),
        printed(-gone / (now + gone), b + 2, Comparator.EQUAL, "growth"),
    )
    assert form.holds(lambda one: one.claim)


@given(st.floats(1, 1e6), st.floats(1, 1e6))
def test_what_an_addition_needs_of_each_of_the_three_is_the_true_value(before: float, added: float) -> None:
    true = before + added, added, added / before
    form = Increase(
        *(figure(value, kind=kind) for value, kind in zip(true, ("level", "level", "growth"), strict=True))
    )
    for one, value in zip(form.figures, true, strict=True):
        needed = form.needed(one, lambda other: other.claim)
        assert needed.low * (1 - 1e-6) <= value <= needed.high * (1 + 1e-6)


@given(st.floats(1, 1e6), st.floats(1, 1e6))
def test_what_an_addition_and_a_multiple_need_of_each_other_is_the_true_value(
    before: float, added: float
) -> None:
    true = before + added, added, (before + added) / before
    kinds = ("level", "level", "share")
    form = Increase(*(figure(value, kind=kind) for value, kind in zip(true, kinds, strict=True)), once=1.0)
    for one, value in zip(form.figures, true, strict=True):
        needed = form.needed(one, lambda other: other.claim)
        assert needed.low * (1 - 1e-6) <= value <= needed.high * (1 + 1e-6)


@given(st.lists(AMOUNTS, min_size=2, max_size=8), DIGITS)
def test_true_parts_always_add_up_to_their_total(parts: list[Decimal], digits: int) -> None:
    total = printed(sum(parts, Decimal(0)), digits, Comparator.EQUAL, "level")
    figures = [printed(part, digits, Comparator.EQUAL, "level") for part in parts]
    form = Sum((*((one, 1.0) for one in figures), (total, -1.0)))
    assert form.holds(lambda one: one.claim)


@given(AMOUNTS, DIGITS, DIGITS, HEDGES, HEDGES)
def test_the_same_thing_said_twice_agrees_however_it_is_hedged_and_rounded(
    value: Decimal, a: int, b: int, first: Comparator, second: Comparator
) -> None:
    assert Same(printed(value, a, first, "level"), printed(value, b, second, "level"), 2.0).holds(
        lambda one: one.claim
    )


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=3, max_size=3), AMOUNTS)
def test_wider_claims_never_break_what_held(pairs: list[tuple[Decimal, Decimal]], more: Decimal) -> None:
    figures = [figure(value, resolution=width) for value, width in pairs]
    wide = {
        one: Claim(
            Interval(max(one.range.low - float(more), 0.0), one.range.high + float(more)), one.claim.stated
        )
        for one in figures
    }
    forms = (
        Product((Factor(figures[0]), Factor(figures[1], -1), Factor(figures[2], -1))),
        Sum(((figures[0], 1.0), (figures[1], 1.0), (figures[2], -1.0))),
    )
    for form in forms:
        if form.holds(lambda one: one.claim):
            assert form.holds(lambda one: wide[one])


@given(AMOUNTS, SHARES, st.integers(min_value=0, max_value=2))
def test_what_a_relation_needs_of_a_figure_makes_it_hold(whole: Decimal, share: Decimal, which: int) -> None:
    figures = [figure(whole * share * 7), figure(share, kind="share"), figure(whole)]
    form = Product((Factor(figures[0]), Factor(figures[1], -1), Factor(figures[2], -1)))
    needed = form.needed(figures[which], lambda one: one.claim)
    assume(math.isfinite(needed.low) and math.isfinite(needed.high))
    middle = Interval((needed.low + needed.high) / 2, (needed.low + needed.high) / 2)
    assert form.holds(lambda one: Claim(middle, middle) if one is figures[which] else one.claim)


def test_two_lower_bounds_far_apart_are_not_the_same_claim() -> None:
    low = figure("7200", resolution=1, comparator=Comparator.MORE)
    high = figure("30000", resolution=1, comparator=Comparator.MORE)
    assert not Same(low, high).holds(lambda one: one.claim)
    assert Same(low, figure("7200", resolution=100, comparator=Comparator.AT_LEAST)).holds(
        lambda one: one.claim
    )


def test_nothing_falls_by_more_than_all_of_it() -> None:
    level, earlier = figure(5), figure(10)
    growth = figure("-3.12", kind="growth")
    form = Product((Factor(level), Factor(earlier, -1), Factor(growth, -1, shift=1.0)))
    assert not form.holds(lambda one: one.claim)


def test_what_a_figure_states_is_its_number_without_the_comparator() -> None:
    bound = figure("500", resolution=1, comparator=Comparator.AT_LEAST)
    assert bound.range.high == math.inf
    assert Stated(bound, Interval(500.0, 500.0)).holds(lambda one: one.claim)
    assert not Stated(bound, Interval(900.0, 900.0)).holds(lambda one: one.claim)


@pytest.mark.parametrize(("unit", "whole"), [("count:个", 18.0), ("person", 18.0), ("CNY", 18.5)])
def test_a_count_printed_to_the_last_one_is_exact(unit: str, whole: float) -> None:
    assert figure(18, resolution=1, unit=unit).range.high == whole


def test_an_amount_never_reaches_below_nothing() -> None:
    assert figure(3, resolution=10).range.low == 0.0
    assert figure("-0.03", resolution="0.1", kind="growth").range.low < 0.0


@given(
    AMOUNTS,
    SHARES,
    GROWTHS,
    st.lists(DIGITS, min_size=4, max_size=4),
    st.lists(HEDGES, min_size=2, max_size=2),
)
def test_what_a_relation_needs_of_a_figure_holds_its_true_value(
    whole: Decimal, share: Decimal, growth: Decimal, digits: list[int], hedges: list[Comparator]
) -> None:
    part, earlier = whole * share, whole / (1 + growth)
    figures = {
        whole: printed(whole, digits[0], Comparator.EQUAL, "level"),
        part: printed(part, digits[1], hedges[0], "level"),
        share: printed(share, digits[2] + 3, Comparator.EQUAL, "share"),
        earlier: printed(earlier, digits[3], hedges[1], "level"),
        growth: printed(growth, digits[3] + 2, Comparator.EQUAL, "growth"),
    }
    forms = (
        (
            Product((Factor(figures[part]), Factor(figures[share], -1), Factor(figures[whole], -1))),
            (part, share, whole),
        ),
        (
            Product(
                (Factor(figures[whole]), Factor(figures[earlier], -1), Factor(figures[growth], -1, shift=1.0))
            ),
            (whole, earlier, growth),
        ),
        (Sum(((figures[whole], 1.0), (figures[part], -1.0)), Interval(0.0, math.inf)), (whole, part)),
    )
    for form, values in forms:
        for value in values:
            needed = form.needed(figures[value], lambda one: one.claim)
            slack = 1e-9 * max(1.0, abs(float(value)))
            assert needed.low - slack <= float(value) <= needed.high + slack


@given(
    st.lists(AMOUNTS, min_size=3, max_size=3),
    st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=3, max_size=3),
    st.integers(0, 2),
)
def test_a_relation_needs_no_less_of_a_figure_when_the_others_claim_more(
    values: list[Decimal], more: list[tuple[Decimal, Decimal]], which: int
) -> None:
    figures = [figure(value, resolution="0.1") for value in values]
    wide = {
        one: Claim(Interval(max(one.range.low - float(a), 0.0), one.range.high + float(b)), one.claim.stated)
        for one, (a, b) in zip(figures, more, strict=True)
    }
    forms = (
        Product((Factor(figures[0]), Factor(figures[1], -1), Factor(figures[2], -1))),
        Sum(((figures[0], 1.0), (figures[1], 1.0), (figures[2], -1.0))),
    )
    for form in forms:
        own = form.needed(figures[which], lambda one: one.claim)
        wider = form.needed(figures[which], lambda one: wide[one])
        slack = 1e-9 * max(1.0, abs(own.low), abs(own.high))
        assert wider.low <= own.low + slack
        assert wider.high >= own.high - slack
