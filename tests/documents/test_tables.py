"""Cells stand where their reader saw them, also beside empty places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yanchao.documents.document import Block, BlockKind, Cell
from yanchao.documents.tables import Placed, in_tables


def _cell(start: int, table: int, row: int, column: int) -> Block:
    return Block(BlockKind.CELL, start, start + 1, cell=Cell(table, row, column))


def test_a_cell_behind_an_empty_place_stays_in_its_column() -> None:
    first, second, third = _cell(0, 0, 0, 0), _cell(2, 0, 1, 0), _cell(4, 0, 1, 3)
    assert list(in_tables([first, second, third])) == [
        ((Placed(0, first),), (Placed(0, second), Placed(2, third)))
    ]


def test_a_table_without_a_first_column_begins_at_the_left() -> None:
    first, second = _cell(0, 0, 0, 2), _cell(2, 0, 1, 3)
    assert list(in_tables([first, second])) == [((Placed(0, first),), (Placed(1, second),))]


def test_two_tables_and_the_paragraphs_around_them_stay_apart() -> None:
    before, after = Block(BlockKind.PARAGRAPH, 0, 1), Block(BlockKind.PARAGRAPH, 8, 9)
    one, other = _cell(2, 0, 0, 0), _cell(4, 1, 0, 0)
    assert list(in_tables([before, one, other, after])) == [
        before,
        ((Placed(0, one),),),
        ((Placed(0, other),),),
        after,
    ]


@given(
    st.sets(st.tuples(st.integers(0, 5), st.integers(0, 9)), min_size=1).map(sorted),
)
def test_the_places_of_a_row_count_up_to_its_columns(places: list[tuple[int, int]]) -> None:
    blocks = [_cell(2 * number, 0, row, column) for number, (row, column) in enumerate(places)]
    [table] = in_tables(blocks)
    left = min(column for _, column in places)
    for row in table:
        at = left
        for placed in row:
            at += placed.gap
            assert placed.block.cell is not None
            assert placed.block.cell.column == at
            at += 1
    assert [placed.block for row in table for placed in row] == blocks
