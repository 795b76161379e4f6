"""How an industry is spread over places: worked out from the packs' figures and from those of the documents.

A result compares figures of one edition only. The packs say of a figure which edition it is where it is not the first
print (`editions.csv`), and so does the name of its source here; first prints of two places are of one
edition where they came out within a year and a half, those of two years never are. The documents' figures are held against
each other, never against the packs'. It is told for places that the ledger speaks of, and for the home of the packs; each has its formula with
the numbers, the interval that the printed figures leave open, and its sources. What would need a figure that is not there
is not told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from yanchao.clusters.measures import (
    growth_contribution,
    herfindahl,
    location_quotient,
    share,
    shift_share,
)
from yanchao.clusters.wording import figure
from yanchao.interval import Interval, exactly
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.periods import is_point, year
from yanchao.lexicon.lexicon import Lexicon
from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass

APART = 500
"""Days at most between the vintages of two places' first prints: a vintage may be the day on which a table was taken."""

SAME = 31
"""Days at most between the vintages of two years' figures that are no revision: one table that has both."""

WHOLE = Interval(0.98, 1.02)
"""What the parts of a whole may add up to, as a part of it, for its concentration to be told from them."""

LEAST_PARTS = 3


class Indicator(StrEnum):
    """What a result says of an industry in a place."""

    SHARE = "share"
    QUOTIENT = "location-quotient"
    CONCENTRATION = "herfindahl"
    CONTRIBUTION = "growth-contribution"
    SHIFT_WIDER = "shift-share-wider"
    SHIFT_MIX = "shift-share-mix"
    SHIFT_LOCAL = "shift-share-local"


