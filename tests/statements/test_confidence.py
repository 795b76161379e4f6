"""How sure a statement is: the signs that its reading leaves, and what they weigh."""

from __future__ import annotations

from datetime import date

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.confidence import (
    SIGNS,
    TEXT_SIGNS,
    by_itself,
    confidence,
    in_its_text,
    known_signs,
    text_signs,
)
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Statement

PUBLISHED = date(2025, 3, 1)


def read(text: str, figure: str, title: str | None = None) -> Statement:
    made = document(text, published=PUBLISHED, title=title)
    (found,) = (each for each in extract(made, load()).statements if text[each.start : each.end] == figure)
    return found


CASES = {
    "counted-after": ("全县建成8个产业园区。", "8个", True),
    "unlisted-measure": ("2024年，茶园小径达30公里。", "30公里", True),
    "economy-measure": ("2024年，地区生产总值达30亿元。", "30亿元", True),
    "subject-of-the-whole": ("2024年，地区生产总值达30亿元。", "30亿元", True),
    "whose-is-not-said": ("2024年，地区生产总值达30亿元。", "30亿元", False),
    "subject-shared": ("2024年，茶叶产量达30万吨，增长8%。", "8%", True),
    "growth": ("2024年，茶叶产量增长8%。", "8%", True),
    "share-without-base": ("2024年，森林覆盖率达61%。", "61%", True),
    "no-period": ("茶叶产量达30万吨。", "30万吨", True),
    "opens-sentence": ("2024年，茶叶产量达30万吨，增长8%。", "30万吨", True),
    "late-in-sentence": ("2024年，茶叶产量达30万吨，增长8%。", "8%", False),
}


@pytest.mark.parametrize("sign", CASES)
def test_what_reading_a_figure_leaves_behind_is_a_sign(sign: str) -> None:
    text, figure, expected = CASES[sign]
    assert (sign in read(text, figure, title="佛山市工业简报").signs) is expected


def test_every_sign_has_its_row_with_words_in_both_languages() -> None:
    table = known_signs()
    assert set(table) == {"always", *SIGNS, *TEXT_SIGNS}
    assert all(sign.zh and sign.en for sign in table.values())
    assert (
        len({sign.en for sign in table.values()}) == len({sign.zh for sign in table.values()}) == len(table)
    )


def test_a_confidence_is_a_probability_whatever_the_signs() -> None:
    assert 0 < confidence(()) < 1
    assert 0 < confidence(SIGNS) < 1


def test_a_sign_against_lowers_it_and_a_sign_for_raises_it() -> None:
    for name, sign in known_signs().items():
        if name != "always" and sign.weight:
            assert (confidence((name,)) > confidence(())) is (sign.weight > 0), name


def test_a_statement_carries_the_confidence_of_its_signs() -> None:
    statement = read("2024年，茶叶产量达30万吨。", "30万吨")
    assert statement.confidence == confidence(statement.signs)


SENTENCE = "2024年，全市茶叶产量30万吨，增长5%。"


def test_a_text_of_few_figures_and_one_of_many_are_told_apart() -> None:
    one = extract(document(SENTENCE, title="佛山市工业简报"), load()).statements
    many = extract(document(SENTENCE * 30, title="佛山市工业简报"), load()).statements
    assert "few-figures" in text_signs(one)
    assert "many-figures" in text_signs(many)
    assert "few-figures" not in text_signs(many)


def test_the_signs_of_a_text_are_those_of_every_statement_of_it() -> None:
    statements = extract(document(SENTENCE, title="佛山市工业简报"), load()).statements
    assert all(set(text_signs(statements)) <= set(statement.signs) for statement in statements)


def test_a_text_without_statements_shows_nothing() -> None:
    assert in_its_text(()) == ()
    assert text_signs(()) == ()


def test_a_statement_by_itself_has_no_sign_of_its_text() -> None:
    statements = extract(document(SENTENCE, title="佛山市工业简报"), load()).statements
    alone = [by_itself(statement) for statement in statements]
    assert all(set(statement.signs) <= set(SIGNS) for statement in alone)
    assert in_its_text(alone) == statements
