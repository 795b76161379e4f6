"""Firms that no pack lists, by how their names end: their figures are of no place; a trade's are."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Statement


def told(sentence: str) -> Statement:
    text = f"2024年江西工业\n\n去年，江西工业稳步前行。{sentence}"
    return extract(document(text), load()).statements[0]


@pytest.mark.parametrize(
    "firm",
    [
        "松岭水泥",
        "云帆物流",
        "南浦机械",
        "白石陶瓷",
        "青湾船舶",
        "禾谷食品",
        "星锤光电",
        "青湾能源",
        "禾谷化工",
        "星锤机器人",
        "云帆港务",
    ],
)
@pytest.mark.parametrize(
    "sentence",
    ["{}去年销售额突破9亿元。", "{}产品远销60个国家和地区。", "走进{}，车间里300台机器人正在作业。"],
)
def test_what_a_firm_tells_is_of_no_place(firm: str, sentence: str) -> None:
    assert told(sentence.format(firm)).region is None


@pytest.mark.parametrize(
    "trade",
    [
        "休闲食品",
        "高端装备",
        "冷链物流",
        "建筑陶瓷",
        "内河船舶",
        "农业机械",
        "绿色建材",
        "平板玻璃",
        "合成橡胶",
        "氯碱化工",
        "协作机器人",
        "红木家具",
    ],
)
def test_what_a_trade_earns_is_the_places(trade: str) -> None:
    assert told(f"{trade}营业收入90亿元，增长5%。").region == "360000"


def test_a_kind_of_enterprise_in_quotation_marks_is_no_firm_named_before() -> None:
    text = "2024年江西工业\n\n去年，松岭水泥拥有专利9项。全省专精特新“小巨人”企业达300家。"
    assert extract(document(text), load()).statements[-1].region == "360000"
