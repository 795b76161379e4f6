"""What a document is about: the place, the firm or the industry that its title, its head and its names speak of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest

from yanchao.documents.document import BlockKind, Document
from yanchao.lexicon.entries import Region
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.grammar import grammar
from yanchao.statements.inherit import Frame, Words
from yanchao.statements.marks import Mark, marker
from yanchao.statements.places import ZONE

_OF_A_FIRM = pattern(
    r"(?:股份有限公司|有限公司|股份|集团|证券代码|股票代码)(?!.{0,12}(?:政府|统计|会议))|以下简称“公司”"
)
_FIRM_OPENS = pattern(
    r"证券代码|股票代码|以下简称“(?:本)?公司”|(?:股份有限公司|有限公司|集团|股份)(?:[(（][^()（）\n]{1,24}[)）])?(?:今日|昨日|近日|\d+日)?[^，。；\n]{0,8}(?:发布|披露|公布|公告|宣布)"
)
"""How the head of a text says that it is a firm's own; a firm in the opening of a report is not yet that."""

_RESULTS = pattern(
    r"(?P<firm>(?![^，。]{0,6}(?:行业|产业|全国|我国|中国|全[省市]))[\u4e00-\u9fffA-Za-z]{2,10}?)(?:正式)?(?:公布|发布|披露|公告|交出|晒出)[^，。]{0,14}?(?:业绩|财报|年报|季报|中报|成绩单)"
    r"|^(?P<judged>(?![^，。]{0,6}(?:行业|产业|全国|我国|中国|全[省市]))[\u4e00-\u9fffA-Za-z]{2,10}?)(?:[(（][\dA-Z.]{4,12}[)）])?[:：]?(?:20\d\d年?)?"
    r"(?:年报|中报|半年报|[一三]?季报|三季报|财报|业绩)(?:点评|快评|解读|速览|深度)"
)
"""某某汽车公布2024年业绩: a title that says whose results the text tells."""

_ANNOUNCES = pattern(
    r"^(?:[^，。\n]{0,16}(?:快讯|讯|获悉|消息)[，：]|原标题：)?(?:[^，。\n]{2,20}——)?(?:20\d\d年)?(?:(?:\d{1,2}月\d{1,2}日|[今昨][天日])(?:[早午晚]间|盘[前后]|[早晚]上?)?，?)?"
    r"(?P<firm>(?![早午晚]间|盘[前后]|据|记者|日前|近日|[昨今][天日])\*?(?:(?!发布|披露|公布|公告|交出|陆续|相继|纷纷|部分|多家|家上市|上市公司|全国|晚间)[\u4e00-\u9fffA-Za-z]){2,9}?(?<![部局委厅院会办署库行省市县区州国地府关所队者级织企商界])(?<!中心|政府|企业|行业|产业|工业|商业))"
    r"(?:[(（][^()（）\n]{2,24}[)）])?(?:今日|昨日|昨晚|今晚|近日|日前|晚间|盘后|(?:\d{1,2}月)?\d{1,2}日|晚)*"
    r"(?:(?:披露|发布|公布|交出)(?:了|的)?(?:20\d\d年)?(?:年?度|上半年|前?[一二三四]季度|前三季度|半年度|1?\d月份?)?"
    r"(?:业绩(?:预告|快报|公告|报告|预增)|产销(?:快报|数据)|经营(?:数据|简报)|财报|年报|季报|半年报|中报|公告|半?年度报告|季度报告|定期报告)"
    r"|(?:发布)?公告(?!显示|精选|指出)|业绩(?:快报|预告)[：:]|在(?:投资者)?互动平台)",
    re.MULTILINE,
)
"""某某科技公告，预计…: a line that opens with whoever announces it, in the way of listed firms."""

_EARNS = pattern(
    r"(?P<firm>\*?(?:ST)?(?!全国|我国|中国(?!移动|联通|电信|石[油化]|人寿|平安|铁[建塔]|中)|全[省市县球]|上市)[\u4e00-\u9fffA-Za-z]{2,8}?)[：:，, ]?"
    r"(?:(?:20)?\d\d年(?:度)?|去年|今年|前?[一二三四]季度|前三季度|上半年|下半年|全年|\d{1,2}月份?|首季)*(?:实现|预计|预亏|归母|扣非)?(?:净利润?|净亏损?|亏损|预[增亏减盈]|营收|营业收入|总?营收|盈利)"
)
"""某某上半年净利9亿元: a title that opens with whoever earns."""

