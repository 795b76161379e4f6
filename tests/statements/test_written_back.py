"""Whatever the packs know how to write reads back: every unit, counter, comparator and numeral, and every style of value."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import document
from writing import chinese, financial
from yanchao.lexicon.entries import PLACE
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.figures import Figure
from yanchao.statements.numerals import DIGITS, MULTIPLIERS, PLACES, TENS, read_number
from yanchao.statements.passages import read_passage
from yanchao.statements.statement import Comparator, Statement

UNITS = sorted({unit.text for unit in load().units.values() if unit.dimension != "per"})
COUNTERS = sorted(load().counters)
BEFORE = sorted(word.text for word in load().comparators if word.position == "before")
AFTER = sorted(word.text for word in load().comparators if word.position == "after")


def figures(sentence: str) -> tuple[Figure, ...]:
    (block,) = document(sentence).blocks
    return read_passage(sentence, block, load(), None).figures


def one(words: str) -> Figure:
    """The figure of a sentence that holds `words` and no other."""
    (figure,) = figures(f"数值为{words}。")
    assert (figure.start, figure.end) == (3, 3 + len(words))
    return figure


DOUBTFUL = {"日": "36日左右", "周": "36周左右", "度": "36万度"}
"""Units that are something else after a plain number (9月36日, 第36周, 36度的水): how they count."""


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_reads_back(unit: str) -> None:
    known = load().units[unit]
    written = DOUBTFUL.get(unit, f"36{unit}")
    quantity = one(written).quantity
    assert (quantity.value, quantity.unit) == (
        36 * known.factor * (10_000 if "万" in written else 1),
        known.unit,
    )


@pytest.mark.parametrize("counter", COUNTERS)
def test_every_counter_reads_back(counter: str) -> None:
    known = load().counters[counter]
    if counter == "大":  # 三大 counts only the list before it
        (figure,) = figures("纺织、陶瓷、玩具三大产业。")
        assert (figure.quantity.value, figure.quantity.unit) == (3, "count:大")
        return
    if known.numerals == PLACE and known.unit:  # 36|地市: a noun, which the figure leaves out
        (figure,) = figures(f"数值为36{counter}。")
        assert (figure.end, figure.quantity.unit) == (5, "count")
        return
    quantity = one(f"36{counter}").quantity
    assert (quantity.value, quantity.unit) == (36, known.unit or f"count:{counter}")


@pytest.mark.parametrize("word", BEFORE)
def test_every_comparator_before_a_number_reads_back(word: str) -> None:
    (figure,) = figures(f"数值{word}36万吨。")
    assert figure.quantity.comparators[0][1] is Comparator(load_comparator(word, "before"))


@pytest.mark.parametrize("word", AFTER)
def test_every_comparator_after_a_number_reads_back(word: str) -> None:
    (figure,) = figures(f"数值为36万吨{word}。")
    assert figure.quantity.comparators[-1][1] is Comparator(load_comparator(word, "after"))


def load_comparator(text: str, position: str) -> str:
    (word,) = (each for each in load().comparators if (each.text, each.position) == (text, position))
    return word.comparator


@pytest.mark.parametrize("numeral", sorted({*DIGITS, *PLACES, *TENS, *MULTIPLIERS}))
def test_every_numeral_reads_back(numeral: str) -> None:
    value = {**DIGITS, **PLACES, **TENS, **MULTIPLIERS}[numeral]
    number = read_number(f"{numeral}。", 0)
    assert number is not None
    assert (number.end, number.value) == (1, value)


@given(st.integers(11, 10**12))
def test_financial_numerals(value: int) -> None:
    assert one(f"{financial(value)}元").quantity.value == value


@given(st.integers(2, 10**12), st.data())
def test_a_number_that_a_line_break_has_torn(value: int, data: st.DataObject) -> None:
    digits = str(value)
    at = data.draw(st.integers(1, len(digits)))
    (figure,) = figures(f"数值为{digits[:at]}\n{digits[at:]}元。")
    assert figure.quantity.value == value


@given(st.integers(2, 10**12), st.sampled_from([" ", "\n", "　", "\u00a0"]))
def test_a_space_between_a_number_and_its_unit(value: int, gap: str) -> None:
    (figure,) = figures(f"数值为{gap}{value}{gap}万{gap}元。")
    assert figure.quantity.value == value * 10_000


@given(st.decimals("0.1", 999, places=1), st.sampled_from([("%", 2), ("％", 2), ("‰", 3)]))
def test_shares_in_signs(number: Decimal, sign: tuple[str, int]) -> None:
    written, zeros = sign
    assert one(f"{number}{written}").quantity.value == number.scaleb(-zeros)


@given(st.integers(1, 99), st.sampled_from([("百", 100), ("千", 1000), ("万", 10_000)]))
def test_shares_in_words(part: int, base: tuple[str, int]) -> None:
    written, whole = base
    assert one(f"{written}分之{chinese(part)}").quantity.value == Decimal(part) / whole


@given(st.integers(1, 5000), st.integers(1, 5000), st.sampled_from(["—", "-", "~", "至", "到"]))
def test_a_range_has_both_its_ends(low: int, more: int, mark: str) -> None:
    quantity = one(f"{low}{mark}{low + more}万吨").quantity
    assert (quantity.low, quantity.high) == (low * 10_000, (low + more) * 10_000)
    assert quantity.value == Decimal(2 * low + more) / 2 * 10_000


@given(st.decimals("0.1", 999, places=1), st.sampled_from(["下降", "减少", "回落", "降低"]))
def test_a_decline_is_negative(number: Decimal, verb: str) -> None:
    made = document(f"茶叶产量{verb}{number}%。")
    statement: Statement
    (statement,) = extract(made, load()).statements
    assert statement.value == -number.scaleb(-2)
