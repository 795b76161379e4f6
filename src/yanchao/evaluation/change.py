"""What rose and fell between two runs, text by text: by measure, field and kind.

Runs are compared in their JSON form (`showing.as_json`), since the earlier one comes from a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from yanchao.evaluation.agreement import FIELDS
from yanchao.evaluation.evaluation import MEASURES
from yanchao.quick import dataclass

HALF_A_POINT = 0.005
"""What a score may fall by before it counts as a fall."""

NAMED_PRECISION, NAMED_RECALL = "named things precision", "named things recall"

_ROUNDING = 0.0001
"""Scores are kept with four digits."""


@dataclass(frozen=True, slots=True)
class Move:
    """How one score of one text (`all`: of all together) moved. `step` is what one statement of it weighs."""

    text: str
    score: str
    before: float
    now: float
    step: float

    @property
    def by(self) -> float:
        return self.now - self.before

    @property
    def falls(self) -> bool:
        """Whether it fell by more than half a point and, in a text too small for half points, than one statement."""
        return -self.by > max(HALF_A_POINT, self.step) + _ROUNDING

    def __str__(self) -> str:
        return f"{self.score} {self.by:+.4f}"


def moves(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Move]:
    """Every score of `now` that differs from `before`, all texts together first. Texts that one run lacks are left out."""
    for text, score in texts(now).items():
        earlier = texts(before).get(text)
        if earlier is None:
            continue
        known = dict(_scores(earlier))
        for name, value in _scores(score):
            if name in known and abs(value - known[name]) >= _ROUNDING / 2:
                yield Move(text, name, known[name], value, 1 / _weighs(score, name))


def texts(run: Mapping[str, Any]) -> dict[str, Any]:
    """The scores of a run by text, `all` first."""
    return {"all": run["all"], **run.get("documents", {})}


def _scores(score: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    for measure in MEASURES:
        yield measure, score[measure]["f1"]
    for field in FIELDS:
        yield field, score["fields"][field]
    for kind, counts in score["kinds"].items():
        yield f"{kind} statements", round(counts["right"] / counts["labelled"], 4)
    named = score.get("mentions", {})
    if named.get("labelled"):
        yield NAMED_PRECISION, named["mention"]["p"]
        yield NAMED_RECALL, named["mention"]["r"]


def _weighs(score: Mapping[str, Any], name: str) -> int:
    """Of how many statements, or named things, a score is the share."""
    if name in (NAMED_PRECISION, NAMED_RECALL):
        return max(1, int(score["mentions"]["read" if name == NAMED_PRECISION else "labelled"]))
    kind = name.removesuffix(" statements")
    count = score["kinds"][kind]["labelled"] if kind in score["kinds"] else score["labelled"]
    return max(1, int(count))
