"""Reading one file of a pack: CSV with an explaining head of `#` lines, checked against its row type."""

from __future__ import annotations

import csv
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar

from yanchao.errors import PackError

Row = TypeVar("Row")


def read_table(path: Path, row_type: type[Row]) -> tuple[Row, ...]:
    """The rows of a pack file as `row_type` instances, in file order; none where the file is absent.

    The first line that is not a `#` comment names the columns, in any order: every field of `row_type`, save
    that a field with a default may be left out. A tuple field splits at `|`; an empty cell of an optional
    field is None. A line whose first character is `#` is a comment, also among the rows; a cell that begins
    with one must be quoted. A cell cannot hold a line break.

    Raises:
        PackError: with `file:line`, where a column is missing or unknown or a cell cannot be read.
    """
    if not path.is_file():
        return ()
    converters = _converters(row_type)
    required = {field.name for field in fields(row_type) if field.default is MISSING}  # type: ignore[arg-type]
    rows: list[Row] = []
    header: list[str] | None = None
    for number, line in enumerate(_lines(path), 1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{path}:{number}"
        try:
            cells = next(csv.reader([line]))
        except csv.Error as error:
            raise PackError(where, f"is not CSV: {error}") from error
        if header is None:
            header = cells
            if len(set(header)) != len(header) or not required <= set(header) <= set(converters):
                raise PackError(where, f"the columns must be {', '.join(converters)}")
            continue
        if len(cells) != len(header):
            raise PackError(where, f"{len(cells)} cells under {len(header)} columns")
        values: dict[str, Any] = {}
        for name, cell in zip(header, cells, strict=True):
            try:
                values[name] = converters[name](cell)
            except (ValueError, InvalidOperation) as error:
                raise PackError(where, f"{name}: {cell!r} cannot be read") from error
        rows.append(row_type(**values))
    return tuple(rows)


def _lines(path: Path) -> list[str]:
    """The lines of a file; a byte order mark, which spreadsheets write, is passed over."""
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise PackError(str(path), f"is not UTF-8: {error.reason} at byte {error.start}") from error


def _converters(row_type: type[Any]) -> dict[str, Callable[[str], Any]]:
    hints = typing.get_type_hints(row_type)
    return {field.name: _converter(hints[field.name]) for field in fields(row_type)}


def _converter(hint: Any) -> Callable[[str], Any]:
    if isinstance(hint, types.UnionType):
        inner = _converter(next(arg for arg in typing.get_args(hint) if arg is not type(None)))
        return lambda cell: inner(cell) if cell else None
    if typing.get_origin(hint) is tuple:
        return lambda cell: tuple(part for part in cell.split("|") if part)
    plain: dict[Any, Callable[[str], Any]] = {
        str: str,
        int: int,
        Decimal: _number,
        date: date.fromisoformat,
        bool: _yes,
    }
    return plain[hint]


def _number(cell: str) -> Decimal:
    value = Decimal(cell)
    if not value.is_finite():
        raise ValueError(f"{cell!r} is no number")
    return value


def _yes(cell: str) -> bool:
    if cell not in ("yes", "no", ""):
        raise ValueError(f"{cell!r} is neither yes nor no")
    return cell == "yes"
