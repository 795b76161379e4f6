"""The slips: what fingers, scanners and editors do to figures, one kind a function, every slip of a kind that a text allows.

Each knows what the changed figures would read as to somebody who reads the text right; nothing of this comes from reading the
changed text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from benchmarks.inject.rereading import Edit
from benchmarks.inject.texts import CleanText
from benchmarks.inject.ties import sums
from yanchao.documents.document import BlockKind
from yanchao.statements.statement import Kind, Statement

NUMBER = re.compile(r"\d+(?:\.\d+)?")
MULTIPLIER = re.compile(r"万亿|[千百]万|[亿万]")
UNIT = re.compile(r"个百分点|[%％]|[^\d以左上余多、，。；()（）\s]+")
ORDINAL = re.compile(r"第([一二三四五六七八九十]|\d{1,2})")
NUMERALS = "零一二三四五六七八九十"
YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年)")
VERB = re.compile(r"(?<!分别)(增长|上升|提高|提升|增加|下降|降低|减少|回落)(?=了?(?:约|超过|超|近)?$)")
OPPOSITE = {
    "增长": "下降",
    "上升": "下降",
    "提高": "下降",
    "提升": "下降",
    "增加": "减少",
    "下降": "增长",
    "降低": "提高",
    "减少": "增加",
    "回落": "提高",
}
MISREAD = {"1": "7", "7": "1", "3": "8", "8": "3", "5": "6", "6": "5", "0": "O"}
OTHER_MULTIPLIER = {
    "亿": ("万", Decimal("1E-4")),
    "万": ("亿", Decimal("1E+4")),
    "万亿": ("亿", Decimal("1E-4")),
}
OFF = (1, -1, 2, -3, 10, -10)
"""By how many steps of its last digit a total, or a part, is changed."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip. `changed` are the numbers of the statements it touches, each with what it would read as, at its clean place."""

    kind: str
    edits: tuple[Edit, ...]
    changed: tuple[tuple[int, Statement], ...]
    loses_unit: bool = False


@dataclass(frozen=True, slots=True)
class Plain:
    """A quantity with one number in digits: where the number and its multiplier stand, and what one of it is worth."""

    number: int
    statement: Statement
    start: int
    digits: str
    multiplier: str

    @property
    def end(self) -> int:
        return self.start + len(self.digits)

    @property
    def worth(self) -> Decimal:
        return self.statement.value / Decimal(self.digits)

    def reads(self, digits: str, factor: Decimal = Decimal(1)) -> Statement:
        """The statement with these digits in place of its own, and its multiplier `factor` times as large."""
        worth = self.worth * factor
        step = abs(worth) / Decimal(10) ** len(digits.partition(".")[2])
        quantity = replace(self.statement.quantity, value=Decimal(digits) * worth, resolution=step)
        return replace(self.statement, quantity=quantity)


def plain(text: CleanText) -> Iterator[Plain]:
    """The quantities of a text that are one number in digits."""
    for number, statement in enumerate(text.statements):
        found = as_plain(text.document.text[statement.start : statement.end], number, statement)
        if found is not None:
            yield found


def as_plain(printed: str, number: int, statement: Statement) -> Plain | None:
    """A quantity as `printed`, where it is one number in digits."""
    numbers = list(NUMBER.finditer(printed))
    is_other = statement.quantity.low is not None or statement.kind in (Kind.RANK, Kind.STREAK)
    if len(numbers) != 1 or is_other or not statement.value or "," in printed or not numbers[0][0].isascii():
        return None
    multiplier = MULTIPLIER.match(printed, numbers[0].end())
    return Plain(
        number,
        statement,
        statement.start + numbers[0].start(),
        numbers[0][0],
        multiplier[0] if multiplier else "",
    )


def _digits(kind: str, text: CleanText) -> Iterator[Slip]:
    for one in plain(text):
        for digits in printed_instead(kind, one.digits):
            yield _slip(kind, one, digits)


def printed_instead(kind: str, digits: str) -> Iterator[str]:
    """What a slip of a kind that touches nothing but digits may make of a number."""
    for wrong in dict.fromkeys(DIGITS[kind](digits)):
        if Decimal(wrong) and Decimal(wrong) != Decimal(digits):
            yield wrong


def _slip(kind: str, one: Plain, digits: str) -> Slip:
    return Slip(kind, (Edit(one.start, one.end, digits),), ((one.number, one.reads(digits)),))


def _with_moved_point(digits: str) -> Iterator[str]:
    """57.1 becomes 571 or 5.71; 570 becomes 57.0."""
    whole, _, decimals = digits.partition(".")
    if decimals:
        if whole != "0":
            yield whole + decimals
        if len(decimals) > 1:
            yield f"{(whole + decimals[0]).lstrip('0') or '0'}.{decimals[1:]}"
    if len(whole) > 1:
        yield f"{whole[:-1]}.{whole[-1]}{decimals}"


