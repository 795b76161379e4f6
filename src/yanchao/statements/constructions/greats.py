"""鸡、茶等五大产业: how many the things are that a list has just named."""

from __future__ import annotations

from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.not_quantities import GREAT, GREAT_THINGS
from yanchao.statements.statement import Kind, Span

ORDER = 15
NAME = "greats"
EXAMPLES = (
    Example(
        "推动铜业、玻璃、纺织三大产业集群提档升级。", "三大", {"measure": "产业集群", "unit": "count:大"}
    ),
    Example("茶叶、柑橘、菌菇等五大农业产业产值合计42亿元。", "五大", {"measure": "农业产业"}),
    Example(
        "茶叶、柑橘、菌菇等五大农业产业产值合计42亿元。",
        "42亿元",
        {"measure": "产值", "subject": "五大农业产业"},
    ),
    Example("主城、临港两大片区工业产值增长7%。", "两大", {"measure": "片区", "kind": "level"}),
)


def match(context: Context) -> Filling | None:
    if context.figure.quantity.unit != GREAT:
        return None
    named = GREAT_THINGS.match(context.text, context.right.start, context.right.end)
    return Filling(NAME, Kind.LEVEL, Span(*named.span()), economy=True) if named is not None else None
