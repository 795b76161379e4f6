"""A target that would need growth out of all reason.

**What it does.** Works out the yearly growth that leads from the last actual of a text to its target, and reports what no industry of that
size has done: over 60% a year, for two years or more.

**Why it is bad.** Nearly always one of the two figures is wrong, by a decimal point or a 万 for 亿.

**How to mend it.** Look up both; the finding gives the growth that they imply.

**Source.** House rule: the fastest of the twenty clusters grew by less than 30% a year over the last plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Compared, Examples, Fault, Group
from yanchao.audit.targets import pairs
from yanchao.audit.wording import percent

CODE = "YC402"
NAME = "target-out-of-reach"
TITLE_ZH = "目标要求的增速不合常理"
PAGE_ZH = """
**查什么。** 从文中最近一次实际数推算到目标数，看每年要增长多少；年均超过60%、且要连续增长两年或更久的，予以报出：
同等规模的产业从未有过这样的增速。

**为什么。** 几乎总是两个数里有一个错了：小数点点错了位，或者把“亿”写成了“万”。

**怎么改。** 两个数都查原件；提示中已算出它们所要求的增速。

**依据。** 本工具自定：上一个规划期内，二十个产业集群中增长最快的，年均增速也不到30%。
"""
GROUP = Group.PLANS
SEVERITY = Severity.WARNING
TIES = Said("ties.pace")
EXAMPLES = Examples(
    bad=(
        "2023年，全省生物医药与健康产业营业收入达620.5亿元。力争到2027年，全省生物医药与健康产业营业收入超万亿元。",
    ),
    good=(
        "2023年，全省生物医药与健康产业营业收入达6205亿元。力争到2027年，全省生物医药与健康产业营业收入超万亿元。",
    ),
)

FASTEST = 0.6
FEWEST_YEARS = 2


def check(dossier: Dossier) -> Iterator[Fault | Compared]:
    for actual, target in pairs(dossier, loosely=True):
        years = (target.year or 0) - (actual.year or 0)
        if years < FEWEST_YEARS or actual.value <= 0 or target.range.low <= 0:
            continue
        most = actual.range.high if actual.range.high != float("inf") else actual.value
        is_beyond = (target.range.low / most) ** (1 / years) - 1 > FASTEST
        yield Compared((target, actual), agree=not is_beyond)
        if is_beyond:
            yield _fault(actual, target, years)


def _fault(actual: Figure, target: Figure, years: int) -> Fault:
    rate = percent((target.value / actual.value) ** (1 / years) - 1)
    return Fault(
        target.document,
        target.start,
        target.end,
        Said(
            "target-out-of-reach",
            text=target.text,
            year=target.told_year,
            start=actual.told_year,
            actual=bare(actual),
            rate=rate,
        ),
        equation=Said("pace", target=bare(target), actual=bare(actual), years=str(years), rate=rate),
        related=((actual, Said("held-against")),),
    )
