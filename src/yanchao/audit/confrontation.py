"""One rule before the dossier: what it saw, kept apart by its kind, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from yanchao.audit.dossier import Dossier
from yanchao.audit.loose import unrivalled
from yanchao.audit.messages import say
from yanchao.audit.relations import Relation
from yanchao.audit.rule import Compared, Fault, Rule, Unjudged
from yanchao.quick import dataclass


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
class Confrontation:
    """All that one rule saw."""

    rule: Rule
    relations: Sequence[Relation]
    compared: Sequence[Compared]
    unjudged: Sequence[Unjudged]
    faults: Sequence[Fault]
    crashed: str | None

    def outcome(self, documents: int, language: str, crashed: str | None) -> Outcome:
        """The outcome; `crashed` is the error met while what failed was explained, if any."""
        failed = sum(not relation.holds() for relation in self.relations)
        at_fault = len({fault.document.uri for fault in self.faults})
        passed = len(self.relations) - failed + sum(one.agree for one in self.compared)
        if self.rule.ties is None and not self.crashed:
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


def confront(rule: Rule, dossier: Dossier) -> Confrontation:
    """Have one rule look at the dossier. A rule that crashes has seen what it yielded until then."""
    relations: list[Relation] = []
    faults: list[Fault] = []
    compared: list[Compared] = []
    unjudged: list[Unjudged] = []
    crashed = None
    try:
        for one in rule.check(dossier):
            if isinstance(one, Relation):
                relations.append(one)
            elif isinstance(one, Fault):
                faults.append(one)
            elif isinstance(one, Compared):
                compared.append(one)
            else:
                unjudged.append(one)
    except Exception as error:  # noqa: BLE001 - one broken rule must not cost the findings of the others
        crashed = where(error)
    return Confrontation(rule, unrivalled(relations), compared, unjudged, faults, crashed)


def where(error: Exception) -> str:
    """An error in one line, with the function and line that it came from."""
    import traceback

    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({place.name}, line {place.lineno})"
