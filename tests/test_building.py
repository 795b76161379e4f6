"""From sources to a folder: the same sources give the same bytes, failures are named, and a kill loses nothing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import yanchao
from yanchao.building import NothingToBuildError, batches
from yanchao.errors import SourceError, UsageError
from yanchao.ledger.known import STAMPS
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.schema import STORE

TODAY = date(2026, 3, 1)
REPORT = "2025年，全省地区生产总值14.58万亿元，增长4.5%。机器人产业营业收入达到700亿元。\n"
ARTICLE = "2025年，广东地区生产总值14.6万亿元。占全国比重达105%。\n"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def content(directory: Path) -> dict[str, bytes]:
    """Every file of a build but the database and the stamps, whose bytes hold the moment of writing."""
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in directory.rglob("*")
        if path.is_file() and path.name not in (STORE, STAMPS)
    }


def test_the_public_start_is_four_functions(sources: Path, tmp_path: Path) -> None:
    document = yanchao.read(sources / "report.txt")
    assert document.text == REPORT
    extraction = yanchao.extract(document)
    assert {document.text[it.start : it.end] for it in extraction.statements} >= {"14.58万亿元", "4.5%"}
    assert [finding.document for finding in yanchao.check(sources / "article.txt")]
    built = yanchao.build([str(sources)], tmp_path / "atlas", today=TODAY)
    assert (built.documents, built.failures) == (2, ())


def test_a_build_holds_ledger_findings_exports_and_atlas(sources: Path, tmp_path: Path) -> None:
    built = yanchao.build([str(sources)], tmp_path / "atlas", today=TODAY)
    there = content(tmp_path / "atlas")
    assert "index.html" in there
    assert {"exports/figures.csv", "exports/figures.xlsx", "exports/frictionless/datapackage.json"} <= set(
        there
    )
    assert "parquet/statements.parquet" in there
    assert len(json.loads(there["findings.json"])) == built.findings > 0
    with Ledger(tmp_path / "atlas") as ledger:
        assert len(ledger.documents()) == 2
        assert len(ledger.series()) == built.series
        assert len(list(ledger.table("standings"))) == built.clusters == 20
        assert ledger.judged_on == TODAY


def test_a_rebuild_gives_the_same_bytes_and_so_does_another_process(sources: Path, tmp_path: Path) -> None:
    yanchao.build([str(sources)], tmp_path / "atlas", today=TODAY)
    first = content(tmp_path / "atlas")
    yanchao.build([str(sources)], tmp_path / "atlas", today=TODAY)
    assert content(tmp_path / "atlas") == first
    yanchao.build([str(sources)], tmp_path / "elsewhere", today=TODAY, jobs=2)
    assert content(tmp_path / "elsewhere") == first


def test_a_source_that_fails_is_named_and_the_others_are_built(sources: Path, tmp_path: Path) -> None:
    (sources / "empty.txt").write_bytes(b"")
    given = [str(sources), str(sources / "missing.txt")]
    built = yanchao.build(given, tmp_path / "atlas", today=TODAY)
    assert built.documents == 2
    assert [failure.uri for failure in built.failures] == [str(sources / "empty.txt"), given[1]]


def test_nothing_to_build_leaves_the_earlier_build(sources: Path, tmp_path: Path) -> None:
    yanchao.build([str(sources)], tmp_path / "atlas", today=TODAY)
    first = content(tmp_path / "atlas")
    with pytest.raises(NothingToBuildError) as error:
        yanchao.build([str(tmp_path / "missing.txt")], tmp_path / "atlas", today=TODAY)
    assert [type(failure) for failure in error.value.failures] == [SourceError]
    assert content(tmp_path / "atlas") == first


def test_the_same_bytes_under_two_names_are_one_document(sources: Path, tmp_path: Path) -> None:
    (sources / "copy.txt").write_text(REPORT, encoding="utf-8")
    built = yanchao.build([str(sources)], tmp_path / "atlas", today=TODAY)
    assert built.documents == 2


def test_a_build_inside_its_own_sources_does_not_read_itself(sources: Path) -> None:
    for _ in range(2):
        built = yanchao.build([str(sources)], sources / "atlas", today=TODAY)
        assert (built.documents, built.failures) == (2, ())


def test_a_folder_with_other_files_is_refused(sources: Path) -> None:
    with pytest.raises(UsageError, match="no earlier build"):
        yanchao.build([str(sources)], sources, today=TODAY)


@given(st.lists(st.integers(0, 9)), st.integers(1, 6), st.integers(1, 20))
def test_batches_hold_everything_in_order_and_none_is_too_much(
    weights: list[int], most: int, heaviest: int
) -> None:
    found = list(batches(weights, lambda weight: weight, most=most, heaviest=heaviest))
    assert [item for batch in found for item in batch] == weights
    assert all(found)
    for batch in found:
        assert len(batch) <= most
        assert sum(batch[:-1]) < heaviest
    for batch in found[:-1]:
        assert len(batch) == most or sum(batch) >= heaviest


def test_every_link_of_the_workbook_leads_to_a_page_of_the_atlas(sources: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    yanchao.build([str(sources)], tmp_path / "atlas", today=TODAY)
    exports = tmp_path / "atlas" / "exports"
    links = [
        cell.hyperlink
        for sheet in load_workbook(exports / "figures.xlsx")
        for row in sheet.iter_rows()
        for cell in row
        if cell.hyperlink
    ]
    assert links
    for link in links:
        page = exports / link.target.replace("\\", "/")
        assert page.is_file(), link.target
        if link.location and page.parent.name == "documents":
            assert f'id="{link.location}"' in page.read_text(encoding="utf-8"), link.location
