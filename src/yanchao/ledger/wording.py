"""Words that the ledger reads past when it settles what a figure is about: the list is `wording.csv`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """A line of `wording.csv`: a role, and the words that have it."""

    role: str
    words: tuple[str, ...]


@cache
def words(role: str) -> tuple[str, ...]:
    """The words of one role, the longest first."""
    lines = read_table(Path(__file__).with_name("wording.csv"), Wording)
    found = [word for line in lines if line.role == role for word in line.words]
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def any_of(role: str) -> str:
    """The words of one role as an expression."""
    return f"(?:{'|'.join(map(re.escape, words(role)))})"
