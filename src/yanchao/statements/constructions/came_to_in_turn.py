"""甲、乙从2020年的x、y分别增长到2025年的z、w: each end goes with the beginning in its place."""

from __future__ import annotations

from yanchao.quick import pattern, replace
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.listed_members import told_before
from yanchao.statements.statement import Kind

ORDER = 9
NAME = "came-to-in-turn"
FORMS = frozenset((Form.AMOUNT, Form.COUNT, Form.PERCENT))
EXAMPLES = (
    Example(
        "茶业、药业产值从2016年的2亿元、1亿元分别增长到2021年的4亿元、3亿元。",
        "4亿元",
        {"measure": "产值", "subject": "茶业", "period": "2021"},
    ),
    Example(
        "茶业、药业产值从2016年的2亿元、1亿元分别增长到2021年的4亿元、3亿元。",
        "3亿元",
        {"measure": "产值", "subject": "药业", "period": "2021"},
    ),
    Example(
        "到2025年，茶业、药业产值分别达到6亿元和5亿元；到2027年，分别达到9亿元和8亿元。",
        "9亿元",
        {"measure": "产值", "subject": "茶业", "period": "2027"},
    ),
)

_COMES_TO = pattern(
    r"[；，](?:力争)?[到至](?:19|20)\d\d年，?分别(?:达到?|增长到|提高到|增加到|超过)|(?:分别)?(?:稳步|大幅|逐步)?(?:增长|增加|提高|提升|上升|扩大|下降|减少|降低|增|升|降)(?:到了?|至|为)(?:(?:19|20)\d\d年(?:底|末)?)?的?"
)


def match(context: Context) -> Filling | None:
    if len(context.run) < 2:
        return None
    told = told_before(context)
    first = context.run[0]
    if len(told) != len(context.run) or told[-1].sentence != context.sentence:
        return None
    alike = all(
        one.filling.kind in (Kind.LEVEL, Kind.SHARE) and one.figure.quantity.unit == first.quantity.unit
        for one in told
    )
    if not alike or _COMES_TO.fullmatch(context.text, told[-1].figure.end, first.start) is None:
        return None
    return replace(told[context.index].filling, construction=NAME)
