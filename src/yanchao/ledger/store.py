"""Writing a ledger: rows are spooled as they come, and become the database and its Parquet files at the end.

Memory stays flat however many documents there are: every table but `documents` goes to a file of JSON Lines
first, and the database does the sorting. What it writes depends on what was added, never on the order of it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from yanchao.audit.finding import Finding, doubts_value
from yanchao.documents.document import Document
from yanchao.ledger import rows
from yanchao.ledger.keys import series_id
from yanchao.ledger.reconciliation import Claim, claims, series, shortened
from yanchao.ledger.schema import PARQUET, SCHEMA_VERSION, STORE, TABLE, TABLES, Column, Table
from yanchao.ledger.series import Series, SeriesKey
from yanchao.ledger.sql import in_order, literal, to_parquet
from yanchao.ledger.storing import storing
from yanchao.lexicon.lexicon import Lexicon
from yanchao.statements.statement import Extraction, Kind, Status

SPOOL = ".spool"
FETCH = 2_000
MEMORY = "512MB"
"""What the database may hold while it sorts; beyond that it uses the disk."""

LEAST_ROOM = 1 << 20
"""Bytes that the database is given for a row, where no row needs more."""

CLAIMS = Table(
    "claims",
    "Every statement as a claim about a point of a series, kept only while the ledger is being written.",
    0,
    (
        Column("series", "VARCHAR", ""),
        Column("key", "VARCHAR[]", ""),
        Column("period", "VARCHAR", ""),
        Column("status", "VARCHAR", ""),
        Column("statement", "INTEGER", ""),
        *TABLE["assertions"].columns[4:],
    ),
)
CLAIM_ORDER = 'ORDER BY "series", "document", "start", "statement"'


class Store:
    """A ledger being written into an empty `directory`. Use as a context manager; `finish` makes it readable.

    Raises:
        StorageError: where the disk is full or the folder cannot be written.
    """

    def __init__(self, directory: Path, lexicon: Lexicon) -> None:
        import duckdb

        self.directory = directory
        self._lexicon = lexicon
        self._documents: dict[str, str] = {}
        self._spools: dict[str, IO[str]] = {}
        self._longest: dict[str, int] = {}
        self._findings = 0
        self._doubted: set[tuple[str, int]] = set()
        with storing(directory):
            (directory / SPOOL).mkdir(parents=True)
            self._connection = duckdb.connect(str(directory / STORE))
            self._connection.execute(
                "SET threads = 2; SET preserve_insertion_order = true; "
                f"SET memory_limit = '{MEMORY}'; SET temp_directory = {literal(directory / SPOOL / 'sorting')}"
            )
            for table in TABLES:
                self._connection.execute(_create(table))
            self._connection.execute("BEGIN")

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, type: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for spool in self._spools.values():
            spool.close()
        self._connection.close()
        shutil.rmtree(self.directory / SPOOL, ignore_errors=True)

    def add(self, extraction: Extraction) -> bool:
        """Keep a document with all that it states; False where the same bytes are kept already."""
        document = extraction.document
        if document.id in self._documents:
            return False
        self._documents[document.id] = document.uri
        with storing(self.directory):
            self._add_document(document)
            series_of = self._add_claims(extraction)
            for number, statement in enumerate(extraction.statements):
                row = rows.statement_row(document, number, statement, series_of.get(number))
                self._spool("statements", (row,))
                self._spool("evidence", rows.evidence_rows(document, number, statement))
            self._spool(
                "mentions",
                (rows.mention_row(document, number, item) for number, item in enumerate(extraction.mentions)),
            )
        return True

    def add_findings(self, findings: Iterable[Finding]) -> None:
        """Keep what the audit found; a finding about a document that is not kept is none of this ledger's."""
        by_uri = {uri: id for id, uri in self._documents.items()}
        known = [finding for finding in findings if finding.document in by_uri]
        known.sort(key=lambda it: (by_uri[it.document], it.start, it.end, it.rule, it.message))
        with storing(self.directory):
            for finding in known:
                number = self._findings
                self._findings += 1
                self._spool("findings", (rows.finding_row(number, by_uri[finding.document], finding),))
                self._spool("related", rows.related_rows(number, finding))
                if doubts_value(finding.severity, finding.rule):
                    self._doubted.add((by_uri[finding.document], finding.start))

    @property
    def doubted(self) -> frozenset[tuple[str, int]]:
        """The places (document, first character) of the figures that the audit holds to be wrong, so far."""
        return frozenset(self._doubted)

    def add_coverage(self, document: str, related: int, unrelated: int) -> None:
        """Keep how many figures of a document (by id) stood in some relation, and how many in none."""
        self.add_rows("coverage", ((document, related, unrelated),))

    def add_rows(self, table: str, new: Iterable[Sequence[Any]]) -> None:
        """Keep rows of any table, each in the order of its columns."""
        with storing(self.directory):
            self._spool(table, new)

    def reconcile(self) -> Iterator[Series]:
        """Put all claims together, one series at a time, in order of id; keeps each, and yields it.

        A point is yielded with its most prominent assertions only: who holds all series need not hold all that
        was ever said.
        """
        with storing(self.directory):
            cursor = self._load(CLAIMS, into=None)
            for found in _series(cursor, self._lexicon):
                self._spool("series", (rows.series_row(found),))
                self._spool("observations", rows.observation_rows(found))
                self._spool("assertions", rows.assertion_rows(found))
                yield shortened(found)

    def finish(self, version: str, judged_on: date | None) -> None:
        """Sort everything into the database and write each table's Parquet beside it."""
        with storing(self.directory):
            self._spool("about", ((SCHEMA_VERSION, version, self._lexicon.home, judged_on),))
            for table in TABLES:
                if table.name in self._spools:
                    self._load(table, into=table.name)
            self._connection.execute("COMMIT")
            (self.directory / PARQUET).mkdir()
            for table in TABLES:
                target = self.directory / PARQUET / f"{table.name}.parquet"
                self._connection.execute(to_parquet(table, target))
            self._connection.execute("CHECKPOINT")
            self._connection.close()
            shutil.rmtree(self.directory / SPOOL)

    def _add_document(self, document: Document) -> None:
        row = rows.document_row(document)
        marks = ", ".join("?" * len(row))
        self._connection.execute(f"INSERT INTO documents VALUES ({marks})", row)  # noqa: S608
        self._spool("blocks", rows.block_rows(document))
        self._spool("places", rows.place_rows(document))

    def _add_claims(self, extraction: Extraction) -> dict[int, str]:
        """Spool the claims of a document; the series of each statement by its number."""
        series_of: dict[int, str] = {}
        for claim in claims(extraction, self._lexicon):
            id = series_of[claim.number] = series_id(claim.key, self._lexicon)
            self._spool(CLAIMS.name, (_claim_row(id, claim),))
        return series_of

    def _spool(self, table: str, new: Iterable[Sequence[Any]]) -> None:
        spool = self._spools.get(table)
        if spool is None:
            path = self.directory / SPOOL / f"{table}.jsonl"
            spool = self._spools[table] = path.open("w", encoding="utf-8", newline="\n")
        definition = CLAIMS if table == CLAIMS.name else TABLE[table]
        names = [column.name for column in definition.columns]
        for row in new:
            record = {name: _plain(value) for name, value in zip(names, row, strict=True)}
            line = json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
            self._longest[table] = max(
                self._longest.get(table, 0), len(line.encode("utf-8", "surrogatepass"))
            )
            spool.write(line)

    def _load(self, table: Table, into: str | None) -> Any:
        """Read a spool in key order: into a table of the database, or as a cursor to fetch from."""
        path = self.directory / SPOOL / f"{table.name}.jsonl"
        spool = self._spools.get(table.name)
        if spool is None:
            path.touch()
        else:
            spool.flush()
        columns = ", ".join(f"'{column.name}': {literal(column.type)}" for column in table.columns)
        room = max(LEAST_ROOM, self._longest.get(table.name, 0) + 1)  # of which the database takes several
        source = (
            f"read_json({literal(path)}, format = 'newline_delimited', "
            f"columns = {{{columns}}}, maximum_object_size = {room})"
        )
        query = f"SELECT * FROM {source} {in_order(table) if table.key else CLAIM_ORDER}"  # noqa: S608
        if into is None:
            return self._connection.cursor().execute(query)
        return self._connection.execute(f"INSERT INTO {into} {query}")


