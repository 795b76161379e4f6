"""Figures of tables: a numeric cell says how much, its row and its column say what, whose and when.

Only cells that hold a number and nothing else are read here; cells with sentences are read as prose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from yanchao.documents.document import Block, BlockKind, Document
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern
from yanchao.statements.figures import Figure, Form
from yanchao.statements.fold import Folded, fold
from yanchao.statements.grammar import UNLISTED, Grammar
from yanchao.statements.inherit import Frame, Words
from yanchao.statements.marks import marker
from yanchao.statements.passages import scanner
from yanchao.statements.periods import TimeRole, find_periods
from yanchao.statements.statement import Evidence, Kind, Origin, Quantity, Span, Statement, Status

_NUMBER = pattern(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?")
_UNIT = pattern(
    r"[(（]\s*(?P<unit>[^()（）\d]{1,10}?)\s*[)）]|单位\s*[:：]\s*(?P<stated>[^\s，。()（）]{1,8})"
)
_GROWTH = pattern(r"增长|增速|增幅|同比|环比|比上年|涨跌|升降")
_YEAR = pattern(r"\s*(20\d\d)年?\s*")
_LONGEST_LABEL = 40

CONFIDENCE = 0.7
"""How sure the statement of a cell is: a guess, since no labelled text has a table yet."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a row or column heading says: its words without unit and time, and those two apart."""

    words: Words | None
    unit: str | None
    period: Words | None
    text: str
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of one table by row and column, and what stands just before it (a caption with the unit)."""

    cells: Mapping[tuple[int, int], Block]
    header_rows: int
    caption: Label | None


def tables_of(document: Document) -> dict[int, Table]:
    """The tables of a document by their number."""
    cells: dict[int, dict[tuple[int, int], Block]] = {}
    before: dict[int, Block] = {}
    last: Block | None = None
    for block in document.blocks:
        if block.cell is None:
            if block.kind is not BlockKind.FURNITURE:
                last = block
            continue
        table = cells.setdefault(block.cell.table, {})
        if not table and last is not None:
            before[block.cell.table] = last
        table[block.cell.row, block.cell.column] = block
    return {
        number: Table(grid, _header_rows(document.text, grid), None)
        if number not in before
        else Table(grid, _header_rows(document.text, grid), _caption(document.text, before[number]))
        for number, grid in cells.items()
    }


def holds_number(text: str) -> bool:
    """Whether a cell holds a number, with a unit perhaps, and nothing else."""
    stripped = text.strip()
    match = _NUMBER.match(stripped)
    return match is not None and len(stripped) - match.end() <= 6 and "。" not in stripped


def read_cell(
    document: Document, table: Table, block: Block, frame: Frame, lexicon: Lexicon, grammar: Grammar,
    published: date | None,
) -> Statement | None:  # fmt: skip
    """The statement of a numeric cell, or None where neither its row nor its column says what it measures."""
    cell = block.cell
    if cell is None or cell.row < table.header_rows:
        return None
    row = _label(document, table.cells.get((cell.row, 0)) if cell.column > 0 else None, published)
    column = _column_label(document, table, cell.column, published)
    if row is None and column is None:
        return None
    labels = [label for label in (column, row, table.caption) if label is not None]
    figure = _figure(
        document.text, block, next((label.unit for label in labels if label.unit), None), lexicon
    )
    if figure is None:
        return None
    growth = any(_GROWTH.search(label.text) for label in labels[:2]) and figure.form in (
        Form.PERCENT,
        Form.TIMES,
    )
    if growth and column is not None and _GROWTH.search(column.text):
        # 营业收入 | 同比增长: a rate is the rate of the column before it
        column = _grown(document, table, cell.column, published) or column
    measure, subject = _measure_and_subject(row, column, grammar, growth)
    if measure is None:
        return None
    period = next((label.period for label in labels if label.period), None) or frame.period
    named = [label for label in (row, column) if label is not None]
    return _statement(
        document, block, figure, measure, subject, growth, period, named, frame, lexicon, published
    )


def _header_rows(text: str, grid: Mapping[tuple[int, int], Block]) -> int:
    """How many rows at the top are headings: those marked so, else the first where none of its cells is a number."""
    marked = [block.cell.row for block in grid.values() if block.cell is not None and block.cell.is_header]
    marked = [
        row
        for row in marked
        if not any(holds_number(text[b.start : b.end]) for (r, _), b in grid.items() if r == row)
    ]
    if marked:
        return max(marked) + 1
    first = [text[block.start : block.end] for (row, _), block in grid.items() if row == 0]
    years = all(not holds_number(words) or _YEAR.fullmatch(words) for words in first)
    return 1 if years else 0


def _caption(text: str, block: Block) -> Label | None:
    return _read_label(fold(text, block.start, block.end), None) if block.end - block.start <= 120 else None


def _column_label(document: Document, table: Table, column: int, published: date | None) -> Label | None:
    """The headings over a column, the nearest first where several say the same."""
    labels = [
        _label(document, table.cells.get((row, column)), published)
        for row in range(table.header_rows - 1, -1, -1)
    ]
    found = [label for label in labels if label is not None]
    if not found:
        return None
    nearest = found[0]
    for label in found[1:]:
        nearest = replace(
            nearest,
            words=nearest.words or label.words,
            unit=nearest.unit or label.unit,
            period=nearest.period or label.period,
            text=f"{label.text}{nearest.text}",
        )
    return nearest


def _grown(document: Document, table: Table, column: int, published: date | None) -> Label | None:
    """The nearest heading to the left that names an amount, not a rate; the first column names the rows."""
    for left in range(column - 1, 0, -1):
        label = _column_label(document, table, left, published)
        if label is not None and label.words is not None and not _GROWTH.search(label.text):
            return label
    return None


def _label(document: Document, block: Block | None, published: date | None) -> Label | None:
    if block is None or block.end - block.start > _LONGEST_LABEL:
        return None
    words = document.text[block.start : block.end]
    if holds_number(words) and not _YEAR.fullmatch(words):
        return None
    return _read_label(fold(document.text, block.start, block.end), published)


def _read_label(folded: Folded, published: date | None) -> Label | None:
    text = folded.text
    if not text.strip():
        return None
    unit = _UNIT.search(text)
    written = (unit["unit"] or unit["stated"]) if unit else None
    end = unit.start() if unit and unit["unit"] else len(text)
    start = 0
    period: Words | None = None
    if year := _YEAR.fullmatch(text):
        return Label(
            None, None, Words(year[1], *folded.source(0, len(text))), text, folded.source(0, len(text))
        )
    for found in find_periods(text, published):
        if found.role in (TimeRole.AT, TimeRole.UNTIL, TimeRole.WINDOW) and found.iso:
            period = Words(found.iso, *folded.source(found.start, found.end))
            if found.start == 0:
                start = found.end
    words = folded.words[start:end].strip("，、。：: 的其中—-")
    place = folded.source(start, max(end, start))
    return Label(Words(words, *place) if words else None, written, period, text, place)


def _figure(text: str, block: Block, unit: str | None, lexicon: Lexicon) -> Figure | None:
    """The figure of a cell: with its own unit, else with the unit of its headings."""
    folded = fold(text, block.start, block.end)
    number = _NUMBER.search(folded.text)
    if number is None:
        return None
    sign = -1 if number[0].startswith("-") else 1
    digits = number[0].lstrip("+-")
    rest = folded.text[number.end() :].strip()
    written = rest or (unit or "")
    scanned = scanner(lexicon).scan(f"为{digits}{written}")
    if not scanned and not written:
        scanned = scanner(lexicon).scan(f"为{digits}个")
        scanned = tuple(replace(f, quantity=replace(f.quantity, unit="count")) for f in scanned)
    if len(scanned) != 1:
        return None
    figure = scanned[0]
    start, end = folded.source(number.start(), len(folded.text) if rest else number.end())
    quantity: Quantity = replace(figure.quantity, start=start, end=end, value=figure.quantity.value * sign)
    return replace(figure, quantity=quantity)


def _measure_and_subject(
    row: Label | None, column: Label | None, grammar: Grammar, growth: bool
) -> tuple[Words | None, Words | None]:
    """Which heading is the measure: the one that closes with a listed measure, else the column's, else the row's."""
    for one, other in ((column, row), (row, column)):
        if one is None or one.words is None:
            continue
        words = one.words.value
        listed = grammar.measure_at_end(words, 0, len(words))
        if listed is None or listed[1] is UNLISTED:
            continue
        if (
            growth
            and one is column
            and other is not None
            and other.words is not None
            and listed[1].id == "growth"
        ):
            return other.words, None
        before = words[: listed[0]].strip("的、 ")
        subject = Words(before, one.words.start, one.words.start + listed[0]) if before else None
        return Words(words[listed[0] :], one.words.start + listed[0], one.words.end), subject or (
            other.words if other is not None else None
        )
    if growth and row is not None and row.words is not None:
        return row.words, None
    if row is not None and row.words is not None and column is not None and column.words is not None:
        return column.words, row.words
    only = row if row is not None and row.words is not None else column
    return (only.words if only is not None else None), None


def _named(sort: str, labels: Sequence[Label], lexicon: Lexicon) -> Words | None:
    """The first place or cluster that the headings of a cell name."""
    for label in labels:
        for mark in marker(lexicon).find(label.text):
            if mark.sort == sort:
                return Words(mark.id, *label.place)
    return None


def _origin(cell: Block, over: Block | None) -> Origin:
    """Where the words of the block `over` stand, seen from a cell: in its row, over its column, over its table."""
    if over is None:
        return Origin.TITLE
    if over.cell is None:
        return Origin.HEADING if over.kind is BlockKind.HEADING else Origin.CAPTION
    return Origin.ROW if cell.cell is not None and over.cell.row == cell.cell.row else Origin.COLUMN


def _statement(
    document: Document, block: Block, figure: Figure, measure: Words, subject: Words | None, growth: bool,
    period: Words | None, named: Sequence[Label], frame: Frame, lexicon: Lexicon, published: date | None,
) -> Statement:  # fmt: skip
    cluster = _named("cluster", named, lexicon) or frame.cluster
    home = None if frame.region is None else Words(frame.region, block.start, block.start)
    region = _named("region", named, lexicon) or home
    if figure.form is Form.POINTS:
        kind = Kind.CHANGE
    elif growth:
        kind = Kind.GROWTH
    elif figure.form in (Form.PERCENT, Form.TIMES, Form.RATIO):
        kind = Kind.SHARE
    else:
        kind = Kind.LEVEL
    status = Status.ACTUAL
    if (
        published is not None
        and period is not None
        and int(period.value.partition("/")[2][:4] or period.value[:4]) > published.year
    ):
        status = Status.TARGET

    def evidence(field: str, words: Words) -> Evidence:
        over = document.block(words.start) if words.start < words.end else None
        origin = Origin.DOCUMENT if words is home and not frame.titled else _origin(block, over)
        return Evidence(field, words.start, words.end, words in (frame.period, frame.cluster, home), origin)

    if subject is None and home is not None and home.value in lexicon.regions:
        subject = Words(lexicon.regions[home.value].name, block.start, block.start)
    fields = {
        "measure": measure, "subject": subject, "cluster": cluster, "region": region, "period": period
    }  # fmt: skip
    found = [evidence(field, words) for field, words in fields.items() if words is not None]
    return Statement(
        quantity=figure.quantity,
        kind=kind,
        measure=measure.value,
        subject=subject.value if subject else None,
        cluster=cluster.value if cluster else None,
        region=region.value if region else None,
        base=None,
        period=period.value if period else None,
        status=status,
        source=None,
        sentence=Span(block.start, block.end),
        construction="table",
        confidence=CONFIDENCE,
        evidence=tuple(found),
    )
