"""Rows on their way into the database: a file of JSON Lines for each part of each table.

A table of many rows is spooled in parts that follow one another in the order of its key. The database then sorts a part at a
time: what it needs for that does not grow with the number of documents.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from yanchao.ledger.schema import Table
from yanchao.ledger.sql import between, literal

LEAST_ROOM = 1 << 20
"""Bytes that the database is given for a row, where no row needs more."""

PARTS = 256
"""Parts of a table of documents; at fifty thousand documents of 7 kB the largest table has some 12 MB a part."""

TOGETHER = 12_000_000
"""Bytes of parts that are sorted together: what is small is not put into the database in many small steps."""

HELD = 8_000_000
"""Bytes that wait in memory until they are written. No file stays open: there are more than some systems allow."""


def part_of(document: str) -> int:
    """The part that the rows of a document go to: by the first two digits of its id, and so in order of the ids."""
    return int(document[:2], 16)


def conditions(count: int) -> Iterator[str]:
    """The conditions on the column `document` that cut a table into `count` parts which follow one another."""
    count = min(max(count, 1), PARTS)
    for first, beyond in pairwise(
        (None, *(f"{PARTS * number // count:02x}" for number in range(1, count)), None)
    ):
        yield between("document", first, beyond)


def together(sizes: Iterable[tuple[int, int]], most: int) -> Iterator[list[int]]:
    """Parts that follow one another, each with its size, in lists whose sizes are `most` in all, or of one part."""
    parts: list[int] = []
    held = 0
    for part, size in sizes:
        if parts and held + size > most:
            yield parts
            parts, held = [], 0
        parts.append(part)
        held += size
    if parts:
        yield parts


class Spool:
    """The files of one build, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: dict[tuple[str, int], list[bytes]] = {}
        self._held = 0
        self._longest: dict[tuple[str, int], int] = {}
        self._bytes: Counter[tuple[str, int]] = Counter()
        self._rows: Counter[tuple[str, int]] = Counter()
        folder.mkdir(parents=True)

    def add(self, table: Table, rows: Iterable[Sequence[Any]], part: int = 0) -> None:
        """Keep rows of a part of a table, each in the order of its columns."""
        key = table.name, part
        names = [column.name for column in table.columns]
        longest = self._longest.get(key, -1)
        waiting = self._waiting.setdefault(key, [])
        for row in rows:
            line = _as_json(dict(zip(names, map(_plain, row), strict=True))).encode("utf-8") + b"\n"
            longest = max(longest, len(line))
            waiting.append(line)
            self._held += len(line)
            self._bytes[key] += len(line)
            self._rows[key] += 1
        if longest >= 0:
            self._longest[key] = longest
        if self._held >= HELD:
            self._write()

    def parts(self, table: Table) -> list[int]:
        """The parts of a table that have rows, in their order."""
        return sorted(part for name, part in self._longest if name == table.name)

    def bytes(self, table: Table, part: int) -> int:
        """How many bytes the rows of a part have."""
        return self._bytes[table.name, part]

    def count(self, table: Table, part: int) -> int:
        """How many rows a part has."""
        return self._rows[table.name, part]

    def rows(self, table: Table, *parts: int) -> str:
        """The rows of parts of a table, as a query in SQL."""
        keys = [(table.name, part) for part in parts if (table.name, part) in self._longest]
        if not keys:
            columns = ", ".join(f'NULL::{column.type} AS "{column.name}"' for column in table.columns)
            return f"SELECT {columns} WHERE false"
        self._write()
        paths = ", ".join(literal(self._path(key)) for key in keys)
        columns = ", ".join(f"'{column.name}': {literal(column.type)}" for column in table.columns)
        room = max(LEAST_ROOM, *(self._longest[key] for key in keys))  # of which the database takes several
        return (
            f"SELECT * FROM read_json([{paths}], format = 'newline_delimited', "  # noqa: S608
            f"columns = {{{columns}}}, maximum_object_size = {room})"
        )

    def _write(self) -> None:
        """Write what waits."""
        for key, lines in self._waiting.items():
            if lines:
                with self._path(key).open("ab") as file:
                    file.writelines(lines)
        self._waiting.clear()
        self._held = 0

    def _path(self, key: tuple[str, int]) -> Path:
        return self._folder / f"{key[0]}-{key[1]:02}.jsonl"


_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    return value
