"""Rows of pieces become the cells of a table: columns by what stands above each other, rows by the figures.

A cell of several lines, set in the middle of its row as programs like to do it, never stands on one line with the
figures beside it. So the figures say where the rows are, and the lines of a label go with the figure that they surround.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from yanchao.documents.layout import Box, Fragment, Row, around
from yanchao.documents.tables import BESIDE
from yanchao.quick import dataclass, pattern

TIGHT = 0.6
"""Lines of one cell are at most this part of their height apart; rows with rules between them are further apart."""

NEAR = 2.0
"""A line this many heights away from a table is none of it."""

MOST_BETWEEN = 4
"""Lines of one piece that may stand between two rows of several: a label of so many lines."""

MOST_SPARED = 30
"""Heads over several columns that a table may have."""

_FIGURE = pattern(r"[-+−]?[0-9][0-9,. ]*[%％‰]?|[—–－-]{1,2}|…+")

_YEAR = pattern(r"(?:19|20)[0-9]{2}")
Cells = dict[int, list[Fragment]]
"""The pieces of one row of a table by their column, from the top."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows `[start, end)` of a region that are a table, or that are not."""

    start: int
    end: int
    is_table: bool


def stretches(rows: Sequence[Row]) -> Iterator[Stretch]:
    """Where tables are in a region: rows of several pieces that stand above each other, and the lines of their cells."""
    position = 0
    for table in _tables(rows):
        if position < table.start:
            yield Stretch(position, table.start, False)
        yield table
        position = table.end
    if position < len(rows):
        yield Stretch(position, len(rows), False)


def cells(rows: Sequence[Row]) -> list[Cells]:
    """The rows of a table from the top, each with its pieces by column."""
    columns = _columns(rows)
    anchors = _Anchors([piece.box for row in rows for piece in row if _FIGURE.fullmatch(piece.text)])
    of_one_row = sum(len(row) > 1 for row in rows) == 1
    if len(anchors.boxes) < 2 and not (anchors.boxes and of_one_row):
        # a table of words: nothing says which lines are one row but the lines themselves
        return [_by_column(row, columns) for row in rows]
    result: list[Cells] = [{} for _ in anchors.boxes]
    free: list[tuple[int, list[Fragment]]] = []
    for column, pieces in sorted(_by_column([piece for row in rows for piece in row], columns).items()):
        for block in _blocks(pieces, anchors):
            anchor = anchors.beside(around(piece.box for piece in block))
            if anchor is None:
                free.append((column, block))
            else:
                result[anchor].setdefault(column, []).extend(block)
    result.extend(_free_rows(free))
    result = [{column: _from_the_top(row[column]) for column in sorted(row)} for row in result if row]
    return sorted(
        result, key=lambda row: -_middle(around(piece.box for pieces in row.values() for piece in pieces))
    )


def is_head(row: Cells) -> bool:
    """Whether the first row of a table names its columns: it holds words and years, no figures."""
    pieces = [piece.text for column in row.values() for piece in column]
    return not any(_FIGURE.fullmatch(text) and not _YEAR.fullmatch(text) for text in pieces)


def _tables(rows: Sequence[Row]) -> Iterator[Stretch]:
    if not rows:
        return
    width = around(piece.box for row in rows for piece in row).width
    boxes = [around(piece.box for piece in row) for row in rows]
    start = lowest = 0
    while start < len(rows):
        end = _last_of_several(rows, boxes, start, width) + 1
        several = [row for row in rows[start:end] if len(row) > 1]
        if not _is_table(several):
            start = max(end, start + 1)
            continue
        first = start
        while first > lowest and _belongs(rows[first - 1], boxes[first - 1], boxes[first], width, TIGHT):
            first -= 1
        while end < len(rows) and _belongs(rows[end], boxes[end - 1], boxes[end], width, TIGHT):
            end += 1
        yield Stretch(first, end, True)
        start = lowest = end


def _is_table(several: Sequence[Row]) -> bool:
    """Whether rows of several pieces are a table: pieces stand above each other, or it is one row of figures.

    A table that goes on over the page may leave one row there.
    """
    if len(several) == 1:
        return sum(_FIGURE.fullmatch(piece.text) is not None for piece in several[0]) > 1
    return any(_aligned(row, other) for i, row in enumerate(several) for other in several[i + 1 : i + 6])


def _last_of_several(rows: Sequence[Row], boxes: Sequence[Box], start: int, width: float) -> int:
    """The last row of several pieces that can be reached from `start` over lines of cells; before it, where none is."""
    if len(rows[start]) < 2:
        return start - 1
    last = start
    for index in range(start + 1, len(rows)):
        if len(rows[index]) > 1:
            last = index
        elif index - last > MOST_BETWEEN or not (
            _belongs(rows[index], boxes[index - 1], boxes[index], width, NEAR) or _is_label(rows, index)
        ):
            break
    return last


