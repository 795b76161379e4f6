"""A change of a rate in percent that is one in points.

**What it does.** Finds a change between two shares that is printed in percent and is their difference to the last digit: 由70.3%提高到71.1%，提高0.8%;
likewise how far one growth lies from another (增长9.4%，高于全省2.7%（全省增长6.7%）). Where nothing is told that a share rose from (比重为41.2%，比上年提高2.8%), it
says that the change may be read either way.

**Why it is bad.** From 70.3% to 71.1% is 0.8 percentage points, and 1.1 percent: whoever reads 0.8% takes the rise for smaller than it was.

**How to mend it.** Write 个百分点.

**Source.** Arithmetic; National Bureau of Statistics, explanation of 百分点.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from yanchao.audit.carried import carried
from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import bare
from yanchao.audit.finding import Severity
from yanchao.audit.lags import lags
from yanchao.audit.messages import Said
from yanchao.audit.rule import Compared, Examples, Fault, Group
from yanchao.audit.steps import is_in_percent, is_in_points, steps
from yanchao.quick import pattern
from yanchao.statements.statement import Kind

CODE = "YC119"
NAME = "percent-for-points"
TITLE_ZH = "百分点写成了百分比"
PAGE_ZH = """
**查什么。** 两个比重之间的变化写成了百分之几，数值却与两者之差分毫不差：由70.3%提高到71.1%，提高0.8%。两个增速之差也是如此（增长9.4%，高于全省2.7%（全省增长6.7%））。
没有写出上年比重的（比重为41.2%，比上年提高2.8%），提醒有两种读法。

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
        "2024年，客房平均入住率81.9%，比上年的76.5%高出5.4%。",
        "2024年，工业投资增长12.3%，占全部投资的比重为41.2%，比上年提高2.8%。",
        "2024年，光伏装机占比达60.9%。一年前，这一比重还是55.3%，一年间提升了5.6%。",
        "2024年，装备工业增加值增长9.4%，高于全省工业2.7%（全省工业增长6.7%）。",
    ),
    good=(
        "2024年，全市城镇化率由58.4%提高到64.7%，提高6.3个百分点。",
        "2024年，装备工业增加值增长9.4%，高于全省工业2.7个百分点（全省工业增长6.7%）。",
        "2024年，工业投资增长12.3%，占全部投资的比重为41.2%，比上年提高2.8个百分点。",
        "2024年，全市失业率由4.0%下降到3.6%，下降10%。",
        "2024年，全市产量由50万吨提高到56万吨，提高12%。",
    ),
)

SIGNS = "%％"
NEAR = 16
OF_A_SHARE = pattern(r"比重|占比|比例|份额|[^利汇费效频功速]率")
"""Words of figures that are a part of something, in their name or right before them."""

CHANGED = pattern(
    r"[，,、](?:同比|(?:相?比|相?较)(?:上|去|前)年[^，,。；;、\d]{0,4}?)(?:提高|提升|上升|回升|下降|降低|回落|下滑)了?"
)
"""Between a share and its change over a year: a verb that amounts have seldom, which grow (增长) or fall."""


def check(dossier: Dossier) -> Iterator[Fault | Compared]:
    afar = [step for one in dossier.once(carried) for step in one.readings]
    for sentence in dossier.sentences():
        for step in steps(sentence):
            if is_in_points(step):
                yield from _confused(step.change, step.before, step.now)
        for share, change in itertools.pairwise(sentence):
            if _is_told_alone(share, change):
                yield _doubtful(share, change)
    for step in afar:
        if is_in_points(step):
            yield from _confused(step.change, step.before, step.now)
    for lag in lags(dossier):
        if not lag.is_in_points and (lag.higher.range - lag.lower.range).meets(lag.apart.range):
            yield from _confused(lag.apart, lag.lower, lag.higher)


def _is_told_alone(share: Figure, change: Figure) -> bool:
    """Whether a share is told, and by how much in percent it changed, with nothing that it changed from: what rises by 提高2.8% may be the share, by
    points or by that part of itself."""
    gap = share.document.text[share.end : change.start]
    words = (share.statement.measure or "") + share.document.text[share.start - NEAR : share.start]
    return (
        share.statement.kind is Kind.SHARE
        and any(sign in share.text for sign in SIGNS)
        and is_in_percent(change)
        and change.statement.status is share.statement.status
        and OF_A_SHARE.search(words) is not None
        and CHANGED.fullmatch(gap) is not None
    )


def _doubtful(share: Figure, change: Figure) -> Fault:
    return Fault(
        change.document,
        change.start,
        change.end,
        Said("percent-for-points.alone", text=change.text, share=bare(share)),
        suggest=_in_points(change),
        related=((share, Said("first-place")),),
        severity=Severity.WARNING,
    )


def _in_points(change: Figure) -> str:
    sign = next(sign for sign in SIGNS if sign in change.text)
    return "个百分点".join(change.text.rsplit(sign, 1))


def _confused(change: Figure, before: Figure, now: Figure) -> Iterator[Fault | Compared]:
    yield Compared((change, before, now), agree=False)
    yield Fault(
        change.document,
        change.start,
        change.end,
        Said("percent-for-points", text=change.text, before=bare(before), now=bare(now)),
        suggest=_in_points(change),
        related=((before, Said("first-place")), (now, Said("first-place"))),
    )
