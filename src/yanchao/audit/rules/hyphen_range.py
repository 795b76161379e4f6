"""A range of numbers with a hyphen.

**What it does.** Finds 5-8家 and 2~3%, where the standard has a dash or a wave: 5—8家, 5～8家.

**Why it is bad.** A hyphen joins words and codes and stands for minus too: 2-3 may be two to three, two minus three, or chapter 2-3.

**How to mend it.** Write — or ～, one of the two throughout.

**Source.** GB/T 15835—2011, on ranges (the marks are ～ and —).
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.audit.rules._ranges import ranges

CODE = "YC903"
NAME = "hyphen-range"
TITLE_ZH = "区间用了短横"
PAGE_ZH = """
**查什么。** 数值区间用了短横或半角波纹号，如5-8家、2~3%；按国家标准应当用一字线或浪纹线：5—8家、5～8家。

**为什么。** 短横用来连接词语和代号，又可当减号：2-3既可读作二到三，也可读作二减三，还可能是第2-3章。

**怎么改。** 改用“—”或“～”，全文只用一种。

**依据。** GB/T 15835—2011关于数值范围的规定（所用符号为“～”和“—”）。
"""
GROUP = Group.STYLE
SEVERITY = Severity.NOTE
EXAMPLES = Examples(
    bad=(
        "全市新建园区5-8家。",
        "预计增速在3%~4%之间。",
    ),
    good=(
        "全市新建园区5—8家。",
        "会议定于2025-03-05召开。",
        "项目编号为2024-15。",
        "印发《某产业行动计划（2023-2025年）》。",
    ),
)

PROPER = "—"
WRONG = "-－–~"


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction in dossier.extractions:
        for found in ranges(extraction.document.text):
            if found["mark"] not in WRONG:
                continue
            text = found.group()
            better = text.replace(found["mark"], PROPER)
            yield Fault(
                extraction.document,
                found.start(),
                found.end(),
                Said("hyphen-range", text=text, better=better),
                suggest=better,
            )
