"""On whose word: the document or body that a sentence names as the source of its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.context import Draft, near
from yanchao.statements.naming import Naming, naming
from yanchao.statements.statement import Span

_SAYS = r"(?:强调|表示|提出|提到|显示|指出|明确|要求|规划|披露|发布|统计|数据|公布|介绍|认为|预测|称)"
_TITLE = pattern(r"《(?P<title>[^《》]{2,80})》")
_TITLE_SAYS = pattern(
    rf"^(?:(?:(?:\d{{1,2}}月)?\d{{1,2}}日)?(?:杂志|报)?(?:的)?(?:最新)?(?:报道|消息|公布|发布)|(?:中|里|的数据|的统计|也|还|就|明确|已经|曾)*{_SAYS}|(?:的数据|的统计)?，|\(|（|：|[^，。；《》]{{2,14}}，(?:并|还)?(?:提出|明确|要求)(?=到20|全))"
)
_BEFORE_TITLE = pattern(
    r"(?:根据|据|按照|依据|另据|依照|从|按)(?:[^，。；《》]{0,12})$|^(?!编制|制定|出版|编写|修订).{0,2}$|(?:，|；|。)$"
    r"|(?:发布|印发|出台|公布|推出)[的了]?$|(?<=[\u4e00-\u9fff])在$|(?<=[局署厅委部会院府所社团])的$"
)
_CARRIED_OUT = pattern(r"(?:实施|落实|执行|贯彻|推进|对照|对标|印发|出台|制定)(?:了|好)?$")
_SETS_GOALS = pattern(
    r"[，。]?(?:[^。；：]{0,30}，)?(?:力争|确保|到20\d\d年|到“|奋力|推动[^。；]{0,12}(?:达到|突破|超过))"
)
_SETS_TASKS = pattern(r"(?:的)?(?:部署|安排|要求|明确|确定|目标|任务)")
_GOES_ON_TO_SAY = pattern(
    r"(?:从|围绕|不仅|细化|共|就|针对|聚焦|立足|坚持)[^。；《》]{0,60}?(?:提出|部署|明确|要求|规定)"
)
"""《规划》从…等方面提出: what a paper says behind what it says it of."""

_LEADS_TO_A_NAME = pattern(
    r"(?:[①-⑳]|记者[^，。；]{0,10}?从|[^，。；]{0,12}根据|来自|另据|据|在(?!线)|[今昨]天(?:[（(][^（）()]*[）)])?|(?:正在)?(?:举行|召开|举办|启动)的)+"
    r"|.*\d日[电讯](?:[（(][^（）()]*[）)])?"
)
"""What stands before the name of a body and is no part of it: 据|南海海关, 9月6日电（记者周平）|县政府."""

_ON_THAT_DAY = r"(?:[今昨]天)?(?:[（(][^（）()]*[）)])?(?:(?:\d{1,2}月)?\d{1,2}日)?"
_HOLDS = pattern(rf"(?P<who>[^\d（(]{{2,24}}?){_ON_THAT_DAY}(?:召开|举行|举办)(?!的)")
"""省政府新闻办举行发布会披露: whoever holds it."""

_IS_HELD = pattern(rf"(?P<who>.*?){_ON_THAT_DAY}(?:召开|举行|举办|召集|启动)的")
"""省政府新闻办举行的|经济形势发布会披露: the meeting alone."""

_GIVES_OUT = pattern(
    r"(?:最新|近日|日前|今日|昨日|此前)*(?:[（(][^（）()]*[）)])?(?:发布|公布|披露)(?:的[^，。；的]{0,6})?$|(?:最新|近日|日前|今日|昨日|此前)$"
)
"""深圳海关|最新发布的消息: what follows a body's name and is no part of it."""

_GIVES_OUT_A_PAPER = pattern(
    r"(?P<who>.*?)(?:[今昨]?[天日]|(?:\d{1,2}月)?\d{1,2}日)?(?:[（(][^（）()]*[）)])?(?:发布|公布|披露)(?P<the>的|了)?"
)
"""某某股份发布的|2021年半年报: the paper alone; 某某汽车公布|财报: whoever gives it out."""

_LAST_YEAR = pattern(
    r"(?:(?P<first>20\d\d)年?(?:—|-|~|至))?(?P<last>20\d\d)年?[)）]?$|(?P<span1>20\d\d)年?(?:—|-|~|至)(?P<span2>20\d\d)年"
)


_POINTS_BACK = pattern(
    r"(?:该|此|这份|这一)?(?:文件)?其中，?(?:还)?(?:提出|明确|指出|要求|显示|提到)(?:，|：|到)"
)
"""县政府印发《方案》。其中提出，到2027年…: the paper that the sentence before names."""


