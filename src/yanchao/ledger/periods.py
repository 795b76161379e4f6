"""Which year of a frame a level belongs to: a review of 2021 to 2025 that says 达到14.58万亿元 means the end of 2025.

A reader labels what the text frames (`2021/2025`); the ledger needs the point. Only levels, shares and ranks are
settled here, since growth and change are about the whole frame.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yanchao.ledger.series import SeriesKey
from yanchao.quick import pattern
from yanchao.statements.statement import Kind, Statement, Status

FRAME = pattern(r"(\d{4})/(\d{4})")
POINT_KINDS = (Kind.LEVEL, Kind.SHARE, Kind.RANK)
OVER_THE_FRAME = frozenset({"new", "cumulative", "annual-average", "since-start"})
"""What is counted up over all the years of a frame belongs to the frame, not to its last year."""
RISE = pattern(r"增[长加至到]|提[高升]|上升|下降|降[至到低]|减少|扩大|缩小|增至|跃升|跨越|迈上|到|至")
MILESTONES = pattern(r"跨越|突破|跃上|迈上|站上|跨过|台阶|关口")
NEARBY = 6
"""Characters before a figure in which a mark that it reached is named."""
FROM = pattern(r"[从由][^，。；]*$")
PERIOD = pattern(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:/(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?)?")


def points(stated: Sequence[tuple[Statement, SeriesKey]], text: str) -> list[tuple[str | None, Status]]:
    """Period and status of the point that each statement gives, in the same order.

    In a frame of years a level belongs to the last year. Where one sentence takes the same series from one value to
    another, the first is where it set out: in a frame the year before it (从1.2万亿元增长到1.6万亿元), else a time that
    nobody names; and it is on record even where the second is a target (从260元提高到900元).
    """
    found: list[tuple[str | None, Status]] = []
    for index, (statement, key) in enumerate(stated):
        frame = FRAME.fullmatch(statement.period or "")
        period, status = statement.period, statement.status
        if key.kind in POINT_KINDS and not OVER_THE_FRAME & set(key.qualifiers):
            leads_on = _leads_to_another(index, stated, text)
            if frame and status is not Status.TARGET:
                period = str(int(frame[1]) - 1) if leads_on else frame[2]
            elif leads_on and FROM.search(text[statement.sentence.start : statement.start]):
                period, status = None, Status.ACTUAL
        found.append((period, status))
    return found


def _leads_to_another(index: int, stated: Sequence[tuple[Statement, SeriesKey]], text: str) -> bool:
    """Whether the sentence takes the series of this statement on to another value.

    A mark that was reached (突破2万亿元、达到2.36万亿元) is no value to set out from, but a word about the same point.
    """
    statement, key = stated[index]
    before = text[max(statement.sentence.start, statement.start - NEARBY) : statement.end]
    if MILESTONES.search(before) and not FROM.search(text[statement.sentence.start : statement.start]):
        return False
    for later, its_key in stated[index + 1 :]:
        if later.sentence != statement.sentence:
            return False
        if its_key == key and later.period == statement.period:
            return RISE.search(text[statement.end : later.start]) is not None
    return False


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
