"""The ways in which Chinese statistical prose ties a quantity to what it measures: one construction, one file.

A construction is a module with `ORDER` (lower is tried first), `NAME`, `EXAMPLES` (which are its tests) and
`match(context) -> Filling | None`; `FORMS` are the forms of figure that it reads, all where it names none. It is found by being in this folder. Open `stands_before.py` first: it is
the plainest (营业收入达19619.2亿元).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from functools import lru_cache
from importlib import import_module

from yanchao.found import modules_in
from yanchao.quick import dataclass
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of our own, the figure in it, and what a reader would note down of it."""

    sentence: str
    figure: str
    expected: dict[str, object] = field(default_factory=dict)
    occurrence: int = 0


@dataclass(frozen=True, slots=True)
class Construction:
    """One construction, as its module gives it."""

    order: int
    name: str
    examples: tuple[Example, ...]
    match: Callable[[Context], Filling | None]
    forms: frozenset[Form]


@lru_cache(maxsize=1)
def constructions() -> tuple[Construction, ...]:
    """All constructions in the order in which they are tried."""
    found = []
    for name in modules_in(__path__):
        module = import_module(f"{__name__}.{name}")
        forms = getattr(module, "FORMS", frozenset(Form))
        found.append(Construction(module.ORDER, module.NAME, module.EXAMPLES, module.match, forms))
    return tuple(sorted(found, key=lambda construction: (construction.order, construction.name)))


@lru_cache(maxsize=len(Form))
def constructions_of(form: Form) -> tuple[Construction, ...]:
    """Those of them that read figures of one form."""
    return tuple(construction for construction in constructions() if form in construction.forms)
