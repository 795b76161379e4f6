"""Faults and failing systems become findings, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from yanchao.audit.dossier import Figure
from yanchao.audit.explanation import Explanation, Surroundings, explanations
from yanchao.audit.finding import Finding, Related, Severity
from yanchao.audit.messages import Said, say
from yanchao.audit.misdated import Misdated
from yanchao.audit.relations import Relation
from yanchao.audit.repair import Repair
from yanchao.audit.rule import Fault, Rule
from yanchao.documents.document import Document
from yanchao.documents.editing import Edit

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)

TIE = 0.2
"""Two explanations whose weights differ by less than this are equally likely."""

OR_A_PART = 1.5
"""The same for a total that does not sum and its parts: the total is named, and each part that may be off instead is marked too."""

MOST_RELATED = 6
"""Places named beside a finding; more would hide it."""


def _best(found: Sequence[Explanation]) -> tuple[Explanation, list[Explanation]]:
    """The likeliest explanation and those that are as likely; of such, one that marks the same figures and more, and mends them all."""
    first = found[0]
    likely = [other for other in found if other.weight - first.weight < TIE]
    wider = [other for other in likely if set(first.figures) < set(other.figures) and other.is_complete]
    best = wider[0] if wider else first
    return best, [other for other in likely if other is not best]


def _parts_doubted(
    blamed: Figure, broken: Sequence[Relation], found: Sequence[Explanation]
) -> list[Explanation]:
    """Where a total is named, the explanations by which one of its parts is wrong instead that are not much less likely."""
    parts = {
        figure for relation in broken if relation.worked_out is blamed for figure in relation.figures
    } - {blamed}
    return [
        one
        for one in found
        if len(one.figures) == 1 and one.figures[0] in parts and one.weight - found[0].weight < OR_A_PART
    ]


def _part_of(other: Figure, doubted: Mapping[Figure, Repair | None]) -> Said:
    """What part a figure beside the one that is marked plays: it was held against that, or may be the wrong one itself."""
    if other not in doubted:
        return Said("held-against", text=other.text)
    meant = doubted[other]
    return Said("or-this") if meant is None or meant.text is None else Said("or-this-meant", meant=meant.text)


class Writer:
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
            fault.repair,
        )

    def of_system(
        self,
        system: Sequence[Relation],
        rules: Mapping[Relation, Rule],
        around: Surroundings | None = None,
    ) -> Iterator[Finding]:
        """The findings of one system, with what stands around it: a figure at fault each."""
        failing = [relation for relation in system if not relation.holds()]
        found = explanations(system, around)
        best, rivals = _best(found)
        for blamed in best.figures:
            broken = [relation for relation in failing if blamed in relation.figures]
            if not broken:
                continue
            broken.sort(key=lambda relation: (SEVERITIES.index(relation.severity), rules[relation].code))
            first = broken[0]
            equations = [relation.equation(blamed) for relation in broken]
            doubted = {
                figure: rival.repairs.get(figure)
                for rival in reversed([*rivals, *_parts_doubted(blamed, broken, found)])
                for figure in rival.figures
                if figure not in best.figures and any(figure in relation.figures for relation in broken)
            }
            held_against = dict.fromkeys(
                figure for relation in broken for figure in relation.figures if figure is not blamed
            )
            related = tuple(
                self._related(
                    other.document,
                    other.start,
                    other.end,
                    _part_of(other, doubted),
                )
                for other in list(held_against)[:MOST_RELATED]
            )
            related += tuple(place for relation in broken for place in relation.beside)
            mended = best.repairs.get(blamed)
            cure = next((relation.suggest for relation in broken if relation.suggest), None)
            if cure is None and mended is not None:
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

    def of_year(self, year: Misdated, rules: Mapping[Relation | Fault, Rule]) -> Finding:
        """The finding of a year that is off, by the rule of the gravest contradiction that it explains."""
        contradicted = [(one.severity, rules[one]) for one in year.relations]
        contradicted += [(one.severity or rules[one].severity, rules[one]) for one in year.faults]
        contradicted.sort(key=lambda one: (SEVERITIES.index(one[0]), one[1].code))
        equations = [
            relation.equation(
                next((one for one in relation.figures if one in year.figures), relation.figures[0])
            )
            for relation in year.relations
        ]
        related = tuple(
            self._related(one.document, one.start, one.end, Said("dated-by-it"))
            for one in year.figures[:MOST_RELATED]
        )
        severity, rule = contradicted[0]
        return self._finding(
            rule,
            year.document,
            year.start,
            year.end,
            severity,
            Said("other-year", year=year.printed, meant=year.meant),
            equations,
            year.meant,
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
        repair: tuple[Edit, ...] = (),
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
            repair=repair,
        )

    def _related(self, document: Document, start: int, end: int, note: Said) -> Related:
        return Related(document.uri, start, end, say(note, self._language), say(note, "en"))
