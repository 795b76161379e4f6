"""The sentences around a fault: whole where they are short, marked at the right words, never a megabyte."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yanchao.atlas.evidence import LONGEST_SIDE
from yanchao.atlas.excerpts import excerpts
from yanchao.statements.statement import Span

TEXT = "一季度产值10亿元。二季度产值12亿元，增长50%。全年产值22亿元。"


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_what_is_at_fault_and_what_is_held_against_it_are_marked_in_their_sentences() -> None:
    first, second = excerpts(TEXT, span("50%"), [span("10亿元"), span("12亿元")])
    assert [(run.text, run.is_wrong, run.held) for run in first] == [
        ("一季度产值", False, None),
        ("10亿元", False, TEXT.index("10亿元")),
        ("。", False, None),
    ]
    assert [(run.text, run.is_wrong) for run in second if run.is_wrong or run.held is not None] == [
        ("12亿元", False),
        ("50%", True),
    ]


def test_what_is_held_against_itself_is_at_fault() -> None:
    [sentence] = excerpts(TEXT, span("12亿元，增长50%"), [span("50%")])
    assert [run.text for run in sentence if run.is_wrong] == ["12亿元，增长", "50%"]
    assert [run for run in sentence if run.held is not None] == []


def test_a_range_over_two_sentences_joins_them() -> None:
    [together] = excerpts(TEXT, span("10亿元。二季度产值12亿元"), [])
    assert "".join(run.text for run in together) == "一季度产值10亿元。二季度产值12亿元，增长50%。"


def test_a_sentence_without_an_end_is_shown_around_its_marks_only() -> None:
    text = "产" * 500_000 + "10亿元" + "值" * 500_000 + "20%" + "了" * 500_000
    wrong, held = Span(500_000, 500_004), Span(1_000_004, 1_000_007)
    [sentence] = excerpts(text, wrong, [held])
    assert [run.text for run in sentence if run.is_wrong] == ["10亿元"]
    assert sum(len(run.text) for run in sentence) < 6 * LONGEST_SIDE
    assert sum(run.text.count("…") for run in sentence) == 3


@given(st.data())
def test_no_word_of_a_short_sentence_is_lost_or_told_twice(data: st.DataObject) -> None:
    text = data.draw(st.text("产值1。\n", min_size=1, max_size=60))
    ranges = st.tuples(*[st.integers(0, len(text))] * 2).map(sorted).map(lambda pair: Span(*pair))
    wrong, held = data.draw(ranges), data.draw(st.lists(ranges, max_size=4))
    shown = ["".join(run.text for run in sentence) for sentence in excerpts(text, wrong, held)]
    place = 0
    for words in shown:
        assert words in text[place:]
        place = text.index(words, place) + len(words)
    for mark in (wrong, *held):
        assert mark.start == mark.end or any(text[mark.start : mark.end] in words for words in shown)
