"""The ledger of one build, opened for reading: every question that pages, REST, MCP and exports ask of it."""

from __future__ import annotations

import contextlib
import copy
import tempfile
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import count, groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any, Generic, TypeVar

from yanchao.audit.finding import Finding, Severity, doubts_value
from yanchao.documents.document import Document
from yanchao.errors import UsageError
from yanchao.ledger import layers, migrating, past, rows
from yanchao.ledger.matching.decisions import Decisions, decisions_of
from yanchao.ledger.quoting import quoted
from yanchao.ledger.schema import SCHEMA_VERSION, STORE, TABLE, TABLES
from yanchao.ledger.series import Series
from yanchao.ledger.sought import Sought
from yanchao.ledger.sql import in_order, literal, to_parquet
from yanchao.quick import cached_property, dataclass
from yanchao.statements.statement import Extraction, Mention, Statement

ATTACHED = "build"
"""What the database of the build is called within ours."""

BESIDE, BESIDE_BASE = "beside", "beside_base"
"""What that of another build is called, and what it lies over."""

BATCH = 2_000

MEMORY = "256MB"
"""What the database may hold while it sorts; beyond that it uses the system's folder for temporary files."""

TOTALS_KEPT = 10_000
"""How many counts are remembered at most."""

ASSERTIONS_TOGETHER = 5_000
"""How many assertions are fetched at a time: what bounds the memory of going through all series."""

