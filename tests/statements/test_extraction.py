"""From a document to its statements: what must hold for any text, however it is written or meant."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from types import FrameType

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from making import document, written
from writing import chinese, mixed
from yanchao.documents.document import Block, BlockKind, Document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.fold import fold
from yanchao.statements.passages import scanner
from yanchao.statements.statement import Comparator, Extraction, Statement, Status

PUBLISHED = date(2025, 3, 1)

SENTENCES = st.sampled_from(
    [
        "2024年，南海县陶瓷产业营业收入达30.5亿元，同比增长8.2%，占全省的12%。",
        "全县拥有高新技术企业320家，其中规上企业87家。",
        "出口、进口分别增长3.1%和下降0.4%。",
        "机器人产量连续5年居全国第一，超24万台（套）。",
        "力争到2027年，产业规模突破1.2万亿元。",
        "据县统计局数据显示，森林覆盖率稳定在61%以上。",
        "城乡收入比由2.31:1缩小到2.25:1。",
        "以广州、深圳为核心，带动佛山等地协同发展。",
        "《南海县陶瓷产业行动计划(2023-2025年)》提出，新建园区3—5个。",
        "近三年，产值年均增长一成。",
    ]
)
NOISE = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "2024年产值达超近3.5万亿元％%家、，。；：（）《》“”占全国第一连续八成倍和分别由到其中\n 　"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=120,
)


def read(text: str) -> Extraction:
    return extract(document(text, published=PUBLISHED), load())


def paragraphs(*texts: str) -> Document:
    """One document of the texts, each a paragraph of its own."""
    whole, blocks = "", []
    for text in texts:
        blocks.append(Block(BlockKind.PARAGRAPH, len(whole), len(whole) + len(text)))
        whole += text + "\n\n"
    return document(whole, blocks=tuple(blocks), published=PUBLISHED, title="广东省工业简报")


def noted(statement: Statement, text: str) -> tuple[object, ...]:
    """What a reader would write down of a statement, wherever it stands."""
    words = text[statement.start : statement.end]
    fields = (
        "kind",
        "value",
        "unit",
        "comparator",
        "measure",
        "subject",
        "cluster",
        "region",
        "base",
        "period",
    )
    return (words, *(getattr(statement, field) for field in fields), statement.status, statement.source)


class TestAnyText:
    @given(NOISE)
    def test_statements_are_in_order_inside_their_sentence_and_apart(self, text: str) -> None:
        end = 0
        for statement in read(text).statements:
            assert end <= statement.start < statement.end <= len(text)
            assert statement.sentence.start <= statement.start < statement.end <= statement.sentence.end
            end = statement.end

    @given(NOISE)
    def test_every_range_of_evidence_lies_in_the_text(self, text: str) -> None:
        for statement in read(text).statements:
            assert all(0 <= words.start <= words.end <= len(text) for words in statement.evidence)
            assert len({words.field for words in statement.evidence}) == len(statement.evidence)

    @given(NOISE)
    def test_the_words_of_measure_and_base_are_words_of_the_text(self, text: str) -> None:
        seen = fold(text).words
        for statement in read(text).statements:
            assert statement.measure is None or statement.measure in seen
            assert statement.base is None or statement.base in seen

    @given(NOISE)
    def test_comparator_words_stand_in_the_quantity(self, text: str) -> None:
        for statement in read(text).statements:
            for span, _ in statement.quantity.comparators:
                assert statement.start <= span.start < span.end <= statement.end

    @given(NOISE)
    def test_a_range_holds_its_middle_and_a_confidence_is_a_probability(self, text: str) -> None:
        for statement in read(text).statements:
            assert 0 <= statement.confidence <= 1
            low, high = statement.quantity.low, statement.quantity.high
            assert (low is None) is (high is None)
            if low is not None and high is not None:
                assert low <= statement.value <= high

    @given(NOISE)
    def test_reading_again_gives_the_same(self, text: str) -> None:
        assert read(text) == read(text)


class TestJoining:
    @given(st.lists(SENTENCES, min_size=2, max_size=4))
    def test_paragraphs_do_not_change_each_other(self, texts: list[str]) -> None:
        whole = paragraphs(*texts)
        together = [noted(statement, whole.text) for statement in extract(whole, load()).statements]
        alone = []
        for text in texts:
            single = paragraphs(text)
            alone += [noted(statement, single.text) for statement in extract(single, load()).statements]
        assert together == alone

    @given(SENTENCES, st.integers(0, 40))
    def test_what_stands_before_moves_a_statement_and_nothing_else(self, text: str, width: int) -> None:
        before = read(text).statements
        moved = read("\n" * width + text).statements
        assert [each.start + width for each in before] == [each.start for each in moved]
        assert [each.value for each in before] == [each.value for each in moved]

    @given(SENTENCES, st.data())
    def test_a_line_break_inside_a_sentence_changes_no_value(self, text: str, data: st.DataObject) -> None:
        at = data.draw(st.integers(1, len(text) - 1))
        assume(not (text[at - 1 : at + 1].isascii() and text[at - 1 : at + 1].isalnum()))
        broken = text[:at] + "\n" + text[at:]
        found = read(broken)
        assert [each.value for each in found.statements] == [each.value for each in read(text).statements]
        assert ["".join(broken[s.start : s.end].split()) for s in found.statements] == [
            text[s.start : s.end] for s in read(text).statements
        ]

    def test_a_number_cut_by_a_line_break_is_one_number(self) -> None:
        found = read("全县营业收入达3\n0.5亿元。").statements
        assert [each.value for each in found] == [Decimal("3050000000")]


class TestQuantityAlone:
    @given(SENTENCES)
    def test_the_words_of_a_quantity_read_the_same_by_themselves(self, text: str) -> None:
        for statement in read(text).statements:
            quantity = statement.quantity
            folded = fold(text[statement.start : statement.end]).text
            if quantity.comparators or quantity.comparator is Comparator.EQUAL:
                found = scanner(load()).scan(folded)
                assume(len(found) == 1)  # 第一 and a member of 4:41:55 need the words around them
                assert abs(found[0].quantity.value) == abs(quantity.value)
                assert found[0].quantity.unit == fold(quantity.unit).text


class TestWriting:
    """Every value reads back the same, in whatever style it is written."""

    def one(self, words: str) -> Statement:
        text = f"全县营业收入达{words}。"
        (statement,) = read(text).statements
        assert text[statement.start : statement.end] == words
        assert statement.unit == "CNY"
        return statement

    @given(st.integers(1, 10**15))
    def test_digits(self, value: int) -> None:
        assert self.one(f"{value}元").value == value

    @given(st.integers(1000, 10**15))
    def test_digits_with_separators(self, value: int) -> None:
        assert self.one(f"{value:,}元").value == value

    @given(st.integers(1, 10**12))
    def test_full_width_digits(self, value: int) -> None:
        wide = "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))
        assert self.one(f"{wide}元").value == value

    @given(
        st.decimals("0.01", 99999, places=2), st.sampled_from([("", 0), ("万", 4), ("亿", 8), ("万亿", 12)])
    )
    def test_a_decimal_before_a_multiplier(self, number: Decimal, scale: tuple[str, int]) -> None:
        name, zeros = scale
        assert self.one(f"{number}{name}元").value == number.scaleb(zeros)

    @given(st.integers(2, 10**13 - 1))
    def test_chinese_numerals(self, value: int) -> None:
        words = chinese(value)
        assert self.one(f"{words}元").value == value

    @given(st.integers(1, 9999), st.integers(1, 9999))
    def test_mixed_numerals(self, hundred_millions: int, ten_thousands: int) -> None:
        value = hundred_millions * 10**8 + ten_thousands * 10**4
        assert self.one(f"{mixed(value)}元").value == value

    @given(st.decimals("0.01", 99999, places=2))
    def test_the_last_digit_printed_gives_the_resolution(self, number: Decimal) -> None:
        assert self.one(f"{number}亿元").quantity.resolution == Decimal("0.01").scaleb(8)

    @given(st.integers(1, 10**9), st.sampled_from(["超", "近", "约", "不低于", "突破"]))
    def test_a_comparator_changes_no_value(self, value: int, word: str) -> None:
        assert self.one(f"{word}{value}万元").value == value * 10**4


UNITS = {
    "numerals without an end": "一二三四",
    "separators without an end": "1,",
    "brackets that never close": "（",
    "one clause without an end": "产业营业收入达到新的水平并持续增长",
    "multipliers without an end": "万亿",
    "comparators without an end": "超过近约",
    "places without an end": "广州、深圳、",
    "names without an end": "华为、美的、",
    "titles that never close": "《行动计划",
    "titles without an end": "《机器人行动计划》",
    "the same figure again and again": "3.5亿元",
    "ranges without an end": "3—",
    "ratios without an end": "4:",
    "quotation marks without an end": "“",
    "fractions without an end": "分之",
    "ranks without an end": "全国第一",
    "years without an end": "2024年",
    "list closings without an end": "等企业",
    "core cities without an end": "以广州、深圳为核心，",
    "corridors without an end": "广州—深圳—",
    "firms joined without an end": "东屏科技与西陵大学与",
    "names in quotation marks without an end": "推出“甲”乙乙、",
    "projects without an end": "东屏项目正式",
    "sentences without an end": "2025年，全省将加快发展机器人产业。",
}
"""What a hostile text repeats. A reader must come to its end, and in a time in step with its length."""
LONG = 20_000  # characters


def steps(text: str) -> int:
    """How many lines of our code run while the text is read: the same on every machine, unlike time."""
    ran = 0

    def inside(frame: FrameType, event: str, _: object) -> Callable[..., object] | None:
        nonlocal ran
        ran += event == "line"
        return inside

    def entering(frame: FrameType, event: str, argument: object) -> Callable[..., object] | None:
        return inside if "yanchao" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(entering)
    try:
        read(text)
    finally:
        sys.settrace(before)
    return ran


@pytest.mark.parametrize("name", UNITS)
def test_hostile_text_is_read_to_its_end(name: str) -> None:
    unit = UNITS[name]
    text = unit * (LONG // len(unit)) + "。全县营业收入达30亿元。"
    found = read(text)
    assert found.document.text == text
    assert any(text[each.start : each.end] == "30亿元" for each in found.statements)


@pytest.mark.parametrize("name", UNITS)
def test_twice_the_hostile_text_takes_no_more_than_twice_the_steps(name: str) -> None:
    unit = UNITS[name]
    read(unit)  # what is compiled at its first use is compiled before counting
    once, twice = (steps(unit * (length // len(unit))) for length in (2000, 4000))
    assert twice <= 2.3 * once


def test_page_furniture_is_read_past() -> None:
    text = "第3页 共30亿元\n营业收入达5亿元。"
    furniture = Block(BlockKind.FURNITURE, 0, 9)
    made = document(text, blocks=(furniture, Block(BlockKind.PARAGRAPH, 10, len(text))), published=PUBLISHED)
    (statement,) = extract(made, load()).statements
    assert text[statement.start : statement.end] == "5亿元"


def test_an_empty_document_states_nothing() -> None:
    made = Document(id="0" * 64, uri="empty.txt", text="", blocks=())
    assert extract(made, load()) == Extraction(made, (), ())


def test_a_newspaper_that_calls_a_day_today_is_dated_by_it() -> None:
    text = "今天(2月5日)，2025年全县大会召开。去年产值达30亿元。"
    statements = extract(document(text), load()).statements
    assert [each.period for each in statements] == ["2024"]


def test_a_section_of_a_plan_of_work_is_aimed_at_and_a_title_that_looks_back_too_is_neither() -> None:
    made = written(
        (BlockKind.HEADING, "湖州市2024年工作总结及2025年工作计划"),
        (BlockKind.HEADING, "一、2024年工作计划完成情况"),
        "茶园面积19万亩。",
        (BlockKind.HEADING, "二、2025年工作计划"),
        "茶园面积稳定在20万亩。",
        published=PUBLISHED,
    )
    assert [each.status for each in extract(made, load()).statements] == [Status.ACTUAL, Status.TARGET]
