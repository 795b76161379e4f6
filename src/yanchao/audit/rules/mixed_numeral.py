"""Digits that go on as 百 or 千.

**What it does.** Finds 3百家 and 5千万元, where the standard writes 300家 and 5000万元: of the Chinese numerals only 万 and 亿 follow digits. Units that begin so (千克, 千瓦, 百帕) are left alone.

**Why it is bad.** It is neither the one nor the other way of writing a number, and 3千 beside 3000 looks like two different precisions.

**How to mend it.** Write the number in digits, with 万 or 亿 where it is large, or all of it in Chinese numerals.

**Source.** GB/T 15835—2011, on Arabic and Chinese numerals in one number (万 and 亿 alone may follow digits).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.quick import pattern

CODE = "YC907"
NAME = "mixed-numeral"
TITLE_ZH = "数字后接“百”“千”"
PAGE_ZH = """
**查什么。** “3百家”“5千万元”一类写法，按国家标准应写作“300家”“5000万元”：阿拉伯数字后面能接的汉字数词只有“万”“亿”。
以“千”“百”开头的单位（千克、千瓦、百帕）不查。

**为什么。** 既不是阿拉伯数字，也不是汉字数字；“3千”与“3000”并列，还像是精确程度不同。

**怎么改。** 改用阿拉伯数字，数大的后面接“万”或“亿”；或者整个数都用汉字。

**依据。** GB/T 15835—2011，关于同一个数中阿拉伯数字与汉字数字并用的规定（阿拉伯数字后面只能接“万”“亿”）。
"""
GROUP = Group.STYLE
SEVERITY = Severity.NOTE
EXAMPLES = Examples(
    bad=(
        "全市登记企业3百家，投资5千万元。",
        "培训技工1.5千人。",
    ),
    good=(
        "全市登记企业300家，投资5000万元。",
        "运走货物5千克，装机3千瓦，航程2千米。",
        "全市登记企业三百家。",
    ),
)

MIXED = pattern(
    r"(?<![\d.第])(\d+(?:\.\d+)?)([百千])(?![克米瓦伏卡赫焦帕安乏吨升字比里分年]|公斤|公里|亿亿)(?=[\u4e00-\u9fff])"
)
WORTH = {"百": 100, "千": 1000}


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction in dossier.extractions:
        for found in MIXED.finditer(extraction.document.text):
            number = Decimal(found[1]) * WORTH[found[2]]
            better = format(number.normalize(), "f")
            yield Fault(
                extraction.document,
                found.start(),
                found.end(),
                Said("mixed-numeral", text=found.group(), better=better),
                suggest=better,
            )