def _claim_row(id: str, claim: Claim) -> tuple[Any, ...]:
    key = claim.key
    parts = [key.measure, key.subject, key.region, key.cluster, str(key.kind), key.unit, key.base]
    return (
        id,
        [*parts, *key.qualifiers],
        claim.period,
        str(claim.status),
        claim.number,
        *rows.assertion_values(claim.assertion),
    )


def _series(cursor: Any, lexicon: Lexicon) -> Iterator[Series]:
    def fetched() -> Iterator[tuple[Any, ...]]:
        while batch := cursor.fetchmany(FETCH):
            yield from batch

    for _, group in groupby(fetched(), key=lambda row: row[0]):
        its_claims = [_claim(row) for row in group]
        yield series(its_claims[0].key, its_claims, lexicon)


def _claim(row: Sequence[Any]) -> Claim:
    _, parts, period, status, number, *values = row
    measure, subject, region, cluster, kind, unit, base, *qualifiers = parts
    key = SeriesKey(measure, subject, region, cluster, Kind(kind), unit, base, tuple(qualifiers))
    return Claim(number, key, period, Status(status), rows.assertion(values))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    return value


def _create(table: Table) -> str:
    columns = ", ".join(f'"{column.name}" {column.type}' for column in table.columns)
    return f"CREATE TABLE {table.name} ({columns})"
