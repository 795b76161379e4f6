"""What can be wrong with a pack that reads well: one check a file, each a `check(folder)` that yields `Problem`s.

Open `references.py` to see one. A file in this folder is found here; there is no list to keep.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

from yanchao.errors import PackError
from yanchao.found import modules_in
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a pack: `where` (file and line or row), and `what`, in one line each."""

    where: str
    what: str


def problems(folder: Path) -> Iterator[Problem]:
    """All that the checks find wrong with the pack in `folder`.

    A pack that cannot be read has one problem, the first mistake in it: what stands on it cannot be checked.
    """
    from yanchao.lexicon.lexicon import load

    try:
        load([folder])
        for name in modules_in(__path__):
            yield from importlib.import_module(f"{__name__}.{name}").check(folder)
    except PackError as error:
        yield Problem(error.where, error.problem)
