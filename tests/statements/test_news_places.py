"""Whose place a figure is of in news: counties of short names, zones over provinces, people who speak of themselves."""

from __future__ import annotations

import pytest

from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Statement


def statements(text: str) -> dict[str, Statement]:
    document = read(text.encode(), uri="news.txt")
    return {document.text[each.start : each.end]: each for each in extract(document, load()).statements}


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("特色产业观察\n\n山西祁县玻璃厂有30家。", "140727"),
        ("特色产业观察\n\n在晋中市祁县，玻璃厂有30家。", "140727"),
        ("一个西南县城的故事\n\n当地玻璃厂有30家。", None),
        ("祁县入选2024年山西省专业镇试点\n\n全县玻璃厂有30家。", "140727"),
        ("山西专业镇观察\n\n各市和县市区玻璃厂有30家。", "140000"),
    ],
)
def test_counties_of_short_names(text: str, region: str | None) -> None:
    assert statements(text)["30家"].region == region


def test_the_year_of_a_list_dates_no_figure() -> None:
    found = statements("祁县入选2024年山西省专业镇试点\n\n全县玻璃厂有30家。")
    assert found["30家"].period is None


def test_a_paragraph_about_a_zone_is_of_no_province() -> None:
    found = statements(
        "我国外贸稳步增长\n\n据海关统计，前三季度，长三角地区出口8万亿元。民营企业出口增长9%。\n全国出口19万亿元。"
    )
    assert [found[words].region for words in ("8万亿元", "9%", "19万亿元")] == [None, None, "156"]


def test_the_first_of_a_list_of_parts_of_the_nation_is_no_nation() -> None:
    found = statements("我国外贸稳步增长\n\n中部、西部地区出口分别增长3%和9%。")
    assert [found[words].region for words in ("3%", "9%")] == [None, None]


def test_people_speak_of_themselves_and_officials_of_their_places() -> None:
    found = statements(
        "义乌市场观察\n\n“我们今年卖出袜子30万双。”商户周平说。“我们今年新增商户9万户。”义乌市商务局局长李明说。"
    )
    assert [found[words].region for words in ("30万双", "9万户")] == [None, "330782"]


def test_the_firm_whose_head_was_speaking_owns_what_he_goes_on_to_say() -> None:
    found = statements(
        "义乌市场观察\n\n公司总经理周平说，订单多了起来。“今年的订单总额达2000万元。”\n如今，义乌有商户9万户。"
    )
    assert [found[words].region for words in ("2000万元", "9万户")] == [None, "330782"]
    assert found["2000万元"].subject == "公司"


def test_a_firm_that_is_introduced_by_when_it_began_owns_its_clauses() -> None:
    found = statements("义乌市场观察\n\n成立于1993年的星锤袜业有限公司，去年产值达9亿元，出口2亿美元。")
    assert [found[words].region for words in ("9亿元", "2亿美元")] == [None, None]


@pytest.mark.parametrize(
    "sentence",
    [
        "公司成立于2003年，员工达300人。",
        "成立于2003年的星锤精密，员工达300人。",
        "2003年创办的星锤精密，员工达300人。",
        "园区于2003年获批，员工达300人。",
    ],
)
def test_when_something_began_dates_none_of_its_figures(sentence: str) -> None:
    assert statements(f"义乌市场观察\n2025年3月10日\n{sentence}")["300人"].period is None


def test_a_paragraph_that_introduces_a_place_is_of_it() -> None:
    found = statements(
        "安徽县域特色产业观察\n\n近年来，安徽各地发展特色产业。\n太和县是全国最大的假发集散地。2024年，全县假发营收23亿元。\n全省假发营收90亿元。"
    )
    assert [found[words].region for words in ("23亿元", "90亿元")] == ["341222", "340000"]


def test_a_town_is_known_by_its_bare_name() -> None:
    found = statements("小毛衫大市场\n\n浙江省桐乡市濮院镇有毛衫企业5000家。\n如今，濮院毛衫出口30亿元。")
    assert [found[words].region for words in ("5000家", "30亿元")] == ["330483", "330483"]


def test_a_firm_that_a_paper_visits_is_not_what_its_text_is_of() -> None:
    found = statements(
        "三家企业的转型样本\n新华社南京5月12日电（记者周平）\n2025年5月12日\n"
        "在星锤轴承股份有限公司，公司董事长刘峰介绍，去年公司产值达21亿元。公司今年订单饱满，公司正在扩产。\n"
        "无锡的恒澜纺织则把目光投向绿色。这家老牌纺织企业，年发电量4200万千瓦时。\n"
        "2024年，江苏规上工业营收9万亿元。"
    )
    assert [found[words].region for words in ("21亿元", "4200万千瓦时", "9万亿元")] == [None, None, "320000"]
    assert found["21亿元"].subject == "公司"


def test_partners_of_a_trade_told_before_have_its_measure() -> None:
    found = statements(
        "山东外贸观察\n2025年3月10日\n山东对东盟进出口4521亿元。对非洲、中东分别增长19%、13%。对美国增长3%。"
    )
    assert [found[words].measure for words in ("19%", "13%", "3%")] == ["进出口"] * 3
    assert [found[words].region for words in ("19%", "13%", "3%")] == ["370000"] * 3


def test_goods_have_what_they_are_worth() -> None:
    found = statements("山东外贸观察\n2025年3月10日\n其中缝纫机出口398万台，出口额13亿美元。")
    assert (found["13亿美元"].measure, found["13亿美元"].subject) == ("出口额", "缝纫机")


def test_a_bracket_of_another_time_dates_nothing_behind_it() -> None:
    found = statements(
        "工业观察\n2025年8月10日\n上半年，全国工业增加值增长16%（6月份增长15%），回落2个百分点。国有企业增加值增长12%。"
    )
    assert [found[words].period for words in ("16%", "15%", "2个百分点", "12%")] == [
        "2025-01/2025-06", "2025-06", "2025-01/2025-06", "2025-01/2025-06",
    ]  # fmt: skip


def test_banks_of_a_kind_are_the_nations() -> None:
    found = statements("银行业观察\n2025年8月10日\n全国银行业运行平稳。上半年，商业银行净利润下降9%。")
    assert found["9%"].region == "156"
