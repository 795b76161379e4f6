"""What a sentence tells of a series beyond the reader's words for it."""

from __future__ import annotations

import pytest

from making import extraction, statement
from yanchao.ledger.reconciliation import claims
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.quick import replace
from yanchao.statements.statement import Evidence

COMMON = {"subject": "全省", "region": "440000", "period": "2025"}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def keys(
    text: str, lexicon: Lexicon, *figures: tuple[str, object], unit: str = "count:个", **fields: object
) -> list[SeriesKey]:
    """The series of the figures of a sentence, in order."""
    made = [statement(text, words, value, unit, **{**COMMON, **fields}) for words, value in figures]
    return [claim.key for claim in claims(extraction(text, *made), lexicon)]


def test_a_years_average_before_a_list_holds_for_every_member(lexicon: Lexicon) -> None:
    text = "电力、钢铁、建材产值年均分别增长3%、4%、5%。"
    found = keys(
        text, lexicon, ("3%", "0.03"), ("4%", "0.04"), ("5%", "0.05"), unit="1", kind="growth", measure="产值"
    )
    assert [key.qualifiers for key in found] == [("annual-average",)] * 3


def test_a_years_average_ends_with_its_own_verb(lexicon: Lexicon) -> None:
    text = "产值年均增长3%、比上年增长4%。"
    found = keys(text, lexicon, ("3%", "0.03"), ("4%", "0.04"), unit="1", kind="growth", measure="产值")
    assert [key.qualifiers for key in found] == [("annual-average",), ()]


def test_growth_held_against_the_time_before_some_years_is_over_all_of_them(lexicon: Lexicon) -> None:
    over_years = {"kind": "growth", "measure": "进出口总额", "unit": "1"}
    told = "进出口总额比“十三五”末增长44%。"
    (past,) = keys(told, lexicon, ("44%", "0.44"), period="2021/2025", **over_years)
    (year,) = keys("进出口总额增长4%。", lexicon, ("4%", "0.04"), **over_years)
    assert past.qualifiers == ("since-start",)
    assert year.qualifiers == ()
    aimed = {"period": "2026/2030", "status": "target", **over_years}
    (each,) = keys("进出口总额增长4%左右。", lexicon, ("4%", "0.04"), **aimed)
    (doubled,) = keys("进出口总额翻一番。", lexicon, ("翻一番", "1"), **aimed)
    assert each.qualifiers == ()
    assert doubled.qualifiers == ("since-start",)


def test_growth_of_some_years_is_over_all_of_them_where_their_number_is_told(lexicon: Lexicon) -> None:
    def grown(text: str, words: str) -> SeriesKey:
        fields = {**COMMON, "period": "2021/2025", "measure": "货运量", "kind": "growth"}
        made = statement(text, "44%", "0.44", "1", **fields)
        start = text.index(words)
        told_by = Evidence("period", start, start + len(words), inherited=True)
        (claim,) = claims(extraction(text, replace(made, evidence=(*made.evidence, told_by))), lexicon)
        return claim.key

    assert grown("这五年，船队壮大。货运量增长44%。", "这五年").qualifiers == ("since-start",)
    assert grown("“十四五”收官，船队壮大。货运量增长44%。", "“十四五”").qualifiers == ()


def test_a_sum_over_the_year_or_months_that_are_named_is_what_they_have(lexicon: Lexicon) -> None:
    def summed(
        text: str,
        unit: str,
        period: str = "2025-01/2025-04",
        words: str = "1—4月",
        measure: str = "累计进港",
    ) -> SeriesKey:
        fields = {**COMMON, "period": period, "measure": measure, "qualifiers": frozenset({"cumulative"})}
        made = statement(text, "30", 30, unit, **fields)
        told_by = Evidence("period", text.index(words), text.index(words) + len(words))
        (claim,) = claims(extraction(text, replace(made, evidence=(*made.evidence, told_by))), lexicon)
        return claim.key

    assert summed("1—4月，累计进港30。", "t").qualifiers == ()
    assert summed("1—4月，累计进港30。", "count:艘").qualifiers == ("cumulative",), "it may be of all times"
    assert summed("1—4月，累计新办茶馆30。", "count:家", measure="累计新办茶馆").qualifiers == ("new",)
    assert summed("投用以来，累计进港30。", "t", "2019/2025", "投用以来").qualifiers == ("cumulative",)
    assert {summed("1—4月，累计进港30。", unit).measure for unit in ("t", "count:艘")} == {"进港"}
    assert summed("2025年，累计进港30。", "t", "2025", "2025年").qualifiers == ()
    assert summed("截至2025年，累计进港30。", "t", "2025", "2025年").qualifiers == ("cumulative",)
    assert summed("1—4月，累计寄递量30。", "count:件", measure="寄递量").qualifiers == ()


