"""Figures told in turn of one word that stands for several."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract


def told(text: str) -> list[tuple[str | None, str | None]]:
    return [(each.subject, each.measure) for each in extract(document(text), load()).statements]


@pytest.mark.parametrize(
    "text",
    [
        "三次产业增加值分别为9亿元、30亿元和40亿元。",
        "三次产业投资分别增长5%、6%和下降7%。",
        "三次产业对经济增长的贡献率分别为7%、55%和38%。",
        "三次产业结构调整为8:37:55，对经济增长的贡献率分别为7%、55%和38%。",
    ],
)
def test_the_three_industries_are_told_of_in_turn(text: str) -> None:
    assert [subject for subject, _ in told(text)[-3:]] == ["第一产业", "第二产业", "第三产业"]


def test_output_comes_before_sales() -> None:
    text = "1月，客车产销分别完成9万辆和8万辆，分别增长5%和6%。"
    assert told(text) == [("客车", "产量"), ("客车", "销量")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "三次产业增加值增长5%。",
        "三次产业增加值分别增长5%和6%。",
        "三次产业投资9亿元、30亿元和40亿元。",
        "客车产销量90万辆。",
    ],
)
def test_a_word_for_several_stands_where_it_is_not_told_in_turn(text: str) -> None:
    words = {word for pair in told(text) for word in pair if word}
    assert words & {"三次产业", "产销量"}
