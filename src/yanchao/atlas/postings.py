"""Which entries hold a term or a value, as text of which a page reads no more than it asks for.

A line is a key and the numbers of the entries that hold it: `,新能:CQfB,新闻:gD,`. The page loads it as one string, which costs
a browser next to nothing, looks for `,新能:` in that and reads the few numbers behind it.

Numbers ascend and are written as their distances, in digits of five bits, the lowest first; a sixth bit says that the number goes
on (the base64 VLQ of source maps, without a sign). Most are one character long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from yanchao.quick import dataclass

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclass(frozen=True, slots=True)
class Line:
    """A term, or a value of a unit, and the numbers of the entries that hold it."""

    key: str
    held: str
    unit: str = ""


def numbers(ascending: Sequence[int]) -> str:
    return _number(ascending[0]) + "".join(_number(after - before) for before, after in pairwise(ascending))


@cache
def _number(number: int) -> str:
    digits = []
    while number > 31:
        digits.append(DIGITS[32 + number % 32])
        number //= 32
    return "".join(digits) + DIGITS[number]


def value_key(value: float) -> str:
    """A value, as short as it can be written and read back: `5e11`."""
    return str(Decimal(repr(value)).normalize()).replace("E+", "e").replace("E", "e")


def written(lines: Iterable[Line]) -> str:
    return f",{''.join(f'{line.key}:{line.held},' for line in lines)}"


def cut(lines: Iterable[Line], full: int) -> Iterator[list[Line]]:
    """The lines in their order, those together that fill so many characters."""
    some: list[Line] = []
    size = 0
    for line in lines:
        some.append(line)
        size += len(line.key) + len(line.held) + 2
        if size >= full:
            yield some
            some, size = [], 0
    if some:
        yield some
