"""Villages and towns, by what their people call them, and what their sentence goes on to tell."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Statement


def statements(text: str) -> dict[str, Statement]:
    return {text[each.start : each.end]: each for each in extract(document(text), load()).statements}


@pytest.mark.parametrize(
    ("text", "figure", "measure", "subject"),
    [
        ("在安吉县溪龙乡黄杜村，书记说：“我们村有茶园1.2万亩。”", "1.2万亩", "茶园", "黄杜村"),
        ("走进寿光市纪台镇东方西村，村民说：“村里有大棚400个。”", "400个", "大棚", "东方西村"),
        ("凤凰县廖家桥镇菖蒲塘村兴农。主任说：“我村种植猕猴桃2200亩。”", "2200亩", "猕猴桃", "菖蒲塘村"),
        ("在宁陕县城关镇寨沟村，书记说：“咱村有民宿32家，床位300张。”", "300张", "床位", "寨沟村"),
        ("在安吉县溪龙乡，乡长说：“我们乡拥有茶厂30家。”", "30家", "茶厂", "溪龙乡"),
        ("来到凤凰县廖家桥镇，镇长说：“我们镇建成冷库12座。”", "12座", "冷库", "廖家桥镇"),
    ],
)
def test_what_people_call_their_village_is_that_village(
    text: str, figure: str, measure: str, subject: str
) -> None:
    found = statements(text)[figure]
    assert (found.measure, found.subject) == (measure, subject)


@pytest.mark.parametrize("figure", ["8个", "1200万元", "90户", "200人"])
def test_the_sentence_of_a_village_goes_on_about_it(figure: str) -> None:
    text = "平南县渔业兴旺。石牛村建成8个车间，年产值1200万元，带动农户90户，吸纳就业200人。"
    assert statements(text)[figure].subject == "石牛村"


def test_villages_of_a_kind_are_nobody() -> None:
    text = "全县行政村和20户以上自然村全部通硬化路，改造危房5.2万户。2025年平南县新增企业9家。"
    assert statements(text)["5.2万户"].subject in ("全县", "平南县")


@pytest.mark.parametrize(
    ("text", "figure", "measure", "subject"),
    [
        ("2025年，安吉县黄杜村种植茶园1.2万亩。", "1.2万亩", "茶园", "黄杜村"),
        ("2025年，安吉县种植茶园1.2万亩。", "1.2万亩", "茶园", "安吉县"),
        ("2025年，洛川县栽种苹果50万亩。", "50万亩", "苹果", "洛川县"),
        ("2025年，平南县大安镇流转土地9000亩。", "9000亩", "土地", "大安镇"),
        ("安吉县黄杜村种植茶园1.2万亩，为村民增收300万元。", "300万元", "为村民增收", "黄杜村"),
        ("安吉县黄杜村种植茶园1.2万亩，为周边村提供岗位400个。", "400个", "岗位", "黄杜村"),
        ("平南县建成养殖基地12个，年产值5亿元。", "5亿元", "年产值", "养殖基地"),
        ("固始县拥有农家乐90家，营业额5亿元。", "5亿元", "营业额", "农家乐"),
    ],
)
def test_what_a_county_or_village_does_is_what_it_has(
    text: str, figure: str, measure: str, subject: str
) -> None:
    found = statements(text)[figure]
    assert (found.measure, found.subject) == (measure, subject)
