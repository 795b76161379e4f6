"""The files of a site, cut into tasks that any process can write, and the writing of those that are one's own.

Tasks come in the same order in every process, and cost next to nothing before they are written: a page is worked out by
whoever writes it. Who takes a task is not settled beforehand, since nobody knows how long one takes.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from yanchao.atlas.facts import Facts
from yanchao.atlas.gauge import gauge
from yanchao.atlas.glosses import glosses
from yanchao.atlas.language import Language
from yanchao.atlas.page import Data, Later, Sheet, data, kinds
from yanchao.atlas.rendering import Renderer
from yanchao.quick import replace

RUN = 16
"""Pages of one task: as many as there are documents that are fetched together."""

NextTask = Callable[[], int]
"""Gives the number of the next task that nobody has taken yet."""


def write(facts: Facts, site: str, next_task: NextTask) -> list[str]:
    """Write the tasks that `next_task` hands out; returns the paths of all pages, whoever writes them."""
    renderer = Renderer(gauge(facts.clusters), glosses(facts.lexicon), site)
    paths: list[str] = []
    mine = next_task()
    for number, task in enumerate(_tasks(facts, renderer, paths)):
        if number == mine:
            task()
            mine = next_task()
    return paths


def _tasks(facts: Facts, renderer: Renderer, paths: list[str]) -> Iterator[Callable[[], None]]:
    """What pages load comes first: the search index alone takes as long as hundreds of pages, and is one task."""
    for kind in data():
        yield partial(_write_data, facts, kind)
    sheets = (sheet for kind in kinds() for sheet in kind(facts))
    while run := tuple(islice(sheets, RUN)):
        paths += (sheet.path for sheet in run if sheet.path.endswith(".html"))
        yield partial(_write_pages, facts, renderer, run)


def _write_data(facts: Facts, kind: Data) -> None:
    for script in kind(facts):
        put(facts, script.path, script.text)


def _write_pages(facts: Facts, renderer: Renderer, run: tuple[Sheet, ...]) -> None:
    for sheet in run:
        whole = replace(sheet, view=sheet.view.make()) if isinstance(sheet.view, Later) else sheet
        for language in Language:
            put(facts, language.root + sheet.path, renderer.render(whole, language))


def put(facts: Facts, name: str, said: str | bytes) -> None:
    """Let the site have a file that says this: the very file of the build before where that says the same.

    So a rebuild writes what changed and nothing else, and whoever copies a site by what is newer copies that alone.
    """
    data = said if isinstance(said, bytes) else said.encode("utf-8", "replace")
    path = facts.directory / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if facts.earlier is not None:
        with contextlib.suppress(OSError):  # it is not there, or the system cannot
            path.hardlink_to(facts.earlier / name)
    if path.is_file():
        if path.read_bytes() == data:
            return
        path.unlink()  # it may be the earlier build's own, which nobody writes into
    path.write_bytes(data)