@pytest.mark.parametrize(
    ("text", "is_added"),
    [
        ("建成停车楼30个。", True),
        ("新建改造停车楼30个。", True),
        ("新增公园8个、停车楼30个。", True),
        ("新登记各类停车楼30个。", True),
        ("创建停车楼30个。", True),
        ("停车楼达到30个。", False),
        ("截至目前，建成停车楼30个。", False),
        ("我国已建成停车楼30个。", False),
        ("截至2023年4月底，共建成停车楼30个。", False),
        ("截至目前，今年建成停车楼30个。", True),
        ("截至目前，新增停车楼30个。", True),
        ("今年收费下降8%，截至目前共建成停车楼30个。", False),
        ("今年收费平稳，截至目前共建成停车楼30个。", True),
        ("建成停车楼达到30个。", False),
        ("停车楼30个。", False),
    ],
)
def test_what_is_built_in_a_period_is_apart_from_what_stands(
    text: str, is_added: bool, lexicon: Lexicon
) -> None:
    (key,) = keys(text, lexicon, ("30个", 30), measure="停车楼")
    assert ("new" in key.qualifiers) == is_added


def test_the_total_behind_what_came_new_is_what_there_is(lexicon: Lexicon) -> None:
    text = "新增停车楼5家、总量达80家。"
    fields = {**COMMON, "subject": "停车楼", "measure": "总量", "qualifiers": frozenset({"new"})}
    (claim,) = claims(extraction(text, statement(text, "80家", 80, "count:家", **fields)), lexicon)
    assert (claim.key.measure, claim.key.qualifiers) == ("停车楼", ())


def test_what_was_ever_made_is_a_sum_for_every_thing_that_is_listed(lexicon: Lexicon) -> None:
    text = "累计培育茶馆8个、停车楼30个，今年培育停车楼5个。"
    ever, year = keys(text, lexicon, ("30个", 30), ("5个", 5), measure="停车楼")
    assert ever.qualifiers == ("cumulative",)
    assert year.qualifiers == ("new",)


def test_a_name_that_holds_a_verb_tells_of_no_building(lexicon: Lexicon) -> None:
    text = "拆掉违法建设30个。"
    (key,) = keys(text, lexicon, ("30个", 30), measure="违法建设")
    assert key.qualifiers == ()


def test_what_happens_in_a_period_anyway_is_not_new(lexicon: Lexicon) -> None:
    (one,) = keys(
        "新增营造林30万亩。",
        lexicon,
        ("30万亩", 3e5),
        unit="mu",
        measure="营造林",
        qualifiers=frozenset({"new"}),
    )
    (other,) = keys("完成营造林40万亩。", lexicon, ("40万亩", 4e5), unit="mu", measure="营造林")
    assert one == other


def test_a_bare_word_makes_no_series_of_all_its_kind(lexicon: Lexicon) -> None:
    (one,) = keys("有5个县获得园林县称号。", lexicon, ("5个", 5), measure="县")
    (other,) = keys("全省57个县人口净流入。", lexicon, ("57个", 57), measure="县")
    assert one != other
    (again,) = keys("有5个县获得园林县称号。", lexicon, ("5个", 5), measure="县")
    assert one == again, "the same words in another document are the same figure"


def test_what_is_done_to_the_things_counted_parts_them(lexicon: Lexicon) -> None:
    (moved,) = keys("为30个老旧小区引入物业。", lexicon, ("30个", 30), measure="老旧小区")
    (rebuilt,) = keys("改造老旧小区40个。", lexicon, ("40个", 40), measure="老旧小区")
    assert moved.subject == "440000·引入"
    assert rebuilt.subject == "440000"


def test_a_level_that_is_a_years_average_is_no_level_of_a_year(lexicon: Lexicon) -> None:
    (one,) = keys("外来游客年均超过30人。", lexicon, ("30人", 30), unit="person", measure="外来游客")
    (other,) = keys("外来游客40人。", lexicon, ("40人", 40), unit="person", measure="外来游客")
    assert one.qualifiers == ("annual-average",)
    assert other.qualifiers == ()
    text = "年均新增渔工20人、外来游客30人。"
    (listed,) = keys(text, lexicon, ("30人", 30), unit="person", measure="外来游客")
    assert "annual-average" in listed.qualifiers
    text = "年均新增渔工20人、外来游客达到30人。"
    (reached,) = keys(text, lexicon, ("30人", 30), unit="person", measure="外来游客")
    assert "annual-average" not in reached.qualifiers
    (dust,) = keys("粉尘年均浓度30个。", lexicon, ("30个", 30), measure="粉尘年均浓度")
    assert dust.qualifiers == ()


