"""The cells of a document put back into tables: what a page needs to show them as their reader saw them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from yanchao.documents.document import Block
from yanchao.quick import dataclass, pattern

BESIDE = pattern(
    r"附?[表图]\s?[0-9一二三四五六七八九十]|(?:计量)?单位\s?[：:]|注\s?[：:0-9]|(?:数据|资料)?来源\s?[：:]"
)
"""What stands over or under a table and is none of its cells."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in its row, with the number of empty places between it and the cell before it."""

    gap: int
    block: Block


Table = tuple[tuple[Placed, ...], ...]
"""The rows of a table that hold anything. Its first used column is at the left, whatever its number."""


def in_tables(blocks: Iterable[Block]) -> Iterator[Block | Table]:
    """The blocks in their order, with each run of cells of one table as that table."""
    for table, run in groupby(blocks, key=lambda block: block.cell and block.cell.table):
        if table is None:
            yield from run
        else:
            yield _table(tuple(run))


def _table(cells: tuple[Block, ...]) -> Table:
    rows: dict[int, list[tuple[int, Block]]] = {}
    for block in cells:
        if block.cell is not None:
            rows.setdefault(block.cell.row, []).append((block.cell.column, block))
    left = min(column for row in rows.values() for column, _ in row)
    return tuple(_row(sorted(rows[row], key=lambda one: one[0]), left) for row in sorted(rows))


def _row(cells: list[tuple[int, Block]], left: int) -> tuple[Placed, ...]:
    placed = []
    free = left
    for column, block in cells:
        placed.append(Placed(max(column - free, 0), block))
        free = max(free, column) + 1
    return tuple(placed)
