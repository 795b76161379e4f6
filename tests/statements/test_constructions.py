"""Every construction's examples are its tests: a sentence in, what a reader would note down of one figure out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.constructions import Construction, Example, constructions
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Statement

PUBLISHED = date(2025, 3, 1)
FIELDS = {
    "kind", "value", "low", "high", "unit", "comparator", "measure", "subject", "cluster", "region", "base",
    "period", "status", "source", "qualifiers", "construction",
}  # fmt: skip

EXAMPLES = [
    pytest.param(construction, example, id=f"{construction.name}: {example.figure} in {example.sentence}")
    for construction in constructions()
    for example in construction.examples
]


def stated(example: Example) -> Statement:
    """The statement of the example's figure in a one-paragraph document of the day PUBLISHED."""
    statements = extract(document(example.sentence, published=PUBLISHED), load()).statements
    words = [
        statement
        for statement in statements
        if example.sentence[statement.start : statement.end] == example.figure
    ]
    assert len(words) > example.occurrence, (
        f"read instead: {[example.sentence[each.start : each.end] for each in statements]}"
    )
    return words[example.occurrence]


@pytest.mark.parametrize(("construction", "example"), EXAMPLES)
def test_an_example_gives_what_it_says(construction: Construction, example: Example) -> None:
    statement = stated(example)
    for field, expected in example.expected.items():
        found = getattr(statement, field)
        if isinstance(found, Decimal):
            assert abs(found - Decimal(str(expected))) <= abs(found) * Decimal("1e-6"), field
        elif isinstance(found, frozenset):
            assert isinstance(expected, (set, frozenset, tuple, list))
            assert found == frozenset(expected), field
        else:
            assert (found.value if isinstance(found, Enum) else found) == expected, field


@pytest.mark.parametrize("construction", constructions(), ids=lambda each: each.name)
def test_a_construction_shows_by_two_examples_what_it_reads(construction: Construction) -> None:
    assert len(construction.examples) >= 2
    for example in construction.examples:
        assert example.figure in example.sentence
        assert set(example.expected) <= FIELDS
        assert example.sentence.endswith("。")
    assert any(stated(example).construction == construction.name for example in construction.examples)


def test_names_tell_constructions_apart_and_their_order_is_settled() -> None:
    found = constructions()
    assert len({construction.name for construction in found}) == len(found)
    assert [each.order for each in found] == sorted(each.order for each in found)
    sentences = [example.sentence + example.figure for each in found for example in each.examples]
    assert len(set(sentences)) >= len(sentences) * 0.9
