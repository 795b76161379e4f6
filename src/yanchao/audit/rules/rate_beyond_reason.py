"""A rate beyond all reason.

**What it does.** Looks at rates that may pass 100% and still are never many times that: capacity in use, a contribution to growth, self-sufficiency, sales
over output, funds in place, up to three times; and the capital adequacy of a bank, which is below 100%.

**Why it is bad.** A use of capacity of 965% is a decimal point that was lost, or a digit that was typed twice.

**How to mend it.** Look up the rate. What is completed of a target (完成目标的480%) and the solvency of insurers have no such bound and are left alone.

**Source.** Arithmetic; 《商业银行资本管理办法》 on what capital is held against.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Factor, Product, Relation
from yanchao.audit.rule import Examples, Group
from yanchao.interval import Interval
from yanchao.quick import pattern
from yanchao.statements.statement import Kind

CODE = "YC128"
NAME = "rate-beyond-reason"
TITLE_ZH = "比率大得离谱"
PAGE_ZH = """
**查什么。** 可以超过100%、却不会是它好几倍的比率：产能利用率、对增长的贡献率、自给率、产销率、资金到位率等，看是否超过300%；
银行的资本充足率，看是否超过100%。

**为什么。** 965%的利用率，不是丢了小数点，就是多打了一位数字。

**怎么改。** 核对这个比率。完成目标的百分比（完成目标的480%）、保险公司的偿付能力充足率没有这样的界限，不查。

**依据。** 算术；《商业银行资本管理办法》关于资本与风险加权资产的规定。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.WARNING
TIES = Said("ties.reason")
EXAMPLES = Examples(
    bad=(
        "2024年，全市工业产能利用率785%。",
        "2024年，服务业对经济增长的贡献率达到671.4%。",
        "2024年末，该行核心一级资本充足率974%。",
    ),
    good=(
        "2024年，全市工业产能利用率78.5%。",
        "2024年，服务业对经济增长的贡献率达到107.4%。",
        "2024年末，该行核心一级资本充足率9.74%。",
        "2024年末，该保险公司综合偿付能力充足率为412%。",
        "2024年，全市招商引资完成年度目标的480%。",
    ),
)

BOUNDS = (
    (pattern(r"资本充足率$"), 1.0),
    (pattern(r"(?:利用|使用|贡献|开工|达产|自给|产销|到位|入住|上座|入学)率$"), 3.0),
)
"""Ends of measures, and how much of all such a rate may be: what nearly all are well below."""


def check(dossier: Dossier) -> Iterator[Relation]:
    for figure in dossier.figures:
        most = _most(figure)
        if most is not None:
            yield Relation(
                Product((Factor(figure),), Interval(0.0, most)),
                "rate-beyond-reason",
                always(Said("nothing")),
                severity=Severity.WARNING,
            )


def _most(figure: Figure) -> float | None:
    """The most that a rate of its name may be; None where nothing is known of it."""
    statement = figure.statement
    if statement.kind is not Kind.SHARE or statement.value < 0 or not figure.text.endswith(("%", "％")):
        return None
    words = statement.measure or ""
    return next((most for ends, most in BOUNDS if ends.search(words)), None)
