"""Settings: which file holds, what it may ask for, and that the command line goes before it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from yanchao.cli.main import main
from yanchao.errors import UsageError
from yanchao.settings import find, read_settings, settings_for

TEXT = "全省自来水普及率超95%以上。\n全市家具企业营业收入占全省家具企业营业收入的130%。\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a text in a folder, and the working folder in it."""
    (tmp_path / "texts" / "old").mkdir(parents=True)
    for name in ("draft.txt", "old/draft.txt"):
        (tmp_path / "texts" / name).write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(name: str, text: str) -> Path:
    path = Path(name)
    path.write_text(text, encoding="utf-8")
    return path.absolute()


def codes(capsys: Any, *arguments: str) -> list[str]:
    import json

    main(["check", "--format", "json", "--quiet", *arguments])
    return [row["rule"] for row in json.loads(capsys.readouterr().out)]


def test_the_nearest_file_holds_and_ours_before_the_shared_one() -> None:
    far = written("pyproject.toml", "[tool.yanchao]\nlang = 'en'\n")
    assert find(Path("texts/old").absolute()) == far
    near = written("texts/yanchao.toml", "")
    assert find(Path("texts/old").absolute()) == near
    written("texts/pyproject.toml", "[tool.yanchao]\n")
    assert find(Path("texts/old").absolute()) == near


def test_a_shared_file_without_our_table_is_passed_over() -> None:
    far = written("yanchao.toml", "")
    written("texts/pyproject.toml", "[project]\nname = 'texts'\n")
    assert find(Path("texts").absolute()) == far


def test_a_broken_file_that_does_not_name_us_is_nobodys_concern_here() -> None:
    far = written("yanchao.toml", "")
    written("texts/pyproject.toml", "[project\n")
    assert find(Path("texts").absolute()) == far


@pytest.mark.parametrize(
    "sources",
    [
        ["texts/draft.txt"],
        ["texts"],
        ["texts/*.txt"],
        ["texts/draft.txt", "texts/old/draft.txt"],
        ["texts/draft.txt", "-", "https://example.org/page"],
    ],
)
def test_it_is_sought_from_the_folder_that_holds_all_sources(sources: list[str]) -> None:
    written("yanchao.toml", "lang = 'zh'")
    near = written("texts/yanchao.toml", "lang = 'en'")
    assert settings_for(sources).file == near


@pytest.mark.parametrize(
    "sources", [["-"], [], ["https://example.org/page"], ["texts/draft.txt", "none.txt"]]
)
def test_it_is_the_working_folder_where_no_folder_holds_them(sources: list[str]) -> None:
    here = written("yanchao.toml", "lang = 'zh'")
    written("texts/yanchao.toml", "lang = 'en'")
    assert settings_for(sources).file == here


def test_rules_are_chosen_by_the_file_and_the_command_line_goes_first(capsys: Any) -> None:
    assert codes(capsys, "texts/draft.txt") == ["YC301", "YC101"]
    written("pyproject.toml", "[tool.yanchao]\nselect = ['YC1', 'YC3']\nignore = ['impossible-share']\n")
    assert codes(capsys, "texts/draft.txt") == ["YC301"]
    assert codes(capsys, "texts/draft.txt", "--select", "YC1") == ["YC101"]
    assert codes(capsys, "texts/draft.txt", "--ignore", "YC301") == ["YC101"]


def test_rules_are_left_out_of_the_files_that_a_pattern_names(capsys: Any) -> None:
    written("yanchao.toml", "[per-file-ignores]\n'texts/old/*' = ['YC3']\n'old*' = ['YC1']\n")
    assert codes(capsys, "texts/draft.txt") == ["YC301", "YC101"]
    assert codes(capsys, "texts/old/draft.txt") == ["YC101"]
    written("yanchao.toml", "[per-file-ignores]\n'draft.*' = ['YC3', 'impossible-share']\n")
    assert main(["check", "texts", "--quiet"]) == 0


def test_the_language_is_the_files_unless_the_command_line_names_one(capsys: Any) -> None:
    written("yanchao.toml", "lang = 'en'\n")
    main(["check", "texts/draft.txt"])
    assert "2 findings" in capsys.readouterr().out
    main(["check", "texts/draft.txt", "--lang", "zh"])
    assert "2处问题" in capsys.readouterr().out


def test_packs_lie_beside_the_file(capsys: Any) -> None:
    written("texts/yanchao.toml", "packs = ['../pack']\n")
    assert main(["extract", "texts/draft.txt"]) == 2
    assert f"{Path('texts').absolute() / '../pack'}" in capsys.readouterr().err
    assert settings_for(["texts"]).packs == (Path("texts").absolute() / "../pack",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("select = [", "is no TOML"),
        (
            "selct = []",
            "'selct' means nothing here; it may say decisions, ignore, lang, packs, per-file-ignores, select",
        ),
        ("select = 'YC1'", "select must be a list"),
        ("ignore = [1]", "ignore must be a list"),
        ("ignore = ['YC7']", "ignore: no rule is called 'YC7'"),
        ("lang = 'fr'", "lang must be 'zh' or 'en', not 'fr'"),
        ("per-file-ignores = ['a']", "per-file-ignores must be a table"),
        ("per-file-ignores = {'a' = 'YC1'}", "a must be a list"),
        ("per-file-ignores = {'a' = ['YC7']}", "per-file-ignores, 'a': no rule is called 'YC7'"),
    ],
)
def test_what_it_cannot_ask_for_is_told_in_one_line(text: str, told: str, capsys: Any) -> None:
    path = written("yanchao.toml", text)
    with pytest.raises(UsageError, match=r"yanchao\.toml: ") as raised:
        read_settings(path)
    assert told in str(raised.value)
    assert main(["check", "texts/draft.txt"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1


def test_a_table_of_ours_that_is_none_is_told() -> None:
    written("pyproject.toml", "[tool]\nyanchao = 'x'\n")
    with pytest.raises(UsageError, match="must be a table"):
        settings_for([])
