"""A ledger of an older schema answers as one of this schema would, and stays as it was.

`schemas/N.sql` is a small ledger as the yanchao of schema version N wrote it (that of `keeping.py`), written out as SQL.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import duckdb
import pytest

from keeping import keep
from yanchao.errors import UsageError
from yanchao.ledger.exports import exports
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.migrating import steps
from yanchao.ledger.schema import SCHEMA_VERSION, STORE, TABLES

SCHEMAS = Path(__file__).with_name("schemas")
OLDEST = min(int(path.stem) for path in SCHEMAS.glob("*.sql"))
OLDER = range(OLDEST, SCHEMA_VERSION)
CREATED = re.compile(r"^CREATE TABLE (\w+) \((.*)\);$", re.MULTILINE)


def written_by(version: int, directory: Path) -> Path:
    """A build whose ledger is of an older version."""
    directory.mkdir()
    with duckdb.connect(str(directory / STORE)) as connection:
        connection.execute((SCHEMAS / f"{version}.sql").read_text(encoding="utf-8"))
    return directory


def columns(ledger: Ledger, table: str) -> list[tuple[str, str]]:
    return [(name, type) for name, type, *_ in ledger.each_row(f"DESCRIBE {table}")]


def test_a_step_leads_from_every_version_to_the_next() -> None:
    assert sorted(steps()) == list(range(OLDEST + 1, SCHEMA_VERSION + 1))
    assert all(sql.startswith("-- Version ") for sql in steps().values()), "it says why"


def test_the_schema_of_a_version_stays_what_it_was() -> None:
    """Where this fails, raise `SCHEMA_VERSION`, add `migrations/N.sql` and write a ledger of N down in `schemas/`."""
    written = dict(CREATED.findall((SCHEMAS / f"{SCHEMA_VERSION}.sql").read_text(encoding="utf-8")))
    assert written == {
        table.name: ", ".join(f'"{column.name}" {column.type}' for column in table.columns)
        for table in TABLES
    }


@pytest.mark.parametrize("version", OLDER)
def test_every_table_is_there_with_its_columns(version: int, tmp_path: Path) -> None:
    with (
        Ledger(written_by(version, tmp_path / "old")) as old,
        Ledger(keep(tmp_path / "new")) as new,
    ):
        assert old.migrated_from == version
        assert new.migrated_from is None
        for table in TABLES:
            assert columns(old, table.name) == columns(new, table.name), table.name
        assert [row[0] for row in old.table("about")] == [SCHEMA_VERSION]


@pytest.mark.parametrize("version", OLDER)
def test_it_says_what_it_said(version: int, tmp_path: Path) -> None:
    with Ledger(written_by(version, tmp_path / "old")) as old, Ledger(keep(tmp_path / "new")) as new:
        assert [series.id for series in old.series()] == [series.id for series in new.series()]
        assert old.documents() == new.documents()
        assert old.findings() == new.findings()
        assert [each.quote for each in old.statements()] == [each.quote for each in new.statements()]
        day = date(2025, 2, 5)
        assert len(old.then(day).documents()) == len(new.then(day).documents()) == 1


@pytest.mark.parametrize("version", OLDER)
@pytest.mark.parametrize("name", exports())
def test_it_can_be_exported(version: int, name: str, tmp_path: Path) -> None:
    directory = written_by(version, tmp_path / "old")
    before = (directory / STORE).read_bytes()
    with Ledger(directory) as ledger:
        exports()[name].write(ledger, tmp_path / "out")
    assert (tmp_path / "out").exists()
    assert [path.name for path in directory.iterdir()] == [STORE]
    assert (directory / STORE).read_bytes() == before, "a reader does not change what it reads"


@pytest.mark.parametrize(
    ("version", "advice"),
    [(OLDEST - 1, "build it again"), (SCHEMA_VERSION + 1, "a newer yanchao wrote it: update yanchao")],
)
def test_from_other_versions_it_says_what_to_do(version: int, advice: str, tmp_path: Path) -> None:
    directory = keep(tmp_path / "atlas")
    with duckdb.connect(str(directory / STORE)) as connection:
        connection.execute("UPDATE about SET schema_version = ?", [version])
    with pytest.raises(UsageError, match=advice) as error:
        Ledger(directory)
    assert "\n" not in str(error.value)
