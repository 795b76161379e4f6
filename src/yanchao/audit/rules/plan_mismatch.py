"""A figure credited to a plan that is not its own.

**What it does.** Finds a target of one cluster for which the plan of another is cited, one plan cited with different years in a text, and a
target that is not the figure the cited plan has.

**Why it is bad.** The reader who looks the figure up will not find it there. Usually the title was copied from the section before.

**How to mend it.** Cite the cluster's own plan, with the years of the edition that the figure comes from.

**Source.** The plans and their targets are in the pack (plans.csv, targets.csv), each with its source.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said, Words
from yanchao.audit.relations import Relation, Stated
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.audit.topics import plain
from yanchao.audit.wording import like
from yanchao.lexicon.entries import Plan, PlanTarget
from yanchao.statements.interval import exactly
from yanchao.statements.statement import Status

CODE = "YC403"
NAME = "plan-mismatch"
GROUP = Group.PLANS
SEVERITY = Severity.ERROR
EXAMPLES = Examples(
    bad=(
        "《广东省培育智能机器人战略性新兴产业集群行动计划（2023—2025年）》提出，到2025年，高端装备制造产业营业收入达3000亿元以上。",
    ),
    good=(
        "《广东省培育智能机器人战略性新兴产业集群行动计划（2023—2025年）》提出，到2025年，智能机器人产业营业收入达到800亿元。",
    ),
)

YEARS = re.compile(r"[(（](\d{4})\s*[-—–－~～一至]+\s*(\d{4})\s*年?[)）]")


def check(dossier: Dossier) -> Iterator[Fault | Relation]:
    targets = _targets(dossier)
    for figure in dossier.figures:
        title = figure.statement.source
        if figure.statement.status is not Status.TARGET or not title:
            continue
        plan = _plan(dossier, title)
        if plan is None or plan.cluster is None or figure.topic.cluster is None:
            continue
        if plan.cluster != figure.topic.cluster:
            if dossier.topics.is_whole_cluster(figure.topic):
                yield _other_cluster(dossier, figure, plan, title)
            continue
        for target in targets.get((plan.id, figure.statement.unit), ()):
            if target.period == figure.statement.period and _is_of(target, figure, dossier):
                yield _figure_of_plan(dossier, figure, target)


def _plan(dossier: Dossier, title: str) -> Plan | None:
    """The plan that a title names; where the edition is not listed, any edition of the same title."""
    plan = dossier.lexicon.plan_of(title)
    if plan is not None:
        return plan
    years = YEARS.search(title)
    if years is None:
        return None
    return next(
        (
            plan
            for other in ("2021—2025", "2023—2025")
            if (plan := dossier.lexicon.plan_of(YEARS.sub(f"（{other}年）", title))) is not None
        ),
        None,
    )


def _targets(dossier: Dossier) -> dict[tuple[str, str], list[PlanTarget]]:
    """The figures that the plans set. What two editions of a plan agree on holds for either."""
    targets: defaultdict[tuple[str, str], list[PlanTarget]] = defaultdict(list)
    for target in dossier.lexicon.targets:
        targets[target.plan, target.unit].append(target)
    return targets


def _is_of(target: PlanTarget, figure: Figure, dossier: Dossier) -> bool:
    """Whether a figure is the one that the plan sets: same product, and same measure unless the text names none."""
    topic = figure.topic
    if topic.measure in dossier.lexicon.measures:
        return topic.measure == target.measure and topic.subject == (target.subject or topic.cluster)
    # Where the words end in no listed measure (乙烯500万吨/年), the product and the unit say what is meant.
    own = topic.subject or plain(figure.statement.measure or "")
    return target.subject is not None and target.subject == own


def _other_cluster(dossier: Dossier, figure: Figure, plan: Plan, title: str) -> Fault:
    clusters = dossier.lexicon.clusters
    own, other = clusters[figure.topic.cluster or ""], clusters[plan.cluster or ""]
    source = figure.statement.words("source")
    place = (figure.document, source.start, source.end) if source else figure
    return Fault(
        figure.document,
        figure.start,
        figure.end,
        Said(
            "plan-mismatch.cluster",
            text=figure.text,
            subject=Words(own.name, own.name_en),
            cluster=Words(other.name, other.name_en),
            title=title,
        ),
        related=((place, Said("cited-plan")),),
    )


def _figure_of_plan(dossier: Dossier, figure: Figure, target: PlanTarget) -> Relation:
    value = float(target.value)
    printed = like(figure, value)

    equation = always(
        Said("differs-from", left=like(figure, figure.value), right=printed, source=target.source)
    )
    return Relation(
        Stated(figure, exactly(value)),
        "plan-mismatch.figure",
        equation,
        {"known": printed},
        external=True,
        suggest=_other_measure(dossier, figure, target),
    )


def _other_measure(dossier: Dossier, figure: Figure, target: PlanTarget) -> str | None:
    """The figure under the name of the measure for which the plan has it, if it does: the name was mixed up."""
    for other in dossier.lexicon.targets:
        if (
            other.plan == target.plan
            and other.measure != target.measure
            and other.unit == target.unit
            and other.subject == target.subject
            and other.value == figure.statement.value
        ):
            return f"{dossier.lexicon.measures[other.measure].name}{figure.text}"
    return None
