"""Figures by hand, for tests of the audit's arithmetic: a number in, a figure without a text out."""

from __future__ import annotations

from decimal import Decimal

import making
from yanchao.audit.dossier import Figure, claim
from yanchao.audit.topics import Topic
from yanchao.statements.statement import Comparator, Kind, Quantity, Span, Statement, Status


def figure(
    value: Decimal | float,
    *,
    kind: str = "level",
    resolution: Decimal | float = 0,
    comparator: Comparator = Comparator.EQUAL,
    unit: str = "CNY",
) -> Figure:
    """A figure without a text, for what only looks at its claim."""
    quantity = Quantity(0, 1, Decimal(str(value)), unit, comparator, Decimal(str(resolution)))
    empty = dict.fromkeys(("measure", "subject", "cluster", "region", "base", "period", "source"))
    statement = Statement(
        quantity=quantity,
        kind=Kind(kind),
        status=Status.ACTUAL,
        sentence=Span(0, 1),
        construction="by hand",
        confidence=1.0,
        **empty,
    )
    topic = Topic("", "", None, None, Kind(kind), unit, None, frozenset())
    return Figure(making.document("x"), statement, topic, claim(statement))
