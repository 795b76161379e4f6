"""Figures of cities held against those of the province that they lie in: all of them come to it within rounding, some to no more.

The province's figure may stand in another pack than its cities'. Compared are first prints that came out within half a year of each
other; accounts after a census are left to each other. What is known not to hold is a row of `exceptions.csv` (check `cities`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from yanchao.interval import exactly
from yanchao.lexicon.bundled import BUNDLED
from yanchao.lexicon.checks import Problem
from yanchao.lexicon.checks.references import RATES, Table
from yanchao.lexicon.entries import Reference, ReferenceException, Region
from yanchao.lexicon.shelf import FILE
from yanchao.lexicon.tables import read_table

APART = 200
"""Days at most between the first prints of a province and of its cities: January's account and the communiqués of the spring."""


def check(folder: Path) -> Iterator[Problem]:
    """What is wrong with the cities' figures of a pack. A pack without any is right.

    Raises:
        PackError: where one of its tables cannot be read.
    """
    rows = read_table(folder / FILE, Reference)
    provinces = (
        rows if folder == BUNDLED / "china" else (*rows, *read_table(BUNDLED / "china" / FILE, Reference))
    )
    exceptions = read_table(folder / "exceptions.csv", ReferenceException)
    yield from sums(rows, provinces, Table(rows, exceptions, (), folder / FILE))


def sums(cities: Iterable[Reference], provinces: Iterable[Reference], table: Table) -> Iterator[Problem]:
    """Cities that come to more than their province, or all of them to less."""
    together: defaultdict[tuple[str, str | None, str | None, str, str, str], dict[str, Reference]] = (
        defaultdict(dict)
    )
    for row in cities:
        parent = _provinces_of_cities().get(row.region)
        if parent is not None and row.measure not in RATES and row.edition is None:
            together[row.measure, row.subject, row.cluster, row.unit, row.period, parent][row.region] = row
    for (*thing, period, parent), found in together.items():
        for whole in provinces:
            if (whole.measure, whole.subject, whole.cluster, whole.unit) != tuple(thing):
                continue
            if (whole.region, whole.period, whole.edition) != (parent, period, None):
                continue
            near = {code: row for code, row in found.items() if _days_apart(row, whole) <= APART}
            total = sum((row.interval for row in near.values()), exactly(0.0))
            slack = table.allowance("cities", whole) or 0.0
            is_all = set(near) == _cities()[parent]
            if total.low > whole.interval.high * (1 + slack) or (
                is_all and total.high < whole.interval.low * (1 - slack)
            ):
                said = f"{len(near)} cities come to {total.low:.8g} to {total.high:.8g}, the province to {whole.value}"
                name = " ".join(part for part in (*thing[:3], parent, period) if part)
                yield Problem(f"{table.path}, {name}", said)


def _days_apart(one: Reference, other: Reference) -> int:
    if one.vintage is None or other.vintage is None:
        return 0
    return abs((one.vintage - other.vintage).days)


@cache
def _provinces_of_cities() -> Mapping[str, str]:
    """The province of each prefecture-level division."""
    listed = read_table(BUNDLED / "china" / "regions.csv", Region)
    return {region.code: region.parent for region in listed if region.level == "prefecture" and region.parent}


@cache
def _cities() -> Mapping[str, frozenset[str]]:
    """All prefecture-level divisions of each province."""
    of = _provinces_of_cities()
    return {parent: frozenset(code for code in of if of[code] == parent) for parent in set(of.values())}
