"""Rows of cells become blocks: tables parted by empty rows, the lines over and under them, and where each cell stood.

CSV and workbooks share it. A row with one cell only, over or under a table of several columns, is a line about the table
(its title, its unit, a note) and no row of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from yanchao.documents.assembly import Assembly, whole
from yanchao.documents.document import BlockKind, Cell
from yanchao.documents.limits import Deadline, Limits
from yanchao.documents.tables import BESIDE
from yanchao.errors import SourceError
from yanchao.quick import dataclass

LONGEST_NAME = 24
"""Characters of a name in a table; a longer text alone in its row is a note."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row with its number in the source, from 1, and its cells that hold anything: column, from 0, and text."""

    number: int
    cells: tuple[tuple[int, str], ...]


class Sheets:
    """Adds the rows of one sheet after the other to an assembly.

    `path` says of a row's number and a column where that cell stands.
    """

    def __init__(self, assembly: Assembly, uri: str, limits: Limits) -> None:
        self._assembly = assembly
        self._uri = uri
        self._limits = limits
        self._deadline = Deadline(uri, limits)
        self._tables = 0
        self._cells = 0

    def add(self, rows: Iterable[SheetRow], path: Callable[[int, int], str]) -> None:
        for group in _groups(self._counted(rows)):
            top, end = _table(group)
            for row in group[:top]:
                self._add_line(row, path)
            for index, row in enumerate(group[top:end]):
                for column, text in row.cells:
                    cell = Cell(self._tables, index, column)
                    places = whole(text, path(row.number, column))
                    self._assembly.add(text, BlockKind.CELL, cell=cell, places=places)
            self._tables += top < end
            for row in group[end:]:
                self._add_line(row, path)

    def _add_line(self, row: SheetRow, path: Callable[[int, int], str]) -> None:
        for column, text in row.cells:
            self._assembly.add(text, BlockKind.CAPTION, places=whole(text, path(row.number, column)))

    def _counted(self, rows: Iterable[SheetRow]) -> Iterator[SheetRow]:
        for row in rows:
            self._deadline.check()
            self._cells += len(row.cells)
            if self._cells > self._limits.cells:
                raise SourceError(
                    self._uri,
                    f"has more than {self._limits.cells:,} cells; that many are read at most",
                    "split it",
                )
            yield row


def _groups(rows: Iterable[SheetRow]) -> Iterator[list[SheetRow]]:
    """Rows without an empty one between them."""
    group: list[SheetRow] = []
    for row in rows:
        if not row.cells:
            continue
        if group and row.number > group[-1].number + 1:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _table(group: list[SheetRow]) -> tuple[int, int]:
    """From which row to which a group of rows is a table: nothing of it where every row has one cell."""
    if all(len(row.cells) == 1 for row in group):
        return len(group), len(group)
    start = next(index for index, row in enumerate(group) if len(row.cells) > 1)
    end = len(group)
    while _is_note(group[end - 1]):
        end -= 1
    return start, end


def _is_note(row: SheetRow) -> bool:
    """Whether a row is words under a table; a name or a number alone is a row with gaps."""
    (_, text), *others = row.cells
    return not others and (len(text) > LONGEST_NAME or BESIDE.match(text) is not None)


def column_name(column: int) -> str:
    """The letters of a column as spreadsheets name it, from 0.

    >>> [column_name(number) for number in (0, 25, 26, 702)]
    ['A', 'Z', 'AA', 'AAA']
    """
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
