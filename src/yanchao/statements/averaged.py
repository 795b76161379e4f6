"""年均增长5%: over which years an average is: all of the frame of years that it stands in, or those from which to which its amount came."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.quick import replace
from yanchao.statements.context import Draft
from yanchao.statements.period import Period

AVERAGE = "annual-average"


def over_their_frame(
    drafts: Sequence[Draft], periods: Sequence[Period | None], frame: str | None
) -> tuple[Period | None, ...]:
    """The periods of figures, without the single year of an earlier clause where an average stands in a frame of years that holds it.

    The guide: an average inside a frame of years takes the frame.
    """
    first, _, last = (frame or "").partition("/")
    if not last:
        return tuple(periods)
    return tuple(
        None if _is_of_an_earlier_year(draft, period, first, last) else period
        for draft, period in zip(drafts, periods, strict=True)
    )


def _is_of_an_earlier_year(draft: Draft, period: Period | None, first: str, last: str) -> bool:
    if period is None or period.iso is None or AVERAGE not in draft.filling.qualifiers:
        return False
    is_a_year = len(period.iso) == len("2030")
    return is_a_year and period.end <= draft.clause.start and first[:4] <= period.iso <= last[:4]


def from_to(
    text: str, held: tuple[Period, int] | None, period: Period, draft: Draft, index: int
) -> tuple[Period, int] | None:
    """由2018年的3亿元增加到2023年的9亿元，年均增长8%: the years between the one that an amount comes from and the one that it comes to."""
    if held is None or held[0].start < draft.sentence.start or index != held[1] + 1:
        return None
    first, last = str(held[0].iso), str(period.iso)
    comes_to = text[period.start - 1 : period.start] in ("到", "至") and first < last
    return (replace(held[0], iso=f"{first}/{last}"), index) if comes_to else None


def since_then(held: Period, current: Period | None) -> Period | None:
    """2020年产值是2015年的3倍，年均增长9%: the average from the year held against to the one spoken of."""
    to = current.iso if current is not None else None
    if to is None or held.iso is None or len(to) != len(held.iso) or to <= held.iso:
        return current
    return replace(held, iso=f"{held.iso}/{to}")
