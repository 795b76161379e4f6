"""XLSX: a workbook for people; figures typed, headers frozen, a sheet a topic, with a sheet of sources."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from itertools import count, islice
from pathlib import Path
from typing import Any

from yanchao.ledger.exports import Export
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.points import MEANINGS, cells, points
from yanchao.ledger.schema import TABLE

MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
WIDTHS = {"name": 34, "name_en": 34, "quote": 60, "title": 40, "reason": 60, "message": 60, "value": 18}
SHEETS = (
    # the sheet, its table in the schema, and the columns that a reader of a workbook needs
    (
        "Targets",
        "targets",
        "cluster region measure subject plan period comparator value actual_period actual_value verdict met_period met_on "
        "progress pace_so_far pace_so_far_form pace_needed pace_needed_form reason reason_en",
    ),
    (
        "Concentration",
        "concentration",
        "indicator measure subject cluster region within period value low high formula sources",
    ),
    ("Standings", "standings", "cluster declared_tier supported_tier period value reason reason_en"),
    ("Findings", "findings", "document start end rule name severity message message_en suggest"),
)


def write(ledger: Ledger, out: Path) -> None:
    import xlsxwriter

    with out.open("wb") as file:
        _write(ledger, xlsxwriter.Workbook(file, OPTIONS))


def _write(ledger: Ledger, workbook: Any) -> None:
    made = datetime.combine(ledger.judged_on or date(2000, 1, 1), datetime.min.time(), UTC).replace(
        tzinfo=None
    )
    workbook.set_properties({"title": "yanchao · 验潮", "created": made})
    sheet = Sheets(workbook)
    sheet.add("Figures", tuple(MEANINGS), map(cells, points(ledger)), MEANINGS)
    for name, table, wanted in SHEETS:
        columns = TABLE[table].columns
        places = [[column.name for column in columns].index(column) for column in wanted.split()]
        rows = ([row[place] for place in places] for row in ledger.table(table))
        sheet.add(name, wanted.split(), rows, {column.name: column.meaning for column in columns})
    sheet.add(
        "Sources",
        ("document", "uri", "title", "publisher", "published", "figures", "findings", "checked", "unchecked"),
        (
            (
                *(card.id, card.uri, card.title, card.publisher, card.published),
                *(card.statements, card.findings, card.related, card.unrelated),
            )
            for card in ledger.documents()
        ),
        {
            "document": "SHA-256 of the source's bytes",
            "checked": "figures that some relation of the audit could check",
            "unchecked": "figures that none could: for them silence is not approval",
        },
    )
    workbook.close()


class Sheets:
    """The sheets of one workbook, all in the same form."""

    def __init__(self, workbook: Any, most_rows: int = MOST_ROWS) -> None:
        self._workbook = workbook
        self._most_rows = most_rows
        self._head = workbook.add_format({"bold": True, "bottom": 1, "bg_color": "#EEF3F7"})
        self._day = workbook.add_format({"num_format": "yyyy-mm-dd"})

    def add(
        self, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], meanings: dict[str, str]
    ) -> None:
        """A sheet with these rows; where they are more than a sheet holds, they go on in `NAME 2`, `NAME 3`, …"""
        remaining = iter(rows)
        for number in count(1):
            sheet = self._begin(name if number == 1 else f"{name} {number}", columns, meanings)
            last = 0
            for last, row in enumerate(islice(remaining, self._most_rows - 1), 1):
                for place, value in enumerate(row):
                    self._write(sheet, last, place, value)
            sheet.autofilter(0, 0, last, len(columns) - 1)
            if last < self._most_rows - 1:
                return

    def _begin(self, name: str, columns: Sequence[str], meanings: dict[str, str]) -> Any:
        sheet = self._workbook.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, WIDTHS.get(column, 14))
            sheet.write_string(0, place, column, self._head)
            if column in meanings:
                sheet.write_comment(0, place, meanings[column])
        return sheet

    def _write(self, sheet: Any, row: int, place: int, value: Any) -> None:
        if value is None:
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, place, value)
        elif isinstance(value, date):
            sheet.write_datetime(row, place, value, self._day)
        elif isinstance(value, int | float) and math.isfinite(value):
            sheet.write_number(row, place, value)
        else:
            text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
            sheet.write_string(row, place, text[:LONGEST_CELL])


EXPORT = Export("xlsx", "a workbook: figures, targets, standings, findings, sources", "figures.xlsx", write)
