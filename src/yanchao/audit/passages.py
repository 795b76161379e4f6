"""Two figures of which the text says that the one became the other: 由25.3%提高到28.9%."""

from __future__ import annotations

from yanchao.audit.dossier import Figure
from yanchao.quick import pattern
from yanchao.statements.statement import Comparator, Kind

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
OWN_YEAR = pattern(r"(?:20\d\d年|去年|今年|目前|现在|如今)的?$")
"""What may stand between the verb and its figure: 由2023年的55.7%提高到2024年的56.7%."""

MOST_WORDS = 14


def is_passage(start: Figure, end: Figure) -> bool:
    """Whether `end` is what `start` became, both told exactly."""
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
