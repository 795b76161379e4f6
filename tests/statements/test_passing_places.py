"""Places that are named in passing, of which nothing is told."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.marks import marker
from yanchao.statements.passing_places import is_held_against, is_in_passing


def places(text: str) -> dict[str, bool]:
    marks = [mark for mark in marker(load()).find(text) if mark.sort == "region"]
    return {text[mark.start : mark.end]: is_in_passing(mark, text) for mark in marks}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("距成都市60公里，面积15平方公里。", "成都市"),
        ("东与江西接壤，企业9家。", "江西"),
        ("这里由邵阳市代管，企业9家。", "邵阳市"),
        ("湖南省辖县级市，企业9家。", "湖南省"),
        ("某会长13日在上海表示，产量9万吨。", "上海"),
        ("总值居厦门、福州之后。", "福州"),
    ],
)
def test_nothing_is_told_of_a_place_that_is_named_in_passing(text: str, named: str) -> None:
    assert places(text)[named]


@pytest.mark.parametrize(
    "text", ["杭州企业9家。", "来到杭州，企业9家。", "在杭州建设基地9个。", "杭州东部企业9家。"]
)
def test_a_place_that_something_is_told_of(text: str) -> None:
    assert not places(text)["杭州"]


def test_a_place_that_another_ranks_in_is_held_against_it() -> None:
    text = "泉州总值列福建省第三位，增速高于甘肃省，福建省增长5%。"
    marks = [mark for mark in marker(load()).find(text) if mark.sort == "region"]
    assert [is_held_against(mark, text) for mark in marks] == [False, True, True, False]


def test_the_far_end_of_a_distance_is_no_place_of_the_figures_behind_it() -> None:
    text = "皂角镇位于什邡市城郊，距成都市60公里，企业90家。"
    assert {statement.region for statement in extract(document(text), load()).statements} == {"510682"}
