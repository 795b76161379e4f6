"""The reader on texts that were not used to build it (tests/labelled): a change that hurts falls below a floor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from yanchao.evaluation.agreement import FIELDS
from yanchao.evaluation.evaluation import Score, evaluate
from yanchao.lexicon.lexicon import load

FOLDER = Path(__file__).parent / "labelled"
NAMES = sorted(path.stem for path in FOLDER.glob("*.jsonl"))

# F1 over all texts together as last measured, less one point. Raise them when the reader gets better.
FLOORS = {"quantity": 0.985, "statement": 0.83}


def labels(name: str) -> list[dict[str, Any]]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def score() -> Score:
    return evaluate(FOLDER, FOLDER, load()).total


@pytest.mark.parametrize("measure", sorted(FLOORS))
def test_the_reader_is_no_worse_than_it_was_on_texts_it_was_not_built_on(score: Score, measure: str) -> None:
    assert score.f1(measure) >= FLOORS[measure], "see tests/labelled/README.md: judge, do not tune"


def test_there_are_enough_labels_to_judge_by(score: Score) -> None:
    assert score.labelled >= 200


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
