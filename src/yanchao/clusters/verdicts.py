"""One target held against the actuals of the same thing: reached and when, on pace, behind, out of reach, or unknown and why.

A verdict stands for certain where every value that the printed figures leave open gives the same one. Where only their
rounding leaves another open, the printed values decide and `is_certain` is False; where a hedge does (超2万亿元 may be any
amount above), the verdict is unknown, and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yanchao.clusters.actuals import (
    Actual,
    actuals,
    growth_given,
    is_of_a_period,
    of_the_period,
    says_the_same,
)
from yanchao.clusters.aims import Aim, hedges, set_in
from yanchao.clusters.bounds import turned
from yanchao.clusters.goal import Goal, goal
from yanchao.clusters.pace import Form, told
from yanchao.clusters.standing import Setting, TargetStanding, Verdict
from yanchao.clusters.way import Way, way
from yanchao.clusters.wording import FRACTION, Reason, figure, percent
from yanchao.ledger.periods import year
from yanchao.ledger.series import Observation, Series
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass
from yanchao.statements.statement import Status

MONEY = "CNY"
OUT_OF_REACH = 0.5
"""A compound growth a year that no industry of this size has kept up in money: needing more is out of reach. Counts may leap."""
OUT_OF_REACH_TIMES = 3.0
"""Needing more than this many times the pace so far (and over a tenth a year) is out of reach as well."""
LEAST_OUT_OF_REACH = 0.1

NOTHING = Reason("", "")
SIZE_TAKEN = Reason(
    "产业规模与营业收入视为可比。", " Size of the industry and revenue are taken as comparable."
)


ITS_OWN_WORDS = Reason(
    "实际数与目标出自同一句话，读法不一，不能互证。",
    "What reads as an actual figure is the target's own sentence in another print: it proves nothing.",
)


@dataclass(frozen=True, slots=True)
class _Judgement:
    verdict: Verdict
    reason: Reason
    is_certain: bool = True


def judged(
    aim: Aim,
    comparable: Sequence[Series],
    around: Sequence[Series],
    lexicon: Lexicon,
    today: date,
    settings: tuple[Setting, ...] = (),
    left_out: Reason = NOTHING,
) -> TargetStanding:
    """Where a target stands on the day `today`.

    `comparable` are the series whose actuals it may be held against, `around` all those of the same cluster or place, which
    may give the growth of the last year. `settings` are all values that were ever set for it, `left_out` says that an actual
    was not believed.
    """
    key, target, asked = aim.key, aim.target, goal(aim.target, aim.key, lexicon)
    all_found = _held_against(aim, comparable)
    found = [each for each in all_found if not says_the_same(each.observation, target)]
    due = year(target.period)
    last = found[-1] if found else None
    since = set_in(aim, lexicon) or 0
    met = next((each for each in found if each.year >= since and asked.is_met(each.observation)), None)
    its_way: Way | None = None
    if last is None:
        unknown = ITS_OWN_WORDS if all_found else _without_actual(aim, comparable)
        result = _Judgement(Verdict.UNKNOWN, unknown)
    else:
        given = growth_given(around, last, key)
        its_way = way(key.kind, key.unit, found, given, asked, None if met else due)
        if met is not None:
            result = _Judgement(Verdict.REACHED, _reached(met, last, asked, due, key.unit))
        else:
            result = _not_reached(asked, last, due, its_way, key.unit, today)
    reason = result.reason
    if last is not None and last.measure != key.measure:
        reason = reason + SIZE_TAKEN
    reason = reason + _set_anew(settings, key.unit) + left_out
    return TargetStanding(
        key=key,
        target=target,
        plan=aim.plan,
        actual=last.observation if last else None,
        verdict=result.verdict,
        progress=_progress(last, target, asked),
        so_far=its_way.so_far if its_way else None,
        needed=its_way.needed if its_way else None,
        reason=reason.zh,
        reason_en=reason.en.strip(),
        met=met.observation if met else None,
        met_on=asked.shown_on(turned(said, key.kind) for said in met.observation.assertions) if met else None,
        falls=asked.falls,
        is_certain=result.is_certain,
        hedges=hedges(aim, lexicon),
        settings=settings,
        source=aim.listed.source if aim.listed else "",
    )


def _held_against(aim: Aim, comparable: Sequence[Series]) -> list[Actual]:
    if is_of_a_period(aim.key):
        found = of_the_period(comparable, aim.target.period)
    else:
        found = actuals(comparable, aim.key.measure)
    return [Actual(each.year, each.measure, turned(each.observation, aim.key.kind)) for each in found]


def _progress(last: Actual | None, target: Observation, asked: Goal) -> float | None:
    """The last actual as a part of the target; of what is to fall a part says nothing."""
    if last is None or asked.falls or target.value <= 0:
        return None
    return last.observation.value / target.value


def _without_actual(aim: Aim, comparable: Sequence[Series]) -> Reason:
    periods = [
        observation.period
        for each in comparable
        for observation in each.observations
        if observation.status is Status.ACTUAL
    ]
    if not periods:
        return Reason(
            "文献中没有同一指标的实际数。", "No document gives an actual figure of the same measure."
        )
    if is_of_a_period(aim.key) and any(periods):
        return Reason(
            "同一指标只有其他时期的实际数，增量和增速不能跨期对照。",
            "There are actual figures of other periods only: growth and additions are of their own period.",
        )
    return Reason(
        "现有实际数没有注明全年或时点，无法与目标对照。",
        "The actual figures do not say of which full year or day they are.",
    )


def _reached(met: Actual, last: Actual, asked: Goal, due: int | None, unit: str) -> Reason:
    value, when = figure(met.observation.value, unit), met.year
    if due is not None and when != due:
        late = ("晚于", "after") if when > due else ("早于", "before")
        reached = Reason(
            f"{when}年达到（{value.zh}），{late[0]}目标年份{due}年。",
            f"Reached in {when} ({value.en}), {late[1]} {due}.",
        )
    else:
        reached = Reason(f"{when}年达到（{value.zh}）。", f"Reached in {when} ({value.en}).")
    if asked.is_met(last.observation) is False:
        now = figure(last.observation.value, unit)
        reached = reached + Reason(
            f"但{last.year}年为{now.zh}，又未达到。",
            f" But it was {now.en} in {last.year}, short of it again.",
        )
    return reached


def _not_reached(
    asked: Goal, last: Actual, due: int | None, its_way: Way, unit: str, today: date
) -> _Judgement:
    value = figure(last.observation.value, unit)
    if due is None:
        return _Judgement(Verdict.UNKNOWN, Reason("目标没有注明年份。", "The target names no year."))
    if asked.is_met(last.observation) is None and _is_there(asked, last.observation, last.year >= due):
        return _Judgement(
            Verdict.UNKNOWN,
            Reason(
                f"{last.year}年的数（{value.zh}）只是约数，不能断定是否达到。",
                f"The figure of {last.year} ({value.en}) is approximate: it may or may not reach the target.",
            ),
        )
    if last.year >= due:
        return _Judgement(
            Verdict.OUT_OF_REACH,
            Reason(
                f"{last.year}年为{value.zh}，目标年份已过而未达到。",
                f"It was {value.en} in {last.year}: the target's year has passed without it.",
            ),
        )
    if asked.is_met(last.observation):
        # 粮食产量1300亿斤以上 for 2026, said when 1351亿斤 of 2025 were known: not to be passed, but to be held
        return _Judgement(
            Verdict.UNKNOWN,
            Reason(
                f"提出目标之前，{last.year}年（{value.zh}）已达此数；是否达到要看{due}年本身。",
                f"It was there in {last.year} ({value.en}), before the target was set: {due} itself has to show.",
            ),
        )
    late = NOTHING
    if today.year > due:
        late = Reason(
            f"目标年份{due}年已过，文献中没有该年的实际数。",
            f" The year {due} is over, but no document gives its figure.",
        )
    result = _by_pace(asked, its_way, unit)
    facts = Reason(f"{last.year}年为{value.zh}，", f"It was {value.en} in {last.year} and ")
    if its_way.needed is not None:
        needed = told(its_way.needed, unit)
        facts = facts + Reason(f"到{due}年需{needed.zh}", f"needs {needed.en} to {due}")
        if its_way.needed.form is Form.LINEAR and unit != FRACTION:
            facts = facts + Reason(
                "（起点或目标不是正数，无年均增速可言）",
                " (no compound pace is defined from or to zero or a negative value)",
            )
    return _Judgement(result.verdict, facts + result.reason + late, result.is_certain)


def _is_there(asked: Goal, actual: Observation, is_due: bool) -> bool:
    """Whether the printed value is at the goal, or has to be: no pace tells more than the figure itself."""
    ahead = asked.value - actual.value if asked.falls else actual.value - asked.value
    return is_due or ahead >= 0


def _by_pace(asked: Goal, its_way: Way, unit: str) -> _Judgement:
    needed, so_far = its_way.needed, its_way.so_far
    if needed is None:
        return _Judgement(Verdict.UNKNOWN, Reason("尚需的速度无从计算。", "no pace can be worked out."))
    is_compound = needed.form is Form.COMPOUND and not asked.falls
    if is_compound and unit == MONEY and needed.low > OUT_OF_REACH:
        return _Judgement(
            Verdict.OUT_OF_REACH,
            Reason(
                f"，超过年均{percent(OUT_OF_REACH)}，难以实现。",
                f", over {percent(OUT_OF_REACH)}: out of reach.",
            ),
        )
    if so_far is None or its_way.margin is None:
        return _Judgement(
            Verdict.UNKNOWN,
            Reason(
                "；只有一个实际数，此前速度不详。", "; with one actual only, the pace so far is not known."
            ),
        )
    went = told(so_far, unit)
    compared = Reason(f"，此前{went.zh}", f", after {went.en} so far")
    margin, open_to = its_way.margin
    is_certain = open_to.low >= 0 or open_to.high < 0
    if not is_certain and its_way.is_hedged:
        return _Judgement(
            Verdict.UNKNOWN,
            compared
            + Reason(
                "；实际数带有约数或界限，够与不够都有可能。",
                "; the actual figures are bounds or approximate: it may or may not be enough.",
            ),
        )
    doubt = NOTHING
    if not is_certain:
        doubt = Reason("两者之差在四舍五入之内。", " The two differ by no more than rounding.")
    if margin >= 0:
        return _Judgement(
            Verdict.ON_PACE, compared + Reason("，进度相符。", ": on pace.") + doubt, is_certain
        )
    far = max(OUT_OF_REACH_TIMES * so_far.value, LEAST_OUT_OF_REACH)
    if is_compound and needed.value > far:
        return _Judgement(
            Verdict.OUT_OF_REACH,
            compared + Reason("，相差过大，难以实现。", ": too far apart to be reached.") + doubt,
            is_certain,
        )
    return _Judgement(Verdict.BEHIND, compared + Reason("，落后于所需。", ": behind.") + doubt, is_certain)


def _set_anew(settings: Sequence[Setting], unit: str) -> Reason:
    """What is said where a target was set to several values: all of them in order, with the day where it is known."""
    if not settings:
        return NOTHING
    values = [(figure(each.value, unit), str(each.year or "")) for each in settings]
    zh = "、".join(f"{value.zh}（{day}）" if day else value.zh for value, day in values)
    en = ", ".join(f"{value.en} ({day})" if day else value.en for value, day in values)
    return Reason(f"该目标先后有{zh}等说法。", f" It was set to {en}.")
