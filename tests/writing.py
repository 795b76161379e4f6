"""Writing numbers as Chinese texts write them, for tests that what is written reads back the same."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = "零一二三四五六七八九"
_SECTIONS = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, ""))


def chinese(value: int) -> str:
    """A whole number below 10^16 in Chinese numerals: 30500 is 三万零五百, 12 is 十二."""
    if value == 0:
        return "零"
    written, rest, gap = "", value, False
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, rest = divmod(rest, size)
        if section == 0:
            gap = bool(written)
            continue
        if section >= 10**4:
            written += chinese(section) + name
        else:
            if written and (gap or section < 1000):
                written += "零"
            written += _below_ten_thousand(section, leading=not written) + name
        gap = False
    return written


def _below_ten_thousand(value: int, *, leading: bool) -> str:
    written, gap = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit == 0:
            gap = bool(written)
            continue
        if gap:
            written += "零"
        written += ("" if leading and size == 10 and digit == 1 and not written else _DIGITS[digit]) + name
        gap = False
    return written


def mixed(value: int) -> str:
    """Digits down to the ten-thousands, each with its name: 230005000 is 2亿3000万5000."""
    written, rest = "", value
    for size, name in ((10**8, "亿"), (10**4, "万")):
        section, rest = divmod(rest, size)
        written += f"{section}{name}" if section else ""
    return written + (str(rest) if rest or not written else "")


def scaled(value: Decimal, name: str) -> str:
    """Digits before one multiplier: 2.35 and 万亿 are 2.35万亿."""
    return f"{value}{name}"


_FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def financial(value: int) -> str:
    """A whole number as cheques have it: 230 is 贰佰叁拾."""
    return chinese(value).translate(_FINANCIAL)
