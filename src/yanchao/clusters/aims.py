"""What plans aim at: the targets that documents state, edition by edition, and those that only a pack lists.

A later edition of a plan does not overwrite the earlier one: each plan that sets a value for the same thing and year keeps
its own target, and all of them know what was set before and after (`settings`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path

from yanchao.clusters.actuals import is_comparable
from yanchao.clusters.bounds import turned
from yanchao.clusters.standing import Setting
from yanchao.ledger.keys import Words
from yanchao.ledger.matching.normal import settle
from yanchao.ledger.periods import year
from yanchao.ledger.reconciliation import point
from yanchao.ledger.series import Assertion, Observation, Series, SeriesKey
from yanchao.lexicon.entries import PlanTarget, WordlessTarget
from yanchao.lexicon.lexicon import Lexicon
from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.interval import ABOUT_SHARE
from yanchao.statements.statement import Comparator, Kind, Status

COUNTS = frozenset({"number", "enterprises"})
DURATIONS = frozenset({"year", "month", "day", "hour", "minute"})
JUDGED = (Kind.LEVEL, Kind.SHARE, Kind.GROWTH, Kind.CHANGE)

_PLAN_YEARS = pattern(r"(20\d\d)年?[-—–－~～至到]20\d\d")
_CLAUSE_END = pattern(r"[，。；：！？\n]")


@dataclass(frozen=True, slots=True)
class Aim:
    """One target of one plan. `listed` is the pack's line where no document states it."""

    key: SeriesKey
    target: Observation
    plan: str | None
    listed: PlanTarget | None = None


def aims(series: Iterable[Series], listed: Iterable[PlanTarget], lexicon: Lexicon) -> list[Aim]:
    """Targets that the documents state, then those of the packs that no document states."""
    stated = [
        Aim(each.key, edition, plan)
        for each in series
        if each.key.kind in JUDGED and each.key.unit not in DURATIONS
        for observation in _dated(each.observations)
        for plan, edition in _editions(observation, each.key.kind, lexicon)
    ]
    of_packs = [_listed(target, lexicon) for target in listed]
    named = [_completed(aim, of_packs) for aim in stated]
    return [*named, *(aim for aim in of_packs if not any(_same_aim(aim, other) for other in named))]


def set_in(aim: Aim, lexicon: Lexicon) -> int | None:
    """The year in which a target was set: that of its plan, else of the first document that says it; None where nobody tells."""
    of_plan = _year_of(aim.plan, lexicon)
    if of_plan is not None:
        return of_plan
    return min((said.vintage.year for said in aim.target.assertions if said.vintage), default=None)


def settings(of_one_thing: Iterable[Aim], lexicon: Lexicon) -> tuple[Setting, ...]:
    """Every value that was set for one thing and year, in order of time; none where there never was another.

    `of_one_thing` are the targets of all plans for it. A plan sets a thing once, and so does who names no plan on one day:
    where one of them says several values, it is not known what it set, and it is left out.
    """
    by_setter: dict[tuple[str | None, date | None], dict[float, Setting]] = {}
    for aim in of_one_thing:
        for each in _settings(aim, lexicon):
            values = by_setter.setdefault((each.plan, None if each.plan else each.day), {})
            held = values.get(each.value)
            if held is None or _when(each) < _when(held):
                values[each.value] = each
    found = [each for values in by_setter.values() if len(values) == 1 for each in values.values()]
    if len({each.value for each in found}) < 2:
        return ()
    return tuple(sorted(found, key=_when))


def hedges(aim: Aim, lexicon: Lexicon) -> tuple[str, ...]:
    """The words that soften or bound a target, as its best source prints them: 力争, 左右; none where only a pack lists it."""
    if not aim.target.assertions:
        return ()
    said = aim.target.assertions[0]
    start, end = said.start - said.quote_start, said.end - said.quote_start
    before, figure = said.quote[:start], said.quote[start:end]
    clause = before[max((found.end() for found in _CLAUSE_END.finditer(before)), default=0) :]
    softened = [line.word for line in _hedges() if line.word in clause]
    return (*softened, *_bounds(figure, lexicon))


def key_of(target: PlanTarget | WordlessTarget, lexicon: Lexicon) -> SeriesKey:
    """The series that a line of `targets.csv` or `wordless.csv` is about."""
    measure = lexicon.measures.get(target.measure)
    # What is counted is the measure where texts count it (5个产业园区), so the packs' 数量 of it meets them there.
    counted = target.measure in COUNTS and target.subject is not None
    is_fraction = target.unit == "1"
    return settle(
        Words(
            measure=(target.subject or "") if counted else measure.name if measure else target.measure,
            subject="" if counted else target.subject or "",
            base=None,
            cluster=target.cluster,
            region=target.region,
            kind=Kind(target.kind) if target.kind else Kind.SHARE if is_fraction else Kind.LEVEL,
            unit=target.unit,
            qualifiers=frozenset(target.qualifiers),
        ),
        lexicon,
    )


@dataclass(frozen=True, slots=True)
class HedgeWord:
    """A line of `hedges.csv`."""

    word: str


@cache
def _hedges() -> tuple[HedgeWord, ...]:
    return read_table(Path(__file__).with_name("hedges.csv"), HedgeWord)


