"""What an audit could check and what not, figure by figure: silence is not approval.

A figure is tested by a relation if the relation would fail were the figure wrong enough. That is tried, not declared: the
figure is made twice and half as large, then a millionfold and a millionth, with everything else as printed. So no rule has
to say how much its relations see, and a relation that cannot fail (a part of a whole that is only said to be over 100)
counts for nothing. Faults of form, which look at every figure's words, are no relations.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from yanchao.audit.confrontation import Confrontation
from yanchao.audit.dossier import Claim, Dossier, Figure
from yanchao.audit.finding import Range
from yanchao.audit.messages import Said, Words, say
from yanchao.audit.relations import Relation
from yanchao.interval import Interval
from yanchao.quick import dataclass
from yanchao.statements.statement import Statement


class State(StrEnum):
    """How far a figure was checked."""

    CHECKED = "checked"  # a figure twice or half as large would have been found
    BOUNDED = "bounded"  # only one that is far too large, or far too small, would have been found
    UNCHECKED = "unchecked"  # it stands in no relation that was tested


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation that tested a figure: whose it is, what it ties together, with which others, and whether it holds.

    `known` is the source of the figure from outside of the text that takes part, empty where none does.
    """

    rule: str
    name: str
    words: Words
    others: tuple[Range, ...]
    known: str
    holds: bool
    state: State


@dataclass(frozen=True, slots=True)
class Skipped:
    """A relation that was left out, where, and why; `rule` is empty where no rule found anything to hold the figure against."""

    rule: str
    start: int
    end: int
    reason: str
    reason_en: str


@dataclass(frozen=True, slots=True)
class Covered:
    """One figure: how far it was checked, by what, and what was left out. An unchecked one always has a reason."""

    statement: Statement
    state: State
    ties: tuple[Tie, ...]
    skipped: tuple[Skipped, ...]

    @property
    def holds(self) -> bool:
        """Whether every relation that it stands in holds."""
        return all(tie.holds for tie in self.ties)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of one document the audit could check, figure by figure in order of place.

    `skipped` has each relation that was left out once, at the figure that it was to check.
    """

    document: str
    figures: tuple[Covered, ...]
    skipped: tuple[Skipped, ...] = ()

    @property
    def related(self) -> tuple[Statement, ...]:
        """The figures that stood in at least one relation that was tested."""
        return tuple(one.statement for one in self.figures if one.state is not State.UNCHECKED)

    @property
    def unrelated(self) -> tuple[Statement, ...]:
        """The figures that stood in none."""
        return tuple(one.statement for one in self.figures if one.state is State.UNCHECKED)

    def count(self, state: State) -> int:
        """How many figures were checked so far."""
        return sum(one.state is state for one in self.figures)


def coverage(dossier: Dossier, seen: Iterable[Confrontation]) -> tuple[Coverage, ...]:
    """The coverage of every document."""
    ties: defaultdict[Figure, list[Tie]] = defaultdict(list)
    skipped: defaultdict[Figure, list[Skipped]] = defaultdict(list)
    once: defaultdict[str, list[Skipped]] = defaultdict(list)
    for one in seen:
        for figure, tie in _ties(one):
            ties[figure].append(tie)
        for unjudged in one.unjudged:
            for figure in unjudged.figures:
                skipped[figure].append(_skipped(one.rule.code, figure, unjudged.reason))
            first = unjudged.figures[0]
            once[first.document.uri].append(skipped[first][-1])
    return tuple(
        Coverage(
            extraction.document.uri,
            tuple(_covered(figure, ties, skipped) for figure in figures),
            tuple(sorted(once[extraction.document.uri], key=lambda one: (one.start, one.rule))),
        )
        for extraction, figures in dossier.by_document
    )


def strength(relation: Relation, figure: Figure) -> State:
    """How far a relation tests one of its figures, by trying what it would say were the figure wrong."""
    if not relation.holds():
        return State.CHECKED

    def notices(factor: float) -> bool:
        wrong = _scaled(figure.claim, factor)
        return not relation.holds(lambda other: wrong if other is figure else other.claim)

    noticed = sum(map(notices, (2.0, 0.5)))
    if noticed == 2:
        return State.CHECKED
    return State.BOUNDED if noticed or notices(1e6) or notices(1e-6) else State.UNCHECKED


def _scaled(claim: Claim, factor: float) -> Claim:
    return Claim(
        Interval(claim.range.low * factor, claim.range.high * factor),
        Interval(claim.stated.low * factor, claim.stated.high * factor),
    )


def _ties(seen: Confrontation) -> Iterable[tuple[Figure, Tie]]:
    words = say_both(seen.rule.ties) if seen.rule.ties else Words("", "")
    code, name = seen.rule.code, seen.rule.name
    for relation in seen.relations:
        source = relation.fields.get("source")
        known = source if relation.external and isinstance(source, str) else ""
        holds = relation.holds()
        for figure in relation.figures:
            state = State.BOUNDED if relation.is_supposed and holds else strength(relation, figure)
            if state is not State.UNCHECKED:
                others = _others(figure, relation.figures)
                yield figure, Tie(code, name, words, others, known, holds, state)
    for compared in seen.compared:
        for figure in compared.figures:
            others = _others(figure, compared.figures)
            yield figure, Tie(code, name, words, others, "", compared.agree, State.BOUNDED)


def _others(figure: Figure, figures: Sequence[Figure]) -> tuple[Range, ...]:
    return tuple(
        Range(other.document.uri, other.start, other.end) for other in figures if other is not figure
    )


def _covered(
    figure: Figure, ties: Mapping[Figure, list[Tie]], skipped: Mapping[Figure, list[Skipped]]
) -> Covered:
    own = tuple(dict.fromkeys(ties.get(figure, ())))
    states = {tie.state for tie in own}
    state = next((one for one in (State.CHECKED, State.BOUNDED) if one in states), State.UNCHECKED)
    left_out = tuple(dict.fromkeys(skipped.get(figure, ())))
    if state is State.UNCHECKED and not left_out:
        left_out = (_skipped("", figure, _why_alone(figure)),)
    return Covered(figure.as_read, state, own, left_out)


def _why_alone(figure: Figure) -> Said:
    """Why no rule found anything to hold a figure against: what is missing, or that nothing else speaks of it."""
    if not figure.statement.measure:
        return Said("no-measure")
    if figure.statement.period is None:
        return Said("no-period")
    return Said("said-once")


def _skipped(rule: str, figure: Figure, reason: Said) -> Skipped:
    words = say_both(reason)
    return Skipped(rule, figure.start, figure.end, words.zh, words.en)


def say_both(said: Said) -> Words:
    """A sentence of the catalogue in both languages."""
    return Words(say(said, "zh"), say(said, "en"))


def counts(coverage: Iterable[Coverage]) -> Counter[State]:
    """How many figures of all documents were checked how far."""
    return Counter(one.state for each in coverage for one in each.figures)
