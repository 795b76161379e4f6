"""A greater share of the world than of the country.

**What it does.** Holds the shares of one product, made by one maker or place, in two areas against each other where one area lies in the
other: who makes half of what the world makes, makes at least half of what the country makes.

**Why it is bad.** The two were most likely swapped, or one is of another product.

**How to mend it.** Look up both. Shares of a market are another matter (what is sold in the country may be a small part of what is sold
abroad), and are left alone.

**Source.** Arithmetic.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Factor, Product, Relation
from yanchao.audit.rule import Examples, Group
from yanchao.interval import Interval
from yanchao.quick import pattern
from yanchao.statements.statement import Kind, Status

CODE = "YC115"
NAME = "nested-share"
TITLE_ZH = "占全球比占全国还高"
PAGE_ZH = """
**查什么。** 同一企业或同一地方的同一种产品，在两个范围里各占多少，而其中一个范围包含另一个：产量占全球一半的，占全国至少也有一半。

**为什么。** 多半是两个数写颠倒了，或者其中一个说的是另一种产品。

**怎么改。** 两个数都查原始资料。市场占有率是另一回事（国内的销量可能只是海外销量的零头），不查。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.nested")
EXAMPLES = Examples(
    bad=("2024年，全市无人机产量占全国的50%、占全球的70%。",),
    good=(
        "2024年，全市无人机产量占全国的70%、占全球的50%。",
        "2024年，公司无人机占国内市场的50%、全球市场的70%。",
    ),
)

MADE = pattern(r"产量|产能|产值|增加值|产出|保有量|装机|发电量|面积|人口|生产总值|数量|总数")
"""Measures of what there is in an area, of which a larger one has more."""

NO_MORE = Interval(0.0, 1.0)
MOST = 12
"""Shares of one thing that are held against each other; more are told of different ones."""


def check(dossier: Dossier) -> Iterator[Relation]:
    regions = dossier.lexicon.region_by_word
    same: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in dossier.figures:
        one = figure.statement
        if one.kind is not Kind.SHARE or one.base not in regions or one.status is Status.TARGET:
            continue
        if one.period is not None and MADE.search(one.measure or ""):
            words = dossier.topics.words(one)
            same[figure.document.uri, words, one.region, one.period, one.status].append(figure)
    for figures in same.values():
        if len(figures) > MOST:
            continue
        for first, second in itertools.combinations(figures, 2):
            a, b = (regions[one.statement.base or ""].code for one in (first, second))
            if a == b or not (dossier.lexicon.within(a, b) or dossier.lexicon.within(b, a)):
                continue
            smaller, larger = (first, second) if dossier.lexicon.within(a, b) else (second, first)
            yield Relation(
                Product((Factor(larger), Factor(smaller, -1)), NO_MORE),
                "nested-share",
                always(Said("more-than", left=bare(larger), right=bare(smaller))),
            )
