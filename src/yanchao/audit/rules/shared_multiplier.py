"""A range that gives its 万 or 亿 once.

**What it does.** Finds 9—16亿元, where the standard asks for 9亿—16亿元.

**Why it is bad.** 9—16亿元 may be read as from nine yuan to 1.6 billion, and programs do read it so. What is left out here is a factor of a hundred million.

**How to mend it.** Write 万 or 亿 at both ends; the unit behind it may stand once.

**Source.** GB/T 15835—2011, on ranges (9亿～16亿, not 9～16亿).
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.audit.rules._ranges import ranges

CODE = "YC905"
NAME = "shared-multiplier"
TITLE_ZH = "区间只写了一个“万”或“亿”"
PAGE_ZH = """
**查什么。** 查“9—16亿元”这类区间；按标准应写“9亿—16亿元”。

**为什么。** “9—16亿元”也可读成从9元到16亿元，程序正是这样读的。这里省掉一个字，一头就差一亿倍。

**怎么改。** 两头都写上“万”或“亿”；后面的单位可以只写一次。

**依据。** GB/T 15835—2011关于数值范围的规定（写“9亿～16亿”，不写“9～16亿”）。
"""
GROUP = Group.STYLE
SEVERITY = Severity.NOTE
EXAMPLES = Examples(
    bad=(
        "项目投资预计9—16亿元。",
        "年产量可达3～5万吨。",
    ),
    good=(
        "项目投资预计9亿—16亿元。",
        "项目投资预计9亿元—16亿元。",
        "年产量可达3万～5万吨。",
    ),
)

MULTIPLIERS = ("万", "亿", "万亿")


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction in dossier.extractions:
        for found in ranges(extraction.document.text):
            if found["after"] not in MULTIPLIERS or found["unit"]:
                continue
            better = f"{found['low']}{found['after']}{found['mark']}{found['high']}{found['after']}"
            yield Fault(
                extraction.document,
                found.start(),
                found.end(),
                Said("shared-multiplier", text=found.group(), better=better),
                suggest=better,
            )
