"""What a clause leaves out: region, cluster, period, status and source from the words around it.

State flows through a document in two records: a `Frame` (what headings and framing sentences set for all that
follows) and a `Paragraph` (what the paragraph has said so far). Both are replaced, never changed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from yanchao.documents.document import Document
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.context import FAR, Draft
from yanchao.statements.marks import Mark, marker
from yanchao.statements.periods import ONE_YEAR_BEFORE, WHOLE_YEAR, Period, TimeRole
from yanchao.statements.statement import Comparator, Kind, Origin, Span, Status


@dataclass(frozen=True, slots=True)
class Words:
    """A field's value with the range of the document that gave it; an empty range where no words did."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands over a paragraph: the document's region, the section's cluster, the frame of time.

    `periods` are the frames that headings set, by heading level; `future` the levels whose heading speaks of tasks and
    targets, with its words. `titled` is True where the document's title names the region: then a place that a paragraph
    opens with is an example, not what the paragraph is about. `topic` is the one cluster that the title names: it
    stands wherever a heading names none. `firm` is the firm whose document this is, `called` what the text last
    called its own place by (全市), or the firm by (公司). `home` is the document's own region where a heading of `place_level` has set another
    for what stands below it (武汉：…), else None.
    """

    region: str | None
    cluster: Words | None = None
    periods: tuple[tuple[int, Words], ...] = ()
    future: tuple[tuple[int, Words], ...] = ()
    said: Words | None = None
    titled: bool = False
    topic: Words | None = None
    firm: Words | None = None
    called: Words | None = None
    home: str | None = None
    place_level: int = 0

    @property
    def period(self) -> Words | None:
        if self.said is not None:
            return self.said
        return self.periods[-1][1] if self.periods else None


OF_TASKS = pattern(
    r"重点工作|主要任务|工作安排|目标任务|主要目标|重点任务|工作任务|总体要求|预期目标|工作打算"
)
_OF_A_FIRM = pattern(
    r"(?:股份有限公司|有限公司|股份|集团|证券代码|股票代码)(?!.{0,12}(?:政府|统计|会议))|以下简称“公司”"
)
_FIRM_OPENS = pattern(
    r"证券代码|股票代码|以下简称“(?:本)?公司”|(?:股份有限公司|有限公司|集团|股份)(?:今日|昨日|近日|\d+日)?[^，。；\n]{0,6}(?:发布|披露|公布|公告|宣布)"
)
"""How the head of a text says that it is a firm's own; a firm in the opening of a report is not yet that."""

_RESULTS = pattern(
    r"(?P<firm>(?![^，。]{0,6}(?:行业|产业|全国|我国|中国|全[省市]))[\u4e00-\u9fffA-Za-z]{2,10}?)(?:正式)?(?:公布|发布|披露|公告|交出|晒出)[^，。]{0,14}?(?:业绩|财报|年报|季报|中报|成绩单)"
    r"|^(?P<judged>(?![^，。]{0,6}(?:行业|产业|全国|我国|中国|全[省市]))[\u4e00-\u9fffA-Za-z]{2,10}?)(?:[(（][\dA-Z.]{4,12}[)）])?[:：]?(?:20\d\d年?)?"
    r"(?:年报|中报|半年报|[一三]?季报|三季报|财报|业绩)(?:点评|快评|解读|速览|深度)"
)
"""某某汽车公布2024年业绩: a title that says whose results the text tells."""

