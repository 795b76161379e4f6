"""Findings as pages show them: with their document, their sentence and the page of their rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yanchao.atlas import paths
from yanchao.atlas.evidence import Quote, quote
from yanchao.atlas.facts import Facts
from yanchao.audit.finding import Finding, Severity
from yanchao.documents.document import Document

SEVERITY_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding in its sentence."""

    finding: Finding
    quote: Quote
    rule_path: str
    cluster: str | None


def faults(facts: Facts, findings: Iterable[Finding]) -> tuple[Fault, ...]:
    """The findings whose document is in the ledger, the surest first, then in order of place."""
    found = []
    for finding in findings:
        card = facts.card_by_uri.get(finding.document)
        if card is None:
            continue
        found.append(_fault(facts, card.id, finding))
    return tuple(sorted(found, key=lambda fault: SEVERITY_ORDER.index(fault.finding.severity)))


def _fault(facts: Facts, id: str, finding: Finding) -> Fault:
    start, end = _sentence(facts.document(id), finding.start, finding.end)
    words = quote(facts, id, finding.start, finding.end, start, end)
    stated = facts.stated_at.get((id, finding.start))
    return Fault(
        finding=finding,
        quote=words,
        rule_path=paths.rule(finding.rule),
        cluster=stated.statement.cluster if stated else None,
    )


def _sentence(document: Document, start: int, end: int) -> tuple[int, int]:
    """The sentence around a range: from the last full stop or line break before it to the next one after it."""
    text = document.text
    opened = max(text.rfind(stop, 0, start) for stop in "。！？\n") + 1
    closings = [place for place in (text.find(stop, end) for stop in "。！？\n") if place != -1]
    return opened, min(closings, default=len(text)) + 1
