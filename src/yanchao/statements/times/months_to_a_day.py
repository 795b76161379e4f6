"""截至2023年6月30日止6个月, 截至2023年3月31日止年度: so many months up to a day, as firms listed in Hong Kong account for them."""

from __future__ import annotations

from yanchao.statements.numerals import small_number
from yanchao.statements.period import Period, TimeRole
from yanchao.statements.times._calendar import IN_DIGITS
from yanchao.statements.times._found import Example, Found

ORDER = 5
PATTERN = (
    r"(?P<dayyear>20\d\d)年(?P<daymonth>\d{1,2})月\d{1,2}日"
    r"(?:止(?:的)?(?:(?P<yearlong>年度|财[政]?年度?|全年)|(?P<halflong>半年度?|中期)|(?P<monthslong>[三六九]|十二|[369]|12)个月)(?:期间)?|(?=中期))"
)
OPENINGS = IN_DIGITS
EXAMPLES = (
    Example("截至2023年6月30日止6个月，公司收益9亿元。", "2023年6月30日止6个月", "2023-01/2023-06"),
    Example("截至2023年3月31日止年度，公司收益9亿元。", "2023年3月31日止年度", "2022-04/2023-03"),
    Example("截至2023年12月31日止年度，公司收益9亿元。", "2023年12月31日止年度", "2023"),
    Example("截至2023年6月30日中期收益9亿元。", "2023年6月30日", "2023-01/2023-06"),
)

_YEAR, _HALF = 12, 6


def resolve(found: Found) -> Period | None:
    year, last = int(found.match["dayyear"]), int(found.match["daymonth"])
    if not 1 <= last <= _YEAR:
        return None
    count = small_number(found.match["monthslong"]) if found["monthslong"] else _HALF
    if found["yearlong"]:
        count = _YEAR
    if (count, last) == (_YEAR, _YEAR):
        return found.period(str(year), TimeRole.AT)
    opens = year * _YEAR + last - count  # months since the year 0, from nought
    return found.period(f"{opens // _YEAR}-{opens % _YEAR + 1:02}/{year}-{last:02}", TimeRole.AT)
