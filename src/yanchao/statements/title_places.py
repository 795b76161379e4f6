"""Which place a text is about by its title, its head, and the assembly that it is given to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from yanchao.documents.document import BlockKind, Document
from yanchao.lexicon.entries import WIDE, Region
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern
from yanchao.statements.county_told import is_safe
from yanchao.statements.home import OWN_PLACE, behind_title, nation_of
from yanchao.statements.inherit import Words
from yanchao.statements.marks import marker, marks_of


@dataclass(frozen=True, slots=True)
class TitlePlace:
    """The place that a text is about by its head: its code, the words of the county that its title opens with, and those
    of the place whose assembly it is given to."""

    code: str | None
    county: Words | None = None
    assembly: Words | None = None


def place_of_title(document: Document, lexicon: Lexicon) -> TitlePlace:
    """The place that a document's title, publisher, or assembly says it is about; without a code where none does."""
    county = _county(document)
    named = (
        _profiled(document, lexicon)
        or _named_region(document.title or "", lexicon, document.text)
        or _by_publisher(document, lexicon)
    )
    if named is None and county is not None:
        named = _code_of_county(county.value, lexicon)
    assembly = _place_of_assembly(document) if named is None else None
    if assembly is not None and (code := _code_of(assembly.value, lexicon)) is not None:
        return TitlePlace(code, county, assembly)
    if named is not None and _sets_side_by_side(document.title or "", lexicon):
        named = None  # 甲市居首，乙市紧追: a title about several cities
    if named is not None and not document.publisher and not _goes_on_about(named, document, lexicon):
        named = None  # 74个城市空气质量：甲市垫底: an example of the title's
    return TitlePlace(named and (_opens_with_county(document, named, lexicon) or named), county)


@lru_cache(maxsize=4)
def _press(lexicon: Lexicon) -> re.Pattern[str]:
    """How a newspaper, its site or a broadcaster is called, which carries texts about other places too."""
    return pattern(rf"(?:{lexicon.any_cue('press')}|报|网|客户端|新闻|电视台|广播)")


_SMALLER = frozenset("市县州盟旗")
"""Kinds of places within a province: whose own a text of its bureau speaks of that it has from one of them."""

_OWN_KIND = pattern(r"[我本全](?P<kind>[省市区县州盟旗])(?![场域内外])")


def _by_publisher(document: Document, lexicon: Lexicon) -> str | None:
    """The place that a publisher's name says a text is about; that of a newspaper only where the text names no place.

    One that says 我市 or 全市 and names no place is about the city of the paper that carries it.
    """
    publisher = document.publisher
    if publisher is None:
        return None
    code = _named_region(publisher, lexicon, document.text) or _county_opening(publisher, lexicon)
    place = lexicon.place(code)
    if code is None or place is None:
        return code
    own = {match["kind"] for match in _OWN_KIND.finditer(document.text)}
    named = {mark.id for mark in marks_of(document.text, lexicon) if mark.sort == "region"}
    if _press(lexicon).search(publisher) is None:
        inside = any(one != code and lexicon.within(one, code) for one in named)
        smaller = place.level == "province" and place.name[-1] not in own and own and own <= _SMALLER
        return None if inside and smaller else code
    if place.name[-1] not in own:
        return None
    others = (one for one in named if lexicon.level(one) not in WIDE and not lexicon.within(one, code))
    return None if any(not lexicon.within(code, one) for one in others) else code


def _county_opening(publisher: str, lexicon: Lexicon) -> str | None:
    """桐乡|新闻网: the county with whose bare name a publisher's begins."""
    for length in (3, 2):
        bare = publisher[:length]
        found = lexicon.gazetteer.called(bare)
        if len(found) == 1 and is_safe(bare, lexicon):
            return found[0].code
    return None


@lru_cache(maxsize=4)
def _of_the_nation(lexicon: Lexicon) -> re.Pattern[str]:
    """全国…情况, 商务部：…, 商务部等九部门印发…: titles that speak of the whole nation."""
    return pattern(
        r"中华人民共和国|国家统计局|全国[^省市]{0,12}(?:情况|公报|数据)|中国经济"
        rf"|^(?:国家[\u4e00-\u9fff]{{2,8}}[局委]|{lexicon.any_cue('ministry')}|中国[\u4e00-\u9fff]{{2,10}}协会)[：:]"
        rf"|^(?:{lexicon.any_cue('ministry')})(?:等[一二三四五六七八九十\d]{{1,3}}部门)?(?:联合)?(?:印发|发布|出台|公布|部署)"
    )


_LONGEST_PLACE = 12


