"""How a document dates itself: the day it gives, the year it speaks of, the year that the publication it reports is of."""

from __future__ import annotations

import re
from datetime import date

from yanchao.documents.document import Document
from yanchao.quick import pattern
from yanchao.statements.inherit import Words

_HEAD = 300
"""How many characters of a text are its head: title, date line, source."""

_DAY_LINE = pattern(r"^[^\n，。]{0,24}?(20\d\d)年(\d{1,2})月(\d{1,2})日[^，。\n]{0,20}$", re.MULTILINE)
_STAMP = pattern(
    r"(?:^|(?:发布|发文|成文)?(?:时间|日期)[:：]\s?)(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?![-/.\d])"
    r"|(20\d\d)-(\d{1,2})-(\d{1,2})(?=\s+\d{1,2}:\d{2})",
    re.MULTILINE,
)
"""A line that opens with a day or calls one 时间, or a day with its hour."""

_DATELINE = pattern(r"(?:今天|今日|昨日|昨天)[(（](\d{1,2})月(\d{1,2})日[)）][^。]{0,12}?(20\d\d)年")
_YEAR = pattern(r"(?<!\d)(20\d\d)\s?年(?!前(?![一二三四1-9])|来|代|以|至|到|[—\-~])")
_YEARBOOK = pattern(
    r"(?P<year>(?:19|20)\d\d)\s?年?[^》\n，。；0-9]{0,30}?(?:统计公报|经济公报|普查公报|公报》|统计年报|统计年鉴)(?!发布会)"
)


def dateline(text: str) -> date | None:
    """The day that a text dates itself by: 今天(2月5日)，2025年…大会; else a line of its head that opens with a day, or is stamped with one."""
    if match := _DATELINE.search(text):
        return _day(match[3], match[1], match[2])
    head = _DAY_LINE.search(text, 0, _HEAD) or _STAMP.search(text, 0, _HEAD)
    return _day(*filter(None, head.groups())) if head else None


def spoken_year(document: Document) -> int | None:
    """The year that a text's title, else its head, speaks of first: what 上半年 is of where no day dates the text."""
    for words in (document.title or "", document.text[:_HEAD]):
        if match := _YEAR.search(words):
            return int(match[1])
    return None


def yearbook_period(document: Document) -> Words | None:
    """The year of the statistical communiqué or yearbook that a text's title or first words give out (《2023年…公报》显示：)."""
    title = document.title or ""
    if match := _YEARBOOK.search(title):
        at = document.text.find(match["year"], 0, _HEAD)
        return Words(match["year"], max(at, 0), at + len(match["year"]) if at >= 0 else 0)
    match = _YEARBOOK.search(document.text, 0, _HEAD // 3)
    return Words(match["year"], *match.span("year")) if match else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
