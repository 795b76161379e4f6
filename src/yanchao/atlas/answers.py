"""Every question that REST and MCP ask of a build: what it means, what it may ask for, how much it gets back.

`api.py` and `mcp.py` are doors over this file; `replies.py` is what comes back.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from yanchao.atlas.facts import Facts
from yanchao.atlas.replies import (
    ClusterCard,
    ClusterProfile,
    DocumentText,
    Fault,
    Figure,
    Page,
    RulePage,
    SeriesCard,
    SeriesWithPoints,
    cluster_card_of,
    fault_of,
    figure_of,
    named_things_of,
    point_of,
    series_card_of,
    target_of,
)
from yanchao.errors import SourceError, YanchaoError
from yanchao.ledger.ledger import DocumentCard, Ledger, Part
from yanchao.ledger.schema import STORE

if TYPE_CHECKING:
    from yanchao.audit.finding import Finding
    from yanchao.lexicon.lexicon import Lexicon

PAGE = 50
"""How many items a page holds where the question does not say."""

MOST = 500
"""The largest page that may be asked for."""

LONGEST_TEXT = 200_000
"""How many characters of text may be sent to be checked, and are sent of a document at once."""

LONGEST_QUERY = 200
"""How many characters a search may have."""

SHORTENED = 16
"""How many characters of a document's id stand in a finding's."""

SENT = "text"
"""What a text that was sent to be checked is called."""

AS_OF = "as it was known on that day: what was published later, or without a date, is left out"
"""What a question with a day asks for."""

DAYS_KEPT = 4
"""Past days whose ledgers are kept open."""

Item = TypeVar("Item")
View = TypeVar("View")


class NotFoundError(YanchaoError):
    """What was asked for by name is not in this build."""


class Answers:
    """The build in `directory`, as questions. Safe to ask from several threads.

    A rebuild of the folder is noticed: the next question is answered from the new ledger.

    Raises:
        UsageError: where the folder holds no build.
    """

    def __init__(self, directory: Path, lexicon: Lexicon) -> None:
        self.directory = directory
        self.lexicon = lexicon
        self._lock = threading.Lock()
        self._build, self._facts = self._open()
        self._past: dict[date, Ledger] = {}

    @property
    def facts(self) -> Facts:
        """The build as it stands now."""
        with self._lock:
            if self._identity() not in (self._build, None):
                self._build, self._facts = self._open()
                self._past.clear()
            return self._facts

    def _ledger(self, as_of: date | None) -> Ledger:
        """The ledger as it stands now, or as it was known on a past day. The last few days asked for stay open."""
        now = self.facts.ledger
        if as_of is None:
            return now
        with self._lock:
            if as_of not in self._past:
                if len(self._past) >= DAYS_KEPT:
                    del self._past[next(iter(self._past))]
                self._past[as_of] = Ledger(self.directory, as_of)
            return self._past[as_of]

    def _open(self) -> tuple[tuple[int, int] | None, Facts]:
        return self._identity(), Facts(Ledger(self.directory), self.lexicon, self.directory)

    def _identity(self) -> tuple[int, int] | None:
        """What tells one build's ledger from the next; None in the moment between the two."""
        try:
            status = (self.directory / STORE).stat()
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns

    # Clusters

    def clusters(self) -> tuple[ClusterCard, ...]:
        """Every cluster of the packs, those without a figure too."""
        facts = self.facts
        figures = facts.ledger.statements_by_cluster()
        return tuple(
            cluster_card_of(cluster, figures.get(cluster.id, 0), facts.standings.get(cluster.id))
            for cluster in facts.clusters
        )

    def cluster(self, id: str) -> ClusterProfile:
        """One cluster with its targets, series and the things named for it."""
        cluster = self.lexicon.clusters.get(id)
        if cluster is None:
            raise NotFoundError(f"there is no cluster {id!r}; there are {', '.join(self.lexicon.clusters)}")
        facts = self.facts
        standing = facts.standings.get(id)
        figures = facts.ledger.statements_by_cluster().get(id, 0)
        return ClusterProfile(
            card=cluster_card_of(cluster, figures, standing),
            supported_tier=standing.supported_tier if standing else None,
            targets=tuple(map(target_of, standing.targets)) if standing else (),
            series=self.series(cluster=id),
            named=named_things_of(facts.ledger.mentions(cluster=id))[:MOST],
        )

    # Figures and series

    def figures(
        self,
        *,
        q: str = "",
        document: str | None = None,
        cluster: str | None = None,
        region: str | None = None,
        period: str | None = None,
        status: str | None = None,
        limit: int = PAGE,
        offset: int = 0,
    ) -> Page[Figure]:
        """The figures whose sentence, measure or subject hold every word of `q`, and that match all else given."""
        facts = self.facts
        found = facts.ledger.find_statements(
            words=q.split(),
            document=None if document is None else _card(facts, document).id,
            cluster=cluster,
            region=region,
            period=period,
            status=status,
            limit=limit,
            offset=offset,
        )
        return _page(found, offset, figure_of)

    def series(
        self,
        *,
        cluster: str | None = None,
        measure: str | None = None,
        region: str | None = None,
        as_of: date | None = None,
        limit: int = PAGE,
        offset: int = 0,
    ) -> Page[SeriesCard]:
        """Series that match all that is given, without their points. `measure` is an id or any word for it.

        With `as_of`, as they were known on that day: documents published later, or without a date, are left out.
        """
        known = self.lexicon.measure_by_word.get(measure) if measure else None
        found = self._ledger(as_of).find_series(
            cluster=cluster,
            region=region,
            measure=known.id if known else measure,
            limit=limit,
            offset=offset,
        )
        return _page(found, offset, series_card_of)

    def one_series(self, id: str, *, as_of: date | None = None) -> SeriesWithPoints:
        """One series with every point and everyone's words; with `as_of`, as it was known on that day."""
        try:
            series = self._ledger(as_of).one_series(id)
        except KeyError:
            then = "" if as_of is None else f" as of {as_of}"
            raise NotFoundError(f"there is no series {id!r} in this build{then}") from None
        return SeriesWithPoints(series_card_of(series), tuple(map(point_of, series.observations)))

    # Documents

    def documents(self, *, limit: int = PAGE, offset: int = 0) -> Page[DocumentCard]:
        """All documents, newest first."""
        cards = self.facts.cards
        return _page(Part(len(cards), cards[offset : offset + limit]), offset, lambda card: card)

    def document(self, id: str, *, start: int = 0, length: int = LONGEST_TEXT) -> DocumentText:
        """One document's card, and `length` characters of its text from `start`."""
        facts = self.facts
        card = _card(facts, id)
        text = facts.ledger.document(card.id).text
        start = min(start, len(text))
        end = min(start + length, len(text))
        return DocumentText(card, start, end, text[start:end])

    # The audit

    def findings(
        self, *, document: str | None = None, rule: str | None = None, limit: int = PAGE, offset: int = 0
    ) -> Page[Fault]:
        """Findings, of one document or one rule where asked."""
        facts = self.facts
        found = facts.ledger.find_findings(
            document=None if document is None else _card(facts, document).id,
            rule=rule,
            limit=limit,
            offset=offset,
        )
        return _page(found, offset, _fault_in(facts))

    def finding(self, id: str) -> Fault:
        """One finding by the id that `findings` gave it: the beginning of its document's, its rule and its place."""
        facts = self.facts
        beginning = id.partition(".")[0]
        for card in facts.cards:
            if card.id[:SHORTENED] == beginning:
                for finding in facts.ledger.findings(document=card.id):
                    if _fault_id(finding, card.id) == id:
                        return _fault_in(facts)(finding)
        raise NotFoundError(f"there is no finding {id!r} in this build")

    def rules(self) -> tuple[RulePage, ...]:
        """The rules of the audit, in order of their codes."""
        from yanchao.audit.rule import rules

        return tuple(
            RulePage(rule.code, rule.name, str(rule.group), str(rule.severity), rule.page) for rule in rules()
        )

    def check(self, text: str) -> tuple[Fault, ...]:
        """Audit a text that is not part of the build, as `yanchao check` would.

        Raises:
            SourceError: where the text is longer than `LONGEST_TEXT` or holds nothing.
        """
        from yanchao.audit.audit import audit
        from yanchao.documents.format import Content
        from yanchao.documents.formats import text as plain
        from yanchao.documents.limits import DEFAULT_LIMITS
        from yanchao.statements.extraction import extract

        if len(text) > LONGEST_TEXT:
            raise SourceError(SENT, f"has more than {LONGEST_TEXT:,} characters", "send it in parts")
        # as text and nothing else: what a stranger sends is not to choose which reader it meets
        document = plain.parse(Content(text.encode("utf-8", "replace")), SENT, DEFAULT_LIMITS)
        findings = audit([extract(document, self.lexicon)], self.lexicon).findings
        return tuple(
            fault_of(finding, f"{finding.rule}.{finding.start}-{finding.end}", document.text)
            for finding in findings
        )


