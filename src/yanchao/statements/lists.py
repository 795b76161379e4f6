"""What the members of a list share: a comparator that opens or closes it, a unit that stands once at its end."""

from __future__ import annotations

from decimal import Decimal

from yanchao.quick import pattern, replace
from yanchao.statements.figures import Figure, Form
from yanchao.statements.numerals import Number, closing_scale, read_number
from yanchao.statements.statement import Comparator, Quantity

_CLOSES_A_CLAUSE = pattern(r"\d+[，。；]")
"""A number behind which no list goes on, which need not be read to see it."""


def awaiting_unit(text: str, start: int, waiting: list[Number]) -> list[Number]:
    """分别提高20.9、36.2、54个百分点: numbers of a list whose unit stands once, after the last."""
    if not text[start].isdigit():
        return waiting
    if _CLOSES_A_CLAUSE.match(text, start):
        return []
    number = read_number(text, start)
    if number is None or number.bare or text[number.end : number.end + 1] not in ("、", "和"):
        return []
    follows = bool(waiting) and waiting[-1].end + 1 == number.start
    return [*waiting, number] if follows else [number]


def sharing_unit(text: str, waiting: list[Number], last: Figure) -> list[Figure]:
    """The figures of the waiting numbers, in the unit of the figure that closes their list."""
    if not waiting or waiting[-1].end + 1 != last.start or last.quantity.low is not None:
        return []
    if (
        last.form not in (Form.PERCENT, Form.POINTS, Form.AMOUNT, Form.COUNT)
        or not text[last.start].isdigit()
    ):
        return []
    number = read_number(text, last.start)
    if number is None or number.value == 0:
        return []
    factor = last.quantity.value / number.value
    scale = closing_scale(text[number.start : number.end])
    figures = []
    for one in waiting:
        shared = factor * scale if scale > 1 and one.value < 1000 and one.resolution <= 1 else factor
        quantity = Quantity(
            one.start,
            one.end,
            one.value * shared,
            last.quantity.unit,
            last.quantity.comparator,
            one.resolution * shared,
        )
        figures.append(Figure(quantity, last.form))
    return figures


ENDS_INDEX = pattern(r"以上|以内|左右|[、和，。；)]|$")
"""What follows a number that needs no unit."""


_INDEX_BEFORE = pattern(
    r"(?:指数|得分|评分|总分)(?:分别)?(?:达到|达|为|超过|突破|升至|升到|提升至|提升到|提高到|稳定在|保持在|近|超)?$"
)
"""指数达到160以上: a whole number that needs no unit."""


def is_index(text: str, begin: int, end: int) -> bool:
    """Whether the whole number from `begin` to `end` is an index by what is said around it."""
    return bool(_INDEX_BEFORE.search(text, max(0, begin - 12), begin) and ENDS_INDEX.match(text, end))


def next_index(text: str, start: int, before: Figure) -> Figure | None:
    """分别为50.1、49.8和51.2: the next index of a list, None where no decimal number follows the one `before`."""
    number = read_number(text, start) if before.end + 1 == start and text[start - 1] in "、和" else None
    if number is None or "." not in text[start : number.end] or not ENDS_INDEX.match(text, number.end):
        return None
    quantity = Quantity(start, number.end, number.value, "1", Comparator.EQUAL, number.resolution)
    return Figure(quantity, Form.INDEX)


_LIST_LINK = pattern(r"[、和与及]|以及")
_CLOSED_LIST = pattern(r"、[^，。；：、\d]{1,12}$|[、和与及][^，。；：、\d]{0,12}$")


