"""What a page is, and how the kinds of pages are found.

Each file of `pages/` is one kind: its `sheets(facts)` yields every page of that kind. A sheet is language-neutral:
it is written twice from the same view, once a language, through the same template. Where a page needs data while it
is open, its file has `scripts(facts)` too: a page opened from disk may not fetch, but it may load a script.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from yanchao.atlas import pages
from yanchao.atlas.language import Text
from yanchao.found import modules_in
from yanchao.quick import dataclass

if TYPE_CHECKING:
    from yanchao.atlas.facts import Facts
    from yanchao.atlas.linked import Linked


@dataclass(frozen=True, slots=True)
class Later:
    """A view that is worked out when its page is written, by whichever process writes it (`site.py`)."""

    make: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to be written.

    `path` is from the root of its language (`clusters/software.html`), `section` the entry of the navigation that it
    belongs to, `title` and `summary` what a search engine and a screen reader hear first. `view` is what the
    template reads as `view`, or a `Later` that makes it; `linked` is what the page is about for machines that look for
    data (`linked.py`).
    """

    path: str
    template: str
    section: str
    title: Text
    summary: Text
    view: Any = None
    linked: Linked | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """Data that a page loads while it is open. `path` is from the root of the site."""

    path: str
    text: str


Kind = Callable[["Facts"], Iterator[Sheet]]
Data = Callable[["Facts"], Iterator[Script]]


def kinds() -> tuple[Kind, ...]:
    """The `sheets` function of every file of `pages/`, in order of file name."""
    return tuple(module.sheets for module in _modules())


def data() -> tuple[Data, ...]:
    """The `scripts` function of the files of `pages/` that have one."""
    return tuple(module.scripts for module in _modules() if hasattr(module, "scripts"))


def put(name: str, value: Any) -> str:
    """A script that hands `value` to the page under `name` (`assets/shelf.js` takes it).

    `<` is escaped, so that no word of a document can end the script, and so are the line ends that JSON allows and
    JavaScript once did not.
    """
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    safe = words.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'yanchaoPut("{name}",{safe});\n'


def _modules() -> Iterator[Any]:
    for name in modules_in(pages.__path__):
        yield importlib.import_module(f"{pages.__name__}.{name}")
