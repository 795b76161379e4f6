"""Firms, projects and sites that head a clause: they own the figures that follow until something else does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import attrgetter

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern
from yanchao.statements.grammar import grammar
from yanchao.statements.head_words import head_words
from yanchao.statements.inherit import Words
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Span

_CLAUSE_OPENS = pattern(r"(?:^|[，。；：:！？”（(])(?:其中|同时|此外|与此同时|而|例如|比如|以|像)?$")
_LONGEST_OPENING = 6
_SITE = pattern(
    r"的?[^，。；]{0,10}?(?:车间|工厂|厂区|厂房|展厅|展区|生产线|产线|生产基地|总部|园区|实验室)?[里内中]?(?=，)"
)
"""What stands behind a firm that a text visits (走进某某电器的总装车间，…)."""

_OPENS_WITH = pattern(
    r"(?:^|[，。；：:！？”（(])(?:其中|同时|此外|与此同时|而|例如|比如|以|像)?"
    r"(?P<visit>(?:记者)?(?:走进|来到|在)(?:位于[^，。；]{2,12}?的)?|位于[^，。；]{2,12}?的)?(?P<intro>(?:成立|创立|创办|创建|始建|组建|诞生|落户|深耕|扎根|专注|从事|主营)于?[^，。；]{2,16}?的|作为[^，。；]{2,16}?的|拥有[^，。；]{2,10}历史的)?(?P<name>[\u4e00-\u9fffA-Za-z]{4,20})$"
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

    A `firm` goes on through its paragraph and has no place; a project or a site (`firm` False) through its sentence; a body
    that the text goes on about `by_kind` (合作社…) through its paragraph; one that `acts` (某某村流转土地，…) in all clauses of its sentence.
    """

    start: int
    end: int
    words: Words
    cluster: Words | None
    firm: bool = True
    by_kind: bool = False
    acts: bool = False


_START = attrgetter("start")


def clause_heads(passage: Passage, lexicon: Lexicon) -> tuple[ClauseHead, ...]:
    """What a passage's clauses open with and go on to tell of, in order.

    A list of firms (甲、乙等企业), and what only ends like a firm's name (新能源汽车), are none.
    """
    found = [
        *_listed(passage, lexicon), *_by_form(passage, lexicon), *_unnamed(passage, lexicon), *_sites(passage, lexicon)
    ]  # fmt: skip
    return in_order(found)


def in_order(heads: Iterable[ClauseHead]) -> tuple[ClauseHead, ...]:
    """Heads as they stand in their passage."""
    return tuple(sorted(heads, key=_START))


def head_of(heads: tuple[ClauseHead, ...], at: int) -> ClauseHead | None:
    """The last head before a place in the text."""
    index = bisect_left(heads, at, key=_START)
    return heads[index - 1] if index else None


def _listed(passage: Passage, lexicon: Lexicon) -> Iterator[ClauseHead]:
    text, acts = passage.folded.text, head_words(lexicon).acts
    for mark in passage.marks:
        if mark.sort != "entity" or not lexicon.entities[mark.id].is_firm:
            continue
        opens = _CLAUSE_OPENS.search(text, max(0, mark.start - _LONGEST_OPENING), mark.start)
        if opens is None or acts.match(text, mark.end) is None:
            continue
        words = passage.words(Span(mark.start, mark.end))
        cluster = lexicon.entities[mark.id].cluster
        if words is not None:
            yield ClauseHead(
                mark.start, mark.end, words, Words(cluster, words.start, words.end) if cluster else None
            )


def _by_form(passage: Passage, lexicon: Lexicon) -> Iterator[ClauseHead]:
    text, words = passage.folded.text, head_words(lexicon)
    for ending in words.endings.finditer(text):
        end = ending.end()
        own = ending["more"] or words.own.match(text, ending.start())
        told = (words.acts if own else words.tells).match(text, end)
        introduced = told is None and "的" in text[max(0, end - _LONGEST_NAME) : end]
        if told is None and not introduced and _SITE.match(text, end) is None:
            continue
        opens = _OPENS_WITH.search(text, max(0, end - _LONGEST_HEAD), end)
        if introduced and opens is not None and (opens["intro"] or _behind_its_place(opens, passage)):
            told = words.acts.match(text, end)
        if opens is None or (told is None and not opens["visit"] and not opens["intro"]):
            continue
        if opens["visit"] and _UNDER_ITS_LEAD.match(text, end):
            continue  # 在某某电器带动下，园区聚集…: what follows is of those whom it leads
        if (head := _head(Span(*opens.span("name")), passage, lexicon)) is not None:
            yield head


def _behind_its_place(opens: re.Match[str], passage: Passage) -> bool:
    """无锡的|恒澜纺织: whether a name stands behind that of a place and 的."""
    place = next(passage.marks_in(Span(*opens.span("name")), "region"), None)
    return place is not None and place.start == opens.start("name") and passage.folded.text[place.end] == "的"


