"""Reading time: every expression of a period, resolved by the date of the text; nothing is guessed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.statements.period import Period, TimeRole
from yanchao.statements.periods import expressions, find_periods
from yanchao.statements.times import families

PUBLISHED = date(2025, 3, 1)


def only(text: str, published: date | None = PUBLISHED) -> Period:
    (period,) = find_periods(text, published)
    return period


def test_the_years_up_to_a_summer_are_those_before_it_and_its_own() -> None:
    assert only("五年来，建成学校30所。", date(2025, 6, 1)).iso == "2020/2025"


@pytest.mark.parametrize(
    "text", ["去年产值30亿元。", "今年产值30亿元。", "过去五年产值增长。", "近三年产值增长。"]
)
def test_without_a_date_relative_time_stays_unresolved(text: str) -> None:
    assert only(text, None).iso is None


def test_a_part_of_this_year_is_of_no_year_that_was_told_before() -> None:
    found = find_periods("2020年产值9亿元，今年上半年产值4亿元。", None)
    assert [period.iso for period in found] == ["2020", None, None]


def test_a_bare_part_of_a_year_belongs_to_the_year_last_spoken_of() -> None:
    text = "2023年产值30亿元，上半年15亿元，1—11月27亿元。"
    assert [period.iso for period in find_periods(text, PUBLISHED)] == [
        "2023",
        "2023-01/2023-06",
        "2023-01/2023-11",
    ]


def test_the_end_of_the_time_reported_on_is_its_last_day() -> None:
    text = "截至报告期末，员工300人。"
    assert [period.iso for period in find_periods(text, PUBLISHED, report="2024")] == ["2024-12-31"]
    assert [period.iso for period in find_periods(text, PUBLISHED, report="2024-01/2024-06")] == [
        "2024-06-30"
    ]


def test_what_a_place_has_is_of_the_day_that_its_sentence_gives() -> None:
    assert [period.iso for period in find_periods("2024年末，全市现有企业30家。", PUBLISHED)] == [
        "2024-12-31"
    ]
    text = "2022年首条产线投产。园区现有企业30家。"
    assert [period.iso for period in find_periods(text, PUBLISHED)] == ["2022", None]


def test_a_bare_part_of_a_year_falls_back_to_the_year_of_the_text() -> None:
    assert only("一季度产值3亿元。").iso == "2025-01/2025-03"
    assert find_periods("一季度产值3亿元。", None)[0].iso is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("三季度产值3亿元。", "2024-07/2024-09"),
        ("1—12月产量3万吨。", "2024-01/2024-12"),
        ("12月产量3万吨。", "2024-12"),
        ("截至12月末，企业30家。", "2024-12-31"),
        ("年末常住人口30万人。", "2024-12-31"),
        ("1—2月产量3万吨。", "2025-01/2025-02"),
        ("力争年末企业30家。", "2025-12-31"),
        ("到12月底，建成30家。", "2025-12-31"),
        ("今年12月投产，2025年末企业30家。", "2025-12-31"),
    ],
)
def test_what_no_year_dates_and_is_told_in_spring_is_of_the_year_before(text: str, iso: str) -> None:
    assert find_periods(text, PUBLISHED)[-1].iso == iso


def test_a_period_in_two_parts_of_a_sentence_is_two_periods() -> None:
    text = "从2020年的9亿元增加到2024年的12亿元。"
    assert [text[p.start : p.end] for p in find_periods(text, PUBLISHED)] == ["2020年", "2024年"]


@pytest.mark.parametrize(
    "text",
    [
        "产值2025亿元。",
        "编号12025年检。",
        "3.14月球",
        "2024一线员工30人。",
        "现有超载区退出，覆盖率30%。",
        "产业链条完整，技术领先。",
        "第十五届运动会。",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert all(period.iso is None or period.role is TimeRole.NAME for period in find_periods(text, PUBLISHED))


@pytest.mark.parametrize(
    "text", ["2024年13月产值。", "2024年0月产值。", "2024年2月45日产值。", "2024年11—3月产值。"]
)
def test_an_impossible_date_is_no_period_of_its_own(text: str) -> None:
    for period in find_periods(text, PUBLISHED):
        assert period.iso is None or len(period.iso) in (4, 7, 10, 15, 9)


@given(st.text(alphabet="0123456789年月日底前后近十五四三季度上下半去今—至“”", max_size=40))
def test_any_run_of_time_words_is_read_without_a_slip(text: str) -> None:
    end = 0
    for period in find_periods(text, PUBLISHED):
        assert end <= period.start < period.end <= len(text)
        end = period.end


ANY_TIME = re.compile("|".join(f"(?P<{name}>{family.pattern})" for name, family in families().items()))


@given(st.from_regex(ANY_TIME, alphabet=st.characters(max_codepoint=0x9FFF)))
def test_no_expression_is_passed_over_for_its_opening(text: str) -> None:
    assert [(match.span(), match.lastgroup) for match in expressions(text)] == [
        (match.span(), match.lastgroup) for match in ANY_TIME.finditer(text)
    ]


def test_the_end_of_last_year_is_not_the_year_that_goes_on() -> None:
    found = find_periods("上年末，企业9万家。1月份，新设企业3万家。", date(2024, 2, 8))
    assert [period.iso for period in found] == ["2023-12-31", "2024-01"]
