"""How a document dates itself: the day it gives, the year it speaks of, the year that the publication it reports is of."""

from __future__ import annotations

import re
from datetime import date, timedelta

from yanchao.documents.document import Document
from yanchao.quick import pattern
from yanchao.statements.inherit import Words
from yanchao.statements.told_years import (
    latest_told,
    newest_part_told,
    this_year,
    was_before_this_year,
    year_held_against,
)

_HEAD = 300
"""How many characters of a text are its head: title, date line, source."""

_DAY_LINE = pattern(
    r"^[^\n，。]{0,24}?(20\d\d)年(\d{1,2})月(\d{1,2})日(?:[^，。\n]{0,20}|，[^\n。]{2,40}(?:会议|大会|全会)上?(?:通过)?[）)])$",
    re.MULTILINE,
)
_STAMP = pattern(
    r"(?:^|(?:(?:发布|发文|成文|发表|更新|刊发)?(?:时间|日期)|(?:发表|发布|更新|刊发|刊载)于)[:：]\s?)(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?![-/.\d])"
    r"|(20\d\d)-(\d{1,2})-(\d{1,2})(?=\s+\d{1,2}:\d{2}|[ \t]*$)",
    re.MULTILINE,
)
"""A line that opens with a day, ends with one or calls one 时间, or a day with its hour."""

_CLOCKED = pattern(
    r"^(?:(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>20\d\d)|(?P<yy>[12]\d)-(?P<mm>\d{1,2})-(?P<dd>\d{1,2}))\s+\d{1,2}:\d{2}(?::\d{2})?\s*$",
    re.MULTILINE,
)
"""25.05.2016 10:07, 22-04-28 21:38:39: a line of a day written the other way round, or in short, and its hour."""

_MONTH_LINE = pattern(
    r"^[（(]?(20\d\d)年(\d{1,2})月(?:[)）]?$|(?=在[^\n，。]{2,40}(?:会议|大会|全会)上?[)）]?$))", re.MULTILINE
)
"""（2024年3月）, 2024年1月在…会议上: a line that gives the month alone."""

_YEARS_REPORT = pattern(r"(?<!\d)(20\d\d)年[^，。、\n]{0,12}政府工作报告(?!回顾)")
"""云州市2024年政府工作报告: given in the first weeks of that year."""

_DAY_ALONE = pattern(
    r"(?<!\d)(?<!\d年)(\d{1,2})月(\d{1,2})日(?=电|讯|消息|上午|下午|，|从|在|获悉|举行|召开|发布|公布|披露|晚|[)）])"
)
_SAME_TALK = 60
_OF_A_WHOLE_YEAR = pattern(
    r"20\d\d年[^，。；、\d\n]{0,8}(?:实现|完成|营业?收|营收|净利|末|底)|年报|年度|全年|统计公报|年业绩|初步核算|比上年(?!同期|末|底)"
)
_FIRST_HALF = 6
_DATELINE = pattern(
    r"(?:今天|今日|昨日|昨天)[(（](\d{1,2})月(\d{1,2})日[)）](?:(?!发布|公布|数据|显示|统计|介绍|到|“)[^。]){0,12}?(20\d\d)年"
)
_YEAR = pattern(r"(?<![\d—\-~至到])(20\d\d)\s?年(?!前(?![一二三四1-9])|来|代|以|至|到|历史|[—\-~])")
_YEARBOOK = pattern(
    r"(?P<year>(?:19|20)\d\d)\s?年?[^》\n，。；0-9]{0,30}?(?:统计公报|经济公报|普查公报|公报》|统计年报|统计年鉴)(?!发布会)"
)


def dateline(text: str) -> date | None:
    """The day that a text dates itself by: 今天(2月5日)，2025年…大会; else a line of its head that opens with a day, or is stamped with one."""
    if (told := _BYLINE_DAY.search(_head(text, _BYLINE_REACH))) is not None:
        return _day(*filter(None, told.groups()))
    if match := _DATELINE.search(text):
        return _day(match[3], match[1], match[2])
    head = _head(text)
    dated = _DAY_LINE.search(head) or _STAMP.search(head)
    if dated is not None:
        return _day(*filter(None, dated.groups()))
    clocked = _CLOCKED.search(head)
    if clocked is None:
        return None
    if clocked["y"]:
        return _day(clocked["y"], clocked["m"], clocked["d"])
    return _day(f"20{clocked['yy']}", clocked["mm"], clocked["dd"])


