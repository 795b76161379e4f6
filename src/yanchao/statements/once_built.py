"""建成投产后年产值可达9亿元: what shall be made, paid or offered once a work stands is the work's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yanchao.quick import pattern
from yanchao.statements.context import Draft, near
from yanchao.statements.inherit import Words
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Kind, Span

if TYPE_CHECKING:
    from yanchao.statements.clause_heads import ClauseHead
    from yanchao.statements.subjects import Named

_ONCE = pattern(
    r"(?P<work>项目|工程|基地|产业园|园区)?(?:一期|二期)?(?:全部|全面|整体|正式|顺利)*(?:建成|投产|达产|投用|投运|满产|竣工|建设完成)(?:投产|达产|达效|投用|投运|运营|投入使用|满产|完成)*(?:之?后)"
)
_WORKS = ("项目", "工程", "基地", "产业园", "园区", "工厂", "生产线")


def once_built(
    draft: Draft, thing: Named | None, speaking: ClauseHead | None, passage: Passage
) -> tuple[Words, Words | None] | None:
    """The work that a figure is of which tells what comes once it is built, and its industry; None where it tells no such thing.

    It is the work that heads a clause of the sentence, the works that the sentence has counted, or the one by the word for it.
    """
    if draft.filling.kind not in (Kind.LEVEL, Kind.SHARE):
        return None
    text, at = passage.folded.text, draft.figure.start
    start = near(draft.sentence.start, at)
    if text.find("后", start, at) == -1:
        return None
    every = tuple(_ONCE.finditer(text, start, at))
    if not every or "；" in text[every[-1].end() : at]:
        return None
    once = every[-1]
    if (
        speaking is not None
        and not speaking.firm
        and not speaking.by_kind
        and draft.sentence.start <= speaking.start < once.start()
        and "；" not in text[speaking.end : once.start()]
    ):
        return speaking.words, speaking.cluster
    counted = thing is not None and thing.sentence == draft.sentence and thing.subject.value.endswith(_WORKS)
    if (
        thing is not None
        and counted
        and "；" not in text[start if thing.at is None else thing.at.end : once.start()]
    ):
        return thing.subject, thing.cluster
    span = Span(*once.span("work")) if once["work"] else None
    if span is None and text.startswith(_WORKS[:2], draft.sentence.start):
        span = Span(
            draft.sentence.start, draft.sentence.start + len(_WORKS[0])
        )  # 项目采用新工艺，建成后年产值…
    words = None if span is None else passage.words(span)
    return None if words is None else (words, None)
