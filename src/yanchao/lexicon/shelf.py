"""The packs' reference figures, read when they are asked for.

There are some two thousand of them, and a text asks after a handful of measures. The lines of a file are therefore
sorted by their measure first, which costs little, and read as figures only when somebody asks for that measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from yanchao.lexicon.entries import Reference
from yanchao.lexicon.tables import Numbered, numbered_lines, rows_of
from yanchao.quick import cached_property

FILE = "references.csv"


class Shelf:
    """The reference figures of several packs, in their order and the order of their lines."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._read: dict[str, tuple[Reference, ...]] = {}

    def of(self, measure: str) -> tuple[Reference, ...]:
        """All figures of one measure.

        Raises:
            PackError: where a line of that measure cannot be read.
        """
        if measure not in self._read:
            self._read[measure] = tuple(
                row for path, header, sorted_lines in self._files
                for row in rows_of(path, [header, *sorted_lines.get(measure, ())], Reference)
            )  # fmt: skip
        return self._read[measure]

    @cached_property
    def all(self) -> tuple[Reference, ...]:
        """Every figure.

        Raises:
            PackError: where a line cannot be read.
        """
        return tuple(
            row for path, header, sorted_lines in self._files
            for row in rows_of(path, [header, *sorted(_flat(sorted_lines))], Reference)
        )  # fmt: skip

    @cached_property
    def _files(self) -> list[tuple[Path, Numbered, dict[str, list[Numbered]]]]:
        found = []
        for folder in self._folders:
            path = folder / FILE
            header: Numbered | None = None
            column = 0
            sorted_lines: dict[str, list[Numbered]] = {}
            for number, line in numbered_lines(path):
                if header is None:
                    header = number, line
                    names = line.split(",")
                    column = names.index("measure") if "measure" in names else 0
                else:
                    cell = line.split(",", column + 1)[column] if line.count(",") >= column else line
                    sorted_lines.setdefault(cell.strip('"'), []).append((number, line))
            if header is not None:
                found.append((path, header, sorted_lines))
        return found


def _flat(sorted_lines: dict[str, list[Numbered]]) -> Iterator[Numbered]:
    for lines in sorted_lines.values():
        yield from lines
