"""Statements about the same thing meet, everything else stays apart, and nothing is lost on the way."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import document, extraction, statement
from yanchao.ledger.keys import words_of
from yanchao.ledger.matching.normal import settle
from yanchao.ledger.reconciliation import claims, reconcile
from yanchao.ledger.series import Series, SeriesKey
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.extraction import extract
from yanchao.statements.interval import interval
from yanchao.statements.statement import Extraction, Status


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def gdp(value: str, **fields: object) -> object:
    text = f"全省生产总值{value}万亿元。"
    numbers = {"value": str(float(value) * 1e12), "resolution": 10 ** (12 - len(value.partition(".")[2]))}
    return text, statement(
        text,
        f"{value}万亿元",
        **{
            "measure": "生产总值",
            "subject": "全省",
            "region": "440000",
            "period": "2024",
            **numbers,
            **fields,
        },
    )


def said(
    value: str, id: str = "a", published: date | None = date(2025, 1, 20), **fields: object
) -> Extraction:
    text, its_statement = gdp(value, **fields)
    about = {"id": id * 64, "uri": f"{id}.txt", "published": published, **PUBLISHERS.get(id, {})}
    return Extraction(document(text, **about), (its_statement,))


PUBLISHERS = {"s": {"publisher": "广东省统计局"}, "p": {"publisher": "羊城晚报"}}


def only(found: tuple[Series, ...]) -> Series:
    assert len(found) == 1, [series.name for series in found]
    return found[0]


def test_rounded_and_exact_figures_of_one_thing_are_one_point(lexicon: Lexicon) -> None:
    series = only(reconcile([said("14.2", "a"), said("14.16", "b")], lexicon))
    (point,) = series.observations
    assert not point.disputed
    assert [assertion.document[0] for assertion in point.assertions] == ["b", "a"], "the exact one first"
    assert point.value == pytest.approx(14.16e12)


def test_figures_that_cannot_both_be_right_stay_side_by_side(lexicon: Lexicon) -> None:
    (point,) = only(reconcile([said("14.2", "a"), said("13.9", "b")], lexicon)).observations
    assert point.disputed
    assert {assertion.value for assertion in point.assertions} == {14.2e12, 13.9e12}


def test_the_statistical_office_is_believed_before_the_newspaper(lexicon: Lexicon) -> None:
    papers = [said("13.9", "p", published=date(2025, 6, 1)), said("14.16", "s")]
    (point,) = only(reconcile(papers, lexicon)).observations
    assert point.value == pytest.approx(14.16e12)
    assert [assertion.rank for assertion in point.assertions] == [1, 5]


def test_of_equal_sources_the_later_word_stands_first(lexicon: Lexicon) -> None:
    revised = [said("14.0", "a", date(2025, 1, 20)), said("14.3", "b", date(2025, 9, 1))]
    (point,) = only(reconcile(revised, lexicon)).observations
    assert point.value == pytest.approx(14.3e12)
    assert [assertion.vintage for assertion in point.assertions] == [date(2025, 9, 1), date(2025, 1, 20)]


def test_a_target_is_another_point_than_an_actual(lexicon: Lexicon) -> None:
    series = only(reconcile([said("14.2", "a"), said("14.2", "b", status="target")], lexicon))
    assert {point.status for point in series.observations} == {Status.ACTUAL, Status.TARGET}


def test_undated_figures_of_different_days_are_no_disagreement(lexicon: Lexicon) -> None:
    early = said("14.2", "a", date(2024, 1, 1), period=None)
    late = said("15.0", "b", date(2026, 1, 1), period=None)
    points = only(reconcile([early, late], lexicon)).observations
    assert [point.disputed for point in points] == [False, False]


figures = st.lists(
    st.tuples(
        st.integers(1, 999),
        st.integers(0, 2),
        st.sampled_from(["=", ">", ">=", "<", "<=", "~"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
)


def extractions(drawn: list[tuple[int, int, str, bool]]) -> list[Extraction]:
    found = []
    for number, (value, decimals, comparator, is_later) in enumerate(drawn):
        written = f"{value / 10**decimals:.{decimals}f}"
        day = date(2026, 1, 1) if is_later else date(2025, 1, 1)
        found.append(said(written, chr(ord("a") + number), day, comparator=comparator))
    return found


@given(figures)
def test_a_point_is_disputed_exactly_when_two_intervals_do_not_meet(
    drawn: list[tuple[int, int, str, bool]],
) -> None:
    found = extractions(drawn)
    bounds = [interval(each.statements[0].quantity) for each in found]
    (point,) = only(reconcile(found, load())).observations
    assert len(point.assertions) == len(found)
    assert point.disputed == any(not one.meets(other) for one in bounds for other in bounds)


@given(figures, st.randoms(use_true_random=False))
def test_the_order_of_the_documents_makes_no_difference(
    drawn: list[tuple[int, int, str, bool]], chance: object
) -> None:
    found = extractions(drawn)
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert reconcile(found, load()) == reconcile(shuffled, load())


SAME = [
    # two ways to name one thing
    ({"measure": "营收", "subject": "石化行业"}, {"measure": "营业收入", "subject": "绿色石化产业集群"}),
    ({"measure": "主营业务收入", "subject": "绿色石化"}, {"measure": "营业收入", "subject": "广东石化行业"}),
    ({"measure": "汽车产量", "subject": "广东"}, {"measure": "产量", "subject": "汽车"}),
    ({"measure": "生产总值", "subject": "全省"}, {"measure": "地区生产总值", "subject": "广东省"}),
    ({"measure": "广东PCT申请量", "subject": "广东"}, {"measure": "PCT申请量", "subject": "广东要"}),
    (
        {"measure": "营业收入", "subject": "规上工业企业"},
        {"measure": "规模以上工业企业营业收入", "subject": "全省"},
    ),
    ({"measure": "居民消费价格指数（CPI）", "subject": "全省"}, {"measure": "CPI", "subject": "全省"}),
    ({"measure": "货物贸易进出口额", "subject": "全省"}, {"measure": "外贸进出口总额", "subject": "全省"}),
    (
        {"measure": "城镇调查失业率年均值", "subject": "全省"},
        {"measure": "城镇调查失业率", "subject": "全省"},
    ),
    ({"measure": "人均预期寿命从2019年", "subject": "全省"}, {"measure": "人均预期寿命", "subject": "全省"}),
    ({"measure": "海鲜出口规模", "subject": "全省"}, {"measure": "海鲜出口额", "subject": "全省"}),
    ({"measure": "国企出口额", "subject": "全省"}, {"measure": "出口额", "subject": "国有企业"}),
    ({"measure": "装机容量", "subject": "累计发电"}, {"measure": "装机容量", "subject": "全省"}),
    ({"measure": "进出口", "subject": "对东盟"}, {"measure": "东盟进出口", "subject": "全省"}),
    ({"measure": "出口", "subject": "服务贸易"}, {"measure": "出口额", "subject": "服务"}),
    ({"measure": "冷链班列开行", "subject": "全省"}, {"measure": "冷链班列", "subject": "全省"}),
    ({"measure": "使用外资", "subject": "全省"}, {"measure": "实际使用外资", "subject": "全省"}),
    ({"measure": "外贸进出口总值", "subject": "全省"}, {"measure": "货物贸易进出口总额", "subject": "全省"}),
    ({"measure": "税收", "subject": "全省"}, {"measure": "税收收入", "subject": "全省"}),
    (
        {"measure": "营业收入", "subject": "半导体及集成电路产业"},
        {"measure": "营收", "subject": "半导体与集成电路"},
    ),
]
APART = [
    # a part and its whole, two measures, two universes
    ({"measure": "产量", "subject": "汽车"}, {"measure": "产量", "subject": "新能源汽车"}),
    ({"measure": "产量", "subject": "工业机器人"}, {"measure": "产量", "subject": "智能机器人"}),
    ({"measure": "营业收入", "subject": "石化行业"}, {"measure": "增加值", "subject": "石化行业"}),
    ({"measure": "营业收入", "subject": "规上工业企业"}, {"measure": "营业收入", "subject": "工业企业"}),
    ({"measure": "一般公共预算收入", "subject": "全省"}, {"measure": "税收收入", "subject": "全省"}),
    ({"measure": "固定资产投资", "subject": "全省"}, {"measure": "制造业投资", "subject": "全省"}),
    (
        {"measure": "营业收入", "subject": "区块链产业"},
        {"measure": "营业收入", "subject": "区块链与量子信息产业"},
    ),
    ({"measure": "生产总值", "subject": "全省"}, {"measure": "人均地区生产总值", "subject": "全省"}),
    ({"measure": "生产总值", "subject": "全省"}, {"measure": "海洋生产总值", "subject": "全省"}),
    ({"measure": "海鲜出口数量", "subject": "全省"}, {"measure": "海鲜出口额", "subject": "全省"}),
    ({"measure": "合同利用外资", "subject": "全省"}, {"measure": "实际使用外资", "subject": "全省"}),
    ({"measure": "服务进出口额", "subject": "全省"}, {"measure": "服务出口额", "subject": "全省"}),
    ({"measure": "营业收入利润率", "subject": "全省"}, {"measure": "利润", "subject": "全省"}),
    ({"measure": "增加值", "subject": "全省"}, {"measure": "第一产业增加值", "subject": "全省"}),
    (
        {"measure": "销量", "subject": "比亚迪", "region": None},
        {"measure": "销量", "subject": "小鹏", "region": None},
    ),
]
CLUSTERS = {"石化": "petrochemicals", "汽车": "automotive", "机器人": "robotics", "半导体": "semiconductors"}


def key_of(fields: dict[str, str | None], lexicon: Lexicon) -> SeriesKey:
    words = f"{fields['subject']}{fields['measure']}"
    cluster = next((id for word, id in CLUSTERS.items() if word in words), None)
    if "区块链" in words:
        cluster = "blockchain-quantum"
    text = "达到1亿元。"
    stated = statement(text, "1亿元", "1e8", **{"region": "440000", "cluster": cluster, **fields})
    return settle(words_of(stated), lexicon)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_names_of_one_thing_meet(one: dict[str, str], other: dict[str, str], lexicon: Lexicon) -> None:
    assert key_of(one, lexicon) == key_of(other, lexicon)


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_things_stay_apart(one: dict[str, str], other: dict[str, str], lexicon: Lexicon) -> None:
    assert key_of(one, lexicon) != key_of(other, lexicon)


@pytest.mark.parametrize(
    "qualifier", ["above-scale", "constant-prices", "per-capita", "new", "annual-average"]
)
def test_a_qualifier_that_changes_the_thing_splits_the_series(qualifier: str, lexicon: Lexicon) -> None:
    _, plain = gdp("14.2")
    _, qualified = gdp("14.2", qualifiers=frozenset({qualifier}))
    assert settle(words_of(plain), lexicon) != settle(words_of(qualified), lexicon)


def test_a_level_of_a_review_belongs_to_its_last_year(lexicon: Lexicon) -> None:
    text = "五年来，生产总值从11.37万亿元增加到14.58万亿元。"
    common = {"measure": "生产总值", "subject": "全省", "region": "440000", "period": "2021/2025"}
    both = extraction(
        text,
        statement(text, "11.37万亿元", "11.37e12", resolution="1e10", **common),
        statement(text, "14.58万亿元", "14.58e12", resolution="1e10", **common),
    )
    points = only(reconcile([both], lexicon)).observations
    assert [(point.period, point.value) for point in points] == [("2020", 11.37e12), ("2025", 14.58e12)]


def test_where_a_target_sets_out_from_is_on_record_at_a_time_that_nobody_names(lexicon: Lexicon) -> None:
    text = "每人补助从260元提高到900元。"
    common = {
        "measure": "补助",
        "subject": "全省",
        "region": "440000",
        "period": "2026",
        "status": "target",
    }
    both = extraction(text, statement(text, "260元", 260, **common), statement(text, "900元", 900, **common))
    points = only(reconcile([both], lexicon)).observations
    assert [(point.period, point.value, point.status) for point in points] == [
        ("2026", 900.0, Status.TARGET),
        (None, 260.0, Status.ACTUAL),
    ]


def test_two_series_that_rise_in_one_breath_keep_their_own_beginnings(lexicon: Lexicon) -> None:
    text = "南北两区平均工资从41503元和26935元分别提高到55794元和31184元。"
    common = {"measure": "平均工资", "subject": "两区", "region": "540000", "period": "2021/2025"}
    figures = [statement(text, f"{value}元", value, **common) for value in (41503, 26935, 55794, 31184)]
    found = reconcile([extraction(text, *figures)], lexicon)
    assert [[(point.period, point.value) for point in series.observations] for series in found] == [
        [("2020", 41503.0), ("2025", 55794.0)],
        [("2020", 26935.0), ("2025", 31184.0)],
    ]


def test_what_is_counted_up_over_a_frame_stays_with_the_frame(lexicon: Lexicon) -> None:
    def period(text: str, **fields: object) -> str | None:
        common = {"measure": "企业", "subject": "全省", "region": "440000", "period": "2021/2025"}
        said = extraction(text, statement(text, "690万家", "6.9e6", "count:家", **common, **fields))
        return only(reconcile([said], lexicon)).observations[0].period

    assert period("五年来，企业达到690万家。") == "2025"
    assert period("五年来，新增企业690万家。", qualifiers=frozenset({"new"})) == "2021/2025"
    assert period("五年来，新增企业690万家。") == "2021/2025", "whether or not the reader noted it"


def test_members_of_a_ratio_are_parts_of_their_own(lexicon: Lexicon) -> None:
    text = "三次产业比重为4.1:41.2:54.7。"
    common = {"measure": "比重", "subject": "三次产业", "region": "440000", "period": "2024", "kind": "share"}
    parts = [statement(text, words, value, "1", **common) for words, value in RATIO]
    found = reconcile([extraction(text, *parts)], lexicon)
    assert {series.key.subject for series in found} == {
        "三次产业·第一产业",
        "三次产业·第二产业",
        "三次产业·第三产业",
    }


RATIO = (("4.1", "0.041"), ("41.2", "0.412"), ("54.7", "0.547"))


def test_members_of_a_list_under_one_measure_do_not_contradict_each_other(lexicon: Lexicon) -> None:
    text = "南北两区职工平均工资分别为9.1万元、7.2万元。"
    common = {"measure": "平均工资", "subject": "两区职工", "region": "320000", "period": "2025"}
    one = statement(text, "9.1万元", "91000", resolution=1000, **common)
    other = statement(text, "7.2万元", "72000", resolution=1000, **common)
    found = reconcile([extraction(text, one, other)], lexicon)
    assert len(found) == 2
    assert not any(point.disputed for series in found for point in series.observations)


def test_members_of_a_list_told_in_order_bear_the_names_of_the_list(lexicon: Lexicon) -> None:
    text = "风筝、陀螺产量分别增长3%、4%。"
    common = {
        "measure": "产量",
        "subject": "风筝、陀螺",
        "region": "320000",
        "period": "2025",
        "kind": "growth",
    }
    listed = [
        statement(text, words, value, "1", **common) for words, value in (("3%", "0.03"), ("4%", "0.04"))
    ]
    later = "陀螺产量增长5%。"
    alone = statement(later, "5%", "0.05", "1", **{**common, "subject": "陀螺", "period": "2026"})
    both = [extraction(text, *listed), extraction(later, alone, id="1" * 64)]
    found = {series.key.subject: len(series.observations) for series in reconcile(both, lexicon)}
    assert found == {"风筝": 1, "陀螺": 2}


def test_what_all_members_came_to_is_no_member(lexicon: Lexicon) -> None:
    text = "风筝、陀螺产量从第8位、第4位双双升至第1位。"
    common = {
        "measure": "产量",
        "subject": "风筝、陀螺",
        "region": "320000",
        "period": "2025",
        "kind": "rank",
    }
    ranks = [statement(text, f"第{place}位", place, "1", **common) for place in (8, 4, 1)]
    found = {series.key.subject for series in reconcile([extraction(text, *ranks)], lexicon)}
    assert found == {"风筝", "陀螺", "风筝和陀螺"}


def test_the_sectors_bear_their_names_where_one_word_stands_for_all(lexicon: Lexicon) -> None:
    text = "一二三产增加值分别增长3%、4%、5%。"
    common = {
        "measure": "增加值",
        "subject": "一二三产",
        "region": "320000",
        "period": "2025",
        "kind": "growth",
    }
    listed = [statement(text, f"{value}%", f"0.0{value}", "1", **common) for value in (3, 4, 5)]
    later = "二产增加值增长6%。"
    alone = statement(later, "6%", "0.06", "1", **{**common, "subject": "二产", "period": "2026"})
    both = [extraction(text, *listed), extraction(later, alone, id="1" * 64)]
    found = {series.key.subject: len(series.observations) for series in reconcile(both, lexicon)}
    assert found == {"第一产业": 1, "第二产业": 2, "第三产业": 1}


def test_one_measure_named_twice_with_two_figures_stays_in_one_place(lexicon: Lexicon) -> None:
    text = "到2025年，营收120亿元，营业收入450亿元。"
    common = {"subject": "纺织产业", "cluster": "light-textile", "region": "440000", "period": "2025"}
    one = statement(text, "120亿元", "1.2e10", measure="营收", **common)
    other = statement(text, "450亿元", "4.5e10", measure="营业收入", **common)
    (point,) = only(reconcile([extraction(text, one, other)], lexicon)).observations
    assert point.disputed


def test_a_statement_without_a_measure_claims_nothing(lexicon: Lexicon) -> None:
    text = "达到14.2万亿元。"
    nameless = extraction(text, statement(text, "14.2万亿元", "14.2e12"))
    assert list(claims(nameless, lexicon)) == []


def test_a_series_has_the_same_id_whoever_builds_it(lexicon: Lexicon) -> None:
    first, second = (only(reconcile([said("14.2", letter)], lexicon)).id for letter in "ab")
    assert first == second
    assert first.startswith("440000-gdp-level-")


def test_every_line_of_same_csv_is_about_a_measure_of_the_packs(lexicon: Lexicon) -> None:
    from yanchao.ledger.keys import _same_words

    strangers = {
        f"{id}: {word}"
        for id, words in _same_words().items()
        for word in words
        if id not in lexicon.measures or lexicon.measure_by_word.get(word) != lexicon.measures[id]
    }
    assert strangers == set(), "these words are no aliases of their measure in measures.csv"


def test_every_source_word_has_a_rank_between_one_and_five() -> None:
    from yanchao.ledger.ranking import lines

    words = [line.word for line in lines()]
    assert len(words) == len(set(words))
    assert {line.rank for line in lines()} == {1, 2, 3, 4, 5}


def test_a_county_and_the_prefecture_that_it_lies_in_have_series_of_their_own(lexicon: Lexicon) -> None:
    county = "顺昌县2021年国民经济和社会发展统计公报\n2021年，全县地区生产总值160亿元。"
    prefecture = "南平市2021年国民经济和社会发展统计公报\n2021年，全市地区生产总值2100亿元。"
    read = [extract(document(text, title=text.partition("\n")[0]), lexicon) for text in (county, prefecture)]
    assert {series.key.region for series in reconcile(read, lexicon)} == {"350721", "350700"}
