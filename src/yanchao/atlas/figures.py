"""Figures as their reader writes them: 1.96万亿元 in Chinese, 1.96 trillion yuan in English, the exact value beside.

A number is shown with four significant digits or two decimals, whichever says more, so that 19970亿元 does not
become the 2万亿元 that it has yet to reach. What was left out is in `Shown.exact`.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache

from yanchao.atlas.language import HERE, Language, say
from yanchao.quick import dataclass
from yanchao.statements.statement import Comparator, Kind

SCALES = {
    Language.ZH: ((12, "万亿"), (8, "亿"), (4, "万"), (0, "")),
    Language.EN: ((12, "trillion"), (9, "billion"), (6, "million"), (0, "")),
}
"""Powers of ten and their words, largest first."""

PREFIXES = {
    Language.ZH: {"=": "", ">": "超", ">=": "≥", "<": "近", "<=": "≤", "~": "约"},
    Language.EN: {"=": "", ">": ">", ">=": "≥", "<": "<", "<=": "≤", "~": "≈"},
}

LARGEST_RATIO_IN_PERCENT = 1.5
"""A `share` above it is a ratio of two amounts (收入比 2.2), which nobody writes in percent; 105% still is."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure ready to be set: `prefix` is its comparator, `unit` stands after the number, `exact` is unrounded."""

    prefix: str
    number: str
    unit: str
    exact: str
    gap: str = ""

    def __str__(self) -> str:
        return f"{self.prefix}{self.number}{self.gap}{self.unit}"


def show(
    value: Decimal | float,
    unit: str,
    kind: Kind,
    language: Language,
    *,
    comparator: Comparator = Comparator.EQUAL,
    low: Decimal | float | None = None,
    high: Decimal | float | None = None,
    printed: str = "",
) -> Shown:
    """The figure in the habit of `language`. `value`, `low` and `high` are in the base unit `unit`.

    Where its words are known, `printed` tells that a ratio was given in percent (到位率180%), which its size alone does not.
    """
    amount = _decimal(value)
    prefix = PREFIXES[language][comparator]
    ends = (_decimal(low), _decimal(high)) if low is not None and high is not None else None
    if kind is Kind.RANK:
        return _plain(prefix, say("figure.rank", language, n=_digits(amount, language)))
    if kind is Kind.STREAK:
        return _plain(prefix, say("figure.streak", language, n=_digits(amount, language)))
    if unit == "pp":
        return _joined(
            prefix, _signed(amount, kind, language), say("figure.points", language), amount, language
        )
    if unit == "1" and (_in_percent(amount, kind) or printed.endswith(("%", "％"))):
        percent = _apart([end * 100 for end in ends] if ends else [amount * 100])
        number = "–".join(_signed(part, kind, language) for part in percent) + "%"
        return Shown(prefix, number, "", "–".join(_digits(part) for part in percent) + "%")
    word, size = unit_words(unit, language)
    return _scaled(prefix, [end / size for end in ends] if ends else [amount / size], word, kind, language)


def axis(values: Sequence[float], unit: str, kind: Kind, language: Language) -> tuple[str, tuple[str, ...]]:
    """What stands over an axis and at its marks: `trillion yuan` once, and `0`, `0.5`, `1` of it.

    Percent, points, ranks and years have nothing over them; their marks say what they are.
    """
    if kind in (Kind.RANK, Kind.STREAK) or unit in ("1", "pp"):
        return "", tuple(str(show(value, unit, kind, language)) for value in values)
    word, size = unit_words(unit, language)
    amounts = [_decimal(value) / size for value in values]
    power, scale = _scale(max(map(abs, amounts)), language)
    numbers = tuple(_digits(amount / Decimal(10) ** power, language) for amount in amounts)
    return _unit(scale, word, language), numbers


WORTH_SAYING = 0.002
"""An interval narrower than this part of its figure (13573.16亿元) tells a reader nothing."""


def interval_words(low: float, high: float, unit: str, kind: Kind, language: Language) -> str:
    """What a printed figure claims: `14.575–14.585万亿元`; empty where it adds nothing."""
    if kind in (Kind.RANK, Kind.STREAK) or (unit.startswith("count") and high - low <= 1):
        return ""
    if math.isinf(low) or math.isinf(high):
        # The comparator in front of the figure says so already, and in the source's own numbers.
        return ""
    if high - low < WORTH_SAYING * max(abs(low), abs(high)):
        return ""
    return str(show((low + high) / 2, unit, kind, language, low=low, high=high))


MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def period_words(period: str | None, language: Language) -> str:
    """An ISO 8601 period as a reader says it: 2024年1—9月, Jan–Sep 2024."""
    if period is None:
        return say("figure.no_period", language)
    if match := re.fullmatch(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)", period):
        year, first, last_year, last = (int(part) for part in match.groups())
        if language is Language.EN:
            start = MONTH_NAMES[first - 1] if year == last_year else f"{MONTH_NAMES[first - 1]} {year}"
            return f"{start}–{MONTH_NAMES[last - 1]} {last_year}"
        end = f"{last}月" if year == last_year else f"{last_year}年{last}月"
        return f"{year}年{first}—{end}" if year == last_year else f"{year}年{first}月—{end}"
    if match := re.fullmatch(r"(\d{4})/(\d{4})", period):
        return f"{match[1]}—{match[2]}年" if language is Language.ZH else f"{match[1]}–{match[2]}"
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", period):
        year, month, day = (int(part) for part in match.groups())
        return (
            f"截至{year}年{month}月{day}日"
            if language is Language.ZH
            else f"as of {day} {MONTH_NAMES[month - 1]} {year}"
        )
    if match := re.fullmatch(r"(\d{4})-(\d\d)", period):
        return (
            f"{match[1]}年{int(match[2])}月"
            if language is Language.ZH
            else f"{MONTH_NAMES[int(match[2]) - 1]} {match[1]}"
        )
    if re.fullmatch(r"\d{4}", period):
        return f"{period}年" if language is Language.ZH else period
    return period


