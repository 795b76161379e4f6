"""Writing a ledger: rows are spooled as they come, and become the database and its Parquet files at the end.

Memory stays flat however many documents there are: every table goes to a file of JSON Lines first, and the database does the
sorting. What it writes depends on what was added, never on the order of it.

A build that follows another begins with a copy of that one's database (`earlier.py`). Documents that are taken over keep
their rows; of the others' rows, and of the series that either had a part in, nothing stays. What comes out is to the letter
what a build from nothing would write.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from yanchao.audit.finding import Finding
from yanchao.documents.document import Document
from yanchao.ledger import rows
from yanchao.ledger.earlier import Earlier, Kept, Same, kept, take_over
from yanchao.ledger.keys import series_id
from yanchao.ledger.reconciliation import Claim, claims, series
from yanchao.ledger.schema import PARQUET, SCHEMA_VERSION, STORE, TABLE, TABLES, Column, Table
from yanchao.ledger.series import Series, SeriesKey
from yanchao.ledger.sql import delete, in_order, literal, sorted_copy, to_parquet
from yanchao.ledger.storing import storing
from yanchao.lexicon.lexicon import Lexicon
from yanchao.statements.statement import Extraction, Kind, Status

SPOOL = ".spool"
FETCH = 2_000
MEMORY = "256MB"
"""What the database may hold while it sorts; beyond that it uses the disk."""

LEAST_ROOM = 1 << 20
"""Bytes that the database is given for a row, where no row needs more."""

LONGEST_SPOOLED = 200_000
"""Characters of a document that is spooled; a longer one is put into the database at once, which then holds it in memory."""

OF_DOCUMENTS = ("blocks", "places", "statements", "evidence", "mentions")
"""The tables whose rows come from one document alone."""

OF_SERIES = ("series", "observations", "assertions")
OF_AUDIT = ("coverage", "findings")
JUDGED = ("standings", "targets", "settings", "concentration")
"""The tables that are worked out from the series, when those are there."""

SCATTERED = 4
"""Tables are sorted anew once more than one in so many documents is new: until then new rows stand behind the old ones."""

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

CLAIMS_KEPT = f"""
    SELECT a.series, [s.measure, s.subject, s.region, s.cluster, s.kind, s.unit, s.base] || s.qualifiers,
        o.period, o.status, a.assertion, {", ".join(f'a."{column.name}"' for column in CLAIMS.columns[5:])}
    FROM assertions a JOIN observations o USING (series, observation) JOIN series s USING (series)
    WHERE a.series IN (FROM touched) AND a.document NOT IN (FROM gone)
"""  # noqa: S608 - the names are those of the schema
"""What the documents that stay claim about the series that are put together anew, as rows of `CLAIMS`."""

NUMBERED = """
    CREATE TEMP TABLE numbered AS
    SELECT finding AS old, (row_number() OVER (ORDER BY document, "start", "end", rule, message, finding) - 1)::INTEGER AS new
    FROM findings
