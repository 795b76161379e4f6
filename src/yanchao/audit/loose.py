"""Relations that the words of a text only suggest: of several one is meant, if any.

Where one of them holds, nothing is to be said. Where none does, a likely slip of a single figure that makes one of them hold to the last
digit is hardly an accident, provided that the figures are told closely enough: of twenty-five slips of each of a few figures, one
fits by chance in as many cases as the relation leaves room for.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from yanchao.audit.dossier import Figure
from yanchao.audit.exchange import Beside, exchanges
from yanchao.audit.relations import Factor, Product, Relation, Sum, printed
from yanchao.audit.repair import Repair, repair
from yanchao.quick import replace

LIKELIEST, LIKELY, ANY_SLIP = 1.0, 2.0, 4.45
"""What slips may cost (`repair.py`): a point moved or lost, 万 for 亿, a digit doubled; digits swapped or misread; a digit lost, or a sum
that was worked out wrongly."""

TRIED = ((ANY_SLIP, 70), (LIKELY, 25), (LIKELIEST, 8))
"""The slips of a relation's figures, and how many other numbers they lead to."""

SUGGESTED, ALL_BUT_SAID = 0.15, 1.0
"""How many of the numbers that slips lead to may fit by chance: where words suggest a relation, and where they all but say that it is
meant."""

FEWEST_RIVALS = 3
"""Figures of a sum from which on one that shares all but one of them says the same of another total."""

FAR, WIDE, WIDER = 900.0, 6e-2, 0.25
"""How many times too large or small a figure must be, and how much room may then be left, more where words all but say that a relation is
meant: 亿 for 万 hardly ever fits by chance."""

NO_ACCIDENT = 0.012
"""How much room relations may leave together for one that holds to be meant."""

MOST_READINGS = 12
"""Relations to choose from beyond which nothing is known: no text is told so closely."""


def unless_one_holds(
    relations: Sequence[Relation], by_chance: float = SUGGESTED, beside: Beside | None = None
) -> Relation | None:
    """Of relations of which one may be meant, the one that fails for a likely slip, or holds too closely to do so by chance; None where one
    holds less closely, or none is so cured.

    The more relations there are to choose from, and the more room they leave, the likelier a slip has to be: no more than
    `by_chance` of the numbers that are tried may fit for no reason. `beside` has the figures of a figure's sentence, where the words say
    which figure is which, so that two of them may be held to have changed places.
    """
    if len(relations) > MOST_READINGS:
        return None
    holding = [relation for relation in relations if relation.holds()]
    if holding:
        # What agrees is evidence of which figure is right where another relation of it fails.
        closest = min(holding, key=_room)
        is_meant = len(holding) == 1 and _room(closest) * len(relations) <= NO_ACCIDENT
        return replace(closest, is_supposed=True) if is_meant else None
    for relation in relations:
        room = _room(relation) * len(relations)
        most = next((cost for cost, numbers in TRIED if numbers * room <= by_chance), None)
        if most is not None and _is_cured(relation, most):
            return replace(relation, is_supposed=True)
        if room <= (WIDER if by_chance >= ALL_BUT_SAID else WIDE) and _is_cured(relation, LIKELIEST, FAR):
            return replace(relation, is_supposed=True)
    if beside is not None:
        for relation in relations:
            if _is_put_right(relation, len(relations), by_chance, beside):
                return replace(relation, is_supposed=True)
    return None


def unrivalled(relations: Sequence[Relation]) -> list[Relation]:
    """The relations of a rule without sums that are only supposed and that another says better: one that holds where the same figures but for one are known to
    fail together (the months of a quarter, and the figure of another quarter), and one that fails where with another figure it holds."""
    if not any(relation.is_supposed for relation in relations):
        return list(relations)
    by_figure: defaultdict[Figure, list[Relation]] = defaultdict(list)
    for relation in relations:
        for figure in relation.figures:
            by_figure[figure].append(relation)
    return [one for one in relations if not (one.is_supposed and _has_rival(one, by_figure))]


