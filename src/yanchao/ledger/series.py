"""What a series is: the same thing measured at several times, each point with who said it, when, in which words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from yanchao.quick import dataclass
from yanchao.statements.statement import Comparator, Kind, Status

NOBODY = "—"
"""The subject of a figure that names neither thing nor place."""


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """What makes two statements statements about the same thing.

    `measure` is a measure's id in the packs, or the text's own word where no pack knows it; `subject` is a
    cluster's id, a region's code or the subject's own words. `qualifiers` are those that change what is
    measured (`above-scale`, `constant-prices`, `per-capita`, `new`, `cumulative`).
    """

    measure: str
    subject: str
    region: str | None
    cluster: str | None
    kind: Kind
    unit: str
    base: str | None = None
    qualifiers: tuple[str, ...] = ()


def parts_of(key: SeriesKey) -> tuple[Any, ...]:
    """The parts of a key in the order of its fields, the kind as plain words: what rows, lines and ids are made of."""
    return (
        *(key.measure, key.subject, key.region, key.cluster),
        *(str(key.kind), key.unit, key.base, key.qualifiers),
    )


def of_parts(parts: Sequence[Any]) -> SeriesKey:
    """Back from the parts, as a row or a line has them. Raises ValueError where there is no such kind."""
    measure, subject, region, cluster, kind, unit, base, qualifiers = parts
    return SeriesKey(measure, subject, region, cluster, Kind(kind), unit, base, tuple(qualifiers))


@dataclass(frozen=True, slots=True)
class Assertion:
    """One document's word for one point: the statement behind an observation, with its evidence.

    `start` and `end` are the quantity in `document`; `quote` is its sentence; `vintage` is the day on which
    the document was published, None where it does not say. `rank` orders sources: 1 statistical office,
    2 ministry or provincial government, 3 plan, 4 association or research report, 5 press, 9 unknown.
    `quote_start` is where the quote begins in the document.
    """

    document: str
    start: int
    end: int
    value: float
    low: float
    high: float
    comparator: Comparator
    quote: str
    cited: str | None
    vintage: date | None
    rank: int
    quote_start: int = 0


@dataclass(frozen=True, slots=True)
class Observation:
    """One point of a series: the value that the best source gives, and everyone who said something about it.

    `value` is from the first of `assertions`, which are sorted best source first. `low` and `high` are the
    interval that it claims. `disputed` is True where the intervals of some two assertions do not meet.
    `left_out` counts the assertions that were not fetched, where only the most prominent were asked for.
    """

    period: str | None
    status: Status
    value: float
    low: float
    high: float
    comparator: Comparator
    assertions: tuple[Assertion, ...]
    disputed: bool
    left_out: int = 0

    @property
    def times(self) -> int:
        """How many assertions there are."""
        return len(self.assertions) + self.left_out


@dataclass(frozen=True, slots=True)
class Series:
    """A key, a name to show people in both languages, and the observations in order of period."""

    id: str
    key: SeriesKey
    name: str
    name_en: str
    observations: tuple[Observation, ...]
