"""PDF with a text layer: every character with its box, laid out as a reader sees it, columns and tables included.

PDF stores where characters stand, not what they belong to. Steps, each a function below, in this order:

1. `_characters`: what pdfium extracts, without the blanks and hyphens that it makes up, radicals folded;
2. `_fragments`: characters that touch, in the order of the file, become pieces of lines;
3. `_regions`: a page is cut at gutters between columns of prose (a short XY-cut); tables are left whole;
4. `_rows`: the pieces of a region become rows, from the top; pieces that touch are one;
5. `_Flow`: rows become paragraphs, headings, table cells; running heads and page numbers are furniture.
"""

from __future__ import annotations

import re
import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from yanchao.documents import furniture
from yanchao.documents.assembly import Assembly, about
from yanchao.documents.document import BlockKind, Cell, Document, Place
from yanchao.documents.format import Content, Format
from yanchao.documents.limits import Deadline, Limits
from yanchao.documents.prose import ENDS, LONGEST_HEADING, heading_level
from yanchao.errors import SourceError

MEDIA_TYPE = "application/pdf"
NO_TEXT = "has no text layer (a scan)"
NEEDS_OCR = "reading scans needs OCR, which comes as an extra"

CELL_GAP = 5.0
"""Points between two loose boxes of a row that part two cells. Measured: 138 of 138 cells of two tables."""

GUTTER = 9.0
"""Points without text that part two columns of prose."""

HEADING_SIZE = 1.15
"""How much larger than the body a heading is set."""

EDGE_PAGES = 3
"""A line at the edge of at least so many pages, but for its digits the same, is a running head."""

_PDFIUM = threading.Lock()  # the library holds global state and is not made for threads
_ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\ufffe\uffff\x00-\x08\x0e-\x1f]")
_DIGITS = re.compile(r"\d+")


