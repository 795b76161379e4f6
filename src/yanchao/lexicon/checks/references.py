"""Reference figures held against each other: sums, parts, growth, ratios, gaps, duplicates, magnitudes, sources.

A figure is the interval of its printed digits. Two editions of a figure (the first print, the accounts after a
census) are both right: figures are compared within one vintage, and with the nation's vintage that is nearest. What
is known not to hold, or not to be there, is a row of `exceptions.csv` with its reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import TypeVar

from yanchao.interval import Interval, exactly
from yanchao.lexicon.bundled import BUNDLED
from yanchao.lexicon.checks import Problem
from yanchao.lexicon.entries import Reference, ReferenceException, Region, Source
from yanchao.lexicon.shelf import FILE
from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass

Key = TypeVar("Key", bound=Hashable)

NATION = "156"
SECTORS = ("第一产业", "第二产业", "第三产业")
OTHERS = ("71", "81", "82")
"""Taiwan, Hong Kong and Macao, which publish their own."""

RATES = frozenset({"growth", "share", "rd-intensity", "gdp-per-capita", "margin", "urbanisation"})
"""Measures that do not add up over regions."""

REGIONS_NEARLY_ALL = 25
"""From this many provinces on, a table is taken to mean all 31, and those missing want a reason."""

PRICES = Interval(0.85, 1.25)
"""What one year's prices may do to a level: widest where coal and oil are mined (2021: +19%). Growth is published on a
comparable base, so it binds the growth of levels no closer than this."""

HEADCOUNT = Interval(0.97, 1.03)
"""GDP per head is over the mean population, as it was known then; population is of the year's end."""

AS_THEN_KNOWN = Interval(0.97, 1.03)
"""A published intensity is over GDP as it was known that day, which need be none of the pack's editions."""

NEIGHBOURS = Interval(1 / 3, 3.0)
"""By how much a level may differ from the year before it."""


@dataclass(frozen=True, slots=True)
class Table:
    """The reference figures of one pack, and what the pack says of them."""

    rows: tuple[Reference, ...]
    exceptions: tuple[ReferenceException, ...]
    sources: tuple[Source, ...]
    path: Path

    def allowance(self, check: str, row: Reference) -> float | None:
        """How far, as a part of the value, a check may fail here by an exception; None where there is none."""
        found = [
            float(exception.allowance or 0)
            for exception in self.exceptions
            if exception.check == check
            and exception.measure == row.measure
            and exception.subject in (None, row.subject)
            and exception.region in (None, row.region)
            and exception.period in (None, row.period)
        ]
        return max(found) if found else None


def check(folder: Path) -> Iterator[Problem]:
    """What is wrong with the reference figures of a pack. A pack without any is right.

    Raises:
        PackError: where one of its tables cannot be read.
    """
    table = Table(
        read_table(folder / FILE, Reference),
        read_table(folder / "exceptions.csv", ReferenceException),
        read_table(folder / "sources.csv", Source),
        folder / FILE,
    )
    for test in (unsourced, duplicates, jumps, sums, parts, growth, per_head, intensity, gaps):
        yield from test(table)


def unsourced(table: Table) -> Iterator[Problem]:
    """Figures without a day, older than their period, or of a source that `sources.csv` does not know."""
    known: dict[str, bool] = {}
    for row in table.rows:
        if row.vintage is None:
            yield _problem(table, row, "has no vintage")
        elif row.vintage.year < int(row.period[:4]):
            yield _problem(table, row, f"was published on {row.vintage}, before its period")
        if table.sources and row.source not in known:
            known[row.source] = any(fnmatchcase(row.source, source.source) for source in table.sources)
            if not known[row.source]:
                yield _problem(table, row, f"the source {row.source!r} is not in sources.csv")


def duplicates(table: Table) -> Iterator[Problem]:
    """Two figures of one thing published on one day."""
    seen: set[tuple[object, ...]] = set()
    for row in table.rows:
        key = (*_thing(row), row.region, row.period, row.vintage)
        if key in seen:
            yield _problem(table, row, f"stands twice with vintage {row.vintage}")
        seen.add(key)


