"""How the figures were read and judged, what was covered, and what this atlas cannot know."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.atlas import paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.language import phrase
from yanchao.atlas.page import Sheet
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the build covers, in counts."""

    documents: int
    statements: int
    series: int
    mentions: int
    findings: int
    unrelated: int
    silent_clusters: int


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
        ),
    )