@dataclass(frozen=True, slots=True)
class Thing:
    """What is measured, wherever: a measure, of a cluster or of a subject's own words, or of the whole place."""

    measure: str
    subject: str
    cluster: str | None
    unit: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of a place and year.

    `edition` names the revision that it is of, empty for a first print; `vintage` is None where it names none or is a document's.
    """

    value: float
    interval: Interval
    edition: str
    vintage: date | None
    source: str

    def apart(self, other: Entry) -> int | None:
        """How many days two figures of one edition came out apart; None where they are of two."""
        if self.edition != other.edition or (self.vintage is None) != (other.vintage is None):
            return None
        if self.vintage is None or other.vintage is None:
            return 0
        return abs((self.vintage - other.vintage).days)


@dataclass(frozen=True, slots=True)
class Result:
    """One result. `within` is the wider area; `period` a year, or two for what compares them; `unit` is 1 for a ratio."""

    indicator: Indicator
    thing: Thing
    region: str
    within: str
    period: str
    value: float
    low: float
    high: float
    unit: str
    formula: str
    sources: tuple[str, ...]


Table = Mapping[tuple[str, int], list[Entry]]
"""The figures of one thing by place and year, the best of several first."""


def concentration(ledger: Ledger, lexicon: Lexicon) -> Iterator[Result]:
    """The results for every place that the ledger speaks of, in the order of things, places and years."""
    named = {region for (region,) in ledger.each_row("SELECT DISTINCT region FROM series")}
    shown = {region for region in named if region in lexicon.regions} | {lexicon.home or ""}
    for tables in (_of_packs(lexicon), _of_documents(ledger, lexicon)):
        yield from results(tables, shown, lexicon)


def results(tables: Mapping[Thing, Table], shown: set[str], lexicon: Lexicon) -> Iterator[Result]:
    """What these figures give for the places `shown`."""
    for thing in sorted(tables, key=lambda each: (each.measure, each.cluster or "", each.subject, each.unit)):
        table = tables[thing]
        total = _total_of(thing, tables)
        years, parts = _told(table, lexicon)
        for region, its_year in sorted(table):
            if region in shown:
                for within in lexicon.around(region):
                    yield from _of_a_year(thing, table, total, region, within, its_year)
                    yield from _since(thing, table, total, region, within, its_year, years[region])
            yield from _over_parts(thing, table, region, its_year, parts.get((region, its_year), ()))


def _told(
    table: Table, lexicon: Lexicon
) -> tuple[Mapping[str, list[int]], Mapping[tuple[str | None, int], list[str]]]:
    """Of which years there are figures of each place, and of which places within each place and year."""
    years: dict[str, list[int]] = defaultdict(list)
    parts: dict[tuple[str | None, int], list[str]] = defaultdict(list)
    for region, its_year in table:
        years[region].append(its_year)
        parts[lexicon.regions[region].parent, its_year].append(region)
    return years, parts


@dataclass(frozen=True, slots=True)
class TotalLine:
    """A line of `concentrated.csv`."""

    measure: str
    total: str | None


@cache
def _totals() -> Mapping[str, str | None]:
    lines = read_table(Path(__file__).with_name("concentrated.csv"), TotalLine)
    return {line.measure: line.total for line in lines}


def _total_of(thing: Thing, tables: Mapping[Thing, Table]) -> Table | None:
    total = _totals().get(thing.measure)
    return tables.get(Thing(total, "", None, thing.unit)) if total else None


def _of_a_year(
    thing: Thing, table: Table, total: Table | None, region: str, within: str, its_year: int
) -> Iterator[Result]:
    """Share and location quotient."""
    local = table[region, its_year][0]
    wider = _near(table, within, its_year, local)
    if wider is None or wider.value <= 0:
        return
    one, other = (figure(each.value, thing.unit).zh for each in (local, wider))
    yield _result(
        Indicator.SHARE, thing, region, within, str(its_year),
        share(exactly(local.value), exactly(wider.value)), share(local.interval, wider.interval),
        "1", f"{one}/{other}", (local, wider),
    )  # fmt: skip
    if total is None:
        return
    local_total = _near(total, region, its_year, local)
    wider_total = _near(total, within, its_year, wider)
    if local_total is None or wider_total is None or min(local_total.value, wider_total.value) <= 0:
        return
    used = (local, local_total, wider, wider_total)
    a, b, c, d = (figure(each.value, thing.unit).zh for each in used)
    yield _result(
        Indicator.QUOTIENT, thing, region, within, str(its_year),
        location_quotient(*(exactly(each.value) for each in used)),
        location_quotient(*(each.interval for each in used)), "1", f"({a}/{b})/({c}/{d})", used,
    )  # fmt: skip


def _since(
    thing: Thing,
    table: Table,
    total: Table | None,
    region: str,
    within: str,
    its_year: int,
    told: Iterable[int],
) -> Iterator[Result]:
    """What came since the year before (growth contribution), and since the first year `told` of the edition (shift-share).

    Only figures of one edition are compared over years: growth across two of them would be that of the revision.
    """
    after = table[region, its_year][0]
    wider_after = _near(table, within, its_year, after)
    if wider_after is None:
        return
    before = _near(table, region, its_year - 1, after, SAME)
    wider_before = _near(table, within, its_year - 1, wider_after, SAME)
    if before is not None and wider_before is not None and wider_before.value > 0:
        used = (before, after, wider_before)
        a, b, c = (figure(each.value, thing.unit).zh for each in used)
        yield _result(
            Indicator.CONTRIBUTION, thing, region, within, f"{its_year - 1}/{its_year}",
            growth_contribution(*(exactly(each.value) for each in used)),
            growth_contribution(*(each.interval for each in used)), "1", f"({b}-{a})/{c}", used,
        )  # fmt: skip
    years = [each for each in told if _near(table, region, each, after, SAME) is not None]
    first = min(years)
    total_after = _near(total, within, its_year, wider_after) if total is not None else None
    if total is None or total_after is None or its_year != max(years) or first == its_year:
        return
    entries = (
        _near(table, region, first, after, SAME), after,
        _near(table, within, first, wider_after, SAME), wider_after,
        _near(total, within, first, total_after, SAME), total_after,
    )  # fmt: skip
    known = [entry for entry in entries if entry is not None and entry.value > 0]
    if len(known) < len(entries):
        return
    value = _shifts([exactly(entry.value) for entry in known])
    open_to = _shifts([entry.interval for entry in known])
    words = [figure(entry.value, thing.unit).zh for entry in known]
    formulas = (
        f"{words[0]}*({words[5]}/{words[4]}-1)",
        f"{words[0]}*({words[3]}/{words[2]}-{words[5]}/{words[4]})",
        f"{words[1]}-{words[0]}*{words[3]}/{words[2]}",
    )
    shifts = (Indicator.SHIFT_WIDER, Indicator.SHIFT_MIX, Indicator.SHIFT_LOCAL)
    for indicator, middle, bounds, formula in zip(shifts, value, open_to, formulas, strict=True):
        period = f"{first}/{its_year}"
        yield _result(
            indicator, thing, region, within, period, middle, bounds, thing.unit, formula, tuple(known)
        )


def _shifts(of: list[Interval]) -> tuple[Interval, Interval, Interval]:
    found = shift_share(of[0], of[1], (of[2], of[3]), (of[4], of[5]))
    return found.wider, found.mix, found.local


def _over_parts(
    thing: Thing, table: Table, region: str, its_year: int, parts_told: Iterable[str]
) -> Iterator[Result]:
    """The concentration over the places that a place falls into, where all of them have a figure: they add up to its own."""
    whole = table[region, its_year][0]
    found = {
        code: entry
        for code in parts_told
        for entry in (_near(table, code, its_year, whole),)
        if entry is not None and entry.value >= 0
    }
    total = sum(entry.value for entry in found.values())
    if len(found) < LEAST_PARTS or whole.value <= 0 or not WHOLE.contains(total / whole.value):
        return
    parts = [found[code] for code in sorted(found)]
    yield _result(
        Indicator.CONCENTRATION, thing, region, region, str(its_year),
        herfindahl([exactly(part.value) for part in parts]), herfindahl([part.interval for part in parts]),
        "1", f"sum of {len(parts)} squared shares", (whole, *parts),
    )  # fmt: skip


def _near(table: Table, region: str, its_year: int, other: Entry, apart: int = APART) -> Entry | None:
    """The figure of a place and year that is of one edition with another, the nearest in time; None where there is none.

    Where the edition has no name, at most so many days `apart`.
    """
    told = table.get((region, its_year))
    if told is None:
        return None
    of_one = [
        (days, number, entry)
        for number, entry in enumerate(told)
        if (days := entry.apart(other)) is not None and (other.edition or days <= apart)
    ]
    return min(of_one)[2] if of_one else None


def _result(
    indicator: Indicator, thing: Thing, region: str, within: str, period: str, value: Interval,
    bounds: Interval, unit: str, formula: str, used: Iterable[Entry],
) -> Result:  # fmt: skip
    return Result(
        indicator, thing, region, within, period, value.low, min(bounds.low, value.low),
        max(bounds.high, value.low), unit, formula, tuple(dict.fromkeys(entry.source for entry in used)),
    )  # fmt: skip


def _of_packs(lexicon: Lexicon) -> Mapping[Thing, Table]:
    """The packs' figures of whole years, the latest edition first."""
    found: dict[Thing, dict[tuple[str, int], list[Entry]]] = {}
    for measure in _totals():
        for row in lexicon.published.of(measure):
            its_year = year(row.period)
            if its_year is None or not is_point(row.period):
                continue
            thing = Thing(row.measure, row.subject or "", row.cluster, row.unit)
            source, _ = lexicon.source_names(row)
            source = source if row.url is None else f"{source} {row.url}"
            entry = Entry(float(row.value), row.interval, row.edition or "", row.vintage, source)
            found.setdefault(thing, {}).setdefault((row.region, its_year), []).append(entry)
    for table in found.values():
        for entries in table.values():
            entries.sort(key=lambda entry: entry.vintage or date.min, reverse=True)
    return found


