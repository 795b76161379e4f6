"""How a workbook shows its numbers: 0.1234 under `0.0%` is 12.3%, 45292 under `yyyy"年"m"月"` is 2024年1月.

ECMA-376 Part 1, 18.8.30 and 18.8.31. What stands behind the first semicolon (other forms for negative numbers and zero),
colours, fractions, scientific forms and times of day are not told apart: such a number is shown with the digits it is stored
with, and a day with its hour as the day.
"""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from yanchao.quick import dataclass, pattern

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "yyyy-mm-dd",
    15: "yyyy-mm-dd",
    16: "mm-dd",
    17: "yyyy-mm",
    22: "yyyy-mm-dd",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    31: 'yyyy"年"m"月"d"日"',
    36: 'yyyy"年"m"月"',
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
"""The formats that a workbook names by number alone, in a Chinese Excel."""

EPOCHS = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}
LAST_DAY = 2_958_465
"""31 December 9999, the last day that workbooks know."""

_TOKEN = pattern(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[[^\]]*\]|_.|\*.|(?P<plain>.)', re.DOTALL)
_DIGITS = pattern(r"[#0?][#0?,]*(?:\.(?P<decimals>[#0?]*))?(?P<thousands>,*)")
_ELAPSED = pattern(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
"""Hours, minutes or seconds that are not cut off at a day, an hour or a minute."""
_CLOCK = pattern(r"(?P<day>[^#0?hs]*?)(?:h|m{0,2}:?s)", re.IGNORECASE)
_DATE = pattern(r"y+|m+|d+|[^ymd]+", re.IGNORECASE)
_SIGNIFICANT = 15


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A format that was read: what stands before and behind the number, or the pattern of a date."""

    before: str = ""
    after: str = ""
    decimals: int | None = None
    grouped: bool = False
    percent: bool = False
    thousands: int = 0
    date: str | None = None


def read_format(code: str) -> NumberFormat:
    """A format code as workbooks write it."""
    first = _first_section(code)
    pieces: list[tuple[str, bool]] = []
    for token in _TOKEN.finditer(first):
        literal = token["quoted"] if token["quoted"] is not None else token["escaped"]
        if literal:
            pieces.append((literal, True))
        elif token["plain"] is not None:
            pieces.append((token["plain"], False))
        elif _ELAPSED.fullmatch(token[0]):
            pieces.append(("h", False))
    pieces = _without_clock(pieces)
    plain = "".join(text for text, is_literal in pieces if not is_literal).lower()
    if re.search(r"[ymd]", plain):
        return NumberFormat(date="".join(text if not quoted else f"\0{text}\0" for text, quoted in pieces))
    skeleton = "".join(text if not quoted else "\0" * len(text) for text, quoted in pieces)
    written = "".join(text for text, _ in pieces)
    digits = _DIGITS.search(skeleton)
    if digits is None or "general" in plain or re.search(r"[/e]", plain):
        return NumberFormat()
    return NumberFormat(
        before=written[: digits.start()].strip(),
        after=written[digits.end() :].strip(),
        decimals=len(digits["decimals"] or ""),
        grouped="," in digits[0].rstrip(",").partition(".")[0],
        percent="%" in skeleton,
        thousands=len(digits[0]) - len(digits[0].rstrip(",")),
    )


def shown(stored: str, form: NumberFormat, from_1904: bool = False) -> str:
    """A stored number as its reader sees it; what is no number is shown as it is stored."""
    try:
        value = float(stored)
    except ValueError:
        return stored
    if not math.isfinite(value):
        return stored
    if form.date is not None:
        return _day(value, form.date, from_1904) if 0 <= value <= LAST_DAY else stored
    exact = Decimal(f"{value:.{_SIGNIFICANT}g}")
    if form.decimals is None:
        return format(exact.normalize(), "f") if exact else "0"
    scaled = exact * (100 if form.percent else 1) / Decimal(1000) ** form.thousands
    rounded = scaled.quantize(Decimal(1).scaleb(-form.decimals), ROUND_HALF_UP)
    return f"{form.before}{rounded:{',' if form.grouped else ''}f}{form.after}"


def _without_clock(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """What stands before hours or seconds; an m behind the one or just before the other is minutes, no month."""
    plain = "".join("-" if is_literal else text for text, is_literal in pieces)
    clock = _CLOCK.match(plain)
    return pieces if clock is None else pieces[: clock.end("day")]


def _first_section(code: str) -> str:
    quoted = False
    for index, character in enumerate(code):
        if character == '"':
            quoted = not quoted
        elif character == ";" and not quoted:
            return code[:index]
    return code


def _day(serial: float, code: str, from_1904: bool) -> str:
    """A day as its format shows it."""
    day = EPOCHS[from_1904] + timedelta(days=int(serial))
    written = []
    for number, piece in enumerate(code.split("\0")):
        written.append(piece if number % 2 else _date_words(piece, day))
    return "".join(written).strip(" -/:,")


def _date_words(code: str, day: datetime) -> str:
    words = []
    for token in _DATE.findall(code):
        letter = token[0].lower()
        if letter == "y":
            words.append(f"{day.year:04}" if len(token) > 2 else f"{day.year % 100:02}")
        elif letter == "m":
            words.append(f"{day.month:02}" if len(token) > 1 else str(day.month))
        elif letter == "d":
            words.append(f"{day.day:02}" if len(token) > 1 else str(day.day))
        else:
            words.append(token)
    return "".join(words)
