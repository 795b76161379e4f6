"""Which place a line by itself, or the words before a colon, names for what follows: 武汉：…, 固州县情况, 福建省：一季度，…."""

from __future__ import annotations

from yanchao.lexicon.entries import Region
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.inherit import Words
from yanchao.statements.passages import Passage
from yanchao.statements.places import NAME, place_at

_HEADS_PLACE = pattern(r"(?:走进)?(?P<name>[\u4e00-\u9fff]{2,8})(?:[：:｜|](?=[^。；]{2,40}。?$)|篇?$)")
"""武汉：…, 佛山篇: a line by itself that says which place is spoken of below it."""


_LONGEST_HEADING = 60
_SHORTEST_WITH_COUNTY = 4
"""浙江桐乡：…: a province and a city or county of it."""


def heads_place(passage: Passage, lexicon: Lexicon) -> Words | None:
    """The city or province that a line by itself names for what follows it; None where it is no such line."""
    text = passage.folded.text
    if len(text) > _LONGEST_HEADING:
        return None
    if (county := _heads_county(passage, lexicon)) is not None:
        return county
    match = _HEADS_PLACE.match(text)
    if match is None:
        return None
    name = match["name"]
    region = _by_name(name, lexicon) or (_bare_county(name, lexicon) if len(name) == _BARE_COUNTY else None)
    if region is None:
        return None
    city = place_at(match.end("name") + 1, match.end("name") + 1 + NAME, passage)
    if city is not None and city.id != region.code and lexicon.within(city.id, region.code):
        return passage.named(city.id, city.start, city.end)  # 广西：柳州…
    return passage.named(region.code, *match.span("name"))


_BARE_COUNTY = 2
"""How long the bare name of a county is that heads a line by itself (晋江：中国鞋都)."""


def _bare_county(name: str, lexicon: Lexicon) -> Region | None:
    """晋江: the one county that is so called without 县, 市 or 区, where its bare name is no word of the language."""
    if any(cue.text == name for cue in lexicon.cues_of("plain-name")):
        return None
    named = (county for kind in ("市", "县", "区") for county in lexicon.gazetteer.named(name + kind))
    found = {county.code: county for county in named}
    return next(iter(found.values())) if len(found) == 1 else None


_HEADS_COUNTY = pattern(r"(?P<county>[\u4e00-\u9fff]{2,12}?(?:县|旗))(?:县情|基本|情况|简介|概况|概览)+$")


def _heads_county(passage: Passage, lexicon: Lexicon) -> Words | None:
    """长河县基本情况: the county that a line by itself says is told of below it; None where it names none."""
    match = _HEADS_COUNTY.match(passage.folded.text)
    named = lexicon.gazetteer.named(match["county"]) if match is not None else ()
    return (
        passage.named(named[0].code, *match.span("county")) if match is not None and len(named) == 1 else None
    )


def _in_its_province(name: str, lexicon: Lexicon) -> Region | None:
    """江苏常州, 浙江桐乡: the city behind the name of its province, or that of a county behind it; else the province."""
    for length in (3, 2):
        province = lexicon.region_by_word.get(name[:length])
        if province is None:
            continue
        rest = name[length:]
        city = lexicon.region_by_word.get(rest)
        counties = (
            county for kind in ("", "市", "县", "区") for county in lexicon.gazetteer.named(rest + kind)
        )
        found = (place for place in (city, *counties) if place and lexicon.within(place.code, province.code))
        return next(found, province)
    return None


def _by_name(name: str, lexicon: Lexicon) -> Region | None:
    """The province, city or county of a name, alone or behind its province's; None where it is no such name."""
    region = lexicon.region_by_word.get(name)
    if region is None and len(name) >= _SHORTEST_WITH_COUNTY:
        region = _in_its_province(name, lexicon)
    return region if region is not None and region.level in ("province", "prefecture", "county") else None


_LEADS_PARAGRAPH = pattern(
    r"\s*(?:[一二三四五六七八九十\d]{1,3}[、.．]|[●■◆•·▶◎○—-]+|[【\[])?\s*(?P<name>[\u4e00-\u9fff]{2,8})(?:[】\]]|[：:])[：:]?(?=[^。；]{4,})"
)


def leads_paragraph(passage: Passage, lexicon: Lexicon) -> Words | None:
    """福建省：一季度，接待游客…: the place that a paragraph of a round-up names before a colon; None where it names none."""
    match = _LEADS_PARAGRAPH.match(passage.folded.text)
    region = None if match is None else _by_name(match["name"], lexicon)
    return None if match is None or region is None else passage.named(region.code, *match.span("name"))
