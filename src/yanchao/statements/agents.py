"""北山养殖基地采取“公司+农户”模式，建成池塘80个: a body or village that opens a sentence by what it does, and goes on to have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.clause_heads import ClauseHead
from yanchao.statements.head_words import head_words
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Span

_SHORTEST, _LONGEST = 3, 20
_NUMERAL = pattern(r"[一二三四五六七八九十](?![个项大条处座批家所村镇乡])")
"""九星养殖基地, 三江合作社: a number that opens a name, and counts nothing."""


@lru_cache(maxsize=4)
def _agent(lexicon: Lexicon) -> re.Pattern[str]:
    """Who opens a sentence with what he does: 某某合作社|实行…, 某某村|流转…."""
    kinds, does = lexicon.any_cue("agent-kind"), lexicon.any_cue("agent-does")
    return pattern(
        rf"(?:(?:近年来|目前|如今|去年|今年|20\d\d年)，?)?(?P<name>[\u4e00-\u9fffA-Za-z]{{{_SHORTEST},{_LONGEST}}}?(?:{kinds}))(?:还|也|则|积极|大力|率先|先后|已)?(?:{does})"
    )


_SENTENCE_ENDS = pattern(r"[。！？\n]")
_MANY = pattern(r"[各每诸]|多[个家所座]|所有|一批|重点|骨干|龙头|[全该本我]")


@lru_cache(maxsize=4)
def _whole(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(cue.text for cue in lexicon.cues_of("agent-kind") if cue.value == "whole")


def agents(passage: Passage, lexicon: Lexicon) -> Iterator[ClauseHead]:
    """The bodies and villages that sentences of a passage open with, each with what it does."""
    text = passage.folded.text
    openings = (0, *(ending.end() for ending in _SENTENCE_ENDS.finditer(text)))
    for agent in filter(None, (_agent(lexicon).match(text, opening) for opening in openings)):
        span = Span(*agent.span("name"))
        if _NUMERAL.match(text, span.start) is None and head_words(lexicon).no_site.match(text, span.start):
            continue
        for place in passage.marks_in(span, "region"):
            if text.endswith(_whole(lexicon), span.start, span.end):
                break  # 固州大学
            if place.start == span.start and place.end + _SHORTEST <= span.end:
                span = Span(place.end + (text[place.end] in "省市县区"), span.end)
            break
        words = passage.words(span)
        if words is not None and _MANY.match(words.value) is None:
            yield ClauseHead(span.start, span.end, words, None, False, acts=True)
