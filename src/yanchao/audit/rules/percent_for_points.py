"""A change of a rate in percent that is one in points.

**What it does.** Finds a change between two shares that is printed in percent and is their difference to the last digit: 由70.3%提高到71.1%，提高0.8%.

**Why it is bad.** From 70.3% to 71.1% is 0.8 percentage points, and 1.1 percent: whoever reads 0.8% takes the rise for smaller than it was.

**How to mend it.** Write 个百分点.

**Source.** Arithmetic; National Bureau of Statistics, explanation of 百分点.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.equations import bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Compared, Examples, Fault, Group
from yanchao.audit.steps import is_in_points, steps

CODE = "YC119"
NAME = "percent-for-points"
TITLE_ZH = "百分点写成了百分比"
PAGE_ZH = """
**查什么。** 两个比重之间的变化写成了百分之几，数值却与两者之差分毫不差：由70.3%提高到71.1%，提高0.8%。

**为什么。** 从70.3%到71.1%，提高的是0.8个百分点，增幅是1.1%；照0.8%去理解，就把升幅看小了。

**怎么改。** 改为“个百分点”。

**依据。** 算术；国家统计局对“百分点”的解释。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.difference")
EXAMPLES = Examples(
    bad=(
        "2024年，全市城镇化率由58.4%提高到64.7%，提高6.3%。",
        "2024年，全市税收占比为71.1%，比上年的70.3%提高0.8%。",
    ),
    good=(
        "2024年，全市城镇化率由58.4%提高到64.7%，提高6.3个百分点。",
        "2024年，全市失业率由4.0%下降到3.6%，下降10%。",
        "2024年，全市产量由50万吨提高到56万吨，提高12%。",
    ),
)


def check(dossier: Dossier) -> Iterator[Fault | Compared]:
    for sentence in dossier.sentences():
        for step in steps(sentence):
            if is_in_points(step):
                change = step.change
                points = "个百分点".join(
                    change.text.rsplit(next(sign for sign in "%％" if sign in change.text), 1)
                )
                yield Compared((change, step.before, step.now), agree=False)
                yield Fault(
                    change.document,
                    change.start,
                    change.end,
                    Said(
                        "percent-for-points", text=change.text, before=bare(step.before), now=bare(step.now)
                    ),
                    suggest=points,
                    related=((step.before, Said("first-place")), (step.now, Said("first-place"))),
                )
