"""All that documents name besides places and plans: firms, institutes, platforms, projects, products, directions."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.atlas import naming, paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.language import phrase
from yanchao.atlas.page import Sheet
from yanchao.ledger.things import Asked


def sheets(facts: Facts) -> Iterator[Sheet]:
    yield Sheet(
        path=paths.NAMES,
        template="names.html",
        section="names",
        title=phrase("names.title"),
        summary=phrase("names.summary"),
        view=naming.groups(facts, Asked((*naming.ACTORS, *naming.OUTLOOK))),
    )
