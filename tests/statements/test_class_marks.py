"""Marks that each of a class lies above are no place's; an amount of a place itself stays the place's."""

from __future__ import annotations

import pytest

from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Statement


def told(sentence: str, figure: str) -> Statement:
    text = f"江西省经济简况\n\n2024年，江西推进工业强省。{sentence}"
    found = extract(read(text.encode(), uri="brief.txt"), load()).statements
    return next(one for one in found if text[one.start : one.end] == figure)


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("全省产值超30亿元的陶瓷企业达到12家。", "超30亿元"),
        ("签约5亿元以上项目90个。", "5亿元以上"),
        ("培育6家年营收超20亿元的龙头企业。", "超20亿元"),
        ("年营收超100亿元的集群6个，超50亿元的9个。", "超50亿元"),
        ("全省首个超80亿元的储能项目开工。", "超80亿元"),
    ],
)
def test_a_mark_that_each_of_a_class_lies_above_is_no_places(sentence: str, figure: str) -> None:
    assert told(sentence, figure).region is None


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("全省陶瓷产业产值超过600亿元。", "超过600亿元"),
        ("全省进出口突破5000亿元，外贸企业增至9000家。", "突破5000亿元"),
        ("签约5亿元以上项目90个。", "90个"),
        ("江西成为中部首个陶瓷产值超过900亿元的省份。", "超过900亿元"),
    ],
)
def test_an_amount_of_the_place_stays_the_places(sentence: str, figure: str) -> None:
    assert told(sentence, figure).region == "360000"
