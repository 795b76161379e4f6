"""The growth of a whole as the mean of that of its parts, weighted by what they were before."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.audit.test_breakdowns import dossier

from auditing import figure
from yanchao.audit.blends import Blend, blends
from yanchao.audit.dossier import Figure
from yanchao.audit.relations import printed

EARLIER = st.lists(st.decimals(min_value=10, max_value=10**5, places=3), min_size=2, max_size=4)
GROWTHS = st.lists(st.decimals(min_value="-0.5", max_value=1, places=5), min_size=4, max_size=4)


def rounded(value: Decimal, digits: int, kind: str) -> Figure:
    step = Decimal(1).scaleb(-digits)
    return figure(value.quantize(step, rounding=ROUND_HALF_UP), kind=kind, resolution=step)


def blend(earlier: list[Decimal], growths: list[Decimal]) -> Blend:
    """A whole and its parts as a truthful writer prints them."""
    now = [level * (1 + growth) for level, growth in zip(earlier, growths, strict=False)]
    whole = sum(now, Decimal(0)) / sum(earlier, Decimal(0)) - 1
    parts = tuple(rounded(growth, 3, "growth") for growth in growths[: len(now)])
    return Blend(rounded(whole, 3, "growth"), parts, tuple(rounded(level, 1, "level") for level in now))


@given(EARLIER, GROWTHS)
def test_true_growths_of_a_whole_and_all_its_parts_always_agree(
    earlier: list[Decimal], growths: list[Decimal]
) -> None:
    assert blend(earlier, growths).holds(printed)


@given(EARLIER, GROWTHS)
def test_what_a_part_needs_holds_the_growth_that_it_has(
    earlier: list[Decimal], growths: list[Decimal]
) -> None:
    form = blend(earlier, growths)
    for part in form.parts:
        assert form.needed(part, printed).meets(part.range)


def test_a_blend_wants_the_level_and_the_growth_of_every_part() -> None:
    told = (
        "2024年，全市外贸进出口2146.5亿元，增长4.2%。其中，出口1763.2亿元，增长5.1%；进口383.3亿元{growth}。"
    )
    whole, parts, levels = next(blends(dossier(told.format(growth="，增长0.3%"))))
    assert [one.text for one in (whole, *parts, *levels)] == [
        "4.2%",
        "5.1%",
        "0.3%",
        "1763.2亿元",
        "383.3亿元",
    ]
    assert not list(blends(dossier(told.format(growth=""))))


def test_parts_that_do_not_add_up_say_nothing_of_the_growth() -> None:
    text = "2024年，全市外贸进出口2146.5亿元，增长4.2%。其中，出口1263.2亿元，增长5.1%；进口383.3亿元，增长0.3%。"
    assert not list(blends(dossier(text)))
