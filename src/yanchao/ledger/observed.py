"""The points of all series as one flat list, each with its best source's word: filtered, sorted, a slice at a time."""

from __future__ import annotations

from datetime import date

from yanchao.ledger.ledger import Ledger, Part
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Observed:
    """One point of one series, with what the best source of it says, in its words.

    Values are in the base unit, shares and growth are fractions; `low` and `high` bound what that source claims, None
    where it sets no bound. `document` is an id, `[start, end)` the figure in its text, `times` how often it is said.
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
    period: str | None
    status: str
    value: float
    low: float | None
    high: float | None
    comparator: str
    disputed: bool
    times: int
    document: str
    start: int
    end: int
    quote: str
    cited: str | None
    vintage: date | None
    rank: int


COLUMNS = {
    **{name: f"s.{name}" for name in Observed.__dataclass_fields__},
    **{name: f"o.{name}" for name in ("period", "status", "value", "comparator", "disputed", "times")},
    **{bound: f"CASE WHEN isfinite(o.{bound}) THEN o.{bound} END" for bound in ("low", "high")},
    **{name: f'a."{name}"' for name in ("document", "start", "end", "quote", "cited", "vintage", "rank")},
}
"""Where each field of `Observed` stands in the ledger."""

_FOUND = """
    FROM observations o JOIN series s USING (series)
    JOIN assertions a ON a.series = o.series AND a.observation = o.observation AND a.assertion = 0
"""


def find_observations(
    ledger: Ledger,
    *,
    since: str | None = None,
    until: str | None = None,
    sort: str | None = None,
    limit: int,
    offset: int = 0,
    **wanted: str | bool | None,
) -> Part[Observed]:
    """A slice of the points whose fields are as `wanted`, in order of series and period.

    `since` and `until` are periods: the beginning of a point's period lies between theirs, both taken in whole.
    `sort` is a field to go by first, with `-` before it from the greatest down. Raises KeyError where there is none.
    """
    conditions = {f"{COLUMNS[name]} = ?": value for name, value in wanted.items() if value is not None}
    if since is not None:
        conditions["o.period >= ?"] = since
    if until is not None:
        conditions["o.period < ? || '~'"] = until  # `~` comes after every character of a period
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    order = "s.series, o.observation"
    if sort is not None:
        down = "DESC" if sort.startswith("-") else "ASC"
        order = f"{COLUMNS[sort.removeprefix('-')]} {down} NULLS LAST, {order}"
    values = list(conditions.values())
    total = next(ledger.each_row(f"SELECT count(*) {_FOUND} {where}", values))[0]
    fields = ", ".join(COLUMNS[name] for name in Observed.__dataclass_fields__)
    rows = ledger.each_row(
        f"SELECT {fields} {_FOUND} {where} ORDER BY {order} LIMIT {int(limit)} OFFSET {int(offset)}",
        values,
    )
    return Part(total, tuple(Observed(*row) for row in rows))
