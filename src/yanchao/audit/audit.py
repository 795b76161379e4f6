"""The audit: every rule confronts the statements, what fails is traced to its figure, what was not checked is said.

`audit` is the whole door: it makes the dossier, lets each rule look at it, tests the relations that the rules found,
and has what fails explained (`explanation.py`: which figures, by `localisation.py`, and what was meant, by `repair.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from yanchao.audit.confrontation import Outcome, confront, where
from yanchao.audit.coverage import Coverage, coverage
from yanchao.audit.dossier import Dossier
from yanchao.audit.explanation import Surroundings, by_figure
from yanchao.audit.finding import Finding
from yanchao.audit.localisation import systems
from yanchao.audit.messages import LANGUAGES
from yanchao.audit.misdated import Misdated, misdated
from yanchao.audit.relations import Relation
from yanchao.audit.rule import Fault, Group, Rule, choose
from yanchao.audit.silence import Silence, Silenced, idle, settle
from yanchao.audit.topics import Topics
from yanchao.audit.undated import unknown_years
from yanchao.audit.writing import Writer
from yanchao.errors import UsageError
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, replace
from yanchao.statements.statement import Extraction

if TYPE_CHECKING:
    from yanchao.audit.recorded import Records


@dataclass(frozen=True)
class Audit:
    """The findings of a run in order of document and place, and what the run could and could not see."""

    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]
    outcomes: tuple[Outcome, ...]
    silenced: tuple[Silenced, ...] = ()
    """What would be a finding had its author not said that it is known, in the same order; never counted as one."""

    def of(self, document: str) -> tuple[Finding, ...]:
        """The findings of one document, by its URI."""
        return tuple(finding for finding in self.findings if finding.document == document)

    def with_silenced(self, document: str | None = None) -> list[tuple[Finding, Silence | None]]:
        """The findings, and those that are silenced with what silences them, in order; of all documents, or of one."""
        order = [coverage.document for coverage in self.coverage]
        order += [finding.document for finding in self.findings if finding.document not in order]
        found: list[tuple[Finding, Silence | None]] = [(finding, None) for finding in self.findings]
        found += [(one.finding, one.silence) for one in self.silenced]
        if self.silenced:
            found.sort(key=lambda one: (order.index(one[0].document), one[0].start, one[0].end, one[0].rule))
        return [one for one in found if document in (None, one[0].document)]


def audit(
    extractions: Sequence[Extraction],
    lexicon: Lexicon,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    language: str = "zh",
    silences: Sequence[Silence] = (),
    records: Records | None = None,
) -> Audit:
    """Hold the statements of one or more documents against each other and against the packs.

    `select` and `ignore` take codes, beginnings of codes and names. `language` is that of `Finding.message` and
    `Finding.relation` (`zh` or `en`). `silences` are those to be obeyed: whoever audits another's text gives none.
    `records` is what a ledger has for the figures (`ledger/recall.py`): without, no rule that needs one runs. A rule that crashes loses nothing but its own findings: the crash is in `Audit.outcomes`.

    Raises:
        UsageError: where `select` or `ignore` names no rule, or the language is none of ours.
    """
    if language not in LANGUAGES:
        raise UsageError(f"no such language: {language!r}; findings are written in {' or '.join(LANGUAGES)}")
    dossier = Dossier(
        tuple(extractions),
        lexicon,
        Topics(lexicon),
        tuple(silences),
        records=records,
        undated=unknown_years(extractions, lexicon),
    )
    chosen = [rule for rule in choose(select, ignore) if records is not None or not rule.needs_ledger]
    seen = [confront(rule, dossier) for rule in chosen if not rule.is_last]
    writer = Writer(language)
    by_relation = {
        relation: confrontation.rule for confrontation in seen for relation in confrontation.relations
    }
    crashes: dict[str, str] = {}
    failing = systems(list(by_relation))
    around = Surroundings(by_figure(by_relation), dossier.beside) if failing else None
    rule_of: dict[Relation | Fault, Rule] = {}
    for confrontation in seen:
        dated = confrontation.faults if confrontation.rule.group is Group.PLANS else ()
        rule_of |= dict.fromkeys((*confrontation.relations, *dated), confrontation.rule)
    years: list[Misdated] = []
    try:
        years = misdated(dossier, failing, rule_of, around, seen)
    except Exception as error:  # noqa: BLE001 - the figures can still be named
        crashes |= dict.fromkeys(
            (by_relation[one].code for system in failing for one in system), where(error)
        )
    mended = {one for year in years for one in (*year.relations, *year.faults)}
    findings = [writer.of_year(year, rule_of) for year in years]
    findings += [
        writer.of_fault(confrontation.rule, fault)
        for confrontation in seen
        for fault in confrontation.faults
        if fault not in mended
    ]
    for system in failing:
        if any(relation in mended for relation in system):
            continue
        try:
            findings += list(writer.of_system(system, by_relation, around))
        except Exception as error:  # noqa: BLE001 - what cannot be explained must not cost the other findings
            crashes |= dict.fromkeys((by_relation[relation].code for relation in system), where(error))
    findings, silenced, used = settle(findings, silences)
    ran = {one.rule.code for one in seen if not (one.crashed or one.rule.code in crashes)}
    last = replace(dossier, idle=idle(silences, used, ran))
    final = [confront(rule, last) for rule in chosen if rule.is_last]
    told = [writer.of_fault(one.rule, fault) for one in final for fault in one.faults]
    seen += final
    uris = [extraction.document.uri for extraction in extractions]
    uris += [silence.document.uri for silence in silences]
    order = {uri: index for index, uri in reversed(list(enumerate(uris)))}

    def place(finding: Finding) -> tuple[int, int, int, str]:
        return order[finding.document], finding.start, finding.end, finding.rule

    unique = {place(finding): finding for finding in reversed(findings)}
    known = {place(one.finding): one for one in reversed(silenced)}
    return Audit(
        findings=tuple(sorted([*unique.values(), *told], key=place)),
        silenced=tuple(known[key] for key in sorted(known)),
        coverage=coverage(dossier, seen),
        outcomes=tuple(
            confrontation.outcome(len(extractions), language, crashes.get(confrontation.rule.code))
            for confrontation in seen
        ),
    )
