"""A ledger becomes a static site: every kind of page in both languages, the assets, and what pages load while open.

The site opens from disk: links are relative, nothing is fetched, and it reads without JavaScript. The same ledger
gives the same bytes: no clock, no random ids, everything in an order of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from yanchao.atlas import sitemap
from yanchao.atlas.facts import Facts
from yanchao.atlas.language import HERE, Language
from yanchao.atlas.sharing import helped
from yanchao.atlas.writing import put, write
from yanchao.errors import StorageError
from yanchao.ledger.ledger import Ledger
from yanchao.lexicon.lexicon import Lexicon

ASSETS = "assets"


def publish(
    ledger: Ledger,
    lexicon: Lexicon,
    directory: Path,
    *,
    site: str = "",
    standing: frozenset[str] = frozenset(),
    earlier: Path | None = None,
    jobs: int = 1,
    packs: Sequence[Path] = (),
) -> None:
    """Write the site of `ledger` into `directory`, beside the files of its build.

    `site` is the address under which it will stand (`sitemap.base`), where that is known: then it has a sitemap, and its feeds and
    descriptions name addresses in full. `standing` are the pages, in both languages, that stand there already, from the
    root of the site, and `earlier` is the folder of the build that this one replaces: files that say the same are
    taken from it. With several `jobs`, as many processes write; the others load the lexicon by its `packs`.

    Raises:
        StorageError: where a page cannot be written.
    """
    facts = Facts(ledger, lexicon, directory, standing=standing, earlier=earlier)
    try:
        for asset in sorted((HERE / ASSETS).iterdir()):
            put(facts, f"{ASSETS}/{asset.name}", asset.read_bytes())
        if jobs > 1:
            with helped(facts, site, jobs - 1, packs) as next_task:
                paths = write(facts, site, next_task)
        else:
            paths = write(facts, site, count().__next__)
        for name, listed in sitemap.files(site, sorted({*paths, *_listed(standing)})) if site else ():
            put(facts, name, listed)
    except OSError as error:
        raise StorageError(
            f"{error.filename or directory}: the atlas could not be written ({error.strerror})"
        ) from error


def _listed(standing: frozenset[str]) -> Iterator[str]:
    """The pages among those that stand already, each once, from the root of its language."""
    others = tuple(language.root for language in Language if language.root)
    return (path for path in standing if not path.startswith(others))
