"""What a share or a rank is of: a place by its code, however the text calls it, or the text's own words."""

from __future__ import annotations

from yanchao.lexicon.entries import Region
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern

CHINA = "156"
ALL_OF = pattern(r"[全我本][国省市县区]")
SAME_TIME = pattern(r"^同期的?")
ALL = pattern(r"(?<=..)总$")
"""占全国总|产量: what is left of the words of a universe whose measure is taken off."""


def universe(words: str, region: str | None, lexicon: Lexicon) -> str:
    """The universe that the words name: 全国 and 同期我国 are China, and 全市 is the city that `region` is or lies in."""
    own = ALL.sub("", SAME_TIME.sub("", words))
    if ALL_OF.fullmatch(own):
        return _all_of(own, region, lexicon) or own
    place = lexicon.region_by_word.get(own)
    return place.code if place and own not in lexicon.parts else own


def is_said_of(general: str, place: Region) -> bool:
    """Whether 全省 can mean this place: the 全区 of a county's text, which lies in a city, is not the city."""
    kind = general[1]
    return (
        place.code == CHINA
        if kind == "国"
        else (kind == "省" and place.level == "province") or kind in place.name
    )


def _all_of(general: str, region: str | None, lexicon: Lexicon) -> str | None:
    """The place that 全省 or 全市 is where a figure is of `region`: that itself, or what it lies in."""
    if general[1] == "国":
        return CHINA
    around = () if region is None else (region, *lexicon.around(region))
    places = (lexicon.place(code) for code in around)
    said = (place.code for place in places if place is not None and is_said_of(general, place))
    return next(said, lexicon.home if general[1] == "省" else None)
