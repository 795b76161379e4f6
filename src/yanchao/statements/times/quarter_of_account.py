"""第四财季: a quarter of a firm's own year, whose months its calendar alone says."""

from __future__ import annotations

from yanchao.statements.period import Period, TimeRole
from yanchao.statements.times._found import Example, Found

ORDER = 49
PATTERN = r"第[一二三四1-4]财季"
OPENINGS = {"第": "[一二三四1-4]"}
EXAMPLES = (
    Example("第四财季净利润30亿元。", "第四财季", None, TimeRole.NAME),
    Example("公司第2财季收入9亿元。", "第2财季", None, TimeRole.NAME),
)


def resolve(found: Found) -> Period:
    return found.period(None, TimeRole.NAME)
