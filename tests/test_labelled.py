"""The reader on texts that were not used to build it (tests/labelled): what was accepted is held."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.gold import accepted, scores, told

from yanchao.evaluation.agreement import FIELDS
from yanchao.evaluation.change import moves
from yanchao.evaluation.evaluation import BESIDE, Evaluation, evaluate
from yanchao.lexicon.lexicon import load
from yanchao.statements.statement import Role

FOLDER = Path(__file__).parent / "labelled"
NAMES = sorted(path.stem for path in FOLDER.glob("*.jsonl") if not path.name.endswith(BESIDE))
NAMING = sorted(path.name.removesuffix(".mentions.jsonl") for path in FOLDER.glob("*.mentions.jsonl"))


def labels(name: str) -> list[dict[str, Any]]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    return evaluate(FOLDER, FOLDER, load())


def test_no_score_fell_below_what_was_accepted(evaluation: Evaluation) -> None:
    fell = [told(move) for move in moves(accepted()["labelled"], scores(evaluation)) if move.falls]
    assert not fell, "judge, do not tune (tests/labelled/README.md); `make accept` where the fall is meant"


def test_there_are_enough_labels_to_judge_by(evaluation: Evaluation) -> None:
    assert evaluation.total.labelled >= 200
    assert evaluation.total.mentions.labelled >= 50


@pytest.mark.parametrize("name", NAMES)
def test_labels_are_in_order_within_their_text_and_have_every_field(name: str) -> None:
    text, end = (FOLDER / f"{name}.txt").read_text(encoding="utf-8"), 0
    for label in labels(name):
        assert set(label) == {"start", "end", *FIELDS}
        assert end <= label["start"] < label["end"] <= len(text)
        assert text[label["start"] : label["end"]].strip() == text[label["start"] : label["end"]] != ""
        end = label["end"]


@pytest.mark.parametrize("name", NAMES)
def test_the_words_of_a_label_stand_in_its_text(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    for label in labels(name):
        for field in ("measure", "subject", "base", "source"):
            words = label[field]
            assert words is None or set(words) <= set(text), (field, words)
        if label["low"] is not None:
            assert label["low"] < label["value"] < label["high"]


@pytest.mark.parametrize("name", NAMING)
def test_labels_of_named_things_hold_the_words_of_their_text_in_order(name: str) -> None:
    text, start = (FOLDER / f"{name}.txt").read_text(encoding="utf-8"), 0
    clusters = load().clusters
    for label in labels(f"{name}.mentions"):
        assert set(label) == {"start", "end", "exact", "role", "cluster"}
        assert start <= label["start"] < label["end"]
        assert text[label["start"] : label["end"]] == label["exact"]
        assert label["role"] in set(Role)
        assert label["cluster"] is None or label["cluster"] in clusters
        start = label["start"]
