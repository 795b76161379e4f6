"""What is taken over from an earlier build: its database where the same reader wrote it, and its very files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from keeping import keep
from yanchao.ledger.earlier import Earlier, earlier, link, take_over
from yanchao.ledger.schema import STORE


@pytest.fixture
def before(tmp_path: Path) -> Earlier:
    """A build by a reader whose fingerprint is empty, with one page."""
    found = earlier(keep(tmp_path / "before"))
    assert found is not None
    page = found.directory / "page.html"
    page.write_text("as it was", encoding="utf-8")
    again = earlier(found.directory)
    assert again is not None
    return again


def test_a_folder_without_a_ledger_is_no_earlier_build(tmp_path: Path) -> None:
    assert earlier(tmp_path) is None
    assert earlier(tmp_path / "missing") is None


def test_a_database_is_taken_over_from_the_same_reader_only(before: Earlier, tmp_path: Path) -> None:
    assert take_over(before, tmp_path, "")
    assert (tmp_path / STORE).read_bytes() == (before.directory / STORE).read_bytes()
    assert not take_over(before, tmp_path, "another")
    assert not (tmp_path / STORE).exists()


def test_files_are_the_very_files_of_the_earlier_build(before: Earlier, tmp_path: Path) -> None:
    after = tmp_path / "after"
    assert link(before, after, ("page.html", "missing.html")) == {"page.html"}
    assert (after / "page.html").samefile(before.directory / "page.html")


def test_nothing_is_taken_from_a_build_that_has_come_in_the_place_of_the_earlier_one(
    before: Earlier, tmp_path: Path
) -> None:
    other = keep(tmp_path / "other")
    (other / "page.html").write_text("of other documents", encoding="utf-8")
    shutil.rmtree(before.directory)
    other.rename(before.directory)
    assert link(before, tmp_path / "after", ("page.html",)) == frozenset()
    assert not (tmp_path / "after" / "page.html").exists()
    assert not take_over(before, tmp_path, "")
