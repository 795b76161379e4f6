"""Levels that contradict the ranks told of them.

**What it does.** Where a text goes through the first, the second and the third of their kind with a figure each (甲为第一大贸易伙伴，进出口402亿元；乙为第二大
贸易伙伴，进出口351亿元), checks that no later one is larger.

**Why it is bad.** Either a figure is wrong, or two names stand in each other's place.

**How to mend it.** Look up the figures, and put the list in order.

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
from yanchao.quick import pattern
from yanchao.statements.numerals import small_number

CODE = "YC125"
NAME = "level-against-rank"
TITLE_ZH = "数额与名次不符"
PAGE_ZH = """
**查什么。** 行文依次写第一大、第二大、第三大并各附数额的（甲为第一大贸易伙伴，进出口402亿元；乙为第二大贸易伙伴，进出口351亿元），
看后一名的数额是不是大于前一名。

**为什么。** 不是有一个数错了，就是两个名称写颠倒了。

**怎么改。** 核对各数，按次序重排。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.order")
EXAMPLES = Examples(
    bad=(
        "2024年，甲国为全市第一大贸易伙伴，进出口402.7亿元，增长9.9%；乙国为第二大贸易伙伴，进出口531.9亿元，增长2.4%。",
    ),
    good=(
        "2024年，甲国为全市第一大贸易伙伴，进出口402.7亿元，增长9.9%；乙国为第二大贸易伙伴，进出口351.9亿元，增长2.4%。",
        "2024年，甲国为全市第一大贸易伙伴，进出口402.7亿元；乙国为第二大出口市场，出口531.9亿元。",
        "2024年，甲县为全市第一大产粮县，产量40万吨；乙县为第二大产粮县，种植面积53万亩。",
    ),
)

PLACE = pattern(r"第(?P<number>[一二三四五六七八九])大(?P<what>[^，,。；;、\d]{2,8})")
"""A place among the largest of a kind."""

MOST_BETWEEN = 30
"""Characters between a place and the figure told of it."""

NO_LESS = Interval(1.0, float("inf"))


def check(dossier: Dossier) -> Iterator[Relation]:
    for paragraph in dossier.paragraphs():
        text, start, end = (
            paragraph[0].document.text,
            paragraph[0].statement.sentence.start,
            paragraph[-1].end,
        )
        if PLACE.search(text, start, end) is None:
            continue
        told = [
            (small_number(found["number"]), found["what"], figure)
            for found in PLACE.finditer(text, start, end)
            if (figure := _told_of(found.end(), paragraph)) is not None
        ]
        for (rank, what, larger), (next_rank, next_what, smaller) in itertools.pairwise(told):
            if next_rank == rank + 1 and next_what == what and _are_alike(larger, smaller):
                yield Relation(
                    Product((Factor(larger), Factor(smaller, -1)), NO_LESS),
                    "level-against-rank",
                    always(Said("more-than", left=bare(smaller), right=bare(larger))),
                )


def _told_of(end: int, paragraph: Sequence[Figure]) -> Figure | None:
    """The amount that follows a place, before the sentence or the list goes on."""
    figure = next((one for one in paragraph if one.start >= end), None)
    if figure is None or not figure.is_amount or figure.start - end > MOST_BETWEEN:
        return None
    between = figure.document.text[end : figure.start]
    return None if any(mark in between for mark in "。；;") else figure


def _are_alike(one: Figure, other: Figure) -> bool:
    a, b = one.statement, other.statement
    return (a.unit, a.measure, a.period, a.status) == (b.unit, b.measure, b.period, b.status)
