"""A listed measure ends before the verb that leads to its figure, whichever verb that is."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract


@pytest.mark.parametrize(
    "verb",
    [
        "推高至",
        "干到",
        "核定为",
        "猛增至",
        "锐减至",
        "重返",
        "跨入",
        "一举突破",
        "定格在",
        "报收于",
        "录得了",
    ],
)
def test_a_verb_behind_a_measure_is_no_part_of_it(verb: str) -> None:
    (statement,) = extract(document(f"全县出口总额{verb}90亿元。"), load()).statements
    assert statement.measure == "出口总额"


@pytest.mark.parametrize(
    ("verb", "value"),
    [("强劲增长", 0.05), ("跳升", 0.05), ("扣除价格因素增长", 0.05), ("略减", -0.05), ("同比少增", -0.05)],
)
def test_a_verb_of_growth_is_no_part_of_what_grows(verb: str, value: float) -> None:
    (statement,) = extract(document(f"全县出口总额{verb}5%。"), load()).statements
    assert (statement.measure, str(statement.kind), float(statement.quantity.value)) == (
        "出口总额",
        "growth",
        pytest.approx(value),
    )


def test_a_noun_behind_a_measure_stays_with_it() -> None:
    (statement,) = extract(document("全县出口产品达到90种。"), load()).statements
    assert statement.measure == "出口产品"


@pytest.mark.parametrize("verb", ["发行", "下达", "销售", "接待", "签约"])
def test_a_verb_that_all_members_of_a_list_share_is_no_part_of_the_last(verb: str) -> None:
    told = extract(document(f"甲类债券、乙类债券分别{verb}30亿元、50亿元。"), load()).statements
    assert [one.measure for one in told] == ["甲类债券", "乙类债券"]
