"""What REST and MCP answer with: plain data that turns into JSON as it stands, and how it is made from the build's own.

JSON has no infinity, so what has no bound has null; numbers are whole where they are whole. What a tool answers
with is a dataclass of the standard library without slots: of any other the MCP library would describe no answer at all.
"""

from __future__ import annotations

import dataclasses
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar

from yanchao.atlas import paths
from yanchao.atlas.evidence import LONGEST_SIDE
from yanchao.atlas.faults import sentence
from yanchao.ledger.ledger import DocumentCard, Named, Stated
from yanchao.ledger.series import Assertion, Observation, Series
from yanchao.quick import dataclass
from yanchao.statements.record import number

if TYPE_CHECKING:
    from yanchao.audit.finding import Finding
    from yanchao.audit.rule import Rule
    from yanchao.clusters import pace, standing
    from yanchao.clusters.standing import Standing, TargetStanding
    from yanchao.lexicon.entries import Cluster

Cards = Mapping[str, DocumentCard]
"""The documents of a build by their ids."""

WORDS = 12
"""How many sources' words come with a point: a figure that everyone repeats would fill a page on its own."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """A slice of a longer answer: `items` from number `offset` of `total`; `next` is the offset of the next page.

    Where nothing was found, `hint` says which names nobody knows and which are near them; else it is null.
    """

    total: int
    offset: int
    next: int | None
    items: tuple[Item, ...]
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with the words it came from. Values are in the base unit; a percentage is a fraction.

    `quote` is its sentence; `series` the series that it gives a point of; `page` the address, from the root of
    the atlas in one language, at which it stands marked.
    """

    document: str
    title: str
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
    """A series: the same thing measured at several times. `latest` is the last of its points with its best source's
    word; the others come with the series itself.
    """

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
    latest: Point | None


@dataclass(frozen=True, slots=True)
class Word:
    """Who said it, when, in which words. `low` and `high` bound what the printed figure claims; null is no bound."""

    document: str
    title: str
    publisher: str | None
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
    """One point of a series: the best source's value, whether sources disagree, and their words, best first.

    `times` is how often it is said; `words` holds the first of them.
    """

    period: str | None
    status: str
    value: float
    low: float | None
    high: float | None
    comparator: str
    disputed: bool
    times: int
    words: tuple[Word, ...]


@dataclasses.dataclass(frozen=True)
class SeriesWithPoints:
    """A series with its points in order of period."""

    card: SeriesCard
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast it went, or would have to go: `compound` growth a year as a fraction, or `linear` units a year.

    `low` and `high` bound what the printed figures leave open; null is no bound. `formula` has the numbers.
    """

    form: str
    value: float
    low: float | None
    high: float | None
    formula: str


@dataclass(frozen=True, slots=True)
class Setting:
    """One value that a target was set to: by which plan, on which day, in which document's words."""

    value: float
    plan: str | None
    year: int | None
    day: date | None
    document: str | None
    start: int | None
    end: int | None
    quote: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Target:
    """A plan's target held against the latest actual; the paces are compound growth a year, as fractions.

    A target without a cluster is a place's own. `met_period` is the period of the first actual that shows it reached,
    `met_on` the day on which that was first said. `certain` is false where the rounding of the figures leaves another
    verdict open, `falls` true where less is better, `hedges` the words that soften or bound it. `so_far` and `needed` are the
    paces with their bounds, compound or not. `settings` are all values that it was ever set to, where there were several.
    `plan` is an id or a title; where a pack lists the target and no document says it, `source` is where its plan was read.
    """

    cluster: str | None
    region: str | None
    measure: str
    subject: str
    unit: str
    plan: str | None
    source: str | None
    target: Point
    actual: Point | None
    verdict: str
    certain: bool
    falls: bool
    hedges: tuple[str, ...]
    met_period: str | None
    met_on: date | None
    progress: float | None
    pace_so_far: float | None
    pace_needed: float | None
    so_far: Pace | None
    needed: Pace | None
    settings: tuple[Setting, ...]
    reason: str
    reason_en: str


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
    """A city, firm, platform, project or plan that texts name for a cluster, how often, and one sentence that does."""

    name: str
    role: str
    region: str | None
    times: int
    document: str
    start: int
    end: int
    quote: str


@dataclasses.dataclass(frozen=True)
class ClusterProfile:
    """What this build knows of one cluster. `supported_tier` is the size that its own figures support.

    `series` is the first page of its series; the others follow by asking for its series.
    """

    card: ClusterCard
    supported_tier: float | None
    targets: tuple[Target, ...]
    series: Page[SeriesCard]
    named: tuple[NamedThing, ...]


@dataclasses.dataclass(frozen=True)
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


@dataclasses.dataclass(frozen=True)
class Fault:
    """A finding of the audit. `document` is the source as it was given, `document_id` its id in this build, `page` where
    its place is marked, `own_page` the page about it (null where there are too many for each to have one), all three
    null for a text that was sent; `text` is what stands at fault, `quote` its sentence.

    `relation` is the arithmetic written out; `suggest` is what would have to stand there, null where
    nothing can be said. `id` names the finding within this build.
    """

    id: str
    document: str
    document_id: str | None
    start: int
    end: int
    text: str
    quote: str
    page: str | None
    own_page: str | None
    rule: str
    name: str
    severity: str
    message: str
    message_en: str
    relation: str
    relation_en: str
    suggest: str | None
    related: tuple[Elsewhere, ...]


