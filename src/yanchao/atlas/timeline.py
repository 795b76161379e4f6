"""A time line: year by year what sources say was, what targets were reached, and what plans ask for.

It is made from what the rest of a page shows already, so that nothing stands in it whose words are not on that page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum

from yanchao.atlas import caps
from yanchao.atlas.cards import Card
from yanchao.atlas.facts import grouped
from yanchao.atlas.figures import last_year
from yanchao.atlas.ladder import Aim
from yanchao.atlas.language import Text
from yanchao.atlas.paths import plan as plan_path
from yanchao.ledger.series import Observation, SeriesKey
from yanchao.lexicon.entries import Plan
from yanchao.quick import dataclass
from yanchao.statements.statement import Kind, Status

FEWEST = 2
"""Years of a time line with a figure in them: what all belongs to one year is no line."""


class Step(StrEnum):
    """What an event is, in the order in which the events of a year are told."""

    BEGINS = "begins"
    ENDS = "ends"
    TARGET = "target"
    REACHED = "reached"
    FIGURE = "figure"


ORDER = tuple(Step)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a year. `path` leads to the sentence behind a figure, or to the page of a plan.

    `point` is the figure, in `unit`; None where a plan begins or ends, whose title is `name` then. `whose` is the part of
    the cluster, or the firm, that the figure is of. `plan` names the plan that sets a target.
    """

    step: Step
    name: Text | None
    path: str | None
    whose: Text | None = None
    point: Observation | None = None
    unit: str = ""
    kind: Kind = Kind.LEVEL
    plan: Text | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """A year with its events, the weightiest first; `left_out` of them are not shown."""

    year: int
    events: tuple[Event, ...]
    left_out: int


def timeline(
    cards: Iterable[Card] = (), aims: Iterable[Aim] = (), plans: Iterable[Plan] = ()
) -> tuple[Year, ...]:
    """The years in which anything is known, the earliest first; none where fewer than two of them have a figure.

    Figures come in the order of the cards, targets in that of the aims; what the cards hold of targets is told as aims.
    Of a year no more than `caps.EVENTS` are shown. A plan that has lines of its own is not named again at its targets.
    """
    told = list(plans)
    judged = tuple(aims)
    reached = {(aim.standing.key, aim.standing.met.period) for aim in judged if aim.standing.met}
    figures = [*_of_aims(judged, {plan.title for plan in told}), *_of_cards(cards, reached)]
    if len({year for year, _ in figures}) < FEWEST:
        return ()
    events = sorted([*_of_plans(told), *figures], key=lambda dated: ORDER.index(dated[1].step))
    by_year = grouped(events, lambda dated: dated[0])
    return tuple(_year(year, [event for _, event in by_year[year]]) for year in sorted(by_year))


def _year(year: int, events: Sequence[Event]) -> Year:
    return Year(year, tuple(events[: caps.EVENTS]), len(events[caps.EVENTS :]))


def _of_plans(plans: Iterable[Plan]) -> Iterator[tuple[int, Event]]:
    for plan in plans:
        title = Text(plan.title, plan.title_en)
        for year, step in ((plan.first, Step.BEGINS), (plan.last, Step.ENDS)):
            if year is not None:
                yield year, Event(step, title, plan_path(plan.id))


def _of_aims(aims: Iterable[Aim], told: Collection[str]) -> Iterator[tuple[int, Event]]:
    for aim in aims:
        met = aim.standing.met
        if aim.year is not None:
            yield (
                aim.year,
                _event(Step.TARGET, aim, aim.standing.target, aim.target_path or aim.plan_path, told),
            )
        if met is not None and (year := last_year(met.period)) is not None:
            is_latest = aim.standing.actual is not None and aim.standing.actual.period == met.period
            path = aim.actual_path if is_latest else None
            yield year, _event(Step.REACHED, aim, met, path, told)


def _event(step: Step, aim: Aim, point: Observation, path: str | None, told: Collection[str]) -> Event:
    plan = aim.plan if aim.plan and aim.plan.zh not in told else None
    return Event(step, aim.measure, path, aim.subject, point, aim.unit, aim.kind, plan)


def _of_cards(
    cards: Iterable[Card], told: Collection[tuple[SeriesKey, str | None]]
) -> Iterator[tuple[int, Event]]:
    for card in cards:
        for point in card.points:
            if point.year is None or point.observation.status is Status.TARGET:
                continue
            if (card.series.key, point.observation.period) in told:
                continue
            path = point.said[0].quote.path if point.said else None
            yield (
                point.year,
                Event(Step.FIGURE, card.measure, path, card.subject, point.observation, card.unit, card.kind),
            )
