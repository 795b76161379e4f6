"""The schema explains itself, and the documentation shows exactly this schema."""

from __future__ import annotations

import pytest
from docs.ledger_schema import PAGE, page

from yanchao.ledger.schema import TABLE, TABLES, Table


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_and_column_is_explained_and_distinct(table: Table) -> None:
    assert table.meaning.endswith(".")
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert all(column.meaning for column in table.columns)
    assert 1 <= table.key < len(names)


def test_every_pointer_leads_to_a_column() -> None:
    for table in TABLES:
        for column in table.columns:
            if column.points_to:
                target, name = column.points_to.split(".")
                assert name in {each.name for each in TABLE[target].columns}, f"{table.name}.{column.name}"


def test_the_documentation_shows_this_schema() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "out of date: python -m docs.ledger_schema"


def test_the_example_of_the_documentation_runs(tmp_path: object) -> None:
    import re
    from pathlib import Path

    import duckdb

    from keeping import keep
    from yanchao.ledger.schema import STORE

    (query,) = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    directory = keep(Path(str(tmp_path)) / "atlas")
    with duckdb.connect(str(directory / STORE), read_only=True) as connection:
        found = connection.execute(query).fetchall()
    assert [(period, status) for period, status, *_ in found] == [
        ("2023", "actual"),
        ("2023", "actual"),
        ("2025", "target"),
    ]
