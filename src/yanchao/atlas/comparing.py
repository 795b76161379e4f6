"""Clusters side by side: the settled measures that they have figures for, each one's figure in every year."""

from __future__ import annotations

import math
from collections.abc import Iterable

from yanchao.atlas import caps, paths
from yanchao.atlas.cards import base_name, qualifier_names
from yanchao.atlas.facts import Facts, grouped
from yanchao.atlas.figures import last_year
from yanchao.atlas.language import Text, phrase
from yanchao.ledger.series import Observation, Series, SeriesKey
from yanchao.quick import dataclass, replace
from yanchao.statements.statement import Kind, Status

COMPARED = (Kind.LEVEL, Kind.SHARE, Kind.GROWTH)
"""Kinds of figures that can be drawn on one scale."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What the best source says of one year; `path` leads to its sentence."""

    year: int
    point: Observation
    path: str

    @property
    def is_target(self) -> bool:
        return self.point.status is Status.TARGET


@dataclass(frozen=True, slots=True)
class Row:
    """One cluster: of each year at most one figure on record and one target, in order of year."""

    cluster: str
    name: Text
    cells: tuple[Cell, ...]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted({cell.year for cell in self.cells}))

    @property
    def front(self) -> Cell:
        """The latest figure on record, else the latest target."""
        return max(self.cells, key=lambda cell: (not cell.is_target, cell.year))


@dataclass(frozen=True, slots=True)
class Metric:
    """One measure in one unit, and the clusters that have figures for it, in the order of the packs."""

    id: str
    name: Text
    unit: str
    kind: Kind
    path: str | None
    rows: tuple[Row, ...]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted({year for row in self.rows for year in row.years}))

    def row(self, cluster: str) -> Row | None:
        return next((row for row in self.rows if row.cluster == cluster), None)


def metrics(facts: Facts) -> tuple[Metric, ...]:
    """The measures in which clusters can be compared, those that most clusters have first.

    Only figures of a whole cluster in the packs' home count, and only of measures that a pack defines: what two
    documents call by words of their own need not be the same thing.
    """
    found = (
        each
        for each in facts.series(only="s.subject IN ('', s.cluster)")
        if each.key.kind in COMPARED
        and each.key.measure in facts.lexicon.measures
        and (each.key.region is None or each.key.region == facts.lexicon.home)
    )
    made = [_metric(facts, key, same) for key, same in grouped(found, _shared).items()]
    shown = [each for each in made if each.rows]
    shown.sort(key=lambda each: (-len(each.rows), each.kind is not Kind.LEVEL, each.unit != "CNY", each.id))
    return tuple(shown[: caps.COMPARED])


def _shared(series: Series) -> SeriesKey:
    """What the series of two clusters have in common where they measure the same thing."""
    return replace(series.key, cluster=None, subject="", region=None)


def _metric(facts: Facts, key: SeriesKey, series: tuple[Series, ...]) -> Metric:
    by_cluster = grouped(series, lambda each: each.key.cluster)
    rows = (
        Row(cluster.id, facts.cluster_name(cluster.id), _cells(facts, by_cluster.get(cluster.id, ())))
        for cluster in facts.clusters
    )
    words = "-".join((key.measure, key.kind, key.unit, key.base or "", *key.qualifiers))
    return Metric(
        id=paths.slug(words.replace(":", "-").rstrip("-")),
        name=_name(facts, key),
        unit=key.unit,
        kind=key.kind,
        path=facts.measure_path(key.measure),
        rows=tuple(row for row in rows if row.cells),
    )


def _name(facts: Facts, key: SeriesKey) -> Text:
    parts = [facts.measure_name(key), *qualifier_names(key)]
    if key.kind is not Kind.LEVEL:
        parts.append(phrase(f"kind.{key.kind}"))
    if base := base_name(facts, key.base):
        parts.append(phrase("card.of", base=base))
    return Text("·".join(part.zh for part in parts), ", ".join(part.en for part in parts))


def _cells(facts: Facts, series: Iterable[Series]) -> tuple[Cell, ...]:
    best: dict[tuple[int, bool], Observation] = {}
    for point in (point for each in series for point in each.observations):
        year = last_year(point.period)
        if year is None or not math.isfinite(point.value) or not point.assertions:
            continue
        place = (year, point.status is Status.TARGET)
        if place not in best or _weight(point, year) > _weight(best[place], year):
            best[place] = point
    return tuple(
        Cell(year, point, facts.document_path(point.assertions[0].document, point.assertions[0].start))
        for (year, _), point in sorted(best.items(), key=lambda item: item[0])
    )


def _weight(point: Observation, year: int) -> tuple[bool, bool, int]:
    """A whole year before a part of it or several, what is on record before what is expected."""
    return point.period == str(year), point.status is Status.ACTUAL, point.times
