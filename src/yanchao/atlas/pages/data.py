"""The downloads: every file of the build that is not a page, with what it holds and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yanchao.atlas import paths
from yanchao.atlas.facts import Facts, grouped
from yanchao.atlas.language import catalogue, phrase
from yanchao.atlas.linked import catalogue as catalogue_of
from yanchao.atlas.page import Sheet
from yanchao.clusters.news import NEWS
from yanchao.ledger.schema import STORE
from yanchao.quick import dataclass

FORMATS = (".csv", ".parquet", ".duckdb", ".xlsx", ".json", ".jsonl")


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the build. `path` is from the root of the site.

    `size` is None for what differs between two builds of the same sources with the way in which they came about: the
    database, and the news.
    """

    path: str
    name: str
    size: int | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files of one folder. `about` names the string that says what they are, None where none does."""

    folder: str
    about: str | None
    files: tuple[Download, ...]


def sheets(facts: Facts) -> Iterator[Sheet]:
    root = facts.directory
    files = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix in FORMATS)
    folders = grouped(files, lambda path: path.parent.relative_to(root).as_posix())
    yield Sheet(
        path=paths.DATA,
        template="data.html",
        section="data",
        title=phrase("data.title"),
        summary=phrase("data.summary"),
        view=tuple(_shelf(root, folder, same) for folder, same in folders.items()),
        linked=catalogue_of(facts, [path.relative_to(root).as_posix() for path in files]),
    )


def _shelf(root: Path, folder: str, files: tuple[Path, ...]) -> Shelf:
    about = "data.in_" + ("root" if folder == "." else folder.replace("/", "_"))
    return Shelf(
        folder=folder,
        about=about if about in catalogue() else None,
        files=tuple(
            Download(
                path.relative_to(root).as_posix(),
                path.name,
                None if path.name in (STORE, NEWS) else path.stat().st_size,
            )
            for path in files
        ),
    )
