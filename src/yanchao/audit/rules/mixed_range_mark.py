"""Ranges of one text with different marks.

**What it does.** Finds 5～8家 in a text that otherwise writes 5—8家. The mark that stands most often is taken for the house's own; of two that stand equally often, the one that comes first.

**Why it is bad.** A reader looks for a difference in meaning where there is none. Which of the two marks a house prefers is its own affair.

**How to mend it.** Write all ranges with one mark.

**Source.** GB/T 15835—2011, on ranges (～ or —) and on one form throughout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.audit.rules._ranges import ranges

CODE = "YC904"
NAME = "mixed-range-mark"
TITLE_ZH = "同一文中区间用了不同的连接号"
PAGE_ZH = """
**查什么。** 全文多写作“5—8家”，偏有一处写作“5～8家”。哪种连接号用得多，就以哪种为本文的写法；
两种一样多，以先出现的为准。

**为什么。** 符号不同，读者会以为意思也不同，其实没有分别。用哪一种，由各单位自定。

**怎么改。** 全文的区间统一用一种连接号。

**依据。** GB/T 15835—2011，关于数值范围的连接号（～或—）和全文体例统一的规定。
"""
GROUP = Group.STYLE
SEVERITY = Severity.NOTE
EXAMPLES = Examples(
    bad=("今年新建园区5—8家，新增企业30—40家，引进院所2～3家。",),
    good=(
        "今年新建园区5—8家，新增企业30—40家。",
        "今年新建园区5～8家，新增企业30～40家。",
    ),
)


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction in dossier.extractions:
        found = ranges(extraction.document.text)
        counts = Counter(one["mark"] for one in found)
        if len(counts) < 2:
            continue
        usual = counts.most_common(1)[0][0]  # of several as frequent, the first met
        for one in found:
            if one["mark"] != usual:
                better = one.group().replace(one["mark"], usual)
                yield Fault(
                    extraction.document,
                    one.start(),
                    one.end(),
                    Said("mixed-range-mark", text=one.group(), better=better, usual=usual),
                    suggest=better,
                )
