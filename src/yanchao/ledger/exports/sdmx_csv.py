"""SDMX-CSV 2.0: the dated points of every series for statistical systems, a row a point.

The series id, the status and the time are the dimensions; what the series measures and who says so are attributes.
A point without a period cannot stand in SDMX; CSV and Parquet hold those too. A run of months or years is written
as SDMX writes it: the first day and a duration (`2024-01-01/P9M`). What the columns and codes mean is said by the structure
message (`sdmx_structure.py`).
"""

from __future__ import annotations

import csv
from pathlib import Path

from yanchao.ledger.exports import Export
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.points import TABLES
from yanchao.ledger.sdmx import AGENCY, FIGURES, VERSION, code, components
from yanchao.ledger.series import Observation, Series
from yanchao.quick import pattern
from yanchao.statements.outputs.csv import harmless

STRUCTURE = ("dataflow", f"{AGENCY}:{FIGURES}({VERSION})", "R")
YEARS = pattern(r"(\d{4})/(\d{4})")
MONTHS = pattern(r"(\d{4})-(\d{2})/(\d{4})-(\d{2})")


def write(ledger: Ledger, out: Path) -> None:
    titles = {card.id: card.title for card in ledger.documents()}
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns())
        for series in ledger.each_series():
            for observation in series.observations:
                if observation.period is not None:
                    writer.writerow(_row(series, observation, titles))


def _row(series: Series, observation: Observation, titles: dict[str, str]) -> list[object]:
    key, best = series.key, observation.assertions[0]
    period = observation.period or ""
    return [
        *STRUCTURE,
        *(series.id, str(observation.status), time_period(period), repr(observation.value)),
        *(frequency(period), key.measure, harmless(key.subject), key.region, key.cluster, str(key.kind)),
        *(key.unit, harmless(key.base), " ".join(key.qualifiers)),
        *(series.name, _bound(observation.low), _bound(observation.high)),
        code("CL_COMPARATOR", str(observation.comparator)),
        *("true" if observation.disputed else "false", len(observation.assertions)),
        *(harmless(best.cited or titles[best.document]), best.vintage, best.rank),
        harmless(" ".join(best.quote.split())),
    ]


def columns() -> tuple[str, ...]:
    """The head of the table: three columns that name the structure, then its components."""
    return ("STRUCTURE", "STRUCTURE_ID", "ACTION", *(component.id for component in components()))


def time_period(period: str) -> str:
    """An ISO 8601 period of the ledger as SDMX writes it."""
    if years := YEARS.fullmatch(period):
        return f"{years[1]}-01-01/P{int(years[2]) - int(years[1]) + 1}Y"
    if months := MONTHS.fullmatch(period):
        count = (int(months[3]) - int(months[1])) * 12 + int(months[4]) - int(months[2]) + 1
        return f"{months[1]}-{months[2]}-01/P{count}M"
    return period


def frequency(period: str) -> str:
    """The SDMX code of how often a period of this form occurs: A year, M month, D day, _U where it is none of them."""
    forms = {4: "A", 7: "M", 10: "D"}
    return forms.get(len(period), "_U") if "/" not in period else "_U"


def _bound(value: float) -> str:
    return "" if value in (float("inf"), float("-inf")) else repr(value)


EXPORT = Export(
    "sdmx-csv", "SDMX-CSV 2.0 for statistical systems: dated points", "figures.sdmx.csv", write, TABLES
)
