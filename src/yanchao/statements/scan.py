"""Finding every quantity of a folded text: number, multiplier, unit and comparator, and what is none.

`Scanner(lexicon)` is compiled once from the packs; `Scanner.scan(text, skip)` is one pass from left to right.
Codes and names with a number in them (5G, 3+N, 500强, 万亿级) are seen by their form here and in `not_quantities.py`;
what can only be listed (三一重工, 一带一路) stands in the packs' `names.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from string import ascii_letters, digits

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern, replace
from yanchao.statements.bounds import NO_BOUND_BEFORE_PAST, Bounds, reached
from yanchao.statements.candidates import OVERLONG, candidate
from yanchao.statements.durations import Durations
from yanchao.statements.figures import Figure, Form, WrittenUnit
from yanchao.statements.lengths import WordFinder
from yanchao.statements.lists import (
    awaiting_unit,
    is_index,
    next_index,
    share_comparators,
    share_points,
    share_units,
    sharing_unit,
)
from yanchao.statements.not_quantities import GREAT, is_no_quantity
from yanchao.statements.numerals import DIGITS, NUMERALS, Number, closing_scale, read_number
from yanchao.statements.parts import FRACTION, RATIO, Part, fraction, is_time_of_day, members
from yanchao.statements.ranks import RankScanner
from yanchao.statements.statement import Comparator, Quantity, Span
from yanchao.statements.units import AND_A_HALF, HALVES, UnitReader, with_half

_CN = r"[零一二两三四五六七八九十百千万亿]"
_DOUBLING = pattern(r"翻(?:了)?(一|两|二|三|四|1|2|3)?番(半)?")
_NO_TENTHS = "为立长功果员本品都熟效交型就套年渝"
_TENTHS = pattern(rf"(?P<tenths>[一二两三四五六七八九1-9](?:\.\d)?)成(?P<half>半)?(?![{_NO_TENTHS}])")
_TENTHS_RANGE = pattern(
    rf"(?P<low>[一二两三四五六七八九1-9])成?(?:至|到|—|-|~)?(?P<high>[二三四五六七八九2-9])成(?![半{_NO_TENTHS}])"
)
"""五至六成, 三四成, 两成到三成: the least and the largest tenths of one share."""

_HALF = pattern(r"(?:一半|半数|(?<=过)半(?!数)|(?<=近)半(?![年月天日个小世辈百载场生夜途程]))")
_PERCENT = pattern(r"%|‰|个?百分点|个?基点|倍(?!频|增|率|数|加|感)")
_DIGITS = pattern(r"\d+(?:\.\d+)?")
_RANGE = pattern(r"(?:——|—|-|~|至|到)(?=[\d一二两三四五六七八九十])")
_MAY_RANGE = frozenset("—-~至到")
_MAY_BE_PERCENT = frozenset("%‰个百基倍")
_MAY_BE_A_FORM = frozenset("分成/:：比至到—-~")
_IN_A_CODE = frozenset(ascii_letters + digits + ")+-×*/#&_")
_CODE_BEFORE = frozenset(f"+×*.#№_&{ascii_letters}")
_NAME_AFTER = pattern(
    r"[级强届期号版代佳维型式线星股线]|GE?|D(?![Pp])|\+(?=[\dA-Za-z“])|(?<=\d)[A-Za-z](?![A-Za-z])|座城|链|纵|横|步走|位一体|化|字|手抓|不|者|边|面|方"
)
_CODE = pattern(r"[A-Za-z\d+×*.#\-_&/]+(?:N|X)?")
_ONE, _A_HALF, _PER_CENT, _PER_MILLE = Decimal(1), Decimal("0.5"), Decimal("0.01"), Decimal("0.001")
_QUOTED_SHORT = pattern(r"“[^”，。]{0,3}$")
_ACRONYM = pattern(r"(?<![A-Za-z])[A-Z][A-Z&]{1,4}$")
_STROKE = pattern(r"(\d{1,2})/(\d{1,3})(?![\d/])")
_SHARE_BEFORE = pattern(r"(?:占|达|达到|为|约|近|超|超过|过|的|国|省|球|市|不足|不到)$")
_CLOSES_A_CLASS = pattern(
    r"$|[，。；、]|(?:的)?(?:[\u4e00-\u9fff]{2})?[\u4e00-\u9fff]{0,4}(?:项目|企业|工程|订单|大单|集群|园区|产品|街区|楼宇)"
)
"""亿元以上|项目: what may follow a bare place word that only 以上 bounds."""

_PLACES_MOVED = pattern(r"(?:前进|前移|上升|提升|跃升|晋升|后退|后移|下降|下滑)了?$")
_CHANGES_BY = pattern(r"(?:增加|增长|新增|增|提高|提升|上升|减少|下降|降低|缩减)了?[约近]?$")
_FAR_MORE = 3
"""What comes of a change is so many times the change at least; less is a range (增加90万吨至100万吨)."""

_COMES_FROM = pattern(r"[从由自][^，。；]{0,14}$")
_MORE_THAN_UNIT = pattern(r"多(?!\d)")
"""40元多 is more than 40; in 比40元多12元 it is the verb of the next figure."""

_MORE_UNITS = frozenset(
    ("year", "month", "hour", "day", "minute", "CNY", "t", "kg", "km", "m", "mu", "ha", "m2", "km2")
)
_MORE = pattern(r"多(?!数|种|样|元|个|年|项|地|方|次)")
_CLAIMS_NUMBER = pattern(r"(?:从|由|为|达|达到|至|到|是|于|比|差|分|度|率|数|值|约|超|破|超过|突破|的)$")
_MILESTONES = ("大关", "大台阶")


_PLAIN_COUNT = WrittenUnit("count", _ONE, Form.COUNT, True, False)


class Scanner:
    """The packs' units, comparators and names, compiled for one pass over a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._units = UnitReader(lexicon)
        self._durations = Durations(lexicon)
        self._bounds = Bounds(lexicon)
        self.candidate = candidate(self._units.openings)
        universes = [cue.text for cue in lexicon.cues if cue.role == "universe"]
        universes += [
            word
            for word, region in lexicon.region_by_word.items()
            if region.level in ("world", "country", "province")
        ]
        ranked = [cue.text for cue in lexicon.cues if cue.role == "ranked"]
        self._ranks = RankScanner(universes, ranked, self._units.words)
        self._names = WordFinder([name.text for name in lexicon.names])

    def scan(self, text: str, skip: Sequence[tuple[int, int]] = ()) -> tuple[Figure, ...]:
        """All quantities of `text` in order, none inside the ranges of `skip` (dates, titles)."""
        blocked = self._blocked(text, skip)
        figures: list[Figure] = []
        waiting: list[Number] = []
        position = floor = 0
        search = self.candidate.search
        while match := search(text, position):
            start = match.start()
            position = start + 1
            if blocked[start]:
                continue
            found, after = self._at(text, start, floor)
            if found:
                if waiting:
                    shared = sharing_unit(text, waiting, found[0])
                    while shared and figures and figures[-1].start >= shared[0].start:
                        figures.pop()  # 拉动分别为3.9、0.9和0.7个百分点: they were taken for indices
                    figures.extend(shared)
                    waiting = []
                figures.extend(found)
                floor = found[-1].quantity.end
                if found[0].form is Form.INDEX:
                    waiting = awaiting_unit(text, start, waiting)
            else:
                if (
                    figures
                    and figures[-1].form is Form.INDEX
                    and (index := next_index(text, start, figures[-1]))
                ):
                    figures.append(index)
                waiting = awaiting_unit(text, start, waiting)
            if after > position:
                position = after
        return tuple(share_comparators(text, share_units(text, share_points(text, figures))))

    def _blocked(self, text: str, skip: Sequence[tuple[int, int]]) -> bytearray:
        """One byte a character: set where a number may not begin."""
        blocked = bytearray(len(text) + 1)
        for start, end in skip:
            blocked[start:end] = b"\1" * (end - start)
        for run in OVERLONG.finditer(text):
            blocked[run.start() : run.end()] = b"\1" * (run.end() - run.start())
        for end, first in self._names.find(text):
            last = end - 1
            # 百 of 百度 is blocked, 十分 of 三十分之一 is not: a name inside a longer number is no name.
            if text[first] in NUMERALS and first and text[first - 1] in NUMERALS and not blocked[first - 1]:
                continue
            if (
                text[first] in NUMERALS
                and text[last] in NUMERALS
                and (text[last + 1 : last + 2] or " ") in NUMERALS
            ):
                continue
            if text[last] == "分" and text.startswith("之", end):
                continue  # 十分之一
            blocked[first:end] = b"\1" * (end - first)
        return blocked

    def _at(self, text: str, start: int, floor: int) -> tuple[list[Figure], int]:
        """The figures that begin at `start`, and where to go on."""
        character = text[start]
        if character.isdigit():
            return self._digits(text, start, floor)
        if character == "第":
            return self._ranks.ordinal(text, start, floor)
        if character in "首榜":
            if self._ranks.is_first_place(text, start, floor):
                return [self._ranks.rank(text, start, start + 2, 1, Comparator.EQUAL, floor)], start + 2
            return [], start + 1
        if character == "前":
            return self._ranks.front(text, start, floor)
        if character == "连":
            return self._ranks.streak(text, start)
        if character == "翻":
            return self._doubling(text, start)
        if character == "过":
            return self._past(text, start)
        if character in "半一" and (half := _HALF.match(text, start)):
            return [
                self._plain(text, start, half.end(), Decimal("0.5"), Decimal("0.1"), Form.PERCENT, "1")
            ], half.end()
        if character == "半":
            return self._half_a_time(text, start)
        if parted := self._parts(text, start):
            return parted
        number = read_number(text, start)
        return ([], start + 1) if number is None else self._number(text, number, floor)

    def _digits(self, text: str, start: int, floor: int) -> tuple[list[Figure], int]:
        """The figures that begin with the Arabic digit at `start`, and where to go on; the last figure ends at `floor`."""
        run = _DIGITS.match(text, start)
        special = run is not None and text[run.end() : run.end() + 1] in _MAY_BE_A_FORM
        if special and (parted := self._parts(text, start) or self._stroke(text, start)):
            return parted
        if start and text[start - 1] in _CODE_BEFORE and not self._follows_a_word(text, start):
            return [], _end_of_code(text, start)
        if special and (ratio := RATIO.match(text, start)):
            if is_time_of_day(text, ratio):
                return [], ratio.end()
            if parts := members(text, ratio):
                return self._parted(text, parts), ratio.end()
        number = read_number(text, start)
        return ([], start + 1) if number is None else self._number(text, number, floor)

    def _parts(self, text: str, start: int) -> tuple[list[Figure], int] | None:
        """百分之五, 近四成: parts of a whole; None where there is none."""
        if match := FRACTION.match(text, start):
            return self._fraction(text, match)
        opens = start == 0 or text[start - 1] not in NUMERALS
        if (
            opens
            and (between := _TENTHS_RANGE.match(text, start))
            and not _COMES_FROM.search(text, max(0, start - 16), start)
        ):
            low, high = (
                Decimal(DIGITS.get(between[end]) or int(between[end])) / 10 for end in ("low", "high")
            )
            if low < high:
                tenth, middle = Decimal("0.1"), (low + high) / 2
                return [
                    self._figure(
                        text, start, between.end(), middle, tenth, Form.PERCENT, "1", low=low, high=high
                    )
                ], between.end()
        if opens and (tenths := _TENTHS.match(text, start)):
            value = Decimal(DIGITS.get(tenths["tenths"]) or tenths["tenths"]) / 10
            step = Decimal("0.05") if tenths["half"] else Decimal(1).scaleb(-len(tenths["tenths"]) // 2)
            value += Decimal("0.05") if tenths["half"] else 0
            return [self._plain(text, start, tenths.end(), value, step, Form.PERCENT, "1")], tenths.end()
        return None

    def _stroke(self, text: str, start: int) -> tuple[list[Figure], int] | None:
        """占全国1/3: a fraction with a stroke; None where it is none."""
        stroke = _STROKE.match(text, start)
        if (
            stroke is None
            or not 0 < int(stroke[1]) < int(stroke[2]) <= 100
            or not _SHARE_BEFORE.search(text, max(0, start - 3), start)
        ):
            return None
        value = Decimal(stroke[1]) / Decimal(stroke[2])
        return [self._plain(text, start, stroke.end(), value, value / 10, Form.PERCENT, "1")], stroke.end()

    def _follows_a_word(self, text: str, start: int) -> bool:
        """人均GDP12.3万元, 同比+3.5%: a number with a unit after a word in Latin letters or a sign, and no code (Q345)."""
        number = read_number(text, start)
        if number is None or (text[start - 1] == "+" and start > 1 and text[start - 2] in _IN_A_CODE):
            return False
        if text[start - 1] == "+" and text[start - 2 : start - 1] == "(":
            return _PERCENT.match(text, number.end) is not None  # 90万吨(+1.2%)
        if text[start - 1] != "+" and not _ACRONYM.search(text, max(0, start - 6), start):
            return False
        if _PERCENT.match(text, number.end):
            return True
        unit, _ = self._unit(text, number)
        return unit is not None and not unit.counter and unit.form is Form.AMOUNT and len(unit.unit) > 1

    # -- the written forms, most frequent first

    def _number(self, text: str, number: Number, floor: int) -> tuple[list[Figure], int]:
        sign = _ONE
        begin = start = number.start
        if (
            start
            and text[start - 1] in "-+"
            and (start == 1 or start - 1 > floor)  # 100亿元+10亿美元: what joins two figures is no sign
            and not number.chinese
            and (start == 1 or "\u4e00" <= text[start - 2] <= "\u9fff" or text[start - 2] in "，、(：:")
        ):
            sign, begin = Decimal(-1) if text[start - 1] == "-" else _ONE, start - 1
        end = number.end
        after = text[end : end + 1]
        if after in _MAY_RANGE and (range_mark := _RANGE.match(text, end)):
            ranged = self._range(text, begin, number, None, range_mark.end())
            if ranged:
                return ranged
        if after in _MAY_BE_PERCENT and (percent := _PERCENT.match(text, end)):
            return self._percent(text, begin, number, sign, percent)
        if after == "连" and (run := self._ranks.run(text, begin, number)) is not None:
            return [run], run.end
        unit, unit_end = self._unit(text, number)
        if after == "个":
            timed = self._units.and_half(text, number) or self._units.and_more(text, number)
            number, unit, unit_end = timed if timed is not None else (number, unit, unit_end)
        if unit is None or (unit.unit == GREAT and text.startswith(_MILESTONES, number.end)):
            if unit is None and (lent := self._units.in_brackets(text, begin, number.end)) is not None:
                figure = self._plain(
                    text, begin, number.end, number.value * lent.factor * sign, number.resolution * lent.factor,
                    lent.form, lent.unit,
                )  # fmt: skip
                return [figure], figure.end
            return self._unitless(text, begin, number, sign)  # 突破7000亿|大关
        if unit.unit in HALVES and AND_A_HALF.match(text, unit_end):
            number, unit_end = with_half(number), unit_end + 1
        if is_no_quantity(text, begin, number, unit, unit_end, self._durations):
            return [], unit_end
        if (
            number.bare
            and not number.more
            and not self._bounds.are_before(text, begin)
            and not reached(text, begin, unit_end)
        ):
            closing = self._bounds.after(text, unit_end)
            if closing is None or not _CLOSES_A_CLASS.match(text, closing[0].end):
                return [], unit_end
        if text[unit_end : unit_end + 1] in _MAY_RANGE and (range_mark := _RANGE.match(text, unit_end)):
            ranged = self._range(text, begin, number, (unit, unit_end), range_mark.end())
            if ranged:
                return ranged
        if (
            unit.unit == "person"
            and text[unit_end - 1] in "位名"
            and _PLACES_MOVED.search(text, max(0, begin - 3), begin)
        ):
            unit = replace(unit, unit=f"count:{text[number.end : unit_end]}")  # 较上年前进3位
        if unit.unit == "CNY":
            unit, begin = self._units.in_currency(text, begin, unit)
            named = self._units.before_own_currency(text, begin)
            if self._bounds.before(text, named) is not None:
                begin = named  # 约人民币26亿元
        if unit.place and unit.unit == _PLAIN_COUNT.unit:
            unit_end = number.end  # 16|地市: a noun, and no counter
        factor = unit.factor * sign
        figure = self._figure(
            text, begin, unit_end, number.value * factor, number.resolution * unit.factor, unit.form, unit.unit,
            low=None if number.low is None else number.low * factor,
            high=None if number.high is None else number.high * factor,
            more=number.more,
        )  # fmt: skip
        return [figure], figure.end

    def _percent(
        self, text: str, begin: int, number: Number, sign: Decimal, percent: re.Match[str]
    ) -> tuple[list[Figure], int]:
        if number.bare and number.chinese and not self._bounds.are_before(text, begin):
            return [], percent.end()
        end = percent.end()
        if percent[0] == "倍" and AND_A_HALF.match(text, end):
            number, end = with_half(number), end + 1
        scale, form, unit = _percent_form(percent[0])
        if text[end : end + 1] in _MAY_RANGE and (range_mark := _RANGE.match(text, end)):
            second = read_number(text, range_mark.end()) if range_mark.end() < len(text) else None
            closing = _PERCENT.match(text, second.end) if second else None
            if (
                second
                and closing
                and _percent_form(closing[0])[2] == unit
                and not _from_before(text, begin, range_mark)
            ):
                return self._closed_range(
                    text, begin, number, second, closing.end(), scale, scale, form, unit
                )
        figure = self._figure(
            text, begin, end, number.value * scale * sign, number.resolution * scale, form, unit, more=number.more,
            low=None if number.low is None else number.low * scale,
            high=None if number.high is None else number.high * scale,
        )  # fmt: skip
        return [figure], figure.end

    def _range(
        self, text: str, begin: int, first: Number, opening: tuple[WrittenUnit, int] | None, at: int
    ) -> tuple[list[Figure], int] | None:
        """`3—4个`, `1.2—1.5万亿元`, `50万至60万吨`: one quantity with two ends; None where it is no range."""
        mark = text[at - 1]
        if at >= len(text) or (mark in "至到" and _COMES_FROM.search(text, max(0, begin - 16), begin)):
            return None
        changes = mark in "至到" and _CHANGES_BY.search(text, max(0, begin - 5), begin) is not None
        second = read_number(text, at)
        if second is None or second.low is not None:
            return None
        if percent := _PERCENT.match(text, second.end):
            if opening is not None:
                return None
            scale, form, unit_text = _percent_form(percent[0])
            return self._closed_range(
                text, begin, first, second, percent.end(), scale, scale, form, unit_text
            )
        unit, unit_end = self._unit(text, second)
        if unit is None and text[second.end - 1] in "万亿":
            unit = _PLAIN_COUNT  # 1.5至2亿
        if unit is None or (opening is not None and opening[0].unit != unit.unit):
            return None
        if is_no_quantity(text, begin, second, unit, unit_end, self._durations):
            return [], unit_end
        scale = Decimal(1)
        if opening is None and first.resolution <= 1 < second.resolution and first.value < second.value:
            written = text[at : second.end]
            scale = closing_scale(written)
        first_factor = (opening[0].factor if opening else unit.factor) * scale
        if changes and second.value * unit.factor > _FAR_MORE * first.value * first_factor:
            return None  # 增加90亿元至1200亿元: by how much, and to how much
        return self._closed_range(
            text, begin, first, second, unit_end, first_factor, unit.factor, unit.form, unit.unit
        )

    def _closed_range(
        self, text: str, begin: int, first: Number, second: Number, end: int,
        first_factor: Decimal, second_factor: Decimal, form: Form, unit: str,
    ) -> tuple[list[Figure], int]:  # fmt: skip
        low, high = first.value * first_factor, second.value * second_factor
        if low >= high:
            return [], end
        step = min(first.resolution * first_factor, second.resolution * second_factor)
        figure = self._figure(text, begin, end, (low + high) / 2, step, form, unit, low=low, high=high)
        return [figure], figure.end

    def _unitless(self, text: str, begin: int, number: Number, sign: Decimal) -> tuple[list[Figure], int]:
        """A number without a unit: a plain count where 万 or 亿 closes it, an index where it is a decimal claim."""
        end = number.end
        if _NAME_AFTER.match(text, end):
            return [], end + 1
        if text.startswith("多", end) or number.low is not None:
            return [], end
        closes = text[end - 1] in "万亿" or (number.more and text[end - 2] in "万亿")
        if (
            number.bare
            and _QUOTED_SHORT.search(text, max(0, begin - 4), begin)
            and "”" in text[end : end + 3]
        ):
            return [], end  # “双过万”
        if closes and (not number.bare or self._bounds.are_before(text, begin)) and number.value >= 10000:
            figure = self._figure(
                text,
                begin,
                end,
                number.value * sign,
                number.resolution,
                Form.COUNT,
                "count",
                more=number.more,
            )
            return [figure], figure.end
        if number.chinese:
            return [], end
        rest = text[end : end + 1]
        if rest and ((rest.isascii() and rest.isalnum()) or rest in "+×*/:.#"):
            return [], _end_of_code(text, end)
        claimed = "." in text[begin:end] and _CLAIMS_NUMBER.search(text, max(0, begin - 3), begin)
        if claimed or is_index(text, begin, end):
            figure = self._figure(text, begin, end, number.value * sign, number.resolution, Form.INDEX, "1")
            return [figure], figure.end
        return [], end

    def _parted(self, text: str, parts: Sequence[Part]) -> list[Figure]:
        """The figures of a ratio; a comparator bounds a ratio of two alone."""
        if len(parts) == 1:
            (part,) = parts
            return [self._plain(text, part.start, part.end, part.value, part.step, Form.RATIO, "1")]
        return [
            Figure(Quantity(part.start, part.end, part.value, "1", Comparator.EQUAL, part.step), Form.RATIO)
            for part in parts
        ]

    def _fraction(self, text: str, match: re.Match[str]) -> tuple[list[Figure], int]:
        part = fraction(match)
        if part is None:
            return [], match.end()
        more = match[0].endswith("强")
        figure = self._figure(text, part.start, part.end, part.value, part.step, Form.PERCENT, "1", more=more)
        return [figure], figure.end

    def _doubling(self, text: str, start: int) -> tuple[list[Figure], int]:
        """翻一番 is a growth of 1, 翻两番 of 3, 翻两番半 of two doublings and the root of one."""
        match = _DOUBLING.match(text, start)
        if match is None or (start and text[start - 1] == "个"):
            return [], start + 1
        count = DIGITS.get(match[1] or "一") or int(match[1])
        times = Decimal(2**count)
        if match[2]:
            times = (times * Decimal(2).sqrt()).quantize(Decimal("0.01"))
        figure = self._plain(text, start, match.end(), times - 1, Decimal("0.1"), Form.TIMES, "1")
        return [figure], figure.end

    def _half_a_time(self, text: str, start: int) -> tuple[list[Figure], int]:
        """缩短至半小时, 提前半年: half of a unit of time that is told for its own sake."""
        half = Number(start, start + 1, _A_HALF, _A_HALF, chinese=True)
        unit, end = self._unit(text, half)
        if unit is None or unit.unit not in HALVES or text[start - 1 : start] == "近":
            return [], start + 1
        told = self._durations
        if not told.is_claimed(text, start) or told.is_window(text, start, half, unit, end):
            return [], start + 1
        figure = self._plain(text, start, end, _A_HALF * unit.factor, unit.factor / 10, unit.form, unit.unit)
        return [figure], figure.end

    def _past(self, text: str, start: int) -> tuple[list[Figure], int]:
        """过万, 过亿元, 过半, 过半数: 过 bounds a place word that stands alone."""
        if start and text[start - 1] in NO_BOUND_BEFORE_PAST:
            return [], start + 1
        if text.startswith("半", start + 1):
            end = start + len("过半数" if text.startswith("半数", start + 1) else "过半")
            quantity = Quantity(
                start, end, Decimal("0.5"), "1", Comparator.MORE, Decimal("0.1"),
                comparators=((Span(start, start + 1), Comparator.MORE),),
            )  # fmt: skip
            return [Figure(quantity, Form.PERCENT)], end
        return [], start + 1

    # -- what stands around a number

    def _unit(self, text: str, number: Number) -> tuple[WrittenUnit | None, int]:
        """The unit after the number, and where it ends; none where only digits count by it (三线, 两头; but 超过千列)."""
        unit, end = self._units.after(text, number)
        if unit is None or not (unit.digits_only and number.chinese):
            return unit, end
        return (
            (unit, end) if number.bare and self._bounds.are_before(text, number.start) else (None, number.end)
        )

    def _plain(
        self, text: str, start: int, end: int, value: Decimal, step: Decimal, form: Form, unit: str
    ) -> Figure:
        return self._figure(text, start, end, value, step, form, unit)

    def _figure(
        self, text: str, start: int, end: int, value: Decimal, resolution: Decimal, form: Form, unit: str,
        *, low: Decimal | None = None, high: Decimal | None = None, more: bool = False,
    ) -> Figure:  # fmt: skip
        """Put the comparator words that touch the number around it; the first of several wins."""
        begin, words = self._bounds.around(text, start, unit)
        if unit in _MORE_UNITS and _MORE_THAN_UNIT.match(text, end):
            more, end = True, end + 1
        if form in (Form.PERCENT, Form.TIMES) and text[end - 1] in "成半倍番" and _MORE.match(text, end):
            more, end = True, end + 1
        counts = form is Form.COUNT and unit != "person"
        if (after := self._bounds.after(text, end, counts=counts)) is not None:
            words.append(after)
            end = after[0].end
        chosen = words[0][1] if words else Comparator.MORE if more else Comparator.EQUAL
        quantity = Quantity(begin, end, value, unit, chosen, resolution, low, high, tuple(words))
        return Figure(quantity, form)


def _percent_form(word: str) -> tuple[Decimal, Form, str]:
    if word == "%":
        return _PER_CENT, Form.PERCENT, "1"
    if word == "‰":
        return _PER_MILLE, Form.PERCENT, "1"
    if word == "倍":
        return _ONE, Form.TIMES, "1"
    return _ONE, Form.POINTS, "bp" if word.endswith("基点") else "pp"


def _from_before(text: str, begin: int, mark: re.Match[str]) -> bool:
    """从5%到8% goes from one figure to another: two quantities, no range."""
    return mark[0] in "至到" and _COMES_FROM.search(text, max(0, begin - 16), begin) is not None


def _end_of_code(text: str, start: int) -> int:
    """The end of a run of letters, digits and joiners that makes a name (20+8, B2B, GB/T)."""
    match = _CODE.match(text, start)
    return match.end() if match else start + 1
