"""What may be wrong in a system of relations: which figures, what they were meant to be, and how believable that is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from yanchao.audit.dossier import Claim, Figure, free
from yanchao.audit.exchange import Beside, exchanges
from yanchao.audit.localisation import Culprits, culprits
from yanchao.audit.relations import Product, Relation, Sum, printed
from yanchao.audit.repair import NO_SLIP, Repair, repair
from yanchao.quick import dataclass

CONFIRMED = 0.15
"""What each equation that holds adds to the weight of its figures: a figure that fits elsewhere is trusted more."""


ONE_MORE_WRONG = 1.0
"""What it weighs that a second figure, and each further one, is wrong too, beside the weight of the figure."""

FEWEST_APART = 3
"""Failing relations from which on errors of their own are tried beside the least sets."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One set of figures that may be at fault, with their repairs, and how much it takes to believe it."""

    figures: tuple[Figure, ...]
    repairs: Mapping[Figure, Repair | None]
    weight: float

    @property
    def is_complete(self) -> bool:
        """Whether it says what to print in the place of each of its figures."""
        return all(
            (mended := self.repairs.get(figure)) is not None and mended.text is not None
            for figure in self.figures
        )


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a system: all relations of every figure, and the figures of a figure's sentence."""

    standing_in: Mapping[Figure, Sequence[Relation]]
    beside: Beside


def explanations(system: Sequence[Relation], around: Surroundings | None = None) -> list[Explanation]:
    """What may be wrong in a system, most believable first: weight of the set, and of the slips that would mend it.

    Where nothing is known to stand `around` it, the system is all there is.
    Where no change of a few figures mends it, the figure that stands in most failing relations is all one can name.
    """
    weights = _weights(system)
    found = []
    for candidate in culprits(system, weights):
        repairs = _repairs(candidate, system)
        slips = sum(
            mended.cost if (mended := repairs[figure]) is not None else NO_SLIP
            for figure in candidate.figures
        )
        more = ONE_MORE_WRONG * (len(candidate.figures) - 1)
        found.append(Explanation(candidate.figures, repairs, candidate.weight + slips + more))
    apart = _one_by_one(system, weights)
    if apart is not None and not any({*one.figures} == {*apart.figures} for one in found):
        found.append(apart)
    standing_in = around.standing_in if around else by_figure(system)
    beside = around.beside if around else lambda _: tuple(standing_in)
    for exchange in exchanges(system, standing_in, beside):
        repairs = {one.figure: one for one in exchange.repairs}
        found.append(Explanation(exchange.figures, repairs, exchange.cost))
    if not found:
        failures = Counter(
            figure for relation in system if not relation.holds() for figure in relation.figures
        )
        return [Explanation((failures.most_common(1)[0][0],), {}, 0.0)]
    return sorted(found, key=lambda explanation: explanation.weight)


def by_figure(relations: Iterable[Relation]) -> dict[Figure, list[Relation]]:
    """The relations of each figure."""
    found: defaultdict[Figure, list[Relation]] = defaultdict(list)
    for relation in relations:
        for figure in relation.figures:
            found[figure].append(relation)
    return found


def _weights(system: Sequence[Relation]) -> dict[Figure, float]:
    """How hard each figure is to doubt: what confirms it, times the most that a rule knows of it (two rules may know one thing)."""
    confirmed: Counter[Figure] = Counter()
    trust: defaultdict[Figure, float] = defaultdict(lambda: 1.0)
    for relation in system:
        is_equation = (
            isinstance(relation.form, Product | Sum) and relation.form.bound.high == relation.form.bound.low
        )
        if is_equation and relation.holds():
            confirmed.update(relation.figures)
        for figure, factor in relation.trust.items():
            trust[figure] = max(trust[figure], factor)
    return {
        figure: (1.0 + CONFIRMED * min(confirmed[figure], 1)) * trust[figure]
        for relation in system
        for figure in relation.figures
    }


def _repairs(candidate: Culprits, system: Sequence[Relation]) -> dict[Figure, Repair | None]:
    """A repair for every figure of a set, each found with those before it mended and those after it free."""
    settled: dict[Figure, Claim] = {figure: free(figure) for figure in candidate.figures}
    repairs: dict[Figure, Repair | None] = {}
    for figure in _most_bound_first(candidate.figures, system):
        mended = repair(figure, system, lambda other: settled.get(other) or printed(other), knows_totals=True)
        repairs[figure] = mended
        if mended is not None:
            settled[figure] = mended.claim
    return repairs


def _most_bound_first(figures: Sequence[Figure], system: Sequence[Relation]) -> Iterator[Figure]:
    """The figures of a set in an order in which as few as possible have to be mended while what they are held against is in doubt."""
    left = list(figures)
    while left:
        bound = (
            one
            for one in left
            if any(
                one in relation.figures
                and not any(other in relation.figures for other in left if other is not one)
                for relation in system
                if not relation.holds()
            )
        )
        figure = next(bound, left[0])
        left.remove(figure)
        yield figure


def _one_by_one(system: Sequence[Relation], weights: Mapping[Figure, float]) -> Explanation | None:
    """The explanation by which every figure that several failing relations share is right, and each relation has an error of its own.

    Where many errors stand around one right figure (a whole and its shares), sets of their number are too many to be tried.
    """
    failing = [relation for relation in system if not relation.holds()]
    shared = Counter(figure for relation in failing for figure in dict.fromkeys(relation.figures))
    if len(failing) < FEWEST_APART:
        return None
    repairs: dict[Figure, Repair | None] = {}
    total = 0.0
    for relation in failing:
        own = [figure for figure in relation.figures if shared[figure] == 1]
        mended = [
            (weights.get(one, 1.0) + cure.cost, one, cure)
            for one in own
            if (cure := repair(one, system, knows_totals=True))
        ]
        if not mended:
            return None
        cost, figure, cure = min(mended, key=lambda one: one[0])
        repairs[figure] = cure
        total += cost
    total += ONE_MORE_WRONG * (len(repairs) - 1)
    return Explanation(tuple(sorted(repairs, key=lambda one: one.start)), repairs, total)
