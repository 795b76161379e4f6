"""Which place a whole text is about by the places that it names: one of them, the nation, or none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest

from yanchao.documents.document import Document
from yanchao.lexicon.entries import WIDE, Region
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.county_told import city_of_counties, county_told_of
from yanchao.statements.grammar import grammar
from yanchao.statements.marks import Mark, marks_of
from yanchao.statements.passing_places import is_held_against, is_in_passing, is_visited
from yanchao.statements.report_places import place_of_report

_MOST = 0.6
"""What part of the places of a province one city must be for a text to be about that city."""


OWN_PLACE = pattern(r"[全我](?:[省市县区州])(?!场)")


_OF_SCOPE = frozenset(("国内", "国际"))
"""Words of scope that say nothing of what a text is about."""


_NEARLY_ALL = 0.8


def behind_title(document: Document) -> int:
    """Where a text goes on behind its title; 0 where it does not open with it."""
    title = document.title or ""
    return len(title) if document.text.startswith(title) else 0


@lru_cache(maxsize=4)
def _whoever_tells(lexicon: Lexicon) -> re.Pattern[str]:
    """青岛|海关, 广州|日报: behind the name of a place, who tells of it, and seldom that place itself."""
    return pattern(
        r"[\u4e00-\u9fff]{0,4}报(?![告价送销名到])|[\u4e00-\u9fff]{0,2}网(?=[讯）)\s·|获])"
        rf"|(?:市|省)?(?:{lexicon.any_cue('bears-place')}|发布(?=[）)\n]))"
    )


_UNIVERSE_BEFORE = pattern(r"(?:[占居列位在到向往是为布较于超]|服务|覆盖)$")


_UNIVERSE_AFTER = pattern(r"第|首|前|最|领先|唯一|各地|范围|布局|市场|份额|排名|同行|客户|用户|范|化|\d")


def _is_but_a_universe(mark: Mark, text: str, lexicon: Lexicon) -> bool:
    """全球第一, 销往全球: the world that something is ranked in or reaches, of which the text does not tell."""
    if lexicon.level(mark.id) != "world":
        return False
    before = _UNIVERSE_BEFORE.search(text, max(0, mark.start - 2), mark.start)
    return before is not None or _UNIVERSE_AFTER.match(text, mark.end) is not None


_HELD_AGAINST = pattern(r"(?:[占居列]|[高低快慢优好多少]于|[比较]|高出|超过)$")


def _is_held_against(mark: Mark, text: str, lexicon: Lexicon) -> bool:
    """高于全国平均水平, 占全国的3%: the nation that something is held against or a part of, of which the text does not tell."""
    if lexicon.level(mark.id) != "country":
        return False
    held = _HELD_AGAINST.search(text, max(0, mark.start - 2), mark.start)
    return held is not None or text.startswith("平均", mark.end)


def _is_but_named(mark: Mark, text: str, lexicon: Lexicon) -> bool:
    """距固州60公里, 列某省第三位: a place that a text names in passing, or holds its own against."""
    if lexicon.level(mark.id) in WIDE:
        return False
    return is_in_passing(mark, text) or is_visited(mark, text) or is_held_against(mark, text)


_FILED = pattern(r"\s?\d{1,2}月\d{1,2}日\s?[电讯]")
_OPENING = 300
"""How many characters of a text hold its dateline."""


def _is_but_filed_there(mark: Mark, named: Sequence[Mark], text: str, lexicon: Lexicon) -> bool:
    """本报北京5月6日电 …我国…: where a text about the nation was sent from, and names no more."""
    if mark.start > _OPENING or _FILED.match(text, mark.end) is None:
        return False
    province = lexicon.province_of(mark.id)
    again = any(one is not mark and lexicon.within(one.id, province) for one in named)
    return not again and _nation_tells(lexicon).search(text) is not None


def home_region(document: Document, lexicon: Lexicon) -> str | None:
    """The place that a text names most. World and country count only where nothing smaller is named but in passing.

    Counties count for the city that they lie in; where nearly all that is named of it is one county, the text is about that.
    """
    text, whoever_tells = document.text, _whoever_tells(lexicon)
    named = [
        mark
        for mark in marks_of(text, lexicon)
        if mark.sort == "region" and text[mark.start : mark.end] not in _OF_SCOPE
    ]
    if (place := place_of_report(document, named, lexicon)) is not None:
        return place
    told = [
        mark
        for mark in named
        if whoever_tells.match(text, mark.end) is None
        and not _is_but_a_universe(mark, text, lexicon)
        and not _is_but_named(mark, text, lexicon)
        and not _is_but_filed_there(mark, named, text, lexicon)
    ]
    told = told or [
        mark
        for mark in named
        if lexicon.level(mark.id) not in WIDE and not is_in_passing(mark, text) and not is_visited(mark, text)
    ]
    told = [
        mark
        for mark, behind in zip_longest(told, told[1:])
        if behind is None or behind.start != mark.end or not lexicon.within(behind.id, mark.id)
    ]  # 山西省|晋城市: the city alone
    counts = Counter(_city_around(mark.id, lexicon) for mark in told)
    nation = nation_of(lexicon)
    smaller = [(count, code) for code, count in counts.items() if lexicon.level(code) not in WIDE]
    if not smaller and (place := _county_of_a_town(text, lexicon)) is not None:
        return place
    if nation is not None and _nation_leads(document, told, lexicon):
        return nation
    if (place := _lies_in(document, lexicon) or _introduces(document, named, lexicon)) is not None:
        return place
    if _goes_over_the_nation(document, smaller, counts, lexicon):
        return nation
    if (county := county_told_of(document, told, named, lexicon)) is not None:
        return county
    named_once = bool(smaller) and _but_once(document, told, lexicon)
    if (
        smaller
        and not named_once
        and not _in_passing(smaller, counts, lexicon)
        and not _is_the_nation_s(document.text, smaller)
    ):
        home = _its_city(_shared_place(smaller, lexicon), smaller, text, lexicon)
        bare = _county_by_bare_name(home, text, told, lexicon)
        return bare or _only_county(home, Counter(mark.id for mark in told), lexicon)
    if not smaller and OWN_PLACE.search(document.text):
        # 全市…，全国…: a place that the text does not name
        return _of_its_paper(named, text, lexicon) or city_of_counties(text, lexicon)
    wide = {code: count for code, count in counts.items() if lexicon.level(code) in WIDE}
    if not named and _is_of_an_industry(document, lexicon):
        return nation
    if not wide:
        return None
    if _is_abroad(document.text, sum(wide.values()), lexicon):
        return nation if _NATION_IN_TITLE.search(document.title or "") else None
    if all(_is_held_against(mark, text, lexicon) for mark in told if mark.id in wide):
        return None
    return max(wide, key=lambda code: wide[code])


_NATION_IN_TITLE = pattern(r"(?<![居列占跃])(?:全国|我国)(?![第首前最唯各性]|领先)")
"""前三季度全国新设外资企业9万家: a title that tells of the whole nation, whatever countries its text names."""

_BYLINE = 40
_CARRIES = pattern(
    r"(?:日报|晚报|早报|晨报|时报|广播电视台|电视台|新闻网|传媒网)[^，。；\n]{0,16}?(?:讯|消息|电|记者)"
)


def _of_its_paper(named: Sequence[Mark], text: str, lexicon: Lexicon) -> str | None:
    """某省日报10月26日讯 今年以来，全省…: the place of the paper that a text's first words name, where the text calls one its own."""
    for mark in named:
        place = lexicon.place(mark.id) if mark.start < _BYLINE else None
        if place is None or _CARRIES.match(text, mark.end) is None:
            continue
        if any(own[0][-1] == place.name[-1] for own in OWN_PLACE.finditer(text)):
            return place.code
    return None


