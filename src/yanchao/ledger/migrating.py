"""Ledgers of older schemas, read as if they were of this one.

A step is a file `migrations/N.sql`: how a ledger of version N - 1 is seen as one of version N. It makes, as views over
`before`, the tables that differ, and those that are new as empty tables; all others stay as they are. Steps are taken one after
the other in the memory of whoever reads. The build in its folder is not touched: who has an older yanchao still reads it.

    CREATE VIEW about AS SELECT * REPLACE (7 AS schema_version) FROM before.about;
    CREATE TABLE decisions (series VARCHAR, decision VARCHAR);
    CREATE VIEW series AS SELECT *, 'A' AS frequency FROM before.series;

What a step cannot know stays NULL or empty; it never guesses.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from yanchao.ledger.schema import SCHEMA_VERSION

FOLDER = Path(__file__).with_name("migrations")
MEMORY = "memory"
"""What DuckDB calls the database that is nowhere on the disk."""

BEFORE = re.compile(r"\bbefore\.")


@cache
def steps() -> dict[int, str]:
    """The SQL of each step, by the version that it leads to."""
    return {int(path.stem): path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.sql"))}


def can_migrate(version: int) -> bool:
    """Whether steps lead from a version to this one, and it is an older one."""
    return version < SCHEMA_VERSION and all(
        number in steps() for number in range(version + 1, SCHEMA_VERSION + 1)
    )


def migrate(connection: Any, database: str, version: int) -> str:
    """See an attached `database` of an older version as one of this version; returns what to `USE` from then on."""
    seen = f"{database}.main"
    for number in range(version + 1, SCHEMA_VERSION + 1):
        schema = f"as_{number}"
        connection.execute(f"CREATE SCHEMA {MEMORY}.{schema}; USE {MEMORY}.{schema}")
        connection.execute(BEFORE.sub(f"{seen}.", steps()[number]))
        for name in sorted(_tables(connection, seen) - _tables(connection, f"{MEMORY}.{schema}")):
            connection.execute(f"CREATE VIEW {name} AS FROM {seen}.{name}")
        seen = f"{MEMORY}.{schema}"
    return seen


def _tables(connection: Any, schema: str) -> set[str]:
    """The tables and views of a schema, given as `database.schema`."""
    found = connection.execute(
        "SELECT table_name FROM information_schema.tables WHERE table_catalog || '.' || table_schema = ?",
        [schema],
    )
    return {name for (name,) in found.fetchall()}
