"""Figures of tables: a numeric cell says how much, its row and its column say what, whose and when.

Only cells that hold a number and nothing else are read here; cells with sentences are read as prose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from yanchao.documents.document import Block, BlockKind, Cell, Document
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern, replace
from yanchao.statements.figures import Figure, Form
from yanchao.statements.fold import fold
from yanchao.statements.grammar import UNLISTED, Grammar
from yanchao.statements.headings import NUMBER, Label, Table, column_label, row_labels, row_span, unit_of_row
from yanchao.statements.inherit import Frame, Words
from yanchao.statements.marks import marker
from yanchao.statements.passages import scanner
from yanchao.statements.statement import Evidence, Kind, Origin, Quantity, Statement, Status

_GROWTH = pattern(r"增长|增速|增幅|增减|同比|环比|[比较](?:上年|去年|上月)|涨跌|升降")
_SHARE = pattern(r"占比|比重|份额|占(?P<base>[^比重份额占(（]{1,16}?)的?(?:比[重例]|份额|百分比|[(（]|$)")
_ON_LAST_MONTH = pattern(r"环比|[比较]上月")
CONSTRUCTION = "table"
"""What the statements of cells were read by."""

PERCENT = "%"
"""The unit of a rate (增速, 占比) where neither its cell nor its heading gives one: 单位：亿元 is of the amounts."""

CONFIDENCE = 0.7
"""How sure the statement of a cell is: a guess, since no labelled text has a table yet."""


def read_cell(
    document: Document, table: Table, block: Block, frame: Frame, lexicon: Lexicon, grammar: Grammar,
    published: date | None,
) -> Statement | None:  # fmt: skip
    """The statement of a numeric cell, or None where neither its row nor its column says what it measures."""
    cell = block.cell
    if cell is None or cell.row < table.header_rows or not table.states_figures(cell.column):
        return None
    rows = row_labels(document, table, cell, published)
    column = column_label(document, table, cell.column, published)
    if not rows and column is None:
        return None
    row, owner = _row_and_owner(rows, table, lexicon, grammar)
    over = next((label for label in (column, row) if label is not None and _is_rate(label)), None)
    figure = cell_figure(document.text, block, _unit(document, table, cell, column, row, over), lexicon)
    if figure is None:
        return None
    is_fraction = figure.form in (Form.PERCENT, Form.TIMES)
    growth = over is not None and is_fraction and _GROWTH.search(over.text) is not None
    heads_column = over is not None and over is column
    share = _SHARE.search(over.text) if over is not None and heads_column and is_fraction else None
    before = _amount_before(document, table, cell.column, published) if heads_column else None
    if (growth or share) and (before is not None or (row is not None and row.words is not None)):
        # 营业收入 | 同比增长 | 占全省比重: a rate is the rate of the column before it, else of what its row names
        measure, subject = _measure_and_subject(row, before, grammar, growth)
    elif not growth and row is not None and _in_column(rows, table, "measure") is row:
        measure, subject = _measure_and_subject(
            column, row, grammar, growth
        )  # 指标: what a row names is measured
    else:
        measure, subject = _measure_and_subject(row, column, grammar, growth)
    if measure is None:
        return None
    subject = subject or (owner.words if owner is not None else None)
    place = _in_column(rows, table, "region")
    named = [label for label in (place, *rows.values(), column) if label is not None]
    own = next((label.period for label in reversed(named) if label.period), None)
    if own is None and heads_column:
        own = _latest(document, table, cell.column, published)
    caption = table.caption.period if table.caption is not None else None
    base = None
    if share is not None and not growth and over is not None and share["base"]:
        base = Words(share["base"], *over.place)
    return _statement(
        document, table, block, figure, measure, subject, Kind.GROWTH if growth else None, own or caption or frame.period,
        base, _qualifiers(over), named, frame, lexicon, published,
    )  # fmt: skip


def _row_and_owner(
    rows: Mapping[int, Label], table: Table, lexicon: Lexicon, grammar: Grammar
) -> tuple[Label | None, Label | None]:
    """Of the headings of a row, the one that says what is measured, if any, else whose it is; and beside that, whose it is.

    汽车 | 营业收入: what is measured stands below 指标, or closes with a listed measure. Whose it is stands first; a place
    (汽车 | 广州) only where nothing else does.
    """
    measured = _in_column(rows, table, "measure")
    if measured is None and len(rows) > 1:
        measured = next(
            (label for label in reversed(list(rows.values())) if _names_measure(label, grammar)), None
        )
    owners = [label for label in rows.values() if label is not measured and label.words is not None]
    owner = next((label for label in owners if not _is_place(label, lexicon)), owners[0] if owners else None)
    return (owner, None) if measured is None else (measured, owner)


def _in_column(rows: Mapping[int, Label], table: Table, field: str) -> Label | None:
    """The heading of a row that stands in the column for a field, if there is one."""
    column = table.column_of(field)
    return None if column is None else rows.get(column)


def _names_measure(label: Label, grammar: Grammar) -> bool:
    """Whether a heading closes with a measure of the packs."""
    words = label.words.value if label.words is not None else ""
    listed = grammar.measure_at_end(words, 0, len(words))
    return listed is not None and listed[1] is not UNLISTED


def _is_place(label: Label, lexicon: Lexicon) -> bool:
    return label.words is not None and label.words.value in lexicon.region_by_word


def _unit(
    document: Document, table: Table, cell: Cell, column: Label | None, row: Label | None, rate: Label | None
) -> str | None:
    """The unit that the headings of a cell give, the nearest first; of a rate, its own heading's or its row's alone."""
    own = unit_of_row(document, table, cell)
    if rate is not None:
        return rate.unit or (own if rate is row else None) or PERCENT
    given = (None if label is None else label.unit for label in (column, row))
    return (
        next(filter(None, given), None) or own or (table.caption.unit if table.caption is not None else None)
    )


def _is_rate(label: Label) -> bool:
    """Whether a heading is of rates: of change, or parts of a whole."""
    return _GROWTH.search(label.text) is not None or _SHARE.search(label.text) is not None


def _qualifiers(over: Label | None) -> frozenset[str]:
    return frozenset({"month-on-month"} if over is not None and _ON_LAST_MONTH.search(over.text) else ())


def _amount_before(document: Document, table: Table, column: int, published: date | None) -> Label | None:
    """The nearest heading to the left that names an amount, not a rate; the first column, as those of words, names the rows."""
    for left in range(column - 1, 0, -1):
        if left in table.naming or table.fields.get(left) == "unit":
            continue
        label = column_label(document, table, left, published)
        if label is not None and label.words is not None and not _is_rate(label):
            return label
    return None


def _latest(document: Document, table: Table, column: int, published: date | None) -> Words | None:
    """The latest time among the headings to the left of a rate that names none: 2024年 | 2025年 | 增速 is of 2025.

    Where none stands to the left, the latest of those to the right.
    """
    last = max(place for row, place in table.cells if row < table.header_rows) if table.header_rows else 0
    for columns in (range(1, column), range(column + 1, last + 1)):
        labels = (column_label(document, table, each, published) for each in columns)
        times = [label.period for label in labels if label is not None and label.period is not None]
        if times:
            return max(times, key=lambda words: words.value.rpartition("/")[2])
    return None


def cell_figure(text: str, block: Block, unit: str | None, lexicon: Lexicon) -> Figure | None:
    """The figure of a cell: with its own unit, else with the unit of its headings."""
    folded = fold(text, block.start, block.end)
    number = NUMBER.search(folded.text)
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
    document: Document, table: Table, block: Block, figure: Figure, measure: Words, subject: Words | None, rate: Kind | None,
    period: Words | None, base: Words | None, qualifiers: frozenset[str], named: Sequence[Label],
    frame: Frame, lexicon: Lexicon, published: date | None,
) -> Statement:  # fmt: skip
    cluster = _named("cluster", named, lexicon) or frame.cluster
    home = None if frame.region is None else Words(frame.region, block.start, block.start)
    region = _named("region", named, lexicon) or home
    if figure.form is Form.POINTS:
        kind = Kind.CHANGE
    elif rate is not None:
        kind = rate
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

    if subject is None and home is not None and (place := lexicon.place(home.value)) is not None:
        subject = Words(place.name, block.start, block.start)
    fields = {
        "measure": measure, "subject": subject, "cluster": cluster, "region": region, "period": period,
        "base": base,
    }  # fmt: skip
    found = [evidence(field, words) for field, words in fields.items() if words is not None]
    return Statement(
        quantity=figure.quantity,
        kind=kind,
        measure=measure.value,
        subject=subject.value if subject else None,
        cluster=cluster.value if cluster else None,
        region=region.value if region else None,
        base=base.value if base else None,
        period=period.value if period else None,
        status=status,
        source=None,
        sentence=row_span(table, block),
        construction=CONSTRUCTION,
        confidence=CONFIDENCE,
        qualifiers=qualifiers,
        evidence=tuple(found),
    )
