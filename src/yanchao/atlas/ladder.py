"""Where a cluster is, as the pages show it: its headline target, its rung, what its figures support."""

from __future__ import annotations

import math
from collections.abc import Iterable

from yanchao.atlas import caps, paths
from yanchao.atlas.evidence import Quote, of_assertion, path_to
from yanchao.atlas.facts import Facts, grouped
from yanchao.atlas.figures import last_year
from yanchao.atlas.language import Text, both
from yanchao.clusters.pace import Form, rate
from yanchao.clusters.standing import PlaceStanding, Standing, TargetStanding, Verdict
from yanchao.ledger.series import Observation, SeriesKey
from yanchao.lexicon.entries import Cluster
from yanchao.quick import dataclass
from yanchao.statements.statement import Kind, Status


@dataclass(frozen=True, slots=True)
class Aim:
    """A target beside its actual. `measure` names what is aimed at."""

    standing: TargetStanding
    measure: Text
    subject: Text | None
    plan: Text | None
    plan_path: str | None
    target_quotes: tuple[Quote, ...]
    actual_quotes: tuple[Quote, ...]
    target_path: str | None
    actual_path: str | None

    @property
    def total(self) -> int:
        """How many words of sources there are for target and actual, shown or not."""
        actual = self.standing.actual
        return self.standing.target.times + (actual.times if actual else 0)

    @property
    def left_out(self) -> int:
        return self.total - len(self.target_quotes) - len(self.actual_quotes)

    @property
    def unit(self) -> str:
        return self.standing.key.unit

    @property
    def kind(self) -> Kind:
        return self.standing.key.kind

    @property
    def year(self) -> int | None:
        return last_year(self.standing.target.period)

    @property
    def full(self) -> float:
        """The length of the bar, a little beyond all that is shown on it."""
        actual = self.standing.actual
        ends: list[float] = [self.standing.target.value, actual.value if actual else 0.0, *(self.band or ())]
        return 1.1 * max(map(abs, ends))

    @property
    def band(self) -> tuple[float, float] | None:
        """From the least to the greatest that sources give for the actual figure, where they contradict each other."""
        actual = self.standing.actual
        if actual is None or not actual.disputed:
            return None
        said = [assertion.value for assertion in actual.assertions if math.isfinite(assertion.value)]
        return (min(said), max(said)) if said and min(said) < max(said) else None