def test_thresholds_of_two_lists_in_one_sentence_are_members(lexicon: Lexicon) -> None:
    text = "产品占比超过10%的有44种、超过20%的有23种。"
    share = {"measure": "占比", "subject": "产品", "region": "440000", "period": "2025", "kind": "share"}
    count = {"measure": "产品", **COMMON}
    made = [
        statement(text, "10%", "0.1", "1", **share),
        statement(text, "44种", 44, "count:种", **count),
        statement(text, "20%", "0.2", "1", **share),
        statement(text, "23种", 23, "count:种", **count),
    ]
    found = [claim.key for claim in claims(extraction(text, *made), lexicon)]
    assert len(set(found)) == 4


def test_a_milestone_that_was_passed_stays_in_its_series_without_a_time(lexicon: Lexicon) -> None:
    text = "生产总值接连跨越7万亿元、8万亿元。"
    fields = {"measure": "生产总值", **COMMON}
    made = [statement(text, f"{n}万亿元", n * 1e12, **fields) for n in (7, 8)]
    first, last = claims(extraction(text, *made), lexicon)
    assert first.key == last.key
    assert (first.period, last.period) == (None, "2025")


def test_town_and_country_are_told_in_one_order(lexicon: Lexicon) -> None:
    income = {"measure": "人均可支配收入", "region": "440000", "period": "2025", "kind": "growth"}
    text = "城乡居民人均可支配收入分别增长5%、6%。"
    both = [statement(text, f"{n}%", n / 100, "1", subject="城乡居民", **income) for n in (5, 6)]
    listed = [claim.key for claim in claims(extraction(text, *both), lexicon)]
    text = "城镇居民人均可支配收入增长7%。"
    one = statement(text, "7%", "0.07", "1", subject="城镇居民", **income)
    (alone,) = claims(extraction(text, one), lexicon)
    assert listed[0] == alone.key
    assert listed[0] != listed[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("老旧小区改造30个。", "老旧小区改造"), ("改造老旧小区30个。", "老旧小区")),
        (("人行桥改造完工30个。", "人行桥改造完工"), ("新建人行桥30个。", "人行桥")),
        (("评定老字号名店30个。", "老字号名店"), ("打造老字号名店30个。", "老字号名店")),
    ],
)
def test_what_is_done_to_a_thing_may_stand_before_or_behind_it(
    one: tuple[str, str], other: tuple[str, str], lexicon: Lexicon
) -> None:
    (first,), (second,) = (
        keys(text, lexicon, ("30个", 30), measure=measure) for text, measure in (one, other)
    )
    assert first == second
    assert first.qualifiers == ("new",)


def test_what_is_begun_is_not_done(lexicon: Lexicon) -> None:
    (begun,) = keys("启动改造城中村30个。", lexicon, ("30个", 30), measure="城中村")
    (done,) = keys("完成改造城中村30个。", lexicon, ("30个", 30), measure="城中村")
    assert begun != done


@pytest.mark.parametrize(
    ("measure", "kind", "unit"),
    [("增速", "growth", "1"), ("预算数", "share", "1"), ("总投资", "level", "CNY")],
)
def test_a_form_of_figures_is_named_by_its_clause(
    measure: str, kind: str, unit: str, lexicon: Lexicon
) -> None:
    fields = {"measure": measure, "kind": kind, "unit": unit}
    (one,) = keys(f"知识密集型服务出口{measure}30。", lexicon, ("30", 30), **fields)
    (other,) = keys(f"旅行社接待游客人次的{measure}30。", lexicon, ("30", 30), **fields)
    assert one != other


def test_a_share_of_some_firms_is_of_those_that_are_spoken_of(lexicon: Lexicon) -> None:
    fields = {"measure": "企业", "kind": "share", "unit": "1"}
    (one,) = keys("三成企业用上海水淡化。", lexicon, ("三成", "0.3"), **fields)
    (other,) = keys("四成企业参加船展。", lexicon, ("四成", "0.4"), **fields)
    assert one != other