_OF_A_BRANCH = pattern(r"(?:行业|产业|工业|企业|公司|股|板块|[省市县区])$")
_FIRM_HEAD = 160
_OFTEN = 3
"""How often a text that is about a firm speaks of the 公司 at least."""

_FIRM_NAME = pattern(
    r"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[的由向对把被为与和及在于了日]))(?:(?!关于|关联|显示|包括|接到|收到|股份有限|有限公司|公司|股东|一家|这家|多家|上市|该|本|日)(?![的将由向对把被为与和及在于了其所占或因])[\u4e00-\u9fff]){2,10}?(?:股份有限公司|有限公司|集团|股份|公司)(?![、和与及]|股东|法)"
)
"""A firm by its name, where it stands in no list."""

_OF_THE_NATION = pattern(
    r"中华人民共和国|国家统计局|全国[^省市]{0,12}(?:情况|公报|数据)|中国经济"
    r"|^(?:国家[\u4e00-\u9fff]{2,8}[局委]|(?:海关|税务|市场监管)总[署局]|工信部|工业和信息化部|商务部|文化和旅游部|文旅部|农业农村部|交通运输部"
    r"|财政部|教育部|科技部|人社部|人力资源社会保障部|自然资源部|生态环境部|住房城乡建设部|水利部|中国人民银行|央行|民航局|中国[\u4e00-\u9fff]{2,10}协会)[：:]"
)
"""全国…情况, 商务部：…: titles that speak of the whole nation."""
_MOST = 0.6
"""What part of the places of a province one city must be for a text to be about that city."""

_OWN_PLACE = pattern(r"[全我](?:[省市县区州])(?!场)")
_LONGEST_PLACE = 12
_OF_SCOPE = frozenset(("国内", "国际"))
"""Words of scope that say nothing of what a text is about."""


def opening_frame(document: Document, lexicon: Lexicon) -> Frame:
    """The frame that a document opens with: the region that it is about, and whether its title says so."""
    title = f"{document.title or ''}{document.publisher or ''}"
    if (told := _RESULTS.search(document.title or "")) is not None:
        firm = told["firm"] or told["judged"]
        at = document.text.find(firm)
        return Frame(None, firm=Words(firm, at, at + len(firm)) if at >= 0 else None)
    if (announces := _ANNOUNCES.search(document.text, 0, _FIRM_HEAD)) is not None:
        return Frame(None, firm=Words(announces["firm"], *announces.span("firm")))
    if _OF_A_FIRM.search(title) or _opens_as_a_firm(document, lexicon):
        # a firm's own figures are no place's
        return Frame(None, firm=_named_firm(document), called=_own_short_name(document.text))
    if (firm := _firm_of_results(document, lexicon) or _who_earns(document, lexicon)) is not None:
        return Frame(None, firm=firm)
    county = _county(document)
    named = _profiled(document, lexicon) or next(
        (
            code
            for words in (document.title, document.publisher)
            if words and (code := _named_region(words, lexicon, document.text))
        ),
        None,
    )
    if named is None and county is not None:
        named = _code_of_county(county.value, lexicon)
    assembly = _place_of_assembly(document) if named is None else None
    if assembly is not None and (code := _code_of(assembly.value, lexicon)) is not None:
        topic = _named_cluster(document.title or "", lexicon)
        return Frame(code, topic, titled=True, topic=topic, called=assembly)
    if named is not None and _sets_side_by_side(document.title or "", lexicon):
        named = None  # 甲市居首，乙市紧追: a title about several cities
    if named is not None and not document.publisher and not _goes_on_about(named, document, lexicon):
        named = None  # 74个城市空气质量：甲市垫底: an example of the title's
    topic = _named_cluster(document.title or "", lexicon) or _only_cluster(document, lexicon)
    if named is not None:
        named = _opens_with_county(document, named, lexicon) or named
    over_provinces = (
        named is None and grammar(lexicon).cross_province.search(document.title or "") is not None
    )
    return Frame(
        None if over_provinces else named or home_region(document, lexicon),
        topic,
        titled=named is not None or over_provinces,
        topic=topic,
        called=county or _zone(document, lexicon),
    )


