"""Figures of tables: the cell says how much, its row and its column say what, whose and when."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.headings import holds_number
from yanchao.statements.statement import Kind, Statement

BY_INDUSTRY = """<h1>2024年广东省主要产业数据</h1><p>单位：亿元</p>
<table><tr><th>产业</th><th>营业收入</th><th>同比增长（%）</th><th>企业数（家）</th></tr>
<tr><td>陶瓷业</td><td>1,523.4</td><td>5.2</td><td>203</td></tr>
<tr><td>软件业</td><td>20123</td><td>-1.3</td><td>9000</td></tr></table>"""

BY_YEAR = """<h1>浙江省主要指标</h1>
<table><tr><th>指标</th><th>2022年</th><th>2023年</th></tr>
<tr><td>地区生产总值（亿元）</td><td>77715</td><td>82553</td></tr>
<tr><td>常住人口（万人）</td><td>6577</td><td>6627</td></tr></table>"""


def stated(tmp_path: Path, body: str) -> dict[str, Statement]:
    """The statements of a page by the words of their cell."""
    path = tmp_path / "page.html"
    path.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    found = extract(read(path), load())
    return {found.document.text[each.start : each.end]: each for each in found.statements}


def test_a_cell_takes_its_measure_from_its_column_and_its_subject_from_its_row(tmp_path: Path) -> None:
    revenue = stated(tmp_path, BY_INDUSTRY)["1,523.4"]
    assert (revenue.measure, revenue.subject, revenue.unit) == ("营业收入", "陶瓷业", "CNY")
    assert revenue.value == Decimal("152340000000")
    assert (revenue.period, revenue.region, revenue.kind) == ("2024", "440000", Kind.LEVEL)


def test_the_unit_in_a_heading_goes_before_the_unit_over_the_table(tmp_path: Path) -> None:
    assert stated(tmp_path, BY_INDUSTRY)["203"].unit == "count:家"


def test_a_rate_is_the_rate_of_the_column_before_it(tmp_path: Path) -> None:
    rate = stated(tmp_path, BY_INDUSTRY)["-1.3"]
    assert (rate.kind, rate.measure, rate.subject) == (Kind.GROWTH, "营业收入", "软件业")
    assert rate.value == Decimal("-0.013")
    assert rate.cluster == "software"


def test_years_as_headings_are_periods(tmp_path: Path) -> None:
    found = stated(tmp_path, BY_YEAR)
    assert [(found[cell].period, found[cell].measure) for cell in ("77715", "82553")] == [
        ("2022", "地区生产总值"),
        ("2023", "地区生产总值"),
    ]
    assert (found["6627"].value, found["6627"].unit) == (Decimal(66270000), "person")


RATES = """<h1>云州市主要指标</h1><p>2019年，云州市出口额10亿元。</p><p>单位：亿元</p>
<table><tr><th>指标</th><th>2024年</th><th>2025年</th><th>增速</th><th>占全省比重</th></tr>
<tr><td>软件业务收入</td><td>21.5</td><td>23.1</td><td>9.4%</td><td>12.5</td></tr>
<tr><td>出口额</td><td>31.5</td><td>33.6</td><td>6.7</td><td>8.1</td></tr></table>"""

OF_TWO_YEARS = """<h1>云州市产业数据</h1>
<table><tr><th>产业</th><th>2024年营业收入（亿元）</th><th>2025年营业收入（亿元）</th><th>HEADING</th></tr>
<tr><td>陶瓷业</td><td>121</td><td>132</td><td>9.1</td></tr></table>"""


def test_a_rate_without_a_year_is_of_the_latest_year_beside_it(tmp_path: Path) -> None:
    found = stated(tmp_path, RATES)
    assert {cell: found[cell].period for cell in ("9.4%", "6.7", "12.5", "8.1")} == {
        "9.4%": "2025",
        "6.7": "2025",
        "12.5": "2025",
        "8.1": "2025",
    }


def test_a_rate_is_no_amount_whatever_unit_stands_over_the_table(tmp_path: Path) -> None:
    found = stated(tmp_path, RATES)
    assert (found["6.7"].unit, found["6.7"].value, found["6.7"].kind) == ("1", Decimal("0.067"), Kind.GROWTH)
    share = found["12.5"]
    assert (share.unit, share.value, share.kind) == ("1", Decimal("0.125"), Kind.SHARE)
    assert (share.measure, share.base) == ("软件业务收入", "全省")
    assert found["33.6"].value == Decimal("3360000000")


@pytest.mark.parametrize("heading", ["同比", "比上年增长(%)", "增幅（%）", "增减", "较上年"])
def test_a_heading_of_change_makes_a_growth_of_the_later_year(tmp_path: Path, heading: str) -> None:
    rate = stated(tmp_path, OF_TWO_YEARS.replace("HEADING", heading))["9.1"]
    assert (rate.kind, rate.value, rate.period) == (Kind.GROWTH, Decimal("0.091"), "2025")
    assert (rate.measure, rate.subject) == ("营业收入", "陶瓷业")


def test_a_growth_on_the_month_before_is_kept_apart(tmp_path: Path) -> None:
    assert stated(tmp_path, OF_TWO_YEARS.replace("HEADING", "环比"))["9.1"].qualifiers == {"month-on-month"}


def test_a_heading_that_begins_with_its_year_is_no_number(tmp_path: Path) -> None:
    found = stated(tmp_path, OF_TWO_YEARS.replace("HEADING", "同比"))
    assert [(found[cell].period, found[cell].measure) for cell in ("121", "132")] == [
        ("2024", "营业收入"),
        ("2025", "营业收入"),
    ]


def test_the_words_of_a_cell_are_its_whole_row(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(BY_INDUSTRY, encoding="utf-8")
    found = extract(read(path), load())
    rows = {found.document.text[each.sentence.start : each.sentence.end] for each in found.statements}
    assert rows == {"陶瓷业\t1,523.4\t5.2\t203", "软件业\t20123\t-1.3\t9000"}


def test_the_evidence_of_a_cell_leads_to_its_headings(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(BY_INDUSTRY, encoding="utf-8")
    found = extract(read(path), load())
    revenue = next(
        each for each in found.statements if found.document.text[each.start : each.end] == "1,523.4"
    )
    words = revenue.words("measure")
    assert words is not None
    assert found.document.text[words.start : words.end] == "营业收入"


def test_a_number_that_no_heading_explains_states_nothing(tmp_path: Path) -> None:
    assert stated(tmp_path, "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>") == {}


@pytest.mark.parametrize(
    ("cell", "numeric"),
    [
        ("1,523.4", True),
        ("-1.3", True),
        ("12.5%", True),
        ("320万辆", True),
        ("营业收入增长5%。", False),
        ("2024年营收", False),
        ("—", False),
    ],
)
def test_what_a_numeric_cell_is(cell: str, numeric: bool) -> None:
    assert holds_number(cell) is numeric


BY_INDUSTRY_AND_MEASURE = """<h1>江岸县2024年产业数据</h1>
<table><tr><th>序号</th><th>产业</th><th>指标</th><th>计量单位</th><th>2023年</th><th>2024年</th><th>增速</th></tr>
<tr><td>1</td><td rowspan="2">陶瓷</td><td>产值</td><td>亿元</td><td>100.2</td><td>110</td><td>9.8</td></tr>
<tr><td>2</td><td>在册窑炉</td><td>座</td><td>52</td><td>53</td><td>1.9</td></tr></table>"""


def test_a_row_may_be_named_by_several_cells_one_of_which_says_what_is_measured(tmp_path: Path) -> None:
    found = stated(tmp_path, BY_INDUSTRY_AND_MEASURE)
    assert [
        (found[cell].measure, found[cell].subject, found[cell].period) for cell in ("100.2", "110", "9.8")
    ] == [
        ("产值", "陶瓷", "2023"),
        ("产值", "陶瓷", "2024"),
        ("产值", "陶瓷", "2024"),
    ]


def test_a_cell_over_several_rows_names_each_of_them(tmp_path: Path) -> None:
    kilns = stated(tmp_path, BY_INDUSTRY_AND_MEASURE)["53"]
    assert (kilns.measure, kilns.subject) == ("在册窑炉", "陶瓷")


def test_a_column_of_units_gives_each_row_its_unit(tmp_path: Path) -> None:
    found = stated(tmp_path, BY_INDUSTRY_AND_MEASURE)
    assert (found["110"].unit, found["53"].unit, found["1.9"].unit) == ("CNY", "count:座", "1")


def test_what_numbers_or_dates_the_rows_is_no_figure(tmp_path: Path) -> None:
    found = stated(
        tmp_path,
        "<table><tr><th>年份</th><th>产值（亿元）</th></tr><tr><td>2022</td><td>81</td></tr><tr><td>2023</td><td>85</td></tr></table>",
    )
    assert {cell: each.period for cell, each in found.items()} == {"81": "2022", "85": "2023"}
    assert not {"1", "2"} & stated(tmp_path, BY_INDUSTRY_AND_MEASURE).keys()


def test_a_firm_of_a_list_has_the_place_of_its_row(tmp_path: Path) -> None:
    firm = stated(
        tmp_path,
        "<table><tr><th>企业名称</th><th>所在地</th><th>2024年营业收入（亿元）</th></tr>"
        "<tr><td>粤东瓷业</td><td>汕头市</td><td>60.1</td></tr></table>",
    )["60.1"]
    assert (firm.measure, firm.subject, firm.region) == ("营业收入", "粤东瓷业", "440500")
