"""Every question that REST and MCP ask of a build, answered with plain data that turns into JSON as it stands.

`api.py` and `mcp.py` are doors over this file: what a question means, what it may ask for and how much it
gets back is decided here once. (What a tool answers with has no slots: the MCP library would take the slots for
default values and then describe no answer at all.)
"""

from __future__ import annotations

import math
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from yanchao.atlas import paths
from yanchao.atlas.facts import Facts
from yanchao.clusters.standing import Standing, TargetStanding
from yanchao.errors import SourceError, YanchaoError
from yanchao.ledger.ledger import DocumentCard, Ledger, Named, Stated
from yanchao.ledger.schema import STORE
from yanchao.ledger.series import Assertion, Observation, Series
from yanchao.statements.record import number

if TYPE_CHECKING:
    from yanchao.audit.finding import Finding
    from yanchao.lexicon.entries import Cluster
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


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """A slice of a longer answer: `items` from number `offset` of `total`; `next` is the offset of the next page."""

    total: int
    offset: int
    next: int | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with the words it came from. Values are in the base unit; a percentage is a fraction.

    `quote` is its sentence; `series` the series that it gives a point of; `page` the address, from the root of
    the atlas in one language, at which it stands marked.
    """

    document: str
    start: int
    end: int
    quote: str
    kind: str
    value: float
    low: float | None
    high: float | None
    unit: str
    comparator: str
    measure: str | None
    subject: str | None
    cluster: str | None
    region: str | None
    base: str | None
    period: str | None
    status: str
    source: str | None
    qualifiers: tuple[str, ...]
    confidence: float
    series: str | None
    page: str


@dataclass(frozen=True, slots=True)
class SeriesCard:
    """A series without its points: the same thing measured at several times."""

    id: str
    name: str
    name_en: str
    measure: str
    subject: str
    region: str | None
    cluster: str | None
    kind: str
    unit: str
    base: str | None
    qualifiers: tuple[str, ...]
    points: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Word:
    """Who said it, when, in which words. `low` and `high` bound what the printed figure claims; null is no bound."""

    document: str
    start: int
    end: int
    value: float
    low: float | None
    high: float | None
    comparator: str
    quote: str
    cited: str | None
    vintage: date | None
    rank: int
    page: str


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a series: the best source's value, whether sources disagree, and everyone's words."""

    period: str | None
    status: str
    value: float
    low: float | None
    high: float | None
    comparator: str
    disputed: bool
    words: tuple[Word, ...]


@dataclass(frozen=True)
class SeriesWithPoints:
    """A series with its points in order of period."""

    card: SeriesCard
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A plan's target held against the latest actual; the paces are compound growth a year, as fractions."""

    measure: str
    subject: str
    unit: str
    plan: str | None
    target: Point
    actual: Point | None
    verdict: str
    progress: float | None
    pace_so_far: float | None
    pace_needed: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class ClusterCard:
    """An industrial cluster: its names, the size declared for it (CNY a year), how much this build knows of it."""

    id: str
    name: str
    name_en: str
    group: str
    tier: float
    tier_source: str
    figures: int
    targets: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A city, firm, platform, project or plan that a text names for a cluster, with the sentence that does."""

    name: str
    role: str
    region: str | None
    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class ClusterProfile:
    """All that this build knows of one cluster. `supported_tier` is the size that its own figures support."""

    card: ClusterCard
    supported_tier: float | None
    targets: tuple[Target, ...]
    series: tuple[SeriesCard, ...]
    named: tuple[NamedThing, ...]


@dataclass(frozen=True)
class DocumentText:
    """A document's card and the range `[start, end)` of its text."""

    card: DocumentCard
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another place that takes part in a fault, and the part it plays."""

    document: str
    start: int
    end: int
    note: str
    note_en: str


@dataclass(frozen=True)
class Fault:
    """A finding of the audit. `document` is the source as it was given; `text` is what stands at fault.

    `relation` is the arithmetic written out; `suggest` is what would have to stand there, null where
    nothing can be said. `id` names the finding within this build.
    """

    id: str
    document: str
    start: int
    end: int
    text: str
    rule: str
    name: str
    severity: str
    message: str
    message_en: str
    relation: str
    relation_en: str
    suggest: str | None
    related: tuple[Elsewhere, ...]


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule of the audit: its stable code, the fault's name, what it looks for, and its page."""

    code: str
    name: str
    group: str
    severity: str
    page: str


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
            _cluster_card(cluster, figures[cluster.id], facts.standings.get(cluster.id))
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
            card=_cluster_card(
                cluster, sum(stated.statement.cluster == id for stated in facts.stated), standing
            ),
            supported_tier=standing.supported_tier if standing else None,
            targets=tuple(map(_target, standing.targets)) if standing else (),
            series=tuple(map(_series_card, facts.series_of_cluster.get(id, ()))),
            named=tuple(_named(named) for named in facts.named if named.mention.cluster == id),
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
        return _page(found, limit, offset, _figure)

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
        return _page(found, limit, offset, _series_card)

    def one_series(self, id: str) -> SeriesWithPoints:
        """One series with every point and everyone's words."""
        try:
            series = self.facts.ledger.one_series(id)
        except KeyError:
            raise NotFoundError(f"there is no series {id!r} in this build") from None
        return SeriesWithPoints(_series_card(series), tuple(map(_point, series.observations)))

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
            _fault(finding, f"{finding.rule}.{finding.start}-{finding.end}", document.text)
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


