"""Statements for people and machines: every format writes the same figures, and none of them can do harm."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from making import extraction, statement
from yanchao.statements.outputs import outputs
from yanchao.statements.outputs.csv import harmless
from yanchao.statements.record import FIELDS, number, to_record
from yanchao.statements.statement import Extraction

TEXT = "2024年，佛山陶瓷产值达30.5亿元，企业有3—5家。"
STATED = extraction(
    TEXT,
    statement(
        TEXT, "30.5亿元", "3050000000", measure="产值", subject="佛山陶瓷", region="440600", period="2024"
    ),
    statement(TEXT, "3—5家", 4, "count:家", low="3", high="5", measure="企业"),
    uri="notes/draft.txt",
)
SILENT = extraction("没有数字。", uri="silent.txt")


def written(name: str, *extractions: Extraction) -> bytes:
    out = io.BytesIO()
    outputs()[name].write(iter(extractions), out)
    return out.getvalue()


def test_every_format_has_its_name_and_one_line_of_help() -> None:
    assert {"csv", "jsonl", "parquet", "table"} <= set(outputs())
    for name, output in outputs().items():
        assert output.name == name
        assert output.help
        assert "\n" not in output.help


def test_json_lines_have_the_keys_of_the_labelling_guide_and_the_document() -> None:
    first, second = map(json.loads, written("jsonl", STATED).decode().splitlines())
    assert list(first) == ["document", *FIELDS]
    assert first["document"] == "notes/draft.txt"
    assert first["value"] == 3050000000
    assert TEXT[first["start"] : first["end"]] == "30.5亿元"
    assert (second["low"], second["high"], second["subject"]) == (3, 5, None)


def test_csv_opens_in_a_spreadsheet_with_its_words() -> None:
    raw = written("csv", STATED)
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert [row["text"] for row in rows] == ["30.5亿元", "3—5家"]
    assert rows[0]["measure"] == "产值"


@pytest.mark.parametrize("words", ["=1+1", "+86", "-3%", "@SUM(A1)", "\tx"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(words: str) -> None:
    assert harmless(words) == f"'{words}"


@pytest.mark.parametrize("cell", ["=", "产值", "", 3.5, None])
def test_other_cells_stay_as_they_are(cell: str | float | None) -> None:
    assert harmless(cell) == cell


def test_parquet_has_typed_columns_in_the_order_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "statements.parquet"
    path.write_bytes(written("parquet", STATED))
    rows = duckdb.connect().execute(f"SELECT document, start, value, low FROM '{path}'").fetchall()
    assert rows == [
        ("notes/draft.txt", TEXT.index("30.5"), 3.05e9, None),
        ("notes/draft.txt", TEXT.index("3—5"), 4.0, 3.0),
    ]


def test_a_table_is_aligned_by_how_wide_characters_are_shown() -> None:
    lines = written("table", STATED).decode().splitlines()
    assert lines[0] == "notes/draft.txt"
    assert lines[-1] == "2 statements"
    widths = {
        sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line[: line.index(status)])
        for line, status in zip(lines[1:4], ("status", "actual", "actual"), strict=True)
    }
    assert len(widths) == 1


def test_a_document_without_figures_says_so_in_a_table_and_nothing_in_json() -> None:
    assert written("table", SILENT).decode().splitlines()[-1] == "no statements"
    assert written("jsonl", SILENT) == b""


def test_documents_follow_each_other() -> None:
    lines = written("jsonl", STATED, SILENT, STATED).decode().splitlines()
    assert len(lines) == 4


@pytest.mark.parametrize(
    ("value", "shown"), [("30", 30), ("30.0", 30), ("3E+9", 3000000000), ("0.43", 0.43), (None, None)]
)
def test_a_number_is_whole_where_it_is_whole(value: str | None, shown: float | None) -> None:
    found = number(None if value is None else Decimal(value))
    assert found == shown
    assert type(found) is type(shown)


def test_a_record_names_every_field_once() -> None:
    assert tuple(to_record(STATED.statements[0])) == FIELDS
