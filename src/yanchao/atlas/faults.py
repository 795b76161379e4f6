"""Findings as pages show them: with their document, their sentence and the page of their rule."""

from __future__ import annotations

from yanchao.atlas import caps, paths
from yanchao.atlas.evidence import Quote, quote
from yanchao.atlas.facts import Facts
from yanchao.audit.finding import Finding
from yanchao.ledger.faults import SameFault, same_faults
from yanchao.ledger.ledger import Part
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault with the places of one document where it stands, `total` in all. `finding` is the first of them, `path` its page if it has one."""

    finding: Finding
    quotes: tuple[Quote, ...]
    path: str | None
    rule_path: str
    total: int

    @property
    def left_out(self) -> int:
        return self.total - len(self.quotes)


def faults(
    facts: Facts, *, cluster: str | None = None, rule: str | None = None, limit: int, offset: int = 0
) -> Part[Fault]:
    """A slice of the faults of a cluster, of a rule or of all, the surest first, then in order of place."""
    found = same_faults(
        facts.ledger, cluster=cluster, rule=rule, places=caps.SOURCES, limit=limit, offset=offset
    )
    share = caps.fair([len(each.places) for each in found.items], caps.SOURCES, caps.QUOTES)
    return Part(found.total, tuple(_fault(facts, each, share) for each in found.items))


def _fault(facts: Facts, same: SameFault, places: int) -> Fault:
    return Fault(
        finding=same.finding,
        quotes=tuple(_quote(facts, same.document, place.start, place.end) for place in same.places[:places]),
        path=facts.finding_path(same.document, same.finding),
        rule_path=paths.rule(same.finding.rule),
        total=same.total,
    )


def _quote(facts: Facts, id: str, start: int, end: int) -> Quote:
    first, last = sentence(facts.text(id), start, end)
    return quote(facts, id, start, end, first, last)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a range: from the last full stop or line break before it to the next one after it."""
    opened = max(text.rfind(stop, 0, start) for stop in "。！？\n") + 1
    closings = [place for place in (text.find(stop, end) for stop in "。！？\n") if place != -1]
    return opened, min(closings, default=len(text)) + 1