def _head(text: str, reach: int = _HEAD) -> str:
    """The head of a text; a line that reaches beyond it goes on, and none of its days ends it (某某股份于2018年6月11日|在深交所上市)."""
    goes_on = len(text) > reach and text[reach] != "\n"
    return text[:reach] + "，" * goes_on


_BYLINE_DAY = pattern(
    r"[（(](?:[^（）()\n，]{2,12}[，,]\s?)?(20\d\d)年(\d{1,2})月(\d{1,2})日[)）](?=[：:\n]|$)|[（(][^（）()\n，]{2,12}[，,]\s?(20\d\d)年(\d{1,2})月(\d{1,2})日[)）]"
)
"""某某网消息（新闻时间，2026年2月3日）：who first told it, and when."""

_BYLINE_REACH = 80
_WIRE = pattern(r"(?<![\d年])(\d{1,2})月(\d{1,2})日(?:电|讯)")
"""新华社某地12月27日电: the day on which an agency's text was written, days or weeks before a page carried it."""

_CARRIED = timedelta(days=90)


def day_of(document: Document) -> date | None:
    """The day that a text is of: its agency's, its own, that of its date line, else what its head lets a reader conclude.

    That is a month told alone, the year of a government's work report, or a day without its year beside a year that is spoken
    of (7月13日，…发布2018年上半年…). The report on a whole year comes in the first half of the next.
    """
    day = _day_of_meeting(document.text) or document.published or dateline(document.text)
    if day is not None:
        return _wired(document.text, day) or day
    return _month_line(document.text) or _concluded(document)


_MEETING_LINE = pattern(
    r"^[—\-－(（\s]*(20\d\d)年(\d{1,2})月(\d{1,2})日在[^\n，。]{2,40}(?:会议|大会|全会)上?[)）]?$",
    re.MULTILINE,
)
"""——2010年1月25日在…会议上: when a report was given, whatever day a page carried it."""


def _day_of_meeting(text: str) -> date | None:
    told = _MEETING_LINE.search(_head(text))
    return _day(*told.groups()) if told else None


def _wired(text: str, carried: date) -> date | None:
    """The day of an agency's text that a page carried on another, of the year that makes it no later than that."""
    told = _WIRE.search(text, 0, _HEAD)
    days = (_day(str(year), told[1], told[2]) for year in (carried.year, carried.year - 1)) if told else ()
    return next((day for day in days if day is not None and day <= carried <= day + _CARRIED), None)


def _month_line(text: str) -> date | None:
    told = _MONTH_LINE.search(_head(text))
    return _day(told[1], told[2], "1") if told else None


_EVENT = pattern(
    r"(?<![\d—\-~至到])(20\d\d)年?(?![\d—\-~至到])[^，。\n]{0,20}?(?:排行榜|榜单|[15]00强|百强|大会|论坛|峰会|年会|博览会|展览会|交易会)"
)
"""2019中国企业500强, 2023世界茶业大会: what is given out or held in the year of its name, which 今年 means."""


_WORK_OF_A_YEAR = pattern(
    r"《(20\d\d)年[^》\n，。]{0,24}?(?:工作要点|重点工作|工作安排|工作方案|实施方案|行动方案|行动计划|计划)[^》\n]{0,8}》"
)
"""《2021年全省药材产业工作要点》，今年…: the year whose work a text tells of, where no day dates it."""


