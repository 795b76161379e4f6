"""Parquet: every table of the ledger as a file of typed columns, as `docs/ledger.md` describes them."""

from __future__ import annotations

import shutil
from pathlib import Path

from yanchao.ledger.exports import Export
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.schema import PARQUET, TABLE, TABLES


def write(ledger: Ledger, out: Path) -> None:
    out.mkdir(exist_ok=True)
    for table in TABLES:
        target = out / f"{table.name}.parquet"
        written = ledger.directory / PARQUET / target.name
        if ledger.as_of is None and ledger.migrated_from is None and written.is_file():
            shutil.copyfile(written, target)
        else:
            ledger.write_parquet(table.name, target)


EXPORT = Export(
    "parquet", "a folder with every table of the ledger, typed", None, write, tuple(TABLE), is_folder=True
)
