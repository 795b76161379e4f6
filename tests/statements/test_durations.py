"""A time that is told for its own sake, against one that dates another figure."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract


def times(sentence: str) -> list[str]:
    text = document(sentence)
    return [text.text[each.start : each.end] for each in extract(text, load()).statements]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("企业历经46年，规模不断壮大。", "46年"),
        ("工程提前4个月完工。", "4个月"),
        ("大桥历时三年建成。", "三年"),
        ("通行时间缩短至半小时。", "半小时"),
        ("老厂拥有30年历史。", "30年"),
    ],
)
def test_how_long_something_takes_is_a_figure(sentence: str, told: str) -> None:
    assert times(sentence) == [told]


@pytest.mark.parametrize(
    "sentence",
    [
        "近3年来成效明显。",
        "前3个月运行平稳。",
        "实施三年行动计划。",
        "形成1小时通勤圈。",
        "2035年基本建成。",
        "近半年运行平稳。",
        "形成半小时经济圈。",
    ],
)
def test_a_window_a_date_and_a_name_are_none(sentence: str) -> None:
    assert times(sentence) == []
