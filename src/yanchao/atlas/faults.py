"""Findings as pages show them: with their document, their sentence and the page of their rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from yanchao.atlas import paths
from yanchao.atlas.evidence import Quote, quote
from yanchao.atlas.facts import Facts, grouped
from yanchao.audit.finding import Finding, Severity
from yanchao.documents.document import Document

SEVERITY_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault with every place of one document where it stands. `finding` is the first of them."""

    finding: Finding
    quotes: tuple[Quote, ...]
    rule_path: str
    clusters: frozenset[str]

    @property
    def total(self) -> int:
        return len(self.quotes)


def faults(facts: Facts, findings: Iterable[Finding]) -> tuple[Fault, ...]:
    """The findings whose document is in the ledger, the surest first, then in order of place.

    The same rule with the same words on the same document is one fault in several places.
    """
    known = [finding for finding in findings if finding.document in facts.card_by_uri]
    same = grouped(known, lambda each: (each.document, each.rule, each.message, each.suggest))
    found = [_fault(facts, each) for each in same.values()]
    return tuple(sorted(found, key=lambda fault: SEVERITY_ORDER.index(fault.finding.severity)))


def _fault(facts: Facts, findings: Sequence[Finding]) -> Fault:
    id = facts.card_by_uri[findings[0].document].id
    stated = [facts.stated_at.get((id, finding.start)) for finding in findings]
    return Fault(
        finding=findings[0],
        quotes=tuple(_quote(facts, id, finding) for finding in findings),
        rule_path=paths.rule(findings[0].rule),
        clusters=frozenset(each.statement.cluster for each in stated if each and each.statement.cluster),
    )


def _quote(facts: Facts, id: str, finding: Finding) -> Quote:
    start, end = _sentence(facts.document(id), finding.start, finding.end)
    return quote(facts, id, finding.start, finding.end, start, end)


def _sentence(document: Document, start: int, end: int) -> tuple[int, int]:
    """The sentence around a range: from the last full stop or line break before it to the next one after it."""
    text = document.text
    opened = max(text.rfind(stop, 0, start) for stop in "。！？\n") + 1
    closings = [place for place in (text.find(stop, end) for stop in "。！？\n") if place != -1]
    return opened, min(closings, default=len(text)) + 1
