"""The county that a text goes on about, by its whole name or by the bare one that it goes on to use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from yanchao.documents.document import Document
from yanchao.lexicon.entries import Region
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.marks import Mark
from yanchao.statements.passing_places import is_in_imprint

_DISTRICT = pattern(r"[\u4e00-\u9fff]{2,4}区(?![域间位块划别内外级县市长委])")
_OWN_KIND = pattern(r"(?:[全我该](?P<kind>[县区旗])|该(?P<city>市))(?![域内外场])")
_HEAD = 120
"""How many characters of a text, its title among them, bring up the county that they call by its bare name."""

_SO_OFTEN = 3
"""How often a text names its county at least, where it does not call anything 全县 or 全区."""

_AGAIN = 2
"""How often at least where it does, or begins with the county's name, and never names it whole."""

_OFTENER = 2
"""How many times oftener than any other place a text names its county."""


def county_told_of(
    document: Document, told: Sequence[Mark], named: Sequence[Mark], lexicon: Lexicon
) -> str | None:
    """The county that a text names far oftener than any other place; None where none is, or it is but an example.

    `named` are the names of places in it, `told` those that tell whose text it is. Once is enough where the text says
    全县 or 全区 and names no other place.
    """
    text = document.text
    held = {at: mark.id for mark in named for at in range(mark.start, mark.end)}
    counties = dict.fromkeys(
        (*_in_marks(told, lexicon), *_districts(text, lexicon), *_in_head(text, held, lexicon))
    )
    counts = Counter({county: times for county in counties if (times := _times(county, text, held, lexicon))})
    counts.update(_of_two_characters(text, lexicon))
    if not counts:
        return _praised(text, lexicon) if not told else None
    county, often = max(counts.items(), key=lambda pair: (pair[1], pair[0].code))
    others = max((times for other, times in counts.items() if other != county), default=0)
    places = Counter(mark.id for mark in told if lexicon.level(mark.id) in ("province", "prefecture"))
    around, elsewhere = (
        max(
            (times for code, times in places.items() if lexicon.within(county.code, code) is inside),
            default=0,
        )
        for inside in (True, False)
    )
    own = {match["kind"] or match["city"] for match in _OWN_KIND.finditer(text)} == {county.name[-1]}
    if own and often >= _OFTENER * others and county.name in text and county.name[-1] != "区":
        return county.code  # 我县…: the only county named
    if not told and not others and _opens_with(county.name, text):
        return county.code  # 今年1—4月，长河区…: the only place named
    if not told and not others and own and _praised(text, lexicon) == county.code:
        return county.code
    if often < _OFTENER * max(others, elsewhere) or often < around:
        return None
    if county.name not in text:
        brought_up = own or text.startswith(lexicon.gazetteer.bare(county.code) or county.name)
        return county.code if often >= (_AGAIN if brought_up else _SO_OFTEN + 1) else None
    alone = not others and not elsewhere and (own or often > max(_AGAIN - 1, around))
    return county.code if alone or often > max(_SO_OFTEN - 1, around) else None


_OPENS = 30
"""Within how many characters of a text a clause opens with the only place that it names."""


def _opens_with(name: str, text: str) -> bool:
    at = text.find(name, 0, _OPENS)
    return at == 0 or (at > 0 and text[at - 1] in "，,：:。\n月年度")


_PRAISED = pattern(r"(?:和谐|美丽|幸福|富裕|富强|魅力|活力)(?P<name>[\u4e00-\u9fff]{2})")


def _praised(text: str, lexicon: Lexicon) -> str | None:
    """全县…，建设和谐|花垣: the county that a text names by its bare name where it wishes it well, if it names but one."""
    kinds = {match["kind"] for match in _OWN_KIND.finditer(text)}
    found = {
        county.code: county
        for match in _PRAISED.finditer(text)
        if is_safe(match["name"], lexicon)
        for county in lexicon.gazetteer.called(match["name"])
    }
    (county,) = found.values() if len(found) == 1 else (None,)
    return county.code if county is not None and kinds == {county.name[-1]} else None


_SO_MANY = 3
"""How many counties of one city at least a text names by their bare names that goes through that city's."""

_LISTED = pattern(r"[\u4e00-\u9fff]{2,4}(?:[县市区旗])?(?:[、和与][\u4e00-\u9fff]{2,4}(?:[县市区旗])?)+")


