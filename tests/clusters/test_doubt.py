"""What the audit holds to be wrong stands behind what others say, and is not lost."""

from __future__ import annotations

import pytest

from making import extraction, statement
from yanchao.clusters.doubt import believed_first
from yanchao.ledger.reconciliation import reconcile
from yanchao.ledger.series import Series
from yanchao.lexicon.lexicon import load

MISPRINT, RIGHT = 53e8, 530e8


@pytest.fixture(scope="module")
def robots() -> Series:
    """Two papers on the same revenue; the first in the order of sources lost a digit."""
    texts = []
    for number, (words, value) in enumerate((("53亿元", MISPRINT), ("530亿元", RIGHT))):
        text = f"2023年，智能机器人产业营业收入{words}。"
        said = statement(
            text,
            words,
            value,
            "CNY",
            measure="营业收入",
            subject="智能机器人产业",
            cluster="robotics",
            region="440000",
            period="2023",
        )
        texts.append(extraction(text, said, id=f"{number:064}"))
    (series,) = reconcile(texts, load())
    return series


def test_a_figure_held_to_be_wrong_stands_behind_the_word_of_another_source(robots: Series) -> None:
    (point,) = robots.observations
    first = point.assertions[0]
    (shown,) = believed_first(robots, frozenset({(first.document, first.start)})).observations
    assert shown.value == point.assertions[1].value
    assert shown.assertions == (point.assertions[1], first)
    assert shown.disputed


def test_where_nothing_is_held_to_be_wrong_the_series_stays_the_very_same(robots: Series) -> None:
    last = robots.observations[0].assertions[-1]
    assert believed_first(robots, frozenset()) is robots
    assert believed_first(robots, frozenset({(last.document, last.start)})) is robots
