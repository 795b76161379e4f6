"""A document's text in pieces that a list of hits can show: sentences, rows of tables, parts of what is longer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from yanchao.atlas.marking import whole
from yanchao.documents.document import Block, BlockKind
from yanchao.quick import dataclass, pattern

LONGEST = 240
"""Characters of a piece: a "sentence" of a hostile document may be a megabyte long."""

SENTENCES = pattern(r"[^。！？!?]+[。！？!?”」』]*|[。！？!?]+")
WRAPPED = pattern(r"(?<=[^\x00-\x7f])\s*\n\s*|\s*\n\s*(?=[^\x00-\x7f])")
"""A line's end within a sentence: Chinese goes on without a space."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a document: those of `[start, end)`, where cells are joined by a space."""

    start: int
    end: int
    text: str


def pieces(blocks: Sequence[Block], text: str) -> Iterator[Piece]:
    """All that a document says, in its order, without what a reader reads past."""
    read = (block for block in whole(blocks, text) if block.kind is not BlockKind.FURNITURE)
    for row, run in groupby(read, key=_row):
        if row is None:
            for block in run:
                yield from _sentences(text, block)
        else:
            yield from _cells(text, run)


def _row(block: Block) -> tuple[int, int] | None:
    if block.cell is None or block.end - block.start > LONGEST:
        return None
    return block.cell.table, block.cell.row


def _sentences(text: str, block: Block) -> Iterator[Piece]:
    for match in SENTENCES.finditer(text, block.start, block.end):
        for first in range(match.start(), match.end(), LONGEST):
            last = min(first + LONGEST, match.end())
            if words := _unwrapped(text[first:last].strip()):
                yield Piece(first, last, words)


def _unwrapped(words: str) -> str:
    return " ".join(WRAPPED.sub("", words).split())


def _cells(text: str, cells: Iterable[Block]) -> Iterator[Piece]:
    """The cells of a row, as many together as fit."""
    words: list[str] = []
    start = end = 0
    for cell in cells:
        said = " ".join(text[cell.start : cell.end].split())
        if words and sum(map(len, words)) + len(said) > LONGEST:
            yield Piece(start, end, " ".join(words))
            words = []
        start = start if words else cell.start
        end = cell.end
        words += [said] if said else []
    if words:
        yield Piece(start, end, " ".join(words))
