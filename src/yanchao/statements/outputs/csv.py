"""CSV with a header, UTF-8 with a byte order mark so that Excel shows Chinese."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from yanchao.statements.outputs import Output
from yanchao.statements.record import FIELDS, to_record
from yanchao.statements.statement import Extraction

EXACT = 1e15
"""Up to here a number in floating point is its own whole number."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write(extractions: Iterable[Extraction], out: BinaryIO) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8-sig", errors="replace", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(("document", *FIELDS, "text"))
    for extraction in extractions:
        for statement in extraction.statements:
            words = extraction.document.text[statement.start : statement.end]
            record = to_record(statement)
            writer.writerow(map(harmless, (extraction.document.uri, *record.values(), words)))
    text.detach()


def harmless(cell: str | float | None) -> str | float | None:
    """The cell, with words that a spreadsheet would run as a formula turned into plain text.

    The comparators `=`, `>` and `>=` stay as they are: alone they start no formula.
    """
    if isinstance(cell, str) and len(cell) > 1 and cell.startswith(FORMULA_STARTS):
        return f"'{cell}"
    return cell


def whole(value: float) -> float:
    """A number without a fraction as one without a point: 600000000000, not 600000000000.0."""
    return int(value) if value.is_integer() and abs(value) < EXACT else value


OUTPUT = Output("csv", "a table for spreadsheets (UTF-8 with byte order mark)", True, write)