def test_a_volume_that_is_done_is_no_addition(lexicon: Lexicon) -> None:
    (done,) = keys("港口完成吞吐量30吨。", lexicon, ("30吨", 30), unit="t", measure="吞吐量")
    (added,) = keys("港口新增吞吐量30吨。", lexicon, ("30吨", 30), unit="t", measure="吞吐量")
    assert (done.qualifiers, added.qualifiers) == ((), ("new",))


@pytest.mark.parametrize("measure", ["惠及", "覆盖", "中国"])
def test_what_is_done_and_a_places_name_measure_nothing(measure: str, lexicon: Lexicon) -> None:
    (one,) = keys(f"养老驿站{measure}30。", lexicon, ("30", 30), measure=measure, unit="visit")
    (other,) = keys(f"消费券{measure}30。", lexicon, ("30", 30), measure=measure, unit="visit")
    assert one != other


def test_what_is_paid_for_something_that_is_named_is_its_own(lexicon: Lexicon) -> None:
    fields = {"measure": "投资", "subject": "渔港工程", "unit": "CNY"}
    (one,) = keys("全年渔港工程投资30。", lexicon, ("30", 30), **fields)
    (other,) = keys("渔港工程投资完成30、好于上年。", lexicon, ("30", 30), **fields)
    assert one == other


def test_the_length_of_some_bridge_is_not_the_places(lexicon: Lexicon) -> None:
    fields = {"measure": "全长", "unit": "km"}
    (one,) = keys("跨海大桥合龙，全长30。", lexicon, ("30", 30), **fields)
    (other,) = keys("过江隧道贯通，全长30。", lexicon, ("30", 30), **fields)
    assert one != other


def test_the_total_of_some_project_is_named_by_its_clause(lexicon: Lexicon) -> None:
    fields = {"measure": "总投资", "subject": "项目", "unit": "CNY"}
    (one,) = keys("船闸扩建开工，该项目总投资30。", lexicon, ("30", 30), **fields)
    (other,) = keys("码头扩建开工，该项目总投资30。", lexicon, ("30", 30), **fields)
    assert one != other


def test_a_sign_is_no_name(lexicon: Lexicon) -> None:
    assert keys("营收9亿元/30。", lexicon, ("30", 30), measure="/") == []


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("茶叶产值跨越30亿元大关。", True),
        ("茶叶产值迈上30亿元新台阶。", True),
        ("茶叶产值跨过两个30亿元大关。", True),
        ("茶叶产值达到30亿元，跨越一个台阶。", False),
        ("茶叶产值达到30亿元。", False),
    ],
)
def test_a_mark_that_was_passed_is_the_least_that_there_is(text: str, least: bool, lexicon: Lexicon) -> None:
    made = statement(text, "30亿元", 3e9, "CNY", measure="产值", **COMMON)
    (claim,) = claims(extraction(text, made), lexicon)
    assert claim.assertion.comparator == (">=" if least else "=")
    assert (claim.assertion.high == float("inf")) == least


def test_growth_of_what_came_new_is_apart_from_growth_of_all(lexicon: Lexicon) -> None:
    growth = {"unit": "1", "kind": "growth", "measure": "茶馆"}
    (new,) = keys("全省新登记茶馆增长4%。", lexicon, ("4%", "0.04"), **growth)
    (every,) = keys("全省茶馆增长4%。", lexicon, ("4%", "0.04"), **growth)
    assert new.qualifiers == ("new",)
    assert every.qualifiers == ()


def test_firms_that_come_above_the_size_are_new_ones_above_it(lexicon: Lexicon) -> None:
    (said,) = keys(
        "新增规上茶叶企业30家。", lexicon, ("30家", 30), measure="规上茶叶企业", qualifiers=frozenset({"new"})
    )
    (risen,) = keys("新升规茶叶企业50家。", lexicon, ("50家", 50), measure="茶叶企业")
    (parted,) = keys("新入规茶叶企业60家。", lexicon, ("60家", 60), measure="企业", subject="新入规茶叶")
    assert said == risen
    assert parted.qualifiers == said.qualifiers
    (all_,) = keys("茶叶企业70家。", lexicon, ("70家", 70), measure="茶叶企业")
    assert all_.qualifiers == ()


def test_how_a_thing_is_done_is_no_owner(lexicon: Lexicon) -> None:
    (plain,) = keys("办好45件民生小事。", lexicon, ("45件", 45), measure="民生小事")
    (hard,) = keys("重点办好46件民生小事。", lexicon, ("46件", 46), measure="民生小事", subject="重点")
    (owned,) = keys("重点茶馆有47家。", lexicon, ("47家", 47), measure="茶馆", subject="重点")
    assert hard == plain
    assert owned.measure == "重点茶馆"


