"""What must hold for every Document, whatever it was read from."""

from __future__ import annotations

from itertools import pairwise

from yanchao.documents.document import Block, BlockKind, Document


def assert_sound(document: Document) -> None:
    """Blocks lie in the text, in order and apart, and hold all that is not blank; places are sorted and in the text."""
    text = document.text
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip()
        assert (block.level > 0) == (block.kind is BlockKind.HEADING)
        assert (block.cell is not None) == (block.kind is BlockKind.CELL)
    for left, right in pairwise(document.blocks):
        assert left.end <= right.start
    covered = sum(len(_dense(text[block.start : block.end])) for block in document.blocks)
    assert covered == len(_dense(text))
    for place in document.places:
        assert 0 <= place.start < place.end <= len(text)
    for earlier, later in pairwise(document.places):
        assert earlier.start <= later.start


def words(document: Document, *kinds: BlockKind) -> list[str]:
    """The text of the blocks of some kinds (all, where none is named), in order."""
    return [document.text[b.start : b.end] for b in document.blocks if not kinds or b.kind in kinds]


def table(document: Document) -> dict[tuple[int, int, int], str]:
    """The cells of a document: table, row and column, and what stands there."""
    return {
        (b.cell.table, b.cell.row, b.cell.column): document.text[b.start : b.end]
        for b in document.blocks
        if b.cell
    }


def block_of(document: Document, text: str) -> Block:
    """The block in which `text` begins."""
    block = document.block(document.text.index(text))
    assert block is not None
    return block


def _dense(text: str) -> str:
    return "".join(text.replace("\ufeff", "").replace("\u200b", "").split())
