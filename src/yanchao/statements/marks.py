"""One pass over a folded text for everything that the packs name: regions, clusters, plans, firms and institutes."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import attrgetter

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass
from yanchao.statements.lengths import by_opening


@dataclass(frozen=True, slots=True)
class Mark:
    """A name of the packs at `[start, end)`. `sort` is region, cluster or entity, `id` its key there."""

    start: int
    end: int
    sort: str
    id: str


_PLACE = attrgetter("start", "end")


class Marker:
    """The packs' names, looked up where their first two characters stand."""

    def __init__(self, lexicon: Lexicon) -> None:
        table: dict[str, list[tuple[str, str]]] = {}
        for word, region in lexicon.region_by_word.items():
            table.setdefault(word, []).append(("region", region.code))
        for word, cluster in lexicon.cluster_by_word.items():
            table.setdefault(word, []).append(("cluster", cluster.id))
        for entity in lexicon.entities.values():
            for word in (entity.name, *entity.aliases):
                table.setdefault(word, []).append(("entity", entity.id))
        self._meanings = {word: tuple(meanings) for word, meanings in table.items()}
        self._opening = 2 if all(len(word) > 1 for word in table) else 1
        self._lengths = by_opening(table, self._opening)
        first, *rest = (_any_of({opening[at] for opening in self._lengths}) for at in range(self._opening))
        self._may_open = re.compile(first + "".join(f"(?={second})" for second in rest))

    def find(self, text: str) -> tuple[Mark, ...]:
        """The names in `text`, in order; of names of one sort that overlap, the longest stays."""
        found: list[Mark] = []
        latest: dict[str, Mark] = {}  # names of one sort never overlap once kept, so only the last can
        for end, start in self._named(text):
            length = end - start
            for sort, key in self._meanings[text[start:end]]:
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

    def _named(self, text: str) -> list[tuple[int, int]]:
        """End and start of every name in `text`, in the order of their ends and the longer first."""
        named: list[tuple[int, int]] = []
        size, opening = len(text), self._opening
        for match in self._may_open.finditer(text):
            start = match.start()
            for length in self._lengths.get(text[start : start + opening], ()):
                end = start + length
                if end <= size and text[start:end] in self._meanings:
                    named.append((end, start))
        named.sort()
        return named


def _any_of(characters: set[str]) -> str:
    """A pattern for any of the characters; one that never matches where there is none."""
    return f"[{re.escape(''.join(sorted(characters)))}]" if characters else "(?!)"


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