def _card(facts: Facts, id: str) -> DocumentCard:
    """A document's card by its id, or by as much of it as names one document (8 characters at least)."""
    if id in facts.card_by_id:
        return facts.card_by_id[id]
    cards = [card for card in facts.cards if len(id) >= 8 and card.id.startswith(id)]
    if not cards:
        raise NotFoundError(f"there is no document {id!r} in this build")
    if len(cards) > 1:
        raise NotFoundError(f"the ids of {len(cards)} documents begin with {id!r}; give more of it")
    return cards[0]


def _fault_in(facts: Facts) -> Callable[[Finding], Fault]:
    """How a finding of this build is shown. Findings of one document follow each other: its text is read once."""
    texts: dict[str, str] = {}

    def view(finding: Finding) -> Fault:
        id = facts.card_by_uri[finding.document].id
        if id not in texts:
            texts.clear()
            texts[id] = facts.ledger.document(id).text
        return fault_of(finding, _fault_id(finding, id), texts[id])

    return view


def _fault_id(finding: Finding, document: str) -> str:
    return f"{document[:SHORTENED]}.{finding.rule}.{finding.start}-{finding.end}"


def _page(found: Part[Item], offset: int, view: Callable[[Item], View]) -> Page[View]:
    shown = tuple(map(view, found.items))
    after = offset + len(shown)
    return Page(found.total, offset, after if shown and after < found.total else None, shown)
