"""The audit: every rule confronts the statements, what fails is traced to its figure, what was not checked is said.

`audit` is the whole door: it makes the dossier, lets each rule look at it, tests the relations that the rules found,
and has what fails explained (`explanation.py`: which figures, by `localisation.py`, and what was meant, by `repair.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yanchao.audit.confrontation import Outcome, confront, where
from yanchao.audit.coverage import Coverage, coverage
from yanchao.audit.dossier import Dossier
from yanchao.audit.explanation import Surroundings, by_figure
from yanchao.audit.finding import Finding
from yanchao.audit.localisation import systems
from yanchao.audit.messages import LANGUAGES
from yanchao.audit.rule import choose
from yanchao.audit.topics import Topics
from yanchao.audit.writing import Writer
from yanchao.errors import UsageError
from yanchao.lexicon.lexicon import Lexicon
from yanchao.statements.statement import Extraction


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
    seen = [confront(rule, dossier) for rule in choose(select, ignore)]
    writer = Writer(language)
    by_relation = {
        relation: confrontation.rule for confrontation in seen for relation in confrontation.relations
    }
    findings = [
        writer.of_fault(confrontation.rule, fault) for confrontation in seen for fault in confrontation.faults
    ]
    crashes: dict[str, str] = {}
    failing = systems(list(by_relation))
    around = Surroundings(by_figure(by_relation), dossier.beside) if failing else None
    for system in failing:
        try:
            findings += list(writer.of_system(system, by_relation, around))
        except Exception as error:  # noqa: BLE001 - what cannot be explained must not cost the other findings
            crashes |= dict.fromkeys((by_relation[relation].code for relation in system), where(error))
    order = {extraction.document.uri: index for index, extraction in enumerate(extractions)}
    unique = {(f.document, f.start, f.end, f.rule): f for f in reversed(findings)}
    return Audit(
        findings=tuple(sorted(unique.values(), key=lambda f: (order[f.document], f.start, f.end, f.rule))),
        coverage=coverage(dossier, seen),
        outcomes=tuple(
            confrontation.outcome(len(extractions), language, crashes.get(confrontation.rule.code))
            for confrontation in seen
        ),
    )
