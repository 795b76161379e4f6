"""A statement as a flat record: the keys of the labelling guide, JSON-ready, and back to nothing else."""

from __future__ import annotations

from decimal import Decimal

from yanchao.statements.statement import Statement

FIELDS = (
    "start",
    "end",
    "kind",
    "value",
    "low",
    "high",
    "unit",
    "comparator",
    "measure",
    "subject",
    "cluster",
    "region",
    "base",
    "period",
    "status",
    "source",
)
"""The keys of a record, in the order in which people expect to read them."""


def to_record(statement: Statement) -> dict[str, str | int | float | None]:
    """The statement with the keys of `FIELDS`; numbers are whole where they are whole."""
    quantity = statement.quantity
    return {
        "start": quantity.start,
        "end": quantity.end,
        "kind": str(statement.kind),
        "value": number(quantity.value),
        "low": number(quantity.low),
        "high": number(quantity.high),
        "unit": quantity.unit,
        "comparator": str(quantity.comparator),
        "measure": statement.measure,
        "subject": statement.subject,
        "cluster": statement.cluster,
        "region": statement.region,
        "base": statement.base,
        "period": statement.period,
        "status": str(statement.status),
        "source": statement.source,
    }


def number(value: Decimal | None) -> int | float | None:
    """A JSON number: an int where the decimal is whole, else the nearest float."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
