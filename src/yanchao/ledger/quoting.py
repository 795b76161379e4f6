"""How much of a sentence is kept as the quote of a figure or a name: all of it, unless it has no end.

A "sentence" of a hostile document may be a megabyte long and hold ten thousand figures; quoted whole with each of
them it would become ten gigabytes.
"""

from __future__ import annotations

from yanchao.statements.statement import Span

LONGEST_SIDE = 1_000
"""Characters kept before and after what is quoted."""


def quoted(start: int, end: int, sentence: Span) -> Span:
    """The part of `sentence` that is quoted for `[start, end)`: it holds the range, even one that leaves the sentence."""
    return Span(
        max(min(sentence.start, start), start - LONGEST_SIDE),
        min(max(sentence.end, end), end + LONGEST_SIDE),
    )
