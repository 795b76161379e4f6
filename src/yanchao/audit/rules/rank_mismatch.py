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
from yanchao.audit.rule import Examples, Group
from yanchao.statements.statement import Kind

CODE = "YC109"
NAME = "rank-mismatch"
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
EXAMPLES = Examples(
    bad=("2024年，广东汽车产量居全国第一。2024年，广东汽车产量居全国第三。",),
    good=("2024年，广东汽车产量居全国第一。2023年，广东汽车产量居全国第三。",),
)


def check(dossier: Dossier) -> Iterator[Relation]:
    ranks: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in dossier.figures:
        statement = figure.statement
        if (
            statement.kind is not Kind.RANK
            or not statement.measure
            or not statement.base
            or figure.year is None
        ):
            continue
        if not figure.says("measure") or not figure.says_in_sentence("period"):
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
