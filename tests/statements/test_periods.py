"""Reading time: every expression of a period, resolved by the date of the text; nothing is guessed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.statements.periods import EXPRESSION, Period, TimeRole, expressions, find_periods

PUBLISHED = date(2025, 3, 1)


def only(text: str, published: date | None = PUBLISHED) -> Period:
    (period,) = find_periods(text, published)
    return period


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("2023年产值30亿元。", "2023年", "2023"),
        ("2023年度产值30亿元。", "2023年度", "2023"),
        ("2023年全县产值30亿元。", "2023年", "2023"),
        ("2024年上半年产值30亿元。", "2024年上半年", "2024-01/2024-06"),
        ("2024年前三季度产值30亿元。", "2024年前三季度", "2024-01/2024-09"),
        ("2024年一季度产值30亿元。", "2024年一季度", "2024-01/2024-03"),
        ("2024年第四季度产值30亿元。", "2024年第四季度", "2024-10/2024-12"),
        ("2024年三季度末贷款30亿元。", "2024年三季度末", "2024-09-30"),
        ("一季度末贷款30亿元。", "一季度末", "2025-03-31"),
        ("2024年前11个月产值30亿元。", "2024年前11个月", "2024-01/2024-11"),
        ("2024年1—11月产值30亿元。", "2024年1—11月", "2024-01/2024-11"),
        ("2024年1至11月产值30亿元。", "2024年1至11月", "2024-01/2024-11"),
        ("2024年10月1日至7日接待游客30万人。", "2024年10月1日至7日", "2024-10"),
        ("2月1—5日接待游客30万人。", "2月1—5日", "2025-02"),
        ("18年1—7月销量30万辆。", "18年1—7月", "2018-01/2018-07"),
        ("上个月，产值30亿元。", "上个月", "2025-02"),
        ("年初以来，产值30亿元。", "年初以来", "2025"),
        ("2024半年报显示，产值30亿元。", "2024半年", "2024-01/2024-06"),
        ("2024年6月产值3亿元。", "2024年6月", "2024-06"),
        ("2024年6月15日装机30万千瓦。", "2024年6月15日", "2024-06-15"),
        ("2024年11月底企业30家。", "2024年11月底", "2024-11-30"),
        ("2024年2月末企业30家。", "2024年2月末", "2024-02-29"),
        ("2024年底企业30家。", "2024年底", "2024-12-31"),
        ("2024年末企业30家。", "2024年末", "2024-12-31"),
        ("2021—2025年产值年均增长5%。", "2021—2025年", "2021/2025"),
        ("2021年至2025年产值年均增长5%。", "2021年至2025年", "2021/2025"),
        ("“十四五”期间产值年均增长5%。", "“十四五”期间", "2021/2025"),
        ("“十三五”时期产值年均增长5%。", "“十三五”时期", "2016/2020"),
        ("“十四五”末产值30亿元。", "“十四五”末", "2025"),
        ("2024年一至三季度产值30亿元。", "2024年一至三季度", "2024-01/2024-09"),
        ("第二至第四季度产值30亿元。", "第二至第四季度", "2025-04/2025-12"),
        ("十年前产值30亿元。", "十年前", "2015"),
        ("5年之前产值30亿元。", "5年之前", "2020"),
        ("年底企业30家。", "年底", "2025-12-31"),
        ("三季度产值30亿元。", "三季度", "2024-07/2024-09"),
        ("去年产值30亿元。", "去年", "2024"),
        ("上年产值30亿元。", "上年", "2024"),
        ("前年产值30亿元。", "前年", "2023"),
        ("今年产值30亿元。", "今年", "2025"),
        ("过去一年，产值30亿元。", "过去一年", "2024"),
        ("过去五年，产值年均增长5%。", "过去五年", "2020/2024"),
        ("力争5年内培育企业30家。", "5年内", "2030"),
        ("“十四五”前四年，产值年均增长5%。", "“十四五”前四年", "2021/2024"),
        ("“十三五”时期前三年，产值年均增长5%。", "“十三五”时期前三年", "2016/2018"),
        ("2024年前两个月，产值3亿元。", "2024年前两个月", "2024-01/2024-02"),
        ("前3月产值3亿元。", "前3月", "2025-01/2025-03"),
        ("前3个月产值3亿元。", "前3个月", "2025-01/2025-03"),
        ("前3季度产值3亿元。", "前3季度", "2024-01/2024-09"),
        ("前二季度产值3亿元。", "前二季度", "2024-01/2024-06"),
        ("2024年半年报显示，产值3亿元。", "2024年半年", "2024-01/2024-06"),
        ("未来10年，产值3亿元。", "未来10年", "2025/2034"),
        ("新一个五年，产值3亿元。", "新一个五年", "2025/2029"),
        ("去年以来，产值3亿元。", "去年以来", "2024/2025"),
        ("回首2021，产值3亿元。", "回首2021", "2021"),
        ("2024年5月1日至5月31日，产值3亿元。", "2024年5月1日至5月31日", "2024-05"),
        ("2024上半年产值30亿元。", "2024上半年", "2024-01/2024-06"),
        ("2024年1月1日至6月30日，收入30亿元。", "2024年1月1日至6月30日", "2024-01/2024-06"),
        ("2023年9月至2024年3月，收入30亿元。", "2023年9月至2024年3月", "2023-09/2024-03"),
        ("二〇二四年末企业30家。", "二〇二四年末", "2024-12-31"),
        ("三年以内床位翻番。", "三年以内", "2028"),
        ("2023财年净利润30亿元。", "2023财年", "2023"),
        ("2023财年第二季度净利润30亿元。", "2023财年第二季度", "2023"),
        ("2023财年第四财季净利润30亿元。", "2023财年第四财季", "2023"),
        ("2020年6月开园以来，引进企业30家。", "2020年6月开园以来", "2020/2024"),
        ("2020年6月3日通车以来，运货30万吨。", "2020年6月3日通车以来", "2020/2024"),
        ("五年来，建成学校30所。", "五年来", "2020/2024"),
        ("展望“十五五”，产值将达30亿元。", "“十五五”", "2030"),
    ],
)
def test_an_expression_of_time_has_its_words_and_period(text: str, words: str, iso: str) -> None:
    period = only(text)
    assert text[period.start : period.end] == words
    assert period.iso == iso


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("2023年产值30亿元。", TimeRole.AT),
        ("到2027年，产值30亿元。", TimeRole.UNTIL),
        ("截至2024年底，企业30家。", TimeRole.UNTIL),
        ("“十四五”时期，产值30亿元。", TimeRole.WINDOW),
        ("近5年年均增长10%。", TimeRole.RECENT),
        ("比2020年增长10%。", TimeRole.BASE),
        ("较2020年提高3个百分点。", TimeRole.BASE),
        ("比上年增长10%。", TimeRole.BASE),
        ("由上年全年下降3%转为增长。", TimeRole.BASE),
        ("目前，企业30家。", TimeRole.NOW),
        ("《南海县2025年行动方案》出台。", TimeRole.NAME),
        ("2025年全县工业大会召开。", TimeRole.NAME),
        ("“十四五”规划收官。", TimeRole.NAME),
        ("“十四五”实现良好开局。", TimeRole.NAME),
        ("出口创2023年3月以来新高。", TimeRole.NAME),
        ("游客数为2019年以来最高水平。", TimeRole.NAME),
        ("降雨量创近十年新低。", TimeRole.NAME),
        ("今年以来最大的项目投产。", TimeRole.AT),
        ("产量为今年以来最高水平。", TimeRole.NAME),
        ("2019年以来投资增长9%。", TimeRole.AT),
        ("扭转了2019年以来下滑的局面。", TimeRole.RECENT),
        ("在上年较快增长的基础上，投资增长6%。", TimeRole.NAME),
        ("2024年，全县在高基数基础上增长5%。", TimeRole.AT),
        ("每年6月上市。", TimeRole.NAME),
        ("鲜笋上市到翌年3月。", TimeRole.NAME),
        ("园区现有企业30家。", TimeRole.NOW),
        ("“十四五”顺利收官。", TimeRole.WINDOW),
        ("增速高于邻县2024年一季度的2%。", TimeRole.BASE),
        ("产值与2023年计划目标持平。", TimeRole.NAME),
        ("工业增速2022年以来连续8个季度高于全省。", TimeRole.RECENT),
    ],
)
def test_an_expression_of_time_has_its_part_in_the_clause(text: str, role: TimeRole) -> None:
    assert only(text).role is role


def test_the_years_up_to_a_summer_are_those_before_it_and_its_own() -> None:
    assert only("五年来，建成学校30所。", date(2025, 6, 1)).iso == "2020/2025"


@pytest.mark.parametrize(
    "text", ["去年产值30亿元。", "今年产值30亿元。", "过去五年产值增长。", "近三年产值增长。"]
)
def test_without_a_date_relative_time_stays_unresolved(text: str) -> None:
    assert only(text, None).iso is None


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


@given(st.from_regex(re.compile(EXPRESSION.pattern), alphabet=st.characters(max_codepoint=0x9FFF)))
def test_no_expression_is_passed_over_for_its_opening(text: str) -> None:
    assert [match.span() for match in expressions(text)] == [
        match.span() for match in EXPRESSION.finditer(text)
    ]


def test_the_end_of_last_year_is_not_the_year_that_goes_on() -> None:
    found = find_periods("上年末，企业9万家。1月份，新设企业3万家。", date(2024, 2, 8))
    assert [period.iso for period in found] == ["2023-12-31", "2024-01"]


def test_a_quarter_of_a_firm_s_year_is_no_months_that_anybody_can_tell() -> None:
    assert only("第四财季营收8亿美元。").iso is None
