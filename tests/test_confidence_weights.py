"""Measuring what signs weigh: the fit finds what made the examples, and writes weights and nothing else."""

from __future__ import annotations

from math import log

import pytest
from benchmarks.confidence import NAMES, Example, fitted, left_out, with_weights

from yanchao.statements.confidence import TABLE, known_signs


def examples(text: str, sign: int, right: int, wrong: int) -> list[Example]:
    signs = (0, sign) if sign else (0,)
    return [Example("labelled", text, signs, number < right) for number in range(right + wrong)]


def test_without_signs_the_odds_are_those_of_the_examples() -> None:
    assert fitted(examples("port", 0, 30, 10))[0] == pytest.approx(log(3), abs=1e-3)


def test_a_sign_that_goes_with_what_is_wrong_weighs_against() -> None:
    weights = fitted([*examples("port", 0, 300, 100), *examples("port", 1, 100, 300)])
    assert weights[1] == pytest.approx(-2 * log(3), abs=0.1)


def test_a_sign_that_no_example_has_weighs_nothing() -> None:
    assert fitted(examples("port", 1, 3, 1))[2] == 0


def test_a_text_is_judged_by_the_others_alone() -> None:
    judged = left_out([*examples("port", 0, 50, 50), *examples("county", 0, 90, 10)])
    sure = {example.text: confidence for example, (confidence, _) in judged}
    assert sure == {"port": pytest.approx(0.9, abs=0.01), "county": pytest.approx(0.5, abs=0.01)}


def test_writing_weights_changes_nothing_else_of_the_table() -> None:
    table = TABLE.read_text(encoding="utf-8")
    known = known_signs()
    assert with_weights(table, [known[name].weight for name in NAMES]) == table
