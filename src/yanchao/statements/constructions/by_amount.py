"""某某集团以77亿元的营收领跑行业: an amount by which something stands where it does."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.constructions.stands_before import KINDS
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.grammar import UNLISTED
from yanchao.statements.phrases import right_phrase, subject_phrase
from yanchao.statements.statement import Kind, Span
from yanchao.statements.trimming import trim

ORDER = 24
NAME = "by-amount"
FORMS = frozenset((Form.AMOUNT, Form.COUNT, Form.PERCENT, Form.POINTS, Form.TIMES))
EXAMPLES = (
    Example(
        "明岳集团以77亿元的营收领跑行业，同比增长9%。",
        "77亿元",
        {"measure": "营收", "subject": "明岳集团", "kind": "level"},
    ),
    Example(
        "明岳集团以77亿元的营收领跑行业，同比增长9%。",
        "9%",
        {"measure": "营收", "subject": "明岳集团", "kind": "growth"},
    ),
    Example("该县远低于邻县超300亿元的经济总量。", "超300亿元", {"measure": "经济总量", "subject": "邻县"}),
    Example("该县以12.3%的增速位居全省首位。", "12.3%", {"measure": "增速", "kind": "growth"}),
    Example(
        "东湾港以2.4亿吨位居货物吞吐量榜首。",
        "2.4亿吨",
        {"measure": "货物吞吐量", "subject": "东湾港", "kind": "level"},
    ),
    Example(
        "明岳集团营收90亿元，东屏电器以77亿元位列第二。", "77亿元", {"measure": "营收", "subject": "东屏电器"}
    ),
    Example("全县以8%的土地养活了两成人口。", "8%", {"kind": "share"}),
)

_RATES = pattern(r"(?:增速|增幅|增长率|增长速度)$")
_LONGEST = 14


def match(context: Context) -> Filling | None:
    text, left = context.text, context.left
    if (placed := _placed_by(context)) is not None:
        return placed
    if not text.startswith("的", context.right.start):
        return None
    if not text.endswith("以", left.start, left.end):
        return _with_its_measure(context)
    named = _measure(context)
    if named is None:
        return None
    start, end = trim(text, left.start, left.end - 1, context.grammar)
    subject = subject_phrase(text, start, end, context.grammar) if start < end else None
    rate = context.figure.form in (Form.PERCENT, Form.TIMES) and _RATES.search(text, named.start, named.end)
    kind = Kind.GROWTH if rate else KINDS.get(context.figure.form, Kind.LEVEL)
    return Filling(NAME, kind, named, subject)


_IS_PLACED = pattern(
    r"(?:位居|位列|名列|排名|稳居|高居|居于|居|列|领跑|领先|登顶|问鼎|占据|夺得|荣登|跻身)(?:于|到)?(?P<what>[^，。；、\d]{0,14}?)(?=全[国省市球]|第[一二三四五六七八九十\d]|首位|榜首|榜单|前[一二三四五六七八九十\d]|冠军|头名|之首|[，。；])"
)


def _placed_by(context: Context) -> Filling | None:
    """东湾港以2亿吨位居货物吞吐量榜首: an amount with which something is placed, by what stands behind the verb or was told before."""
    text, left = context.text, context.left
    if not text.endswith("以", left.start, left.end) or context.figure.form is Form.POINTS:
        return None
    placed = _IS_PLACED.match(text, context.right.start, context.clause.end)
    if placed is None:
        return None
    named = Span(*placed.span("what"))
    listed = context.grammar.measure_at_end(text, named.start, named.end) if named.start < named.end else None
    measure: Span | None = None
    if listed is not None and listed[1] is not UNLISTED:
        measure = Span(listed[0], named.end)
    else:
        unit = context.figure.quantity.unit
        told = next((one for one in context.earlier_levels() if one.figure.quantity.unit == unit), None)
        measure = None if told is None else told.filling.measure
    start, end = trim(text, left.start, left.end - 1, context.grammar)
    subject = subject_phrase(text, start, end, context.grammar) if start < end else None
    return Filling(NAME, KINDS.get(context.figure.form, Kind.LEVEL), measure, subject, economy=True)


def _measure(context: Context) -> Span | None:
    """The listed measure behind the amount: the longest that its words open with (营收|领跑行业)."""
    start = context.right.start + 1
    limit = min(context.right.end, start + _LONGEST)
    for end in range(limit, start + 1, -1):
        listed = context.grammar.measure_at_end(context.text, start, end)
        if listed is not None and listed[0] == start and listed[1] is not UNLISTED:
            return Span(start, end)
    named = right_phrase(context.text, context.right.start, context.right.end, context.grammar)
    return named if named is not None and _RATES.search(context.text, named.start, named.end) else None


_ENDS = pattern(r"[，。；！]|$")
_THAN = pattern(r"^.*(?:低于|高于|超过|不及|少于|多于|相当于)")


def _with_its_measure(context: Context) -> Filling | None:
    """3000亿元的经济体量: an amount whose measure stands behind it, and nothing else does."""
    if context.figure.form is not Form.AMOUNT or context.phrase().listed:
        return None
    named = _measure(context)
    if named is None or _ENDS.match(context.text, named.end) is None:
        return None
    words = context.left_words
    than = _THAN.match(words)
    start, end = trim(
        context.text, context.left.start + (than.end() if than else 0), context.left.end, context.grammar
    )
    if than is None and start < end:
        return None
    subject = subject_phrase(context.text, start, end, context.grammar) if start < end else None
    return Filling(NAME, Kind.LEVEL, named, subject)
