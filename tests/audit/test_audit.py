"""The audit as a whole: four outcomes, coverage, crashes contained, soundness on stories that are true."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yanchao.audit import audit as audit_module
from yanchao.audit.audit import Audit, audit
from yanchao.audit.coverage import State
from yanchao.audit.rule import rules
from yanchao.documents.reading import read
from yanchao.errors import UsageError
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract

PAGE = """绿色家具产业集群

2023年，全省规模以上工业企业营业收入18.6万亿元。2023年，全省家具产业营业收入达19619.2亿元，占全省规模以上工业企业营业收入的105%。

全省自来水普及率超95%以上。
"""


def checked(*texts: str, **options: object) -> Audit:
    lexicon = load()
    found = [extract(read(text.encode(), uri=f"draft-{n}.txt"), lexicon) for n, text in enumerate(texts)]
    return audit(found, lexicon, **options)  # type: ignore[arg-type]


def test_the_wrong_share_is_found_with_its_arithmetic_and_its_likely_value() -> None:
    found = next(finding for finding in checked(PAGE).findings if finding.rule == "YC101")
    assert PAGE[found.start : found.end] == "105%"
    assert found.suggest == "10.5%"
    assert found.relation == "19619.2亿元 ÷ 18.6万亿元 ≈ 10.5%，文中为105%"
    assert found.relation_en == "19619.2亿元 ÷ 18.6万亿元 ≈ 10.5%, the text has 105%"
    assert {PAGE[related.start : related.end] for related in found.related} == {"19619.2亿元", "18.6万亿元"}


def test_findings_come_in_order_of_document_and_place() -> None:
    found = checked(PAGE, PAGE).findings
    places = [(finding.document, finding.start) for finding in found]
    assert places == sorted(places)
    assert {finding.document for finding in found} == {"draft-0.txt", "draft-1.txt"}


def test_what_was_checked_and_what_was_not_add_up_to_all_figures() -> None:
    seen = checked(PAGE)
    (coverage,) = seen.coverage
    assert len(coverage.related) == len(coverage.figures) == 4
    assert [one.statement.value for one in coverage.figures if one.state is State.BOUNDED] == [
        Decimal("0.95")
    ]


def test_a_rule_says_what_it_could_not_judge_and_why() -> None:
    text = "2023年，全省家具产业营业收入达1961.2亿元，占全省规模以上工业企业营业收入的5%。"
    seen = checked(text, select=["inconsistent-share"])
    (outcome,) = seen.outcomes
    assert outcome.unjudged == (("文中没有给出整体的数", 1),)
    assert seen.coverage[0].skipped[0].reason_en == "the text does not give the whole"


def test_real_growth_is_never_held_against_levels() -> None:
    text = "2022年，广东地区生产总值12.9万亿元。2023年，广东地区生产总值13.6万亿元，增长4.8%。"
    seen = checked(text, select=["inconsistent-growth"])
    assert not seen.findings
    assert [count for _, count in seen.outcomes[0].unjudged] == [1]


def test_a_crashing_rule_costs_only_its_own_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(dossier: object) -> object:
        raise ZeroDivisionError("by nothing")

    broken = tuple(replace(rule, check=crash) if rule.code == "YC102" else rule for rule in rules())
    monkeypatch.setattr(audit_module, "choose", lambda select, ignore: broken)
    seen = checked(PAGE)
    crashed = [outcome for outcome in seen.outcomes if outcome.crashed]
    assert [outcome.rule for outcome in crashed] == ["YC102"]
    assert "ZeroDivisionError: by nothing" in (crashed[0].crashed or "")
    assert {"YC101", "YC301"} <= {finding.rule for finding in seen.findings}


def test_what_cannot_be_explained_costs_only_its_own_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(system: object) -> object:
        raise RecursionError("too deep")

    monkeypatch.setattr("yanchao.audit.writing.explanations", crash)
    seen = checked(PAGE)
    assert {finding.rule for finding in seen.findings} == {"YC301"}
    assert {outcome.rule for outcome in seen.outcomes if outcome.crashed} >= {"YC101", "YC102"}


def test_the_outcomes_of_every_rule_are_counted() -> None:
    seen = checked(PAGE)
    by_code = {outcome.rule: outcome for outcome in seen.outcomes}
    assert (by_code["YC101"].passed, by_code["YC101"].failed) == (1, 1)
    assert (by_code["YC302"].passed, by_code["YC302"].failed) == (1, 0)


def test_findings_can_be_had_in_english() -> None:
    found = next(finding for finding in checked(PAGE, language="en").findings if finding.rule == "YC101")
    assert (
        found.message
        == found.message_en
        == "a share of 105% is over 100%: a part cannot be larger than its whole"
    )
    with pytest.raises(UsageError, match="no such language"):
        checked(PAGE, language="fr")


def test_an_empty_document_has_nothing_wrong() -> None:
    seen = checked("。")
    assert seen.findings == ()
    assert seen.coverage[0].related == seen.coverage[0].unrelated == ()


def rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


@given(
    whole=st.decimals(min_value=1000, max_value=90000, places=3),
    share=st.decimals(min_value="0.01", max_value="0.99", places=5),
    growth=st.decimals(min_value="-0.2", max_value="0.6", places=5),
    points=st.integers(0, 2),
    about=st.sampled_from(["", "约", "超", "近"]),
)
@settings(max_examples=60)
def test_a_true_story_told_with_any_rounding_raises_no_alarm(
    whole: Decimal, share: Decimal, growth: Decimal, points: int, about: str
) -> None:
    part, earlier = whole * share, whole / (1 + growth)
    printed = rounded(whole, points)
    # Who says 超 has counted and found more, who says 近 has found less.
    if (about == "超" and printed > whole) or (about == "近" and printed < whole):
        about = ""
    text = (
        f"2023年，全省粮食产量{rounded(earlier, points)}万吨。2024年，全省粮食产量{about}{printed}万吨，"
        f"{'增长' if growth >= 0 else '下降'}{rounded(abs(growth) * 100, 1)}%。"
        f"2024年，全省水稻产量{rounded(part, points)}万吨，占全省粮食产量的{rounded(share * 100, 1)}%。"
    )
    assert not checked(text).findings, text


@given(
    parts=st.lists(st.integers(1, 40), min_size=3, max_size=3),
    before=st.decimals(min_value=10, max_value=60, places=3),
    risen=st.decimals(min_value="0.1", max_value=30, places=3),
)
@settings(max_examples=40)
def test_true_counts_and_differences_raise_no_alarm(
    parts: list[int], before: Decimal, risen: Decimal
) -> None:
    a, b, c = parts
    text = (
        f"全省形成{sum(parts)}个产业集群（即{a}个千亿级集群、{b}个百亿级集群、{c}个十亿级集群）。"
        f"全省城镇化率由{rounded(before, 1)}%提高到{rounded(before + risen, 1)}%，提高了{rounded(risen, 1)}个百分点。"
    )
    assert not checked(text).findings, text


def test_the_time_an_audit_takes_grows_with_the_text_and_not_with_its_pairs() -> None:
    # Every relation is found by index: twice the statements make about twice the relations.
    sentence = "2024年，全省家具产业营业收入{}亿元，占全省的10%。"
    lexicon = load()

    def relations(size: int) -> int:
        text = "".join(sentence.format(number) for number in range(1000, 1000 + size))
        seen = audit([extract(read(text.encode(), uri="long.txt"), lexicon)], lexicon)
        return sum(outcome.passed + outcome.failed for outcome in seen.outcomes)

    assert relations(40) <= 2 * relations(20) + 25


def test_where_two_figures_are_equally_likely_both_are_marked_each_with_what_it_would_be() -> None:
    text = "全市现有企业1300万家，其中外资企业500亿家。"
    (found,) = checked(text, select=["subset-too-large"]).findings
    (other,) = found.related
    assert {text[found.start : found.end], text[other.start : other.end]} == {"1300万家", "500亿家"}
    meant = {text[found.start : found.end]: found.suggest or ""}
    meant[text[other.start : other.end]] = other.note.removeprefix("也可能是这个数有误，那样应为")
    assert meant == {"1300万家": "1300亿家", "500亿家": "500万家"}


def test_two_figures_that_changed_places_are_both_named_and_put_back() -> None:
    text = "全市现有企业1310家，其中外资企业2720家。"
    found = checked(text, select=["subset-too-large"]).findings
    assert [(text[one.start : one.end], one.suggest) for one in found] == [
        ("1310家", "2720家"),
        ("2720家", "1310家"),
    ]


def test_two_errors_that_share_a_right_figure_are_both_named() -> None:
    text = (
        "2025年上半年，全港完成吞吐量8426万吨，比上年同期的7199万吨增长6.4%。"
        "分货类看，煤炭2310万吨、矿石1986万吨、原油1524万吨、粮食877万吨、其他货类1711万吨。"
    )
    found = checked(text).findings
    assert [(text[one.start : one.end], one.suggest) for one in found] == [
        ("7199万吨", "7919万吨"),
        ("1524万吨", "1542万吨"),
    ]


def test_a_figure_that_fits_elsewhere_is_not_the_one_to_doubt() -> None:
    text = (
        "2022年，全省粮食产量1200.0万吨。2023年，全省粮食产量1260.0万吨，增长5.0%。"
        "2024年，全省粮食产量1386.0万吨，增长50.0%。"
    )
    (found,) = checked(text, select=["inconsistent-growth"]).findings
    assert text[found.start : found.end] == "50.0%"
    assert found.suggest == "10.0%"


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("2024年，弃风率从上年的4.6%压降至3.1%，下降1.5。", "1.5", "1.5个百分点"),
        ("亩均税收由18.6万元提高到27.3万元，四年平均每年提高10.1。", "10.1", "10.1%"),
        ("2024年，机械业增加值803.88亿元，增长2%。汽车业增加值903.88，增长24.2%。", "903.88", "903.88亿元"),
        (
            "2024年，全市商品房销售面积398.6万平方米，其中住宅销售面积351.8万，增长2%。",
            "351.8万",
            "351.8万平方米",
        ),
    ],
    ids=["points between rates", "a yearly rate", "as the measure elsewhere", "as its dimension elsewhere"],
)
def test_a_lost_unit_is_the_one_that_the_text_has_for_such_figures(text: str, wrong: str, right: str) -> None:
    (found,) = checked(text, select=["missing-unit"]).findings
    assert (text[found.start : found.end], found.suggest) == (wrong, right)


def test_a_trusted_figure_ten_thousand_times_too_large_is_the_wrong_one() -> None:
    text = "2024年，新增公办学位7.05万个，其中学前教育1.26亿个、义务教育4.85万个、普通高中0.94万个。"
    (found,) = checked(text).findings
    assert (text[found.start : found.end], found.suggest) == ("1.26亿个", "1.26万个")
