"""A tie: figures that stand and fall together, and the test of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from yanchao.statements.statement import Statement

Reads = Callable[[int], Statement]
"""What a figure reads as, by its number: as printed, or as a slip would have it."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Figures that are tied together, by number, and the test of it."""

    name: str
    members: tuple[int, ...]
    holds: Callable[[Reads], bool]
