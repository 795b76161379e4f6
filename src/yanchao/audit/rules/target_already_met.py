"""A target that the text itself reports as met.

**What it does.** Finds a target that an actual figure of the same measure, of an earlier year and in the same text, has already reached.

**Why it is bad.** Either the target comes from an edition of the plan that has been replaced, or the actual is wrong, or the sentence
should say that the target was met early.

**How to mend it.** Quote the plan in force, or say 提前实现.

**Source.** House rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Compared, Examples, Fault, Group, Unjudged
from yanchao.audit.targets import pairs
from yanchao.statements.statement import Comparator, Kind, Origin, Status

CODE = "YC401"
NAME = "target-already-met"
TITLE_ZH = "目标在文中已经达到"
PAGE_ZH = """
**查什么。** 同一篇稿件里，同一指标较早年份的实际数已经达到目标数的，报出这个目标。

**为什么。** 要么目标出自已被取代的旧版规划，要么实际数有误，要么句中本该写明目标已提前实现。

**怎么改。** 改引现行规划，或者写明“提前实现”。

**依据。** 本工具自定。
"""
GROUP = Group.PLANS
SEVERITY = Severity.WARNING
TIES = Said("ties.met")
EXAMPLES = Examples(
    bad=(
        "2022年，全市储能产业拥有规上企业64家。到2025年，全市储能产业规上企业达到60家。",
        "2023年，广东智能机器人产业营业收入已突破900亿元。根据规划，力争到2025年，广东智能机器人产业营业收入突破800亿元。",
    ),
    good=(
        "2022年，全市整车产量12万辆。到2027年，全市整车产量由12万辆提高到30万辆。",
        "2025年，全省劳务收入75亿元。\n\n二、2026年工作\n\n力争实现劳务收入70亿元以上。",
        "2023年，广东智能机器人产业营业收入已突破600亿元。根据规划，力争到2025年，广东智能机器人产业营业收入突破800亿元。",
    ),
)

NO_LESS = (Comparator.EQUAL, Comparator.MORE, Comparator.AT_LEAST)


def check(dossier: Dossier) -> Iterator[Fault | Compared | Unjudged]:
    held = set()
    for actual, target in pairs(dossier):
        held.add(target)
        if actual.statement.comparator not in NO_LESS or target.statement.comparator not in NO_LESS:
            yield Unjudged((target, actual), Said("upper-bound"))
            continue
        is_met = actual.value >= target.value and not _is_for_the_next_year(target, actual)
        yield Compared((target, actual), agree=not is_met)
        if is_met:
            yield _fault(actual, target)
    for figure in dossier.figures:
        statement = figure.statement
        if statement.status is Status.TARGET and statement.kind is Kind.LEVEL and figure not in held:
            yield Unjudged((figure,), Said("no-actual"))


def _is_for_the_next_year(target: Figure, actual: Figure) -> bool:
    """2026年工作 … 劳务收入70亿元以上: what a report wants of the year to come is a floor, and may lie below the year gone by."""
    words = target.statement.words("period")
    above = words is not None and words.origin in (Origin.FRAME, Origin.HEADING, Origin.TITLE)
    years = target.told_year, actual.told_year
    return above and all(year.isdigit() for year in years) and int(years[0]) - int(years[1]) == 1


def _fault(actual: Figure, target: Figure) -> Fault:
    return Fault(
        target.document,
        target.start,
        target.end,
        Said(
            "target-already-met",
            text=bare(target),
            year=target.told_year,
            reached=actual.told_year,
            actual=actual.text,
        ),
        related=((actual, Said("actual-figure")),),
    )
