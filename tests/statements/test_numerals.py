"""Reading one number: digits, Chinese numerals and their mixtures, with the size of the last step printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writing import chinese
from yanchao.statements.numerals import chinese_value, read_number


@pytest.mark.parametrize(
    ("written", "value", "resolution"),
    [
        ("0", 0, 1),
        ("2500", 2500, 1),
        ("2,500", 2500, 1),
        ("12,345,678", 12345678, 1),
        ("3.60", "3.60", "0.01"),
        ("2.5亿", 250000000, 10000000),
        ("2500亿", 250000000000, 100000000),
        ("0.68万亿", 680000000000, 10000000000),
        ("25万6千", 256000, 1000),
        ("3万4000", 34000, 1),
        ("2亿3000万", 230000000, 10000),
        ("九", 9, 1),
        ("二十", 20, 1),
        ("三百五十万亿", 350 * 10**12, 10**12),
        ("一万五千亿", 15 * 10**11, 10**8),
        ("一千零八", 1008, 1),
        ("二〇二五", 2025, 1),
        ("三点一四", "3.14", "0.01"),
        ("两点五亿", 250000000, 10000000),
    ],
)
def test_a_number_has_a_value_and_a_last_step(written: str, value: object, resolution: object) -> None:
    number = read_number(written + "元", 0)
    assert number is not None
    assert number.end == len(written)
    assert number.value == Decimal(str(value))
    assert number.resolution == Decimal(str(resolution))


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("几十", 20, 90),
        ("数百", 200, 900),
        ("几百万", 2000000, 9000000),
        ("数十亿", 2000000000, 9000000000),
        ("十几", 11, 19),
        ("三十几万", 310000, 390000),
    ],
)
def test_an_open_class_reaches_from_its_least_to_its_greatest(written: str, low: int, high: int) -> None:
    number = read_number(written + "元", 0)
    assert number is not None
    assert (number.low, number.high) == (low, high)
    assert number.value == Decimal(low + high) / 2


def test_an_open_class_after_digits_counts_in_the_place_left_open() -> None:
    number = read_number("30几万元", 0)
    assert number is not None
    assert (number.low, number.high) == (310000, 390000)


@pytest.mark.parametrize("written", ["200余", "30多万", "二百余万", "一千多万", "十多", "3万余"])
def test_a_number_with_a_rest_is_more_than_it_says(written: str) -> None:
    number = read_number(written + "元", 0)
    assert number is not None
    assert number.more
    assert number.end == len(written)


@pytest.mark.parametrize("written", ["百", "千", "万", "亿", "万亿", "千万"])
def test_a_place_word_alone_is_no_number_by_itself(written: str) -> None:
    number = read_number(written + "元", 0)
    assert number is not None
    assert number.bare


@pytest.mark.parametrize("written", ["一百", "3万", "两千亿", "五"])
def test_a_digit_makes_a_place_word_a_number(written: str) -> None:
    number = read_number(written + "元", 0)
    assert number is not None
    assert not number.bare


@pytest.mark.parametrize(
    ("text", "end"),
    [("一千瓦", 1), ("两千赫", 1), ("三十万千瓦", 3), ("百分之五", 0), ("3千克", 1), ("五兆瓦", 1)],
)
def test_what_belongs_to_the_unit_is_no_multiplier(text: str, end: int) -> None:
    number = read_number(text, 0)
    assert (number.end if number else 0) == end


@pytest.mark.parametrize("written", ["", "三五", "一十二三", "两两"])
def test_what_is_no_number_has_no_value_or_is_read_digit_by_digit(written: str) -> None:
    value, _, _ = chinese_value(written)
    assert value is None or len(str(value)) == len(written)


@given(st.integers(1, 10**13 - 1))
def test_every_chinese_numeral_reads_back(value: int) -> None:
    written = chinese(value)
    number = read_number(written + "元", 0)
    assert number is not None
    assert number.end == len(written)
    assert number.value == value


@given(st.integers(0, 10**15))
def test_digits_with_separators_read_back(value: int) -> None:
    written = f"{value:,}"
    number = read_number(written + "元", 0)
    assert number is not None
    assert (number.value, number.end) == (value, len(written))


@given(
    st.text(alphabet="零一二两三四五六七八九十百千万亿余多几数点0123456789,.兆廿", min_size=1, max_size=30)
)
def test_any_run_of_numerals_is_read_without_a_slip(text: str) -> None:
    number = read_number(text, 0)
    if number is not None:
        assert 0 < number.end <= len(text)
        assert number.value >= 0
        assert number.low is None or (number.high is not None and number.low <= number.value <= number.high)
