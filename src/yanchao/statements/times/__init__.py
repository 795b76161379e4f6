"""The ways in which Chinese texts say when: one family of expressions, one file.

A family is a module with `ORDER` (of two that begin at the same place, the lower has it), `PATTERN` (its expression, with
groups whose names no other family uses), `OPENINGS` (what it may begin with, and what must follow that), `EXAMPLES` (which are
its tests) and `resolve(found) -> Period | None`. It is found by being in this folder; modules whose name opens with an
underscore are what they share. Open `plan_period.py` first: it is the plainest (“十四五”期间).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import import_module

from yanchao.found import modules_in
from yanchao.quick import dataclass
from yanchao.statements.period import Period
from yanchao.statements.times._found import Example, Found


@dataclass(frozen=True, slots=True)
class Family:
    """One family of expressions of time, as its module gives it."""

    order: int
    name: str
    pattern: str
    openings: Mapping[str, str]
    examples: tuple[Example, ...]
    resolve: Callable[[Found], Period | None]


@lru_cache(maxsize=1)
def families() -> Mapping[str, Family]:
    """All families by their name, in the order in which they are tried."""
    found = []
    for name in modules_in(__path__):
        module = import_module(f"{__name__}.{name}")
        found.append(
            Family(module.ORDER, name, module.PATTERN, module.OPENINGS, module.EXAMPLES, module.resolve)
        )
    return {family.name: family for family in sorted(found, key=lambda family: (family.order, family.name))}
