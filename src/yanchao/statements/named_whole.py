"""农村自来水普及率、生活垃圾处置率分别…: members of a list that name by themselves what they measure, and share nothing."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.quick import pattern
from yanchao.statements.phrases import Phrase
from yanchao.statements.statement import Span

_THINGS = pattern(r"(?:项目|企业|主体|游客|人数|人次|件数|起数)$")
_LONG_NAME = 5
_RATE = "率"


def names_itself(text: str, own: Phrase, members: Sequence[Span], index: int) -> bool:
    """农村自来水普及率、|生活垃圾处置率: whether a rate behind another is named at length, so that nothing of the first is its."""
    member = members[index]
    return text[members[0].end - 1] == text[member.end - 1] == _RATE and _is_all(own, member)


def shares_no_head(text: str, last: Phrase, members: Sequence[Span], index: int) -> bool:
    """新落地项目、|实际利用内资: whether the last member is all measure, and this one names things counted that have none of it."""
    member = members[index]
    return _is_all(last, members[-1]) and _THINGS.search(text, member.start, member.end) is not None


def _is_all(own: Phrase, member: Span) -> bool:
    """Whether a member is nothing but a measure with a long name."""
    measure = own.measure
    if own.subject is not None or measure is None or measure.end - measure.start < _LONG_NAME:
        return False
    return measure.start == member.start and measure.end == member.end