def _bounds(figure: str, lexicon: Lexicon) -> Iterator[str]:
    """The words in front of and behind the number of a printed figure, the longest of each."""
    for position, stands in (("before", figure.startswith), ("after", figure.endswith)):
        words = (each.text for each in lexicon.comparators if each.position == position and stands(each.text))
        yield from islice(words, 1)


def _dated(observations: Iterable[Observation]) -> Iterator[Observation]:
    """The targets of a series. Who names no year speaks of the one year for which somebody sets the same."""
    targets = [each for each in observations if each.status is Status.TARGET]
    dated = [each for each in targets if year(each.period) is not None]
    added: dict[str | None, list[Assertion]] = {each.period: [] for each in dated}
    for undated in targets:
        if year(undated.period) is None:
            left: list[Assertion] = []
            for said in undated.assertions:
                same = [each for each in dated if any(_is_same(other, said) for other in each.assertions)]
                (added[same[0].period] if len(same) == 1 else left).append(said)
            if left:
                yield point(undated.period, Status.TARGET, left)
    for each in dated:
        yield point(each.period, Status.TARGET, (*each.assertions, *added[each.period]))


def _editions(target: Observation, kind: Kind, lexicon: Lexicon) -> Iterator[tuple[str | None, Observation]]:
    """One target for each plan that sets it: a later edition does not overwrite the earlier one.

    Who names no plan speaks of the first one that says the same.
    """
    by_plan: dict[str | None, list[Assertion]] = {}
    nameless: list[Assertion] = []
    for assertion in target.assertions:
        said = turned(assertion, kind)
        if said.cited:
            listed = lexicon.plan_of(said.cited)
            by_plan.setdefault(listed.id if listed else said.cited, []).append(said)
        else:
            nameless.append(said)
    for said in nameless:
        agreeing = (plan for plan, others in by_plan.items() if plan and _agree(others[0], said))
        by_plan.setdefault(next(agreeing, None), []).append(said)
    for plan, all_said in by_plan.items():
        yield plan, point(target.period, target.status, all_said)


def _agree(one: Assertion | Observation, other: Assertion | Observation) -> bool:
    return one.low <= other.high and other.low <= one.high


def _listed(target: PlanTarget, lexicon: Lexicon) -> Aim:
    """A target of the packs in the shape of a stated one, without assertions: no document of the build says it."""
    value, comparator = float(target.value), Comparator(target.comparator)
    bounds = {
        Comparator.MORE: (value, float("inf")),
        Comparator.AT_LEAST: (value, float("inf")),
        Comparator.LESS: (float("-inf"), value),
        Comparator.AT_MOST: (float("-inf"), value),
        Comparator.ABOUT: (value - ABOUT_SHARE * abs(value), value + ABOUT_SHARE * abs(value)),
    }.get(comparator, (value, value))
    key = key_of(target, lexicon)
    aimed = Observation(target.period, Status.TARGET, value, *bounds, comparator, (), False)
    return Aim(key, turned(aimed, key.kind), target.plan, target)


def _completed(stated: Aim, of_packs: Iterable[Aim]) -> Aim:
    """A target takes what nobody who states it tells, its plan or its year, from the listed one that says the same."""
    if stated.plan is not None and year(stated.target.period) is not None:
        return stated
    same = [aim for aim in of_packs if stated.plan in (None, aim.plan) and _same_aim(aim, stated)]
    if len({year(aim.target.period) for aim in same}) != 1:  # of which year it is, nobody knows
        return stated
    target = replace(stated.target, period=stated.target.period or same[0].target.period)
    return replace(stated, plan=same[0].plan, target=target)


def _same_aim(listed: Aim, stated: Aim) -> bool:
    """Whether a document states what the packs list: same thing, same year where it tells one, figures that meet."""
    # Whether a number is to be added or to be come to, a list in a pack does not say.
    added_or_not = replace(stated.key, qualifiers=tuple(it for it in stated.key.qualifiers if it != "new"))
    return (
        is_comparable(listed.key, added_or_not)
        and year(stated.target.period) in (None, year(listed.target.period))
        and _is_same(listed.target, stated.target)
    )


def _is_same(one: Assertion | Observation, other: Assertion | Observation) -> bool:
    return _agree(one, other) and abs(one.value - other.value) <= ABOUT_SHARE * max(
        abs(one.value), abs(other.value)
    )


def _year_of(plan: str | None, lexicon: Lexicon) -> int | None:
    """The year of a plan: of its issue, else its first, else the first in its title."""
    listed = lexicon.plans.get(plan or "")
    if listed is not None and (listed.issued or listed.first):
        return listed.issued.year if listed.issued else listed.first
    titled = _PLAN_YEARS.search(plan or "")
    return int(titled[1]) if titled else None


def _settings(aim: Aim, lexicon: Lexicon) -> Iterator[Setting]:
    plan = lexicon.plans.get(aim.plan or "")
    issued = plan.issued if plan else None
    its_year = _year_of(aim.plan, lexicon)
    for said in aim.target.assertions:
        # a plan speaks on the day of its issue, whoever repeats it later
        day = issued or said.vintage
        yield Setting(said.value, aim.plan, its_year or (day.year if day else None), day, said, "")
    if aim.listed is not None:
        yield Setting(aim.target.value, aim.plan, its_year, issued, None, aim.listed.source)


def _when(setting: Setting) -> tuple[int, date, str, float]:
    """Settings of which nobody tells the time come last."""
    return setting.year or date.max.year, setting.day or date.max, setting.plan or "", setting.value