def _belongs(row: Row, above: Box, below: Box, width: float, near: float) -> bool:
    """Whether a row of one piece can be a line of a cell: narrow, and close to the next row of the table."""
    gap = above.bottom - below.top
    is_narrow = len(row) == 1 and row[0].box.width < 0.5 * width
    return is_narrow and gap < near * min(above.height, below.height) and not BESIDE.match(row[0].text)


def _is_label(rows: Sequence[Row], index: int) -> bool:
    """Whether a row of one piece is a label without figures, between two rows of the same table."""
    return index + 1 < len(rows) and _aligned(rows[index - 1], rows[index + 1])


def _aligned(above: Row, below: Row) -> bool:
    """Whether at least two pieces of a row stand over pieces of the other."""
    over = sum(any(a.box.left < b.box.right and b.box.left < a.box.right for b in below) for a in above)
    return over >= 2


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """The stretches of x that columns take; a head over several columns is wide and few, and is left out of account."""
    pieces = sorted((piece.box for row in rows for piece in row), key=lambda box: box.width)
    most = max(len(row) for row in rows)
    for spared in range(min(len(pieces) // 8 + 2, MOST_SPARED)):
        columns = _merged([(box.left, box.right) for box in pieces[: len(pieces) - spared]])
        if len(columns) >= most:
            return columns
    return _merged([(piece.box.left, piece.box.right) for row in rows if len(row) == most for piece in row])


def _merged(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if merged and left < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged


def _by_column(pieces: Sequence[Fragment], columns: Sequence[tuple[float, float]]) -> Cells:
    starts = [left for left, _ in columns]
    found: Cells = {}
    for piece in pieces:
        shared = [min(piece.box.right, right) - max(piece.box.left, left) for left, right in columns]
        best = max(range(len(columns)), key=shared.__getitem__)
        # what shares with none goes to the column that begins next to it
        column = best if shared[best] > 0 else min(bisect_left(starts, piece.box.left), len(columns) - 1)
        found.setdefault(column, []).append(piece)
    return {column: found[column] for column in sorted(found)}


class _Anchors:
    """The rows of figures of a table, from the top."""

    def __init__(self, figures: Sequence[Box]) -> None:
        self.boxes: list[Box] = []
        for box in sorted(figures, key=lambda box: -_middle(box)):
            if self.boxes and self.boxes[-1].shares_line_with(box):
                self.boxes[-1] = self.boxes[-1].joined(box)
            else:
                self.boxes.append(box)
        self._depths = [-_middle(box) for box in self.boxes]

    def inside(self, box: Box) -> int:
        """How many of them have their middle inside a box."""
        return bisect_left(self._depths, -box.bottom) - bisect_left(self._depths, -box.top)

    def nearest(self, box: Box) -> int:
        """The one whose middle is nearest to that of a box."""
        depth = -_middle(box)
        after = bisect_left(self._depths, depth)
        around_it = range(max(0, after - 1), min(len(self._depths), after + 1))
        return min(around_it, key=lambda index: abs(self._depths[index] - depth))

    def beside(self, box: Box) -> int | None:
        """The first one that stands on one line with a box, or None."""
        nearest = self.nearest(box)
        for index in range(max(0, nearest - 1), min(len(self.boxes), nearest + 2)):
            if self.boxes[index].shares_line_with(box):
                return index
        return None


def _blocks(pieces: Sequence[Fragment], anchors: _Anchors) -> Iterator[list[Fragment]]:
    """The pieces of a column as cells: lines of words that are tight, but for those that belong to two figures."""
    block: list[Fragment] = []
    for piece in _from_the_top(pieces):
        if block and _is_tight(block[-1], piece):
            block.append(piece)
            continue
        yield from _split(block, anchors)
        block = [piece]
    yield from _split(block, anchors)


def _is_tight(above: Fragment, below: Fragment) -> bool:
    if _FIGURE.fullmatch(above.text) or _FIGURE.fullmatch(below.text):
        return False
    return above.box.bottom - below.box.top < TIGHT * min(above.box.height, below.box.height)


def _split(block: list[Fragment], anchors: _Anchors) -> Iterator[list[Fragment]]:
    if not block:
        return
    box = around(piece.box for piece in block)
    if anchors.inside(box) < 2:
        yield block
        return
    nearest: dict[int, list[Fragment]] = {}
    for piece in block:
        nearest.setdefault(anchors.nearest(piece.box), []).append(piece)
    yield from nearest.values()


def _free_rows(free: Sequence[tuple[int, list[Fragment]]]) -> list[Cells]:
    """Rows without a figure: heads, and labels of the rows below them."""
    found: list[tuple[Box, Cells]] = []
    for column, block in sorted(free, key=lambda cell: -_middle(around(piece.box for piece in cell[1]))):
        box = around(piece.box for piece in block)
        if found and found[-1][0].shares_line_with(box):
            found[-1][1].setdefault(column, []).extend(block)
            found[-1] = (found[-1][0].joined(box), found[-1][1])
        else:
            found.append((box, {column: block}))
    return [row for _, row in found]


def _from_the_top(pieces: Sequence[Fragment]) -> list[Fragment]:
    return sorted(pieces, key=lambda piece: -_middle(piece.box))


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2
