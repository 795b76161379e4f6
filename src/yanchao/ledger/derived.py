"""Figures that follow from two others: growth from two levels, share from part and whole, level from the one before and growth.

A derived figure is nobody's word. It stands in a table of its own with its formula, its interval and its two inputs, decides
nothing, and is never an input itself. Where an input is disputed, or the audit holds it to be wrong, the figure says so.

Growth worked out from money is nominal, and has `current-prices` among its qualifiers: it never meets the real growth that
offices publish. For the same reason no level is worked out from the growth of what is published at constant prices or on a
changed set (地区生产总值, 增加值, 规模以上). Only figures of whole years that were reached are inputs, no targets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from yanchao.audit.rules.inconsistent_growth import NOMINAL
from yanchao.interval import Interval, exactly
from yanchao.ledger.keys import name, name_en, series_id
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.members import MEMBER
from yanchao.ledger.series import SeriesKey, of_parts, parts_of
from yanchao.lexicon.lexicon import Lexicon
from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass, replace
from yanchao.statements.statement import Kind, Status

GROWTH, AVERAGE, SHARE, LEVEL = "growth", "average", "share", "level"
AT_THE_TIMES_PRICES = "current-prices"
DISPUTED, DOUBTED = "disputed", "doubted"

NOT_YEARLY = frozenset({"annual-average", "cumulative", "month-on-month", "since-start"})
"""Qualifiers of figures that are not of one year."""

ON_ANOTHER_FOOTING = frozenset({"above-scale", "constant-prices"})
"""Qualifiers of growth that is not that of the printed levels."""

POINTS = """
    SELECT s.series, s.measure, s.subject, s.region, s.cluster, s.kind, s.unit, s.base, s.qualifiers,
        o.observation, o.period, o.status, o.value, o.low, o.high, o.disputed, a.document, a.start
    FROM series s JOIN observations o USING (series)
    JOIN assertions a ON a.series = o.series AND a.observation = o.observation AND a.assertion = 0
    WHERE s.measure NOT IN (SELECT unnest(?::VARCHAR[])) AND s.kind IN ('level', 'growth') AND o.status IN ('actual', 'estimate') AND length(o.period) = 4
    ORDER BY s.measure, s.series, o.observation
"""


@dataclass(frozen=True, slots=True)
class Formula:
    """A line of `derived.csv`."""

    formula: str
    written: str
    first: str
    second: str
    first_en: str
    second_en: str
    meaning: str
    meaning_en: str


@dataclass(frozen=True, slots=True)
class Known:
    """A point that somebody printed: its series and number there, what it says, and why it is doubted, if it is."""

    series: str
    number: int
    key: SeriesKey
    year: int
    status: Status
    value: float
    bounds: Interval
    doubts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure that follows from two points. `key` is what it would be a point of; `bounds` is all that the inputs allow."""

    key: SeriesKey
    period: str
    status: Status
    value: float
    bounds: Interval
    formula: str
    inputs: tuple[Known, Known]

    @property
    def doubts(self) -> frozenset[str]:
        return self.inputs[0].doubts | self.inputs[1].doubts


Years = dict[int, Known]


def derive(ledger: Ledger, lexicon: Lexicon, leaving_out: Collection[str] = frozenset()) -> Iterator[Derived]:
    """What follows from the figures of a ledger, measure by measure, without those of the measures left out."""
    doubted = ledger.doubted()
    known = (_known(row, doubted) for row in ledger.each_row(POINTS, [list(leaving_out)]))
    for _, points in groupby(known, key=lambda point: point.key.measure):
        yield from of_measure(points, lexicon)


def of_measure(points: Iterable[Known], lexicon: Lexicon) -> Iterator[Derived]:
    """What follows from the points of one measure; of two ways to one point (exports in yuan and in dollars) the closer one."""
    found: dict[tuple[SeriesKey, str], Derived] = {}
    for one in _every_way(points, lexicon):
        known = found.get((one.key, one.period))
        if known is None or _width(one) < _width(known):
            found[one.key, one.period] = one
    yield from found.values()


def _width(derived: Derived) -> float:
    return derived.bounds.high - derived.bounds.low


def _every_way(points: Iterable[Known], lexicon: Lexicon) -> Iterator[Derived]:
    series: dict[SeriesKey, Years] = defaultdict(dict)
    for point in points:
        before = series[point.key].get(point.year)
        if before is None or (before.status, point.status) == (Status.ESTIMATE, Status.ACTUAL):
            series[point.key][point.year] = point
    money = frozenset(unit.unit for unit in lexicon.units.values() if unit.dimension == "money")
    levels: dict[SeriesKey, list[SeriesKey]] = defaultdict(list)
    for key in series:
        if key.kind is Kind.LEVEL:
            levels[replace(key, kind=Kind.GROWTH, unit="1")].append(key)
    for key, years in series.items():
        if NOT_YEARLY & set(key.qualifiers):
            continue
        if key.kind is Kind.LEVEL:
            yield from _growth(key, years, lexicon, money)
            yield from _shares(key, years, series, lexicon)
        elif _is_of_the_levels(key):
            for level in levels[key]:
                yield from _levels(level, series[level], years, lexicon)


