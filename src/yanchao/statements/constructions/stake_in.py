"""持有某某期货44%股权: what part of a firm somebody holds, buys or sells."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.phrases import subject_phrase
from yanchao.statements.statement import Kind, Span
from yanchao.statements.trimming import trim

ORDER = 22
NAME = "stake-in"
FORMS = frozenset((Form.PERCENT,))
EXAMPLES = (
    Example(
        "北山矿业出资3亿元，持有明岳期货44%股权。",
        "44%",
        {"measure": "股权", "base": "明岳期货", "kind": "share"},
    ),
    Example(
        "北山矿业和南屿投资合计持有明岳期货46.1%的股份。",
        "46.1%",
        {"measure": "股份", "subject": "北山矿业和南屿投资", "base": "明岳期货"},
    ),
    Example(
        "今年6月北山水泥又收购东屏水泥100%的股权。",
        "100%",
        {"measure": "股权", "subject": "北山水泥", "base": "东屏水泥"},
    ),
    Example(
        "北山矿业持有明岳期货46.1%股权，明岳证券持有37.7%股权。",
        "37.7%",
        {"measure": "股权", "subject": "明岳证券", "base": "明岳期货"},
    ),
)

_STAKE = pattern(r"的?(?P<what>股权|股份|股本|表决权)")
_HOLDS = pattern(
    r"(?:(?:合计|共同|共|直接|间接|直接及间接|目前|仍|已|又|将|拟)*(?:持有|收购|受让|认购|转让|出售|增持|减持|取得|获得))(?:了)?"
    r"(?P<firm>[^，。；、的]{2,24}?)?(?:的)?$"
)


def match(context: Context) -> Filling | None:
    text = context.text
    what = _STAKE.match(text, context.right.start, context.right.end)
    holds = None if what is None else _HOLDS.search(text, context.left.start, context.left.end)
    if what is None or holds is None:
        return None
    start, end = trim(text, context.left.start, holds.start(), context.grammar)
    who = subject_phrase(text, start, end, context.grammar) if start < end else None
    firm = Span(*holds.span("firm")) if holds["firm"] else _firm_before(context)
    return Filling(
        NAME, Kind.SHARE, Span(*what.span("what")), who, firm, cue=Span(*holds.span())
    )  # fmt: skip


def _firm_before(context: Context) -> Span | None:
    """甲持有某某期货46%股权，乙持有37%股权: of the firm that the stake before is in."""
    before = context.before[-1] if context.before else None
    if before is None or before.filling.construction != NAME or before.sentence != context.sentence:
        return None
    return before.filling.base
