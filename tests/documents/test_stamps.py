"""A file that looks as it did when it was read is taken to hold the same bytes; where a look cannot tell, it is read."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from yanchao.documents import stamps
from yanchao.documents.stamps import Stamping, look, stamped

LONG_AGO = time.time_ns() - 3600 * 10**9


@pytest.fixture
def settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that changed long before anybody looks: the clock of whoever looks is ahead by as much as it takes."""
    monkeypatch.setattr(stamps.time, "time_ns", lambda: time.time() * 10**9 + 10 * stamps.SETTLED)
    path = tmp_path / "report.txt"
    path.write_text("2025年，全省外贸进出口总额9.5万亿元。", encoding="utf-8")
    return path


def test_a_file_looks_the_same_until_it_is_changed(settled: Path) -> None:
    before = look(str(settled))
    assert before is not None
    assert look(str(settled)) == before
    settled.write_text("2025年，全省外贸进出口总额9.6万亿元。", encoding="utf-8")
    assert look(str(settled)) != before, "of the same length"


def test_a_time_that_was_set_back_does_not_hide_a_change(settled: Path) -> None:
    status, before = settled.stat(), look(str(settled))
    settled.write_text("2025年，全省外贸进出口总额9.6万亿元。", encoding="utf-8")
    os.utime(settled, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert settled.stat().st_mtime_ns == status.st_mtime_ns
    assert look(str(settled)) != before


def test_another_file_under_the_same_name_looks_different(settled: Path) -> None:
    before = look(str(settled))
    other = settled.with_name("other.txt")
    other.write_bytes(settled.read_bytes())
    other.replace(settled)
    assert look(str(settled)) != before


def test_a_file_that_has_just_changed_cannot_be_told_by_its_look(tmp_path: Path) -> None:
    """It may change again before the clock of the disk ticks, and look the same."""
    path = tmp_path / "fresh.txt"
    path.write_text("一", encoding="utf-8")
    assert look(str(path)) is None
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    assert look(str(path)) is None, "when its times were set does not count, but that they were"


def test_what_is_not_there_has_no_look(tmp_path: Path) -> None:
    assert look(str(tmp_path / "missing.txt")) is None
    assert look("a\0b") is None


@pytest.mark.parametrize(
    "name", ["report.txt", "第 一 季度.txt", 'quoted"\\.txt', "line\nbreak.txt", "\udcff.txt"]
)
def test_every_name_is_found_again(name: str, settled: Path, tmp_path: Path) -> None:
    path = settled.rename(tmp_path / name)
    seen = look(str(path))
    assert seen is not None
    with Stamping(tmp_path / ".stamps") as stamping:
        stamping.keep("0" * 64, seen)
    assert stamped(tmp_path / ".stamps") == {seen: "0" * 64}


def test_one_file_looks_different_under_each_of_its_names(settled: Path) -> None:
    other = settled.with_name("other.txt")
    other.hardlink_to(settled)
    assert look(str(settled)) != look(str(other))


@pytest.mark.parametrize("text", ["", "no stamp\n", "a b c d\ne\n", "\xff"])
def test_stamps_that_cannot_be_read_say_nothing(text: str, tmp_path: Path) -> None:
    (tmp_path / ".stamps").write_text(text, encoding="latin-1")
    assert "0" * 64 not in stamped(tmp_path / ".stamps").values()
    assert stamped(tmp_path / "missing") == {}
