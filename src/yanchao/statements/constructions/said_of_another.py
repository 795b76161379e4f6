"""甲县出口额为9亿元，乙县则为8亿元: the same measure of another, which is not named again."""

from __future__ import annotations

from yanchao.quick import pattern, replace
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Draft, Filling
from yanchao.statements.figures import Form
from yanchao.statements.phrases import subject_phrase

ORDER = 9
NAME = "said-of-another"
FORMS = frozenset((Form.AMOUNT, Form.COUNT, Form.PERCENT, Form.TIMES, Form.INDEX))
EXAMPLES = (
    Example(
        "北山县出口额为9亿元，东屏县则为8亿元。",
        "8亿元",
        {"measure": "出口额", "subject": "东屏县", "kind": "level"},
    ),
    Example(
        "北山公司毛利率、净利率分别为31%、12%；东屏公司则分别为28%和9%。",
        "9%",
        {"measure": "净利率", "subject": "东屏公司", "kind": "share"},
    ),
    Example(
        "北山公司毛利率、净利率分别为31%、12%；东屏公司的上述指标分别为28%、9%。",
        "28%",
        {"measure": "毛利率", "subject": "东屏公司", "kind": "share"},
    ),
)

_SAID_OF = pattern(
    r"[，；]?(?:而|其中)?(?P<who>[^，。；、：\d]{2,16}?)(?:截[至止][^，。；、]{2,10}?)?的?(?:(?:上述|以上|这[两三]项)(?:数据|指标|比例|占比|增速)(?:则)?|则)"
    r"(?:分别|约|仅|已|也)*(?:为|是|达到?|有)$"
)


def match(context: Context) -> Filling | None:
    said = _SAID_OF.fullmatch(context.text, context.clause.start, context.run[0].start)
    before = None if said is None else _in_its_place(context)
    if said is None or before is None:
        return None
    who = subject_phrase(context.text, *said.span("who"), context.grammar)
    if who is None:
        return None
    return replace(before.filling, construction=NAME, subject=who, comparator=None, economy=False, apart=None)


def _in_its_place(context: Context) -> Draft | None:
    """The figure of the one before that stands where this one does in its own list: alike in form and unit."""
    first, count = context.run[0].start, len(context.run)
    told = [one for one in context.before if one.sentence == context.sentence and one.figure.start < first]
    alike = [
        one
        for one in told[-count:]
        if one.figure.form is context.figure.form
        and one.figure.quantity.unit == context.figure.quantity.unit
        and one.filling.measure is not None
    ]
    return alike[context.index] if len(alike) == count else None
