"""Scoring named things without a number: what was found, what is called by its right role, what is wholly right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import field

from yanchao.evaluation.agreement import Record
from yanchao.quick import dataclass
from yanchao.statements.statement import Role

MENTION_MEASURES = ("found", "role", "mention")
"""What is scored of a pair: the ranges overlap; the role is the same too; so are the exact range and the cluster."""


@dataclass(frozen=True, slots=True)
class MentionScore:
    """The counts behind precision and recall of named things.

    `hits` counts pairs by `MENTION_MEASURES`; `roles` counts for each role how many were labelled, how many read, and
    how many wholly right.
    """

    labelled: int = 0
    read: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    roles: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def precision(self, measure: str) -> float:
        return round(self.hits[measure] / self.read, 4) if self.read else 0.0

    def recall(self, measure: str) -> float:
        return round(self.hits[measure] / self.labelled, 4) if self.labelled else 0.0

    def __add__(self, other: MentionScore) -> MentionScore:
        roles = dict(self.roles)
        for role, counts in other.roles.items():
            roles[role] = _sum(roles.get(role, (0, 0, 0)), counts)
        return MentionScore(
            self.labelled + other.labelled, self.read + other.read, self.hits + other.hits, roles
        )


def score_mentions(
    labelled: Sequence[Record], read: Sequence[Record]
) -> tuple[MentionScore, list[tuple[Record | None, Record | None]]]:
    """The score of one document, and its misses as (labelled, read): None where the other side has nothing there."""
    pairs = _pairs(labelled, read)
    hits: Counter[str] = Counter()
    roles: dict[str, tuple[int, int, int]] = {}
    misses: list[tuple[Record | None, Record | None]] = []
    for index, label in enumerate(labelled):
        found = read[pairs[index]] if index in pairs else None
        whole = False
        if found is not None:
            role = label["role"] == found["role"]
            whole = role and _place(label) == _place(found) and label["cluster"] == found["cluster"]
            hits.update({"found": 1, "role": role, "mention": whole})
        roles[label["role"]] = _sum(roles.get(label["role"], (0, 0, 0)), (1, 0, whole))
        if not whole:
            misses.append((label, found))
    paired = set(pairs.values())
    for index, each in enumerate(read):
        roles[each["role"]] = _sum(roles.get(each["role"], (0, 0, 0)), (0, 1, 0))
        if index not in paired:
            misses.append((None, each))
    return MentionScore(len(labelled), len(read), hits, roles), misses


def _pairs(labelled: Sequence[Record], read: Sequence[Record]) -> dict[int, int]:
    """Pairs one to one: the same range and role first. A direction holds names, so it is paired with directions only."""
    candidates = []
    for i, label in enumerate(labelled):
        for j, found in enumerate(read):
            overlap = min(label["end"], found["end"]) - max(label["start"], found["start"])
            same_role = label["role"] == found["role"]
            direction = Role.DIRECTION in (label["role"], found["role"])
            if overlap > 0 and (same_role or not direction):
                candidates.append((_place(label) != _place(found), not same_role, -overlap, i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _place(record: Record) -> tuple[int, int]:
    return record["start"], record["end"]


def _sum(one: tuple[int, int, int], other: tuple[int, int, int]) -> tuple[int, int, int]:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]
