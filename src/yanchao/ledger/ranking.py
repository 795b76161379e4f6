"""How much weight a source has against another: the list is `ranks.csv`, the longest word found decides."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from yanchao.documents.document import Document
from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass

UNKNOWN = 9


@dataclass(frozen=True, slots=True)
class SourceRank:
    """A line of `ranks.csv`: a word of a source's name, and its rank."""

    word: str
    rank: int


def rank(document: Document, cited: str | None) -> int:
    """The rank of whoever stands behind a figure: the cited source where there is one, else the document.

    A plan read as a document of its own is a plan even where a government published it, so the title is
    asked before the publisher.
    """
    for name in (cited, document.title, document.publisher, document.uri):
        found = _rank(name) if name else UNKNOWN
        if found != UNKNOWN:
            return found
    return UNKNOWN


@cache
def _rank(name: str) -> int:
    matches = (line for line in lines() if line.word in name)
    best = max(matches, key=lambda line: (len(line.word), -line.rank), default=None)
    return UNKNOWN if best is None else best.rank


@cache
def lines() -> tuple[SourceRank, ...]:
    return read_table(Path(__file__).with_name("ranks.csv"), SourceRank)
