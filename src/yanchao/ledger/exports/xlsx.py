"""XLSX: a workbook for people; figures typed, headers frozen, a sheet a topic, with a sheet of sources.

Clusters, documents and figures lead to their pages where there is an atlas.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import count, islice
from pathlib import Path
from typing import Any

from yanchao.ledger import pages
from yanchao.ledger.exports import Export
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.points import MEANINGS, TABLES, cells, points
from yanchao.ledger.schema import TABLE
from yanchao.quick import dataclass

MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
MOST_LINKS = 65_530
"""What Excel takes of links on one sheet; the cells after them hold their words alone."""

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
    (
        "Derived",
        "derived",
        "name name_en period status value low high unit written nominal doubts first_series second_series",
    ),
    ("Findings", "findings", "document start end rule name severity message message_en suggest"),
)


@dataclass(frozen=True, slots=True)
class Linked:
    """The words of a cell, and where they lead to, from the root of the atlas."""

    words: str
    page: str


def write(ledger: Ledger, out: Path, *, atlas: str = "") -> None:
    import xlsxwriter

    with out.open("wb") as file:
        _write(ledger, xlsxwriter.Workbook(file, OPTIONS), atlas)


def _write(ledger: Ledger, workbook: Any, atlas: str) -> None:
    made = datetime.combine(ledger.judged_on or date(2000, 1, 1), datetime.min.time(), UTC).replace(
        tzinfo=None
    )
    workbook.set_properties({"title": "yanchao · 验潮", "created": made})
    cards = ledger.documents()
    sheet = Sheets(workbook, atlas)
    sheet.add("Figures", tuple(MEANINGS), _figures(ledger, {card.uri: card.id for card in cards}), MEANINGS)
    uris = {card.id: card.uri for card in cards}
    for name, table, wanted in SHEETS:
        columns = TABLE[table].columns
        places = [[column.name for column in columns].index(column) for column in wanted.split()]
        rows = ([row[place] for place in places] for row in ledger.table(table))
        linked = _findings(rows, uris) if table == "findings" else _of_clusters(rows, wanted.split())
        sheet.add(name, wanted.split(), linked, {column.name: column.meaning for column in columns})
    sheet.add(
        "Sources",
        ("document", "uri", "title", "publisher", "published", "figures", "findings", "checked", "unchecked"),
        (
            (
                *(card.id, Linked(card.uri, pages.document(card.id)), card.title, card.publisher),
                *(card.published, card.statements, card.findings, card.related, card.unrelated),
            )
            for card in cards
        ),
        {
            "document": "SHA-256 of the source's bytes",
            "checked": "figures that some relation of the audit could check",
            "unchecked": "figures that none could: for them silence is not approval",
        },
    )
    workbook.close()


def _figures(ledger: Ledger, ids: Mapping[str, str]) -> Iterator[list[Any]]:
    """The points, each document leading to the figure on its page, each cluster to its page."""
    document, cluster = (list(MEANINGS).index(name) for name in ("document", "cluster"))
    for point in points(ledger):
        row = list(cells(point))
        row[document] = Linked(point.document, pages.figure(ids[point.document], point.start))
        row[cluster] = _cluster(point.cluster)
        yield row


def _findings(rows: Iterable[list[Any]], uris: Mapping[str, str]) -> Iterator[list[Any]]:
    """Findings, each with its document's name, which leads to the place on its page."""
    for id, start, *rest in rows:
        yield [Linked(uris[id], pages.figure(id, start)), start, *rest]


def _of_clusters(rows: Iterable[list[Any]], names: Sequence[str]) -> Iterator[list[Any]]:
    """Rows with these columns; where one of them is the cluster, it leads to its page."""
    for row in rows:
        yield [
            _cluster(value) if name == "cluster" else value for name, value in zip(names, row, strict=True)
        ]


def _cluster(id: str | None) -> Linked | None:
    return Linked(id, pages.cluster(id)) if id else None


class Sheets:
    """The sheets of one workbook, all in the same form."""

    def __init__(self, workbook: Any, atlas: str = "", most_rows: int = MOST_ROWS) -> None:
        self._workbook = workbook
        self._atlas = atlas if "://" in atlas else atlas and f"external:{atlas}"
        self._links = 0
        self._most_rows = most_rows
        self._head = workbook.add_format({"bold": True, "bottom": 1, "bg_color": "#EEF3F7"})
        self._day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        self._link = workbook.add_format({"font_color": "#1F5F8B", "underline": 1})

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
        self._links = 0
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, WIDTHS.get(column, 14))
            sheet.write_string(0, place, column, self._head)
            if column in meanings:
                sheet.write_comment(0, place, meanings[column])
        return sheet

    def _write(self, sheet: Any, row: int, place: int, value: Any) -> None:
        if value is None or (isinstance(value, float) and math.isinf(value)):
            return  # no bound is an empty cell
        if isinstance(value, Linked):
            self._write_linked(sheet, row, place, value)
        elif isinstance(value, bool):
            sheet.write_boolean(row, place, value)
        elif isinstance(value, date):
            sheet.write_datetime(row, place, value, self._day)
        elif isinstance(value, int | float):
            sheet.write_number(row, place, value)
        else:
            text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
            sheet.write_string(row, place, text[:LONGEST_CELL])

    def _write_linked(self, sheet: Any, row: int, place: int, value: Linked) -> None:
        words = value.words[:LONGEST_CELL]
        if not self._atlas or self._links >= MOST_LINKS:
            sheet.write_string(row, place, words)
            return
        self._links += 1
        sheet.write_url(row, place, self._atlas + value.page, self._link, words)


EXPORT = Export(
    "xlsx",
    "a workbook: figures, targets, concentration, standings, derived figures, findings, sources",
    "figures.xlsx",
    write,
    (
        *("about", *TABLES, "statements", "coverage", "findings"),
        *("standings", "targets", "concentration", "derived"),
    ),
    links=True,
)