def city_of_counties(text: str, lexicon: Lexicon) -> str | None:
    """太和、界首…颍泉、阜南…: the one city whose counties a text lists, most of them by their bare names."""
    cities: dict[str, set[str]] = {}
    for match in _LISTED.finditer(text):
        for name in _AND.split(match[0]):
            for county in _listed(name, lexicon):
                cities.setdefault(str(county.parent), set()).add(county.code)
    most = sorted(cities.items(), key=lambda pair: -len(pair[1]))
    if not most or len(most[0][1]) < _SO_MANY or lexicon.level(most[0][0]) != "prefecture":
        return None
    return most[0][0] if len(most) == 1 or len(most[1][1]) < len(most[0][1]) // _OFTENER + 1 else None


_AND = pattern(r"[、和与]")


def _listed(name: str, lexicon: Lexicon) -> Iterator[Region]:
    """The counties whose names one name of a list may be, or end (分别为颍泉), or begin (凯里市为主)."""
    for length in (_LONGEST_BARE, _SHORTEST_BARE):
        for bare in {name[:length], name[-length:]}:
            yield from lexicon.gazetteer.called(bare)


def _in_marks(told: Sequence[Mark], lexicon: Lexicon) -> Iterator[Region]:
    for mark in told:
        if lexicon.level(mark.id) == "county" and (county := lexicon.place(mark.id)) is not None:
            yield county


_SHORT_COUNTY = pattern(
    r"(?:^|(?<=[，。；：、“（\s省市州])|(?<=作为)|(?<=来到)|(?<=走进)|(?<=位于))(?P<name>[\u4e00-\u9fff]县)(?![委政域城级直长])",
    re.MULTILINE,
)
"""随县, 湖北省随县: names that no marks are made of, where a clause opens with them, or behind what they lie in."""


def _of_two_characters(text: str, lexicon: Lexicon) -> Iterator[Region]:
    for match in _SHORT_COUNTY.finditer(text):
        found = lexicon.gazetteer.named(match["name"])
        if len(found) == 1:
            yield found[0]


def _districts(text: str, lexicon: Lexicon) -> Iterator[Region]:
    """The districts that a text names whole, which no marks are made of: names of few characters stand in other words."""
    for match in _DISTRICT.finditer(text):
        for start in range(match.start(), match.end() - 2):
            found = lexicon.gazetteer.named(text[start : match.end()])
            if found:
                yield from found if len(found) == 1 else ()
                break


_SHORTEST_BARE, _LONGEST_BARE = 2, 3


def _in_head(text: str, held: Mapping[int, str], lexicon: Lexicon) -> Iterator[Region]:
    """The counties whose bare names the first words of a text hold, where one alone bears it and it is no plain word."""
    for start in range(min(_HEAD, len(text))):
        for length in (_LONGEST_BARE, _SHORTEST_BARE):
            bare = text[start : start + length]
            found = lexicon.gazetteer.called(bare)
            if len(found) != 1 or not is_safe(bare, lexicon):
                continue
            if _is_its_own(found[0], start, bare, held) and not is_in_imprint(text, start):
                yield found[0]
                break


def _times(county: Region, text: str, held: Mapping[int, str], lexicon: Lexicon) -> int:
    """How often a text names a county, by its bare name too where that is no other place's and no plain word.

    `held` are the characters of names of places: the 宁海 of 南宁海关 is none.
    """
    bare = lexicon.gazetteer.bare(county.code)
    name = bare if is_safe(bare, lexicon) else county.name
    starts = (match.start() for match in re.finditer(re.escape(name), text))
    return sum(_is_its_own(county, start, name, held) for start in starts)


def _is_its_own(county: Region, start: int, name: str, held: Mapping[int, str]) -> bool:
    """Whether the name of a county at `start` shares no character with that of another place."""
    return all(held.get(at, county.code) == county.code for at in range(start, start + len(name)))


def is_safe(bare: str, lexicon: Lexicon) -> bool:
    """Whether a county's bare name is no other place's, and no word."""
    return len(bare) >= _SHORTEST_BARE and bare not in lexicon.region_by_word and bare not in _plain(lexicon)


@lru_cache(maxsize=4)
def _plain(lexicon: Lexicon) -> frozenset[str]:
    """The bare names of counties that are words too."""
    return frozenset(cue.text for cue in lexicon.cues_of("plain-name"))
