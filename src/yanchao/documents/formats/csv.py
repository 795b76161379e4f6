"""Tables as text (.csv, .tsv): cells parted by commas, semicolons, tabs or bars, in any encoding of Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from yanchao.documents.assembly import Assembly
from yanchao.documents.document import Document
from yanchao.documents.encodings import decode
from yanchao.documents.format import Content, Format
from yanchao.documents.limits import Limits
from yanchao.errors import SourceError
from yanchao.quick import pattern

if TYPE_CHECKING:
    from yanchao.documents.spreadsheet import SheetRow

MEDIA_TYPE = "text/csv"
SEPARATORS = (",", "\t", ";", "|", "，")
SAMPLE_LINES = 20


def parse(content: Content, uri: str, limits: Limits) -> Document:
    """Read a table as text. Places are `line N column M`, from 1; what is quoted may hold line breaks."""
    from yanchao.documents.spreadsheet import Sheets

    decoded = decode(content.data, uri)
    assembly = Assembly(uri, limits)
    rows = _rows(decoded.text, uri)
    Sheets(assembly, uri, limits).add(rows, lambda line, column: f"line {line} column {column + 1}")
    return assembly.document(content, MEDIA_TYPE, warnings=decoded.warnings, guess_headings=False)


def _rows(text: str, uri: str) -> Iterator[SheetRow]:
    import csv
    import io

    from yanchao.documents.spreadsheet import SheetRow

    separator = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line, width = 1, 0
    try:
        for cells in reader:
            width = width or len(cells)
            if separator == "," and len(cells) > width:
                cells = _with_thousands(cells, width)
            filled = ((column, cell.strip()) for column, cell in enumerate(cells))
            yield SheetRow(line, tuple((column, cell) for column, cell in filled if cell))
            line = reader.line_num + 1
    except csv.Error as error:
        raise SourceError(
            uri, f"line {line} is no line of a table: {error}", "look for a quotation mark that is not closed"
        ) from error


def _with_thousands(cells: list[str], width: int) -> list[str]:
    """A row that the commas inside its unquoted numbers made too long (1,200 under one heading), with its numbers whole again.

    As it is where not just one way of putting them together gives as many cells as the table is wide.
    """
    cut = [
        at for at in range(1, len(cells)) if _LEADS.fullmatch(cells[at - 1]) and _GOES_ON.fullmatch(cells[at])
    ]
    if len(cut) != len(cells) - width:
        return cells
    whole: list[str] = []
    for at, cell in enumerate(cells):
        if at in cut:
            whole[-1] += f",{cell}"
        else:
            whole.append(cell)
    return whole


_LEADS = pattern(r"\s*-?(?:[1-9]\d{0,2}|\d{3})")
_GOES_ON = pattern(r"\d{3}(?:\.\d+)?\s*")


def _separator(text: str) -> str:
    """The character that stands equally often in most of the first lines, the comma where none does."""
    lines = [line for line in text[: 1 << 16].split("\n")[:SAMPLE_LINES] if line.strip()]

    def agreement(separator: str) -> tuple[int, int]:
        counts = [line.count(separator) for line in lines]
        usual = max(set(counts) - {0}, key=counts.count, default=0)
        return (counts.count(usual) if usual else 0), usual

    return max(SEPARATORS, key=agreement)


FORMAT = Format(
    name="table as text",
    suffixes=(".csv", ".tsv"),
    media_types=(MEDIA_TYPE, "text/tab-separated-values"),
    recognises=lambda data: False,  # noqa: ARG005 (a text with commas is no table yet: only the name tells)
    parse=parse,
)