_ANNOUNCES = pattern(
    r"^(?:[^，。\n]{0,16}(?:快讯|讯|获悉|消息)[，：]|原标题：)?(?:[^，。\n]{2,20}——)?(?:20\d\d年)?(?:\d{1,2}月\d{1,2}日，?)?"
    r"(?P<firm>(?![早午晚]间|盘[前后]|据|记者|日前|近日|[昨今]日)\*?(?:(?!发布|披露|公布|公告|交出|陆续|相继|纷纷|部分|多家|家上市|上市公司|全国|晚间)[\u4e00-\u9fffA-Za-z]){2,9}?(?<![部局委厅院会办署库行省市县区州国地府关所队者级织企商界])(?<!中心|政府|企业|行业|产业|工业|商业))"
    r"(?:[(（][^()（）\n]{2,24}[)）])?(?:今日|昨日|昨晚|今晚|近日|日前|晚间|盘后|(?:\d{1,2}月)?\d{1,2}日|晚)*"
    r"(?:(?:披露|发布|公布|交出)(?:了)?(?:20\d\d年)?(?:年?度|上半年|前?[一二三四]季度|前三季度|半年度|1?\d月份?)?"
    r"(?:业绩(?:预告|快报|公告|报告|预增)|产销(?:快报|数据)|经营(?:数据|简报)|财报|年报|季报|半年报|中报|公告|年度报告|季度报告|定期报告)"
    r"|(?:发布)?公告(?!显示|精选|指出)|业绩(?:快报|预告)[：:]|在(?:投资者)?互动平台)",
    re.MULTILINE,
)
"""某某科技公告，预计…: a line that opens with whoever announces it, in the way of listed firms."""

_FIRM_HEAD = 160
_OFTEN = 3
"""How often a text that is about a firm speaks of the 公司 at least."""

_FIRM_NAME = pattern(
    r"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[的由向对把被为与和及在于了日]))(?:(?!关于|关联|显示|包括|接到|收到|股份有限|有限公司|公司|股东|一家|这家|多家|上市|该|本|日)(?![的将由向对把被为与和及在于了其所占或因])[\u4e00-\u9fff]){2,10}?(?:股份有限公司|有限公司|集团|股份|公司)(?![、和与及]|股东|法)"
)
"""A firm by its name, where it stands in no list."""

_OF_THE_NATION = pattern(r"中华人民共和国|国家统计局|全国[^省市]{0,12}(?:情况|公报|数据)|中国经济")
_MOST = 0.6
"""What part of the places of a province one city must be for a text to be about that city."""

_OWN_PLACE = pattern(r"[全我](?:[省市县区州])(?!场)")
_LONGEST_PLACE = 12
_OF_SCOPE = frozenset(("国内", "国际"))
"""Words of scope that say nothing of what a text is about."""

_HEADING_LEVELS = 9


def opening_frame(document: Document, lexicon: Lexicon) -> Frame:
    """The frame that a document opens with: the region that it is about, and whether its title says so."""
    title = f"{document.title or ''}{document.publisher or ''}"
    if (told := _RESULTS.search(document.title or "")) is not None:
        firm = told["firm"] or told["judged"]
        at = document.text.find(firm)
        return Frame(None, firm=Words(firm, at, at + len(firm)) if at >= 0 else None)
    if (announces := _ANNOUNCES.search(document.text, 0, _FIRM_HEAD)) is not None:
        return Frame(None, firm=Words(announces["firm"], *announces.span("firm")))
    if _OF_A_FIRM.search(title) or _opens_as_a_firm(document.text):
        # a firm's own figures are no place's
        return Frame(None, firm=_named_firm(document), called=_own_short_name(document.text))
    if (firm := _firm_of_results(document, lexicon)) is not None:
        return Frame(None, firm=firm)
    county = _county(document)
    named = _named_region(title, lexicon)
    if named is None and county is not None:
        named = lexicon.gazetteer.region_of(county.value)
    assembly = _assembly(document, lexicon)
    if assembly is not None and named is None:
        return Frame(
            assembly.value,
            topic := _named_cluster(document.title or "", lexicon),
            titled=True,
            topic=topic,
            called=_place_of_assembly(document),
        )
    if named is not None and not document.publisher and not _goes_on_about(named, document, lexicon):
        named = None  # 74个城市空气质量：甲市垫底: an example of the title's
    topic = _named_cluster(document.title or "", lexicon) or _only_cluster(document, lexicon)
    return Frame(
        named or home_region(document, lexicon),
        topic,
        titled=named is not None,
        topic=topic,
        called=county,
    )


_RESULTS_OF = pattern(r"营收|净利|财报|年报|季报|中报|业绩|利润|毛利|年度报告")