def last_year(period: str | None) -> int | None:
    """The year in which a period ends, None where it has none."""
    years = re.findall(r"\d{4}", period or "")
    return int(years[-1]) if years else None


def percent_words(part: float | None, digits: int = 0) -> str:
    """A fraction in percent, `0.985` as 98%; rounded down, so that nothing is 100% before it is."""
    if part is None:
        return "—"
    size = 10**digits
    # The guard keeps 0.57 × 100 = 56.99999999999999 from being read as 56.
    return f"{math.floor(part * 100 * size + 1e-9) / size:,.{digits}f}%"


def growth_words(part: float | None) -> str:
    """A yearly rate in percent with its sign, one decimal."""
    if part is None:
        return "—"
    return f"{part * 100:+.1f}%".replace("-", "−")


@dataclass(frozen=True, slots=True)
class UnitWords:
    """One line of `units.csv`."""

    zh: str
    zh_size: Decimal
    en: str
    en_size: Decimal


@lru_cache(maxsize=1)
def _units() -> Mapping[str, UnitWords]:
    lines = (
        line for line in (HERE / "units.csv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"
    )
    return {
        row["unit"]: UnitWords(row["zh"], Decimal(row["zh_size"]), row["en"], Decimal(row["en_size"]))
        for row in csv.DictReader(lines)
    }


def unit_words(unit: str, language: Language) -> tuple[str, Decimal]:
    """The words of a unit and how many base units they stand for."""
    listed = _units().get(unit)
    if listed is not None:
        return (listed.zh, listed.zh_size) if language is Language.ZH else (listed.en, listed.en_size)
    if unit.startswith("count:"):
        return (unit.removeprefix("count:") if language is Language.ZH else ""), Decimal(1)
    if "/" in unit:
        above, below = unit.split("/", 1)
        words, size = unit_words(above, language)
        if language is Language.ZH:
            return f"{words}/{'年' if below == 'a' else unit_words(below, language)[0]}", size
        return f"{words}/{'year' if below == 'a' else below}", size
    return unit, Decimal(1)


def english_units() -> dict[str, tuple[str, Decimal]]:
    """Which base unit an English word of a unit means, and how many of it one is."""
    return {words.en: (unit, words.en_size) for unit, words in _units().items() if words.en} | {
        "%": ("1", Decimal("0.01"))
    }


def _scaled(prefix: str, ends: list[Decimal], word: str, kind: Kind, language: Language) -> Shown:
    largest = max(abs(end) for end in ends)
    power, scale = _scale(largest, language)
    divisor = Decimal(10) ** power
    number = "–".join(_signed(end, kind, language) for end in _apart([end / divisor for end in ends]))
    unit = _unit(scale, word, language)
    gap = "" if language is Language.ZH or not unit else " "
    exact = "–".join(_digits(end) for end in ends) + gap + word
    return Shown(prefix, number, unit, exact, gap)


def _scale(largest: Decimal, language: Language) -> tuple[int, str]:
    """The power of ten in which a figure of that size is told, with its word."""
    return next(
        (pair for pair in SCALES[language] if largest >= Decimal(10) ** pair[0]), SCALES[language][-1]
    )


def _unit(scale: str, word: str, language: Language) -> str:
    return scale + word if language is Language.ZH else " ".join(part for part in (scale, word) if part)


def _apart(values: list[Decimal]) -> list[Decimal]:
    """The values rounded for reading: four significant digits or two decimals, and both ends of a range distinct."""
    decimals = max(2, 3 - max(values, key=abs).adjusted())
    if len(values) > 1 and values[0] != values[1]:
        decimals = max(decimals, 1 - abs(values[1] - values[0]).adjusted())
    return [_rounded(value, min(decimals, 8)) for value in values]


def _rounded(value: Decimal, decimals: int) -> Decimal:
    if value == value.to_integral_value():
        return value
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_EVEN)


def _in_percent(value: Decimal, kind: Kind) -> bool:
    if kind is Kind.GROWTH:
        return True
    return kind in (Kind.SHARE, Kind.CHANGE) and abs(value) <= LARGEST_RATIO_IN_PERCENT


def _signed(value: Decimal, kind: Kind, language: Language) -> str:
    digits = _digits(value, language)
    return f"+{digits}" if kind in (Kind.GROWTH, Kind.CHANGE) and value > 0 else digits


def _digits(value: Decimal, language: Language = Language.EN) -> str:
    """Digits without idle zeros; a minus sign, not a hyphen. Chinese print sets no thousands separators."""
    text = f"{value:f}" if language is Language.ZH else f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "−")


def _decimal(value: Decimal | float) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(repr(float(value)))


def _plain(prefix: str, words: str) -> Shown:
    return Shown(prefix, words, "", words)


def _joined(prefix: str, number: str, unit: str, amount: Decimal, language: Language) -> Shown:
    gap = "" if language is Language.ZH else " "
    return Shown(prefix, number, unit, f"{_digits(amount)}{gap}{unit}", gap)
