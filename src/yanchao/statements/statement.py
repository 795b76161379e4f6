"""What a statement is: one quantity of a text with all that a reader needs to use it as a figure."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from enum import StrEnum

from yanchao.documents.document import Document
from yanchao.quick import dataclass


class Kind(StrEnum):
    """What sort of figure a quantity is."""

    LEVEL = "level"  # an amount or a count
    SHARE = "share"  # part of a base, or a ratio of two amounts
    GROWTH = "growth"  # change over an earlier period, as a fraction
    CHANGE = "change"  # a difference: an amount added, percentage points
    RANK = "rank"  # position in an order
    STREAK = "streak"  # for how many periods in a row


class Comparator(StrEnum):
    """How the printed number bounds the true one."""

    EQUAL = "="
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    ABOUT = "~"


class Status(StrEnum):
    """Whether the figure is on record, expected, or aimed at."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range `[start, end)` of `Document.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed, with its comparator and unit.

    `start` and `end` cover comparator word, number, unit and comparator suffix, nothing else. `value` is in
    the base unit (percent as a fraction); for a range it is the middle and `low` and `high` are its ends.
    `resolution` is the size, in the base unit, of one step of the last digit printed: 570万 is printed to
    10,000. `comparators` holds every comparator word that stands on the number, in order, with its place,
    so that a doubled one can be seen.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    comparator: Comparator
    resolution: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    comparators: tuple[tuple[Span, Comparator], ...] = ()


class Origin(StrEnum):
    """Where that which gave a field stands, seen from the figure."""

    FIGURE = "figure"  # the figure itself: its number, its unit, its form
    CLAUSE = "clause"  # the figure's own clause
    SENTENCE = "sentence"  # another clause of its sentence
    PARAGRAPH = "paragraph"  # another sentence of its paragraph
    FRAME = "frame"  # a sentence before that sets the frame of what follows (回顾过去五年, …)
    HEADING = "heading"  # a heading over the paragraph
    TITLE = "title"  # the document's title, publisher or report period
    DOCUMENT = "document"  # the document as a whole: the place that it names most, the firm whose it is
    DATE = "date"  # the period held against the date of the document
    ROW = "row"  # the heading of a table's row
    COLUMN = "column"  # the heading of a table's column
    CAPTION = "caption"  # what stands over a table
    DEFAULT = "default"  # nothing: what holds where no word says otherwise


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that gave one field of a statement.

    `inherited` is False where the statement's own words or sentence say it, True where it came from an earlier
    sentence, paragraph, heading or from the document as a whole, or is the subject of an earlier figure; `origin`
    says where its words stand. `start == end` marks what has no words of its own in the text (the region that a document
    is about).
    """

    field: str
    start: int
    end: int
    inherited: bool = False
    origin: Origin = Origin.CLAUSE


GROUNDED = (
    "value", "unit", "comparator", "kind", "measure", "subject", "cluster", "region", "base", "period", "status",
    "source",
)  # fmt: skip
"""The fields of a statement that have grounds, in the order in which people expect to read them."""

_OF_THE_FIGURE = frozenset(("value", "unit", "comparator", "kind"))


@dataclass(frozen=True, slots=True)
class Statement:
    """One quantitative statement. Field meanings, values and units are those of the project's labelling guide.

    `qualifiers` are what else the words say that a relation must respect, from a closed set:
    `constant-prices`, `current-prices`, `annual-average`, `cumulative`, `above-scale` (规模以上), `per-capita`,
    `new` (新增), `month-on-month`, `since-start` (growth over a whole period), `subset` (其中).
    `sentence` is the sentence that holds the quantity; `construction` names the pattern that tied the
    quantity to its measure. `confidence` is the share of statements with the same `signs` that are right in every
    field (see `confidence.py`); a ledger keeps it without its signs.
    """

    quantity: Quantity
    kind: Kind
    measure: str | None
    subject: str | None
    cluster: str | None
    region: str | None
    base: str | None
    period: str | None
    status: Status
    source: str | None
    sentence: Span
    construction: str
    confidence: float
    qualifiers: frozenset[str] = frozenset()
    evidence: tuple[Evidence, ...] = ()
    signs: tuple[str, ...] = field(default=(), compare=False)

    @property
    def start(self) -> int:
        return self.quantity.start

    @property
    def end(self) -> int:
        return self.quantity.end

    @property
    def value(self) -> Decimal:
        return self.quantity.value

    @property
    def unit(self) -> str:
        return self.quantity.unit

    @property
    def comparator(self) -> Comparator:
        return self.quantity.comparator

    def words(self, field: str) -> Evidence | None:
        """The evidence of one field, or None where the field is empty."""
        for evidence in self.evidence:
            if evidence.field == field:
                return evidence
        return None

    def grounds(self) -> tuple[Evidence, ...]:
        """The evidence of every field that is not empty, in the order of `GROUNDED`.

        `evidence` holds what words outside the figure gave; the rest is in the figure itself, or holds by default.
        """
        return tuple(found for field in GROUNDED if (found := self._ground(field)) is not None)

    def _ground(self, field: str) -> Evidence | None:
        if (known := self.words(field)) is not None:
            return known
        if getattr(self, field) is None:
            return None
        if field == "comparator" and self.quantity.comparators:
            span, _ = self.quantity.comparators[0]
            return Evidence(field, span.start, span.end, False, Origin.FIGURE)
        plain = field == "comparator" or field not in _OF_THE_FIGURE
        return Evidence(field, self.start, self.end, False, Origin.DEFAULT if plain else Origin.FIGURE)


class Role(StrEnum):
    """What a named thing is to the cluster that it is mentioned for."""

    CORE_CITY = "core-city"
    NODE_CITY = "node-city"
    BASE_CITY = "base-city"  # named as home of an industrial base, neither core nor node
    LEADING_FIRM = "leading-firm"
    FIRM = "firm"
    INSTITUTE = "institute"
    PLATFORM = "platform"
    PROJECT = "project"
    PRODUCT = "product"
    UPSTREAM = "upstream"  # what the text says goes into what the cluster makes
    DOWNSTREAM = "downstream"  # and what is made of it, or where it is used
    PLAN = "plan"
    REPORT = "report"  # a cited publication that sets no targets
    DIRECTION = "direction"  # what the text says will be done
    FUTURE_INDUSTRY = "future-industry"


@dataclass(frozen=True, slots=True)
class Mention:
    """A named thing without a number of its own: `text[start:end]` names it, `name` is its settled name.

    `entity` is its id in the packs (a region code for cities, a plan id, a firm id), None where no pack
    lists it and a construction found it.
    """

    start: int
    end: int
    name: str
    role: Role
    cluster: str | None
    entity: str | None
    region: str | None
    sentence: Span


@dataclass(frozen=True)
class Extraction:
    """All that one document states: its statements and mentions, both in order of their place in the text.

    `problems` are the rows of its tables that could not be read, a line each: where, what is wrong, and what to do.
    """

    document: Document
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...] = ()
    problems: tuple[str, ...] = ()