def _has_rival(relation: Relation, by_figure: Mapping[Figure, Sequence[Relation]]) -> bool:
    own, holds = frozenset(relation.figures), relation.holds()
    others = dict.fromkeys(one for figure in own for one in by_figure[figure] if one is not relation)
    return (
        isinstance(relation.form, Sum)
        and len(own) >= FEWEST_RIVALS
        and any(
            isinstance(other.form, Sum)
            and len(own - {*other.figures}) == 1
            and len(own) == len(other.figures)
            and (other.holds() != holds)
            and not (holds and other.is_supposed)
            for other in others
        )
    )


def _is_put_right(relation: Relation, readings: int, by_chance: float, beside: Beside) -> bool:
    """Whether one of its figures and another of the same sentence make it hold in each other's place, and hardly by chance.

    A figure told before them that would do may have been meant itself; one told behind them changed places.
    """
    own = dict.fromkeys(relation.figures, (relation,))

    def partners(figure: Figure) -> Sequence[Figure]:
        sentence = beside(figure)
        last = max(one.start for one in sentence if one in own)
        return tuple(one for one in sentence if one in own or one.start > last)

    tried = dict.fromkeys(one for figure in own for one in partners(figure))
    fits_by_chance = len(tried) * len(own) * _room(relation) * readings > by_chance
    return not fits_by_chance and any(exchanges((relation,), own, partners))


def have_changed_places(relation: Relation) -> bool:
    """Whether two figures of one sentence make a relation hold in each other's place, and hardly by chance. It takes words that say which is
    which: of a part and its whole a reader may have taken the one for the other."""
    own = dict.fromkeys(relation.figures, (relation,))
    fits_by_chance = len(own) * _room(relation) > SUGGESTED
    return not fits_by_chance and any(exchanges((relation,), own, lambda _: tuple(own)))


def _is_cured(relation: Relation, most: float, times: float = 1.0) -> bool:
    """Whether a slip of no more than that cost makes it hold, by which a figure is at least so many `times` too large or small."""
    cures = (repair(figure, (relation,)) for figure in relation.figures)
    return any(
        cure is not None and cure.likeliest <= most and _times_off(cure) >= times and _counts(cure, relation)
        for cure in cures
    )


def _counts(cure: Repair, relation: Relation) -> bool:
    """Whether what a figure was meant to be matters to a sum: one of which nothing is left in the rounding of the others mends any."""
    form = relation.form
    if not isinstance(form, Sum):
        return True
    others = [(figure, weight) for figure, weight in form.terms if figure is not cure.figure]
    return cure.meant > sum((one.range.high - one.range.low) * abs(weight) for one, weight in others)


def _times_off(cure: Repair) -> float:
    """How many times the repaired figure is what stands there, or that what is repaired."""
    sizes = sorted((cure.meant, abs(cure.figure.value)))
    return sizes[1] / sizes[0] if sizes[0] > 0 else math.inf


def _room(relation: Relation) -> float:
    """How wide the ranges of the figures leave the relation, over its size."""
    form = relation.form
    if isinstance(form, Sum):
        ranges = [(printed(figure).range, abs(weight)) for figure, weight in form.terms]
        largest = max(max(abs(one.low), abs(one.high)) * weight for one, weight in ranges)
        step = max(float(figure.statement.quantity.resolution) * abs(weight) for figure, weight in form.terms)
        width = sum((one.high - one.low) * weight for one, weight in ranges)
        return max(width, step) / max(largest, 1e-12)
    if isinstance(form, Product):
        own = (form.bound.high - form.bound.low) / max(form.bound.high, 1e-12)
        return own + sum(_width(factor) for factor in form.factors)
    return 1.0


def _width(factor: Factor) -> float:
    """How wide a factor is, over its size: a growth rate is added to one."""
    own = printed(factor.figure).range
    size = max(abs(own.low + factor.shift), abs(own.high + factor.shift))
    return abs(factor.power) * (own.high - own.low) / max(size, 1e-12)