def row(derived: Derived, lexicon: Lexicon) -> tuple[Any, ...]:
    """A derived figure as a row of the table `derived`."""
    key, (first, second) = derived.key, derived.inputs
    return (
        series_id(key, lexicon),
        derived.period,
        name(key, lexicon),
        name_en(key, lexicon),
        *parts_of(key),
        str(derived.status),
        derived.value,
        derived.bounds.low,
        derived.bounds.high,
        derived.formula,
        formulas()[derived.formula].written,
        AT_THE_TIMES_PRICES in key.qualifiers,
        sorted(derived.doubts),
        first.series,
        first.number,
        second.series,
        second.number,
    )


@cache
def formulas() -> dict[str, Formula]:
    """The formulas by their words."""
    return {line.formula: line for line in read_table(Path(__file__).with_name("derived.csv"), Formula)}


def _growth(key: SeriesKey, years: Years, lexicon: Lexicon, money: frozenset[str]) -> Iterator[Derived]:
    """Growth from one known year to the next: second / first − 1, a year's average where years lie between."""
    if not _is_amount(key, lexicon):
        return
    is_nominal = key.unit.partition("/")[0] in money and "constant-prices" not in key.qualifiers
    own = {*key.qualifiers, AT_THE_TIMES_PRICES} if is_nominal else set(key.qualifiers)
    for one, other in pairwise(sorted(years)):
        first, last, between = years[one], years[other], other - one
        if first.bounds.low <= 0 or last.bounds.low <= 0:
            continue
        ratio = last.bounds / first.bounds
        bounds = Interval(ratio.low ** (1 / between), ratio.high ** (1 / between)) - exactly(1.0)
        value = (last.value / first.value) ** (1 / between) - 1
        qualifiers = own if between == 1 else own | {"annual-average"}
        grown = replace(key, kind=Kind.GROWTH, unit="1", qualifiers=tuple(sorted(qualifiers)))
        period = str(other) if between == 1 else f"{one + 1}/{other}"
        yield _derived(grown, period, value, bounds, GROWTH if between == 1 else AVERAGE, (first, last))


def _shares(
    key: SeriesKey, years: Years, series: dict[SeriesKey, Years], lexicon: Lexicon
) -> Iterator[Derived]:
    """What part of each larger place's figure is this place's, or this place's part of a cluster: first / second."""
    if key.region is None or not _adds_up(key, lexicon):
        return
    for holder in lexicon.around(key.region):
        whole = series.get(
            replace(key, region=holder, subject=holder if key.subject == key.region else key.subject)
        )
        for year, part in years.items():
            of = None if whole is None else whole.get(year)
            if of is not None and of.bounds.low > 0 and part.bounds.low >= 0:
                shared = replace(key, kind=Kind.SHARE, unit="1", base=holder)
                bounds = part.bounds / of.bounds
                yield _derived(shared, str(year), part.value / of.value, bounds, SHARE, (part, of))


def _levels(key: SeriesKey, years: Years, growths: Years, lexicon: Lexicon) -> Iterator[Derived]:
    """The level of a year of which only the growth was printed: first × (1 + second)."""
    if not _is_amount(key, lexicon):
        return
    for year, growth in growths.items():
        base = years.get(year - 1)
        if base is None or year in years or base.bounds.low < 0 or growth.bounds.low <= -1:
            continue
        bounds = base.bounds * (exactly(1.0) + growth.bounds)
        yield _derived(key, str(year), base.value * (1 + growth.value), bounds, LEVEL, (base, growth))


def _derived(
    key: SeriesKey, period: str, value: float, bounds: Interval, formula: str, inputs: tuple[Known, Known]
) -> Derived:
    is_estimate = Status.ESTIMATE in {known.status for known in inputs}
    return Derived(
        key, period, Status.ESTIMATE if is_estimate else Status.ACTUAL, value, bounds, formula, inputs
    )


def _is_amount(key: SeriesKey, lexicon: Lexicon) -> bool:
    """Whether a level is so much of something, that can grow by a part of itself: no rate, no degree, no member of a list."""
    measure = lexicon.measures.get(key.measure)
    if MEMBER.search(key.subject) or key.unit in ("1", "pp", "degC"):
        return False
    return measure is None or measure.dimension not in ("share", "age")


def _adds_up(key: SeriesKey, lexicon: Lexicon) -> bool:
    """Whether a place's figure is a part of the larger place's: only what the packs know, and nothing per head or on average."""
    measure = lexicon.measures.get(key.measure)
    return (
        measure is not None
        and _is_amount(key, lexicon)
        and "per-capita" not in key.qualifiers
        and "/" not in key.unit
        and not measure.id.endswith("per-capita")
        and measure.id not in NOT_SUMMED
    )


NOT_SUMMED = frozenset(
    {"energy-intensity", "standard", "ecology-index", "innovation-capacity", "ranking", "mileage"}
)
"""Measures that are no sum over places, whatever their unit."""


def _is_of_the_levels(key: SeriesKey) -> bool:
    """Whether printed growth is that of the printed levels."""
    return key.measure in NOMINAL and not ON_ANOTHER_FOOTING & set(key.qualifiers)


def _known(row: tuple[Any, ...], doubted: frozenset[tuple[str, int]]) -> Known:
    series, *parts, number, period, status, value, low, high, disputed, document, start = row
    doubts = {DISPUTED: disputed, DOUBTED: (document, start) in doubted}
    return Known(
        series,
        number,
        of_parts(parts),
        int(period),
        Status(status),
        value,
        Interval(low, high),
        frozenset(doubt for doubt, holds in doubts.items() if holds),
    )
