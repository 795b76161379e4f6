"""What an earlier build in the same folder has read already, so that a build reads what is new alone.

A build begins with a copy of the earlier database, and changes in it what has to change (`store.py`). That is done only
where the same program with the same packs wrote it, of the same schema: a statement that another reader took out of a
text is no statement of this one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from yanchao.ledger.schema import SCHEMA_VERSION, STORE
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """A document of the earlier build: its name, its length in characters, and what it was audited with."""

    id: str
    uri: str
    characters: int
    together: str | None


def take_over(earlier: Path, target: Path, reader: str) -> bool:
    """Copy the database of the build in `earlier` to `target`; False where there is none that `reader` wrote.

    Nobody writes into a finished build, so that the copy is whole even while another build takes its place.

    Raises:
        OSError: where the copy cannot be written.
    """
    import shutil

    import duckdb

    if not (earlier / STORE).is_file():
        return False
    try:
        shutil.copyfile(earlier / STORE, target)
    except FileNotFoundError:
        return False  # the folder has gone since
    try:
        with duckdb.connect(str(target), read_only=True) as connection:
            about = connection.execute("SELECT schema_version, reader FROM about").fetchone()
    except duckdb.Error:
        about = None  # damaged, or of a schema that has no such column
    if about == (SCHEMA_VERSION, reader):
        return True
    target.unlink()
    return False


def kept(connection: Any) -> dict[str, Kept]:
    """The documents of a database by their ids."""
    found = connection.execute(
        "SELECT document, uri, characters, together FROM documents LEFT JOIN coverage USING (document)"
    ).fetchall()
    return {row[0]: Kept(*row) for row in found}
