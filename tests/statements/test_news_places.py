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
