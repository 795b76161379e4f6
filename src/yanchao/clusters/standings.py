"""Targets held against actuals: where each cluster is, how fast it went, how fast it would have to go.

A target meets only actuals of the same thing: same cluster, subject, kind, unit, base and qualifiers, and the same
measure. The one exception is size: plans set 产业规模 where reports give 营业收入, so revenue and size are held
against each other, and the reason says so. Value added never meets revenue.

The pace is compound: from a to b in n years it is ``(b / a) ** (1 / n) - 1``, the average annual growth rate of the
statistical yearbooks (水平法). It is not defined from or to zero or a negative value; there the verdict stands on
the values alone, and says so.
"""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date

from yanchao.clusters.doubt import Place, believed
from yanchao.clusters.standing import Standing, TargetStanding, Verdict
from yanchao.clusters.tiers import supported_tier
from yanchao.clusters.wording import Reason, amount, percent
from yanchao.ledger.keys import Words, settle
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.periods import is_point, year
from yanchao.ledger.reconciliation import JUDGED_BY, point
from yanchao.ledger.series import Assertion, Observation, Series, SeriesKey
from yanchao.lexicon.entries import PlanTarget
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, replace
from yanchao.statements.interval import ABOUT_SHARE
from yanchao.statements.statement import Comparator, Kind, Status

SIZE = ("revenue", "scale", "software-revenue")
"""Measures of how large an industry is that are held against each other; the first is preferred."""

LESS_IS_BETTER = frozenset({"energy-intensity", "unemployment", "income-ratio"})
COUNTS = frozenset({"number", "enterprises"})
DURATIONS = frozenset({"year", "month", "day", "hour", "minute"})
JUDGED = (Kind.LEVEL, Kind.SHARE, Kind.GROWTH)
OUT_OF_REACH = 0.5
"""A compound growth a year that no cluster of this size has kept up: needing more is out of reach."""
OUT_OF_REACH_TIMES = 3.0
"""Needing more than this many times the pace so far (and over a tenth a year) is out of reach as well."""


def standings(
    ledger: Ledger, lexicon: Lexicon, leaving_out: Container[str] = frozenset()
) -> Iterator[Standing]:
    """Every cluster of the packs but those left out, in their order, as it stood on the day of the build.

    One cluster is judged at a time: what is said of all of them together need not fit into memory.
    """
    today = ledger.judged_on or date.today()
    doubted = ledger.doubted()
    tiers = _tiers(lexicon)
    for id in lexicon.clusters:
        if id not in leaving_out:
            series = tuple(ledger.each_series(cluster=id, most=JUDGED_BY))
            yield _standing(id, series, tiers, lexicon, today, doubted)


def judge(
    series: Iterable[Series], lexicon: Lexicon, today: date, doubted: frozenset[Place] = frozenset()
) -> tuple[Standing, ...]:
    """Every cluster of the packs, in their order, judged from `series` as of `today`, without the `doubted` actuals."""
    of_cluster: dict[str, list[Series]] = {id: [] for id in lexicon.clusters}
    for each in series:
        if each.key.cluster in of_cluster:
            of_cluster[each.key.cluster].append(each)
    tiers = _tiers(lexicon)
    return tuple(_standing(id, found, tiers, lexicon, today, doubted) for id, found in of_cluster.items())


def _tiers(lexicon: Lexicon) -> list[float]:
    return sorted({float(cluster.tier) for cluster in lexicon.clusters.values()})


@dataclass(frozen=True, slots=True)
class Goal:
    """What a target asks: `value` to be reached from below, or from above where `is_ceiling`."""

    value: float
    is_ceiling: bool

    def is_met(self, actual: Observation) -> bool:
        """Whether the actual meets it for certain: a hedge that leaves it open does not."""
        if self.is_ceiling:
            hedged = actual.comparator in (Comparator.MORE, Comparator.AT_LEAST)
            bound = actual.high if actual.comparator is Comparator.ABOUT else actual.value
            return not hedged and bound <= self.value
        hedged = actual.comparator in (Comparator.LESS, Comparator.AT_MOST)
        bound = actual.low if actual.comparator is Comparator.ABOUT else actual.value
        return not hedged and bound >= self.value


def goal(target: Observation, key: SeriesKey) -> Goal:
    """What a target asks, with its hedge: 约 and 左右 ask for the lower end of what they allow, 接近 for a twentieth less."""
    is_ceiling = target.comparator is Comparator.AT_MOST or key.measure in LESS_IS_BETTER
    if target.comparator is Comparator.ABOUT:
        return Goal(target.high if is_ceiling else target.low, is_ceiling)
    if target.comparator is Comparator.LESS and not is_ceiling:
        return Goal(target.value - ABOUT_SHARE * abs(target.value), is_ceiling)
    return Goal(target.value, is_ceiling)


