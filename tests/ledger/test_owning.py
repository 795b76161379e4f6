"""Whose a figure is where its own words do not say."""

from __future__ import annotations

import pytest

from making import document, extraction, statement
from yanchao.ledger.keys import name
from yanchao.ledger.reconciliation import claims
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.statement import Extraction, Span, Statement


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def of(id: str, text: str, lexicon: Lexicon, **fields: object) -> SeriesKey:
    """The series of 60万 in a document of that id."""
    made = statement(text, "60万", 600000, "person", **fields)
    (claim,) = claims(Extraction(document(text, id=id * 64), (made,)), lexicon)
    return claim.key


@pytest.mark.parametrize("subject", [None, "全县"])
def test_two_bulletins_of_places_that_nobody_knows_do_not_meet(subject: str | None, lexicon: Lexicon) -> None:
    text = "常住人口60万。"
    one, other = (of(id, text, lexicon, measure="常住人口", subject=subject) for id in "ab")
    assert one != other
    assert one == of("a", "年末常住人口60万。", lexicon, measure="常住人口", subject=subject)


def test_what_a_firm_earns_with_an_industry_is_no_provinces(lexicon: Lexicon) -> None:
    """A cluster's figure without a place is the home's in a document that speaks of the home, and its document's own in any other."""

    def earned(id: str, *more: Statement) -> SeriesKey:
        text = "机器人营业收入60万。深圳市常住人口70万。"
        made = statement(
            text, "60万", 600000, "CNY", measure="营业收入", subject="机器人", cluster="robotics"
        )
        found = list(claims(Extraction(document(text, id=id * 64), (made, *more)), lexicon))
        return found[0].key

    elsewhere = statement(
        "机器人营业收入60万。深圳市常住人口70万。",
        "70万",
        700000,
        "person",
        measure="常住人口",
        region="440300",
    )
    assert earned("a").region is None
    assert earned("a") != earned("b")
    assert earned("a", elsewhere).region == "440000"
    assert earned("a", elsewhere) == earned("b", elsewhere)


def test_what_every_place_has_is_some_places(lexicon: Lexicon) -> None:
    text = "第二产业增加值60万。"
    one, other = (of(id, text, lexicon, measure="增加值", subject="第二产业") for id in "ab")
    firm, again = (
        of(id, "海棠机床增加值60万。", lexicon, measure="增加值", subject="海棠机床") for id in "ab"
    )
    assert one != other
    assert firm == again


@pytest.mark.parametrize("subject", ["公司", "该项目", "占年营收"])
@pytest.mark.parametrize("where", [{}, {"region": "440300"}, {"cluster": "robotics"}])
def test_the_firm_of_one_notice_is_another_in_the_next(
    subject: str, where: dict[str, str], lexicon: Lexicon
) -> None:
    text = "公司员工总数60万。"
    one, other = (of(id, text, lexicon, measure="员工", subject=subject, **where) for id in "ab")
    assert one != other
    assert one == of("a", "公司员工60万。", lexicon, measure="员工", subject=subject, **where)
    assert one.subject not in name(one, lexicon), "a person reads no part of an id"


def test_a_name_that_holds_its_owners_meets_its_like(lexicon: Lexicon) -> None:
    text = "江心洲跨江大桥日通行60万。"
    one, other = (of(id, text, lexicon, measure="江心洲跨江大桥通行") for id in "ab")
    assert one == other


def test_the_county_of_a_bulletin_is_not_the_city_around_it(lexicon: Lexicon) -> None:
    city = of("a", "全市常住人口60万。", lexicon, measure="常住人口", subject="全市", region="360900")
    district = of("a", "全区常住人口60万。", lexicon, measure="常住人口", subject="全区", region="360900")
    county = of("a", "长沙县常住人口60万。", lexicon, measure="常住人口", subject="长沙县", region="430100")
    assert city.subject == "360900"
    assert district.subject.startswith("全区")
    assert county.subject == "长沙县"


def test_a_part_of_a_province_is_not_the_province(lexicon: Lexicon) -> None:
    part = of("a", "珠三角常住人口60万。", lexicon, measure="常住人口", subject="珠三角", region="440000")
    share = of(
        "a", "占珠三角60万。", lexicon, measure="常住人口", subject="东莞", region="440000", base="珠三角"
    )
    assert part.subject == "珠三角"
    assert share.base == "珠三角"


def trade(text: str, lexicon: Lexicon, subject: str) -> list[SeriesKey]:
    """The series of 7亿 and, behind it, 5亿 in two sentences, the second about nobody in particular."""
    end = text.index("。") + 1
    common = {"region": "440000"}
    whole = statement(text, "7亿", 7, measure="进出口", subject=subject, **common)
    part = statement(text, "5亿", 5, measure="出口", subject="全省", **common)
    sentences = (Span(0, end), Span(end, len(text)))
    placed: list[Statement] = [
        Statement(**{**{name: getattr(each, name) for name in each.__slots__}, "sentence": sentence})
        for each, sentence in zip((whole, part), sentences, strict=True)
    ]
    return [claim.key for claim in claims(extraction(text, *placed), lexicon)]


def test_of_which_goes_on_with_the_thing_before(lexicon: Lexicon) -> None:
    _, part = trade("民营企业进出口7亿。其中，出口5亿。", lexicon, "民营企业")
    assert part.subject == "民营企业"


