"""Reading one number: digits, Chinese numerals and their mixtures, with the size of the last step printed.

`read_number(text, start)` reads the longest number that begins at `start` in folded text. It knows nothing of
units and comparators; `scan.py` puts those around it.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from yanchao.quick import pattern

DIGITS = {
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
TENS = {"廿": 20, "卅": 30, "卌": 40}
"""Numerals that say ten and its multiple in one: no digit stands before them."""

MULTIPLIERS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_ONE = Decimal(1)
FINANCIAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
"""How cheques write numerals. Some of them stand in other words too (队伍, 大陆)."""

WRITTEN = "".join((*DIGITS, *PLACES, *TENS))
"""Every numeral below 万: what a new one in the tables above is added to by itself."""

NUMERALS = frozenset((*WRITTEN, *"万亿0123456789")) - FINANCIAL
"""What says by itself that a number goes on."""

_SCALE = {"十": 10, "百": 100, "千": 1000, **MULTIPLIERS}

# A place word that belongs to the unit (千瓦, 兆赫) or to a fraction (百分之) is no multiplier.
_MULTIPLIER = r"(?:十|百(?![分强佳])|千(?![瓦米克赫卡帕焦伏强]|分[点之])|万(?!分之|向|达|科|物)|亿|兆(?![瓦赫字帕焦比欧伏]))"
_COUNTED = "(?:个(?=亿(?![元级吨斤度方大工产战县镇村台项的])))"
"""2个亿, 几个亿: speech counts the multiplier itself; 3个亿元村 counts villages."""

_ARABIC = pattern(
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?P<decimals>\.\d+)?(?P<open>[余多几来])?"
    rf"{_COUNTED}?(?P<scale>{_MULTIPLIER}{{1,4}}(?:[余多]{_MULTIPLIER})?)?(?P<open2>[余多]|\+(?=[\u4e00-\u9fff]))?"
)
_POWER_OF_TEN = pattern(
    r"(?:[×xX*]10(?:\^(?P<power>\d{1,2})|(?P<raised>[⁰¹²³⁴-⁹]{1,2}))|[eE]\+?(?P<short>\d{1,2}))(?=[\u4e00-\u9fff])"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NEXT_SECTION = pattern(rf"(?P<digits>\d+)(?P<decimals>\.\d+)?(?P<scale>{_MULTIPLIER}{{0,2}})")
_CHINESE = pattern(
    rf"(?:[{''.join(sorted(set(WRITTEN) - set('十百千')))}]|{_MULTIPLIER}|[余多](?={_MULTIPLIER})|(?<=[一二两三四五六七八九十百多]){_COUNTED})+(?P<open>[余多])?(?![分刻])"
)
_POINT = pattern(r"[零〇一二两三四五六七八九十百千万]+点[零〇一二三四五六七八九]+")
_SCALE_OF_POINT = pattern(rf"{_MULTIPLIER}{{1,3}}")
_NEXT_TO = "三四|四五|五六|六七|七八|八九"
_VAGUE = pattern(
    rf"(?:(?P<lead>[一二两三四五六七八九]?十)?(?P<vague>[几数]|若干)|(?P<either>一两|两三|三五|{_NEXT_TO})"
    rf"|(?P<tens>[一二三四五六七八九]?十)(?P<unit>一二|二三|{_NEXT_TO})(?<!^十四五)(?<![^一二三四五六七八九]十四五))"
    rf"{_COUNTED}?(?P<scale>{_MULTIPLIER}{{0,4}})(?P<open>[余多])?"
)
_MAY_RAISE = frozenset("×xX*eE")
_GOES_ON = frozenset((*WRITTEN, *MULTIPLIERS, *"余多点几数"))
_CLOCK = frozenset("分刻")
_UNITS = {digit: Decimal(value) for digit, value in DIGITS.items()}


class Number(NamedTuple):
    """A number at `[start, end)` of the folded text.

    `resolution` is one step of the last digit printed. `low` and `high` are set for open classes (几十, 数百).
    `more` says that 余 or 多 follows a digit: the true number is larger. `bare` marks a place word that stands
    alone (万亿, 千): a number only where a comparator stands before it. `chinese` marks Chinese numerals.
    """

    start: int
    end: int
    value: Decimal
    resolution: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    more: bool = False
    bare: bool = False
    chinese: bool = False


def read_number(text: str, start: int) -> Number | None:
    """The number that begins at `start`, or None."""
    first = text[start]
    if first.isdigit():
        return _read_arabic(text, start)
    if (
        first in DIGITS
        and not text.startswith("个", start + 1)
        and (after := text[start + 1 : start + 2]) not in _GOES_ON
    ):
        return None if after in _CLOCK else Number(start, start + 1, _UNITS[first], _ONE, chinese=True)
    return _read_vague(text, start) or _read_point(text, start) or _read_chinese(text, start)


def _read_arabic(text: str, start: int) -> Number | None:
    match = _ARABIC.match(text, start)
    if match is None:
        return None
    digits, decimals, opened, scaled, closed = match.groups()
    scale = _scale(scaled)
    if "," in digits:
        digits = digits.replace(",", "")
    value = Decimal(digits + decimals if decimals else digits) * scale
    resolution = _step(decimals) * scale
    end = match.end()
    more = bool(opened or closed or (scaled and ("余" in scaled or "多" in scaled)))
    if text[end : end + 1] in _MAY_RAISE and (raised := _POWER_OF_TEN.match(text, end)):
        power = raised["power"] or raised["short"] or raised["raised"].translate(_RAISED)
        return Number(start, raised.end(), value.scaleb(int(power)), resolution.scaleb(int(power)))
    if opened in ("几", "来") and (value == 0 or (closed is None and scaled is None)):
        return Number(start, match.start("open"), value, resolution)  # 2024来, 3几: no open class
    if opened == "几":
        low, high = value + scale, value + 9 * scale  # 30几万: from 31万 to 39万
        return Number(start, end, (low + high) / 2, resolution, low, high)
    while scaled and scale > 1 and not more and (section := _NEXT_SECTION.match(text, end)):
        smaller = _scale(section["scale"])
        if smaller >= scale:
            break
        part = Decimal(section["digits"] + (section["decimals"] or "")) * smaller
        if part >= scale:
            break
        value += part
        resolution, scale, end = _step(section["decimals"]) * smaller, smaller, section.end()
        if smaller == 1:
            break
    return Number(start, end, value, resolution, more=more)


def _read_vague(text: str, start: int) -> Number | None:
    """几十万, 数百, 十几, 三十几万, 十五六: from the least to the greatest that the words allow."""
    match = _VAGUE.match(text, start)
    either = match and (match["either"] or match["unit"])
    if match is None or (match["lead"] is None and not match["scale"] and not either):
        return None
    scale = _scale(match["scale"])
    if either:
        before = 10 * DIGITS.get(match["tens"][0], 1) if match["tens"] else 0
        low, high = ((before + DIGITS[digit]) * scale for digit in either)
        return Number(start, match.end(), (low + high) / 2, Decimal(0), low, high, chinese=True)
    if match["lead"]:
        tens = Decimal(10 * DIGITS.get(match["lead"][0], 1)) * scale
        low, high = tens + scale, tens + 9 * scale
    else:
        low, high = 2 * scale, 9 * scale
    return Number(start, match.end(), (low + high) / 2, Decimal(0), low, high, more=False, chinese=True)


def _read_point(text: str, start: int) -> Number | None:
    """三点五万: digits in Chinese with a decimal point."""
    match = _POINT.match(text, start)
    if match is None:
        return None
    whole, _, decimals = match[0].partition("点")
    units = chinese_value(whole)[0]
    if units is None:
        return None
    scale_match = _SCALE_OF_POINT.match(text, match.end())
    scale = _scale(scale_match[0] if scale_match else None)
    digits = "".join(str(DIGITS[character]) for character in decimals)
    value = Decimal(f"{units}.{digits}") * scale
    end = scale_match.end() if scale_match else match.end()
    return Number(start, end, value, Decimal(1).scaleb(-len(digits)) * scale, chinese=True)


def _read_chinese(text: str, start: int) -> Number | None:
    match = _CHINESE.match(text, start)
    if match is None:
        return None
    written = match[0].replace("个", "")
    more = "余" in written or "多" in written
    value, step, bare = chinese_value(written.replace("余", "").replace("多", "") if more else written)
    if value is None:
        return None
    return Number(start, match.end(), Decimal(value), Decimal(step), more=more, bare=bare, chinese=True)


def small_number(written: str) -> int:
    """A count below twenty in numerals (两, 十, 十二), or any in digits, which a pattern has found.

    Raises:
        KeyError: where it is written in anything else.
    """
    if written.isdigit():
        return int(written)
    if written.startswith("十"):
        return 10 + (DIGITS[written[1]] if len(written) > 1 else 0)
    return DIGITS[written]


@lru_cache(maxsize=1024)
def chinese_value(written: str) -> tuple[int | None, int, bool]:
    """Value, size of the last step, and whether only place words are written; (None, 1, False) if it is no number.

    一万五千亿 is fifteen thousand 亿: a multiplier raises everything before it that it is larger than, which
    is how the language counts and where naive readers go wrong.
    """
    if not written:
        return None, 1, False
    if all(character in DIGITS for character in written):
        if len(written) == 1:
            return DIGITS[written], 1, False
        if "两" in written:
            return None, 1, False
        return int("".join(str(DIGITS[character]) for character in written)), 1, False
    total = section = digit = 0
    has_digit = False
    step, last_place = 1, 0
    for index, character in enumerate(written):
        if character in DIGITS:
            if has_digit:
                return None, 1, False
            digit, has_digit = DIGITS[character], DIGITS[character] != 0
            last_place = 0
        elif character in PLACES:
            place = PLACES[character]
            section += (digit if has_digit else 1) * place
            digit, has_digit, last_place = 0, False, place
        elif character in TENS:
            section += TENS[character]
            digit, has_digit, last_place = 0, False, 10
        else:
            multiplier = MULTIPLIERS[character]
            # 三百五十万亿: a larger multiplier raises the whole of what a smaller one has already closed
            section += digit
            if section == 0 and total == 0:
                section = 1
            if total and section == 0 and (multiplier > step or written[index - 1] in MULTIPLIERS):
                total *= multiplier  # 两万万, 三百五十万亿
            elif total and multiplier > step:
                total = (total + section) * multiplier
            else:
                total += section * multiplier
            section, digit, has_digit, last_place = 0, 0, False, 0
            step = multiplier if index == len(written) - 1 or multiplier > step else step
    if (
        has_digit
        and last_place == 0
        and len(written) > 1
        and written[-2] in "百千万"
        and written[-1] in DIGITS
    ):
        # 三万五 is thirty-five thousand: the last digit counts in the next lower place
        lower = {"百": 10, "千": 100, "万": 1000}[written[-2]]
        digit *= lower
    value = total + section + digit
    closing = MULTIPLIERS.get(written[-1], 1)
    if closing > 1 and len(written) > 1 and written[-2] in MULTIPLIERS:
        closing *= MULTIPLIERS[written[-2]]
    return value, closing, all(character in "百千万亿兆" for character in written)


def closing_scale(written: str) -> Decimal:
    """The multiplier that closes a number (万亿 of 1.5万亿)."""
    scale = Decimal(1)
    for character in reversed(written):
        if character not in "十百千万亿":
            break
        scale *= {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[character]
    return scale


@lru_cache(maxsize=256)
def _scale(written: str | None) -> Decimal:
    product = Decimal(1)
    for character in (written or "").replace("余", "").replace("多", ""):
        product *= _SCALE[character]
    return product


def _step(decimals: str | None) -> Decimal:
    """The size of the last place that `.25` prints."""
    return one_in_place(len(decimals) - 1) if decimals else _ONE


@lru_cache(maxsize=64)
def one_in_place(count: int) -> Decimal:
    """One step of the last of `count` decimal places: 0.01 for two."""
    return _ONE.scaleb(-count)
