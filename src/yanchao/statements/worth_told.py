"""其中缝纫机出口9万台，出口额3亿元: what the same goods are worth that a number before was of."""

from __future__ import annotations

from yanchao.quick import pattern, replace
from yanchao.statements.context import MONEY, Context, Filling
from yanchao.statements.statement import Kind

_WORTH = pattern(r"(?:出口|进口|销售|贸易|采购)(?:额|值|金额|货值|总额|总值)|货值|价值")
_TRADED = pattern(r"(?:出口|进口|销售|采购|销)量?$")


def with_goods_before(filling: Filling, context: Context) -> Filling:
    """The filling as of the goods of the figure just before, where it says but what so many of them are worth."""
    measure, text = filling.measure, context.text
    if filling.subject is not None or measure is None or filling.kind is not Kind.LEVEL or not context.before:
        return filling
    if (
        context.figure.quantity.unit not in MONEY
        or _WORTH.fullmatch(text, measure.start, measure.end) is None
    ):
        return filling
    before = context.before[-1]
    told = before.filling
    near = before.sentence == context.sentence and measure.start - before.figure.end <= _NEAR
    if not near or told.measure is None or told.subject is None or before.figure.quantity.unit in MONEY:
        return filling
    if _TRADED.search(text, told.measure.start, told.measure.end) is None or told.kind is not Kind.LEVEL:
        return filling
    return replace(filling, subject=told.subject, economy=False)


_NEAR = 4
"""How many characters at most stand between a number of goods and what is said of their worth (，总)."""
