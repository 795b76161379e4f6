"""What a page is, and how the kinds of pages are found.

Each file of `pages/` is one kind: its `sheets(facts)` yields every page of that kind. A sheet is language-neutral:
it is written twice from the same view, once a language, through the same template.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from yanchao.atlas import pages
from yanchao.atlas.language import Text
from yanchao.quick import dataclass

if TYPE_CHECKING:
    from yanchao.atlas.facts import Facts
    from yanchao.atlas.linked import Linked


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to be written.

    `path` is from the root of its language (`clusters/software.html`), `section` the entry of the navigation that it
    belongs to, `title` and `summary` what a search engine and a screen reader hear first. `view` is what the
    template reads as `view`, `linked` what the page is about for machines that look for data (`linked.py`).
    """

    path: str
    template: str
    section: str
    title: Text
    summary: Text
    view: Any = None
    linked: Linked | None = None


Kind = Callable[["Facts"], Iterator[Sheet]]


def kinds() -> tuple[Kind, ...]:
    """The `sheets` function of every file of `pages/`, in order of file name."""
    names = sorted(module.name for module in pkgutil.iter_modules(pages.__path__))
    return tuple(importlib.import_module(f"{pages.__name__}.{name}").sheets for name in names)
