"""How long something takes, as a claim (历时3年, 提前两个月), against a window of time that dates another figure (近5年, 3年来)."""

from __future__ import annotations

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.figures import WrittenUnit
from yanchao.statements.numerals import Number

TIMES = frozenset(("year", "month", "day", "hour", "minute", "week", "count:季度"))
"""The units of time."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LEAST_YEAR_WRITTEN_OUT = 3
_PLACES = frozenset("十百千")
_PASSES_FOR_A_DATE = frozenset("日周")
_OPENS_A_WINDOW = pattern(r"(?:(?<!提)前|近|头)$")
"""前3个月, 近两个月; 提前3个月 tells how long."""

_LONGEST_CUE = 6


class Durations:
    """The packs' words around a time that is told for its own sake."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._claimed_before = pattern(rf"(?:{lexicon.any_cue('lasting')})了?$")
        self._claimed_behind = pattern(lexicon.any_cue("lasting-behind"))
        self._in_a_name = pattern(rf"{lexicon.any_cue('not-lasting')}|达(?!到)|[^，。；]{{0,5}}圈")

    def is_claimed(self, text: str, begin: int) -> bool:
        """Whether what stands before `begin` says that the time there is told for its own sake (历时, 提前)."""
        return self._claimed_before.search(text, max(0, begin - _LONGEST_CUE), begin) is not None

    def is_window(self, text: str, begin: int, number: Number, unit: WrittenUnit, end: int) -> bool:
        """Whether a number with a unit of time is a date, a window that dates another figure, or part of a name."""
        word = text[number.end : end]
        if unit.unit == "year" and word != "岁":
            if _is_a_date(text, number) or self._in_a_name.match(text, end):
                return True
            return not (self.is_claimed(text, begin) or self._is_claimed_behind(text, end))
        if word in _PASSES_FOR_A_DATE and not self._is_claimed_behind(text, end):
            return True
        if unit.unit == "month" and _OPENS_A_WINDOW.search(text, max(0, begin - 2), begin):
            return True
        return self._in_a_name.match(text, end) is not None or (number.chinese and number.value == 1)

    def _is_claimed_behind(self, text: str, end: int) -> bool:
        """三年时间, 三年|多时间."""
        return self._claimed_behind.match(text, end + text.startswith("多", end)) is not None


def _is_a_date(text: str, number: Number) -> bool:
    """2035年, 二〇三五年, and 二三五年 where a scan lost its zero."""
    if _FIRST_YEAR <= number.value <= _LAST_YEAR:
        return True
    digits = text[number.start : number.end]
    return number.chinese and len(digits) >= _LEAST_YEAR_WRITTEN_OUT and _PLACES.isdisjoint(digits)
