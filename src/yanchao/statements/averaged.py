"""年均增长5% within a frame of years: an average is over all of the frame, whatever single year was spoken of last."""

from __future__ import annotations

from collections.abc import Sequence

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
