"""A table for the terminal: what a reader would note down, aligned by how wide Chinese characters are shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import BinaryIO

from yanchao.statements.outputs import Output
from yanchao.statements.statement import Extraction, Statement

COLUMNS = (("quantity", 16), ("kind", 7), ("measure", 22), ("subject", 22), ("region", 6), ("period", 15))


def write(extractions: Iterable[Extraction], out: BinaryIO) -> None:
    for number, extraction in enumerate(extractions):
        lines = [extraction.document.uri, _line([name for name, _ in COLUMNS], "status")]
        lines += [_line(*_cells(extraction, statement)) for statement in extraction.statements]
        count = len(extraction.statements)
        lines.append(f"{count} statement{'' if count == 1 else 's'}" if count else "no statements")
        out.write(("\n" * bool(number) + "\n".join(lines) + "\n").encode("utf-8", "replace"))


def _cells(extraction: Extraction, statement: Statement) -> tuple[list[str], str]:
    words = extraction.document.text[statement.start : statement.end]
    cells = [words, statement.kind, statement.measure, statement.subject, statement.region, statement.period]
    return ["".join(str(cell or "").split()) for cell in cells], str(statement.status)


def _line(cells: list[str], last: str) -> str:
    padded = (_fit(cell, width) for cell, (_, width) in zip(cells, COLUMNS, strict=True))
    return "  ".join((*padded, last))


def _fit(text: str, width: int) -> str:
    """The text in exactly `width` columns; what does not fit is cut and marked."""
    shown, used = "", 0
    for character in text:
        if unicodedata.category(character).startswith("C"):
            continue
        wide = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if used + wide > width - 1 and len(text) > len(shown) + 1:
            shown, used = shown + "…", used + 1
            break
        shown, used = shown + character, used + wide
    return shown + " " * (width - used)


OUTPUT = Output("table", "a table for the terminal", True, write)