_INDUSTRY = pattern(r"行业|产业(?!园|基地|集聚区|项目)")


_TELLS_OF_A_TRADE = pattern(r"(?:(?!股份)[\s\S]){0,160}?行业")


def _is_of_an_industry(document: Document, lexicon: Lexicon) -> bool:
    """Whether a text that names no place has an industry in its title or lead, which is then the nation's (造纸行业营收增长2%)."""
    lead = behind_title(document)
    spoken_of = (
        _INDUSTRY.search(document.title or "") is not None
        or _TELLS_OF_A_TRADE.match(document.text, lead) is not None
    )
    rules = grammar(lexicon)
    elsewhere = (rules.abroad, rules.cross_province, rules.market)
    return spoken_of and all(place.search(document.text) is None for place in elsewhere)


_IS_TOLD_OF = pattern(r"，|是|位于|地处|古称|简称|[^，。；\d]{0,8}(?:位于|地处)")


def _introduces(document: Document, named: Sequence[Mark], lexicon: Lexicon) -> str | None:
    """晋城市，古称建兴，是…: the place that the first words of a text without a title introduce."""
    first = named[0] if named else None
    if document.title or first is None or first.start > 0 or lexicon.level(first.id) in WIDE:
        return None
    return first.id if _IS_TOLD_OF.match(document.text, first.end) is not None else None


