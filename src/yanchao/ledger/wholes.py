"""Documents with all that was read out of them, several at a time.

A question to the database costs some milliseconds, whatever it brings: who goes through all documents asks for a few dozen at
once, not for each thing in each of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from yanchao.audit.finding import Finding
from yanchao.documents.document import Document
from yanchao.ledger import rows
from yanchao.ledger.ledger import Ledger, Named, Stated, named, stated
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Whole:
    """A document with its statements (without evidence), findings and mentions, each in order of place."""

    document: Document
    stated: tuple[Stated, ...]
    findings: tuple[Finding, ...]
    named: tuple[Named, ...]


def wholes(ledger: Ledger, ids: Sequence[str]) -> dict[str, Whole]:
    """These documents, by their ids; an id that no document has is left out."""
    documents = _by_document(ledger, "SELECT * FROM documents", "document", ids)
    blocks = _by_document(ledger, "SELECT * FROM blocks", "document, block", ids)
    places = _by_document(ledger, "SELECT * FROM places", "document, place", ids)
    statements = _by_document(ledger, "SELECT * FROM statements", "document, statement", ids)
    mentions = _by_document(ledger, "SELECT * FROM mentions", "document, mention", ids)
    numbers = _by_document(ledger, "SELECT document, finding FROM findings", "finding", ids)
    findings = ledger.numbered_findings([number for same in numbers.values() for _, number in same])
    return {
        id: Whole(
            document=rows.document(documents[id][0], blocks[id], places[id]),
            stated=tuple(stated(row) for row in statements[id]),
            findings=tuple(findings[number] for _, number in numbers[id]),
            named=tuple(map(named, mentions[id])),
        )
        for id in ids
        if id in documents
    }


def _by_document(
    ledger: Ledger, chosen: str, order: str, ids: Sequence[str]
) -> defaultdict[str, list[tuple[Any, ...]]]:
    """The rows that are about these documents, by the document, which is their first column."""
    found: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    these = ", ".join("?" * len(ids))
    for row in ledger.each_row(f"{chosen} WHERE document IN ({these}) ORDER BY {order}", ids):
        found[row[0]].append(row)
    return found