def _who_earns(document: Document, lexicon: Lexicon) -> Words | None:
    """The firm whose earnings a title opens with, where the text goes on about it; a place or a branch of trade is none."""
    title = document.title or ""
    told = _EARNS.match(title)
    if told is None or not document.text.startswith(title):
        return None
    firm = told["firm"]
    if _OF_A_BRANCH.search(firm) or any(
        mark.sort in ("region", "cluster") for mark in marker(lexicon).find(firm)
    ):
        return None
    again = document.text.count(firm, len(title)) > 0 and _SPEAKS_OF_A_FIRM.search(document.text) is not None
    return Words(firm, *told.span("firm")) if again else None


_SPEAKS_OF_A_FIRM = pattern(r"公司|集团|股东|年报|季报|半?年度报告")


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
    named = {mark.id for mark in marks if mark.sort == "region" and lexicon.level(mark.id) not in _WIDE}
    return len(named) > 1 and not any(all(lexicon.within(one, whole) for one in named) for whole in named)


_RESULTS_OF = pattern(r"营收|净利|财报|年报|季报|中报|业绩|利润|毛利|年度报告")


_CODED = pattern(r"\*?(?P<firm>[\u4e00-\u9fffA-Za-z]{2,10})[（(]\d{4,6}(?:\.?[A-Z]{2})?[)）]")
"""某某科技（06826）：…: a listed firm with its code."""


def _goes_on_about_its_firm(marks: Sequence[Mark], document: Document, lexicon: Lexicon) -> bool:
    """Whether a text goes on naming the one firm of its title, and oftener than any place."""
    firms = {mark.id for mark in marks if mark.sort == "entity" and lexicon.entities[mark.id].is_firm}
    if len(firms) != 1:
        return False
    (firm,) = firms
    named = Counter(mark.id for mark in _marks(document.text, lexicon) if mark.sort in ("entity", "region"))
    return named[firm] > _OFTEN and named[firm] >= max(
        count for code, count in named.items() if lexicon.level(code) not in _WIDE
    )


def _firm_of_results(document: Document, lexicon: Lexicon) -> Words | None:
    """The listed firm that a title names beside its results (某某营收大涨), None where it names none or a place too."""
    title = document.title or ""
    if not document.text.startswith(title):
        return None
    if (coded := _CODED.match(title)) is not None:
        return Words(coded["firm"], *coded.span("firm"))
    marks = marker(lexicon).find(title)
    if _RESULTS_OF.search(title) is None and not _goes_on_about_its_firm(marks, document, lexicon):
        return None
    firms = [mark for mark in marks if mark.sort == "entity" and lexicon.entities[mark.id].is_firm]
    if len({mark.id for mark in firms}) != 1 or any(mark.sort == "region" for mark in marks):
        return None
    return Words(title[firms[0].start : firms[0].end], firms[0].start, firms[0].end)


