"""The growth of a whole as the blend of that of all its parts, each told behind its level: 进出口2146亿元，增长4.2%，其中出口1763亿元，增长5.1%；进口383亿元，增长0.3%."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

from yanchao.audit.breakdowns import PARTS_OF, breakdowns
from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.economies import SECTORS, economies
from yanchao.audit.relations import NOTHING, Claims
from yanchao.audit.steps import BY, OVER_A_MONTH, is_yearly
from yanchao.interval import EVERYTHING, Interval
from yanchao.quick import dataclass
from yanchao.statements.statement import Comparator, Kind, Status

MOST_PARTS = 4
"""Parts beyond which the corners of their ranges are too many to be tried."""


@dataclass(frozen=True, slots=True)
class Blend:
    """The growth of a whole is what all its parts are now over what they were: Σp ÷ Σ(p ÷ (1 + g)) − 1.

    `levels` are the parts' own, which are taken as they stand: where they do not add up, another relation says so. It rises with each
    growth and is a quotient of what is linear in each level, so that the corners of the ranges are enough. `slack` is by how much the
    growth of the whole may miss it, beside the rounding.
    """

    whole: Figure
    parts: tuple[Figure, ...]
    levels: tuple[Figure, ...]
    slack: float = 0.0

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.whole, *self.parts

    def holds(self, claims: Claims) -> bool:
        return claims(self.whole).range.meets(self.needed(self.whole, claims))

    def needed(self, figure: Figure, claims: Claims) -> Interval:
        corners = list(itertools.product(*(_ends(level.range) for level in self.levels)))
        if figure is self.whole:
            lows = [claims(part).range.low for part in self.parts]
            highs = [claims(part).range.high for part in self.parts]
            return Interval(
                min(_blend(corner, lows) for corner in corners) - self.slack,
                max(_blend(corner, highs) for corner in corners) + self.slack,
            )
        at = next(index for index, part in enumerate(self.parts) if part is figure)
        whole = claims(self.whole).range
        others = [claims(part).range for part in self.parts if part is not figure]
        found = [
            _left(corner, at, growth, told)
            for corner in corners
            for growth in (whole.low - self.slack, whole.high + self.slack)
            for told in itertools.product(*map(_ends, others))
        ]
        return Interval(min(found), max(found)) if all(map(math.isfinite, found)) else EVERYTHING


def _ends(range_: Interval) -> tuple[float, ...]:
    return (range_.low,) if range_.low == range_.high else (range_.low, range_.high)


def _blend(levels: Sequence[float], growths: Sequence[float]) -> float:
    if any(growth <= -1 for growth in growths):
        return -1.0
    earlier = sum(level / (1 + growth) for level, growth in zip(levels, growths, strict=True))
    return sum(levels) / earlier - 1 if earlier > 0 else math.inf


def _left(levels: Sequence[float], at: int, whole: float, others: Sequence[float]) -> float:
    """The growth of the part `at` that lets the whole grow by `whole`; endless where nothing does."""
    rest = [level for index, level in enumerate(levels) if index != at]
    if whole <= -1 or any(growth <= -1 for growth in others):
        return math.inf
    earlier = sum(levels) / (1 + whole) - sum(
        level / (1 + growth) for level, growth in zip(rest, others, strict=True)
    )
    return levels[at] / earlier - 1 if earlier > 0 else math.inf


def blends(dossier: Dossier) -> Iterator[tuple[Figure, tuple[Figure, ...], tuple[Figure, ...]]]:
    """The growth of each whole whose parts add up to it, with those of the parts and the parts' levels."""
    seen: set[Figure] = set()
    for total, parts in _divided(dossier):
        growths = [_growth(one, dossier) for one in (total, *parts)]
        known = [one for one in growths if one is not None]
        added = sum((part.range for part in parts), NOTHING)
        if (
            len(parts) <= MOST_PARTS
            and len(known) == len(parts) + 1
            and known[0] not in seen
            and added.meets(total.range)
            and all(part.range.low > 0 for part in parts)
        ):
            seen.add(known[0])
            yield known[0], tuple(known[1:]), tuple(parts)


def _divided(dossier: Dossier) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    for told in dossier.once(economies):
        for found in told.values():
            for whole, names in ({"gdp": SECTORS} | dict(PARTS_OF)).items():
                members = [found[name] for name in (whole, *names) if name in found]
                together = all(dossier.are_of_one_paragraph(members[0], one) for one in members[1:])
                if len(members) == len(names) + 1 and together and all(one.is_amount for one in members):
                    yield members[0], tuple(members[1:])
    for one in dossier.once(breakdowns):
        if not one.may_lack:
            yield one.total, one.parts


def _growth(level: Figure, dossier: Dossier) -> Figure | None:
    """The growth over a year right behind a level on record, told without a bound."""
    sentence = dossier.beside(level)
    at = next(index for index, one in enumerate(sentence) if one is level)
    growth = sentence[at + 1] if at + 1 < len(sentence) else None
    if growth is None or growth.statement.kind is not Kind.GROWTH:
        return None
    between = level.document.text[level.end : growth.start]
    is_plain = growth.statement.comparator is Comparator.EQUAL and level.statement.status is not Status.TARGET
    if not is_plain or not BY.fullmatch(between) or OVER_A_MONTH.search(between) or is_yearly(between):
        return None
    return growth
