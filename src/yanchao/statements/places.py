"""Where a figure is: the place in its own words, else in its clause, sentence, paragraph or document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from yanchao.lexicon.entries import WIDE, Region
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern
from yanchao.statements.class_marks import is_mark_of_each
from yanchao.statements.context import Draft, listed_measure, near
from yanchao.statements.given_titles import gives_title
from yanchao.statements.grammar import Grammar
from yanchao.statements.inherit import Frame, Words
from yanchao.statements.marks import Mark
from yanchao.statements.over_provinces import in_zone, over_provinces
from yanchao.statements.passages import Passage
from yanchao.statements.passing_places import is_held_against, is_in_passing
from yanchao.statements.placeless import is_a_means, is_firm
from yanchao.statements.pointed_places import introduced, pointed_to, town_told_of
from yanchao.statements.statement import Kind, Span
from yanchao.statements.subjects import OF_ONE_MEMBER
from yanchao.statements.zones import may_hold_a_zone

_NEARBY = 120
"""How many characters before a figure a place of its clause can stand."""

_OPENING = 24
"""How many characters into a paragraph its first figure may name the place that the paragraph is about."""

NAME = 9
"""How many characters the name of a place takes at most where a sentence or paragraph opens with it."""

_SUBSET = pattern("其中")
_IN_PLACE = pattern(
    r"(?:同时，|此外，)?(?:在|位于|走进)(?![^，的]{0,20}(?:政府|举行|召开|举办|[会坛博]上|领域|方面))(?=[\u4e00-\u9fff]{2,20}[，的])"
)
_SPEAKS_OF = pattern(
    r"(?:如今的|今天的|今日的|眼下的|(?:而)?(?:位于|地处|坐落于)[^，。；]{1,14}?的|而|在|以|走进|来到|地处)"
)
_SAYS_OF_IT = pattern(
    r"，|为例|作为|曾|素有|素以|依托|拥有|现有|已成|已有|人民|是(?=[^，。]{2,}[市县城都])|[^，。；、\d]{0,12}领[跑先](?:全[省区国]|我省)"
)
_WHOLE_REGION = pattern(r"全省|我省|(?:全国|我国|全球|世界)(?!市场(?:的?(?:占|份)|占))")
_OWN_WORDS = pattern(r"[全我](?P<kind>[省市县区州国疆])(?!各|人大|政协|政府|委|直)")
_WHOLE_PROVINCE = pattern(
    r"(?:^|(?<=[，。；：、]))(?:今年|去年|20\d\d年)?，?(?:在全省(?=\d)|(?:全省|我省)(?![各第首前最唯平的]|人大|政协|政府|委|直))"
)
_WHOLE_AGAIN = pattern(
    r"(?<![占居列位于比较在对为由动出超过跑先])[全我](?P<kind>[省市县区州国疆])(?!各|第|首|前|最|平均|唯一)"
)
"""全省 where it opens what is said of the whole, and is no universe that a place ranks in (居全省第二)."""


@dataclass(frozen=True, slots=True)
class Name:
    """Words at `[start, end)` of the folded text that name the place `code`, or the `zone` in it that the text is about."""

    start: int
    end: int
    code: str
    zone: bool = False


_NAME_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Places:
    """What a passage has said of places so far: the last figure's, the sentence that named one, the paragraph's own.

    `abroad` is the sentence that last spoke of another country.
    """

    last: Words | None
    named_in: Span | None = None
    paragraph: Words | None = None
    abroad: Span | None = None


def opening_places(passage: Passage, frame: Frame, lexicon: Lexicon) -> Places:
    """What is known of a passage's place before its first figure."""
    start = passage.folded.offsets[0]
    home = None if frame.region is None else Words(frame.region, start, start)
    paragraph = _opening_place(passage, lexicon) or introduced(passage, frame.region, lexicon)
    if paragraph is None and frame.towns and not frame.titled:
        paragraph = town_told_of(passage, frame.towns)
    return Places(home, paragraph=paragraph)


