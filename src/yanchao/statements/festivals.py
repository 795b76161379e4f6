"""国庆假期, 春节期间: festivals, told of by name, as the months in which they fall."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.period import Period, TimeRole

_IS_COMPARED = pattern(r"(?:比|较|超过|高于|低于|与|同)$")
_COMES_TO = pattern(r"(?:恢复[到至]?|相当于|[为是达])$")
_OF_THAT = pattern(r"(?:同期)?的")
"""恢复至|2019年春节假日|同期的74%: what is compared with, and dates nothing."""

_IS_A_DAY_OF = r"(?<!是)"
"""今天(10月6日)是国庆假期第6天: the day is told already."""

_START = attrgetter("start")
_YEAR = len("2025")
_MONTH = len("10")


@lru_cache(maxsize=4)
def _named(lexicon: Lexicon) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """An expression for the festivals of the packs, and when each falls: its month, or the months by year."""
    told = r"(?:节)?(?:小?长假|假期|黄金周|期间|假日|当[日天]|档)(?:期间)?"
    words = rf"{_IS_A_DAY_OF}[“\"]?(?P<name>{lexicon.any_cue('festival')})[”\"]?(?:{told}|(?P<alone>(?=[，,的]|[\d一二三四五六七八]天)))"
    return pattern(words), {cue.text: cue.value for cue in lexicon.cues_of("festival")}


def with_festivals(
    periods: Sequence[Period], text: str, published: date | None, lexicon: Lexicon
) -> tuple[Period, ...]:
    """The `periods` of a text and its festivals, in order.

    A festival is of the year that touches it (2024年国庆假期), which it takes in, else of that of the text, `published`.
    Its name alone tells a time behind a year only (今年春节，…).
    """
    expression, falls = _named(lexicon)
    found = tuple(periods)
    for match in expression.finditer(text):
        year = next((period for period in periods if period.end == match.start()), None)
        if year is None and match["alone"] is not None:
            continue
        month = _month(falls[match["name"]], year, published)
        if month is None or any(one.start < match.end() and match.start() < one.end for one in found):
            continue
        start = match.start() if year is None else year.start
        role = TimeRole.AT if year is None else year.role
        if _IS_COMPARED.search(text, max(0, start - 2), start):
            role = TimeRole.BASE
        elif _COMES_TO.search(text, max(0, start - 4), start) and _OF_THAT.match(text, match.end()):
            role = TimeRole.NAME
        others = (period for period in found if period is not year)
        found = tuple(sorted((*others, Period(start, match.end(), month, role)), key=_START))
    return found


def _month(falls: str, told: Period | None, published: date | None) -> str | None:
    """The month in which a festival falls; None where nothing says of which year it is, or no pack knows that year's."""
    year = told.iso if told is not None and told.iso and len(told.iso) == _YEAR else None
    if year is None and published is None:
        return None
    if len(falls) == _MONTH:
        late = year is None and published is not None and int(falls) > published.month + 1
        return f"{year or (published.year if published else 0) - late}-{falls}"
    of_year = year or str(published.year if published else "")
    return next((month for month in falls.split("|") if month.startswith(of_year)), None)
