"""推进东屏化工20万吨乙烯、西岭新材10万吨铝箔等项目: the size of a work stands in its name, between whose it is and what it makes."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import MONEY, Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.grammar import UNLISTED
from yanchao.statements.phrases import having_verb
from yanchao.statements.statement import Kind, Span

ORDER = 24
NAME = "in-a-project"
FORMS = frozenset((Form.AMOUNT,))
EXAMPLES = (
    Example(
        "推动东屏铝业50万吨绿电铝技改、西岭新材20万吨铝箔等项目建设。",
        "50万吨",
        {"measure": "绿电铝技改", "subject": "东屏铝业", "region": None},
    ),
    Example(
        "推动东屏铝业50万吨绿电铝技改、西岭新材20万吨铝箔等项目建设。",
        "20万吨",
        {"measure": "铝箔", "subject": "西岭新材", "region": None},
    ),
    Example(
        "全县开工项目9个，北山酒业、南河药业3万吨制剂等一批重点项目投产。",
        "3万吨",
        {"measure": "制剂", "subject": "南河药业"},
    ),
)

_PRODUCT = pattern(r"(?P<what>[\u4e00-\u9fffA-Za-z]{2,16}?)(?=[、，]|等|(?:项目|工程)(?:[、，。；等]|$))")
_OF_PROJECTS = pattern(r"[^。；]{0,80}?等(?:一批|[^，。；、\d]{0,8})(?:项目|工程)")
"""What follows a list of works says that they are such."""

_OWNER = pattern(r"(?P<who>(?![^、]*(?:年产|产能|总投资|投资|规模))[\u4e00-\u9fffA-Za-z“”]{2,10})$")


def match(context: Context) -> Filling | None:
    text, end = context.text, context.figure.end
    if context.figure.quantity.unit in MONEY:
        return None
    product = _PRODUCT.match(text, end, context.clause.end)
    if product is None or _OF_PROJECTS.match(text, product.end(), context.sentence.end) is None:
        return None
    left = context.left
    start = 1 + max(text.rfind(mark, left.start, left.end) for mark in "、，；：和")
    start = max(start, left.start)
    if (verb := having_verb(text, start, left.end, context.grammar)) is not None:
        start = verb.end
    elif (acts := _ACTS.match(text, start, left.end)) is not None:
        start = acts.end()
    owner = _OWNER.fullmatch(text, start, left.end)
    listed = context.grammar.measure_at_end(text, start, left.end)
    if owner is None or (listed is not None and listed[1] is not UNLISTED):
        return None
    return Filling(NAME, Kind.LEVEL, Span(*product.span("what")), Span(*owner.span("who")))


_ACTS = pattern(
    r"(?:加快|全力|抓好|扎实|高效|有序|积极|大力)*(?:推动|推进|推进实施|支持|促进|确保|启动|加快)(?:了)?"
)
