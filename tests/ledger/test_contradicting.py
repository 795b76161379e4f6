"""Two values of one time under one name, near each other in one text, are two things; far apart or under a known name they stay together."""

from __future__ import annotations

import pytest

from making import document
from yanchao.ledger.reconciliation import claims
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.extraction import extract_statements


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def keys(text: str, figures: tuple[str, str], lexicon: Lexicon) -> list[SeriesKey]:
    extraction = extract_statements(document(f"佛山市2024年发展公报\n{text}"), lexicon)
    stated, body = extraction.statements, extraction.document.text
    found = {
        body[stated[it.number].start : stated[it.number].end]: it.key for it in claims(extraction, lexicon)
    }
    return [found[figure] for figure in figures]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2024年，全市普通高中在校生3.2万人；初中在校生6.5万人。", ("3.2万人", "6.5万人")),
        (
            "2024年，全市造纸企业开票销售32亿元；剔除两家龙头后，全市造纸企业开票销售18亿元。",
            ("32亿元", "18亿元"),
        ),
    ],
)
def test_what_contradicts_is_told_apart(text: str, figures: tuple[str, str], lexicon: Lexicon) -> None:
    one, other = keys(text, figures, lexicon)
    assert one != other


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2024年，全市龙舟赛参赛队伍86支。龙舟赛参赛队伍超过80支。", ("86支", "超过80支")),
        ("2024年，全市龙舟赛参赛队伍由60支增加到86支。", ("60支", "86支")),
        ("2024年，全市地区生产总值1.3万亿元。全市地区生产总值1.4万亿元。", ("1.3万亿元", "1.4万亿元")),
        (
            f"2024年，全市龙舟赛参赛队伍86支。{'今年的工作要抓得更紧更实，各项任务都要落到人头。' * 8}2024年，全市龙舟赛参赛队伍72支。",
            ("86支", "72支"),
        ),
    ],
)
def test_what_agrees_or_stands_far_apart_stays_together(
    text: str, figures: tuple[str, str], lexicon: Lexicon
) -> None:
    one, other = keys(text, figures, lexicon)
    assert one == other