def _cluster_card(cluster: Cluster, figures: int, standing: Standing | None) -> ClusterCard:
    verdicts = Counter(str(target.verdict) for target in standing.targets) if standing else Counter()
    return ClusterCard(
        id=cluster.id,
        name=cluster.name,
        name_en=cluster.name_en,
        group=cluster.group,
        tier=number(cluster.tier) or 0,
        tier_source=cluster.tier_source,
        figures=figures,
        targets=dict(verdicts),
    )


def _target(standing: TargetStanding) -> Target:
    return Target(
        measure=standing.key.measure,
        subject=standing.key.subject,
        unit=standing.key.unit,
        plan=standing.plan,
        target=_point(standing.target),
        actual=_point(standing.actual) if standing.actual else None,
        verdict=str(standing.verdict),
        progress=standing.progress,
        pace_so_far=standing.pace_so_far,
        pace_needed=standing.pace_needed,
        reason=standing.reason,
    )


def _named(named: Named) -> NamedThing:
    mention = named.mention
    return NamedThing(
        mention.name,
        str(mention.role),
        mention.region,
        named.document,
        mention.start,
        mention.end,
        named.quote,
    )


def _holds(stated: Stated, words: Sequence[str]) -> bool:
    """Whether sentence, measure or subject hold every word; an inherited subject stands outside the sentence."""
    text = "\n".join((stated.quote, stated.statement.measure or "", stated.statement.subject or ""))
    return all(word in text for word in words)


def _figure(stated: Stated) -> Figure:
    statement, quantity = stated.statement, stated.statement.quantity
    return Figure(
        document=stated.document,
        start=quantity.start,
        end=quantity.end,
        quote=stated.quote,
        kind=str(statement.kind),
        value=number(quantity.value) or 0,
        low=number(quantity.low),
        high=number(quantity.high),
        unit=quantity.unit,
        comparator=str(quantity.comparator),
        measure=statement.measure,
        subject=statement.subject,
        cluster=statement.cluster,
        region=statement.region,
        base=statement.base,
        period=statement.period,
        status=str(statement.status),
        source=statement.source,
        qualifiers=tuple(sorted(statement.qualifiers)),
        confidence=statement.confidence,
        series=stated.series,
        page=_marked(stated.document, quantity.start),
    )


def _series_card(series: Series) -> SeriesCard:
    key = series.key
    periods = [point.period for point in series.observations if point.period]
    return SeriesCard(
        id=series.id,
        name=series.name,
        name_en=series.name_en,
        measure=key.measure,
        subject=key.subject,
        region=key.region,
        cluster=key.cluster,
        kind=str(key.kind),
        unit=key.unit,
        base=key.base,
        qualifiers=key.qualifiers,
        points=len(series.observations),
        first=periods[0] if periods else None,
        last=periods[-1] if periods else None,
    )


def _point(observation: Observation) -> Point:
    return Point(
        period=observation.period,
        status=str(observation.status),
        value=observation.value,
        low=_bound(observation.low),
        high=_bound(observation.high),
        comparator=str(observation.comparator),
        disputed=observation.disputed,
        words=tuple(map(_word, observation.assertions)),
    )


def _word(assertion: Assertion) -> Word:
    return Word(
        document=assertion.document,
        start=assertion.start,
        end=assertion.end,
        value=assertion.value,
        low=_bound(assertion.low),
        high=_bound(assertion.high),
        comparator=str(assertion.comparator),
        quote=assertion.quote,
        cited=assertion.cited,
        vintage=assertion.vintage,
        rank=assertion.rank,
        page=_marked(assertion.document, assertion.start),
    )


def _fault_in(facts: Facts) -> Callable[[Finding], Fault]:
    """How a finding of this build is shown. Findings of one document follow each other: its text is read once."""
    texts: dict[str, str] = {}

    def view(finding: Finding) -> Fault:
        id = facts.card_by_uri[finding.document].id
        if id not in texts:
            texts.clear()
            texts[id] = facts.ledger.document(id).text
        return _fault(finding, _fault_id(finding, id), texts[id])

    return view


def _fault_id(finding: Finding, document: str) -> str:
    return f"{document[:16]}.{finding.rule}.{finding.start}-{finding.end}"


def _fault(finding: Finding, id: str, text: str) -> Fault:
    return Fault(
        id=id,
        document=finding.document,
        start=finding.start,
        end=finding.end,
        text=text[finding.start : finding.end],
        rule=finding.rule,
        name=finding.name,
        severity=str(finding.severity),
        message=finding.message,
        message_en=finding.message_en,
        relation=finding.relation,
        relation_en=finding.relation_en,
        suggest=finding.suggest,
        related=tuple(
            Elsewhere(other.document, other.start, other.end, other.note, other.note_en)
            for other in finding.related
        ),
    )


def _bound(value: float) -> float | None:
    """JSON has no infinity: what has no bound has null."""
    return value if math.isfinite(value) else None


def _marked(document: str, start: int) -> str:
    return f"{paths.document(document)}#s={start}"


def _page(found: Sequence[Item], limit: int, offset: int, view: Callable[[Item], View]) -> Page[View]:
    shown = tuple(view(item) for item in found[offset : offset + limit])
    after = offset + len(shown)
    return Page(len(found), offset, after if after < len(found) else None, shown)
