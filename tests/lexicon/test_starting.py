"""A new pack: it passes its own check, holds no line yet, and takes the place of nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from yanchao.cli.main import main
from yanchao.errors import StorageError, UsageError
from yanchao.lexicon.bundled import bundled_names
from yanchao.lexicon.checks import problems
from yanchao.lexicon.lexicon import load
from yanchao.lexicon.starting import BLANK, start

EXAMPLE = "# example: "


def test_a_new_pack_is_about_its_place_and_passes_the_check(tmp_path: Path) -> None:
    written = start(tmp_path / "jiangsu", "320000")
    assert {path.name for path in written} == {
        "pack.toml", "clusters.csv", "plans.csv", "targets.csv", "entities.csv", "regions.csv",
    }  # fmt: skip
    assert list(problems(tmp_path / "jiangsu")) == []
    lexicon = load([tmp_path / "jiangsu"])
    assert (lexicon.home, dict(lexicon.clusters)) == ("320000", {})


def test_the_examples_in_its_heads_are_lines_as_the_tables_want_them(tmp_path: Path) -> None:
    """Whoever takes away `# example: ` has a pack with one line in each table."""
    for path in start(tmp_path / "tried", "330000"):
        text = path.read_text(encoding="utf-8")
        examples = [line.removeprefix(EXAMPLE) for line in text.splitlines() if line.startswith(EXAMPLE)]
        assert len(examples) == (path.suffix == ".csv")
        path.write_text("\n".join([text.rstrip(), *examples, ""]), encoding="utf-8")
    assert list(problems(tmp_path / "tried")) == []
    lexicon = load([tmp_path / "tried"])
    assert lexicon.cluster_by_word["无人机"].name == "低空经济"
    assert [target.plan for target in lexicon.targets if target.region == "330000"] == ["low-altitude-2026"]


@pytest.mark.parametrize("path", sorted(BLANK.glob("*.csv")), ids=lambda path: path.name)
def test_every_column_is_explained(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = "\n".join(line for line in lines if line.startswith("#"))
    columns = next(line for line in lines if not line.startswith("#")).split(",")
    assert [column for column in columns if f"# {column} " not in head and f"# {column}\n" not in head] == []


@pytest.mark.parametrize("name", ["plain", "江苏", 'a "quoted" name', "back\\slash"])
def test_any_name_that_a_folder_can_have_is_kept(name: str, tmp_path: Path) -> None:
    start(tmp_path / name)
    assert list(problems(tmp_path / name)) == []


def test_what_is_there_already_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    with pytest.raises(UsageError, match="own is there already"):
        start(tmp_path / "own")
    assert list((tmp_path / "own").iterdir()) == []


def test_a_place_that_no_pack_has_is_told_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no place '999999'"):
        start(tmp_path / "own", "999999")
    assert not (tmp_path / "own").exists()


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StorageError, match="cannot be written"):
        start(tmp_path / "file" / "own")


class TestCommand:
    def test_a_pack_is_started_and_checked(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert main(["pack", "new", "jiangsu", "--region", "320000"]) == 0
        assert "jiangsu/clusters.csv" in capsys.readouterr().out.replace("\\", "/").splitlines()
        assert main(["pack", "check", "jiangsu"]) == 0
        assert capsys.readouterr().out == "jiangsu: nothing is wrong\n"

    def test_the_list_names_every_bundled_pack_with_its_title(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["pack", "list"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert [line.split()[0] for line in lines] == list(bundled_names())
        assert "Zhejiang: the 415X clusters and their plan" in lines[-1]

    @pytest.mark.parametrize(
        ("arguments", "problem"),
        [
            (["new"], "takes one PACK"),
            (["new", "a", "b"], "takes one PACK"),
            (["new", "a", "--region", "44"], "no place '44'"),
            (["new", "."], "no name for a pack"),
            (["list", "a"], "takes no PACK"),
            (["check", "--region", "440000"], "--region goes with pack new"),
        ],
    )
    def test_a_wrong_request_is_one_line(
        self,
        arguments: list[str],
        problem: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert main(["pack", *arguments]) == 2
        told = capsys.readouterr()
        assert problem in told.err
        assert told.err.count("\n") == 1
        assert list(tmp_path.iterdir()) == []
