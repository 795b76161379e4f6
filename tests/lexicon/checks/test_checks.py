"""Every check of a pack is found and asked, and a pack that cannot be read is told as one problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from yanchao.cli.main import main
from yanchao.lexicon.bundled import bundled_names
from yanchao.lexicon.checks import problems

FIGURES = """measure,subject,cluster,region,period,value,unit,source,url,vintage
gdp,,,330000,2024,9.01E+12,CNY,an office,,2023-01-31
"""


def pack(folder: Path, **tables: str) -> Path:
    folder.mkdir()
    (folder / "pack.toml").write_text('name = "own"\n', encoding="utf-8")
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def test_a_figure_that_cannot_be_is_told_with_its_file(tmp_path: Path) -> None:
    [problem] = problems(pack(tmp_path / "own", references=FIGURES))
    assert "references.csv" in problem.where
    assert "before its period" in problem.what


def test_a_table_that_breaks_its_schema_is_one_problem(tmp_path: Path) -> None:
    [problem] = problems(pack(tmp_path / "own", clusters="id,colour\nrobotics,red\n"))
    assert "clusters.csv" in problem.where


def test_a_folder_that_is_no_pack_is_told(tmp_path: Path) -> None:
    [problem] = problems(tmp_path)
    assert "pack.toml" in problem.what


def test_the_command_says_what_is_wrong_and_ends_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "check", str(pack(tmp_path / "own", references=FIGURES))]) == 1
    assert "before its period" in capsys.readouterr().out
    assert main(["pack", "check", str(pack(tmp_path / "empty"))]) == 0
    assert capsys.readouterr().out == "empty: nothing is wrong\n"


def test_the_bundled_packs_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "check"]) == 0
    assert capsys.readouterr().out.count("nothing is wrong") == len(bundled_names())
