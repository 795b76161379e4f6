"""Writing a ledger: rows are spooled as they come, and become the database and its Parquet files at the end.

Memory stays flat however many documents there are: rows go to files of JSON Lines first (`spooling.py`), and the database
sorts a part of a table at a time. What it writes depends on what was added, never on the order of it.

A build that follows another begins with that one's database (`earlier.py`). Documents that are taken over keep
their rows; of the others' rows, and of the series that either had a part in, nothing stays. What comes out is to the letter
what a build from nothing would write.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any

from yanchao.audit.finding import Finding, doubts_value
from yanchao.documents.document import Document
from yanchao.ledger import rows
from yanchao.ledger.earlier import Earlier, Kept, Same, kept, take_over
from yanchao.ledger.keys import series_id
from yanchao.ledger.layers import (
    ADDED,
    BASE,
    LARGE,
    LAYERED,
    attach,
    detach,
    engine,
    gone_from_base,
    is_layered,
    lay_over,
    lying_in,
)
from yanchao.ledger.matching.decisions import NONE, Decisions, changed, decided, decisions_of
from yanchao.ledger.matching.naming import key_of
from yanchao.ledger.reconciliation import claims
from yanchao.ledger.schema import (
    JUDGED,
    OF_DOCUMENTS,
    OF_SERIES,
    PARQUET,
    SCHEMA_VERSION,
    STORE,
    TABLE,
    TABLES,
    Table,
)
from yanchao.ledger.series import SeriesKey
from yanchao.ledger.settling import MOST_CLAIMS, Claims, settle, settled
from yanchao.ledger.spooling import TOGETHER, Spool, conditions, part_of, together
from yanchao.ledger.sql import between, create, delete, in_order, literal, sorted_copy, to_parquet
from yanchao.ledger.storing import storing
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import replace
from yanchao.statements.statement import Extraction

SPOOL = ".spool"
OWN = "ledger"
"""What the database is called while it is being written."""

MEMORY = "96MB"
"""What the database may hold; beyond that it uses the disk. A part of a table (`spooling.py`) fits in, beside what reading the
spool takes: two buffers of 32 MB a thread, wherefore there is one."""

MEMORY_FOR_LONG = "192MB"
"""The same where a document is longer than `LONGEST_SPOOLED`, or a part larger than `LARGEST_PART`."""

MEMORY_OF_PARQUET = "1GB"
"""The same while it writes Parquet, where it has to sort a table as a whole."""

LARGEST_PART = 24_000_000
"""Bytes of a part of a table that can be sorted in `MEMORY`: what some 50,000 documents of 7 kB come to."""

STEPS = 8
"""Parts of a table are put into the database in so many steps before they are committed. More than that it cannot hold; and each
time it writes anew what does not fill a group of rows yet."""

LONGEST_SPOOLED = 200_000
"""Characters of a document that is spooled; a longer one is put into the database at once, which then holds it in memory."""

ASKED_TOGETHER = 16
"""Documents of which the rows are asked for in one question."""

OF_AUDIT = ("coverage", "findings")

SCATTERED = 4
"""Tables are sorted anew once more than one in so many documents is new: until then new rows stand behind the old ones."""

CLAIMS_KEPT = """
    SELECT a.series, [s.measure, s.subject, s.region, s.cluster, s.kind, s.unit, s.base] || s.qualifiers AS key,
        o.period, o.status, a.* EXCLUDE (series, observation, assertion, prominence)
    FROM assertions a JOIN observations o USING (series, observation) JOIN series s USING (series)
    WHERE a.series IN (SELECT series FROM touched WHERE {condition}) AND a.document NOT IN (FROM gone)
"""
"""What the documents that stay claim about the series that are put together anew."""

CLAIMED = """
    SELECT series, count(*) FROM assertions WHERE series IN (SELECT series FROM touched WHERE {condition})
    GROUP BY series ORDER BY series
"""
DOUBTS = """
    SELECT document, start, severity, rule FROM findings WHERE document IN (FROM heard)
"""
OWNER = "coalesce(series.cluster, series.region)"
"""Whose standing a series may decide: the cluster's, or that of the place where it is of none."""

