"""Claims become points in the database itself, a range of series at a time: what `reconciliation` does for a few documents.

The claims of each document are spooled by the range of series that they fall into. Where the ranges end is settled by the
first claims that come: they need not be even, only small enough to be sorted in little memory.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from yanchao.ledger import rows
from yanchao.ledger.prominence import with_prominence
from yanchao.ledger.reconciliation import Claim
from yanchao.ledger.schema import TABLE, Column, Table
from yanchao.ledger.series import SeriesKey, of_parts, parts_of
from yanchao.ledger.spooling import Spool, together
from yanchao.ledger.sql import OF_POINT, between

CLAIMS = Table(
    "claims",
    "Every statement as a claim about a point of a series, kept only while the ledger is being written.",
    0,
    (
        Column("series", "VARCHAR", ""),
        Column("key", "VARCHAR[]", ""),
        Column("period", "VARCHAR", ""),
        Column("status", "VARCHAR", ""),
        *TABLE["assertions"].columns[4:],
    ),
)

FIRST_CLAIMS = 4_000
"""Claims by which the ranges are settled."""

RANGES = 128
"""Into how many ranges the series are cut."""

ALONE = 7
"""Parts of a key that come before its qualifiers, which `CLAIMS` has in the same list."""

MOST_CLAIMS = 16_000
"""Claims that are put together at a time, or those of one series or range where it has more."""


class Claims:
    """The claims of new documents, spooled by ranges of series."""

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._first: list[tuple[Any, ...]] = []
        self._ends: list[str] | None = None

    def add(self, id: str, claim: Claim) -> None:
        """Keep a claim about the series `id`."""
        row = _row(id, claim)
        if self._ends is not None:
            self._spool.add(CLAIMS, (row,), bisect_right(self._ends, id))
            return
        self._first.append(row)
        if len(self._first) >= FIRST_CLAIMS:
            self._cut()

    def all(self) -> str:
        """Every claim, as a query in SQL."""
        self._cut()
        return self._spool.rows(CLAIMS, *self._spool.parts(CLAIMS))

    def ranges(self) -> Iterator[tuple[str, str]]:
        """The ranges in the order of their series, small ones as one: a condition on the column `series`, and its claims as a
        query in SQL."""
        self._cut()
        ends: list[str | None] = [None, *(self._ends or ()), None]
        sizes = ((part, self._spool.count(CLAIMS, part)) for part in range(len(ends) - 1))
        for parts in together(sizes, MOST_CLAIMS):
            yield between("series", ends[parts[0]], ends[parts[-1] + 1]), self._spool.rows(CLAIMS, *parts)

    def _cut(self) -> None:
        """Settle where the ranges end, and spool the claims that were waiting for it."""
        if self._ends is None:
            ids = sorted(row[0] for row in self._first)
            steps = range(1, RANGES) if len(ids) >= FIRST_CLAIMS else ()
            self._ends = sorted({ids[len(ids) * step // RANGES] for step in steps})
            for row in self._first:
                self._spool.add(CLAIMS, (row,), bisect_right(self._ends, row[0]))
            self._first = []


def settle(connection: Any, said: str) -> Iterator[tuple[str, SeriesKey]]:
    """Work out the points of all series of which the query `said` has the claims, which have the columns of `CLAIMS`.

    Leaves them in a temporary table, for `settled` to be asked, and yields each series with its key.
    """
    execute = connection.execute
    execute(f"CREATE OR REPLACE TEMP TABLE said AS {said}")
    execute(f"CREATE OR REPLACE TEMP TABLE placed AS {_PLACED}")
    execute(f"CREATE OR REPLACE TEMP TABLE settled AS {_SETTLED}")
    for id, parts in execute(
        "SELECT series, any_value(key) FROM said GROUP BY series ORDER BY series"
    ).fetchall():
        yield id, of_parts((*parts[:ALONE], parts[ALONE:]))


def settled(table: str) -> str:
    """The rows of `observations` or of `assertions` that were worked out last, as a query in SQL."""
    columns = ", ".join(f'"{column.name}"' for column in TABLE[table].columns)
    return f"SELECT {columns} FROM {'settled' if table == 'assertions' else f'({_OBSERVATIONS})'}"  # noqa: S608


_PLACED = """
    WITH points AS (
        SELECT rowid AS row, series, value, low, high, cited, vintage, rank, document, "start", "end",
            dense_rank() OVER (
                PARTITION BY series
                ORDER BY coalesce(period, '~'), status,
                    CASE WHEN period IS NULL THEN coalesce(vintage::VARCHAR, '') ELSE '' END
            ) - 1 AS observation
        FROM said
    )
    SELECT row, series, value, cited, observation::INTEGER AS observation, (row_number() OVER (
        PARTITION BY series, observation
        ORDER BY rank, vintage DESC NULLS LAST, high - low,
            CASE WHEN NOT isinf(high - low) THEN 0 WHEN isinf(low) THEN high ELSE -low END, document, "start", "end", value
    ) - 1)::INTEGER AS assertion
    FROM points
"""
"""Claims with the number of their point and their place there: `reconciliation` has the same order, and the reasons.

Only what settles the order is sorted; the words are fetched afterwards.
"""

_SETTLED = f"""
    SELECT placed.* EXCLUDE (row, value, cited), said.* EXCLUDE (series, key)
    FROM ({with_prominence("SELECT * FROM placed")}) placed JOIN said ON said.rowid = placed.row
    ORDER BY series, observation, assertion
"""  # noqa: S608

_OBSERVATIONS = f"""
    SELECT series, observation, any_value(period) AS period, any_value(status) AS status, {OF_POINT}
    FROM settled GROUP BY series, observation ORDER BY series, observation
"""  # noqa: S608


def _row(id: str, claim: Claim) -> tuple[Any, ...]:
    *parts, qualifiers = parts_of(claim.key)
    values = rows.assertion_values(claim.assertion)
    return (id, [*parts, *qualifiers], claim.period, str(claim.status), *values)
