"""东屏、北山分别以12%、9%的份额排名第二、第三: each one's share, and the rank that it gives."""

from __future__ import annotations

from yanchao.quick import pattern, replace
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.members import split_list
from yanchao.statements.statement import Kind, Span
from yanchao.statements.trimming import trim

ORDER = 8
NAME = "ranked-by-share"
FORMS = frozenset((Form.PERCENT, Form.TIMES, Form.AMOUNT, Form.COUNT, Form.RANK))
_SENTENCE = "东屏电器、北山电器分别以12%、9%的市场份额排名第二、第三。"
EXAMPLES = (
    Example(_SENTENCE, "12%", {"measure": "市场份额", "subject": "东屏电器", "kind": "share"}),
    Example(_SENTENCE, "9%", {"measure": "市场份额", "subject": "北山电器", "kind": "share"}),
    Example(_SENTENCE, "第二", {"measure": "市场份额", "subject": "东屏电器", "kind": "rank"}),
    Example(_SENTENCE, "第三", {"measure": "市场份额", "subject": "北山电器", "kind": "rank"}),
    Example(
        "东屏县和北山县分别以9亿元、8亿元的出口额位列第一、第二。",
        "8亿元",
        {"measure": "出口额", "subject": "北山县", "kind": "level"},
    ),
)

_EACH_WITH = pattern(r"(?P<who>[^，。；：]{3,40}?)(?:则)?(?:分别|各)(?:以|凭借?)$")
_OF_WHAT = pattern(
    r"的(?P<what>[\u4e00-\u9fff]{2,10}?)(?:在[^，。；]{2,12})?(?:分别)?(?:排名?|位[居列]|[居列]|名列|排在)(?:[\u4e00-\u9fff]{2,8}(?=第))?$"
)
_SHARES = pattern(r"份额|占有率|占比|比重|率$")


def match(context: Context) -> Filling | None:
    return _rank(context) if context.figure.form is Form.RANK else _share(context)


def _share(context: Context) -> Filling | None:
    text, run = context.text, context.run
    if len(run) < 2:
        return None
    named = _EACH_WITH.search(text, context.run_left.start, context.run_left.end)
    if named is None:
        return None
    what = _OF_WHAT.match(text, context.run_right.start, context.run_right.end)
    if what is None:
        return None
    who = Span(*trim(text, *named.span("who"), context.grammar))
    members = split_list(text, who, len(run))
    if not members:
        return None
    of_share = _SHARES.search(what["what"]) is not None
    kind = Kind.SHARE if of_share or context.figure.form is not Form.AMOUNT else Kind.LEVEL
    return Filling(NAME, kind, Span(*what.span("what")), members[context.index])


def _rank(context: Context) -> Filling | None:
    told = [
        one
        for one in context.before[-8:]
        if one.filling.construction == NAME and one.clause == context.clause
    ]
    told = [one for one in told if one.filling.kind is not Kind.RANK]
    if len(told) != len(context.run):
        return None
    return replace(told[context.index].filling, kind=Kind.RANK, base=None)
