"""Maps of equal tiles: every place once, where a neighbour would look for it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from lxml import html

import making
import publishing
from yanchao.atlas.tilemap import nation_of, tiles, tiles_of
from yanchao.lexicon.lexicon import load

AREAS = {"440000": 21, "330000": 11, "156": 34}


@pytest.mark.parametrize(("area", "places"), AREAS.items())
def test_every_place_of_an_area_has_one_tile_on_its_grid(area: str, places: int) -> None:
    lexicon = load()
    here = tiles_of(area)
    assert len(here) == places
    assert max(Counter((tile.row, tile.column) for tile in here).values()) == 1
    assert all(1 <= tile.row <= 8 and 1 <= tile.column <= 8 for tile in here)
    for tile in here:
        known = lexicon.place(tile.code)
        assert known is not None
        assert known.parent == area
        assert known.name.startswith(tile.short.zh)


def test_no_tile_is_of_an_area_without_a_map() -> None:
    assert {tile.area for tile in tiles()} == set(AREAS)
    assert tiles_of("460000") == tiles_of(None) == ()


def test_the_nation_is_that_of_the_home() -> None:
    assert nation_of(load()) == "156"


def _places_page(folder: Path, *regions: str) -> html.HtmlElement:
    text = "，".join("进出口总额1万亿元" for _ in regions)
    stated = [
        making.statement(
            text,
            "1万亿元",
            1e12,
            occurrence=place,
            measure="进出口总额",
            subject="全省",
            region=region,
            period="2024",
        )
        for place, region in enumerate(regions)
    ]
    site = publishing.site_of(folder / "site", [making.extraction(text, *stated, id="a" * 64)], [])
    return html.parse(str(site / "places/index.html"))


def test_the_map_of_the_provinces_counts_what_is_known_of_each(tmp_path: Path) -> None:
    page = _places_page(tmp_path, "440000", "330000")
    provinces = page.xpath("//section[@aria-labelledby='provinces']//li")
    counts = {
        each.xpath("string(.//*[@class='tile-name'])"): each.xpath(
            "string(.//*[@class='tile-count']/span[1])"
        )
        for each in provinces
    }
    assert len(counts) == 34
    assert (counts["广东"], counts["浙江"], counts["台湾"]) == ("1", "1", "0")


def test_where_one_province_alone_is_known_there_is_no_map_of_the_provinces(tmp_path: Path) -> None:
    assert not _places_page(tmp_path, "440000").xpath("//section[@aria-labelledby='provinces']")
