"""Firms, projects and sites that head a clause: they own the figures that follow until something else does."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern
from yanchao.statements.grammar import grammar
from yanchao.statements.inherit import Words
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Span

_CLAUSE_OPENS = pattern(r"(?:^|[，。；：:！？”（(])(?:其中|同时|此外|与此同时|而|例如|比如|以|像)?$")
_LONGEST_OPENING = 6
_OWN_ENDS = "控股|股份|集团|公司|重工|药业|光电|半导体|微电子|制药|酒业|乳业|船业|锂业|纸业|铝业|铜业|智造|智控|重机(?<!起重机)|精工|人寿"
_COMMON_ENDS = "汽车|电器|科技|电子|智能|动力(?<!劳动力)|生物|医疗|医药|新材|精密|激光|财险|产险"
"""How firms end their names, with words that no more than firms bear, and with words that stand for a trade too."""

_MORE = "(?:股份|集团|公司|有限公司|有限责任公司)*"
_NAME = pattern(
    rf"(?P<name>(?!较|同比|环比|[全我本该][省市县区州国])(?:(?!占|持有)[\u4e00-\u9fffA-Za-z]){{2,12}}?(?:(?P<own>{_OWN_ENDS})|{_COMMON_ENDS})(?P<more>{_MORE}))"
)
_FIGURES = (
    r"20\d\d年|今年|去年|前[一二三]季度|上半年|[一二三四]季度|全年|以(?=[\d超近约])|虽然?|尽管|作为|实现|营收|营业|收入|净利|归母|销量|产量"
    r"|产值|出货|交付|(?:原保险|规模)?保费|旗下|发布|披露|公布|公告|宣布|总部|年产|年销|的(?:表现|业绩|营收|净利|销量)|是(?:一家|国内|全国|全球|我国)"
    r"|成立|创立|专注|深耕|自主研发|推出|拥有|现有|累计|自(?:20|\d)"
)
_MATTERS = (
    r"，|：|也(?!门)|则|却|还|又|就|更|在|于|已|将|是|有(?!限)|自|目前|销售|研发|先后|预计|计划|拟|创建|表示|介绍"
    r"|共|总|市值|方面|从|凭|依|通过|聚焦|投入|完成|为"
)
_BRACKET = r"(?:[(（][^()（）]{0,14}[)）])?"
_THAT_DAY = rf"(?:(?:[今昨][天日]|近日|日前|(?:\d{{1,2}}月)?\d{{1,2}}日){_BRACKET})?"
_SPEAKERS = r"(?:相关|有关|采购|市场|销售|生产|技术|运营)?(?:负责人|董事长|(?:副?总)?经理|总裁|总监|创始人|首席|副总|厂长)"
_ACTS = pattern(rf"{_BRACKET}{_THAT_DAY}(?:{_FIGURES}|{_MATTERS}|{_SPEAKERS})")
_TELLS = pattern(rf"{_BRACKET}{_THAT_DAY}(?:{_FIGURES}|{_SPEAKERS}|通过|凭借|依托|先后|表示|介绍|投入)")
"""What stands behind a firm that heads a clause; behind a name that could be a trade's, what firms alone do."""

_SITE = pattern(
    r"的?[^，。；]{0,10}?(?:车间|工厂|厂区|厂房|展厅|展区|生产线|产线|生产基地|总部|园区|实验室)?[里内中]?(?=，)"
)
"""What stands behind a firm that a text visits (走进某某电器的总装车间，…)."""

_ENDINGS = pattern(rf"(?:{_OWN_ENDS}|{_COMMON_ENDS})(?P<more>{_MORE})")
"""Branches that each open with a character: a search skips to the next of those characters."""

_ENDS_AS_FIRMS_DO = pattern(_OWN_ENDS)
_OPENS_WITH = pattern(
    r"(?:^|[，。；：:！？”（(])(?:其中|同时|此外|与此同时|而|例如|比如|以|像)?"
    r"(?P<visit>(?:记者)?(?:走进|来到|在)(?:位于[^，。；]{2,12}?的)?|位于[^，。；]{2,12}?的)?(?P<name>[\u4e00-\u9fffA-Za-z]{4,20})$"
)
_LONGEST_HEAD = 36
_BEFORE_NAME = pattern(
    r"[，。；：:！？“”‘’、（()）《》\s]|[的了着在由将把对向从以是为被和及与等让给]|企业|走进|来到|位于|依托|包括"
)
_LONGEST_NAME = 14
_AS_FAR_BACK = 800
"""How many characters back 公司 may point; keeps reading linear in hostile text."""