def _without_a_digit(digits: str) -> Iterator[str]:
    """570.7 becomes 57.7."""
    for index, digit in enumerate(digits):
        shorter = digits[:index] + digits[index + 1 :]
        if digit != "." and _is_number(shorter):
            yield shorter


def _with_a_digit_twice(digits: str) -> Iterator[str]:
    """570.7 becomes 5570.7."""
    for index, digit in enumerate(digits):
        if digit != "." and _is_number(digits[:index] + digit + digits[index:]):
            yield digits[:index] + digit + digits[index:]


def _with_swapped_digits(digits: str) -> Iterator[str]:
    """570.7 becomes 750.7."""
    for index in range(len(digits) - 1):
        swapped = digits[:index] + digits[index + 1] + digits[index] + digits[index + 2 :]
        if "." not in digits[index : index + 2] and _is_number(swapped):
            yield swapped


DIGITS: dict[str, Callable[[str], Iterator[str]]] = {
    "point moved": _with_moved_point,
    "digit lost": _without_a_digit,
    "digit doubled": _with_a_digit_twice,
    "digits swapped": _with_swapped_digits,
}
"""The kinds of slip that touch nothing but the digits of one number."""


def other_multiplier(text: CleanText) -> Iterator[Slip]:
    """亿 becomes 万, 万 becomes 亿."""
    for one in plain(text):
        if one.multiplier in OTHER_MULTIPLIER:
            wrong, factor = OTHER_MULTIPLIER[one.multiplier]
            edit = Edit(one.end, one.end + len(one.multiplier), wrong)
            yield Slip("万 for 亿", (edit,), ((one.number, one.reads(one.digits, factor)),))


def misread(text: CleanText) -> Iterator[Slip]:
    """A scan takes 8 for 3, or 0 for the letter O."""
    for one in plain(text):
        for index, digit in enumerate(one.digits):
            if digit not in MISREAD:
                continue
            digits = one.digits[:index] + MISREAD[digit] + one.digits[index + 1 :]
            edit = Edit(one.start, one.end, digits)
            if digits.replace(".", "").isdigit():
                yield Slip("misread", (edit,), ((one.number, one.reads(digits)),))
            else:
                yield Slip("misread", (edit,), ((one.number, one.statement),))


def _is_number(digits: str) -> bool:
    """Whether somebody would type it: no nought before other digits, no point at an end."""
    whole, point, decimals = digits.partition(".")
    return whole.isdigit() and (not point or bool(decimals)) and (whole == "0" or whole[0] != "0")


def figures_swapped(text: CleanText) -> Iterator[Slip]:
    """Two figures of one sentence change places."""
    found = list(plain(text))
    for index, first in enumerate(found):
        for second in found[index + 1 : index + 3]:
            a, b = first.statement, second.statement
            if (a.sentence, a.unit, a.kind) != (b.sentence, b.unit, b.kind) or a.value == b.value:
                continue
            if first.multiplier != second.multiplier or (a.value > 0) != (b.value > 0):
                continue
            edits = (
                Edit(first.start, first.end, second.digits),
                Edit(second.start, second.end, first.digits),
            )
            changed = (first.number, first.reads(second.digits)), (second.number, second.reads(first.digits))
            yield Slip("figures swapped", edits, changed)


def other_direction(text: CleanText) -> Iterator[Slip]:
    """增长 becomes 下降, and the other way."""
    for one in plain(text):
        if one.statement.kind not in (Kind.GROWTH, Kind.CHANGE):
            continue
        before = max(one.statement.sentence.start, one.statement.start - 10)
        verb = VERB.search(text.document.text[before : one.statement.start])
        if verb is not None:
            quantity = replace(one.statement.quantity, value=-one.statement.value)
            edit = Edit(before + verb.start(), before + verb.end(), OPPOSITE[verb[1]])
            yield Slip(
                "growth for decline", (edit,), ((one.number, replace(one.statement, quantity=quantity)),)
            )


def percent_for_points(text: CleanText) -> Iterator[Slip]:
    """个百分点 becomes %."""
    for one in plain(text):
        place = text.document.text.find("个百分点", one.end, one.statement.end)
        if place < 0 or one.statement.unit != "pp":
            continue
        quantity = replace(
            one.statement.quantity,
            unit="1",
            value=one.statement.value / 100,
            resolution=one.statement.quantity.resolution / 100,
        )
        reads = replace(one.statement, quantity=quantity, kind=Kind.GROWTH)
        yield Slip("% for points", (Edit(place, place + 4, "%"),), ((one.number, reads),))


