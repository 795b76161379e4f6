"""Parts of a whole as they are written: fractions (三分之一, 百分之五) and ratios (4.1:41.2:54.7, 2.5:1)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from yanchao.quick import pattern
from yanchao.statements.numerals import DIGITS, chinese_value

_CN = r"[零一二两三四五六七八九十百千万亿]"

FRACTION = pattern(
    rf"(?P<base>百|千|万|{_CN}{{1,4}}|\d+)分之(?P<part>\d+(?:\.\d+)?|{_CN}{{1,5}}(?:点[零一二三四五六七八九]+)?)(?:强|弱)?"
)
RATIO = pattern(r"\d+(?:\.\d+)?(?:[:：比]\d+(?:\.\d+)?)+(?!\d)")

_MEMBER = pattern(r"\d+(?:\.\d+)?")
_TWO = 2
_ROUND = 2
"""How far the members of a whole of 100 may be from it, rounded as they are."""

_TOLD_OF_TWO = pattern(r"比(?!分|赛)(?:例|值|重|率)?[^，。；]{0,4}$")
_CLOCK = pattern(r"[0-2]?\d[:：][0-5]\d[:：][0-5]\d")
_DAY_BEFORE = pattern(r"(?:\d日|\d[-/.]\d{1,2})\s*$")


class Part(NamedTuple):
    """A part of a whole at `[start, end)` of the text; `step` is what its last digit stands for."""

    start: int
    end: int
    value: Decimal
    step: Decimal


def fraction(match: re.Match[str]) -> Part | None:
    """The share that a match of `FRACTION` is; None where its words make no number."""
    base = int(match["base"]) if match["base"].isdigit() else chinese_value(match["base"])[0]
    written = match["part"]
    if written[0].isdigit():
        part, step = Decimal(written), _last_digit(written)
    else:
        whole, _, decimals = written.partition("点")
        units = chinese_value(whole)[0]
        if units is None:
            return None
        digits = "".join(str(DIGITS[character]) for character in decimals)
        part, step = Decimal(f"{units}.{digits or 0}"), Decimal(1).scaleb(-len(digits))
    if not base or base < _TWO:
        return None
    # 五分之一 is a round word for a share: its step is a tenth of itself, not a fifth of the whole.
    return Part(*match.span(), part / base, step / base if base in (100, 1000, 10000) else part / base / 10)


def is_time_of_day(text: str, ratio: re.Match[str]) -> bool:
    """2024-05-06 08:30:00: a time of day, no ratio of three."""
    start = ratio.start()
    return (
        _CLOCK.fullmatch(ratio[0]) is not None
        and _DAY_BEFORE.search(text, max(0, start - 8), start) is not None
    )


def members(text: str, ratio: re.Match[str]) -> tuple[Part, ...]:
    """The members of a match of `RATIO`: of three and more each by itself, of two the one for one of the other; else none."""
    start, written = ratio.start(), ratio[0]
    found = [
        (member.span(), Decimal(member[0]), _last_digit(member[0])) for member in _MEMBER.finditer(written)
    ]
    if len(found) > _TWO:
        total = sum((value for _, value, _ in found), Decimal(0))
        whole = Decimal(100) if abs(total - 100) <= _ROUND else Decimal(1)
        return tuple(Part(start + a, start + b, value / whole, step / whole) for (a, b), value, step in found)
    (_, first, step), (_, second, _) = found
    told = "." in written or (
        "比" not in written and _TOLD_OF_TWO.search(text, max(0, start - 10), start) is not None
    )
    if not told or not second:
        return ()
    return (Part(start, ratio.end(), first / second, step),)


def _last_digit(written: str) -> Decimal:
    return Decimal(1).scaleb(-len(written.partition(".")[2]))
