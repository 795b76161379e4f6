"""从2020年的9亿元增加到2025年的12亿元；税收从1亿元增加到2亿元: the years of the first ends are those of the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from yanchao.quick import pattern
from yanchao.statements.context import Draft
from yanchao.statements.period import Period

_GOES_TO = pattern(
    r"(?:大幅|稳步|逐步|快速)?(?:增加|增长|提高|提升|上升|扩大|增|升|攀升|跃升|跃增|下降|降低|降|减少|缩小|压减|调整|优化|发展|壮大)(?:到了?|至|为)"
)
_FROM = ("从", "由")


def with_told_ends(
    text: str, drafts: Sequence[Draft], governing: Iterable[Period | None]
) -> tuple[Period | None, ...]:
    """The periods of figures, where two ends without a time of their own take those of the ends that their sentence has told with one."""
    periods = list(governing)
    found = list(periods)
    ends: tuple[Period, Period] | None = None
    for number, (one, other) in enumerate(pairwise(drafts)):
        if number and drafts[number - 1].sentence != one.sentence:
            ends = None
        if one.sentence != other.sentence:
            continue
        first, last = periods[number], periods[number + 1]
        if ends is not None and _bare(text, one, other):
            found[number], found[number + 1] = ends
        elif first is not None and last is not None and _of_two_times(text, one, first, other, last):
            ends = first, last
    return tuple(found)


def _bare(text: str, one: Draft, other: Draft) -> bool:
    start, end = one.figure.end, other.figure.start
    return text.startswith(_FROM, one.figure.start - 1) and _GOES_TO.fullmatch(text, start, end) is not None


_OF = pattern(r"的?")


def _of_two_times(text: str, one: Draft, first: Period, other: Draft, last: Period) -> bool:
    """Whether two figures stand behind two times of their own: 从2020年的9亿元增加到2025年的12亿元."""
    if first.iso is None or last.iso is None or first.iso == last.iso:
        return False
    touch = (
        _OF.fullmatch(text, first.end, one.figure.start),
        _OF.fullmatch(text, last.end, other.figure.start),
    )
    if not all(touch) or not text.startswith(_FROM, first.start - 1):
        return False
    return _GOES_TO.fullmatch(text, one.figure.end, last.start) is not None