_UNDER_ITS_LEAD = pattern(
    r"(?:的|等)?(?:(?:示范|强力|有力|辐射|大力)?(?:带动|推动|支持|引领|牵引|驱动|拉动|帮扶|扶持|指导|帮助|加持)|影响|基础|助力)之?下"
)
_THE_FIRM = pattern(
    r"(?:(?:这|该)家[^，。；]{0,24}?(?P<kind>企业|公司|集团|工厂|老厂)(?=，)|(?:公司|该(?:企业|工厂|集团)|企业(?=每年|先后|累计|已|现有|拥有|共有|研发|自主|投入|推出|目前))(?![制数债法])(?=[\u4e00-\u9fff\d]))"
)
_BEFORE_THE_FIRM = pattern(
    r"(?:^|[，。；：！？]|(?<=[。！？，])”)(?:同时|此外|其中|而)?，?(?:(?:截至)?20\d\d年[^，。；]{0,6}|今年|去年|目前|如今|近年来?)?$"
)
_LONGEST_TIME = 16


def _unnamed(passage: Passage, lexicon: Lexicon) -> Iterator[ClauseHead]:
    """2024年公司总产值9亿元, 该企业年产瓷砖8万件: a firm that was named before, or by its people alone."""
    text = passage.folded.text
    for firm in _THE_FIRM.finditer(text):
        start, end = firm.span("kind") if firm["kind"] else firm.span()
        opens = firm["kind"] or _BEFORE_THE_FIRM.search(text, max(0, start - _LONGEST_TIME), start)
        if opens is None or head_words(lexicon).acts.match(text, end) is None:
            continue
        words = passage.words(Span(start, end))
        named = firm_before(passage, start, lexicon)
        if named is None and firm[0] == "企业":
            continue  # any enterprise
        if words is not None:
            yield ClauseHead(start, end, words, named.cluster if named is not None else None)


def _head(span: Span, passage: Passage, lexicon: Lexicon) -> ClauseHead | None:
    """The head that a firm's name makes; None where no firm is so named, or a pack lists what stands there."""
    place = next(passage.marks_in(span, "region"), None)
    if place is not None and place.start == span.start:
        span = Span(place.end + (passage.folded.text[place.end] in "省市县区"), span.end)
        if passage.folded.text[span.start] == "的":
            span = Span(span.start + 1, span.end)  # 无锡的|恒澜纺织
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
    endings = [
        ending for ending in head_words(lexicon).endings.finditer(text, floor, at) if ending.end() <= at
    ]
    for ending in reversed(endings):
        start = max(0, ending.start() - _LONGEST_NAME)
        for cut in _BEFORE_NAME.finditer(text, start, ending.start()):
            start = cut.end()
        head = _head(Span(start, ending.end()), passage, lexicon) if start < ending.start() else None
        if head is not None:
            return head if found is None or head.start > found.start else found
    return found


_SITE_OPENS = pattern(
    r"(?:^|[，。；：！？”]|之一的)(?:(?:其中|同时|此外|目前|据悉|据报道|据了解)，?)?(?P<name>(?:[\u4e00-\u9fffA-Za-z]|[（(][^（()）]{1,6}[)）]){4,22})$"
)
_LONGEST_SITE = 26
_OF_THIS_TIME = pattern(r"(?:[此本这]次|新近?|刚刚?)[^，。；、的]{0,6}的(?=[\u4e00-\u9fffA-Za-z（(]{4,})")
_COUNTED = pattern(r"[一二两三四五六七八九十\d](?:个|项|大|条|处|座|批)")


def _sites(passage: Passage, lexicon: Lexicon) -> Iterator[ClauseHead]:
    """东屏钢铁项目由…建设，总投资90亿元; 北山滑雪场已建成雪道20条: a project or site that its clauses go on about."""
    text = passage.folded.text
    for ending in head_words(lexicon).site_ends.finditer(text):
        opens = _SITE_OPENS.search(text, max(0, ending.end() - _LONGEST_SITE), ending.end())
        if (
            opens is None
            or head_words(lexicon).no_site.match(opens["name"])
            or _COUNTED.search(opens["name"])
        ):
            continue
        span = Span(*opens.span("name"))
        if (new := _OF_THIS_TIME.match(text, span.start, span.end)) is not None:
            span = Span(new.end(), span.end)  # 此次开工的|星河光伏项目
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
    known = head_words(lexicon)
    match = known.name.match(words) if known.endings.search(words) else None
    if match is None or (match["own"] is None and _ITS_THINGS.match(words, match.end()) is None):
        return False
    return is_name_of_firm(match["name"], lexicon)


_ITS_THINGS = pattern(r"的?(?:产品|员工|订单|设备|新品|生产线|产线|工厂|车间|门店|用户|客户|股东|专利)")
"""东屏电器|产品: what makes of a name that a trade could have a firm's."""


def is_name_of_firm(name: str, lexicon: Lexicon) -> bool:
    """Whether words that no pack lists are a firm's name: they end as firms' names do, behind a word made up for it."""
    known = head_words(lexicon)
    if not known.endings.search(name) or known.name.fullmatch(name) is None:
        return False
    from yanchao.statements.mentions._lists import coined  # both are needed by few texts only
    from yanchao.statements.mentions._words import role_words

    return coined(name, role_words(lexicon))
