"""Fractions and ratios as they are written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.statements.parts import FRACTION, RATIO, fraction, is_time_of_day, members


@pytest.mark.parametrize(
    ("words", "value"),
    [("四分之一", "0.25"), ("百分之八十五点六", "0.856"), ("千分之3", "0.003"), ("万分之一点五", "0.00015")],
)
def test_a_fraction_is_its_part_of_the_whole(words: str, value: str) -> None:
    match = FRACTION.match(words)
    assert match is not None
    part = fraction(match)
    assert part is not None
    assert part.value == Decimal(value)


def test_a_round_fraction_is_known_to_a_tenth_of_itself() -> None:
    match = FRACTION.match("五分之一")
    assert match is not None
    part = fraction(match)
    assert part is not None
    assert part.step == part.value / 10


@given(st.lists(st.decimals(1, 97, places=1), min_size=2, max_size=2))
def test_the_members_of_a_whole_of_a_hundred_are_its_shares(first: list[Decimal]) -> None:
    last = Decimal(100) - sum(first)
    if last <= 0:
        return
    text = ":".join(str(each) for each in (*first, last))
    ratio = RATIO.match(text)
    assert ratio is not None
    parts = members(text, ratio)
    assert sum(part.value for part in parts) == 1
    assert [text[part.start : part.end] for part in parts] == text.split(":")


@pytest.mark.parametrize(
    ("text", "value"),
    [("收入比为2.5:1", "2.5"), ("收入之比为3:2", "1.5"), ("3:2", None), ("比值为3:0", None)],
)
def test_two_members_are_one_ratio_where_the_text_says_so(text: str, value: str | None) -> None:
    ratio = RATIO.search(text)
    assert ratio is not None
    assert [part.value for part in members(text, ratio)] == ([] if value is None else [Decimal(value)])


def test_a_time_of_day_behind_a_day_is_no_ratio() -> None:
    text = "2024-05-06 08:30:00"
    ratio = RATIO.search(text)
    assert ratio is not None
    assert is_time_of_day(text, ratio)
