"""The order in which assertions of a point are shown where only some can be, in SQL.

`reconciliation.prominence` says the same of assertions that are at hand; a test holds the two together.
"""

from __future__ import annotations

from yanchao.ledger.schema import TABLE

_PLACE = """(row_number() OVER (
        PARTITION BY series, observation
        ORDER BY assertion > 0, NOT (is_first_of_value AND is_end), NOT is_voice, NOT is_first_of_value, assertion
    ) - 1)::INTEGER AS prominence"""

_COLUMNS = ", ".join(
    _PLACE if column.name == "prominence" else f'"{column.name}"' for column in TABLE["assertions"].columns
)


def with_prominence(numbered: str) -> str:
    """The rows of `assertions`, from the query `numbered`, which has every column of theirs but `prominence`."""
    return f"""
        WITH numbered AS ({numbered}),
        weighed AS (
            SELECT *,
                row_number() OVER (PARTITION BY series, observation, value ORDER BY assertion) = 1 AS is_first_of_value,
                row_number() OVER (PARTITION BY series, observation, cited ORDER BY assertion) = 1 AS is_voice,
                value IN (min(value) OVER point, max(value) OVER point) AS is_end
            FROM numbered
            WINDOW point AS (PARTITION BY series, observation)
        )
        SELECT {_COLUMNS} FROM weighed
    """  # noqa: S608
