"""Tables with one figure a row: each row says in its own cells what is measured, whose, where, when and how much.

This is how data tools and people with a spreadsheet write figures down (集群, 地区, 年份, 指标, 数值). Such a table is told
by its headings (`headings.csv`): it has a column for measure, period and value, and one at least for cluster, region or
subject. A row that cannot be read is told with its place and what to do; the others are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from yanchao.documents.document import Block, Document
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.figures import Figure, Form
from yanchao.statements.fold import fold
from yanchao.statements.headings import Label, Table, cell_label, field_below, row_span
from yanchao.statements.inherit import Frame
from yanchao.statements.marks import marker
from yanchao.statements.passages import scanner
from yanchao.statements.periods import find_periods
from yanchao.statements.statement import Evidence, Kind, Origin, Quantity, Statement, Status

CONSTRUCTION = "long-table"
CONFIDENCE = 0.9
"""How sure the statement of such a row is: every field has a cell of its own, but nobody has labelled any."""

OWNERS = ("cluster", "region", "subject")
NEEDED = ("measure", "period", "value")
STATUSES = {
    "实际": Status.ACTUAL, "实际数": Status.ACTUAL, "actual": Status.ACTUAL,
    "预计": Status.ESTIMATE, "估计": Status.ESTIMATE, "estimate": Status.ESTIMATE,
    "目标": Status.TARGET, "规划": Status.TARGET, "target": Status.TARGET,
}  # fmt: skip
COUNTED = ("count", "any", "person", "visit")
"""Dimensions of measures whose figures may stand without a unit."""

_MISSING = pattern(r"[-—–－.…]*|N/?A|nan|null|无|暂无", re.IGNORECASE)
_GROWTH = pattern(r"(?:同比|环比|比上年)?(?:名义|实际)?(?:增长率|增长|增速|增幅)$")
_SHARE = pattern(r"^(?P<measure>.*?)占(?P<base>[^比重份额占]{1,16}?)的?(?:比[重例]|份额)$")
_ENDING = pattern(r"(?:战略性)?(?:支柱|新兴)?(?:产业|行业|领域)?(?:集群)?")
_YEAR = pattern(r"((?:19|20)\d\d)年?")
_MONTH = pattern(r"((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])")
_DAY = pattern(r"((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])")
_QUARTER = pattern(r"((?:19|20)\d\d)年?[-/ ]?[Qq]([1-4])")
_YEARS = pattern(r"((?:19|20)\d\d)年?[-—–~～至/]((?:19|20)\d\d)年?")


@dataclass(frozen=True, slots=True)
class LongTable:
    """Which column of a table holds which field, and the unit that stands in the heading of the values."""

    columns: Mapping[str, int]
    unit: str | None


class _RowError(Exception):
    """What is wrong with one row: the cell (None where it is missing), the fault, and what to do about it."""

    def __init__(self, block: Block | None, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.block, self.problem, self.remedy = block, problem, remedy


def long_table(document: Document, table: Table) -> LongTable | None:
    """What the columns of a table hold, or None where it is not one of these: its first row names the columns."""
    columns: dict[str, int] = {}
    unit = None
    for block in table.rows.get(0, ()):
        field = field_below(document.text[block.start : block.end])
        if field is None or field in columns or block.cell is None:
            continue
        columns[field] = block.cell.column
        if field == "value":
            label = cell_label(document, block, None)
            unit = label.unit if label is not None else None
    if not all(field in columns for field in NEEDED) or not any(field in columns for field in OWNERS):
        return None
    return LongTable(columns, unit)


def read_row(
    document: Document, table: Table, long: LongTable, row: int, frame: Frame, lexicon: Lexicon
) -> Statement | str:
    """The statement of one row, or one line that says where it is wrong, how, and what to do."""
    cells = {field: table.cells.get((row, column)) for field, column in long.columns.items()}
    try:
        return _statement(document, table, long, cells, frame, lexicon)
    except _RowError as error:
        block = error.block or table.rows[row][0]
        place = document.place(block.start)
        where = place.path if place is not None and place.path else f"row {row + 1}"
        return f"{where}: {error.problem} ({error.remedy})"


def _statement(
    document: Document, table: Table, long: LongTable, cells: Mapping[str, Block | None], frame: Frame,
    lexicon: Lexicon,
) -> Statement:  # fmt: skip
    def words(field: str) -> str:
        block = cells.get(field)
        return "" if block is None else fold(document.text, block.start, block.end).text.strip()

    value = cells["value"]
    if value is None or _MISSING.fullmatch(words("value")):
        raise _RowError(value, "this row has no value", "write a number, or leave the row out")
    label = cell_label(document, cells["measure"], None)
    if label is None or label.words is None:
        raise _RowError(
            cells["measure"], "this row names no measure", "write what is measured, such as 营业收入"
        )
    unit = words("unit") or label.unit or long.unit or ""
    figure = _figure(value, words("value"), unit, label, lexicon)
    kind, measure, base = _kind_of(figure, label.words.value)
    period = _period(words("period"))
    if period is None:
        shown = words("period")
        problem = f"{shown!r} is no period" if shown else "this row has no period"
        raise _RowError(cells.get("period"), problem, "write 2024, 2024-06, 2024Q1 or 2021-2025")
    region = _region(cells.get("region"), words("region"), frame, lexicon)
    cluster = _named("cluster", words("cluster"), lexicon)
    status = STATUSES.get(words("status").lower(), None if words("status") else Status.ACTUAL)
    if status is None:
        raise _RowError(
            cells.get("status"),
            f"{words('status')!r} is no status",
            "write 实际, 预计 or 目标, or leave it empty",
        )
    place = lexicon.place(region)
    subject = words("subject") or words("cluster") or (place.name if place else "")
    source = words("source") or None
    given = {
        "unit": unit, "measure": measure, "subject": subject, "cluster": cluster, "region": region, "base": base,
        "period": period, "status": words("status"), "source": source,
    }  # fmt: skip
    return Statement(
        quantity=figure.quantity,
        kind=kind,
        measure=measure,
        subject=subject or None,
        cluster=cluster,
        region=region,
        base=base,
        period=period,
        status=status,
        source=source,
        sentence=row_span(table, value),
        construction=CONSTRUCTION,
        confidence=CONFIDENCE,
        evidence=tuple(_evidence(cells, given)),
    )


def _figure(block: Block, text: str, unit: str, measure: Label, lexicon: Lexicon) -> Figure:
    """The figure of the value's cell, with the unit of its column, its heading or its measure where it has none."""
    if not any(character.isdigit() for character in text):
        raise _RowError(block, f"{text!r} is no number", "write digits, such as 1234.5")
    for written in dict.fromkeys((f"{text}{unit}", text)):
        found = scanner(lexicon).scan(f"为{written}")
        if len(found) == 1 and _is_whole(found[0], written) and found[0].form is not Form.INDEX:
            return _at(found[0], block)
    bare = scanner(lexicon).scan(f"为{text}个")
    if len(bare) != 1 or not _is_whole(bare[0], f"{text}个"):
        raise _RowError(block, f"{text!r} is no number", "write digits, such as 1234.5")
    if unit:
        raise _RowError(block, f"{unit!r} is no unit that the packs know", "write 亿元, 万辆, % or the like")
    known = lexicon.measure_by_word.get(measure.words.value if measure.words else "")
    if known is not None and known.dimension not in COUNTED:
        raise _RowError(
            block,
            f"{text} of {known.name} has no unit",
            "add a column 单位, or write the unit behind the number",
        )
    quantity: Quantity = replace(bare[0].quantity, unit="count")
    return _at(replace(bare[0], quantity=quantity), block)


