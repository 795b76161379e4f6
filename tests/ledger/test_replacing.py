"""A build's folder is replaced as one step: the old one or the new one, whatever happens."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from yanchao.errors import StorageError, UsageError
from yanchao.ledger import replacing as module
from yanchao.ledger.replacing import MARK, replacing


def build(directory: Path, content: str) -> None:
    with replacing(directory) as building:
        (building / "page.html").write_text(content, encoding="utf-8")


def fail_half_way(directory: Path) -> None:
    with replacing(directory) as building:
        (building / "page.html").write_text("half")
        raise ZeroDivisionError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    build(tmp_path / "a" / "b" / "atlas", "one")
    assert names(tmp_path / "a" / "b") == ["atlas"]
    assert names(tmp_path / "a" / "b" / "atlas") == ["page.html", MARK]


def test_a_build_replaces_an_earlier_build_whole(tmp_path: Path) -> None:
    build(tmp_path / "atlas", "one")
    (tmp_path / "atlas" / "left-over.html").write_text("of the first build")
    build(tmp_path / "atlas", "two")
    assert (tmp_path / "atlas" / "page.html").read_text() == "two"
    assert names(tmp_path / "atlas") == ["page.html", MARK]
    assert names(tmp_path) == ["atlas"], "nothing is left beside it"


def test_a_failing_build_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    build(tmp_path / "atlas", "one")
    with pytest.raises(ZeroDivisionError):
        fail_half_way(tmp_path / "atlas")
    assert (tmp_path / "atlas" / "page.html").read_text() == "one"
    assert names(tmp_path) == ["atlas"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "atlas").mkdir()
    build(tmp_path / "atlas", "one")
    assert (tmp_path / "atlas" / "page.html").read_text() == "one"


def test_a_folder_with_other_files_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(UsageError, match="no earlier build"):
        build(tmp_path, "one")
    assert names(tmp_path) == ["thesis.docx"]


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_file_or_a_link_is_refused(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "atlas"
    if kind == "file":
        target.write_text("a file")
    else:
        (tmp_path / "elsewhere").mkdir()
        target.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match=kind):
        build(target, "one")


def test_leftovers_of_a_killed_build_are_cleared_by_the_next(tmp_path: Path) -> None:
    gone = 2**22 + 1  # above the largest process id of any system
    (tmp_path / f".atlas.building-{gone}-abcd1234").mkdir()
    (tmp_path / ".atlas.building-not-ours").mkdir()
    build(tmp_path / "atlas", "one")
    assert names(tmp_path) == ["atlas"]


def test_a_build_that_still_runs_is_left_alone(tmp_path: Path) -> None:
    running = tmp_path / f".atlas.building-{os.getpid()}-abcd1234"
    running.mkdir()
    build(tmp_path / "atlas", "one")
    assert running.is_dir()


def test_without_an_exchange_the_old_folder_steps_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_exchange", lambda one, other: False)
    build(tmp_path / "atlas", "one")
    build(tmp_path / "atlas", "two")
    assert (tmp_path / "atlas" / "page.html").read_text() == "two"
    assert names(tmp_path) == ["atlas"]


def test_an_old_build_caught_stepping_aside_is_put_back_by_the_next(tmp_path: Path) -> None:
    build(tmp_path / "atlas", "one")
    (tmp_path / "atlas").rename(tmp_path / ".atlas.aside")
    with pytest.raises(ZeroDivisionError):
        fail_half_way(tmp_path / "atlas")
    assert (tmp_path / "atlas" / "page.html").read_text() == "one"


def test_a_parent_that_is_a_file_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(StorageError, match="cannot be written"):
        build(tmp_path / "file" / "atlas", "one")
