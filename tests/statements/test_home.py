"""Which place a whole text is about by the places that it names."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.home import home_region


def home(text: str, title: str | None = None) -> str | None:
    return home_region(document(text, title=title), load())


@pytest.mark.parametrize(
    "text",
    [
        "国家统计局发布数据，一季度工业增加值增长6%。在浙江，企业订单增长9%。",
        "各地抢抓农时春耕。河北小麦返青，河北农户下田；山东备耕农机9万台；江苏育秧30万亩。",
        "我国外贸平稳增长。上海、广东、江苏进出口分别增长3%、4%和5%。",
        "记者从交通运输部获悉，客流增长9%。伊春的雪景吸引游客。",
    ],
)
def test_a_text_that_the_nation_leads_is_the_nation_s(text: str) -> None:
    assert home(text) == "156"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("浙江外贸增长9%。据海关统计，浙江出口增长8%，浙江进口增长7%，全国增长3%。", "330000"),
        ("作为全国家具生产第一大省，广东家具销往世界，广东企业900家。", "440000"),
        ("云南全省经济平稳，全国排名第二，云南产值900亿元。", "530000"),
    ],
)
def test_a_place_named_before_the_nation_is_what_a_text_is_about(text: str, region: str) -> None:
    assert home(text) == region


def test_a_ministry_of_another_country_leads_to_no_nation_of_ours() -> None:
    assert home("美国财政部公布，债务超过37万亿美元。") is None


def test_a_rank_in_the_nation_says_nothing_of_whose_text_it_is() -> None:
    assert home("陶瓷产量全国连续五年排名第一，这样的企业在肇庆有三家。肇庆再添9家。") == "441200"


def test_a_place_named_once_far_down_is_no_home() -> None:
    text = "白银产品交易量增长，业务收入提高。" * 30 + "营业部设在杭州。"
    assert home(text) is None


def test_a_province_before_its_city_is_named_with_it() -> None:
    assert home("山西晋城煤层气产量9亿立方米。山西晋城另有煤矿30座，晋城增加值9亿元。") == "140500"


def test_the_place_that_the_first_words_introduce() -> None:
    assert home("晋城市，古称泽州，是山西的地级市。山西、河南、河北相邻，山西煤多。") == "140500"


def test_a_town_lies_in_its_county() -> None:
    assert home("石门镇地处桐庐县南部，距杭州90公里，杭州游客多，杭州是省会。") == "330122"
    assert home("马泉乡位于漳县中南部，全乡人口1万人。") == "621125"


def test_a_text_of_an_industry_that_names_no_place_is_the_nation_s() -> None:
    title = "玻璃行业2024年营收90亿元"
    assert home(f"{title}\n\n规模以上企业900家，利润9亿元。", title) == "156"
    assert home(f"{title}\n\n美国企业90家，利润9亿元。", title) is None
    assert home("某厂营收90亿元\n\n利润9亿元。", "某厂营收90亿元") is None


def test_a_title_that_tells_of_the_nation_outweighs_the_countries_in_its_text() -> None:
    title = "前3个月全国新设外资企业9万家"
    assert home(f"{title}\n东盟投资增长5%，英国、日本、韩国投资分别增长6%、2%和1%。", title) == "156"


def test_a_text_that_goes_over_many_provinces_is_about_none_of_them() -> None:
    text = "据了解，河北、山西的矿山停产。上海的期货上涨，大连的期货回落。四川的企业减产，江西的企业观望。"
    assert home(f"矿石供应趋紧\n{text}", "矿石供应趋紧") == "156"


def test_a_place_that_a_text_about_the_nation_s_trade_names_less_often_is_an_example() -> None:
    title = "中国阀门产业迎来黄金期"
    text = "中国阀门增长9%，中国阀门出口上升。上海的展会开幕。中国需求旺盛，中国企业扩产。"
    assert home(f"{title}\n{text}", title) == "156"


def test_a_text_whose_lead_speaks_of_a_trade_and_that_names_no_place_is_the_nation_s() -> None:
    assert home("白酒保持高增速\n6月份酿酒行业产量增长9%。", "白酒保持高增速") == "156"


def test_a_text_that_says_our_city_is_the_city_s_though_its_province_is_named_oftener() -> None:
    text = "我市轮胎产能9万条，东营市产值居全省首位。山东甲集团、山东乙公司、山东丙公司出席。"
    assert home(text) == "370500"
    assert home(text.replace("我市", "我省")) == "370000"


def test_a_text_on_a_town_is_of_the_county_whose_bare_name_it_gives() -> None:
    assert home("博览会在诸暨大唐镇举行。大唐镇产袜9亿双。项目在诸暨新城开工。") == "330681"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("据泉州海关统计，泉州市进出口90亿元，列福建省第三位，居厦门、福州之后。泉州出口8亿元。", "350500"),
        (
            "甘肃省数据出炉，高于甘肃省增速，定西市产值9亿元，获甘肃省贡献奖，定西甩掉甘肃省末位。全市增长6%。",
            "621100",
        ),
        ("黑龙江日报10月26日讯 全省工业增长9%，我省走高。", "230000"),
        ("全市产值9亿元，与合肥市并列全省第一。太和、界首产值8亿元，颍泉、阜南、太和增长9%。", "341200"),
        ("某厂设备国内技术先进，产品销往国内外，年产量9万吨。", None),
        ("全镇企业32家，先后赴北京、上海、杭州考察，引进项目6个。", None),
        ("全市项目90个，市政府与某石油黑龙江销售分公司签约。", None),
    ],
)
def test_whose_text_it_is_though_other_places_are_named(text: str, region: str | None) -> None:
    assert home(text) == region


def test_of_two_places_named_as_often_a_text_is_about_the_first() -> None:
    text = "在浙江台州临海市涌泉镇，旗袍企业9家。苏州的旗袍商铺8家。"
    assert home_region(document(text), load()) == "331082"


def test_a_text_that_says_our_prefecture_is_the_prefecture_s_though_its_province_is_named_first() -> None:
    text = "全州旅游业以建设四川旅游发展次中心为目标。全州接待游客9万人次。凉山州网消息。"
    assert home_region(document(text), load()) == "513400"
