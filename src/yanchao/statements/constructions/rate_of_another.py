"""增速高于全省同期的2%: the rate of another that the rate before is held against."""

from __future__ import annotations

from yanchao.quick import pattern, replace
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Draft, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span

ORDER = 19
NAME = "rate-of-another"
FORMS = frozenset((Form.PERCENT,))
EXAMPLES = (
    Example(
        "鹿港市GDP同比增长3%，增速高于南屿市同期的2%。",
        "2%",
        {"measure": "GDP", "subject": "南屿市", "kind": "growth", "value": 0.02},
    ),
    Example(
        "鹿港市GDP同比增长3%，增速高于南屿市同期的2%，也高于西岭市的1.5%。",
        "1.5%",
        {"measure": "GDP", "subject": "西岭市", "kind": "growth"},
    ),
    Example("鹿港市失业率4%，低于西岭市的5%。", "5%", {"kind": "share"}),
)

_HELD = pattern(
    r"[，、]?(?:(?:这一)?(?:增速|增幅|涨幅))?(?:也|均|都|更|分别)?(?:[高低快慢]于|超过)(?P<who>[^，。；、\d]{2,12}?)(?:同期|今年以来)?的?(?:增速|增幅)?的$"
)


def match(context: Context) -> Filling | None:
    held = _HELD.fullmatch(context.text, context.left.start, context.left.end)
    before = None if held is None else _rate_before(context)
    if held is None or before is None:
        return None
    return replace(
        before.filling, construction=NAME, kind=Kind.GROWTH, subject=Span(*held.span("who")), negative=False,
        economy=False, base=None, cue=Span(*held.span()),
    )  # fmt: skip


def _rate_before(context: Context) -> Draft | None:
    """The growth that the sentence has told last."""
    return next((draft for draft in context.earlier() if draft.filling.kind is Kind.GROWTH), None)