SERIES_TOGETHER = 2_000
"""And of how many series the points."""


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document without its text: what a list of sources shows.

    `related` and `unrelated` count the figures that stood in at least one relation of the audit, and in none.
    """

    id: str
    uri: str
    title: str
    publisher: str | None
    published: date | None
    media_type: str
    characters: int
    statements: int
    mentions: int
    findings: int
    related: int
    unrelated: int


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement with the id of its document and the words of its sentence. Anchored as `#s=START` on its page.

    `series` is the series that it gives a point of, None where it names no measure.
    """

    document: str
    statement: Statement
    quote: str
    series: str | None = None

    @property
    def quote_start(self) -> int:
        """Where the quote begins in the document."""
        return quoted(self.statement.start, self.statement.end, self.statement.sentence).start


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with the id of its document and the words of its sentence."""

    document: str
    mention: Mention
    quote: str

    @property
    def quote_start(self) -> int:
        """Where the quote begins in the document."""
        return quoted(self.mention.start, self.mention.end, self.mention.sentence).start


Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """A slice of an answer that may be too long to hold: `items`, of `total` that there are."""

    total: int
    items: tuple[Item, ...]


class Ledger:
    """A build's ledger, read-only. Safe to use from several threads.

    With `as_of` it answers every question as if it had been built on that day, from what had been published by then;
    `undated` counts the documents that are hidden because they do not say when they were published. `judged_on` is
    the day of the standings. A ledger of an older schema answers as one of this schema, without being changed;
    `migrated_from` is its version, None for one of this schema.
    """

    def __init__(
        self, directory: Path, as_of: date | None = None, *, for_many: bool = False, memory: str = MEMORY
    ) -> None:
        """Open the ledger in `directory` (a folder that `yanchao build` wrote), as it was known on the day `as_of`.

        `for_many` gives each question one thread: where many are asked at once, more answers come in the same time. `memory` is
        what the database may hold.

        Raises:
            UsageError: where the folder holds no ledger, or one of a schema version from which no migration leads to this one.
        """
        import duckdb

        path = Path(directory) / STORE
        if not path.is_file():
            raise UsageError(f"{directory}: is no atlas: it holds no {STORE}; `yanchao build` makes one")
        try:
            # Attached, not connected to: a process has one instance for a path, and while that is open a second
            # `connect` to the path of a rebuilt atlas would go on showing the build that was replaced.
            self._connection = duckdb.connect()
            self._connection.execute(
                f"SET memory_limit = '{memory}'; SET temp_directory = {literal(tempfile.gettempdir())}"
            )
            if for_many:
                self._connection.execute("SET threads = 1")
            layers.attach(self._connection, path.parent)
            self._connection.execute(f"ATTACH {literal(path)} AS {ATTACHED} (READ_ONLY)")
            self._base = self._home = ATTACHED
            about = self._cursor().execute("SELECT * FROM about").fetchone()
            self.migrated_from = self._migrate(about)
            if self.migrated_from is not None:
                about = self._cursor().execute("SELECT * FROM about").fetchone()
        except duckdb.Error as error:
            raise UsageError(
                f"{path}: cannot be read as a ledger: {str(error).splitlines()[0]}; build it again"
            ) from error
        if about is None or about[0] != SCHEMA_VERSION:
            found = "none" if about is None else about[0]
            raise UsageError(
                f"{path}: has schema version {found}, this yanchao reads {SCHEMA_VERSION}; {_advice(found)}"
            )
        self.directory = Path(directory)
        self.written_by: str = about[1]
        self.home: str | None = about[2]
        self.judged_on: date | None = about[3]
        self.as_of: date | None = None
        self.undated = 0
        self._totals: dict[tuple[Any, ...], int] = {}
        self._doubted: frozenset[tuple[str, int]] | None = None
        self._idle: list[Any] = []
        if as_of is not None:
            self._look_back(self._connection, as_of, past.SCHEMA)

    def _migrate(self, about: Sequence[Any] | None) -> int | None:
        """See a ledger of an older version as one of this version; returns that version, None where there is no need."""
        if about is None or not migrating.can_migrate(about[0]):
            return None
        self._base = self._home = migrating.migrate(self._connection, ATTACHED, about[0])
        return int(about[0])

    def then(self, day: date) -> Ledger:
        """The same build as it was known on a day, read through the same open file."""
        ledger = copy.copy(self)
        schema = f"{past.SCHEMA}_{next(_NUMBERS)}"
        ledger._look_back(self._connection.cursor(), day, schema)
        weakref.finalize(ledger, _forget, self._connection, schema)
        return ledger

    def _look_back(self, connection: Any, day: date, schema: str) -> None:
        self.undated = self._count("FROM documents WHERE published IS NULL", ())
        for statement in past.views(self._base, day, schema):
            connection.execute(statement)
        self._home, self.as_of, self.judged_on = schema, day, day
        self._totals, self._doubted, self._idle = {}, None, []

    def close(self) -> None:
        """Let go of the file. The ledger cannot be asked anything afterwards."""
        while self._idle:
            self._idle.pop().close()
        self._connection.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def documents(self) -> tuple[DocumentCard, ...]:
        """All documents, newest first."""
        found = self._rows(
            """
            SELECT d.document, d.uri, coalesce(d.title, d.uri), d.publisher, d.published, d.media_type,
                   d.characters, coalesce(s.n, 0), coalesce(m.n, 0), coalesce(f.n, 0),
                   coalesce(c.related, 0), coalesce(c.unrelated, 0)
            FROM documents d
            LEFT JOIN (SELECT document, count(*) AS n FROM statements GROUP BY document) s USING (document)
            LEFT JOIN (SELECT document, count(*) AS n FROM mentions GROUP BY document) m USING (document)
            LEFT JOIN (SELECT document, count(*) AS n FROM findings GROUP BY document) f USING (document)
            LEFT JOIN coverage c USING (document)
            ORDER BY d.published DESC NULLS LAST, d.uri, d.document
            """
        )
        return tuple(DocumentCard(*row) for row in found)

    def document(self, id: str) -> Document:
        """One document with its text, blocks and places. Raises KeyError where there is none."""
        found = self._rows("SELECT * FROM documents WHERE document = ?", [id])
        if not found:
            raise KeyError(id)
        blocks = self._rows("SELECT * FROM blocks WHERE document = ? ORDER BY block", [id])
        places = self._rows("SELECT * FROM places WHERE document = ? ORDER BY place", [id])
        return rows.document(found[0], blocks, places)

    def statements(
        self, *, document: str | None = None, cluster: str | None = None, with_evidence: bool = True
    ) -> tuple[Stated, ...]:
        """Statements, of one document or one cluster where asked, in order of document and place.

        Without evidence they come several times as fast, and do not say which words gave their fields.
        """
        return tuple(self.each_statement(document=document, cluster=cluster, with_evidence=with_evidence))

    def each_statement(
        self, *, document: str | None = None, cluster: str | None = None, with_evidence: bool = True
    ) -> Iterator[Stated]:
        """The same as `statements`, one at a time, for those that are too many to hold."""
        where, values = _where(document=document, cluster=cluster)
        yield from self._stated(f"FROM statements s {where}", values, with_evidence)

    def find_statements(
        self,
        *,
        sought: Sequence[Sought] = (),
        sort: str | None = None,
        limit: int,
        offset: int = 0,
        **wanted: str | None,
    ) -> Part[Stated]:
        """A slice of the statements whose columns are as `wanted`, in order of document and place; without evidence.

        Each must fulfil all that is `sought`. `sort` is a column to go by first, with `-` before it from the greatest down.
        """
        where, values = _where(**wanted)
        for each in sought:
            condition, of = each.condition()
            where += f"{' AND' if where else 'WHERE'} {condition}"
            values += of
        order = _by("statements", sort, "s.document, s.statement")
        found = self._rows(
            f"SELECT s.* FROM statements s {where} {order} {_slice(limit, offset)}",  # noqa: S608
            values,
        )
        total = self.total(f"FROM statements s {where}", values, len(found), limit, offset)
        return Part(total, tuple(map(stated, found)))

    def statements_by_cluster(self) -> dict[str | None, int]:
        """How many statements each cluster has; None counts those of no cluster."""
        return dict(self._rows("SELECT cluster, count(*) FROM statements GROUP BY cluster"))

    def _stated(self, chosen: str, values: Sequence[Any], with_evidence: bool = True) -> Iterator[Stated]:
        words = _by_key(self._evidence(chosen, values) if with_evidence else (), 2)
        for row in self.each_row(f"SELECT * {chosen} ORDER BY document, statement", values):
            yield stated(row, words(row[0], row[1]))

    def _evidence(self, chosen: str, values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
        return self.each_row(
            f"SELECT e.* FROM evidence e JOIN (SELECT document, statement {chosen}) "  # noqa: S608
            "USING (document, statement) ORDER BY document, statement, item",
            values,
        )

    def mentions(self, *, document: str | None = None, cluster: str | None = None) -> tuple[Named, ...]:
        """Mentions, of one document or one cluster where asked, in order of document and place."""
        where, values = _where(document=document, cluster=cluster)
        found = self.each_row(f"SELECT * FROM mentions s {where} ORDER BY document, mention", values)  # noqa: S608
        return tuple(map(named, found))

    def findings(self, *, document: str | None = None) -> tuple[Finding, ...]:
        """Findings, of one document (by id) where asked. `Finding.document` is the document's URI."""
        where, values = _where(document=document)
        return self._found(f"FROM findings s JOIN documents d USING (document) {where}", values)

    def doubted(self) -> frozenset[tuple[str, int]]:
        """The places (document, first character) of the figures that the audit holds to be wrong."""
        if self._doubted is None:
            said = self.each_row(
                "SELECT DISTINCT severity, rule FROM findings WHERE severity = ?", [str(Severity.ERROR)]
            )
            rules = [rule for severity, rule in said if doubts_value(severity, rule)]
            self._doubted = frozenset(
                self.each_row(
                    "SELECT document, start FROM findings WHERE severity = ? AND rule IN (SELECT unnest(?::VARCHAR[]))",
                    [str(Severity.ERROR), rules],
                )
            )
        return self._doubted

    def find_findings(
        self, *, sort: str | None = None, limit: int, offset: int = 0, **wanted: str | None
    ) -> Part[Finding]:
        """A slice of the findings whose columns are as `wanted`; `sort` as in `find_statements`."""
        where, values = _where(**wanted)
        order = _by("findings", sort, "s.finding")
        numbers = [
            row[0]
            for row in self.each_row(
                f"SELECT s.finding FROM findings s {where} {order} {_slice(limit, offset)}",  # noqa: S608
                values,
            )
        ]
        found = self.numbered_findings(numbers)
        total = self.total(f"FROM findings s {where}", values, len(numbers), limit, offset)
        return Part(total, tuple(found[number] for number in numbers))

    def numbered_findings(self, numbers: Sequence[int]) -> dict[int, Finding]:
        """Findings by their numbers in the ledger."""
        wanted = sorted(set(numbers))
        if not wanted:
            return {}
        these = ", ".join("?" * len(wanted))
        query = f"FROM findings s JOIN documents d USING (document) WHERE s.finding IN ({these})"
        return dict(zip(wanted, self._found(query, wanted), strict=True))

    def _found(self, query: str, values: Sequence[Any]) -> tuple[Finding, ...]:
        related = _by_key(
            self.each_row(
                f"SELECT r.* FROM related r JOIN (SELECT finding {query}) USING (finding) "  # noqa: S608
                "ORDER BY finding, item",
                values,
            ),
            1,
        )
        found = self.each_row(f"SELECT s.*, d.uri {query} ORDER BY finding", values)
        return tuple(rows.finding(row, row[-1], related(row[0])) for row in found)

    def series(
        self, *, cluster: str | None = None, region: str | None = None, measure: str | None = None
    ) -> tuple[Series, ...]:
        """Series that match all that is given, in order of cluster, measure and subject."""
        return tuple(self.each_series(cluster=cluster, region=region, measure=measure))

    def each_series(
        self,
        *,
        cluster: str | None = None,
        region: str | None = None,
        measure: str | None = None,
        id: str | None = None,
        only: str = "",
        most: int | None = None,
    ) -> Iterator[Series]:
        """The same as `series`, one at a time.

        `only` is a condition in SQL on the series `s` that has to hold too. With `most`, each point comes with so
        many of its assertions, the most prominent, and says how many it leaves out.
        """
        where, values = _where(cluster=cluster, region=region, measure=measure, series=id)
        if only:
            where += (" AND " if where else "WHERE ") + only
        yield from self._series(f"SELECT s.* FROM series s {where}", values, most)  # noqa: S608

    def find_series(
        self, *, sort: str | None = None, limit: int, offset: int = 0, **wanted: str | None
    ) -> Part[Series]:
        """A slice of the series whose columns are as `wanted`, a few of the best sources with each point.

        `sort` is as in `find_statements`.
        """
        where, values = _where(**wanted)
        order = _by("series", sort, SERIES_ORDER)
        part = f"SELECT s.* FROM series s {where} {order} {_slice(limit, offset)}"  # noqa: S608
        found = tuple(self._filled(list(self.each_row(part, values)), most=1))
        total = self.total(f"FROM series s {where}", values, len(found), limit, offset)
        return Part(total, found)

    def _series(self, chosen: str, values: Sequence[Any], most: int | None = None) -> Iterator[Series]:
        found = self.each_row(f"SELECT s.* FROM ({chosen}) s ORDER BY {SERIES_ORDER}", values)  # noqa: S608
        while some := list(islice(found, SERIES_TOGETHER)):
            yield from self._filled(some, most)

    def _filled(self, found: Sequence[tuple[Any, ...]], most: int | None = None) -> Iterator[Series]:
        """The series of these rows, in their order, with their points and assertions."""
        if not found:
            return
        few = "" if most is None else f"AND prominence < {int(most)}"
        # put in order here: for a handful of rows the database plans the sorting longer than it takes
        points = _grouped(sorted(self._of_series("observations", found), key=itemgetter(0, 1)))
        for batch in _batches(found, points, most):
            said = _grouped(sorted(self._of_series("assertions", batch, few), key=itemgetter(0, 1, 2)))
            for row in batch:
                yield rows.series(row, points.pop(row[0], ()), said.pop(row[0], ()))

    def _of_series(
        self, table: str, series: Sequence[tuple[Any, ...]], more: str = ""
    ) -> list[tuple[Any, ...]]:
        """The rows of a table that belong to the series of these rows."""
        ids = [row[0] for row in series]
        # as constants: only these reach through the views of a past day, which then work out no other series
        these = ", ".join("?" * len(ids))
        return self._rows(f"SELECT * FROM {table} WHERE series IN ({these}) {more}", ids)  # noqa: S608

    def one_series(self, id: str) -> Series:
        """One series. Raises KeyError where there is none."""
        return self.some_series([id])[id]

    def some_series(self, ids: Sequence[str]) -> dict[str, Series]:
        """Those of these series that there are, by their ids."""
        these = ", ".join("?" * len(ids))
        found = self._filled(self._rows(f"SELECT * FROM series WHERE series IN ({these})", ids))  # noqa: S608
        return {series.id: series for series in found}

    def table(self, name: str) -> Iterator[tuple[Any, ...]]:
        """All rows of a table of the schema, in the order of its key. Raises KeyError where there is none."""
        return self.each_row(f"SELECT * FROM {name} {in_order(TABLE[name])}")  # noqa: S608

    def write_parquet(self, name: str, target: Path) -> None:
        """Write all rows of a table of the schema to a Parquet file, in the order of its key."""
        self._cursor().execute(to_parquet(TABLE[name], target))

    def _count(self, chosen: str, values: Sequence[Any]) -> int:
        return int(self._rows(f"SELECT count(*) {chosen}", values)[0][0])

    def total(self, chosen: str, values: Sequence[Any], found: int, limit: int, offset: int) -> int:
        """How many rows are `chosen` in all, of which a slice holds `found`: counted only where the slice does not say.

        Counts are kept: who turns the pages of a list asks for the same one again and again.
        """
        if found < limit and (found or not offset):
            return offset + found
        asked = (chosen, *values)
        if asked not in self._totals:
            if len(self._totals) >= TOTALS_KEPT:
                self._totals.clear()
            self._totals[asked] = self._count(chosen, values)
        return self._totals[asked]

    @cached_property
    def decisions(self) -> Decisions:
        """What people decided about names, as the build was told."""
        return decisions_of(map(rows.decision, self.table("decisions")))

    def extraction(self, id: str) -> Extraction:
        """A document with all that it states, and without its mentions. Raises KeyError where there is none."""
        return Extraction(self.document(id), tuple(it.statement for it in self.statements(document=id)), ())

    def holds_figures(self) -> bool:
        """Whether there is one series at all."""
        return bool(self._rows("SELECT 1 FROM series LIMIT 1"))

    def text(self, document: str) -> str:
        """The text of one document, by its id."""
        return self.texts([document])[document]

    def texts(self, documents: Sequence[str]) -> dict[str, str]:
        """The texts of some documents, by their ids."""
        these = ", ".join("?" * len(documents))
        found = self._rows(f"SELECT document, text FROM documents WHERE document IN ({these})", documents)  # noqa: S608
        return dict(found)

    def _rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return list(self.each_row(query, values))

    def each_row(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query in SQL over the tables of `schema.py`.

        Each query has a cursor of its own, which makes a ledger safe for threads; one that was read to its end serves
        the next.
        """
        try:
            cursor = self._idle.pop()
        except IndexError:
            cursor = self._cursor()
        is_read = False
        try:
            cursor.execute(query, list(values))
            while batch := cursor.fetchmany(BATCH):
                yield from batch
            is_read = True
        finally:
            if is_read:
                self._idle.append(cursor)
            else:
                cursor.close()

    @contextlib.contextmanager
    def beside(self, other: Ledger, schema: str) -> Iterator[None]:
        """Let questions reach the tables of another build as well, as `schema.TABLE`; the schema is one in memory.

        Raises:
            UsageError: where the other is of an older schema, or tables of it are missing.
        """
        import duckdb

        if other.migrated_from is not None:
            raise UsageError(
                f"{other.directory}: an older yanchao wrote it: build it again to compare another build with it"
            )
        execute = self._connection.execute
        databases = [(STORE, BESIDE)]
        if layers.is_layered(other.directory):
            databases.append((layers.BASE, BESIDE_BASE))
        for file, name in databases:
            execute(f"ATTACH {literal(other.directory / file)} AS {name} (READ_ONLY)")
        try:
            try:
                execute(f"CREATE SCHEMA {schema}")
                for table in TABLES:
                    seen = layers.seen(table, BESIDE, BESIDE_BASE if len(databases) > 1 else None)
                    execute(f"CREATE VIEW {schema}.{table.name} AS {seen}")
            except duckdb.Error as error:
                raise UsageError(
                    f"{other.directory}: cannot be compared with: {str(error).splitlines()[0]}; build it again"
                ) from error
            yield
        finally:
            execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
            for _, name in databases:
                execute(f"DETACH {name}")

    def relation(self, query: str, values: Sequence[Any] = ()) -> Any:
        """A query as DuckDB's own relation, which is asked only when its rows are taken (`frames.py`)."""
        return self._cursor().sql(query, params=list(values))

    def _cursor(self) -> Any:
        cursor = self._connection.cursor()
        cursor.execute(f"USE {self._home}")
        return cursor


def stated(row: Sequence[Any], evidence: Iterable[Sequence[Any]] = ()) -> Stated:
    """The statement of a row of `statements`, with its rows of `evidence`."""
    return Stated(row[0], rows.statement(row, evidence), row[27], row[26])


def named(row: Sequence[Any]) -> Named:
    """The mention of a row of `mentions`."""
    return Named(row[0], rows.mention(row), row[11])


def _advice(version: object) -> str:
    """What to do about a ledger of a version from which no step leads to this one."""
    if isinstance(version, int) and version > SCHEMA_VERSION:
        return "a newer yanchao wrote it: update yanchao, or build it again"
    return "build it again"


SERIES_ORDER = "coalesce(s.cluster, '~'), s.measure, s.subject, s.series"


_NUMBERS = count(1)
"""Numbers for the views of past days, which several may look at through one file."""


def _forget(connection: Any, schema: str) -> None:
    """Drop the views of a past day that nobody looks at any more, unless the file has been let go of before."""
    import duckdb

    with contextlib.suppress(duckdb.Error):
        connection.cursor().execute(f"DROP SCHEMA {schema} CASCADE")


def _by(table: str, sort: str | None, order: str) -> str:
    """`ORDER BY` a column, what has none of it last, and then by the table's own order. KeyError for no column."""
    if sort is None:
        return f"ORDER BY {order}"
    name, down = sort.removeprefix("-"), sort.startswith("-")
    column = next((each.name for each in TABLE[table].columns if each.name == name), None)
    if column is None:
        raise KeyError(sort)
    return f'ORDER BY s."{column}" {"DESC" if down else "ASC"} NULLS LAST, {order}'


def _slice(limit: int, offset: int) -> str:
    return f"LIMIT {int(limit)} OFFSET {int(offset)}"


def _where(**wanted: str | None) -> tuple[str, list[str]]:
    given = {column: value for column, value in wanted.items() if value is not None}
    if not given:
        return "", []
    return "WHERE " + " AND ".join(f"s.{column} = ?" for column in given), list(given.values())


def _grouped(found: Iterable[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    """Rows by their first column, in the order in which they came."""
    groups: dict[str, list[tuple[Any, ...]]] = {}
    for row in found:
        groups.setdefault(row[0], []).append(row)
    return groups


def _batches(
    found: Iterable[tuple[Any, ...]], points: Mapping[str, Sequence[tuple[Any, ...]]], most: int | None
) -> Iterator[list[tuple[Any, ...]]]:
    """Rows of `series`, in lists that have `ASSERTIONS_TOGETHER` assertions or a little more, `most` a point."""
    batch: list[tuple[Any, ...]] = []
    weight = 0
    for row in found:
        batch.append(row)
        times = (point[-1] for point in points.get(row[0], ()))
        weight += sum(times if most is None else (min(each, most) for each in times))
        if weight >= ASSERTIONS_TOGETHER:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


class _by_key:  # noqa: N801 - it is used as a function
    """Rows that come grouped and in the same order as their owners, handed out owner by owner."""

    def __init__(self, rows: Iterable[tuple[Any, ...]], length: int) -> None:
        self._groups = groupby(rows, key=lambda row: row[:length])
        self._next = next(self._groups, None)

    def __call__(self, *key: Any) -> list[tuple[Any, ...]]:
        if self._next is None or self._next[0] != key:
            return []
        found = list(self._next[1])
        self._next = next(self._groups, None)
        return found
