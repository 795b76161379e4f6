"""How long the listed words are that open or close alike: what a look-up has to try at one place of a text, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Lengths = Mapping[str, tuple[int, ...]]
"""By their first or last characters, how long the words are, longest first."""


def by_opening(words: Iterable[str], count: int = 1) -> Lengths:
    """The lengths of the words by their first `count` characters; shorter words are left out."""
    return _by_part(words, slice(0, count), count)


def by_ending(words: Iterable[str], count: int = 1) -> Lengths:
    """The lengths of the words by their last `count` characters; shorter words are left out."""
    return _by_part(words, slice(-count, None), count)


def _by_part(words: Iterable[str], part: slice, shortest: int) -> Lengths:
    found: dict[str, set[int]] = {}
    for word in words:
        if len(word) >= shortest:
            found.setdefault(word[part], set()).add(len(word))
    return {key: tuple(sorted(lengths, reverse=True)) for key, lengths in found.items()}
