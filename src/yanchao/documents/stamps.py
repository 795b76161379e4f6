"""What files looked like when they were read: one that looks the same still holds the same bytes, and is not read to find out.

A stamp is the size of a file, the times of its last change as the system keeps them (of its bytes, and of anything about it,
which no program can set back), and its number on the disk. It is kept only where these times lay `SETTLED` before the file
was looked at: a clock ticks in steps, and a file that is changed twice within one looks the same after the second change.
So a file that changed just before it was read is read once more by the next build, and then no more.
"""

from __future__ import annotations

import os
import time
from json.encoder import encode_basestring_ascii as quoted
from pathlib import Path
from types import TracebackType
from typing import TextIO

SETTLED = 2_000_000_000
"""Nanoseconds: the coarsest step in which a file system still in use (FAT) keeps the time of a change."""


TOGETHER = 1_000
"""Lines that are written at a time: to write each by itself takes longer than to make it."""


def look(name: str) -> str | None:
    """What a file looks like now; None where there is none, or it has changed so lately that a look does not tell.

    Its size in bytes, when its bytes and when anything about it changed, its number on the disk, and its name.
    """
    now = time.time_ns()
    try:
        status = os.stat(name)  # noqa: PTH116 - a path object for each of many files takes longer than to ask
    except (OSError, ValueError):
        return None
    changed, altered = status.st_mtime_ns, status.st_ctime_ns
    if changed > now - SETTLED or altered > now - SETTLED:
        return None
    return f"{status.st_size}-{changed}-{altered}-{status.st_ino} {quoted(name)}"


def stamped(path: Path) -> dict[str, str]:
    """The ids of the bytes of files by what these looked like; none where a build's file of stamps is not there or cannot be read."""
    try:
        lines = (line.partition(" ") for line in path.read_text(encoding="ascii").splitlines())
        return {seen: id for id, _, seen in lines}
    except (OSError, ValueError):
        return {}


class Stamping:
    """A file of stamps being written, line by line. Use as a context manager."""

    def __init__(self, path: Path) -> None:
        self._file: TextIO = path.open("w", encoding="ascii")
        self._waiting: list[str] = []

    def keep(self, id: str, seen: str) -> None:
        """Keep what the file whose bytes have this id looked like before it was read."""
        self._waiting.append(f"{id} {seen}\n")
        if len(self._waiting) >= TOGETHER:
            self._write()

    def _write(self) -> None:
        self._file.writelines(self._waiting)
        self._waiting.clear()

    def __enter__(self) -> Stamping:
        return self

    def __exit__(
        self, type: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._write()
        finally:
            self._file.close()
