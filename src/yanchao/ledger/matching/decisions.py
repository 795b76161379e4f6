"""What a person decided about names that the program does not know: one small file, a decision a line.

    one,other,verdict,note,decided
    "充电设施 | 440000 | …","充电桩 | 440000 | …",same,"the plan calls them so",2026-03-01

`same`: what is said of the first series is a word about the second. `different`: they stay two, also where a sure step would
join them. A line that is taken out is undone by the next build. Every ledger keeps the decisions that it was built with.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from yanchao.errors import UsageError
from yanchao.ledger.matching.naming import key_of, text_of
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.tables import numbered_lines, rows_of
from yanchao.quick import dataclass, replace

NAME = "yanchao-decisions.csv"
SAME, DIFFERENT = "same", "different"
VERDICTS = (SAME, DIFFERENT)
HEAD = """\
# Decisions of people about which names mean one series (yanchao ledger review, yanchao ledger decide).
# A line that is taken out is undone by the next build.
#
# one, other  the two series, by their keys: measure | subject | region | cluster | kind | unit | universe | qualifiers
# verdict     same: what is said of the first is a word about the second; different: they stay two
# note        why
# decided     the day
one,other,verdict,note,decided
"""


@dataclass(frozen=True, slots=True)
class Decision:
    """A line of the file: two series by their keys in one line each, and what was decided about them."""

    one: str
    other: str
    verdict: str
    note: str = ""
    decided: date | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions, ready to be asked. `targets` maps the key of a series to the one that it was decided to be.

    `apart` are pairs that stay two, `own` the keys that keep their own name though a sure step would take it away.
    """

    made: tuple[Decision, ...]
    targets: Mapping[str, SeriesKey]
    apart: frozenset[frozenset[str]]
    own: frozenset[str]


NONE = Decisions((), {}, frozenset(), frozenset())


def decided(key: SeriesKey, named: SeriesKey, decisions: Decisions) -> SeriesKey:
    """The key of the series that a figure belongs to: `key` by the rules, `named` as the lexicon alone names it."""
    if decisions is NONE:
        return key
    if named != key and text_of(named) in decisions.own:
        key = named
    return decisions.targets.get(text_of(key), key)


def read_decisions(path: Path) -> Decisions:
    """The decisions in a file; none where there is none.

    Raises:
        PackError: where a line cannot be read.
        UsageError: where two lines contradict each other, or one joins what can never be one series.
    """
    lines = numbered_lines(path)
    made = rows_of(path, lines, Decision)
    for (number, _), decision in zip(lines[1:], made, strict=True):
        problem = _problem(decision)
        if problem:
            raise UsageError(f"{path}:{number}: {problem}")
    return decisions_of(made, str(path))


def decisions_of(made: Iterable[Decision], where: str = "the ledger") -> Decisions:
    """The same from the decisions themselves; `where` they stand.

    Raises:
        UsageError: where two of them contradict each other.
    """
    made = tuple(made)
    if not made:
        return NONE
    targets = _targets([(it.one, it.other) for it in made if it.verdict == SAME])
    apart = frozenset(frozenset((it.one, it.other)) for it in made if it.verdict == DIFFERENT)
    for pair in sorted(map(sorted, apart)):
        ends = {targets.get(name, name) for name in pair}
        if len(ends) < 2:
            raise UsageError(f"{where}: {pair[0]!r} and {pair[-1]!r} are said to be the same and different")
    own = frozenset(it.one for it in made if it.verdict == DIFFERENT)
    return Decisions(made, {name: key_of(end) for name, end in targets.items()}, apart, own)


def changed(before: Decisions, after: Decisions) -> frozenset[str]:
    """The keys that decisions name which only one of two builds knows: what may belong elsewhere than before."""
    differing = {(it.one, it.other, it.verdict) for it in before.made} ^ {
        (it.one, it.other, it.verdict) for it in after.made
    }
    return frozenset(name for one, other, _ in differing for name in (one, other))


def written(made: Sequence[Decision]) -> str:
    """The text of a file with these decisions."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    for it in made:
        writer.writerow((it.one, it.other, it.verdict, " ".join(it.note.split()), it.decided or ""))
    return HEAD + target.getvalue()


def with_decision(made: Sequence[Decision], new: Decision) -> tuple[Decision, ...]:
    """The decisions with a new one, which takes the place of an earlier one about the same two series."""
    return (*without_decision(made, new.one, new.other), new)


def without_decision(made: Sequence[Decision], one: str, other: str) -> tuple[Decision, ...]:
    """The decisions but those about these two series."""
    return tuple(it for it in made if {it.one, it.other} != {one, other})


def _problem(decision: Decision) -> str | None:
    if decision.verdict not in VERDICTS:
        return f"a verdict is {' or '.join(VERDICTS)}, not {decision.verdict!r}"
    try:
        one, other = key_of(decision.one), key_of(decision.other)
    except ValueError as error:
        return str(error)
    for name, key in ((decision.one, one), (decision.other, other)):
        if text_of(key) != name:
            return f"{name!r} is to be written {text_of(key)!r}"
    return None if decision.verdict == DIFFERENT else why_never(one, other)


def why_never(one: SeriesKey, other: SeriesKey) -> str | None:
    """Why two series can never be one, whoever decides it; None where they can."""
    if one == other:
        return "both names are of the same series"
    if replace(one, kind=other.kind, unit=other.unit) != one:
        return f"{one.kind} in {one.unit!r} and {other.kind} in {other.unit!r} are no figures of one series"
    return None


def _targets(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Where each name ends: the second of a pair, and what that one was decided to be in turn."""
    together: dict[str, set[str]] = {}
    for one, other in pairs:
        whole = together.get(one, {one}) | together.get(other, {other})
        together.update(dict.fromkeys(whole, whole))
    left = {one for one, _ in pairs}
    ends: dict[str, str] = {}
    for name, whole in together.items():
        end = min(whole - left or whole)
        if name != end:
            ends[name] = end
    return ends
