"""Which figures must be wrong: the least-weight sets whose change lets every relation hold.

This is the error localisation problem of I. P. Fellegi and D. Holt, "A systematic approach to automatic edit and
imputation", Journal of the American Statistical Association 71 (1976): of all sets of fields that can be changed
so that every edit is satisfied, take the lightest. Every failing relation must lose at least one of its figures
(a covering problem); whether the rest can then be satisfied is tested by narrowing intervals, and where it cannot,
a cut asks for one more figure. The intervals are those of the check itself (`statements/interval.py`), so that what
is called wrong and what is found guilty never rest on two tolerances.

Up to `SMALL` figures all sets are tried in order of weight; beyond, HiGHS solves the covering problem, and is
imported only then: it costs more start-up than a whole check.
"""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from yanchao.audit.dossier import Claim, Figure, free
from yanchao.audit.relations import Relation, printed
from yanchao.interval import Interval
from yanchao.quick import dataclass

SMALL = 10
"""Figures of a system up to which sets are enumerated."""

MOST_CHANGED = 6
"""No more figures than this are called wrong together in an enumerated system."""

NEAR, MADE_UP = 1.6, 2.5
"""Sets up to this times the least weight are kept, to be weighed by what their repair would take; and single figures up to so much
more, which a likely slip makes up for."""

MOST_SETS = 16
"""Sets that are weighed: where two errors share a figure, a dozen pairs may be equally light, and only their slips tell which is meant."""

MOST_ROUNDS = 60
PASSES = 12


@dataclass(frozen=True, slots=True)
class Culprits:
    """Figures whose change lets every relation of their system hold, and their weight."""

    figures: tuple[Figure, ...]
    weight: float


def systems(relations: Sequence[Relation]) -> list[list[Relation]]:
    """The failing relations that share figures, put together, each with the relations that hold its figures in place.

    A change is only ever sought among figures of failing relations, and it touches no relation but those that
    these figures stand in: the rest of a long text need not be looked at.
    """
    failing = [relation for relation in relations if not relation.holds()]
    if not failing:
        return []
    leader: dict[Figure, Figure] = {}

    def find(figure: Figure) -> Figure:
        while leader[figure] is not figure:
            leader[figure] = leader[leader[figure]]
            figure = leader[figure]
        return figure

    for relation in failing:
        for figure in relation.figures:
            leader.setdefault(figure, figure)
        first = find(relation.figures[0])
        for figure in relation.figures[1:]:
            leader[find(figure)] = first
    groups: dict[Figure, list[Relation]] = {}
    for relation in failing:
        groups.setdefault(find(relation.figures[0]), []).append(relation)
    broken = set(failing)
    for relation in relations:
        if relation not in broken:
            for group in {find(figure) for figure in relation.figures if figure in leader}:
                groups[group].append(relation)
    return list(groups.values())


def culprits(relations: Sequence[Relation], weights: Mapping[Figure, float]) -> list[Culprits]:
    """The least-weight sets of one system, lightest first, with those that are nearly as light."""
    failing = [relation for relation in relations if not relation.holds()]
    figures = list(dict.fromkeys(figure for relation in failing for figure in relation.figures))
    search = _by_enumeration if len(figures) <= SMALL else _by_program
    found: list[Culprits] = []
    for candidate in search(figures, failing, weights, relations):
        if found and (_is_too_heavy(candidate, found[0]) or len(found) >= MOST_SETS):
            break
        found.append(candidate)
    return found


def _is_too_heavy(candidate: Culprits, lightest: Culprits) -> bool:
    made_up = MADE_UP if len(candidate.figures) == 1 else 0.0
    return candidate.weight > max(lightest.weight * NEAR, lightest.weight + made_up)


def can_be_mended(relations: Sequence[Relation], changed: Sequence[Figure]) -> bool:
    """Whether every relation can hold when the `changed` figures may take any value and the others stay as printed."""
    domains: dict[Figure, Claim] = {figure: free(figure) for figure in changed}

    def claims(figure: Figure) -> Claim:
        return domains.get(figure) or printed(figure)

    for _ in range(PASSES):
        before = dict(domains)
        for relation in relations:
            if not relation.holds(claims):
                return False
            for figure in relation.figures:
                if figure in domains:
                    narrowed = _common(domains[figure].range, relation.form.needed(figure, claims))
                    if narrowed is None:
                        return False
                    domains[figure] = Claim(narrowed, narrowed)
        if domains == before:
            break
    return True


