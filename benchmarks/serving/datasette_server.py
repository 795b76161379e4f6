# /// script
# dependencies = ["datasette==0.65.5"]
# ///
"""Datasette over the tables of a ledger: the same rows in SQLite, with an index for everything that is asked by.

It is given every advantage that its documentation names: the file opened as immutable, no suggested facets.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path

if __name__ != "__main__":
    from yanchao.ledger.ledger import Ledger
    from yanchao.ledger.schema import TABLES

INDEXES = {
    "statements": ("document", "cluster", "region", "period"),
    "series": ("cluster", "measure", "region"),
    "observations": ("series",),
    "assertions": ("series", "document"),
    "findings": ("document", "rule"),
    "targets": ("cluster",),
    "documents": ("published",),
}
TYPES = {"INTEGER": "INTEGER", "DOUBLE": "REAL", "BOOLEAN": "INTEGER"}
POINTS = """
    CREATE TABLE points AS
    SELECT s.series, s.name, s.measure, s.subject, s.region, s.cluster, s.kind, s.unit, o.observation, o.period, o.status,
           o.value, o.comparator, o.disputed, o.times, a.document, a.start, a."end", a.quote, a.cited, a.vintage, a.rank
    FROM observations o JOIN series s USING (series)
    JOIN assertions a ON a.series = o.series AND a.observation = o.observation AND a.assertion = 0
"""
"""What our list of points is made of, made beforehand, since Datasette pages through tables and not through joins."""


def write(ledger: Ledger, path: Path) -> None:
    """The tables of a ledger as a SQLite file."""
    with sqlite3.connect(path) as database:
        for table in TABLES:
            columns = ", ".join(f'"{it.name}" {TYPES.get(it.type, "TEXT")}' for it in table.columns)
            key = ", ".join(f'"{name}"' for name in table.key_columns)
            database.execute(f"CREATE TABLE {table.name} ({columns}, PRIMARY KEY ({key}))")
            marks = ", ".join("?" * len(table.columns))
            rows = (tuple(map(_stored, row)) for row in ledger.table(table.name))
            database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)
        database.execute(POINTS)
        database.execute("CREATE INDEX points_by_measure ON points (measure, value)")
        for name, indexed in INDEXES.items():
            for column in indexed:
                database.execute(f'CREATE INDEX {name}_by_{column} ON {name} ("{column}")')
        database.execute("ANALYZE")


def _stored(value: object) -> object:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value if value is None or isinstance(value, int | float | str) else str(value)


def command(python: Path, database: Path, port: int) -> list[str]:
    """What starts it."""
    settings = ("suggest_facets", "off"), ("allow_download", "off"), ("max_returned_rows", "1000")
    return [
        str(python), "-m", "datasette", "serve", "--immutable", str(database), "--host", "127.0.0.1",
        "--port", str(port), *(word for pair in settings for word in ("--setting", *pair)),
    ]  # fmt: skip


if __name__ == "__main__":
    sys.exit("run it with: python -m benchmarks.serving")
