"""The packs' reference figures, read when they are asked for.

There are some two thousand of them, and a text asks after a handful of measures of a few places. The lines of a file
are therefore sorted by measure and region, which costs little, and read as figures only when somebody asks for them.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from yanchao.lexicon.entries import Reference
from yanchao.lexicon.tables import Numbered, numbered_lines, rows_of
from yanchao.quick import cached_property

FILE = "references.csv"

Index = dict[str, dict[str, list[Numbered]]]
"""The lines of a file by measure, then by region."""


class Shelf:
    """The reference figures of several packs, in their order and the order of their lines."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._read: dict[tuple[str, str | None], tuple[Reference, ...]] = {}

    def of(self, measure: str, region: str | None = None) -> tuple[Reference, ...]:
        """All figures of one measure, or those of one region only.

        Raises:
            PackError: where one of these lines cannot be read.
        """
        key = measure, region
        if key not in self._read:
            found: list[Reference] = []
            for path, header, index in self._files:
                by_region = index.get(measure, {})
                lines = (
                    by_region.get(region, [])
                    if region is not None
                    else sorted(line for lines in by_region.values() for line in lines)
                )
                if lines:
                    found += rows_of(path, [header, *lines], Reference)
            self._read[key] = tuple(found)
        return self._read[key]

    @cached_property
    def all(self) -> tuple[Reference, ...]:
        """Every figure.

        Raises:
            PackError: where a line cannot be read.
        """
        paths = (folder / FILE for folder in self._folders)
        return tuple(row for path in paths for row in rows_of(path, numbered_lines(path), Reference))

    @cached_property
    def _files(self) -> list[tuple[Path, Numbered, Index]]:
        found = []
        for folder in self._folders:
            path = folder / FILE
            lines = numbered_lines(path)
            if lines:
                found.append((path, lines[0], _index(lines)))
        return found


def _index(lines: list[Numbered]) -> Index:
    index: Index = {}
    names = lines[0][1].split(",")
    if not {"measure", "region"} <= set(names):
        return index
    measure, region = names.index("measure"), names.index("region")
    last = max(measure, region)
    for number, line in lines[1:]:
        cells = line.split(",", last + 1)
        if len(cells) <= last or '"' in line[: -len(cells[-1])]:
            cells = next(csv.reader([line]))
        if len(cells) > last:
            index.setdefault(cells[measure], {}).setdefault(cells[region], []).append((number, line))
    return index