def _concluded(document: Document) -> date | None:
    title = document.title or ""
    if report := _YEARS_REPORT.search(title):
        return _day(report[1], "1", "31")
    alone = _DAY_ALONE.search(document.text, 0, _HEAD)
    if alone is None:
        head = document.text[: _HEAD // 3]
        event = _EVENT.search(head) or (_WORK_OF_A_YEAR.search(head) if "今年" in document.text else None)
        year = int(event[1]) if event else this_year(document.text)
        return None if year is None else date(year, 12, 31)
    beside = document.text[alone.end() : alone.end() + _SAME_TALK]
    told = _YEAR.search(title) or _YEAR.search(beside)
    is_early = int(alone[1]) <= _FIRST_HALF
    late = is_early and (
        _OF_A_WHOLE_YEAR.search(title + beside) is not None
        or (told is not None and _looks_on(int(told[1]), document.text))
    )
    years = (
        None if told is None else int(told[1]) + late,
        None if told is None else newest_part_told(document.text, _HEAD),
        this_year(document.text),
    )
    year = max(filter(None, years), default=None)
    return None if year is None else _day(str(year), alone[1], alone[2])


_PLANS = pattern(r"(?<!\d)(?P<year>20\d\d)年，?[^。；\n\d]{0,16}?(?:计划|将|力争|目标|要)")


def _looks_on(year: int, text: str) -> bool:
    """1月8日…2025年完成9亿吨…。2026年，港口计划…: whether a text of the first months plans for the year behind the one that it tells of."""
    return any(int(told["year"]) == year + 1 for told in _PLANS.finditer(text))


_DAY_BY_ITSELF = pattern(r"\s*[（(]?20\d\d年\d{1,2}月(?:\d{1,2}日)?[)）]?\s*")


def dates_the_text(words: str, start: int) -> bool:
    """Whether a line at `start` is the day or month that a text is of (2025年1月, below the title), and heads nothing."""
    return start < _HEAD and _DAY_BY_ITSELF.fullmatch(words) is not None


def spoken_year(document: Document) -> int | None:
    """The year that a text's title, else its head, speaks of first: what 上半年 is of where no day dates the text."""
    for words in (document.title or "", document.text[:_HEAD]):
        for told in _YEAR.finditer(words):
            if was_before_this_year(told, words, document.text):
                return None
            if (year := year_held_against(told, words, document.text)) is not None:
                return year
    return None


def yearbook_period(document: Document) -> Words | None:
    """The year of the statistical communiqué or yearbook that a text's title or first words give out (《2023年…公报》显示：)."""
    title = document.title or ""
    named = _YEARBOOK.search(title)
    if named is None and (review := _REVIEW.search(title)):
        is_over = document.published is None or document.published.year > int(review["year"])
        named = review if is_over else None
    if named is not None:
        at = document.text.find(named["year"], 0, _HEAD)
        return Words(named["year"], max(at, 0), at + len(named["year"]) if at >= 0 else 0)
    match = _YEARBOOK.search(document.text, 0, _HEAD // 3)
    if match is None:
        return _summed_up(document.text)
    return Words(match["year"], *match.span("year"))


_REVIEW = pattern(
    r"(?<![\d—\-~至到])(?P<year>20\d\d)年(?:度)?(?![初末底]|[上下]半年|前|第?[一二三四]季度|[—\-~至到])[^》\n，。；、\d“]{0,14}?"
    r"(?:发展|运行|统计|年度)(?:报告|情况|分析|综述|概况)"
)
"""云州市装备行业2025年发展报告: a title that says which year a text looks back on, once that is over."""

_SUMMARY = pattern(r"^一、\s*综\s*合\s*$", re.MULTILINE)
_ITS_YEAR_ALONE = pattern(r"全年|比上年|年末")
_PART_OF_THIS_YEAR = pattern(r"今年(?:前|[一二三]季度|上半年|\d{1,2}[月\-—~至])")


def _summed_up(text: str) -> Words | None:
    """The latest year of a text that has the sections of a communiqué and not its title, and tells no part of the next."""
    if (
        _ITS_YEAR_ALONE.search(text) is None
        or _PART_OF_THIS_YEAR.search(text)
        or _SUMMARY.search(text) is None
    ):
        return None
    year = latest_told(text)
    at = -1 if year is None else text.find(f"{year}年")
    return Words(str(year), at, at + len(str(year))) if at >= 0 else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
