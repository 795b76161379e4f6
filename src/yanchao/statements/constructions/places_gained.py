"""较上年前进3个位次: by how many places something rose or fell in an order."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span

ORDER = 18
NAME = "places-gained"
FORMS = frozenset((Form.COUNT,))
EXAMPLES = (
    Example("该区在全省综合考评中列第5位，较上年前进4个位次。", "4个", {"kind": "change", "value": 4}),
    Example("全市营商环境评价排名下降2个位次。", "2个", {"kind": "change", "value": -2}),
    Example("商标数量居全市第7位，同比前移2位。", "2位", {"kind": "change", "measure": "商标数量"}),
    Example("全县综合考评位次前移5位。", "5位", {"kind": "change", "value": 5, "unit": "count:位"}),
    Example("土壤健康指数提升2个等级。", "2个", {"kind": "change", "measure": "指数", "subject": "土壤健康"}),
    Example("全县平安建设排名前进5位。", "5位", {"kind": "change", "value": 5}),
    Example("综合实力居第12位，比上年提升3位。", "3位", {"kind": "change", "value": 3, "unit": "count:位"}),
)

_MOVES = pattern(
    r"(?:同比|环比|(?<![同环])[比较][^，。；]{0,8}?)?(?:大幅|显著|明显|再|又|再度|持续|稳步)?(?P<verb>前进|前移|连升|连跳|上升|提升|跃升|提高|晋升|进|升|后退|后移|下降|下滑|退后|退|降)(?:了)?$"
)
_PLACES = pattern(r"位次|名次|(?:等级|档次)(?![认评标])")
_ORDER = pattern(r"(?:位次|名次|排名|排位|位居|座次)(?:[较比][^，。；]{0,8}?)?(?:再|又|大幅|持续)?$")
"""位次|前移5位: places, by what moves."""

_DOWN = frozenset(("后退", "后移", "下降", "下滑", "退后", "退", "降"))


def match(context: Context) -> Filling | None:
    text = context.text
    named = _PLACES.match(text, context.right.start) is not None
    if not named and text[context.figure.end - 1] not in "位名":
        return None
    verb = _MOVES.search(text, context.left.start, context.left.end)
    if verb is None:
        return None
    ordered = _ORDER.search(text, context.left.start, verb.start()) is not None
    if not named and not ordered and not (len(verb["verb"]) > 1 and _ranked(context)):
        return None
    cue = Span(*verb.span("verb"))
    phrase = context.phrase(Span(context.left.start, verb.start()))
    before = context.antecedent()
    if phrase.measure is not None or before is None:
        measure, subject, economy = phrase.measure, phrase.subject, phrase.economy
    else:
        filling = before.filling
        measure, subject, economy = filling.measure, phrase.subject or filling.subject, filling.economy
    return Filling(
        NAME, Kind.CHANGE, measure, subject, negative=verb["verb"] in _DOWN, economy=economy, cue=cue
    )


def _ranked(context: Context) -> bool:
    """Whether a rank stands before in the sentence, so that 3位 are places and not people."""
    before = context.before[-1] if context.before else None
    return before is not None and before.sentence == context.sentence and before.figure.form is Form.RANK
