"""Figures of tables: the cell says how much, its row and its column say what, whose and when."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Kind, Statement
from yanchao.statements.tables import holds_number

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
        ("—", False),
    ],
)
def test_what_a_numeric_cell_is(cell: str, numeric: bool) -> None:
    assert holds_number(cell) is numeric
