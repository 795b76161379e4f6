"""The ledger as tables of columns, for those who work in pandas, polars, R or anything else that takes Arrow.

    import polars, yanchao

    atlas = yanchao.open("atlas", as_of="2024-06-30")
    polars.DataFrame(atlas.series(measure="营业收入", cluster="汽车"))
    atlas.series(region="广东", status="actual").to_pandas()

A table is asked of DuckDB only when somebody takes it, and handed over in Arrow's own layout, without passing
through Python's objects (the Arrow PyCapsule interface).
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yanchao.errors import UsageError
from yanchao.ledger.ledger import SERIES_ORDER, Ledger
from yanchao.ledger.points import MEANINGS
from yanchao.ledger.schema import TABLE
from yanchao.ledger.sql import finite

if TYPE_CHECKING:
    from yanchao.lexicon.lexicon import Lexicon

_COLUMNS: Mapping[str, str] = {
    **dict.fromkeys(("series", "name", "name_en", "measure", "subject", "region", "cluster"), "s"),
    **dict.fromkeys(("kind", "unit", "base"), "s"),
    **dict.fromkeys(("period", "status", "disputed"), "o"),
    **dict.fromkeys(("value", "comparator", "cited", "vintage", "rank", "start", "end"), "a"),
}
"""Of which table a column of the points is, where it is one as it stands."""

_WORKED_OUT: Mapping[str, str] = {
    "qualifiers": "array_to_string(s.qualifiers, ' ')",
    "source": "a.assertion + 1",
    "low": finite("a.low"),
    "high": finite("a.high"),
    "point_value": "o.value",
    "quote": r"trim(regexp_replace(a.quote, '\s+', ' ', 'g'))",
    "document": "d.uri",
    "title": "coalesce(d.title, d.uri)",
}

_SERIES = """
    FROM series s
    JOIN observations o USING (series)
    JOIN assertions a ON a.series = o.series AND a.observation = o.observation
    JOIN documents d ON d.document = a.document
"""


class Frame:
    """A table. Anything that takes Arrow reads it as it is: `polars.DataFrame(frame)`, `pyarrow.table(frame)`."""

    def __init__(self, relation: Any) -> None:
        self._relation = relation

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(self._relation.columns)

    def __len__(self) -> int:
        return int(self._relation.shape[0])

    def __repr__(self) -> str:
        return f"<{len(self)} rows of {', '.join(self.columns)}>"

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows as a stream of Arrow, in the columns' own types whatever schema is asked for."""
        del requested_schema
        return self._relation.__arrow_c_stream__()

    def rows(self) -> list[tuple[Any, ...]]:
        """All rows as tuples of Python's own values, in the order of the columns."""
        return [tuple(row) for row in self._relation.fetchall()]

    def to_pandas(self) -> Any:
        """A pandas DataFrame.

        Raises:
            UsageError: where pandas is not installed.
        """
        try:
            importlib.import_module("pandas")
        except ImportError as error:
            raise UsageError("pandas is not installed: pip install pandas") from error
        return self._relation.df()

    def to_polars(self) -> Any:
        """A polars DataFrame.

        Raises:
            UsageError: where polars is not installed.
        """
        try:
            polars = importlib.import_module("polars")
        except ImportError as error:
            raise UsageError("polars is not installed: pip install polars") from error
        return polars.DataFrame(self)


