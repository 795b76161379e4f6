"""连续8年居全国第一: a position in an order, and for how long it has been held."""

from __future__ import annotations

import re

from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.phrases import having_verb, left_phrase
from yanchao.statements.scan import Form
from yanchao.statements.statement import Kind, Span

ORDER = 20
NAME = "standing"
EXAMPLES = (
    Example(
        "全县柑橘产量连续6年居全省第一。",
        "全省第一",
        {"measure": "产量", "base": "全省", "kind": "rank", "value": 1},
    ),
    Example("全县柑橘产量连续6年居全省第一。", "连续6年", {"measure": "产量", "kind": "streak", "value": 6}),
    Example("作为全国陶瓷生产第一大县，该县名声在外。", "第一", {"measure": "陶瓷生产", "base": "全国"}),
    Example(
        "口岸、码头、仓库数量均位居全国第三位。",
        "全国第三位",
        {"measure": "口岸、码头、仓库数量", "value": 3},
    ),
)

_OPENING = re.compile(r"^(?:作为|成为|是|系|为|其|也|且|并|已|更|，|、)+")
_TIME = re.compile(r"(?:连续|多年|常年|长期|历年|始终|一直|连续多年|综合|总体|再次|首次|已|也|均|都|还|蝉)+$")


def match(context: Context) -> Filling | None:
    form = context.figure.form
    if form not in (Form.RANK, Form.STREAK):
        return None
    text, grammar = context.text, context.grammar
    words = context.left_words
    length = len(words)
    while length:
        trimmed = words[:length].rstrip("，、 ")
        if verb := grammar.rank_verbs.search(trimmed):
            trimmed = trimmed[: verb.start()]
        if time := _TIME.search(trimmed):
            trimmed = trimmed[: time.start()]
        if len(trimmed) == length:
            break
        length = len(trimmed)
    opening = _OPENING.match(words)
    start = context.left.start + (opening.end() if opening and opening.end() <= length else 0)
    end = context.left.start + length
    base = context.figure.universe
    if base is None and form is Form.RANK:
        universes = tuple(grammar.universes.finditer(text, start, context.figure.start))
        if universes:
            base = Span(*universes[-1].span())
            if base.start <= start + 1:
                start = base.end
            elif base.end >= end - 1:
                end = base.start
                if text.endswith("在", start, end):
                    end -= 1
    phrase = context.phrase(Span(start, max(start, end)))
    measure, subject, economy = phrase.measure, phrase.subject, phrase.economy or not phrase.listed
    if measure is not None and not phrase.listed and subject is None and "、" in text[start:end]:
        measure = Span(*_trimmed(text, start, end))
    if measure is None and context.before and context.before[-1].figure.end == context.figure.start:
        # 钢琴、吉他产量等6项全省第一: the list before the count is what ranks first
        counted = context.before[-1]
        listed = left_phrase(text, context.clause.start, counted.figure.start, grammar)
        whole = having_verb(text, context.clause.start, counted.figure.start, grammar)
        measure = Span(whole.end, counted.figure.start) if whole else listed.measure
        if measure and text.endswith("等", measure.start, measure.end):
            measure = Span(measure.start, measure.end - 1)
        subject, economy = counted.filling.subject, True
    elif measure is None and context.before:
        before = context.before[-1].filling
        measure, economy = before.measure, before.economy
        subject = subject or before.subject
    kind = Kind.RANK if form is Form.RANK else Kind.STREAK
    if kind is Kind.STREAK and measure is None and context.right_words.strip("，。；、"):
        # 连续5年未发生重大事故: what has gone on for so long stands after it
        words = context.right_words.rstrip("，。；、")
        return Filling(
            NAME, kind, Span(context.right.start, context.right.start + len(words)), subject, economy=True
        )
    return Filling(NAME, kind, measure, subject, base if kind is Kind.RANK else None, economy=economy)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in "，、。":
        start += 1
    return start, end
