"""More things above a higher threshold than above a lower one.

**What it does.** Holds the counts of a sentence that are told by thresholds in one unit against each other (10亿元以上项目14个，50亿元以上项目18个).

**Why it is bad.** Whatever lies above the higher threshold lies above the lower one too.

**How to mend it.** Check both; often the two were swapped, or a digit was lost.

**Source.** Arithmetic.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Factor, Product, Relation
from yanchao.audit.rule import Examples, Group
from yanchao.interval import Interval
from yanchao.quick import dataclass, pattern
from yanchao.statements.statement import Comparator, Kind

CODE = "YC120"
NAME = "nested-threshold"
TITLE_ZH = "门槛更高的反而更多"
PAGE_ZH = """
**查什么。** 同一句里按门槛报的个数，门槛单位相同的，互相比较（10亿元以上项目14个，50亿元以上项目18个）。

**为什么。** 够得上高门槛的，必定也够得上低门槛。

**怎么改。** 两个数都核一遍：常见的是两数写颠倒，或者漏了一位数字。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.subset")
EXAMPLES = Examples(
    bad=(
        "全市新签约项目126个，其中亿元以上项目52个，10亿元以上项目14个，50亿元以上项目18个。",
        "全县产值超10亿元企业6家，超50亿元企业9家。",
    ),
    good=(
        "全市新签约项目126个，其中亿元以上项目52个，10亿元以上项目14个，50亿元以上项目8个。",
        "全县产值超10亿元企业6家，超50亿元企业3家。",
        "全县产值超10亿元企业6家，税收超1亿元企业9家。",
        "全市10亿元以上工业项目6个，50亿元以上服务业项目9个。",
    ),
)

NO_MORE = Interval(0.0, 1.0)
_LOWER = (Comparator.MORE, Comparator.AT_LEAST)
_BETWEEN = pattern(r"(?:的|以上)?(?P<what>[^，。；、：:（(）)\d]{0,10})")
"""Between a threshold and the count of what lies above it."""

_LEAD = pattern(r"[^，。；、：:（(）)\d]*$")


@dataclass(frozen=True, slots=True)
class _Counted:
    """A count with the threshold that its things lie above: `what` they are, and of `which` of their measures it is."""

    threshold: Figure
    count: Figure
    what: str
    which: str


def check(dossier: Dossier) -> Iterator[Relation]:
    for _, sentence in dossier.in_a_row():
        counted = list(_counted(sentence))
        for at, one in enumerate(counted):
            for other in counted[at + 1 :]:
                if _are_alike(one, other) and one.threshold.value != other.threshold.value:
                    low, high = sorted((one, other), key=lambda each: each.threshold.value)
                    yield _no_more(low, high)


def _counted(sentence: Sequence[Figure]) -> Iterator[_Counted]:
    for threshold, count in itertools.pairwise(sentence):
        text = threshold.document.text
        if not (
            threshold.statement.comparator in _LOWER
            and threshold.statement.kind is Kind.LEVEL
            and count.statement.kind is Kind.LEVEL
            and count.statement.unit.startswith("count")
            and count.statement.comparator is Comparator.EQUAL
        ):
            continue
        between = _BETWEEN.fullmatch(text, threshold.end, count.start)
        if between is None:
            continue
        lead = _LEAD.search(text, threshold.statement.sentence.start, threshold.start)
        yield _Counted(threshold, count, between["what"], lead[0] if lead else "")


def _are_alike(one: _Counted, other: _Counted) -> bool:
    """Whether two counts are of the same things, by thresholds of the same measure; one told behind may leave that out."""
    a, b = one.count.statement, other.count.statement
    same = (a.unit, a.period, a.status, one.what) == (b.unit, b.period, b.status, other.what)
    units = one.threshold.statement.unit == other.threshold.statement.unit
    return same and units and bool(one.what) and (not other.which or one.which.endswith(other.which))


def _no_more(low: _Counted, high: _Counted) -> Relation:
    form = Product((Factor(high.count), Factor(low.count, -1)), NO_MORE)
    said = always(Said("more-than", left=bare(high.count), right=bare(low.count)))
    return Relation(form, "nested-threshold", said)