class Frames:
    """A build's ledger, its tables asked for by the names of the trade: measures, clusters and places by id or by any of their words."""

    def __init__(self, ledger: Ledger, packs: Sequence[Path | str] = ()) -> None:
        """The tables of `ledger`; words are those of the `packs` that it was built with."""
        self._ledger = ledger
        self._packs = packs

    def __enter__(self) -> Frames:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file. Tables that were not taken yet cannot be taken any more."""
        self._ledger.close()

    @cached_property
    def _lexicon(self) -> Lexicon:
        from yanchao.lexicon.bundled import folder_of
        from yanchao.lexicon.lexicon import load

        return load([folder_of(pack) for pack in self._packs])

    def series(
        self,
        *,
        measure: str | None = None,
        subject: str | None = None,
        region: str | None = None,
        cluster: str | None = None,
        status: str | None = None,
        period: str | None = None,
        series: str | None = None,
    ) -> Frame:
        """Who says what about each point of the series that match all that is given: a row a source, the best one first.

        The columns are those of the CSV export (`ledger/points.py` says what each means); values are in base units, `low` and
        `high` None where a figure sets no bound. No row is without its `quote`.
        """
        asked = {
            "measure": measure and self._lexicon.measure_id(measure),
            "subject": subject,
            "region": region and self._lexicon.region_code(region),
            "cluster": cluster and self._lexicon.cluster_id(cluster),
            "status": status,
            "period": period,
            "series": series,
        }
        given = {name: value for name, value in asked.items() if value is not None}
        columns = ", ".join(f'{_source(name)} AS "{name}"' for name in MEANINGS)
        where = " AND ".join(f"{_source(name)} = ?" for name in given) or "true"
        return self._frame(
            f"SELECT {columns} {_SERIES} WHERE {where} ORDER BY {SERIES_ORDER}, o.observation, a.assertion",
            list(given.values()),
        )

    def derived(
        self, *, measure: str | None = None, region: str | None = None, cluster: str | None = None
    ) -> Frame:
        """Figures that follow from two others: growth from levels, share from part and whole, level from growth and base.

        Nobody printed them. The columns are those of the table `derived`; each says its formula, its inputs, and what makes it
        doubtful. Growth of money is nominal.
        """
        asked = {
            "measure": measure and self._lexicon.measure_id(measure),
            "region": region and self._lexicon.region_code(region),
            "cluster": cluster and self._lexicon.cluster_id(cluster),
        }
        given = {name: value for name, value in asked.items() if value is not None}
        where = " AND ".join(f"{name} = ?" for name in given) or "true"
        query = f"SELECT * FROM derived WHERE {where} ORDER BY series, period"  # noqa: S608 - our own names
        return self._frame(query, list(given.values()))

    def documents(self) -> Frame:
        """A row a document, without its text."""
        return self._frame("SELECT * EXCLUDE (text) FROM documents ORDER BY published DESC NULLS LAST, uri")

    def statements(self, *, document: str | None = None) -> Frame:
        """Every figure that was read, or those of one document by its URI or id, in order."""
        return self._of_document("statements", "statement", document)

    def findings(self, *, document: str | None = None) -> Frame:
        """What the audit found, in all or in one document by its URI or id."""
        return self._of_document("findings", "finding", document)

    def table(self, name: str) -> Frame:
        """A table of the ledger as it is kept (docs/ledger.md has the schema).

        Raises:
            UsageError: where there is none of that name.
        """
        if name not in TABLE:
            raise UsageError(f"the ledger has no table {name!r}; it has {', '.join(TABLE)}")
        return self._frame(f"SELECT * FROM {name}")  # noqa: S608 - one of our own names

    def _of_document(self, table: str, key: str, document: str | None) -> Frame:
        chosen = "true" if document is None else "? IN (d.uri, d.document)"
        query = (
            f"SELECT d.uri, t.* FROM {table} t JOIN documents d USING (document) "  # noqa: S608
            f"WHERE {chosen} ORDER BY t.document, t.{key}"
        )
        return self._frame(query, [] if document is None else [document])

    def _frame(self, query: str, values: Sequence[Any] = ()) -> Frame:
        return Frame(self._ledger.relation(query, values))


def open_frames(
    directory: Path | str, as_of: date | str | None = None, *, packs: Sequence[Path | str] = ()
) -> Frames:
    """The tables of a build, as they are or as they were known on a day (`date`, or as ISO 8601 writes it).

    `packs` are those that it was built with: they say what measures, clusters and places are called.

    Raises:
        UsageError: where the folder holds no build, or the day is none.
    """
    if isinstance(as_of, str):
        try:
            as_of = date.fromisoformat(as_of)
        except ValueError:
            raise UsageError(f"{as_of!r} is no day; write one such as 2024-06-30") from None
    return Frames(Ledger(Path(directory), as_of), packs)


def _source(column: str) -> str:
    """Where a column of the points comes from."""
    return _WORKED_OUT.get(column) or f'{_COLUMNS[column]}."{column}"'
