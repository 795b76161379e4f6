"""Reading one file of a pack: what is accepted, and how a mistake in it is named."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.errors import PackError
from yanchao.lexicon.tables import read_table


@dataclass(frozen=True, slots=True)
class Ship:
    name: str
    tonnes: Decimal | None
    launched: date | None
    flags: tuple[str, ...]
    crew: int = 0
    trade: Literal["", "deep sea", "coast"] = ""


def table(folder: Path, *lines: str) -> Path:
    path = folder / "ships.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_rows_come_in_file_order_with_their_types(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "# Ships of the fleet.",
        "name,tonnes,launched,flags,crew",
        "梦想号,33000,2023-12-18,中国|广东,180",
        "小艇,,,,2",
    )
    assert read_table(path, Ship) == (
        Ship("梦想号", Decimal(33000), date(2023, 12, 18), ("中国", "广东"), 180),
        Ship("小艇", None, None, (), 2),
    )


def test_comments_and_blank_lines_may_stand_anywhere(tmp_path: Path) -> None:
    path = table(tmp_path, "", "# head", "name,tonnes,launched,flags,crew", "# note", "", "a,1,,,0")
    assert [ship.name for ship in read_table(path, Ship)] == ["a"]


def test_columns_may_come_in_any_order(tmp_path: Path) -> None:
    path = table(tmp_path, "flags,crew,name,launched,tonnes", "x|y,3,a,,1")
    assert read_table(path, Ship) == (Ship("a", Decimal(1), None, ("x", "y"), 3),)


def test_a_column_with_a_default_may_be_left_out(tmp_path: Path) -> None:
    path = table(tmp_path, "name,tonnes,launched,flags", "a,1,,")
    assert read_table(path, Ship) == (Ship("a", Decimal(1), None, ()),)


def test_a_quoted_cell_keeps_its_comma(tmp_path: Path) -> None:
    path = table(tmp_path, "name,tonnes,launched,flags", '"a, b",1,,')
    assert read_table(path, Ship)[0].name == "a, b"


def test_a_file_saved_by_a_spreadsheet_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ships.csv"
    path.write_bytes(b"\xef\xbb\xbfname,tonnes,launched,flags\r\na,1,,x|y\r\n")
    assert read_table(path, Ship) == (Ship("a", Decimal(1), None, ("x", "y")),)


def test_an_absent_file_holds_no_rows(tmp_path: Path) -> None:
    assert read_table(tmp_path / "none.csv", Ship) == ()


@pytest.mark.parametrize(
    ("lines", "line", "problem"),
    [
        (("name,launched,flags", "a,,"), 1, "the columns must be name, tonnes, launched, flags, crew, trade"),
        (("name,tonnes,launched,flags,colour", "a,1,,,red"), 1, "the columns must be"),
        (("name,name,tonnes,launched,flags", "a,a,1,,"), 1, "the columns must be"),
        (("# head", "name,tonnes,launched,flags", "a,1,"), 3, "3 cells under 4 columns"),
        (("name,tonnes,launched,flags", "a,heavy,,"), 2, "tonnes: 'heavy'"),
        (("name,tonnes,launched,flags", "a,NaN,,"), 2, "tonnes: 'NaN'"),
        (("name,tonnes,launched,flags", "a,Infinity,,"), 2, "tonnes: 'Infinity'"),
        (("name,tonnes,launched,flags", "a" * 200_000 + ",1,,"), 2, "is not CSV"),
        (("name,tonnes,launched,flags", "a,1,someday,"), 2, "launched: 'someday'"),
        (("name,tonnes,launched,flags,crew", "a,1,,,many"), 2, "crew: 'many'"),
        (("name,tonnes,launched,flags,trade", "a,1,,,river"), 2, "trade: 'river' is none of deep sea, coast"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(
    tmp_path: Path, lines: tuple[str, ...], line: int, problem: str
) -> None:
    path = table(tmp_path, *lines)
    with pytest.raises(PackError) as caught:
        read_table(path, Ship)
    assert caught.value.where == f"{path}:{line}"
    assert problem in caught.value.problem


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ships.csv"
    path.write_bytes("name,tonnes,launched,flags\n广东,1,,\n".encode("gb18030"))
    with pytest.raises(PackError, match="is not UTF-8"):
        read_table(path, Ship)


WORDS = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="|"), min_size=1)
SHIPS = st.builds(
    Ship,
    name=WORDS,
    tonnes=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    launched=st.none() | st.dates(),
    flags=st.lists(WORDS, max_size=3).map(tuple),
    crew=st.integers(),
    trade=st.sampled_from(("", "deep sea", "coast")),
)


@given(ships=st.lists(SHIPS, max_size=5))
def test_what_was_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, ships: list[Ship]) -> None:
    """Whatever the words hold: commas, quotation marks, a # at the start (quoted, as spreadsheets write it)."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow([field.name for field in fields(Ship)])
    for ship in ships:
        tonnes = "" if ship.tonnes is None else ship.tonnes
        launched = "" if ship.launched is None else ship.launched.isoformat()
        writer.writerow([ship.name, tonnes, launched, "|".join(ship.flags), ship.crew, ship.trade])
    path = tmp_path_factory.mktemp("table") / "ships.csv"
    path.write_text(text.getvalue(), encoding="utf-8")
    assert list(read_table(path, Ship)) == ships
