"""Figures as their reader writes them."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.atlas.figures import (
    axis,
    growth_words,
    interval_words,
    last_year,
    percent_words,
    period_words,
    show,
    unit_words,
)
from yanchao.atlas.language import Language
from yanchao.lexicon.lexicon import load
from yanchao.statements.statement import Comparator, Kind

ZH, EN = Language.ZH, Language.EN


@pytest.mark.parametrize(
    ("value", "unit", "kind", "zh", "en"),
    [
        (1961920000000, "CNY", "level", "1.962万亿元", "1.962 trillion yuan"),
        (1997000000000, "CNY", "level", "1.997万亿元", "1.997 trillion yuan"),  # never 2万亿 before it is
        (305846000000, "CNY", "level", "3058.46亿元", "305.85 billion yuan"),
        (720000000000, "CNY", "level", "7200亿元", "720 billion yuan"),
        (9859, "count:家", "level", "9859家", "9,859"),
        (5700000, "count:辆", "level", "570万辆", "5.7 million vehicles"),
        ("0.43", "1", "growth", "+43%", "+43%"),
        ("-0.032", "1", "growth", "−3.2%", "−3.2%"),
        ("1.05", "1", "share", "105%", "105%"),
        ("2.27", "1", "share", "2.27", "2.27"),  # a ratio of two amounts
        ("0.7", "pp", "change", "+0.7个百分点", "+0.7 pp"),
        (1, "1", "rank", "第1位", "No. 1"),
        (8, "year", "streak", "连续8年", "8 years running"),
        (9000000, "t/a", "level", "900万吨/年", "9 million tonnes a year"),
        (480, "CNY/t", "level", "480元/吨", "480 yuan/t"),
        (108000000000, "W", "level", "1.08亿千瓦", "108 million kW"),
        (0, "CNY", "level", "0元", "0 yuan"),
    ],
)
def test_a_figure_reads_as_its_reader_writes_it(
    value: str | int, unit: str, kind: str, zh: str, en: str
) -> None:
    assert str(show(Decimal(value), unit, Kind(kind), ZH)) == zh
    assert str(show(Decimal(value), unit, Kind(kind), EN)) == en


def test_a_large_ratio_is_in_percent_where_its_words_are() -> None:
    assert str(show(Decimal("1.8"), "1", Kind.SHARE, ZH, printed="180%")) == "180%"
    assert str(show(Decimal("1.8"), "1", Kind.SHARE, ZH, printed="1.8")) == "1.8"


@pytest.mark.parametrize(
    ("comparator", "zh", "en"),
    [
        ("=", "570万辆", "5.7 million vehicles"),
        (">", "超570万辆", ">5.7 million vehicles"),
        (">=", "≥570万辆", "≥5.7 million vehicles"),
        ("<", "近570万辆", "<5.7 million vehicles"),
        ("<=", "≤570万辆", "≤5.7 million vehicles"),
        ("~", "约570万辆", "≈5.7 million vehicles"),
    ],
)
def test_the_comparator_of_the_text_stands_before_the_figure(comparator: str, zh: str, en: str) -> None:
    for language, words in ((ZH, zh), (EN, en)):
        shown = show(5700000, "count:辆", Kind.LEVEL, language, comparator=Comparator(comparator))
        assert str(shown) == words


def test_a_range_keeps_both_ends() -> None:
    shown = show(Decimal("3.5"), "count:个", Kind.LEVEL, ZH, low=Decimal(3), high=Decimal(4))
    assert str(shown) == "3–4个"


def test_what_was_rounded_off_is_in_the_exact_value() -> None:
    shown = show(Decimal("1961923450000"), "CNY", Kind.LEVEL, ZH)
    assert shown.number == "1.962"
    assert shown.exact == "1,961,923,450,000元"


@given(st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, places=4))
def test_a_shown_number_is_within_a_thousandth_of_the_true_one(value: Decimal) -> None:
    shown = show(value, "CNY", Kind.LEVEL, EN)
    scale = {"trillion yuan": 10**12, "billion yuan": 10**9, "million yuan": 10**6, "yuan": 1}[shown.unit]
    read_back = Decimal(shown.number.replace(",", "").replace("−", "-")) * scale
    assert abs(read_back - value) <= max(abs(value) / 1000, Decimal("0.005"))


@pytest.mark.parametrize(
    ("low", "high", "zh"),
    [
        (1.95e13, math.inf, ""),  # 超20万亿元 says so itself
        (-math.inf, 1.05e13, ""),
        (4.845e11, 5.355e11, "4845–5355亿元"),
        (1.3567315e13, 1.3567325e13, ""),  # too narrow to tell a reader anything
    ],
)
def test_an_interval_is_said_where_it_says_something(low: float, high: float, zh: str) -> None:
    assert interval_words(low, high, "CNY", Kind.LEVEL, ZH) == zh


@pytest.mark.parametrize(
    ("values", "unit", "kind", "zh", "en"),
    [
        (
            [0, 5e11, 1e12],
            "CNY",
            "level",
            ("万亿元", ("0", "0.5", "1")),
            ("trillion yuan", ("0", "0.5", "1")),
        ),
        (
            [0, 2e5, 4e5],
            "count:辆",
            "level",
            ("万辆", ("0", "20", "40")),
            ("vehicles", ("0", "200,000", "400,000")),
        ),
        ([0, 1500], "count:家", "level", ("家", ("0", "1500")), ("", ("0", "1,500"))),
        ([0, 0.1], "1", "growth", ("", ("0%", "+10%")), ("", ("0%", "+10%"))),
    ],
)
def test_an_axis_says_its_unit_once(
    values: list[float],
    unit: str,
    kind: str,
    zh: tuple[str, tuple[str, ...]],
    en: tuple[str, tuple[str, ...]],
) -> None:
    assert axis(values, unit, Kind(kind), ZH) == zh
    assert axis(values, unit, Kind(kind), EN) == en


def test_a_count_that_is_exact_has_no_interval() -> None:
    assert interval_words(7.5, 8.5, "count:个", Kind.LEVEL, ZH) == ""


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("2023", "2023年", "2023"),
        ("2024-01/2024-09", "2024年1—9月", "Jan–Sep 2024"),
        ("2023-11/2024-02", "2023年11月—2024年2月", "Nov 2023–Feb 2024"),
        ("2024-11-30", "截至2024年11月30日", "as of 30 Nov 2024"),
        ("2024-03", "2024年3月", "Mar 2024"),
        ("2018/2024", "2018—2024年", "2018–2024"),
        (None, "时期未注明", "period not given"),
        ("who knows", "who knows", "who knows"),
    ],
)
def test_a_period_reads_as_its_reader_says_it(period: str | None, zh: str, en: str) -> None:
    assert period_words(period, ZH) == zh
    assert period_words(period, EN) == en


def test_progress_is_rounded_down_so_that_nothing_is_done_before_it_is() -> None:
    assert [percent_words(part) for part in (0.98096, 0.9999, 1.0, 0.57, None)] == [
        "98%",
        "99%",
        "100%",
        "57%",
        "—",
    ]


def test_a_rate_has_its_sign() -> None:
    assert [growth_words(rate) for rate in (0.12, -0.034, None)] == ["+12.0%", "−3.4%", "—"]


def test_a_period_ends_in_its_last_year() -> None:
    assert [last_year(period) for period in ("2018/2024", "2024-01/2024-09", None)] == [2024, 2024, None]


def test_every_unit_of_the_packs_has_words() -> None:
    lexicon = load()
    units = {unit.unit for unit in lexicon.units.values()}
    units |= {counter.unit for counter in lexicon.counters.values() if counter.unit}
    nameless = {
        unit
        for unit in units
        if not unit.startswith("count:") and unit_words(unit, ZH)[0] == unit and unit != "1"
    }
    assert nameless == set()
