"""A record that is below the one that it broke.

**What it does.** Holds what is told as a new high against the earlier high that the text gives (达到41万辆，创历史新高；此前最高为11月的43万辆).

**Why it is bad.** One of the two is wrong, or there is no record.

**How to mend it.** Look up both figures.

**Source.** Arithmetic.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Factor, Product, Relation
from yanchao.audit.rule import Examples, Group
from yanchao.interval import Interval
from yanchao.quick import pattern

CODE = "YC123"
NAME = "unbroken-record"
TITLE_ZH = "新高低于旧高"
PAGE_ZH = """
**查什么。** 文中称创新高的数，与文中所给此前的最高数（达到41万辆，创历史新高；此前最高为11月的43万辆）。

**为什么。** 两个数必有一错；要不就谈不上新高。

**怎么改。** 两个数都查一遍。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.record")
EXAMPLES = Examples(
    bad=("12月，全市汽车产量达到41.2万辆，创下历史新高；此前的最高纪录是11月的43.6万辆。",),
    good=(
        "12月，全市汽车产量达到41.2万辆，创下历史新高；此前的最高纪录是11月的39.6万辆。",
        "12月，全市汽车产量达到41.2万辆，创年内新高；全年产量430万辆。",
        "12月，全市汽车产量达到41.2万辆，创年内新高；此前最高的是2020年的43.6万辆。",
    ),
)

NEW_HIGH = pattern(
    r"[，,（(]?(?:再次?|又|双双|一举)?(?:创下?|刷新)了?[^，,。；;、年季月\d]{0,6}(?:新高|新纪录|最高纪录|历史纪录|最好水平)"
)
"""Right behind a figure that is a new high; one of a year or quarter may be below others."""

EARLIER_HIGH = pattern(
    r"(?:此前|之前|以前|原有?|上一个?|前)的?(?:历史)?(?:最高|纪录|高点|峰值|最好)[^，,。；;、]{0,14}$"
)
NO_LESS = Interval(1.0, float("inf"))
FAR = 40
"""How far behind the new high the earlier one may stand, in characters."""


def check(dossier: Dossier) -> Iterator[Relation]:
    for sentence in dossier.sentences():
        for high, earlier in itertools.pairwise(sentence):
            if (
                high.is_amount
                and earlier.is_amount
                and high.unit == earlier.unit
                and earlier.start - high.end <= FAR
                and NEW_HIGH.match(high.document.text, high.end)
                and EARLIER_HIGH.search(earlier.own_lead)
            ):
                yield Relation(
                    Product((Factor(high), Factor(earlier, -1)), NO_LESS),
                    "unbroken-record",
                    always(Said("more-than", left=bare(earlier), right=bare(high))),
                )
