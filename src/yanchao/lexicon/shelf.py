"""The packs' reference figures, read when they are asked for.

There are some two thousand of them, and a text asks after a handful of measures. The lines of a file are therefore
read as figures only when somebody asks for their measure: looking for them in the text of the file costs little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from yanchao.lexicon.entries import Reference
from yanchao.lexicon.tables import Numbered, lines_of, rows_of
from yanchao.quick import cached_property, pattern

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
            rows = (row for path, lines in self._lines(measure) for row in rows_of(path, lines, Reference))
            self._read[measure] = tuple(row for row in rows if row.measure == measure)
        return self._read[measure]

    @cached_property
    def all(self) -> tuple[Reference, ...]:
        """Every figure.

        Raises:
            PackError: where a line cannot be read.
        """
        return tuple(row for path, lines in self._lines(None) for row in rows_of(path, lines, Reference))

    def _lines(self, measure: str | None) -> Iterator[tuple[Path, list[Numbered]]]:
        """Of each file its header and the lines of one measure, or of all."""
        for path, text in self._texts:
            header = _HEADER.search(text)
            if header is None:
                continue
            by_measure = header[0].startswith("measure,")
            first = re.escape(measure) + "," if measure is not None and by_measure else "[^#]"
            lines, number, place = [(text.count("\n", 0, header.start()) + 1, header[0])], 1, 0
            for line in re.finditer(f"^{first}.*$", text, re.MULTILINE):
                if line.start() > header.start() and line[0].strip():
                    number += text.count("\n", place, line.start())
                    place = line.start()
                    lines.append((number, line[0]))
            yield path, lines

    @cached_property
    def _texts(self) -> list[tuple[Path, str]]:
        paths = [folder / FILE for folder in self._folders]
        return [(path, "\n".join(lines_of(path))) for path in paths if path.is_file()]


_HEADER = pattern(r"(?m)^[^#\n].*$")
"""The first line that is no comment names the columns."""
