"""The audit: every rule confronts the statements, what fails is traced to its figure, what was not checked is said.

`audit` is the whole door: it makes the dossier, lets each rule look at it, tests the relations that the rules found,
and has what fails explained (`explanation.py`: which figures, by `localisation.py`, and what was meant, by `repair.py`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from yanchao.audit.dossier import Dossier
from yanchao.audit.explanation import by_figure
from yanchao.audit.finding import Finding
from yanchao.audit.localisation import systems
from yanchao.audit.messages import LANGUAGES, say
from yanchao.audit.relations import Relation
from yanchao.audit.rule import Fault, Rule, Unjudged, choose
from yanchao.audit.topics import Topics
from yanchao.audit.writing import Writer
from yanchao.errors import UsageError
from yanchao.lexicon.lexicon import Lexicon
from yanchao.statements.statement import Extraction, Statement


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
    writer = Writer(language)
    by_relation = {
        relation: confrontation.rule for confrontation in seen for relation in confrontation.relations
    }
    findings = [
        writer.of_fault(confrontation.rule, fault) for confrontation in seen for fault in confrontation.faults
    ]
    crashes: dict[str, str] = {}
    failing = systems(list(by_relation))
    standing_in = by_figure(by_relation) if failing else {}
    for system in failing:
        try:
            findings += list(writer.of_system(system, by_relation, standing_in))
        except Exception as error:  # noqa: BLE001 - what cannot be explained must not cost the other findings
            crashes |= dict.fromkeys((by_relation[relation].code for relation in system), _where(error))
    order = {extraction.document.uri: index for index, extraction in enumerate(extractions)}
    unique = {(f.document, f.start, f.end, f.rule): f for f in reversed(findings)}
    return Audit(
        findings=tuple(sorted(unique.values(), key=lambda f: (order[f.document], f.start, f.end, f.rule))),
        coverage=_coverage(dossier, seen),
        outcomes=tuple(
            confrontation.outcome(len(extractions), language, crashes.get(confrontation.rule.code))
            for confrontation in seen
        ),
    )


@dataclass(frozen=True)
class _Confrontation:
    """What one rule saw."""

    rule: Rule
    relations: tuple[Relation, ...]
    faults: tuple[Fault, ...]
    unjudged: tuple[Unjudged, ...]
    crashed: str | None

    def outcome(self, documents: int, language: str, crashed: str | None) -> Outcome:
        """The outcome; `crashed` is the error met while what failed was explained, if any."""
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
            self.crashed or crashed,
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
        crashed = _where(error)
    return _Confrontation(rule, tuple(relations), tuple(faults), tuple(unjudged), crashed)


def _where(error: Exception) -> str:
    """An error in one line, with the function and line that it came from."""
    import traceback

    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({place.name}, line {place.lineno})"


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
