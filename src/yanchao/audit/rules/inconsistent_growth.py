"""A growth rate that does not lead from the earlier level to the later one.

**What it does.** Where a text gives this year's level, last year's and the growth between them, multiplies.

**Why it is bad.** One of the three is wrong.

**How to mend it.** Look up the three. Growth of value added, output value and investment is at constant prices by convention, and that of
enterprises above a size on a changing set of enterprises; these are never held against levels, and the audit says so.

**Source.** Arithmetic; National Bureau of Statistics on 可比价 and 可比口径.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import solving
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Factor, Product, Relation
from yanchao.audit.rule import Examples, Group, Unjudged
from yanchao.statements.statement import Kind, Status

CODE = "YC105"
NAME = "inconsistent-growth"
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
EXAMPLES = Examples(
    bad=("2022年，广东软件业务收入15000亿元。2023年，广东软件业务收入18000亿元，增长2%。",),
    good=(
        "2022年，广东软件业务收入15000亿元。2023年，广东软件业务收入18000亿元，增长20%。",
        "2022年，广东地区生产总值12.9万亿元。2023年，广东地区生产总值13.6万亿元，增长4.8%。",
    ),
)

NOMINAL = frozenset(
    {
        "software-revenue",
        "trade",
        "exports",
        "imports",
        "fiscal-revenue",
        "fiscal-spending",
        "deposits",
        "loans",
        "output",
        "sales-volume",
        "power-use",
        "power-generation",
        "pct-applications",
        "copyrights",
        "throughput",
        "tourists",
    }
)
"""Measures whose printed growth is that of the printed levels. All others may be at constant prices or on a changed set."""

OTHER_FOOTING = frozenset(
    {
        "constant-prices",
        "annual-average",
        "above-scale",
        "month-on-month",
        "since-start",
        "cumulative",
        "new",
        "per-capita",
    }
)


def check(dossier: Dossier) -> Iterator[Relation | Unjudged]:
    levels: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    growths: list[tuple[tuple[object, ...], Figure]] = []
    for figure in dossier.figures:
        statement = figure.statement
        if statement.status is not Status.ACTUAL or statement.period is None or figure.year is None:
            continue
        key: tuple[object, ...] = (
            figure.document.uri,
            dossier.topics.words(statement),
            statement.region,
            statement.period[4:],
        )
        if statement.kind is Kind.LEVEL and not statement.qualifiers & OTHER_FOOTING:
            levels[(*key, figure.year)].append(figure)
        elif statement.kind is Kind.GROWTH:
            growths.append((key, figure))
    for key, growth in growths:
        year = growth.year or 0
        now = _only(levels.get((*key, year), []))
        before = _only(
            [
                level
                for level in levels.get((*key, year - 1), [])
                if now and level.topic.unit == now.topic.unit
            ]
        )
        if now is None or before is None or before.value <= 0:
            continue
        if growth.topic.measure not in NOMINAL or growth.statement.qualifiers & OTHER_FOOTING:
            yield Unjudged((growth, now, before), Said("real-growth"))
            continue
        form = Product((Factor(now), Factor(before, -1), Factor(growth, -1, shift=1.0)))
        yield Relation(form, "inconsistent-growth", solving(form))


def _only(figures: list[Figure]) -> Figure | None:
    """The figure, where there is one; of several, none: which of them is meant is not known."""
    return figures[0] if len(figures) == 1 else None