def _firm_of_results(document: Document, lexicon: Lexicon) -> Words | None:
    """The listed firm that a title names beside its results (某某营收大涨), None where it names none or a place too."""
    title = document.title or ""
    if _RESULTS_OF.search(title) is None or not document.text.startswith(title):
        return None
    marks = marker(lexicon).find(title)
    firms = [mark for mark in marks if mark.sort == "entity" and lexicon.entities[mark.id].role in _FIRMS]
    if len({mark.id for mark in firms}) != 1 or any(mark.sort == "region" for mark in marks):
        return None
    return Words(title[firms[0].start : firms[0].end], firms[0].start, firms[0].end)


_FIRMS = ("firm", "leading-firm")
_ASSEMBLY = pattern(
    r"(?<=在)?(?P<place>[\u4e00-\u9fff]{2,9}?[省市县区州旗盟])第?[一二三四五六七八九十\d]{1,3}届人(?:民代表大会|大)"
)
_ASSEMBLY_HEAD = 200


def _place_of_assembly(document: Document) -> Words | None:
    """The place before whose people's congress a report is given (在长河县第十八届人民代表大会第三次会议上)."""
    match = _ASSEMBLY.search(document.text, 0, _ASSEMBLY_HEAD)
    if match is None:
        return None
    name = match["place"].rpartition("在")[2]
    return Words(name, match.end("place") - len(name), match.end("place"))


def _assembly(document: Document, lexicon: Lexicon) -> Words | None:
    """The region of that place: its own, else that of the city whose name it begins with (in the packs, else by its county)."""
    place = _place_of_assembly(document)
    if place is None:
        return None
    code = _code_of(place.value, lexicon)
    return Words(code, place.start, place.end) if code is not None else None


def _code_of(name: str, lexicon: Lexicon) -> str | None:
    """The region that a place's whole name means: its own, that of a county's prefecture, that of the city it begins with."""
    region = lexicon.region_by_word.get(name)
    if region is None and (code := lexicon.gazetteer.region_of(name)) is not None:
        return code
    for length in range(min(len(name), _LONGEST_PLACE), 1, -1):
        region = region or lexicon.region_by_word.get(name[:length])
    known = region is not None and region.level in ("province", "prefecture", "county")
    return region.code if known and region is not None else None


_COUNTY = pattern(
    r"(?P<name>[\u4e00-\u9fff]{2,6}?(?:自治县|县|自治旗|旗))(?=20\d\d|简介|概况|基本|国民|经济|政府|人民|关于|“|$)"
)


def _county(document: Document) -> Words | None:
    """The county that a title opens with: no pack lists it, yet the text's figures are its own."""
    match = _COUNTY.match(document.title or "")
    if match is None or not document.text.startswith(document.title or ""):
        return None
    return Words(match["name"], *match.span("name"))


def _opens_as_a_firm(text: str) -> bool:
    """Whether the head of a text says that it is a firm's own, or names a firm that the whole text goes on about."""
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
    match = _FIRM_NAME.search(document.text, 0, 300)
    return Words(match[0], *match.span()) if match else None


def _named_cluster(title: str, lexicon: Lexicon) -> Words | None:
    """The one cluster that a title names, or None where it names none or several."""
    named = {mark.id for mark in marker(lexicon).find(title) if mark.sort == "cluster"}
    return Words(named.pop(), 0, 0) if len(named) == 1 else None


_OFTEN_NAMED = 5
_NEARLY_ALL = 0.8
_OPENING = 200


def _only_cluster(document: Document, lexicon: Lexicon) -> Words | None:
    """The industry that a text goes on about from its first words, though its title does not name it; None where none is."""
    named = [mark for mark in _marks(document.text, lexicon) if mark.sort == "cluster"]
    if not named or named[0].start > _OPENING:
        return None
    ((cluster, count),) = Counter(mark.id for mark in named).most_common(1)
    if count < _OFTEN_NAMED or count < _NEARLY_ALL * len(named):
        return None
    first = next(mark for mark in named if mark.id == cluster)
    return Words(cluster, first.start, first.end)