def test_a_share_of_what_is_new_is_no_share_of_all(lexicon: Lexicon) -> None:
    common = {"unit": "1", "kind": "share", "measure": "占比", "subject": "茶园"}
    (new,) = keys("新增茶园占比5%。", lexicon, ("5%", "0.05"), **common)
    (all_,) = keys("茶园占比5%。", lexicon, ("5%", "0.05"), **common)
    (rate,) = keys(
        "新发放茶园贷款利率5%。",
        lexicon,
        ("5%", "0.05"),
        **{**common, "measure": "利率", "subject": "茶园贷款"},
    )
    assert (new.qualifiers, all_.qualifiers, rate.qualifiers) == (("new",), (), ())


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("30个茶室建成开放。", True),
        ("30个茶室投入使用。", True),
        ("已有30个茶室投入使用。", False),
        ("累计30个茶室建成开放。", False),
        ("30个茶室高效运行。", False),
    ],
)
def test_what_is_made_at_last_was_added(text: str, new: bool, lexicon: Lexicon) -> None:
    (key,) = keys(text, lexicon, ("30个", 30), measure="茶室")
    assert key.qualifiers == (("new",) if new else ())


def test_a_word_for_making_that_begins_a_name_makes_nothing_new_that_is_reached(lexicon: Lexicon) -> None:
    text = "研发人员达30人。"
    told = statement(text, "30人", 30, "person", measure="研发人员", **COMMON)
    made = replace(told, evidence=(Evidence("measure", 0, 4),))
    (claim,) = claims(extraction(text, made), lexicon)
    assert claim.key.qualifiers == ()


def test_from_what_a_thing_set_out_was_there(lexicon: Lexicon) -> None:
    text = "认定茶室、茶馆分别从3家、4家增加到5家、6家。"
    assert keys(text, lexicon, ("4家", 4), unit="count:家", measure="茶馆")[0].qualifiers == ()
    assert keys("认定茶馆5家。", lexicon, ("5家", 5), unit="count:家", measure="茶馆")[0].qualifiers == (
        "new",
    )


def test_a_member_with_a_verb_of_its_own_is_not_made_by_the_one_before(lexicon: Lexicon) -> None:
    text = "新增茶室3个、接待茶农5人。"
    told = statement(text, "5人", 5, "person", measure="茶农", **COMMON)
    made = replace(told, evidence=(Evidence("measure", 9, 11),))
    (claim,) = claims(extraction(text, made), lexicon)
    assert claim.key.qualifiers == ()
    text = "新增茶室3个、高端茶农5人。"
    told = statement(text, "5人", 5, "person", measure="茶农", **COMMON)
    made = replace(told, evidence=(Evidence("measure", 9, 11),))
    (claim,) = claims(extraction(text, made), lexicon)
    assert claim.key.qualifiers == ("new",)


def test_units_of_one_kind_are_kept_in_one(lexicon: Lexicon) -> None:
    told = {"measure": "年吞吐量", "subject": "海鲜港"}
    (one,) = keys("海鲜港年吞吐量5标准箱。", lexicon, ("5标准箱", 5), unit="count:标准箱", **told)
    (other,) = keys(
        "海鲜港集装箱吞吐量6。", lexicon, ("6", 6), unit="TEU", measure="集装箱吞吐量", subject="海鲜港"
    )
    assert one == other


def test_a_part_of_anothers_name_is_no_owner(lexicon: Lexicon) -> None:
    text = "新增制造业单项冠军企业3家、茶叶企业5家。"
    told = statement(text, "5家", 5, "count:家", measure="茶叶企业", subject="制造业", region="440000")
    made = replace(told, evidence=(Evidence("subject", 2, 5, inherited=True),))
    (claim,) = claims(extraction(text, made), lexicon)
    assert claim.key.measure == "茶叶企业"


def test_those_counted_are_named_behind_their_number(lexicon: Lexicon) -> None:
    text = "茶亭和85个口袋绿地等建成。"
    told = statement(text, "85个", 85, "count:个", measure="口袋绿地等", **COMMON)
    (claim,) = claims(extraction(text, replace(told, evidence=(Evidence("measure", 6, 11),))), lexicon)
    assert claim.key.measure == "口袋绿地"
    (before,) = keys("口袋绿地等85个。", lexicon, ("85个", 85), measure="口袋绿地等")
    assert before.measure == "口袋绿地等"
