"""The downloads: every file of the build that is not a page, with what it holds and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from yanchao.atlas import paths
from yanchao.atlas.facts import Facts, grouped
from yanchao.atlas.language import catalogue, phrase
from yanchao.atlas.linked import catalogue as catalogue_of
from yanchao.atlas.page import Sheet
from yanchao.clusters.news import NEWS
from yanchao.ledger.schema import PARQUET, STORE
from yanchao.quick import dataclass

TABLES = {"exports/frictionless": ".csv", PARQUET: ".parquet"}
"""The folders that hold the tables of the ledger one by one, and the ending of a table there."""

EXPORTS = "exports"

FORMATS = (".csv", ".parquet", ".duckdb", ".xlsx", ".json", ".jsonl")


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the build. `path` is from the root of the site, `about` names the string that says what it holds.

    `size` is None for what differs between two builds of the same sources with the way in which they came about: the
    database, and the news.
    """

    path: str
    name: str
    about: str | None
    size: int | None

    @property
    def ending(self) -> str:
        return self.name.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files of one folder. `about` names the string that says what they are, None where none does."""

    folder: str
    about: str | None
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the ledger in every format that there is of it. `about` names the string that says what it holds."""

    name: str
    about: str | None
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class Downloads:
    """What can be taken along: files that stand for themselves, by folder, and the tables one by one."""

    shelves: tuple[Shelf, ...]
    tables: tuple[Table, ...]


def sheets(facts: Facts) -> Iterator[Sheet]:
    root = facts.directory
    files = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix in FORMATS)
    of_tables = [path for path in files if path.suffix == TABLES.get(_folder(root, path))]
    rest = [path for path in files if path not in of_tables]
    shelves = grouped(sorted(rest, key=partial(_order, root)), partial(_folder, root))
    tables = grouped(sorted(of_tables, key=lambda path: path.stem), lambda path: path.stem)
    yield Sheet(
        path=paths.DATA,
        template="data.html",
        section="data",
        title=phrase("data.title"),
        summary=phrase("data.summary"),
        view=Downloads(
            tuple(_shelf(root, folder, same) for folder, same in shelves.items()),
            tuple(
                Table(name, _said(f"table.{name}"), tuple(_download(root, path) for path in same))
                for name, same in tables.items()
            ),
        ),
        linked=catalogue_of(facts, [path.relative_to(root).as_posix() for path in files]),
    )


def _folder(root: Path, path: Path) -> str:
    return path.parent.relative_to(root).as_posix()


def _order(root: Path, path: Path) -> tuple[bool, str]:
    """The whole tables first, which open anywhere; then by address."""
    return _folder(root, path) != EXPORTS, path.relative_to(root).as_posix()


def _shelf(root: Path, folder: str, files: tuple[Path, ...]) -> Shelf:
    return Shelf(
        folder=folder,
        about=_said("data.in_" + ("root" if folder == "." else folder.replace("/", "_"))),
        files=tuple(_download(root, path) for path in files),
    )


def _download(root: Path, path: Path) -> Download:
    return Download(
        path=path.relative_to(root).as_posix(),
        name=path.name,
        about=_said("file." + path.name.replace(".", "_")),
        size=None if path.name in (STORE, NEWS) else path.stat().st_size,
    )


def _said(key: str) -> str | None:
    return key if key in catalogue() else None
