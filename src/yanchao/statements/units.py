"""What stands behind a number: its unit or counter, the rate that a stroke or 每 makes of it, and half of one more."""

from __future__ import annotations

from decimal import Decimal

from yanchao.lexicon.entries import PLACE, Unit
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern, replace
from yanchao.statements.figures import Form, WrittenUnit
from yanchao.statements.lengths import by_opening
from yanchao.statements.numerals import Number, closing_scale

HALVES = frozenset(("year", "month", "day", "hour"))
"""Units that 半 behind them makes half a unit more (一年半)."""

AND_A_HALF = pattern(r"半(?![数年月天日导成径截夜球])")
_LONGEST_TIME = 6
_SCALE_OF_PER = pattern(r"[十百千万亿]+(?=[\u4e00-\u9fff])")
_PER = {"year": "a", "hour": "h", "second": "s"}  # 吨/年 is t/a, 公里/小时 km/h
_COAL = pattern(r"(?:标准煤|标煤)(?=/)")
"""0.35吨标准煤/万元: what a rate is of stands in it; 9万吨标准煤 is so many tonnes."""

_MEASURED_BY = ("mass", "area", "volume", "energy")
"""What is sold and sown by: 每 behind a unit makes a rate of these alone (3.5元每斤; 50亿元每年增长 is none)."""

_IN_BRACKETS = pattern(
    r"\((?P<scale>[十百千万亿]*)(?P<unit>[^()\d/]{1,6})(?:/(?P<per>[^()\d/]{1,4}))?\)[：:]?\s{0,2}$"
)
_LONGEST_IN_BRACKETS = 14
_PER_CENT = WrittenUnit("1", Decimal("0.01"), Form.PERCENT, False, False)
_GOES_ON = pattern(r"[\dA-Za-z.\-—~～/、年月日]")
"""What makes of a number behind a bracket another thing (（家）2023年, （万元）1.2.3)."""

_ONE = Decimal(1)
_A_HALF = Decimal("0.5")


STEP = "台阶"
"""迈上6万亿台阶: what is passed, and no machines (台)."""


