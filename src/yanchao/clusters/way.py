"""The way to a goal: how fast it went up to the last actual, how fast it would have to go from there."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.clusters.actuals import Actual
from yanchao.clusters.goal import Goal
from yanchao.clusters.pace import Form, Pace, end_of, pace
from yanchao.clusters.wording import percent
from yanchao.interval import Interval, exactly
from yanchao.ledger.series import Observation
from yanchao.quick import dataclass
from yanchao.statements.statement import Comparator, Kind


@dataclass(frozen=True, slots=True)
class Way:
    """The paces of a way, None where the figures do not give them.

    `margin` is by how much the pace so far is better than the one needed: as the printed values have it, and every value
    that the figures leave open. `is_hedged` says that a word leaves more open than rounding does.
    """

    so_far: Pace | None
    needed: Pace | None
    margin: tuple[float, Interval] | None
    is_hedged: bool


def way(
    kind: Kind, unit: str, found: Sequence[Actual], given: Observation | None, asked: Goal, due: int | None
) -> Way:
    """The way over the actuals `found`, in order of time, to `asked` in the year `due`; None where none is left to go.

    With one actual of its measure alone, the pace so far is the growth that texts have `given` for it. Both figures of
    a pace enter with all that they leave open; the last one is the same figure in both paces, so that the margin is
    narrower than the two intervals side by side.
    """
    last = found[-1]
    first = next(actual for actual in found if actual.measure == last.measure)
    is_positive = min(first.observation.value, last.observation.value, asked.value) > 0
    form = Form.COMPOUND if kind is Kind.LEVEL and is_positive else Form.LINEAR
    before, left = last.year - first.year, (due or last.year) - last.year
    start, end = _sides(first.observation), _sides(last.observation)
    goal = (asked.value, exactly(asked.value))
    needed = pace(form, end, goal, left, unit)
    if before:
        so_far, used = pace(form, start, end, before, unit), [first.observation, last.observation]
    elif given is not None and form is Form.COMPOUND:
        so_far, used = _as_given(given), [given, last.observation]
    else:
        return Way(None, needed, None, False)
    margin = None
    if so_far is not None and needed is not None:

        def ahead(start: float, end: float) -> float:
            went = end_of(form, start, end, before) if before else start
            return went - end_of(form, end, asked.value, left)

        # a pace that was given stands for itself; one between two levels falls with the first of them
        slow, fast = (start[1].high, start[1].low) if before else (so_far.low, so_far.high)
        open_to = Interval(ahead(slow, end[1].low), ahead(fast, end[1].high))
        value = so_far.value - needed.value
        margin = (-value, Interval(-open_to.high, -open_to.low)) if asked.falls else (value, open_to)
    return Way(so_far, needed, margin, any(each.comparator is not Comparator.EQUAL for each in used))


def _sides(point: Observation) -> tuple[float, Interval]:
    return point.value, Interval(point.low, point.high)


def _as_given(growth: Observation) -> Pace:
    return Pace(Form.COMPOUND, growth.value, growth.low, growth.high, f"文献所载增速 {percent(growth.value)}")
