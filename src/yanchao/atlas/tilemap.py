"""Maps of equal tiles, of the home province's cities and of the nation's provinces: colour says how much, position says where."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache

from yanchao.atlas import paths
from yanchao.atlas.language import HERE, Text
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Tile:
    """A line of `tiles.csv`."""

    area: str
    code: str
    row: int
    column: int
    short: Text


@dataclass(frozen=True, slots=True)
class Coloured:
    """A tile with its count and its shade, 0 (none) to 5 (most)."""

    tile: Tile
    count: int
    shade: int
    path: str


SOFT_HYPHEN = "\u00ad"
"""Shows only where a line ends at it."""


@lru_cache(maxsize=1)
def tiles() -> tuple[Tile, ...]:
    """The layout of every area that has one, each from north-west to south-east."""
    lines = (
        line for line in (HERE / "tiles.csv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"
    )
    return tuple(
        Tile(
            row["area"],
            row["code"],
            int(row["row"]),
            int(row["column"]),
            Text(row["short_zh"], row["short_en"].replace("|", SOFT_HYPHEN)),
        )
        for row in csv.DictReader(lines)
    )


def tiles_of(area: str | None) -> tuple[Tile, ...]:
    """The tiles of an area; none where it has no layout."""
    return tuple(tile for tile in tiles() if tile.area == area)


def nation_of(lexicon: Lexicon) -> str | None:
    """The nation that the packs' home is a province of."""
    home = lexicon.place(lexicon.home)
    return home.parent if home else None


SHADES = 5


def coloured(area: str | None, counts: Mapping[str, int]) -> tuple[Coloured, ...]:
    """The map of an area with `counts` by region code."""
    here = tiles_of(area)
    most = max((counts.get(tile.code, 0) for tile in here), default=0)
    return tuple(
        Coloured(
            tile=tile,
            count=counts.get(tile.code, 0),
            shade=-(-SHADES * counts.get(tile.code, 0) // most) if most else 0,
            path=paths.place(tile.code),
        )
        for tile in here
    )
