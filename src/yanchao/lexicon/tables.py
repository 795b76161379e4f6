"""Reading one file of a pack: CSV with an explaining head of `#` lines, checked against its row type."""

from __future__ import annotations

import csv
import marshal
import os
import types
import typing
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from yanchao.errors import PackError
from yanchao.kept import PROGRAM, Kept, beside
from yanchao.quick import field_names, pattern

Row = TypeVar("Row")
Converter = Callable[[str], Any]
Numbered = tuple[int, str]
"""A line of a file and its number, counted from 1."""

_KEPT = Kept(beside(__file__, "tables.bin"))
PROGRAM.append(_KEPT)
WORTH_KEEPING = 100
"""Rows from which on a table is kept as it was read."""

_PLAIN_LINE = pattern(r'[^"\0]{1,9999}')
"""A line of cells without quotes: the csv module would part it at its commas too, in ten times the time."""


def read_table(path: Path, row_type: type[Row]) -> tuple[Row, ...]:
    """The rows of a pack file as `row_type` instances, in file order; none where the file is absent.

    The first line that is not a `#` comment names the columns, in any order: every field of `row_type`, save
    that a field with a default may be left out. A tuple field splits at `|`; an empty cell of an optional
    field is None; a `Literal` field holds one of its words. A line whose first character is `#` is a comment, also among the rows; a cell that begins
    with one must be quoted. A cell cannot hold a line break.

    Raises:
        PackError: with `file:line`, where a column is missing or unknown or a cell cannot be read.
    """
    key, stamp = _known_by(path, row_type)
    kept = _KEPT.get(key) if stamp else None
    if kept is not None and kept[0] == stamp:
        return tuple([row_type(*values) for values in marshal.loads(kept[1])])  # noqa: S302 - as trusted as bytecode
    rows = rows_of(path, numbered_lines(path), row_type)
    if stamp and len(rows) >= WORTH_KEEPING:
        names = field_names(row_type)[0]
        with suppress(ValueError):  # a value that is no plain one
            _KEPT.put(
                key, (stamp, marshal.dumps([tuple([getattr(row, name) for name in names]) for row in rows]))
            )
    return rows


def _known_by(path: Path, row_type: type[Any]) -> tuple[tuple[str, str], str]:
    """What a table's rows are kept under, and what must be the same for them to hold: the file and the fields; empty where there is no file."""
    key = str(path), row_type.__qualname__
    try:
        found = os.stat(key[0])  # noqa: PTH116 - `pathlib` costs time
    except OSError:
        return key, ""
    return key, f"{found.st_mtime_ns} {found.st_size} {row_type.__annotations__}"


def numbered_lines(path: Path) -> list[Numbered]:
    """The lines of a pack file that are neither comment nor empty, the header first; none where the file is absent."""
    if not path.is_file():
        return []
    return [
        (number, line)
        for number, line in enumerate(_lines(path), 1)
        if line.strip() and not line.startswith("#")
    ]


def rows_of(path: Path, lines: Iterable[Numbered], row_type: type[Row]) -> tuple[Row, ...]:
    """The rows that some of a file's lines hold, the header first among them (see `read_table`)."""
    converters = _converters(typing.cast(Any, row_type))
    required = {*field_names(row_type)[1]}
    rows: list[Row] = []
    header: list[str] | None = None
    in_order: list[Converter] = []
    whole = False
    is_plain = _PLAIN_LINE.fullmatch
    for number, line in lines:
        cells = line.split(",") if is_plain(line) else _quoted(line, f"{path}:{number}")
        if header is None:
            header = cells
            if len(set(header)) != len(header) or not required <= set(header) <= set(converters):
                raise PackError(f"{path}:{number}", f"the columns must be {', '.join(converters)}")
            in_order = [converters[name] for name in header]
            whole = header == list(converters)
            continue
        if len(cells) != len(header):
            raise PackError(f"{path}:{number}", f"{len(cells)} cells under {len(header)} columns")
        try:
            values = [convert(cell) for convert, cell in zip(in_order, cells, strict=True)]
        except (ValueError, InvalidOperation) as error:
            raise PackError(f"{path}:{number}", _unreadable(header, in_order, cells)) from error
        rows.append(row_type(*values) if whole else row_type(**dict(zip(header, values, strict=True))))
    return tuple(rows)


def _quoted(line: str, where: str) -> list[str]:
    try:
        return next(csv.reader([line]))
    except csv.Error as error:
        raise PackError(where, f"is not CSV: {error}") from error


def _unreadable(header: list[str], converters: list[Converter], cells: list[str]) -> str:
    """Which cell of a row cannot be read."""
    for name, convert, cell in zip(header, converters, cells, strict=True):
        try:
            convert(cell)
        except _NoneOfTheseError as error:
            return f"{name}: {cell!r} is none of {error}"
        except (ValueError, InvalidOperation):
            return f"{name}: {cell!r} cannot be read"
    return "cannot be read"


def _lines(path: Path) -> list[str]:
    """The lines of a file; a byte order mark, which spreadsheets write, is passed over."""
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise PackError(str(path), f"is not UTF-8: {error.reason} at byte {error.start}") from error


@cache
def _converters(row_type: type[Any]) -> dict[str, Converter]:
    hints = typing.get_type_hints(row_type)
    return {name: _converter(hints[name]) for name in field_names(row_type)[0]}


def _converter(hint: Any) -> Converter:
    if isinstance(hint, types.UnionType):
        inner = _converter(next(arg for arg in typing.get_args(hint) if arg is not type(None)))
        if inner is str:
            return lambda cell: cell or None
        return lambda cell: inner(cell) if cell else None
    if typing.get_origin(hint) is typing.Literal:
        return _one_of(typing.get_args(hint))
    if typing.get_origin(hint) is tuple:
        return lambda cell: tuple([part for part in cell.split("|") if part]) if cell else ()
    plain: dict[Any, Converter] = {
        str: str,
        int: int,
        Decimal: _number,
        date: date.fromisoformat,
        bool: _yes,
    }
    return plain[hint]


class _NoneOfTheseError(ValueError):
    """A cell that holds none of the words that its column may hold; `str(error)` names them."""


def _one_of(words: tuple[str, ...]) -> Converter:
    def convert(cell: str) -> str:
        if cell not in words:
            raise _NoneOfTheseError(", ".join(filter(None, words)))
        return cell

    return convert


def _number(cell: str) -> Decimal:
    value = Decimal(cell)
    if not value.is_finite():
        raise ValueError(f"{cell!r} is no number")
    return value


def _yes(cell: str) -> bool:
    if cell not in ("yes", "no", ""):
        raise ValueError(f"{cell!r} is neither yes nor no")
    return cell == "yes"
