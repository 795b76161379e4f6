"""Relations that the words of a text only suggest: of several one is meant, if any.

Where one of them holds, nothing is to be said. Where none does, a likely slip of a single figure that makes one of them hold to the last
digit is hardly an accident, provided that the figures are told closely enough: of twenty-five slips of each of a few figures, one
fits by chance in as many cases as the relation leaves room for.
"""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.audit.relations import Product, Relation, Sum, printed
from yanchao.audit.repair import repair

CLOSE, LIKELY = 4e-4, 2.0
"""How much room a relation may leave, over its size, where any likely slip is tried: a point, a multiplier, a digit doubled,
swapped or misread (the costs are those of `repair.py`)."""

LESS_CLOSE, LIKELIEST = 5e-3, 1.0
"""The same where only the likeliest are tried: a point moved or lost, 万 for 亿, a digit doubled."""


MOST_READINGS = 12
"""Relations to choose from beyond which nothing is known: no text is told so closely."""


def unless_one_holds(relations: Sequence[Relation], close: float = CLOSE) -> Relation | None:
    """Of relations of which one may be meant, the one that fails for a likely slip; None where one holds, or none is so cured.

    The more relations there are to choose from, the closer they have to be told: `close` is how much room a single one may leave.
    """
    if len(relations) > MOST_READINGS or any(relation.holds() for relation in relations):
        return None
    for relation in relations:
        room = _room(relation) * len(relations)
        most = LIKELY if room <= close else LIKELIEST if room <= LESS_CLOSE else None
        if most is not None and _is_cured(relation, most):
            return relation
    return None


def _is_cured(relation: Relation, most: float) -> bool:
    cures = (repair(figure, (relation,)) for figure in relation.figures)
    return any(cure is not None and cure.text is not None and cure.cost <= most for cure in cures)


def _room(relation: Relation) -> float:
    """How wide the ranges of the figures leave the relation, over its size."""
    ranges = [printed(figure).range for figure in relation.figures]
    sizes = [max(abs(one.low), abs(one.high)) for one in ranges]
    if isinstance(relation.form, Sum):
        return sum(one.high - one.low for one in ranges) / max(*sizes, 1e-12)
    if isinstance(relation.form, Product):
        bound = relation.form.bound
        own = (bound.high - bound.low) / max(bound.high, 1e-12)
        return own + sum(
            (one.high - one.low) / max(size, 1e-12) for one, size in zip(ranges, sizes, strict=True)
        )
    return 1.0
