"""近五年, 三年年均增长: years over which something was averaged or summed up."""

from __future__ import annotations

from yanchao.statements.numerals import small_number
from yanchao.statements.period import Period, TimeRole
from yanchao.statements.times._calendar import CN_YEARS, IN_DIGITS, years_back
from yanchao.statements.times._found import Example, Found

ORDER = 110
PATTERN = (
    rf"近(?P<recent>[{CN_YEARS}]|\d{{1,2}})年(?!级)"
    r"|(?P<mean>[二两三四五六]|[2-6])年(?=(?:分别)?(?:平均增|年均增|平均下|平均复合))"
)
OPENINGS = IN_DIGITS | {"近": rf"[\d{CN_YEARS}]", "二两三四五六": "年"}
EXAMPLES = (
    Example("三年年均增长8%。", "三年", "2022/2024", TimeRole.RECENT),
    Example("近10年产值增长。", "近10年", "2015/2024", TimeRole.RECENT),
    Example("近5年年均增长10%。", "近5年", "2020/2024", TimeRole.RECENT),
)


def resolve(found: Found) -> Period:
    count = small_number(found["recent"] or found.match["mean"])
    role = TimeRole.NAME if found.role is TimeRole.NAME else TimeRole.RECENT
    return found.period(years_back(found.published, count), role, years=count)
