"""Whose the figures behind the head of a clause are: a firm's, a project's, a site's."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.clause_heads import is_name_of_firm
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Statement

TITLE = "江苏省工业经济观察"


def stated(text: str, figure: str) -> Statement:
    made = document(text, title=TITLE)
    return next(
        each for each in extract(made, load()).statements if made.text[each.start : each.end] == figure
    )


@pytest.mark.parametrize(
    ("text", "figure", "whose"),
    [
        ("明岳集团的表现不如预期。尽管其营收达90亿元，但销量降至12万辆。", "90亿元", "明岳集团"),
        ("明岳集团的表现不如预期。尽管其营收达90亿元，但销量降至12万辆。", "12万辆", "明岳集团"),
        ("其中，明岳汽车2024年营收增长8%。归母净利润达9亿元。", "9亿元", "明岳汽车"),
        ("走进位于城北的明岳智造，机械臂正忙。去年营收12亿元。", "12亿元", "明岳智造"),
        ("明岳光电的车间里机器轰鸣。公司年产能达20万台。", "20万台", "公司"),
        ("“我们的市场占有率超过六成。”明岳股份负责人介绍。", "超过六成", "明岳股份"),
        ("据生产经理介绍，2024年公司总产值达90亿元。", "90亿元", "公司"),
        ("该企业2023年纳税90万元。", "90万元", "该企业"),
    ],
)
def test_the_figures_of_a_firm_go_on_behind_it_and_have_no_place(text: str, figure: str, whose: str) -> None:
    found = stated(text, figure)
    assert (found.subject, found.region) == (whose, None)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("明岳集团扩产。今年全省新增企业900家。", "900家"),
        ("明岳集团、东屏股份等企业扩产，全省营收达90亿元。", "90亿元"),
        ("新能源汽车产业加速发展，去年营收达90亿元。", "90亿元"),
        ("企业开办时间压缩至半天，全年新增企业900家。", "900家"),
        ("2024年公司数达900家。", "900家"),
    ],
)
def test_what_is_told_of_the_whole_place_is_no_firms(text: str, figure: str) -> None:
    assert stated(text, figure).region == "320000"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("公司总部设在徐州，产品出口占比达到35%。", None),
        ("徐州的产品出口占比达到35%。", "320300"),
        ("园区企业转型，产品出口占比达到35%。", "320000"),
    ],
)
def test_what_a_firm_has_is_of_no_place(text: str, region: str | None) -> None:
    assert stated(text, "35%").region == region


@pytest.mark.parametrize(
    ("text", "figure", "whose"),
    [
        ("东屏钢铁项目由县投建设，总投资96亿元，年产钢300万吨。", "96亿元", "东屏钢铁项目"),
        ("北山滑雪场已建成雪道41条，日接待游客量达1万人。", "1万人", "北山滑雪场"),
        ("东屏电池项目动工。该项目总投资96亿元。", "96亿元", "项目"),
    ],
)
def test_a_project_or_a_site_owns_the_figures_of_its_sentence(text: str, figure: str, whose: str) -> None:
    assert stated(text, figure).subject == whose


@pytest.mark.parametrize("name", ["明岳汽车", "明岳集团", "东屏新材料有限公司"])
def test_a_name_made_up_for_a_firm_is_known(name: str) -> None:
    assert is_name_of_firm(name, load())


@pytest.mark.parametrize("name", ["新能源汽车", "消费电子", "全省汽车", "起重机", "上市公司"])
def test_what_only_ends_like_a_firms_name_is_none(name: str) -> None:
    assert not is_name_of_firm(name, load())