_STATED = """
    SELECT s.series, s.measure, s.subject, s.region, s.cluster, s.unit, o.period, o.value, o.low, o.high, a.document, a.start
    FROM series s JOIN observations o USING (series) JOIN assertions a USING (series, observation)
    WHERE s.measure IN (SELECT unnest(?::VARCHAR[])) AND s.kind = 'level' AND s.region IS NOT NULL AND len(s.qualifiers) = 0
        AND o.status = 'actual' AND o.comparator = '=' AND NOT o.disputed AND a.assertion = 0
    ORDER BY s.series, o.observation
"""
"""Plain figures on record: a bound, an approximate figure and one that sources dispute are no part of a share."""


def _of_documents(ledger: Ledger, lexicon: Lexicon) -> Mapping[Thing, Table]:
    """The documents' figures of whole years, without those that the audit holds to be wrong."""
    doubted = ledger.doubted()
    found: dict[Thing, dict[tuple[str, int], list[Entry]]] = {}
    for (
        id,
        measure,
        subject,
        region,
        cluster,
        unit,
        period,
        value,
        low,
        high,
        document,
        start,
    ) in ledger.each_row(_STATED, [list(_totals())]):
        its_year = year(period)
        if its_year is None or not is_point(period) or region not in lexicon.regions:
            continue
        if (document, start) in doubted:
            continue
        thing = Thing(measure, "" if subject in (region, cluster) else subject, cluster, unit)
        entry = Entry(value, Interval(low, high), "", None, f"series {id}")
        found.setdefault(thing, {}).setdefault((region, its_year), []).append(entry)
    return found
