"""The audit: every rule confronts the statements, what fails is traced to its figure, what was not checked is said.

`audit` is the whole door: it makes the dossier, lets each rule look at it, tests the relations that the rules found,
finds the least-weight figures at fault (`localisation.py`) and what they were meant to be (`repair.py`).
"""

from __future__ import annotations

import traceback
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from yanchao.audit.dossier import Claim, Dossier, Figure, free
from yanchao.audit.finding import Finding, Related, Severity
from yanchao.audit.localisation import Culprits, culprits, systems
from yanchao.audit.messages import LANGUAGES, Said, say
from yanchao.audit.relations import Product, Relation, Sum, printed
from yanchao.audit.repair import NO_SLIP, Repair, repair
from yanchao.audit.rule import Fault, Rule, Unjudged, choose
from yanchao.audit.topics import Topics
from yanchao.documents.document import Document
from yanchao.errors import UsageError
from yanchao.lexicon.lexicon import Lexicon
from yanchao.statements.statement import Extraction, Statement

MOST_RELATED = 6
"""Places named beside a finding; more would hide it."""

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
TIE = 0.35
"""Two explanations whose weights differ by less than this are equally likely."""

CONFIRMED = 0.4
"""What each equation that holds adds to the weight of its figures: a figure that fits elsewhere is trusted more."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one rule: how many of its relations (or, for faults of form, documents) passed and failed,
    how many it could not judge and why, and the error it crashed with, if it did."""

    rule: str
    name: str
    passed: int
    failed: int
    unjudged: tuple[tuple[str, int], ...] = ()
    crashed: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A relation that was left out, where, and why."""

    rule: str
    start: int
    end: int
    reason: str
    reason_en: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of one document the audit could check: silence is not approval."""

    document: str
    related: tuple[Statement, ...]
    unrelated: tuple[Statement, ...]
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True)
class Audit:
    """The findings of a run in order of document and place, and what the run could and could not see."""

    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]
    outcomes: tuple[Outcome, ...]

    def of(self, document: str) -> tuple[Finding, ...]:
        """The findings of one document, by its URI."""
        return tuple(finding for finding in self.findings if finding.document == document)


def audit(
    extractions: Sequence[Extraction],
    lexicon: Lexicon,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    language: str = "zh",
) -> Audit:
    """Hold the statements of one or more documents against each other and against the packs.

    `select` and `ignore` take codes, beginnings of codes and names. `language` is that of `Finding.message` and
    `Finding.relation` (`zh` or `en`). A rule that crashes loses nothing but its own findings: the crash is in `Audit.outcomes`.

    Raises:
        UsageError: where `select` or `ignore` names no rule, or the language is none of ours.
    """
    if language not in LANGUAGES:
        raise UsageError(f"no such language: {language!r}; findings are written in {' or '.join(LANGUAGES)}")
    dossier = Dossier(tuple(extractions), lexicon, Topics(lexicon))
    seen = [_confront(rule, dossier) for rule in choose(select, ignore)]
    writer = _Writer(language)
    by_relation = {
        relation: confrontation.rule for confrontation in seen for relation in confrontation.relations
    }
    findings = [
        writer.of_fault(confrontation.rule, fault) for confrontation in seen for fault in confrontation.faults
    ]
    for system in systems(list(by_relation)):
        findings += writer.of_system(system, by_relation)
    order = {extraction.document.uri: index for index, extraction in enumerate(extractions)}
    unique = {(f.document, f.start, f.end, f.rule): f for f in reversed(findings)}
    return Audit(
        findings=tuple(sorted(unique.values(), key=lambda f: (order[f.document], f.start, f.end, f.rule))),
        coverage=_coverage(dossier, seen),
        outcomes=tuple(confrontation.outcome(len(extractions), language) for confrontation in seen),
    )


@dataclass(frozen=True)
class _Confrontation:
    """What one rule saw."""

    rule: Rule
    relations: tuple[Relation, ...]
    faults: tuple[Fault, ...]
    unjudged: tuple[Unjudged, ...]
    crashed: str | None

    def outcome(self, documents: int, language: str) -> Outcome:
        failed = sum(not relation.holds() for relation in self.relations)
        at_fault = len({fault.document.uri for fault in self.faults})
        passed = len(self.relations) - failed
        if not self.relations and not self.crashed:
            passed = documents - at_fault
        reasons = Counter(say(one.reason, language) for one in self.unjudged)
        return Outcome(
            self.rule.code,
            self.rule.name,
            passed,
            failed + len(self.faults),
            tuple(sorted(reasons.items())),
            self.crashed,
        )


def _confront(rule: Rule, dossier: Dossier) -> _Confrontation:
    relations: list[Relation] = []
    faults: list[Fault] = []
    unjudged: list[Unjudged] = []
    crashed = None
    try:
        for one in rule.check(dossier):
            if isinstance(one, Relation):
                relations.append(one)
            elif isinstance(one, Fault):
                faults.append(one)
            else:
                unjudged.append(one)
    except Exception as error:  # noqa: BLE001 - one broken rule must not cost the findings of the others
        place = traceback.extract_tb(error.__traceback__)[-1]
        crashed = f"{type(error).__name__}: {error} ({place.name}, line {place.lineno})"
    return _Confrontation(rule, tuple(relations), tuple(faults), tuple(unjudged), crashed)


