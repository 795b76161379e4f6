"""占全市营业收入900亿元的20%: a whole that is told with its own amount, and the share of it."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.quick import replace
from yanchao.statements.constructions import Example
from yanchao.statements.constructions.share_of import part_and_base, share_of_it
from yanchao.statements.context import Context, Draft, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span

ORDER = 26
NAME = "out-of-an-amount"
FORMS = frozenset((Form.AMOUNT, Form.COUNT, Form.PERCENT))
EXAMPLES = (
    Example(
        "陶瓷业实现营业收入180亿元，占规上工业营业收入900亿元的20%。",
        "900亿元",
        {"measure": "营业收入", "subject": "规上工业", "kind": "level"},
    ),
    Example(
        "陶瓷业实现营业收入180亿元，占规上工业营业收入900亿元的20%。",
        "20%",
        {"measure": "营业收入", "subject": "陶瓷业", "base": "规上工业营业收入", "kind": "share"},
    ),
    Example(
        "全县茶叶出口额占全市出口总额60亿元的近两成。",
        "近两成",
        {"measure": "出口额", "base": "全市出口总额", "kind": "share", "comparator": "<"},
    ),
    Example(
        "全县茶叶出口额占全市出口总额60亿元的近两成。", "60亿元", {"measure": "出口总额", "kind": "level"}
    ),
)


def match(context: Context) -> Filling | None:
    if context.figure.form is Form.PERCENT:
        return _share(context)
    return _whole(context)


def _whole(context: Context) -> Filling | None:
    """The amount: it is that of the whole, whose name stands behind 占."""
    share_follows = context.text.startswith("的", context.figure.end)
    if not share_follows or context.right.end != context.figure.end + 1:
        return None
    last = context.before[-1:]
    parted = part_and_base(context.text, _words_of(context, last, context.figure.start), context.grammar)
    if parted is None or parted.base is None:
        return None
    phrase = context.phrase(Span(max(parted.base.start, context.left.start), parted.base.end))
    return Filling(NAME, Kind.LEVEL, phrase.measure, phrase.subject, economy=phrase.economy)


def _share(context: Context) -> Filling | None:
    """The share: whose it is stands before 占, or in the figures before the amount of the whole."""
    whole = context.before[-1] if context.before else None
    if whole is None or whole.filling.construction != NAME or whole.figure.end != context.figure.start - 1:
        return None
    earlier = context.before[:-1]
    words = _words_of(context, earlier[-1:], whole.figure.start)
    parted = part_and_base(context.text, words, context.grammar)
    return None if parted is None else share_of_it(replace(context, before=earlier), parted)


def _words_of(context: Context, last: Sequence[Draft], end: int) -> Span:
    """The words of the clause before the whole, from the `last` figure on; a time in them is the whole's (占2024年总数)."""
    return Span(max([context.clause.start, *(draft.figure.end for draft in last)]), end)
