"""Processes that help to write a site: each opens the ledger for itself, and takes the next task that nobody has.

A number that all of them count up says which task that is. Where one fails, or the build is ended, the number jumps beyond all
tasks, and the others stop after the one at hand.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from yanchao.atlas.facts import Facts
from yanchao.atlas.writing import NextTask, write
from yanchao.errors import YanchaoError

NO_MORE = 1 << 30
"""Beyond the number of every task."""

_shared: Any = None
"""The number of the next task, in a process that helps: what it is given when it starts."""


@contextlib.contextmanager
def helped(facts: Facts, site: str, helpers: int, packs: Sequence[Path]) -> Iterator[NextTask]:
    """Yield what hands out tasks; so many processes take of them as well, and are done when the block ends.

    Raises:
        OSError: where one of them could not write a file.
    """
    context = get_context("spawn")
    number = context.Value("l", 0)
    with ProcessPoolExecutor(helpers, mp_context=context, initializer=_begin, initargs=(number,)) as pool:
        helping = [
            pool.submit(_help, facts.directory, facts.standing, facts.earlier, tuple(packs), site)
            for _ in range(helpers)
        ]
        try:
            yield lambda: _next(number)
            for each in helping:
                each.result()
        except BrokenProcessPool as error:
            raise YanchaoError(
                "a process that writes pages was ended from outside; try again with --jobs 1"
            ) from error
        finally:
            number.value = NO_MORE


def _begin(number: Any) -> None:
    global _shared  # a lock can be handed to a process only as it starts
    _shared = number
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what becomes of the build


def _help(
    directory: Path, standing: frozenset[str], earlier: Path | None, packs: Sequence[Path], site: str
) -> None:
    from yanchao.ledger.ledger import Ledger
    from yanchao.lexicon.lexicon import load

    parent = os.getppid()

    def next_task() -> int:
        return _next(_shared) if os.getppid() == parent else NO_MORE

    try:
        with Ledger(directory, for_many=True) as ledger:
            write(Facts(ledger, load(packs), directory, standing, earlier), site, next_task)
    except BaseException:
        _shared.value = NO_MORE
        raise


def _next(number: Any) -> int:
    with number.get_lock():
        number.value += 1
        return int(number.value) - 1
