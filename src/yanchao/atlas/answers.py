"""Every question that REST and MCP ask of a build: what it means, what it may ask for, how much it gets back.

`api.py` and `mcp.py` are doors over this file; `replies.py` is what comes back.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Sequence
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
    named_thing_of,
    point_of,
    series_card_of,
    target_of,
)
from yanchao.errors import SourceError, YanchaoError
from yanchao.ledger.ledger import DocumentCard, Ledger, Stated
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

SENT = "text"
"""What a text that was sent to be checked is called."""

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

    @property
    def facts(self) -> Facts:
        """The build as it stands now."""
        with self._lock:
            if self._identity() not in (self._build, None):
                self._build, self._facts = self._open()
            return self._facts

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
        figures = Counter(stated.statement.cluster for stated in facts.stated)
        return tuple(
            cluster_card_of(cluster, figures[cluster.id], facts.standings.get(cluster.id))
            for cluster in facts.clusters
        )

    def cluster(self, id: str) -> ClusterProfile:
        """One cluster with its targets, series and the things named for it."""
        cluster = self.lexicon.clusters.get(id)
        if cluster is None:
            raise NotFoundError(f"there is no cluster {id!r}; there are {', '.join(self.lexicon.clusters)}")
        facts = self.facts
        standing = facts.standings.get(id)
        return ClusterProfile(
            card=cluster_card_of(
                cluster, sum(stated.statement.cluster == id for stated in facts.stated), standing
            ),
            supported_tier=standing.supported_tier if standing else None,
            targets=tuple(map(target_of, standing.targets)) if standing else (),
            series=tuple(map(series_card_of, facts.series_of_cluster.get(id, ()))),
            named=tuple(named_thing_of(named) for named in facts.named if named.mention.cluster == id),
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
        words = q.split()
        facts = self.facts
        if document is not None:
            document = _card(facts, document).id
        found = [
            stated
            for stated in facts.stated
            if document in (None, stated.document)
            and cluster in (None, stated.statement.cluster)
            and region in (None, stated.statement.region)
            and period in (None, stated.statement.period)
            and status in (None, stated.statement.status)
            and (not words or _holds(stated, words))
        ]
        return _page(found, limit, offset, figure_of)

    def series(
        self,
        *,
        cluster: str | None = None,
        measure: str | None = None,
        region: str | None = None,
        limit: int = PAGE,
        offset: int = 0,
    ) -> Page[SeriesCard]:
        """Series that match all that is given, without their points. `measure` is an id or any word for it."""
        known = self.lexicon.measure_by_word.get(measure) if measure else None
        found = [
            series
            for series in self.facts.series
            if cluster in (None, series.key.cluster)
            and region in (None, series.key.region)
            and (measure in (None, series.key.measure) or (known and known.id == series.key.measure))
        ]
        return _page(found, limit, offset, series_card_of)

    def one_series(self, id: str) -> SeriesWithPoints:
        """One series with every point and everyone's words."""
        try:
            series = self.facts.ledger.one_series(id)
        except KeyError:
            raise NotFoundError(f"there is no series {id!r} in this build") from None
        return SeriesWithPoints(series_card_of(series), tuple(map(point_of, series.observations)))

    # Documents

    def documents(self, *, limit: int = PAGE, offset: int = 0) -> Page[DocumentCard]:
        """All documents, newest first."""
        return _page(self.facts.cards, limit, offset, lambda card: card)

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
        uri = _card(facts, document).uri if document is not None else None
        found = [
            finding
            for finding in facts.findings
            if uri in (None, finding.document) and rule in (None, finding.rule)
        ]
        return _page(found, limit, offset, _fault_in(facts))

    def finding(self, id: str) -> Fault:
        """One finding by the id that `findings` gave it."""
        facts = self.facts
        for finding in facts.findings:
            if _fault_id(finding, facts.card_by_uri[finding.document].id) == id:
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


def _holds(stated: Stated, words: Sequence[str]) -> bool:
    """Whether sentence, measure or subject hold every word; an inherited subject stands outside the sentence."""
    text = "\n".join((stated.quote, stated.statement.measure or "", stated.statement.subject or ""))
    return all(word in text for word in words)


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
    return f"{document[:16]}.{finding.rule}.{finding.start}-{finding.end}"


def _page(found: Sequence[Item], limit: int, offset: int, view: Callable[[Item], View]) -> Page[View]:
    shown = tuple(view(item) for item in found[offset : offset + limit])
    after = offset + len(shown)
    return Page(len(found), offset, after if after < len(found) else None, shown)
