"""Whose a figure is, where its own words do not tell: of the thing that was just told of, or of nobody whom another text could mean.

- 其中 goes on with the thing before it: behind 民营企业进出口8万亿元 the words 其中，出口5万亿元 are about the private firms.
- A bulletin of a county that no pack lists says 常住人口60万人, and so does the next county's: without a place, a cluster or a name the figure
  belongs to its document, and meets only what that document says of it.
"""

from __future__ import annotations

import re
from functools import cache

from yanchao.ledger.clauses import OF_WHICH, clause_start
from yanchao.ledger.keys import GENERAL, PLACES
from yanchao.ledger.series import NOBODY, SeriesKey
from yanchao.ledger.wording import any_of
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.statement import Statement

TELLS_ITSELF = 7
"""Characters of a name that is long enough to hold its owner's."""

DIGITS = 8
"""Of a document's id: enough to tell the documents of a ledger apart."""


@dataclass(frozen=True, slots=True)
class Before:
    """What was told before a statement: the first key of the sentence before, the last key of its own, and where that sentence begins."""

    led: SeriesKey | None = None
    first: SeriesKey | None = None
    last: SeriesKey | None = None
    sentence: int = -1

    def then(self, key: SeriesKey, statement: Statement) -> Before:
        """The same with one more statement told."""
        start = statement.sentence.start
        if start == self.sentence:
            return replace(self, last=key)
        return Before(self.first, key, key, start)

    def of_which(self, statement: Statement, text: str) -> SeriesKey | None:
        """The key of the thing whose parts are told, where 其中 opens the sentence or the clause of a statement."""
        start = statement.sentence.start
        if OF_WHICH.match(text, start):
            return self.led if start == self.sentence else self.first
        return (
            self.last
            if start == self.sentence and OF_WHICH.match(text, clause_start(statement, text))
            else None
        )


def goes_on(key: SeriesKey, before: Before, statement: Statement, text: str, lexicon: Lexicon) -> SeriesKey:
    """The key with the subject of what was told before, where 其中 goes on with it and a known measure names no subject itself."""
    if key.region is None or key.subject != key.region or key.measure not in lexicon.measures:
        return key
    whole = before.of_which(statement, text)
    if (
        whole is None
        or whole.region != key.region
        or whole.measure not in lexicon.measures.keys() - {key.measure}
    ):
        return key
    is_name = whole.subject != NOBODY and "·" not in whole.subject
    return (
        replace(key, subject=whole.subject)
        if is_name and whole.subject not in lexicon.measure_by_word
        else key
    )


def names_itself(measure: str) -> bool:
    """Whether a name says by itself whose it is, where nothing else does: 五年期国债收益率 does, 市盈率 and 股东净利润 are anybody's."""
    return len(measure) >= TELLS_ITSELF and not measure.isascii() and not _anybodys().search(measure)


@cache
def _anybodys() -> re.Pattern[str]:
    return pattern(any_of("anybodys"))


@cache
def _kinds() -> re.Pattern[str]:
    return pattern(f"{any_of('kinds')}$")


def of_its_document(key: SeriesKey, document: str) -> SeriesKey:
    """The key with its document's id, where its words say nobody's name, and no place or cluster is known."""
    own = key.subject
    if own == NOBODY and names_itself(key.measure):
        return key
    whose = own.partition("·")[0]
    is_anybodys = whose in (NOBODY, "", *GENERAL) or _kinds().search(whose) is not None
    is_nobodys = key.region is None and key.cluster is None and is_anybodys
    if not is_nobodys and PLACES.fullmatch(own) is None:
        return key
    return replace(key, subject=f"{own or NOBODY}·{document[:DIGITS]}")
