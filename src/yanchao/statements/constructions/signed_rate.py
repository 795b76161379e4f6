"""产值90亿元（+4.1%）, 产值90亿元 ↑4.1%: a rate whose sign or arrow says that the amount before it grew or fell by it."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span

ORDER = 45
NAME = "signed-rate"
FORMS = frozenset((Form.PERCENT, Form.TIMES))
EXAMPLES = (
    Example("粮食产量90万吨（+1.2%）。", "+1.2%", {"measure": "产量", "subject": "粮食", "kind": "growth"}),
    Example("工业产值90亿元，-1.2%。", "-1.2%", {"measure": "产值", "kind": "growth", "value": -0.012}),
    Example("进出口总额90亿元 ↑5.3%。", "5.3%", {"measure": "进出口总额", "kind": "growth", "value": 0.053}),
    Example("税收9亿元（↓5.3%）。", "5.3%", {"measure": "税收", "kind": "growth", "value": -0.053}),
)

_ARROW = pattern(r"[(，、]?(?P<arrow>[↑↓▲▼⬆⬇])$")
_ALONE = pattern(r"[(，、]?")
_FALLS = frozenset("↓▼⬇")
_SIGNS = ("+", "-")


def match(context: Context) -> Filling | None:
    words = context.left_words.strip()
    arrow = _ARROW.fullmatch(words)
    signed = context.text.startswith(_SIGNS, context.figure.start) and _ALONE.fullmatch(words) is not None
    amount = next(context.earlier_levels(), None) if arrow is not None or signed else None
    if amount is None:
        return None
    told = amount.filling
    cue = None
    if arrow is not None:
        start = context.left.start + context.left_words.index(arrow["arrow"])
        cue = Span(start, start + 1)
    falls = arrow is not None and arrow["arrow"] in _FALLS
    return Filling(
        NAME, Kind.GROWTH, told.measure, told.subject, negative=falls, economy=told.economy, cue=cue
    )