def place_of(
    draft: Draft, subject: Words | None, said: Places, passage: Passage, frame: Frame, lexicon: Lexicon,
    grammar: Grammar, *, placeless: bool, first: bool,
) -> tuple[Words | None, Places]:  # fmt: skip
    """The place of a figure, and what the passage has said of places after it.

    `subject` is the figure's own, `placeless` that what it goes on about has no place, `first` that it opens its passage.
    """
    if (level := _level_of_a_whole(draft, passage, frame, lexicon)) is not None:
        return level, said
    if is_mark_of_each(draft, passage.folded.text):
        return None, said
    place = None if placeless else _named_or_home(draft, subject, passage, frame, lexicon, grammar)
    if place is None and frame.region is None and not placeless and _goes_on(draft, said):
        return said.last, said  # 全国收入9亿元，下降1%: in a text that is about no place
    if place is None and _is_abroad(draft, passage.folded.text, grammar):
        return None, Places(None, said.named_in, said.paragraph, draft.sentence)
    if place is not None and place.start == place.end and said.abroad == draft.sentence:
        return None, said  # 泰国接待游客9万人次，增长8%: the sentence goes on about another country
    if place is not None and place.start == place.end:
        if draft.sentence != said.named_in and (topic := _topic_of(draft, passage, lexicon)) is not None:
            return topic, Places(topic, draft.sentence, topic)
        place = _nearest(draft, place, said, passage, frame, lexicon, grammar)
    if place is None or place.start == place.end or place is said.last:
        return place, Places(place, said.named_in, said.paragraph, said.abroad)
    opens = place.start - passage.folded.offsets[0] <= _OPENING and first and not frame.titled
    paragraph = place if opens and said.paragraph is None else said.paragraph
    return place, Places(place, draft.sentence, paragraph)


def _goes_on(draft: Draft, said: Places) -> bool:
    """Whether a figure measures what its sentence has measured before, in the place that was named there."""
    measure = draft.filling.measure
    return said.named_in == draft.sentence and measure is not None and measure.start < draft.clause.start


def names_of_places(passage: Passage, frame: Frame, lexicon: Lexicon, grammar: Grammar) -> tuple[Name, ...]:
    """What a passage calls places by, in order: their names, zones in them (武汉东湖高新区), 全市 for the document's own."""
    text = passage.folded.text
    found = []
    for mark in passage.marks_in(Span(0, len(text)), "region"):
        region = lexicon.place(mark.id)
        word = text[mark.start : mark.end]
        if region is None or not (
            region.name.startswith(word.rstrip("省市县区州")) or word in ("全国", "我国")
        ):
            continue  # 粤北: counted to its province, no name of it
        if gives_title(mark, text, frame, lexicon, grammar):
            continue
        zone = grammar.zone.match(text, mark.end) if may_hold_a_zone(mark.id, lexicon) else None
        found.append(Name(mark.start, zone.end() if zone else mark.end, mark.id, zone is not None))
    home = frame.region
    if home is not None and (own_place := lexicon.place(home)) is not None:
        kinds = _kinds(own_place)
        own = (match for match in _OWN_WORDS.finditer(text) if match["kind"] in kinds)
        found.extend(Name(*match.span(), home, match["kind"] == "区") for match in own)
        if own_place.level == "county":
            found.extend(Name(start, end, home) for start, end in _county_named(text, own_place.name))
    return tuple(sorted(found, key=_NAME_START))


def _kinds(region: Region) -> str:
    """By which endings a place calls itself (全市, 我区): its name's own; a district or zone may stand for its city."""
    district = "区" if region.level in ("prefecture", "county") else ""
    return region.name[-1] + district + ("疆" if region.name.startswith("新疆") else "")


_WHOLE_NAME = 3
"""How long a county's name is at least that is said without 县 too (长河县, 长河)."""


