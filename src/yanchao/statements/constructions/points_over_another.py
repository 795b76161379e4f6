"""高于全省1.2个百分点、全市0.6个百分点: the second place that a rate is held against, whose own words say nothing else."""

from __future__ import annotations

from yanchao.quick import pattern, replace
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind

ORDER = 9
NAME = "points-over-another"
FORMS = frozenset((Form.POINTS,))
EXAMPLES = (
    Example(
        "固州工业增加值增长9%，高于全省1.2个百分点、全市0.6个百分点。",
        "0.6个百分点",
        {"measure": "工业增加值", "kind": "change", "value": 0.6},
    ),
    Example(
        "固州投资增长2%，低于全国1.5个百分点，全省0.8个百分点。",
        "0.8个百分点",
        {"measure": "投资", "kind": "change", "value": -0.8},
    ),
)

_ANOTHER = pattern(r"[、，和与](?:分别)?(?P<who>[\u4e00-\u9fff]{2,6}?)(?:平均(?:水平)?|水平)?(?:约|近|超)?")
_AGAINST = pattern(
    r"(?:高于|低于|快于|慢于|好于|优于|高出|超过|领先)(?:了|同期)?[\u4e00-\u9fff]{2,8}?(?:约|近|超)?$"
)
_LONGEST = 16


def match(context: Context) -> Filling | None:
    before = context.before[-1] if context.before else None
    if before is None or before.filling.kind is not Kind.CHANGE or before.sentence != context.sentence:
        return None
    if before.figure.quantity.unit != context.figure.quantity.unit:
        return None
    text = context.text
    another = _ANOTHER.fullmatch(text, before.figure.end, context.figure.start)
    if another is None:
        return None
    who = another["who"]
    if who not in context.grammar.places and context.grammar.universes.fullmatch(who) is None:
        return None
    start = before.figure.start
    goes_on = before.filling.construction == NAME
    if not goes_on and _AGAINST.search(text, max(context.sentence.start, start - _LONGEST), start) is None:
        return None
    return replace(before.filling, construction=NAME)
