"""Taking a stretch of text before or after a quantity apart: whose figure it is, and what is measured."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yanchao.statements.grammar import Grammar
from yanchao.statements.statement import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a noun phrase says. `measure` is None where only a subject or nothing stands there.

    `listed` is True where the packs know the measure; `economy` where it means a whole place's figure by itself.
    """

    subject: Span | None
    measure: Span | None
    listed: bool = False
    economy: bool = False

    @property
    def empty(self) -> bool:
        return self.subject is None and self.measure is None


EMPTY = Phrase(None, None)

_OWN = r"(?:全国|全省|我省|全市|我市|全区|我区|全州|本省|本市|该省|省内|市内|全县|省|市|全社会)"
_PAREN = re.compile(r"\([^()]{0,20}\)$")
_EDGE = "、，。；：:“”\"'‘’()《》—- 的和与及在以"
_TAIL_OF_RIGHT = re.compile(
    r"[，。；：、！？(（)）《》]|(?:以及|并且|并|且|入选|进入|达到|达|实现|完成|开工|建成|投产|投用|通过|获批|获得|获|落地|落户|签约|上市|上线|纳入|列入|居|位居|超过|超|突破|占|增长|下降|分别|共|总投资|年产|正在|均|已|顺利|加快|成功|由|让|为|与|和)"
)


def left_phrase(text: str, start: int, end: int, grammar: Grammar) -> Phrase:
    """Subject and measure of the words `text[start:end]` that lead up to a quantity.

    Links and adverbs before the quantity (达, 已, 分别为) and before the phrase (其中, 同时) fall away; after a
    verb of having or making (拥有, 建成) the thing counted follows; a listed measure closes the phrase; 的
    parts subject from measure where no measure is listed.
    """
    start, end = trim(text, start, end, grammar)
    if start >= end:
        return EMPTY
    subject: Span | None = None
    verb = _having(text, start, end, grammar)
    if verb is not None:
        if verb.start > start:
            subject = _subject(text, start, verb.start, grammar)
        start, end = trim(text, verb.end, end, grammar)
        if start >= end:
            return Phrase(subject, None)
    inner = _measure(text, start, end, grammar)
    return inner if inner.subject is not None else Phrase(subject, inner.measure, inner.listed, inner.economy)


def right_phrase(text: str, start: int, end: int) -> Span | None:
    """The thing counted in the words after a quantity (8个|万亿级集群), or None where none follows."""
    if text.startswith("的", start):
        start += 1
    match = _TAIL_OF_RIGHT.search(text, start, end)
    stop = match.start() if match else end
    while match and match.start() == start and match[0] in ("与", "和", "共", "达", "由", "为"):
        return None
    if stop - start < 2 and text[start:stop] not in ("人", "县", "镇", "村", "市", "国", "园", "岛"):
        return None
    return Span(start, stop)


def trim(text: str, start: int, end: int, grammar: Grammar) -> tuple[int, int]:
    """Without what says nothing at either edge: links, adverbs, list marks, opening quotes."""
    piece = text[start:end]
    changed = True
    while changed and piece:
        before = piece
        piece = piece.rstrip("、，。；：:（( —-")
        if match := grammar.trailing_links.search(piece):
            listed = grammar.measure_at_end(piece, 0, len(piece))
            if listed is None or listed[0] >= match.start():
                piece = piece[: match.start()] if not listed or listed[0] > match.start() else piece
        changed = piece != before
    end = start + len(piece)
    if match := grammar.leading_skips.match(piece):
        start += match.end()
    return min(start, end), end


def split_list(text: str, span: Span) -> tuple[Span, ...]:
    """The members of a list `A、B和C`, by its marks; a mark inside brackets or quotes parts nothing."""
    members: list[Span] = []
    depth, first, position = 0, span.start, span.start
    while position < span.end:
        character = text[position]
        if character in "(“《「":
            depth += 1
        elif character in ")”》」":
            depth -= 1
        width = 0
        if depth == 0:
            if character in "、和与及":
                width = 1
            if text.startswith("以及", position):
                width = 2
        if width and first < position:
            members.append(Span(first, position))
            first = position + width
        elif width:
            first = position + width
        position += max(width, 1)
    if first < span.end:
        members.append(Span(first, span.end))
    return tuple(members)


def _having(text: str, start: int, end: int, grammar: Grammar) -> Span | None:
    """The verb after which the thing counted follows, or None."""
    listed = grammar.measure_at_end(text, start, end)
    limit = listed[0] if listed else end
    last: Span | None = None
    for match in grammar.have_anywhere.finditer(text, start, end):
        if match.end() <= limit and match.end() < end:
            last = Span(*match.span())
    if last is not None:
        return last
    opening = grammar.have_at_start.match(text, start, end)
    if opening and opening.end() < end and opening.end() <= limit:
        return Span(*opening.span())
    after_region = re.compile(rf"{_OWN}(?:已|共|累计|新)*").match(text, start, end)
    if after_region:
        opening = grammar.have_at_start.match(text, after_region.end(), end)
        if opening and opening.end() < end and opening.end() <= limit:
            return Span(*opening.span())
    return None


def _measure(text: str, start: int, end: int, grammar: Grammar) -> Phrase:
    tail = end
    if bracket := _PAREN.search(text[start:end]):
        tail = start + bracket.start()
    listed = grammar.measure_at_end(text, start, tail)
    if listed is not None:
        first, measure = listed
        subject = _subject(text, start, first, grammar)
        return Phrase(subject, Span(first, end), True, measure.scope == "economy")
    own = re.compile(_OWN).match(text, start, end)
    if own and own.end() < end:
        return Phrase(Span(*own.span()), Span(own.end(), end))
    cut = text.rfind("的", start, end)
    if cut > start and cut + 1 < end:
        return Phrase(_subject(text, start, cut, grammar), Span(cut + 1, end))
    return Phrase(None, Span(start, end))


def _subject(text: str, start: int, end: int, grammar: Grammar) -> Span | None:
    """The shortest phrase that names the subject: what follows the last 在…领域, comma or 的 falls to it."""
    start, end = trim(text, start, end, grammar)
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    while start < end and text[start] in "、，。；：:)》—- 的和与及在以由从对":
        start += 1
    if start >= end:
        return None
    return Span(start, end)
