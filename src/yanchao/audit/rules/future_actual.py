"""A figure of a time to come, told as done.

**What it does.** Finds a figure on record whose own words give a year after the text's date.

**Why it is bad.** Either the year is wrong, or it is a target and should say so.

**How to mend it.** Correct the year, or add 力争, 计划, 预计.

**Source.** The calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.statements.statement import Status

CODE = "YC404"
NAME = "future-actual"
GROUP = Group.PLANS
SEVERITY = Severity.WARNING
EXAMPLES = Examples(
    bad=("（2025年2月5日）2032年，全省汽车产量达570万辆，增长8%。",),
    good=(
        "（2025年2月5日）2024年，全省汽车产量达570万辆，增长8%。",
        "（2025年2月5日）到2032年，全省汽车产量将达570万辆。",
    ),
)

INTENT = re.compile(
    r"到|至|将|力争|目标|计划|规划|拟|预计|预期|争取|确保|实现|建成|有望|提出|要|任务|安排|方案|未来|以后|前"
)
"""Words of a sentence that speaks of what is meant to be."""


def check(dossier: Dossier) -> Iterator[Fault]:
    for figure in dossier.figures:
        statement, document = figure.statement, figure.document
        if document.published is None or statement.status is not Status.ACTUAL or figure.year is None:
            continue
        period = statement.words("period")
        if figure.year <= document.published.year or (period is not None and period.inherited):
            continue
        if INTENT.search(document.text, statement.sentence.start, statement.sentence.end):
            continue
        yield Fault(
            document,
            figure.start,
            figure.end,
            Said(
                "future-actual",
                text=figure.text,
                period=statement.period or "",
                published=document.published.isoformat(),
            ),
        )
