"""A ledger becomes a static site: every kind of page in both languages, the assets, and the search index.

The site opens from disk: links are relative, nothing is fetched, and it reads without JavaScript. The same ledger
gives the same bytes: no clock, no random ids, everything in an order of its own.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from yanchao.atlas import index, sitemap
from yanchao.atlas.facts import Facts
from yanchao.atlas.gauge import gauge
from yanchao.atlas.language import HERE, Language
from yanchao.atlas.page import Sheet, kinds
from yanchao.atlas.rendering import Renderer
from yanchao.errors import StorageError
from yanchao.ledger.ledger import Ledger
from yanchao.lexicon.lexicon import Lexicon

ASSETS = "assets"
Progress = Callable[[str], None]


def publish(
    ledger: Ledger, lexicon: Lexicon, directory: Path, *, site: str = "", progress: Progress | None = None
) -> int:
    """Write the site of `ledger` into `directory`, beside the files of its build; returns the number of pages.

    `site` is the address under which it will stand (`sitemap.base`), where that is known: then it has a sitemap, and its feeds and
    descriptions name addresses in full. `progress` is told, in words, what is being written.

    Raises:
        StorageError: where a page cannot be written.
    """
    facts = Facts(ledger, lexicon, directory)
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
        for language in Language:
            _write(directory / ASSETS / f"search-{language}.js", index.script(facts, language))
        for name, listed in sitemap.files(site, paths) if site else ():
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


def _write(path: Path, text: str) -> None:
    """Write a page, unless the very same stands there: a rebuild touches what changed."""
    data = text.encode("utf-8", "replace")
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
