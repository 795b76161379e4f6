"""What a wrong figure was meant to be: the likeliest slip whose result satisfies every relation it stands in."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from yanchao.audit.dossier import Claim, Figure, claim, free
from yanchao.audit.relations import Claims, Relation, printed
from yanchao.audit.wording import SIMPLE, Printed, take_apart
from yanchao.statements.statement import Comparator, Kind

LOOK_ALIKES = ("1", "7"), ("3", "8"), ("5", "6"), ("0", "6"), ("2", "3"), ("6", "8")
"""Digits that a reader of print takes for one another, likeliest first."""

# How unlikely a slip is, as minus the logarithm of its odds against the likeliest. The order follows what the
# labelled pages show: points and multipliers are lost more often than digits are misread. Two equal digits side by side stand
# in one number of ten by chance, so that they speak for a doubled one (noughts do not: round numbers are full of them).
DOUBLED, LOST_POINT, MOVED_POINT, OTHER_MULTIPLIER, DOUBLED_NOUGHT = 0.4, 0.5, 0.8, 1.0, 1.3
SIGN, SWAPPED, LOST_NOUGHT, LOOK_ALIKE, LOST_DIGIT, ANY_DIGIT = 1.2, 1.5, 1.6, 1.8, 2.2, 3.5
SOME_DIGIT = 1.2
"""That some digit was lost, where several would do: which one is unlikely, that it is one of them is not."""

SOLVED = 2.1
"""No slip of one key, but the one number that the arithmetic leaves at the precision printed."""

FEW_STEPS = 3.001
"""How many steps of its last digit may be left open for a number to be called the one."""

UNUSUAL = 0.7
"""What it speaks against a repair, and for a mistake in what is printed, that no figure is printed so."""

OTHER_PRECISION = 0.3
"""What it speaks against a repair that it is printed otherwise than the figures beside it in the relation."""

USUAL_DECIMALS = {"%": 1, "％": 1}
MOST_USUAL = 2
USED_ELSEWHERE = 0.5
"""How much likelier another multiplier is where the text counts in it elsewhere (万千瓦), and never in the one printed."""

NEARLY = 1e-6
MOST_DECIMALS = 4
"""No text prints more decimals than this."""

FEW = 2
"""An unlikely slip is proposed only where no more than this many of its kind would do: a loose relation is no evidence."""

PUBLISHED = 2.0
"""How much likelier a slip is that leads to the very number that was published."""

NO_SLIP = 5.0
"""What it weighs against a figure that no single slip would mend."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One way in which a figure may have come to stand as it does: what it would have been, and how unlikely it is."""

    meant: Printed
    cost: float


@dataclass(frozen=True, slots=True)
class Repair:
    """The text that would have to stand in a figure's place, what it claims, and the cost of the slip.

    `text` is None where several numbers would do as well: a digit is lost, and which one cannot be said.
    """

    figure: Figure
    text: str | None
    claim: Claim
    cost: float


def repair(figure: Figure, relations: Sequence[Relation], claims: Claims = printed) -> Repair | None:
    """The likeliest slip of `figure` after which all of `relations` hold, the others being as `claims` has them."""
    form = take_apart(figure)
    if form is None:
        return None
    own = [relation for relation in relations if figure in relation.figures]
    published = [relation.known for relation in own if relation.known is not None]
    needs = [relation.form.needed(figure, claims) for relation in own]
    low, high = max(need.low for need in needs), min(need.high for need in needs)
    fitting: list[tuple[float, float, Repair]] = []
    for slip in slips(form, figure.statement.kind):
        likeliest = slip.cost - (PUBLISHED if published else 0.0) - USED_ELSEWHERE - 2 * UNUSUAL
        if fitting and likeliest > min(one[0] for one in fitting):
            break  # slips come likeliest first
        if not _may_fit(slip, figure, low, high):
            continue
        quantity = replace(figure.statement.quantity, value=slip.meant.value, resolution=slip.meant.step)
        claimed = claim(figure.statement, quantity)

        def changed(other: Figure, claimed: Claim = claimed) -> Claim:
            return claimed if other is figure else claims(other)

        if all(relation.holds(changed) for relation in own):
            cost = slip.cost + nearness(figure, claimed, own, claims) + _against(slip, form, figure, own)
            if any(claimed.stated.contains(value) for value in published):
                cost -= PUBLISHED
            distance = _distance(float(slip.meant.value), figure, own, claims)
            fitting.append((cost, distance, Repair(figure, _write(slip.meant, form), claimed, cost)))
    best = min(fitting, key=lambda one: one[:2])[2] if fitting else None
    solved = _solved(form, low, high)
    if solved is not None and (best is None or best.cost >= LOST_DIGIT or _is_coarser(best, solved)):
        quantity = replace(figure.statement.quantity, value=solved.value, resolution=solved.step)
        claimed = claim(figure.statement, quantity)
        if all(
            relation.holds(lambda other: claimed if other is figure else claims(other)) for relation in own
        ):
            cost = min(SOLVED, best.cost) if best is not None else SOLVED
            return Repair(figure, _write(solved, form), claimed, cost)
    if best is None or best.cost < LOST_DIGIT - 2 * OTHER_PRECISION:
        return best
    rivals = sum(one[2].cost <= best.cost for one in fitting)
    if rivals <= FEW or high - low <= FEW_STEPS * float(form.step):
        return best
    return replace(best, text=None, claim=free(figure), cost=best.cost - LOST_DIGIT + SOME_DIGIT)


