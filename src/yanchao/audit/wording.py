"""How a figure is printed, taken apart so that another number can be written in the same form."""

from __future__ import annotations

import re
from decimal import Decimal

from yanchao.audit.dossier import Figure
from yanchao.quick import dataclass, pattern

NUMBER = pattern(r"\d[\d,]*(?:\.\d+)?")
MULTIPLIER = pattern(r"[万萬][亿億]|[千百][万萬]|[亿億万萬千百]")
SIMPLE = str.maketrans("萬億", "万亿")
WIDE = {ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９．，", "0123456789.,", strict=True)}


@dataclass(frozen=True, slots=True)
class Printed:
    """A quantity as written: `before` + `digits` + `multiplier` + `after`; `unit` is the worth of one, unmultiplied.

    For `超7200亿元`: before 超, digits 7200, multiplier 亿, after 元, unit 1.
    """

    before: str
    digits: str
    multiplier: str
    after: str
    unit: Decimal

    @property
    def decimals(self) -> int:
        """How many digits stand after the point."""
        return len(self.digits.partition(".")[2])

    @property
    def step(self) -> Decimal:
        """The worth of one step of the last digit."""
        return abs(self.worth) / (Decimal(10) ** self.decimals)

    @property
    def worth(self) -> Decimal:
        """What one of the written number is worth in the base unit."""
        return self.unit * MULTIPLIERS[self.multiplier.translate(SIMPLE)]

    @property
    def value(self) -> Decimal:
        return Decimal(self.digits.replace(",", "")) * self.worth

    @property
    def text(self) -> str:
        return f"{self.before}{self.digits}{self.multiplier}{self.after}"

    @property
    def bare(self) -> str:
        """The number with its unit, without comparators before it."""
        return f"{self.digits}{self.multiplier}{self.after}"


MULTIPLIERS = {
    "": Decimal(1),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10**4),
    "百万": Decimal(10**6),
    "千万": Decimal(10**7),
    "亿": Decimal(10**8),
    "万亿": Decimal(10**12),
}


GREATER = {"万": "亿", "亿": "万亿"}
TOO_LONG = 10**5
"""From here on a number is written with the next multiplier: 367135万元 as 36.7亿元."""


def take_apart(figure: Figure) -> Printed | None:
    """The parts of a printed figure, or None where it is no single number in digits (五分之一, 3—4个, 翻一番)."""
    quantity = figure.statement.quantity
    if quantity.low is not None or quantity.value == 0:
        return None
    text = figure.text.translate(WIDE)
    numbers = list(NUMBER.finditer(text))
    if len(numbers) != 1:
        return None
    number = numbers[0]
    multiplier = MULTIPLIER.match(text, number.end())
    written = multiplier.group() if multiplier else ""
    digits = number.group()
    amount = Decimal(digits.replace(",", "")) * MULTIPLIERS[written.translate(SIMPLE)]
    if amount == 0:
        return None
    return Printed(
        before=text[: number.start()],
        digits=digits,
        multiplier=written,
        after=text[number.end() + len(written) :],
        unit=quantity.value / amount,
    )


def like(figure: Figure, value: float) -> str:
    """`value` (in the base unit) written the way `figure` is: 1210万吨 beside 129.86万吨, 10.3% beside 105%."""
    form = take_apart(figure)
    if form is None:
        return percent(value) if figure.statement.unit == "1" else short(value)
    number, multiplier = value / float(form.worth), form.multiplier
    while abs(number) >= TOO_LONG and multiplier in GREATER:
        number, multiplier = number / 10**4, GREATER[multiplier]
    unit = re.sub(r"(?:以上|以下|以内|左右|上下|多|余)$", "", form.after)
    return f"{short(number)}{multiplier}{unit}"


def short(number: float) -> str:
    """A number to four digits (more where it is whole and greater), without an exponent."""
    if abs(number) >= 1000:
        return f"{number:.0f}"
    text = f"{number:.4g}" if abs(number) >= 100 else f"{number:.3g}"
    return f"{float(text):f}".rstrip("0").rstrip(".") if "e" in text else text


def percent(value: float) -> str:
    """A fraction as a percentage."""
    return f"{short(value * 100)}%"