_FIRST_COUNTY = pattern(
    r"\s*(?P<county>[\u4e00-\u9fff]{2,9}?(?:自治县|县|自治旗|旗))(?=[是位地处，于有、]|现有|拥有)"
)


def _opens_with_county(document: Document, around: str, lexicon: Lexicon) -> str | None:
    """广西侗乡…: 三江侗族自治县是…: the county, inside the place of the title, that a text's first paragraph opens with."""
    if lexicon.level(around) not in ("province", "prefecture"):
        return None
    first = next(
        (
            block
            for block in document.blocks
            if block.kind is BlockKind.PARAGRAPH and block.start >= len(document.title or "")
        ),
        None,
    )
    match = _FIRST_COUNTY.match(document.text, first.start, first.end) if first is not None else None
    found = lexicon.gazetteer.named(match["county"]) if match is not None else ()
    inside = [county.code for county in found if lexicon.within(county.code, around)]
    return inside[0] if len(inside) == 1 else None


_PROFILE = pattern(r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:县情|概况|简介|概览|基本情况)$")


def _profiled(document: Document, lexicon: Lexicon) -> str | None:
    """宁海概况: the county that a title calls by its short name, where one alone bears it."""
    match = _PROFILE.match(document.title or "")
    if match is None or match["name"] in lexicon.region_by_word:
        return None
    found = [county for kind in _KINDS_OF_COUNTY for county in lexicon.gazetteer.named(match["name"] + kind)]
    return found[0].code if len({county.code for county in found}) == 1 else None


def _sets_side_by_side(title: str, lexicon: Lexicon) -> bool:
    """Whether a title names places of which none holds the others."""
    marks = marker(lexicon).find(title)
    named = {mark.id for mark in marks if mark.sort == "region" and lexicon.level(mark.id) not in WIDE}
    return len(named) > 1 and not any(all(lexicon.within(one, whole) for one in named) for whole in named)


_ASSEMBLY = pattern(
    r"(?<=在)?(?P<place>[\u4e00-\u9fff]{2,15}?[省市县区州旗盟])第?[一二三四五六七八九十\d]{1,3}届人(?:民代表大会|大)"
)


_SPEAKS_FOR = pattern(r"代表(?P<place>[\u4e00-\u9fff]{2,9}?[省市县区州旗盟])人民政府")
"""我代表长河县人民政府，向大会报告工作."""


_ASSEMBLY_HEAD = 200


def _place_of_assembly(document: Document) -> Words | None:
    """The place before whose people's congress a report is given (在长河县第十八届人民代表大会第三次会议上)."""
    match = _ASSEMBLY.search(document.text, 0, _ASSEMBLY_HEAD) or _SPEAKS_FOR.search(
        document.text, 0, _ASSEMBLY_HEAD
    )
    if match is None:
        return None
    name = match["place"].rpartition("在")[2]
    return Words(name, match.end("place") - len(name), match.end("place"))


def _code_of(name: str, lexicon: Lexicon) -> str | None:
    """The region that a place's whole name means: its own, that of a county, that of the city it begins with."""
    region = lexicon.region_by_word.get(name)
    if region is None and (code := _code_of_county(name, lexicon)) is not None:
        return code
    if region is None and (code := _behind_a_larger(name, lexicon)) is not None:
        return code
    region = region or next((region for _, region in _opening_regions(name, lexicon)), None)
    known = region is not None and region.level in ("province", "prefecture", "county")
    return region.code if known and region is not None else None


def _behind_a_larger(name: str, lexicon: Lexicon) -> str | None:
    """湖北省|宜昌市, 江西省抚州市|临川区: the place whose own name stands behind that of what it lies in; None where none does."""
    for _, whole in _opening_regions(name, lexicon):
        province = whole.code[:2]
        for at in range(2, len(name) - 1):
            part = lexicon.region_by_word.get(name[at:])
            if part is not None and part.code != whole.code and lexicon.within(part.code, whole.code):
                return part.code
            inside = [one.code for one in lexicon.gazetteer.named(name[at:]) if one.code[:2] == province]
            if len(inside) == 1:
                return inside[0]
    return None


def _code_of_county(name: str, lexicon: Lexicon) -> str | None:
    """The code of the one county of a name; None where there is none, or several share it (鼓楼区)."""
    found = lexicon.gazetteer.named(name)
    return found[0].code if len(found) == 1 else None


_COUNTY = pattern(
    r"(?P<name>[\u4e00-\u9fff]{2,6}?(?:自治县|县|自治旗|旗))(?=20\d\d|简介|概况|基本|国民|经济|政府|人民|关于|“|$)"
)


