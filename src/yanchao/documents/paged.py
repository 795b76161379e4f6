"""Pages of placed characters become a document: paragraphs over columns and pages, headings, tables, furniture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from yanchao.documents import furniture, grid, layout
from yanchao.documents.assembly import Assembly
from yanchao.documents.document import BlockKind, Cell, Place
from yanchao.documents.layout import Box, Fragment, Row
from yanchao.documents.limits import Deadline
from yanchao.documents.prose import ENDS, LONGEST_HEADING, heading_level
from yanchao.quick import dataclass, pattern, replace

HEADING_SIZE = 1.15
"""How much larger than the body a heading is set."""

EDGE_PAGES = 3
"""A line at the edge of at least so many pages, but for its digits the same, is a running head."""

_DIGITS = pattern(r"\d+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its pieces of lines, in the order of the file."""

    number: int
    fragments: tuple[Fragment, ...]


def lay_out(pages: Sequence[Page], assembly: Assembly, deadline: Deadline) -> bool:
    """Put the pages into `assembly`, in reading order. Returns whether a title was found by its size.

    At least one page must hold text.
    """
    flow = _Flow(assembly, _body_height(pages), _running_heads(pages))
    for page in pages:
        deadline.check()
        flow.page(page)
    flow.close()
    return flow.titled


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of running text on its page, with the edges of the column that it stands in."""

    text: str
    box: Box
    page: int
    column: Box
    indents: bool  # whether paragraphs of this column begin with an indented line


class _Flow:
    """Rows in reading order become blocks. A paragraph may go on in the next column and on the next page."""

    def __init__(self, assembly: Assembly, body_height: float, running: frozenset[str]) -> None:
        self.assembly = assembly
        self.titled = False
        self._body_height = body_height
        self._running = running
        self._paragraph: list[_Line] = []
        self._aside: list[
            tuple[Fragment, int]
        ] = []  # furniture, kept until the paragraph that it interrupts ends
        self._tables = 0
        self._sizes: list[float] = []

    def page(self, page: Page) -> None:
        """Read one page."""
        body = self._without_edges(page)
        for region in layout.regions(body) if body else ():
            self._region(region, page.number)

    def close(self) -> None:
        """The paragraph that is open ends here."""
        lines, self._paragraph = self._paragraph, []
        if lines:
            text = "\n".join(line.text for line in lines)
            places = tuple(_places(lines))
            level = self._level(lines)
            if level:
                self.titled = self.titled or level == 1
                self.assembly.add(text, BlockKind.HEADING, level=level, places=places)
            elif len(lines) > 1:
                self.assembly.add(text, BlockKind.PARAGRAPH, places=places)
            else:
                self.assembly.add_line(text, places=places)
        aside, self._aside = self._aside, []
        for fragment, number in aside:
            self.assembly.add(fragment.text, BlockKind.FURNITURE, places=[_place(fragment, number)])

    def _without_edges(self, page: Page) -> list[Fragment]:
        """The pieces of a page but for running heads and page numbers, which are set aside."""
        rows = layout.rows(page.fragments)
        body: list[Fragment] = []
        for index, row in enumerate(rows):
            from_edge = min(index, len(rows) - 1 - index)
            for fragment in row:
                if from_edge < 2 and self._is_running(fragment, alone=len(row) == 1 and from_edge == 0):
                    self._aside.append((fragment, page.number))
                else:
                    body.append(fragment)
        return body

    def _is_running(self, fragment: Fragment, alone: bool) -> bool:
        text = fragment.text
        is_number = furniture.role(text) is furniture.Role.PAGE_NUMBER
        return _normal(text) in self._running or (is_number and alone)

    def _region(self, region: Sequence[Fragment], page: int) -> None:
        rows = layout.rows(region)
        column = layout.around(fragment.box for row in rows for fragment in row)
        indents = 10 * sum(layout.is_indented(row[0].box, column) for row in rows) >= len(rows)
        for stretch in grid.stretches(rows):
            if stretch.is_table:
                self.close()
                self._table(rows[stretch.start : stretch.end], page)
                continue
            for row in rows[stretch.start : stretch.end]:
                text = " ".join(fragment.text for fragment in row)
                self._line(
                    _Line(text, layout.around(fragment.box for fragment in row), page, column, indents)
                )

    def _line(self, line: _Line) -> None:
        if self._paragraph and not self._goes_on(self._paragraph[-1], line):
            self.close()
        self._paragraph.append(line)

    def _goes_on(self, last: _Line, line: _Line) -> bool:
        """Whether a line continues the paragraph of the line before it."""
        height = max(last.box.height, line.box.height)
        if abs(last.box.height - line.box.height) > 0.15 * height:
            return False
        same_column = last.page == line.page and last.column == line.column
        if self._is_large(line):
            return same_column and last.box.bottom - line.box.top < 0.8 * height
        if layout.is_indented(line.box, line.column) or heading_level(line.text):
            return False
        ended = last.text[-1] in ENDS + "”）)"
        # a line may stop early before what must not be parted; where paragraphs are indented that is no sign at all
        slack = 0.3 * last.column.width if last.indents else (1.6 if ended else 3.2) * height
        if last.column.right - last.box.right > slack:
            return False
        if same_column:
            return last.box.bottom - line.box.top < 0.9 * height
        return not ended or line.indents

    def _is_large(self, line: _Line) -> bool:
        return line.box.height > HEADING_SIZE * self._body_height and len(line.text) <= LONGEST_HEADING

    def _level(self, lines: Sequence[_Line]) -> int:
        """The level of a heading by its size: the largest that has come is the title, smaller ones are below it."""
        if not all(self._is_large(line) for line in lines) or len(lines) > 4:
            return 0
        size = max(line.box.height for line in lines)
        if not any(abs(size - known) < 0.05 * known for known in self._sizes):
            self._sizes.append(size)
        larger = sum(known > size * 1.05 for known in self._sizes)
        return min(6, 1 + larger if not self.titled else max(2, 1 + larger))

    def _table(self, rows: Sequence[Row], page: int) -> None:
        number, self._tables = self._tables, self._tables + 1
        for index, row in enumerate(grid.cells(rows)):
            for column, pieces in row.items():
                text, places = _stacked(pieces, page)
                cell = Cell(number, index, column, index == 0 and grid.is_head(row))
                self.assembly.add(text, BlockKind.CELL, cell=cell, places=places)


def _stacked(pieces: Sequence[Fragment], page: int) -> tuple[str, list[Place]]:
    """The lines of a cell as its text, with a place for each piece."""
    text = ""
    places: list[Place] = []
    for last, piece in zip([None, *pieces], pieces, strict=False):
        if last:
            text += " " if last.box.shares_line_with(piece.box) else "\n"
        place = _place(piece, page)
        places.append(replace(place, start=len(text), end=len(text) + len(piece.text)))
        text += piece.text
    return text, places


def _body_height(pages: Sequence[Page]) -> float:
    """The height of most characters."""
    heights: Counter[float] = Counter()
    for page in pages:
        for fragment in page.fragments:
            heights[round(fragment.box.height, 1)] += len(fragment.text)
    return heights.most_common(1)[0][0]


def _running_heads(pages: Sequence[Page]) -> frozenset[str]:
    """The lines, but for their digits, that stand at the edges of several pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        rows = layout.rows(page.fragments)
        seen.update({_normal(fragment.text) for row in (*rows[:2], *rows[-2:]) for fragment in row})
    least = max(EDGE_PAGES, len(pages) // 4)
    return frozenset(text for text, count in seen.items() if count >= least)


def _normal(text: str) -> str:
    return _DIGITS.sub("0", text)


def _places(lines: Sequence[_Line]) -> Iterator[Place]:
    start = 0
    for line in lines:
        yield Place(start, start + len(line.text), page=line.page, box=_rounded(line.box))
        start += len(line.text) + 1


def _place(fragment: Fragment, page: int) -> Place:
    return Place(0, len(fragment.text), page=page, box=_rounded(fragment.box))


def _rounded(box: Box) -> tuple[float, float, float, float]:
    return round(box.left, 2), round(box.bottom, 2), round(box.right, 2), round(box.top, 2)
