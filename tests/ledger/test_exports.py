"""Every export comes back through the other side's own reader, and no point leaves without its words."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from keeping import keep
from yanchao.errors import StorageError
from yanchao.ledger.exports import Export, exports
from yanchao.ledger.exports.frictionless import PACKED
from yanchao.ledger.exports.sdmx_csv import columns, time_period
from yanchao.ledger.exports.xlsx import Sheets
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.points import MEANINGS, Point, points
from yanchao.ledger.ranking import UNKNOWN
from yanchao.ledger.ranking import lines as read_ranks
from yanchao.ledger.schema import TABLE, TABLES
from yanchao.ledger.sdmx import codes, components
from yanchao.statements.statement import Comparator, Kind, Status


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return Ledger(keep(tmp_path_factory.mktemp("exports") / "atlas"))


def rows(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(autouse=True, scope="module")
def csv_as_it_was() -> Iterator[None]:
    """frictionless lets the csv module of the whole process read fields of any length; other tests want its limit."""
    limit = csv.field_size_limit()
    yield
    csv.field_size_limit(limit)


def test_every_format_of_the_contract_is_there() -> None:
    assert set(exports()) == {"csv", "frictionless", "parquet", "sdmx-csv", "sdmx-structure", "xlsx"}
    assert len({export.help for export in exports().values()}) == len(exports())


def test_every_point_has_its_source_words(ledger: Ledger) -> None:
    found = list(points(ledger))
    assert len(found) == 3
    for point in found:
        assert point.quote
        text = ledger.document({card.uri: card.id for card in ledger.documents()}[point.document]).text
        assert text[point.start : point.end] in point.quote


def test_every_field_of_a_point_is_explained() -> None:
    assert list(MEANINGS) == [field.name for field in fields(Point)]
    assert len(set(MEANINGS.values())) == len(MEANINGS)


def test_csv_opens_in_excel_and_holds_every_point(ledger: Ledger, tmp_path: Path) -> None:
    out = tmp_path / "figures.csv"
    exports()["csv"].write(ledger, out)
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    found = rows(out, "utf-8-sig")
    assert [float(row["value"]) for row in found] == [point.value for point in points(ledger)]
    assert list(found[0]) == list(MEANINGS)


def test_csv_runs_no_formula(ledger: Ledger, tmp_path: Path) -> None:
    exports()["csv"].write(ledger, tmp_path / "figures.csv")
    cells = [cell for row in rows(tmp_path / "figures.csv", "utf-8-sig") for cell in row.values()]
    assert "'-note.txt" in cells
    assert not [cell for cell in cells if (len(cell) > 1 and cell[0] in "=+@") or cell.startswith("-n")]


def test_xlsx_is_typed_and_frozen_and_lists_its_sources(ledger: Ledger, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    out = tmp_path / "figures.xlsx"
    exports()["xlsx"].write(ledger, out)
    book = load_workbook(out)
    assert book.sheetnames == [
        *("Figures", "Targets", "Concentration", "Standings", "Derived", "Findings", "Sources")
    ]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.max_row > 1
    head, *body = book["Figures"].iter_rows(values_only=True)
    assert list(head) == list(MEANINGS)
    assert [row[head.index("value")] for row in body] == [point.value for point in points(ledger)]
    assert {type(row[head.index("disputed")]) for row in body} == {bool}
    days = [row[head.index("vintage")] for row in body if row[head.index("vintage")]]
    assert [day.date().isoformat() for day in days] == ["2025-02-05"] * 2
    uris = [row[1] for row in book["Sources"].iter_rows(values_only=True)]
    assert uris == ["uri", "dir/paper.pdf", "-note.txt"]


@pytest.mark.parametrize(
    ("atlas", "page"),
    [("../", "..\\documents\\aaaaaaaaaaaaaaaa.html"), ("https://a.example/", "https://a.example/documents/")],
)
def test_xlsx_leads_to_the_pages_of_the_atlas(atlas: str, page: str, ledger: Ledger, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    exports()["xlsx"].write(ledger, tmp_path / "figures.xlsx", atlas=atlas)
    book = load_workbook(tmp_path / "figures.xlsx")
    linked = {
        cell.value: cell.hyperlink for row in book["Figures"].iter_rows() for cell in row if cell.hyperlink
    }
    assert set(linked) == {"dir/paper.pdf", "-note.txt", "robotics"}
    assert linked["dir/paper.pdf"].target.startswith(page)
    assert linked["dir/paper.pdf"].location.startswith("s=")
    for name, column in (
        ("Targets", "A"),
        ("Concentration", "D"),
        ("Standings", "A"),
        ("Findings", "A"),
        ("Sources", "B"),
    ):
        assert all(cell.hyperlink for cell in book[name][column][1:] if cell.value), name


def test_xlsx_leads_nowhere_where_there_is_no_atlas(ledger: Ledger, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    exports()["xlsx"].write(ledger, tmp_path / "figures.xlsx")
    book = load_workbook(tmp_path / "figures.xlsx")
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]


def test_the_same_ledger_gives_the_same_bytes(ledger: Ledger, tmp_path: Path) -> None:
    for name in ("csv", "xlsx", "sdmx-csv", "sdmx-structure"):
        exports()[name].write(ledger, tmp_path / "one")
        exports()[name].write(ledger, tmp_path / "two")
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes(), name


def test_parquet_holds_every_table(ledger: Ledger, tmp_path: Path) -> None:
    import duckdb

    out = tmp_path / "tables"
    exports()["parquet"].write(ledger, out)
    for table in TABLES:
        found = duckdb.sql(f"SELECT * FROM '{out / table.name}.parquet'").fetchall()
        assert found == list(ledger.table(table.name)), table.name


def test_sdmx_data_and_their_structure_are_read_by_the_library_of_the_bank_for_settlements(
    ledger: Ledger, tmp_path: Path
) -> None:
    """The message is valid by the schemas of SDMX 3.0, and the data hold what it says that they hold."""
    from pysdmx.io import get_datasets, read_sdmx

    data, structure = tmp_path / "figures.csv", tmp_path / "figures.xml"
    exports()["sdmx-csv"].write(ledger, data)
    exports()["sdmx-structure"].write(ledger, structure)
    message = read_sdmx(structure, validate=True)
    codes = {each.id: {code.id for code in each.codes} for each in message.get_codelists()}
    (found,) = get_datasets(data, structure)
    rows = found.data.to_dict("records")
    assert [float(row["OBS_VALUE"]) for row in rows] == [6e10, 8e10]
    assert list(found.data.columns) == [each.id for each in found.structure.components.dimensions] + [
        each.id for each in components() if each.role not in ("dimension", "time")
    ]
    coded = [each for each in components() if each.is_coded]
    assert {each.type for each in coded} == set(codes)
    for row in rows:
        unknown = {each.id: row[each.id] for each in coded if row[each.id] not in codes[each.type] | {""}}
        assert unknown == {}
        assert [each.id for each in components() if each.is_always and row[each.id] in ("", None)] == []


def test_every_code_of_sdmx_is_one_of_the_ledger() -> None:
    known = {"CL_STATUS": Status, "CL_KIND": Kind, "CL_COMPARATOR": Comparator}
    for codelist, values in known.items():
        assert {each.value for each in codes() if each.codelist == codelist} == {str(each) for each in values}
    ranks = {each.value for each in codes() if each.codelist == "CL_SOURCE_RANK"}
    assert ranks == {str(line.rank) for line in read_ranks()} | {str(UNKNOWN)}
    for each in codes():
        assert re.fullmatch(r"[\w@$-]+", each.code, re.ASCII), each


def test_sdmx_rows_name_their_structure_and_their_dimensions_are_a_key(
    ledger: Ledger, tmp_path: Path
) -> None:
    out = tmp_path / "figures.csv"
    exports()["sdmx-csv"].write(ledger, out)
    found = rows(out)
    assert list(found[0]) == list(columns())
    assert {row["STRUCTURE"] for row in found} == {"dataflow"}
    dimensions = [(row["SERIES"], row["STATUS"], row["TIME_PERIOD"]) for row in found]
    assert len(set(dimensions)) == len(dimensions) == 2
    assert all(row["QUOTE"] and row["OBS_VALUE"] for row in found)


@pytest.mark.parametrize(
    ("period", "written"),
    [
        ("2023", "2023"),
        ("2024-03", "2024-03"),
        ("2024-11-30", "2024-11-30"),
        ("2024-01/2024-09", "2024-01-01/P9M"),
        ("2023-11/2024-02", "2023-11-01/P4M"),
        ("2021/2025", "2021-01-01/P5Y"),
    ],
)
def test_periods_are_written_as_sdmx_writes_them(period: str, written: str) -> None:
    assert time_period(period) == written


def test_the_data_package_is_valid_by_its_own_library(ledger: Ledger, tmp_path: Path) -> None:
    """Types, keys and links: the library reads every row of every table."""
    import frictionless

    exports()["frictionless"].write(ledger, tmp_path / "package")
    report = frictionless.Package(tmp_path / "package" / "datapackage.json").validate()
    assert report.valid, report.flatten(["title", "message"])
    assert {task.name for task in report.tasks} == set(PACKED)


def test_the_data_package_is_said_to_be_broken_where_it_is(ledger: Ledger, tmp_path: Path) -> None:
    import frictionless

    exports()["frictionless"].write(ledger, tmp_path / "package")
    with (tmp_path / "package" / "observations.csv").open("a", encoding="utf-8") as file:
        file.write("no-such-series,0,2023,actual,much,1,1,=,false,1\n")
    report = frictionless.Package(tmp_path / "package" / "datapackage.json").validate()
    assert {type for (type,) in report.flatten(["type"])} == {"type-error", "foreign-key"}


Told = set[tuple[float, str]]
"""Values, each with the words that say so."""


def told_by_csv(out: Path) -> Told:
    import pandas

    found = pandas.read_csv(out, encoding="utf-8-sig")
    return {(row["value"], row["quote"]) for row in found.to_dict("records")}


def told_by_parquet(out: Path) -> Told:
    from pyarrow import parquet

    found = parquet.read_table(out / "assertions.parquet").to_pylist()
    return {(row["value"], " ".join(row["quote"].split())) for row in found}


def told_by_xlsx(out: Path) -> Told:
    from openpyxl import load_workbook

    head, *body = load_workbook(out)["Figures"].iter_rows(values_only=True)
    return {(row[head.index("value")], row[head.index("quote")]) for row in body}


def told_by_sdmx(out: Path) -> Told:
    from pysdmx.io import read_sdmx

    (found,) = read_sdmx(out).data
    return {(float(row["OBS_VALUE"]), row["QUOTE"]) for row in found.data.to_dict("records")}


def told_by_frictionless(out: Path) -> Told:
    import frictionless

    found = frictionless.Package(out / "datapackage.json").get_resource("assertions").read_rows()
    return {(float(row["value"]), " ".join(row["quote"].split())) for row in found}


READERS: dict[str, Callable[[Path], Told]] = {
    "csv": told_by_csv,
    "parquet": told_by_parquet,
    "xlsx": told_by_xlsx,
    "sdmx-csv": told_by_sdmx,
    "frictionless": told_by_frictionless,
}


@pytest.mark.parametrize("name", [name for name in exports() if name != "sdmx-structure"])
def test_no_point_leaves_in_any_format_without_its_source_words(
    name: str, ledger: Ledger, tmp_path: Path
) -> None:
    """Read with the other side's own reader: every value with its words, none without, none missing."""
    out = tmp_path / (exports()[name].file or "tables")
    exports()[name].write(ledger, out)
    told = READERS[name](out)
    wanted = {(point.value, point.quote) for point in points(ledger)}
    if name == "sdmx-csv":  # a row a point there, which is the word of the best source
        wanted = {(point.value, point.quote) for point in points(ledger) if point.source == 1}
    assert told == wanted
    assert all(words.strip() for _, words in told)


