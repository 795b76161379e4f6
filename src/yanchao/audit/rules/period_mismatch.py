"""Parts of a year that do not make up the year.

**What it does.** Adds up the figures of one measure over periods that follow each other (一季度, 二季度) and holds the sum against that of the
period that they make up (上半年); and holds the figure of a shorter period against that of a longer one around it (1—6月, 1—12月).

**Why it is bad.** What is added up over time is no less over a longer time.

**How to mend it.** Look up the three; a yearly figure may have been revised after the quarters were printed.

**Source.** Arithmetic.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from yanchao.audit.breakdowns import Breakdown
from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare, solving
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.partners import is_with_partner
from yanchao.audit.relations import Factor, Product, Relation, Sum
from yanchao.audit.rule import Examples, Group
from yanchao.audit.times import made_up_of_times
from yanchao.audit.topics import OWN_WORDS, REGIONAL
from yanchao.interval import Interval
from yanchao.quick import pattern
from yanchao.statements.statement import Comparator, Kind, Status

CODE = "YC116"
NAME = "period-mismatch"
TITLE_ZH = "各月、各季之和与全年不符"
PAGE_ZH = """
**查什么。** 同一指标在前后相接的各时段（一季度、二季度）的数加起来，与合成的时段（上半年）的数相比；
较短时段的数，与包含它的较长时段的数相比（1—6月、1—12月）。

**为什么。** 逐期累加的数，时段越长只会越大，至少不会变小。

**怎么改。** 几个时段的数都查一遍；也可能是各季的数发表以后，全年数又作了修订。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.periods")
EXAMPLES = Examples(
    bad=(
        "2024年一季度，全市出口额110亿元，二季度出口额130亿元，上半年出口额340亿元。",
        "2024年1—6月，全市出口额510亿元；1—12月，全市出口额450亿元。",
        "2024年前三季度，全市数字产业增加值41.2亿元，增长7.3%。其中，一季度12.6亿元，二季度13.9亿元，三季度15.7亿元。",
    ),
    good=(
        "2024年前三季度，全市进出口2146.5亿元。2024年9月，全市进出口451.3亿元。2024年前三季度，甲国为第一大贸易伙伴，进出口402.7亿元。",
        "2024年一季度，全市出口额110亿元，二季度出口额130亿元，上半年出口额240亿元。",
        "2024年1—6月，全市出口额210亿元；1—12月，全市出口额450亿元。",
        "2024年6月末，全市存款余额510亿元；12月末，全市存款余额450亿元。",
        "2024年前三季度，全市出口额410亿元，其中一季度126亿元，二季度259亿元，三季度410亿元。",
    ),
)

FLOWS = frozenset(
    {
        "gdp",
        "value-added",
        "industrial-value-added",
        "output-value",
        "revenue",
        "software-revenue",
        "sales",
        "retail-sales",
        "investment",
        "foreign-investment",
        "trade",
        "exports",
        "imports",
        "fiscal-revenue",
        "fiscal-spending",
        "output",
        "sales-volume",
        "power-generation",
        "power-use",
        "throughput",
        "tourists",
    }
)
"""Measures that add up over time and never shrink by a month more: no balances, no ranks, no profits (a quarter may lose)."""

FLOW_WORDS = pattern(
    r"(?:进口|出口|生产|销售|接待|运送|发送).{0,12}|.{0,12}(?:(?<!保)产量|销量|销售量|运量|吞吐量|流量|发电量|用电量|收入|支出|产值|增加值|销售额|零售额|交易额|成交额|进出口|业务量)"
)
"""The text's own words for what adds up over time."""

MONTHS = pattern(r"(\d{4})(?:-(\d\d))?(?:/(\d{4})-(\d\d))?")
NO_MORE = Interval(0.0, 1.0)
MOST = 12


def check(dossier: Dossier) -> Iterator[Relation]:
    same: defaultdict[tuple[object, ...], list[tuple[int, int, Figure]]] = defaultdict(list)
    for figure in dossier.figures:
        one, topic = figure.statement, figure.topic
        if one.kind is not Kind.LEVEL or one.status is not Status.ACTUAL:
            continue
        if topic.measure not in FLOWS and not FLOW_WORDS.fullmatch(topic.measure):
            continue
        if is_with_partner(figure):
            continue
        if one.comparator is not Comparator.EQUAL or figure.is_told_as_change or figure.is_of_larger_place:
            continue
        months = _months(one.period)
        if months is not None and figure.says_in_sentence("period"):
            # 全市外贸进出口 and 全市进出口 are one, whatever else stands in their names.
            names_itself = topic.measure in REGIONAL and (
                not topic.subject or OWN_WORDS.fullmatch(topic.subject)
            )
            key = (
                figure.document.uri,
                topic.measure if names_itself else dossier.topics.words(one),
                one.region,
                one.unit,
                one.qualifiers,
                months[0] // 12,
            )
            same[key].append((*months, figure))
    for spans in same.values():
        if 1 < len(spans) <= MOST:
            yield from _within(spans)
    made_up = [*map(_made_up_of, same.values()), made_up_of_times(dossier)]
    # The same quarters may be found both by their periods and by the words before them.
    sums = {one.total: one for one in itertools.chain.from_iterable(made_up)}
    for total, breakdown in sums.items():
        form = Sum((*((part, 1.0) for part in breakdown.parts), (total, -1.0)))
        yield Relation(form, "period-mismatch", solving(form), worked_out=total)


def _within(spans: Sequence[tuple[int, int, Figure]]) -> Iterator[Relation]:
    for (a, b, short), (c, d, long) in itertools.permutations(spans, 2):
        if c <= a and b <= d and (a, b) != (c, d):
            yield Relation(
                Product((Factor(short), Factor(long, -1)), NO_MORE),
                "period-mismatch.more",
                always(Said("more-than", left=bare(short), right=bare(long))),
            )


def _made_up_of(spans: Sequence[tuple[int, int, Figure]]) -> Iterator[Breakdown]:
    """Periods that follow each other, beside the one that they make up."""
    if len(spans) > MOST:
        return
    begins: defaultdict[int, list[tuple[int, int, Figure]]] = defaultdict(list)
    for span in spans:
        begins[span[0]].append(span)
    for first, last, whole in spans:
        parts: list[Figure] = []
        month = first
        while month <= last:
            following = [one for one in begins[month] if one[1] <= last and (one[0], one[1]) != (first, last)]
            if len(following) != 1:
                break
            parts.append(following[0][2])
            month = following[0][1] + 1
        # Of 一季度12亿元，二季度25亿元，三季度41亿元 each may count from the beginning of the year on.
        if month == last + 1 and len(parts) > 1 and not parts[-1].range.meets(whole.range):
            yield Breakdown(whole, tuple(parts))


def _months(period: str | None) -> tuple[int, int] | None:
    """First and last month of a period in one year, counted from year nought; None for anything else, a single day included."""
    found = MONTHS.fullmatch(period or "")
    if found is None:
        return None
    year, month, last_year, last = found.groups()
    if month is None:
        return (int(year) * 12, int(year) * 12 + 11) if last is None else None
    first = int(year) * 12 + int(month) - 1
    return first, first if last is None else int(last_year) * 12 + int(last) - 1