def pace(first: float, last: float, years: int) -> float | None:
    """Compound growth a year from `first` to `last`; None where it is not defined."""
    if years <= 0 or first <= 0 or last <= 0:
        return None
    rate: float = (last / first) ** (1 / years) - 1
    return rate if math.isfinite(rate) else None


def _standing(
    cluster: str,
    series: Sequence[Series],
    tiers: Sequence[float],
    lexicon: Lexicon,
    today: date,
    doubted: frozenset[Place],
) -> Standing:
    stated, series = series, [believed(each, doubted) for each in series]
    left_out = frozenset(each.id for each, said in zip(series, stated, strict=True) if each is not said)
    declared = float(lexicon.clusters[cluster].tier)
    places = (None, lexicon.home)
    whole = [each for each in series if each.key.region in places and _is_size_of_whole(each.key, cluster)]
    support = supported_tier(whole, declared, tiers)
    tier_reason = support.reason + _left_out(whole, left_out)
    return Standing(
        cluster=cluster,
        declared_tier=declared,
        supported_tier=support.tier,
        tier_evidence=support.evidence,
        targets=tuple(_targets(cluster, series, lexicon, today, left_out)),
        tier_reason=tier_reason.zh,
        tier_reason_en=tier_reason.en,
    )


def _left_out(series: Iterable[Series], left_out: frozenset[str]) -> Reason:
    """What is said where an actual of these series was left out, being held to be wrong."""
    if not any(each.id in left_out for each in series):
        return Reason("", "")
    return Reason(
        "有数字经核查疑为有误，未予采用。", " A figure that the audit holds to be wrong is left out."
    )


def _is_size_of_whole(key: SeriesKey, cluster: str) -> bool:
    is_money = key.kind is Kind.LEVEL and key.unit == "CNY" and key.measure in SIZE
    return (
        is_money and key.subject == cluster and "subset" not in key.qualifiers and "new" not in key.qualifiers
    )


@dataclass(frozen=True, slots=True)
class _Aim:
    key: SeriesKey
    target: Observation
    plan: str | None


def _targets(
    cluster: str, series: Sequence[Series], lexicon: Lexicon, today: date, left_out: frozenset[str]
) -> Iterator[TargetStanding]:
    """Targets that the documents state, then those of the packs that no document states."""
    stated = [
        _Aim(each.key, edition, plan)
        for each in series
        if each.key.kind in JUDGED and each.key.unit not in DURATIONS
        for observation in each.observations
        if observation.status is Status.TARGET
        for plan, edition in _editions(observation, lexicon)
    ]
    listed = (_listed(target, lexicon) for target in lexicon.targets if target.cluster == cluster)
    new = [aim for aim in listed if not any(_same_aim(aim, other) for other in stated)]
    for aim in sorted((*stated, *new), key=_aim_order):
        comparable = [each for each in series if _is_comparable(each.key, aim.key)]
        yield _judge(aim, comparable, series, today, _left_out(comparable, left_out))


def _editions(target: Observation, lexicon: Lexicon) -> Iterator[tuple[str | None, Observation]]:
    """One target for each plan that sets it: a later edition does not overwrite the earlier one.

    Who names no plan speaks of the first one that says the same.
    """
    by_plan: dict[str | None, list[Assertion]] = {}
    nameless: list[Assertion] = []
    for assertion in target.assertions:
        if assertion.cited:
            listed = lexicon.plan_of(assertion.cited)
            by_plan.setdefault(listed.id if listed else assertion.cited, []).append(assertion)
        else:
            nameless.append(assertion)
    for assertion in nameless:
        agreeing = (plan for plan, said in by_plan.items() if plan and _agree(said[0], assertion))
        by_plan.setdefault(next(agreeing, None), []).append(assertion)
    for plan, said in by_plan.items():
        yield plan, point(target.period, target.status, said)


def _agree(one: Assertion, other: Assertion) -> bool:
    return one.low <= other.high and other.low <= one.high


def _listed(target: PlanTarget, lexicon: Lexicon) -> _Aim:
    """A target of the packs in the shape of a stated one, without assertions: no document of the build says it."""
    value, comparator = float(target.value), Comparator(target.comparator)
    bounds = {
        Comparator.MORE: (value, float("inf")),
        Comparator.AT_LEAST: (value, float("inf")),
        Comparator.LESS: (float("-inf"), value),
        Comparator.AT_MOST: (float("-inf"), value),
        Comparator.ABOUT: (value * (1 - ABOUT_SHARE), value * (1 + ABOUT_SHARE)),
    }.get(comparator, (value, value))
    measure = lexicon.measures.get(target.measure)
    # What is counted is the measure where texts count it (5个产业园区), so the packs' 数量 of it meets them there.
    counted = target.measure in COUNTS and target.subject is not None
    key = settle(
        Words(
            measure=(target.subject or "") if counted else measure.name if measure else target.measure,
            subject="" if counted else target.subject or "",
            base=None,
            cluster=target.cluster,
            region=target.region,
            kind=Kind.SHARE if target.unit == "1" else Kind.LEVEL,
            unit=target.unit,
        ),
        lexicon,
    )
    aimed = Observation(target.period, Status.TARGET, value, *bounds, comparator, (), False)
    return _Aim(key, aimed, target.plan)


