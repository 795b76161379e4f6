"""增长5.3%，高于全国（5.0%）、全省（3.9%）: what a rate is held against, told in brackets behind its place."""

from __future__ import annotations

from yanchao.quick import pattern, replace
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span

ORDER = 8
NAME = "held-against"
FORMS = frozenset((Form.PERCENT, Form.AMOUNT, Form.INDEX))
EXAMPLES = (
    Example(
        "固州生产总值90亿元，同比增长5.3%，高于全国（5.0%）、全省（3.9%）。",
        "5.0%",
        {"measure": "生产总值", "subject": "全国", "kind": "growth", "value": 0.05},
    ),
    Example(
        "固州生产总值90亿元，同比增长5.3%，高于全国（5.0%）、全省（3.9%）。",
        "3.9%",
        {"measure": "生产总值", "subject": "全省", "kind": "growth", "value": 0.039},
    ),
    Example(
        "固州城镇化率68.2%，低于全省平均水平（70.1%）。",
        "70.1%",
        {"measure": "城镇化率", "subject": "全省", "kind": "share"},
    ),
    Example(
        "固州出口增长9.1%，增速比全省平均水平（7.4%）和全国（6.3%）分别高1.7、2.8个百分点。",
        "6.3%",
        {"measure": "出口", "subject": "全国", "kind": "growth"},
    ),
    Example(
        "固州、白沙的出口增速均快于全省平均水平（4.6%）。",
        "4.6%",
        {"measure": "出口增速", "subject": "全省", "kind": "growth"},
    ),
)

_AGAINST = pattern(
    r"(?:(?:高于|低于|快于|慢于|好于|优于|超过)(?:或?等于)?|高出|不及|(?<![同环])比|较|[）)][、和及])(?:了|同期)?(?P<who>[\u4e00-\u9fff]{2,8}?)(?:的?(?:平均(?:水平|增速|值)?|水平|增速|总体))?[（(]$"
)
_LONGEST = 24


def match(context: Context) -> Filling | None:
    text, at = context.text, context.figure.start
    if not text.startswith(("）", ")"), context.figure.end):
        return None
    against = _AGAINST.search(text, max(context.sentence.start, at - _LONGEST), at)
    if against is None:
        return None
    goes_on = context.before and context.before[-1].filling.construction == NAME
    if text[against.start()] in "）)" and not goes_on:
        return None
    who = Span(*against.span("who"))
    if not _is_a_place(context, who):
        return None
    told = next(
        (
            one
            for one in context.earlier()
            if one.figure.form is context.figure.form and one.filling.construction != NAME
        ),
        None,
    )
    if told is None:
        return _of_what_its_clause_names(context, who, Span(*against.span()))
    negative = told.filling.negative and not text[at:].startswith(("-", "－"))
    return replace(
        told.filling,
        construction=NAME,
        subject=who,
        negative=negative,
        economy=False,
        cue=Span(*against.span()),
    )


def _of_what_its_clause_names(context: Context, who: Span, cue: Span) -> Filling | None:
    """甲、乙的出口增速高于全省（4.6%）: a rate that no figure before tells, and the words before the comparison name."""
    start = max(context.text.rfind(mark, context.sentence.start, cue.start) for mark in "，；：") + 1
    start = max(start, context.sentence.start)
    named = context.phrase(Span(start, cue.start)).measure
    if named is None or _IS_RATE.search(context.text, named.start, named.end) is None:
        return None
    whose = context.text.rfind("的", start, named.start) + 1
    grows = _GROWS.search(context.text, named.start, named.end) is not None
    kind = Kind.GROWTH if grows and context.figure.form is Form.PERCENT else Kind.SHARE
    return Filling(NAME, kind, Span(whose or named.start, named.end), who, cue=cue)


_IS_RATE = pattern(r"(?:速|幅|率|比重|占比|强度)$")
_GROWS = pattern(r"(?:增速|增幅|涨幅|升幅|降幅|跌幅|增长率)$")


def _is_a_place(context: Context, who: Span) -> bool:
    words = context.text[who.start : who.end]
    return words in context.grammar.places or context.grammar.universes.fullmatch(words) is not None
