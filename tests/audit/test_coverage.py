"""What could be checked and what not: each figure's state is true of it, and what was left out has its reason."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from auditing import figure
from recalling import held
from yanchao.audit.audit import Audit, audit
from yanchao.audit.coverage import Covered, State, counts, strength
from yanchao.audit.equations import always
from yanchao.audit.messages import Said
from yanchao.audit.relations import Factor, Form, Product, Relation, Same, Stated, Sum
from yanchao.audit.report import CoverageReport, report, report_names, with_coverage
from yanchao.audit.rule import Group, Rule, rules
from yanchao.documents.document import Document
from yanchao.documents.reading import read
from yanchao.errors import UsageError
from yanchao.interval import Interval
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Comparator

PAGE = """县情概况

2023年，全县规模以上工业企业营业收入800亿元。2023年，全县陶瓷产业营业收入120亿元，占全县规模以上工业企业营业收入的15%。

2023年，全县自来水普及率超95%，新建公园3个，出口增长8.8%，茶叶产量占全省的2.1%。
"""


def checked(*texts: str, **options: object) -> tuple[Audit, list[Document]]:
    lexicon = load()
    documents = [read(text.encode(), uri=f"draft-{number}.txt") for number, text in enumerate(texts)]
    return audit([extract(one, lexicon) for one in documents], lexicon, **options), documents  # type: ignore[arg-type]


def covered(text: str) -> dict[str, Covered]:
    """Each figure of a text by its words."""
    seen, (document,) = checked(text)
    (coverage,) = seen.coverage
    return {document.text[one.statement.start : one.statement.end]: one for one in coverage.figures}


def relation(form: Form) -> Relation:
    return Relation(form, "duplicate-measure", always(Said("nothing")))


def test_part_share_and_whole_that_agree_are_checked_by_each_other() -> None:
    found = covered(PAGE)
    for words, others in (("800亿元", 2), ("120亿元", 2), ("15%", 2)):
        tie = next(tie for tie in found[words].ties if tie.rule == "YC102")
        assert found[words].state is State.CHECKED
        assert len(tie.others) == others
        assert tie.holds


def test_a_figure_that_only_has_a_bound_to_keep_is_not_called_checked() -> None:
    assert covered(PAGE)["超95%"].state is State.BOUNDED


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("3个", "文中没有与之有勾稽关系的数，也没有已公布的数可对照"),
        ("8.8%", "增速旁没有本期数"),
        ("2.1%", "文中没有给出部分的数"),
    ],
)
def test_a_figure_that_nothing_checked_says_why(words: str, reason: str) -> None:
    one = covered(PAGE)[words]
    assert reason in [skipped.reason for skipped in one.skipped]


@pytest.mark.parametrize(
    ("text", "words", "rule", "reason_en"),
    [
        ("出口增长8.8%。", "8.8%", "YC105", "it has no period"),
        (
            "2024年，全县茶叶产量1.2万吨，增长8.8%。",
            "8.8%",
            "YC105",
            "the text does not give the earlier level",
        ),
        (
            "2022年，广东地区生产总值12.9万亿元。2023年，广东地区生产总值13.6万亿元，增长4.8%。",
            "4.8%",
            "YC105",
            "the growth rate is at constant prices and cannot be held against current-price levels",
        ),
        ("2024年，全县茶叶产量占比达到12%。", "12%", "YC102", "the share does not say of what"),
        (
            "到2030年，全县茶叶产业营业收入力争达到30亿元。",
            "30亿元",
            "YC401",
            "the text does not give what was reached so far",
        ),
        (
            "2024年，全县城镇化率提高0.8个百分点。",
            "0.8个百分点",
            "YC108",
            "the text does not give the two figures that it lies between",
        ),
    ],
)
def test_a_relation_that_was_left_out_names_its_reason(
    text: str, words: str, rule: str, reason_en: str
) -> None:
    left_out = [(one.rule, one.reason_en) for one in covered(text)[words].skipped]
    assert (rule, reason_en) in left_out


def test_a_rule_of_form_looks_at_every_figure_and_is_no_relation() -> None:
    form = [rule.code for rule in rules() if rule.ties is None]
    assert {rule.group for rule in rules() if rule.code in form} <= {
        Group.FORM,
        Group.STYLE,
        Group.PLANS,
        Group.SILENCE,
    }
    seen, _ = checked(PAGE, select=form)
    assert counts(seen.coverage).keys() == {State.UNCHECKED}


@pytest.mark.parametrize("rule", [rule for rule in rules() if rule.ties], ids=lambda rule: rule.code)
def test_a_rule_that_ties_figures_says_so_of_its_own_examples(rule: Rule) -> None:
    examples = (*rule.examples.bad, *rule.examples.good)
    ledger = [rule.examples.ledger] if rule.needs_ledger else []
    seen = (
        held(example, *ledger, select=[rule.code]) if ledger else checked(example, select=[rule.code])[0]
        for example in examples
    )
    found = [counts(each.coverage) for each in seen]
    assert any(count[State.CHECKED] + count[State.BOUNDED] for count in found)


@pytest.mark.parametrize("rule", [rule for rule in rules() if not rule.ties], ids=lambda rule: rule.code)
def test_a_rule_that_does_not_say_what_it_ties_ties_nothing(rule: Rule) -> None:
    for example in (*rule.examples.bad, *rule.examples.good):
        assert counts(checked(example, select=[rule.code])[0].coverage).keys() <= {State.UNCHECKED}


@pytest.mark.parametrize(
    "rule", [rule for rule in rules() if rule.ties and not rule.needs_ledger], ids=lambda rule: rule.code
)
@pytest.mark.parametrize("factor", [Decimal(2), Decimal("0.5")])
def test_a_checked_figure_that_is_doubled_or_halved_in_its_text_is_found(rule: Rule, factor: Decimal) -> None:
    for example in rule.examples.good:
        seen, (document,) = checked(example)
        for one in seen.coverage[0].figures:
            digits = re.search(r"\d+(?:\.\d+)?", document.text[one.statement.start : one.statement.end])
            if one.state is not State.CHECKED or digits is None:
                continue
            start = one.statement.start + digits.start()
            wrong = str((Decimal(digits[0]) * factor).quantize(Decimal(digits[0])))
            if Decimal(wrong) == Decimal(digits[0]):
                continue
            changed = document.text[:start] + wrong + document.text[start + len(digits[0]) :]
            assert checked(changed)[0].findings, changed


def test_every_unchecked_figure_has_a_reason_and_every_state_adds_up() -> None:
    seen, _ = checked(PAGE, PAGE.replace("15%", "51%"))
    for coverage in seen.coverage:
        assert sum(coverage.count(state) for state in State) == len(coverage.figures)
        assert len(coverage.related) + len(coverage.unrelated) == len(coverage.figures)
        assert all(one.skipped for one in coverage.figures if one.state is State.UNCHECKED)


def forms(value: float, other: float) -> Iterator[Form]:
    a, b = figure(value), figure(other)
    yield Product((Factor(a), Factor(b, -1)), Interval(value / other, value / other))
    yield Sum(((a, 1.0), (b, -1.0)), Interval(value - other, value - other))
    yield Same(a, figure(value))
    yield Stated(a, Interval(value * 0.93, value * 1.07))


@given(value=st.floats(0.001, 1e12), other=st.floats(0.001, 1e12))
@settings(max_examples=60)
def test_a_figure_in_an_equation_is_checked_however_large_it_is(value: float, other: float) -> None:
    for form in forms(value, other):
        if isinstance(form, Sum) and not 1e-3 < value / other < 1e3:
            continue  # lost in the rounding of binary fractions
        assert strength(relation(form), form.figures[0]) is State.CHECKED


@given(value=st.floats(1, 1e9), factor=st.floats(3, 100))
def test_what_is_called_bounded_would_be_found_on_one_side_only(value: float, factor: float) -> None:
    a = figure(value)
    most = relation(Product((Factor(a),), Interval(0.0, value * factor)))
    assert strength(most, a) is State.BOUNDED
    assert most.holds()


def test_a_relation_that_cannot_fail_tests_nothing() -> None:
    part, total = figure(30), figure(100, comparator=Comparator.MORE)
    within = relation(Product((Factor(part), Factor(total, -1)), Interval(0.0, 1.0)))
    assert strength(within, part) is strength(within, total) is State.UNCHECKED
    told = figure(100)
    within = relation(Product((Factor(part), Factor(told, -1)), Interval(0.0, 1.0)))
    assert strength(within, part) is strength(within, told) is State.BOUNDED


def test_every_run_says_how_many_figures_were_checked_and_how_many_not() -> None:
    seen, documents = checked(PAGE)
    text = str(report("text").render(seen, documents))
    assert (
        "7个数字：3个有勾稽关系并已核对，2个只核对了大小，2个没有可核对的关系（没有报错不等于正确）。" in text
    )
    assert "另有" in text
    assert "处关系未能核对" in text
    page = str(report("html").render(seen, documents, language="en"))
    assert (
        "7 figures: 3 stood in a relation that was tested, 2 only had bounds to keep, 2 stood in none" in page
    )


def test_the_text_report_marks_every_figure_and_says_what_became_of_every_rule() -> None:
    seen, documents = checked(PAGE, select=["YC1"])
    text = with_coverage("text").render_coverage(seen, documents)
    lines = text.splitlines()
    share = next(number for number, line in enumerate(lines) if line.startswith("  = 3:") and "15%" in line)
    assert "YC102 部分、整体与占比：120亿元" in "\n".join(lines[share : share + 4])
    assert any(line.startswith("  - 5:") and "3个 未核对" in line for line in lines)
    assert any(line.startswith("  ~ 5:") and "超95% 只核对了大小" in line for line in lines)
    assert "  YC203 与已公布的数: 没有运行" in lines
    assert any("YC105" in line and "未核对1处：增速旁没有本期数" in line for line in lines)


def test_a_figure_of_a_failing_relation_is_marked_as_such() -> None:
    seen, documents = checked(PAGE.replace("15%", "51%"))
    text = with_coverage("text").render_coverage(seen, documents, language="en")
    assert any(line.startswith("  ! 3:") and "51%" in line for line in text.splitlines())


def test_json_tells_figure_by_figure_what_tested_it() -> None:
    seen, documents = checked(PAGE)
    told = json.loads(with_coverage("json").render_coverage(seen, documents, language="en"))
    assert told["findings"] == json.loads(str(report("json").render(seen, documents, language="en")))
    (coverage,) = told["coverage"]
    assert (coverage["checked"], coverage["bounded"], coverage["unchecked"]) == (3, 2, 2)
    by_text = {one["text"]: one for one in coverage["figures"]}
    (share,) = [one for one in by_text["15%"]["relations"] if one["rule"] == "YC102"]
    assert (share["ties"], share["holds"]) == ("part, whole and share", True)
    assert [PAGE[one["start"] : one["end"]] for one in share["with"]] == ["120亿元", "800亿元"]
    assert by_text["8.8%"]["left_out"] == [
        {"rule": "YC105", "reason": "the level that the growth rate belongs to is not given"}
    ]
    assert {one["rule"] for one in told["rules"]} >= {"YC101", "YC203"}


def test_the_page_marks_every_figure_outside_of_findings_by_its_state() -> None:
    seen, documents = checked(PAGE.replace("超95%", "超95%以上"))
    page = html.fromstring(with_coverage("html").render_coverage(seen, documents))
    marked = {span.text: span.get("class") for span in page.xpath("//article//span")}
    assert marked["15%"] == "figure checked"
    assert marked["3个"] == "figure unchecked"
    assert "超95%以上" not in marked
    assert [mark.text for mark in page.xpath("//article//mark")] == ["超95%以上"]
    titles = page.xpath("//article//span[text()='15%']/@title")
    assert "YC102 部分、整体与占比" in titles[0]
    assert len(page.xpath("//header//span")) == len(State)


@pytest.mark.parametrize(
    "name", [name for name in report_names() if not isinstance(report(name), CoverageReport)]
)
def test_a_format_without_a_place_for_coverage_says_which_have_one(name: str) -> None:
    with pytest.raises(
        UsageError, match=f"{name} has no place for what was checked; use --format html, json, text"
    ):
        with_coverage(name)


def test_the_page_says_of_the_other_figures_of_a_failing_relation_that_it_does_not_hold() -> None:
    seen, documents = checked(PAGE.replace("15%", "51%"))
    page = html.fromstring(with_coverage("html").render_coverage(seen, documents))
    (title,) = page.xpath("//article//span[text()='800亿元']/@title")
    assert "YC102 部分、整体与占比，不成立" in title


def test_a_figure_held_by_two_rules_has_both_and_the_stronger_state() -> None:
    found = covered(PAGE)["15%"]
    assert {tie.rule for tie in found.ties} == {"YC101", "YC102"}
    weaker = replace(found, ties=tuple(tie for tie in found.ties if tie.rule == "YC101"))
    assert {tie.state for tie in weaker.ties} == {State.BOUNDED}
    assert found.state is State.CHECKED
