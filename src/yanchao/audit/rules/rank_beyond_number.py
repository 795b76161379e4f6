"""A rank behind the last of those that are ranked.

**What it does.** Holds a rank against the number of those among whom it is told (在178家园区中排名第203位).

**Why it is bad.** Of 178 nobody is the two hundred and third.

**How to mend it.** Look up the ranking: either the rank is wrong, or the number of those that took part.

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
from yanchao.statements.statement import Kind

CODE = "YC122"
NAME = "rank-beyond-number"
TITLE_ZH = "名次大于参评总数"
PAGE_ZH = """
**查什么。** 名次与所说的参评总数（在178家园区中排名第203位）。

**为什么。** 总共178家，不会有第203位。

**怎么改。** 查原榜单：不是名次写错，就是参评总数写错。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.rank-number")
EXAMPLES = Examples(
    bad=(
        "在全国178家园区综合评价中，该园区位列第203位。",
        "2024年，云州市在全省21个市中排名第22位。",
    ),
    good=(
        "在全国178家园区综合评价中，该园区位列第23位。",
        "2024年，云州市在全省21个市中排名第2位。",
        "在10家参股企业中，有3家进入行业前列，公司本身在全国排名第12位。",
    ),
)

AMONG = pattern(
    r"[^，,。；;、\d]{1,14}(?:中|里|内)[，,]?[^，,。；;、\d]{0,12}(?:排名?|位列|位居|居|列|名列|排在)(?:全[国省市])?"
)
"""Between the number of those ranked and the rank."""

COPIED = 1.5
"""How many are ranked is said again and again; the rank is the news."""

NO_MORE = Interval(0.0, 1.0)


def check(dossier: Dossier) -> Iterator[Relation]:
    for sentence in dossier.sentences():
        for number, rank in itertools.pairwise(sentence):
            if (
                rank.statement.kind is Kind.RANK
                and number.is_amount
                and number.unit.startswith("count")
                and AMONG.fullmatch(rank.document.text, number.end, rank.start)
            ):
                yield Relation(
                    Product((Factor(rank), Factor(number, -1)), NO_MORE),
                    "rank-beyond-number",
                    always(Said("more-than", left=bare(rank), right=bare(number))),
                    trust={number: COPIED},
                )
