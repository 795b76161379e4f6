"""A figure credited to a plan that is not its own.

**What it does.** Finds a target of one cluster for which the plan of another is cited, a plan cited with years of which there is no
edition, and a target that is not the figure the cited plan has.

**Why it is bad.** The reader who looks the figure up will not find it there. Usually the title was copied from the section before.

**How to mend it.** Cite the cluster's own plan, with the years of the edition that the figure comes from.

**Source.** The plans and their targets are in the pack (plans.csv, targets.csv), each with its source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said, Words
from yanchao.audit.relations import Relation, Stated
from yanchao.audit.rule import Examples, Fault, Group, Unjudged
from yanchao.audit.topics import plain
from yanchao.audit.wording import like
from yanchao.interval import exactly
from yanchao.lexicon.entries import Plan, PlanTarget
from yanchao.quick import pattern
from yanchao.statements.statement import Status

CODE = "YC403"
NAME = "plan-mismatch"
TITLE_ZH = "归给某规划的数并非该规划所定"
PAGE_ZH = """
**查什么。** 三种情形：写的是这个产业集群的目标，引的却是另一个集群的规划；引用规划时所标的起止年份，并没有这一版；
目标数与所引规划中的数不同。

**为什么。** 读者按图索骥，在所引规划里查不到这个数。多半是规划名称从上一节照抄下来，忘了改。

**怎么改。** 引用本集群自己的规划，起止年份按数字所出的那一版写。

**依据。** 各规划及其目标收在资料包里（plans.csv、targets.csv），逐条注明出处。
"""
GROUP = Group.PLANS
SEVERITY = Severity.ERROR
TIES = Said("ties.plan")
EXAMPLES = Examples(
    bad=(
        "《广东省培育智能机器人战略性新兴产业集群行动计划（2023—2025年）》提出，到2025年，高端装备制造产业营业收入达3000亿元以上。",
        "《广东省培育智能机器人战略性新兴产业集群行动计划（2022—2026年）》提出，到2025年，智能机器人产业营收要达到800亿元。",
    ),
    good=(
        "《广东省培育智能机器人战略性新兴产业集群行动计划（2023—2025年）》提出，到2025年，智能机器人产业营收要达到800亿元。",
    ),
)

YEARS = pattern(r"[(（](\d{4})\s*[-—–－~～一至]+\s*(\d{4})\s*年?[)）]")


def check(dossier: Dossier) -> Iterator[Fault | Relation | Unjudged]:
    targets = _targets(dossier)
    told: set[tuple[str, str]] = set()
    named: dict[str, list[Plan]] = {}
    for figure in dossier.figures:
        title = figure.statement.source
        if figure.statement.status is not Status.TARGET or not title:
            continue
        if title not in named:
            named[title] = _editions(dossier, title)
        editions = named[title]
        plan = editions[0] if editions else None
        if plan is None or plan.cluster is None or figure.topic.cluster is None:
            yield Unjudged((figure,), Said("no-such-plan" if plan is None else "no-cluster"))
            continue
        if dossier.lexicon.plan_of(title) is None and (figure.document.uri, title) not in told:
            told.add((figure.document.uri, title))
            yield _no_such_edition(figure, title, editions)
        if plan.cluster != figure.topic.cluster:
            if dossier.topics.is_whole_cluster(figure.topic):
                yield _other_cluster(dossier, figure, plan, title)
            continue
        listed = [
            target
            for target in targets.get((plan.id, figure.statement.unit), ())
            if target.period == figure.statement.period and _is_of(target, figure, dossier)
        ]
        for target in listed:
            yield _figure_of_plan(dossier, figure, target)
        if not listed:
            yield Unjudged((figure,), Said("not-in-plan"))


def _editions(dossier: Dossier, title: str) -> list[Plan]:
    """The plan that a title names, alone; where its edition is not listed, all listed ones of the same title."""
    plan = dossier.lexicon.plan_of(title)
    if plan is not None:
        return [plan]
    if YEARS.search(title) is None:
        return []
    spans = sorted(
        {(one.first, one.last) for one in dossier.lexicon.plans.values() if one.first and one.last}
    )
    others = [dossier.lexicon.plan_of(YEARS.sub(f"（{first}—{last}年）", title)) for first, last in spans]
    return [other for other in others if other is not None]


def _no_such_edition(figure: Figure, title: str, editions: Sequence[Plan]) -> Fault:
    source = figure.statement.words("source")
    start, end = (source.start, source.end) if source else (figure.start, figure.end)
    known = "、".join(f"{plan.first}—{plan.last}年" for plan in editions)
    return Fault(
        figure.document,
        start,
        end,
        Said("plan-mismatch.edition", title=title, known=known),
        suggest=_with_known_years(figure.document.text[start:end], editions) if source else None,
        related=((figure, Said("cited-for")),),
        severity=Severity.WARNING,
        doubts_year=True,
    )


def _with_known_years(cited: str, editions: Sequence[Plan]) -> str | None:
    """The title as it is cited, with the years of the edition that is nearest to them; None where two are as near."""
    years = YEARS.search(cited)
    if years is None:
        return None
    spans = {(plan.first or 0, plan.last or 0) for plan in editions}
    off = {
        span: sum(int(printed) != known for printed, known in zip(years.groups(), span, strict=True))
        for span in spans
    }
    nearest = [span for span in spans if off[span] == min(off.values())]
    if len(nearest) != 1:
        return None
    ((first, last),) = nearest
    begins, ends = years.span(1), years.span(2)
    return f"{cited[: begins[0]]}{first}{cited[begins[1] : ends[0]]}{last}{cited[ends[1] :]}"


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
