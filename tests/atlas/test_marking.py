"""The document as it reads: marked, with not one character lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import making
from yanchao.atlas.marking import Grid, Passage, passages
from yanchao.audit.finding import Finding, Severity
from yanchao.documents.document import Block, BlockKind, Cell
from yanchao.ledger.ledger import Stated

TEXT = "产值1.8万亿元，占105%。"


def _finding(start: int, end: int) -> Finding:
    return Finding("draft.txt", start, end, "YC101", "impossible-share", Severity.ERROR, "不可能")


def _text(shown: Passage | Grid) -> str:
    cells = [shown] if isinstance(shown, Passage) else [cell for row in shown.rows for _, cell in row]
    return "".join(piece.text for cell in cells for piece in cell.pieces)


def test_a_figure_and_the_finding_on_it_are_one_piece() -> None:
    stated = Stated("0" * 64, making.statement(TEXT, "105%", "1.05", "1", kind="share"), TEXT)
    [shown] = passages(making.document(TEXT), [stated], [_finding(10, 14)])
    assert isinstance(shown, Passage)
    [marked] = [piece for piece in shown.pieces if piece.stated]
    assert (marked.text, marked.findings, marked.opens) == ("105%", (1,), True)
    assert [note.number for note in shown.notes] == [1]


def test_a_figure_that_a_finding_cuts_in_two_opens_once() -> None:
    stated = Stated("0" * 64, making.statement(TEXT, "1.8万亿元", 1.8e12), TEXT)
    [shown] = passages(making.document(TEXT), [stated], [_finding(5, 12)])
    assert isinstance(shown, Passage)
    assert [piece.opens for piece in shown.pieces if piece.stated] == [True, False]


def test_cells_of_one_table_become_one_grid() -> None:
    blocks = (
        Block(BlockKind.CELL, 0, 2, cell=Cell(0, 0, 0, is_header=True)),
        Block(BlockKind.CELL, 2, 8, cell=Cell(0, 0, 1)),
        Block(BlockKind.CELL, 9, 14, cell=Cell(0, 1, 0)),
    )
    shown = passages(making.document(TEXT, blocks=blocks), [], [])
    assert isinstance(shown[0], Grid)
    assert [_text(cell) for _, cell in shown[0].rows[0]] == ["产值", "1.8万亿元"]


@given(
    st.text(alphabet="广东1.8亿元<&\n", min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=6),
    st.lists(st.integers(0, 60), max_size=3),
)
def test_no_character_is_lost_or_doubled(text: str, ranges: list[tuple[int, int]], cuts: list[int]) -> None:
    length = len(text)
    findings = [_finding(start, min(start + size, length)) for start, size in ranges if start < length]
    edges = sorted({cut for cut in cuts if cut < length} | {0, length})
    blocks = tuple(Block(BlockKind.PARAGRAPH, a, b) for a, b in pairwise(edges))
    document = making.document(text, blocks=blocks[::2])
    shown = "".join(_text(each) for each in passages(document, [], findings))
    assert "".join(shown.split()) == "".join(text.split())
