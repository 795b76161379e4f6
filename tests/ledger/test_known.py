"""Which sources are read again: those whose files look otherwise, or so new that a look does not tell, and hold other bytes."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import pytest

from yanchao.building import Build, build
from yanchao.documents import stamps
from yanchao.ledger.known import STAMPS
from yanchao.ledger.ledger import Ledger

FIRST = "2025年，全省外贸进出口总额9.5万亿元。\n"
NOW = time.time_ns
SECOND = "2025年，全省外贸进出口总额9.6万亿元。\n"


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two files that changed long before anybody looks."""
    monkeypatch.setattr(stamps.time, "time_ns", lambda: time.time() * 10**9 + 10 * stamps.SETTLED)
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").write_text("2025年，软件业务收入2.1万亿元。\n", encoding="utf-8")
    return folder


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files whose bytes were read."""
    names: list[str] = []
    read = Path.read_bytes

    def noted(path: Path) -> bytes:
        if path.parent.name == "sources":
            names.append(path.name)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    return names


def built(sources: Path, **how: bool) -> Build:
    return build([str(sources)], sources.parent / "atlas", today=date(2026, 3, 1), ledger_only=True, **how)


def text_of(sources: Path) -> set[str]:
    with Ledger(sources.parent / "atlas") as ledger:
        return {ledger.text(card.id) for card in ledger.documents()}


def test_an_unchanged_file_is_not_read_again(sources: Path, loaded: list[str]) -> None:
    built(sources)
    loaded.clear()
    assert built(sources).taken_over == 2
    assert loaded == []


def test_a_changed_file_is_read_alone(sources: Path, loaded: list[str]) -> None:
    built(sources)
    loaded.clear()
    (sources / "a.txt").write_text(SECOND, encoding="utf-8")
    assert built(sources).taken_over == 1
    assert loaded == ["a.txt"]
    assert any(SECOND.strip() in text for text in text_of(sources))


def test_a_file_that_changes_twice_within_a_tick_of_the_clock_is_read_both_times(
    sources: Path, loaded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk's clock stands still: after the second change the file looks as after the first."""
    monkeypatch.setattr(stamps.time, "time_ns", NOW)
    (sources / "a.txt").write_text(FIRST, encoding="utf-8")
    built(sources)
    assert '"' + str(sources / "a.txt") not in (sources.parent / "atlas" / STAMPS).read_text()
    loaded.clear()
    (sources / "a.txt").write_text(SECOND, encoding="utf-8")
    assert built(sources).taken_over == 1
    assert "a.txt" in loaded
    assert any(SECOND.strip() in text for text in text_of(sources))


def test_a_new_name_for_an_old_file_is_a_new_document(sources: Path) -> None:
    built(sources)
    (sources / "a.txt").rename(sources / "c.txt")
    assert built(sources).taken_over == 1


def test_fresh_looks_at_no_stamp(sources: Path, loaded: list[str]) -> None:
    built(sources)
    loaded.clear()
    assert built(sources, fresh=True).taken_over == 0
    assert loaded == ["a.txt", "b.txt"]


def test_without_stamps_the_bytes_decide(sources: Path, loaded: list[str]) -> None:
    built(sources)
    (sources.parent / "atlas" / STAMPS).unlink()
    loaded.clear()
    assert built(sources).taken_over == 2
    assert loaded == ["a.txt", "b.txt"]
    loaded.clear()
    assert built(sources).taken_over == 2
    assert loaded == []


def test_a_file_without_permission_to_read_is_named_only_where_it_has_to_be_read(sources: Path) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        pytest.skip("root may read everything")
    built(sources)
    (sources / "a.txt").chmod(0)
    assert len(built(sources).failures) == 1, "its state has changed"
