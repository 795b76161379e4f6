"""Findings gathered: the same rule with the same words on the same document is one fault in several places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from yanchao.audit.finding import Finding
from yanchao.ledger.ledger import Ledger, Part
from yanchao.quick import dataclass
from yanchao.statements.statement import Span


@dataclass(frozen=True, slots=True)
class SameFault:
    """A fault of one document (by id): the first of its findings, its first few places, and how many it has."""

    document: str
    finding: Finding
    places: tuple[Span, ...]
    total: int


def same_faults(
    ledger: Ledger,
    *,
    cluster: str | None = None,
    rule: str | None = None,
    places: int,
    limit: int,
    offset: int = 0,
) -> Part[SameFault]:
    """A slice of the faults, of one cluster or one rule where asked: the surest first, then in order of place.

    A fault is of a cluster where one of its figures is. `places` is how many of its places each fault brings.
    """
    where, values = ("WHERE rule = ?", [rule]) if rule is not None else ("", [])
    having = ""
    if cluster is not None:
        having = """HAVING bool_or(EXISTS (
            SELECT 1 FROM statements s WHERE s.document = f.document AND s.start = f.start AND s.cluster = ?
        ))"""
        values.append(cluster)
    groups = f"""
        SELECT document, min(finding) AS first, count(*) AS total,
               list(finding ORDER BY finding)[:{int(places)}] AS findings,
               arg_min(severity, finding) AS severity
        FROM findings f {where}
        GROUP BY document, rule, message, suggest {having}
    """  # noqa: S608
    count = next(ledger.each_row(f"SELECT count(*) FROM ({groups})", values))[0]  # noqa: S608
    found = list(
        ledger.each_row(
            f"SELECT document, first, findings, total FROM ({groups}) ORDER BY list_position("  # noqa: S608
            f"['error', 'warning', 'note'], severity), first LIMIT {int(limit)} OFFSET {int(offset)}",
            values,
        )
    )
    firsts = ledger.numbered_findings([first for _, first, _, _ in found])
    spans = _spans(ledger, [number for _, _, numbers, _ in found for number in numbers])
    return Part(
        count,
        tuple(
            SameFault(document, firsts[first], tuple(spans[number] for number in numbers), total)
            for document, first, numbers, total in found
        ),
    )


def _spans(ledger: Ledger, numbers: Sequence[int]) -> dict[int, Span]:
    rows: list[tuple[Any, ...]] = list(
        ledger.each_row(
            'SELECT finding, start, "end" FROM findings WHERE finding IN (SELECT unnest(?::INTEGER[]))',
            [list(numbers)],
        )
    )
    return {number: Span(start, end) for number, start, end in rows}
