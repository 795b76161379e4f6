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
    Example("全县以8%的土地养活了两成人口。", "8%", {"kind": "share"}),
)

_RATES = pattern(r"(?:增速|增幅|增长率|增长速度)$")
_LONGEST = 14


def match(context: Context) -> Filling | None:
    text, left = context.text, context.left
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