_ASSEMBLY = pattern(
    r"(?<=在)?(?P<place>[\u4e00-\u9fff]{2,9}?[省市县区州旗盟])第?[一二三四五六七八九十\d]{1,3}届人(?:民代表大会|大)"
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
    region = region or next((region for _, region in _opening_regions(name, lexicon)), None)
    known = region is not None and region.level in ("province", "prefecture", "county")
    return region.code if known and region is not None else None


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


_MORE_THAN_HALF = 0.5


def _zone(document: Document, lexicon: Lexicon) -> Words | None:
    """The zone of a city that a text is about: its title names it, or the text does so often, and more than its city."""
    text, title = document.text, document.title or ""
    head = len(title) if text.startswith(title) else 0
    places: Counter[str] = Counter()
    zones: dict[str, list[Words]] = {}
    for mark in _marks(text, lexicon):
        if mark.sort != "region" or lexicon.level(mark.id) not in ("prefecture", "county"):
            continue
        places[mark.id] += 1
        zone = ZONE.match(text, mark.end)
        if zone is not None:
            words = Words(text[mark.start : zone.end()], mark.start, zone.end())
            zones.setdefault(mark.id, []).append(words)
    for place, named in zones.items():
        often = len(named) >= _OFTEN_NAMED and len(named) > _MORE_THAN_HALF * places[place]
        alike = len({words.value for words in named}) == 1
        if (often and alike and len(zones) == 1) or (alike and named[0].end <= head):
            return named[0]
    return None


def _is_a_place(mark: Mark, title: str, lexicon: Lexicon) -> bool:
    """Whether a title's mark is a place by its whole name or with its zone, and no firm is called by it (山东黄金)."""
    if mark.sort != "region" or lexicon.level(mark.id) in _WIDE:
        return False
    return title[mark.end - 1] in "省市县区州旗" or ZONE.match(title, mark.end) is not None


def _opens_as_a_firm(document: Document, lexicon: Lexicon) -> bool:
    """Whether the head of a text says that it is a firm's own, or names a firm that the whole text goes on about.

    A title that names a place and no firm (日照高新区14家企业挂牌) tells of that place.
    """
    text = document.text
    title = document.title or ""
    if text.startswith(title) and any(
        _is_a_place(mark, title, lexicon) for mark in marker(lexicon).find(title)
    ):
        return False
    if _FIRM_OPENS.search(text, 0, _FIRM_HEAD):
        return True
    if not _OF_A_FIRM.search(text, 0, _FIRM_HEAD):
        return False
    return text.count("公司") >= _OFTEN and _OWN_PLACE.search(text) is None


_CALLS_ITSELF = pattern(
    r"(?:以下简称|简称)[“\"]?(?:本)?(?P<name>公司|集团)|(?<=[，。\n])(?P<again>公司)(?=[\u4e00-\u9fff])"
)


def _own_short_name(text: str) -> Words | None:
    """What a firm's text calls it by (公司), None where it does not."""
    match = _CALLS_ITSELF.search(text)
    return None if match is None else Words(match[match.lastgroup or 0], *match.span(match.lastgroup or 0))


def _named_firm(document: Document) -> Words | None:
    """The firm that a document's title or head names."""
    text = document.text
    match = _FIRM_NAME.search(text, 0, 300)
    if match is None:
        return None
    short = _SHORT_NAME.match(text, match.end())
    if short is not None and text.count(short["name"]) > _OFTEN:
        return Words(short["name"], *short.span("name"))
    return Words(match[0], *match.span())


_SHORT_NAME = pattern(
    r"[(（](?:以下|下)?(?:简称|称)?[:：]?[“\"]?(?P<name>(?!公司|集团|本)[\u4e00-\u9fffA-Za-z]{2,8})[”\"]?(?:[,，;；][^()（）\n]{1,24})?[)）]"
)
"""某某股份有限公司(某某): the name that its text goes on to use."""


def _named_cluster(title: str, lexicon: Lexicon) -> Words | None:
    """The one cluster that a title names, or None where it names none or several."""
    named = {mark.id for mark in marker(lexicon).find(title) if mark.sort == "cluster"}
    return Words(named.pop(), 0, 0) if len(named) == 1 else None


_OFTEN_NAMED = 5
_NEARLY_ALL = 0.8
_MOST_NAMED = 0.6
"""What part of the names must be the industry's: less where it is often called an industry (轻工业), and its branches are named too."""

_OPENING = 200


_ANOTHER_INDUSTRY = pattern(r"[\u4e00-\u9fff]{2}(?:制造业|产业|行业|工业)(?!园|区|化|链|集群|用地|互联网)")
"""贵州装备制造业产值…: a title that names an industry, which is none of the packs'."""


def _only_cluster(document: Document, lexicon: Lexicon) -> Words | None:
    """The industry that a text goes on about from its first words, though its title does not name it; None where none is."""
    named = [mark for mark in _marks(document.text, lexicon) if mark.sort == "cluster"]
    if not named or named[0].start > _OPENING:
        return None
    ((cluster, count),) = Counter(mark.id for mark in named).most_common(1)
    if _ANOTHER_INDUSTRY.search(document.title or "") is not None:
        return None
    whole = sum(mark.id == cluster and document.text.endswith("业", mark.start, mark.end) for mark in named)
    most = _MOST_NAMED if whole >= _OFTEN_NAMED else _NEARLY_ALL
    if count < _OFTEN_NAMED or count < most * len(named):
        return None
    first = next(mark for mark in named if mark.id == cluster)
    return Words(cluster, first.start, first.end)


def _named_region(title: str, lexicon: Lexicon, text: str) -> str | None:
    """The place that a title or publisher of a `text` names, or None."""
    if _OF_THE_NATION.search(title):
        return next((code for code, region in lexicon.regions.items() if region.level == "country"), None)
    for length in range(min(_LONGEST_PLACE, len(title)), 1, -1):
        for start in range(len(title) - length + 1):
            region = lexicon.region_by_word.get(title[start : start + length])
            if region is not None and region.level in ("province", "prefecture", "county"):
                return _city_of(region.code, title[start + length :], lexicon, text)
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


def _counties_within(title: str, lexicon: Lexicon, text: str) -> Iterator[Region]:
    """The counties that a title names whole, wherever it does (“互联网+”助力长河县旅游), and the text names again."""
    for end in range(_SHORTEST_COUNTY, len(title) + 1):
        if title[end - 1] not in _KINDS_OF_COUNTY:
            continue
        for length in range(min(_LONGEST_COUNTY, end), _SHORTEST_COUNTY - 1, -1):
            name = title[end - length : end]
            if length == _SHORTEST_COUNTY and name[-1] != "县":
                continue
            if text.count(name[:-1]) > 1 and (found := lexicon.gazetteer.named(name)):
                yield from found
                break


_BEFORE_ITS_CITY = pattern(r"[)）:：｜|· ]?(?:20\d\d年)?(?=[\u4e00-\u9fff])")


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
        if len(inside) == 1:
            return inside.pop()  # 湖北天门：…
    for word, region in _opening_regions(behind, lexicon):
        if region.code != code and lexicon.within(region.code, code):
            return _city_of(region.code, behind[len(word) :], lexicon, text)
    counties = _counties_opening(behind, lexicon, text)
    return next((county.code for county in counties if lexicon.within(county.code, code)), code)


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
    text, title = document.text, document.title or ""
    if _OWN_PLACE.search(text):
        return True
    head = len(title) if text.startswith(title) else 0
    named = {mark.id for mark in _marks(text, lexicon) if mark.sort == "region" and mark.start >= head}
    others = [place for place in named if not lexicon.within(code, place)]
    return len(others) < _OTHERS or any(lexicon.within(place, code) for place in named)


@lru_cache(maxsize=1)
def _marks(text: str, lexicon: Lexicon) -> tuple[Mark, ...]:
    """The packs' names in a whole text, which several questions about it ask for one after the other."""
    return marker(lexicon).find(text)


_OF_WHOEVER_TELLS = pattern(
    r"[\u4e00-\u9fff]{0,4}报(?![告价送销名到])|[\u4e00-\u9fff]{0,2}网(?=[讯）)\s·|获])|(?:市|省)?(?:海关|大学|学院|银行|证券|日报|晚报|早报|晨报|商报|都市报|新闻网?|电视台|广播|发布(?=[）)\n]))"
)
"""青岛海关, 广州日报: who tells of a place, and seldom that place itself."""


_UNIVERSE_BEFORE = pattern(r"(?:[占居列位在到向往是为布较于超]|服务|覆盖)$")
_UNIVERSE_AFTER = pattern(r"第|首|前|最|领先|唯一|各地|范围|布局|市场|份额|排名|同行|客户|用户|范|化|\d")


def _is_but_a_universe(mark: Mark, text: str, lexicon: Lexicon) -> bool:
    """全球第一, 销往全球: the world that something is ranked in or reaches, of which the text does not tell."""
    if lexicon.level(mark.id) != "world":
        return False
    before = _UNIVERSE_BEFORE.search(text, max(0, mark.start - 2), mark.start)
    return before is not None or _UNIVERSE_AFTER.match(text, mark.end) is not None


def home_region(document: Document, lexicon: Lexicon) -> str | None:
    """The place that a text names most. World and country count only where nothing smaller is named but in passing.

    Counties count for the city that they lie in; where nearly all that is named of it is one county, the text is about that.
    """
    text = document.text
    named = [
        mark
        for mark in _marks(text, lexicon)
        if mark.sort == "region" and text[mark.start : mark.end] not in _OF_SCOPE
    ]
    told = [
        mark
        for mark in named
        if _OF_WHOEVER_TELLS.match(text, mark.end) is None and not _is_but_a_universe(mark, text, lexicon)
    ]
    told = told or [mark for mark in named if lexicon.level(mark.id) != "world"]
    told = [
        mark
        for mark, behind in zip_longest(told, told[1:])
        if behind is None or behind.start != mark.end or not lexicon.within(behind.id, mark.id)
    ]  # 山西省|晋城市: the city alone
    counts = Counter(_city_around(mark.id, lexicon) for mark in told)
    nation = _nation(lexicon)
    if nation is not None and _nation_leads(document, told, lexicon):
        return nation
    smaller = [(count, code) for code, count in counts.items() if lexicon.level(code) not in _WIDE]
    if (place := _lies_in(document, lexicon) or _introduces(document, named, lexicon)) is not None:
        return place
    named_once = bool(smaller) and _but_once(document, told, lexicon)
    if (
        smaller
        and not named_once
        and not _in_passing(smaller, counts, lexicon)
        and not _is_the_nation_s(document.text, smaller)
    ):
        return _only_county(_shared_place(smaller, lexicon), Counter(mark.id for mark in told), lexicon)
    if not smaller and _OWN_PLACE.search(document.text):
        return None  # 全市…，全国…: a place that the text does not name
    wide = {code: count for code, count in counts.items() if lexicon.level(code) in _WIDE}
    if not wide or _is_abroad(document.text, sum(wide.values()), lexicon):
        return None
    return max(wide, key=lambda code: wide[code])


_IS_TOLD_OF = pattern(r"，|是|位于|地处|古称|简称|[^，。；\d]{0,8}(?:位于|地处)")


def _introduces(document: Document, named: Sequence[Mark], lexicon: Lexicon) -> str | None:
    """晋城市，古称建兴，是…: the place that the first words of a text without a title introduce."""
    first = named[0] if named else None
    if document.title or first is None or first.start > 0 or lexicon.level(first.id) in _WIDE:
        return None
    return first.id if _IS_TOLD_OF.match(document.text, first.end) is not None else None


_LIES_IN = pattern(
    r"(?:位于|地处|隶属于?|坐落于|归属)[\u4e00-\u9fff]{0,8}?(?P<county>[\u4e00-\u9fff]{2,6}(?:县|旗))"
)
_FIRST_WORDS = 100


def _lies_in(document: Document, lexicon: Lexicon) -> str | None:
    """某某镇位于长河县东部: the county that a text's first words say its town lies in."""
    match = _LIES_IN.search(document.text, 0, _FIRST_WORDS)
    if match is None:
        return None
    for start in range(match.start("county"), match.end("county") - 2):
        found = lexicon.gazetteer.named(document.text[start : match.end("county")])
        if len(found) == 1:
            return found[0].code
    return None


def _but_once(document: Document, told: Sequence[Mark], lexicon: Lexicon) -> bool:
    """Whether a long text names smaller places once or twice at most, none at its beginning, and calls none its own."""
    text = document.text
    smaller = [mark for mark in told if lexicon.level(mark.id) not in _WIDE]
    if len(text) < _LONG or len(smaller) > _FEW or _OWN_PLACE.search(text) is not None:
        return False
    head = len(document.title or "") if text.startswith(document.title or "") else 0
    return all(mark.start > head + _FIRST_WORDS for mark in smaller)


def _nation(lexicon: Lexicon) -> str | None:
    """The code of the country that the packs are of."""
    return next((code for code, region in lexicon.regions.items() if region.level == "country"), None)


_MINISTRIES = (
    r"国家[\u4e00-\u9fff]{2,6}[局委](?!.{0,4}(?:省|市|区)局)|(?:海关|税务|市场监管)总[署局]|工信部|工业和信息化部|商务部|文化和旅游部|文旅部|农业农村部|交通运输部"
    r"|财政部|教育部|科技部|科学技术部|人社部|人力资源社会保障部|自然资源部|生态环境部|住房和?城乡建设部|水利部|应急管理部|民政部|公安部|中国人民银行|央行|民航局|国务院|国铁集团"
    r"|中国[\u4e00-\u9fff]{2,12}(?:协会|联合会)"
)
_NATION_TELLS = pattern(
    rf"(?<![国洲盟本])(?:{_MINISTRIES})|(?<![占居列位为于较比在])(?:全国|我国)(?!唯一|人大|政协|重点|示范|先进|文明|百强|性|[^，。；]{0, 12}(?:第[一二三四五六七八九十\d]|首|前列|领先|之最))|各地(?![市州])|总书记(?:指出|强调)|党中央|(?<![占居列位])国内(?!第|首|领先|最)"
)
"""Who or what speaks of the whole nation: its ministries, 全国, 我国, 各地."""

_LEAD = 160
"""How many characters behind the title are a text's lead."""

_SO_MUCH_MORE = 3
"""How many times oftener than the nation one province must be named for a text that the nation leads to be about it."""


def _nation_leads(document: Document, told: Sequence[Mark], lexicon: Lexicon) -> bool:
    """Whether a text begins by speaking of the nation, and what it names of smaller places are examples.

    A place that the lead names before the nation, or that the text calls its own (全市) and names most, is what it is about.
    """
    text = document.text
    head = len(document.title or "") if text.startswith(document.title or "") else 0
    leads = _NATION_TELLS.search(text, 0, head + _LEAD)
    if leads is None:
        return False
    smaller = [mark for mark in told if lexicon.level(mark.id) not in _WIDE]
    if any(mark.start < leads.start() for mark in smaller):
        return False
    family = Counter(_province_around(mark.id, lexicon) for mark in smaller)
    most = max(family.values(), default=0)
    if len(family) >= _MANY and most < _MOST * family.total():
        return not _is_abroad(text, family.total(), lexicon)
    if _OWN_PLACE.search(text) is not None:
        return False
    nations = sum(1 for _ in _NATION_TELLS.finditer(text))
    return most < _SO_MUCH_MORE * nations and not _is_abroad(text, nations, lexicon)


def _province_around(code: str, lexicon: Lexicon) -> str:
    return code if lexicon.level(code) == "province" else next(lexicon.around(code), code)


def _city_around(code: str, lexicon: Lexicon) -> str:
    """The city that a county lies in; one that a province governs itself (天门市), and any other place, is its own."""
    place = lexicon.place(code)
    if place is None or place.level != "county" or place.parent is None:
        return code
    return place.parent if lexicon.level(place.parent) == "prefecture" else code


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


_WIDE = ("world", "country")
_BEFORE_A_CLAUSE = frozenset("，。；：、“\n年月底初度 ")
_FEW = 2
"""Provinces named so often or less are but examples, where the country is named as often."""

_MANY = 3
"""Where the country is named as often as any of so many provinces, they are its parts: a nationwide text."""


def _in_passing(smaller: Sequence[tuple[int, str]], counts: Mapping[str, int], lexicon: Lexicon) -> bool:
    """Whether a text about a whole country names several of its provinces, each but as an example."""
    family: Counter[str] = Counter()
    for count, code in smaller:
        province = None if lexicon.level(code) == "province" else next(lexicon.around(code), None)
        family[province or code] += count
    wide = max((count for code, count in counts.items() if lexicon.level(code) in _WIDE), default=0)
    named = max(family.values())
    return named <= wide and (len(family) >= _MANY or (len(family) > 1 and named <= _FEW))


_NATION_SPEAKS = pattern(
    r"国务院|国民经济|国内生产总值|国家(?:统计局|能源局|发展改革委|发改委|外汇局)|(?:海关|税务)总署|(?<![占居列位于比较在由])(?:全国|我国)(?!第|首|前|最|唯一|平均|各地|人大|政协|重点|示范|先进|文明|百强)"
)


_LONG = 400
"""A text so long that goes on about a place names it more than once."""


def _is_the_nation_s(text: str, smaller: Sequence[tuple[int, str]]) -> bool:
    """Whether a text speaks of the nation, of 全市 and 我省 nowhere, and names one place once only."""
    once = sum(count for count, _ in smaller) == 1 and len(text) >= _LONG
    return once and _OWN_PLACE.search(text) is None and _NATION_SPEAKS.search(text) is not None


def _shared_place(counts: Sequence[tuple[int, str]], lexicon: Lexicon) -> str:
    """The place named most; its province, where the text names it beside enough other places of that province."""
    count, code = max(counts, key=lambda pair: (pair[0], -int(pair[1])))
    city = lexicon.place(code)
    if city is None or city.level != "prefecture" or city.parent is None:
        return code
    parent = city.parent
    family = sum(other for other, place in counts if lexicon.within(place, parent))
    return code if count >= _MOST * family else parent