def sentence(text: str, lexicon: Lexicon, *figures: dict[str, object]) -> list[SeriesKey]:
    """The series of 7亿 and 5亿 in one sentence about a province."""
    common = {"subject": "全省", "region": "440000"}
    made = [
        statement(text, words, 7, **{**common, **fields})
        for words, fields in zip(("7亿", "5亿"), figures, strict=True)
    ]
    return [claim.key for claim in claims(extraction(text, *made), lexicon)]


def test_imports_that_follow_exports_are_of_the_same_thing(lexicon: Lexicon) -> None:
    exports, imports = {"measure": "出口", "subject": "服务"}, {"measure": "进口"}
    one, other = sentence("服务出口7亿，进口5亿。", lexicon, exports, imports)
    assert (one.subject, other.subject) == ("服务", "服务")
    one, other = sentence("全省出口7亿，进口5亿。", lexicon, {"measure": "出口"}, imports)
    assert other.subject == "440000"


def test_exports_among_foreign_trade_are_all_exports(lexicon: Lexicon) -> None:
    trade = {"measure": "进出口"}
    half = {"measure": "出口", "qualifiers": frozenset({"subset"})}
    _, exports = sentence("全省进出口7亿，其中出口5亿。", lexicon, trade, half)
    whole, part = sentence("全省出口7亿，其中一般出口5亿。", lexicon, {"measure": "出口"}, half)
    assert exports == whole
    assert part != whole
    listed = {"measure": "指标", "unit": "count:项"}
    _, named = sentence("提出7亿项指标，其中出口5亿。", lexicon, listed, half)
    assert named == whole
    _, of_others = sentence(
        "茶馆7亿家，其中出口5亿。", lexicon, {"measure": "茶馆", "unit": "count:家"}, half
    )
    assert of_others != whole


def test_growth_behind_new_things_is_theirs(lexicon: Lexicon) -> None:
    new = {"measure": "茶馆", "unit": "count:家", "qualifiers": frozenset({"new"})}
    growth = {"measure": "茶馆", "kind": "growth", "unit": "1"}
    _, theirs = sentence("新开茶馆7亿家，增长5亿。", lexicon, new, growth)
    _, of_all = sentence("茶馆7亿家，增长5亿。", lexicon, {**new, "qualifiers": frozenset()}, growth)
    assert theirs.qualifiers == ("new",)
    assert of_all.qualifiers == ()


def test_a_zone_over_several_provinces_is_one_with_the_nation_named_or_not(lexicon: Lexicon) -> None:
    told = {"measure": "进出口", "subject": "长三角地区"}
    one, other = sentence(
        "进出口7亿，是去年的5亿。", lexicon, {**told, "region": None}, {**told, "region": "156"}
    )
    assert one.region == other.region == "156"


def test_things_sold_abroad_grow_otherwise_than_what_is_paid_for_them(lexicon: Lexicon) -> None:
    text = "渔船出口7亿艘，增长5亿。"
    told = {"measure": "出口", "subject": "渔船"}
    number, grown = sentence(
        text, lexicon, {**told, "unit": "count:艘"}, {**told, "kind": "growth", "unit": "1"}
    )
    amount, paid = sentence(text, lexicon, {**told, "unit": "CNY"}, {**told, "kind": "growth", "unit": "1"})
    assert number.measure == grown.measure == "export-volume"
    assert amount.measure == paid.measure == "exports"


def test_a_part_that_was_read_under_its_wholes_name_does_not_meet_it(lexicon: Lexicon) -> None:
    retail = {"measure": "社会消费品零售总额"}
    whole, part = sentence("社会消费品零售总额7亿，其中，夜市人气旺，实现5亿。", lexicon, retail, retail)
    assert whole.subject == "440000"
    assert part != whole
    whole, again = sentence("社会消费品零售总额突破7亿，达到5亿。", lexicon, retail, retail)
    assert whole == again


@pytest.mark.parametrize(
    ("text", "subject"),
    [("民营企业进出口7亿。出口5亿。", "民营企业"), ("全省进出口7亿。其中，出口5亿。", "全省")],
)
def test_else_the_figure_is_the_places(text: str, subject: str, lexicon: Lexicon) -> None:
    _, part = trade(text, lexicon, subject)
    assert part.subject == "440000"


def test_the_parts_of_what_came_new_came_new(lexicon: Lexicon) -> None:
    told = {"measure": "茶馆", "unit": "count:家"}
    new = {**told, "qualifiers": frozenset({"new"})}
    _, part = sentence("新增茶馆7亿，其中夜间茶馆5亿。", lexicon, new, {**told, "measure": "夜间茶馆"})
    assert "new" in part.qualifiers
    _, other = sentence("茶馆7亿，其中夜间茶馆5亿。", lexicon, told, {**told, "measure": "夜间茶馆"})
    assert "new" not in other.qualifiers


def test_a_budgets_spending_is_named_by_its_income(lexicon: Lexicon) -> None:
    income = {"measure": "一般公共预算收入"}
    _, spent = sentence("一般公共预算收入7亿、支出5亿。", lexicon, income, {"measure": "支出"})
    assert (spent.measure, spent.subject) == ("fiscal-spending", "440000")
    _, other = sentence("茶叶出口7亿、支出5亿。", lexicon, {"measure": "出口"}, {"measure": "支出"})
    assert other.measure == "支出"