def _is_coarser(repair: Repair, solved: Printed) -> bool:
    """Whether a repair fits only because it is printed to fewer digits: 5340.3 where the sum says 5340.36."""
    width = repair.claim.stated.high - repair.claim.stated.low
    return width > 1.5 * float(solved.step) and repair.claim.stated.contains(float(solved.value))


def nearness(figure: Figure, claimed: Claim, relations: Sequence[Relation], claims: Claims) -> float:
    """How much it speaks against a value that it is many times what its inequalities need at least, or at most."""
    value = abs(claimed.stated.low + claimed.stated.high) / 2
    against = 0.0
    for relation in relations:
        if relation.near and value:
            needed = relation.form.needed(figure, claims)
            ends = [end for end in (needed.low, needed.high) if 0 < end < math.inf]
            against += relation.near * min((abs(math.log(value / end)) for end in ends), default=0.0)
    return against


def _against(slip: Slip, form: Printed, figure: Figure, relations: Sequence[Relation]) -> float:
    """What speaks against a slip beside its kind, and for it: what such figures are not printed like, and are."""
    decimals = slip.meant.decimals
    against = _unusual(slip.meant, figure) - _unusual(form, figure)
    beside = {
        other.decimals
        for relation in relations
        for one in relation.figures
        if one is not figure and (other := take_apart(one)) is not None
        if (other.multiplier, other.after) == (slip.meant.multiplier, form.after)
    }
    if beside:
        against += OTHER_PRECISION * ((decimals not in beside) - (form.decimals not in beside))
    if slip.meant.multiplier != form.multiplier and form.after:
        text = figure.document.text
        here, there = (f"{one.multiplier}{form.after[0]}" for one in (form, slip.meant))
        if there in text and text.count(here) <= 1:
            against -= USED_ELSEWHERE
    return against


def _unusual(form: Printed, figure: Figure) -> float:
    """How unlikely it is that a figure is printed so, by its precision alone: 3.8家, 0.2万亿元, 1.458万亿元."""
    is_count = figure.statement.unit.startswith("count") or figure.statement.unit == "person"
    if is_count and form.decimals and not form.multiplier:
        return 2 * UNUSUAL
    too_small = form.multiplier in ("万", "亿", "万亿") and form.digits.startswith("0.")
    too_fine = form.decimals > USUAL_DECIMALS.get(form.after[:1], MOST_USUAL)
    return UNUSUAL * (too_small + too_fine)


def _solved(form: Printed, low: float, high: float) -> Printed | None:
    """The figure with the number that its relations leave, where at its own precision they leave next to one."""
    step = float(form.step)
    if not math.isfinite(high - low) or not 0 <= high - low <= FEW_STEPS * step or "," in form.digits:
        return None
    number = Decimal((low + high) / 2 / float(form.worth)).quantize(Decimal(1).scaleb(-form.decimals))
    if number <= 0 or number == Decimal(form.digits):
        return None
    return replace(form, digits=format(number, "f"))


def _may_fit(slip: Slip, figure: Figure, low: float, high: float) -> bool:
    """Whether a slip is worth testing: most miss what the relations need by far, and a comparison is cheap."""
    if figure.statement.comparator is not Comparator.EQUAL:
        return True
    value, step = float(slip.meant.value), float(slip.meant.step)
    slack = step + NEARLY * abs(value)
    return low - slack <= value <= high + slack


