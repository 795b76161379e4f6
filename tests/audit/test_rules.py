"""Every rule: it fires on its bad examples, keeps quiet on its good ones, has a page, and stands in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from recalling import held
from yanchao.audit.audit import Audit, audit
from yanchao.audit.explain import explain, listing, page
from yanchao.audit.rule import Group, Rule, choose, named, rules
from yanchao.audit.silence import silences
from yanchao.documents.reading import read
from yanchao.errors import UsageError
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract

DOCS = Path(__file__).resolve().parents[2] / "docs"
HUNDREDS = {
    Group.ARITHMETIC: "1",
    Group.KNOWN: "2",
    Group.FORM: "3",
    Group.PLANS: "4",
    Group.SILENCE: "8",
    Group.STYLE: "9",
}


def checked(text: str, *codes: str) -> Audit:
    """The audit of a text as the reader reads it, by the named rules only, against the ledger that one of them needs."""
    kept = [rule.examples.ledger for code in codes for rule in named(code) if rule.needs_ledger]
    if kept:
        return held(text, *kept, select=codes)
    lexicon = load()
    document = read(text.encode(), uri="draft.txt")
    return audit([extract(document, lexicon)], lexicon, select=codes, silences=tuple(silences(document)))


BAD = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in rules()
    for number, example in enumerate(rule.examples.bad)
]
GOOD = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in rules()
    for number, example in enumerate(rule.examples.good)
]


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_a_bad_example_is_found(rule: Rule, example: str) -> None:
    found = checked(example, rule.code)
    assert [finding.rule for finding in found.findings] == [rule.code] * len(found.findings)
    assert found.findings, f"{rule.code} does not fire on: {example}"
    assert not any(outcome.crashed for outcome in found.outcomes)


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_a_good_example_is_left_alone(rule: Rule, example: str) -> None:
    found = checked(example, rule.code)
    assert not found.findings, [finding.message for finding in found.findings]
    assert not any(outcome.crashed for outcome in found.outcomes)


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_a_good_example_of_one_rule_is_good_for_all_on_by_default(rule: Rule, example: str) -> None:
    found = checked(example)
    assert not found.findings, [(finding.rule, finding.message) for finding in found.findings]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_every_rule_has_a_whole_page(rule: Rule) -> None:
    assert re.fullmatch(r"YC\d{3}", rule.code)
    assert rule.code[2] == HUNDREDS[rule.group]
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.name)
    assert rule.examples.bad, "a rule without a bad example"
    assert rule.examples.good, "a rule without a good example"
    for part in ("**What it does.**", "**Why it is bad.**", "**How to mend it.**", "**Source.**"):
        assert part in rule.page, f"{rule.code} has no {part}"
    assert rule.title.endswith(".")
    assert re.search(r"[\u4e00-\u9fff]", rule.title_zh), f"{rule.code} has no title in Chinese"


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_rule_has_a_chinese_page_with_all_that_the_english_one_says(rule: Rule) -> None:
    for heading in ("**查什么。**", "**为什么。**", "**怎么改。**", "**依据。**"):
        assert heading in rule.page_zh, f"{rule.code} lacks {heading}"
    assert rule.page_zh in explain(rule.code, "zh")


def test_codes_and_names_are_each_used_once() -> None:
    assert len({rule.code for rule in rules()}) == len(rules())
    assert len({rule.name for rule in rules()}) == len(rules())
    assert len({rule.title_zh for rule in rules()}) == len(rules())


def test_the_rules_page_is_what_the_rules_say() -> None:
    written = (DOCS / "rules.md").read_text(encoding="utf-8")
    for rule in rules():
        assert page(rule) in written, f"{rule.code} in docs/rules.md is out of date: make docs"
    assert re.findall(r"^## (YC\d{3})", written, flags=re.MULTILINE) == [rule.code for rule in rules()]


def test_a_rule_is_named_by_code_by_hundred_or_by_name() -> None:
    assert [rule.code for rule in named("YC101")] == ["YC101"]
    assert [rule.code for rule in named("impossible-share")] == ["YC101"]
    assert {rule.group for rule in named("YC3")} == {Group.FORM}
    assert "YC101" in explain("yc101")


def test_house_style_is_off_unless_selected() -> None:
    assert not any(rule.group is Group.STYLE for rule in choose())
    assert [rule.group for rule in choose(["YC9"])] == [Group.STYLE] * len(choose(["YC9"]))


def test_what_is_ignored_is_not_run() -> None:
    assert not any(rule.code.startswith("YC3") for rule in choose(ignore=["YC3"]))
    assert [rule.code for rule in choose(["YC1"], ["impossible-share"])] == [
        rule.code for rule in choose(["YC1"]) if rule.code != "YC101"
    ]


@pytest.mark.parametrize("word", ["YC777", "no-such-rule", "", "Y"])
def test_an_unknown_rule_is_the_users_mistake(word: str) -> None:
    with pytest.raises(UsageError, match="no rule"):
        choose([word])
    with pytest.raises(UsageError, match="no rule"):
        explain(word)


def test_the_list_has_a_line_a_rule() -> None:
    lines = listing().splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in rules()]
