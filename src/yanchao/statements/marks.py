"""One pass over a folded text for everything that the packs name: regions, clusters, plans, firms and institutes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

import ahocorasick

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Mark:
    """A name of the packs at `[start, end)`. `sort` is region, cluster or entity, `id` its key there."""

    start: int
    end: int
    sort: str
    id: str


_PLACE = attrgetter("start", "end")


class Marker:
    """The packs' names in one automaton."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._automaton = ahocorasick.Automaton()
        table: dict[str, list[tuple[str, str]]] = {}
        for word, region in lexicon.region_by_word.items():
            table.setdefault(word, []).append(("region", region.code))
        for word, cluster in lexicon.cluster_by_word.items():
            table.setdefault(word, []).append(("cluster", cluster.id))
        for entity in lexicon.entities.values():
            for word in (entity.name, *entity.aliases):
                table.setdefault(word, []).append(("entity", entity.id))
        for word, meanings in table.items():
            self._automaton.add_word(word, (len(word), tuple(meanings)))
        if table:
            self._automaton.make_automaton()
        self._empty = not table

    def find(self, text: str) -> tuple[Mark, ...]:
        """The names in `text`, in order; of names of one sort that overlap, the longest stays."""
        if self._empty:
            return ()
        found: list[Mark] = []
        latest: dict[str, Mark] = {}  # names of one sort never overlap once kept, so only the last can
        for last, (length, meanings) in self._automaton.iter(text):
            start, end = last + 1 - length, last + 1
            for sort, key in meanings:
                before = latest.get(sort)
                if before is not None and before.end > start:
                    if before.end - before.start >= length:
                        continue
                    _drop(found, before)
                mark = Mark(start, end, sort, key)
                latest[sort] = mark
                found.append(mark)
        found.sort(key=_PLACE)
        return tuple(found)


def _drop(found: list[Mark], mark: Mark) -> None:
    """Take a mark out again; it is one of the last few."""
    for index in range(len(found) - 1, -1, -1):
        if found[index] is mark:
            del found[index]
            return


@lru_cache(maxsize=4)
def marker(lexicon: Lexicon) -> Marker:
    """The marker of a lexicon, compiled at its first use."""
    return Marker(lexicon)
