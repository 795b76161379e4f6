"""Clusters side by side: a table of all of them in the page, and any choice of clusters, measures and years beside it.

What is chosen stands in the address (`compare.html#m=MEASURE&c=CLUSTER,CLUSTER&y=2023,2024`). The figures and drawings
of a measure come in as one script when it is chosen; nothing is computed in the page but the lengths of bars.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from yanchao.atlas import caps, paths
from yanchao.atlas.charts import Dot, dot, draw
from yanchao.atlas.comparing import Cell, Metric, Row, metrics
from yanchao.atlas.facts import Facts
from yanchao.atlas.figures import period_words, show
from yanchao.atlas.ladder import Rung, ladder
from yanchao.atlas.language import Language, phrase, say
from yanchao.atlas.page import Later, Script, Sheet, put
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Compare:
    """What can be chosen, and the measures that most clusters share, which the table of all clusters shows."""

    metrics: tuple[Metric, ...]
    main: tuple[Metric, ...]
    rungs: tuple[Rung, ...]
    years: tuple[int, ...]


def sheets(facts: Facts) -> Iterator[Sheet]:
    yield Sheet(
        path=paths.COMPARE,
        template="compare.html",
        section="compare",
        title=phrase("compare.title"),
        summary=phrase("compare.summary"),
        view=Later(partial(_view, facts)),
    )


def _view(facts: Facts) -> Compare:
    found = metrics(facts)
    return Compare(
        metrics=found,
        main=found[: caps.COMPARED_AT_ONCE],
        rungs=ladder(facts),
        years=tuple(sorted({year for metric in found for year in metric.years})),
    )


def scripts(facts: Facts) -> Iterator[Script]:
    """One script a measure and language: the figures of every cluster as they are shown, and their drawings."""
    for metric in metrics(facts):
        for language in Language:
            name = f"compare/{language}/{metric.id}"
            yield Script(f"assets/{name}.js", put(name, _data(metric, language)))


def _data(metric: Metric, language: Language) -> dict[str, object]:
    dots = {row.cluster: [dot(cell.point, cell.year) for cell in row.cells] for row in metric.rows}
    return {
        "years": metric.years,
        "rows": [_row(metric, row, dots, language) for row in metric.rows],
    }


def _row(metric: Metric, row: Row, dots: dict[str, list[Dot]], language: Language) -> dict[str, object]:
    beside = [each for same in dots.values() for each in same]
    is_drawn = len(row.years) > 1
    plot = draw(dots[row.cluster], metric.unit, metric.kind, language, beside=beside) if is_drawn else ""
    return {
        "cluster": row.cluster,
        "cells": [_cell(metric, cell, language) for cell in row.cells],
        "plot": str(plot),
    }


def _cell(metric: Metric, cell: Cell, language: Language) -> dict[str, object]:
    """A figure ready to be set; a status or period that the column does not already say comes as words."""
    point = cell.point
    shown = show(point.value, metric.unit, metric.kind, language, comparator=point.comparator)
    status = "" if point.status == "actual" else say(f"status.{point.status}", language)
    disputed = say("card.disputed", language) if point.disputed else ""
    period = "" if point.period == str(cell.year) else period_words(point.period, language)
    return {
        "year": cell.year,
        "value": point.value,
        "words": str(shown),
        "exact": shown.exact,
        "status": str(point.status),
        "marks": " · ".join(part for part in (status, period, disputed) if part),
        "path": cell.path,
    }
