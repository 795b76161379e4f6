"""A ratio of the three sectors that is not that of their value added.

**What it does.** Where a text gives the product of a place, the value added of its three sectors and their ratio (12.0∶40.0∶48.0), holds
each member of the ratio against its sector. Where the members add up to 100, each may be one of its last digit off: whoever publishes them makes
them add up.

**Why it is bad.** One of the figures is wrong, and the table and the sentence will be quoted apart.

**How to mend it.** Divide the value added of each sector by the product.

**Source.** Arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.economies import SECTORS, economies, ratios
from yanchao.audit.equations import solving
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import ONE, Factor, Product, Relation
from yanchao.audit.rule import Examples, Group
from yanchao.interval import Interval, exactly
from yanchao.quick import pattern

CODE = "YC124"
NAME = "structure-mismatch"
TITLE_ZH = "三次产业比例与增加值不符"
PAGE_ZH = """
**查什么。** 文中写出地区生产总值、三次产业增加值及其比例（12.0∶40.0∶48.0）的，逐项用增加值除以总量核对。三项之和恰为100的，每项容许末位差一：公布时常把四舍五入的零头并入一项，凑足100。

**为什么。** 几个数里必有一个错，而比例与增加值往往分头被人引用。

**怎么改。** 用各产业增加值除以地区生产总值，重算比例。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.structure")
EXAMPLES = Examples(
    bad=(
        "2024年，云州市地区生产总值1286.4亿元，其中，第一产业增加值154.4亿元，第二产业增加值514.6亿元，第三产业增加值617.4亿元。"
        "三次产业结构比重为12.0∶40.0∶49.0。",
    ),
    good=(
        "2024年，云州市地区生产总值1286.4亿元，其中，第一产业增加值154.4亿元，第二产业增加值514.6亿元，第三产业增加值617.4亿元。"
        "三次产业结构比重为12.0∶40.0∶48.0。",
        "2025年，云州市地区生产总值4218.6亿元，其中，第一产业增加值401.2亿元，第二产业增加值1689.3亿元，第三产业增加值2128.1亿元。"
        "三次产业结构为9.5∶40.0∶50.5。",
    ),
)

OF_SECTORS = pattern(
    r"(?:三次产业|[一二三]产|三产)(?:增加值)?(?:的?(?:结构|比重|构成|比例)){1,2}(?:优化|调整|变)?(?:为|是|达到?)?$"
)
PERCENT = 100.0


def check(dossier: Dossier) -> Iterator[Relation]:
    for (_, figures), known in zip(dossier.by_document, dossier.once(economies), strict=True):
        told = [members for members in ratios(figures) if OF_SECTORS.search(members[0].own_lead)]
        for members in told:
            statement = members[0].statement
            found = known.get((statement.region, statement.period), {})
            if not all(name in found for name in (*SECTORS, "gdp")):
                continue
            # A reader takes members that do not add up for plain numbers.
            whole = 1.0 if members[1].value <= 1 else PERCENT
            adds_up = isclose(sum(share.value for share in members), whole)
            for name, share in zip(SECTORS, members, strict=True):
                within = _made_to_add_up(share) if adds_up and share.value > 0 else ONE
                form = Product(
                    (Factor(found[name]), Factor(found["gdp"], -1), Factor(share, -1)),
                    within * exactly(1 / whole),
                )
                yield Relation(form, "structure-mismatch", solving(form))


def _made_to_add_up(share: Figure) -> Interval:
    """By what part of itself a member may be off, beside its rounding, that was made to fill a hundred with the others: half of its last digit."""
    off = float(share.statement.quantity.resolution) / 2 / share.value
    return Interval(1 - off, 1 + off)
