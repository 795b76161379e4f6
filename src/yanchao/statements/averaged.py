"""年均增长5%: an average is over all of its frame of years, whatever single year was spoken of last, or from the one end to the other."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.quick import pattern, replace
from yanchao.statements.context import Draft, near
from yanchao.statements.period import Period
from yanchao.statements.statement import Kind

AVERAGE = "annual-average"


def over_their_frame(
    text: str, drafts: Sequence[Draft], periods: Sequence[Period | None], frame: str | None
) -> tuple[Period | None, ...]:
    """The periods of figures, without the single year of an earlier clause where an average stands in a frame of years that holds it.

    The guide: an average inside a frame of years takes the frame.
    """
    first, _, last = (frame or "").partition("/")
    if not last:
        return tuple(periods)
    return tuple(
        None if _is_of_an_earlier_year(text, draft, period, first, last) else period
        for draft, period in zip(drafts, periods, strict=True)
    )


def _is_of_an_earlier_year(text: str, draft: Draft, period: Period | None, first: str, last: str) -> bool:
    if period is None or period.iso is None or not _is_an_average(text, draft):
        return False
    is_a_year = len(period.iso) == len("2030")
    return is_a_year and period.end <= draft.clause.start and first[:4] <= period.iso <= last[:4]


def _is_an_average(text: str, draft: Draft) -> bool:
    """Whether a rate is told as one over years, each of a list too (年均分别增长5%、8%)."""
    if AVERAGE in draft.filling.qualifiers:
        return True
    start = near(draft.clause.start, draft.figure.start)
    return draft.filling.kind is Kind.GROWTH and "年均" in text[start : draft.figure.start]


_THEN = pattern(r"[，、；]?(?:期间|其间)?(?:年均|平均)[^，。；\d]{0,12}(?:[\d.]+%[、和])*")
_A_YEAR = 4
_FEW = 8
"""How many figures back the two ends stand at most."""


def from_end_to_end(
    text: str, drafts: Sequence[Draft], periods: Sequence[Period | None], frame: str | None
) -> tuple[Period | None, ...]:
    """The periods of figures; an average right behind two ends (由2021年的8亿元增至2024年的9亿元，年均增长5%) is of all years between.

    Inside a frame of years it takes the frame.
    """
    found = list(periods)
    if "/" in (frame or "") or ("年均" not in text and "平均" not in text):
        return tuple(found)
    for number, draft in enumerate(drafts):
        if draft.filling.kind is not Kind.GROWTH or number < 2:
            continue
        before = [
            one for one in range(max(0, number - _FEW), number) if drafts[one].sentence == draft.sentence
        ]
        levels = [one for one in before if drafts[one].filling.kind is Kind.LEVEL]
        if len(levels) < 2 or not _THEN.fullmatch(text, drafts[levels[-1]].figure.end, draft.figure.start):
            continue
        years = {
            period.iso
            for one in levels[-4:]
            if (period := periods[one]) is not None
            and period.iso
            and len(period.iso) == _A_YEAR
            and drafts[one].figure.start - period.end <= 1
        }
        last = periods[levels[-1]]
        if last is not None and len(years) == 2 and last.iso == max(years):
            found[number] = replace(last, iso=f"{min(years)}/{max(years)}")
    return tuple(found)
