"""Sentences and clauses: where prose may be cut, and where a mark parts nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.lexicon.lexicon import load
from yanchao.statements.clauses import clauses, sentences, titles
from yanchao.statements.passages import scanner
from yanchao.statements.statement import Span

PROSE = st.text(alphabet="产业达亿元三5，。；：！？《》（）()“”——、A%", max_size=80)


def cut(text: str) -> list[str]:
    """The clauses of a text of one sentence."""
    (sentence,) = sentences(text, titles(text))
    figures = scanner(load()).scan(text)
    return [text[span.start : span.end] for span in clauses(text, sentence, figures, titles(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲县产值增长。乙县持平。", ["甲县产值增长。", "乙县持平。"]),
        ("产值增长！很好？是的。", ["产值增长！", "很好？", "是的。"]),
        ("他说“产值增长。”随后离开。", ["他说“产值增长。”", "随后离开。"]),
        ("《加油！产业》提出目标。", ["《加油！产业》提出目标。"]),
        ("没有句号的最后一句", ["没有句号的最后一句"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in sentences(text, titles(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产值30亿元，税收5亿元；就业2万人。", ["产值30亿元，", "税收5亿元；", "就业2万人。"]),
        ("目标如下：产值30亿元。", ["目标如下：", "产值30亿元。"]),
        ("比重之比为4.1:41.2:54.7。", ["比重之比为4.1:41.2:54.7。"]),
        ("产量24万台(套)。", ["产量24万台(套)。"]),
        ("自研机型(含样机)占全县15%。", ["自研机型(含样机)占全县15%。"]),
        ("《发展，再发展》提出产值30亿元。", ["《发展，再发展》提出产值30亿元。"]),
        ("产业园——全县第一家——投产。", ["产业园——", "全县第一家——", "投产。"]),
    ],
)
def test_clauses_are_parted_by_marks_but_not_inside_figures_titles_and_short_brackets(
    text: str, expected: list[str]
) -> None:
    assert cut(text) == expected


def test_titles_are_known_by_their_marks() -> None:
    text = "《甲》与《南海县陶瓷提升方案》、《未完的题目"
    assert [text[span.start : span.end] for span in titles(text)] == ["《南海县陶瓷提升方案》"]


def test_a_bracket_that_holds_a_figure_is_a_clause() -> None:
    assert any(clause.startswith("其中外资12家") for clause in cut("企业37家(其中外资12家)落户。"))


@given(PROSE)
def test_sentences_cover_the_text_without_gap(text: str) -> None:
    assert "".join(text[span.start : span.end] for span in sentences(text)) == text


@given(PROSE)
def test_clauses_cover_their_sentence_without_gap(text: str) -> None:
    for sentence in sentences(text):
        pieces = clauses(text, sentence, ())
        assert pieces[0].start == sentence.start
        assert pieces[-1].end == sentence.end
        assert all(one.end == other.start for one, other in pairwise(pieces))
        assert all(isinstance(piece, Span) and piece.start < piece.end for piece in pieces)
