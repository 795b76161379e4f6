"""Excel workbooks (.xlsx): what a reader sees of each sheet, every cell with its sheet and place.

The package is read directly, for the reasons that `docx.py` gives. What is hidden is passed over, and said; a formula is the
value that was last worked out for it. Places are `Sheet1!B7`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from yanchao.documents.archive import Archive, attribute, local_name
from yanchao.documents.assembly import Assembly, about, whole
from yanchao.documents.document import BlockKind, Document
from yanchao.documents.format import Content, Format
from yanchao.documents.limits import Limits, whole_number
from yanchao.documents.office import main_part, properties
from yanchao.errors import SourceError
from yanchao.quick import dataclass, pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

    from yanchao.documents.number_formats import NumberFormat
    from yanchao.documents.spreadsheet import SheetRow

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DEFAULT_WORKBOOK = "xl/workbook.xml"
LAST_COLUMN = 16_384
MOST = 9_999_999
"""What a sheet or a table of formats numbers higher is no workbook that Excel wrote."""

_REFERENCE = pattern(r"([A-Z]{1,3})([0-9]{1,7})")
_NAMELESS = pattern(r"(?:Sheet|工作表)\s?\d*", re.IGNORECASE)
"""The name of a sheet to which nobody gave one."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    is_hidden: bool


def parse(content: Content, uri: str, limits: Limits) -> Document:
    """Read a workbook, sheet by sheet. A sheet that someone named is headed by its name."""
    from yanchao.documents.spreadsheet import Sheets

    archive = Archive(content.data, uri, limits)
    book = _Workbook(archive, uri)
    assembly = Assembly(uri, limits)
    sheets = Sheets(assembly, uri, limits)
    warnings = []
    for sheet in book.sheets:
        if sheet.is_hidden:
            warnings.append(f"sheet {sheet.name!r} is hidden and was passed over")
            continue
        if not _NAMELESS.fullmatch(sheet.name):
            assembly.add(sheet.name, BlockKind.HEADING, level=2, places=whole(sheet.name, sheet.name))
        reading = _Reading()
        sheets.add(book.rows(sheet, reading), partial(_place, sheet.name))
        if reading.hidden:
            warnings.append(f"sheet {sheet.name!r}: {reading.hidden} hidden rows or columns were passed over")
        if reading.without_value:
            warnings.append(
                f"sheet {sheet.name!r}: {reading.without_value} formulas have no value yet, {reading.first} first "
                "(open the workbook in Excel and save it)"
            )
    # the day on which a workbook was made is that of its template as often as not: no day of publication
    head = about(properties(archive).title, None, None)
    return assembly.document(content, MEDIA_TYPE, about=head, warnings=warnings, guess_headings=False)


def _place(sheet: str, row: int, column: int) -> str:
    from yanchao.documents.spreadsheet import column_name

    return f"{sheet}!{column_name(column)}{row}"


@dataclass(slots=True)
class _Reading:
    """What was noticed while a sheet was read."""

    hidden: int = 0
    without_value: int = 0
    first: str = ""


