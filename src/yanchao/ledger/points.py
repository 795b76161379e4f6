"""The ledger as one flat table: a row an assertion, with all that is needed to read and to cite it.

This is what CSV, XLSX and SDMX-CSV are made of: no point leaves the house without its source words.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from yanchao.ledger.ledger import Ledger
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """Who says what about one point of one series. The fields are the columns of the flat exports.

    `source` counts from 1, the best source of the point; `point_value` is what that one says. `low` and `high` are
    None where the figure sets no bound. `document` is the source as it was given, `start` and `end` a range of it.
    """

    series: str
    name: str
    name_en: str
    measure: str
    subject: str
    region: str | None
    cluster: str | None
    kind: str
    unit: str
    base: str | None
    qualifiers: str
    period: str | None
    status: str
    source: int
    value: float
    low: float | None
    high: float | None
    comparator: str
    point_value: float
    disputed: bool
    quote: str
    cited: str | None
    vintage: date | None
    rank: int
    document: str
    title: str
    start: int
    end: int


MEANINGS = {
    "series": "id of the series",
    "name": "its name in Chinese",
    "name_en": "its name in English",
    "measure": "what is measured",
    "subject": "whose figure it is: a cluster's id, a region's code, or the text's words",
    "region": "code of the place (GB/T 2260; 156 China, 001 the world)",
    "cluster": "id of the cluster",
    "kind": "level, share, growth, change, rank or streak",
    "unit": "base unit; shares and growth are fractions in unit 1",
    "base": "for a share or rank: the universe",
    "qualifiers": "what changes the thing measured, separated by spaces",
    "period": "ISO 8601",
    "status": "actual, estimate or target",
    "source": "1 is the best source of the point",
    "value": "what this source says",
    "low": "lower end of what it claims, empty where it sets none",
    "high": "upper end of what it claims, empty where it sets none",
    "comparator": "=, >, >=, <, <= or ~",
    "point_value": "what the best source of the point says",
    "disputed": "whether two sources of the point cannot both be right",
    "quote": "the sentence that says so",
    "cited": "whom the sentence cites",
    "vintage": "the day on which it was said",
    "rank": "1 statistical office, 2 government, 3 plan, 4 research, 5 press, 9 unknown",
    "document": "the source as it was given",
    "title": "its title",
    "start": "first character of the figure in the document's text",
    "end": "character after its last",
}
"""What each field of a Point means: the heads of the exports."""

TABLES = ("documents", "series", "observations", "assertions")
"""The tables that points are made of."""

cells = attrgetter(*MEANINGS)
"""The fields of a Point as one row, in the order of the heads."""


def points(ledger: Ledger) -> Iterator[Point]:
    """Every assertion of the ledger, in order of series, period and source."""
    cards = {card.id: card for card in ledger.documents()}
    for series in ledger.each_series():
        key = series.key
        for observation in series.observations:
            for source, assertion in enumerate(observation.assertions, 1):
                card = cards[assertion.document]
                yield Point(
                    series=series.id,
                    name=series.name,
                    name_en=series.name_en,
                    measure=key.measure,
                    subject=key.subject,
                    region=key.region,
                    cluster=key.cluster,
                    kind=str(key.kind),
                    unit=key.unit,
                    base=key.base,
                    qualifiers=" ".join(key.qualifiers),
                    period=observation.period,
                    status=str(observation.status),
                    source=source,
                    value=assertion.value,
                    low=_finite(assertion.low),
                    high=_finite(assertion.high),
                    comparator=str(assertion.comparator),
                    point_value=observation.value,
                    disputed=observation.disputed,
                    quote=" ".join(assertion.quote.split()),
                    cited=assertion.cited,
                    vintage=assertion.vintage,
                    rank=assertion.rank,
                    document=card.uri,
                    title=card.title,
                    start=assertion.start,
                    end=assertion.end,
                )


def _finite(bound: float) -> float | None:
    return None if bound in (float("inf"), float("-inf")) else bound
