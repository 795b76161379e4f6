"""上半年, 前三季度, 第一至第三季度, 三季度末: a part of the year last spoken of."""

from __future__ import annotations

from yanchao.statements.period import Period, TimeRole
from yanchao.statements.times._calendar import (
    CN_YEARS,
    IN_DIGITS,
    part,
    part_of_year,
    quarters_run,
    run_of_quarters,
)
from yanchao.statements.times._found import Example, Found
from yanchao.statements.times._yearless import before_the_text

ORDER = 130
PATTERN = f"{quarters_run('barerun1', 'barerun2')}|{part_of_year('barepart', 'baremonths', 'barequarter', 'barequarterend')}"
OPENINGS = IN_DIGITS | {
    "一二三四": r"[季至到—\-~]", "第": "[一二三四1-4]", "前头": rf"[\d{CN_YEARS}]", "上下": "半年", "首": "季",
}  # fmt: skip
EXAMPLES = (
    Example("一季度末贷款30亿元。", "一季度末", "2025-03-31"),
    Example("第二至第四季度产值30亿元。", "第二至第四季度", "2025-04/2025-12"),
    Example("产值由去年四季度的30亿元增加。", "四季度", "2024-10/2024-12", TimeRole.BASE, alone=False),
    Example("首季度产值30亿元。", "首季度", "2025-01/2025-03"),
    Example("头两个月产值3亿元。", "头两个月", "2025-01/2025-02"),
    Example("三季度产值30亿元。", "三季度", "2024-07/2024-09"),
    Example("前3月产值3亿元。", "前3月", "2025-01/2025-03"),
    Example("前3个月产值3亿元。", "前3个月", "2025-01/2025-03"),
    Example("前3季度产值3亿元。", "前3季度", "2024-01/2024-09"),
    Example("前二季度产值3亿元。", "前二季度", "2024-01/2024-06"),
    Example("第一至第二季度产值30亿元。", "第一至第二季度", "2025-01/2025-06"),
    Example("二季度末贷款30亿元。", "二季度末", "2024-06-30"),
)


def resolve(found: Found) -> Period | None:
    year = found.year
    if first := found["barerun1"]:
        run = None if year is None else run_of_quarters(year, first, found.match["barerun2"])
        return run and found.period(run[0], parts=run[1])
    if year is None:
        return found.period(None)
    of_year = part(
        year, found.match["barepart"], found["baremonths"], found["barequarter"], found["barequarterend"]
    )
    if found.match["barepart"] == "下半年" and not found.told and _is_to_come(found):
        return found.period(of_year)
    return before_the_text(found, found.period(of_year))


_FIRST_MONTHS = 4
"""Up to which month 下半年 is the year before's, of which reports are then told; later it is still to come."""


def _is_to_come(found: Found) -> bool:
    return found.published is not None and found.published.month > _FIRST_MONTHS