class _Workbook:
    """The parts of a workbook that its sheets lean on."""

    def __init__(self, archive: Archive, uri: str) -> None:
        self._archive = archive
        main = main_part(archive, DEFAULT_WORKBOOK)
        root = archive.markup(main)
        if root is None:
            raise SourceError(uri, f"is no Excel workbook, or damaged: {main!r} is missing")
        targets = self._targets(main)
        found = []
        self._from_1904 = False
        for element in root.iter():
            if local_name(element) == "workbookPr":
                self._from_1904 = attribute(element, "date1904") in ("1", "true")
            elif local_name(element) == "sheet":
                part = targets.get(attribute(element, "id") or "")
                if part is not None and part in archive.names:
                    is_hidden = (attribute(element, "state") or "visible") != "visible"
                    found.append(_Sheet(attribute(element, "name") or "", part, is_hidden))
        self.sheets = tuple(found)
        self._strings = tuple(self._shared_strings(targets))
        self._formats = tuple(self._cell_formats(targets))

    def rows(self, sheet: _Sheet, reading: _Reading) -> Iterator[SheetRow]:
        """The rows of a sheet that hold anything a reader sees."""
        from yanchao.documents.spreadsheet import SheetRow

        hidden_columns: set[int] = set()
        row = 0
        for element in self._archive.elements(sheet.part, ("col", "row")):
            is_hidden = attribute(element, "hidden") in ("1", "true")
            if local_name(element) == "col":
                if is_hidden:
                    first, last = (
                        whole_number(attribute(element, name), MOST) or 0 for name in ("min", "max")
                    )
                    reading.hidden += 1
                    hidden_columns.update(range(first - 1, min(last, LAST_COLUMN)))
                continue
            number = whole_number(attribute(element, "r"), MOST)
            row = row + 1 if number is None else number
            cells = tuple(self._cells(element, row, sheet.name, reading))
            if is_hidden:
                reading.hidden += bool(cells)
                continue
            yield SheetRow(row, tuple(cell for cell in cells if cell[0] not in hidden_columns))

    def _cells(self, element: _Element, row: int, sheet: str, reading: _Reading) -> Iterator[tuple[int, str]]:
        column = -1
        for cell in element:
            if local_name(cell) != "c":
                continue
            reference = _REFERENCE.fullmatch(attribute(cell, "r") or "")
            column = _column(reference[1]) if reference else column + 1
            text = self._text(cell).strip()
            if text:
                yield column, text
            elif any(local_name(child) == "f" for child in cell):
                reading.without_value += 1
                reading.first = reading.first or _place(sheet, row, column)

    def _text(self, cell: _Element) -> str:
        """The characters that a cell shows."""
        from yanchao.documents.number_formats import NumberFormat, shown

        kind = attribute(cell, "t") or "n"
        if kind == "inlineStr":
            return _rich(cell)
        stored = next((child.text or "" for child in cell if local_name(child) == "v"), "")
        if kind == "s":
            number = whole_number(stored, len(self._strings) - 1)
            return "" if number is None else self._strings[number]
        if kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(stored, stored)
        if kind != "n" or not stored:
            return stored
        style = whole_number(attribute(cell, "s") or "0", len(self._formats) - 1)
        return shown(stored, NumberFormat() if style is None else self._formats[style], self._from_1904)

    def _targets(self, part: str) -> dict[str, str]:
        """The parts that a part leans on, by their ids and by the last word of their types."""
        folder, _, name = part.rpartition("/")
        relations = self._archive.markup(f"{folder}/_rels/{name}.rels")
        found: dict[str, str] = {}
        for relation in () if relations is None else relations:
            target = relation.get("Target") or ""
            whole_name = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[relation.get("Id") or ""] = posixpath.normpath(whole_name)
            found.setdefault((relation.get("Type") or "").rpartition("/")[2], posixpath.normpath(whole_name))
        return found

    def _shared_strings(self, targets: dict[str, str]) -> Iterator[str]:
        for item in self._archive.elements(targets.get("sharedStrings", ""), ("si",)):
            yield _rich(item)

    def _cell_formats(self, targets: dict[str, str]) -> Iterator[NumberFormat]:
        from yanchao.documents.number_formats import BUILT_IN, NumberFormat, read_format

        root = self._archive.markup(targets.get("styles", ""))
        codes = dict(BUILT_IN)
        for element in () if root is None else root.iter():
            if local_name(element) == "numFmt":
                number = whole_number(attribute(element, "numFmtId"), MOST)
                if number is not None:
                    codes[number] = attribute(element, "formatCode") or ""
        for element in () if root is None else root.iter():
            if local_name(element) == "cellXfs":
                for form in element:
                    number = whole_number(attribute(form, "numFmtId"), MOST)
                    code = codes.get(number) if number is not None else None
                    yield read_format(code) if code else NumberFormat()


def _rich(element: _Element) -> str:
    """The text of a string in pieces, without the reading aids over them."""
    return "".join(
        piece.text or ""
        for piece in element.iter()
        if local_name(piece) == "t" and not any(local_name(above) == "rPh" for above in piece.iterancestors())
    )


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


FORMAT = Format(
    name="Excel workbook",
    suffixes=(".xlsx", ".xlsm"),
    media_types=(MEDIA_TYPE,),
    recognises=lambda data: data.startswith(b"PK\x03\x04") and b"xl/workbook" in data,
    parse=parse,
)
