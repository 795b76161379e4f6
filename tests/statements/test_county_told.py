"""Which county a text goes on about."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.home import home_region


@pytest.mark.parametrize(
    ("text", "county"),
    [
        ("昆山工业产值增长5%，全市用电增长3%。昆山拥有企业9家，昆山新签项目8个，昆山港开工。", "320583"),
        ("桐庐产业概况：桐庐快递企业90家。", "330122"),
        ("1—10月，全部规上工业增加值9亿元。鄞州区本级产值8亿元，全区企业90家。", "330212"),
        (
            "我县现代农业提质增效。平和县产值9亿元，福建省、福建省各地采购，中国厦门展会上销售8万斤。",
            "350628",
        ),
        ("这座小城名叫邵东，由邵阳市代管。邵东产值9亿元，邵东企业8家，邵东市出口增长7%。", "430582"),
        ("小林镇是农业镇。随县产值9亿元，该镇产值8亿元。\n随县食用菌增长6%。", "421321"),
        ("截止7月，旺苍县工业园区产值35亿元。近年来，该县推进广元强县，广元建设园区，四川扶持。", "510821"),
        ("秀山县种植药材70万亩，秀山县药材产值9亿元。\n全县有药材企业60家。", "500241"),
        ("今年1-4月，大安区投资增长9%，比全省高2个百分点。工业投资高于全市8个百分点。", "510304"),
        ("2006年，全县人民努力建设和谐花垣。全县生产总值25亿元。", "433124"),
        (
            "甘肃省宁县苹果上市。宁县东风村果农忙着采摘，四川客商全部订购。全县果园42万亩。",
            "621026",
        ),
        (
            "央广网兰州10月4日消息 文县碧口镇采茶。茶园7万亩，该县茶叶产量350吨。\n版权所有 武夷山市茶业有限公司",
            "621222",
        ),
        ("走进南安石材展览中心。南安是建材之乡，全市建材企业2500家，南安经济增长9%。", "350583"),
        ("景宁茶园面积7万亩，景宁产值9亿元。景宁全县茶企90家。", "331127"),
    ],
)
def test_a_text_is_about_the_county_that_it_names_far_oftener_than_any_other_place(
    text: str, county: str
) -> None:
    assert home_region(document(text), load()) == county


@pytest.mark.parametrize(
    "text",
    [
        "全县资源丰富，资源产值9亿元，资源企业8家，资源利用率9%。",
        "平安建设有力，平安创建90家，平安村庄30个。",
        "全县畅通通道9条，通道里程9公里，通道投资8亿元，通道沿线企业8家。",
        "全州种植蓝莓9万亩，全州企业8家，全州产值7亿元。",
    ],
)
def test_a_word_that_a_county_is_called_by_too_names_none(text: str) -> None:
    assert home_region(document(text), load()) is None


def test_a_county_among_others_is_an_example() -> None:
    text = "苏州产值9亿元。昆山企业8家，常熟企业7家，昆山增长6%，常熟增长5%，昆山、常熟两地领跑苏州。"
    assert home_region(document(text), load()) == "320500"


def test_the_name_of_a_county_across_the_name_of_another_place_names_none() -> None:
    text = "据南宁海关统计，产值9亿元。南宁海关表示，企业8家，南宁海关监管。各地增长。"
    assert home_region(document(text), load()) != "330226"
