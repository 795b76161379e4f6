"""某某集团以77亿元的营收领跑行业: an amount by which something stands where it does."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.constructions.stands_before import KINDS
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.grammar import UNLISTED
from yanchao.statements.phrases import right_phrase, subject_phrase, trim
from yanchao.statements.statement import Kind, Span

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
    Example("该县以12.3%的增速位居全省首位。", "12.3%", {"measure": "增速", "kind": "growth"}),
    Example("全县以8%的土地养活了两成人口。", "8%", {"kind": "share"}),
)

_RATES = pattern(r"(?:增速|增幅|增长率|增长速度)$")
_LONGEST = 14


def match(context: Context) -> Filling | None:
    text, left = context.text, context.left
    if not text.endswith("以", left.start, left.end):
        return None
    if not text.startswith("的", context.right.start):
        return None
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
