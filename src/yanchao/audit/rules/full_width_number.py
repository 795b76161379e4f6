"""A number in full-width digits.

**What it does.** Finds ２０２４年 and ３．５亿元. Numbers of sections (１．, （２）) are left alone; a number of two widths is YC312, an error.

**Why it is bad.** Searches for 2024年 do not find it, and the line runs wide. A house that sets its digits so leaves this rule off, as it is.

**How to mend it.** Write the digits in half width.

**Source.** GB/T 15835—2011, on setting (Arabic numerals are half-width).
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.documents.editing import Edit
from yanchao.quick import pattern
from yanchao.statements.fold import folded_words

CODE = "YC910"
NAME = "full-width-number"
TITLE_ZH = "数字用了全角"
PAGE_ZH = """
**查什么。** 用全角数字写的数，如“２０２４年”“３．５亿元”。章节序号（１．、（２））不查；
一个数里全角、半角混用，属YC312，按错误论。

**为什么。** 搜“2024年”搜不到，排出来行也偏长。统一用全角数字的单位，不开启本规则即可（默认就是关闭的）。

**怎么改。** 改成半角数字。

**依据。** GB/T 15835—2011关于排版的规定（阿拉伯数字用半角）。
"""
GROUP = Group.STYLE
SEVERITY = Severity.NOTE
EXAMPLES = Examples(
    bad=("２０２４年，全市家具产业营业收入３．５亿元。",),
    good=(
        "2024年，全市家具产业营业收入3.5亿元。",
        "１．总体情况",
        "（２）主要任务",
    ),
)

WIDE = pattern(r"(?<![0-9０-９.．（(])[０-９]+(?:．[０-９]+)?(?![0-9０-９）)]|[.．、])")


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction in dossier.extractions:
        for found in WIDE.finditer(extraction.document.text):
            better = folded_words(found.group())
            yield Fault(
                extraction.document,
                found.start(),
                found.end(),
                Said("full-width-number", text=found.group(), better=better),
                suggest=better,
                repair=(Edit(found.start(), found.end(), better),),
            )
