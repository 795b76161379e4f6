"""The order in which assertions of a point are shown where only some can be, in SQL.

`reconciliation.prominence` says the same of assertions that are at hand; a test holds the two together.
"""

from __future__ import annotations


def with_prominence(numbered: str) -> str:
    """The query `numbered`, whose rows have the number of a point and of an assertion, the value, and whom it cites.

    They get a column `prominence` behind that of the number of the assertion.
    """
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
        SELECT series, observation, assertion, (row_number() OVER (
                PARTITION BY series, observation
                ORDER BY assertion > 0, NOT (is_first_of_value AND is_end), NOT is_voice, NOT is_first_of_value, assertion
            ) - 1)::INTEGER AS prominence,
            * EXCLUDE (series, observation, assertion, is_first_of_value, is_voice, is_end)
        FROM weighed
    """  # noqa: S608
