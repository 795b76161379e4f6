"""Standings as rows of the ledger's tables `standings` and `targets`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from yanchao.clusters.standing import Standing
from yanchao.ledger.keys import series_id
from yanchao.lexicon.lexicon import Lexicon


def standing_rows(standings: Iterable[Standing]) -> Iterator[tuple[Any, ...]]:
    for standing in standings:
        evidence = standing.tier_evidence
        yield (
            standing.cluster,
            standing.declared_tier,
            standing.supported_tier,
            evidence.period if evidence else None,
            evidence.value if evidence else None,
            standing.tier_reason,
            standing.tier_reason_en,
        )


def target_rows(standings: Iterable[Standing], lexicon: Lexicon) -> Iterator[tuple[Any, ...]]:
    for standing in standings:
        for item, target in enumerate(standing.targets):
            point, actual = target.target, target.actual
            yield (
                standing.cluster,
                item,
                series_id(target.key, lexicon) if point.assertions else None,
                target.key.measure,
                target.key.subject,
                target.key.unit,
                target.plan,
                point.period,
                point.value,
                point.low,
                point.high,
                str(point.comparator),
                actual.period if actual else None,
                actual.value if actual else None,
                str(target.verdict),
                target.progress,
                target.pace_so_far,
                target.pace_needed,
                target.reason,
                target.reason_en,
            )
