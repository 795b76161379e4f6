"""A growth of an amount in percentage points.

**What it does.** Finds an amount that is said to have grown or fallen by so many percentage points (成交额136.5亿元，比上年的105亿元增长30.0个百分点).

**Why it is bad.** Points are the difference of two rates. An amount grows by percent, or by an amount.

**How to mend it.** Write %. Where it is the rate of growth that rose by so much, say so (增速提高…个百分点).

**Source.** National Bureau of Statistics, explanation of 百分点.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.quick import pattern
from yanchao.statements.statement import Kind

CODE = "YC316"
NAME = "points-for-percent"
TITLE_ZH = "总量的增长写成了百分点"
PAGE_ZH = """
**查什么。** 查总量增长或下降若干个百分点的说法（成交额136.5亿元，比上年的105亿元增长30.0个百分点）。

**为什么。** 百分点是两个比率之差。总量的增减，用百分比，或者用增减的数量来说。

**怎么改。** 改为“%”；说的是增速提高多少的，写明增速。

**依据。** 国家统计局对“百分点”的解释。
"""
GROUP = Group.FORM
SEVERITY = Severity.ERROR
EXAMPLES = Examples(
    bad=(
        "2024年，全市技术合同成交额136.5亿元，比上年的105亿元增长30.0个百分点。",
        "2024年，公司实现营业收入52.3亿元，同比增长15.4个百分点。",
    ),
    good=(
        "2024年，全市技术合同成交额136.5亿元，比上年的105亿元增长30.0%。",
        "2024年，公司实现营业收入52.3亿元，增速提高15.4个百分点。",
        "2024年，全市企业景气指数为105.2，比上年提高3.2个百分点。",
        "2024年，全市出口520亿元，占全省的比重为12.5%，提高1.2个百分点。",
    ),
)

POINTS, RATE = "个百分点", "%"
BARE = ("1", "count")
"""Units of figures that may be an index or a rate without its sign."""

GREW = pattern(r"[，,（(](?:同比|比上年同期|比上年|较上年|比去年|较去年)?(?:增长|下降|减少)了?")
"""Between an amount and its growth: a verb that rates seldom have."""
GREW_FROM = pattern(r"(?:同期)?(?:增长|下降|减少)了?")
"""The same behind the earlier amount."""


def check(dossier: Dossier) -> Iterator[Fault]:
    for sentence in dossier.sentences():
        for at, change in enumerate(sentence):
            if at and change.statement.unit == "pp" and POINTS in change.text and _is_of_amount(sentence, at):
                yield Fault(
                    change.document,
                    change.start,
                    change.end,
                    Said("points-for-percent", text=change.text),
                    suggest=change.text.replace(POINTS, RATE),
                )


def _is_of_amount(sentence: Sequence[Figure], at: int) -> bool:
    """Whether the figure right before a change is an amount that it is told of, or the earlier one of such."""
    amount = sentence[at - 1]
    statement = amount.statement
    if statement.kind is not Kind.LEVEL or not amount.is_amount or statement.unit in BARE:
        return False
    between = GREW_FROM if amount.is_compared_with else GREW
    return between.fullmatch(amount.document.text, amount.end, sentence[at].start) is not None