def _same_aim(listed: _Aim, stated: _Aim) -> bool:
    """Whether a document states what the packs list: same thing, same year, figures that meet."""
    one, other = listed.target, stated.target
    # Whether a number is to be added or to be come to, a list in a pack does not say.
    added_or_not = replace(stated.key, qualifiers=tuple(it for it in stated.key.qualifiers if it != "new"))
    return (
        _is_comparable(listed.key, added_or_not)
        and year(one.period) == year(other.period)
        and one.low <= other.high
        and other.low <= one.high
        and abs(one.value - other.value) <= ABOUT_SHARE * max(abs(one.value), abs(other.value))
    )


def _aim_order(aim: _Aim) -> tuple[bool, str, str, str, float]:
    is_size_of_whole = _is_size_of_whole(aim.key, aim.key.cluster or "")
    return (
        not is_size_of_whole,
        aim.key.measure,
        aim.key.subject,
        aim.target.period or "",
        aim.target.value,
    )


def _is_comparable(one: SeriesKey, other: SeriesKey) -> bool:
    """Whether an actual of one key may be held against a target of the other."""
    same_measure = one.measure == other.measure or (one.measure in SIZE and other.measure in SIZE)
    # A cluster is the subject of the nation's figure as well as of the province's: 全国 must not meet a province's target.
    same_place = one.region is None or other.region is None or one.region == other.region
    return (
        same_measure
        and same_place
        and (one.subject, one.kind, one.unit, one.base, one.qualifiers)
        == (
            other.subject,
            other.kind,
            other.unit,
            other.base,
            other.qualifiers,
        )
    )


@dataclass(frozen=True, slots=True)
class _Actual:
    """An actual with the year it is about and the measure it is given in."""

    year: int
    measure: str
    observation: Observation


def _actuals(series: Sequence[Series], preferred: str) -> list[_Actual]:
    """The dated actuals, one a year: that of the target's own measure first, then that of the best source."""
    found: dict[int, _Actual] = {}
    for each in series:
        for observation in each.observations:
            its_year = year(observation.period)
            if (
                observation.status is not Status.ACTUAL
                or its_year is None
                or not is_point(observation.period)
            ):
                continue
            actual = _Actual(its_year, each.key.measure, observation)
            held = found.get(its_year)
            if held is None or _preference(actual, preferred) < _preference(held, preferred):
                found[its_year] = actual
    return [found[its_year] for its_year in sorted(found)]


def _preference(actual: _Actual, preferred: str) -> tuple[bool, int, float]:
    best = actual.observation.assertions[0].rank if actual.observation.assertions else 9
    return actual.measure != preferred, best, -actual.observation.value


def _judge(
    aim: _Aim, comparable: Sequence[Series], cluster: Sequence[Series], today: date, left_out: Reason
) -> TargetStanding:
    actuals = _actuals(comparable, aim.key.measure)
    asked = goal(aim.target, aim.key)
    last = actuals[-1] if actuals else None
    met = next((actual for actual in actuals if asked.is_met(actual.observation)), None)
    due = year(aim.target.period)
    so_far = needed = None
    if last is not None and aim.key.kind is Kind.LEVEL:
        so_far = _pace_so_far(actuals, aim.key, cluster)
        if due is not None and due > last.year and met is None:
            needed = pace(last.observation.value, asked.value, due - last.year)
    if last is None:
        verdict, reason = Verdict.UNKNOWN, _without_actual(comparable)
    elif met is not None:
        last = last if asked.is_met(last.observation) else met
        verdict, reason = Verdict.REACHED, _reached(met, due)
    else:
        verdict, reason = _not_reached(asked, last, due, so_far, needed, today)
    if last is not None and last.measure != aim.key.measure:
        reason = reason + Reason(
            "产业规模与营业收入视为可比。", " Size of the industry and revenue are taken as comparable."
        )
    reason = reason + left_out
    return TargetStanding(
        key=aim.key,
        target=aim.target,
        plan=aim.plan,
        actual=last.observation if last else None,
        verdict=verdict,
        progress=last.observation.value / aim.target.value if last and aim.target.value > 0 else None,
        pace_so_far=so_far,
        pace_needed=needed,
        reason=reason.zh,
        reason_en=reason.en,
    )