def _county_named(text: str, county: str) -> Iterator[tuple[int, int]]:
    """Where a clause of a text opens with the county that the text is about: what it names in passing is no topic."""
    name = county[:-1] if len(county) >= _WHOLE_NAME else county
    at = text.find(name) if name else -1
    while at != -1:
        end = at + len(county) if text.startswith(county, at) else at + len(name)
        if at == 0 or text[at - 1] in "，。；：！？ ":
            yield at, end
        at = text.find(name, end)


def called(
    place: Words, names: Sequence[Name], draft: Draft, passage: Passage, frame: Frame, lexicon: Lexicon
) -> Words | None:
    """What a text calls the place of a figure: the nearest words before it that name the place, else its full name."""
    of_zone = frame.zone is not None and place.value == frame.region
    if of_zone and place.start != place.end:  # 占固州市的两成: the city, by a name that is none of the zone's
        of_zone = any(
            name.zone and passage.folded.source(name.start, name.end)[0] == place.start for name in names
        )
    for index in range(bisect_left(names, draft.figure.start, key=_NAME_START) - 1, -1, -1):
        if names[index].code == place.value and (names[index].zone or not of_zone):
            return passage.words(Span(names[index].start, names[index].end))
    if place.value == frame.region and frame.called is not None:
        return frame.called
    region = lexicon.place(place.value)
    return None if region is None else Words(region.name, place.start, place.end)


def own_words(passage: Passage, frame: Frame, lexicon: Lexicon) -> Words | None:
    """The last words of a passage by which the document's place calls itself (全市); None where there are none."""
    region = lexicon.place(frame.region)
    if region is None:
        return None
    kinds = _kinds(region) if frame.zone is None else "区"
    last = None
    for match in _WHOLE_AGAIN.finditer(passage.folded.text):
        if match["kind"] in kinds:
            last = match
    return None if last is None else passage.words(Span(*last.span()))


def _nearest(
    draft: Draft, home: Words, said: Places, passage: Passage, frame: Frame, lexicon: Lexicon, grammar: Grammar
) -> Words | None:  # fmt: skip
    """The place of a figure that names none: what its sentence or paragraph said, else the document's."""
    text, at = passage.folded.text, draft.figure.start
    if (province := _whole_province(draft, home, passage, lexicon)) is not None:
        return province
    if (place := pointed_to(draft, home.value, passage, lexicon)) is not None:
        return place
    if said.last is not None and said.last.value != home.value:
        region = lexicon.place(home.value)
        kinds = _kinds(region) if region else ""
        base = draft.filling.base  # 占同期|全省出口的三成
        for own in _WHOLE_AGAIN.finditer(text, near(draft.sentence.start, at), at):
            if base is not None and base.start <= own.start() < base.end:
                continue
            if own["kind"] in kinds and passage.folded.source(*own.span())[0] > said.last.start:
                return home  # 甲市有整机企业9家，全省产量12万台: the whole again
    if said.named_in == draft.sentence and not _is_ranked_in(said.last, draft, lexicon):
        return said.last  # 广东工业增加值3万亿元，增长4%: the sentence goes on about its place
    if _SUBSET.search(text, near(draft.clause.start, at), at):
        return said.last  # 其中: a part of what was said before, in the same place
    if said.paragraph is not None and not _WHOLE_REGION.search(text, near(draft.clause.start, at), at):
        return said.paragraph
    return home if frame.titled else _last_named(draft, passage, frame, lexicon, grammar) or home


def _whole_province(draft: Draft, home: Words, passage: Passage, lexicon: Lexicon) -> Words | None:
    """全省有开发区90家, in a text about a city: the province's."""
    region = lexicon.place(home.value)
    if region is None or region.level != "prefecture" or region.parent is None:
        return None
    if draft.filling.kind is Kind.RANK:
        return None  # 在全省90家中居第3位
    whole = _WHOLE_PROVINCE.search(
        passage.folded.text, near(draft.clause.start, draft.figure.start), draft.figure.start
    )
    return None if whole is None else passage.named(region.parent, *whole.span())


def _is_ranked_in(place: Words | None, draft: Draft, lexicon: Lexicon) -> bool:
    """在全国217家开发区中居第13位: whoever is ranked is not the country, whose the count before it is."""
    return draft.filling.kind is Kind.RANK and place is not None and lexicon.level(place.value) in WIDE


