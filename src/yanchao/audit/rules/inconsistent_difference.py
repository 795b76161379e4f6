"""A difference that is not the difference of the two figures.

**What it does.** Where a text says from what to what a figure went and by how much (由25.3%提高到28.9%，提高3.6个百分点), subtracts.

**Why it is bad.** One of the three is wrong.

**How to mend it.** Look up the three. Percentage points are meant between two percentages, not percent.

**Source.** Arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import solving
from yanchao.audit.finding import Severity
from yanchao.audit.relations import Relation, Sum
from yanchao.audit.rule import Examples, Group
from yanchao.statements.statement import Comparator, Kind

CODE = "YC108"
NAME = "inconsistent-difference"
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
EXAMPLES = Examples(
    bad=("全省城镇化率由70.1%提高到74.5%，提高了8.4个百分点。",),
    good=(
        "全省城镇化率由70.1%提高到74.5%，提高了4.4个百分点。",
        "全省城镇化率提高到74.5%，比全国高8.4个百分点。",
    ),
)

FROM = ("由", "从")
PASSAGE = (
    "提高到",
    "提高至",
    "提升到",
    "提升至",
    "增加到",
    "增加至",
    "上升到",
    "上升至",
    "增长到",
    "增长至",
    "扩大到",
    "下降到",
    "下降至",
    "降低到",
    "降至",
    "降到",
    "减少到",
    "增至",
    "升至",
    "增到",
    "升到",
)
CHANGE = ("提高", "提升", "增加", "上升", "下降", "降低", "减少", "扩大", "缩小", "回落")
OWN_YEAR = re.compile(r"(?:20\d\d年|去年|今年|目前|现在|如今)的?$")
"""What may stand between the verb and its figure: 由2023年的55.7%提高到2024年的56.7%."""

MOST_WORDS = 14
POINT = 0.01


def check(dossier: Dossier) -> Iterator[Relation]:
    for sentence in dossier.sentences():
        for start, end, change in zip(sentence, sentence[1:], sentence[2:], strict=False):
            if _is_passage(start, end) and _is_its_change(start, end, change):
                form = _difference(start, end, change)
                yield Relation(form, "inconsistent-difference", solving(form))


def _is_passage(start: Figure, end: Figure) -> bool:
    text = start.document.text
    between = text[start.end : end.start]
    before = text[max(start.statement.sentence.start, start.start - 12) : start.start]
    return (
        start.statement.kind in (Kind.LEVEL, Kind.SHARE)
        and start.statement.unit == end.statement.unit
        and any(word in before for word in FROM)
        and OWN_YEAR.sub("", between).removesuffix("了").endswith(PASSAGE)
        and len(between) <= MOST_WORDS
        and all(figure.statement.comparator is Comparator.EQUAL for figure in (start, end))
    )


def _is_its_change(start: Figure, end: Figure, change: Figure) -> bool:
    text = end.document.text[end.end : change.start].strip("，,、（(")
    if change.statement.kind is not Kind.CHANGE or change.statement.comparator is not Comparator.EQUAL:
        return False
    unit = "pp" if start.statement.kind is Kind.SHARE else end.statement.unit
    return change.statement.unit == unit and text.removesuffix("了").removeprefix("累计") in CHANGE


def _difference(start: Figure, end: Figure, change: Figure) -> Sum:
    """end − start − change = 0, the change counted in the direction in which the figures went."""
    scale = POINT if change.statement.unit == "pp" else 1.0
    rises = end.value >= start.value
    sign = 1.0 if (change.value >= 0) == rises else -1.0
    return Sum(((end, 1.0), (start, -1.0), (change, -scale * sign)))