def _named_region(title: str, lexicon: Lexicon) -> str | None:
    """The place that a title or publisher names, or None."""
    if _OF_THE_NATION.search(title):
        return next((code for code, region in lexicon.regions.items() if region.level == "country"), None)
    for length in range(min(_LONGEST_PLACE, len(title)), 1, -1):
        for start in range(len(title) - length + 1):
            region = lexicon.region_by_word.get(title[start : start + length])
            if region is not None and region.level in ("province", "prefecture", "county"):
                return _city_of(region.code, title[start + length :], lexicon)
    return None


_BEFORE_ITS_CITY = pattern(r"[)）]?(?:20\d\d年)?(?=[\u4e00-\u9fff])")


def _city_of(code: str, rest: str, lexicon: Lexicon) -> str:
    """(江西省)2022年宜春市…, 广西百色…: the city that follows the name of its province, else the place itself."""
    between = _BEFORE_ITS_CITY.match(rest)
    at = between.end() if between else 0
    for length in range(_LONGEST_PLACE, 1, -1):
        region = lexicon.region_by_word.get(rest[at : at + length])
        if region is not None and region.code != code and lexicon.within(region.code, code):
            return region.code
    return code


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


def home_region(document: Document, lexicon: Lexicon) -> str | None:
    """The place that a text names most. World and country count only where nothing smaller is named but in passing."""
    counts = Counter(
        mark.id
        for mark in _marks(document.text, lexicon)
        if mark.sort == "region" and document.text[mark.start : mark.end] not in _OF_SCOPE
    )
    smaller = [(count, code) for code, count in counts.items() if lexicon.regions[code].level not in _WIDE]
    if smaller and not _in_passing(smaller, counts, lexicon) and not _is_the_nation_s(document.text, smaller):
        return _shared_place(smaller, lexicon)
    if not smaller and _OWN_PLACE.search(document.text):
        return None  # 全市…，全国…: a place that the text does not name
    wide = {code: count for code, count in counts.items() if lexicon.regions[code].level in _WIDE}
    return max(wide, key=lambda code: wide[code]) if wide else None


_WIDE = ("world", "country")
_FEW = 2
"""Provinces named so often or less are but examples, where the country is named as often."""

_MANY = 3
"""Where the country is named as often as any of so many provinces, they are its parts: a nationwide text."""


def _in_passing(smaller: Sequence[tuple[int, str]], counts: Mapping[str, int], lexicon: Lexicon) -> bool:
    """Whether a text about a whole country names several of its provinces, each but as an example."""
    family: Counter[str] = Counter()
    for count, code in smaller:
        region = lexicon.regions[code]
        family[code if region.level == "province" else region.parent or code] += count
    wide = max((count for code, count in counts.items() if lexicon.regions[code].level in _WIDE), default=0)
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
    parent = lexicon.regions[code].parent
    if lexicon.regions[code].level != "prefecture" or parent is None:
        return code
    family = sum(other for other, place in counts if lexicon.within(place, parent))
    return code if count >= _MOST * family else parent


def under_heading(
    frame: Frame, level: int, periods: Sequence[Words], tasks: Words | None, cluster: Words | None
) -> Frame:
    """The frame below a heading: its own period, cluster and outlook, else those of the headings above it.

    `tasks` are its words that speak of tasks and targets.
    """
    level = min(level or _HEADING_LEVELS, _HEADING_LEVELS)
    kept = tuple((depth, words) for depth, words in frame.periods if depth < level)
    if periods:
        kept = (*kept, (level, _widest(periods)))
    future = tuple((depth, words) for depth, words in frame.future if depth < level)
    if tasks is not None:
        future = (*future, (level, tasks))
    below = replace(frame, periods=kept, future=future, said=None, cluster=cluster or frame.topic)
    return _left_place(below, level)


def in_place(frame: Frame, region: str, level: int) -> Frame:
    """The frame below a heading that names the place of what follows (武汉：…)."""
    home = frame.home if frame.place_level else frame.region
    return replace(frame, region=region, home=home, place_level=level or _HEADING_LEVELS, called=None)


