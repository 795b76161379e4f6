"""Figures that the audit holds to be wrong decide no standing: a misprint makes no cluster fall short of its plan.

Pages show them, behind those that nothing speaks against.
"""

from __future__ import annotations

from yanchao.ledger.reconciliation import point
from yanchao.ledger.series import Observation, Series
from yanchao.quick import replace
from yanchao.statements.statement import Status

Place = tuple[str, int]
"""A figure: the id of its document and its first character."""


def believed(series: Series, doubted: frozenset[Place]) -> Series:
    """The series without the actuals that are `doubted`; the same object where it has none of them."""
    kept = [_without(observation, doubted) for observation in series.observations]
    if all(one is other for one, other in zip(kept, series.observations, strict=True)):
        return series
    return replace(series, observations=tuple(each for each in kept if each is not None))


def believed_first(series: Series, doubted: frozenset[Place]) -> Series:
    """The series with every word kept, those that are `doubted` behind the others: a point has the value of the best of the others.

    The same object where nothing changes.
    """
    if not doubted:
        return series
    points = tuple(_believed_first(each, doubted) for each in series.observations)
    if all(one is other for one, other in zip(points, series.observations, strict=True)):
        return series
    return replace(series, observations=points)


def _believed_first(observation: Observation, doubted: frozenset[Place]) -> Observation:
    said = observation.assertions
    ordered = tuple(sorted(said, key=lambda each: (each.document, each.start) in doubted))
    if ordered == said:
        return observation
    best = ordered[0]
    return replace(
        observation,
        value=best.value,
        low=best.low,
        high=best.high,
        comparator=best.comparator,
        assertions=ordered,
    )


def _without(observation: Observation, doubted: frozenset[Place]) -> Observation | None:
    """The point from those that are not doubted: itself where nobody is, None where nobody is left."""
    left = [said for said in observation.assertions if (said.document, said.start) not in doubted]
    if observation.status is not Status.ACTUAL or len(left) == len(observation.assertions):
        return observation
    if not left:
        return None
    return replace(point(observation.period, observation.status, left), left_out=observation.left_out)
