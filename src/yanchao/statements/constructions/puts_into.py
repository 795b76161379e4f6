"""公司每年将营收的8%投入研发: what part of an amount is put into what is named behind it."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.phrases import right_phrase, subject_phrase
from yanchao.statements.statement import Kind, Span

ORDER = 14
NAME = "puts-into"
FORMS = frozenset((Form.PERCENT, Form.TIMES))
EXAMPLES = (
    Example(
        "东屏电器每年将营收的8%投入研发。",
        "8%",
        {"measure": "研发", "subject": "东屏电器", "base": "营收", "kind": "share"},
    ),
    Example(
        "合作社把利润的两成用于修路。",
        "两成",
        {"measure": "修路", "subject": "合作社", "base": "利润", "kind": "share"},
    ),
    Example("每年拿出销售收入的6%以上用于技术改造。", "6%以上", {"measure": "技术改造", "base": "销售收入"}),
    Example("县里将财政支出的近八成投向民生领域。", "近八成", {"measure": "民生领域", "base": "财政支出"}),
)

_OF_WHAT = pattern(
    r"(?:(?P<who>[^，。；：]{0,24}?)(?:始终|坚持|一直|每年|每季度?|每月|还|都|均|又|并|已|连续多年|按规定|按照约定)*)(?:将|把|拿出|提取|抽出)(?:了)?"
    r"(?P<what>[^，。；：将把]{2,16}?)(?:中)?的(?:约|大约)?$"
)
_INTO = pattern(
    r"(?:左右)?，?(?:全部|都|持续|重点|主要|专门|再)?(?:投入|用于|用作|用在|投向|投到|提取为|计提为|列为|转为)(?:到|于|在|了)?"
)


def match(context: Context) -> Filling | None:
    text = context.text
    into = _INTO.match(text, context.figure.end, context.clause.end)
    of = None if into is None else _OF_WHAT.match(text, context.left.start, context.left.end)
    if into is None or of is None:
        return None
    named = right_phrase(text, into.end(), context.right.end, context.grammar)
    if named is None:
        return None
    who = subject_phrase(text, *of.span("who"), context.grammar) if of["who"] else None
    return Filling(NAME, Kind.SHARE, named, who, Span(*of.span("what")), cue=Span(*into.span()))
