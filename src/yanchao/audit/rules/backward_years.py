"""Years that run backwards.

**What it does.** Finds a range of years whose last is before its first (2025—2021年), and an outlook to a year that the plan's own
years have already passed (规划期为2021—2025年，展望到2023年).

**Why it is bad.** Whoever looks for the plan's years finds none.

**How to mend it.** Look up the plan; often two digits changed places, or one is missing.

**Source.** The calendar.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.quick import pattern

CODE = "YC315"
NAME = "backward-years"
TITLE_ZH = "年份先后颠倒"
PAGE_ZH = """
**查什么。** 起止年份倒置（2025—2021年）；展望的年份早于规划期末（规划期为2021—2025年，展望到2023年）。

**为什么。** 照这样写，规划期不成立。

**怎么改。** 查规划原文；常见的是两个数字写颠倒，或者错了一个数字。

**依据。** 历法。
"""
GROUP = Group.FORM
SEVERITY = Severity.ERROR
EXAMPLES = Examples(
    bad=("规划期为2025—2021年。", "规划期为2021—2025年，展望到2023年。"),
    good=(
        "规划期为2021—2025年。",
        "规划期为2021—2025年，展望到2035年。",
        "规划期为2021—2025年，其中近期到2023年。",
        "电话：2025-2021。",
    ),
)

RANGE = pattern(r"(?<![\d.\-—－])((?:19|20)\d\d)年?[—－–~～\-至到]{1,2}((?:19|20)\d\d)年(?!\d)")
OUTLOOK = pattern(r"[^。；;\n]{0,24}?展望(?:[到至])?((?:19|20)\d\d)年")
"""Behind the years of a plan, how far it looks beyond them."""


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction in dossier.extractions:
        document = extraction.document
        for found in RANGE.finditer(document.text):
            first, last = int(found[1]), int(found[2])
            if last < first:
                yield Fault(
                    document,
                    found.start(),
                    found.end(),
                    Said("backward-years", first=found[2], then=found[1]),
                )
                continue
            outlook = OUTLOOK.match(document.text, found.end())
            if outlook is not None and int(outlook[1]) <= last:
                start, end = outlook.start(1), outlook.end()
                yield Fault(document, start, end, Said("backward-years", first=outlook[1], then=found[2]))
