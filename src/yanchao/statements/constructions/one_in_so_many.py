"""每15家企业中就有1家是规上企业: one of so many, both of which are counted."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.not_quantities import ONE_OF_THEM
from yanchao.statements.statement import Kind, Span

ORDER = 12
NAME = "one-in-so-many"
FORMS = frozenset((Form.COUNT,))
EXAMPLES = (
    Example("全市每15家企业中就有1家是规上企业。", "15家", {"measure": "企业", "subject": "全市"}),
    Example("全市每15家企业中就有1家是规上企业。", "1家", {"measure": "规上企业", "subject": "全市"}),
    Example("全国每3台插秧机就有1台产自云州。", "3台", {"measure": "插秧机"}),
    Example("全国每3台插秧机就有1台产自云州。", "1台", {"measure": "插秧机", "subject": "云州"}),
    Example("每6辆校车里，便有2辆出自青河。", "2辆", {"measure": "校车"}),
)

_IS = pattern(r"(?:是|为|属于)[“]?(?P<what>[^，。；：的\d“”]{2,12})(?=”?[，。；]|$)")
_FROM = pattern(r"[产来出]自(?P<whose>[^，。；：\d]{2,6})(?=[，。；]|$)")


def match(context: Context) -> Filling | None:
    text, figure = context.text, context.figure
    if text[figure.start - 1 : figure.start] == "每":
        named = ONE_OF_THEM.match(text, figure.end)
        if named is None:
            return None
        place = context.phrase(Span(context.left.start, figure.start - 1))
        return Filling(NAME, Kind.LEVEL, Span(*named.span("what")), place.subject or place.measure)
    before = context.before[-1] if context.before else None
    if before is None or before.filling.construction != NAME:
        return None
    so_many = ONE_OF_THEM.match(text, before.figure.end)
    if so_many is None or so_many.end() != figure.start:
        return None
    which = _IS.match(text, figure.end)
    measure = Span(*which.span("what")) if which is not None else before.filling.measure
    whose = _FROM.match(text, figure.end)
    subject = Span(*whose.span("whose")) if whose is not None else before.filling.subject
    return Filling(NAME, Kind.LEVEL, measure, subject)
