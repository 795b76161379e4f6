"""Pieces of SQL that writing and reading the ledger share."""

from __future__ import annotations

from pathlib import Path

from yanchao.ledger.schema import Table


def literal(words: str | Path) -> str:
    """Words, or a path, as SQL writes them."""
    return "'" + str(words).replace("'", "''") + "'"


def finite(column: str) -> str:
    """A bound, or NULL where the figure sets none."""
    return f"CASE WHEN isfinite({column}) THEN {column} END"


OF_POINT = """
    arg_min(value, assertion) AS value, arg_min(low, assertion) AS low, arg_min(high, assertion) AS high,
    arg_min(comparator, assertion) AS comparator, max(low) > min(high) AS disputed, count(*)::INTEGER AS times
"""
"""What the assertions of a point make of it, as columns: its best source's figure, whether they disagree, how many they are."""


def in_order(table: Table) -> str:
    """`ORDER BY` a table's key."""
    return "ORDER BY " + ", ".join(f'"{name}"' for name in table.key_columns)


def to_parquet(table: Table, target: Path) -> str:
    """The statement that writes all rows of a table to a file, in the order of its key."""
    return (
        f"COPY (SELECT * FROM {table.name} {in_order(table)}) "  # noqa: S608
        f"TO {literal(target)} (FORMAT parquet, COMPRESSION zstd)"
    )


def delete(table: str, condition: str = "true") -> str:
    """The statement that deletes the rows of a table for which a condition holds, or all."""
    return f"DELETE FROM {table} WHERE {condition}"  # noqa: S608


def create(table: Table, of: str = "main") -> str:
    """The statement that makes an empty table in a schema, or in the database of that name."""
    columns = ", ".join(
        f'"{column.name}" {column.type}{" USING COMPRESSION uncompressed" * column.is_long}'
        for column in table.columns
    )
    return f"CREATE TABLE {of}.{table.name} ({columns})"


def sorted_copy(table: Table, of: str, condition: str = "true") -> str:
    """The statement that puts rows of our own table into that of the same name of `of`, in the order of its key."""
    return f"INSERT INTO {of}.{table.name} SELECT * FROM {table.name} WHERE {condition} {in_order(table)}"  # noqa: S608


def between(column: str, first: str | None, beyond: str | None) -> str:
    """The condition that a column is `first` or comes after it, and comes before `beyond`, where these are given."""
    bounds = [f"{column} >= {literal(first)}"] if first is not None else []
    bounds += [f"{column} < {literal(beyond)}"] if beyond is not None else []
    return " AND ".join(bounds) or "true"
