"""主要产品产量中，水泥80万吨，增长2%；…: a lead says what is measured, each figure behind it of what."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span

ORDER = 24
NAME = "under-lead"
FORMS = frozenset((Form.PERCENT, Form.AMOUNT, Form.COUNT))
EXAMPLES = (
    Example(
        "主要产品产量中，水泥820万吨，增长2%；化学纤维6.1万吨，下降3%。",
        "6.1万吨",
        {"measure": "产量", "subject": "化学纤维"},
    ),
    Example(
        "主要产品产量中，水泥820万吨，增长2%；化学纤维6.1万吨，下降3%。",
        "3%",
        {"measure": "产量", "subject": "化学纤维", "kind": "growth", "value": -0.03},
    ),
    Example(
        "从主要农产品产量看，油菜籽4.2万吨，柑橘11万吨。", "11万吨", {"measure": "产量", "subject": "柑橘"}
    ),
    Example(
        "从主要工业产品产量看，精制茶增长24%，粗钢下降1.4%。",
        "1.4%",
        {"measure": "产量", "subject": "粗钢", "kind": "growth", "value": -0.014},
    ),
    Example(
        "全年主要工业产品产量：空调40万台，发酵酒精0.7万千升。",
        "40万台",
        {"measure": "产量", "subject": "空调"},
    ),
    Example("主要商品出口额中，服装3.4亿元，玩具2亿元。", "2亿元", {"measure": "出口额", "subject": "玩具"}),
)

_LONGEST_LEAD = 30
_SPEAKS_OF_MANY = pattern(r"主要|重点|大宗|分")
_LATEST = 12
_OPENS = pattern(
    r"[^，。；：\d]{0,10}?(?P<things>(?:主要|重点|大宗|分)[^，。；：:\d]{2,14}?)(?:(?:中|方面|来?看)[，：:]|[：:])"
)


def match(context: Context) -> Filling | None:
    grows = context.figure.form is Form.PERCENT
    verb = context.grammar.trailing_growth.search(context.left_words) if grows else None
    if grows and verb is None:
        return None
    lead = _lead(context)
    if lead is None:
        return None
    end = context.left.end if verb is None else context.left.start + verb.start()
    phrase = context.phrase(Span(context.left.start, end))
    if phrase.listed or phrase.subject is not None or phrase.measure is None:
        return None
    if verb is None:
        return Filling(NAME, Kind.LEVEL, lead, phrase.measure)
    negative = verb["verb"] in context.grammar.growth_down
    return Filling(NAME, Kind.GROWTH, lead, phrase.measure, negative=negative)


def _lead(context: Context) -> Span | None:
    """The measure that the sentence's first words name for all that it lists."""
    text, sentence = context.text, context.sentence
    if _SPEAKS_OF_MANY.search(text, sentence.start, sentence.start + _LATEST) is None:
        return None
    stop = min(sentence.start + _LONGEST_LEAD, context.figure.start)
    opening = _OPENS.match(text, sentence.start, stop)
    if opening is None:
        return None
    listed = context.grammar.measure_at_end(text, opening.start("things"), opening.end("things"))
    return Span(listed[0], opening.end("things")) if listed is not None else None