_LIES_IN = pattern(
    r"(?:位于|地处|隶属于?|坐落于|归属)[\u4e00-\u9fff]{0,8}?(?P<county>[\u4e00-\u9fff]{2,6}(?:县|旗|市|区)|[\u4e00-\u9fff]县)"
)


_FIRST_WORDS = 100


def _lies_in(document: Document, lexicon: Lexicon) -> str | None:
    """某某镇位于长河县东部: the county that a text's first words say its town lies in."""
    match = _LIES_IN.search(document.text, 0, _FIRST_WORDS)
    if match is None:
        return None
    for start in range(match.start("county"), match.end("county") - 1):
        found = lexicon.gazetteer.named(document.text[start : match.end("county")])
        if len(found) == 1:
            return found[0].code
    return None


_TOWN = pattern(
    r"(?<=[在于、，。：])(?=(?P<county>[\u4e00-\u9fff]{2,3})[\u4e00-\u9fff]{1,3}(?:镇|乡|街道)(?!村|企|政))"
)


def _county_of_a_town(text: str, lexicon: Lexicon) -> str | None:
    """诸暨大唐镇, 诸暨…: the county by whose bare name a town is told first, where the text names it again."""
    for match in _TOWN.finditer(text):
        for length in (2, 3):
            bare = match["county"][:length]
            found = {place.code for end in "县市区" for place in lexicon.gazetteer.named(bare + end)}
            if len(found) == 1 and text.count(bare) >= _NAMED_AGAIN:
                return found.pop()
    return None


_NAMED_AGAIN = 2
"""How often a text has at least the bare name by which it told its county."""


def _but_once(document: Document, told: Sequence[Mark], lexicon: Lexicon) -> bool:
    """Whether a long text names smaller places once or twice at most, none at its beginning, and calls none its own."""
    text = document.text
    smaller = [mark for mark in told if lexicon.level(mark.id) not in WIDE]
    if len(text) < _LONG or len(smaller) > _FEW or OWN_PLACE.search(text) is not None:
        return False
    return all(mark.start > behind_title(document) + _FIRST_WORDS for mark in smaller)


def nation_of(lexicon: Lexicon) -> str | None:
    """The code of the country that the packs are of."""
    return next((code for code, region in lexicon.regions.items() if region.level == "country"), None)


@lru_cache(maxsize=4)
def _nation_tells(lexicon: Lexicon) -> re.Pattern[str]:
    """Who or what speaks of the whole nation: its ministries, 全国, 我国, 各地."""
    return pattern(
        rf"(?<![国洲盟本])(?:国家[\u4e00-\u9fff]{{2,6}}[局委](?!.{{0,4}}(?:省|市|区)局)|{lexicon.any_cue('ministry')}|中国[\u4e00-\u9fff]{{2,12}}(?:协会|联合会))"
        r"|(?<![占居列位为于较比在是])(?:全国|我国)(?!唯一|平均|人大|政协|重点|示范|先进|文明|百强|性|[^，。；]{0,12}(?:第[一二三四五六七八九十\d]|首|前列|领先|之最))|中央财政|各地(?![市州])|总书记(?:指出|强调)|党中央|(?<![占居列位])国内(?!外|第|首|领先|最|[^，。；]{0,6}(?:先进|一流|知名|著名|唯一))"
    )


_LEAD = 160
"""How many characters behind the title are a text's lead."""