def jumps(table: Table) -> Iterator[Problem]:
    """Levels out of all magnitude against the year before."""
    for rows in _by(table.rows, lambda row: (*_thing(row), row.region)).values():
        if rows[0].measure in RATES:
            continue
        years = _by((row for row in rows if _is_year(row)), lambda row: int(row.period))
        for row in (row for year in sorted(years) for row in years[year]):
            before = years.get(int(row.period) - 1)
            if before and table.allowance("jump", row) is None:
                earlier = _nearest(before, row.vintage)
                if not (row.interval / earlier.interval).meets(NEIGHBOURS):
                    yield _problem(
                        table, row, f"{row.value} is out of all magnitude: {earlier.value} the year before"
                    )


def sums(table: Table) -> Iterator[Problem]:
    """Provinces that do not add up to the nation: 31 of them within rounding and the allowance, fewer to no more."""
    for rows in _by(table.rows, lambda row: (*_thing(row), row.period)).values():
        nation = [row for row in rows if row.region == NATION]
        if rows[0].measure in RATES or not nation:
            continue
        of_provinces = [row for row in rows if row.region in provinces()]
        for edition in _by(of_provinces, lambda row: row.vintage).values():
            by_region = {row.region: row for row in edition}
            whole = _nearest(nation, edition[0].vintage)
            total = sum((row.interval for row in by_region.values()), exactly(0.0))
            slack = table.allowance("sum", whole) or 0.0
            bounds = whole.interval * Interval(1 - slack, 1 + slack)
            complete = len(by_region) == len(provinces())
            if total.low > bounds.high or (complete and total.high < bounds.low):
                said = f"{len(by_region)} provinces add up to {total.low:.6g} to {total.high:.6g}"
                yield _problem(table, whole, f"{said}, the nation is {whole.value}")


def parts(table: Table) -> Iterator[Problem]:
    """Three sectors that are not the product, industry above its sector, a province above the nation."""
    of = _by(table.rows, lambda row: (row.region, row.period, row.vintage))
    for rows in of.values():
        gdp = _one(rows, "gdp")
        sectors = [row for name in SECTORS if (row := _one(rows, "value-added", name))]
        industry = _one(rows, "industrial-value-added")
        if gdp and len(sectors) == len(SECTORS) and table.allowance("parts", gdp) is None:
            total = sum((row.interval for row in sectors), exactly(0.0))
            if not total.meets(gdp.interval):
                yield _problem(table, gdp, f"{gdp.value}, but its three sectors add up to {total.low:.6g}")
        if industry and len(sectors) == len(SECTORS) and industry.interval.low > sectors[1].interval.high:
            yield _problem(
                table, industry, f"{industry.value} is above the secondary sector, {sectors[1].value}"
            )


def growth(table: Table) -> Iterator[Problem]:
    """Growth of GDP that no change of prices can bring together with the levels of the same vintage."""
    levels = _by(
        (row for row in table.rows if row.measure == "gdp"), lambda row: (row.region, row.period, row.vintage)
    )
    for row in table.rows:
        if row.measure != "growth" or row.subject != "地区生产总值" or not _is_year(row):
            continue
        now = levels.get((row.region, row.period, row.vintage))
        before = levels.get((row.region, str(int(row.period) - 1), row.vintage))
        if now and before and table.allowance("growth", row) is None:
            real = exactly(1.0) + row.interval
            if not (now[0].interval / before[0].interval / real).meets(PRICES):
                yield _problem(
                    table, row, f"{row.value} does not go with {before[0].value} and then {now[0].value}"
                )


def per_head(table: Table) -> Iterator[Problem]:
    """GDP per head that is not GDP over the mean population."""
    yield from _quotient(table, "gdp-per-capita", "gdp", "population", HEADCOUNT)


