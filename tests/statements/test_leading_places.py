"""A city that leads its province, and the members of a list that a clause says to grow."""

from __future__ import annotations

import pytest

from making import written
from yanchao.documents.document import BlockKind
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Statement

TITLE = "山东省经济运行简报"


def statements(words: str, title: str = TITLE) -> dict[str, Statement]:
    made = written((BlockKind.HEADING, title), words, title=title)
    return {made.text[each.start : each.end]: each for each in extract(made, load()).statements}


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("青岛进出口继续领跑全省，进出口总值4305亿元，增长9%，占同期全省进出口总值的27%。", "4305亿元"),
        ("青岛进出口继续领跑全省，进出口总值4305亿元，增长9%，占同期全省进出口总值的27%。", "9%"),
        ("青岛进出口继续领跑全省，进出口总值4305亿元，增长9%，占同期全省进出口总值的27%。", "27%"),
        ("青岛工业领先全省，规上工业增加值增长8%。", "8%"),
        ("青岛港口货运领跑全省，货运量达3亿吨。", "3亿吨"),
        ("青岛金融业领先全国，贷款余额达3万亿元。", "3万亿元"),
    ],
)
def test_a_city_that_leads_its_province_goes_on(words: str, figure: str) -> None:
    assert statements(words)[figure].region == "370200"


def test_the_province_speaks_for_itself_behind_its_city() -> None:
    found = statements("青岛工业领先全省，增加值增长8%，全省增加值增长6%。")
    assert [found[it].region for it in ("8%", "6%")] == ["370200", "370000"]


@pytest.mark.parametrize(
    "grows",
    [
        "进出口实现两位数增长，分别达到",
        "进出口均实现正增长，增幅分别为",
        "进出口保持双位数增长，分别达",
        "进出口实现两位数以上的增长，分别增长",
        "进出口双双增长，分别增长",
        "进出口大幅度增长，分别增长",
    ],
)
def test_each_member_of_a_list_that_grows_has_its_own_rate(grows: str) -> None:
    found = statements(f"泰安、德州{grows}31.9%、10.3%。")
    told = [(found[it].subject, found[it].measure, found[it].region) for it in ("31.9%", "10.3%")]
    assert told == [("泰安", "进出口", "370900"), ("德州", "进出口", "371400")]


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("全省投资规模112亿元，实际使用内资30亿元。", "实际使用内资"),
        ("全省投资规模112亿元，实际利用内资30亿元。", "实际利用内资"),
        ("全省引进项目9个，实际到位省外资金30亿元。", "实际到位省外资金"),
    ],
)
def test_domestic_capital_is_measured_by_its_own_name(words: str, measure: str) -> None:
    said = statements(words)["30亿元"]
    assert (said.measure, said.subject) == (measure, "全省")
