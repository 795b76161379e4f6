"""Making statements by hand, for tests of what comes after reading: a sentence of one's own in, a statement out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from yanchao.documents.document import Block, BlockKind, Document
from yanchao.statements.statement import (
    Comparator,
    Evidence,
    Extraction,
    Kind,
    Quantity,
    Span,
    Statement,
    Status,
)


def document(text: str, **fields: Any) -> Document:
    """A document of one block whose text is `text`."""
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    return Document(**{"id": "0" * 64, "uri": "draft.txt", "text": text, "blocks": (block,), **fields})


def written(*blocks: tuple[BlockKind, str] | str, level: int = 1, **fields: Any) -> Document:
    """A document of blocks, one a line; a plain string is a paragraph, `level` that of its headings."""
    text, made = "", []
    for block in blocks:
        kind, words = (BlockKind.PARAGRAPH, block) if isinstance(block, str) else block
        depth = level if kind is BlockKind.HEADING else 0
        made.append(Block(kind, len(text), len(text) + len(words), depth))
        text += words + "\n"
    return document(text, blocks=tuple(made), **fields)


def statement(
    text: str,
    figure: str,
    value: str | int | float,
    unit: str = "CNY",
    *,
    occurrence: int = 0,
    resolution: str | int | float = 0,
    comparator: str = "=",
    low: str | None = None,
    high: str | None = None,
    kind: str = "level",
    status: str = "actual",
    **fields: Any,
) -> Statement:
    """A statement whose quantity is the `occurrence`-th `figure` in `text`; every field not given is empty."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(figure, start + 1)
    quantity = Quantity(
        start=start,
        end=start + len(figure),
        value=Decimal(str(value)),
        unit=unit,
        comparator=Comparator(comparator),
        resolution=Decimal(str(resolution)),
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
    )
    empty: dict[str, Any] = dict.fromkeys(
        ("measure", "subject", "cluster", "region", "base", "period", "source"), None
    )
    evidence = tuple(
        Evidence(name, text.index(words), text.index(words) + len(words))
        for name, words in fields.items()
        if name in ("measure", "subject", "base") and words and words in text
    )
    return Statement(
        quantity=quantity,
        kind=Kind(kind),
        status=Status(status),
        sentence=Span(0, len(text)),
        construction="by hand",
        confidence=1.0,
        evidence=evidence,
        **{**empty, **fields},
    )


def extraction(text: str, *statements: Statement, **fields: Any) -> Extraction:
    """The extraction of a document whose text is `text` and which states `statements`."""
    return Extraction(document(text, **fields), tuple(statements))
