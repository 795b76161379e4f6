"""出口在全县外贸中的比重达三成: what weighs so much in a whole, told without 占."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span
from yanchao.statements.trimming import trim

ORDER = 29
NAME = "weighs-in"
FORMS = frozenset((Form.PERCENT, Form.TIMES, Form.RATIO))
EXAMPLES = (
    Example(
        "新材料产业产值在规上工业中的比重首次超过50%。",
        "超过50%",
        {"measure": "产值", "subject": "新材料产业", "base": "规上工业", "kind": "share"},
    ),
    Example(
        "“三新”产业增加值在生产总值中所占比重达20%。",
        "20%",
        {"measure": "增加值", "subject": "“三新”产业", "base": "生产总值", "kind": "share"},
    ),
    Example(
        "民营企业在全县高新技术企业中占比达九成。",
        "九成",
        {"measure": "占比", "subject": "民营企业", "base": "全县高新技术企业", "kind": "share"},
    ),
)

_WEIGHS = pattern(
    r"(?P<part>[^，。；、\d]{2,30}?)在(?P<base>[^，。；、\d]{2,18}?)(?:之中|当中|中|里)(?:的|所)?(?P<word>占比|占的?比[重例]|比[重例]|份额)$"
)


def match(context: Context) -> Filling | None:
    text, left = context.text, context.left
    if "在" not in context.left_words:
        return None
    start, end = trim(text, left.start, left.end, context.grammar)
    weighs = _WEIGHS.fullmatch(text, start, end)
    if weighs is None:
        return None
    base, word = Span(*weighs.span("base")), Span(*weighs.span("word"))
    phrase = context.phrase(Span(*weighs.span("part")))
    listed = context.grammar.measure_at_end(text, *weighs.span("part"))
    if not phrase.listed or phrase.measure is None or listed is None or listed[1].dimension == "count":
        part = phrase.measure or phrase.subject
        return Filling(NAME, Kind.SHARE, word, part, base, cue=word)
    return Filling(NAME, Kind.SHARE, phrase.measure, phrase.subject, base, economy=phrase.economy, cue=word)
