"""Whose a figure is where its own words only point back, or name it in part."""

from __future__ import annotations

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Statement


def statements(text: str) -> dict[str, Statement]:
    return {text[each.start : each.end]: each for each in extract(document(text), load()).statements}


def test_those_out_of_which_a_number_is_told_are_whose_it_is() -> None:
    found = statements("30个工业大类中，有19个行业增长。")
    subject = found["19个"].subject
    assert subject == "工业大类"


def test_the_word_for_a_site_points_back_past_the_firms_that_it_has() -> None:
    found = statements("2024年，南海产业园有龙头企业30家，园区营业收入9亿元。")
    assert found["9亿元"].subject == "南海产业园"


def test_a_firm_of_another_country_goes_on_by_the_word_for_it() -> None:
    found = statements(
        "德国远山汽车公司今天（2月12日）公布财报显示，2024财年净亏损3亿欧元。这家公司2023财年营业收入50亿欧元。"
    )
    assert [found[words].subject for words in ("3亿欧元", "50亿欧元")] == ["德国远山汽车公司"] * 2
    assert [found[words].region for words in ("3亿欧元", "50亿欧元")] == [None, None]


def test_whose_a_figure_is_ends_before_its_day() -> None:
    found = statements("南海银行截至2023年底的存款余额为30亿元；东山银行截至2024年底的上述数据为9亿元。")
    assert [found[words].subject for words in ("30亿元", "9亿元")] == ["南海银行", "东山银行"]
    assert [found[words].period for words in ("30亿元", "9亿元")] == ["2023-12-31", "2024-12-31"]


def test_a_firm_that_turned_to_profit_has_it() -> None:
    found = statements("2024年，南海公司净利润由上年同期亏损3亿元转为盈利9亿元。")
    assert (found["9亿元"].measure, found["9亿元"].subject) == ("盈利", "南海公司")
    assert [found[words].period for words in ("3亿元", "9亿元")] == ["2023", "2024"]


def test_what_has_not_changed_is_no_part_of_the_name_behind_it() -> None:
    found = statements("衣着类价格与上年持平、居住类价格上涨0.7%。")
    assert found["0.7%"].subject == "居住类"
