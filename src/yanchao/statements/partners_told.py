"""对东盟出口9亿元，增长3%。对非洲增长5%: with whom trade grows, where the clause says no more of what grows."""

from __future__ import annotations

from yanchao.quick import pattern, replace
from yanchao.statements.context import Context, Filling
from yanchao.statements.statement import Kind, Span

_WITH = pattern(r"(?:其中)?，?(?P<link>[对自向与同从])?(?P<who>[^，。；、的\d]{2,14})")
_TRADE = pattern(r"(?:进出口|出口|进口|贸易|销售|出货)(?:额|量|值|总额|总值|总量)?$")
_FAR = 8
"""How many figures back the trade may have been measured that a partner alone says more of."""


def with_partners_trade(filling: Filling, context: Context) -> Filling:
    """The filling with the trade told before as its measure, where its own words name but a partner."""
    measure, text = filling.measure, context.text
    if (
        measure is None
        or filling.kind not in (Kind.GROWTH, Kind.LEVEL)
        or filling.construction == "counted-after"
    ):
        return filling
    named = _WITH.fullmatch(text, measure.start, measure.end)
    if named is None or not (named["link"] or _in_a_list_of_partners(context, measure)):
        return filling
    grammar, at = context.grammar, named.start("who")
    known = grammar.abroad.match(text, at) or grammar.cross_province.match(text, at) or _BELT.match(text, at)
    if known is None or known.end() < named.end("who") - 4:
        return filling
    for draft in reversed(context.before[-_FAR:]):
        told = draft.filling.measure
        if told is not None and _TRADE.search(text, told.start, told.end) is not None:
            return replace(filling, measure=told, subject=measure, economy=False)
    return filling


_BELT = pattern(r"(?:共建|沿线)?“?一带一路|RCEP|金砖|上合|新兴市场|其他")
_LISTED = pattern(r"[对自向][^，。；\d]{2,24}[、和与及]$")


def _in_a_list_of_partners(context: Context, measure: Span) -> bool:
    """对非洲、|中东分别增长: whether a partner stands in a list that opens with the word for it."""
    start = max(context.clause.start, measure.start - 30)
    return _LISTED.search(context.text, start, measure.start) is not None
