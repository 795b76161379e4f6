"""2024年11月至2025年3月, 2024年1月1日至6月30日: from month to month, over the turn of a year too."""

from __future__ import annotations

from yanchao.statements.period import Period
from yanchao.statements.times._calendar import IN_DIGITS
from yanchao.statements.times._found import Example, Found

ORDER = 10
PATTERN = (
    r"(?P<fromyear>(?:19|20)\d\d)年(?P<frommonth>\d{1,2})月(?:份|\d{1,2}日)?(?:—|-|~|至|到)"
    r"(?:(?P<toyear>(?:19|20)\d\d)年|(?=\d{1,2}月\d{1,2}日))(?P<tomonth>\d{1,2})月(?:份|\d{1,2}日)?"
)
OPENINGS = IN_DIGITS
EXAMPLES = (
    Example("2024年5月1日至5月31日，产值3亿元。", "2024年5月1日至5月31日", "2024-05"),
    Example("2024年1月1日至6月30日，收入30亿元。", "2024年1月1日至6月30日", "2024-01/2024-06"),
    Example("2023年9月至2024年3月，收入30亿元。", "2023年9月至2024年3月", "2023-09/2024-03"),
)


def resolve(found: Found) -> Period | None:
    match = found.match
    first, last = int(match["frommonth"]), int(match["tomonth"])
    year, until = match["fromyear"], match["toyear"] or match["fromyear"]
    if not (1 <= first <= 12 and 1 <= last <= 12) or (until, last) < (year, first):
        return None
    if (until, last) == (year, first):
        return found.period(f"{year}-{first:02}")  # 2020年5月1日至5月31日
    return found.period(f"{year}-{first:02}/{until}-{last:02}")
