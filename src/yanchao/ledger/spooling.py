"""Rows on their way into the database: a file of JSON Lines for each part of each table.

A table of many rows is spooled in parts that follow one another in the order of its key. The database then sorts a part at a
time: what it needs for that does not grow with the number of documents.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import IO, Any

from yanchao.ledger.schema import Table
from yanchao.ledger.sql import literal

LEAST_ROOM = 1 << 20
"""Bytes that the database is given for a row, where no row needs more."""

FIRST_DIGITS = "123456789abcdef"


def part_of(document: str) -> int:
    """The part, of 16, that the rows of a document go to: by the first digit of its id, and so in order of the ids."""
    return bisect_right(FIRST_DIGITS, document[:1])


class Spool:
    """The files of one build, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[tuple[str, int], IO[bytes]] = {}
        self._longest: dict[tuple[str, int], int] = {}
        folder.mkdir(parents=True)

    def add(self, table: Table, rows: Iterable[Sequence[Any]], part: int = 0) -> None:
        """Keep rows of a part of a table, each in the order of its columns."""
        key = table.name, part
        names = [column.name for column in table.columns]
        longest = self._longest.get(key, 0)
        lines = []
        for row in rows:
            line = _as_json(dict(zip(names, map(_plain, row), strict=True))).encode("utf-8")
            longest = max(longest, len(line))
            lines.append(line)
        if not lines:
            return
        if key not in self._files:
            self._files[key] = self._path(key).open("wb")
        self._files[key].write(b"\n".join((*lines, b"")))
        self._longest[key] = longest

    def parts(self, table: Table) -> list[int]:
        """The parts of a table that have rows, in their order."""
        return sorted(part for name, part in self._files if name == table.name)

    def rows(self, table: Table, *parts: int) -> str:
        """The rows of parts of a table, as a query in SQL."""
        keys = [(table.name, part) for part in parts if (table.name, part) in self._files]
        if not keys:
            columns = ", ".join(f'NULL::{column.type} AS "{column.name}"' for column in table.columns)
            return f"SELECT {columns} WHERE false"
        for key in keys:
            self._files[key].flush()
        paths = ", ".join(literal(self._path(key)) for key in keys)
        columns = ", ".join(f"'{column.name}': {literal(column.type)}" for column in table.columns)
        room = max(
            LEAST_ROOM, *(self._longest[key] + 1 for key in keys)
        )  # of which the database takes several
        return (
            f"SELECT * FROM read_json([{paths}], format = 'newline_delimited', "  # noqa: S608
            f"columns = {{{columns}}}, maximum_object_size = {room})"
        )

    def close(self) -> None:
        for file in self._files.values():
            file.close()

    def _path(self, key: tuple[str, int]) -> Path:
        return self._folder / f"{key[0]}-{key[1]:02}.jsonl"


_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    return value
