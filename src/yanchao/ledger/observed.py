"""The points of all series as one flat list, each with its best source's word: filtered, sorted, a slice at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

from yanchao.ledger.ledger import Ledger, Part
from yanchao.ledger.sql import finite
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


SAID = ("document", "start", "end", "quote", "cited", "vintage", "rank")
"""The fields that the best source's assertion gives; the others are of the point and its series."""

COLUMNS = {
    **{name: f"s.{name}" for name in Observed.__dataclass_fields__ if name not in SAID},
    **{name: f"o.{name}" for name in ("period", "status", "value", "comparator", "disputed", "times")},
    **{bound: finite(f"o.{bound}") for bound in ("low", "high")},
}
"""Where the other fields stand in the ledger."""

_FOUND = "FROM observations o JOIN series s USING (series)"


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
    `sort` is a field to go by first, with `-` before it from the greatest down; what a source says is no such field.
    Raises KeyError where there is none.
    """
    conditions = {f"{COLUMNS[name]} = ?": value for name, value in wanted.items() if value is not None}
    if since is not None:
        conditions["o.period >= ?"] = since
    if until is not None:
        conditions["o.period < ? || '~'"] = until  # `~` comes after every character of a period
    chosen = f"{_FOUND} WHERE {' AND '.join(conditions)}" if conditions else _FOUND
    order = "s.series, o.observation"
    if sort is not None:
        down = "DESC" if sort.startswith("-") else "ASC"
        order = f"{COLUMNS[sort.removeprefix('-')]} {down} NULLS LAST, {order}"
    values = list(conditions.values())
    fields = ", ".join(("o.observation", *COLUMNS.values()))
    rows = list(
        ledger.each_row(
            f"SELECT {fields} {chosen} ORDER BY {order} LIMIT {int(limit)} OFFSET {int(offset)}",
            values,
        )
    )
    said = _said(ledger, sorted({row[1] for row in rows}))
    found = tuple(Observed(*row[1:], *said[row[1], row[0]]) for row in rows)
    return Part(ledger.total(chosen, values, len(found), limit, offset), found)


def _said(ledger: Ledger, series: list[str]) -> dict[tuple[str, int], tuple[Any, ...]]:
    """What the best source says of each point of these series; asked apart, since only a page of points is wanted."""
    if not series:
        return {}
    fields = ", ".join(f'"{name}"' for name in SAID)
    these = ", ".join("?" * len(series))
    rows = ledger.each_row(
        f"SELECT series, observation, {fields} FROM assertions WHERE assertion = 0 AND series IN ({these})",  # noqa: S608
        series,
    )
    return {(row[0], row[1]): row[2:] for row in rows}
