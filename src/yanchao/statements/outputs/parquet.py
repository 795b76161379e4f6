"""Parquet: typed columns for pandas, polars, DuckDB and Spark."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from yanchao.statements.outputs import Output
from yanchao.statements.record import FIELDS, to_record
from yanchao.statements.statement import Extraction

NUMBERS = {"start": "INTEGER", "end": "INTEGER", "value": "DOUBLE", "low": "DOUBLE", "high": "DOUBLE"}


def write(extractions: Iterable[Extraction], out: BinaryIO) -> None:
    records = (
        {"document": extraction.document.uri, **to_record(statement)}
        for extraction in extractions
        for statement in extraction.statements
    )
    write_records(records, {name: NUMBERS.get(name, "VARCHAR") for name in ("document", *FIELDS)}, out)


def write_records(records: Iterable[Mapping[str, Any]], types: Mapping[str, str], out: BinaryIO) -> None:
    """Records as a Parquet file whose columns have these types of DuckDB's.

    The rows are spooled to disk, then the database writes the file: memory stays flat.
    """
    import duckdb

    with tempfile.TemporaryDirectory(prefix="yanchao-") as folder:
        spool, result = Path(folder) / "records.jsonl", Path(folder) / "records.parquet"
        with spool.open("w", encoding="utf-8", errors="replace") as file:
            for record in records:
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        columns = ", ".join(f"'{name}': '{type}'" for name, type in types.items())
        with duckdb.connect() as connection:
            connection.execute("SET preserve_insertion_order = true")
            connection.execute(
                f"COPY (SELECT * FROM read_json('{spool}', format = 'newline_delimited', "  # noqa: S608
                f"columns = {{{columns}}})) TO '{result}' (FORMAT parquet, COMPRESSION zstd)"
            )
        with result.open("rb") as file:
            shutil.copyfileobj(file, out)


OUTPUT = Output("parquet", "typed columns for data tools (binary: give -o or a redirection)", False, write)