def slips(form: Printed, kind: Kind) -> Iterator[Slip]:
    """The numbers that may have been meant where `form` is printed, likeliest first, each once."""
    seen = {form.value}
    for slip in sorted(_all_slips(form, kind), key=lambda slip: slip.cost):
        if slip.meant.value not in seen and slip.meant.value != 0:
            seen.add(slip.meant.value)
            yield slip


def _all_slips(form: Printed, kind: Kind) -> Iterator[Slip]:
    digits = form.digits.replace(",", "")
    whole, _, decimals = digits.partition(".")
    number = whole + decimals
    point = len(whole)
    for places in (1, 2, 3, -1, -2, -3):
        moved = _with_point(number, point - places, bool(decimals))
        if moved is not None:
            # 370 comes from 37 by a nought too many, not from 37.0 by a lost point; and 20 from 200 by a nought too few.
            noughts = DOUBLED_NOUGHT if number.endswith("0") else LOST_POINT
            came_in = LOST_POINT if "." not in moved else MOVED_POINT
            first = came_in if decimals else noughts if places > 0 else LOST_NOUGHT
            cost = first + 0.3 * (abs(places) - 1)
            yield Slip(replace(form, digits=moved), cost)
    for other in ("亿", "万", "万亿", ""):
        if other != form.multiplier.translate(SIMPLE) and (form.multiplier or other in ("万", "亿")):
            yield Slip(replace(form, multiplier=other), OTHER_MULTIPLIER if other else OTHER_MULTIPLIER + 1)
    for places in (1, 2, -1, -2):
        moved = _with_point(number, point - places, bool(decimals))
        for look in _look_alikes(moved or ""):
            yield Slip(replace(form, digits=look), MOVED_POINT + LOOK_ALIKE)
    for index in range(len(digits) - 1):
        a, b = digits[index], digits[index + 1]
        if "." in (a, b):
            continue
        if a == b:
            cost = DOUBLED_NOUGHT if a == "0" else DOUBLED
            yield Slip(replace(form, digits=digits[:index] + digits[index + 1 :]), cost)
        elif not (index == 0 and b == "0"):
            swapped = digits[:index] + b + a + digits[index + 2 :]
            yield Slip(replace(form, digits=swapped), SWAPPED)
    if kind in (Kind.GROWTH, Kind.CHANGE):
        yield Slip(replace(form, unit=-form.unit), SIGN)
    for look in _look_alikes(digits):
        yield Slip(replace(form, digits=look), LOOK_ALIKE)
    for index in range(len(digits) + 1):
        for digit in "0123456789":
            if index == 0 and digit == "0":
                continue
            longer = digits[:index] + digit + digits[index:]
            yield Slip(replace(form, digits=longer), LOST_DIGIT)
    for index, digit in enumerate(digits):
        if digit.isdigit():
            for other in "0123456789":
                if other != digit and not (index == 0 and other == "0" and point > 1):
                    yield Slip(replace(form, digits=digits[:index] + other + digits[index + 1 :]), ANY_DIGIT)


def _look_alikes(digits: str) -> Iterator[str]:
    """The numbers that differ in one digit which print and scans confuse."""
    for index, digit in enumerate(digits):
        for pair in LOOK_ALIKES:
            if digit in pair:
                other = pair[1] if digit == pair[0] else pair[0]
                if not (index == 0 and other == "0"):
                    yield digits[:index] + other + digits[index + 1 :]


def _with_point(number: str, point: int, keeps_zeros: bool) -> str | None:
    """The digits with the decimal point at another place, as one would write them; None where that is absurd."""
    if point < 0 or point > len(number) + 3:
        return None
    number = number.ljust(point, "0")
    whole, decimals = number[:point].lstrip("0") or "0", number[point:]
    if whole == "0" and decimals.startswith("0"):
        return None
    if len(decimals) > MOST_DECIMALS:
        return None
    if not keeps_zeros:
        decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def _distance(value: float, figure: Figure, relations: Sequence[Relation], claims: Claims) -> float:
    """How far a value lies from the middle of what the relations need of the figure, relative."""
    distance = 0.0
    for relation in relations:
        needed = relation.form.needed(figure, claims)
        if math.isfinite(needed.low) and math.isfinite(needed.high):
            middle = (needed.low + needed.high) / 2
            distance += abs(value - middle) / max(abs(middle), 1e-12)
    return distance


def _write(meant: Printed, form: Printed) -> str:
    """The repaired figure as the text would print it; a changed sign is the verb's to say."""
    if meant.unit == -form.unit:
        return f"{'下降' if meant.value < 0 else '增长'}{meant.bare}"
    return meant.text
