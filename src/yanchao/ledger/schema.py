"""What a ledger keeps: every table, column by column, with its meaning. The one place that defines the schema.

The documentation draws its picture from here, the store creates its tables from here, and the reader refuses a
ledger of another `SCHEMA_VERSION`. Ranges are half-open offsets into `documents.text`. Figures are in base
units; a percentage is a fraction.
"""

from __future__ import annotations

from yanchao.quick import dataclass

SCHEMA_VERSION = 5
"""Raised by one whenever a column changes its name, type or meaning."""

STORE = "ledger.duckdb"
"""The name of the database in a build's folder."""

PARQUET = "parquet"
"""The name of the folder beside it that holds each table as `NAME.parquet`."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its DuckDB type, what it means, and `table.column` where it points to another row.

    One that `is_long` holds whole texts: to compress them takes the database longer than to read them took us.
    """

    name: str
    type: str
    meaning: str
    points_to: str | None = None
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table; its first `key` columns identify a row, and rows stand in the order of those columns."""

    name: str
    meaning: str
    key: int
    columns: tuple[Column, ...]

    @property
    def key_columns(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns[: self.key])


def _column(name: str, type: str, meaning: str, points_to: str | None = None) -> Column:
    return Column(name, type, meaning, points_to)


def _document() -> Column:
    return _column("document", "VARCHAR", "the document it stands in", "documents.document")


def _range(what: str) -> tuple[Column, Column]:
    return (
        _column("start", "INTEGER", f"first character of {what}"),
        _column("end", "INTEGER", f"character after the last of {what}"),
    )


TABLES: tuple[Table, ...] = (
    Table(
        "about",
        "One row: what wrote this ledger, and how.",
        1,
        (
            _column("schema_version", "INTEGER", "the version of this schema"),
            _column("yanchao", "VARCHAR", "the version of yanchao that wrote it"),
            _column("home", "VARCHAR", "code of the region that the packs are about"),
            _column("judged_on", "DATE", "the day on which the standings were judged"),
            _column("reader", "VARCHAR", "a hash of the program and the packs that read the documents"),
        ),
    ),
    Table(
        "documents",
        "Every document read, with its whole text.",
        1,
        (
            _column("document", "VARCHAR", "SHA-256 of the source's bytes"),
            _column("uri", "VARCHAR", "the source as it was given"),
            _column("title", "VARCHAR", "its title, where it says one"),
            _column("publisher", "VARCHAR", "who published it, where it says so"),
            _column(
                "published", "DATE", "the day of publication, where it says so: the vintage of its figures"
            ),
            _column("media_type", "VARCHAR", "the kind of source, as a media type"),
            Column("text", "VARCHAR", "the text that every range in this ledger counts in", is_long=True),
            _column("characters", "INTEGER", "the length of the text"),
            _column("warnings", "VARCHAR[]", "what reading it had to put up with"),
        ),
    ),
    Table(
        "blocks",
        "The pieces of a document in reading order: headings, paragraphs, cells, captions, furniture.",
        2,
        (
            _document(),
            _column("block", "INTEGER", "its number in the document, from 0"),
            _column("kind", "VARCHAR", "heading, paragraph, cell, caption or furniture"),
            *_range("the block"),
            _column("level", "INTEGER", "depth of a heading (1 is the title), else 0"),
            _column("cell_table", "INTEGER", "for a cell: the number of its table, from 0"),
            _column("cell_row", "INTEGER", "for a cell: its row, from 0"),
            _column("cell_column", "INTEGER", "for a cell: its column, from 0"),
            _column("cell_is_header", "BOOLEAN", "for a cell: whether it heads its row or column"),
        ),
    ),
    Table(
        "places",
        "Where a range of the text stands in the source: page and box, or sheet and cell, or path.",
        2,
        (
            _document(),
            _column("place", "INTEGER", "its number in the document, from 0"),
            *_range("the range"),
            _column("page", "INTEGER", "page, from 1"),
            _column("left", "DOUBLE", "box on the page, in points"),
            _column("bottom", "DOUBLE", "box on the page, in points"),
            _column("right", "DOUBLE", "box on the page, in points"),
            _column("top", "DOUBLE", "box on the page, in points"),
            _column("path", "VARCHAR", "sheet and cell, element path or paragraph"),
        ),
    ),
    Table(
        "statements",
        "Every quantitative statement, as read: nothing is merged, nothing dropped.",
        2,
        (
            _document(),
            _column("statement", "INTEGER", "its number in the document, from 0, in order of place"),
            *_range("the quantity"),
            _column("kind", "VARCHAR", "level, share, growth, change, rank or streak"),
            _column("value", "DOUBLE", "the number in the base unit; for a range its middle"),
            _column("low", "DOUBLE", "lower end, where the text gives a range"),
            _column("high", "DOUBLE", "upper end, where the text gives a range"),
            _column("resolution", "DOUBLE", "size of one step of the last digit printed"),
            _column("exact", "VARCHAR[]", "value, low, high and resolution as exact decimals"),
            _column("unit", "VARCHAR", "the base unit"),
            _column("comparator", "VARCHAR", "=, >, >=, <, <= or ~"),
            _column(
                "comparators",
                'STRUCT("start" INTEGER, "end" INTEGER, comparator VARCHAR)[]',
                "every comparator word that stands on the number, in order",
            ),
            _column("measure", "VARCHAR", "what is measured, in the text's words"),
            _column("subject", "VARCHAR", "whose quantity it is, in the text's words"),
            _column("cluster", "VARCHAR", "the cluster it belongs to"),
            _column("region", "VARCHAR", "code of the place whose quantity it is"),
            _column("base", "VARCHAR", "for a share or rank: the universe, in the text's words"),
            _column("period", "VARCHAR", "ISO 8601, as the text frames it"),
            _column("status", "VARCHAR", "actual, estimate or target"),
            _column("source", "VARCHAR", "the document or body that the text cites for it"),
            _column("sentence_start", "INTEGER", "first character of its sentence"),
            _column("sentence_end", "INTEGER", "character after the last of its sentence"),
            _column("construction", "VARCHAR", "the pattern that tied the quantity to its measure"),
            _column("confidence", "DOUBLE", "between 0 and 1"),
            _column("qualifiers", "VARCHAR[]", "what else a relation must respect, sorted"),
            _column("series", "VARCHAR", "the series that it gives a point of", "series.series"),
            _column(
                "quote", "VARCHAR", "its sentence; at most 1,000 characters before and after the quantity"
            ),
        ),
    ),
    Table(
        "evidence",
        "The words that gave each field of a statement, anchored by offset and by content.",
        3,
        (
            _document(),
            _column("statement", "INTEGER", "the statement", "statements.statement"),
            _column("item", "INTEGER", "its number in the statement, from 0"),
            _column("field", "VARCHAR", "the field that the words gave; `quantity` for the figure itself"),
            *_range("the words"),
            _column("inherited", "BOOLEAN", "whether they are not the statement's own nor its sentence's"),
            _column(
                "origin",
                "VARCHAR",
                "where they stand: figure, clause, sentence, paragraph, heading, title, …",
            ),
            _column("exact", "VARCHAR", "the words themselves (TextQuoteSelector)"),
            _column("prefix", "VARCHAR", "the characters before them"),
            _column("suffix", "VARCHAR", "the characters after them"),
        ),
    ),
    Table(
        "mentions",
        "Every named thing without a number: cities, firms, platforms, plans, with its role.",
        2,
        (
            _document(),
            _column("mention", "INTEGER", "its number in the document, from 0, in order of place"),
            *_range("the name"),
            _column("name", "VARCHAR", "its settled name"),
            _column("role", "VARCHAR", "what it is to the cluster"),
            _column("cluster", "VARCHAR", "the cluster it is mentioned for"),
            _column("entity", "VARCHAR", "its id in the packs"),
            _column("region", "VARCHAR", "code of the place it lies in"),
            _column("sentence_start", "INTEGER", "first character of its sentence"),
            _column("sentence_end", "INTEGER", "character after the last of its sentence"),
            _column("quote", "VARCHAR", "its sentence; at most 1,000 characters before and after the name"),
        ),
    ),
    Table(
        "findings",
        "Every fault that the audit found.",
        1,
        (
            _column("finding", "INTEGER", "its number, from 0, in order of document and place"),
            _document(),
            *_range("the figure at fault"),
            _column("rule", "VARCHAR", "the stable code of the rule"),
            _column("name", "VARCHAR", "the fault's name"),
            _column("severity", "VARCHAR", "error, warning or note"),
            _column("message", "VARCHAR", "one sentence for an editor"),
            _column("relation", "VARCHAR", "the arithmetic written out, or empty"),
            _column("suggest", "VARCHAR", "the text that would have to stand there"),
            _column("message_en", "VARCHAR", "the message in English"),
            _column("relation_en", "VARCHAR", "the relation in English"),
        ),
    ),
    Table(
        "related",
        "The other places that take part in a finding.",
        2,
        (
            _column("finding", "INTEGER", "the finding", "findings.finding"),
            _column("item", "INTEGER", "its number in the finding, from 0"),
            _column("uri", "VARCHAR", "the source it stands in, as it was given"),
            *_range("the place"),
            _column("note", "VARCHAR", "the part that it plays"),
            _column("note_en", "VARCHAR", "the same in English"),
        ),
    ),
    Table(
        "coverage",
        "How many figures of each document stood in at least one relation of the audit, and how many in none.",
        1,
        (
            _document(),
            _column("related", "INTEGER", "figures that some relation could check"),
            _column("unrelated", "INTEGER", "figures that none could: for them silence is not approval"),
            _column(
                "together", "VARCHAR", "a hash of the documents that were held against each other with it"
            ),
        ),
    ),
    Table(
        "series",
        "What is measured: the key that makes two statements statements about the same thing.",
        1,
        (
            _column("series", "VARCHAR", "a readable id that ends in a hash of the key"),
            _column("measure", "VARCHAR", "a measure's id in the packs, or the text's own word"),
            _column("subject", "VARCHAR", "a cluster's id, a region's code, or the subject's own words"),
            _column("region", "VARCHAR", "code of the place"),
            _column("cluster", "VARCHAR", "the cluster it belongs to"),
            _column("kind", "VARCHAR", "level, share, growth, change, rank or streak"),
            _column("unit", "VARCHAR", "the base unit"),
            _column("base", "VARCHAR", "for a share or rank: the universe, a region's code where it is one"),
            _column("qualifiers", "VARCHAR[]", "what changes the thing measured, sorted"),
            _column("name", "VARCHAR", "a name to show, in Chinese"),
            _column("name_en", "VARCHAR", "a name to show, in English"),
        ),
    ),
    Table(
        "observations",
        "The points of a series: the value that the best source gives.",
        2,
        (
            _column("series", "VARCHAR", "the series", "series.series"),
            _column("observation", "INTEGER", "its number in the series, from 0, in order of period"),
            _column("period", "VARCHAR", "ISO 8601; empty where nobody says when"),
            _column("status", "VARCHAR", "actual, estimate or target"),
            _column("value", "DOUBLE", "the value that the best source gives"),
            _column("low", "DOUBLE", "lower end of what that source claims; -inf where it sets none"),
            _column("high", "DOUBLE", "upper end of what that source claims; inf where it sets none"),
            _column("comparator", "VARCHAR", "=, >, >=, <, <= or ~"),
            _column("disputed", "BOOLEAN", "whether two of its assertions cannot both be right"),
            _column("times", "INTEGER", "how many assertions it has"),
        ),
    ),
    Table(
        "assertions",
        "Who says so: every document's word for a point, best source first.",
        3,
        (
            _column("series", "VARCHAR", "the series", "series.series"),
            _column("observation", "INTEGER", "the point", "observations.observation"),
            _column("assertion", "INTEGER", "its number at that point, from 0, best source first"),
            _column(
                "prominence",
                "INTEGER",
                "its place where only some are shown, from 0: the best, the least, the greatest, the best of each "
                "source cited, one of each other value, the rest",
            ),
            _document(),
            *_range("the quantity"),
            _column("value", "DOUBLE", "the number in the base unit"),
            _column("low", "DOUBLE", "lower end of what it claims"),
            _column("high", "DOUBLE", "upper end of what it claims"),
            _column("comparator", "VARCHAR", "=, >, >=, <, <= or ~"),
            _column("quote", "VARCHAR", "the sentence that says so"),
            _column("quote_start", "INTEGER", "first character of the quote in the document"),
            _column("cited", "VARCHAR", "the document or body that the sentence cites"),
            _column("vintage", "DATE", "the day on which it was said"),
            _column(
                "rank",
                "INTEGER",
                "1 statistical office, 2 government, 3 plan, 4 research, 5 press, 9 unknown",
            ),
        ),
    ),
    Table(
        "decisions",
        "What people decided about which names mean one series, as this ledger was built with it.",
        1,
        (
            _column("decision", "INTEGER", "its number in the file, from 0"),
            _column("one", "VARCHAR", "the key of a series in one line"),
            _column("other", "VARCHAR", "the key of another"),
            _column("verdict", "VARCHAR", "same: the first is the second; different: they stay two"),
            _column("note", "VARCHAR", "why"),
            _column("decided", "DATE", "the day"),
        ),
    ),
    Table(
        "standings",
        "Every cluster: the size tier declared for it, and the tier that its own figures support.",
        1,
        (
            _column("cluster", "VARCHAR", "the cluster's id in the packs"),
            _column("declared_tier", "DOUBLE", "the tier declared for it, CNY a year"),
            _column(
                "supported_tier",
                "DOUBLE",
                "the tier that its latest figure supports, CNY a year; 0 below all, empty where nothing tells",
            ),
            _column("period", "VARCHAR", "the period of that figure"),
            _column("value", "DOUBLE", "that figure"),
            _column("reason", "VARCHAR", "one sentence on the tier, in Chinese"),
            _column("reason_en", "VARCHAR", "the same in English"),
        ),
    ),
    Table(
        "targets",
        "Every target held against the actuals of the same measure; one without a cluster is a place's own.",
        2,
        (
            _column("owner", "VARCHAR", "whose it is: the cluster's id, or the code of the place"),
            _column("item", "INTEGER", "its number among the owner's, from 0"),
            _column(
                "cluster",
                "VARCHAR",
                "the cluster that it is for; empty where it is a place's own",
                "standings.cluster",
            ),
            _column("region", "VARCHAR", "code of the place whose figure it is"),
            _column("series", "VARCHAR", "its series; empty where only a pack lists it", "series.series"),
            _column("measure", "VARCHAR", "what is measured"),
            _column("subject", "VARCHAR", "whose figure it is"),
            _column("kind", "VARCHAR", "level, share, growth or change"),
            _column("unit", "VARCHAR", "the base unit"),
            _column("plan", "VARCHAR", "the plan that sets it: its id in the packs, or the title cited"),
            _column("period", "VARCHAR", "the period it is set for"),
            _column("value", "DOUBLE", "the target; empty where the plan deliberately sets no figure"),
            _column("low", "DOUBLE", "lower end of what the target claims"),
            _column("high", "DOUBLE", "upper end of what the target claims"),
            _column("comparator", "VARCHAR", "=, >, >=, <, <= or ~; of a fall, turned round"),
            _column("falls", "BOOLEAN", "whether it is to be reached from above"),
            _column("hedges", "VARCHAR[]", "the words that soften or bound it, as printed"),
            _column("words", "VARCHAR", "what the plan says in place of a figure, where it sets none"),
            _column("actual_period", "VARCHAR", "the period of the last actual beside it"),
            _column("actual_value", "DOUBLE", "the last actual beside it"),
            _column("verdict", "VARCHAR", "reached, on-pace, behind, out-of-reach or unknown"),
            _column(
                "certain", "BOOLEAN", "false where the rounding of the figures leaves another verdict open"
            ),
            _column("met_period", "VARCHAR", "the period of the first actual that shows it reached"),
            _column("met_value", "DOUBLE", "that actual"),
            _column("met_on", "DATE", "the first day on which a source said it"),
            _column(
                "progress", "DOUBLE", "the last actual as a part of the target; empty where it is to fall"
            ),
            *(
                column
                for name, what in (("pace_so_far", "so far"), ("pace_needed", "needed"))
                for column in (
                    _column(
                        name,
                        "DOUBLE",
                        f"the pace {what}: growth a year as a fraction, or units a year where it is linear",
                    ),
                    _column(f"{name}_low", "DOUBLE", "lower end of what the figures leave open for it"),
                    _column(f"{name}_high", "DOUBLE", "upper end of what the figures leave open for it"),
                    _column(f"{name}_form", "VARCHAR", "compound or linear"),
                    _column(f"{name}_formula", "VARCHAR", "how it was worked out, with the numbers"),
                )
            ),
            _column("reason", "VARCHAR", "one sentence on the verdict, in Chinese"),
            _column("reason_en", "VARCHAR", "the same in English"),
        ),
    ),
    Table(
        "settings",
        "Every value that was ever set for a target, where there was more than one: who set it to what, and when.",
        3,
        (
            _column("owner", "VARCHAR", "whose target it is", "targets.owner"),
            _column("item", "INTEGER", "the target's number among the owner's", "targets.item"),
            _column("setting", "INTEGER", "its number, from 0, in order of time"),
            _column("value", "DOUBLE", "the value set"),
            _column("plan", "VARCHAR", "the plan that sets it: its id in the packs, or the title cited"),
            _column(
                "year",
                "INTEGER",
                "the year in which it was set: that of its plan, else of the first document that says it",
            ),
            _column("day", "DATE", "the day of the plan, or the first on which a document says it"),
            _column("document", "VARCHAR", "the document that says so", "documents.document"),
            _column("start", "INTEGER", "first character of the figure"),
            _column("end", "INTEGER", "character after the last of the figure"),
            _column("quote", "VARCHAR", "the sentence that says so"),
            _column("source", "VARCHAR", "where the figure can be read, where only a pack lists it"),
        ),
    ),
    Table(
        "concentration",
        "How an industry is spread over places: shares, location quotients, concentration and what growth is made of.",
        1,
        (
            _column("result", "INTEGER", "its number, from 0"),
            _column(
                "indicator",
                "VARCHAR",
                "share, location-quotient, herfindahl, growth-contribution, shift-share-wider, -mix or -local",
            ),
            _column("measure", "VARCHAR", "what is measured"),
            _column("subject", "VARCHAR", "of which sector or product; empty for the whole place"),
            _column("cluster", "VARCHAR", "of which cluster"),
            _column("region", "VARCHAR", "code of the place"),
            _column("within", "VARCHAR", "code of the wider area that it is held against"),
            _column("period", "VARCHAR", "the year, or first and last year"),
            _column("value", "DOUBLE", "as the printed figures give it"),
            _column("low", "DOUBLE", "lower end of what they leave open"),
            _column("high", "DOUBLE", "upper end of what they leave open"),
            _column("unit", "VARCHAR", "1 for a ratio, else the base unit"),
            _column("formula", "VARCHAR", "how it was worked out, with the numbers"),
            _column(
                "sources",
                "VARCHAR[]",
                "the publications, or the series of this ledger, that it was worked out from",
            ),
        ),
    ),
    Table(
        "derived",
        "Figures that nobody printed and that follow from two that somebody did. They decide nothing.",
        2,
        (
            _column(
                "series", "VARCHAR", "the series that it would be a point of, whether or not there is one"
            ),
            _column("period", "VARCHAR", "the year, or the years over which growth is an average"),
            _column("name", "VARCHAR", "a name to show, in Chinese"),
            _column("name_en", "VARCHAR", "a name to show, in English"),
            _column("measure", "VARCHAR", "as in series"),
            _column("subject", "VARCHAR", "as in series"),
            _column("region", "VARCHAR", "as in series"),
            _column("cluster", "VARCHAR", "as in series"),
            _column("kind", "VARCHAR", "growth, share or level"),
            _column("unit", "VARCHAR", "the base unit"),
            _column("base", "VARCHAR", "for a share: the universe"),
            _column(
                "qualifiers",
                "VARCHAR[]",
                "as in series, and current-prices where money is compared over years",
            ),
            _column("status", "VARCHAR", "actual, or estimate where an input is one"),
            _column("value", "DOUBLE", "the figure worked out from what the best sources of its inputs say"),
            _column("low", "DOUBLE", "lower end of what these allow; -inf where they set none"),
            _column("high", "DOUBLE", "upper end of what these allow; inf where they set none"),
            _column("formula", "VARCHAR", "growth, average, share or level"),
            _column("written", "VARCHAR", "the formula as arithmetic over its first and second input"),
            _column(
                "nominal",
                "BOOLEAN",
                "whether it is growth at the prices of each year, never to be held against a real one",
            ),
            _column(
                "doubts",
                "VARCHAR[]",
                "disputed: sources of an input disagree; doubted: the audit holds one to be wrong",
            ),
            _column("first_series", "VARCHAR", "the series of the first input", "series.series"),
            _column("first_observation", "INTEGER", "its point there"),
            _column("second_series", "VARCHAR", "the series of the second input", "series.series"),
            _column("second_observation", "INTEGER", "its point there"),
        ),
    ),
)

TABLE: dict[str, Table] = {table.name: table for table in TABLES}
"""The same tables by name."""

OF_DOCUMENTS = ("documents", "blocks", "places", "statements", "evidence", "mentions")
"""The tables whose rows come from one document alone."""

OF_SERIES = ("series", "observations", "assertions")
"""The tables that claims are put together into."""

JUDGED: dict[str, str | None] = {
    "standings": "cluster",
    "targets": "owner",
    "settings": "owner",
    "concentration": None,
    "derived": "measure",
}
"""The tables that are worked out from the series, when those are there, and the column that says what a row is about: where
nothing of that has changed, its rows stay as they are. Those of a table without one are all worked out anew."""
