"""All findings, the surest first."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.atlas import caps, paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.faults import Fault, faults
from yanchao.atlas.language import phrase
from yanchao.atlas.leaves import Leaf, count
from yanchao.atlas.page import Sheet
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class FindingsView:
    """One page of the faults, and how many findings there are in all."""

    leaf: Leaf[Fault]
    findings: int


def sheets(facts: Facts) -> Iterator[Sheet]:
    number, last = 1, 1
    while number <= last:
        found = faults(facts, limit=caps.FAULTS_A_PAGE, offset=(number - 1) * caps.FAULTS_A_PAGE)
        last = count(found.total, caps.FAULTS_A_PAGE)
        leaf = Leaf(paths.FINDINGS, number, last, found.total, found.items)
        yield Sheet(
            path=leaf.here,
            template="findings.html",
            section="findings",
            title=phrase("findings.title"),
            summary=phrase("findings.summary"),
            view=FindingsView(leaf, facts.totals.findings),
        )
        number += 1
