"""On whose word: the document or body that a sentence names as the source of its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.naming import naming
from yanchao.statements.statement import Span

_SAYS = r"(?:强调|表示|提出|提到|显示|指出|明确|要求|规划|披露|发布|统计|数据|公布|介绍|认为|预测|称)"
_TITLE = pattern(r"《(?P<title>[^《》]{2,80})》")
_TITLE_SAYS = pattern(
    rf"^(?:(?:(?:\d{{1,2}}月)?\d{{1,2}}日)?(?:杂志|报)?(?:的)?(?:最新)?(?:报道|消息|公布|发布)|(?:中|里|的数据|的统计|也|还|就|明确|已经|曾)*{_SAYS}|(?:的数据|的统计)?，|\(|（|：|[^，。；《》]{{2,14}}，(?:并|还)?(?:提出|明确|要求)(?=到20|全))"
)
_BEFORE_TITLE = pattern(
    r"(?:根据|据|按照|依据|另据|依照|从|按)(?:[^，。；《》]{0,12})$|^(?!编制|制定|出版|编写|修订).{0,2}$|(?:，|；|。)$"
    r"|(?:发布|印发|出台|公布|推出)[的了]?$|(?<=[\u4e00-\u9fff])在$"
)
_CARRIED_OUT = pattern(r"(?:实施|落实|执行|贯彻|推进|对照|对标|印发|出台|制定)(?:了|好)?$")
_SETS_GOALS = pattern(
    r"[，。]?(?:[^。；：]{0,10}，)?(?:力争|确保|到20\d\d年|到“|奋力|推动[^。；]{0,12}(?:达到|突破|超过))"
)
_SETS_TASKS = pattern(r"(?:的)?(?:部署|安排|要求|明确|确定|目标|任务)")
_HELD = pattern(
    r"(?P<who>[^\d（(]{2,24}?)(?:[今昨]天)?(?:[（(][^（）()]*[）)])?(?:(?:\d{1,2}月)?\d{1,2}日)?(?:召开|举行|举办)(?!的)|.*(?:召开|举行|举办|召集)的"
)
"""省政府新闻办举行的经济形势发布会披露: the meeting alone; 省政府新闻办举行发布会披露: whoever holds it."""

_GIVES_OUT = pattern(
    r"(?:最新|近日|日前|今日|昨日|此前)*(?:发布|公布|披露)的?$|(?:最新|近日|日前|今日|昨日|此前)$"
)
"""深圳海关|最新发布的消息: what follows a body's name and is no part of it."""

_LAST_YEAR = pattern(
    r"(?:(?P<first>20\d\d)年?(?:—|-|~|至))?(?P<last>20\d\d)年?[)）]?$|(?P<span1>20\d\d)年?(?:—|-|~|至)(?P<span2>20\d\d)年"
)


def find_sources(text: str, sentence: Span, lexicon: Lexicon) -> tuple[Span, ...]:
    """The ranges that name the sources of a sentence: titles without their marks, and bodies."""
    found: list[Span] = []
    piece = text[sentence.start : sentence.end]
    names = naming(lexicon)
    if not any(word in piece for word in names.cues):
        return ()
    for match in _TITLE.finditer(text, sentence.start, sentence.end):
        after = text[match.end() : min(match.end() + 12, sentence.end)]
        before = text[sentence.start : match.start()]
        says = _TITLE_SAYS.search(after) or _SETS_TASKS.match(after)
        aims = _CARRIED_OUT.search(before[-16:]) and _aims(text, match, sentence, lexicon)
        if (says and _BEFORE_TITLE.search(before[-16:])) or aims:
            found.append(Span(match.start("title"), match.end("title")))
    for one in names.all:
        for match in one.finditer(piece):
            span = _body(match, piece, sentence.start, one is names.meeting)
            if not any(known.start < span.end and span.start < known.end for known in found):
                found.append(span)
    return tuple(sorted(found, key=lambda span: span.start))


def _body(match: re.Match[str], piece: str, offset: int, meeting: bool) -> Span:
    """The words of a match that name the body, the meeting or the paper, in the whole text."""
    start, end = match.span(match.lastgroup or "body")
    if piece.startswith("来自", start):
        start += 2
    told = _GIVES_OUT.search(piece, start + 1, end)
    held = _HELD.match(piece, start, end) if meeting else None
    if held is not None and held["who"]:
        return Span(offset + start, offset + held.end("who"))
    return Span(offset + (held.end() if held else start), offset + (told.start() if told else end))


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
