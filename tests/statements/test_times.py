"""Every family of expressions of time: its examples are its tests, in a text of 1 March 2025."""

from __future__ import annotations

import re
from datetime import date

import pytest

from yanchao.statements.periods import expressions, find_periods
from yanchao.statements.times import Family, families
from yanchao.statements.times._found import Example

EXAMPLES = [
    pytest.param(family, example, id=f"{family.name}: {example.words} in {example.sentence}")
    for family in families().values()
    for example in family.examples
]


@pytest.mark.parametrize(("family", "example"), EXAMPLES)
def test_an_example_gives_its_words_period_and_part(family: Family, example: Example) -> None:
    found = find_periods(example.sentence, date(2025, 3, 1))
    period = {example.sentence[each.start : each.end]: each for each in found}[example.words]
    assert len(found) == 1 or not example.alone
    assert (period.iso, period.role) == (example.iso, example.role)


@pytest.mark.parametrize("family", families().values(), ids=lambda family: family.name)
def test_a_family_reads_its_own_examples_and_shows_two_at_least(family: Family) -> None:
    sentences = [re.sub("二[〇零]二四", "2024", example.sentence) for example in family.examples]
    assert len(sentences) >= 2
    assert all(family.name in {match.lastgroup for match in expressions(each)} for each in sentences)


def test_no_two_families_are_tried_at_once() -> None:
    orders = [family.order for family in families().values()]
    assert len(set(orders)) == len(orders)
