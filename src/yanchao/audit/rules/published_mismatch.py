"""A figure that differs from the published one.

**What it does.** Holds a figure on record against the one that a statistical office has published for the same measure, place and period,
where the packs know it, and reports what differs by more than revisions do.

**Why it is bad.** Either the text or the pack is out of date, or the text has a slip that nothing else in it would show.

**How to mend it.** Compare with the source named. If the figure was revised since, say of which edition it is.

**Source.** references.csv of the pack, each line with its publisher and day.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said, Words
from yanchao.audit.references import Known, source_of
from yanchao.audit.relations import Relation, Stated
from yanchao.audit.rule import Examples, Group
from yanchao.audit.wording import like
from yanchao.interval import Interval
from yanchao.quick import pattern
from yanchao.statements.statement import Comparator, Kind, Status

CODE = "YC203"
NAME = "published-mismatch"
TITLE_ZH = "与已公布的数不符"
PAGE_ZH = """
**查什么。** 文中的实绩数，与统计部门公布的同一指标、同一地区、同一时期的数相比（以资料包收录的为限）；
相差超出历次修订的幅度才提出。

**为什么。** 不是文稿或资料包的数过时了，就是文稿写错了，而且单看文稿发现不了。

**怎么改。** 与所列出处核对。如果数据后来修订过，要写明用的是哪一版。

**依据。** 资料包的references.csv，每行都注明发布单位和日期。
"""
GROUP = Group.KNOWN
SEVERITY = Severity.WARNING
TIES = Said("ties.published")
EXAMPLES = Examples(
    bad=("2023年末，广东常住人口1.7206亿人。",),
    good=(
        "2023年末，从年龄构成看，广东0至14岁人口为2270万人；60岁及以上人口为1950万人。",
        "2023年末，广东常住人口1.2706亿人。",
        "2023年末，广东常住人口超过1.27亿人。",
        "2024年，全国新能源汽车年产量首次突破千万辆。",
        "2023年，全国各类园区地区生产总值15.7万亿元。其中：第二产业增加值9.4万亿元，增长3.9%。",
        "2023年，广东对东南亚国家贸易持续增长，进出口额1257.8亿元。",
        "2023年，全国汽车产业向好。其中，1月份，全国新能源汽车产量78.7万辆。",
    ),
)

REVISIONS = Interval(0.9, 1.1)
"""How far revisions, economic censuses included, have moved a published level."""

OF_A_PART = Interval(0.88, 1.12)
"""The same for a sector of a region: a census moves value added from one to another."""

PASSING = frozenset({Comparator.MORE, Comparator.AT_LEAST})
PASSED = 0.5
"""How much lower than what was published a bound may be that was passed in the course of the year (年产量首次突破千万辆)."""

NARROWED = frozenset(
    {"above-scale", "per-capita", "new", "cumulative", "subset", "annual-average", "constant-prices"}
)

OF_AN_AGE = pattern(r"岁[^，,。；;、]{0,8}$")
"""Before a figure of people of some age, who are not all of them (0至14岁人口为)."""


def check(dossier: Dossier) -> Iterator[Relation]:
    references = dossier.references
    for figure in dossier.figures:
        statement = figure.statement
        if (
            statement.kind is not Kind.LEVEL
            or statement.status is Status.TARGET
            or statement.qualifiers & NARROWED
            or OF_AN_AGE.search(figure.own_lead)
        ):
            continue
        known = list(references.same(figure))
        if known:
            yield _relation(figure, known[-1], source_of(known[-1].reference, dossier.lexicon))


def _is_as_published(figure: Figure, value: float) -> bool:
    return figure.statement.comparator is Comparator.EQUAL and figure.claim.stated.contains(value)


def _relation(figure: Figure, known: Known, source: Words) -> Relation:
    value = float(known.reference.value)
    printed = like(figure, value)
    revised = OF_A_PART if figure.topic.subject else REVISIONS
    low, high = revised.low, revised.high
    if figure.statement.comparator in PASSING:
        low = PASSED
    return Relation(
        Stated(figure, Interval(value * low, value * high)),
        "published-mismatch",
        always(Said("differs-from", left=bare(figure), right=printed, source=source)),
        {"source": source, "known": printed},
        severity=Severity.WARNING,
        external=True,
        known=value,
        # What is just as published is the last figure to doubt when others contradict it.
        trust={figure: 3.0 if _is_as_published(figure, value) else 1.0},
    )
