"""6月, 1—11月, 12月底, 8月3日: months and days of the year last spoken of."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.period import Period, TimeRole
from yanchao.statements.time_roles import role_of_day
from yanchao.statements.times._calendar import IN_DIGITS, months, months_since
from yanchao.statements.times._found import Example, Found
from yanchao.statements.times._yearless import before_the_text

ORDER = 120
PATTERN = (
    r"(?P<baremonth>\d{1,2})(?:月?(?:—|-|~|至|到)(?P<baremonth2>\d{1,2}))?月(?:份)?"
    r"(?:(?P<bareday>\d{1,2})[日号]?(?:(?:—|-|~|至|到)(?P<barelastday>\d{1,2})日|(?<=[日号]))|(?P<baremonthend>[底末]))?"
)
OPENINGS = IN_DIGITS
EXAMPLES = (
    Example("2月1—5日接待游客30万人。", "2月1—5日", "2025-02", TimeRole.DAY),
    Example("去年7月以来，产值3亿元。", "7月以来", "2024-07/2025-03", alone=False),
    Example("8月3日，项目投资9亿元。", "8月3日", "2024-08-03", TimeRole.DAY),
    Example("8月3日电，产值3亿元。", "8月3日", "2024-08-03", TimeRole.NAME),
)

_EVERY_YEAR = pattern(r"(?:每年|历年|翌年|次年|来年)[^，。；]{0,24}$")
"""每年5月至9月: months that come every year, and date no figure."""


_TODAY = pattern(r"[今昨前][天日晚晨](?:[（(])?$")


def _year(found: Found, spoken_of: int) -> int:
    """2022年启动。今天（9月14日），…: today's year is that of the text, whatever year it has spoken of."""
    published = found.published
    if published is None or _TODAY.search(found.text, max(0, found.start - 3), found.start) is None:
        return spoken_of
    turned = published.month == 1 and found.match["baremonth"] == "12"  # 昨天（12月31日） of New Year's Day
    return published.year - turned


def resolve(found: Found) -> Period:
    start = found.start
    if found.year is None or _EVERY_YEAR.search(found.text, max(0, start - 28), start):
        return found.period(None, TimeRole.NAME)
    day = None if found["barelastday"] else found["bareday"]
    iso = months(
        _year(found, found.year), found.match["baremonth"], found["baremonth2"], day, found["baremonthend"]
    )
    is_day = found["bareday"] and found.role is TimeRole.AT
    if iso is not None and found.role is TimeRole.AT and found.text.startswith("以来", found.end):
        told = before_the_text(found, found.period(iso)).iso
        since = None if told is None else months_since(told, found.published)
        if since is not None:
            return found.period(since, end=found.end + len("以来"))
    role = role_of_day(found.text, found.end) if is_day else found.role
    return before_the_text(found, found.period(iso, role))