_SO_MUCH_MORE = 3
"""How many times oftener than the nation one province must be named for a text that the nation leads to be about it."""


def _nation_leads(document: Document, told: Sequence[Mark], lexicon: Lexicon) -> bool:
    """Whether a text begins by speaking of the nation, and what it names of smaller places are examples.

    A place that the lead names before the nation, or that the text calls its own (全市) and names most, is what it is about.
    """
    text = document.text
    leads = _nation_tells(lexicon).search(text, 0, behind_title(document) + _LEAD)
    if leads is None:
        return False
    smaller = [mark for mark in told if lexicon.level(mark.id) not in WIDE]
    if any(mark.start < leads.start() for mark in smaller):
        return False
    family = _by_province(((1, mark.id) for mark in smaller), lexicon)
    most = max(family.values(), default=0)
    if len(family) >= _MANY and most < _MOST * family.total():
        return not _is_abroad(text, family.total(), lexicon)
    if OWN_PLACE.search(text) is not None:
        return False
    nations = sum(1 for _ in _nation_tells(lexicon).finditer(text))
    return most < _SO_MUCH_MORE * nations and not _is_abroad(text, nations + _FEW, lexicon)


def _city_around(code: str, lexicon: Lexicon) -> str:
    """The city that a county lies in; one that a province governs itself (天门市), and any other place, is its own."""
    place = lexicon.place(code)
    if place is None or place.level != "county" or place.parent is None:
        return code
    return place.parent if lexicon.level(place.parent) == "prefecture" else code


_OF_A_COUNTY = pattern(r"[全我]县|县委|县政府|县城")


def _county_by_bare_name(home: str, text: str, told: Sequence[Mark], lexicon: Lexicon) -> str | None:
    """湖南邵东是…生产基地: the county that a text goes on to call by its bare name, behind its province's or beside 全县.

    It names it as often as the province or city at least.
    """
    if lexicon.level(home) not in ("province", "prefecture"):
        return None
    ends = {mark.end for mark in told if mark.id == home}
    often = sum(mark.id == home for mark in told)
    speaks_of_county = _OF_A_COUNTY.search(text) is not None
    named: Counter[str] = Counter()
    for county in _counties_of(home, lexicon):
        bare = lexicon.gazetteer.bare(county.code)
        if len(bare) < _SHORTEST_BARE or bare in lexicon.region_by_word:
            continue
        count = text.count(bare)
        if count >= max(_SO_OFTEN - speaks_of_county, often) and (
            speaks_of_county or any(text.startswith(bare, end) for end in ends)
        ):
            named[county.code] = count
    most = named.most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else None


def _counties_of(place: str, lexicon: Lexicon) -> Iterator[Region]:
    """The counties of a prefecture, or of a province and its prefectures."""
    yield from lexicon.gazetteer.lying_in(place)
    for code, region in lexicon.regions.items():
        if region.parent == place:
            yield from lexicon.gazetteer.lying_in(code)


_SHORTEST_BARE = 2
_SO_OFTEN = 3
"""How often a text names its county by the bare name at least."""


_OF_A_CITY = pattern(r"[我本全][市州盟](?!场|[委政])")
_OF_A_PROVINCE = pattern(
    r"[我本]省|(?<![占居列位于较比在对为由动赢])全省(?!各|第|首|前|最|平均|唯一|[^，。；]{0,8}(?:第|首|前列))"
)


def _its_city(home: str, counts: Sequence[tuple[int, str]], text: str, lexicon: Lexicon) -> str:
    """The city that a text calls 我市, where its province is named as often (山东某集团) and not called 我省.

    全市 and 全州 say so only where no other city of the province is named.
    """
    if lexicon.level(home) != "province" or _OF_A_PROVINCE.search(text):
        return home
    told = {match[0] for match in _OF_A_CITY.finditer(text)}
    own, kinds = {words[0] for words in told}, {words[1] for words in told}
    cities = [
        one
        for one in counts
        if (city := lexicon.place(one[1])) is not None
        and city.level == "prefecture"
        and city.name[-1] in kinds
        and lexicon.within(city.code, home)
    ]
    if not cities or not own or (own == {"全"} and len(cities) > 1):
        return home
    return max(cities, key=lambda one: (one[0], -int(one[1])))[1]


