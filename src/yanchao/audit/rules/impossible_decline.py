"""A decline by more than all there was.

**What it does.** Finds a fall of over 100%: 事故起数下降367%.

**Why it is bad.** What falls by 100% is gone. A decimal point was lost, a digit doubled, or a rise is told as a fall.

**How to mend it.** Look the rate up. Profits can fall by more than all of it, into loss; these are left alone.

**Source.** Arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Relation, Stated
from yanchao.audit.rule import Examples, Group
from yanchao.interval import Interval
from yanchao.statements.statement import Kind

CODE = "YC112"
NAME = "impossible-decline"
TITLE_ZH = "降幅超过全部"
PAGE_ZH = """
**查什么。** 降幅超过100%，如“事故起数下降367%”。

**为什么。** 下降100%就一点不剩了。或是漏了小数点，或是某个数字重打了一遍，或是把上升写成了下降。

**怎么改。** 查实增减幅度后改正。利润可以由盈转亏，降幅超过100%并不为错，本规则不查。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.decline")
EXAMPLES = Examples(
    bad=("2025年，全省生产安全事故起数下降367%。",),
    good=(
        "2025年，全省生产安全事故起数下降36.7%。",
        "2025年，公司利润下降120%，由盈转亏。",
        "2025年，公司财务费用下降167%。",
    ),
)

MAY_TURN = ("利润", "盈利", "亏损", "收益", "费用", "现金流", "顺差", "逆差", "净", "价差", "温度")
"""Measures that may pass through nothing."""

ALL = Interval(-1.0, float("inf"))


def check(dossier: Dossier) -> Iterator[Relation]:
    for figure in dossier.figures:
        if figure.statement.kind is Kind.GROWTH and figure.value < 0 and _cannot_turn(figure):
            yield Relation(Stated(figure, ALL), "impossible-decline", always(Said("nothing")))


def _cannot_turn(figure: Figure) -> bool:
    words = (figure.statement.subject or "") + (figure.statement.measure or "") + figure.lead
    return "倍" not in figure.text and not any(word in words for word in MAY_TURN)
