"""A figure with the words it came from: the sentence, the figure marked in it, and the way to its document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yanchao.atlas.facts import Facts
from yanchao.atlas.language import Text, phrase
from yanchao.ledger.ledger import Named, Stated
from yanchao.ledger.series import Assertion


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentence as three parts; `path` leads to the figure in its document."""

    before: str
    marked: str
    after: str
    path: str
    source: str
    publisher: str | None
    published: date | None
    cited: str | None = None
    rank: Text | None = None


LONGEST_SIDE = 220
"""Characters of context kept on each side: a "sentence" of a hostile document may be a megabyte long."""


def quote(facts: Facts, document: str, start: int, end: int, sentence_start: int, sentence_end: int) -> Quote:
    """The range `[start, end)` of a document in its sentence."""
    text = facts.document(document).text
    before = text[max(sentence_start, start - LONGEST_SIDE) : start]
    after = text[end : min(max(sentence_end, end), end + LONGEST_SIDE)]
    if start - sentence_start > LONGEST_SIDE:
        before = "…" + before
    if sentence_end - end > LONGEST_SIDE:
        after += "…"
    card = facts.card_by_id[document]
    return Quote(
        before=before.lstrip(),
        marked=text[start:end],
        after=after.rstrip(),
        path=facts.document_path(document, start),
        source=facts.document_title(document),
        publisher=card.publisher,
        published=card.published,
    )


def of_stated(facts: Facts, stated: Stated) -> Quote:
    """A statement in its sentence."""
    statement = stated.statement
    sentence = statement.sentence
    return quote(facts, stated.document, statement.start, statement.end, sentence.start, sentence.end)


def of_named(facts: Facts, named: Named) -> Quote:
    """A mention in its sentence. Mentions have no anchor of their own: the link leads to the top of the document."""
    mention = named.mention
    return quote(
        facts, named.document, mention.start, mention.end, mention.sentence.start, mention.sentence.end
    )


def of_assertion(facts: Facts, assertion: Assertion) -> Quote:
    """One source's word for a point of a series."""
    stated = facts.stated_at.get((assertion.document, assertion.start))
    sentence = stated.statement.sentence if stated else None
    found = quote(
        facts,
        assertion.document,
        assertion.start,
        assertion.end,
        sentence.start if sentence else assertion.start,
        sentence.end if sentence else assertion.end,
    )
    return Quote(
        before=found.before,
        marked=found.marked,
        after=found.after,
        path=found.path,
        source=found.source,
        publisher=found.publisher,
        published=found.published,
        cited=assertion.cited,
        rank=rank_name(assertion.rank),
    )


KNOWN_RANKS = (1, 2, 3, 4, 5)


def rank_name(rank: int) -> Text:
    """What sort of source stands at a rank of `ledger.series.Assertion`."""
    return phrase(f"rank.r{rank}" if rank in KNOWN_RANKS else "rank.r9")
