"""提请县人大常委会审议法规草案9件: what is put before a body is that body's to decide."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span

ORDER = 13
NAME = "submitted"
FORMS = frozenset((Form.COUNT,))
EXAMPLES = (
    Example("提请县人大常委会审议法规草案9件。", "9件", {"measure": "法规草案", "subject": "县人大常委会"}),
    Example("全年报请市委审定重大改革方案12项。", "12项", {"measure": "重大改革方案", "subject": "市委"}),
    Example("一年来，提交董事会审批投资项目7个。", "7个", {"measure": "投资项目", "subject": "董事会"}),
)

_BEFORE_A_BODY = pattern(
    r"(?:提请|报请|提交|呈报)(?:了)?(?P<who>[\u4e00-\u9fff]{2,14}?)(?:审议通过|审议|审定|审查|审批|审核|批准|决定)(?:了)?(?P<what>[\u4e00-\u9fff“”]{2,16})$"
)


def match(context: Context) -> Filling | None:
    told = _BEFORE_A_BODY.search(context.text, context.left.start, context.left.end)
    if told is None:
        return None
    return Filling(NAME, Kind.LEVEL, Span(*told.span("what")), Span(*told.span("who")), economy=False)
