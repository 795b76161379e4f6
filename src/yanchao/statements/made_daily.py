"""生产水泥9000万吨，日均产量50万吨: so much of a day is of the product that has just been told."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.quick import pattern, replace
from yanchao.statements.context import Draft
from yanchao.statements.grammar import Grammar
from yanchao.statements.own_subjects import OUR_PLACE
from yanchao.statements.statement import Kind, Span

_A_DAY = pattern(
    r"(?:累计|平均)?(?:平均)?每?[日月旬周]均?(?:产销|产|销|生产|销售|加工|消费|开采|发运|外运|出口|进口|处理|采购)(?:量|额)?"
)
_MADE = pattern(
    r"(?:累计|共|已)*(?:生产|加工|开采|冶炼|销售|出口|进口|外运|发运|收购|消费|处理|采购|产出|产销)(?P<what>(?!总|[量额值线厂]|企业|基地|设备|能力|车间|单位|项目|公司|合作社|大户|许可)[\u4e00-\u9fffA-Za-z]{1,10})$"
)


def as_made_daily(draft: Draft, opened: Sequence[Draft], text: str, grammar: Grammar) -> Draft:
    """A figure of so much a day as that of whoever makes the product before it, or of the product where no one but a place does.

    `opened` are the earlier figures of the sentence.
    """
    measure = draft.filling.measure
    if draft.filling.subject is not None or measure is None:
        return draft
    if _A_DAY.fullmatch(text, measure.start, measure.end) is None:
        return draft
    made = next((one for one in reversed(opened) if _is_of_what_is_made(one, measure)), None)
    told = None if made is None else made.filling.measure
    if made is None or told is None or "；" in text[made.figure.end : measure.start]:
        return draft
    product = _MADE.search(text, told.start, told.end)
    whose = made.filling.subject
    if product is None:
        return draft
    by_place = whose is None or _is_place(text, whose, grammar)
    subject = Span(*product.span("what")) if by_place else whose
    return replace(draft, filling=replace(draft.filling, subject=subject))


_OUR_PLACE = pattern(OUR_PLACE)


def _is_place(text: str, whose: Span, grammar: Grammar) -> bool:
    named = text[whose.start : whose.end]
    return named in grammar.places or _OUR_PLACE.fullmatch(named) is not None


def _is_of_what_is_made(one: Draft, measure: Span) -> bool:
    told = one.filling.measure
    return (
        one.filling.kind is Kind.LEVEL and told is not None and told.end <= one.figure.start < measure.start
    )
