"""第一、第二季度, 一、二、三季度: a quarter of a list whose members share the word at its end."""

from __future__ import annotations

from yanchao.statements.period import Period
from yanchao.statements.times._calendar import part
from yanchao.statements.times._found import Example, Found
from yanchao.statements.times._yearless import before_the_text

ORDER = 125
PATTERN = r"第?(?P<listedquarter>[一二三1-3])(?=(?:、第?[二三1-4])*(?:、|和|与)第?[二三四2-4]季度)"
OPENINGS = {"一二三123": "[、和与]", "第": "[一二三1-3]"}
EXAMPLES = (
    Example("第一、第二季度产值分别为3亿元和4亿元。", "第一", "2025-01/2025-03", alone=False),
    Example("去年三、四季度产值分别为3亿元和4亿元。", "三", "2024-07/2024-09", alone=False),
    Example("去年三、四季度产值分别为3亿元和4亿元。", "四季度", "2024-10/2024-12", alone=False),
)


def resolve(found: Found) -> Period | None:
    year = found.year
    if year is None:
        return found.period(None)
    return before_the_text(found, found.period(part(year, "", quarter=found["listedquarter"])))
