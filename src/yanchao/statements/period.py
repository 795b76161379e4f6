"""What an expression of time says: the period, and what part it has in its clause."""

from __future__ import annotations

from enum import StrEnum

from yanchao.quick import dataclass


class TimeRole(StrEnum):
    """What an expression of time does in its clause."""

    AT = "at"  # the period of the figures that follow
    UNTIL = "until"  # 到2025年: the period of a target, or of a figure as of a date
    WINDOW = "window"  # 过去五年, “十四五”时期: a frame of years
    RECENT = "recent"  # 近5年: dates an average or a sum
    BASE = "base"  # 比上年, 较2020年: what a change is measured against, no period of its own
    NOW = "now"  # 当前, 目前: ends the period before it
    DAY = (
        "day"  # 8月3日，…投资9亿元: the day of an event, which dates the figures of its part of the sentence
    )
    NAME = "name"  # inside a title or the name of a meeting: no period at all


@dataclass(frozen=True, slots=True)
class Period:
    """An expression of time at `[start, end)` of the folded text. `iso` is None where it cannot be resolved.

    `years` is the length of a RECENT window, or how the period follows from the one that governs (see below). `parts` are the
    periods that an expression runs through (第一至第三季度, 2022—2024年), one of which each figure of as long a list behind 分别 takes.
    """

    start: int
    end: int
    iso: str | None
    role: TimeRole
    years: int | None = None
    parts: tuple[str, ...] = ()


WHOLE_YEAR = 0
"""In `Period.years`: 全年, the year of the period that governs (年末…。全年…)."""

THAT_MONTH = -2
"""In `Period.years`: 当月, the last month of the period that governs."""

ONE_YEAR_BEFORE = -1
"""In `Period.years`: the same period one year before the one that governs (去年同期的x)."""
