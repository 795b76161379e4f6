"""Workbooks and tables as text: what their reader sees, where each cell stands, and what is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from yanchao.documents.document import BlockKind, Document
from yanchao.documents.limits import Limits
from yanchao.documents.number_formats import NumberFormat, read_format, shown
from yanchao.documents.reading import read
from yanchao.documents.spreadsheet import column_name
from yanchao.errors import SourceError


def workbook(fill: Callable[[Any], None]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cells(document: Document) -> list[tuple[int, int, int, str]]:
    return [
        (block.cell.table, block.cell.row, block.cell.column, document.text[block.start : block.end])
        for block in document.blocks
        if block.cell is not None
    ]


def test_a_workbook_is_what_its_reader_sees() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        sheet.title = "广州市"
        sheet.append(["表1 主要指标（单位：亿元）"])
        sheet.append(["指标", "2023年", "2024年", "增速"])
        sheet.append(["地区生产总值", 30355.73, 31032.5, 0.0211])
        sheet["C3"].number_format = "#,##0.00"
        sheet["D3"].number_format = "0.0%"
        sheet.append(["注：按现价计算。"])

    found = read(workbook(fill), uri="a.xlsx")
    kinds = [(block.kind, found.text[block.start : block.end]) for block in found.blocks]
    assert kinds[:2] == [
        (BlockKind.HEADING, "广州市"),
        (BlockKind.CAPTION, "表1 主要指标（单位：亿元）"),
    ]
    assert cells(found)[4:] == [
        (0, 1, 0, "地区生产总值"),
        (0, 1, 1, "30355.73"),
        (0, 1, 2, "31,032.50"),
        (0, 1, 3, "2.1%"),
    ]
    assert kinds[-1] == (BlockKind.CAPTION, "注：按现价计算。")
    place = found.place(found.text.index("31,032.50"))
    assert place is not None
    assert place.path == "广州市!C3"


def test_an_empty_row_parts_two_tables() -> None:
    def fill(book: Any) -> None:
        for row in (["甲", "乙"], [1, 2], [], ["丙", "丁"], [3, 4]):
            book.active.append(row)

    assert [cell[0] for cell in cells(read(workbook(fill), uri="a.xlsx"))] == [0, 0, 0, 0, 1, 1, 1, 1]


def test_what_is_hidden_is_passed_over_and_said() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        for row in (["甲", "乙", "丙"], [11, 12, 13], [21, 22, 23]):
            sheet.append(row)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True
        secret = book.create_sheet("底稿")
        secret.append(["秘密", 99])
        secret.sheet_state = "hidden"

    found = read(workbook(fill), uri="a.xlsx")
    assert [cell[3] for cell in cells(found)] == ["甲", "丙", "11", "13"]
    assert any("底稿" in warning for warning in found.warnings)
    assert any("hidden rows or columns" in warning for warning in found.warnings)


def test_a_formula_that_nobody_worked_out_is_said() -> None:
    def fill(book: Any) -> None:
        for row in (["甲", "乙"], [1, "=A2+1"]):
            book.active.append(row)

    found = read(workbook(fill), uri="a.xlsx")
    assert [cell[3] for cell in cells(found)] == ["甲", "乙", "1"]
    assert "Sheet!B2" in found.warnings[0]


@pytest.mark.parametrize(
    ("stored", "code", "seen"),
    [
        ("0.12345", "0.0%", "12.3%"),
        ("0.125", "0%", "13%"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("612.5", '0.0"亿元"', "612.5亿元"),
        ("-3.25", "0.0;[Red]-0.0", "-3.3"),
        ("12345678", "#,##0,", "12,346"),
        ("45356", "yyyy-mm-dd", "2024-03-05"),
        ("45356", 'yyyy"年"m"月"', "2024年3月"),
        ("45356.5", "yyyy-mm-dd hh:mm:ss", "2024-03-05"),
        ("45356.5", "yyyy/m/d h:mm;@", "2024/3/5"),
        ("45356.5", 'yyyy"年"m"月"d"日" h"时"mm"分"', "2024年3月5日"),
        ("45356.5", "yyyy-mm-dd mm:ss", "2024-03-05"),
        ("45356.5", "yyyy/m/d h:mm AM/PM", "2024/3/5"),
        ("0.5", "h:mm", "0.5"),
        ("1.5", "[h]:mm", "1.5"),
        ("0.01", "mm:ss", "0.01"),
        ("12", '0"h"', "12h"),
        ("12", "0.0 h", "12.0h"),
        ("0.1", "General", "0.1"),
        ("0.30000000000000004", "General", "0.3"),
        ("1E+3", "General", "1000"),
        ("4", "# ?/?", "4"),
        ("不是数", "0.0", "不是数"),
    ],
)
def test_a_number_is_seen_as_its_format_shows_it(stored: str, code: str, seen: str) -> None:
    assert shown(stored, read_format(code)) == seen


def test_days_may_count_from_1904() -> None:
    assert shown("43894", read_format("yyyy-mm-dd"), from_1904=True) == "2024-03-05"
    assert shown("-1", read_format("yyyy-mm-dd")) == "-1"
    assert shown("1e999", NumberFormat()) == "1e999"


def test_a_day_in_a_cell() -> None:
    def fill(book: Any) -> None:
        book.active.append(["日期", "数"])
        book.active.append([datetime(2024, 3, 5), 1])
        book.active["A2"].number_format = "yyyy-mm-dd"

    assert cells(read(workbook(fill), uri="a.xlsx"))[2][3] == "2024-03-05"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "，"])
def test_a_table_as_text_in_any_encoding_and_with_any_separator(encoding: str, separator: str) -> None:
    rows = ["集群,年份,营业收入", "智能机器人,2024,612.5", "汽车,2024,1.2"]
    text = "\n".join(rows).replace(",", separator)
    found = read(text.encode(encoding), uri="a.csv")
    assert [cell[3] for cell in cells(found)] == ",".join(rows).split(",")
    place = found.place(found.text.index("612.5"))
    assert place is not None
    assert place.path == "line 2 column 3"


def test_quoted_cells_may_hold_separators_and_line_breaks() -> None:
    found = read('名称,数\n"甲, 乙\n丙",1\n丁,2\n'.encode(), uri="a.csv")
    assert [cell[3] for cell in cells(found)] == ["名称", "数", "甲, 乙\n丙", "1", "丁", "2"]
    place = found.place(found.text.index("丁"))
    assert place is not None
    assert place.path == "line 4 column 1"


def test_a_quotation_mark_that_is_never_closed_is_named_with_its_line() -> None:
    with pytest.raises(SourceError, match=r"line 2 .*quotation"):
        read('a,b\n"甲,1\n'.encode(), uri="a.csv")


def test_more_cells_than_are_read_are_refused() -> None:
    with pytest.raises(SourceError, match="more than 5 cells"):
        read("甲,乙\n1,2\n3,4\n".encode(), uri="a.csv", limits=Limits(cells=5))


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The workbook with one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"<worksheet>" + b" " * (64 << 20), "made to exhaust memory"),
        (
            b"<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet><sheetData><row/></sheetData></worksheet>",
            "document type",
        ),
        (b"<worksheet><sheetData><row>", "is damaged"),
    ],
    ids=["bomb", "entities", "cut short"],
)
def test_a_hostile_workbook_is_refused_in_one_line(content: bytes, problem: str) -> None:
    data = with_part(workbook(lambda book: book.active.append([1, 2])), SHEET, content)
    with pytest.raises(SourceError, match=problem) as caught:
        read(data, uri="a.xlsx")
    assert "\n" not in str(caught.value)


def test_cells_that_point_nowhere_are_empty() -> None:
    content = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        b'<c r="A1" t="s"><v>999999</v></c><c r="B1" s="77"><v>5</v></c><c t="inlineStr"><is><t>x</t></is></c>'
        b"</row></sheetData></worksheet>"
    )
    data = with_part(workbook(lambda book: book.active.append([1, 2])), SHEET, content)
    assert [cell[2:] for cell in cells(read(data, uri="a.xlsx"))] == [(1, "5"), (2, "x")]


@pytest.mark.parametrize(
    "written", ["²", "x", "-1", "", "9" * 5000], ids=["power", "word", "negative", "none", "long"]
)
@pytest.mark.parametrize(
    "sheet",
    [
        '<cols><col hidden="1" min="{}" max="{}"/></cols><sheetData><row><c><v>5</v></c></row></sheetData>',
        '<sheetData><row r="{}"><c><v>5</v></c></row></sheetData>',
        '<sheetData><row><c s="{}"><v>5</v></c></row></sheetData>',
        '<sheetData><row><c t="s"><v>{}</v></c><c><v>5</v></c></row></sheetData>',
    ],
    ids=["columns", "row", "style", "string"],
)
def test_a_number_that_excel_never_writes_is_passed_over(sheet: str, written: str) -> None:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    content = f'<worksheet xmlns="{space}">{sheet.replace("{}", written)}</worksheet>'
    data = with_part(workbook(lambda book: book.active.append([1, 2])), SHEET, content.encode())
    assert read(data, uri="a.xlsx").text.split() == ["5"]


def test_columns_are_named_as_spreadsheets_name_them() -> None:
    assert [column_name(number) for number in (0, 25, 26, 701, 702, 16_383)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("产值,1,200,1300,1400", ["产值", "1,200", "1300", "1400"]),
        ("产值,1,200,1,300,1,400.5", ["产值", "1,200", "1,300", "1,400.5"]),
        ("产值,1,200,300,400", ["产值", "1", "200", "300", "400"]),
        ("产值,90,95,99", ["产值", "90", "95", "99"]),
    ],
)
def test_a_number_that_its_own_comma_cut_is_whole_again_where_that_fits_the_table_one_way(
    row: str, cells: list[str]
) -> None:
    found = read(f"指标,2022年,2023年,2024年\n{row}\n".encode(), uri="a.csv")
    assert [
        found.text[block.start : block.end] for block in found.blocks if block.cell and block.cell.row == 1
    ] == cells
