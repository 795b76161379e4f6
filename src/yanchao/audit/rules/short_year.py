"""A year written with its last two digits.

**What it does.** Finds 24年3月 and ’24年, where the standard asks for 2024年. A bare 24年 may be twenty-four years and is
left alone: a year shows itself by its apostrophe, or by the month, quarter or half that follows.

**Why it is bad.** 24年 reads as a duration as easily as a year, and no search for 2024年 finds it. A house that writes for
readers of the same year leaves this rule off, as it is.

**How to mend it.** Write all four digits. 50 to 99 are proposed as years of the last century.

**Source.** GB/T 15835—2011, on years: as a rule they are not shortened.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.quick import pattern

CODE = "YC902"
NAME = "short-year"
TITLE_ZH = "年份只写后两位"
PAGE_ZH = """
**查什么。** 查“24年3月”“’24年”这类写法；按标准应写“2024年”。单独一个“24年”可能是二十四年，不报；
前有撇号，或后面跟着月份、季度、上下半年，才认作年份。

**为什么。** “24年”既像年份，又像时长；检索“2024年”也查不到它。稿件只给当年读者看的单位，不必启用本规则；
本规则默认也不启用。

**怎么改。** 四位数字写全。50至99按上世纪的年份给出建议。

**依据。** GB/T 15835—2011关于年份的规定：年份一般不简写。
"""
GROUP = Group.STYLE
SEVERITY = Severity.NOTE
EXAMPLES = Examples(
    bad=(
        "截至24年9月，全市新登记企业3万家。",
        "该厂’98年投产。",
        "24年上半年，全区完成投资60亿元。",
    ),
    good=(
        "截至2024年9月，全市新登记企业3万家。",
        "这条线路运行了24年，累计运货300万吨。",
        "近10年上半年用电量均为全年的四成。",
    ),
)

SHORT = pattern(
    r"(?:(?<=[’'‘])|(?<![\d.．’'‘近前后第长满约超逾达过了每这])(?=\d\d年(?:1[0-2]|[1-9])月|\d\d年(?:[上下]半年|前?[一二三四]季度|第[一二三四]季度)))"
    r"(\d\d)年"
)


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction in dossier.extractions:
        text = extraction.document.text
        for found in SHORT.finditer(text):
            start = found.start() - (found.start() > 0 and text[found.start() - 1] in "’'‘")
            better = ("19" if found.group(1) >= "50" else "20") + found.group()
            yield Fault(
                extraction.document,
                start,
                found.end(),
                Said("short-year", text=text[start : found.end()], better=better),
                suggest=better,
            )
