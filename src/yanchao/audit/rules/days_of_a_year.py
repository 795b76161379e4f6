"""A share of days that is not that of the days of its year.

**What it does.** Where a text tells of how many days of a year something was so and what share of the days that is (优良天数338天，优良率92.6%), divides the one
by the days of the year. Whether the year has 365 or 366 of them makes no difference to it: the share may be worked out over either, and over the
days with valid readings.

**Why it is bad.** One of the two is wrong, and the whole of it is in every calendar.

**How to mend it.** Divide again.

**Source.** Arithmetic; 《环境空气质量评价技术规范》 (HJ 663) on how many days of valid readings a year needs.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Factor, Product, Relation
from yanchao.audit.rule import Examples, Group
from yanchao.audit.wording import percent
from yanchao.interval import Interval
from yanchao.quick import pattern
from yanchao.statements.statement import Kind

CODE = "YC127"
NAME = "days-of-a-year"
TITLE_ZH = "天数与所占比例对不上"
PAGE_ZH = """
**查什么。** 文中写了全年有多少天如何、占比多少的（优良天数338天，优良率92.6%），用全年的天数去除，看合不合。
一年按365天还是366天算、监测有效天数略少，都不算错。

**为什么。** 两个数里必有一个错，而全年有多少天，人人都知道。

**怎么改。** 重新算一遍。

**依据。** 算术；《环境空气质量评价技术规范》（HJ 663）对全年有效监测天数的规定。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.WARNING
TIES = Said("ties.share")
EXAMPLES = Examples(
    bad=(
        "2024年，市区空气质量优良天数338天，优良率96.2%。",
        "2024年，全市环境空气质量优良天数316天，优良天数比例为68.3%。",
    ),
    good=(
        "2024年，市区空气质量优良天数338天，优良率92.6%。",
        "2024年，全市环境空气质量优良天数316天，优良天数比例为86.3%。",
        "2024年1—6月，全市环境空气质量优良天数156天，优良天数比例为86.2%。",
    ),
)

SHARE = pattern(r"(?:天数)?(?:比例|比率|占比|率)$")
DAYS = pattern(r"(?:天数?|日数?)?$")
LEAST_WORDS = 2
A_YEAR = Interval(358.0, 366.0)
"""Days over which such a share may be worked out: those of a year, or those of them with valid readings."""
YEAR = 4


def check(dossier: Dossier) -> Iterator[Relation]:
    for sentence in dossier.sentences():
        for days, share in itertools.pairwise(sentence):
            if _is_of_a_year(days) and _is_their_share(share, days):
                yield _relation(days, share)


def _is_of_a_year(days: Figure) -> bool:
    return days.is_amount and days.statement.unit == "day" and len(days.statement.period or "") == YEAR


def _is_their_share(share: Figure, days: Figure) -> bool:
    """Whether days and share go by one word: 优良天数 and 优良率."""
    name = SHARE.sub("", share.statement.measure or "")
    return (
        share.statement.kind is Kind.SHARE
        and share.statement.period == days.statement.period
        and share.range.low > 0
        and len(name) >= LEAST_WORDS
        and DAYS.sub("", days.statement.measure or "").endswith(name)
    )


def _relation(days: Figure, share: Figure) -> Relation:
    year = 366 if (days.year or 1) % 4 == 0 else 365
    said = Said(
        "average-of-time",
        total=bare(days),
        parts=str(year),
        value=percent(days.value / year),
        printed=bare(share),
    )
    form = Product((Factor(days), Factor(share, -1)), A_YEAR)
    return Relation(form, "days-of-a-year", always(said), severity=Severity.WARNING)
