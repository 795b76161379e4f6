"""在溪龙乡黄杜村，…。书记说：“我们村有茶园9亩”: the village, town or community that a passage names, and goes on to call its own."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.context import Draft
from yanchao.statements.inherit import Words
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Span
from yanchao.statements.village_names import OF_A_KIND

_OWN = pattern(r"(?:我们|我|咱们?|俺们?)(?P<kind>村|镇|乡|社区)里?|(?P<inside>村|镇|乡|社区)里")
_NAMED = pattern(
    rf"(?:(?<=[县市区州旗镇乡在到进的，。“、])|^)(?P<name>(?!{OF_A_KIND})[\u4e00-\u9fff]{{2,4}}?(?:村|镇|乡|社区))(?![镇乡村民里委支庄两干党集容企域级])"
)


def village_named_before(subject: Words, draft: Draft, passage: Passage) -> Words | None:
    """The name of the village that a speaker calls 我们村; None where whose a figure is is said otherwise, or none is named before."""
    own = _OWN.fullmatch(subject.value)
    if own is None:
        return None
    kind = own["kind"] or own["inside"]
    text, end = passage.folded.text, draft.figure.start
    named = [
        Span(*village.span("name"))
        for village in _NAMED.finditer(text, max(0, end - _AS_FAR_BACK), end)
        if village["name"].endswith(kind)
    ]
    return passage.words(named[-1]) if named else None


_AS_FAR_BACK = 400


def village_that_owns(draft: Draft, text: str) -> Span | None:
    """石牛村建成车间8个，带动农户90户; 我们村有茶园9亩，…: the village that the words of a figure open with, whose sentence goes on about it."""
    whose = draft.filling.subject
    if whose is None or whose.start < draft.clause.start:
        return None
    return whose if _A_VILLAGE.fullmatch(text, whose.start, whose.end) is not None else None


_A_VILLAGE = pattern(
    rf"(?:我们|我|咱们?|俺们?)[村镇乡]里?|[村镇乡]里|(?!{OF_A_KIND})[\u4e00-\u9fff]{{2,4}}(?<![农乡各城])[村镇乡]"
)
