"""What a document is to the rest of the house: untouched text, its blocks, and the way back to the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import cached_property

from yanchao.quick import dataclass


class BlockKind(StrEnum):
    """What a block of text is to its reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CELL = "cell"
    CAPTION = "caption"
    FURNITURE = "furniture"  # page numbers, running heads, credits, navigation: read past, never mined


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a table cell stands: the number of its table in the document, its row and its column, from 0."""

    table: int
    row: int
    column: int
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A range `[start, end)` of `Document.text` that its reader sees as one piece.

    `level` is the depth of a heading (1 is the title), 0 for everything else. `cell` is set for table cells.
    Blocks are in reading order and do not overlap.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the range `[start, end)` of the text stands in the source.

    `page` counts from 1; `box` is left, bottom, right, top in points on that page; `path` is a sheet and
    cell (`Sheet1!B7`), an element path (`/html/body/p[3]`) or a paragraph (`paragraph 12`). What the format
    does not have is None.
    """

    start: int
    end: int
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Words beside the text and not in it: a comment of the source's markup, or of someone who reviewed it.

    `[start, end)` is the range of the text that it stands at: the words that a reviewer marked; where markup has it, the
    paragraph that it stands in, or the one behind it where it stands alone. A row or a table is one such piece.
    """

    text: str
    start: int
    end: int


def starts_of_lines(text: str) -> tuple[int, ...]:
    """The offset of the first character of every line."""
    starts = [0]
    position = text.find("\n")
    while position != -1:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return tuple(starts)


@dataclass(frozen=True)
class Document:
    """A source as read. `text[start:end]` is always exactly what a reader of the source would see.

    `id` is the SHA-256 of the source's bytes in hexadecimal, `uri` the source as it was given.
    `title`, `publisher` and `published` (the date of publication) are None where the source does not say.
    `places` are sorted by `start`. `remarks` are what stands beside the text, in the order of the source.
    """

    id: str
    uri: str
    text: str
    blocks: tuple[Block, ...]
    places: tuple[Place, ...] = ()
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    media_type: str = "text/plain"
    warnings: tuple[str, ...] = field(default=())
    remarks: tuple[Remark, ...] = ()

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset of the first character of every line."""
        return starts_of_lines(self.text)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, as editors count them."""
        line = bisect_right(self.line_starts, offset) - 1
        return line + 1, offset - self.line_starts[line] + 1

    @cached_property
    def _place_starts(self) -> tuple[int, ...]:
        return tuple(place.start for place in self.places)

    def place(self, offset: int) -> Place | None:
        """The place in the source of the character at `offset`, or None where the format keeps none."""
        index = bisect_right(self._place_starts, offset) - 1
        if index < 0 or offset >= self.places[index].end:
            return None
        return self.places[index]

    @cached_property
    def _block_starts(self) -> tuple[int, ...]:
        return tuple(block.start for block in self.blocks)

    def block(self, offset: int) -> Block | None:
        """The block that holds the character at `offset`, or None between blocks."""
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0 or offset >= self.blocks[index].end:
            return None
        return self.blocks[index]
