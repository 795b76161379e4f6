"""What a text can be found by: its words in Latin letters and digits, and each two neighbouring characters of the rest.

Chinese is not cut into words; two characters are enough to find those that hold a query, and the page then looks at
the words themselves. `assets/search.js` cuts a query in the same way, and a test holds the two together.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from yanchao.quick import pattern

RUNS = pattern(r"[0-9a-z]+(?:\.[0-9]+)*|[^\W_0-9a-z]+")
"""A word or number in ASCII, or a run of letters of any other script."""


THOUSANDS = pattern(r"(?<=[0-9]),(?=[0-9])")


def fold(words: str) -> str:
    """Words as they are compared: one width, small letters, no separators of thousands."""
    return THOUSANDS.sub("", unicodedata.normalize("NFKC", words).lower())


def terms(folded: str) -> Iterator[str]:
    """The words and pairs of folded words. Of a run its last character stands alone too, so that each can be found."""
    for run in RUNS.findall(folded):
        if run[0] < "\x80":
            yield run
        else:
            yield from map("".join, pairwise(run))
            yield run[-1]