def intensity(table: Table) -> Iterator[Problem]:
    """R&D intensity that is not R&D spending over GDP."""
    yield from _quotient(table, "rd-intensity", "rd-spending", "gdp", AS_THEN_KNOWN)


def gaps(table: Table) -> Iterator[Problem]:
    """Years missing inside a run, and provinces missing where nearly all are there."""
    yearly = [row for row in table.rows if _is_year(row) and row.cluster is None]
    for rows in _by(yearly, _thing).values():
        regions = _by(rows, lambda row: row.region)
        for found in regions.values():
            years = sorted({int(row.period) for row in found})
            for year in range(years[0], years[-1]):
                if year not in years:
                    yield from _gap(table, found[0], str(year), "the years around it are there")
        for period, there in _by(rows, lambda row: row.period).items():
            there_are = {row.region for row in there} & provinces()
            if REGIONS_NEARLY_ALL <= len(there_are) < len(provinces()):
                for region in sorted(provinces() - there_are):
                    example = _replaced(there[0], region)
                    yield from _gap(table, example, period, f"{len(there_are)} provinces are there")


@cache
def provinces() -> frozenset[str]:
    """The codes of the 31 provinces whose figures the National Bureau publishes: all but those under another administration."""
    listed = read_table(BUNDLED / "china" / "regions.csv", Region)
    return frozenset(
        region.code for region in listed if region.level == "province" and not region.code.startswith(OTHERS)
    )


def _quotient(table: Table, ratio: str, above: str, below: str, slack: Interval) -> Iterator[Problem]:
    """A ratio that no edition of its denominator gives."""

    def rows(measure: str) -> dict[tuple[str, str], list[Reference]]:
        return _by(
            (row for row in table.rows if row.measure == measure and not row.subject and not row.cluster),
            lambda row: (row.region, row.period),
        )

    tops, bottoms = rows(above), rows(below)
    for key, found in rows(ratio).items():
        for row in found:
            if key in tops and key in bottoms and table.allowance(ratio, row) is None:
                top = _nearest(tops[key], row.vintage)
                over = [(bottom, top.interval / bottom.interval) for bottom in bottoms[key]]
                if not any(implied.meets(row.interval * slack) for _, implied in over):
                    bottom, implied = over[0]
                    said = f"{row.value}, but {top.value} over {bottom.value} is {implied.low:.4g}"
                    yield _problem(table, row, said)


def _gap(table: Table, example: Reference, period: str, why: str) -> Iterator[Problem]:
    missing = _replaced(example, example.region, period)
    if table.allowance("gap", missing) is None:
        yield _problem(table, missing, f"is missing, though {why}; add it, or say why not in exceptions.csv")


def _replaced(row: Reference, region: str, period: str | None = None) -> Reference:
    return Reference(
        row.measure, row.subject, row.cluster, region, period or row.period,
        row.value, row.unit, row.source, row.url, row.vintage,
    )  # fmt: skip


def _problem(table: Table, row: Reference, what: str) -> Problem:
    thing = " ".join(part for part in (row.measure, row.subject, row.cluster, row.region, row.period) if part)
    return Problem(f"{table.path}, {thing}", what)


def _thing(row: Reference) -> tuple[str, str | None, str | None, str]:
    return row.measure, row.subject, row.cluster, row.unit


def _is_year(row: Reference) -> bool:
    return len(row.period) == 4 and row.period.isdigit()


def _one(rows: Iterable[Reference], measure: str, subject: str | None = None) -> Reference | None:
    wanted = (measure, subject, None)
    return next((row for row in rows if (row.measure, row.subject, row.cluster) == wanted), None)


def _nearest(rows: Sequence[Reference], vintage: date | None) -> Reference:
    """Of several editions, the one published nearest to a day."""
    day = (vintage or date.max).toordinal()
    return min(rows, key=lambda row: abs((row.vintage or date.max).toordinal() - day))


def _by(rows: Iterable[Reference], key: Callable[[Reference], Key]) -> dict[Key, list[Reference]]:
    found: defaultdict[Key, list[Reference]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found
