"""恢复到2019年同期的107%: how much of what it was at another time something comes to."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling, near
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span

ORDER = 14
NAME = "restored-to"
FORMS = frozenset((Form.PERCENT,))
EXAMPLES = (
    Example(
        "全县接待游客9万人次，同比增长39%，恢复到2019年同期的107%。",
        "107%",
        {"measure": "接待游客", "kind": "share", "value": 1.07},
    ),
    Example(
        "固州旅游收入增长5%，恢复至疫情前水平的近九成。", "近九成", {"measure": "旅游收入", "kind": "share"}
    ),
    Example(
        "固州旅游收入恢复至上年同期的85%。",
        "85%",
        {"measure": "旅游收入", "subject": "固州", "kind": "share"},
    ),
)

_RESTORED = pattern(
    r"[，、]?(?:按可比(?:口径|价格)(?:计算)?，?)?(?:已经?|较快|基本|仅|约|逐步|也)*(?P<verb>(?:恢复|回升|修复|回暖)[到至为]?了?|相当于|达到?了?|[为是])(?:了)?"
    r"(?P<when>(?:(?:19|20)\d\d年|去年|上年|前年|疫情前)(?:同期|同月)?(?:的?水平)?)的$"
)
_LONGEST = 40


def match(context: Context) -> Filling | None:
    text, start = context.text, near(context.sentence.start, context.figure.start)
    if len(context.run) > 1 or not text.endswith("的", start, context.figure.start):
        return None
    restored = _RESTORED.search(text, max(start, context.figure.start - _LONGEST), context.figure.start)
    if restored is None:
        return None
    cue = Span(*restored.span("verb"))
    before = context.before[-1].figure.end if context.before else start
    opens = max(
        before,
        context.sentence.start,
        1 + max(text.rfind(mark, start, restored.start()) for mark in "，；："),
    )
    phrase = context.phrase(Span(min(opens, restored.start()), restored.start()))
    if phrase.measure is not None:
        return Filling(NAME, Kind.SHARE, phrase.measure, phrase.subject, economy=phrase.economy, cue=cue)
    told = next(context.earlier_levels(), None) or context.same_sentence()
    if told is None:
        return None
    filling = told.filling
    return Filling(NAME, Kind.SHARE, filling.measure, filling.subject, economy=filling.economy, cue=cue)
