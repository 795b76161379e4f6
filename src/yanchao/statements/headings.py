"""The headings of tables: what a row, a column and the line over a table say of the figures below and beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from yanchao.documents.document import Block, BlockKind, Cell, Document
from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.fold import Folded, fold
from yanchao.statements.inherit import Words
from yanchao.statements.period import TimeRole
from yanchao.statements.periods import find_periods
from yanchao.statements.statement import Span

NUMBER = pattern(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?")
_UNIT = pattern(
    r"[(（]\s*(?P<unit>[^()（）\d]{1,10}?)\s*[)）]|单位\s*[:：]\s*(?P<stated>[^\s，。()（）]{1,8})"
)
_YEAR = pattern(r"\s*(20\d\d)年?\s*")
_OF_A_YEAR = pattern(r"(?:19|20)\d\d年")
_BRACKETS = pattern(r"[(（].*?[)）]|\s")
_LONGEST_LABEL = 40


Place = tuple[int, int]
"""Row and column of a cell."""


@dataclass(frozen=True, slots=True)
class HeadingWord:
    """A line of `headings.csv`."""

    field: str
    word: str


@cache
def _fields() -> Mapping[str, str]:
    return {line.word: line.field for line in read_table(Path(__file__).with_suffix(".csv"), HeadingWord)}


def field_below(heading: str) -> str | None:
    """Which field of a statement the cells below a heading give (指标: the measure), where its words alone tell."""
    return _fields().get(_BRACKETS.sub("", heading).lower())


@dataclass(frozen=True, slots=True)
class Label:
    """What a row or column heading says: its words without unit and time, and those two apart."""

    words: Words | None
    unit: str | None
    period: Words | None
    text: str
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of one table by row and column, and what stands just before it (a caption with the unit).

    `rows` are the cells of each row in the order of the text; `fields` are what the headings of columns say of the cells
    below them; `naming` are the columns at the left whose cells say in words what a row is about, and `names` those cells of
    each row, one a column: where several columns do, one that says the same for several rows may say it in the first of them only.
    """

    cells: Mapping[Place, Block]
    rows: Mapping[int, tuple[Block, ...]]
    header_rows: int
    caption: Label | None
    fields: Mapping[int, str]
    naming: tuple[int, ...]
    names: Mapping[int, tuple[Block | None, ...]]

    def column_of(self, field: str) -> int | None:
        """The first column whose heading says that it gives a field."""
        return next((column for column, each in self.fields.items() if each == field), None)

    def states_figures(self, column: int) -> bool:
        """Whether the numbers of a column are figures: those that count the rows, or date them, are none."""
        return self.fields.get(column) not in _NO_FIGURES


_NO_FIGURES = ("number", "period")


def tables_of(document: Document) -> dict[int, Table]:
    """The tables of a document by their number."""
    cells: dict[int, dict[tuple[int, int], Block]] = {}
    before: dict[int, Block] = {}
    last: Block | None = None
    for block in document.blocks:
        if block.cell is None:
            if block.kind is not BlockKind.FURNITURE:
                last = block
            continue
        table = cells.setdefault(block.cell.table, {})
        if not table and last is not None:
            before[block.cell.table] = last
        table[block.cell.row, block.cell.column] = block
    return {number: _table(document.text, grid, before.get(number)) for number, grid in cells.items()}


def _table(text: str, grid: Mapping[Place, Block], above: Block | None) -> Table:
    rows: dict[int, list[Block]] = {}
    for (row, _), block in grid.items():
        rows.setdefault(row, []).append(block)
    caption = None if above is None else _caption(text, above)
    in_order = {row: tuple(sorted(blocks, key=lambda each: each.start)) for row, blocks in rows.items()}
    numeric = frozenset(place for place, block in grid.items() if holds_number(text[block.start : block.end]))
    header_rows = _header_rows(text, grid, numeric)
    fields = _fields_of_columns(text, grid, header_rows)
    naming = _naming(grid, numeric, header_rows, fields)
    return Table(grid, in_order, header_rows, caption, fields, naming, _names(grid, naming, header_rows))


def _fields_of_columns(text: str, grid: Mapping[Place, Block], header_rows: int) -> dict[int, str]:
    """What the headings of the columns say of the cells below; of several over one column, the nearest that says it."""
    headings = sorted(place for place in grid if place[0] < header_rows)
    told = (
        (column, field_below(text[grid[row, column].start : grid[row, column].end]))
        for row, column in headings
    )
    return {column: field for column, field in told if field is not None}


def _naming(
    places: Collection[Place], numeric: Collection[Place], header_rows: int, fields: Mapping[int, str]
) -> tuple[int, ...]:
    """The columns that name the rows: those at the left without a number, the first in any case; units name nothing."""
    with_numbers = {column for row, column in numeric if row >= header_rows}
    naming: list[int] = []
    for column in sorted({column for row, column in places if row >= header_rows}):
        field = fields.get(column)
        if field in ("number", "unit"):
            continue
        if field != "period" and column in with_numbers:
            break
        naming.append(column)
    return tuple(naming) or (0,)


