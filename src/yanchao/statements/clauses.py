"""Cutting folded text into titles, sentences and clauses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from yanchao.quick import pattern
from yanchao.statements.figures import Figure
from yanchao.statements.statement import Span

_TITLE = pattern(r"《[^《》]{2,80}》")
_SENTENCE_END = pattern(r"[。！？!?]+[”」』)]?")
_CLAUSE_END = pattern(
    r"[，；。！？!?]|(?<=持平)、|(?<![\d为是])[:：]|[:：](?!\d)|——|[(（](?P<inside>[^()（）]{0,200})[)）]?|[)）]"
)
"""甲价格持平、|乙价格上涨2%: what has not changed has no number. A colon between a number or 为 and a number parts nothing (4.1:41.2, 占比分别为：9%、8%)."""

_SHORT_BRACKET = 8
_OF_A_TIME = pattern(r"[年月季日]")
_TO_ITS_FIGURE = pattern(r"[为达是约近超]{0,2}|达到|超过|突破|约为|分别为")
_START = attrgetter("start")


def titles(text: str) -> tuple[Span, ...]:
    """The ranges of titles, with their marks 《》."""
    return tuple(Span(*match.span()) for match in _TITLE.finditer(text)) if "《" in text else ()


def sentences(text: str, cited: Sequence[Span] | None = None) -> tuple[Span, ...]:
    """The sentences of a text, without gaps; none ends inside a title. `cited` are `titles(text)`, where known."""
    cited = titles(text) if cited is None else cited
    found: list[Span] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if cited and _inside(cited, match.start()):
            continue
        found.append(Span(start, match.end()))
        start = match.end()
    if start < len(text):
        found.append(Span(start, len(text)))
    return tuple(found)


def clauses(
    text: str, sentence: Span, figures: Sequence[Figure], cited: Sequence[Span] | None = None
) -> tuple[Span, ...]:
    """The clauses of one sentence: between commas, semicolons and colons, and inside longer brackets.

    A bracket without a figure is part of its phrase where it is short (新品种(配套系)) or the phrase's own figure follows
    (保障系数(手持订单量与年均完工量之比)为5); a mark inside a figure (4.1:41.2,
    台(套)) or a title parts nothing. `figures` are those of the sentence, in order; `cited` are `titles(text)`,
    where known.
    """
    cited = titles(text) if cited is None else cited
    starts = [figure.quantity.start for figure in figures]
    cuts = [sentence.start]
    position = sentence.start
    while match := _CLAUSE_END.search(text, position, sentence.end):
        at = match.start()
        position = at + 1
        before = bisect_right(starts, at) - 1
        if (before >= 0 and at < figures[before].end) or (cited and _inside(cited, at)):
            continue
        inside = match["inside"]
        if inside is not None and (
            len(inside) <= _SHORT_BRACKET
            or _explains_its_measure(text, match, figures, bisect_right(starts, at))
        ):
            following = bisect_right(starts, at)
            if following == len(starts) or starts[following] >= match.end():
                position = match.end()
                continue
        width = 2 if match[0] == "——" else 1
        cuts.append(at + width)
        position = at + width
    cuts.append(sentence.end)
    return tuple(Span(a, b) for a, b in pairwise(cuts) if a < b)


def _explains_its_measure(
    text: str, bracket: re.Match[str], figures: Sequence[Figure], following: int
) -> bool:
    """保障系数(手持订单量与年均完工量之比)为5: whether a figure stands behind a bracket, with no more than a link between."""
    if following == len(figures) or _OF_A_TIME.search(bracket["inside"]):
        return False
    return _TO_ITS_FIGURE.fullmatch(text, bracket.end(), figures[following].quantity.start) is not None


def _inside(spans: Sequence[Span], offset: int) -> bool:
    """Whether an offset lies in one of the spans, which are in order and apart."""
    index = bisect_right(spans, offset, key=_START) - 1
    return index >= 0 and offset < spans[index].end
