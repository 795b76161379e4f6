"""A long list cut into runs whose ends come from what stands in it, not from how much stands before.

Runs of a fixed length would all be others once one thing more stands at the front. Here a run ends after a thing whose
own mark says so, so that one thing more or less changes the run that it stands in and, where that one is cut by its length,
those up to the next end that a mark sets (content-defined chunking, as in rsync and LBFS: Muthitacharoen and others, 2001).
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from yanchao.quick import dataclass

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long runs are: `least` at least but for the last, one in `often` of the things after that ends one, `most` at most."""

    least: int
    often: int
    most: int


def runs(items: Iterable[Item], mark: Callable[[Item], str], lengths: Lengths) -> Iterator[tuple[Item, ...]]:
    """All items in order; `mark` gives words of an item that tell it from the others and stay its own."""
    run: list[Item] = []
    for item in items:
        run.append(item)
        is_end = (
            len(run) >= lengths.least
            and not zlib.crc32(mark(item).encode("utf-8", "replace")) % lengths.often
        )
        if is_end or len(run) >= lengths.most:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)