def _names(
    grid: Mapping[Place, Block], naming: tuple[int, ...], header_rows: int
) -> dict[int, tuple[Block | None, ...]]:
    """For each row the cells of the naming columns; of all but the last the nearest at it or above it that says something."""
    *others, last = naming
    above: dict[int, Block] = {}
    found: dict[int, tuple[Block | None, ...]] = {}
    for row in sorted({row for row, _ in grid if row >= header_rows}):
        here = ((column, grid.get((row, column))) for column in others)
        above |= {column: block for column, block in here if block is not None and block.start < block.end}
        found[row] = (*map(above.get, others), grid.get((row, last)))
    return found


def row_span(table: Table, block: Block) -> Span:
    """The range of the text that a cell's row takes: for a figure of a table, what a sentence is for one of prose."""
    if block.cell is None:
        return Span(block.start, block.end)
    row = table.rows[block.cell.row]
    return Span(row[0].start, row[-1].end)


def holds_number(text: str) -> bool:
    """Whether a cell holds a number, with a unit perhaps, and nothing else. A year is none (2024年营业收入)."""
    stripped = text.strip()
    match = NUMBER.match(stripped)
    if match is None or _OF_A_YEAR.match(stripped):
        return False
    return len(stripped) - match.end() <= 6 and "。" not in stripped


def _header_rows(text: str, grid: Mapping[Place, Block], numeric: Collection[Place]) -> int:
    """How many rows at the top are headings: those marked so, else the first where none of its cells is a number."""
    with_numbers = {row for row, _ in numeric}
    marked = {block.cell.row for block in grid.values() if block.cell is not None and block.cell.is_header}
    if marked - with_numbers:
        return max(marked - with_numbers) + 1
    first = (grid[place] for place in numeric if place[0] == 0)
    return 1 if all(_YEAR.fullmatch(text, block.start, block.end) for block in first) else 0


def _caption(text: str, block: Block) -> Label | None:
    return _read_label(fold(text, block.start, block.end), None) if block.end - block.start <= 120 else None


def column_label(document: Document, table: Table, column: int, published: date | None) -> Label | None:
    """The headings over a column, the nearest first where several say the same."""
    rows = range(table.header_rows - 1, -1, -1)
    labels = (cell_label(document, table.cells.get((row, column)), published) for row in rows)
    found = [label for label in labels if label is not None]
    if not found:
        return None
    nearest = found[0]
    for label in found[1:]:
        nearest = replace(
            nearest,
            words=nearest.words or label.words,
            unit=nearest.unit or label.unit,
            period=nearest.period or label.period,
            text=f"{label.text}{nearest.text}",
        )
    return nearest


def row_labels(document: Document, table: Table, cell: Cell, published: date | None) -> dict[int, Label]:
    """The headings of a cell's row by their columns: the cells left of it that say in words what the row is about."""
    names = zip(table.naming, table.names[cell.row], strict=True)
    labels = {column: cell_label(document, name, published) for column, name in names if column < cell.column}
    return {column: label for column, label in labels.items() if label is not None}


def unit_of_row(document: Document, table: Table, cell: Cell) -> str | None:
    """The unit that a row gives in a column of its own."""
    column = table.column_of("unit")
    block = None if column is None else table.cells.get((cell.row, column))
    return None if block is None else document.text[block.start : block.end].strip() or None


def cell_label(document: Document, block: Block | None, published: date | None) -> Label | None:
    """What one cell says as a heading, or None where it is a figure, or too long for a heading."""
    if block is None or block.end - block.start > _LONGEST_LABEL:
        return None
    words = document.text[block.start : block.end]
    if holds_number(words) and not _YEAR.fullmatch(words):
        return None
    return _read_label(fold(document.text, block.start, block.end), published)


def _read_label(folded: Folded, published: date | None) -> Label | None:
    text = folded.text
    if not text.strip():
        return None
    unit = _UNIT.search(text)
    written = (unit["unit"] or unit["stated"]) if unit else None
    end = unit.start() if unit and unit["unit"] else len(text)
    start = 0
    period: Words | None = None
    if year := _YEAR.fullmatch(text):
        return Label(
            None, None, Words(year[1], *folded.source(0, len(text))), text, folded.source(0, len(text))
        )
    for found in find_periods(text, published):
        if found.role in (TimeRole.AT, TimeRole.UNTIL, TimeRole.WINDOW) and found.iso:
            period = Words(found.iso, *folded.source(found.start, found.end))
            if found.start == 0:
                start = found.end
    words = folded.words[start:end].strip("，、。：: 的其中—-")
    place = folded.source(start, max(end, start))
    return Label(Words(words, *place) if words else None, written, period, text, place)
