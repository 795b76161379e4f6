"""A document's text as its reader sees it, cut at every figure and every finding, ready to be marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from yanchao.audit.finding import Finding
from yanchao.documents.document import Block, BlockKind, Document
from yanchao.ledger.ledger import Stated


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks, starting at `start`.

    `opens` is True where the figure `stated` starts in this piece, `is_anchor` where a figure or a finding does:
    such a piece can be linked to (`#s=START`).
    """

    text: str
    start: int
    stated: Stated | None
    findings: tuple[int, ...]
    opens: bool
    is_anchor: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A finding with its number on the page, from 1."""

    number: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the document: its pieces, and the notes that belong in its margin."""

    block: Block
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]

    @property
    def is_heading(self) -> bool:
        return self.block.kind is BlockKind.HEADING


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the document: rows of passages, one a cell."""

    rows: tuple[tuple[Passage, ...], ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(note for row in self.rows for passage in row for note in passage.notes)


def passages(
    document: Document, stated: Sequence[Stated], findings: Sequence[Finding]
) -> tuple[Passage | Grid, ...]:
    """The document from top to bottom: its blocks and tables, marked. Text outside every block is not lost."""
    notes = [
        Note(number, finding)
        for number, finding in enumerate(
            sorted(findings, key=lambda finding: (finding.start, finding.end)), 1
        )
    ]
    flat = []
    first = first_note = 0
    for block in _blocks(document):
        # Figures and findings come in order of place, as blocks do: each is looked at once, however long the text.
        while first < len(stated) and stated[first].statement.start < block.start:
            first += 1
        last = first
        while last < len(stated) and stated[last].statement.start < block.end:
            last += 1
        while first_note < len(notes) and notes[first_note].finding.end <= block.start:
            first_note += 1
        last_note = first_note
        while last_note < len(notes) and notes[last_note].finding.start < block.end:
            last_note += 1
        flat.append(_passage(document, block, stated[first:last], notes[first_note:last_note]))
        first = last
    return tuple(_with_tables(flat))


def _blocks(document: Document) -> list[Block]:
    """The blocks, with a paragraph for every stretch of text that no block holds."""
    blocks: list[Block] = []
    position = 0
    for block in document.blocks:
        blocks += _gap(document, position, block.start)
        blocks.append(block)
        position = max(position, block.end)
    return blocks + _gap(document, position, len(document.text))


def _gap(document: Document, start: int, end: int) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, start, end)] if document.text[start:end].strip() else []


def _passage(document: Document, block: Block, inside: Sequence[Stated], notes: Sequence[Note]) -> Passage:
    beside = [note for note in notes if note.finding.start < block.end and note.finding.end > block.start]
    edges = {block.start, block.end}
    for each in inside:
        edges |= {each.statement.start, min(each.statement.end, block.end)}
    for note in beside:
        edges |= {max(note.finding.start, block.start), min(note.finding.end, block.end)}
    cuts = sorted(edges)
    pieces = []
    for start, end in pairwise(cuts):
        # Two quantities never overlap; were they to, the later one is marked.
        holder = next(
            (each for each in reversed(inside) if each.statement.start <= start < each.statement.end), None
        )
        pieces.append(
            Piece(
                text=document.text[start:end],
                start=start,
                stated=holder,
                findings=tuple(
                    note.number for note in beside if note.finding.start <= start < note.finding.end
                ),
                opens=(opens := holder is not None and holder.statement.start == start),
                is_anchor=opens or any(note.finding.start == start for note in beside),
            )
        )
    own = tuple(note for note in beside if block.start <= note.finding.start < block.end)
    return Passage(block, tuple(pieces), own)


def _with_tables(flat: Sequence[Passage]) -> list[Passage | Grid]:
    """Runs of cells of the same table become one grid."""
    result: list[Passage | Grid] = []
    rows: dict[int, list[Passage]] = {}
    table: int | None = None
    for passage in flat:
        cell = passage.block.cell
        if rows and (cell is None or cell.table != table):
            result.append(_grid(rows))
            rows = {}
        if cell is None:
            result.append(passage)
            continue
        table = cell.table
        rows.setdefault(cell.row, []).append(passage)
    if rows:
        result.append(_grid(rows))
    return result


def _grid(rows: dict[int, list[Passage]]) -> Grid:
    return Grid(tuple(tuple(rows[row]) for row in sorted(rows)))