def _coverage(dossier: Dossier, seen: Sequence[_Confrontation]) -> tuple[Coverage, ...]:
    related = {
        figure
        for confrontation in seen
        for relation in confrontation.relations
        if relation.external or len(relation.figures) > 1
        for figure in relation.figures
    }
    skipped: defaultdict[str, list[Skipped]] = defaultdict(list)
    for confrontation in seen:
        for one in confrontation.unjudged:
            figure = one.figures[0]
            reason, reason_en = say(one.reason, "zh"), say(one.reason, "en")
            skipped[figure.document.uri].append(
                Skipped(confrontation.rule.code, figure.start, figure.end, reason, reason_en)
            )
    return tuple(
        Coverage(
            extraction.document.uri,
            tuple(figure.statement for figure in figures if figure in related),
            tuple(figure.statement for figure in figures if figure not in related),
            tuple(sorted(skipped[extraction.document.uri], key=lambda one: (one.start, one.rule))),
        )
        for extraction, figures in dossier.by_document
    )


@dataclass(frozen=True, slots=True)
class _Explanation:
    """One set of figures that may be at fault, with their repairs, and how much it takes to believe it."""

    figures: tuple[Figure, ...]
    repairs: Mapping[Figure, Repair | None]
    weight: float


class _Writer:
    """Turns faults and failing systems into findings, in both languages."""

    def __init__(self, language: str) -> None:
        self._language = language

    def of_fault(self, rule: Rule, fault: Fault) -> Finding:
        related = []
        for place, note in fault.related:
            document, start, end = (
                (place.document, place.start, place.end) if isinstance(place, Figure) else place
            )
            related.append(self._related(document, start, end, note))
        return self._finding(
            rule,
            fault.document,
            fault.start,
            fault.end,
            fault.severity or rule.severity,
            fault.message,
            [fault.equation] if fault.equation else [],
            fault.suggest,
            tuple(related),
        )

    def of_system(self, system: Sequence[Relation], rules: Mapping[Relation, Rule]) -> Iterator[Finding]:
        """The findings of one system: a figure at fault each."""
        failing = [relation for relation in system if not relation.holds()]
        explanations = _explanations(system)
        if not explanations:
            explanations = [_Explanation((failing[0].figures[0],), {}, 0.0)]
        best = explanations[0]
        rivals = [other for other in explanations[1:] if other.weight - best.weight < TIE]
        for blamed in best.figures:
            broken = [relation for relation in failing if blamed in relation.figures]
            if not broken:
                continue
            broken.sort(key=lambda relation: (SEVERITIES.index(relation.severity), rules[relation].code))
            first = broken[0]
            equations = [relation.equation(blamed) for relation in broken]
            doubted = [
                figure
                for rival in rivals
                for figure in rival.figures
                if figure not in best.figures and any(figure in relation.figures for relation in broken)
            ]
            others = dict.fromkeys(
                figure for relation in broken for figure in relation.figures if figure is not blamed
            )
            related = tuple(
                self._related(
                    other.document,
                    other.start,
                    other.end,
                    Said("or-this" if other in doubted else "held-against", text=other.text),
                )
                for other in list(others)[:MOST_RELATED]
            )
            mended = best.repairs.get(blamed)
            cure = next((relation.suggest for relation in broken if relation.suggest), None)
            if cure is None and mended is not None and not doubted:
                cure = mended.text
            yield self._finding(
                rules[first],
                blamed.document,
                blamed.start,
                blamed.end,
                first.severity,
                Said(first.message, text=blamed.text, **first.fields),
                equations,
                cure,
                related,
            )

    def _finding(
        self,
        rule: Rule,
        document: Document,
        start: int,
        end: int,
        severity: Severity,
        message: Said,
        equations: Sequence[Said],
        suggest: str | None,
        related: tuple[Related, ...],
    ) -> Finding:
        def both(language: str) -> tuple[str, str]:
            relation = "；".join if language == "zh" else "; ".join
            said = dict.fromkeys(say(equation, language) for equation in equations)
            return say(message, language), relation(text for text in said if text)

        own, (english, relation_en) = both(self._language), both("en")
        return Finding(
            document=document.uri,
            start=start,
            end=end,
            rule=rule.code,
            name=rule.name,
            severity=severity,
            message=own[0],
            relation=own[1],
            suggest=suggest,
            related=related,
            message_en=english,
            relation_en=relation_en,
        )

    def _related(self, document: Document, start: int, end: int, note: Said) -> Related:
        return Related(document.uri, start, end, say(note, self._language), say(note, "en"))


def _explanations(system: Sequence[Relation]) -> list[_Explanation]:
    """What may be wrong in a system, most believable first: weight of the set, and of the slips that would mend it."""
    weights = _weights(system)
    found = []
    for candidate in culprits(system, weights):
        repairs = _repairs(candidate, system)
        slips = sum(
            mended.cost if (mended := repairs[figure]) is not None else NO_SLIP
            for figure in candidate.figures
        )
        found.append(_Explanation(candidate.figures, repairs, candidate.weight + slips))
    return sorted(found, key=lambda explanation: explanation.weight)


def _weights(system: Sequence[Relation]) -> dict[Figure, float]:
    weights: defaultdict[Figure, float] = defaultdict(lambda: 1.0)
    for relation in system:
        holds = relation.holds()
        is_equation = (
            isinstance(relation.form, Product | Sum) and relation.form.bound.high == relation.form.bound.low
        )
        for figure in relation.figures:
            weights[figure] *= relation.trust.get(figure, 1.0)
            if holds and is_equation:
                weights[figure] += CONFIRMED
    return dict(weights)


def _repairs(candidate: Culprits, system: Sequence[Relation]) -> dict[Figure, Repair | None]:
    """A repair for every figure of a set, each found with those before it mended and those after it free."""
    settled: dict[Figure, Claim] = {figure: free(figure) for figure in candidate.figures}
    repairs: dict[Figure, Repair | None] = {}
    for figure in candidate.figures:
        mended = repair(figure, system, lambda other: settled.get(other) or printed(other))
        repairs[figure] = mended
        if mended is not None:
            settled[figure] = mended.claim
    return repairs