def _county(document: Document) -> Words | None:
    """The county that a title opens with: no pack lists it, yet the text's figures are its own."""
    match = _COUNTY.match(document.title or "")
    if match is None or not document.text.startswith(document.title or ""):
        return None
    return Words(match["name"], *match.span("name"))


def _named_region(title: str, lexicon: Lexicon, text: str) -> str | None:
    """The place that a title or publisher of a `text` names, or None."""
    if _of_the_nation(lexicon).search(title):
        return nation_of(lexicon)
    for length in range(min(_LONGEST_PLACE, len(title)), 1, -1):
        for start in range(len(title) - length + 1):
            region = lexicon.region_by_word.get(title[start : start + length])
            if region is None or region.level not in ("province", "prefecture", "county"):
                continue
            rest = title[start + length :]
            if (opening := _county_before(title[:start], region.code, lexicon)) is not None:
                return opening
            if rest.startswith(_bodies_of_places(lexicon)) and any(_regions_in(rest, lexicon)):
                continue  # 济南海关发布山东外贸数据
            return _city_gone_on_about(_city_of(region.code, rest, lexicon, text), rest, lexicon, text)
    if (city := _city_by_bare_name(title, lexicon, text)) is not None:
        return city
    counties = {county.code for county in _counties_opening(title, lexicon, text)}
    counties = counties or {county.code for county in _counties_within(title, lexicon, text)}
    if not counties:
        counties = {
            county.code
            for start in range(1, len(title) - 1)
            for county in _by_short_name(title[start:], lexicon, text)
        }
    return counties.pop() if len(counties) == 1 else None


def _county_before(words: str, around: str, lexicon: Lexicon) -> str | None:
    """长河县入选江西省|试点: the county that a title opens with, before the name of what it lies in."""
    found = {county.code for county in _opening_counties(words, lexicon)}
    inside = [code for code in found if lexicon.within(code, around)]
    return inside[0] if len(inside) == 1 else None


@lru_cache(maxsize=4)
def _bodies_of_places(lexicon: Lexicon) -> tuple[str, ...]:
    """海关, 边检: who is called by a place without being it."""
    return tuple(cue.text for cue in lexicon.cues_of("bears-place"))


def _regions_in(words: str, lexicon: Lexicon) -> Iterator[Region]:
    """The provinces, cities and counties of the packs that words name."""
    for mark in marker(lexicon).find(words):
        place = lexicon.place(mark.id) if mark.sort == "region" else None
        if place is not None and place.level in ("province", "prefecture", "county"):
            yield place


def _city_gone_on_about(code: str, rest: str, lexicon: Lexicon, text: str) -> str:
    """山东港口青岛港…: the one city that a title names within its province, where the text names it oftener than the province."""
    province = lexicon.place(code)
    inside = {place.code: place for place in _regions_in(rest, lexicon) if lexicon.within(place.code, code)}
    if province is None or province.level != "province" or len(inside) != 1:
        return code
    (city,) = inside.values()
    if city.level != "prefecture":
        return code
    often = [text.count(place.name.rstrip("省市")) for place in (city, province)]
    return city.code if often[0] > often[1] + 1 else code


def _city_by_bare_name(title: str, lexicon: Lexicon, text: str) -> str | None:
    """大庆: …: the city whose bare name, which is no safe word elsewhere, a title gives and whose whole name the text does."""
    for region in lexicon.regions.values():
        bare = region.name.removesuffix("市").removesuffix("地区")
        if (
            region.level == "prefecture"
            and bare not in lexicon.region_by_word
            and bare in title
            and region.name in text
        ):
            return region.code
    return None


_LONGEST_COUNTY = 8


_SHORTEST_COUNTY = 2


_OF_ITS_YEAR = pattern(r"(?:20\d\d年)?(?:国民经济|政府工作|财政预算|预算执行|统计公报|统计年鉴|经济运行)")
"""2022年长河县|国民经济和社会发展统计公报: a title that says whose the text is, though it goes on with 我县 alone."""


def _counties_within(title: str, lexicon: Lexicon, text: str) -> Iterator[Region]:
    """The counties that a title names whole, wherever it does (“互联网+”助力长河县旅游), and the text names again."""
    for end in range(_SHORTEST_COUNTY, len(title) + 1):
        if title[end - 1] not in _KINDS_OF_COUNTY:
            continue
        for length in range(min(_LONGEST_COUNTY, end), _SHORTEST_COUNTY - 1, -1):
            name = title[end - length : end]
            if length == _SHORTEST_COUNTY and (name[-1] != "县" or not _is_marked(end, title, lexicon)):
                continue
            if found := lexicon.gazetteer.named(name):
                if text.count(name[:-1]) > 1 or _OF_ITS_YEAR.match(title, end):
                    yield from found
                break


