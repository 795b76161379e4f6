"""What the text writes onto a name belongs to it, and makes it a part."""

from __future__ import annotations

import pytest

from making import extraction, statement
from yanchao.ledger.reconciliation import claims
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon, load


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def key(text: str, lexicon: Lexicon, measure: str, figure: str = "30万") -> SeriesKey:
    made = statement(text, figure, 300000, "count:个", measure=measure, subject="全省", region="440000")
    (claim,) = claims(extraction(text, made), lexicon)
    return claim.key


@pytest.mark.parametrize(
    ("whole", "part", "measure"),
    [
        ("旅游收入30万。", "带动在线旅游收入30万。", "旅游收入"),
        ("产能30万。", "在建产能为30万。", "产能"),
        ("客流量30万。", "日均客流量30万。", "客流量"),
        ("人口30万。", "60岁及以上人口30万。", "人口"),
        ("变电站30万。", "新建220千伏变电站30万。", "变电站"),
        ("厂房30万。", "园区新增厂房30万。", "厂房"),
        ("固定资产投资30万。", "扣除房地产开发投资后，固定资产投资30万。", "固定资产投资"),
    ],
)
def test_a_part_that_the_reader_named_like_its_whole_stays_apart(
    whole: str, part: str, measure: str, lexicon: Lexicon
) -> None:
    assert key(part, lexicon, measure) != key(whole, lexicon, measure)


def test_two_ranges_are_two_things(lexicon: Lexicon) -> None:
    young, old = (key(f"{ages}岁人口30万。", lexicon, "人口") for ages in ("0-14", "15-59"))
    assert young != old


def test_from_where_on_a_thing_counts_is_part_of_its_name(lexicon: Lexicon) -> None:
    small = key("开工1亿元以上产业园30万。", lexicon, "亿元以上产业园")
    large = key("开工10亿元以上产业园30万。", lexicon, "亿元以上产业园")
    assert small != large


def test_a_word_of_the_name_before_it_in_a_list_is_not_of_the_name(lexicon: Lexicon) -> None:
    assert key("公路、铁路客运量30万。", lexicon, "客运量") == key("客运量30万。", lexicon, "客运量")


def test_what_the_reader_has_is_not_added_again(lexicon: Lexicon) -> None:
    text = "日均客流量30万。"
    whole = statement(text, "30万", 300000, "count:个", measure="日均客流量", subject="全省", region="440000")
    (claim,) = claims(extraction(text, whole), lexicon)
    assert claim.key == key(text, lexicon, "客流量")


def test_what_each_earns_on_average_is_not_what_all_do(lexicon: Lexicon) -> None:
    def earned(text: str, unit: str) -> SeriesKey:
        made = statement(text, "30万", 300000, unit, measure="渔获", subject="全省", region="440000")
        (claim,) = claims(extraction(text, made), lexicon)
        return claim.key

    assert earned("平均渔获30万。", "CNY") != earned("渔获30万。", "CNY")
    assert earned("平均渔获30万。", "ug/m3") == earned("渔获30万。", "ug/m3"), "a concentration is an average"


def test_a_clause_that_says_only_a_day_tells_of_each_day(lexicon: Lexicon) -> None:
    text = "渡轮客流量30万，日均2万。"
    whole, day = (key(text, lexicon, "客流量", figure) for figure in ("30万", "2万"))
    assert day != whole
    assert day == key("渡轮日均客流量30万。", lexicon, "客流量")
