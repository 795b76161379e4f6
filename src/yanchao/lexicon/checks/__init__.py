"""What can be wrong with a pack that reads well: one check a file, each a `check(pack)` that yields `Problem`s."""

from __future__ import annotations

from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a pack: `where` (file and line or row), and `what`, in one line each."""

    where: str
    what: str
