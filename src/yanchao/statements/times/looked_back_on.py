"""回首2021，…: a year that is looked back on, without the word for year."""

from __future__ import annotations

from yanchao.statements.period import Period, TimeRole
from yanchao.statements.times._found import Example, Found

ORDER = 60
PATTERN = r"(?:回首|回望|回顾)(?P<looked>(?:19|20)\d\d)(?=[，：。])"
OPENINGS = {"回": "[首望顾]"}
EXAMPLES = (
    Example("回首2021，产值3亿元。", "回首2021", "2021"),
    Example("回望2022，产值3亿元。", "回望2022", "2022"),
)


def resolve(found: Found) -> Period:
    return found.period(found["looked"], TimeRole.AT)