def _is_whole(figure: Figure, written: str) -> bool:
    """Whether a figure is all that was written behind the one character that scanning begins with."""
    return (figure.start, figure.end) == (1, len(written) + 1)


def _at(figure: Figure, block: Block) -> Figure:
    quantity: Quantity = replace(figure.quantity, start=block.start, end=block.end, comparators=())
    return replace(figure, quantity=quantity)


def _kind_of(figure: Figure, measure: str) -> tuple[Kind, str, str | None]:
    """What sort of figure it is, its measure without the words that say so, and the base of a share."""
    if figure.form is Form.POINTS:
        return Kind.CHANGE, measure, None
    if figure.form not in (Form.PERCENT, Form.TIMES, Form.RATIO):
        return Kind.LEVEL, measure, None
    if growth := _GROWTH.search(measure):
        return Kind.GROWTH, measure[: growth.start()] or measure, None
    if share := _SHARE.fullmatch(measure):
        return Kind.SHARE, share["measure"] or "比重", share["base"]
    return Kind.SHARE, measure, None


def _region(block: Block | None, text: str, frame: Frame, lexicon: Lexicon) -> str | None:
    """The place of a row, by its code or its name; that of the document where the row names none."""
    if not text:
        return frame.region
    code = text if lexicon.place(text) else _named("region", text, lexicon)
    if code is None:
        raise _RowError(block, f"no place in the packs is called {text!r}", "write its full name or its code")
    return code


def _named(sort: str, text: str, lexicon: Lexicon) -> str | None:
    """What a cell names as a whole: 智能机器人产业 is a cluster, 机器人玩具 is none."""
    if sort == "cluster" and text in lexicon.clusters:
        return text
    for mark in marker(lexicon).find(text):
        if mark.sort == sort and mark.start == 0 and _ENDING.fullmatch(text, mark.end):
            return mark.id
    return None


def _period(text: str) -> str | None:
    """A period as people write it in tables, in ISO 8601."""
    if year := _YEAR.fullmatch(text):
        return year[1]
    if day := _DAY.fullmatch(text):
        return f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}"
    if month := _MONTH.fullmatch(text):
        return f"{month[1]}-{int(month[2]):02}"
    if quarter := _QUARTER.fullmatch(text):
        last = 3 * int(quarter[2])
        return f"{quarter[1]}-{last - 2:02}/{quarter[1]}-{last:02}"
    if years := _YEARS.fullmatch(text):
        return f"{years[1]}/{years[2]}" if years[1] < years[2] else None
    found = [period for period in find_periods(text, None) if period.iso]
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)):
        return found[0].iso
    return None


def _evidence(cells: Mapping[str, Block | None], given: Mapping[str, str | None]) -> Iterator[Evidence]:
    """The cell that gave each field; the subject is the cluster's cell, or the region's, where it has none of its own."""
    own = {
        "subject": cells.get("subject") or cells.get("cluster") or cells.get("region"),
        "base": cells.get("measure"),
    }
    for field, value in given.items():
        block = own.get(field) or cells.get(field)
        if value and block is not None:
            yield Evidence(field, block.start, block.end, False, Origin.ROW)
