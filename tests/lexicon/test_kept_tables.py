"""A table that was kept as it was read is the table, until its file or its fields change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from yanchao.kept import Kept
from yanchao.lexicon import tables
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A row with every kind of cell that is kept."""

    text: str
    others: tuple[str, ...] = ()
    note: str | None = None


def _write(path: Path, last: str) -> None:
    rows = [f"词{number},甲|乙,{'' if number % 2 else '注'}" for number in range(tables.WORTH_KEEPING)]
    path.write_text("\n".join(["# words", "text,others,note", *rows, last, ""]), encoding="utf-8")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return tmp_path / "tables.bin"


def test_a_kept_table_is_the_one_that_is_read(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "words.csv"
    _write(path, "末,,")
    first = Kept(str(store))
    monkeypatch.setattr(tables, "_KEPT", first)
    rows = tables.read_table(path, Word)
    first.keep()
    monkeypatch.setattr(tables, "_KEPT", Kept(str(store)))
    monkeypatch.setattr(tables, "rows_of", None)
    assert tables.read_table(path, Word) == rows
    assert rows[-1] == Word("末")


def test_a_table_that_was_changed_is_read_anew(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "words.csv"
    _write(path, "末,,")
    first = Kept(str(store))
    monkeypatch.setattr(tables, "_KEPT", first)
    tables.read_table(path, Word)
    first.keep()
    monkeypatch.setattr(tables, "_KEPT", Kept(str(store)))
    _write(path, "尾,,")
    os.utime(path, ns=(1, 1))
    assert tables.read_table(path, Word)[-1] == Word("尾")


def test_what_is_broken_where_tables_are_kept_costs_nothing_but_time(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "words.csv"
    _write(path, "末,,")
    store.write_bytes(b"\xff\xff")
    monkeypatch.setattr(tables, "_KEPT", Kept(str(store)))
    assert tables.read_table(path, Word)[-1] == Word("末")
