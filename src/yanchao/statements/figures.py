"""What scanning finds: a quantity in the coordinates of the folded text, and how it is written."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from operator import attrgetter
from typing import cast

from yanchao.quick import dataclass
from yanchao.statements.statement import Quantity, Span


class Form(StrEnum):
    """How a quantity is written, which narrows what kind of figure it can be."""

    AMOUNT = "amount"  # with a unit of measurement
    COUNT = "count"  # with a counter, or a plain number of things
    PERCENT = "percent"  # %, ‰, 成, 分之
    POINTS = "points"  # percentage points
    TIMES = "times"  # 倍, 番
    RATIO = "ratio"  # a member of 4:41:55
    RANK = "rank"
    STREAK = "streak"
    INDEX = "index"  # a decimal without a unit


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in the coordinates of the folded text. `universe` is the range of the words a rank is taken in."""

    quantity: Quantity
    form: Form
    universe: Span | None = None

    # asked for fifty times a figure: as properties in Python they would take a twentieth of all reading
    start = cast("int", property(attrgetter("quantity.start")))
    end = cast("int", property(attrgetter("quantity.end")))


@dataclass(frozen=True, slots=True)
class WrittenUnit:
    """A unit or counter as the scanner knows it.

    `digits_only` counters count after digits, not after Chinese numerals; a `place` is itself what it counts (9镇6乡).
    """

    unit: str
    factor: Decimal
    form: Form
    counter: bool
    digits_only: bool
    place: bool = False


def is_bare_class(text: str, figure: Figure) -> bool:
    """Whether a figure is money by its place words alone, the class of what follows it (亿元以上|项目)."""
    closed = any(span.start > figure.start for span, _ in figure.quantity.comparators)
    return figure.form is Form.AMOUNT and closed and text[figure.start] in "百千万亿"