def parse(content: Content, uri: str, limits: Limits) -> Document:
    """Read a PDF. Places are pages and boxes, one a line or cell; boxes are in points, from the lower left."""
    _refuse_cut_short(content.data, uri)
    with _PDFIUM:
        pages, title, warnings = _pages(content.data, uri, limits)
    empty = [str(page.number) for page in pages if not page.fragments]
    if len(empty) == len(pages):
        raise SourceError(uri, NO_TEXT, NEEDS_OCR)
    if empty:
        warnings.append(f"no text layer on page {', '.join(empty[:20])}: {NEEDS_OCR}")
    flow = _Flow(Assembly(uri, limits), _body_height(pages), _running_heads(pages))
    for page in pages:
        flow.page(page)
    flow.close()
    return flow.assembly.document(
        content, MEDIA_TYPE, about=about(None if flow.titled else title, None, None), warnings=warnings
    )


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def width(self) -> float:
        return self.right - self.left

    def joined(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def shares_line_with(self, other: Box) -> bool:
        """Whether the two stand on one line: most of the lower one's height is in the other's."""
        common = min(self.top, other.top) - max(self.bottom, other.bottom)
        return common > 0.5 * min(self.height, other.height)


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a line: characters that touch."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its pieces of lines, in the order of the file."""

    number: int
    fragments: tuple[Fragment, ...]


SUPPOSED_BLANK = Fragment("", Box(0, 0, 0, 0))
"""A blank that is not in the file; pdfium supposes it where words part. Believed only together with a gap."""

Row = tuple[Fragment, ...]


def _refuse_cut_short(data: bytes, uri: str) -> None:
    """A reader that repairs a file without its end loses pages in silence."""
    if data.rfind(b"%%EOF", max(0, len(data) - (64 << 10))) == -1:
        raise SourceError(uri, "is cut short: the end mark of the PDF is missing")


def _pages(data: bytes, uri: str, limits: Limits) -> tuple[list[Page], str | None, list[str]]:
    import pypdfium2

    deadline = Deadline(uri, limits)
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError(uri, "is encrypted", "save it without a password") from error
        raise SourceError(uri, "is no PDF that can be opened: damaged or cut short") from error
    try:
        count = len(pdf)
        if count > limits.pages:
            raise SourceError(uri, f"has {count:,} pages; {limits.pages:,} are read at most", "split it")
        pages, warnings, characters = [], [], 0
        for index in range(count):
            deadline.check()
            fragments: tuple[Fragment, ...] = ()
            try:
                fragments = tuple(_page_fragments(pdf, index, limits.characters, uri))
            except pypdfium2.PdfiumError:
                warnings.append(f"page {index + 1} is damaged and was not read")
            characters += sum(len(fragment.text) for fragment in fragments)
            if characters > limits.characters:
                raise SourceError(uri, f"has more than {limits.characters:,} characters of text", "split it")
            pages.append(Page(index + 1, fragments))
        title = (pdf.get_metadata_value("Title") or "").strip() or None
        return pages, title, warnings
    finally:
        pdf.close()


def _page_fragments(pdf: Any, index: int, most: int, uri: str) -> Iterator[Fragment]:
    page = pdf[index]
    try:
        text_page = page.get_textpage()
        try:
            if text_page.count_chars() > most:
                raise SourceError(uri, f"has more than {most:,} characters of text", "split it")
            yield from _fragments(_characters(text_page.raw))
        finally:
            text_page.close()
    finally:
        page.close()


def _characters(text_page: Any) -> Iterator[Fragment]:
    """Every character of the file with its loose box (as wide and high as its font gives it, not its ink)."""
    import ctypes

    from pypdfium2 import raw

    radicals = _radicals()
    rectangle = raw.FS_RECTF()
    pointer = ctypes.byref(rectangle)
    code_of, is_generated, box_of = (
        raw.FPDFText_GetUnicode,
        raw.FPDFText_IsGenerated,
        raw.FPDFText_GetLooseCharBox,
    )
    for index in range(raw.FPDFText_CountChars(text_page)):
        code = code_of(text_page, index)
        if is_generated(text_page, index) == 1:
            if code == 0x20:
                yield SUPPOSED_BLANK
            continue
        if not code or not box_of(text_page, index, pointer):
            continue
        character = "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)
        if _ZERO_WIDTH.match(character):
            continue
        box = Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        yield Fragment(radicals.get(character, character), box)


def _fragments(characters: Iterator[Fragment]) -> Iterator[Fragment]:
    """Characters that follow each other on one line without a gap become one piece."""
    pieces: list[Fragment] = []
    box: Box | None = None
    blanks: set[int] = set()
    supposed: set[int] = set()
    for character in characters:
        if not character.text.strip():
            (blanks if character.text else supposed).add(len(pieces))
            continue
        if box is not None and _touch(pieces[-1].box, box, character.box):
            box = box.joined(character.box)
        else:
            if box is not None:
                yield Fragment(_spaced(pieces, blanks, supposed), box)
            pieces, blanks, supposed, box = [], set(), set(), character.box
        pieces.append(character)
    if box is not None:
        yield Fragment(_spaced(pieces, blanks, supposed), box)


def _spaced(
    pieces: Sequence[Fragment], blanks: Set[int] = frozenset(), supposed: Set[int] = frozenset()
) -> str:
    """The characters of a piece with the blanks that a reader sees, written or only left free.

    A gap alone is none between Chinese characters, as justified lines have gaps everywhere and some fonts give
    single characters narrow boxes, and none where Chinese meets Latin letters, as typesetters leave one there.
    """
    gaps = [right.box.left - left.box.right for left, right in pairwise(pieces)]
    usual = max(0.0, sorted(gaps)[len(gaps) // 2]) if len(gaps) > 3 else 0.0
    text = [pieces[0].text]
    for index, gap in enumerate(gaps, 1):
        left, right = pieces[index - 1], pieces[index]
        is_latin = left.text < "\u2e80", right.text < "\u2e80"
        allowed = index in blanks or all(is_latin) or (index in supposed and not any(is_latin))
        least = 0.1 if index in blanks else 0.15
        if allowed and gap > usual + least * right.box.height:
            text.append(" ")
        text.append(right.text)
    return "".join(text)


def _touch(last: Box, line: Box, here: Box) -> bool:
    gap = here.left - last.right
    return -last.height < gap <= _gap(line) and line.shares_line_with(here)


def _gap(box: Box) -> float:
    """The least gap that parts two cells in a line of this height."""
    return max(CELL_GAP, 0.5 * box.height)


def _regions(fragments: Sequence[Fragment], depth: int = 0) -> Iterator[Sequence[Fragment]]:
    """The columns of a page in reading order. Lines that cross a gutter stand between what is above and below."""
    gutter = _gutter(fragments) if depth < 6 else None
    if gutter is None:
        yield fragments
        return
    left, right = gutter
    band: list[Fragment] = []
    for row in _rows(fragments, merge=False):
        crossing = any(fragment.box.left < left and fragment.box.right > right for fragment in row)
        if crossing:
            yield from _columns(band, left, depth)
            band = []
            yield row
        else:
            band.extend(row)
    yield from _columns(band, left, depth)


def _columns(band: Sequence[Fragment], gutter: float, depth: int) -> Iterator[Sequence[Fragment]]:
    for side in (
        [fragment for fragment in band if fragment.box.right <= gutter + 0.5],
        [fragment for fragment in band if fragment.box.right > gutter + 0.5],
    ):
        if side:
            yield from _regions(side, depth + 1)


def _gutter(fragments: Sequence[Fragment]) -> tuple[float, float] | None:
    """The widest stretch of x that almost no line crosses and that has prose on both sides, or None.

    The guard for tables: on both sides of a gutter stand lines of many characters that fill most of their side.
    The columns of a table are narrow, or their cells do not fill them.
    """
    if len(fragments) < 8:
        return None
    left = min(fragment.box.left for fragment in fragments)
    right = max(fragment.box.right for fragment in fragments)
    size = int(right - left) + 2
    if not 2 * GUTTER < size < 20_000:
        return None
    change = [0] * (size + 1)
    for fragment in fragments:
        change[max(0, int(fragment.box.left - left))] += 1
        change[min(size, int(fragment.box.right - left) + 1)] -= 1
    allowed = max(2, len(fragments) // 8)
    best: tuple[float, float] | None = None
    covering, start = 0, None
    for x in range(size):
        covering += change[x]
        if covering <= allowed and size * 0.1 < x < size * 0.9:
            start = x if start is None else start
            continue
        if start is not None:
            candidate = _cleared(fragments, left + start, left + x)
            if candidate and (best is None or candidate[1] - candidate[0] > best[1] - best[0]):
                best = candidate
        start = None
    return best


def _cleared(fragments: Sequence[Fragment], low: float, high: float) -> tuple[float, float] | None:
    """A stretch as a gutter, narrowed to what the lines beside it leave free; None where it parts no prose."""
    middle = (low + high) / 2
    before = [fragment for fragment in fragments if fragment.box.right <= middle]
    after = [fragment for fragment in fragments if fragment.box.left >= middle]
    if not (_is_prose(before) and _is_prose(after)):
        return None
    low = max(fragment.box.right for fragment in before)
    high = min(fragment.box.left for fragment in after)
    return (low, high) if high - low >= GUTTER else None


def _is_prose(side: Sequence[Fragment]) -> bool:
    if len(side) < 3:
        return False
    width = max(fragment.box.right for fragment in side) - min(fragment.box.left for fragment in side)
    full = [f for f in side if f.box.width >= 0.6 * width and len(f.text) >= 8]
    return 2 * len(full) >= len(side)


def _rows(fragments: Sequence[Fragment], merge: bool = True) -> list[Row]:
    """The pieces as rows from the top, each from the left; with `merge`, pieces that touch become one."""
    rows: list[list[Fragment]] = []
    bands: list[Box] = []
    for fragment in sorted(fragments, key=lambda f: (-(f.box.top + f.box.bottom), f.box.left)):
        if rows and bands[-1].shares_line_with(fragment.box):
            rows[-1].append(fragment)
            if fragment.box.height > bands[-1].height:
                bands[-1] = fragment.box
        else:
            rows.append([fragment])
            bands.append(fragment.box)
    for row in rows:
        row.sort(key=lambda fragment: fragment.box.left)
    return [tuple(_merged(row)) if merge else tuple(row) for row in rows]


def _merged(row: Sequence[Fragment]) -> Iterator[Fragment]:
    current = row[0]
    for fragment in row[1:]:
        if fragment.box.left - current.box.right <= _gap(current.box):
            text = _spaced((current, fragment))
            current = Fragment(text, current.box.joined(fragment.box))
        else:
            yield current
            current = fragment
    yield current


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
        for region in _regions(body) if body else ():
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
        rows = _rows(page.fragments)
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
        rows = _rows(region)
        column = _around(fragment.box for row in rows for fragment in row)
        indents = 10 * sum(_is_indented(row[0].box, column) for row in rows) >= len(rows)
        for first, last, is_table in _stretches(rows):
            if is_table:
                self.close()
                self._table(rows[first:last], page)
                continue
            for row in rows[first:last]:
                text = " ".join(fragment.text for fragment in row)
                self._line(_Line(text, _around(fragment.box for fragment in row), page, column, indents))

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
        if _is_indented(line.box, line.column) or heading_level(line.text):
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
        widest = max(len(row) for row in rows)
        columns = _merged_spans(
            [(f.box.left, f.box.right) for row in rows if len(row) == widest for f in row]
        )
        starts = [left for left, _ in columns]
        for index, row in enumerate(rows):
            taken: dict[int, list[Fragment]] = {}
            for fragment in row:
                taken.setdefault(_column(fragment.box, columns, starts), []).append(fragment)
            for column, fragments in sorted(taken.items()):
                text = " ".join(fragment.text for fragment in fragments)
                piece = Fragment(text, _around(fragment.box for fragment in fragments))
                cell = Cell(number, index, column, index == 0)
                self.assembly.add(text, BlockKind.CELL, cell=cell, places=[_place(piece, page)])


def _stretches(rows: Sequence[Row]) -> Iterator[tuple[int, int, bool]]:
    """Where tables are in a region: rows of several pieces whose pieces stand above each other.

    One row of one piece between such rows belongs to them (a cell that is empty beside a label).
    """
    several = [len(row) > 1 for row in rows]
    for index in range(1, len(rows) - 1):
        if not several[index] and several[index - 1] and several[index + 1]:
            several[index] = _aligned(rows[index - 1], rows[index + 1])
    start = 0
    while start < len(rows):
        end = start + 1
        while end < len(rows) and several[end] == several[start]:
            end += 1
        is_table = (
            several[start] and end - start > 1 and any(_aligned(a, b) for a, b in pairwise(rows[start:end]))
        )
        yield start, end, is_table
        start = end


def _is_indented(box: Box, column: Box) -> bool:
    return box.left - column.left > 0.8 * box.height


def _aligned(above: Row, below: Row) -> bool:
    """Whether at least two pieces of a row stand over pieces of the next."""
    over = sum(any(a.box.left < b.box.right and b.box.left < a.box.right for b in below) for a in above)
    return over >= 2


def _merged_spans(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if merged and left < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged


def _column(box: Box, columns: Sequence[tuple[float, float]], starts: Sequence[float]) -> int:
    """The column that a piece shares most with; where it shares with none, the one that begins next to it."""
    shared = [min(box.right, right) - max(box.left, left) for left, right in columns]
    best = max(range(len(columns)), key=lambda index: shared[index])
    return best if shared[best] > 0 else min(bisect_left(starts, box.left), len(columns) - 1)


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
        rows = _rows(page.fragments)
        seen.update({_normal(fragment.text) for row in (*rows[:2], *rows[-2:]) for fragment in row})
    least = max(EDGE_PAGES, len(pages) // 4)
    return frozenset(text for text, count in seen.items() if count >= least)


def _normal(text: str) -> str:
    return _DIGITS.sub("0", text)


def _around(boxes: Iterator[Box]) -> Box:
    result = next(boxes)
    for box in boxes:
        result = result.joined(box)
    return result


def _places(lines: Sequence[_Line]) -> Iterator[Place]:
    start = 0
    for line in lines:
        yield Place(start, start + len(line.text), page=line.page, box=_rounded(line.box))
        start += len(line.text) + 1


def _place(fragment: Fragment, page: int) -> Place:
    return Place(0, len(fragment.text), page=page, box=_rounded(fragment.box))


def _rounded(box: Box) -> tuple[float, float, float, float]:
    return round(box.left, 2), round(box.bottom, 2), round(box.right, 2), round(box.top, 2)


@cache
def _radicals() -> dict[str, str]:
    """The radicals and the characters that a reader sees in them."""
    table = Path(__file__).parents[1] / "radicals.csv"
    rows = [line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return dict(row.split(",") for row in rows[1:])


FORMAT = Format(
    name="PDF",
    suffixes=(".pdf",),
    media_types=(MEDIA_TYPE,),
    recognises=lambda data: b"%PDF-" in data[:1024],
    parse=parse,
)