def wrong_rank(text: CleanText) -> Iterator[Slip]:
    """第二 becomes 第三, 第三 becomes 第二."""
    for number, statement in enumerate(text.statements):
        if statement.kind is not Kind.RANK or statement.quantity.low is not None:
            continue
        ordinal = ORDINAL.search(text.document.text, statement.start, statement.end)
        if ordinal is None:
            continue
        for rank in (int(statement.value) + 1, int(statement.value) - 1):
            if rank < 1 or (rank > 10 and not ordinal[1].isdigit()):
                continue
            quantity = replace(statement.quantity, value=Decimal(rank))
            word = str(rank) if ordinal[1].isdigit() else NUMERALS[rank]
            edit = Edit(*ordinal.span(1), word)
            yield Slip("wrong rank", (edit,), ((number, replace(statement, quantity=quantity)),))


def year_off(text: CleanText) -> Iterator[Slip]:
    """2024年 becomes 2023年; every figure that the year dates, or whose plan it dates, is another year's."""
    paragraphs = [block for block in text.document.blocks if block.kind is not BlockKind.HEADING]
    stating = {text.document.blocks[number] for number in text.block_of}
    for block in paragraphs:
        if block not in stating:
            continue
        for year in YEAR.finditer(text.document.text, block.start, block.end):
            for wrong in (str(int(year[1]) + 1), str(int(year[1]) - 1)):
                changed = tuple(
                    (number, dated)
                    for number, one in enumerate(text.statements)
                    if (dated := _dated(one, year.start(), year[1], wrong)) is not None
                )
                if changed:
                    yield Slip("year off", (Edit(*year.span(), wrong),), changed)


def _dated(one: Statement, place: int, right: str, wrong: str) -> Statement | None:
    """The statement with the wrong year, if its period or its source was read from the words at `place`."""
    period, source = one.words("period"), one.words("source")
    if period is not None and period.start <= place < period.end and one.period and right in one.period:
        return replace(one, period=one.period.replace(right, wrong))
    if source is not None and source.start <= place < source.end and one.source and right in one.source:
        return replace(one, source=one.source.replace(right, wrong))
    return None


def unit_dropped(text: CleanText) -> Iterator[Slip]:
    """14.5亿元 becomes 14.5亿, 12% becomes 12."""
    for one in plain(text):
        begins = one.end + len(one.multiplier)
        unit = UNIT.match(text.document.text, begins, one.statement.end)
        if unit is not None:
            yield Slip(
                "unit dropped", (Edit(*unit.span(), ""),), ((one.number, one.statement),), loses_unit=True
            )


def wrong_total(text: CleanText) -> Iterator[Slip]:
    """A total that no longer sums: it was worked out wrongly, or left as it was when a part was revised. Of a difference, what lies
    between."""
    for added in sums(text):
        yield from _off_by_a_few("wrong total", text, (added.worked_out,))


def part_off(text: CleanText) -> Iterator[Slip]:
    """A part of a total, or one of the two figures between which a difference lies, is off by a few."""
    for added in sums(text):
        yield from _off_by_a_few("part off", text, added.parts)


def _off_by_a_few(kind: str, text: CleanText, numbers: Sequence[int]) -> Iterator[Slip]:
    by_number = {one.number: one for one in plain(text)}
    for number in numbers:
        one = by_number.get(number)
        if one is None:
            continue
        step = Decimal(1).scaleb(-len(one.digits.partition(".")[2]))
        for steps in OFF:
            wrong = Decimal(one.digits) + steps * step
            if wrong > 0:
                yield _slip(kind, one, str(wrong))


KINDS: dict[str, Callable[[CleanText], Iterator[Slip]]] = {
    "point moved": partial(_digits, "point moved"),
    "万 for 亿": other_multiplier,
    "digit lost": partial(_digits, "digit lost"),
    "digit doubled": partial(_digits, "digit doubled"),
    "digits swapped": partial(_digits, "digits swapped"),
    "figures swapped": figures_swapped,
    "growth for decline": other_direction,
    "% for points": percent_for_points,
    "wrong rank": wrong_rank,
    "year off": year_off,
    "unit dropped": unit_dropped,
    "wrong total": wrong_total,
    "misread": misread,
}
"""What the benchmark plants equally often, and what its bars are held against."""

BESIDE: dict[str, Callable[[CleanText], Iterator[Slip]]] = {"part off": part_off}
"""What is planted beside these, as often as one of them, and counted apart: a part is copied from where it was counted, so that it is hardly
ever off by a few, and nobody could tell it from a total that is."""
