"""甲银行营收增速2%，乙银行1%: the same rate of another, who alone is named before it."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Draft, Filling
from yanchao.statements.figures import Form
from yanchao.statements.passages import MASK
from yanchao.statements.statement import Kind, Span

ORDER = 22
NAME = "rates-of-others"
FORMS = frozenset((Form.PERCENT,))
EXAMPLES = (
    Example(
        "东屏银行营收同比增速2.15%，西岭银行1.57%。",
        "1.57%",
        {"measure": "营收", "subject": "西岭银行", "kind": "growth"},
    ),
    Example(
        "温州出口增速9%，宁波8%，杭州7%。", "7%", {"measure": "出口", "subject": "杭州", "kind": "growth"}
    ),
    Example(
        "采矿业不良贷款率2.7%，建筑业2.4%。",
        "2.4%",
        {"measure": "不良贷款率", "subject": "建筑业", "kind": "share"},
    ),
)

_NAMED = pattern(
    r"[，、；](?:其次是?|而|则)?(?P<who>(?:(?![占据达增降升较比占超])[\u4e00-\u9fffA-Za-z]){2,12}?)(?:则?[为是达])?"
)
_IS_ONE = pattern(r"(?:业|行|市|省|县|区|州|集团|公司|股份|产品|品牌|类|地区|企业)$")
_TELLS = pattern(r"(?:增速|增幅|涨幅|降幅|跌幅|增长率|率|占比|比重|份额)(?:仅|均|分别|约)?(?:为|是|达到?)?$")


def match(context: Context) -> Filling | None:
    before = context.before[-1] if context.before else None
    if before is None or before.sentence != context.sentence or before.figure.form is not Form.PERCENT:
        return None
    filling, text = before.filling, context.text
    if filling.measure is None or filling.subject is None or filling.kind not in (Kind.GROWTH, Kind.SHARE):
        return None
    named = _NAMED.fullmatch(text, before.figure.end, context.figure.start)
    if named is None or not (filling.construction == NAME or _tells_its_rate(before, text)):
        return None
    who = Span(*named.span("who"))
    if not _is_somebody(who, context):
        return None
    return Filling(
        NAME, filling.kind, filling.measure, who, filling.base, negative=filling.negative,
        qualifiers=filling.qualifiers,
    )  # fmt: skip


def _tells_its_rate(before: Draft, text: str) -> bool:
    """营收增速|2%: whether the word for a rate stands right before the figure, so that others need but their names."""
    return _TELLS.search(text, before.clause.start, before.figure.start) is not None


def _is_somebody(who: Span, context: Context) -> bool:
    words = context.text[who.start : who.end]
    return MASK in words or words in context.grammar.places or _IS_ONE.search(words) is not None
