"""Which figure is wrong: the planted error is named, exactly, by enumeration and by the solver alike."""

from __future__ import annotations

import os
import random
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditing import figure
from yanchao.audit.dossier import Figure
from yanchao.audit.localisation import NEAR, _by_enumeration, _by_program, can_be_mended, culprits, systems
from yanchao.audit.messages import Said
from yanchao.audit.relations import Factor, Form, Product, Relation, Sum


def relation(form: Form) -> Relation:
    return Relation(form, "sum-mismatch", lambda _: Said("nothing"))


def table(values: list[list[int]]) -> tuple[list[list[Figure]], list[Figure], list[Figure], list[Relation]]:
    """A table of counts with its row and column totals, and the relations that tie them."""
    cells = [[figure(value, resolution=1, unit="count:家") for value in row] for row in values]
    rows = [figure(sum(row), resolution=1, unit="count:家") for row in values]
    columns = [figure(sum(column), resolution=1, unit="count:家") for column in zip(*values, strict=True)]
    relations = [
        relation(Sum((*((cell, 1.0) for cell in row), (total, -1.0))))
        for row, total in zip(cells, rows, strict=True)
    ] + [
        relation(Sum((*((row[index], 1.0) for row in cells), (total, -1.0))))
        for index, total in enumerate(columns)
    ]
    return cells, rows, columns, relations


def spoilt(relations: list[Relation], cell: Figure, value: int) -> tuple[list[Relation], Figure]:
    """The same relations with `value` printed in the place of one figure."""
    wrong = figure(value, resolution=1, unit="count:家")
    changed = []
    for one in relations:
        assert isinstance(one.form, Sum)
        terms = tuple((wrong if other is cell else other, weight) for other, weight in one.form.terms)
        changed.append(relation(Sum(terms)))
    return changed, wrong