_OPENS_A_NAME = frozenset("，。；：、“（(\n 在据从")


def _last_named(
    draft: Draft, passage: Passage, frame: Frame, lexicon: Lexicon, grammar: Grammar
) -> Words | None:
    """The place that the paragraph named last before a figure, in a text that no place's name stands over.

    The province of a text about its city is named in passing where it stands in a longer name (环北部湾广西水资源工程).
    """
    text, at, home = passage.folded.text, draft.figure.start, str(frame.region)
    found = None
    named = tuple(passage.marks_in(Span(near(0, at), at), "region"))
    for mark, before, behind in zip(named, (None, *named), (*named[1:], None), strict=False):
        if (
            lexicon.level(mark.id) in WIDE
            or _in_list(mark, text)
            or is_in_passing(mark, text)
            or is_a_means(mark, text)
            or gives_title(mark, text, frame, lexicon, grammar)
            or (frame.zone is not None and mark.id == home and is_held_against(mark, text))
            or _pair(before, mark, text)
            or _pair(mark, behind, text)
        ):
            continue
        in_a_name = mark.start and text[mark.start - 1] not in _OPENS_A_NAME
        if in_a_name and mark.id != home and lexicon.within(home, mark.id):
            continue
        found = mark
    if found is None:
        return None
    if found.start < draft.sentence.start and text.startswith(("此外", "另外"), draft.sentence.start):
        return None
    place = lexicon.place(found.id)
    own = _kinds(place).replace("区", "") if place else ""
    if any(again["kind"] not in own for again in _WHOLE_AGAIN.finditer(text, found.end, at)):
        return None  # 甲市…，全省…: the whole again; 甲市…，全市… is the city still
    return passage.named(found.id, found.start, found.end)


def _pair(one: Mark | None, other: Mark | None, text: str) -> bool:
    """上海和深圳分别上涨: whether two places are named as a pair, so that neither is what the next sentence is of."""
    return one is not None and other is not None and text[one.end : other.start] in ("和", "与", "及")


def _topic_of(draft: Draft, passage: Passage, lexicon: Lexicon) -> Words | None:
    """如今的固州，…; 固州曾有…: the city or county that a sentence opens by speaking of."""
    text = passage.folded.text
    start = draft.sentence.start
    opening = _SPEAKS_OF.match(text, start, draft.figure.start)
    at = opening.end() if opening else start
    mark = place_at(at, min(at + NAME, draft.figure.start), passage)
    if mark is None or lexicon.level(mark.id) not in ("prefecture", "county"):
        return None
    if _SAYS_OF_IT.match(text, mark.end, draft.figure.start) is None:
        return None
    return passage.named(mark.id, mark.start, mark.end)


def _opening_place(passage: Passage, lexicon: Lexicon) -> Words | None:
    """在固州市，…: the place that a paragraph says it is in."""
    opening = _IN_PLACE.match(passage.folded.text)
    if opening is None:
        return None
    mark = place_at(opening.end(), opening.end() + NAME, passage)
    if mark is None:
        return None
    city = place_at(mark.end, mark.end + NAME, passage)
    if city is not None and lexicon.within(city.id, mark.id):
        mark = city  # 在新疆阿勒泰市…，
    return passage.named(mark.id, mark.start, mark.end)


_AND_ANOTHER = pattern(r"省?(?:[、和与及]|以及)")


def _of_provinces(own: Sequence[Span], passage: Passage, lexicon: Lexicon) -> bool:
    """江苏、浙江、山东小麦增产…: whether a figure's own words open with several provinces, so that it is no one's."""
    text = passage.folded.text
    for span in own:
        named = [mark for mark in passage.marks_in(span, "region") if lexicon.level(mark.id) == "province"]
        if len(named) > 1 and named[0].start == span.start:
            return _AND_ANOTHER.fullmatch(text, named[0].end, named[1].start) is not None
    return False


