"""A series in the terminal: who says so, when, in which words, and who disagrees."""

from __future__ import annotations

from pathlib import Path

import pytest

from yanchao.cli.main import main


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("showing")
    texts = {
        "2026年深圳市政府工作报告": "2025年，深圳市茶叶产值5亿元，茶园居前。",
        "深圳日报": "2025年，深圳市茶叶产值7亿元。",
        "深圳晚报": "2025年，深圳市茶叶产值5亿元，渡船运量7万吨，一产增加值增长4.5%。",
    }
    for title, text in texts.items():
        (folder / f"{title}.txt").write_text(f"{title}\n2026年2月1日\n{text}", encoding="utf-8")
    assert main(["build", str(folder), "-o", str(folder / "atlas"), "--quiet", "--ledger-only"]) == 0
    return folder / "atlas"


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(["ledger", "show", *arguments]) == 0
    return capsys.readouterr().out


def test_everyones_word_for_a_point_stands_under_it_the_best_source_first(
    atlas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = shown(capsys, str(atlas), "深圳", "茶叶")
    assert "2025 actual =500,000,000 CNY  来源不一" in told
    government, *press = (line for line in told.splitlines() if line.startswith("    2026-02-01"))
    assert "政府" in government
    assert "相抵" not in government
    assert sorted("相抵" in line for line in press) == [False, True]
    assert told.count("【5亿元】") == 2
    assert told.count("【7亿元】") == 1


def test_words_of_the_packs_and_ids_name_a_series_too(
    atlas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by_words = shown(capsys, str(atlas), "深圳市", "茶叶")
    id = by_words.splitlines()[0].split()[-1]
    assert shown(capsys, str(atlas), id) == by_words
    assert "【7万吨】" not in by_words
    assert "sources differ" in shown(capsys, str(atlas), id, "--lang", "en")


@pytest.mark.parametrize("asked", [("深圳 茶叶",), ("深圳茶叶产值",), ("深圳市茶叶", "产值")])
def test_words_may_stand_in_one_with_the_place_in_front(
    asked: tuple[str, ...], atlas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown(capsys, str(atlas), *asked) == shown(capsys, str(atlas), "深圳", "茶叶")


@pytest.mark.parametrize("name", ["一产增加值", "第一产业增加值", "第一产业"])
def test_another_name_of_what_is_measured_finds_it_and_a_rate_is_told_in_percent(
    name: str, atlas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "2025 actual =4.5%" in shown(capsys, str(atlas), name)


def test_only_what_was_known_on_a_day_is_shown(atlas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "茶叶" in shown(capsys, str(atlas), "茶叶", "--as-of", "2026-02-01")
    assert main(["ledger", "show", str(atlas), "茶叶", "--as-of", "2026-01-31"]) == 2
    assert "has no series that is called 茶叶" in capsys.readouterr().err


@pytest.mark.parametrize("asked", [(), ("深圳",), ("茶叶",)])
def test_the_points_on_which_sources_differ_are_asked_for_without_knowing_them(
    asked: tuple[str, ...], atlas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = shown(capsys, str(atlas), *asked, "--disputed")
    assert told.count("来源不一") == 1
    assert "【7亿元】" in told
    assert "【7万吨】" not in told
    assert main(["ledger", "show", str(atlas), "渡船", "--disputed"]) == 2
    assert "渡船 on which sources differ" in capsys.readouterr().err


def test_what_is_not_shown_is_counted(atlas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["ledger", "show", str(atlas), "深圳", "--limit", "1"]) == 0
    assert "3 series, 1 shown" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["show"], "takes DIR and words"),
        (["why", "--as-of", "2026-01-31"], "--as-of goes with ledger show"),
        (["why", "--disputed"], "--disputed goes with ledger show"),
    ],
)
def test_a_wrong_request_is_one_line(
    arguments: list[str], why: str, atlas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["ledger", arguments[0], str(atlas), *arguments[1:]]) == 2
    said = capsys.readouterr().err
    assert why in said
    assert said.count("\n") == 1
