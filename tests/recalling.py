"""A ledger of texts read for real, and what it has on record for a draft."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from keeping import keep
from yanchao.audit.audit import Audit, audit
from yanchao.audit.recorded import OnRecord
from yanchao.documents.reading import read
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.recall import recall
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Extraction


def held(draft: str, *kept: str, select: Sequence[str] = ()) -> Audit:
    """The audit of a draft against a ledger that has read the `kept` texts."""
    drafted = extracted(draft, "draft.txt")
    return audit([drafted], load(), select=select, records=recalled(drafted, *kept))


def recalled(drafted: Extraction, *kept: str) -> dict[tuple[str, int], OnRecord]:
    """What a ledger that has read the `kept` texts has for the figures of a draft."""
    with Ledger(ledger_of(kept)) as ledger:
        return recall([drafted], load(), ledger)


@cache
def extracted(text: str, uri: str) -> Extraction:
    return extract(read(text.encode(), uri=uri), load())


@cache
def ledger_of(kept: tuple[str, ...]) -> Path:
    """A build that holds nothing but the ledger of these texts."""
    _FOLDERS.append(tempfile.TemporaryDirectory(prefix="yanchao-ledger-"))
    return keep(
        Path(_FOLDERS[-1].name) / "atlas",
        [extracted(text, f"kept-{number}.txt") for number, text in enumerate(kept)],
    )


_FOLDERS: list[tempfile.TemporaryDirectory[str]] = []
"""Kept until the tests end, which removes them."""
