"""CSV: one flat table, a row an assertion, UTF-8 with a byte order mark so that Excel shows Chinese."""

from __future__ import annotations

import csv
from pathlib import Path

from yanchao.ledger.exports import Export
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.points import MEANINGS, TABLES, cells, points
from yanchao.statements.outputs.csv import harmless, whole


def write(ledger: Ledger, out: Path) -> None:
    with out.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(MEANINGS)
        for point in points(ledger):
            writer.writerow(map(_cell, cells(point)))


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return whole(value)
    return harmless(value) if isinstance(value, str) else value


EXPORT = Export(
    "csv", "one flat table: a row a source of a point, with its words", "figures.csv", write, TABLES
)
