"""6月, 1—11月, 12月底, 8月3日: months and days of the year last spoken of."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.period import Period, TimeRole
from yanchao.statements.time_roles import role_of_day
from yanchao.statements.times._calendar import IN_DIGITS, months
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
    Example("8月3日，项目投资9亿元。", "8月3日", "2024-08-03", TimeRole.DAY),
    Example("8月3日电，产值3亿元。", "8月3日", "2024-08-03", TimeRole.NAME),
)

_EVERY_YEAR = pattern(r"(?:每年|历年|翌年|次年|来年)[^，。；]{0,24}$")
"""每年5月至9月: months that come every year, and date no figure."""


def resolve(found: Found) -> Period:
    start = found.start
    if found.year is None or _EVERY_YEAR.search(found.text, max(0, start - 28), start):
        return found.period(None, TimeRole.NAME)
    day = None if found["barelastday"] else found["bareday"]
    iso = months(found.year, found.match["baremonth"], found["baremonth2"], day, found["baremonthend"])
    is_day = found["bareday"] and found.role is TimeRole.AT
    role = role_of_day(found.text, found.end) if is_day else found.role
    return before_the_text(found, found.period(iso, role))
