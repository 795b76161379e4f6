"""An evaluation as people and programs see it: per text, per field, per kind, and what changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from yanchao.evaluation import evaluate, show
from yanchao.evaluation.evaluation import Evaluation
from yanchao.evaluation.showing import as_json
from yanchao.lexicon.lexicon import load

TEXT = "2024年，全县茶产业营业收入达12.6亿元，同比增长8%。"
LABEL = {
    "kind": "level", "value": 1260000000, "low": None, "high": None, "unit": "CNY", "comparator": "=",
    "measure": "营业收入", "subject": "茶产业", "cluster": None, "region": None, "base": None,
    "period": "2024", "status": "actual", "source": None,
}  # fmt: skip


@pytest.fixture
def found(tmp_path: Path) -> Evaluation:
    start = TEXT.index("12.6亿元")
    label = {"start": start, "end": start + len("12.6亿元"), **LABEL}
    (tmp_path / "tea.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "tea.jsonl").write_text(json.dumps(label, ensure_ascii=False) + "\n", encoding="utf-8")
    return evaluate(tmp_path, tmp_path, load())


def test_fields_kinds_and_confidence_are_shown_text_by_text(found: Evaluation) -> None:
    shown = show(found, "table")
    assert "labelled  read" in shown
    assert [line.split()[0] for line in shown.splitlines() if line.startswith("tea ")] == ["tea"] * 3
    assert "1/1" in shown
    assert "confidence, expected calibration error" in shown


def test_a_statement_that_nobody_labelled_is_not_right(found: Evaluation) -> None:
    (tea,) = found.documents
    assert [right for _, right in tea.judged] == [True, False]
    assert found.total.judged == tea.judged


def test_programs_get_the_bands(found: Evaluation) -> None:
    calibration = json.loads(show(found, "json"))["calibration"]
    assert sum(band["statements"] for band in calibration["bands"]) == 2
    assert 0 <= calibration["error"] <= 1


def test_against_an_earlier_run_people_and_programs_see_what_fell(found: Evaluation) -> None:
    before = as_json(found)
    before["documents"]["tea"]["fields"]["subject"] = 0.5
    before["documents"]["port"] = before["documents"]["tea"]
    shown = show(found, "table", against=before)
    assert "  all: no change" in shown
    assert "  tea: rose subject +0.5000" in shown
    assert "  port: no longer read" in shown
    (move,) = json.loads(show(found, "json", against=before))["change"]
    assert (move["text"], move["score"], move["falls"]) == ("tea", "subject", False)


def test_a_fall_is_marked(found: Evaluation) -> None:
    before = as_json(found)
    before["all"]["labelled"] = 1000
    before["all"]["statement"] = {"f1": 1.0}
    now = f"fell statement {found.total.f1('statement') - 1:+.4f}"
    assert now in show(found, "table", against=before)
