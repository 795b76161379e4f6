"""A list of answers as a table: CSV for spreadsheets, Parquet for data tools.

The columns are the fields of what is listed. What stands in a field of its own (the actual of a target) has its
fields as columns, under both names (`actual_value`); a list of such things becomes JSON.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import types
import typing
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from yanchao.statements.outputs.csv import harmless, whole
from yanchao.statements.outputs.parquet import write_records

TYPES = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN", date: "DATE"}
LIST = "VARCHAR[]"
STRUCTURE = "JSON"


def to_csv(kind: type, items: Iterable[object]) -> bytes:
    """The items, all of one kind, as UTF-8 with a byte order mark so that Excel shows Chinese."""
    columns = _columns(kind)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    for item in items:
        row = _row(kind, item)
        writer.writerow(harmless(_cell(row[name])) for name in columns)
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def to_parquet(kind: type, items: Iterable[object]) -> bytes:
    """The items, all of one kind, as a Parquet file."""
    columns = _columns(kind)
    out = io.BytesIO()
    records = (_stored(_row(kind, item), columns) for item in items)
    stored = {name: "VARCHAR" if type == STRUCTURE else type for name, type in columns.items()}
    write_records(records, stored, out)
    return out.getvalue()


def _columns(kind: type) -> dict[str, str]:
    """The columns with their types, in order of the fields."""
    columns: dict[str, str] = {}
    for name, meant in typing.get_type_hints(kind).items():
        inner = _without_none(meant)
        if dataclasses.is_dataclass(inner):
            columns |= {f"{name}_{own}": type for own, type in _columns(typing.cast(type, inner)).items()}
        elif typing.get_origin(inner) is tuple and typing.get_args(inner)[0] is str:
            columns[name] = LIST
        else:
            columns[name] = TYPES.get(typing.cast(type, inner), STRUCTURE)
    return columns


def _row(kind: type, item: object) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name, meant in typing.get_type_hints(kind).items():
        value, inner = None if item is None else getattr(item, name), _without_none(meant)
        if dataclasses.is_dataclass(inner):
            nested = _row(typing.cast(type, inner), value)
            row |= {f"{name}_{own}": cell for own, cell in nested.items()}
        else:
            row[name] = value
    return row


def _without_none(meant: Any) -> Any:
    """`float` of `float | None`."""
    if isinstance(meant, types.UnionType):
        return next(each for each in typing.get_args(meant) if each is not type(None))
    return meant


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, str | int | date):
        return value
    if isinstance(value, float):
        return whole(value)
    if isinstance(value, tuple) and all(isinstance(each, str) for each in value):
        return " ".join(value)
    return _json(value)


def _stored(row: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    return {name: _as_stored(row[name], type) for name, type in columns.items()}


def _as_stored(value: Any, type: str) -> Any:
    if type == STRUCTURE:
        return None if value is None else _json(value)
    return value.isoformat() if isinstance(value, date) else value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return value.isoformat() if isinstance(value, date) else dict(value)
