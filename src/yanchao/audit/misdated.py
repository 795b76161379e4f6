"""A year that is off: not the figures are wrong, but the year that they are given for.

Where relations or plans contradict figures, each year printed for them is tried a year later and a year earlier, on all figures
that it dates at once. It is held to be the fault where nothing contradicts them any more and no other explanation is as
likely: one wrong year costs less than two wrong figures, and a figure that is to the last digit what was published for the
year before is hardly a misprint of another.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from yanchao.audit.confrontation import Confrontation, confront
from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.explanation import Surroundings, explanations
from yanchao.audit.relations import Product, Relation, Same, Stated, Sum
from yanchao.audit.rule import Fault, Group, Rule, rules
from yanchao.documents.document import Document
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.statement import Statement

YEAR = pattern(r"(?<!\d)20\d\d(?!\d)")
DATED_BY = ("period", "source")
"""Fields that are read from a year: a period, and the title of a plan."""

GROUPS = (Group.ARITHMETIC, Group.KNOWN, Group.PLANS)
"""Groups of rules whose relations hang on periods."""

MOST_TRIED = 6
"""Printed years that are tried in one run, those that date most figures in doubt first: each takes another look at all figures."""

MOST_FIGURES = 2000
"""Figures up to which that look is taken."""

OFF = 2.6
"""What it weighs that a year is off, beside the weights of `explanation.py`."""

CONFIRMED, EXACT, MOST_CONFIRMED = 0.8, 1.6, 3.2
"""How much it speaks for another year that a relation holds in it which the printed year does not have, and that it does so to the
last digit that was published."""

USUAL = 0.3
"""How much it speaks for a year that the text names it more often than the one printed, on a logarithmic scale."""

FAULT = 3.0
"""What a fault weighs that no figure but the year would mend."""

Key = tuple[str, frozenset[tuple[str, int]]]
"""What a contradiction says, and of which places (document and offset): the same under another year."""


@dataclass(frozen=True, slots=True)
class Misdated:
    """A printed year (its four digits at `[start, end)`), the one meant, the figures that it dates, and what contradicts it."""

    document: Document
    start: int
    end: int
    meant: str
    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]
    faults: tuple[Fault, ...]

    @property
    def printed(self) -> str:
        return self.document.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the rules made of the figures, by the places of those that take part."""

    failing: Mapping[Key, Relation]
    holding: Mapping[Key, Relation]
    faults: Mapping[Key, Fault]

    @property
    def against(self) -> Mapping[Key, Relation | Fault]:
        """All that contradicts figures."""
        return {**self.failing, **self.faults}


