"""An approximate number with 几 that begins in digits.

**What it does.** Finds 20几家, where the standard writes 二十几家.

**Why it is bad.** Digits claim to have counted, 几 says that nobody has.

**How to mend it.** Write it in Chinese numerals, or give the number.

**Source.** GB/T 15835—2011, on approximate numbers (those with 几 are written in Chinese numerals).
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.documents.editing import Edit
from yanchao.quick import pattern

CODE = "YC909"
NAME = "vague-digits"
TITLE_ZH = "“几”与阿拉伯数字连用"
PAGE_ZH = """
**查什么。** 查“20几家”这类写法；按标准应写“二十几家”。

**为什么。** 用阿拉伯数字，表示数过；用“几”，表示没有数过。

**怎么改。** 改用汉字数字，或者写出确数。

**依据。** GB/T 15835—2011关于概数的规定（含“几”的概数用汉字数字）。
"""
GROUP = Group.STYLE
SEVERITY = Severity.NOTE
EXAMPLES = Examples(
    bad=(
        "园区有20几家企业。",
        "走访了10几个村。",
    ),
    good=(
        "园区有二十几家企业。",
        "园区有26家企业。",
        "园区有20多家企业。",
    ),
)

VAGUE = pattern(r"(?<![\d.第])([1-9])0几")
NUMERALS = "一二三四五六七八九"


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction in dossier.extractions:
        for found in VAGUE.finditer(extraction.document.text):
            tens = int(found[1])
            better = f"{NUMERALS[tens - 1] if tens > 1 else ''}十几"
            yield Fault(
                extraction.document,
                found.start(),
                found.end(),
                Said("vague-digits", text=found.group(), better=better),
                suggest=better,
                repair=(Edit(found.start(), found.end(), better),),
            )
