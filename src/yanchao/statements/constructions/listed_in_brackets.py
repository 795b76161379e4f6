"""产值较大的县有东屏县(9亿元)、西岭县(8亿元): what each of a list has of the measure that leads to it stands in brackets behind its name."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling, near
from yanchao.statements.figures import Form
from yanchao.statements.grammar import UNLISTED
from yanchao.statements.statement import Kind, Span

ORDER = 22
NAME = "listed-in-brackets"
FORMS = frozenset((Form.AMOUNT, Form.COUNT, Form.PERCENT))
EXAMPLES = (
    Example(
        "工业增加值总量较大的县主要有东屏县（9亿元）、西岭县（8亿元）和北山县（3亿元）。",
        "9亿元",
        {"measure": "工业增加值", "subject": "东屏县", "kind": "level"},
    ),
    Example(
        "工业增加值总量较大的县主要有东屏县（9亿元）、西岭县（8亿元）和北山县（3亿元）。",
        "3亿元",
        {"measure": "工业增加值", "subject": "北山县", "kind": "level"},
    ),
    Example(
        "出口额居前的县依次是东屏县（9亿元）、西岭县（8亿元）。",
        "8亿元",
        {"measure": "出口额", "subject": "西岭县"},
    ),
)

_LEADS = pattern(
    r"(?P<what>[^，。；：、的（()\d]{2,16}?)(?:总量|规模|总额)?(?:较大|较高|较多|较快|居前|靠前|领先|最大|最高|最多|排名?(?:全[国省市])?前[列\d一二三四五六七八九十][位名]?|位?居(?:全[国省市])?前[列\d一二三四五六七八九十][位名]?)的?"
    r"[^，。；：、（()\d]{0,8}?(?:主要|分别|依次|包括)*(?:有|为|是|包括)"
)
_MEMBER = pattern(r"(?:[、，和及与]|以及)?(?P<who>[\u4e00-\u9fffA-Za-z]{2,14})[(（]$")


def match(context: Context) -> Filling | None:
    text, figure = context.text, context.figure
    if text[figure.start - 1 : figure.start] not in "(（" or not text.startswith((")", "）"), figure.end):
        return None
    kind = Kind.SHARE if figure.form is Form.PERCENT else Kind.LEVEL
    before = context.before[-1] if context.before else None
    if before is not None and before.filling.construction == NAME and before.sentence == context.sentence:
        member = _MEMBER.fullmatch(text, before.figure.end + 1, figure.start)
        return (
            None if member is None else Filling(NAME, kind, before.filling.measure, Span(*member.span("who")))
        )
    floor = near(context.sentence.start, figure.start)
    start = max(floor, 1 + max(text.rfind(mark, floor, figure.start) for mark in "，；：。"))
    leads = _LEADS.match(text, start, figure.start)
    member = None if leads is None else _MEMBER.fullmatch(text, leads.end(), figure.start)
    if leads is None or member is None:
        return None
    listed = context.grammar.measure_at_end(text, *leads.span("what"))
    if listed is None or listed[1] is UNLISTED:
        return None
    return Filling(NAME, kind, Span(listed[0], leads.end("what")), Span(*member.span("who")))
