"""Counties, districts and county-level cities by name, read when a text is about one.

The packs' regions are provinces and prefectures. What a county has counts to its prefecture, and few texts are about a
county: the two thousand and more names are looked up when a head names a place that no region is called, not sought in texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from yanchao.lexicon.entries import County
from yanchao.lexicon.tables import read_table
from yanchao.quick import cached_property

FILE = "counties.csv"


class Gazetteer:
    """The counties of several packs; a later pack's line replaces an earlier one of the same name."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders

    def region_of(self, name: str) -> str | None:
        """The code of the prefecture (or province) that a county's figures count to, None for a name that is unknown.

        Raises:
            PackError: where a pack's table cannot be read.
        """
        return self._by_name.get(name)

    @cached_property
    def all(self) -> tuple[County, ...]:
        """Every line.

        Raises:
            PackError: where one cannot be read.
        """
        return tuple(row for folder in self._folders for row in read_table(folder / FILE, County))

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        return {row.name: row.region for row in self.all}
