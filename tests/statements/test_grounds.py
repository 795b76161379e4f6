"""Which words gave each field of a statement, and where they stand, seen from the figure."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import document
from yanchao.documents.document import Block, BlockKind, Document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import GROUNDED, Comparator, Kind, Statement, Status

PUBLISHED = date(2025, 3, 1)
H, P = BlockKind.HEADING, BlockKind.PARAGRAPH


def written(*blocks: tuple[BlockKind, str] | str, title: str | None = None) -> Document:
    text, made = "", []
    for block in blocks:
        kind, words = (P, block) if isinstance(block, str) else block
        made.append(Block(kind, len(text), len(text) + len(words), 1 if kind is H else 0))
        text += words + "\n"
    return document(text, blocks=tuple(made), published=PUBLISHED, title=title)


def ground(made: Document, figure: str, field: str) -> tuple[str, str]:
    """Where the ground of a field stands, and its words."""
    found = [each for each in extract(made, load()).statements if made.text[each.start : each.end] == figure]
    (words,) = (words for words in found[0].grounds() if words.field == field)
    return str(words.origin), made.text[words.start : words.end]


CASES = {
    "the figure's own words": ("全县茶产业营业收入达30亿元。", "30亿元", "unit", ("figure", "30亿元")),
    "a comparator on the figure": ("茶产业营业收入超30亿元。", "超30亿元", "comparator", ("figure", "超")),
    "no comparator": ("茶产业营业收入达30亿元。", "30亿元", "comparator", ("default", "30亿元")),
    "a comparator that stands apart": ("茶叶产量约占全国的5%。", "5%", "comparator", ("clause", "约")),
    "a comparator that opens a list": (
        "出口、进口分别超20亿元和48亿元。", "48亿元", "comparator", ("clause", "超")
    ),
    "a unit that closes a list": (
        "出口、进口占比分别提高2.9、3.2个百分点。", "2.9", "unit", ("clause", "3.2个百分点")
    ),
    "a measure that means money": ("全省地区生产总值突破7万亿。", "突破7万亿", "unit", ("clause", "地区生产总值")),
    "the verb of a growth": ("茶叶产量同比增长8%。", "8%", "kind", ("clause", "同比增长")),
    "the verb of a decline": ("茶叶产量下降8%。", "8%", "kind", ("clause", "下降")),
    "the verb of a difference": ("通车里程新增320公里。", "320公里", "kind", ("clause", "新增")),
    "the word of a share": ("茶叶产量占全国的5%。", "5%", "kind", ("clause", "占")),
    "the form of a rank": ("茶叶产量居全国第一。", "全国第一", "kind", ("figure", "全国第一")),
    "a measure of its clause": ("茶产业营业收入达30亿元。", "30亿元", "measure", ("clause", "营业收入")),
    "a measure of the clause before": ("茶叶产量达30万吨，增长8%。", "8%", "measure", ("sentence", "产量")),
    "a subject of the clause before": ("茶产业产值达30亿元，税收2亿元。", "2亿元", "subject", ("sentence", "茶产业")),
    "a period of the clause before": ("2024年，产值达30亿元。", "30亿元", "period", ("sentence", "2024年")),
    "a period of the sentence before": (
        "2024年，产值达30亿元。税收2亿元。", "2亿元", "period", ("paragraph", "2024年")
    ),
    "a status that a word tells": ("预计产值达30亿元。", "30亿元", "status", ("clause", "预计")),
    "a status that the date tells": ("到2027年，产值达30亿元。", "30亿元", "status", ("date", "2027年")),
    "a status that nothing tells": ("产值达30亿元。", "30亿元", "status", ("default", "30亿元")),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_words_that_gave_a_field_and_where_they_stand(name: str) -> None:
    sentence, figure, field, expected = CASES[name]
    assert ground(written(sentence), figure, field) == expected


def test_what_headings_give_stands_in_them() -> None:
    made = written((H, "2024年智能机器人产业集群"), "营业收入达30亿元。")
    assert ground(made, "30亿元", "period") == ("heading", "2024年")
    assert ground(made, "30亿元", "cluster") == ("heading", "智能机器人产业")


def test_a_heading_of_tasks_makes_targets() -> None:
    made = written((H, "重点工作"), "产值达30亿元。")
    assert ground(made, "30亿元", "status") == ("heading", "重点工作")


def test_a_sentence_that_frames_what_follows() -> None:
    made = written("过去的五年，是产业发展的五年。", "产值年均增长8%。")
    assert ground(made, "8%", "period")[0] == "frame"


def test_the_place_of_the_title_and_the_place_named_most_are_told_apart() -> None:
    assert ground(written("产值达30亿元。", title="佛山市工业简报"), "30亿元", "region") == ("title", "")
    assert ground(written("佛山产业兴旺。", "产值达30亿元。"), "30亿元", "region") == ("document", "")


SENTENCES = st.lists(st.sampled_from([case[0] for case in CASES.values()]), min_size=1, max_size=4)


@given(SENTENCES)
def test_every_field_that_is_not_empty_has_a_ground_and_no_other_has(sentences: list[str]) -> None:
    made = written(*sentences)
    for statement in extract(made, load()).statements:
        fields = [words.field for words in statement.grounds()]
        assert fields == [field for field in GROUNDED if getattr(statement, field) is not None]
        assert all(0 <= words.start <= words.end <= len(made.text) for words in statement.grounds())


def test_a_statement_without_words_of_its_own_stands_on_its_figure() -> None:
    (statement,) = extract(written("30亿元。"), load()).statements
    assert isinstance(statement, Statement)
    assert (statement.kind, statement.comparator, statement.status) == (
        Kind.LEVEL, Comparator.EQUAL, Status.ACTUAL,
    )  # fmt: skip
    assert [words.field for words in statement.grounds()] == ["value", "unit", "comparator", "kind", "status"]
