"""Counties, districts and county-level cities, by name and by code.

The packs' regions are provinces and prefectures, which are sought in texts by all their names. The two thousand and more
counties are looked up: by their whole names where a text writes one, by short ones where a head does. The table is read
when the first of them is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from yanchao.lexicon.entries import County, Region
from yanchao.lexicon.tables import read_table
from yanchao.quick import cached_property

FILE = "counties.csv"


class Gazetteer:
    """The counties of several packs; a later pack's line replaces an earlier one of the same code."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders

    def named(self, name: str) -> tuple[Region, ...]:
        """The counties of a name; most names have one, some several (鼓楼区), which lie in different places.

        A county that has since become a city or a district goes by its old name too (靖西县, now 靖西市), where one alone
        bears the rest of it.

        Raises:
            PackError: where a pack's table cannot be read.
        """
        return self._by_name.get(name) or self._become(name)

    def _become(self, name: str) -> tuple[Region, ...]:
        stem, kind = name[:-1], name[-1:]
        if kind not in _BECOMES or len(stem) < _SHORTEST_STEM:
            return ()
        found = [one for now in _BECOMES[kind] for one in self._by_name.get(stem + now, ())]
        return tuple(found) if len(found) == 1 else ()

    def by_code(self, code: str) -> Region | None:
        """The county of a code, None where no pack lists one.

        Raises:
            PackError: where a pack's table cannot be read.
        """
        return self._by_code.get(code) if len(code) == LENGTH and not code.endswith("00") else None

    def lying_in(self, code: str) -> tuple[Region, ...]:
        """The counties that the province or prefecture of a code governs itself.

        Raises:
            PackError: where a pack's table cannot be read.
        """
        return self._by_place.get(code, ())

    def called(self, bare: str) -> tuple[Region, ...]:
        """The counties of a name without its kind (桐乡 of 桐乡市, 秀山 of 秀山土家族苗族自治县).

        Raises:
            PackError: where a pack's table cannot be read.
        """
        return self._by_bare_name.get(bare, ())

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name of every county, with its kind.

        Raises:
            PackError: where a pack's table cannot be read.
        """
        return tuple(self._by_name)

    def bare(self, code: str) -> str:
        """A county's name without its kind; empty where it has none but the kind's (鄂伦春自治旗).

        Raises:
            PackError: where a pack's table cannot be read.
        """
        return self._bare.get(code, "")

    @cached_property
    def all(self) -> tuple[County, ...]:
        """Every line.

        Raises:
            PackError: where one cannot be read.
        """
        return tuple(row for folder in self._folders for row in read_table(folder / FILE, County))

    @cached_property
    def _by_code(self) -> Mapping[str, Region]:
        return {row.code: Region(row.code, row.name, row.name, "county", row.region, ()) for row in self.all}

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Region, ...]]:
        found: dict[str, list[Region]] = {}
        for county in self._by_code.values():
            for name in dict.fromkeys((county.name, *self._with_its_kind(county))):
                found.setdefault(name, []).append(county)
        return {name: tuple(counties) for name, counties in found.items()}

    def _with_its_kind(self, county: Region) -> Iterator[str]:
        """秀山县: the short name of an autonomous county and its kind."""
        if bare := self._bare[county.code]:
            yield bare + county.name[-1]

    @cached_property
    def _bare(self) -> Mapping[str, str]:
        return {row.code: row.short or _without_kind(row.name) for row in self.all}

    @cached_property
    def _by_bare_name(self) -> Mapping[str, tuple[Region, ...]]:
        found: dict[str, list[Region]] = {}
        for county in self._by_code.values():
            if bare := self._bare[county.code]:
                found.setdefault(bare, []).append(county)
        return {name: tuple(counties) for name, counties in found.items()}

    @cached_property
    def _by_place(self) -> Mapping[str, tuple[Region, ...]]:
        found: dict[str, list[Region]] = {}
        for county in self._by_code.values():
            found.setdefault(str(county.parent), []).append(county)
        return {place: tuple(counties) for place, counties in found.items()}


_KINDS = ("县", "市", "区", "旗")


def _without_kind(name: str) -> str:
    return name[:-1] if name.endswith(_KINDS) and not name.endswith(_AUTONOMOUS) else ""


_AUTONOMOUS = ("自治县", "自治旗")

_BECOMES = {"县": "市区"}
"""What a county may have become. 增城市 and 上城市 stand in too many sentences that name no city (新增城市绿地)."""

_SHORTEST_STEM = 2

LENGTH = 6
"""Digits of a code of GB/T 2260; that of a province or a prefecture ends in 00."""