"""


class Store:
    """A ledger being written into an empty `directory`. Use as a context manager.

    Documents are added or taken over, then `reconcile` makes it readable, then standings are added and `finish` completes
    it. `reader` is the fingerprint of what reads; `earlier` a build whose documents may be taken over.

    Raises:
        StorageError: where the disk is full or the folder cannot be written.
    """

    def __init__(
        self, directory: Path, lexicon: Lexicon, *, reader: str = "", earlier: Earlier | None = None
    ) -> None:
        self.directory = directory
        self._lexicon = lexicon
        self._reader = reader
        self._earlier: dict[str, Kept] = {}
        self._named: set[str] = set()
        self._documents: set[str] = set()
        self._new: set[str] = set()
        self._audited: set[str] = set()
        self._spools: dict[str, IO[bytes]] = {}
        self._longest: dict[str, int] = {}
        with storing(directory):
            (directory / SPOOL).mkdir(parents=True)
            is_taken = earlier is not None and take_over(earlier, directory / STORE, reader)
            self._connection = self._connected()
            if is_taken:
                self._earlier = kept(self._connection)
            else:
                for table in TABLES:
                    self._connection.execute(_create(table))
            self._last_row = self._value("SELECT coalesce(max(rowid), -1) FROM documents")
            self._findings = self._value("SELECT coalesce(max(finding) + 1, 0) FROM findings")

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, type: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for spool in self._spools.values():
            spool.close()
        self._connection.close()
        shutil.rmtree(self.directory / SPOOL, ignore_errors=True)

    @property
    def has_earlier(self) -> bool:
        """Whether there is anything to take over."""
        return bool(self._earlier)

    def earlier(self, id: str, uri: str) -> Kept | None:
        """The document with these bytes under this name, where the earlier build has it.

        Under another name as well, once it was asked for under its own: the same bytes are one document.
        """
        known = self._earlier.get(id)
        if known is None or (known.uri != uri and id not in self._named):
            return None
        self._named.add(id)
        return known

    def keep(self, document: Kept) -> bool:
        """Take a document of the earlier build over; False where the same bytes are in this one already."""
        if document.id in self._documents:
            return False
        self._documents.add(document.id)
        return True

    def add(self, extraction: Extraction) -> bool:
        """Keep a document with all that it states; False where the same bytes are kept already."""
        document = extraction.document
        if document.id in self._documents:
            return False
        self._documents.add(document.id)
        self._new.add(document.id)
        if extraction.problems:
            document = replace(document, warnings=(*document.warnings, *extraction.problems))
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

    def read_earlier(self, ids: Iterable[str]) -> dict[str, Extraction]:
        """What documents of the earlier build state, by their ids."""
        wanted = list(ids)
        if not wanted:
            return {}
        with storing(self.directory):
            found = {name: self._of_documents(name, wanted) for name in ("documents", *OF_DOCUMENTS)}
        words = {
            id: {key: list(group) for key, group in groupby(evidence, key=lambda row: row[1])}
            for id, evidence in found["evidence"].items()
        }
        return {
            id: Extraction(
                rows.document(found["documents"][id][0], found["blocks"][id], found["places"][id]),
                tuple(rows.statement(row, words[id].get(row[1], ())) for row in found["statements"][id]),
                tuple(map(rows.mention, found["mentions"][id])),
            )
            for id in wanted
        }

    def add_audit(
        self,
        together: Mapping[str, str],
        findings: Iterable[Finding],
        coverage: Iterable[tuple[str, int, int]] = (),
    ) -> None:
        """Keep what the audit found in documents that were held against each other: `together` has the id of each URI.

        `coverage` has, by id, how many figures of each stood in some relation and how many in none. A finding about
        another document is none of this audit's. What an earlier audit found in these documents is forgotten.
        """
        self._audited.update(together.values())
        whole = fingerprint(together)
        known = [finding for finding in findings if finding.document in together]
        known.sort(key=lambda it: (together[it.document], it.start, it.end, it.rule, it.message))
        with storing(self.directory):
            for finding in known:
                number = self._findings
                self._findings += 1
                self._spool("findings", (rows.finding_row(number, together[finding.document], finding),))
                self._spool("related", rows.related_rows(number, finding))
            self._spool("coverage", ((*row, whole) for row in coverage))

    def add_rows(self, table: str, new: Iterable[Sequence[Any]]) -> None:
        """Keep rows of any table, each in the order of its columns."""
        with storing(self.directory):
            self._spool(table, new)

    def reconcile(self, version: str, judged_on: date | None) -> Same:
        """Put all claims together and everything into the database, which can then be opened and read.

        What no build from these documents would hold is forgotten: documents that were not added nor taken over, what
        came from them, and what was put together with it. What has not changed is returned.
        """
        with storing(self.directory):
            self._forget()
            measures = self._measures("NOT IN") - self._measures("IN")
            for found in self._reconciled():
                measures.discard(found.key.measure)
                self._spool("series", (rows.series_row(found),))
                self._spool("observations", rows.observation_rows(found))
                self._spool("assertions", rows.assertion_rows(found))
            for name in OF_SERIES:
                self._connection.execute(delete(name, "series IN (FROM touched)"))
            self._connection.execute(delete("about"))
            about = (SCHEMA_VERSION, version, self._lexicon.home, judged_on, self._reader)
            self._spool("about", (about,))
            self._load(table for table in TABLES if table.name not in JUDGED)
            self._number_findings()
            self._close()
        return Same(frozenset(self._documents - self._new - self._audited), frozenset(measures))

    def finish(self, parquet: Sequence[Table] = TABLES) -> None:
        """Put the standings into the database, and write the Parquet of these tables beside it."""
        with storing(self.directory):
            self._connection = self._connected()
            for name in JUDGED:
                self._connection.execute(delete(name))
            self._load(TABLE[name] for name in JUDGED)
            self._connection.execute("COMMIT")
            if parquet:
                self._write_parquet(parquet)
            if self._is_scattered:
                self._write_anew()
            else:
                self._connection.execute("CHECKPOINT")
                self._connection.close()
            shutil.rmtree(self.directory / SPOOL)

    def _connected(self) -> Any:
        import duckdb

        connection = duckdb.connect(str(self.directory / STORE))
        connection.execute(
            "SET threads = 2; SET preserve_insertion_order = true; "
            f"SET memory_limit = '{MEMORY}'; SET temp_directory = {literal(self.directory / SPOOL / 'sorting')}"
        )
        connection.execute("BEGIN")
        return connection

    def _close(self) -> None:
        self._connection.execute("COMMIT")
        self._connection.execute("CHECKPOINT")
        self._connection.close()

    def _value(self, query: str) -> int:
        return int(self._connection.execute(query).fetchone()[0])

    def _add_document(self, document: Document) -> None:
        row = rows.document_row(document)
        if len(document.text) <= LONGEST_SPOOLED:
            self._spool("documents", (row,))
        else:
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

    def _of_documents(self, name: str, ids: list[str]) -> dict[str, list[tuple[Any, ...]]]:
        """The rows of a table that belong to some documents of the earlier build, by document, in order."""
        found: dict[str, list[tuple[Any, ...]]] = {id: [] for id in ids}
        own = f"AND rowid <= {self._last_row}" if name == "documents" else ""
        chosen = f"WHERE document IN (SELECT unnest(?::VARCHAR[])) {own} {in_order(TABLE[name])}"
        for row in self._connection.execute(f"SELECT * FROM {name} {chosen}", [ids]).fetchall():  # noqa: S608
            found[row[0]].append(row)
        return found

    @property
    def _gone(self) -> set[str]:
        """The documents of the earlier build that this one does not have, or has read anew."""
        return {id for id in self._earlier if id not in self._documents or id in self._new}

    def _forget(self) -> None:
        """Delete what came from documents that have gone, and what an audit said that has been done anew."""
        execute = self._connection.execute
        for name, ids in (("gone", self._gone), ("heard", self._gone | self._audited)):
            execute(f"CREATE TEMP TABLE {name} AS SELECT unnest(?::VARCHAR[]) AS document", [sorted(ids)])
        execute("CREATE TEMP TABLE touched (series VARCHAR)")
        if not self._earlier:
            return
        execute(
            "INSERT INTO touched SELECT DISTINCT series FROM assertions WHERE document IN (FROM gone) "  # noqa: S608
            f"UNION SELECT DISTINCT series FROM {self._spooled(CLAIMS)}"
        )
        execute(delete("documents", f"document IN (FROM gone) AND rowid <= {self._last_row}"))
        said = "SELECT finding FROM findings WHERE document IN (FROM heard)"
        execute(delete("related", f"finding IN ({said})"))
        for name in OF_AUDIT:
            execute(delete(name, "document IN (FROM heard)"))
        for name in OF_DOCUMENTS:
            execute(delete(name, "document IN (FROM gone)"))

    def _reconciled(self) -> Iterator[Series]:
        """The series that new or gone documents have a part in, in order of id; all, where nothing is taken over."""
        said = f"SELECT * FROM {self._spooled(CLAIMS)}"  # noqa: S608
        if self._earlier:
            said = f"SELECT * FROM ({said} UNION ALL {CLAIMS_KEPT})"  # noqa: S608
        return _series(self._connection.execute(f"{said} {CLAIM_ORDER}"), self._lexicon)

    def _measures(self, how: str) -> set[str]:
        """The measures of which a series that is kept is, or is not, put together anew."""
        found = self._connection.execute(
            f"SELECT DISTINCT measure FROM series WHERE series {how} (FROM touched)"  # noqa: S608
        )
        return {measure for (measure,) in found.fetchall()}

    def _number_findings(self) -> None:
        """Number the findings in order of document and place, whenever and with what they were found."""
        self._connection.execute(NUMBERED)
        for name in ("findings", "related"):
            self._connection.execute(
                f"UPDATE {name} SET finding = new FROM numbered WHERE finding = old AND old <> new"  # noqa: S608
            )

    @property
    def _is_scattered(self) -> bool:
        """Whether the database is worth sorting, or must not go on holding what was deleted from it."""
        return bool(self._gone) or (bool(self._earlier) and SCATTERED * len(self._new) > len(self._documents))

    def _write_parquet(self, tables: Iterable[Table]) -> None:
        # What a table once held is in its statistics, and by these the database decides how to write.
        self._connection.execute("SET disabled_optimizers = 'statistics_propagation'")
        (self.directory / PARQUET).mkdir()
        for table in tables:
            self._connection.execute(to_parquet(table, self.directory / PARQUET / f"{table.name}.parquet"))

    def _write_anew(self) -> None:
        """Write the database once more, each table in the order of its key: nothing is left in it of what has gone."""
        sorted_ = self.directory / SPOOL / STORE
        self._connection.execute(f"ATTACH {literal(sorted_)} AS anew")
        for table in TABLES:
            self._connection.execute(sorted_copy(table, "anew"))
        self._connection.execute("DETACH anew")
        self._connection.close()
        sorted_.replace(self.directory / STORE)

    def _spool(self, table: str, new: Iterable[Sequence[Any]]) -> None:
        spool = self._spools.get(table)
        if spool is None:
            spool = self._spools[table] = self._path(table).open("wb")
        definition = CLAIMS if table == CLAIMS.name else TABLE[table]
        names = [column.name for column in definition.columns]
        longest = self._longest.get(table, 0)
        for row in new:
            line = _as_json(dict(zip(names, map(_plain, row), strict=True))).encode("utf-8")
            longest = max(longest, len(line))
            spool.write(line)
            spool.write(b"\n")
        self._longest[table] = longest

    def _path(self, table: str) -> Path:
        return self.directory / SPOOL / f"{table}.jsonl"

    def _spooled(self, table: Table) -> str:
        """The rows that were spooled for a table, as what SQL selects from."""
        path = self._path(table.name)
        spool = self._spools.get(table.name)
        if spool is None:
            path.touch()
        else:
            spool.flush()
        columns = ", ".join(f"'{column.name}': {literal(column.type)}" for column in table.columns)
        room = max(LEAST_ROOM, self._longest.get(table.name, 0) + 1)  # of which the database takes several
        return (
            f"read_json({literal(path)}, format = 'newline_delimited', "
            f"columns = {{{columns}}}, maximum_object_size = {room})"
        )

    def _load(self, tables: Iterable[Table]) -> None:
        """Put what was spooled into the database, each table in the order of its key."""
        for table in tables:
            if table.name in self._spools:
                spooled = f"SELECT * FROM {self._spooled(table)} {in_order(table)}"  # noqa: S608
                self._connection.execute(f"INSERT INTO {table.name} {spooled}")


def fingerprint(together: Mapping[str, str]) -> str:
    """The hash of documents that are audited together, in their order; `together` has the id of each URI."""
    lines = "".join(f"{id} {uri}\n" for uri, id in together.items())
    return hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()[:32]


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


_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    return value


def _create(table: Table) -> str:
    columns = ", ".join(f'"{column.name}" {column.type}' for column in table.columns)
    return f"CREATE TABLE {table.name} ({columns})"
