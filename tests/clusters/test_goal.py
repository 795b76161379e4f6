"""What a target asks with its hedge."""

from __future__ import annotations

import math

import pytest

from yanchao.clusters.goal import goal
from yanchao.ledger.series import Observation, SeriesKey
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.statement import Comparator, Kind, Status


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def asked(lexicon: Lexicon, measure: str, value: float, kind: Kind, unit: str) -> float:
    """What a target of so much 左右 asks of a place."""
    slack = 0.05 * value
    told = Observation(
        "2030", Status.TARGET, value, value - slack, value + slack, Comparator.ABOUT, (), disputed=False
    )
    return goal(told, SeriesKey(measure, "440000", "440000", None, kind, unit), lexicon).value


@pytest.mark.parametrize(
    ("measure", "share", "least"),
    [("urbanisation", 0.63, 0.62), ("urbanisation", 0.635, 0.634), ("unemployment", 0.055, 0.056)],
)
def test_about_a_share_is_about_a_step_of_its_last_digit(
    measure: str, share: float, least: float, lexicon: Lexicon
) -> None:
    """A twentieth of 63% would be three points: what has stood at 60% for years would reach it."""
    assert math.isclose(asked(lexicon, measure, share, Kind.SHARE, "1"), least)


def test_about_an_amount_is_a_twentieth_of_it(lexicon: Lexicon) -> None:
    assert math.isclose(asked(lexicon, "revenue", 800.0, Kind.LEVEL, "CNY"), 760.0)
