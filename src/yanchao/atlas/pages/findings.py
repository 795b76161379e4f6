"""All findings, the surest first."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.atlas import paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.faults import faults
from yanchao.atlas.language import phrase
from yanchao.atlas.page import Sheet


def sheets(facts: Facts) -> Iterator[Sheet]:
    yield Sheet(
        path=paths.FINDINGS,
        template="findings.html",
        section="findings",
        title=phrase("findings.title"),
        summary=phrase("findings.summary"),
        view=faults(facts, facts.findings),
    )
