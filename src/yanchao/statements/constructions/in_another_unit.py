"""客船2艘/300客位: behind a stroke the same things are told in another unit."""

from __future__ import annotations

from yanchao.quick import replace
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form

ORDER = 4
NAME = "in-another-unit"
FORMS = frozenset((Form.COUNT, Form.AMOUNT))
EXAMPLES = (
    Example("全年淘汰客船2艘/300客位、货船9艘/4500载重吨。", "300客位", {"measure": "客船", "kind": "level"}),
    Example("全年淘汰客船2艘/300客位、货船9艘/4500载重吨。", "4500载重吨", {"measure": "货船"}),
)


def match(context: Context) -> Filling | None:
    before = context.before[-1] if context.before else None
    if before is None or context.text[before.figure.end : context.figure.start] != "/":
        return None
    if before.figure.form not in FORMS or before.filling.measure is None:
        return None
    return replace(before.filling, construction=NAME)
