"""Which firm a text is of or tells of."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.told_firms import firm_told_of


def firm(text: str, title: str | None = None) -> str | None:
    told = firm_told_of(document(text, title=title), load())
    return None if told is None or told.firm is None else told.firm.value


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("长岭置业上半年净利30亿元", "长岭置业公布中报，公司营收90亿元。", "长岭置业"),
        ("ST长岭：2019年净亏损7亿元", "ST长岭发布2019年度报告，公司总资产9亿元。", "ST长岭"),
        ("长岭生物（06826）：龙头可期", "行业增长9%。", "长岭生物"),
    ],
)
def test_the_firm_that_a_title_opens_with(title: str, text: str, name: str) -> None:
    assert firm(f"{title}\n{text}", title) == name


def test_a_firm_is_called_by_the_short_name_that_its_text_goes_on_to_use() -> None:
    text = "长岭机车股份有限公司(长岭机车)周五晚发布了半年报，长岭机车净利9亿元，长岭机车订单90亿元，长岭机车货币资金3亿元，公司称。"
    assert firm(text) == "长岭机车"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("青岛高新区14家企业挂牌", "岭上陶瓷股份有限公司等14家企业挂牌，公司、公司、公司。"),
        ("上市公司上半年净利增长9%", "公司业绩向好，半年报披露。"),
        ("青岛市上半年营收增长", "青岛市企业营收90亿元，公司增多。"),
    ],
)
def test_a_place_or_a_branch_is_no_firm(title: str, text: str) -> None:
    assert firm(f"{title}\n{text}", title) is None


def test_a_firm_that_the_title_opens_with_is_told_by_its_kind() -> None:
    text = "全国连锁租车企业长岭租车宣布采购车辆。长岭租车车队扩大。长岭租车订单增长，长岭租车门店90家。"
    assert firm(f"长岭租车采购2万台车\n{text}", "长岭租车采购2万台车") == "长岭租车"


def test_a_text_that_goes_through_many_groups_is_no_one_s() -> None:
    text = "北山集团投资9亿元，公司扩产。南河集团、东屏集团、西岭集团、中原集团也来投资，公司增多，公司纳税。"
    assert firm(text) is None


@pytest.mark.parametrize("title", ["中国电梯市场面临转型", "电梯行业增速放缓"])
def test_a_firm_in_a_text_about_its_whole_trade_is_an_example(title: str) -> None:
    text = "长岭三元电梯有限公司第9万台电梯交付。公司扩产，公司纳税9亿元，公司出口增长。"
    assert firm(f"{title}\n{text}", title) is None
    assert firm(f"长岭三元扩产\n{text}", "长岭三元扩产") == "长岭三元电梯有限公司"


def test_what_is_done_to_a_firm_is_no_part_of_its_name() -> None:
    text = "长岭啤酒集团正在竞购最大酿酒公司。公司称，公司看好，公司出资9亿元。"
    assert firm(f"酒类收购提速\n{text}", "酒类收购提速") == "长岭啤酒集团"


def test_results_up_to_a_day_are_those_of_whoever_announces_them() -> None:
    assert firm("某通APP讯，长岭龙机（03339）发布截至2023年6月30日止6个月中期业绩，收益9亿元。") == "长岭龙机"
    assert firm("长岭建材公布，截至2020年6月30日中期营业收入9亿元。") == "长岭建材"


def test_a_firm_whose_text_says_the_whole_firm() -> None:
    text = "截至12月11日，长岭煤炭集团完成商品煤生产2亿吨。各矿加大与集团调度的协调。全公司刷新纪录29项，全公司预计增产。"
    told = firm_told_of(document(text), load())
    assert told is not None
    assert told.firm is not None
