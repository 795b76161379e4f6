"""What a firm tells its figures apart by, and when a firm's figures are of."""

from __future__ import annotations

import pytest

from making import written
from yanchao.documents.document import BlockKind
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Statement

TITLE = "云帆动力公布2024年业绩"


def statements(words: str, title: str = TITLE) -> dict[str, Statement]:
    made = written((BlockKind.HEADING, title), words, title=title)
    return {made.text[each.start : each.end]: each for each in extract(made, load()).statements}


@pytest.mark.parametrize(
    ("words", "figure", "subject"),
    [
        ("云帆动力储能系统实现营业收入253亿元，毛利率23.9%。", "253亿元", "储能系统"),
        ("云帆动力储能系统实现营业收入253亿元，毛利率23.9%。", "23.9%", "储能系统"),
        ("2024年，云帆动力海外业务营收90亿元，增长8%。", "8%", "海外业务"),
        ("云帆动力旗下家居品牌销售额12亿元。", "12亿元", "家居品牌"),
        ("比亚迪手机部件及组装业务营收1596亿元。", "1596亿元", "手机部件及组装业务"),
        ("格力电器空调业务收入1485亿元，占总营收的78%。", "78%", "空调"),
        ("云帆动力营收90亿元。", "90亿元", "云帆动力"),
        ("比亚迪营收90亿元。", "90亿元", "比亚迪"),
    ],
)
def test_a_business_of_a_firm_has_figures_of_its_own(words: str, figure: str, subject: str) -> None:
    assert statements(words)[figure].subject == subject


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("公司当期营收为362亿元。", "营收"),
        ("公司报告期内研发投入362亿元。", "研发投入"),
        ("报告期内，公司净利润362亿元。", "净利润"),
        ("公司本期净利润362亿元。", "净利润"),
        ("本期净利润362亿元。", "净利润"),
        ("本报告期营业成本362亿元。", "营业成本"),
    ],
)
def test_the_time_of_an_account_is_nobody_and_no_measure(words: str, measure: str) -> None:
    found = statements(words)["362亿元"]
    assert found.measure == measure
    assert found.subject in ("公司", "云帆动力")


@pytest.mark.parametrize(
    ("words", "figure", "measure"),
    [
        ("市占率为37.9%，较第二名高出20.7个百分点。", "20.7个百分点", "市占率"),
        ("市占率为37.9%，比第三位高出20.7个百分点。", "20.7个百分点", "市占率"),
        ("市占率为37.9%，领先第二名20.7个百分点。", "20.7个百分点", "市占率"),
        ("份额比全国第二名多3个百分点。", "3个百分点", "份额"),
        ("销量达90万辆，超过第二名的两倍。", "90万辆", "销量"),
        ("产量90万吨，比第一名少2万吨。", "2万吨", "产量"),
    ],
)
def test_whoever_holds_a_place_is_what_another_is_held_against(words: str, figure: str, measure: str) -> None:
    found = statements(words)
    assert not any(each.kind == "rank" for each in found.values())
    assert found[figure].measure == measure


@pytest.mark.parametrize("words", ["销量居第二名。", "销量升至第二位。", "销量较上年前移，列全国第三位。"])
def test_a_place_that_is_held_is_a_rank(words: str) -> None:
    assert any(each.kind == "rank" for each in statements(words).values())
