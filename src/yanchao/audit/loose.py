"""Relations that the words of a text only suggest: of several one is meant, if any.

Where one of them holds, nothing is to be said. Where none does, a likely slip of a single figure that makes one of them hold to the last
digit is hardly an accident, provided that the figures are told closely enough: of twenty-five slips of each of a few figures, one
fits by chance in as many cases as the relation leaves room for.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from yanchao.audit.relations import Factor, Product, Relation, Sum, printed
from yanchao.audit.repair import Repair, repair

CLOSE, LIKELY = 1e-3, 2.0
"""How much room a relation may leave, over its size, where any likely slip is tried: a point, a multiplier, a digit doubled,
swapped or misread (the costs are those of `repair.py`)."""

LESS_CLOSE, LIKELIEST = 1.2e-2, 1.0
"""The same where only the likeliest are tried: a point moved or lost, 万 for 亿, a digit doubled."""


ANY_SLIP = 4.6
"""The same where the words all but say which relation is meant: a lost digit too, or a sum that was worked out wrongly."""

FAR, WIDE = 900.0, 6e-2
"""How many times too large or small a figure must be, and how much room may then be left: 亿 for 万 hardly ever fits by chance."""

MOST_READINGS = 12
"""Relations to choose from beyond which nothing is known: no text is told so closely."""


def unless_one_holds(
    relations: Sequence[Relation],
    close: float = CLOSE,
    likely: float = LIKELY,
    less_close: float = LESS_CLOSE,
) -> Relation | None:
    """Of relations of which one may be meant, the one that fails for a likely slip; None where one holds, or none is so cured.

    The more relations there are to choose from, the closer they have to be told: `close` is how much room a single one may leave.
    `likely` is what a slip may cost that is tried then: more where the words all but say that one of the relations is meant.
    `less_close` is how much room one may leave where only the likeliest slips are tried.
    """
    if len(relations) > MOST_READINGS or any(relation.holds() for relation in relations):
        return None
    for relation in relations:
        room = _room(relation) * len(relations)
        most = likely if room <= close else LIKELIEST if room <= less_close else None
        if most is not None and _is_cured(relation, most):
            return relation
        if room <= WIDE and _is_cured(relation, LIKELIEST, FAR):
            return relation
    return None


def _is_cured(relation: Relation, most: float, times: float = 1.0) -> bool:
    """Whether a slip of no more than that cost makes it hold, by which a figure is at least so many `times` too large or small."""
    cures = (repair(figure, (relation,)) for figure in relation.figures)
    return any(
        cure is not None and cure.text is not None and cure.cost <= most and _times_off(cure) >= times
        for cure in cures
    )


def _times_off(cure: Repair) -> float:
    """How many times the repaired figure is what stands there, or that what is repaired."""
    meant = (cure.claim.stated.low + cure.claim.stated.high) / 2
    sizes = sorted((abs(meant), abs(cure.figure.value)))
    return sizes[1] / sizes[0] if sizes[0] > 0 else math.inf


def _room(relation: Relation) -> float:
    """How wide the ranges of the figures leave the relation, over its size."""
    form = relation.form
    if isinstance(form, Sum):
        ranges = [(printed(figure).range, abs(weight)) for figure, weight in form.terms]
        largest = max(max(abs(one.low), abs(one.high)) * weight for one, weight in ranges)
        return sum((one.high - one.low) * weight for one, weight in ranges) / max(largest, 1e-12)
    if isinstance(form, Product):
        own = (form.bound.high - form.bound.low) / max(form.bound.high, 1e-12)
        return own + sum(_width(factor) for factor in form.factors)
    return 1.0


def _width(factor: Factor) -> float:
    """How wide a factor is, over its size: a growth rate is added to one."""
    own = printed(factor.figure).range
    size = max(abs(own.low + factor.shift), abs(own.high + factor.shift))
    return abs(factor.power) * (own.high - own.low) / max(size, 1e-12)