def misdated(
    dossier: Dossier,
    systems: Sequence[Sequence[Relation]],
    rule_of: Mapping[Relation | Fault, Rule],
    around: Surroundings | None,
    confronted: Sequence[Confrontation],
) -> list[Misdated]:
    """The years that are likelier to be off than the figures given for them, beside the failing `systems` of a run.

    `rule_of` has the rule of every relation, and of the faults that rules on plans and dates have seen. Each relation and fault is
    explained once. Whether another year would do is asked of all rules, those included that the run left out; `confronted` is what
    the run's own rules made of the figures as they stand.
    """
    contradictions: dict[Key, Relation | Fault] = {}
    for one in rule_of:
        if isinstance(one, Fault):
            contradictions[_key_of_fault(one)] = one
    for system in systems:
        contradictions |= {_key(one): one for one in system if not one.holds()}
    if len(dossier.figures) > MOST_FIGURES or not contradictions:
        return []
    before: _Seen | None = None
    found: list[tuple[float, Misdated]] = []
    for document, start in _places(dossier, contradictions):
        for step in (1, -1):
            then, moved = _with(dossier, document, start, step)
            doubted = {key: one for key, one in contradictions.items() if key[1] & moved}
            if _moves_as_one(doubted, moved):
                continue
            asked = _confronted(then, dict.fromkeys(rule_of[one] for one in doubted.values()))
            if not _may_end(doubted, _seen(asked)):
                continue
            before = before or _seen(_confronted(dossier, rules(), confronted))
            after = _if_all_hold(then, asked, before, moved)
            if after is None:
                continue
            ended = {key: one for key, one in contradictions.items() if key not in after.against}
            year = Misdated(
                document,
                start,
                start + 4,
                str(int(document.text[start : start + 4]) + step),
                tuple(one for one in dossier.figures if (one.document.uri, one.start) in moved),
                tuple(one for one in ended.values() if isinstance(one, Relation)),
                tuple(one for one in ended.values() if isinstance(one, Fault)),
            )
            confirmed = sum(
                _confirms(relation)
                for key, relation in after.holding.items()
                if key not in before.holding
                and key[1] & moved
                and not (_is_of_one_sentence(relation) and key not in before.failing)
            )
            # Figures of a year for which nothing is known contradict nothing: that alone does not speak for it.
            if confirmed or any(fault.doubts_year for fault in year.faults):
                cost = OFF - min(confirmed, MOST_CONFIRMED) - _usual(year)
                found.append((_weight_without(year, systems, around) - cost, year))
    best: list[Misdated] = []
    explained: set[Relation | Fault] = set()
    for gain, year in sorted(found, key=lambda one: -one[0]):
        if gain > 0 and not explained & {*year.relations, *year.faults}:
            explained |= {*year.relations, *year.faults}
            best.append(year)
    return best


def _moves_as_one(doubted: Mapping[Key, Relation | Fault], moved: set[tuple[str, int]]) -> bool:
    """Whether a contradiction between figures of the text goes on in any other year, all of them being moved there together."""
    return any(
        isinstance(one, Relation) and not one.external and key[1] <= moved for key, one in doubted.items()
    )


def _may_end(doubted: Mapping[Key, Relation | Fault], after: _Seen) -> bool:
    """Whether one contradiction ends with the other year and none of its figures' goes on, by the rules that saw them: a quick look."""
    goes_on = any(isinstance(one, Relation) and key in after.against for key, one in doubted.items())
    return not goes_on and any(key not in after.against for key in doubted)


def _confronted(
    dossier: Dossier, asked: Iterable[Rule], known: Sequence[Confrontation] = ()
) -> list[Confrontation]:
    """What the rules asked make of the dossier, those left out that no year concerns; what is `known` is not asked again."""
    made = {one.rule.code: one for one in known}
    may_look = [rule for rule in asked if rule.group in GROUPS and not rule.is_last]
    return [
        made.get(rule.code) or confront(rule, dossier)
        for rule in may_look
        if dossier.records is not None or not rule.needs_ledger
    ]


def _if_all_hold(
    then: Dossier, asked: Sequence[Confrontation], before: _Seen, moved: set[tuple[str, int]]
) -> _Seen | None:
    """What all rules make of the figures under another year; None where any of them has something against it, the quickest being asked first:
    a year's published figures and plans know the most of it."""
    found: list[Confrontation] = []
    for rule in sorted(rules(), key=lambda one: one.group is Group.ARITHMETIC):
        found += _confronted(then, [rule], asked)
        now = _seen(found[-1:])
        if now.against.keys() - before.against.keys() or any(key[1] & moved for key in now.failing):
            return None
    return _seen(found)


def _seen(confronted: Sequence[Confrontation]) -> _Seen:
    relations = [relation for one in confronted for relation in one.relations]
    faults = [fault for one in confronted if one.rule.group is Group.PLANS for fault in one.faults]
    return _Seen(
        {_key(one): one for one in relations if not one.holds()},
        {_key(one): one for one in relations if one.holds()},
        {_key_of_fault(fault): fault for fault in faults},
    )


def _key(relation: Relation) -> Key:
    return relation.message, frozenset((one.document.uri, one.start) for one in relation.figures)