@dataclass(frozen=True, slots=True)
class ClauseHead:
    """What the words at `[start, end)` of the folded text speak of, with the industry that the packs or its name give it.

    A `firm` goes on through its paragraph and has no place; a project or a site (`firm` False) through its sentence.
    """

    start: int
    end: int
    words: Words
    cluster: Words | None
    firm: bool = True


_START = attrgetter("start")


def clause_heads(passage: Passage, lexicon: Lexicon) -> tuple[ClauseHead, ...]:
    """What a passage's clauses open with and go on to tell of, in order.

    A list of firms (甲、乙等企业), and what only ends like a firm's name (新能源汽车), are none.
    """
    found = [
        *_listed(passage, lexicon), *_by_form(passage, lexicon), *_unnamed(passage, lexicon), *_sites(passage, lexicon)
    ]  # fmt: skip
    return tuple(sorted(found, key=_START))


def head_of(heads: tuple[ClauseHead, ...], at: int) -> ClauseHead | None:
    """The last head before a place in the text."""
    index = bisect_left(heads, at, key=_START)
    return heads[index - 1] if index else None


def _listed(passage: Passage, lexicon: Lexicon) -> Iterator[ClauseHead]:
    text = passage.folded.text
    for mark in passage.marks:
        if mark.sort != "entity" or not lexicon.entities[mark.id].is_firm:
            continue
        opens = _CLAUSE_OPENS.search(text, max(0, mark.start - _LONGEST_OPENING), mark.start)
        if opens is None or _ACTS.match(text, mark.end) is None:
            continue
        words = passage.words(Span(mark.start, mark.end))
        cluster = lexicon.entities[mark.id].cluster
        if words is not None:
            yield ClauseHead(
                mark.start, mark.end, words, Words(cluster, words.start, words.end) if cluster else None
            )


def _by_form(passage: Passage, lexicon: Lexicon) -> Iterator[ClauseHead]:
    text = passage.folded.text
    for ending in _ENDINGS.finditer(text):
        end = ending.end()
        own = ending["more"] or _ENDS_AS_FIRMS_DO.match(text, ending.start())
        told = (_ACTS if own else _TELLS).match(text, end)
        if told is None and _SITE.match(text, end) is None:
            continue
        opens = _OPENS_WITH.search(text, max(0, end - _LONGEST_HEAD), end)
        if opens is None or (told is None and not opens["visit"]):
            continue
        if (head := _head(Span(*opens.span("name")), passage, lexicon)) is not None:
            yield head


_THE_FIRM = pattern(r"(?:公司|该(?:企业|工厂|集团))(?![制数债法])(?=[\u4e00-\u9fff\d])")
_BEFORE_THE_FIRM = pattern(
    r"(?:^|[，。；：！？”])(?:同时|此外|其中|而)?，?(?:(?:截至)?20\d\d年[^，。；]{0,6}|今年|去年|目前|如今|近年来?)?$"
)
_LONGEST_TIME = 16


def _unnamed(passage: Passage, lexicon: Lexicon) -> Iterator[ClauseHead]:
    """2024年公司总产值9亿元, 该企业年产瓷砖8万件: a firm that was named before, or by its people alone."""
    text = passage.folded.text
    for firm in _THE_FIRM.finditer(text):
        start, end = firm.span()
        opens = _BEFORE_THE_FIRM.search(text, max(0, start - _LONGEST_TIME), start)
        if opens is None or _ACTS.match(text, end) is None:
            continue
        words = passage.words(Span(start, end))
        named = firm_before(passage, start, lexicon)
        if words is not None:
            yield ClauseHead(start, end, words, named.cluster if named is not None else None)


def _head(span: Span, passage: Passage, lexicon: Lexicon) -> ClauseHead | None:
    """The head that a firm's name makes; None where no firm is so named, or a pack lists what stands there."""
    place = next(passage.marks_in(span, "region"), None)
    if place is not None and place.start == span.start:
        span = Span(place.end + (passage.folded.text[place.end] in "省市县区"), span.end)
    if next(passage.marks_in(span, "entity"), None) is not None:
        return None
    words = passage.words(span)
    if words is None or not is_name_of_firm(_without_country(words.value, lexicon), lexicon):
        return None
    return ClauseHead(span.start, span.end, words, _industry_of(span, passage, lexicon))


def _without_country(name: str, lexicon: Lexicon) -> str:
    """德国|明岳汽车公司: a firm's name behind that of its country."""
    country = grammar(lexicon).abroad.match(name)
    return name if country is None else name[country.end() :]


