"""A person looks at doubtful names, decides, builds again and asks why: the command line from end to end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from yanchao.cli.main import main

ONE = "2025年，全省公用充电桩保有量5万个。城镇新增就业30万人。"
OTHER = "2026年，全省充电桩公用保有量6万个。"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "texts" / "other.txt").write_text(OTHER, encoding="utf-8")
    assert main(["build", "texts", "-o", "atlas", "--quiet", "--ledger-only"]) == 0
    return tmp_path


def reviewed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["ledger", "review", "atlas", "--format", "json", "--quiet"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_a_doubtful_pair_is_shown_with_both_sentences_and_the_reason(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["ledger", "review", "atlas"]) == 0
    shown = capsys.readouterr()
    assert "次序不同" in shown.out
    assert "【5万个】" in shown.out
    assert "【6万个】" in shown.out
    assert "1 doubtful pair, 1 shown" in shown.err


def test_what_was_decided_to_be_one_is_one_after_the_next_build(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pair,) = reviewed(capsys)
    assert main(["ledger", "decide", "atlas", pair["one"], pair["other"], "same", "--note", "两种说法"]) == 0
    assert "两种说法" in (here / "yanchao-decisions.csv").read_text(encoding="utf-8")
    assert reviewed(capsys) == [], "what is decided is asked no more"
    assert main(["build", "texts", "-o", "atlas", "--quiet", "--ledger-only"]) == 0
    capsys.readouterr()
    assert main(["ledger", "why", "atlas", pair["other"]]) == 0
    told = capsys.readouterr().out
    assert "【5万个】" in told
    assert "【6万个】" in told
    assert "按人的决定归入" in told
    assert main(["ledger", "decide", "atlas", pair["key"], pair["other_key"], "undo", "--quiet"]) == 0
    assert main(["build", "texts", "-o", "atlas", "--quiet", "--ledger-only"]) == 0
    assert len(reviewed(capsys)) == 1


def test_what_was_decided_to_be_two_is_asked_no_more(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pair,) = reviewed(capsys)
    assert main(["ledger", "decide", "atlas", pair["one"], pair["other"], "different"]) == 0
    assert reviewed(capsys) == []
    assert main(["build", "texts", "-o", "atlas", "--quiet", "--ledger-only"]) == 0
    assert reviewed(capsys) == []
    capsys.readouterr()
    assert main(["ledger", "why", "atlas", pair["one"], pair["other"], "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "decided: different" in told
    assert "the same characters in another order" in told


def test_the_settings_name_the_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pair,) = reviewed(capsys)
    file = here / "kept" / "names.csv"
    file.parent.mkdir()
    assert (
        main(["ledger", "decide", "atlas", pair["one"], pair["other"], "same", "--decisions", str(file)]) == 0
    )
    (here / "yanchao.toml").write_text('decisions = "kept/names.csv"\n', encoding="utf-8")
    assert main(["build", "texts", "-o", "atlas", "--ledger-only"]) == 0
    assert f"decisions about names: {file}" in capsys.readouterr().err
    assert reviewed(capsys) == []


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["decide", "atlas", "nothing", "nobody", "same"], "has no series 'nothing'"),
        (["decide", "atlas", "nothing", "same"], "takes DIR, two SERIES, and same, different or undo"),
        (["decide", "atlas", "a | b", "c", "same"], "is no key of a series"),
        (["why", "atlas"], "takes DIR and one or two SERIES"),
        (["review", "atlas", "more"], "takes DIR alone"),
        (["review", "nowhere"], "is no atlas"),
        (["review", "atlas", "--note", "x"], "--note goes with ledger decide"),
    ],
)
def test_a_wrong_request_is_one_line(
    arguments: list[str], why: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["ledger", *arguments]) == 2
    said = capsys.readouterr().err
    assert why in said
    assert said.count("\n") == 1


def test_level_and_growth_cannot_be_decided_to_be_one(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    level, growth = (
        f"充电桩 | 440000 | 440000 | - | {kind} | - | -" for kind in ("level | CNY", "growth | 1")
    )
    assert main(["ledger", "decide", "atlas", level, growth, "same"]) == 2
    assert "are no figures of one series" in capsys.readouterr().err


def test_a_file_that_is_named_must_be_there(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "texts", "-o", "atlas", "--decisions", "none.csv"]) == 2
    assert "none.csv: there is no such file" in capsys.readouterr().err
