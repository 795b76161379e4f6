"""完成年度计划的118%: a figure held against what was planned for it."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span
from yanchao.statements.trimming import trim

ORDER = 27
NAME = "fulfils"
FORMS = frozenset((Form.PERCENT,))
EXAMPLES = (
    Example(
        "全县城镇新增就业1.6万人，完成年度计划的110%。",
        "110%",
        {"measure": "城镇新增就业", "base": "年度计划", "kind": "share"},
    ),
    Example(
        "重点项目完成投资38亿元，占全年目标任务的62%。",
        "62%",
        {"measure": "完成投资", "base": "全年目标任务", "kind": "share"},
    ),
    Example("税收收入12亿元，为预算的97.5%。", "97.5%", {"measure": "税收收入", "base": "预算"}),
    Example(
        "引进优强企业21家，完成全年目标任务18家的117%。",
        "117%",
        {"measure": "优强企业", "base": "全年目标任务", "kind": "share"},
    ),
    Example("引进优强企业21家，完成全年目标任务18家的117%。", "18家", {"measure": "目标任务"}),
    Example(
        "全县城镇新增就业2万人、技能培训1万人，分别完成年度目标的70%和90%。",
        "90%",
        {"measure": "技能培训", "base": "年度目标", "kind": "share"},
    ),
    Example("全年造林3.2万亩，完成省下达任务的128%。", "128%", {"base": "省下达任务"}),
)

_OF_A_PLAN = pattern(
    r"(?P<verb>完成(?:了)?|实现|占|达到|为|是|相当于)(?P<base>[^，。；、完占为是]{0,10}?(?:计划|任务|目标|预算|指标))(?:数)?的$"
)


def match(context: Context) -> Filling | None:
    text, left = context.text, context.left
    if (member := _one_of_several(context)) is not None:
        return member
    if not text.endswith("的", max(0, context.figure.start - 1), context.figure.start):
        return None
    if (planned := _of_the_planned(context)) is not None:
        return planned
    if not text.endswith("的", left.start, context.figure.start):
        return None
    # 占|全年目标任务的62%: what follows the time is the figure's words, but the time is the plan's
    start = max(context.clause.start, context.figure.start - 24)
    if context.before:
        start = max(start, context.before[-1].figure.end)
    plan = _OF_A_PLAN.search(text, start, context.figure.start)
    if plan is None:
        return None
    base, cue = Span(*plan.span("base")), Span(*plan.span("verb"))
    start, end = trim(text, min(left.start, plan.start()), plan.start(), context.grammar)
    phrase = context.phrase(Span(start, end)) if start < end else None
    if phrase is not None and phrase.measure is not None:
        return Filling(
            NAME, Kind.SHARE, phrase.measure, phrase.subject, base, economy=phrase.economy, cue=cue
        )
    before = context.antecedent()
    if before is None:
        return Filling(NAME, Kind.SHARE, None, None, base, cue=cue)
    known = before.filling
    return Filling(NAME, Kind.SHARE, known.measure, known.subject, base, economy=known.economy, cue=cue)


def _one_of_several(context: Context) -> Filling | None:
    """…5万人、…3万人，分别完成年度计划的57%、73%: each figure of the plan is that of one figure before."""
    count = len(context.run)
    plan = _OF_A_PLAN.search(
        context.text, max(context.clause.start, context.run[0].start - 24), context.run[0].start
    )
    if count == 1 or plan is None or not context.text.endswith("分别", context.clause.start, plan.start()):
        return None
    levels = list(context.earlier_levels())[:count]
    if len(levels) < count:
        return None
    known = levels[count - 1 - context.index].filling
    return Filling(
        NAME, Kind.SHARE, known.measure, known.subject, Span(*plan.span("base")), economy=known.economy,
        cue=Span(*plan.span("verb")),
    )  # fmt: skip


_PLANNED = pattern(r"完成(?P<base>[^，。；、]{0,8}?(?:目标任务|任务数|目标数|任务|目标|计划))$")


def _of_the_planned(context: Context) -> Filling | None:
    """引进企业21家，完成全年目标任务18家的117%: the figure of the plan stands between it and its share."""
    plan = context.before[-1] if context.before else None
    if plan is None or plan.figure.end != context.figure.start - 1 or plan.sentence != context.sentence:
        return None
    match = _PLANNED.search(context.text, plan.clause.start, plan.figure.start)
    level = next((draft for draft in context.earlier_levels() if draft.figure != plan.figure), None)
    if match is None or level is None:
        return None
    filling = level.filling
    return Filling(
        NAME, Kind.SHARE, filling.measure, filling.subject, Span(*match.span("base")), economy=filling.economy,
        cue=Span(match.start(), match.start() + 2),
    )  # fmt: skip
