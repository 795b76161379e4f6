"""带动4万人实现就业: people counted by what is done for them, which is named behind their number."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span

ORDER = 16
NAME = "people-helped"
FORMS = frozenset((Form.COUNT,))
EXAMPLES = (
    Example(
        "全县上缴税金4亿元，增速达2.5%，带动4万人实现就业。", "4万人", {"measure": "就业", "kind": "level"}
    ),
    Example("合作社年收入9亿元，带动3000人增收。", "3000人", {"measure": "增收"}),
    Example("帮助900人就近就业。", "900人", {"measure": "就业"}),
)

_HELPS = pattern(r"(?:带动|帮助|促进|支持|助力|吸纳|吸引|安置|解决|推动|让)(?:了|近|周边|当地|本地|农村)*$")
_TO = pattern(
    r"(?:余|多)?(?:实现|稳定|就近|就地|在家门口|灵活|新增|走上|返乡)*(?P<what>就业(?!岗)|增收|创业|脱贫|致富|务工)(?=[，。；、]|$)"
)
_PEOPLE = ("person", "count:户")


def match(context: Context) -> Filling | None:
    text, figure = context.text, context.figure
    if figure.quantity.unit not in _PEOPLE:
        return None
    helped = _TO.match(text, figure.end)
    if helped is None or _HELPS.search(text, max(context.left.start, figure.start - 8), figure.start) is None:
        return None
    return Filling(NAME, Kind.LEVEL, Span(*helped.span("what")), economy=True)
