"""A small database over a large one: what a build adds to the ledger of the one before without writing that one anew.

Where a ledger is large, to copy it takes longer than to read a document. A build of the ledger alone then leaves the large
database as it is, under a second name (`ledger.base.duckdb`, the very file of the build before), and `ledger.duckdb` holds
what differs. Its tables that hold most rows are views of both; all others are its own. Without the base beside it every
question to such a view fails, so that nobody takes a part for the whole:

    ATTACH 'ledger.base.duckdb' AS base (READ_ONLY); ATTACH 'ledger.duckdb' AS ledger (READ_ONLY); USE ledger;

What is new is laid over a base. Documents of it that have gone, and series that were put together anew, are named in the small
database, and no view shows them: they lie in the base's file until both become one database again. That is done once a quarter
of the base's documents has gone, in one build or in many, or what lies over the base has grown to a quarter of it (and to more than
`LARGE`, which costs nothing to carry along), or a build makes more than the ledger.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yanchao.ledger.schema import OF_DOCUMENTS, OF_SERIES, TABLES, Table
from yanchao.ledger.sql import literal

BASE = "ledger.base.duckdb"
"""The name of the large database in a build's folder."""

ATTACHED = "base"
"""What it is called within the small one's views."""

ADDED = "added"
"""The schema of the small database that holds the new rows of its views."""

LARGE = 32_000_000
"""Bytes from which on a database is not copied."""

OUTDATED = {"renewed": "series", "gone": "document"}
"""Of that schema, the tables that name what of the base stands no more, each with its column."""

LAYERED = frozenset((*OF_DOCUMENTS, *OF_SERIES))


def is_layered(directory: Path) -> bool:
    """Whether the ledger in a folder lies over a base."""
    return (directory / BASE).is_file()


def attach(connection: Any, directory: Path) -> None:
    """Let a connection see the base of the ledger in a folder, where it has one."""
    if is_layered(directory):
        connection.execute(f"ATTACH {literal(directory / BASE)} AS {ATTACHED} (READ_ONLY)")


def detach(connection: Any, directory: Path) -> None:
    """Let go of that base."""
    if is_layered(directory):
        connection.execute(f"DETACH {ATTACHED}")


def engine() -> Any:
    """A database in memory, which others can be attached to. To make one takes longer than to attach several."""
    import duckdb

    return duckdb.connect()


def lay_over(connection: Any) -> None:
    """Make the tables of an empty database over the base that its connection sees."""
    execute = connection.execute
    execute(f"CREATE SCHEMA {ADDED}")
    for name, column in OUTDATED.items():
        execute(f"CREATE TABLE {ADDED}.{name} ({column} VARCHAR)")
    for table in TABLES:
        base = f"{ATTACHED}.main.{table.name}"
        if table.name not in LAYERED:
            execute(f"CREATE TABLE {table.name} AS FROM {base}")
            continue
        execute(f"CREATE TABLE {ADDED}.{table.name} AS FROM {base} LIMIT 0")
        execute(f"CREATE VIEW {table.name} AS {_both(table, ATTACHED, ADDED)}")


def seen(table: Table, database: str, base: str | None) -> str:
    """All rows of a table of an attached `database`, which lies over another where `base` names it, as a query in SQL."""
    if base is None or table.name not in LAYERED:
        return f"SELECT * FROM {database}.main.{table.name}"  # noqa: S608
    return _both(table, base, f"{database}.{ADDED}")


def _both(table: Table, base: str, added: str) -> str:
    """The rows of the base that stand, and those that the schema `added` has."""
    name = "renewed" if table.name in OF_SERIES else "gone"
    stands = f"{OUTDATED[name]} NOT IN (FROM {added}.{name})"
    return (
        f"SELECT * FROM {base}.main.{table.name} WHERE {stands} UNION ALL SELECT * FROM {added}.{table.name}"  # noqa: S608
    )


def lying_in(connection: Any, ids: list[str], *, is_layered: bool) -> Iterator[tuple[str, list[str]]]:
    """The schemas that hold the rows of these documents, all of which stand, each with those whose rows it holds.

    Asked of the views, each document would cost the memory in which they put aside what of the base has gone.
    """
    if not is_layered:
        yield "main", ids
        return
    laid_over = f"SELECT document FROM {ADDED}.documents WHERE document IN (SELECT unnest(?::VARCHAR[]))"  # noqa: S608
    over = {id for (id,) in connection.execute(laid_over, [ids]).fetchall()}
    yield ADDED, [id for id in ids if id in over]
    yield f"{ATTACHED}.main", [id for id in ids if id not in over]


def gone_from_base(connection: Any) -> tuple[int, int]:
    """How many documents of the base stand no more, and how many it holds."""
    counted = f"SELECT (SELECT count(*) FROM {ADDED}.gone), (SELECT count(*) FROM {ATTACHED}.main.documents)"  # noqa: S608
    gone, held = connection.execute(counted).fetchone()
    return int(gone), int(held)


def link_or_copy(source: Path, target: Path) -> None:
    """Let `target` be the very file `source`, or a copy where the system cannot."""
    import shutil

    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copyfile(source, target)