def _is_marked(end: int, title: str, lexicon: Lexicon) -> bool:
    """Whether a county of two characters stands by itself in a title (祁县：…, and no 西南县城)."""
    return any(mark.end == end for mark in marker(lexicon).find(title) if mark.sort == "region")


_BEFORE_ITS_CITY = pattern(r"[)）:：｜|· >›»]?(?:20\d\d年)?(?=[\u4e00-\u9fff])")


_TELLS_OF = pattern(r"(?P<name>[\u4e00-\u9fff]{2,4})[：:]")


def _city_of(code: str, rest: str, lexicon: Lexicon, text: str) -> str:
    """(江西省)2022年宜春市袁州区…, 广西百色…, 广西：百色…: the city behind its province, the county behind either, else the place itself.

    A county may stand there by its short name, where the text calls it by the whole (贵州思南…, 思南县).
    """
    between = _BEFORE_ITS_CITY.match(rest)
    behind = rest[between.end() if between else 0 :]
    if (told := _TELLS_OF.match(behind)) is not None:
        names = (told["name"] + kind for kind in ("", *_KINDS_OF_COUNTY))
        inside = {
            one.code
            for name in names
            for one in lexicon.gazetteer.named(name)
            if lexicon.within(one.code, code)
        }
        if (city := lexicon.region_by_word.get(f"{told['name']}市")) and lexicon.within(city.code, code):
            return city.code
        if len(inside) == 1:
            return inside.pop()  # 湖北天门：…
    for word, region in _opening_regions(behind, lexicon):
        if region.code != code and lexicon.within(region.code, code):
            rest = behind[len(word) :]
            if rest.startswith(_AND) and any(_opening_regions(rest[1:], lexicon)):
                return code  # 四川成都、绵阳…: of neither alone
            return _city_of(region.code, rest, lexicon, text)
    counties = (*_counties_opening(behind, lexicon, text), *_bare_county(behind, lexicon, text))
    return next((county.code for county in counties if lexicon.within(county.code, code)), code)


_AND = ("、", "和", "与", "及")


def _bare_county(words: str, lexicon: Lexicon, text: str) -> Iterator[Region]:
    """浙江|义乌小商品…: the county whose bare name stands behind its province's, is no word elsewhere, and is named again."""
    for length in (3, 2):
        bare = words[:length]
        if len(bare) == length and text.count(bare) > 1 and is_safe(bare, lexicon):
            yield from lexicon.gazetteer.called(bare)


def _counties_opening(words: str, lexicon: Lexicon, text: str) -> Iterator[Region]:
    """The counties that words open with, by their whole name first."""
    yield from _opening_counties(words, lexicon)
    yield from _by_short_name(words, lexicon, text)


_COUNTY_NAME = 3
"""How many characters a county's name has at most without its kind."""


def _by_short_name(words: str, lexicon: Lexicon, text: str) -> Iterator[Region]:
    """The counties that words open with, where the text calls them by their whole name (义乌：…, 义乌市)."""
    for length in range(_COUNTY_NAME, 1, -1):
        for kind in ("县", "市", "区"):
            if (name := words[:length] + kind) in text:
                yield from lexicon.gazetteer.named(name)


def _opening_regions(words: str, lexicon: Lexicon) -> Iterator[tuple[str, Region]]:
    """The regions by whose names words open, the longest name first."""
    for length in range(min(_LONGEST_PLACE, len(words)), 1, -1):
        if (region := lexicon.region_by_word.get(words[:length])) is not None:
            yield words[:length], region


_KINDS_OF_COUNTY = "县市区旗"


def _opening_counties(words: str, lexicon: Lexicon) -> Iterator[Region]:
    """The counties by whose whole names words open, the longest name first."""
    for length in range(min(_LONGEST_PLACE, len(words)), 1, -1):
        if words[length - 1] in _KINDS_OF_COUNTY:
            yield from lexicon.gazetteer.named(words[:length])


_OTHERS = 2
"""A title's place is but an example where the text names so many others and never it again."""


def _goes_on_about(code: str, document: Document, lexicon: Lexicon) -> bool:
    """Whether a text may be about the place of its title: it names it again, speaks of 全市 or 我省, or of few other places."""
    text = document.text
    if OWN_PLACE.search(text):
        return True
    head = behind_title(document)
    named = {mark.id for mark in marks_of(text, lexicon) if mark.sort == "region" and mark.start >= head}
    others = [place for place in named if not lexicon.within(code, place)]
    return len(others) < _OTHERS or any(lexicon.within(place, code) for place in named)
