"""Years and their parts as ISO 8601, and the expressions that families share."""

from __future__ import annotations

import calendar
from datetime import date

from yanchao.statements.numerals import small_number

CN_YEARS = "一二两三四五六七八九十"
"""Numbers of years in characters."""

IN_DIGITS = {r"\d": r"\d{0,3}[年财月季—\-~至到HQ上下前第一二三四半中]"}
"""What must follow a digit that opens an expression of time."""

QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_REPORTS = {"半": "06", "中": "06", "三": "09", "一": "03"}
"""Up to which month a report of a part of a year goes."""


def quarters_run(first: str, last: str) -> str:
    """第一至第三季度: the expression of a run of quarters, with the names of its two groups."""
    return rf"(?P<{first}>第?[一二三1-3])(?:季度)?(?:至|到|—|-|~)(?P<{last}>第?[二三四2-4])季度"


def part_of_year(part: str, months: str, quarter: str, end: str) -> str:
    """前三季度, 上半年, 前11个月, 三季度末: the expression of a part of a year, with the names of its groups."""
    return (
        rf"(?P<{part}>首季度?(?!检)|前三季度|前3季度|前[三3]个季度|前[二两2]个?季度|上半年|下半年"
        rf"|(?:(?<!提)前|头)(?P<{months}>十[一二]?|[一二两三四五六七八九]|\d{{1,2}})个?月"
        rf"|第?(?P<{quarter}>[一二三四1-4])季度(?P<{end}>[末底])?)"
    )


def part(
    year: int, words: str, months: str | None = None, quarter: str | None = None, end: str | None = None
) -> str:
    """The months of a part of a year, or the last day of a quarter that `end` speaks of."""
    if words.startswith(("前三季", "前3季", "前三个季", "前3个季")):
        return f"{year}-01/{year}-09"
    if words == "上半年" or (words.endswith("季度") and words.startswith(("前二", "前两", "前2"))):
        return f"{year}-01/{year}-06"
    if words == "下半年":
        return f"{year}-07/{year}-12"
    if months:
        return f"{year}-01/{year}-{small_number(months):02}"
    last = 3 * QUARTERS[quarter or "1"]
    if end:
        return f"{year}-{last:02}-{calendar.monthrange(year, last)[1]}"  # 三季度末: as of its last day
    return f"{year}-{last - 2:02}/{year}-{last:02}"


def run_of_quarters(year: int, first: str, last: str) -> tuple[str, tuple[str, ...]] | None:
    """The months from the first quarter to the last, and each quarter by itself; None where they do not follow each other."""
    one, other = QUARTERS[first[-1]], QUARTERS[last[-1]]
    if one >= other:
        return None
    each = tuple(part(year, "", quarter=str(quarter)) for quarter in range(one, other + 1))
    return f"{year}-{3 * one - 2:02}/{year}-{3 * other:02}", each


def months(year: int, month: str, month2: str | None, day: str | None, monthend: str | None) -> str | None:
    """A month, a run of months of one year, or a day; None where there is no such month."""
    first = int(month)
    if not 1 <= first <= 12:
        return None
    if month2:
        return f"{year}-{first:02}/{year}-{int(month2):02}" if first <= int(month2) <= 12 else None
    if day:
        return f"{year}-{first:02}-{int(day):02}"
    if monthend:
        return f"{year}-{first:02}-{calendar.monthrange(year, first)[1]:02}"
    return f"{year}-{first:02}"


def reported(year: int, words: str) -> str:
    """2023年半年报: the months that a report of a part of a year is of."""
    return f"{year}-01/{year}-{_REPORTS[words[0]]}"


def last_day(period: str | None) -> str | None:
    """The day on which a year or a run of months ends."""
    if period is None:
        return None
    year, _, month = (period.partition("/")[2] or period).partition("-")
    last = int(month or "12")
    return f"{year}-{last:02}-{calendar.monthrange(int(year), last)[1]}"


def years_back(published: date | None, count: int) -> str | None:
    """The `count` whole years before the text; a text of the last quarter looks back on its own year too."""
    if published is None:
        return None
    last = published.year - 1 if published.month <= 9 else published.year
    return f"{last - count + 1}/{last}" if count > 1 else str(last)


def years_since(year: int, published: date | None) -> str | None:
    """The years from one that the text tells of to the last that it can speak of; None where they are one or two."""
    if published is None or year >= published.year - 1:
        return None
    return f"{year}/{published.year - 1 if published.month <= 3 else published.year}"


def months_since(iso: str, published: date | None) -> str | None:
    """The months from one that the text tells of, or that a day lies in, to that of the text; None where it is no earlier."""
    if published is None:
        return None
    first, last = iso[: len("2024-05")], f"{published.year}-{published.month:02}"
    return f"{first}/{last}" if first < last else None
