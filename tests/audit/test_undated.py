"""Texts without a year: the same words under one heading are one unknown year, and nothing more is taken from them."""

from __future__ import annotations

import re

import pytest

from yanchao.audit.audit import Audit, audit
from yanchao.audit.coverage import State, counts
from yanchao.audit.undated import is_unknown, unknown_years
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract

REPORT = """全市经济运行情况

一、总体

{this}上半年，全市地区生产总值1200亿元，其中，第一产业增加值100亿元，第二产业增加值500亿元，第三产业增加值{services}亿元。

二、软件

{last}上半年，全市软件业务收入200亿元。{now}上半年，全市软件业务收入250亿元，同比增长{growth}%。

三、外贸

{this}1—5月，全市进出口总额96亿元，其中，出口60亿元，进口{imports}亿元。
"""
TRUE = {"services": "600", "growth": "25", "imports": "36"}


def checked(text: str) -> Audit:
    lexicon = load()
    return audit([extract(read(text.encode(), uri="draft.txt"), lexicon)], lexicon)


def undated(**wrong: str) -> str:
    return REPORT.format(this="", now="今年", last="去年", **{**TRUE, **wrong})


@pytest.mark.parametrize(
    ("wrong", "printed"),
    [({"services": "690"}, "690亿元"), ({"growth": "2.5"}, "2.5%"), ({"imports": "63"}, "63亿元")],
)
def test_what_is_found_with_dates_is_found_without(wrong: dict[str, str], printed: str) -> None:
    dated = REPORT.format(this="2024年", now="2024年", last="2023年", **{**TRUE, **wrong})
    for text in (dated, undated(**wrong)):
        (found,) = checked(text).findings
        places = [(found.start, found.end), *((one.start, one.end) for one in found.related)]
        assert printed in {text[start:end] for start, end in places}


def test_a_true_text_without_dates_says_nothing_and_is_checked_as_far_as_one_with() -> None:
    dated = checked(REPORT.format(this="2024年", now="2024年", last="2023年", **TRUE))
    without = checked(undated())
    assert not dated.findings
    assert not without.findings
    assert counts(without.coverage)[State.CHECKED] == counts(dated.coverage)[State.CHECKED] == 10


def test_the_same_words_under_another_heading_may_be_another_year() -> None:
    twice = "一、甲\n\n今年，全市软件业务收入200亿元。\n\n{}今年，全市软件业务收入300亿元。\n"
    assert checked(twice.format("")).findings
    assert not checked(twice.format("二、乙\n\n")).findings


def test_this_year_and_last_are_two() -> None:
    text = "今年，全市软件业务收入300亿元。去年，全市软件业务收入200亿元。前年，全市软件业务收入150亿元。"
    assert not checked(text).findings


def test_half_a_year_behind_last_year_is_of_either() -> None:
    assert not checked("去年上半年，全市软件业务收入200亿元。上半年，全市软件业务收入250亿元。").findings


def test_two_texts_without_dates_are_not_of_one_year() -> None:
    lexicon = load()
    texts = [
        extract(read(f"今年，全省软件业务收入{amount}亿元。".encode(), uri=f"{amount}.txt"), lexicon)
        for amount in (200, 300)
    ]
    assert not audit(texts, lexicon).findings


def test_an_unknown_year_is_neither_shown_nor_kept() -> None:
    text = "今年，广东智能机器人产业营业收入已突破900亿元。根据规划，力争到明年，广东智能机器人产业营业收入突破800亿元。"
    found = checked(text)
    shown = "".join(f"{one.message}{one.relation}{one.message_en}{one.relation_en}" for one in found.findings)
    assert not re.search(r"[3-9]\d{3}(?!亿)", shown)
    assert all(one.statement.period is None for each in found.coverage for one in each.figures)


def test_a_known_year_is_left_as_it_is() -> None:
    lexicon = load()
    read_ = extract(
        read("2024年，全市软件业务收入200亿元。今年，营业收入30亿元。".encode(), uri="draft.txt"), lexicon
    )
    told = unknown_years([read_], lexicon)
    assert all(is_unknown(int(one.period[:4])) for one in told.values())
    assert {start for _, start in told} == {one.start for one in read_.statements if one.period is None}
