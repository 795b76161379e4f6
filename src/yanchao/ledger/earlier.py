"""What an earlier build in the same folder has read already, so that a build reads what is new alone.

A build begins with the earlier database, a copy of it or one laid over it (`layers.py`), and changes in it what has to
change (`store.py`). That is done only where the same program with the same packs wrote it, of the same schema: a statement that another reader took out of a
text is no statement of this one. Files that would come out the same are linked from the earlier folder: one file under two
names costs no time and no room, and nobody writes into a finished build.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from yanchao.ledger.layers import BASE, LARGE, engine, is_layered, link_or_copy
from yanchao.ledger.schema import PARQUET, SCHEMA_VERSION, STORE, TABLES
from yanchao.ledger.sql import literal
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """A document of the earlier build: its name, its length in characters, and what it was audited with."""

    id: str
    uri: str
    characters: int
    together: str | None


@dataclass(frozen=True, slots=True)
class Same:
    """Of what a build says what the earlier one said: documents by their ids, with what was found in them, all series
    of measures, the standing of clusters and places, and what follows from the figures of measures."""

    documents: frozenset[str]
    measures: frozenset[str]
    owners: frozenset[str]
    derived: frozenset[str]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The folder of an earlier build, and what tells it from another that takes its place meanwhile."""

    directory: Path
    identity: tuple[int, int, int]

    @property
    def still_stands(self) -> bool:
        return _identity(self.directory) == self.identity


def earlier(directory: Path) -> Earlier | None:
    """The build in a folder, where there is one."""
    found = _identity(directory)
    return Earlier(directory, found) if found and (directory / STORE).is_file() else None


def _identity(directory: Path) -> tuple[int, int, int] | None:
    try:
        status = directory.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_mtime_ns


def take_over(
    earlier: Earlier, directory: Path, reader: str, *, layering: bool = False, asking: Any = None
) -> bool:
    """Let `directory` have the database of an earlier build, to be written into; False where not `reader` wrote it.

    With `layering` a large one is not copied, but becomes the base that a new one is to be laid over (`layers.py`). `asking` is
    a connection by which the database may be asked, where there is one.

    Raises:
        OSError: where the copy cannot be written.
    """
    import shutil

    taken = directory / STORE
    try:
        if is_layered(earlier.directory):
            link_or_copy(earlier.directory / BASE, directory / BASE)
            shutil.copyfile(earlier.directory / STORE, taken)
        elif layering and (earlier.directory / STORE).stat().st_size >= LARGE:
            taken = directory / BASE
            link_or_copy(earlier.directory / STORE, taken)
        else:
            shutil.copyfile(earlier.directory / STORE, taken)
        if _written_by(taken, asking or engine()) == (SCHEMA_VERSION, reader) and earlier.still_stands:
            return True
    except FileNotFoundError:  # the folder has gone since
        pass
    for name in (STORE, BASE):
        (directory / name).unlink(missing_ok=True)
    return False


def _written_by(database: Path, asking: Any) -> tuple[int, str] | None:
    """The schema of a database and the reader that wrote it; None where it is damaged, or of a schema without a reader."""
    import duckdb

    try:
        asking.execute(f"ATTACH {literal(database)} AS taken (READ_ONLY)")
    except duckdb.Error:
        return None
    try:
        found = asking.execute("SELECT schema_version, reader FROM taken.main.about").fetchall()
    except duckdb.Error:
        return None
    finally:
        asking.execute("DETACH taken")
    return found[0] if found else None


def kept(connection: Any) -> dict[str, Kept]:
    """The documents of a database by their ids."""
    found = connection.execute(
        "SELECT document, uri, characters, together FROM documents LEFT JOIN coverage USING (document)"
    ).fetchall()
    return {row[0]: Kept(*row) for row in found}


def link(earlier: Earlier, directory: Path, names: Iterable[str]) -> frozenset[str]:
    """Let `directory` have the files `names` of an earlier build; returns those that it now has.

    Where another build has taken the earlier one's place, nothing is linked: its files may be about other documents.
    """
    found = []
    for name in names:
        target = directory / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.hardlink_to(earlier.directory / name)
        except OSError:  # it is not there, or the system cannot: the file is written like any other
            continue
        found.append(name)
    if earlier.still_stands:
        return frozenset(found)
    _unlink(directory, found)
    return frozenset()


def link_all(earlier: Earlier, directory: Path, leaving_out: Iterable[str]) -> bool:
    """Let `directory` have every file of an earlier build that has the same tables; False where not all can be.

    What of its first folder is named in `leaving_out` is not linked.
    """
    left_out = frozenset((STORE, BASE, PARQUET, *leaving_out))
    names = [name for name in _files(earlier.directory) if name.partition("/")[0] not in left_out]
    found = link(earlier, directory, names)
    if len(found) == len(names):
        return True
    _unlink(directory, found)  # what is written now must not be written into the earlier build
    return False


def same_tables(earlier: Earlier, directory: Path) -> frozenset[str]:
    """The tables that are the same in two builds, to the last byte of their Parquet."""
    return frozenset(table.name for table in TABLES if _is_the_same(earlier, directory, table.name))


def _is_the_same(earlier: Earlier, directory: Path, table: str) -> bool:
    import filecmp

    name = f"{table}.parquet"
    try:
        return filecmp.cmp(earlier.directory / PARQUET / name, directory / PARQUET / name, shallow=False)
    except OSError:
        return False


def _files(directory: Path) -> Iterator[str]:
    """The names of all files in a folder and its folders, from the folder."""
    for folder, _, names in os.walk(directory):
        for name in names:
            yield (Path(folder) / name).relative_to(directory).as_posix()


def _unlink(directory: Path, names: Iterable[str]) -> None:
    for name in names:
        (directory / name).unlink()
