"""What a share or rank is taken in, where its own construction names none: its market, its lead, the whole before 其中."""

from __future__ import annotations

from yanchao.quick import pattern, replace
from yanchao.statements.context import FAR, Context, Draft, Filling, near
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span

_LEAD_OPENS = pattern(
    r"在?(?P<base>(?<=在)(?![册建营校岗职线研产售])[^，。；：、\d]{2,14}?|在[册建营校岗职线研产售][^，。；：、\d]{2,12}?)(?:中|里|当中)，"
)
_SHARE = pattern(r"占(?:了|到|据)?(?:比|比重|比例)?(?:分别)?(?:为|达|达到|提高到|提升至|升至)?(?:约|近|超)?$")
_PART = pattern(r"其中")
_OF_A_MEASURE = range(2, 5)
"""How long the word for what is measured is that stands behind its universe (整机全球|出货量)."""

_FORMS = (Form.PERCENT, Form.TIMES, Form.RATIO, Form.RANK)


def with_base(filling: Filling, context: Context) -> Filling:
    """The filling with its base, where it is a share or rank without one and the words around it name it."""
    if filling.base is not None or filling.kind not in (Kind.SHARE, Kind.RANK):
        return filling
    if context.figure.form not in _FORMS:
        return filling
    market = _market(filling, context)
    if market is not None:
        return market
    if filling.kind is Kind.RANK or not _SHARE.search(context.text, context.left.start, context.left.end):
        return filling
    base = _lead(context) or _parted(context) or _known_whole(filling, context) or _universe(filling, context)
    return filling if base is None else replace(filling, base=base)


def _market(filling: Filling, context: Context) -> Filling | None:
    """国内市场占有率三成, 全球市场份额居第一, 公司在国内锅炉市场的份额为7%: the market is the base, and no part of the subject."""
    text = context.text
    last = context.before[-1] if context.before else None
    held = last is not None and last.figure.form is Form.STREAK and last.clause == context.clause
    start = context.clause.start if held else context.left.start  # 全球市场份额连续6年保持第一
    found = context.grammar.markets.search(text, start, context.left.end)
    if found is None:
        goes_on = filling.kind is Kind.RANK and last is not None and last.sentence == context.sentence
        if not goes_on or last is None or last.filling.measure != filling.measure:
            return None
        return replace(filling, base=last.filling.base) if last.filling.base is not None else None
    base = Span(*found.span("base"))
    subject, measure = filling.subject, filling.measure
    if subject is not None and subject.start < base.start < subject.end:
        end = base.start - 1 if text[base.start - 1] == "在" else base.start
        subject = Span(subject.start, end) if end > subject.start else None
    elif subject is not None and base.start <= subject.start < base.end:
        subject = None
        if measure is not None and base.start < measure.start <= base.end:
            measure = Span(base.start, measure.end)
    if filling.kind is Kind.RANK:
        base = Span(*found.span("universe"))
    return replace(filling, base=base, subject=subject, measure=measure)


def _lead(context: Context) -> Span | None:
    """在规上工业中，建材增加值占12%: the whole that the sentence opens with."""
    opening = _LEAD_OPENS.match(
        context.text, context.sentence.start, min(context.figure.start, context.sentence.start + FAR)
    )
    return Span(*opening.span("base")) if opening else None


def _parted(context: Context) -> Span | None:
    """总产值400亿元，其中省外120亿元，占比30%: the amount that 其中 takes apart."""
    text, levels = context.text, list(context.earlier_levels())
    here = _PART.search(text, near(context.clause.start, context.figure.start), context.figure.start)
    if here is not None:
        whole = next(iter(levels), None)
    elif len(levels) > 1 and _PART.search(
        text, near(levels[0].clause.start, levels[0].figure.start), levels[0].figure.start
    ):
        whole = _before_part(levels)
    else:
        return None
    return None if whole is None else _named(whole)


def _before_part(levels: list[Draft]) -> Draft | None:
    """The nearest amount before the part that counts in the same unit."""
    unit = levels[0].figure.quantity.unit
    return next((draft for draft in levels[1:] if draft.figure.quantity.unit == unit), None)


def _named(whole: Draft) -> Span | None:
    """The words for a whole: its measure, with the subject that touches it."""
    measure, subject = whole.filling.measure, whole.filling.subject
    if measure is None or subject is None or not 0 <= measure.start - subject.end <= 1:
        return measure
    return Span(subject.start, measure.end)


def _known_whole(filling: Filling, context: Context) -> Span | None:
    """财政收入14亿元，税收占比63%: the amount just before, where the packs know what is a part of it."""
    before = context.before[-1] if context.before else None
    if before is None or before.sentence != context.sentence or before.filling.kind is not Kind.LEVEL:
        return None
    whole = _named(before)
    if whole is None or filling.measure is None:
        return None
    words = context.text[whole.start : whole.end]
    part = context.text[context.left.start : context.left.end]
    known = context.grammar.parts_of
    return whole if any(one in part and of in words for one, of in known) else None


def _universe(filling: Filling, context: Context) -> Span | None:
    """整机全球出货量占六成: the universe that touches the measure."""
    if filling.measure is None:
        return None
    for match in context.grammar.universes.finditer(context.text, context.left.start, context.left.end):
        measured = filling.measure.end - match.end()
        if filling.measure.start in (match.start(), match.end()) or measured in _OF_A_MEASURE:
            return Span(*match.span())
    return None
