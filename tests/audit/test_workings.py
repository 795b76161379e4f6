"""Sums, quotients and differences within a sentence or two: the wrong one is found, the right one passes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from yanchao.audit.audit import audit
from yanchao.audit.finding import Finding
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract

LINES = (Path(__file__).parent / "workings.csv").read_text(encoding="utf-8").splitlines()
CASES = list(csv.DictReader(line for line in LINES if not line.startswith("#")))
HEAD = "云州市2024年统计摘要\n2025年1月\n\n"


def found(sentence: str) -> tuple[Finding, ...]:
    lexicon = load()
    return audit([extract(read((HEAD + sentence).encode(), uri="draft.txt"), lexicon)], lexicon).findings


@pytest.mark.parametrize("right", [case["right"] for case in CASES])
def test_what_agrees_is_left_alone(right: str) -> None:
    assert found(right) == ()


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        pytest.param(
            case["rule"],
            case["wrong"],
            marks=[pytest.mark.xfail(reason=case["missed"], strict=True)] if case["missed"] else [],
        )
        for case in CASES
        if case["wrong"]
    ],
)
def test_what_does_not_agree_is_found(rule: str, wrong: str) -> None:
    assert rule in {finding.rule for finding in found(wrong)}
