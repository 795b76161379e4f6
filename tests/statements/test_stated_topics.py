"""A clause that says how something fares, and whose the figures behind it are."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract


def told(text: str) -> list[tuple[str | None, str | None]]:
    """Subject and measure of every figure, in order."""
    return [(each.subject, each.measure) for each in extract(document(text), load()).statements]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("今年夏粮再获丰收，总产量90万吨，增长2%。", "夏粮"),
        ("豪华酒店业加快恢复，营业收入9亿元。", "豪华酒店业"),
        ("线上渠道持续发力、快速增长，营收9亿元。", "线上渠道"),
        ("水产养殖稳步发展，产量9万吨。", "水产养殖"),
        ("民营经济活力增强，增加值9亿元。", "民营经济"),
        ("云片糕作为地方名品，年产量9万吨。", "云片糕"),
        ("制伞业挑起大梁，增速达9%。", "制伞业"),
        ("钢琴产业发挥引领作用，增加值9亿元。", "钢琴产业"),
        ("新能源客车一路领跑，产量9万辆。", "新能源客车"),
    ],
)
def test_what_fares_well_or_ill_has_the_figure_behind_it(text: str, whose: str) -> None:
    assert told(text)[0][0] == whose


def test_a_rate_without_words_of_its_own_goes_over_to_what_fares() -> None:
    text = "公司收入90亿元，增长5%，分渠道看，线上渠道继续高增，同比增长70%。"
    assert told(text)[2] == ("线上渠道", "收入")


@pytest.mark.parametrize(
    "text",
    [
        "湖州经济运行总体平稳，增加值90亿元。",
        "湖州质量效益持续提升，利润9亿元。",
        "湖州城乡居民收入稳步增长，工资性收入2万元。",
        "湖州城市建设加快，地区生产总值90亿元。",
    ],
)
def test_an_aspect_of_a_whole_place_is_nobody(text: str) -> None:
    assert told(text)[0][0] == "湖州"


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("蔬菜、瓜果产量稳步增长，分别增长3%、2%。", [("蔬菜", "产量"), ("瓜果", "产量")]),
        ("全县投资增长5%，制伞业和制笔业增速略低，分别为3%和2%。", [("制伞业", "投资"), ("制笔业", "投资")]),
        ("苹果、柑橘持续增产，分别增长4%和6%。", [("苹果", "增产"), ("柑橘", "增产")]),
        ("铜业、铝业投资较快增长，增速分别为9%和4%。", [("铜业", "投资"), ("铝业", "投资")]),
        (
            "甲县、乙县投资增速居全市前二，分别增长12%和9%。",
            [("甲县", "投资"), ("乙县", "投资")],
        ),
    ],
)
def test_members_that_the_clause_before_lists_are_told_in_turn(
    text: str, members: list[tuple[str, str]]
) -> None:
    assert told(text)[-2:] == members


def test_levels_of_the_sentence_are_grown_in_turn_where_no_clause_lists_others() -> None:
    text = "接待游客17万人次，旅游收入2亿元，分别增长3%、4%。"
    assert [measure for _, measure in told(text)[2:]] == ["接待游客", "旅游收入"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("增速前二名：长河县投资增长36%，南海县投资增长7%。", [("长河县", "投资"), ("南海县", "投资")]),
        ("投资增速前二名：长河县增长36%，南海县增长7%。", [("长河县", "投资"), ("南海县", "投资")]),
    ],
)
def test_the_measure_of_a_lead_is_that_of_each_place_behind_its_colon(
    text: str, figures: list[tuple[str, str]]
) -> None:
    assert told(text)[-2:] == figures


def test_a_measure_behind_a_bracket_is_of_what_stands_before_it() -> None:
    assert told("精炼钴（包括电解钴、钴粉等，折金属量）产量9万吨，增长2%。")[0] == ("精炼钴", "产量")


@pytest.mark.parametrize("text", ["硅片环节全国产量9万吨。", "硅片环节，全国硅片产量9万吨。"])
def test_a_link_of_a_chain_is_named_by_its_product(text: str) -> None:
    assert told(text)[0] == ("硅片", "产量")