@dataclass(frozen=True, slots=True)
class Goals:
    """The targets of one plan that no actual figure can be held against yet; `left_out` of them are not shown."""

    plan: Text | None
    path: str | None
    aims: tuple[Aim, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Direction:
    """Growth a year, as a fraction, up to the figure on the gauge: `since` a year, None where texts give it as a rate."""

    pace: float
    since: int | None


class Support:
    """What the figures of a cluster say of the tier declared for it."""

    HOLDS = "holds"
    SHORT = "short"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Place:
    """A cluster on the ladder. `actual_path` leads to the words behind the figure on its gauge."""

    cluster: Cluster
    name: Text
    group: Text
    path: str
    aim: Aim | None
    evidence: Observation | None
    actual_path: str | None
    support: str
    supported_tier: float | None
    direction: Direction | None
    statements: int

    @property
    def actual(self) -> Observation | None:
        """The figure on the gauge: the one that the tier is judged by, else the actual of the headline target."""
        return self.evidence or (self.aim.standing.actual if self.aim else None)

    @property
    def has_reached(self) -> bool:
        """Whether the headline target of its plan is reached."""
        return self.aim is not None and self.aim.standing.verdict is Verdict.REACHED


@dataclass(frozen=True, slots=True)
class Rung:
    """A tier with the clusters declared for it."""

    tier: float
    places: tuple[Place, ...]


def ladder(facts: Facts) -> tuple[Rung, ...]:
    """All clusters on their rungs, the highest first; on a rung the largest figure first."""
    places = [place(facts, cluster) for cluster in facts.clusters]
    tiers = sorted({float(cluster.tier) for cluster in facts.clusters}, reverse=True)
    return tuple(
        Rung(
            tier,
            tuple(
                sorted(
                    (place for place in places if float(place.cluster.tier) == tier),
                    key=lambda place: -(place.actual.value if place.actual else 0.0),
                )
            ),
        )
        for tier in tiers
    )


def place(facts: Facts, cluster: Cluster) -> Place:
    """One cluster on the ladder."""
    standing = facts.standings.get(cluster.id)
    group = facts.lexicon.groups[cluster.group]
    aim = headline(home_aims(facts, standing)) if standing else None
    evidence = standing.tier_evidence if standing else None
    shown = evidence or (aim.standing.actual if aim else None)
    return Place(
        cluster=cluster,
        name=Text(cluster.name, cluster.name_en),
        group=Text(group.name, group.name_en),
        path=paths.cluster(cluster.id),
        aim=aim,
        evidence=evidence,
        actual_path=path_to(facts, shown),
        support=_support(standing),
        supported_tier=standing.supported_tier if standing else None,
        direction=_direction(facts, cluster, shown, aim) if shown else None,
        statements=facts.statements_of_cluster.get(cluster.id, 0),
    )


_IN_MONEY = "s.unit = 'CNY' AND s.kind = 'level'"


def _direction(facts: Facts, cluster: Cluster, shown: Observation, aim: Aim | None) -> Direction | None:
    """Which way the figure on the gauge has gone since the first whole year of its series, else as texts give it."""
    last = last_year(shown.period)
    for series in facts.series(cluster=cluster.id, only=_IN_MONEY):
        if not any((each.period, each.value) == (shown.period, shown.value) for each in series.observations):
            continue
        earlier = [
            (int(each.period), each.value)
            for each in series.observations
            if each.status is Status.ACTUAL and each.period and each.period.isdecimal()
        ]
        before = min((each for each in earlier if last and each[0] < last), default=None)
        pace = rate(Form.COMPOUND, before[1], shown.value, last - before[0]) if before and last else None
        if before and pace is not None:
            return Direction(pace, before[0])
    given = aim.standing.pace_so_far if aim and aim.standing.actual == shown else None
    return None if given is None else Direction(given, None)


def aims(facts: Facts, standing: Standing | PlaceStanding) -> tuple[Aim, ...]:
    """Every target of a cluster or a place, those in money first, the largest first."""
    points = [point for target in standing.targets for point in (target.target, target.actual) if point]
    sources = caps.fair([len(point.assertions) for point in points], caps.SOURCES, caps.QUOTES)
    found = [
        Aim(
            standing=target,
            measure=facts.measure_name(target.key),
            subject=facts.subject_name(target.key),
            plan=_plan_name(facts, target.plan),
            plan_path=paths.plan(target.plan) if target.plan else None,
            target_quotes=_quotes(facts, target.target, sources),
            actual_quotes=_quotes(facts, target.actual, sources),
            target_path=path_to(facts, target.target),
            actual_path=path_to(facts, target.actual),
        )
        for target in standing.targets
    ]
    return tuple(
        sorted(found, key=lambda aim: (not _is_money(aim.standing.key), -abs(aim.standing.target.value)))
    )


def home_aims(facts: Facts, standing: Standing) -> tuple[Aim, ...]:
    """The targets of a cluster without those that another province sets itself for the same industry."""
    return tuple(aim for aim in aims(facts, standing) if not facts.is_elsewhere(aim.standing.key))


def goals(aims: Iterable[Aim]) -> tuple[Goals, ...]:
    """Targets under the plan that sets them, plans in the order of their weightiest target."""
    return tuple(
        Goals(same[0].plan, same[0].plan_path, same[: caps.TARGETS], len(same[caps.TARGETS :]))
        for same in grouped(aims, lambda aim: aim.plan_path).values()
    )


def headline(aims: tuple[Aim, ...]) -> Aim | None:
    """The target that stands for the cluster: in money, judged where one is, else the largest."""
    money = [aim for aim in aims if _is_money(aim.standing.key)]
    judged = [aim for aim in money if aim.standing.verdict is not Verdict.UNKNOWN]
    with_actual = [aim for aim in money if aim.standing.actual is not None]
    return next(iter(judged or with_actual or money), None)


def _quotes(facts: Facts, point: Observation | None, most: int) -> tuple[Quote, ...]:
    """The words behind a point; none where only a pack gives it."""
    return tuple(of_assertion(facts, assertion) for assertion in point.assertions[:most]) if point else ()


def _is_money(key: SeriesKey) -> bool:
    return key.unit == "CNY" and key.kind is Kind.LEVEL


def _support(standing: Standing | None) -> str:
    if standing is None or standing.supported_tier is None:
        return Support.SILENT
    return Support.HOLDS if standing.supported_tier >= standing.declared_tier else Support.SHORT


def _plan_name(facts: Facts, plan: str | None) -> Text | None:
    if plan is None:
        return None
    listed = facts.lexicon.plans.get(plan)
    return Text(listed.title, listed.title_en) if listed else both(plan)
