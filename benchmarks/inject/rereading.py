"""A changed text is read again only where the change can reach.

What a block states depends on its own words and on what headings and framing sentences before it have set. So for a changed
figure its own block is read again, below the headings and the paragraphs that may set a frame; all other blocks keep their
statements, at shifted places. A changed year may set another frame: then all is read again. `tests/test_injection.py` holds the
result against reading the whole text anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from benchmarks.inject.texts import CleanText
from yanchao.documents.document import Block, BlockKind, Document
from yanchao.statements.confidence import by_itself, in_its_text
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Extraction, Span, Statement

MAY_FRAME = re.compile(
    r"20\d\d|时期|年来|以来|过去|回顾|回望|走过|今年|去年|五年|季度|半年|[“”]十[一二三四五]"
)
"""Words without which no paragraph sets a frame of time for those after it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """`text` takes the place of the range `[start, end)` of a text."""

    start: int
    end: int
    text: str


class Shift:
    """Where each offset of the clean text stands in the changed one; what was replaced keeps its ends."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = sorted(edits, key=lambda edit: edit.start)

    def text(self, clean: str) -> str:
        pieces, position = [], 0
        for edit in self._edits:
            pieces += [clean[position : edit.start], edit.text]
            position = edit.end
        return "".join([*pieces, clean[position:]])

    def at(self, offset: int) -> int:
        """The offset in the changed text. An offset inside a replaced range becomes its beginning."""
        moved = offset
        for edit in self._edits:
            if offset >= edit.end and offset > edit.start:
                moved += len(edit.text) - (edit.end - edit.start)
            elif offset > edit.start:
                return moved - (offset - edit.start)
        return moved

    def span(self, span: Span) -> Span:
        return Span(self.at(span.start), self.at(span.end))

    def statement(self, one: Statement) -> Statement:
        quantity = one.quantity
        return replace(
            one,
            quantity=replace(
                quantity,
                start=self.at(quantity.start),
                end=self.at(quantity.end),
                comparators=tuple((self.span(span), which) for span, which in quantity.comparators),
            ),
            sentence=self.span(one.sentence),
            evidence=tuple(
                replace(words, start=self.at(words.start), end=self.at(words.end)) for words in one.evidence
            ),
        )

    def block(self, block: Block) -> Block:
        return replace(block, start=self.at(block.start), end=self.at(block.end))


def changed_document(text: CleanText, edits: Sequence[Edit]) -> Document:
    """The document with the edits made; every block keeps its words."""
    shift = Shift(edits)
    document = text.document
    return replace(
        document,
        text=shift.text(document.text),
        blocks=tuple(shift.block(block) for block in document.blocks),
        places=(),
    )


def reread(text: CleanText, edits: Sequence[Edit]) -> Extraction:
    """What the changed text states, without mentions, which the audit does not use."""
    document = changed_document(text, edits)
    touched = {text.block_at(edit.start) for edit in edits}
    dates = any(MAY_FRAME.search(text.document.text[max(0, e.start - 2) : e.end + 2]) for e in edits)
    # What a cell says counts in all cells of its row: a table is read again as a whole.
    in_table = any(document.blocks[index].cell is not None for index in touched)
    if dates or in_table or len(touched) > 1 or not _is_read_in_parts(text):
        return extract(document, text.lexicon)
    (index,) = touched
    shift = Shift(edits)
    read = extract(_only(document, index), text.lexicon).statements
    block = document.blocks[index]
    statements = [one for number, one in enumerate(text.statements) if text.block_of[number] < index]
    statements += [one for one in read if block.start <= one.start < block.end]
    statements += [
        shift.statement(one) for number, one in enumerate(text.statements) if text.block_of[number] > index
    ]
    return Extraction(document, in_its_text(statements))


def _only(document: Document, index: int) -> Document:
    """The document with all blocks out of sight but one, and those before it that may frame it."""

    def is_kept(number: int, block: Block) -> bool:
        if number >= index:
            return number == index
        return (
            block.kind is BlockKind.HEADING
            or MAY_FRAME.search(document.text, block.start, block.end) is not None
        )

    return replace(
        document,
        blocks=tuple(
            block if is_kept(number, block) else replace(block, kind=BlockKind.FURNITURE)
            for number, block in enumerate(document.blocks)
        ),
    )


@cache
def _is_read_in_parts(text: CleanText) -> bool:
    """Whether the last block reads alike with and without the paragraphs that should not matter to it."""
    last = text.block_of[-1] if text.block_of else 0
    block = text.document.blocks[last]
    read = extract(_only(text.document, last), text.lexicon).statements
    whole = [one for number, one in enumerate(text.statements) if text.block_of[number] == last]
    alone = [by_itself(one) for one in read if block.start <= one.start < block.end]
    return alone == [by_itself(one) for one in whole]
