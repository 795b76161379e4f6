"""Cutting folded text into sentences and clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from yanchao.statements.scan import Figure
from yanchao.statements.statement import Span

_SENTENCE_END = re.compile(r"[。！？!?]+[”」』)]?")
_CLAUSE_END = re.compile(r"[，；：:。！？!?]|——|[(（](?P<inside>[^()（）]*)[)）]?|[)）]")
_SHORT_BRACKET = 8


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, without gaps; a title inside 《》 is never cut."""
    found: list[Span] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _inside_title(text, start, match.start()):
            continue
        found.append(Span(start, match.end()))
        start = match.end()
    if start < len(text):
        found.append(Span(start, len(text)))
    return tuple(found)


def clauses(text: str, sentence: Span, figures: Sequence[Figure]) -> tuple[Span, ...]:
    """The clauses of one sentence: between commas, semicolons and colons, and inside longer brackets.

    A short bracket without a figure is part of its phrase (新品种(配套系)); a mark inside a figure (4.1:41.2,
    台(套)) or a title parts nothing.
    """
    inside_figure = {offset for figure in figures for offset in range(figure.start, figure.end)}
    cuts = [sentence.start]
    position = sentence.start
    while match := _CLAUSE_END.search(text, position, sentence.end):
        position = match.start() + 1
        if match.start() in inside_figure or _inside_title(text, sentence.start, match.start()):
            continue
        inside = match["inside"]
        if (
            inside is not None
            and len(inside) <= _SHORT_BRACKET
            and not any(offset in inside_figure for offset in range(match.start(), match.end()))
        ):
            position = match.end()
            continue
        width = 2 if match[0] == "——" else 1
        cuts.append(match.start() + width)
        position = match.start() + width
    cuts.append(sentence.end)
    return tuple(Span(a, b) for a, b in pairwise(cuts) if a < b)


def _inside_title(text: str, start: int, offset: int) -> bool:
    opening = text.rfind("《", start, offset)
    return opening != -1 and text.find("》", opening, offset) == -1 and text.find("》", offset) != -1
