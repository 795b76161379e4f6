"""Scanning: every quantity of a sentence with its words, value, unit and bound; and sentences that hold none."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.durations import TIMES
from yanchao.statements.figures import Figure, Form
from yanchao.statements.fold import fold
from yanchao.statements.numerals import WRITTEN
from yanchao.statements.passages import read_passage
from yanchao.statements.scan import Scanner
from yanchao.statements.statement import Comparator, Span

SCANNER = Scanner(load())
EVERY_NUMERAL = Scanner(load())
EVERY_NUMERAL.candidate = re.compile(rf"[\d{WRITTEN.replace('〇', '')}万亿兆几数若半第首翻过前]|连续")
"""A scanner that passes over nothing that might begin a figure."""

WORDS = [
    "分之",
    "若干",
    "连续",
    "以上",
    "首位",
    "左右",
    "全国",
    "占",
    "个百分点",
    "千瓦",
    "企业",
    "居",
    "比",
    "“",
    "”",
    "(",
    ")",
]

TABLE = Path(__file__).with_name("quantities.csv")
EXACT = Decimal("0.0000001")


@dataclass(frozen=True)
class Case:
    """A line of quantities.csv; `figure` is empty where nothing in the sentence is a quantity."""

    sentence: str
    figure: str
    value: str
    unit: str
    comparator: str
    low: str
    high: str
    xfail: str


def cases() -> list[Case]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [Case(**row) for row in csv.DictReader(lines)]


def named(case: Case) -> str:
    return f"{case.figure or 'nothing'} in {case.sentence}"


def parameters() -> list[object]:
    return [
        pytest.param(
            case,
            id=named(case),
            marks=[pytest.mark.xfail(strict=True, reason=case.xfail)] if case.xfail else [],
        )
        for case in cases()
    ]


def figures(sentence: str) -> tuple[Figure, ...]:
    """The figures of one paragraph, dates and titles passed over as in a document."""
    (block,) = document(sentence).blocks
    return read_passage(sentence, block, load(), None).figures


@pytest.mark.parametrize("case", parameters())
def test_a_quantity_is_read_with_its_words_value_unit_and_bound(case: Case) -> None:
    folded = fold(case.sentence)
    found = {case.sentence[slice(*folded.source(f.start, f.end))]: f.quantity for f in figures(case.sentence)}
    if not case.figure:
        assert not found
        return
    assert case.figure in found, f"read instead: {', '.join(found) or 'nothing'}"
    quantity = found[case.figure]
    assert abs(quantity.value - Decimal(case.value)) <= EXACT * max(1, abs(quantity.value))
    assert quantity.unit == case.unit
    assert quantity.comparator is Comparator(case.comparator)
    assert quantity.low == (Decimal(case.low) if case.low else None)
    assert quantity.high == (Decimal(case.high) if case.high else None)


def test_the_table_covers_every_comparator_and_many_units() -> None:
    rows = [case for case in cases() if case.figure]
    assert {case.comparator for case in rows} == {member.value for member in Comparator}
    assert len({case.unit for case in rows}) > 35
    assert len({case.sentence + case.figure for case in cases()}) == len(cases())


@pytest.mark.parametrize(
    ("sentence", "resolution"),
    [
        ("产值2500亿元。", "100000000"),
        ("产值2500.0亿元。", "10000000"),
        ("产值0.68万亿元。", "10000000000"),
        ("产值25万6千元。", "1000"),
        ("占比43%。", "0.01"),
        ("占比43.20%。", "0.0001"),
        ("占比近四成。", "0.1"),
        ("企业37家。", "1"),
    ],
)
def test_the_resolution_is_one_step_of_the_last_digit_printed(sentence: str, resolution: str) -> None:
    (figure,) = figures(sentence)
    assert figure.quantity.resolution == Decimal(resolution)


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("营收达30亿元。", Form.AMOUNT),
        ("企业30家。", Form.COUNT),
        ("占比30%。", Form.PERCENT),
        ("提高3个百分点。", Form.POINTS),
        ("增长3倍。", Form.TIMES),
        ("居全国第三。", Form.RANK),
        ("连续3年增长。", Form.STREAK),
        ("满意度为98.6。", Form.INDEX),
    ],
)
def test_the_form_narrows_the_kind(sentence: str, form: Form) -> None:
    (figure,) = figures(sentence)
    assert figure.form is form


def test_every_comparator_word_is_kept_with_its_place() -> None:
    (figure,) = figures("良种率超98%以上。")
    assert figure.quantity.comparators == (
        (Span(3, 4), Comparator.MORE),
        (Span(7, 9), Comparator.AT_LEAST),
    )


@pytest.mark.parametrize(
    ("sentence", "years"),
    [("项目历时一年半建成。", "1.5"), ("平均学制为4年半。", "4.5"), ("历时两年，半年后再评。", "2")],
)
def test_half_a_year_more_belongs_to_the_years(sentence: str, years: str) -> None:
    assert [figure.quantity.value for figure in figures(sentence)] == [Decimal(years)]


@pytest.mark.parametrize(
    ("sentence", "read"), [("年内产值要达到万亿元。", 1), ("达到万亿元规模的产业。", 0), ("万亿元产业。", 0)]
)
def test_a_bare_place_word_is_a_figure_where_a_verb_of_reaching_closes_its_clause_with_it(
    sentence: str, read: int
) -> None:
    assert len(figures(sentence)) == read


def test_a_rank_keeps_the_words_of_its_universe() -> None:
    (figure,) = figures("产量居全国第一。")
    assert figure.universe == Span(3, 5)


def test_what_is_skipped_holds_no_figure() -> None:
    text = "产值30亿元，税收5亿元。"
    scanner = Scanner(load())
    assert len(scanner.scan(text)) == 2
    (figure,) = scanner.scan(text, [(0, 7)])
    assert text[figure.start : figure.end] == "5亿元"


@given(
    st.lists(
        st.sampled_from(
            [*"0123456789.,:/%-—至〇一二两三四五十百千万亿壹拾佰兆廿几数半余多点成倍番翻第首前过近超约个家人元吨年级，、的A", *WORDS]
        ),
        max_size=24,
    ).map("".join)
)  # fmt: skip
def test_no_quantity_is_passed_over_for_what_follows_its_first_numeral(text: str) -> None:
    assert SCANNER.scan(text) == EVERY_NUMERAL.scan(text)


NEEDS_ITS_SENTENCE = (Form.RANK, Form.STREAK, Form.RATIO, Form.INDEX)
"""Forms that the words around them make: 第一, 连续 and a member of 4:41:55 mean nothing by themselves."""

LENT = "its list or its sentence lends it a unit, a comparator or a bound"
ALONE = [case for case in cases() if case.figure and not case.xfail]


@pytest.mark.parametrize("case", ALONE, ids=lambda case: f"{case.figure} in {case.sentence}")
def test_the_words_of_a_hard_case_read_the_same_by_themselves(case: Case) -> None:
    folded = fold(case.sentence)
    (inside,) = [
        each
        for each in figures(case.sentence)
        if case.sentence[slice(*folded.source(each.start, each.end))] == case.figure
    ][:1]
    if inside.form in NEEDS_ITS_SENTENCE or lent(inside, folded.text):
        pytest.skip(LENT)
    found = [each.quantity for each in SCANNER.scan(fold(case.figure).text)]
    if inside.quantity.unit in TIMES and not found:
        pytest.skip("told for its own sake by the words before it (提前3年)")
    if inside.form is Form.COUNT and not found:
        pytest.skip("counts only before the thing counted (三大产业)")
    (alone,) = found
    assert (alone.value, alone.comparator) == (inside.quantity.value, inside.quantity.comparator)
    # 3位专家: what a counter counts may stand after it
    assert alone.unit == inside.quantity.unit or inside.form is Form.COUNT


def lent(figure: Figure, text: str) -> bool:
    quantity = figure.quantity
    borrowed = quantity.comparator is not Comparator.EQUAL and not quantity.comparators
    counts_a_list = quantity.unit in (
        "count:大",
        "count:位",
    )  # 甲、乙等五大产业; 前进3位: else part of a name, or nothing
    return borrowed or counts_a_list or text[figure.end - 1] in "0123456789十百千万亿"
