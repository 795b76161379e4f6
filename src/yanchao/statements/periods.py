"""Reading time: every expression of a period in folded text, as ISO 8601, resolved by the date of the text.

What the expressions are is said by the families of `times/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from yanchao.quick import pattern, replace
from yanchao.statements.asides import aside_end
from yanchao.statements.period import Period, TimeRole
from yanchao.statements.statement import Span
from yanchao.statements.time_roles import comes_from, role_at
from yanchao.statements.times import families
from yanchao.statements.times._found import Found

_AND_THAN = pattern(r"[、和与及]|以及")
_SAME_TIME = "同期"
_LAST_YEAR = ("上年", "去年")
_THIS_YEAR = ("今年", "本年")
_IN_PASSING = pattern(r"(?!，)(?![^，。；]*[\d一二三四五六七八九十百千万亿])[^，。；]{2,}[。；]")
"""延续了上年|良好走势。一季度，…: the year before in a clause that ends its sentence without a figure: the next speaks of this one."""

_SPEAKS_OF_NO_YEAR = ("去年以来", "明年", "上年末", "去年末", "去年底")
"""Words of time behind which a bare 前三季度 is still of the year spoken of before."""

_ZEROS = "〇零○"
_YEAR_IN_CHARACTERS = pattern(rf"[一二][九{_ZEROS}][{_ZEROS}一二三四五六七八九]{{2}}(?=年)")
_AS_DIGITS = str.maketrans(f"{_ZEROS}一二三四五六七八九", "000123456789")


def find_periods(
    text: str, published: date | None, year: int | None = None, report: str | None = None
) -> tuple[Period, ...]:
    """All expressions of time in `text`, in order.

    `published` resolves relative time; `year` is the year last spoken of before this text, which a bare
    上半年 or 1—11月 belongs to; `report` is what 报告期 means in this document.
    """
    if any(zero in text for zero in _ZEROS):
        text = _YEAR_IN_CHARACTERS.sub(lambda written: written[0].translate(_AS_DIGITS), text)
    found: list[Period] = []
    spoken, told = year, year is not None
    year = year or (published.year if published else None)
    earlier: int | None = None
    for match in expressions(text):
        start, end = match.span()
        before, earlier = earlier, start
        if start and text[start - 1] in "0123456789.":
            continue
        role = role_at(text, start, end)
        if role in (TimeRole.BASE, TimeRole.NAME) and text.startswith(_SAME_TIME, end):
            end += len(_SAME_TIME)  # 恢复至2019年同期的125%
        family = families()[match.lastgroup or ""]
        of_its_own = found and found[-1].end == start and _is_untold(found[-1], text)
        of, known = (spoken, spoken is not None) if of_its_own else (year, told)
        period = family.resolve(Found(match, text, start, end, role, published, of, known, report, before))
        if period is None:
            continue
        if found and found[-1].role is TimeRole.BASE and _AND_THAN.fullmatch(text, found[-1].end, start):
            period = replace(period, role=TimeRole.BASE)  # 比一季度和上半年分别…
        if found and found[-1].end == start and _comes_from(found[-1], period, text):
            told_by_it = (found[-1].iso or "")[:4] == str(year)  # 由去年|四季度的9亿元: of last year already
            if year is not None and not told_by_it and text[found[-1].start : start] in _LAST_YEAR:
                period = replace(period, iso=(period.iso or "").replace(str(year), str(year - 1)) or None)
            found[-1] = replace(found[-1], role=TimeRole.BASE)
            period = replace(period, role=TimeRole.BASE)  # 由上年12月份下降0.3%转为…
        found.append(period)
        speaks_of_it = period.role in (TimeRole.AT, TimeRole.UNTIL) and match[0] not in _SPEAKS_OF_NO_YEAR
        if match[0] in _LAST_YEAR and _IN_PASSING.match(text, end) is not None:
            continue
        if speaks_of_it and period.iso and aside_end(text, start) is None:
            year, told = int(period.iso[:4]), True
    return tuple(found)


def _is_untold(period: Period, text: str) -> bool:
    """2020年产值9亿元，今年|上半年…: whether a part behind a period is of this year, which no day tells, and not of 2020."""
    return period.iso is None and text.startswith(_THIS_YEAR, period.start)


def expressions(text: str) -> Iterator[re.Match[str]]:
    """Every match of the expression of time in `text`, as `finditer` would give them in ten times the time."""
    opening, expression = _opening(), _expression()
    position = 0
    while begins := opening.search(text, position):
        match = expression.match(text, begins.start())
        if match is None:
            position = begins.start() + 1
        else:
            yield match
            position = match.end()


def looks_forward(period: Period, text: str) -> Span | None:
    """到2030年: the words that look forward to a year; None where a period does not (截至2020年, 2020年)."""
    if period.role is not TimeRole.UNTIL or len(period.iso or "") != len("2030"):
        return None
    start = period.start - 1
    looks_back = start < 0 or text[start] not in "到至" or text[start - 1 : start] in ("截", "止")
    return None if looks_back else Span(start, period.end)


@lru_cache(maxsize=1)
def _expression() -> re.Pattern[str]:
    """Any expression of time, in a group by the name of its family."""
    return pattern("|".join(f"(?P<{name}>{family.pattern})" for name, family in families().items()))


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    """What an expression of time may begin with, and what must follow that: most of a text is passed over by this alone."""
    afters: dict[str, dict[str, None]] = {}
    for family in families().values():
        for first, after in family.openings.items():
            for character in (first,) if first.startswith("\\") else first:
                afters.setdefault(character, {})[after] = None
    firsts: dict[str, list[str]] = {}
    for character, each in afters.items():
        firsts.setdefault("|".join(each), []).append(character)
    return pattern("|".join(f"[{''.join(first)}](?={after})" for after, first in firsts.items()))


def _comes_from(year: Period, part: Period, text: str) -> bool:
    """由|上年|12月份下降0.3%, 比|去年|一季度: whether a year and a part of it are what a change comes from or is held against."""
    if part.role is not TimeRole.AT:
        return False
    return year.role is TimeRole.BASE or comes_from(text, year.start, part.end)
