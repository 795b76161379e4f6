"""Certain repairs: which findings have one, what the text reads after it, and that it mends what it was made for."""

from __future__ import annotations

import pytest

from yanchao.audit.audit import Audit, audit
from yanchao.audit.rule import Rule, rules
from yanchao.documents.editing import apart, edited
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract


def checked(text: str, *codes: str) -> Audit:
    lexicon = load()
    return audit([extract(read(text.encode(), uri="draft.txt"), lexicon)], lexicon, select=codes)


def mended(text: str, *codes: str) -> str:
    found = checked(text, *codes).findings
    return edited(text, apart(finding.repair for finding in found if finding.repair))


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("全省自来水普及率超95%以上。", "全省自来水普及率95%以上。"),
        ("全省自来水普及率约95%左右。", "全省自来水普及率95%左右。"),
        ("全省营业收入300亿元亿元，增长6%%。", "全省营业收入300亿元，增长6%。"),
        ("全省研发强度提高0.5个百分点百分点。", "全省研发强度提高0.5个百分点。"),
        ("全省自来水普及率98%以上以上。", "全省自来水普及率98%以上。"),
        ("全省城镇化率提高1.5个个百分点。", "全省城镇化率提高1.5个百分点。"),
        ("全省家具产量同比同比增长6%。", "全省家具产量同比增长6%。"),
        ("2023年，全省家具产业营业收入超\n\n600亿元。", "2023年，全省家具产业营业收入超600亿元。"),
        ("全省家具产业营业收入72OO亿元。", "全省家具产业营业收入7200亿元。"),
        ("全省家具产业营业收入１2．５亿元。", "全省家具产业营业收入12.5亿元。"),
    ],
)
def test_what_can_be_mended_in_one_way_only_is_mended(text: str, better: str) -> None:
    assert mended(text) == better
    assert mended(better) == better


@pytest.mark.parametrize(
    "text",
    [
        "全省生产总值增速比全国高1.2个%。",  # points or percent
        "2024年，全市累计生产300万台空调万台。",  # another word was lost there
        "全省自来水普及率近95%以上。",  # near it, or above it
        "全省家具产业营业收入72O0元件。",  # may be a name
        "2025年，全省家具产业营业收入增长8.8，居全国前列。",  # percent, points or pieces
    ],
)
def test_what_needs_a_person_is_left_to_one(text: str) -> None:
    found = checked(text, "YC3").findings
    assert found
    assert not any(finding.repair for finding in found)


@pytest.mark.parametrize("text", ["全市300家家具企业开工。", "全市12个个体户、3人人均收入5万元。"])
def test_a_unit_before_a_word_that_begins_like_it_is_no_repetition(text: str) -> None:
    assert not checked(text, "YC301").findings


def test_a_range_gets_its_sign_where_house_style_is_asked_for() -> None:
    assert mended("全年增速预计在5—6%之间。", "YC901") == "全年增速预计在5%—6%之间。"


@pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(rule, example, id=rule.code) for rule in rules() for example in rule.examples.bad],
)
def test_a_certain_repair_mends_its_finding_and_makes_no_other(rule: Rule, example: str) -> None:
    before = checked(example, rule.code).findings
    after = checked(mended(example, rule.code), rule.code).findings
    left = [finding for finding in before if not finding.repair]
    assert len(after) == len(left)
    for finding in before:
        assert all(finding.start <= edit.start <= edit.end <= finding.end for edit in finding.repair)