def find_sources(text: str, sentence: Span, lexicon: Lexicon) -> tuple[Span, ...]:
    """The ranges that name the sources of a sentence: titles without their marks, and bodies."""
    found: list[Span] = []
    piece = text[sentence.start : sentence.end]
    names = naming(lexicon)
    if (told_in := _POINTS_BACK.match(text, sentence.start, sentence.end)) is not None:
        titles = tuple(_TITLE.finditer(text, near(0, sentence.start), sentence.start))
        if titles and told_in is not None:
            return (Span(*titles[-1].span("title")),)
    if names.cued.search(piece) is None:
        return ()
    for match in _TITLE.finditer(text, sentence.start, sentence.end):
        after = text[match.end() : min(match.end() + 12, sentence.end)]
        before = text[sentence.start : match.start()]
        says = (
            _TITLE_SAYS.search(after)
            or _SETS_TASKS.match(after)
            or _GOES_ON_TO_SAY.match(text, match.end(), sentence.end)
        )
        aims = _CARRIED_OUT.search(before[-16:]) and _aims(text, match, sentence, lexicon)
        if (says and _BEFORE_TITLE.search(before[-16:])) or aims:
            found.append(Span(match.start("title"), match.end("title")))
    taken = list(found)
    for way in names.all:
        if way.cue is not None and way.cue.search(piece) is None:
            continue
        for match in way.expression.finditer(piece):
            start, end = match.span(match.lastgroup or "body")
            named = _named(piece, start, end, names)
            reach = Span(sentence.start + start, sentence.start + end)
            if named is None or any(reach.start < other.end and other.start < reach.end for other in taken):
                continue
            taken.append(reach)
            found.append(Span(sentence.start + named.start, sentence.start + named.end))
    return tuple(sorted(found, key=lambda span: span.start))


_NOBODY = pattern(r"(?:初步|不完全|有关|相关|最新|综合|抽样)*(?:统计|调查|测算|估算|监测|核算)")


def _named(piece: str, start: int, end: int, names: Naming) -> Span | None:
    """The words in a range that name the body, the meeting or the paper; None where they name none (一场新闻发布会)."""
    if (leads := _LEADS_TO_A_NAME.match(piece, start, end)) is not None:
        start = leads.end()
    if (told_as := piece.rfind("——", start, end)) != -1:
        start = told_as + 2  # 全国性行业组织——|某某协会: by its name
    if _NOBODY.fullmatch(piece, start, end) is not None:
        return None  # 据统计测算
    if names.meeting.search(piece, start, end) is not None:
        return _of_a_meeting(piece, start, end, names)
    if names.any_paper.search(piece, start, end) is not None:
        gives = _GIVES_OUT_A_PAPER.match(piece, start, end)
        if gives is not None:
            return Span(gives.end(), end) if gives["the"] else Span(start, gives.end("who"))
    told = _GIVES_OUT.search(piece, start + 1, end)
    return Span(start, told.start() if told else end)


def _of_a_meeting(piece: str, start: int, end: int, names: Naming) -> Span | None:
    """The meeting of a range; whoever holds it or speaks there, where it has no name of its own."""
    if (holds := _HOLDS.match(piece, start, end)) is not None:
        return Span(*holds.span("who"))
    told = [way.match(piece, start, end) for way in (names.speaker, _IS_HELD)]
    rest = max((match.end() for match in told if match is not None), default=start)
    if names.plain_meeting.fullmatch(piece, rest, end) is None:
        return Span(rest, end)
    whose = (match.span("who") for match in told if match is not None)
    holder = next((Span(*who) for who in whose if names.any_body.search(piece, *who) is not None), None)
    return holder or (Span(rest, end) if rest == start else None)  # 记者从新闻发布会上获悉


def whole_title(short: str, titles: Sequence[str], lexicon: Lexicon) -> str:
    """The title that a short one stands for (行动计划 for …三年行动计划(2023—2025年)), the latest of `titles`; else itself."""
    if len(short) > _SHORT or not (is_plan(short, lexicon) or is_any_paper(short, lexicon)):
        return short
    longer = (title for title in reversed(titles) if title != short and _YEARS.sub("", title).endswith(short))
    return next(longer, short)


_SHORT = 6
"""How long a title is at most that stands for a longer one."""

_YEARS = pattern(r"[(（][^()（）]*[)）]$")


def _aims(text: str, title: re.Match[str], sentence: Span, lexicon: Lexicon) -> bool:
    """深入实施《…行动计划》，力争…: goals that stand behind a plan that is carried out are the plan's."""
    if not is_plan(title["title"], lexicon):
        return False
    return _SETS_GOALS.match(text, title.end(), sentence.end) is not None


def is_plan(title: str, lexicon: Lexicon) -> bool:
    """Whether a title is a plan's: one that sets targets."""
    return naming(lexicon).is_plan.search(title) is not None


_HOLDS_SO_MANY = pattern(r"(?:提出|部署|明确|出台|推出|围绕|聚焦|突出|从|等)[^。；]*$")


def tells_of_itself(text: str, draft: Draft, lexicon: Lexicon) -> bool:
    """《规划》从创新、绿色等|4个|方面提出…: whether a count is of what a paper holds, and none of its aims."""
    at = draft.figure.start
    holds = _HOLDS_SO_MANY.search(text, near(draft.sentence.start, at), at) is not None
    return holds and naming(lexicon).contents.match(text, draft.figure.end) is not None


def is_any_paper(name: str, lexicon: Lexicon) -> bool:
    """Whether a source is called a plan or a report and no more (此次方案), so that only a title named before it says which."""
    return naming(lexicon).any_paper.fullmatch(name) is not None


_ANNUAL = pattern(
    r"(?<!\d)(20\d\d)年?(?:年度|度)?[^\d年]{0,16}(?:年度[^\d]{0,6}(?:报告|公报)|统计公报|年报)$|(?<!\d)(20\d\d)年?年度报告$"
)


def annual_year(title: str) -> int | None:
    """The year that an annual report or communiqué tells of (某某2022年年度报告); None where a title is of no such paper."""
    match = _ANNUAL.search(title)
    return int(match[1] or match[2]) if match is not None else None


def last_year(title: str) -> int | None:
    """The last year that a plan's title gives, or None."""
    match = _LAST_YEAR.search(title)
    if match is None:
        return None
    return int(match["last"] or match["span2"])
