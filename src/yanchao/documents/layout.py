"""Characters on a page become lines, columns and rows by where they stand: what every paged format needs.

A page only says where its characters are, not what they belong to. In this order:

1. `touching`: characters that touch, in the order in which they come, become pieces of lines;
2. `regions`: a page is cut at gutters between columns of prose (a short XY-cut); tables are left whole;
3. `rows`: the pieces of a region become rows, from the top; pieces that touch are one.

`grid.py` finds the tables among the rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from yanchao.quick import dataclass

CELL_GAP = 5.0
"""Points between two loose boxes of a row that part two cells. Measured: 138 of 138 cells of two tables."""

GUTTER = 9.0
"""Points without text that part two columns of prose."""


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

    def turned(self, degrees: int, width: float, height: float) -> Box:
        """The rectangle on a page of this width and height that is shown turned clockwise."""
        if degrees == 90:
            return Box(self.bottom, width - self.right, self.top, width - self.left)
        if degrees == 180:
            return Box(width - self.right, height - self.top, width - self.left, height - self.bottom)
        if degrees == 270:
            return Box(height - self.top, self.left, height - self.bottom, self.right)
        return self

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


Row = tuple[Fragment, ...]

SUPPOSED_BLANK = Fragment("", Box(0, 0, 0, 0))
"""A blank that is not in the file; whoever extracted the text supposes it. Believed only together with a gap."""


def touching(characters: Iterator[Fragment]) -> Iterator[Fragment]:
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


def regions(fragments: Sequence[Fragment], depth: int = 0) -> Iterator[Sequence[Fragment]]:
    """The columns of a page in reading order. Lines that cross a gutter stand between what is above and below."""
    gutter = _gutter(fragments) if depth < 6 else None
    if gutter is None:
        yield fragments
        return
    left, right = gutter
    band: list[Fragment] = []
    for row in rows(fragments, merge=False):
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
            yield from regions(side, depth + 1)


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


def rows(fragments: Sequence[Fragment], merge: bool = True) -> list[Row]:
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


def is_indented(box: Box, column: Box) -> bool:
    return box.left - column.left > 0.8 * box.height


def around(boxes: Iterator[Box]) -> Box:
    result = next(boxes)
    for box in boxes:
        result = result.joined(box)
    return result