def _key_of_fault(fault: Fault) -> Key:
    return fault.message.key, frozenset({(fault.document.uri, fault.start)})


def _places(dossier: Dossier, contradicted: Iterable[Key]) -> Iterator[tuple[Document, int]]:
    """Where the years stand that date the figures in doubt, those that date most of them first."""
    doubted = {place for _, places in contradicted for place in places}
    counted: Counter[tuple[str, int]] = Counter()
    documents: dict[str, Document] = {}
    for figure in dossier.figures:
        if (figure.document.uri, figure.start) in doubted or any(
            (figure.document.uri, words.start) in doubted
            for field in DATED_BY
            if (words := figure.statement.words(field)) is not None
        ):
            documents[figure.document.uri] = figure.document
            counted.update((figure.document.uri, start) for start in _years(figure))
    for (uri, start), _ in counted.most_common(MOST_TRIED):
        yield documents[uri], start


def _years(figure: Figure) -> set[int]:
    """Where the years of a figure's period and plan are printed."""
    return {
        year.start()
        for field in DATED_BY
        if (words := figure.statement.words(field)) is not None
        for year in YEAR.finditer(figure.document.text, words.start, words.end)
    }


def _with(
    dossier: Dossier, document: Document, start: int, step: int
) -> tuple[Dossier, set[tuple[str, int]]]:
    """The dossier with another year at `start`, and the places of the figures that it dates."""
    printed = document.text[start : start + 4]
    meant = str(int(printed) + step)
    moved: set[tuple[str, int]] = set()
    extractions = []
    for extraction in dossier.extractions:
        if extraction.document is document:
            statements = []
            for one in extraction.statements:
                other = _dated(one, start, printed, meant)
                if other is not one:
                    moved.add((document.uri, one.start))
                statements.append(other)
            extraction = replace(extraction, statements=tuple(statements))
        extractions.append(extraction)
    return dossier.restated(extractions), moved


def _dated(one: Statement, start: int, printed: str, meant: str) -> Statement:
    """The statement with the other year, where it is dated by the words at `start`; else itself."""
    period, source = one.words("period"), one.words("source")
    if period is not None and period.start <= start < period.end and one.period and printed in one.period:
        return replace(one, period=one.period.replace(printed, meant))
    if source is not None and source.start <= start < source.end and one.source and printed in one.source:
        return replace(one, source=one.source.replace(printed, meant))
    return one


def _confirms(relation: Relation) -> float:
    """How much a relation that holds speaks for the year in which it does."""
    if relation.known is not None:
        exact = relation.figures[0].claim.stated.contains(relation.known)
        return EXACT if exact else 0.0
    form = relation.form
    if isinstance(form, Product | Sum):
        return CONFIRMED if form.bound.high <= form.bound.low * 1.25 else 0.0
    return EXACT if isinstance(form, Same | Stated) else 0.0


def _is_of_one_sentence(relation: Relation) -> bool:
    """Whether the figures of a sentence are held against each other alone: their words tie them, whatever the year, so that another one
    speaks for itself only where it ends a contradiction between them."""
    return (
        not relation.external
        and relation.known is None
        and len({one.statement.sentence for one in relation.figures}) == 1
    )


def _usual(year: Misdated) -> float:
    """How much it speaks for a year that the text names it more often than the one printed."""
    told = Counter(YEAR.findall(year.document.text))
    return max(-1.0, min(USUAL * math.log((told[year.meant] + 1) / told[year.printed]), 1.0))


def _weight_without(
    year: Misdated, systems: Sequence[Sequence[Relation]], around: Surroundings | None
) -> float:
    """What it takes to explain without the year all that the year explains."""
    weight = FAULT * bool(year.faults)
    ended = set(year.relations)
    for system in systems:
        failing = {relation for relation in system if not relation.holds()}
        if failing & ended:
            weight += explanations(system, around)[0].weight if failing <= ended else -OFF
    return weight
