"""Standings as rows of the ledger's tables `standings`, `targets`, `settings` and `concentration`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from yanchao.clusters.concentration import Result, concentration
from yanchao.clusters.pace import Pace
from yanchao.clusters.standing import PlaceStanding, Standing, TargetStanding, Verdict, Wordless
from yanchao.clusters.standings import place_standings, standings
from yanchao.ledger.keys import series_id
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.schema import TABLE
from yanchao.ledger.store import Store
from yanchao.lexicon.lexicon import Lexicon

Row = tuple[Any, ...]


def keep_standings(
    store: Store, ledger: Ledger, lexicon: Lexicon, leaving_out: Collection[str] = frozenset()
) -> None:
    """Judge what the ledger holds and add the rows to its store, without those of the clusters and places left out."""
    clusters = tuple(standings(ledger, lexicon, leaving_out))
    places = tuple(place_standings(ledger, lexicon, leaving_out))
    store.add_rows("standings", standing_rows(clusters))
    store.add_rows("targets", target_rows((*clusters, *places), lexicon))
    store.add_rows("settings", setting_rows((*clusters, *places)))
    store.add_rows("concentration", concentration_rows(concentration(ledger, lexicon)))


def standing_rows(clusters: Iterable[Standing]) -> Iterator[Row]:
    for standing in clusters:
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


def target_rows(judged: Iterable[Standing | PlaceStanding], lexicon: Lexicon) -> Iterator[Row]:
    """The targets of each standing, then what its plans set without a figure."""
    for owner, item, target in _targets(judged):
        values = _wordless(target) if isinstance(target, Wordless) else _target(target, lexicon)
        yield _row("targets", {"owner": owner, "item": item, **values})


def setting_rows(judged: Iterable[Standing | PlaceStanding]) -> Iterator[Row]:
    for owner, item, target in _targets(judged):
        if isinstance(target, Wordless):
            continue
        for number, setting in enumerate(target.settings):
            said = setting.said
            yield (
                owner,
                item,
                number,
                setting.value,
                setting.plan,
                setting.year,
                setting.day,
                said.document if said else None,
                said.start if said else None,
                said.end if said else None,
                said.quote if said else None,
                setting.source or None,
            )


def concentration_rows(found: Iterable[Result]) -> Iterator[Row]:
    for number, result in enumerate(found):
        yield (
            number,
            str(result.indicator),
            result.thing.measure,
            result.thing.subject,
            result.thing.cluster,
            result.region,
            result.within,
            result.period,
            result.value,
            result.low,
            result.high,
            result.unit,
            result.formula,
            list(result.sources),
        )


def _targets(
    judged: Iterable[Standing | PlaceStanding],
) -> Iterator[tuple[str, int, TargetStanding | Wordless]]:
    for standing in judged:
        owner = standing.cluster if isinstance(standing, Standing) else standing.region
        found: list[TargetStanding | Wordless] = [*standing.targets, *standing.wordless]
        for item, target in enumerate(found):
            yield owner, item, target


def _target(standing: TargetStanding, lexicon: Lexicon) -> dict[str, Any]:
    key, point, actual, met = standing.key, standing.target, standing.actual, standing.met
    return {
        "cluster": key.cluster,
        "region": key.region,
        "series": series_id(key, lexicon) if point.assertions else None,
        "measure": key.measure,
        "subject": key.subject,
        "kind": str(key.kind),
        "unit": key.unit,
        "plan": standing.plan,
        "period": point.period,
        "value": point.value,
        "low": point.low,
        "high": point.high,
        "comparator": str(point.comparator),
        "falls": standing.falls,
        "hedges": list(standing.hedges),
        "actual_period": actual.period if actual else None,
        "actual_value": actual.value if actual else None,
        "verdict": str(standing.verdict),
        "certain": standing.is_certain,
        "met_period": met.period if met else None,
        "met_value": met.value if met else None,
        "met_on": standing.met_on,
        "progress": standing.progress,
        **_pace("pace_so_far", standing.so_far),
        **_pace("pace_needed", standing.needed),
        "reason": standing.reason,
        "reason_en": standing.reason_en,
    }


def _wordless(target: Wordless) -> dict[str, Any]:
    return {
        "cluster": target.key.cluster,
        "region": target.key.region,
        "measure": target.key.measure,
        "subject": target.key.subject,
        "kind": str(target.key.kind),
        "unit": target.key.unit,
        "plan": target.plan,
        "period": target.period,
        "hedges": [],
        "words": target.words,
        "actual_period": target.actual.period if target.actual else None,
        "actual_value": target.actual.value if target.actual else None,
        "verdict": str(Verdict.UNKNOWN),
        "reason": "规划有意不设数值。",
        "reason_en": "The plan deliberately sets no figure.",
    }


def _pace(name: str, pace: Pace | None) -> dict[str, Any]:
    if pace is None:
        return {}
    return {
        name: pace.value,
        f"{name}_low": pace.low,
        f"{name}_high": pace.high,
        f"{name}_form": str(pace.form),
        f"{name}_formula": pace.formula,
    }


def _row(table: str, values: Mapping[str, Any]) -> Row:
    """The values in the order of the table's columns; what is not given is empty."""
    return tuple(values.get(column.name) for column in TABLE[table].columns)