@given(st.integers(0, 2), st.integers(0, 2), st.integers(1, 500), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_one_wrong_cell_of_a_table_is_named(row: int, column: int, off: int, chance: random.Random) -> None:
    values = [[chance.randint(1, 900) for _ in range(3)] for _ in range(3)]
    cells, _, _, relations = table(values)
    changed, wrong = spoilt(relations, cells[row][column], values[row][column] + off)
    found = culprits(changed, {})
    assert found[0].figures == (wrong,)


def test_the_solver_and_the_enumeration_agree() -> None:
    cells, _, _, relations = table([[12, 34], [56, 78]])
    changed, wrong = spoilt(relations, cells[0][1], 340)
    figures = list(dict.fromkeys(one for each in changed for one in each.figures))
    failing = [each for each in changed if not each.holds()]
    listed = next(_by_enumeration(figures, failing, {}, changed))
    solved = next(_by_program(figures, failing, {}, changed))
    assert listed.figures == solved.figures == (wrong,)
    assert listed.weight == solved.weight == 1.0


def test_the_solver_writes_nothing_to_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    cells, _, _, relations = table([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    changed, _ = spoilt(relations, cells[1][1], 55)
    assert culprits(changed, {})
    os.write(1, b"findings\n")
    assert capfd.readouterr().out == "findings\n"


def test_a_trusted_figure_is_the_last_to_be_called_wrong() -> None:
    first, second = figure(100, resolution=1), figure(300, resolution=1)
    both = [relation(Product((Factor(first), Factor(second, -1))))]
    assert culprits(both, {first: 2.0, second: 1.0})[0].figures == (second,)
    assert culprits(both, {first: 1.0, second: 2.0})[0].figures == (first,)


def test_a_set_that_only_moves_the_fault_elsewhere_is_not_a_cure() -> None:
    # The total is confirmed by a second sum, so that changing it would break what holds.
    a, b, c, d = (figure(value, resolution=1, unit="count:家") for value in (5, 7, 6, 6))
    total = figure(12, resolution=1, unit="count:家")
    wrong = figure(70, resolution=1, unit="count:家")
    first = relation(Sum(((a, 1.0), (wrong, 1.0), (total, -1.0))))
    second = relation(Sum(((c, 1.0), (d, 1.0), (total, -1.0))))
    assert not can_be_mended([first, second], [total])
    assert can_be_mended([first, second], [wrong])
    assert b.value == 7


def test_only_systems_in_which_something_fails_are_looked_into() -> None:
    good = relation(Sum(((figure(1), 1.0), (figure(1), -1.0))))
    bad = relation(Sum(((figure(1), 1.0), (figure(2), -1.0))))
    assert systems([good, bad]) == [[bad]]


def spoilt_in(relations: list[Relation], changes: dict[Figure, int]) -> tuple[list[Relation], set[Figure]]:
    """The same relations with other counts printed in the places of some figures."""
    wrong: set[Figure] = set()
    for cell, value in changes.items():
        relations, figure_ = spoilt(relations, cell, value)
        wrong.add(figure_)
    return relations, wrong


@given(st.integers(2, 3), st.integers(2, 3), st.data())
@settings(max_examples=20, deadline=None)
def test_several_errors_at_once_are_among_the_sets_that_are_weighed(
    rows: int, columns: int, data: st.DataObject
) -> None:
    chance = data.draw(st.randoms(use_true_random=False))
    values = [[chance.randint(1, 900) for _ in range(columns)] for _ in range(rows)]
    cells, _, _, relations = table(values)
    # One wrong cell a row, each in a column of its own: no two errors hide one another.
    errors = min(rows, columns, 2)
    changes = {cells[row][row]: values[row][row] + chance.randint(1, 500) for row in range(errors)}
    changed, wrong = spoilt_in(relations, changes)
    assert can_be_mended(changed, list(wrong))
    found = culprits(changed, {})
    assert wrong in [set(one.figures) for one in found]


@given(st.lists(st.integers(0, 8), min_size=1, max_size=4, unique=True), st.data())
@settings(max_examples=20, deadline=None)
def test_every_set_mends_its_system_holds_no_smaller_one_and_is_nearly_the_lightest(
    places: list[int], data: st.DataObject
) -> None:
    chance = data.draw(st.randoms(use_true_random=False))
    values = [[chance.randint(1, 900) for _ in range(3)] for _ in range(3)]
    cells, _, _, relations = table(values)
    changes = {
        cells[place // 3][place % 3]: values[place // 3][place % 3] + chance.randint(1, 500)
        for place in places
    }
    changed, _ = spoilt_in(relations, changes)
    weights = {one: chance.choice([1.0, 1.4, 2.0]) for each in changed for one in each.figures}
    for system in systems(changed):
        found = culprits(system, weights)
        assert found
        weights_found = [round(one.weight, 6) for one in found]
        assert weights_found == sorted(weights_found)
        assert weights_found[-1] <= round(found[0].weight * NEAR, 6)
        for one in found:
            assert can_be_mended(system, one.figures)
            assert not any(set(other.figures) < set(one.figures) for other in found)


@given(
    st.decimals(min_value=100, max_value=90000, places=3),
    st.decimals(min_value="0.05", max_value="0.9", places=5),
    st.integers(0, 2),
    st.sampled_from([-3, -2, -1, 1, 2, 3]),
)
@settings(deadline=None)
def test_among_true_and_rounded_figures_the_one_that_is_out_by_tens_is_always_a_cure(
    whole: Decimal, share: Decimal, which: int, tens: int
) -> None:
    true = [whole * share, share, whole]
    kinds, steps = ("level", "share", "level"), ("0.1", "0.0001", "0.1")
    shown = [value.scaleb(tens) if index == which else value for index, value in enumerate(true)]
    figures = [
        figure(value.quantize(Decimal(step)) if index != which else value, kind=kind, resolution=step)
        for index, (value, kind, step) in enumerate(zip(shown, kinds, steps, strict=True))
    ]
    both = [relation(Product((Factor(figures[0]), Factor(figures[1], -1), Factor(figures[2], -1))))]
    if not both[0].holds():
        assert can_be_mended(both, [figures[which]])
        assert (figures[which],) in [one.figures for one in culprits(both, {})]
