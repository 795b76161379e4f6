"""1个年产值达20亿元的产业园: a quantity inside the words that describe a thing belongs to that thing."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.grammar import UNLISTED
from yanchao.statements.phrases import left_phrase, subject_phrase, verb_at_end
from yanchao.statements.statement import Kind, Span
from yanchao.statements.trimming import trim

ORDER = 25
NAME = "relative-clause"
FORMS = frozenset((Form.AMOUNT, Form.COUNT, Form.PERCENT))
EXAMPLES = (
    Example("全市建成3个年产值达20亿元以上、带动就业5000人的食品产业园。", "3个", {"measure": "食品产业园"}),
    Example(
        "全市建成3个年产值达20亿元以上的食品产业园。",
        "20亿元以上",
        {"measure": "年产值", "subject": "食品产业园"},
    ),
    Example("全县有12家规模过百亿元的企业。", "12家", {"measure": "企业"}),
    Example("湖北食品领域拥有12家规模过百亿元的企业。", "12家", {"measure": "企业", "subject": "食品领域"}),
    Example("全县有12家规模过百亿元的企业。", "过百亿元", {"measure": "规模", "subject": "企业"}),
    Example(
        "形成水泥300万吨/年、玻璃50万吨/年以上的生产能力。",
        "300万吨/年",
        {"measure": "生产能力", "subject": "水泥"},
    ),
)

_LONGEST_HEAD = 30
_HEAD = pattern(r"的(?P<head>[^，。；：、的\d]{2,24})[，。；：)]?$")
_DIGIT = pattern(r"\d")


def match(context: Context) -> Filling | None:
    text, clause = context.text, context.clause
    tail = max(clause.start, clause.end - _LONGEST_HEAD)
    head_match = _HEAD.search(text, tail, clause.end)
    if head_match is None:
        return None
    head = Span(*head_match.span("head"))
    if head.start < context.figure.end:
        return None
    nested = _DIGIT.search(text, context.figure.end, head.start) is not None or _has_a_measure(context, head)
    if (
        context.figure.form is Form.COUNT
        and nested
        and context.right_words[:1] not in ("、", "，", "")
        and context.index == 0
    ):
        if _counter_before(context, head):
            return None
        phrase = context.phrase()
        whose = phrase.subject
        if not phrase.listed and (named := phrase.measure) is not None:
            # 培育3家年产值超9亿元的企业: no one's; 湖北食品领域拥有3家…的企业: the field's
            verb = verb_at_end(text, named.start, named.end, context.grammar)
            end = named.end if verb is None else verb
            whose = subject_phrase(text, named.start, end, context.grammar) or whose
        return Filling(NAME, Kind.LEVEL, head, whose)
    measure = context.grammar.measure_at_end(text, head.start, head.end)
    if measure is not None and measure[0] == head.start and context.figure.form is Form.AMOUNT:
        phrase = left_phrase(text, context.left.start, context.left.end, context.grammar)
        whose = phrase.measure or phrase.subject
        if not phrase.listed and whose is not None:
            does = context.grammar.have_at_start.fullmatch(text, whose.start, whose.end)
            return Filling(NAME, Kind.LEVEL, head, None if does else whose)  # 满产后将|拥有9万辆的产能
    counted = _counter_before(context, head)
    if counted:
        phrase = context.phrase()
        if phrase.measure is not None and phrase.listed:
            kind = Kind.SHARE if context.figure.form is Form.PERCENT else Kind.LEVEL
            return Filling(NAME, kind, phrase.measure, head)
    return None


def _has_a_measure(context: Context, head: Span) -> bool:
    """12家|规模过百亿元的企业: whether a measure with a figure in words alone describes the thing."""
    right = context.right
    if right.end >= head.start:
        return False
    start, end = trim(context.text, right.start, right.end, context.grammar)
    listed = context.grammar.measure_at_end(context.text, start, end)
    return listed is not None and listed[1] is not UNLISTED


def _counter_before(context: Context, head: Span) -> bool:
    """Whether a counted thing whose name is `head` opened this clause (3个…的食品产业园)."""
    for draft in reversed(context.before):
        if draft.figure.start < context.clause.start:
            return False
        if draft.filling.construction == NAME and draft.filling.measure == head:
            return True
    return False
