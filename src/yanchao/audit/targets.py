"""Actuals beside the targets of the same thing: what several rules on plans look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.undated import is_unknown
from yanchao.statements.statement import Kind, Status

NOT_COMPARED = frozenset({"new", "cumulative", "annual-average", "per-capita", "month-on-month"})
ONE_SIZE = ("营业收入", "产业规模")
"""Measures that texts on an industry use for one another (revenue, size of the industry)."""

AMOUNTS = ("CNY", "count:")
"""What the units of levels begin with that plans and records tell in the same way."""


def pairs(dossier: Dossier, *, loosely: bool = False) -> Iterator[tuple[Figure, Figure]]:
    """Every actual with each target of the same thing for a later year, in one document; the last actual only.

    `loosely` takes revenue and size of a whole cluster for one measure, which is right to an order of magnitude.
    """
    known = dossier.lexicon.measure_by_word
    sizes = {known[word].id for word in ONE_SIZE if word in known}
    groups: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in dossier.figures:
        statement, topic = figure.statement, figure.topic
        if statement.kind is not Kind.LEVEL or not topic.unit.startswith(AMOUNTS) or figure.year is None:
            continue
        if (
            figure.is_starting_point
            or statement.qualifiers & NOT_COMPARED
            or not statement.measure
            or len(statement.period or "") != 4
        ):
            continue
        whole = dossier.topics.is_whole_cluster(topic)
        if not dossier.topics.is_definite(topic) or not (whole or figure.says("measure")):
            continue
        measure = topic.measure if whole else dossier.topics.words(statement)
        if loosely and measure in sizes and whole:
            measure = "size"
        groups[
            # Whether a year that the text does not say comes before one that it does cannot be told.
            is_unknown(figure.year),
            figure.document.uri,
            measure,
            topic.cluster if whole else topic.subject,
            topic.region,
            topic.unit,
        ].append(figure)
    for group in groups.values():
        actuals = [figure for figure in group if figure.statement.status is Status.ACTUAL]
        if not actuals:
            continue
        last = max(actuals, key=lambda figure: figure.year or 0)
        for target in group:
            if target.statement.status is Status.TARGET and (target.year or 0) > (last.year or 0):
                yield last, target
