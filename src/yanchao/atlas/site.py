"""A ledger becomes a static site: every kind of page in both languages, the assets, and what pages load while open.

The site opens from disk: links are relative, nothing is fetched, and it reads without JavaScript. The same ledger
gives the same bytes: no clock, no random ids, everything in an order of its own.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from yanchao.atlas import sitemap
from yanchao.atlas.facts import Facts
from yanchao.atlas.gauge import gauge
from yanchao.atlas.language import HERE, Language
from yanchao.atlas.page import Sheet, data, kinds
from yanchao.atlas.rendering import Renderer
from yanchao.errors import StorageError
from yanchao.ledger.ledger import Ledger
from yanchao.lexicon.lexicon import Lexicon

ASSETS = "assets"
Progress = Callable[[str], None]


def publish(
    ledger: Ledger,
    lexicon: Lexicon,
    directory: Path,
    *,
    site: str = "",
    standing: frozenset[str] = frozenset(),
    progress: Progress | None = None,
) -> int:
    """Write the site of `ledger` into `directory`, beside the files of its build; returns the number of pages written.

    `site` is the address under which it will stand (`sitemap.base`), where that is known: then it has a sitemap, and its feeds and
    descriptions name addresses in full. `standing` are the pages, in both languages, that stand there already, from the
    root of the site. `progress` is told, in words, what is being written.

    Raises:
        StorageError: where a page cannot be written.
    """
    facts = Facts(ledger, lexicon, directory, standing=standing)
    renderer = Renderer(gauge(facts.clusters), site)
    pages = 0
    paths = []
    try:
        shutil.copytree(HERE / ASSETS, directory / ASSETS, dirs_exist_ok=True)
        for sheet in sheets(facts):
            for language in Language:
                _write(directory / language.root / sheet.path, renderer.render(sheet, language))
                pages += 1
            if sheet.path.endswith(".html"):
                paths.append(sheet.path)
            if progress is not None:
                progress(sheet.path)
        for kind in data():
            for script in kind(facts):
                _write(directory / script.path, script.text)
        for name, listed in sitemap.files(site, sorted({*paths, *_listed(standing)})) if site else ():
            _write(directory / name, listed)
    except OSError as error:
        raise StorageError(
            f"{error.filename or directory}: the atlas could not be written ({error.strerror})"
        ) from error
    return pages


def sheets(facts: Facts) -> Iterator[Sheet]:
    """Every page of the site."""
    for kind in kinds():
        yield from kind(facts)


def _listed(standing: frozenset[str]) -> Iterator[str]:
    """The pages among those that stand already, each once, from the root of its language."""
    others = tuple(language.root for language in Language if language.root)
    return (path for path in standing if not path.startswith(others))


def _write(path: Path, text: str) -> None:
    """Write a page, unless the very same stands there: a rebuild touches what changed."""
    data = text.encode("utf-8", "replace")
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