def share_comparators(text: str, figures: list[Figure]) -> list[Figure]:
    """A comparator that opens or closes a list governs every member of it (超2万亿元和4800亿元)."""
    result = list(figures)
    shared: set[int] = (
        set()
    )  # which have their comparator from a list; 900多家 has its own, inside the number
    for index in range(1, len(result)):
        before, here = result[index - 1], result[index]
        if not _bounded(before) or not _same_list(before, here) or here.quantity.comparators:
            continue
        opens = before.quantity.comparators and before.quantity.comparators[0][0].start < _number_start(
            before
        )
        if (opens or index - 1 in shared) and _LIST_LINK.fullmatch(text[before.end : here.start]):
            result[index] = _with_comparator(here, before.quantity.comparator)
            shared.add(index)
    for index in range(len(result) - 2, -1, -1):
        here, after = result[index], result[index + 1]
        if (
            not _bounded(after)
            or not _same_list(here, after)
            or here.quantity.comparator is not Comparator.EQUAL
        ):
            continue
        closing = _closes(after)
        if (
            closing
            and index + 2 < len(result)
            and _closes(result[index + 2])
            and _same_list(after, result[index + 2])
        ):
            continue  # 8%、8%、10%以上、10%以上: each has its own
        if (closing or index + 1 in shared) and _CLOSED_LIST.fullmatch(text[here.end : after.start]):
            result[index] = _with_comparator(here, after.quantity.comparator)
            shared.add(index)
    return result


def _closes(figure: Figure) -> bool:
    """Whether a bound of its own stands behind a number (10%以上)."""
    bounds = figure.quantity.comparators
    return bool(bounds) and bounds[0][0].start > _number_start(figure)


_POINTS_LINK = pattern(r"(?:[、和与及]|以及)(?:全[国省市区县州盟])?")
"""高于全国1.1个、|全省0.3个百分点: the link may name what the next is held against."""


def share_points(text: str, figures: list[Figure]) -> list[Figure]:
    """1.85个和0.37个百分点, 全国1.1个、全省0.3个百分点: members that end in 个 are points where the last of their list is."""
    result = list(figures)
    for index in range(len(result) - 2, -1, -1):
        here, after = result[index], result[index + 1]
        counted = after.form is Form.POINTS and here.quantity.unit == "count:个"
        if counted and _POINTS_LINK.fullmatch(text[here.end : after.start]):
            unit = after.quantity.unit
            result[index] = replace(here, form=Form.POINTS, quantity=replace(here.quantity, unit=unit))
    return result


def share_units(text: str, figures: list[Figure]) -> list[Figure]:
    """10.6万、3.8万、3.3万平方公里: members that end in a multiplier have the unit of the last of their list."""
    result = list(figures)
    for index in range(len(result) - 2, -1, -1):
        here, after = result[index], result[index + 1]
        awaits = here.quantity.unit == "count" and text[here.end - 1] in "万亿" and after.form is Form.AMOUNT
        if not awaits or not _LIST_LINK.fullmatch(text[here.end : after.start]):
            continue
        number = read_number(text, _number_start(after))
        if number is not None and number.value and after.quantity.low is None:
            factor = after.quantity.value / number.value
            result[index] = Figure(_times(here.quantity, factor, after.quantity.unit), after.form)
    return result


def _times(quantity: Quantity, factor: Decimal, unit: str) -> Quantity:
    low, high = (None if end is None else end * factor for end in (quantity.low, quantity.high))
    return replace(
        quantity,
        value=quantity.value * factor,
        resolution=quantity.resolution * factor,
        unit=unit,
        low=low,
        high=high,
    )


def _bounded(figure: Figure) -> bool:
    return figure.quantity.comparator is not Comparator.EQUAL or bool(figure.quantity.comparators)


def _same_list(one: Figure, other: Figure) -> bool:
    return (
        one.form is other.form
        and one.form not in (Form.RANK, Form.STREAK)
        and one.quantity.unit == other.quantity.unit
    )


def _number_start(figure: Figure) -> int:
    """Where the number itself begins, after the comparators before it."""
    start = figure.start
    for span, _ in figure.quantity.comparators:
        if span.start == start:
            start = span.end
    return start


def _with_comparator(figure: Figure, comparator: Comparator) -> Figure:
    return replace(figure, quantity=replace(figure.quantity, comparator=comparator))
