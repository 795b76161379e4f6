"""Of a sum that fails: the total is named where nothing else is likelier, a part where a likely slip of it would do."""

from __future__ import annotations

import pytest
from tests.audit.test_breakdowns import dossier

from yanchao import extract
from yanchao.audit.audit import audit
from yanchao.audit.finding import Finding
from yanchao.audit.relations import Relation
from yanchao.audit.repair import OFF_BY_A_FEW, WORKED_OUT, repair
from yanchao.audit.rules import sum_mismatch
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load


def findings(text: str) -> tuple[Finding, ...]:
    lexicon = load()
    return audit([extract(read(text.encode(), uri="x.txt"), lexicon)], lexicon, language="en").findings


def marked(finding: Finding, text: str) -> list[str]:
    return [text[one.start : one.end] for one in finding.related if one.note_en.startswith("or this")]


@pytest.mark.parametrize(
    ("text", "named", "meant", "or_these"),
    [
        (
            "全市有国有企业32家、民营企业54家、外资企业41家，合计129家。",
            "129家",
            "127家",
            ["32家", "54家", "41家"],
        ),
        (
            "2024年，公司在欧洲销售11.42亿元，在东南亚销售8.22亿元，两者合计销售19.67亿元。",
            "19.67亿元",
            "19.64亿元",
            ["11.42亿元", "8.22亿元"],
        ),
    ],
)
def test_a_total_that_no_longer_sums_is_named_and_its_parts_are_marked(
    text: str, named: str, meant: str, or_these: list[str]
) -> None:
    (one,) = findings(text)
    assert (text[one.start : one.end], one.suggest) == (named, meant)
    assert marked(one, text) == or_these


@pytest.mark.parametrize(
    ("text", "named", "meant"),
    [
        # two neighbours swapped, a point lost, another multiplier, a digit typed twice
        ("全市有国有企业23家、民营企业54家、外资企业41家，合计127家。", "23家", "32家"),
        (
            "2024年，公司在欧洲销售11.42亿元，在东南亚销售822亿元，两者合计销售19.64亿元。",
            "822亿元",
            "8.22亿元",
        ),
        (
            "2024年，公司在欧洲销售11.42亿元，在东南亚销售8.22万元，两者合计销售19.64亿元。",
            "8.22万元",
            "8.22亿元",
        ),
        ("全市有国有企业32家、民营企业554家、外资企业41家，合计127家。", "554家", "54家"),
    ],
)
def test_a_part_is_named_where_a_likely_slip_of_it_makes_the_sum_right(
    text: str, named: str, meant: str
) -> None:
    (one,) = findings(text)
    assert (text[one.start : one.end], one.suggest) == (named, meant)


def test_that_totals_are_worked_out_is_no_evidence_that_anything_is_wrong() -> None:
    """Whether a relation that words only suggest is meant follows from what its figures may have been, and not from who is doubted first."""
    text = "全市有国有企业32家、民营企业54家、外资企业41家，合计129家。"
    failing = next(
        one
        for one in sum_mismatch.check(dossier(text))
        if isinstance(one, Relation) and not one.holds() and one.worked_out is not None
    )
    total = failing.worked_out
    assert total is not None
    plain, weighed = repair(total, [failing]), repair(total, [failing], knows_totals=True)
    assert plain is not None
    assert weighed is not None
    assert weighed.likeliest - plain.likeliest == pytest.approx(WORKED_OUT - OFF_BY_A_FEW)
