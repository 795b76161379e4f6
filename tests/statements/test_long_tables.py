"""A table with one figure a row: each row gives a statement with the cell of every field, or says what is wrong with it."""

from __future__ import annotations

import io

import openpyxl
import pytest

from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract, extract_statements
from yanchao.statements.statement import Comparator, Extraction, Kind, Status

HEAD = "集群,地区,年份,指标,数值,单位"


def table(*rows: str, head: str = HEAD) -> Extraction:
    return extract(read("\n".join((head, *rows)).encode(), uri="mine.csv"), load())


def test_a_row_is_a_statement_with_the_cell_of_each_field() -> None:
    found = table("智能机器人,广东,2024,营业收入,612.5,亿元")
    (only,) = found.statements
    assert found.problems == ()
    assert (only.value, only.unit, only.kind) == (61_250_000_000, "CNY", Kind.LEVEL)
    assert (only.measure, only.cluster, only.region, only.period) == (
        "营业收入",
        "robotics",
        "440000",
        "2024",
    )
    assert (only.status, only.comparator) == (Status.ACTUAL, Comparator.EQUAL)
    text = found.document.text
    words = {each.field: text[each.start : each.end] for each in only.evidence}
    assert words == {
        "unit": "亿元",
        "measure": "营业收入",
        "subject": "智能机器人",
        "cluster": "智能机器人",
        "region": "广东",
        "period": "2024",
    }
    assert text[only.start : only.end] == "612.5"
    assert text[only.sentence.start : only.sentence.end].startswith("智能机器人")


def test_english_headings_in_any_order_and_columns_that_nobody_knows() -> None:
    found = table(
        "612.5,CNY 100 million,robotics,revenue note,2024,营业收入,440000",
        head="Value,note,Cluster,remark,Year,Measure,Region",
    )
    assert found.statements == ()
    assert "has no unit" in found.problems[0]
    (only,) = table("612.5亿元,robotics,2024,营业收入", head="Value,Cluster,Year,Measure").statements
    assert (only.value, only.cluster) == (61_250_000_000, "robotics")


@pytest.mark.parametrize(
    ("row", "head", "value", "unit"),
    [
        ("汽车,2024,产量,270.1,万辆", "集群,年份,指标,数值,单位", 2_701_000, "count:辆"),
        ("汽车,2024,营业收入,1.2", "集群,年份,指标,数值（万亿元）", 1_200_000_000_000, "CNY"),
        ("汽车,2024,营业收入（亿元）,12", "集群,年份,指标,数值", 1_200_000_000, "CNY"),
        ('汽车,2024,营业收入,"1,234.5",亿元', "集群,年份,指标,数值,单位", 123_450_000_000, "CNY"),
        ("汽车,2024,企业,12", "集群,年份,指标,数值", 12, "count"),
        ("汽车,2024,企业,12家,", "集群,年份,指标,数值,单位", 12, "count:家"),
    ],
)
def test_where_the_unit_may_stand(row: str, head: str, value: int, unit: str) -> None:
    (only,) = table(row, head=head).statements
    assert (only.value, only.unit) == (value, unit)


@pytest.mark.parametrize(
    ("measure", "figure", "unit", "kind", "said", "base"),
    [
        ("营业收入增速", "-12.3", "%", Kind.GROWTH, "营业收入", None),
        ("营业收入同比增长", "5", "%", Kind.GROWTH, "营业收入", None),
        ("增加值占地区生产总值比重", "8.1", "%", Kind.SHARE, "增加值", "地区生产总值"),
        ("研发投入强度", "3.6", "%", Kind.SHARE, "研发投入强度", None),
        ("占比变化", "1.2", "个百分点", Kind.CHANGE, "占比变化", None),
    ],
)
def test_what_sort_of_figure_a_row_gives(
    measure: str, figure: str, unit: str, kind: Kind, said: str, base: str | None
) -> None:
    (only,) = table(f"智能机器人,广东,2024,{measure},{figure},{unit}").statements
    assert (only.kind, only.measure, only.base) == (kind, said, base)


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2024", "2024"),
        ("2024年", "2024"),
        ("2024-06", "2024-06"),
        ("2024/6", "2024-06"),
        ("2024-06-30", "2024-06-30"),
        ("2024Q3", "2024-07/2024-09"),
        ("2021-2025", "2021/2025"),
        ("2024年上半年", "2024-01/2024-06"),
    ],
)
def test_how_a_period_may_be_written(written: str, period: str) -> None:
    (only,) = table(f"智能机器人,广东,{written},营业收入,612.5,亿元").statements
    assert only.period == period


def test_a_bound_a_status_and_a_source_are_kept() -> None:
    (only,) = table(
        "智能机器人,广东,2027,营业收入,超800,亿元,目标,示例规划",
        head="集群,地区,年份,指标,数值,单位,状态,来源",
    ).statements
    assert (only.comparator, only.status, only.source) == (Comparator.MORE, Status.TARGET, "示例规划")


@pytest.mark.parametrize(
    ("row", "where", "what"),
    [
        ("智能机器人,火星,2024,营业收入,5,亿元", "line 3 column 2", "no place"),
        ("智能机器人,广东,明年,营业收入,5,亿元", "line 3 column 3", "no period"),
        ("智能机器人,广东,2025-2021,营业收入,5,亿元", "line 3 column 3", "no period"),
        ("智能机器人,广东,,营业收入,5,亿元", "line 3 column 1", "no period"),
        ("智能机器人,广东,2024,,5,亿元", "line 3 column 1", "no measure"),
        ("智能机器人,广东,2024,营业收入,若干,亿元", "line 3 column 5", "no number"),
        ("智能机器人,广东,2024,营业收入,5,斛", "line 3 column 5", "no unit"),
        ("智能机器人,广东,2024,营业收入,5,", "line 3 column 5", "has no unit"),
        ("智能机器人,广东,2024,营业收入,—,亿元", "line 3 column 5", "no value"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_and_the_rest_is_kept(row: str, where: str, what: str) -> None:
    found = table("汽车,广东,2024,营业收入,1.2,万亿元", row, "汽车,广东,2023,营业收入,1.1,万亿元")
    assert [each.period for each in found.statements] == ["2024", "2023"]
    (problem,) = found.problems
    assert problem.startswith(f"{where}: ")
    assert what in problem
    assert problem.endswith(")"), "it says what to do"
    assert extract_statements(found.document, load()).problems == found.problems


def test_a_name_that_no_pack_knows_stays_the_subject() -> None:
    (only,) = table("量子玩具,广东,2024,营业收入,5,亿元").statements
    assert (only.cluster, only.subject) == (None, "量子玩具")


def test_a_table_without_these_columns_is_read_as_any_other() -> None:
    found = table("营业收入（亿元）,600,650", head="指标,2023年,2024年")
    assert [each.construction for each in found.statements] == ["table", "table"]


def test_a_row_of_a_workbook_names_its_sheet_and_cell() -> None:
    book = openpyxl.Workbook()
    book.active.title = "数据"
    for row in (
        ["我的数据"],
        HEAD.split(","),
        ["汽车", "广东", 2024, "营业收入", 1.2, "万亿元"],
        ["汽车", "广东", 2024, "营业收入", "x", "万亿元"],
    ):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    found = extract(read(out.getvalue(), uri="mine.xlsx"), load())
    (only,) = found.statements
    place = found.document.place(only.start)
    assert place is not None
    assert place.path == "数据!E3"
    assert found.problems[0].startswith("数据!E4: ")