OF_FIGURE = f"""
    SELECT DISTINCT {OWNER}, series.measure FROM statements JOIN series USING (series)
    WHERE document = ? AND start = ?
"""  # noqa: S608
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
        self,
        directory: Path,
        lexicon: Lexicon,
        *,
        reader: str = "",
        earlier: Earlier | None = None,
        layering: bool = False,
        decisions: Decisions = NONE,
    ) -> None:
        self.directory = directory
        self._decisions = decisions
        self._lexicon = lexicon
        self._reader = reader
        self._layering = layering
        self._earlier: dict[str, Kept] = {}
        self._moved: frozenset[str] = frozenset()
        # Nothing else that a build from nothing holds grows with the number of documents: an id is in one of these.
        self._kept: set[str] = set()
        self._new: set[str] = set()
        self._audited_anew: set[str] = set()
        self._long: dict[int, list[str]] = {}
        self._standing: dict[str, frozenset[str]] = {}
        with storing(directory):
            self._spool = Spool(directory / SPOOL)
            self._claims = Claims(self._spool)
            self._engine = engine()
            # once: the database does not let it be changed after the first time that it needed the disk
            self._engine.execute(f"SET temp_directory = {literal(directory / SPOOL / 'sorting')}")
            is_taken = earlier is not None and take_over(
                earlier, directory, reader, layering=layering, asking=self._engine
            )
            is_new = not (directory / STORE).exists()
            self._is_layered = is_taken and is_layered(directory)
            self._connection = self._connected()
            if is_new and self._is_layered:
                lay_over(self._connection)
            if is_taken:
                self._earlier = kept(self._connection)
                before = self._decided_earlier()
                self._moved = self._documents_of(changed(before, decisions), before)
            else:
                for table in TABLES:
                    self._connection.execute(create(table))
            self._connection.execute("CREATE TEMP TABLE long_documents AS FROM documents LIMIT 0")
            self._findings = self._value("SELECT coalesce(max(finding) + 1, 0) FROM findings")
            self._make_room(self._longest)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, type: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        self._engine.close()
        shutil.rmtree(self.directory / SPOOL, ignore_errors=True)

    @property
    def has_earlier(self) -> bool:
        """Whether there is anything to take over."""
        return bool(self._earlier)

    def taken_over(self, id: str, uri: str) -> Kept | Extraction | None:
        """What the earlier build has of the document with these bytes under this name: that it can be kept, or all that it
        states, where a decision that is new or gone may move a figure of it to another series."""
        known = self._earlier.get(id)
        # Under another name as well, once it was taken under its own: the same bytes are one document.
        if known is None or (known.uri != uri and not self._has(id)):
            return None
        return self._read_earlier((id,))[id] if self._moved and id in self._moved else known

    def keep(self, document: Kept) -> bool:
        """Take a document of the earlier build over; False where the same bytes are in this one already."""
        id, kept = document.id, self._kept
        if id in kept or id in self._new:
            return False
        kept.add(id)
        return True

    def add(self, extraction: Extraction) -> bool:
        """Keep a document with all that it states; False where the same bytes are kept already."""
        document = extraction.document
        if self._has(document.id):
            return False
        self._new.add(document.id)
        if extraction.problems:
            document = replace(document, warnings=(*document.warnings, *extraction.problems))
        with storing(self.directory):
            self._add_document(document)
            series_of = self._add_claims(extraction)
            for number, statement in enumerate(extraction.statements):
                row = rows.statement_row(document, number, statement, series_of.get(number))
                self._add_rows("statements", (row,), document)
                self._add_rows("evidence", rows.evidence_rows(document, number, statement), document)
            mentions = (
                rows.mention_row(document, number, item) for number, item in enumerate(extraction.mentions)
            )
            self._add_rows("mentions", mentions, document)
        return True

    def figures_earlier(self, ids: Iterable[str]) -> dict[str, Extraction]:
        """What documents of the earlier build state, without their mentions, by their ids: what an audit needs."""
        return self._read_earlier(ids, frozenset(("mentions",)))

    def _read_earlier(
        self, ids: Iterable[str], leaving_out: frozenset[str] = frozenset()
    ) -> dict[str, Extraction]:
        wanted = list(ids)
        if not wanted:
            return {}
        with storing(self.directory):
            found = {
                name: self._of_documents(name, [] if name in leaving_out else wanted) for name in OF_DOCUMENTS
            }
        words = {
            id: {key: list(group) for key, group in groupby(evidence, key=lambda row: row[1])}
            for id, evidence in found["evidence"].items()
        }
        return {
            id: Extraction(
                rows.document(found["documents"][id][0], found["blocks"][id], found["places"][id]),
                tuple(rows.statement(row, words[id].get(row[1], ())) for row in found["statements"][id]),
                tuple(map(rows.mention, found["mentions"].get(id, ()))),
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
        self._audited_anew.update(self._kept.intersection(together.values()))
        whole = fingerprint(together)
        known = [finding for finding in findings if finding.document in together]
        known.sort(key=lambda it: (together[it.document], it.start, it.end, it.rule, it.message))
        with storing(self.directory):
            for finding in known:
                number = self._findings
                self._findings += 1
                self._add_rows("findings", (rows.finding_row(number, together[finding.document], finding),))
                self._add_rows("related", rows.related_rows(number, finding))
            self._add_rows("coverage", ((*row, whole) for row in coverage))

    def add_rows(self, table: str, new: Iterable[Sequence[Any]]) -> None:
        """Keep rows of any table, each in the order of its columns."""
        with storing(self.directory):
            self._add_rows(table, new)

    def reconcile(self, version: str, judged_on: date | None) -> Same:
        """Put all claims together and everything into the database, which can then be opened and read.

        What no build from these documents would hold is forgotten: documents that were not added nor taken over, what
        came from them, and what was put together with it. What has not changed is returned.
        """
        with storing(self.directory):
            judged = self._judged(judged_on)
            self._forget()
            measures = self._measures("NOT IN") - self._measures("IN")
            owners = self._owners_touched()
            for key in self._settle():
                measures.discard(key.measure)
                owners.add(key.cluster or key.region)
            self._connection.execute(delete("about"))
            about = (SCHEMA_VERSION, version, self._lexicon.home, judged_on, self._reader)
            self._add_rows("about", (about,))
            self._connection.execute(delete("decisions"))
            self._add_rows("decisions", rows.decision_rows(self._decisions.made))
            self._load(table for table in TABLES if table.name not in JUDGED)
            self._number_findings()
            doubted = self._doubted_anew()
            standing = frozenset(judged - owners - {owner for owner, _ in doubted})
            self._standing = {
                "cluster": standing,
                "owner": standing,
                "measure": frozenset(measures - {measure for _, measure in doubted}),
            }
            self._close()
        return Same(
            frozenset(self._kept - self._audited_anew),
            frozenset(measures),
            self._standing["owner"],
            self._standing["measure"],
        )

    def finish(
        self, parquet: Sequence[Table] = TABLES, asked: Sequence[str] = ()
    ) -> list[list[tuple[Any, ...]]]:
        """Put what was worked out from the series into the database, beside what did not change since the build before.

        The Parquet of the tables `parquet` is written beside it. Returns the answers to the questions `asked`: to open the
        database once more for them takes longer than to answer.
        """
        with storing(self.directory):
            self._connection = self._connected()
            self._make_room(self._longest)
            for name, about in JUDGED.items():
                if about is None:
                    self._connection.execute(delete(name))
                    continue
                standing = sorted(self._standing[about])
                self._connection.execute(
                    delete(name, f"{about} NOT IN (SELECT unnest(?::VARCHAR[]))"), [standing]
                )
            self._load(TABLE[name] for name in JUDGED)
            self._connection.execute("COMMIT")
            answers = [self._connection.execute(query).fetchall() for query in asked]
            if parquet:
                self._write_parquet(parquet)
            if self._is_scattered:
                self._write_anew()
                (self.directory / BASE).unlink(missing_ok=True)
            else:
                self._connection.execute("CHECKPOINT")
                self._disconnect()
            shutil.rmtree(self.directory / SPOOL)
        return answers

    def _connected(self) -> Any:
        """A connection to the database, which nobody else in this process has open meanwhile, and to what it lies over."""
        connection = self._engine.cursor()
        connection.execute(
            f"SET threads = 1; SET preserve_insertion_order = true; SET memory_limit = '{MEMORY}'"
        )
        attach(connection, self.directory)
        connection.execute(f"ATTACH {literal(self.directory / STORE)} AS {OWN}; USE {OWN}; BEGIN")
        return connection

    def _disconnect(self) -> None:
        self._connection.close()
        self._engine.execute(f"DETACH {OWN}")
        detach(self._engine, self.directory)

    def _make_room(self, longest: int) -> None:
        """Let the database hold as much as a document of so many characters takes."""
        if longest > LONGEST_SPOOLED:
            self._connection.execute(f"SET memory_limit = '{MEMORY_FOR_LONG}'")

    @property
    def _longest(self) -> int:
        return self._value("SELECT coalesce(max(characters), 0) FROM documents")

    def _close(self) -> None:
        self._connection.execute("COMMIT")
        self._connection.execute("CHECKPOINT")
        self._disconnect()

    def _let_go(self) -> None:
        """Let the database write what was inserted: what is not committed stays in memory. Nobody else sees it yet."""
        self._connection.execute("COMMIT; BEGIN")

    def _has(self, id: str) -> bool:
        return id in self._new or id in self._kept

    def _value(self, query: str) -> int:
        return int(self._connection.execute(query).fetchone()[0])

    def _add_document(self, document: Document) -> None:
        row = rows.document_row(document)
        if len(document.text) <= LONGEST_SPOOLED:
            self._add_rows("documents", (row,), document)
        else:
            self._make_room(len(document.text))
            marks = ", ".join("?" * len(row))
            self._connection.execute(f"INSERT INTO long_documents VALUES ({marks})", row)  # noqa: S608
            self._long.setdefault(part_of(document.id), []).append(document.id)
        self._add_rows("blocks", rows.block_rows(document), document)
        self._add_rows("places", rows.place_rows(document), document)

    def _add_claims(self, extraction: Extraction) -> dict[int, str]:
        """Keep the claims of a document; the series of each statement by its number."""
        series_of: dict[int, str] = {}
        for claim in claims(extraction, self._lexicon, self._decisions):
            id = series_of[claim.number] = series_id(claim.key, self._lexicon)
            self._claims.add(id, claim)
        return series_of

    def _of_documents(self, name: str, ids: list[str]) -> dict[str, list[tuple[Any, ...]]]:
        """The rows of a table that belong to some documents of the earlier build, by document, in order."""
        found: dict[str, list[tuple[Any, ...]]] = {id: [] for id in ids}
        for schema, theirs in lying_in(self._connection, ids, is_layered=self._is_layered):
            # Each by itself, in one question: for a document alone the database skips what cannot hold it, for `IN` it reads all.
            one = f"SELECT * FROM {schema}.{name} WHERE document = ?"  # noqa: S608
            for first in range(0, len(theirs), ASKED_TOGETHER):
                some = theirs[first : first + ASKED_TOGETHER]
                query = f"{' UNION ALL '.join([one] * len(some))} {in_order(TABLE[name])}"
                for row in self._connection.execute(query, some).fetchall():
                    found[row[0]].append(row)
        return found

    def _decided_earlier(self) -> Decisions:
        found = self._connection.execute("SELECT * FROM decisions ORDER BY decision").fetchall()
        return decisions_of(map(rows.decision, found))

    def _documents_of(self, names: Iterable[str], before: Decisions) -> frozenset[str]:
        """The documents of the earlier build, made with the decisions `before`, that say something about series of these keys."""
        ids = {series_id(decided(key, key, before), self._lexicon) for key in map(key_of, names)}
        found = self._connection.execute(
            "SELECT DISTINCT document FROM assertions WHERE series IN (SELECT unnest(?::VARCHAR[]))",
            [sorted(ids)],
        )
        return frozenset(document for (document,) in found.fetchall())

    @property
    def _gone(self) -> set[str]:
        """The documents of the earlier build that this one does not have, or has read anew."""
        return self._earlier.keys() - self._kept

    def _forget(self) -> None:
        """Delete what came from documents that have gone, and what an audit said that has been done anew."""
        execute = self._connection.execute
        execute("CREATE TEMP TABLE touched (series VARCHAR)")
        if not self._earlier:
            return
        gone = self._gone
        for name, ids in (("gone", gone), ("heard", gone | self._audited_anew | self._new)):
            execute(f"CREATE TEMP TABLE {name} AS SELECT unnest(?::VARCHAR[]) AS document", [sorted(ids)])
        execute(f"CREATE TEMP TABLE doubts AS {DOUBTS}")
        said = f"SELECT series FROM ({self._claims.all()})"  # noqa: S608
        execute(
            f"INSERT INTO touched SELECT series FROM assertions WHERE document IN (FROM gone) UNION {said}"  # noqa: S608
        )
        said = "SELECT finding FROM findings WHERE document IN (FROM heard)"
        execute(delete("related", f"finding IN ({said})"))
        for name in OF_AUDIT:
            execute(delete(name, "document IN (FROM heard)"))
        if gone:
            for name in OF_DOCUMENTS:
                execute(delete(self._into(name), "document IN (FROM gone)"))
            self._outdate("gone", "gone")

    def _settle(self) -> Iterator[SeriesKey]:
        """Put the series together that new or gone documents have a part in; all, where nothing is taken over."""
        for step, (condition, said) in enumerate(self._ranges(), 1):
            for id, key in settle(self._connection, said):
                self._add_rows("series", (rows.series_row(id, key, self._lexicon),))
                yield key
            if self._earlier:
                for name in OF_SERIES:
                    touched = f"series IN (SELECT series FROM touched WHERE {condition})"  # noqa: S608
                    self._connection.execute(delete(self._into(name), touched))
            for name in ("observations", "assertions"):
                self._connection.execute(f"INSERT INTO {self._into(name)} {settled(name)}")
            if step % STEPS == 0:
                self._let_go()
        self._let_go()
        self._outdate("renewed", "touched")

    def _outdate(self, name: str, what: str) -> None:
        """Name what of the base stands no more, which the temporary table `what` has."""
        if self._is_layered:
            self._connection.execute(
                f"INSERT INTO {ADDED}.{name} FROM temp.{what} EXCEPT FROM {ADDED}.{name}"
            )

    def _ranges(self) -> Iterator[tuple[str, str]]:
        """The series to be put together, a range at a time: the condition on them, and all claims about them."""
        for condition, said in self._claims.ranges():
            if not self._earlier:
                yield condition, said
                continue
            for part in self._cut(CLAIMED.format(condition=condition)):
                both = f"{condition} AND {part}"
                yield (
                    both,
                    f"SELECT * FROM ({said}) WHERE {part} UNION ALL {CLAIMS_KEPT.format(condition=both)}",  # noqa: S608
                )

    def _cut(self, counted: str) -> Iterator[str]:
        """Conditions that cut series, of which a query has the ids in order and how much is claimed, into even ranges."""
        first, claimed = None, 0
        for id, times in self._connection.execute(counted).fetchall():
            if claimed >= MOST_CLAIMS:
                yield between("series", first, id)
                first, claimed = id, 0
            claimed += times
        yield between("series", first, None)

    def _measures(self, how: str) -> set[str]:
        """The measures of which a series that is kept is, or is not, put together anew."""
        found = self._connection.execute(
            f"SELECT DISTINCT measure FROM series WHERE series {how} (FROM touched)"  # noqa: S608
        )
        return {measure for (measure,) in found.fetchall()}

    def _judged(self, day: date | None) -> set[str]:
        """The clusters, and the places with targets, that the earlier build has judged on the same day."""
        found = self._connection.execute(
            "SELECT owner FROM (SELECT cluster AS owner FROM standings UNION SELECT owner FROM targets) "
            "WHERE (SELECT judged_on FROM about) = ?",
            [day],
        )
        return {owner for (owner,) in found.fetchall()}

    def _owners_touched(self) -> set[str | None]:
        """The clusters and places of the series that are put together anew, as the earlier build has them."""
        found = self._connection.execute(
            f"SELECT DISTINCT {OWNER} FROM series WHERE series IN (FROM touched)"  # noqa: S608
        )
        return {owner for (owner,) in found.fetchall()}

    def _doubted_anew(self) -> set[tuple[str | None, str]]:
        """The owners and measures of the figures that are doubted now and were not before, or the other way round."""
        if not self._earlier:
            return set()
        doubted = []
        for chosen in ("FROM doubts", DOUBTS):
            found = self._connection.execute(chosen).fetchall()
            doubted.append({(document, start) for document, start, *why in found if doubts_value(*why)})
        about: set[tuple[str | None, str]] = set()
        for document, start in doubted[0] ^ doubted[1]:
            about.update(self._connection.execute(OF_FIGURE, [document, start]).fetchall())
        return about

    def _number_findings(self) -> None:
        """Number the findings in order of document and place, whenever and with what they were found."""
        self._connection.execute(NUMBERED)
        for name in ("findings", "related"):
            self._connection.execute(
                f"UPDATE {name} SET finding = new FROM numbered WHERE finding = old AND old <> new"  # noqa: S608
            )

    @property
    def _is_much(self) -> bool:
        """Whether much is new against what the earlier build has, or against the base that it lies over."""
        if self._is_layered:
            added, base = self._sizes
            if SCATTERED * added > max(base, SCATTERED * LARGE):
                return True
        return bool(self._earlier) and SCATTERED * len(self._new) > len(self._new) + len(self._kept)

    @property
    def _sizes(self) -> tuple[int, int]:
        """The bytes of the database, and of the base that it lies over."""
        base = self.directory / BASE
        return (self.directory / STORE).stat().st_size, base.stat().st_size if base.exists() else 0

    @property
    def _is_scattered(self) -> bool:
        """Whether the database is worth sorting, or must not go on holding what was deleted from it."""
        if self._is_layered:
            gone, all_ = gone_from_base(self._connection)
            return not self._layering or self._is_much or SCATTERED * gone > all_
        return bool(self._gone) or self._is_much

    def _write_parquet(self, tables: Iterable[Table]) -> None:
        # What a table once held is in its statistics, and by these the database decides how to write.
        self._connection.execute("SET disabled_optimizers = 'statistics_propagation'")
        self._connection.execute(f"SET memory_limit = '{MEMORY_OF_PARQUET}'")
        (self.directory / PARQUET).mkdir()
        for table in tables:
            self._connection.execute(to_parquet(table, self.directory / PARQUET / f"{table.name}.parquet"))

    def _write_anew(self) -> None:
        """Write the database once more, each table in the order of its key: nothing is left in it of what has gone."""
        sorted_ = self.directory / SPOOL / STORE
        self._connection.execute(f"ATTACH {literal(sorted_)} AS anew")
        for table in TABLES:
            self._connection.execute(create(table, "anew"))
            for condition in self._parts(table):
                self._connection.execute(sorted_copy(table, "anew", condition))
        self._connection.execute("DETACH anew")
        self._disconnect()
        sorted_.replace(self.directory / STORE)

    def _parts(self, table: Table) -> Iterable[str]:
        """Conditions that cut a table into parts which follow one another and can be sorted in little memory."""
        if table.name in OF_DOCUMENTS:
            return conditions(sum(self._sizes) // TOGETHER)
        if table.name == "assertions":
            return self._cut("SELECT series, count(*) FROM assertions GROUP BY series ORDER BY series")
        return ("true",)

    def _into(self, name: str) -> str:
        """The table that new rows of a table of the schema go to."""
        return f"{ADDED}.{name}" if self._is_layered and name in LAYERED else name

    def _add_rows(self, table: str, new: Iterable[Sequence[Any]], document: Document | None = None) -> None:
        """Spool rows of a table, those of one document where its rows come from one."""
        self._spool.add(TABLE[table], new, 0 if document is None else part_of(document.id))

    def _load(self, tables: Iterable[Table]) -> None:
        """Put what was spooled into the database, each table in the order of its key."""
        for table in tables:
            long = self._long if table.name == "documents" else {}
            sizes = [
                (part, self._spool.bytes(table, part) + LONGEST_SPOOLED * len(long.get(part, ())))
                for part in sorted({*self._spool.parts(table), *long})
            ]
            if max((size for _, size in sizes), default=0) > LARGEST_PART:
                self._connection.execute(f"SET memory_limit = '{MEMORY_FOR_LONG}'")
            for step, parts in enumerate(together(sizes, TOGETHER), 1):
                chosen = self._spool.rows(table, *parts)
                if any(part in long for part in parts):
                    ids = ", ".join(literal(id) for part in parts for id in long.get(part, ()))
                    chosen += f" UNION ALL SELECT * FROM long_documents WHERE document IN ({ids})"  # noqa: S608
                self._connection.execute(
                    f"INSERT INTO {self._into(table.name)} SELECT * FROM ({chosen}) {in_order(table)}"  # noqa: S608
                )
                if step % STEPS == 0:
                    self._let_go()
            self._let_go()


def fingerprint(together: Mapping[str, str]) -> str:
    """The hash of documents that are audited together, in their order; `together` has the id of each URI."""
    lines = "".join(f"{id} {uri}\n" for uri, id in together.items())
    return hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()[:32]
