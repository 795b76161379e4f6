"""Whose a figure is, where its own words do not tell: of the thing that was just told of, or of nobody whom another text could mean.

- 其中 goes on with the thing before it: behind 民营企业进出口8万亿元 the words 其中，出口5万亿元 are about the private firms.
- A bulletin of a county that no pack lists says 常住人口60万人, and so does the next county's: without a place, a cluster or a name the figure
  belongs to its document, and meets only what that document says of it.
"""

from __future__ import annotations

from yanchao.ledger.clauses import clause_start
from yanchao.ledger.keys import GENERAL, PLACES
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern, replace
from yanchao.statements.statement import Statement

OF_WHICH = pattern(r"^\s*(?:这?其中|当中)")
NOBODY = "—"
DIGITS = 8
"""Of a document's id: enough to tell the documents of a ledger apart."""


def goes_on(key: SeriesKey, before: SeriesKey | None, statement: Statement, text: str, lexicon: Lexicon) -> SeriesKey:
    """The key with the subject of the statement before it, where 其中 opens its clause and it names no subject itself."""
    if before is None or key.subject != key.region or key.region != before.region:
        return key
    if key.measure not in lexicon.measures or before.subject in (NOBODY, key.region):
        return key
    if before.measure not in lexicon.measures or "·" in before.subject:
        return key
    if OF_WHICH.match(text, clause_start(statement, text)) is None and OF_WHICH.match(text, statement.sentence.start) is None:
        return key
    return replace(key, subject=before.subject)


def of_its_document(key: SeriesKey, document: str) -> SeriesKey:
    """The key with its document's id, where its words say nobody's name, and no place or cluster is known."""
    own = key.subject
    is_nobodys = key.region is None and key.cluster is None and (own in (NOBODY, "", *GENERAL))
    if not is_nobodys and PLACES.fullmatch(own) is None:
        return key
    return replace(key, subject=f"{own or NOBODY}·{document[:DIGITS]}")