def _only_county(city: str, named: Mapping[str, int], lexicon: Lexicon) -> str:
    """The county that nearly all names of places in a city are of; the city itself where there is none."""
    inside = {code: count for code, count in named.items() if _city_around(code, lexicon) == city}
    most = max(inside, key=lambda code: (inside[code], -int(code)), default=city)
    return most if most != city and inside[most] >= _NEARLY_ALL * sum(inside.values()) else city


def _is_abroad(text: str, ours: int, lexicon: Lexicon) -> bool:
    """Whether more clauses of a text open with other countries than it names its own: 泰国接待游客…。越南…"""
    abroad = grammar(lexicon).abroad
    opens = (match.start() for match in abroad.finditer(text))
    return sum(start == 0 or text[start - 1] in _BEFORE_A_CLAUSE for start in opens) > ours


_BEFORE_A_CLAUSE = frozenset("，。；：、“\n年月底初度 ")


_FEW = 2
"""Provinces named so often or less are but examples, where the country is named as often."""


_MANY = 3
"""Where the country is named as often as any of so many provinces, they are its parts: a nationwide text."""


def _in_passing(smaller: Sequence[tuple[int, str]], counts: Mapping[str, int], lexicon: Lexicon) -> bool:
    """Whether a text about a whole country names several of its provinces, each but as an example."""
    family = _by_province(smaller, lexicon)
    wide = max((count for code, count in counts.items() if lexicon.level(code) in WIDE), default=0)
    named = max(family.values())
    return named <= wide and (len(family) >= _MANY or (len(family) > 1 and named <= _FEW))


def _by_province(smaller: Iterable[tuple[int, str]], lexicon: Lexicon) -> Counter[str]:
    """How often a text names each province, the places in it counted for it."""
    family: Counter[str] = Counter()
    for count, code in smaller:
        family[lexicon.province_of(code)] += count
    return family


_TITLE_TELLS = 2
"""How many times oftener than one province the nation must be named that stands in a title."""

_SPREAD, _MOST_OF_A_SPREAD = 4, 0.4
"""How many provinces a text goes over at least that is about none of them, and what part of the names may be one's."""


def _goes_over_the_nation(
    document: Document, smaller: Sequence[tuple[int, str]], counts: Mapping[str, int], lexicon: Lexicon
) -> bool:
    """Whether a text names places of many provinces, none above the others, or less often than the nation of its title."""
    if not smaller or OWN_PLACE.search(document.text) is not None:
        return False
    family = _by_province(smaller, lexicon)
    most = max(family.values())
    if len(family) >= _SPREAD and most <= _MOST_OF_A_SPREAD * family.total():
        return True
    title = document.title or ""
    nations = sum(count for code, count in counts.items() if lexicon.level(code) == "country")
    return ("中国" in title or _NATION_IN_TITLE.search(title) is not None) and _TITLE_TELLS * most <= nations


_NATION_SPEAKS = pattern(
    r"国务院|国民经济|国内生产总值|国家(?:统计局|能源局|发展改革委|发改委|外汇局)|(?:海关|税务)总署|(?<![占居列位于比较在由])(?:全国|我国)(?!第|首|前|最|唯一|平均|各地|人大|政协|重点|示范|先进|文明|百强)"
)


_LONG = 400
"""A text so long that goes on about a place names it more than once."""


def _is_the_nation_s(text: str, smaller: Sequence[tuple[int, str]]) -> bool:
    """Whether a text speaks of the nation, of 全市 and 我省 nowhere, and names one place once only."""
    once = sum(count for count, _ in smaller) == 1 and len(text) >= _LONG
    return once and OWN_PLACE.search(text) is None and _NATION_SPEAKS.search(text) is not None


def _shared_place(counts: Sequence[tuple[int, str]], lexicon: Lexicon) -> str:
    """The place named most, and first; its province, where the text names it beside enough other places of that province."""
    count, code = max(counts, key=lambda pair: pair[0])
    city = lexicon.place(code)
    if city is None or city.level != "prefecture" or city.parent is None:
        return code
    parent = city.parent
    family = sum(other for other, place in counts if lexicon.within(place, parent))
    return code if count >= _MOST * family else parent