def place_at(at: int, end: int, passage: Passage) -> Mark | None:
    """The place named by the words that begin at `at` and end before `end`, None where they name none."""
    mark = next(passage.marks_in(Span(at, end), "region"), None)
    return mark if mark is not None and mark.start == at else None


def _named_or_home(
    draft: Draft, subject: Words | None, passage: Passage, frame: Frame, lexicon: Lexicon, grammar: Grammar
) -> Words | None:
    """Whose place the figure is: named by its own words, else by its clause, else the document's. A firm has none."""
    if subject is not None and is_firm(draft, subject, passage, lexicon):
        return None
    text, filling = passage.folded.text, draft.filling
    if grammar.firm_speaks.match(text, draft.figure.end) is not None:
        return None  # what a firm says of itself has no place
    if filling.subject is not None and over_provinces(
        text[filling.subject.start : filling.subject.end], grammar
    ):
        return None  # 东部地区投资增长5%，增速低于全国2个百分点
    if filling.kind is Kind.RANK and text.startswith("的", draft.figure.end):
        behind = draft.figure.end + 1
        if (holder := place_at(behind, behind + NAME, passage)) is not None:
            return passage.named(holder.id, holder.start, holder.end)  # 排名第7的宁波港
    if (
        frame.region is not None
        and (county := _own_county(draft, passage, frame.region, lexicon)) is not None
    ):
        return county
    since = draft.sentence if filling.construction in OF_ONE_MEMBER else draft.clause
    own = [
        span
        for span in (filling.subject, filling.measure)
        if span and (span.start >= since.start or text[span.start : span.end] in grammar.places)
    ]
    if _is_abroad(draft, text, grammar):
        return None
    nearby = Span(max(draft.clause.start, draft.figure.start - _NEARBY), draft.figure.start)
    for span in (*own, nearby):
        for mark in passage.marks_in(span, "region"):
            if frame.firm is not None and _names_the_firm(mark, frame.firm.value, text):
                continue
            whole_subject = span == filling.subject and span.start == mark.start
            if _in_list(mark, text) and filling.construction not in OF_ONE_MEMBER:
                continue  # 甲、乙、丙三市走廊: of several places together
            if filling.base is not None and filling.base.start <= mark.start < filling.base.end:
                continue
            wide = lexicon.level(mark.id) in WIDE
            if wide and text.startswith(("国内", "国际"), mark.start):
                continue  # 国内市场份额: scope, no place
            if wide and not _speaks_of(draft, mark, text, grammar):
                continue
            between = text[mark.end : draft.figure.start]
            if (
                _is_held_against(mark, draft, text)
                or _trades_with(mark, draft, text)
                or is_a_means(mark, text)
            ):
                continue
            if is_in_passing(mark, text) or gives_title(mark, text, frame, lexicon, grammar):
                continue  # 距固州60公里, 由固州代管
            if not whole_subject and ("、" in between or "等" in between):
                continue  # 襄阳、宜昌等3个城市: a list of places is no place of the figure
            nearer = next(passage.marks_in(Span(mark.end, mark.end + NAME), "region"), None)
            if nearer is not None and nearer.start == mark.end and lexicon.within(nearer.id, mark.id):
                mark = nearer  # 河南许昌: the city
            if (end := _home_behind(mark, frame.region, text, lexicon)) is not None:
                return passage.named(str(frame.region), mark.start, end)
            return passage.named(mark.id, mark.start, mark.end)
    if frame.region is None or in_zone(draft, own, text, grammar) or _of_provinces(own, passage, lexicon):
        return None
    nation = None if frame.titled else _NATION_OPENS.match(text, draft.sentence.start, draft.figure.start)
    if nation is not None:
        code = lexicon.region_by_word[nation["nation"]].code
        return passage.named(code, *nation.span("nation"))
    start = passage.folded.offsets[0]
    return Words(frame.region, start, start)


_COMES_TO = pattern(r"(?:为|是|相当于|等于|达到?|超过)$")
_PART_FOLLOWS = pattern(r"的(?:近|约|超过?|不足|不到|逾)?$")


