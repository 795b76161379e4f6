"""A document's text as its reader sees it, cut at every figure, name and finding, ready to be marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Generic, TypeVar

from yanchao.audit.finding import Finding
from yanchao.documents.document import Block, BlockKind, Document
from yanchao.documents.tables import in_tables
from yanchao.ledger.ledger import Named, Stated
from yanchao.quick import dataclass
from yanchao.statements.statement import Mention

Marked = TypeVar("Marked")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks, starting at `start`.

    `opens` is True where the figure `stated` starts in this piece, `is_anchor` where a figure, a name or a finding
    does: such a piece can be linked to (`#s=START`). `path` is the page of what is `named`, None where it has none.
    """

    text: str
    start: int
    stated: Stated | None
    named: Named | None
    findings: tuple[int, ...]
    opens: bool
    is_anchor: bool
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A figure of the same document that a finding holds against its own, starting at `start`."""

    start: int
    words: str


@dataclass(frozen=True, slots=True)
class Note:
    """A finding with its number on the page, from 1, the words that it is about and the figures it holds against them; `path` is its own page."""

    number: int
    finding: Finding
    words: str
    held: tuple[Held, ...]
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the document: its pieces, and the notes that belong in its margin."""

    block: Block
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]

    @property
    def is_heading(self) -> bool:
        return self.block.kind is BlockKind.HEADING

    def repeats(self, title: str | None) -> bool:
        """Whether it is a heading that says the title of the page again, with nothing marked in it."""
        if title is None or not self.is_heading or self.notes or any(each.is_anchor for each in self.pieces):
            return False
        return "".join(each.text for each in self.pieces).strip() == title.strip()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the document: rows of passages, one a cell, each with the number of empty places before it."""

    rows: tuple[tuple[tuple[int, Passage], ...], ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(note for row in self.rows for _, passage in row for note in passage.notes)


def passages(
    document: Document,
    stated: Sequence[Stated],
    findings: Sequence[Finding],
    named: Sequence[Named] = (),
    page_of: Callable[[Mention], str | None] = lambda _: None,
    page_of_finding: Callable[[Finding], str | None] = lambda _: None,
) -> tuple[Passage | Grid, ...]:
    """The document from top to bottom: its blocks and tables, marked. Text outside every block is not lost.

    `stated` and `named` are in order of place; `page_of` knows the pages of what is named, `page_of_finding` those of findings. Work grows with the text, not with its square: each block is given
    the figures, names and findings that lie in it and no others.
    """
    ordered = sorted(findings, key=lambda finding: (finding.start, finding.end))
    figures = _Run([each.statement.start for each in stated], stated)
    starts = frozenset(figures.starts)
    notes = [
        _note(document, starts, number, finding, page_of_finding(finding))
        for number, finding in enumerate(ordered, 1)
    ]
    names = _Run([each.mention.start for each in named], named)
    flat = []
    first = 0
    for block in whole(document.blocks, document.text):
        while first < len(notes) and notes[first].finding.end <= block.start:
            first += 1
        beside = [
            note
            for note in takewhile(lambda note: note.finding.start < block.end, notes[first:])  # noqa: B023
            if note.finding.end > block.start
        ]
        flat.append(_passage(document, block, figures.within(block), names.within(block), beside, page_of))
    return tuple(_with_tables(flat))


def _note(
    document: Document, figures: Collection[int], number: int, finding: Finding, path: str | None
) -> Note:
    """A finding as a note; what is no figure of this document cannot be led to and is left to its arithmetic."""
    held = {
        other.start: Held(other.start, document.text[other.start : other.end])
        for other in finding.related
        if other.document == finding.document and other.start in figures and other.start != finding.start
    }
    words = document.text[finding.start : finding.end]
    return Note(number, finding, words, tuple(held[start] for start in sorted(held)), path)


@dataclass(frozen=True, slots=True)
class _Run(Generic[Marked]):
    """Things in order of place, and where each starts."""

    starts: Sequence[int]
    things: Sequence[Marked]

    def within(self, block: Block) -> Sequence[Marked]:
        return self.things[bisect_left(self.starts, block.start) : bisect_left(self.starts, block.end)]


def whole(blocks: Sequence[Block], text: str) -> list[Block]:
    """The blocks, with a paragraph for every stretch of text that no block holds."""
    found: list[Block] = []
    position = 0
    for block in blocks:
        found += _gap(text, position, block.start)
        found.append(block)
        position = max(position, block.end)
    return found + _gap(text, position, len(text))


def _gap(text: str, start: int, end: int) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, start, end)] if text[start:end].strip() else []


def _passage(
    document: Document,
    block: Block,
    inside: Sequence[Stated],
    names: Sequence[Named],
    beside: Sequence[Note],
    page_of: Callable[[Mention], str | None],
) -> Passage:
    figures = [(each.statement.start, each.statement.end) for each in inside]
    named = [(each.mention.start, each.mention.end) for each in names]
    found = [(note.finding.start, note.finding.end) for note in beside]
    ranges = figures + named + found
    starts = {start for start, _ in ranges}
    edges = {block.start, block.end}
    edges |= {min(max(edge, block.start), block.end) for pair in ranges for edge in pair}
    cuts = sorted(edges)
    by_figure, by_name, by_finding = (_holders(each, cuts) for each in (figures, named, found))
    pieces = tuple(
        Piece(
            text=document.text[start:end],
            start=start,
            # Two quantities never overlap; were they to, the later one is marked.
            stated=inside[by_figure[at][-1]] if by_figure[at] else None,
            named=names[by_name[at][-1]] if by_name[at] else None,
            findings=tuple(beside[holder].number for holder in by_finding[at]),
            opens=bool(by_figure[at]) and inside[by_figure[at][-1]].statement.start == start,
            is_anchor=start in starts,
            path=page_of(names[by_name[at][-1]].mention) if by_name[at] else None,
        )
        for at, (start, end) in enumerate(pairwise(cuts))
    )
    own = tuple(note for note in beside if block.start <= note.finding.start < block.end)
    return Passage(block, pieces, own)


def _holders(ranges: Sequence[tuple[int, int]], cuts: Sequence[int]) -> list[list[int]]:
    """For each piece between two cuts, which of the ranges hold it, in their order."""
    holders: list[list[int]] = [[] for _ in cuts]
    for number, (start, end) in enumerate(ranges):
        for at in range(bisect_left(cuts, start), bisect_left(cuts, end)):
            holders[at].append(number)
    return holders


def _with_tables(flat: Sequence[Passage]) -> Iterator[Passage | Grid]:
    """Runs of cells of the same table become one grid."""
    passage_of = {each.block: each for each in flat}
    for each in in_tables(passage_of):
        if isinstance(each, Block):
            yield passage_of[each]
        else:
            yield Grid(tuple(tuple((one.gap, passage_of[one.block]) for one in row) for row in each))