def _common(a: Interval, b: Interval) -> Interval | None:
    low, high = max(a.low, b.low), min(a.high, b.high)
    if low <= high:
        return Interval(low, high)
    # Meeting ends may part by a rounding of binary fractions.
    return Interval(high, low) if low - high <= 1e-9 * max(abs(low), abs(high)) else None


def _by_enumeration(
    figures: Sequence[Figure],
    failing: Sequence[Relation],
    weights: Mapping[Figure, float],
    relations: Sequence[Relation],
) -> Iterator[Culprits]:
    """Every set that mends the system and holds no smaller one that does, lightest first."""
    sets = [
        Culprits(chosen, sum(weights.get(figure, 1.0) for figure in chosen))
        for size in range(1, min(len(figures), MOST_CHANGED) + 1)
        for chosen in itertools.combinations(figures, size)
        if all(any(figure in chosen for figure in relation.figures) for relation in failing)
    ]
    sets.sort(key=lambda candidate: (candidate.weight, len(candidate.figures)))
    kept: list[frozenset[Figure]] = []
    for candidate in sets:
        chosen_set = frozenset(candidate.figures)
        if any(smaller <= chosen_set for smaller in kept):
            continue
        if can_be_mended(relations, candidate.figures):
            kept.append(chosen_set)
            yield candidate


def _by_program(
    figures: Sequence[Figure],
    failing: Sequence[Relation],
    weights: Mapping[Figure, float],
    relations: Sequence[Relation],
) -> Iterator[Culprits]:
    """The same sets from a covering problem in zeros and ones, solved exactly and cut until the sets mend the system."""
    pool = figures
    number = {figure: index for index, figure in enumerate(pool)}
    with _silence():
        program = _Covering([weights.get(figure, 1.0) for figure in pool])
        for relation in failing:
            program.at_least_one([number[figure] for figure in relation.figures])
    for _ in range(MOST_ROUNDS):
        with _silence():
            solution = program.solve()
        if solution is None:
            return
        chosen = tuple(pool[index] for index in solution)
        if can_be_mended(relations, chosen):
            yield Culprits(chosen, sum(weights.get(figure, 1.0) for figure in chosen))
            program.not_all(solution)
        else:
            conflict = _conflict(relations, chosen)
            others = dict.fromkeys(figure for relation in conflict for figure in relation.figures)
            rest = [number[figure] for figure in others if figure in number and figure not in chosen]
            if not rest:
                return
            program.at_least_one(rest)


def _conflict(relations: Sequence[Relation], changed: Sequence[Figure]) -> list[Relation]:
    """A smallest part of the relations that the `changed` figures alone cannot satisfy: one of its other figures is wrong too.

    The fewer figures a cut names, the fewer sets are left to be tried.
    """
    conflict = list(relations)
    for relation in relations:
        without = [other for other in conflict if other is not relation]
        if not can_be_mended(without, changed):
            conflict = without
    return conflict


class _Covering:
    """A covering problem in HiGHS: least cost, rows added as they are found."""

    def __init__(self, costs: Sequence[float]) -> None:
        import highspy

        self._infinity = highspy.kHighsInf
        self._optimal = highspy.HighsModelStatus.kOptimal
        self._solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        self._solver.setOptionValue("output_flag", False)
        for index, cost in enumerate(costs):
            self._solver.addVar(0.0, 1.0)
            self._solver.changeColIntegrality(index, highspy.HighsVarType.kInteger)
            self._solver.changeColCost(index, cost)

    def at_least_one(self, columns: Sequence[int]) -> None:
        self._row(1.0, self._infinity, columns)

    def not_all(self, columns: Sequence[int]) -> None:
        self._row(-self._infinity, len(columns) - 1.0, columns)

    def solve(self) -> list[int] | None:
        """The columns chosen in a least-cost solution, or None where there is none."""
        self._solver.run()
        if self._solver.getModelStatus() != self._optimal:
            return None
        values = self._solver.getSolution().col_value
        return [index for index, value in enumerate(values) if value > 0.5]

    def _row(self, low: float, high: float, columns: Sequence[int]) -> None:
        import numpy

        self._solver.addRow(
            low,
            high,
            len(columns),
            numpy.array(columns, dtype=numpy.int32),
            numpy.ones(len(columns)),
        )


@contextmanager
def _silence() -> Iterator[None]:
    """Keeps HiGHS's banner out of standard output, which belongs to the findings: it prints even when told not to."""
    sys.stdout.flush()
    try:
        kept = os.dup(1)
    except OSError:  # no standard output to protect
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
