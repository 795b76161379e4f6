"""What a tool's readings are worth against labelled quantities, judged alike for every tool.

Judged are labels of kind level, share and growth: no peer reads ranks, streaks or points. A reading that lies on another
kind of label is neither right nor wrong. A number is right without its sign, since a number tool does not read 下降, and
where the text gives a range either end of it will do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

JUDGED = frozenset({"level", "share", "growth"})

Label = dict[str, Any]
Found = tuple[int, int, float, str]
"""start, end, value and unit of one reading."""


@dataclass(frozen=True, slots=True)
class Worth:
    """Counts over all texts: labels, readings, and pairs of the two by what is right in them."""

    labels: int = 0
    readings: int = 0
    overlap: int = 0
    exact: int = 0
    value: int = 0
    unit: int = 0

    def __add__(self, other: Worth) -> Worth:
        return Worth(
            self.labels + other.labels,
            self.readings + other.readings,
            self.overlap + other.overlap,
            self.exact + other.exact,
            self.value + other.value,
            self.unit + other.unit,
        )

    def precision(self, hits: int) -> float:
        return hits / self.readings if self.readings else 0.0

    def recall(self, hits: int) -> float:
        return hits / self.labels if self.labels else 0.0

    def f1(self, hits: int) -> float:
        both = self.labels + self.readings
        return 2 * hits / both if both else 0.0


def worth(labels: Sequence[Label], readings: Sequence[Found]) -> Worth:
    """Pair the readings of one text with its labels, one to one, the same range first, then the largest overlap."""
    judged = [label for label in labels if label["kind"] in JUDGED]
    others = [label for label in labels if label["kind"] not in JUDGED]
    counted = [
        reading
        for reading in readings
        if any(shared(label, reading) for label in judged)
        or not any(shared(label, reading) for label in others)
    ]
    candidates = sorted(
        (not same_range(label, reading), -shared(label, reading), i, j)
        for i, label in enumerate(judged)
        for j, reading in enumerate(counted)
        if shared(label, reading)
    )
    pairs: dict[int, int] = {}
    for _, _, i, j in candidates:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    both = [(judged[i], counted[j]) for i, j in pairs.items()]
    return Worth(
        labels=len(judged),
        readings=len(counted),
        overlap=len(both),
        exact=sum(same_range(label, reading) for label, reading in both),
        value=sum(same_number(label, reading[2]) for label, reading in both),
        unit=sum(label["unit"] == reading[3] for label, reading in both),
    )


def shared(label: Label, reading: Found) -> int:
    """How many characters the two have in common."""
    last, first = min(int(label["end"]), reading[1]), max(int(label["start"]), reading[0])
    return max(0, last - first)


def same_range(label: Label, reading: Found) -> bool:
    return (label["start"], label["end"]) == (reading[0], reading[1])


def same_number(label: Label, value: float) -> bool:
    wanted = [abs(label[end]) for end in ("value", "low", "high") if label[end] is not None]
    return any(abs(abs(value) - number) <= 1e-6 * max(number, 1e-9) for number in wanted)