class UnitReader:
    """The packs' units and counters, looked up where a number ends."""

    def __init__(self, lexicon: Lexicon) -> None:
        units = lexicon.units.values()
        self.words = {
            unit.text: WrittenUnit(unit.unit, unit.factor, _form(unit), False, False)
            for unit in units
            if unit.dimension != "per"
        }
        for counter in lexicon.counters.values():
            name = counter.unit or f"count:{counter.text}"
            place = counter.numerals == PLACE
            written = WrittenUnit(name, _ONE, Form.COUNT, True, place or counter.numerals == "digits", place)
            self.words.setdefault(counter.text, written)
        self._per = {
            unit.text: WrittenUnit(unit.unit, unit.factor, Form.AMOUNT, False, False)
            for unit in units
            if unit.dimension == "per"
        }
        self._measured_by = frozenset(unit.unit for unit in units if unit.dimension in _MEASURED_BY)
        self._currencies = {
            unit.text: unit.unit for unit in units if unit.dimension == "money" and unit.unit != "CNY"
        }
        self._currency_ends = frozenset(word[-1] for word in self._currencies)
        self._own_currency = tuple(
            unit.text for unit in units if unit.unit == "CNY" and unit.text.endswith("币")
        )
        self._lengths = by_opening(self.words)

    @property
    def openings(self) -> str:
        """The characters that units begin with."""
        return "".join(self._lengths)

    def after(self, text: str, number: Number) -> tuple[WrittenUnit | None, int]:
        """The longest unit after the number, with `/unit`, `每unit` and `(counter)` where they follow, and its end."""
        unit, end = self._word(text, number.end)
        if unit is None and text.startswith(" ", number.end):
            unit, end = self._word(text, number.end + 1)  # 3.5 kg, 11.2 pcts
        if unit is None:
            return None, number.end
        of_coal = _COAL.match(text, end)
        if of_coal is not None:
            end = of_coal.end()
        if text.startswith("/", end):
            per, scale, per_end = self._per_what(text, end + 1)
            if per is not None and f"{text[number.end : end]}/{text[end + 1 : per_end]}" not in self.words:
                return _rate(unit, per, scale), per_end
        if text.startswith("每", end) and not unit.counter:
            per, per_end = self._word(text, end + 1)
            if per is not None and per.unit in self._measured_by:
                return _rate(unit, per, _ONE), per_end
        if unit.counter and text.startswith("(", end):
            inner, inner_end = self._word(text, end + 1)
            if inner is not None and text.startswith(")", inner_end):
                return replace(unit, unit=f"count:{text[number.end : inner_end + 1]}"), inner_end + 1
        return unit, end

    def in_brackets(self, text: str, begin: int, end: int) -> WrittenUnit | None:
        """产值（亿元）：5200: the unit that stands in brackets before a number without one; None where there is none."""
        if begin < 1 or text[begin - 1] not in "):： " or _GOES_ON.match(text, end):
            return None
        match = _IN_BRACKETS.search(text, max(0, begin - _LONGEST_IN_BRACKETS), begin)
        if match is None:
            return None
        unit = _PER_CENT if match["unit"] == "%" else self.words.get(match["unit"])
        if unit is not None and match["per"]:
            per = self.words.get(match["per"]) or self._per.get(match["per"])
            unit = _rate(unit, per, _ONE) if per is not None else None
        if unit is None or not match["scale"]:
            return unit
        return replace(unit, factor=unit.factor * closing_scale(match["scale"]))

    def and_half(self, text: str, number: Number) -> tuple[Number, WrittenUnit, int] | None:
        """三个半小时, 两个半月: half of a unit of time more; None where none follows."""
        timed = self._time_behind(text, "个半", number.end)
        return None if timed is None else (with_half(number), *timed)

    def and_more(self, text: str, number: Number) -> tuple[Number, WrittenUnit, int] | None:
        """两个多小时, 3个多月: more than so many of a unit of time; None where none follows."""
        timed = self._time_behind(text, "个多", number.end)
        return None if timed is None else (number._replace(more=True), *timed)

    def _time_behind(self, text: str, words: str, start: int) -> tuple[WrittenUnit, int] | None:
        """The unit of time behind a counter and one character more (个半|小时), and where it ends."""
        if not text.startswith(words, start):
            return None
        unit, length = self._word(f"个{text[start + 2 : start + _LONGEST_TIME]}", 0)
        if unit is None or unit.unit not in HALVES:
            return None
        return unit, start + 1 + length

    def in_currency(self, text: str, begin: int, unit: WrittenUnit) -> tuple[WrittenUnit, int]:
        """港币50亿元: the currency before the number is that of the 元 behind it, and part of the quantity."""
        if text[begin - 1 : begin] in self._currency_ends:
            for word, currency in self._currencies.items():
                if text.endswith(word, 0, begin):
                    return replace(unit, unit=currency), begin - len(word)
        return unit, begin

    def before_own_currency(self, text: str, begin: int) -> int:
        """约|人民币50亿元: where the name of the currency that 元 is anyway begins, if it stands before the number."""
        return next(
            (begin - len(word) for word in self._own_currency if text.endswith(word, 0, begin)), begin
        )

    def _per_what(self, text: str, start: int) -> tuple[WrittenUnit | None, Decimal, int]:
        """What stands behind a stroke: a unit (元/千瓦时), else so many of it (吨/万元), and where it ends."""
        per, end = self._word(text, start)
        if per is not None:
            return per, _ONE, end
        if (per := self._per.get(text[start : start + 1])) is not None:
            return per, _ONE, start + 1
        if (scale := _SCALE_OF_PER.match(text, start)) is None:
            return None, _ONE, start
        per, end = self._word(text, scale.end())
        return per, closing_scale(scale[0]), end

    def _word(self, text: str, start: int) -> tuple[WrittenUnit | None, int]:
        if text.startswith(STEP, start):
            return None, start
        for length in self._lengths.get(text[start : start + 1], ()):
            unit = self.words.get(text[start : start + length])
            if unit is not None:
                end = min(start + length, len(text))
                if (
                    text[end - 1].isascii()
                    and text[end - 1].isalpha()
                    and end < len(text)
                    and text[end].isascii()
                    and text[end].isalnum()
                ):
                    continue
                if text[end - 1] == "年" and length > 1 and text.startswith("度", end):
                    continue  # 9万人|年度任务
                return unit, end
        return None, start


def with_half(number: Number) -> Number:
    """A number and a half more (一年半, 一倍半)."""
    return number._replace(value=number.value + _A_HALF, resolution=_A_HALF)


def _rate(unit: WrittenUnit, per: WrittenUnit, scale: Decimal) -> WrittenUnit:
    """So many of one unit for `scale` times one of another: 0.35吨标准煤/万元 is 0.000035 t/CNY."""
    return replace(
        unit,
        unit=f"{unit.unit}/{_PER.get(per.unit, per.unit.removeprefix('count:'))}",
        factor=unit.factor / scale / per.factor,
        form=Form.AMOUNT,
        counter=False,
    )


def _form(unit: Unit) -> Form:
    if unit.dimension == "points":
        return Form.POINTS
    return Form.COUNT if unit.unit in ("person", "visit") else Form.AMOUNT
