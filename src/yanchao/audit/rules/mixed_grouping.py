"""Long numbers of one text with and without separators.

**What it does.** Finds 123456人 in a text that otherwise writes 12,345人, and the other way round. Only numbers of five digits and more before the point are looked at: the standard leaves four digits undivided as well. What stands most often is taken for the house's own; of two as frequent, what comes first.

**Why it is bad.** Digits in groups are read by their groups, digits without them are counted; a text that mixes both makes its reader slip by a power of ten.

**How to mend it.** Divide all long numbers, or none.

**Source.** GB/T 15835—2011, on numbers of many digits (groups of three) and on one form throughout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.audit.wording import take_apart

CODE = "YC906"
NAME = "mixed-grouping"
TITLE_ZH = "同一文中千分位时有时无"
PAGE_ZH = """
**查什么。** 全文多写作“12,345人”，偏有一处写作“123456人”；反过来也查。只看整数部分五位及以上的数：
四位数不分节，国家标准也允许。哪种写法用得多，就以哪种为本文的写法；次数相同，以先出现的为准。

**为什么。** 分节的数按节读，不分节的要一位一位数；两种写法混用，读者容易看错数量级。

**怎么改。** 位数多的数，要分节就全分节，要不分就全不分。

**依据。** GB/T 15835—2011，关于多位数三位分节、全文体例统一的规定。
"""
GROUP = Group.STYLE
SEVERITY = Severity.NOTE
EXAMPLES = Examples(
    bad=("甲县登记人口123,456人，乙县登记人口234,567人，丙县登记人口98765人。",),
    good=(
        "甲县登记人口123,456人，乙县登记人口98,765人，丙县登记人口8765人。",
        "甲县登记人口123456人，乙县登记人口98765人。",
    ),
)

LONG = 5
"""Digits before the point from which on a number is worth dividing."""


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction, figures in dossier.by_document:
        long = [(figure, digits) for figure in figures if (digits := _long_number(figure)) is not None]
        counts = Counter("," in digits for _, digits in long)
        if len(counts) < 2:
            continue
        are_divided = counts.most_common(1)[0][0]
        for figure, digits in long:
            if ("," in digits) == are_divided:
                continue
            better = figure.text.replace(digits, _divided(digits) if are_divided else digits.replace(",", ""))
            yield Fault(
                extraction.document,
                figure.start,
                figure.end,
                Said("mixed-grouping", text=figure.text, better=better),
                suggest=better,
            )


def _long_number(figure: Figure) -> str | None:
    """The digits of a figure that has many before the point, as they are printed."""
    form = take_apart(figure)
    if form is None or form.digits not in figure.text:
        return None
    return form.digits if len(form.digits.partition(".")[0].replace(",", "")) >= LONG else None


def _divided(digits: str) -> str:
    whole, point, decimals = digits.partition(".")
    return f"{int(whole):,}{point}{decimals}"