def test_the_data_package_describes_exactly_what_it_holds(ledger: Ledger, tmp_path: Path) -> None:
    out = tmp_path / "package"
    exports()["frictionless"].write(ledger, out)
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        found = rows(out / resource["path"])
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert list(found[0]) == fields
        keys = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in found]
        assert len(set(keys)) == len(keys)
        for field in resource["schema"]["fields"]:
            values = [row[field["name"]] for row in found if row[field["name"]]]
            assert all(TYPED[field["type"]](value) for value in values), (resource["name"], field["name"])
        for link in resource["schema"].get("foreignKeys", ()):
            target = TABLE[link["reference"]["resource"]]
            known = {row[link["reference"]["fields"]] for row in rows(out / f"{target.name}.csv")}
            assert {row[link["fields"]] for row in found} - {""} <= known
    assert {path.name for path in out.iterdir()} == {
        "datapackage.json",
        *(resource["path"] for resource in package["resources"]),
    }


def is_number(text: str) -> bool:
    return text in ("INF", "-INF") or float(text) == float(text)


TYPED = {
    "integer": lambda text: str(int(text)) == text,
    "number": is_number,
    "string": bool,
    "date": lambda text: len(text) == 10,
    "boolean": lambda text: text in ("true", "false"),
    "array": lambda text: isinstance(json.loads(text), list),
}


