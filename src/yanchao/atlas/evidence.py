"""A figure with the words it came from: the sentence, the figure marked in it, and the way to its document."""

from __future__ import annotations

from datetime import date

from yanchao.atlas.facts import Facts
from yanchao.atlas.language import Text, both, phrase
from yanchao.ledger.ledger import Named
from yanchao.ledger.series import Assertion, Observation
from yanchao.quick import dataclass, replace


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentence as three parts; `path` leads to the figure in its document, the others to who says so."""

    before: str
    marked: str
    after: str
    path: str
    source: Text
    publisher: Text | None
    published: date | None
    cited: Text | None = None
    rank: Text | None = None
    publisher_path: str | None = None
    cited_path: str | None = None

    @property
    def said_by(self) -> Text:
        """Whose word it is: who is cited, else who published, else the document."""
        return self.cited or self.publisher or self.source


LONGEST_SIDE = 220
"""Characters of context kept on each side: a "sentence" of a hostile document may be a megabyte long."""


def quote(facts: Facts, document: str, start: int, end: int, sentence_start: int, sentence_end: int) -> Quote:
    """The range `[start, end)` of a document in its sentence, which is fetched with the document."""
    first, last = min(sentence_start, start), max(sentence_end, end)
    return _in_sentence(facts, document, start, end, facts.text(document)[first:last], first)


def of_named(facts: Facts, named: Named) -> Quote:
    """A mention in its sentence."""
    mention = named.mention
    return _in_sentence(facts, named.document, mention.start, mention.end, named.quote, named.quote_start)


def of_assertion(facts: Facts, assertion: Assertion) -> Quote:
    """One source's word for a point of a series."""
    words = _in_sentence(
        facts, assertion.document, assertion.start, assertion.end, assertion.quote, assertion.quote_start
    )
    return replace(
        words,
        cited=facts.source_name(assertion.cited) if assertion.cited else None,
        cited_path=facts.source_path(assertion.cited),
        rank=rank_name(assertion.rank),
    )


def _in_sentence(
    facts: Facts, document: str, start: int, end: int, sentence: str, sentence_start: int
) -> Quote:
    """The range of a document marked in the words of its sentence: no document is fetched for a quote."""
    left, right = start - sentence_start, end - sentence_start
    before, after = sentence[:left], sentence[right:]
    card = facts.card_by_id[document]
    return Quote(
        before=("…" if len(before) > LONGEST_SIDE else "") + before[-LONGEST_SIDE:].lstrip(),
        marked=sentence[left:right],
        after=after[:LONGEST_SIDE].rstrip() + ("…" if len(after) > LONGEST_SIDE else ""),
        path=facts.document_path(document, start),
        source=both(facts.document_title(document)),
        publisher=facts.source_name(card.publisher) if card.publisher else None,
        published=card.published,
        publisher_path=facts.source_path(card.publisher),
    )


def path_to(facts: Facts, point: Observation | None) -> str | None:
    """Where the words stand that give a point its value; None where only a pack gives it."""
    if point is None or not point.assertions:
        return None
    same = (each for each in point.assertions if each.value == point.value)
    best = next(same, point.assertions[0])
    return facts.document_path(best.document, best.start)


KNOWN_RANKS = (1, 2, 3, 4, 5)


def rank_name(rank: int) -> Text:
    """What sort of source stands at a rank of `ledger.series.Assertion`."""
    return phrase(f"rank.r{rank}" if rank in KNOWN_RANKS else "rank.r9")
