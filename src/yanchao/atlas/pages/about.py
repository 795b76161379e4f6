"""How the figures were read and judged, what was covered, and what this atlas cannot know."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from yanchao.atlas import paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.language import HERE, phrase
from yanchao.atlas.page import Sheet
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How well the reader did on one set of labelled texts: F1 of figures and of whole statements, shares of right fields."""

    set: str
    texts: int
    labelled: int
    quantity: float
    statement: float
    subject: float
    measure: float
    region: float
    period: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the build covers, in counts, and how well the reader reads."""

    documents: int
    statements: int
    series: int
    mentions: int
    findings: int
    unrelated: int
    silent_clusters: int
    accuracy: tuple[Accuracy, ...]


def sheets(facts: Facts) -> Iterator[Sheet]:
    yield Sheet(
        path=paths.ABOUT,
        template="about.html",
        section="about",
        title=phrase("about.title"),
        summary=phrase("about.summary"),
        view=Coverage(
            documents=len(facts.cards),
            statements=facts.totals.statements,
            series=facts.totals.series,
            mentions=facts.totals.mentions,
            findings=facts.totals.findings,
            unrelated=sum(card.unrelated for card in facts.cards),
            silent_clusters=sum(
                not facts.statements_of_cluster.get(cluster.id) for cluster in facts.clusters
            ),
            accuracy=accuracy(),
        ),
    )


def accuracy() -> tuple[Accuracy, ...]:
    """The scores that were last accepted (`accuracy.csv`)."""
    with (HERE / "accuracy.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return tuple(
            Accuracy(row.pop("set"), int(row.pop("texts")), int(row.pop("labelled")), **_shares(row))
            for row in rows
        )


def _shares(row: dict[str, str]) -> dict[str, float]:
    return {name: float(value) for name, value in row.items()}