def _is_held_against(mark: Mark, draft: Draft, text: str) -> bool:
    """固州仅为南海的|37%: whether a place is what another is measured by."""
    return (
        _COMES_TO.search(text, max(0, mark.start - 3), mark.start) is not None
        and _PART_FOLLOWS.fullmatch(text, mark.end, draft.figure.start) is not None
    )


_TRADE_WITH = pattern(
    r"(?:[对向与](?:中国)?[^，。；：]*(?:进出口|出口|进口|贸易)|自(?:中国)?[^，。；：]*进口)"
)


def _trades_with(mark: Mark, draft: Draft, text: str) -> bool:
    """对台湾、香港及东盟进出口9亿元: whether a place is whom a trade is with, which is the trader's figure."""
    told = _TRADE_WITH.finditer(text, near(draft.sentence.start, draft.figure.start), draft.figure.start)
    return any(trade.start() < mark.start < trade.end() for trade in told)


def _home_behind(mark: Mark, home: str | None, text: str, lexicon: Lexicon) -> int | None:
    """湖北|天门: where the county or city that a text is about ends, behind the name of what it lies in."""
    place = lexicon.place(home)
    if place is None or home == mark.id or not lexicon.within(place.code, mark.id):
        return None
    bare = place.name[:-1] if len(place.name) >= _WHOLE_NAME else place.name
    return mark.end + len(bare) if text.startswith(bare, mark.end) else None


def _names_the_firm(mark: Mark, firm: str, text: str) -> bool:
    """西藏天路|营收9亿元: whether a place's name is but part of the name of the firm whose text this is."""
    at = firm.find(text[mark.start : mark.end])
    return at != -1 and text.startswith(firm, mark.start - at)


_COUNTY = pattern(r"[\u4e00-\u9fff]{1,7}?(?:县|市|区|旗)")
_LONGEST_BARE = 4
_ZONE_OF_A_COUNTY = pattern(
    r"(?P<county>[\u4e00-\u9fff]{2,3})(?:工业|产业|科技)?(?:园区|开发区|高新区|经开区)"
)
"""富平|园区: a zone that bears the bare name of its county."""


def _own_county(draft: Draft, passage: Passage, home: str, lexicon: Lexicon) -> Words | None:
    """平安区居民消费价格…, 龙口、牟平的采购额分别为…: the county of the text's own place that a figure's words open with."""
    text, filling = passage.folded.text, draft.filling
    whose = filling.subject or filling.measure
    if whose is None or whose.start < draft.sentence.start:
        return None
    match = _COUNTY.match(text, whose.start, whose.end)
    names = [match[0]] if match is not None else []
    if match is not None and (zone := _ZONE_OF_A_COUNTY.match(match[0])) is not None:
        known = zone["county"] in lexicon.region_by_word  # 南昌经开区: the city's, and not that of 南昌县
        names = [] if known else [zone["county"] + kind for kind in "市县区"]
    if match is None and filling.construction == _LISTED and whose.end - whose.start <= _LONGEST_BARE:
        names = [text[whose.start : whose.end] + kind for kind in "市县区"]
    for name in names:
        city = [lexicon.region_by_word[name]] if match is None and name in lexicon.region_by_word else []
        for county in (*city, *lexicon.gazetteer.named(name)):
            if county.code != home and lexicon.within(county.code, home):
                return passage.named(county.code, whose.start, match.end() if match else whose.end)
    return None


_LISTED = "distributed"
_WHOLE_LEVEL = pattern(r"(?P<whole>全国|我国|全省|全市)(?:的?平均)?(?:水平|增速)?的?(?P<opens>[(（]?)$")
_LEVEL_CLOSES = pattern(r"[)）]")
_LEVEL_GOES_ON = pattern(r"的(?:平均|总体|整体)?(?:水平|增速|增幅|均值|平均值)")