def _left_place(frame: Frame, level: int) -> Frame:
    """The frame below a heading that names no place: back at home, where it closes the section of another."""
    if not frame.place_level or level > frame.place_level:
        return frame
    return replace(frame, region=frame.home, home=None, place_level=0, called=None)


def _widest(periods: Sequence[Words]) -> Words:
    """Of the frames a heading names, the one that holds the others (“十四五”时期 over 2025年)."""
    return max(periods, key=lambda words: (_length(words.value), -words.start))


def _length(iso: str) -> int:
    first, _, last = iso.partition("/")
    return int((last or first)[:4]) - int(first[:4])


_BY_PARTS = pattern(r"[分逐](?:季度?|月度?|年度?)[看来，]|其中，?(?:仅)?$")
"""分季度看, 其中二季度: parts of a period, of which the next sentence says no more."""


def governing_periods(
    text: str, drafts: Sequence[Draft], periods: Sequence[Period], frame: str | None
) -> Iterator[Period | None]:
    """For each draft the expression of time that governs it: the last before it in the paragraph, else None.

    目前 ends what stood before it (its `iso` is None). A window like 近5年 reaches over its own clause only, and over an
    average it runs back from the year spoken of. 比2020年的9亿元: what a change is held against is the period of the
    figure that touches it, and of no other. `frame` is the period that stands over the paragraph.
    """
    parts = dict(_each_its_own(text, drafts, periods))
    current: Period | None = None
    position = 0
    recent: list[Period] = []
    touching: Period | None = None
    end = 0
    # 分季度看: its sentence, and the period that goes on after it
    aside: tuple[Span, Period | None] | None = None
    for draft in drafts:
        if aside is not None and draft.sentence != aside[0]:
            current, aside = aside[1], None
        if text[end : draft.figure.start] != ":":
            touching = None  # 由上年的8:42:50: the whole ratio is of last year
        end = draft.figure.end
        while position < len(periods) and periods[position].start < draft.figure.start:
            period = periods[position]
            position += 1
            if period.years == WHOLE_YEAR and period.role is TimeRole.NAME:
                current = _whole_year(text, period, current, frame)
            elif period.role is TimeRole.BASE:
                if _touches(text, period, draft.figure.start):
                    touching = _a_year_before(period, current.iso if current else frame)
            elif period.role is TimeRole.RECENT:
                recent.append(period)
            elif period.role is not TimeRole.NAME and (period.iso is not None or period.role is TimeRole.NOW):
                told = max(draft.sentence.start, period.start - FAR)
                if aside is None and _BY_PARTS.search(text, told, period.start):
                    aside = (draft.sentence, current)
                current = period
                recent.clear()
        here = [period for period in recent if draft.clause.start <= period.start]
        if touching is not None:
            yield touching
        elif here:
            yield _recent(here[-1], current, "annual-average" in draft.filling.qualifiers)
        else:
            yield parts.get(draft.figure.start, current)


_ITS_NUMBER = pattern(r"的?|(?:分别)?(?:仅为|为|是|达|仅)?(?:净?亏损|净?盈利)?")
_ITS_RATE = pattern(r"的?(?:同比)?(?:增长|下降|上升|回落|上涨|下跌|负增长)")
_NOT_THE_YEAR = pattern(r"(?:的)?(?:目标|任务|计划|预期|预算)")
_LINKED = pattern(r"[、和与及]|以及")


def _touches(text: str, period: Period, figure: int) -> bool:
    """上年的8%, 上年同期为8%, 由上年下降8%: a time that dates nothing but the figure behind it."""
    if _ITS_NUMBER.fullmatch(text, period.end, figure):
        return True
    comes_from = text[max(0, period.start - 1) : period.start] in ("由", "从")
    return comes_from and _ITS_RATE.fullmatch(text, period.end, figure) is not None


def _whole_year(text: str, period: Period, current: Period | None, frame: str | None) -> Period | None:
    """年末…企业900家，全年…: the year of what governed so far, where that is a part of one year."""
    governing = current.iso if current is not None else frame
    of_another = text[max(0, period.start - 1) : period.start] == "年"  # 比上年全年
    if governing is None or len(governing) == 4 or of_another or _NOT_THE_YEAR.match(text, period.end):
        return current
    year = governing[:4]
    return replace(period, iso=year) if (governing.partition("/")[2] or governing)[:4] == year else current


