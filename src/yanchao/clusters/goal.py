"""What a target asks: a number to be reached from below, or from above where less is better."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yanchao.clusters.bounds import OF_A_FALL, printed
from yanchao.interval import Interval
from yanchao.ledger.series import Assertion, Observation, SeriesKey
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass
from yanchao.statements.interval import ABOUT_SHARE
from yanchao.statements.statement import Comparator, Kind

FLOATS = 1e-9
"""How far two numbers may be apart, as a part of them, that are the same but for the way they were worked out."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What a target asks: `value` to be reached from below, or from above where `falls`."""

    value: float
    falls: bool

    def is_met(self, actual: Observation | Assertion) -> bool | None:
        """Whether an actual meets it: for certain, for certain not, or None where its words leave it open."""
        claim = printed(actual)
        near = FLOATS * abs(self.value)
        if self.falls:
            claim = Interval(-claim.high, -claim.low)
        asked = -self.value if self.falls else self.value
        if claim.low >= asked - near:
            return True
        return False if claim.high < asked - near else None

    def shown_on(self, assertions: Iterable[Assertion]) -> date | None:
        """The first day on which a source said a figure that meets it; None where none says its day."""
        days = [said.vintage for said in assertions if said.vintage is not None and self.is_met(said)]
        return min(days, default=None)


def goal(target: Observation, key: SeriesKey, lexicon: Lexicon) -> Goal:
    """What a target asks, with its hedge (the bound of a fall is turned round already, `bounds.py`).

    A range asks for its nearer end, 约 and 左右 for the nearer end of what they allow, 接近 for a twentieth less. A share moves by
    points however large it is: 63%左右 asks for one step of its last digit less, and no twentieth of the whole.
    """
    falls = is_to_fall(target, key, lexicon)
    claim = printed(target)
    if target.comparator is Comparator.ABOUT and key.kind is Kind.SHARE:
        claim = _about(target.value)
    if target.comparator is Comparator.LESS and not falls:
        return Goal(target.value - ABOUT_SHARE * abs(target.value), falls)
    if target.comparator in (Comparator.EQUAL, Comparator.ABOUT):
        return Goal(claim.high if falls else claim.low, falls)
    return Goal(target.value, falls)


def _about(share: float) -> Interval:
    """What 左右 allows of a share: a point on either side of full points, else a tenth of one."""
    points = 100 * share
    step = 0.01 if abs(points - round(points)) < FLOATS else 0.001
    return Interval(share - step, share + step)


def is_to_fall(target: Observation, key: SeriesKey, lexicon: Lexicon) -> bool:
    """Whether the target is to be reached from above: it is a ceiling, a fall, or of a thing of which less is better."""
    if target.comparator is Comparator.AT_MOST:
        return True
    asks_for_more = target.comparator in (Comparator.MORE, Comparator.AT_LEAST)
    if key.kind in OF_A_FALL and asks_for_more:
        return False
    is_listed = key.measure in lexicon.falling or f"{key.subject}{key.measure}" in lexicon.falling
    return is_listed or (key.kind in OF_A_FALL and target.value < 0)
