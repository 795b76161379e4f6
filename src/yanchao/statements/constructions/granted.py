"""按设备投资额的15%给予补助，最高不超过1000万元: what a measure grants, as a part of what somebody spends, and its ceiling."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import MONEY, Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.phrases import right_phrase, subject_phrase
from yanchao.statements.statement import Kind, Span

ORDER = 27
NAME = "granted"
FORMS = frozenset((Form.PERCENT, Form.AMOUNT))
EXAMPLES = (
    Example(
        "对技术改造项目，按设备投资额的15%给予补助，最高不超过1000万元。",
        "15%",
        {"measure": "补助", "subject": "技术改造项目", "base": "设备投资额", "kind": "share"},
    ),
    Example(
        "对技术改造项目，按设备投资额的15%给予补助，最高不超过1000万元。",
        "不超过1000万元",
        {"measure": "补助", "kind": "level", "comparator": "<="},
    ),
    Example(
        "对参展企业，按照展位费50%的标准、最高10万元给予支持。",
        "50%",
        {"measure": "支持", "base": "展位费", "kind": "share"},
    ),
    Example(
        "对参展企业，按照展位费50%的标准、最高10万元给予支持。",
        "10万元",
        {"measure": "支持", "kind": "level"},
    ),
    Example("县政府决定按30%的比例给予财政补贴。", "30%", {"measure": "财政补贴", "kind": "share"}),
    Example("对企业贷款给予年化2%的贴息。", "2%", {"measure": "贴息", "kind": "share"}),
    Example("对升规企业给予最高20万元奖励。", "20万元", {"measure": "奖励", "kind": "level"}),
    Example(
        "首台套装备按销售价格的30%奖励，单个企业不超过300万元。",
        "不超过300万元",
        {"measure": "奖励", "subject": "单个企业"},
    ),
    Example("贷款贴息按实际支付利息的30%发放。", "30%", {"base": "实际支付利息", "kind": "share"}),
)

_BY = pattern(
    r"按照?(?:其|该|当年|上?年度|每年)?(?P<base>[^，。；、按\d]{2,20}?)的?(?:最高|总额的|至多|一定比例)*$"
)
_GIVES = pattern(
    r"(?:给予|予以)(?:每[^，。；、\d]{1,6}|单个[^，。；、\d]{1,6})?(?:一次性|年化|年利率|最高|不低于|总额)*$"
)
_CEILING = pattern(
    r"(?:的?(?:标准|比例|额度)|以内)?[，、；]?(?P<whom>(?:单[个家台项]|每[个家台项户人]|同一)[^，。；、\d]{0,10}?)?"
    r"(?:当年|年度|每年|累计|合计|总额|金额|额度|资金|的)*(?:最高|最多|上限为?|可达|可获|可享受)*$"
)


_GIVEN = pattern(r"(?:的?(?:标准|额度)|以内|左右)?(?:给予|予以)")
_WHOM = pattern(r"对(?P<whom>[^，。；、：\d]{2,24}?)(?:按|给予|予以|，)")


_AT_THAT_RATE = pattern(
    r"的(?:比例|标准|额度)(?:[^，。；\d]{0,6}?)(?:给予|予以|补助|补贴|奖补|奖励|发放|兑现)"
)


def match(context: Context) -> Filling | None:
    """The word for what is granted stands behind the figure, or in the clauses that it stands among."""
    text, left, right = context.text, context.left, context.right
    is_money = context.figure.quantity.unit in MONEY
    if not is_money and (by := _BY.search(text, left.start, left.end)):
        granted = _support(context, right.start, context.sentence.end) or _support(
            context, context.sentence.start, by.start()
        )
        return _filling(context, Kind.SHARE, granted, Span(*by.span("base")))
    by_itself = not is_money and text.endswith(("按", "按照"), left.start, left.end)
    if by_itself and _AT_THAT_RATE.match(text, right.start):
        return _filling(context, Kind.SHARE, _granted_behind(context))  # 按30%的比例给予补贴
    kind = Kind.LEVEL if is_money else Kind.SHARE
    ceiling = _CEILING.fullmatch(text, left.start, left.end) if is_money else None
    if _GIVES.search(text, left.start, left.end) or (ceiling and _GIVEN.match(text, right.start, right.end)):
        named = right_phrase(text, right.start, right.end, context.grammar)
        granted = _support(context, right.start, right.end)
        is_one = named is not None and granted is not None and named.end == granted.end
        return _filling(context, kind, named if is_one else granted)
    before = context.same_sentence()
    if ceiling is None or before is None or before.filling.construction != NAME:
        return None
    own = _support(context, left.start, left.end)
    whom = Span(*ceiling.span("whom")) if ceiling["whom"] and own is None else before.filling.subject
    granted = own or before.filling.measure
    return Filling(NAME, kind, granted, whom, economy=whom is None, cue=granted)


def _filling(context: Context, kind: Kind, granted: Span | None, base: Span | None = None) -> Filling | None:
    """What is granted to those whom the sentence opens with (对技改项目，按…); None where no word says what."""
    if granted is None:
        return None
    text, end = context.text, context.figure.start
    opened = tuple(_WHOM.finditer(text, context.sentence.start, end))
    whom = subject_phrase(text, *opened[-1].span("whom"), context.grammar) if opened else None
    is_part = kind is Kind.SHARE
    return Filling(NAME, kind, granted, whom, base, economy=is_part and whom is None, cue=granted)


def _granted_behind(context: Context) -> Span | None:
    """给予|财政补贴: the whole name of what is granted, where its verb stands before it."""
    gives = _GIVES_IT.search(context.text, context.right.start, context.right.end)
    start = context.right.start if gives is None else gives.end()
    support = _support(context, start, context.right.end)
    return None if support is None else Span(start if gives is not None else support.start, support.end)


_GIVES_IT = pattern(r"(?:给予|予以)(?=[\u4e00-\u9fff]{2,8}?(?:[，。；]|$))")


def _support(context: Context, start: int, end: int) -> Span | None:
    """The first word for support in a stretch of the text."""
    found = context.grammar.support.search(context.text, start, end)
    return None if found is None else Span(*found.span())