def _each_its_own(
    text: str, drafts: Sequence[Draft], periods: Sequence[Period]
) -> Iterator[tuple[int, Period]]:
    """第一至第三季度收入分别为x、y和z, 2023年、2024年分别增长x和y: where a figure begins, and the period of its own."""
    index = 0
    while index < len(periods):
        run = [periods[index]]
        while index + 1 < len(periods) and _LINKED.fullmatch(text, run[-1].end, periods[index + 1].start):
            index += 1
            run.append(periods[index])
        index += 1
        if run[0].role is TimeRole.BASE:
            continue  # 比一季度和上半年分别提高…: what is compared with
        members = [replace(run[0], iso=part, parts=()) for part in run[0].parts] if len(run) == 1 else run
        if len(members) < 2 or any(period.iso is None for period in members):
            continue
        first = bisect_left(drafts, run[-1].end, key=lambda draft: draft.figure.start)
        listed = drafts[first : first + len(members)]
        if len(listed) < len(members) or listed[0].sentence != listed[-1].sentence:
            continue
        another = index < len(periods) and periods[index].start < listed[0].figure.start
        if another or run[0].start < listed[0].sentence.start:
            continue
        if "分别" not in text[run[-1].end : listed[0].figure.start] or not _is_one_list(
            text, drafts, first, len(members)
        ):
            continue
        for draft, period in zip(listed, members, strict=True):
            yield draft.figure.start, period


def _is_one_list(text: str, drafts: Sequence[Draft], first: int, count: int) -> bool:
    """Whether `count` figures from `first` on make one list, and the list ends there."""
    ends = [draft.figure.end for draft in drafts[first : first + count]]
    starts = [draft.figure.start for draft in drafts[first + 1 : first + count + 1]]
    links = [
        _LINKED.fullmatch(text, end, start) is not None for end, start in zip(ends, starts, strict=False)
    ]
    return all(links[: count - 1]) and not any(links[count - 1 :])


def _a_year_before(period: Period, governing: str | None) -> Period | None:
    """去年同期的x: the period of a BASE expression that touches its figure; None where it gives none."""
    if period.years != ONE_YEAR_BEFORE:
        return period if period.iso else None
    if governing is None:
        return None
    return replace(period, iso=re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), governing), years=None)


def _recent(period: Period, current: Period | None, average: bool) -> Period:
    if average and current is not None and current.iso is not None and period.years:
        last = int((current.iso.partition("/")[2] or current.iso)[:4])
        return replace(period, iso=f"{last - period.years}/{last}")
    return period


_AIM = pattern(
    r"力争|争取(?!到?[^，。；\d]{0,12}?(?:国债|债券|专项债|资金|补助|政策|试点|额度|指标|贷款|两重))|奋力|提出，?到(?=20\d\d年)|目标是|目标为|目标(?:定在|定为|锁定|瞄准)|目标：|预期目标|确保|(?:下一步|接下来|今后|下阶段|下一阶段)，?[^。；]{0,12}?(?:将|要|拟|会)"
)
_ON_RECORD = pattern(
    r"截至|截止|目前|已(?!预)|去年|(?<![较比])上年(?!同期|末)|今年以来|前[一二三]季度|上半年|\d月份|。"
)
_OF_THE_AIM = ("目标任务", "年度目标", "任务目标")
_OF_THE_AIM_LENGTH = 4
_AIMED_AT = pattern(r"[”\"]?[^，。；]{0,6}的(?:发展)?目标")


def has_aims(text: str) -> bool:
    """Whether a passage holds any word of an aim."""
    return _AIM.search(text) is not None


