"""Which year of a frame a level belongs to: a review of 2021 to 2025 that says 达到14.58万亿元 means the end of 2025.

A reader labels what the text frames (`2021/2025`); the ledger needs the point. Only levels, shares and ranks are
settled here, since growth and change are about the whole frame.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yanchao.ledger.series import SeriesKey
from yanchao.statements.statement import Kind, Statement, Status

FRAME = re.compile(r"(\d{4})/(\d{4})")
POINT_KINDS = (Kind.LEVEL, Kind.SHARE, Kind.RANK)
OVER_THE_FRAME = frozenset({"new", "cumulative", "annual-average", "since-start"})
"""What is counted up over all the years of a frame belongs to the frame, not to its last year."""
RISE = re.compile(r"增[长加至到]|提[高升]|上升|下降|降[至到低]|减少|扩大|缩小|增至|跃升|跨越|迈上|到|至")
PERIOD = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:/(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?)?")


def within_frame(stated: Sequence[tuple[Statement, SeriesKey]], text: str) -> list[str | None]:
    """The period of the point that each statement gives, in the same order.

    In a frame of years a level belongs to the last year. Where one sentence takes the same series from one
    value to another (从11.37万亿元增长到14.58万亿元), the first value is where the frame set out: the year before it.
    """
    periods = [statement.period for statement, _ in stated]
    for index, (statement, key) in enumerate(stated):
        frame = FRAME.fullmatch(statement.period or "")
        if not frame or key.kind not in POINT_KINDS or statement.status is Status.TARGET:
            continue
        if OVER_THE_FRAME & set(key.qualifiers):
            continue
        first, last = int(frame[1]), int(frame[2])
        after = stated[index + 1] if index + 1 < len(stated) else None
        sets_out = (
            after is not None
            and after[1] == key
            and after[0].sentence == statement.sentence
            and after[0].period == statement.period
            and RISE.search(text[statement.end : after[0].start]) is not None
        )
        periods[index] = str(first - 1 if sets_out else last)
    return periods


def year(period: str | None) -> int | None:
    """The year in which a period ends, or None where there is none."""
    match = PERIOD.fullmatch(period or "")
    if not match:
        return None
    return int(match[4] or match[1])


def is_point(period: str | None) -> bool:
    """Whether a period is one year, or one day of it: what a yearly target can be held against.

    A part of a year (the first three quarters) is no year, and a run of years is an average or a sum.
    """
    return re.fullmatch(r"\d{4}(-\d{2}-\d{2})?", period or "") is not None
