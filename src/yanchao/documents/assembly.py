"""Putting a Document together piece by piece, for formats whose text is not one stretch in the source."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from yanchao.documents import prose
from yanchao.documents.document import Block, BlockKind, Cell, Document, Place, Remark
from yanchao.documents.format import Content
from yanchao.documents.heads import Head, head
from yanchao.documents.limits import Limits
from yanchao.errors import SourceError
from yanchao.quick import pattern, replace

LONGEST_REMARK = 1000
"""Characters of a comment; a longer one is markup that was commented out, and no remark of anyone."""

MOST_REMARKS = 1000
"""Comments that are kept of a document."""


class Assembly:
    """Text, blocks and places as they grow. Blocks stand on lines of their own; cells of a row are parted by tabs.

    What the source itself marks (headings, cells, captions) is added with `add`. Lines that it does not mark
    are added with `add_line`; what they are is found by their form, once a whole run of them is there.
    """

    def __init__(self, uri: str, limits: Limits) -> None:
        self._uri = uri
        self._limits = limits
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._places: list[Place] = []
        self._runs: list[tuple[int, int]] = []  # indexes of the blocks that are lines still to be judged
        self._run_from: int | None = None
        self._beside: list[
            tuple[str, int, bool]
        ] = []  # a comment, the block it stands at, whether as a whole table
        self._remarks: list[Remark] = []

    @property
    def length(self) -> int:
        """How many characters of text there are so far."""
        return self._length

    def add(
        self,
        text: str,
        kind: BlockKind,
        *,
        level: int = 0,
        cell: Cell | None = None,
        places: Sequence[Place] = (),
    ) -> None:
        """Add a block whose kind the source tells. `places` are relative to `text`; a blank text adds nothing."""
        if not text.strip():
            return
        last = self._blocks[-1] if self._blocks else None
        same_row = cell and last and last.cell and (last.cell.table, last.cell.row) == (cell.table, cell.row)
        self._close_run()
        start = self._append(text, "\t" if same_row else "\n", places)
        self._blocks.append(_trimmed(text, Block(kind, start, start + len(text), level, cell)))

    def add_line(self, text: str, *, places: Sequence[Place] = ()) -> None:
        """Add a line (or several, with `\\n`) of which the source only says that it is text."""
        if not text.strip():
            return
        if self._run_from is None:
            self._run_from = len(self._blocks)
        start = self._append(text, "\n", places)
        self._blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(text)))

    def remark_inside(self, text: str) -> None:
        """A comment that stands in the block that is added next; in a cell, it is about the row."""
        self._add_remark(text, len(self._blocks), False)

    def remark_above(self, text: str) -> None:
        """A comment that stands alone before the block that is added next; before a cell, it is about the table."""
        self._add_remark(text, len(self._blocks), True)

    def remark_below(self, text: str) -> None:
        """A comment that stands right below the block that was added last."""
        self._add_remark(text, max(0, len(self._blocks) - 1), False)

    def remark(self, text: str, start: int, end: int) -> None:
        """A comment on the range `[start, end)` of the text."""
        if len(text) <= LONGEST_REMARK and len(self._remarks) < MOST_REMARKS:
            self._remarks.append(Remark(text.strip(), start, end))

    def document(
        self,
        content: Content,
        media_type: str,
        *,
        about: Head = Head(),  # noqa: B008 (frozen)
        warnings: Sequence[str] = (),
        guess_headings: bool | None = None,
    ) -> Document:
        """The finished document. What `about` leaves open is taken from the head of the text by its form.

        `guess_headings` says whether an unmarked short line may be a heading; None: only where the source marks
        none below its title.
        """
        self._close_run()
        text = "".join(self._pieces)
        if not text.strip():
            raise SourceError(self._uri, "there is no text in this file")
        if guess_headings is None:
            guess_headings = not any(block.level > 1 for block in self._blocks)
        blocks = self._judged(text, guess_headings)
        by_form = head(text, blocks)
        return Document(
            id=hashlib.sha256(content.data).hexdigest(),
            uri=self._uri,
            text=text,
            blocks=blocks,
            places=tuple(self._places),
            title=about.title or by_form.title,
            publisher=about.publisher or by_form.publisher,
            published=about.published or by_form.published,
            media_type=media_type,
            warnings=tuple(warnings),
            remarks=tuple(self._all_remarks()),
        )

    def _add_remark(self, text: str, block: int, is_of_table: bool) -> None:
        if len(text) <= LONGEST_REMARK and len(self._beside) < MOST_REMARKS:
            self._beside.append((text, block, is_of_table))

    def _all_remarks(self) -> Iterator[Remark]:
        for text, index, is_above in self._beside:
            first = last = min(index, len(self._blocks) - 1)
            cell = self._blocks[first].cell
            if index >= len(self._blocks):  # nothing follows it
                yield Remark(text.strip(), self._length, self._length)
                continue
            while cell is not None and self._is_beside(first - 1, cell, is_above):
                first -= 1
            while cell is not None and self._is_beside(last + 1, cell, is_above):
                last += 1
            yield Remark(text.strip(), self._blocks[first].start, self._blocks[last].end)
        yield from self._remarks

    def _is_beside(self, index: int, cell: Cell, in_table: bool) -> bool:
        """Whether a block is a cell of the same row, or of the same table."""
        other = self._blocks[index].cell if 0 <= index < len(self._blocks) else None
        return other is not None and other.table == cell.table and (in_table or other.row == cell.row)

    def _append(self, text: str, separator: str, places: Sequence[Place]) -> int:
        if self._pieces:
            self._pieces.append(separator)
            self._length += len(separator)
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        if self._length > self._limits.characters:
            raise SourceError(
                self._uri, f"has more than {self._limits.characters:,} characters of text", "split it"
            )
        self._places.extend(
            replace(place, start=place.start + start, end=place.end + start) for place in places
        )
        return start

    def _close_run(self) -> None:
        if self._run_from is not None:
            self._runs.append((self._run_from, len(self._blocks)))
            self._run_from = None

    def _judged(self, text: str, guess_headings: bool) -> tuple[Block, ...]:
        """The blocks, with every run of unmarked lines told apart by form."""
        result: list[Block] = []
        position = 0
        for first, last in self._runs:
            result.extend(self._blocks[position:first])
            run = prose.blocks(text, self._blocks[first].start, self._blocks[last - 1].end)
            settled = [_settled(text, block, first > 0, guess_headings) for block in run]
            if guess_headings and last < len(self._blocks):
                settled[-1] = _heading_above(text, settled[-1], self._blocks[last])
            result.extend(settled)
            position = last
        result.extend(self._blocks[position:])
        return tuple(result)


def without_breaks_in_chinese(text: str) -> str:
    """A text in which a line that ends inside Chinese goes on without a blank, as browsers show it."""
    return _break_in_chinese().sub("", text)


@cache
def _break_in_chinese() -> re.Pattern[str]:
    wide = "[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
    return pattern(rf"(?<={wide})[ \t]*\n\s*(?={wide})")


def whole(text: str, path: str) -> tuple[Place, ...]:
    """The one place of a text that stands in one element."""
    return (Place(0, len(text), path=path),)


def about(title: str | None, publisher: str | None, published: date | None) -> Head:
    """What a source declares about itself, with blanks taken for nothing."""
    return Head((title or "").strip() or None, (publisher or "").strip() or None, published)


def _settled(text: str, block: Block, after_something: bool, guess_headings: bool) -> Block:
    if block.kind is not BlockKind.HEADING:
        return block
    if not guess_headings and not prose.heading_level(text[block.start : block.end]):
        return replace(block, kind=BlockKind.PARAGRAPH, level=0)
    return replace(block, level=2) if block.level == 1 and after_something else block


def _heading_above(text: str, block: Block, below: Block) -> Block:
    """A line that ends its run may head the paragraph below it, which the source tells to be one."""
    is_long = below.kind is BlockKind.PARAGRAPH and below.end - below.start > prose.SHORT
    if (
        block.kind is not BlockKind.PARAGRAPH
        or not is_long
        or not prose.may_head(text[block.start : block.end])
    ):
        return block
    return replace(block, kind=BlockKind.HEADING, level=2 if block.start else 1)


def _trimmed(text: str, block: Block) -> Block:
    left = len(text) - len(text.lstrip())
    return replace(block, start=block.start + left, end=block.start + len(text.rstrip()))
