"""Two ranks for the same thing.

**What it does.** Finds one measure of one place that is given two positions in the same order and period (全国第一, 全国第二).

**Why it is bad.** One of them is wrong, or they belong to two measures of which one lost its name.

**How to mend it.** Look both up, and name what each is the rank of.

**Source.** Arithmetic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Relation, Same
from yanchao.audit.rule import Examples, Group, Unjudged
from yanchao.statements.statement import Kind

CODE = "YC109"
NAME = "rank-mismatch"
TITLE_ZH = "同一事项有两个名次"
PAGE_ZH = """
**查什么。** 同一地区的同一指标，在同一排名范围、同一时期里有两个名次（全国第一、全国第二）。

**为什么。** 两个名次必有一错；要不就是分属两个指标，其中一个漏写了指标名称。

**怎么改。** 两个名次都查一遍，并写明各是哪个指标的名次。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.rank")
EXAMPLES = Examples(
    bad=("2024年，广东汽车产量居全国第一。2024年，广东汽车产量居全国第三。",),
    good=("2024年，广东汽车产量居全国第一。2023年，广东汽车产量居全国第三。",),
)


def check(dossier: Dossier) -> Iterator[Relation | Unjudged]:
    ranks: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in dossier.figures:
        statement = figure.statement
        if statement.kind is not Kind.RANK:
            continue
        if not statement.base or figure.year is None:
            yield Unjudged((figure,), Said("no-period" if statement.base else "no-universe"))
            continue
        if not figure.says("measure"):
            yield Unjudged((figure,), Said("no-measure"))
            continue
        if not figure.says_in_sentence("period"):
            yield Unjudged((figure,), Said("period-inherited"))
            continue
        words = dossier.topics.words(statement)
        ranks[words, statement.region, statement.base, statement.period, statement.status].append(figure)
    for figures in ranks.values():
        first = figures[0]
        for second in figures[1:]:
            if first.document is not second.document or first.statement.sentence != second.statement.sentence:
                yield Relation(
                    Same(first, second),
                    "rank-mismatch",
                    always(Said("differs", left=first.text, right=second.text)),
                )
