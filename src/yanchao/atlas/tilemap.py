"""A map of Guangdong's 21 cities as equal tiles: colour says how much, position says where."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from yanchao.atlas import paths
from yanchao.atlas.language import HERE, Text


@dataclass(frozen=True, slots=True)
class Tile:
    """A line of `tiles.csv`."""

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
    mark: str
    path: str


@lru_cache(maxsize=1)
def tiles() -> tuple[Tile, ...]:
    """The layout, from north-west to south-east."""
    lines = (
        line for line in (HERE / "tiles.csv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"
    )
    return tuple(
        Tile(row["code"], int(row["row"]), int(row["column"]), Text(row["short_zh"], row["short_en"]))
        for row in csv.DictReader(lines)
    )


SHADES = 5


def coloured(counts: Mapping[str, int], marks: Mapping[str, str] | None = None) -> tuple[Coloured, ...]:
    """The map of `counts` by region code. `marks` puts a short word on a tile (a role)."""
    most = max(counts.values(), default=0)
    return tuple(
        Coloured(
            tile=tile,
            count=counts.get(tile.code, 0),
            shade=-(-SHADES * counts.get(tile.code, 0) // most) if most else 0,
            mark=(marks or {}).get(tile.code, ""),
            path=paths.place(tile.code),
        )
        for tile in tiles()
    )
