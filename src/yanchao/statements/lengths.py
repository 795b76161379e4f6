"""How long the listed words are that open or close alike: what a look-up has to try at one place of a text, and no more."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from yanchao.quick import pattern

Lengths = Mapping[str, tuple[int, ...]]
"""By their first or last characters, how long the words are, longest first."""


def by_opening(words: Iterable[str], count: int = 1) -> Lengths:
    """The lengths of the words by their first `count` characters; shorter words are left out."""
    return _by_part(words, slice(0, count), count)


def by_ending(words: Iterable[str], count: int = 1) -> Lengths:
    """The lengths of the words by their last `count` characters; shorter words are left out."""
    return _by_part(words, slice(-count, None), count)


class WordFinder:
    """Every place where one of many words stands, looked for where the first two characters of one do."""

    def __init__(self, words: Collection[str]) -> None:
        self._words = frozenset(words)
        self._opening = 2 if all(len(word) > 1 for word in self._words) else 1
        self._lengths = by_opening(self._words, self._opening)
        first, *rest = (_any_of({opening[at] for opening in self._lengths}) for at in range(self._opening))
        self._may_open = pattern(first + "".join(f"(?={second})" for second in rest))

    def find(self, text: str) -> list[tuple[int, int]]:
        """End and start of every word in `text`, in the order of their ends and the longer first."""
        found: list[tuple[int, int]] = []
        size, opening = len(text), self._opening
        for match in self._may_open.finditer(text):
            start = match.start()
            for length in self._lengths.get(text[start : start + opening], ()):
                end = start + length
                if end <= size and text[start:end] in self._words:
                    found.append((end, start))
        found.sort()
        return found


def _any_of(characters: set[str]) -> str:
    """A pattern for any of the characters; one that never matches where there is none."""
    return f"[{re.escape(''.join(sorted(characters)))}]" if characters else "(?!)"


def _by_part(words: Iterable[str], part: slice, shortest: int) -> Lengths:
    found: dict[str, set[int]] = {}
    for word in words:
        if len(word) >= shortest:
            found.setdefault(word[part], set()).add(len(word))
    return {key: tuple(sorted(lengths, reverse=True)) for key, lengths in found.items()}
