"""What a change is told against, and at which prices, makes it another series where that is not the year before."""

from __future__ import annotations

import pytest

from making import extraction, statement
from yanchao.ledger.reconciliation import claims
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon, load


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def key(text: str, figure: str, lexicon: Lexicon, kind: str = "growth", **fields: object) -> SeriesKey:
    """The series of one change that a sentence tells of a province."""
    common = {"subject": "全省", "region": "440000", "period": "2025", "measure": "货运量"}
    unit = "1" if kind == "growth" else "pp"
    made = statement(text, figure, "0.04", unit, kind=kind, **{**common, **fields})
    (claim,) = claims(extraction(text, made), lexicon)
    return claim.key


PLAIN = "货运量增长4%。"


@pytest.mark.parametrize(
    "text",
    [
        "货运量同比增长4%。",
        "货运量比上年增长4%。",
        "货运量较去年同期增长4%。",
        "货运量比2024年增长4%。",
        "货运量比上年末增长4%。",
        "货运量增长较快，增长4%。",
        "从环比看，走势平稳，货运量同比增长4%。",
    ],
)
def test_growth_over_the_year_before_is_growth(text: str, lexicon: Lexicon) -> None:
    assert key(text, "4%", lexicon) == key(PLAIN, "4%", lexicon)


@pytest.mark.parametrize(
    "text",
    [
        "货运量比2019年增长4%。",
        "货运量比平日增长4%。",
        "与2019年同期相比，货运量增长4%。",
        "货运量同口径增长4%。",
        "货运量环比增长4%。",
        "从环比看，货运量增长4%。",
        "货运量比上月增长4%。",
    ],
)
def test_growth_over_another_time_is_another_series(text: str, lexicon: Lexicon) -> None:
    assert key(text, "4%", lexicon) != key(PLAIN, "4%", lexicon)


def test_the_base_of_the_growth_is_its_universe(lexicon: Lexicon) -> None:
    assert key("货运量比2019年增长4%。", "4%", lexicon).base == "较2019年"
    assert key("货运量比2018年增长4%。", "4%", lexicon).base == "较2018年"


def test_growth_since_a_plan_began_is_no_growth_of_the_year(lexicon: Lexicon) -> None:
    assert key("货运量比“十二五”末增长4%。", "4%", lexicon).qualifiers == ("since-start",)


def test_a_sum_that_is_held_against_the_same_months_has_not_grown_since_a_start(lexicon: Lexicon) -> None:
    summed = frozenset({"cumulative", "since-start"})
    assert key("全年累计货运量同比增长4%。", "4%", lexicon, qualifiers=summed) == key(PLAIN, "4%", lexicon)
    assert key("五年累计增长4%。", "4%", lexicon, qualifiers=summed) != key(PLAIN, "4%", lexicon)


def test_since_the_year_began_is_the_year_before_once_the_year_is_over(lexicon: Lexicon) -> None:
    text = "存款比年初增长4%。"
    assert key(text, "4%", lexicon, measure="存款", period="2025-06-30").base == "较年初"
    assert key(text, "4%", lexicon, measure="存款", period="2025-12-31").base is None


def test_a_verb_alone_is_told_against_what_its_amount_was(lexicon: Lexicon) -> None:
    month = key("货运量环比增加9万吨，上升4%。", "4%", lexicon)
    year = key("货运量比上年增加9万吨，上升4%。", "4%", lexicon)
    assert month.qualifiers == ("month-on-month",)
    assert year.qualifiers == ()


def test_a_second_verb_has_its_own_base(lexicon: Lexicon) -> None:
    assert key("货运量比2019年增长9%、同比增长4%。", "4%", lexicon) == key(PLAIN, "4%", lexicon)


def test_a_share_that_is_above_the_nations_has_not_risen(lexicon: Lexicon) -> None:
    risen = key("客座率提高4个百分点。", "4个百分点", lexicon, "change", measure="客座率")
    above = key("客座率高于全国平均水平4个百分点。", "4个百分点", lexicon, "change", measure="客座率")
    month = key("客座率环比上升4个百分点。", "4个百分点", lexicon, "change", measure="客座率")
    assert above.base == "156"
    assert len({risen, above, month}) == 3


def test_a_real_rate_never_meets_a_nominal_one(lexicon: Lexicon) -> None:
    real = key("人均消费支出实际增长4%。", "4%", lexicon, measure="人均消费支出")
    led_in = key("扣除价格因素，人均消费支出增长4%。", "4%", lexicon, measure="人均消费支出")
    nominal = key("人均消费支出名义增长4%。", "4%", lexicon, measure="人均消费支出")
    unsaid = key("人均消费支出增长4%。", "4%", lexicon, measure="人均消费支出")
    assert real == led_in
    assert len({real, nominal, unsaid}) == 3


def test_of_what_is_published_at_constant_prices_alone_they_say_nothing_new(lexicon: Lexicon) -> None:
    said = key("生产总值按可比价格计算，比上年增长4%。", "4%", lexicon, measure="生产总值")
    assert said == key("生产总值增长4%。", "4%", lexicon, measure="生产总值")


@pytest.mark.parametrize("words", ["比上年同期多4%。", "比计划超额完成4%。"])
def test_what_there_is_more_is_no_other_figure_of_the_thing(words: str, lexicon: Lexicon) -> None:
    text = f"货运量达9%，{words}"
    common = {"subject": "全省", "region": "440000", "period": "2025", "measure": "货运量"}
    made = [statement(text, figure, 4, "t", **common) for figure in ("9%", "4%")]
    whole, more = (claim.key for claim in claims(extraction(text, *made), lexicon))
    assert whole.subject == "440000"
    assert (whole.kind, more.kind) == ("level", "change")


def test_what_grew_more_than_before_is_apart_from_what_grew(lexicon: Lexicon) -> None:
    text = "贷款增加9%，同比多增4%。"
    common = {"subject": "全省", "region": "440000", "period": "2025", "measure": "贷款", "kind": "change"}
    made = [statement(text, figure, 4, "CNY", **common) for figure in ("9%", "4%")]
    grown, more = (claim.key for claim in claims(extraction(text, *made), lexicon))
    assert grown.subject == more.subject == "440000"
    assert grown.base is None
    assert more.base == "多增"
