"""A date that no calendar has.

**What it does.** Finds a 13th month, a 32nd day, a 31st of a month that ends earlier.

**Why it is bad.** The figure that stands under it has lost its period.

**How to mend it.** Look the date up.

**Source.** The calendar.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.quick import pattern

CODE = "YC305"
NAME = "impossible-date"
TITLE_ZH = "不存在的日期"
PAGE_ZH = """
**查什么。** 13月、32日，以及没有31日的月份写成31日的。

**为什么。** 日期一错，其下的数据就不知是哪个时期的了。

**怎么改。** 查实日期后改正。

**依据。** 历法。
"""
GROUP = Group.FORM
SEVERITY = Severity.ERROR
EXAMPLES = Examples(
    bad=("截至2024年13月底，全省有企业2.7万家。", "2023年2月30日，全省有企业2.7万家。"),
    good=(
        "截至2024年11月底，全省有企业2.7万家。",
        "2024年2月29日，全省有企业2.7万家。",
        "建设周期为24个月。",
    ),
)

DATE = pattern(r"(?<![\d.])((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?")
LEAP_YEAR = 2024
"""A date without a year is judged by a year that has all days."""

DAY = pattern(r"(?<![\d.年月至—-])(\d{1,2})月(\d{1,2})日")


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction in dossier.extractions:
        document = extraction.document
        dates = [
            (found, int(found.group(1)), int(found.group(2)), found.group(3))
            for found in DATE.finditer(document.text)
        ]
        dates += [
            (found, LEAP_YEAR, int(found.group(1)), found.group(2)) for found in DAY.finditer(document.text)
        ]
        for found, year, month, day in dates:
            if not _exists(year, month, day):
                yield Fault(document, found.start(), found.end(), Said("impossible-date", text=found.group()))


def _exists(year: int, month: int, day: str | None) -> bool:
    if not 1 <= month <= 12:
        return False
    return day is None or 1 <= int(day) <= monthrange(year, month)[1]