def _level_of_a_whole(draft: Draft, passage: Passage, frame: Frame, lexicon: Lexicon) -> Words | None:
    """比全国(7.0%)高1个百分点, 远高于全省6.1%的水平: the figure of the whole that another is held against."""
    text, figure = passage.folded.text, draft.figure
    before = _WHOLE_LEVEL.search(text, max(draft.sentence.start, figure.start - NAME), figure.start)
    if before is None or draft.filling.kind is Kind.RANK:
        return None
    closes = _LEVEL_CLOSES if before["opens"] else _LEVEL_GOES_ON
    if closes.match(text, figure.end) is None:
        return None
    code = _code_of_whole(before["whole"], frame, lexicon)
    return None if code is None else passage.named(code, *before.span("whole"))


def _code_of_whole(whole: str, frame: Frame, lexicon: Lexicon) -> str | None:
    """The region that 全国, 全省 or 全市 means in a text about a place; None where it means none."""
    if (nation := lexicon.region_by_word.get(whole)) is not None:
        return nation.code
    home = None if frame.region is None else lexicon.regions.get(frame.region)
    if home is None or whole[1] in _kinds(home):
        return frame.region
    return home.parent if whole[1] == "省" and home.level == "prefecture" else None


_NATION_OPENS = pattern(
    r"(?:[^，。；]{0,14}，)?(?P<nation>我国|全国)(?=[\u4e00-\u9fff])(?!性|各|第|首|前|最|唯一|平均|重点|示范|先进|优秀|人大|政协|统一|一级|工商)"
)
"""今年以来，我国风电…: a sentence that opens with the nation, in a text that no place's name stands over."""

_WITH = frozenset("对向自从与和同到赴往")
_WITH_THEM = pattern(r"[对向自从与和同][^，。；：\d]{1,24}[、和与及]$")
"""对非洲、|中东分别增长: the last of those whom something is done with."""

_TRADES = pattern(r"出口|进口|进出|贸易|外贸|订单|市场|客商|销往|[对来在]华|对(?:我国|中国)投资")


def _is_abroad(draft: Draft, text: str, grammar: Grammar) -> bool:
    """Whether a figure is another country's (巴西汽车产量), and none of a trade with it (出口增长9%，其中美国增长3%)."""
    filling = draft.filling
    whose = filling.subject or filling.measure
    if whose is None or whose.start < draft.sentence.start:
        return False
    at = whose.start + (text[whose.start] == "在")
    if (
        text[at] not in grammar.abroad_opens
        or text[at - 1 : at] in _WITH
        or _WITH_THEM.search(text, near(draft.clause.start, at), at)
        or grammar.abroad.match(text, at, whose.end) is None
    ):
        return False
    return _TRADES.search(text, near(draft.sentence.start, draft.figure.start), draft.figure.start) is None


def _in_list(mark: Mark, text: str) -> bool:
    if text.startswith("、", mark.end) or text.endswith("、", 0, mark.start):
        return True
    # 甲、乙和丙三座城市: the last of a list
    return (
        text[mark.start - 1 : mark.start] in ("和", "与", "及")
        and "、" in text[max(0, mark.start - 5) : mark.start]
    )


_AMOUNTS = frozenset(("money", "mass", "any", "power", "energy", "person", "length", "area", "visit", "data"))


def _speaks_of(draft: Draft, mark: Mark, text: str, grammar: Grammar) -> bool:
    """Whether the figure is the country's own (全国汽车产量), and 全国 no word of scope (全国重点实验室)."""
    filling = draft.filling
    if filling.measure is None:
        return False
    if filling.subject is None:
        # 全国出游9亿人次: an amount; what is counted may be so called (全国文明城市9个)
        amount = filling.kind is Kind.LEVEL and draft.figure.quantity.unit not in ("1", "year")
        scope = text.startswith(("最", "首", "唯一", "第"), mark.end)
        opens = filling.measure.start == mark.start and not scope
        return amount and opens and not draft.figure.quantity.unit.startswith("count")
    if filling.subject.start != mark.start:
        return False
    if filling.subject.end == mark.end:
        return True
    measure = listed_measure(filling, text, grammar)
    return measure is not None and measure.dimension in _AMOUNTS