def status_of(
    text: str, draft: Draft, period: str | None, *, published: date | None, planned: bool, future: bool,
    since: bool, estimate: re.Pattern[str] | None, opened: Sequence[Draft], aims: bool = True, until: Span | None = None,
) -> tuple[Status, Span | Origin]:  # fmt: skip
    """Actual, estimate or target, and the word that says so; where none does, what decides.

    That is its period against the date of the text (`Origin.DATE`), the plan that its sentence cites (`SENTENCE`), the
    heading over it (`HEADING`), or nothing (`DEFAULT`).

    预计 opens estimates until a figure that is plainly on record; 力争 and 目标, a year that is still to come, a
    plan's figures (`planned`) and a section of tasks (`future`) make a target; a period told as one `since` which
    something has been (“十四五”以来) does not. `opened` are the earlier figures of the
    sentence. `estimate` is None and `aims` False where the whole passage holds no such word.
    """
    figure = draft.figure
    at = figure.start
    start = max(draft.sentence.start, at - FAR)
    for match in () if estimate is None else estimate.finditer(text, start, at):
        between = [other for other in opened if other.figure.start >= match.end()]
        level = between[-1] if between and _is_rate_of(draft, between[-1]) else None
        if level is not None:
            # 预计产值9亿元；税收3亿元，增长5%: a rate is as sure as the figure that it is of
            if not _recorded(text, between[0].figure.end, level):
                return Status.ESTIMATE, Span(*match.span())
            continue
        goes_on = _hedged(draft) and all(_hedged(other) for other in between)
        recorded = between and (_recorded(text, between[0].figure.end, draft) or _is_held(draft, between[-1]))
        if not recorded or goes_on:
            return Status.ESTIMATE, Span(*match.span())
    aim = _AIM.search(text, start, at) if aims else None
    if aim:
        return Status.TARGET, Span(*aim.span())
    if text.endswith(_OF_THE_AIM, start, at):
        return Status.TARGET, Span(at - _OF_THE_AIM_LENGTH, at)
    if aim := _AIMED_AT.match(text, figure.end):
        return Status.TARGET, Span(*aim.span())
    if published is not None and period is not None:
        if since or text.endswith("了", start, at):
            return Status.ACTUAL, Origin.DATE
        last = int((period.partition("/")[2] or period)[:4])
        opening_of_year = last == published.year and published.month <= 3
        if last > published.year or (opening_of_year and (future or len(period) == 4)):
            return Status.TARGET, Origin.DATE
        if last < published.year:
            return Status.ACTUAL, Origin.DATE
    if until is not None and published is None:
        return Status.TARGET, until
    if planned or future:
        return Status.TARGET, Origin.SENTENCE if planned else Origin.HEADING
    return Status.ACTUAL, Origin.DEFAULT


_PARTS_OF_A_LIST = pattern(r"；(?!实现|完成)")


def _recorded(text: str, start: int, draft: Draft) -> bool:
    """Whether a word between `start` and a figure says that it is on record, or a semicolon that no list goes on behind.

    预计生产总值90亿元；财政收入8亿元: measure and figure alone go on as the list began.
    """
    at = draft.figure.start
    if _ON_RECORD.search(text, start, at):
        return True
    measure = draft.filling.measure
    opens = draft.filling.subject or measure
    alone = (
        draft.filling.economy
        and measure is not None
        and opens is not None
        and text[opens.start - 1] == "；"
        and text[measure.end : at] in ("", "增长", "同比增长", "比上年增长")
    )
    return not alone and _PARTS_OF_A_LIST.search(text, start, at) is not None


def _is_rate_of(draft: Draft, before: Draft) -> bool:
    """Whether a growth has no words of its own but those of the figure before it (预计突破9亿元，增长5%)."""
    return draft.filling.kind is Kind.GROWTH and draft.filling.measure == before.filling.measure


def _is_held(draft: Draft, before: Draft) -> bool:
    """Whether a rank or streak is of something else than the figure before it: what is held is on record."""
    standing = (Kind.RANK, Kind.STREAK)
    if draft.filling.kind not in standing:
        return False
    return before.filling.kind in standing or draft.filling.measure != before.filling.measure


def _hedged(draft: Draft) -> bool:
    hedged = draft.figure.quantity.comparator is Comparator.ABOUT
    return hedged and draft.filling.kind not in (Kind.RANK, Kind.STREAK)
