"""…，达到570万辆: a quantity without words of its own goes with the figure before it."""

from __future__ import annotations

from yanchao.statements.constructions import Example
from yanchao.statements.constructions.stands_before import KINDS, kind_of
from yanchao.statements.context import Context, Draft, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span

ORDER = 100
NAME = "restated"
EXAMPLES = (
    Example("茶叶产量从60万吨提高到80万吨。", "80万吨", {"measure": "产量", "subject": "茶叶"}),
    Example("资助困难家庭大学生，合计6300名。", "6300名", {"measure": "困难家庭大学生"}),
    Example("用电量作为经济的晴雨表，突破90亿千瓦时。", "突破90亿千瓦时", {"measure": "用电量"}),
    Example("旅游收入连续跨过100亿元、200亿元。", "200亿元", {"measure": "旅游收入"}),
)


def match(context: Context) -> Filling | None:
    kind = KINDS.get(context.figure.form, Kind.LEVEL)
    if context.figure.form is Form.POINTS:
        kind = Kind.CHANGE
    if context.earlier_clause is not None and context.same_sentence() is None:
        earlier = context.earlier_clause
        named = context.text.find("作为", earlier.start, earlier.end)
        # 用电量作为晴雨表，突破…: what the clause speaks of stands before 作为
        phrase = context.phrase(Span(earlier.start, named) if named > earlier.start else earlier)
        if phrase.measure is not None:
            return Filling(
                NAME, kind, phrase.measure, phrase.subject, economy=phrase.economy or not phrase.listed
            )
    antecedent = (_share_before(context) if kind is Kind.SHARE else None) or context.antecedent()
    if antecedent is None:
        return Filling(NAME, kind)
    filling = antecedent.filling
    if context.figure.form is Form.INDEX:
        kind = kind_of(context.figure, context.text, filling.measure)
    base = filling.base if kind is Kind.SHARE and filling.kind is Kind.SHARE else None
    if antecedent.sentence == context.sentence and filling.kind is Kind.GROWTH and kind is Kind.SHARE:
        kind = Kind.GROWTH
    cue = filling.cue if kind is filling.kind else None
    return Filling(NAME, kind, filling.measure, filling.subject, base, economy=filling.economy, cue=cue)


def _share_before(context: Context) -> Draft | None:
    """占比超一成的有8种、超两成的有3种: the share that this one goes on from, over what was counted between them."""
    return next((draft for draft in context.earlier() if draft.filling.kind is Kind.SHARE), None)