@dataclasses.dataclass(frozen=True)
class Checked:
    """The audit of a text: its faults, and how many of its figures stood in at least one relation, and in none.

    A figure that nothing could be held against is not thereby right: silence is not approval.
    """

    characters: int
    figures: int
    related: int
    unrelated: int
    findings: tuple[Fault, ...]


@dataclasses.dataclass(frozen=True)
class RulePage:
    """A rule of the audit: its stable code, the fault's name, its page, and sentences that set it off or do not."""

    code: str
    name: str
    group: str
    severity: str
    page: str
    sets_off: tuple[str, ...]
    does_not: tuple[str, ...]


def rule_page_of(rule: Rule) -> RulePage:
    return RulePage(
        code=rule.code,
        name=rule.name,
        group=str(rule.group),
        severity=str(rule.severity),
        page=rule.page,
        sets_off=rule.examples.bad,
        does_not=rule.examples.good,
    )


def cluster_card_of(cluster: Cluster, figures: int, standing: Standing | None) -> ClusterCard:
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


def target_of(standing: TargetStanding, cards: Cards) -> Target:
    return Target(
        cluster=standing.key.cluster,
        region=standing.key.region,
        measure=standing.key.measure,
        subject=standing.key.subject,
        unit=standing.key.unit,
        plan=standing.plan,
        source=standing.source or None,
        target=point_of(standing.target, cards),
        actual=point_of(standing.actual, cards) if standing.actual else None,
        verdict=str(standing.verdict),
        certain=standing.is_certain,
        falls=standing.falls,
        hedges=standing.hedges,
        met_period=standing.met.period if standing.met else None,
        met_on=standing.met_on,
        progress=standing.progress,
        pace_so_far=standing.pace_so_far,
        pace_needed=standing.pace_needed,
        so_far=_pace_of(standing.so_far),
        needed=_pace_of(standing.needed),
        settings=tuple(map(_setting_of, standing.settings)),
        reason=standing.reason,
        reason_en=standing.reason_en,
    )


def _pace_of(its: pace.Pace | None) -> Pace | None:
    if its is None:
        return None
    return Pace(str(its.form), its.value, _bound(its.low), _bound(its.high), its.formula)


def _setting_of(setting: standing.Setting) -> Setting:
    said = setting.said
    return Setting(
        value=setting.value,
        plan=setting.plan,
        year=setting.year,
        day=setting.day,
        document=said.document if said else None,
        start=said.start if said else None,
        end=said.end if said else None,
        quote=said.quote if said else None,
        source=setting.source or None,
    )


def named_things_of(mentions: Sequence[Named]) -> tuple[NamedThing, ...]:
    """Everything that is named, once for each part that it plays, in order of first mention."""
    times = Counter((named.mention.name, named.mention.role) for named in mentions)
    first = {(named.mention.name, named.mention.role): named for named in reversed(mentions)}
    return tuple(
        NamedThing(
            name=name,
            role=str(role),
            region=first[name, role].mention.region,
            times=count,
            document=first[name, role].document,
            start=first[name, role].mention.start,
            end=first[name, role].mention.end,
            quote=first[name, role].quote,
        )
        for (name, role), count in times.items()
    )


def figure_of(stated: Stated, cards: Cards) -> Figure:
    statement, quantity = stated.statement, stated.statement.quantity
    return Figure(
        document=stated.document,
        title=cards[stated.document].title,
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


def series_card_of(series: Series, cards: Cards) -> SeriesCard:
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
        latest=point_of(series.observations[-1], cards, most=1) if series.observations else None,
    )


def point_of(observation: Observation, cards: Cards, *, most: int = WORDS) -> Point:
    return Point(
        period=observation.period,
        status=str(observation.status),
        value=observation.value,
        low=_bound(observation.low),
        high=_bound(observation.high),
        comparator=str(observation.comparator),
        disputed=observation.disputed,
        times=observation.times,
        words=tuple(word_of(each, cards) for each in observation.assertions[:most]),
    )


def word_of(assertion: Assertion, cards: Cards) -> Word:
    card = cards[assertion.document]
    return Word(
        document=assertion.document,
        title=card.title,
        publisher=card.publisher,
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


def fault_of(
    finding: Finding, id: str, text: str, document: str | None = None, own_page: str | None = None
) -> Fault:
    """A finding of a text: that of the build's `document`, by its id, with its own page, or one that was sent."""
    return Fault(
        id=id,
        document=finding.document,
        document_id=document,
        start=finding.start,
        end=finding.end,
        text=text[finding.start : finding.end],
        quote=_quote(text, finding.start, finding.end),
        page=_marked(document, finding.start) if document else None,
        own_page=own_page,
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


def _quote(text: str, start: int, end: int) -> str:
    """The sentence around a range, shortened where it is no sentence but a book without a full stop."""
    first, last = sentence(text, start, end)
    return text[max(first, start - LONGEST_SIDE) : min(last, end + LONGEST_SIDE)].strip()


def _bound(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _marked(document: str, start: int) -> str:
    return f"{paths.document(document)}#s={start}"
