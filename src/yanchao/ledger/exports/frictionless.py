"""Frictionless data package: the ledger's tables as CSV, with a `datapackage.json` that types and links them."""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from yanchao.ledger.exports import Export
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.schema import TABLE, Column, Table

LEFT_OUT = {("documents", "text"), ("statements", "quote"), ("mentions", "quote")}
PACKED = (
    *("documents", "statements", "mentions", "findings", "related", "coverage"),
    *("series", "observations", "assertions", "standings", "targets", "settings", "concentration"),
    *("derived", "decisions"),
)
FILES = tuple((f"{name}.csv", name) for name in PACKED)
TYPES = {"INTEGER": "integer", "DOUBLE": "number", "VARCHAR": "string", "DATE": "date", "BOOLEAN": "boolean"}


def write(ledger: Ledger, out: Path, *, standing: Collection[str] = frozenset()) -> None:
    out.mkdir(exist_ok=True)
    for file, name in FILES:
        if file not in standing:
            _write_table(ledger, TABLE[name], out / file)
    package = {
        "profile": "tabular-data-package",
        "name": "yanchao-ledger",
        "title": "yanchao · 验潮: sourced figures of industrial clusters",
        "description": "Every figure with the words it came from. Figures are in base units, shares are fractions.",
        "resources": [_resource(TABLE[name]) for name in PACKED],
    }
    text = json.dumps(package, ensure_ascii=False, indent=2)
    (out / "datapackage.json").write_text(text + "\n", encoding="utf-8")


def _write_table(ledger: Ledger, table: Table, path: Path) -> None:
    columns = list(_columns(table))
    places = [table.columns.index(column) for column in columns]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(column.name for column in columns)
        for row in ledger.table(table.name):
            writer.writerow(_cell(row[place]) for place in places)


def _columns(table: Table) -> Iterator[Column]:
    return (column for column in table.columns if (table.name, column.name) not in LEFT_OUT)


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return {float("inf"): "INF", float("-inf"): "-INF"}.get(value, repr(value))
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, date) else value


def _resource(table: Table) -> dict[str, Any]:
    fields = [
        {"name": column.name, "type": TYPES.get(column.type, "array"), "description": column.meaning}
        for column in _columns(table)
    ]
    links = [
        {"fields": column.name, "reference": {"resource": target, "fields": field}}
        for column in _columns(table)
        if column.points_to
        for target, field in [column.points_to.split(".")]
        if TABLE[target].key == 1
    ]
    schema: dict[str, Any] = {"fields": fields, "primaryKey": list(table.key_columns), "missingValues": [""]}
    if links:
        schema["foreignKeys"] = links
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.meaning,
        "encoding": "utf-8",
        "schema": schema,
    }


EXPORT = Export(
    "frictionless",
    "a data package: typed, linked CSV tables",
    "frictionless",
    write,
    PACKED,
    is_folder=True,
    files=FILES,
)
