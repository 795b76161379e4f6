"""Headlines between the items of a digest of news: lines that hold a figure, and are no headings by their form."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.documents.document import Block, BlockKind, Document
from yanchao.quick import pattern

_LONGEST = 45
"""How many characters a headline has at most."""

_ITEM = 60
"""How many characters an item has at least."""

_ENDS = ("。", "！", "？", "；", "：", ":", ";", "，", "、", "”")
_OPENS_A_POINT = pattern(r"[—\-●■◆▶•·（(]|\d(?:[.．、]|$)")
"""What a point of a list opens with, which is no headline."""


def headlines_of(document: Document) -> frozenset[int]:
    """Where the headlines of a document begin: each a short line without an end, between whole items.

    An item is a paragraph of whole sentences. A list of short lines holds none.
    """
    blocks = [block for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    return frozenset(
        block.start for place, block in enumerate(blocks) if _is_headline(document.text, blocks, place)
    )


def _is_headline(text: str, blocks: Sequence[Block], place: int) -> bool:
    block = blocks[place]
    if block.kind is not BlockKind.PARAGRAPH or block.end - block.start > _LONGEST:
        return False
    words = text[block.start : block.end].strip()
    if not words or words.endswith(_ENDS) or _OPENS_A_POINT.match(words):
        return False
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    above = blocks[place - 1] if place else None
    return (
        below is not None
        and above is not None
        and _is_item(text, below)
        and (_is_item(text, above) or above.kind is BlockKind.HEADING)
    )


def _is_item(text: str, block: Block) -> bool:
    whole = text[block.start : block.end].rstrip().endswith("。")
    return block.kind is BlockKind.PARAGRAPH and whole and block.end - block.start >= _ITEM
