"""Figures that the audit holds to be wrong decide no standing: a misprint makes no cluster fall short of its plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from yanchao.ledger.reconciliation import point
from yanchao.ledger.series import Observation, Series
from yanchao.statements.statement import Status

Place = tuple[str, int]
"""A figure: the id of its document and its first character."""


def believed(series: Series, doubted: frozenset[Place]) -> Series:
    """The series without the actuals that are `doubted`; itself where it has none of them."""
    if not any(_is_doubted(observation, doubted) for observation in series.observations):
        return series
    kept = (_without(observation, doubted) for observation in series.observations)
    return replace(series, observations=tuple(each for each in kept if each is not None))


def doubted_series(series: Iterable[Series], doubted: frozenset[Place]) -> frozenset[str]:
    """The ids of the series with an actual that is doubted."""
    return frozenset(
        each.id for each in series if any(_is_doubted(point, doubted) for point in each.observations)
    )


def _is_doubted(observation: Observation, doubted: frozenset[Place]) -> bool:
    return observation.status is Status.ACTUAL and any(
        (said.document, said.start) in doubted for said in observation.assertions
    )


def _without(observation: Observation, doubted: frozenset[Place]) -> Observation | None:
    """The point from those that are not doubted; None where nobody is left."""
    if not _is_doubted(observation, doubted):
        return observation
    left = [said for said in observation.assertions if (said.document, said.start) not in doubted]
    if not left:
        return None
    return replace(point(observation.period, observation.status, left), left_out=observation.left_out)
