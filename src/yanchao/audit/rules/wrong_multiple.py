"""A fall by a multiple.

**What it does.** Finds 下降2倍, 减少1.5倍 and the like.

**Why it is bad.** What falls by one time its size is gone; it cannot fall by two.

**How to mend it.** Say to what part it fell (降至三分之一) or by how many percent.

**Source.** Arithmetic; every textbook of statistics.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.quick import pattern

CODE = "YC306"
NAME = "wrong-multiple"
TITLE_ZH = "用倍数说下降"
PAGE_ZH = """
**查什么。** 查“下降2倍”“减少1.5倍”之类的说法。

**为什么。** 下降1倍就已归零，不可能再下降2倍。

**怎么改。** 写明降到几分之几（降至三分之一），或者下降百分之几。

**依据。** 算术；统计学教科书均有说明。
"""
GROUP = Group.FORM
SEVERITY = Severity.ERROR
EXAMPLES = Examples(
    bad=("单位产品能耗比2015年下降2倍。",),
    good=("单位产品能耗比2015年下降50%。", "产量增长2倍。"),
)

FALL = pattern(r"(?:下降|减少|降低|下跌|缩减|缩小)了?(?:近|约|超|超过)?$")

RISE = {
    "下降": "增长",
    "减少": "增加",
    "降低": "提高",
    "下跌": "上涨",
    "缩减": "扩大",
    "缩小": "扩大",
}


def check(dossier: Dossier) -> Iterator[Fault]:
    for figure in dossier.figures:
        if "倍" not in figure.text:
            continue
        text = figure.document.text
        begins = max(figure.statement.sentence.start, figure.start - 6)
        verb = FALL.search(text[begins : figure.start])
        if verb is not None:
            start = begins + verb.start()
            told = text[start : figure.end]
            yield Fault(
                figure.document,
                start,
                figure.end,
                Said("wrong-multiple.fall", text=told),
                # A rise told as a fall is likelier than a fraction told as a multiple.
                suggest=RISE[told[:2]] + told[2:],
            )
