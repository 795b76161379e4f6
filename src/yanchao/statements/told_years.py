"""Which year 今年 means in a text that no day dates: the year behind one that is told as past, or one whose months it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanchao.quick import pattern

_YEAR = pattern(r"(?<![\d—\-~])(?<![\d年]至)(?P<year>20[0-4]\d)年(?!代|版|历史)")
_PART_TOLD = (
    r"(?:年?初(?:以来)?|(?P<half>上半年)|前?(?P<quarters>[一二三]季度|三个季度)|第?(?P<quarter>[一二三四])季度"
    r"|(?:前|1?\d月?[-—~至到])?(?P<month>1?\d)个?月份?)"
)
_PART = pattern(_PART_TOLD)
_THIS_YEARS_PART = pattern(rf"(?:今年|^|(?<=[，。；：、\n（])|(?<=其中)){_PART_TOLD}")
_STILL_TO_COME = pattern(r"(?:(?<!截)[到至]|力争|预计|将于|规划|将在|拟于|计划|目标|面向)$")
_IN_A_TITLE = pattern(r"[^》\n]{0,40}》")
_HELD_AGAINST = pattern(r"(?:比|较|超|超过|高于|低于|多于|超出)$")
_OF_A_RECORD = pattern(r"(?:历史|最高|高位|峰值|纪录|最好|最低)[^，。；]{0,10}的?$")
"""超过历史上第二高位的|2008年: a year that a record was set in, which may be any."""
_LEADING_FROM = ("由", "从", "自")
_YEAR_WAS_OVER = pattern(r"(?:全年|年?[底末]|总量)")
_LAST_QUARTER = pattern(r"(?:第?四季度|12月份?)[^，。；\d]{0,4}环比")
_LEADS_TO_THIS = pattern(
    r"(?!以来|初|[上下]半年|前|第?[一二三四]季度|1?\d[月\-—~至])[^。；\n]{0,40}?，(?:今年|本年)(?!以来最)"
)
"""2024年增长9%，今年1—4月…: a whole year, and in its sentence the one behind it."""

_SAME_TIME = pattern(r"同期|同月|第?[一二三四]季度|[上下]半年|前[一二三]|1?\d[月\-—~至]")
_OF_A_PLAN = pattern(r"“?十(?P<plan>[二三四五六])五”?(?:规划|时期)?的?(?P<year>开局|收官)(?:之年|年|起步)")
"""“十五五”开局之年: a year by its place in a plan; not the one that a text calls by its number too (2021年是“十四五”开局之年)."""

_MONTH_ALONE = pattern(r"(1?\d)月(?!份?[-—~至])")
_BY_ITS_NUMBER = pattern(r"20[0-4]\d年[^。；]{0,20}$")
_FIRST_YEAR, _LAST_OF_FIVE = {"二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}, 4
_TWO_YEARS = "两年平均"
_TWO_YEARS_ON = 2
_JUNE, _MONTHS_OF_A_QUARTER = 6, 3
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


def this_year(text: str) -> int | None:
    """The year in which a text speaks of itself, by the years that it names; None where they do not tell it.

    No year that it tells as past may come after that.
    """
    told = [mention for mention in _YEAR.finditer(text) if not _is_to_come(mention, text)]
    latest = max((int(mention["year"]) for mention in told), default=0)
    ways = {year for mention in told if (year := _by(mention, text)) is not None and year >= latest}
    ways |= {year for year in _of_plans(text) if year >= latest}
    return ways.pop() if len(ways) == 1 else None


def _of_plans(text: str) -> Iterator[int]:
    for told in _OF_A_PLAN.finditer(text):
        if _BY_ITS_NUMBER.search(text, max(0, told.start() - 26), told.start()) is None:
            yield _FIRST_YEAR[told["plan"]] + _LAST_OF_FIVE * (told["year"] == "收官")


def latest_told(text: str) -> int | None:
    """The latest year that a text names and does not aim at; None where it names none."""
    told = (int(mention["year"]) for mention in _YEAR.finditer(text) if not _is_to_come(mention, text))
    return max(told, default=None)


def newest_part_told(text: str, end: int) -> int | None:
    """The newest year of which the first `end` characters of a text tell a part (2023年一季度): the text is not older."""
    years = (
        int(mention["year"])
        for mention in _YEAR.finditer(text, 0, end)
        if not _is_to_come(mention, text) and _PART.match(text, mention.end()) is not None
    )
    return max(years, default=None)


def was_before_this_year(mention: re.Match[str], words: str, text: str) -> bool:
    """2020年11月，…。今年上半年…: whether the month of a year that some `words` tell lies behind the part that a text tells of its own."""
    month = _MONTH_ALONE.match(words, mention.end())
    parts = (_months(part) for part in _THIS_YEARS_PART.finditer(text) if part[0].startswith("今年"))
    return month is not None and any(until is not None and until < int(month[1]) for until in parts)


def year_held_against(mention: re.Match[str], words: str, text: str) -> int | None:
    """The year of what some `words` of a text hold against a year: 比2016年全年高, 比2019年一季度增长…，两年平均增长.

    The year itself, where nothing is held against it; None where it may be any year since.
    """
    year, end = int(mention[1]), mention.end()
    if _OF_A_RECORD.search(words, max(0, mention.start() - 16), mention.start()) is not None:
        return None
    if words.startswith(_LEADING_FROM, mention.start() - 1, mention.start()):
        return None  # 由2021年的35%提高到目前的78%
    if _HELD_AGAINST.search(words, max(0, mention.start() - 3), mention.start()) is None:
        return year
    if _SAME_TIME.match(words, end) is None or _LAST_QUARTER.match(words, end) is not None:
        return year + 1
    return year + _TWO_YEARS_ON if _TWO_YEARS in text else None


def _is_to_come(mention: re.Match[str], text: str) -> bool:
    """到2027年, 《…（2024—2028年）》: a year that is aimed at or stands in a title."""
    start = mention.start()
    if _STILL_TO_COME.search(text, max(0, start - 4), start) is not None:
        return True
    opens = text.rfind("《", max(0, start - 40), start)
    return (
        opens != -1 and "》" not in text[opens:start] and _IN_A_TITLE.match(text, mention.end()) is not None
    )


def _by(mention: re.Match[str], text: str) -> int | None:
    """What one year that a text names says of the year of the text."""
    year, end = int(mention["year"]), mention.end()
    if _HELD_AGAINST.search(text, max(0, mention.start() - 3), mention.start()) is not None:
        if _YEAR_WAS_OVER.match(text, end) is not None or _LAST_QUARTER.match(text, end) is not None:
            return year + 1
        return year + _TWO_YEARS_ON if _SAME_TIME.match(text, end) and _TWO_YEARS in text else None
    part = _PART.match(text, end)
    if part is not None:
        until = _months(part)
        return year if until is None or until in _bare_parts(text, mention) else None
    return year + 1 if _LEADS_TO_THIS.match(text, end) is not None else None


def _bare_parts(text: str, mention: re.Match[str]) -> Iterator[int]:
    """Up to which months a text tells parts of a year without naming one (今年1—9月, 一季度)."""
    for part in _THIS_YEARS_PART.finditer(text):
        if not mention.start() <= part.start() <= mention.end() and (until := _months(part)) is not None:
            yield until


def _months(part: re.Match[str]) -> int | None:
    """The last month of a part of a year; None for 年初."""
    if part["half"]:
        return _JUNE
    if (quarters := part["quarters"] or part["quarter"]) is not None:
        return _MONTHS_OF_A_QUARTER * _QUARTERS[quarters[0]]
    return int(part["month"]) if part["month"] else None
