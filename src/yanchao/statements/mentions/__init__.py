"""Named things without a number of their own: places with their role, firms, institutes, platforms, projects, plans.

A finder is a module of this folder with `ORDER` (of two that want the same words, the lower has them), `EXAMPLES`
(which are its tests) and `find(sight) -> Iterator[Found]`. It is found by being here. Open `firms.py` first: it is
the plainest (甲公司、乙公司等龙头企业). The words that give a role are data: `packs/zh/roles.csv`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module

from yanchao.found import modules_in
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, replace
from yanchao.statements.fold import Folded
from yanchao.statements.inherit import Frame
from yanchao.statements.marks import Mark
from yanchao.statements.mentions._belonging import cluster_of
from yanchao.statements.mentions._sight import Example, Found, Sight
from yanchao.statements.mentions._words import role_words
from yanchao.statements.statement import Mention, Role, Span


@dataclass(frozen=True, slots=True)
class Finder:
    """One way in which texts name things, as its module gives it."""

    order: int
    name: str
    examples: tuple[Example, ...]
    find: Callable[[Sight], Iterator[Found]]


def find_mentions(
    folded: Folded, marks: Sequence[Mark], sentences: Sequence[Span], frame: Frame, lexicon: Lexicon
) -> tuple[Mention, ...]:
    """The mentions of one passage, in order of their place.

    Nothing is mentioned twice under one name, role and cluster in the same sentence; of two finders that want
    overlapping words the longer name wins. What will be done (a direction) may hold the names of others.
    """
    words = role_words(lexicon)
    if not marks and not words.may_mention(folded.text):
        return ()
    sight = Sight(folded.text, tuple(marks), tuple(sentences), frame, lexicon, words)
    everything = _all_found(sight)
    if not everything:
        return ()
    kept = _without_overlap(everything)
    sight = replace(sight, firms=_strange_firms(kept))
    mentions: list[Mention] = []
    seen: set[tuple[str, Role, str | None, Span]] = set()
    for found in kept:
        sentence = sight.sentence_of(found.start)
        name = found.name or folded.words[found.start : found.end]
        cluster = cluster_of(found, sight)
        key = (name, found.role, cluster, sentence)
        if key in seen:
            continue
        seen.add(key)
        start, end = folded.source(found.start, found.end)
        placed = Span(*folded.source(sentence.start, sentence.end))
        mentions.append(Mention(start, end, name, found.role, cluster, found.entity, found.region, placed))
    return tuple(mentions)


@lru_cache(maxsize=1)
def finders() -> tuple[Finder, ...]:
    """All finders in their order. Modules whose name opens with an underscore are what they share."""
    found = []
    for name in modules_in(__path__):
        module = import_module(f"{__name__}.{name}")
        found.append(Finder(module.ORDER, name, module.EXAMPLES, module.find))
    return tuple(sorted(found, key=lambda finder: (finder.order, finder.name)))


def _all_found(sight: Sight) -> list[tuple[int, Found]]:
    return [(finder.order, found) for finder in finders() for found in finder.find(sight)]


def _without_overlap(found: Sequence[tuple[int, Found]]) -> list[Found]:
    """Of names that overlap the longer stays, unless a listed name closes it (深圳 + a listed laboratory)."""
    listed = {each.end: each.start for _, each in found if each.entity is not None}
    taken = bytearray(max((each.end for _, each in found), default=0))
    kept: list[Found] = []
    for _, each in sorted(found, key=lambda pair: (pair[1].start - pair[1].end, pair[0], pair[1].start)):
        if each.role is not Role.DIRECTION:
            if each.entity is None and listed.get(each.end, each.start) > each.start:
                continue
            if any(taken[each.start : each.end]):
                continue
            taken[each.start : each.end] = b"\1" * (each.end - each.start)
        kept.append(each)
    return sorted(kept, key=lambda each: (each.start, each.end))


def _strange_firms(found: Sequence[Found]) -> tuple[Span, ...]:
    """The names of firms that no pack lists."""
    firms = (Role.FIRM, Role.LEADING_FIRM)
    return tuple(Span(each.start, each.end) for each in found if each.role in firms and each.entity is None)
