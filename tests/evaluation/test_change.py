"""What rose and fell between two runs, and what counts as a fall."""

from __future__ import annotations

from typing import Any

from yanchao.evaluation.agreement import FIELDS
from yanchao.evaluation.change import moves
from yanchao.evaluation.evaluation import MEASURES


def score(labelled: int = 1000, ranks: tuple[int, int] = (8, 10), **told: float) -> dict[str, Any]:
    """The scores of one text: 0.9 of everything but what is `told`."""
    return {
        "labelled": labelled,
        **{measure: {"f1": told.get(measure, 0.9)} for measure in MEASURES},
        "fields": {field: told.get(field, 0.9) for field in FIELDS},
        "kinds": {"rank": {"right": ranks[0], "labelled": ranks[1]}},
    }


def run(together: dict[str, Any], **documents: dict[str, Any]) -> dict[str, Any]:
    return {"all": together, "documents": documents}


def falls(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    return [move.score for move in moves(run(before), run(now)) if move.falls]


def test_the_same_run_moves_nothing() -> None:
    assert list(moves(run(score(), port=score()), run(score(), port=score()))) == []


def test_every_score_that_differs_is_told_text_by_text() -> None:
    found = moves(run(score(), port=score(20)), run(score(subject=0.92), port=score(20, period=0.8)))
    assert [(move.text, str(move)) for move in found] == [
        ("all", "subject +0.0200"),
        ("port", "period -0.1000"),
    ]


def test_a_kind_of_statement_is_a_score_too() -> None:
    (move,) = moves(run(score()), run(score(ranks=(6, 10))))
    assert (move.score, move.before, move.now) == ("rank statements", 0.8, 0.6)


def test_precision_and_recall_of_named_things_are_scores_where_they_are_labelled() -> None:
    def naming(precision: float, recall: float) -> dict[str, Any]:
        return score() | {"mentions": {"labelled": 50, "read": 40, "mention": {"p": precision, "r": recall}}}

    found = list(moves(run(naming(0.9, 0.7)), run(naming(0.87, 0.72))))
    assert [(str(move), move.falls) for move in found] == [
        ("named things precision -0.0300", True),
        ("named things recall +0.0200", False),
    ]
    assert falls(naming(0.9, 0.7), naming(0.88, 0.7)) == []
    assert list(moves(run(naming(0.9, 0.7)), run(score()))) == []


def test_half_a_point_is_no_fall_and_more_is() -> None:
    assert falls(score(), score(subject=0.895)) == []
    assert falls(score(), score(subject=0.894)) == ["subject"]


def test_in_a_small_text_one_statement_is_no_fall_and_two_are() -> None:
    assert falls(score(20), score(20, statement=0.85)) == []
    assert falls(score(20), score(20, statement=0.80)) == ["statement"]


def test_of_a_rare_kind_one_statement_is_no_fall_and_two_are() -> None:
    assert falls(score(), score(ranks=(7, 10))) == []
    assert falls(score(), score(ranks=(6, 10))) == ["rank statements"]


def test_a_text_that_only_one_run_has_moved_nothing() -> None:
    assert list(moves(run(score(), port=score()), run(score(), county=score()))) == []
