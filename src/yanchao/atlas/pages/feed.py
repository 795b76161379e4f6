"""The Atom feed: what the newest documents say and what the audit found in them, for readers that ask again and again.

An entry is one document with its first figures, or one finding. It is dated by its document, or, where that says no
day, by the day on which the build was judged. Its id comes from what it is about, so that no reader is shown it twice.
Addresses are relative to the feed, as Atom allows, unless the build knows its own (`--site-url`).
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import date
from itertools import islice

from yanchao.atlas import paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.faults import sentence
from yanchao.atlas.language import Text, both, phrase
from yanchao.atlas.page import Sheet
from yanchao.audit.finding import Finding
from yanchao.ledger.ledger import DocumentCard
from yanchao.quick import dataclass

ENTRIES = 60
"""Entries of the feed."""

FIGURES = 12
"""Sentences of an entry on a document."""

LONGEST = 240
"""Characters of a sentence on each side of its figure."""

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is new. `lines` are sentences, `more` how many figures have none here, `terms` its categories."""

    id: str
    title: Text
    day: date
    path: str
    author: str
    term: str
    said: Text | None
    lines: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Feed:
    """The newest entries. `day` is that of the newest."""

    id: str
    day: date
    entries: tuple[Entry, ...]


def sheets(facts: Facts) -> Iterator[Sheet]:
    entries = tuple(islice(_entries(facts), ENTRIES))
    judged = facts.ledger.judged_on or date.min
    yield Sheet(
        path=paths.FEED,
        template="feed.xml",
        section="feed",
        title=phrase("feed.title"),
        summary=phrase("feed.summary"),
        view=Feed(
            id=_id("feed", facts.lexicon.home or "", *facts.lexicon.clusters),
            day=max((entry.day for entry in entries), default=judged),
            entries=entries,
        ),
    )


def _entries(facts: Facts) -> Iterator[Entry]:
    judged = facts.ledger.judged_on or date.min
    for card in facts.cards:
        day = card.published or judged
        if card.statements:
            yield _document(facts, card, day)
        if card.findings:
            text = facts.text(card.id)
            for finding in facts.ledger.findings(document=card.id):
                yield _finding(facts, card, day, finding, text)


def _document(facts: Facts, card: DocumentCard, day: date) -> Entry:
    quotes = dict.fromkeys(
        stated.quote
        for stated in islice(facts.ledger.each_statement(document=card.id, with_evidence=False), FIGURES * 4)
    )
    lines = tuple(_clean(_shortened(quote)) for quote in islice(quotes, FIGURES))
    return Entry(
        id=_id("document", card.id),
        title=phrase("feed.document", title=both(_clean(facts.document_title(card.id))), n=card.statements),
        day=day,
        path=paths.document(card.id),
        author=_clean(card.publisher or card.uri),
        term="figures",
        said=None,
        lines=lines,
        more=max(card.statements - len(lines), 0),
    )


def _finding(facts: Facts, card: DocumentCard, day: date, finding: Finding, text: str) -> Entry:
    start, end = sentence(text, finding.start, finding.end)
    quote = text[max(start, finding.start - LONGEST) : min(end, finding.end + LONGEST)]
    message = Text(_clean(finding.message), _clean(finding.message_en or finding.message))
    return Entry(
        id=_id("finding", card.id, finding.rule, str(finding.start), str(finding.end)),
        title=message,
        day=day,
        path=facts.place_of(card.id, finding),
        author=_clean(card.publisher or card.uri),
        term="findings",
        said=_reason(finding),
        lines=(_clean(quote.strip()),),
        more=0,
    )


def _reason(finding: Finding) -> Text | None:
    """The arithmetic of a finding, and what would have to stand there."""
    relation = Text(_clean(finding.relation), _clean(finding.relation_en or finding.relation))
    if finding.suggest is None:
        return relation if finding.relation else None
    suggest = phrase("feed.suggest", words=both(_clean(finding.suggest)))
    return Text(
        *(" · ".join(filter(None, pair)) for pair in ((relation.zh, suggest.zh), (relation.en, suggest.en)))
    )


def _id(*parts: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, 'yanchao:' + ':'.join(parts))}"


def _shortened(quote: str) -> str:
    return quote if len(quote) <= 2 * LONGEST else f"{quote[: 2 * LONGEST]}…"


def _clean(words: str) -> str:
    """Words without the characters that XML cannot hold at all."""
    return NOT_XML.sub(" ", words)