def test_a_folder_where_a_file_should_be_is_one_line(ledger: Ledger, tmp_path: Path) -> None:
    for name in ("csv", "xlsx", "sdmx-csv"):
        with pytest.raises(StorageError, match="cannot be written"):
            exports()[name].write(ledger, tmp_path)


def test_a_link_is_written_into_and_never_replaced(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    exports()["csv"].write(ledger, tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").stat().st_size > 0


def test_a_failing_export_leaves_the_earlier_file(ledger: Ledger, tmp_path: Path) -> None:
    out = tmp_path / "figures.csv"
    out.write_text("earlier")
    with pytest.raises(ZeroDivisionError):
        Export("csv", "", None, fail_half_way).write(ledger, out)
    assert [path.name for path in tmp_path.iterdir()] == ["figures.csv"]
    assert out.read_text() == "earlier"


def fail_half_way(ledger: Ledger, out: Path) -> None:
    out.write_text("half")
    raise ZeroDivisionError


def test_rows_that_a_sheet_cannot_hold_go_on_in_the_next(tmp_path: Path) -> None:
    import xlsxwriter
    from openpyxl import load_workbook

    with xlsxwriter.Workbook(str(tmp_path / "book.xlsx")) as workbook:
        Sheets(workbook, most_rows=4).add("Figures", ["number"], ([number] for number in range(7)), {})
    book = load_workbook(tmp_path / "book.xlsx")
    found = [[row[0] for row in sheet.iter_rows(values_only=True)] for sheet in book]
    assert book.sheetnames == ["Figures", "Figures 2", "Figures 3"]
    assert found == [["number", 0, 1, 2], ["number", 3, 4, 5], ["number", 6]]
