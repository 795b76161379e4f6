"""形成9万辆整车、3万台电机的生产能力: how much of each can be made, said once behind them all."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span

ORDER = 24
NAME = "able-to-make"
FORMS = frozenset((Form.AMOUNT, Form.COUNT))
EXAMPLES = (
    Example(
        "到2030年，形成9万辆整车、3万台电机的生产能力。", "9万辆", {"measure": "生产能力", "subject": "整车"}
    ),
    Example(
        "到2030年，形成9万辆整车、3万台电机的生产能力。", "3万台", {"measure": "生产能力", "subject": "电机"}
    ),
    Example("该厂具备年产6万吨高强铝材的生产能力。", "6万吨", {"measure": "生产能力", "subject": "高强铝材"}),
)

_MADE = pattern(
    r"(?P<product>[^，。；、和及的\d]{2,12})(?:[、和及][^，。；]{2,30})?的(?P<measure>年?(?:生产|加工|制造|处理|供应|发电)能力|年?产能)"
)
_REACHES = pattern(r"(?:形成|具备|达到|拥有|实现|建成)(?:了)?(?:年产|年)?$")


_AS_FAR = 50


def match(context: Context) -> Filling | None:
    text, end = context.text, context.figure.end
    if text.find("能", end, min(context.clause.end, end + _AS_FAR)) == -1:
        return None
    made = _MADE.match(text, end, context.clause.end)
    if made is None or not (_REACHES.search(text, context.left.start, context.left.end) or _goes_on(context)):
        return None
    return Filling(NAME, Kind.LEVEL, Span(*made.span("measure")), Span(*made.span("product")))


def _goes_on(context: Context) -> bool:
    """Whether the figure stands in the list that one of these has opened."""
    before = context.before[-1] if context.before else None
    return before is not None and before.filling.construction == NAME and before.clause == context.clause