def firm_before(passage: Passage, at: int, lexicon: Lexicon) -> ClauseHead | None:
    """The firm that a passage named last before a place in the text, wherever in its clauses: what 公司 points back to."""
    text = passage.folded.text
    floor = max(0, at - _AS_FAR_BACK)
    found: ClauseHead | None = None
    for mark in passage.marks_in(Span(floor, at), "entity"):
        entity = lexicon.entities[mark.id]
        words = passage.words(Span(mark.start, mark.end))
        if entity.is_firm and words is not None:
            cluster = Words(entity.cluster, words.start, words.end) if entity.cluster else None
            found = ClauseHead(mark.start, mark.end, words, cluster)
    endings = [ending for ending in _ENDINGS.finditer(text, floor, at) if ending.end() <= at]
    for ending in reversed(endings):
        start = max(0, ending.start() - _LONGEST_NAME)
        for cut in _BEFORE_NAME.finditer(text, start, ending.start()):
            start = cut.end()
        head = _head(Span(start, ending.end()), passage, lexicon) if start < ending.start() else None
        if head is not None:
            return head if found is None or head.start > found.start else found
    return found


_SITE_ENDS = pattern(
    r"(?:项目|基地|工程|度假区|景区|滑雪场|雪场|乐园|公园|产业园|工厂|港(?<![机进出]港)|机场|电站|水库|实验室)"
    r"(?=，|由|于|自|位于|总投资|占地|建设|已|现|是|拥有|每|年|日|前|春节|国庆|累计|接待|规划|达产|投产|共|今年|去年|20\d\d年|完成|[一二两]年|仅|从)"
)
_SITE_OPENS = pattern(
    r"(?:^|[，。；：！？”]|之一的)(?:(?:其中|同时|此外|目前|据悉|据报道|据了解)，?)?(?P<name>(?:[\u4e00-\u9fffA-Za-z]|[（(][^（()）]{1,6}[)）]){4,22})$"
)
_LONGEST_SITE = 26
_NO_SITE = pattern(
    r"[一二三四五六七八九十两]|在|以|为|对|推动|推进|加快|建设|打造|围绕|依托|聚焦|支持|引进|新建|实施|谋划|深入|全面|开工|建成|建立|完成|启动|落实|统筹|有序|组织|开展|扎实|持续|优化|提升|改造|扩建|强化|加强|抓好|做好|筹建|续建|明确|提出|确定|制定|出台|该|这|全[省市县国]|重大|重点"
)


_COUNTED = pattern(r"[一二两三四五六七八九十\d](?:个|项|大|条|处|座|批)")


def _sites(passage: Passage, lexicon: Lexicon) -> Iterator[ClauseHead]:
    """东屏钢铁项目由…建设，总投资90亿元; 北山滑雪场已建成雪道20条: a project or site that its clauses go on about."""
    text = passage.folded.text
    for ending in _SITE_ENDS.finditer(text):
        opens = _SITE_OPENS.search(text, max(0, ending.end() - _LONGEST_SITE), ending.end())
        if opens is None or _NO_SITE.match(opens["name"]) or _COUNTED.search(opens["name"]):
            continue
        span = Span(*opens.span("name"))
        place = next(passage.marks_in(span, "region"), None)
        inside = place is not None and place.start == span.start and place.end + 2 < span.end
        words = passage.words(Span(place.end if place is not None and inside else span.start, span.end))
        if words is not None:
            yield ClauseHead(span.start, span.end, words, _industry_of(span, passage, lexicon), False)


def _industry_of(span: Span, passage: Passage, lexicon: Lexicon) -> Words | None:
    """The industry that the packs give to a name, or that stands in it."""
    listed = next(passage.marks_in(span, "entity"), None)
    if listed is not None and (known := lexicon.entities[listed.id].cluster):
        return passage.named(known, listed.start, listed.end)
    mark = next(passage.marks_in(span, "cluster"), None)
    return passage.named(mark.id, mark.start, mark.end) if mark is not None else None


def opens_with_firm(words: str, lexicon: Lexicon) -> bool:
    """明岳集团铜板带: whether words open with the name of a firm that no more than firms bear."""
    match = _NAME.match(words) if _ENDINGS.search(words) else None
    return match is not None and match["own"] is not None and is_name_of_firm(match["name"], lexicon)


def is_name_of_firm(name: str, lexicon: Lexicon) -> bool:
    """Whether words that no pack lists are a firm's name: they end as firms' names do, behind a word made up for it."""
    if not _ENDINGS.search(name) or _NAME.fullmatch(name) is None:
        return False
    from yanchao.statements.mentions._lists import coined  # both are needed by few texts only
    from yanchao.statements.mentions._words import role_words

    return coined(name, role_words(lexicon))