def _pace_so_far(actuals: Sequence[_Actual], key: SeriesKey, cluster: Sequence[Series]) -> float | None:
    """From the first actual to the last of the same measure; with one actual, the growth that the texts give for it."""
    last = actuals[-1]
    first = next(actual for actual in actuals if actual.measure == last.measure)
    if first is not last:
        return pace(first.observation.value, last.observation.value, last.year - first.year)
    for each in cluster:
        its = each.key
        wanted = (Kind.GROWTH, last.measure, key.subject, key.region, ())
        if (its.kind, its.measure, its.subject, its.region, its.qualifiers) != wanted:
            continue
        for observation in each.observations:
            if observation.status is Status.ACTUAL and year(observation.period) == last.year:
                return observation.value
    return None


def _without_actual(comparable: Sequence[Series]) -> Reason:
    undated = any(
        observation.status is Status.ACTUAL for each in comparable for observation in each.observations
    )
    if undated:
        return Reason(
            "现有实际数没有注明全年或时点，无法与目标对照。",
            "The actual figures do not say of which full year or day they are.",
        )
    return Reason("文献中没有同一指标的实际数。", "No document gives an actual figure of the same measure.")


def _reached(met: _Actual, due: int | None) -> Reason:
    value, when = amount(met.observation.value), met.year
    if due is not None and when != due:
        late = ("晚于", "after") if when > due else ("早于", "before")
        return Reason(
            f"{when}年达到（{value.zh}），{late[0]}目标年份{due}年。",
            f"Reached in {when} ({value.en}), {late[1]} {due}.",
        )
    return Reason(f"{when}年达到（{value.zh}）。", f"Reached in {when} ({value.en}).")


def _not_reached(
    asked: Goal, last: _Actual, due: int | None, so_far: float | None, needed: float | None, today: date
) -> tuple[Verdict, Reason]:
    value = amount(last.observation.value)
    if due is None:
        return Verdict.UNKNOWN, Reason("目标没有注明年份。", "The target names no year.")
    if last.year >= due:
        if last.observation.comparator in (Comparator.ABOUT, Comparator.LESS) and not asked.is_ceiling:
            return Verdict.UNKNOWN, Reason(
                f"{last.year}年的数（{value.zh}）只是约数，不能断定是否达到。",
                f"The figure of {last.year} ({value.en}) is approximate: it may or may not reach the target.",
            )
        return Verdict.OUT_OF_REACH, Reason(
            f"{last.year}年为{value.zh}，目标年份已过而未达到。",
            f"It was {value.en} in {last.year}: the target's year has passed without it.",
        )
    late = Reason("", "")
    if today.year > due:
        late = Reason(
            f"目标年份{due}年已过，文献中没有该年的实际数。",
            f" The year {due} is over, but no document gives its figure.",
        )
    if needed is None:
        return (
            Verdict.UNKNOWN,
            Reason(
                f"{last.year}年为{value.zh}；起点或目标不是正数，年均增速无从计算。",
                f"It was {value.en} in {last.year}; no compound pace is defined from or to zero or a negative value.",
            )
            + late,
        )
    verdict, judgement = _by_pace(asked, so_far, needed)
    facts = Reason(
        f"{last.year}年为{value.zh}，到{due}年需年均{percent(needed)}",
        f"It was {value.en} in {last.year} and needs {percent(needed)} a year to {due}",
    )
    return verdict, facts + judgement + late


def _by_pace(asked: Goal, so_far: float | None, needed: float) -> tuple[Verdict, Reason]:
    if not asked.is_ceiling and needed > OUT_OF_REACH:
        return Verdict.OUT_OF_REACH, Reason(
            f"，超过年均{percent(OUT_OF_REACH)}，难以实现。", f", over {percent(OUT_OF_REACH)}: out of reach."
        )
    if so_far is None:
        return Verdict.UNKNOWN, Reason(
            "；只有一个实际数，此前增速不详。", "; with one actual only, the pace so far is not known."
        )
    enough = so_far <= needed if asked.is_ceiling else so_far >= needed
    compared = Reason(f"，此前年均{percent(so_far)}", f", after {percent(so_far)} so far")
    if enough:
        return Verdict.ON_PACE, compared + Reason("，进度相符。", ": on pace.")
    if not asked.is_ceiling and needed > max(OUT_OF_REACH_TIMES * so_far, 0.1):
        return Verdict.OUT_OF_REACH, compared + Reason(
            "，相差过大，难以实现。", ": too far apart to be reached."
        )
    return Verdict.BEHIND, compared + Reason("，落后于所需。", ": behind.")
