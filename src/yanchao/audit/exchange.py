"""Two figures of a sentence that changed places: neither is misprinted, and only together do they become right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from yanchao.audit.dossier import Claim, Figure, claim
from yanchao.audit.relations import Relation, printed
from yanchao.audit.repair import PUBLISHED, Repair, nearness
from yanchao.audit.wording import take_apart
from yanchao.quick import dataclass, replace

EXCHANGED = 1.1
"""What it weighs that two figures changed places, beside a figure's weight and the slips of `repair.py`: what confirms the two speaks for
neither, since all of it holds once they are back."""

Beside = Callable[[Figure], Sequence[Figure]]
"""The figures of a figure's sentence, itself included."""

AS_WELL = 1.5
"""How much it speaks for an exchange that it mends what no figure of the system has to do with."""

MOST_PARTNERS = 12
"""Figures of a sentence that are tried as the other one; a list longer than this is no sentence."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two figures, each with the other's number as its repair, and what it takes to believe it."""

    repairs: tuple[Repair, Repair]
    cost: float

    @property
    def figures(self) -> tuple[Figure, Figure]:
        first, second = self.repairs
        return first.figure, second.figure


def exchanges(
    system: Sequence[Relation],
    standing_in: Mapping[Figure, Sequence[Relation]],
    beside: Beside,
) -> Iterator[Exchange]:
    """The exchanges after which every relation of both figures holds. `standing_in` has the relations of each figure, `beside` the
    figures of its sentence: the other one may stand in no relation at all."""
    failing = dict.fromkeys(
        figure for relation in system if not relation.holds() for figure in relation.figures
    )
    tried: set[frozenset[Figure]] = set()
    for figure in failing:
        partners = [other for other in beside(figure) if other is not figure and _are_alike(figure, other)]
        for other in partners[:MOST_PARTNERS]:
            pair = frozenset((figure, other))
            if pair not in tried:
                tried.add(pair)
                first, second = sorted((figure, other), key=lambda one: one.start)
                found = _exchange(first, second, system, standing_in)
                if found is not None:
                    yield found


def _are_alike(one: Figure, other: Figure) -> bool:
    a, b = one.statement, other.statement
    return (
        one.document is other.document
        and (a.sentence, a.unit, a.kind, a.comparator) == (b.sentence, b.unit, b.kind, b.comparator)
        and a.value != b.value
        and (a.value > 0) == (b.value > 0)
    )


def _exchange(
    first: Figure,
    second: Figure,
    system: Sequence[Relation],
    standing_in: Mapping[Figure, Sequence[Relation]],
) -> Exchange | None:
    reads_first, reads_second = _with_number_of(first, second), _with_number_of(second, first)
    if reads_first is None or reads_second is None:
        return None
    changed = {first: reads_first, second: reads_second}

    def read(figure: Figure) -> Claim:
        return changed[figure][1] if figure in changed else printed(figure)

    if not all(relation.holds(read) for figure in changed for relation in standing_in.get(figure, ())):
        return None
    touched = dict.fromkeys(relation for figure in changed for relation in standing_in.get(figure, ()))
    cost = EXCHANGED + nearness(touched, read)
    cost -= AS_WELL * sum(not relation.holds() for relation in touched if relation not in system)
    for figure, (_, claimed) in changed.items():
        known = [relation.known for relation in standing_in.get(figure, ()) if relation.known is not None]
        cost -= PUBLISHED / 2 if any(claimed.stated.contains(value) for value in known) else 0.0
    one, other = (
        Repair(figure, text, claimed, cost / 2, cost / 2, abs(partner.value))
        for (figure, (text, claimed)), partner in zip(changed.items(), (second, first), strict=True)
    )
    return Exchange((one, other), cost)


def _with_number_of(figure: Figure, other: Figure) -> tuple[str, Claim] | None:
    """How `figure` would read with the other's number: its text, and what it claims."""
    own, its = take_apart(figure), take_apart(other)
    if own is None or its is None or own.unit != its.unit:
        return None
    text = replace(own, digits=its.digits, multiplier=its.multiplier).text
    quantity = replace(
        figure.statement.quantity,
        value=other.statement.value,
        resolution=other.statement.quantity.resolution,
    )
    return text, claim(figure.statement, quantity)
