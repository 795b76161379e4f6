"""A decimal number without its nought.

**What it does.** Finds 提高.6个百分点, where the standard asks for 0.6.

**Why it is bad.** The point is lost at the first copy, and .6 becomes 6; or a digit was lost before it, and nobody can tell.

**How to mend it.** Write the nought; look at the source whether another digit stood there.

**Source.** GB/T 15835—2011, on decimal fractions (the nought before the point is written).
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.quick import pattern

CODE = "YC911"
NAME = "bare-point"
TITLE_ZH = "小数点前缺零"
PAGE_ZH = """
**查什么。** 小数点前漏写“0”的数，如“提高.6个百分点”；按标准应写0.6。

**为什么。** 转抄一次小数点就可能丢掉，.6变成6；也可能点前本来另有数字，漏掉了谁也看不出来。

**怎么改。** 补上“0”；再查原始材料，看点前是不是别的数字。

**依据。** GB/T 15835—2011关于小数的规定（小数点前的“0”要写出）。
"""
GROUP = Group.STYLE
SEVERITY = Severity.NOTE
EXAMPLES = Examples(
    bad=("利润率提高.6个百分点。",),
    good=(
        "利润率提高0.6个百分点。",
        "见第3.6节。",
    ),
)

BARE = pattern(r"(?<=[\u4e00-\u9fff])[.．]\d+(?![\d.])(?=\s*(?:[%％‰]|[\u4e00-\u9fff]))")


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction in dossier.extractions:
        for found in BARE.finditer(extraction.document.text):
            better = f"0.{found.group()[1:]}"
            yield Fault(
                extraction.document,
                found.start(),
                found.end(),
                Said("bare-point", text=found.group(), better=better),
                suggest=better,
            )
