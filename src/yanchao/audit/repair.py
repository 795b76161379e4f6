"""What a wrong figure was meant to be: the likeliest slip whose result satisfies every relation it stands in."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from yanchao.audit.dossier import CURRENCIES, Claim, Figure, claim, free
from yanchao.audit.relations import Claims, Product, Relation, Same, Sum, printed
from yanchao.audit.wording import SIMPLE, Printed, take_apart
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.statement import Comparator, Kind

LOOK_ALIKES = ("1", "7"), ("3", "8"), ("5", "6"), ("0", "6"), ("2", "3"), ("6", "8")
"""Digits that a reader of print takes for one another, likeliest first: from the fourth pair on much more seldom."""
SELDOM = 3

# How unlikely a slip is, as minus the logarithm of its odds against the likeliest. The order follows what the
# labelled pages show: points and multipliers are lost more often than digits are misread. Two equal digits side by side stand
# in one number of ten by chance, so that they speak for a doubled one (noughts do not: round numbers are full of them). Any of
# ten digits may have been lost at any place, so that each of these repairs takes a tenth of what one of a kind does.
DOUBLED, LOST_POINT, MOVED_POINT, OTHER_MULTIPLIER, DOUBLED_NOUGHT = 0.4, 0.5, 0.8, 1.0, 1.3
LOST_MULTIPLIER, GAINED_MULTIPLIER = 1.6, 2.0
OTHER_PLACE = 1.4
SIGN, SWAPPED, LOST_NOUGHT, LOOK_ALIKE, LOST_TWIN, LOST_DIGIT = 0.0, 1.5, 1.6, 1.8, 3.2, 4.0
SELDOM_ALIKE = 0.8
OFF_BY_A_FEW, ANY_DIGIT, ANY_NUMBER = 2.8, 5.6, 4.8
"""No slip of one key: the last digits miscounted, one digit that is another, or another number altogether, which is only proposed
where the arithmetic leaves but the one."""

RATES = ("%", "％", "个百分点")
"""Units of numbers that are never told in 万."""

TURNED = pattern(r"(?:增长|增加|减少|提高|提升|降低|上升|回升|下降|回落)了?(?:约|近|超过|超)?$")
"""Verbs of a change that are written one for the other; nobody writes 低于 for 高于, or 净减 for 净增."""

POINTS = "pp"

MULTIPLE, ONCE_MORE = "倍", 0.9
"""What 增长2.5倍 says is once more than 是…的2.5倍 says, and the one is written for the other."""

BEYOND_ALL = 2.0
"""What speaks against a growth of more than all that there was, where a decline of as much stands."""

ONE_MORE = 3.5
"""That two slips befell one figure."""

A_FEW = 10
"""Steps of its last digit by which a sum is off that was worked out wrongly."""

FEW_STEPS = 3.001
"""How many steps of its last digit may be left open for a number to be called the one."""

ROOM_OF_SUM = 12.001
"""The same for a number that was worked out from parts that are rounded each."""

UNUSUAL = 0.7
"""What it speaks against a repair, and for a mistake in what is printed, that no figure is printed so."""

OUT_OF_RANGE = 1.8
"""What it speaks against a repair that a ratio would be one that hardly anybody has (an R&D intensity of 24.5%)."""

ROUNDED = 2.0
"""What it speaks against a repair that it says the same as what is printed, less exactly: that mends anything that is nearly right."""

OTHER_PRECISION = 0.3
"""What it speaks against a repair that it is printed otherwise than the figures beside it in the relation."""

USUAL_DECIMALS = {"%": 1, "％": 1}
MOST_USUAL = 2
USED_ELSEWHERE = 0.7
"""How much likelier another multiplier is for each time that the text counts in it as often elsewhere (万家) as in the one printed
(亿家), on a logarithmic scale."""

MOST_USED = 2.0

DECIMALS_ELSEWHERE, MOST_FOR_DECIMALS = 0.7, 2.0
"""The same for how many decimals the text gives its figures of the same unit, and the most that it is taken for."""

FEWEST_ALIKE = 3
"""Figures of a unit with so many decimals from which on a text is held to give them so."""

IMPROBABLE_SHARE = 3.0
"""A share in percent that hardly any text has."""

PER_HEAD = pattern(r"人均|户均|每人|每户|平均每|/月|每月")
"""Words of amounts that no head or household has a hundred million of."""

MOST_A_HEAD = 10_000_000
"""Of money not even so much."""

MOST_FOR = MOST_USED + MOST_FOR_DECIMALS + 4 * UNUSUAL
"""What can speak for a repair beside its kind, at most."""

NEARLY = 1e-6
MOST_DECIMALS = 4
"""No text prints more decimals than this."""

SURE = 0.3
"""How much of what may have been meant a repair must be to be proposed: a loose relation is no evidence."""

PUBLISHED, SAID_ELSEWHERE = 3.5, 2.0
"""How much likelier a slip is that leads to the very number that was published, or that the text gives in another place."""

WORKED_OUT, GONE_STALE = 1.6, 4.5
"""The same of a figure that was worked out from the others of its sum: what is copied from its own source is hardly ever off by a few, what
is added up by hand is, or is left as it was when a part of it is revised. That comes after what fingers do to points, multipliers and
digits side by side, and before a digit that was misread."""

NO_SLIP = 6.0
"""What it weighs against a figure that no slip would mend."""

OFF_A_STEP, MOST_STEPS, LOST_IN_IT = 0.8, 3.0, 2.0
"""What it speaks against a number for each step that a sum is off with it, and against one that is less than a step of the others."""

MOST_OFF = 2.0
"""The most that it speaks against a number that a product comes out right by the rounding of its factors only."""

UNBOUND = 1.5
"""What it weighs against a figure that may be anything, as long as another is in doubt too: about what a slip does."""

NO_RIVAL = 4.0
"""What lies so far above the likeliest repair changes nothing."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One way in which a figure may have come to stand as it does: what it would have been, and how unlikely it is."""

    meant: Printed
    cost: float


@dataclass(frozen=True, slots=True)
class Repair:
    """The text that would have to stand in a figure's place, what it claims, and how unlikely it is that the figure is the wrong one.

    `cost` is that of all slips of the figure that would fit together: a figure of which ten slips would do is ten times as likely
    to have slipped; `likeliest` is that of the likeliest alone, which leads to the number `meant`. `text` is None where none of them
    stands out: a digit is lost, and which one cannot be said.
    """

    figure: Figure
    text: str | None
    claim: Claim
    cost: float
    likeliest: float
    meant: float


def repair(
    figure: Figure,
    relations: Sequence[Relation],
    claims: Claims = printed,
    *,
    knows_totals: bool = False,
) -> Repair | None:
    """The likeliest slip of `figure` after which all of `relations` hold, the others being as `claims` has them.

    `knows_totals` is whether it counts that a figure was worked out from others, and how nearly its quotients hold: they tell who is wrong,
    and are no evidence that anything is.
    """
    form = take_apart(figure)
    if form is None:
        return None
    own = [relation for relation in relations if figure in relation.figures]
    if _is_unbound(figure, own, claims):
        return Repair(figure, None, free(figure), UNBOUND, UNBOUND, abs(figure.value))
    is_worked_out = knows_totals and any(one.worked_out is figure and not one.holds() for one in own)
    weighed = own if knows_totals else [one for one in own if isinstance(one.form, Sum)]
    fitting = list(_fitting(form, figure, own, claims, is_worked_out, weighed))
    if not fitting:
        return None
    best = min(fitting, key=lambda one: (one.cost, one.distance))
    odds = [math.exp(best.cost - one.cost) for one in fitting]
    cost = best.cost - math.log(sum(odds))
    meant = abs(float(best.meant.value))
    if sum(odds) > 1 / SURE and not best.is_one:
        return Repair(figure, None, free(figure), cost, best.cost, meant)
    return Repair(figure, _write(best.meant, form), best.claim, cost, best.cost, meant)


def _is_unbound(figure: Figure, relations: Sequence[Relation], claims: Claims) -> bool:
    """Whether what is in doubt beside a figure leaves it to be anything: then no slip of it is evidence of anything."""
    if claims is printed or not relations:
        return False
    needs = [relation.form.needed(figure, claims) for relation in relations if not relation.holds()]
    return bool(needs) and all(need.low <= 0 and math.isinf(need.high) for need in needs)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A number that satisfies the relations: `distance` is how far it lies from the middle of what they need, `is_one` whether
    they leave no other at the precision printed."""

    meant: Printed
    claim: Claim
    cost: float
    distance: float
    is_one: bool


def _fitting(
    form: Printed,
    figure: Figure,
    relations: Sequence[Relation],
    claims: Claims,
    is_worked_out: bool,
    weighed: Sequence[Relation],
) -> Iterator[_Candidate]:
    """What may have been meant and satisfies the relations, with what all the evidence says of it. `weighed` are those of which it counts how
    nearly they hold."""
    published = [relation.known for relation in relations if relation.known is not None]
    elsewhere = {
        other.value
        for relation in relations
        if isinstance(relation.form, Same)
        for other in relation.figures
        if other is not figure
    }
    needs = [relation.form.needed(figure, claims) for relation in relations]
    low, high = max(need.low for need in needs), min(need.high for need in needs)
    is_one = high - low <= FEW_STEPS * float(form.step)
    least = math.inf
    is_turned = TURNED.search(figure.own_lead) is not None
    kind = Kind.CHANGE if figure.is_amount and is_turned else figure.statement.kind
    is_change = kind is Kind.CHANGE or figure.statement.unit == POINTS
    likely = [
        slip
        for slip in slips(form, kind)
        if not is_change or slip.meant.unit == form.unit or (is_turned and _may_turn(relations))
    ]
    solved = _solved(form, low, high, _added_up(figure, relations) if is_worked_out else None)
    for slip in _with_mistakes(likely, solved):
        likeliest = slip.cost - (PUBLISHED if published or elsewhere else 0.0) - MOST_FOR
        if likeliest > least + NO_RIVAL or not _may_fit(slip, figure, low, high):
            continue
        quantity = replace(figure.statement.quantity, value=slip.meant.value, resolution=slip.meant.step)
        claimed = claim(figure.statement, quantity)

        def changed(other: Figure, claimed: Claim = claimed) -> Claim:
            return claimed if other is figure else claims(other)

        if not all(relation.holds(changed) for relation in relations):
            continue
        cost = slip.cost + nearness(relations, changed)
        cost += _off_by_rounding(figure, weighed, slip.meant, claims)
        cost += _against(slip, form, figure, relations)
        cost += OUT_OF_RANGE * sum(_is_unheard_of(relation, changed) for relation in relations)
        if any(claimed.stated.contains(value) for value in published):
            cost -= PUBLISHED
        elif float(slip.meant.value) in elsewhere:
            cost -= SAID_ELSEWHERE
        least = min(least, cost)
        distance = _distance(float(slip.meant.value), figure, relations, claims)
        yield _Candidate(slip.meant, claimed, cost, distance, is_one)


def nearness(relations: Iterable[Relation], claims: Claims) -> float:
    """How much it speaks against some values that figures of one size lie far apart, beyond what did so as printed."""
    against = 0.0
    for relation in relations:
        if relation.near and isinstance(relation.form, Product):
            against += relation.near * relation.form.distance(claims)
            if relation.holds():
                against -= relation.near * relation.form.distance(printed)
    return against


def _is_unheard_of(relation: Relation, claims: Claims) -> bool:
    """Whether a figure of the relation would lie where hardly any of its kind does."""
    return relation.usual is not None and not claims(relation.usual[0]).range.meets(relation.usual[1])


def _off_by_rounding(figure: Figure, relations: Sequence[Relation], meant: Printed, claims: Claims) -> float:
    """How much it speaks against a number that what it stands in comes out right by the rounding of the others only, beyond what did so as
    printed: a sum that is off by a step within its rounding is one mistake less where a number lets it come out right."""
    against = 0.0
    for relation in relations:
        against += _off(relation, figure, float(meant.value), float(meant.step), claims)
        if relation.holds():
            printed_step = float(figure.statement.quantity.resolution)
            against -= _off(relation, figure, figure.value, printed_step, claims)
    return against


def _off(relation: Relation, figure: Figure, value: float, step: float, claims: Claims) -> float:
    form = relation.form
    if isinstance(form, Sum) and math.isfinite(form.bound.high - form.bound.low):
        return _off_sum(form, figure, value, claims)
    if (
        isinstance(form, Product)
        and not form.stated
        and math.isfinite(form.bound.high)
        and form.bound.low > 0
    ):
        return _off_product(form, figure, value, step, claims)
    return 0.0


def _off_sum(form: Sum, figure: Figure, value: float, claims: Claims) -> float:
    """The same for a sum, and against a number that is lost in it: three of four printed sums of rounded figures are right as printed."""
    weight = next(weight for one, weight in form.terms if one is figure)
    others = [(one, each) for one, each in form.terms if one is not figure]
    step = max((float(one.statement.quantity.resolution) * abs(each) for one, each in others), default=0.0)
    is_exact = all(
        one.statement.comparator is Comparator.EQUAL and claims(one) == one.claim for one, _ in others
    )
    if step <= 0 or not is_exact:
        return 0.0
    own, aimed = value * weight, (form.bound.low + form.bound.high) / 2
    apart = abs(own + sum(one.value * each for one, each in others) - aimed) / step
    return OFF_A_STEP * min(apart, MOST_STEPS) + (LOST_IN_IT if abs(own) < step else 0.0)


def _off_product(form: Product, figure: Figure, value: float, own_step: float, claims: Claims) -> float:
    """The same for a product: what its factors' rounding has to make up for, by how unlikely so much of it is (each is as often off by one part of
    its last step as by another)."""
    apart, variance = 0.0, 0.0
    for factor in form.factors:
        one = factor.figure
        number = value if one is figure else one.value
        is_plain = one.statement.comparator is Comparator.EQUAL and (
            one is figure or claims(one) == one.claim
        )
        if not is_plain or number + factor.shift <= 0:
            return 0.0
        apart += factor.power * math.log(number + factor.shift)
        step = own_step if one is figure else float(one.statement.quantity.resolution)
        variance += (step / (number + factor.shift) * factor.power) ** 2 / 12
    low, high = math.log(form.bound.low), math.log(form.bound.high)
    variance += (high - low) ** 2 / 12
    if not variance:
        return 0.0
    return min(max((apart - (low + high) / 2) ** 2 / variance - 1.0, 0.0) / 2, MOST_OFF)


def _against(slip: Slip, form: Printed, figure: Figure, relations: Sequence[Relation]) -> float:
    """What speaks against a slip beside its kind, and for it: what such figures are not printed like, and are."""
    decimals = slip.meant.decimals
    against = _unusual(slip.meant, figure) - _unusual(form, figure)
    if slip.meant.step > form.step and 2 * abs(slip.meant.value - form.value) <= slip.meant.step:
        against += ROUNDED
    beside = {
        other.decimals
        for relation in relations
        for one in relation.figures
        if one is not figure and (other := take_apart(one)) is not None
        if (other.multiplier, other.after) == (slip.meant.multiplier, form.after)
    }
    if beside:
        # Two figures of one thing (从1.2万亿元提高到1.6万亿元) are printed alike more often than a part and its whole.
        of_one_thing = max(1.0, *(relation.near for relation in relations))
        against += OTHER_PRECISION * of_one_thing * ((decimals not in beside) - (form.decimals not in beside))
    if form.after and (decimals, slip.meant.multiplier) != (form.decimals, form.multiplier):
        against += _decimals_elsewhere(form, figure, relations) - _decimals_elsewhere(
            slip.meant, figure, relations
        )
    if slip.meant.multiplier != form.multiplier and form.after:
        against += _used(form, figure, relations) - _used(slip.meant, figure, relations)
    return against


def _used(form: Printed, figure: Figure, relations: Sequence[Relation]) -> float:
    """How much speaks for a multiplier that the text counts in it elsewhere, beside the figures that are in doubt."""
    written = f"{form.multiplier}{form.after[0]}"
    doubted = dict.fromkeys(one for relation in relations for one in relation.figures if not relation.holds())
    own = sum(written in one.text for one in doubted if one.document is figure.document)
    longer = figure.document.text.count(f"万{written}") if form.multiplier == "亿" else 0
    times = figure.document.text.count(written) - longer - own
    return min(USED_ELSEWHERE * math.log(max(times, 0) + 1), MOST_USED) if form.multiplier else 0.0


def _decimals_elsewhere(form: Printed, figure: Figure, relations: Sequence[Relation]) -> float:
    """How much speaks for as many decimals that the text gives as many to other figures of the same unit."""
    doubted = {one.text for relation in relations for one in relation.figures if not relation.holds()}
    counted = _decimals(figure.document.text, f"{form.multiplier}{form.after}")
    own = sum(text.endswith(f"{form.multiplier}{form.after}") for text in doubted)
    times = counted[form.decimals] - own
    return min(DECIMALS_ELSEWHERE * math.log(max(times, 0) + 1), MOST_FOR_DECIMALS)


@lru_cache(maxsize=64)
def _decimals(text: str, unit: str) -> Counter[int]:
    """How often a text gives figures of a unit with each number of decimals."""
    return Counter(len(found[1] or ".") - 1 for found in re.finditer(rf"\d(\.\d+)?{re.escape(unit)}", text))


def _unusual(form: Printed, figure: Figure) -> float:
    """How unlikely it is that a figure is printed so, by its precision alone: 3.8家, 0.2万亿元, 1.458万亿元."""
    is_count = figure.statement.unit.startswith("count") or figure.statement.unit == "person"
    if is_count and form.decimals and not form.multiplier:
        return 2 * UNUSUAL
    is_money = figure.statement.unit.startswith(CURRENCIES)
    if (
        form.multiplier.endswith(("亿", "億")) or (is_money and form.value >= MOST_A_HEAD)
    ) and PER_HEAD.search(figure.lead):
        return 4 * UNUSUAL
    if (
        form.after[:1] in ("%", "％")
        and figure.statement.kind is Kind.SHARE
        and form.value > IMPROBABLE_SHARE
    ):
        return UNUSUAL
    too_small = form.multiplier in ("万", "亿", "万亿") and form.digits.startswith("0.")
    too_fine = form.decimals > USUAL_DECIMALS.get(form.after[:1], MOST_USUAL) and not _is_its_manner(
        form, figure
    )
    return UNUSUAL * (too_small + too_fine)


def _is_its_manner(form: Printed, figure: Figure) -> bool:
    """Whether the text gives other figures of the unit with as many decimals."""
    counted = _decimals(figure.document.text, f"{form.multiplier}{form.after}")
    own = take_apart(figure)
    is_own = own is not None and own.decimals == form.decimals
    return counted[form.decimals] - is_own >= FEWEST_ALIKE


def _solved(form: Printed, low: float, high: float, added_up: float | None) -> Iterator[Slip]:
    """The number that its relations leave to a figure, where at its own precision they leave next to one: no slip, but a mistake. `added_up` is what
    a figure that was worked out comes to, which is what it would be."""
    step = float(form.step)
    # What is worked out is what its rounded parts come to as printed, though they leave room for more.
    room = FEW_STEPS if added_up is None else ROOM_OF_SUM
    if not math.isfinite(high - low) or not 0 <= high - low <= room * step or "," in form.digits:
        return
    aimed = added_up if added_up is not None and low <= added_up <= high else (low + high) / 2
    number = Decimal(aimed / float(form.worth)).quantize(Decimal(1).scaleb(-form.decimals))
    if number > 0:
        meant = replace(form, digits=format(number, "f"))
        is_near = abs(meant.value - form.value) <= A_FEW * form.step
        near, far = (OFF_BY_A_FEW, ANY_NUMBER) if added_up is None else (WORKED_OUT, GONE_STALE)
        yield Slip(meant, near if is_near else far)


def _added_up(figure: Figure, relations: Sequence[Relation]) -> float:
    """What a figure that was worked out comes to, as the others are printed."""
    for relation in relations:
        form = relation.form
        if isinstance(form, Sum) and relation.worked_out is figure and not relation.holds():
            weight = next(weight for one, weight in form.terms if one is figure)
            others = sum(one.value * each for one, each in form.terms if one is not figure)
            return ((form.bound.low + form.bound.high) / 2 - others) / weight
    return math.nan


def _may_turn(relations: Sequence[Relation]) -> bool:
    """Whether an equation fails that may say which way a change went: what was taken away is never too much, whatever the amount."""
    return any(
        isinstance(relation.form, Sum)
        and math.isfinite(relation.form.bound.high - relation.form.bound.low)
        and not relation.holds()
        for relation in relations
    )


def _with_mistakes(slips: Sequence[Slip], solved: Iterable[Slip]) -> list[Slip]:
    """The slips and the mistakes, each number by the likelier of the two: it is not twice as likely for that it can be reached in two ways."""
    by_number = {(one.meant.value, one.meant.decimals): one for one in slips}
    for one in solved:
        number = one.meant.value, one.meant.decimals
        if number not in by_number or one.cost < by_number[number].cost:
            by_number[number] = one
    return list(by_number.values())


def _may_fit(slip: Slip, figure: Figure, low: float, high: float) -> bool:
    """Whether a slip is worth testing: most miss what the relations need by far, and a comparison is cheap."""
    if figure.statement.comparator is not Comparator.EQUAL:
        return True
    value, step = float(slip.meant.value), float(slip.meant.step)
    slack = step + NEARLY * abs(value)
    return low - slack <= value <= high + slack


def slips(form: Printed, kind: Kind) -> Iterator[Slip]:
    """The numbers that may have been meant where `form` is printed, likeliest first, each once."""
    seen = {(form.value, form.decimals)}
    for slip in sorted(_all_slips(form, kind), key=lambda slip: slip.cost):
        is_place = kind is not Kind.RANK or not slip.meant.decimals
        known = slip.meant.value, slip.meant.decimals
        if known not in seen and slip.meant.value not in (0, form.value) and is_place:
            seen.add(known)
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
            # 850 was hardly printed 8.5: a point that came in leaves all digits there, or one nought less.
            lacks = -places > len(decimals)
            first = LOST_NOUGHT if lacks else came_in if decimals else noughts if places > 0 else LOST_NOUGHT
            # Several digits part from their point as easily as one; a key is not struck twice too often as easily as once.
            each = 0.3 if decimals or "." in moved else 0.8
            cost = first + each * (abs(places) - 1)
            yield Slip(replace(form, digits=moved), cost)
        if places == 1 and not decimals and number.endswith("0") and form.after[:1] in USUAL_DECIMALS:
            # 60% comes from 6.0% as easily as from 6%: how the text gives its percentages decides.
            with_nought = _with_point(number, point - places, True)
            if with_nought is not None:
                yield Slip(replace(form, digits=with_nought), DOUBLED_NOUGHT)
    for other in ("亿", "万", "万亿", ""):
        is_counted = form.multiplier or (other in ("万", "亿") and not form.after.startswith(RATES))
        if other != form.multiplier.translate(SIMPLE) and is_counted:
            # A character fell out of 万亿 more often than one came into 亿.
            is_shorter = other != form.multiplier and form.multiplier.endswith(other)
            came_in = GAINED_MULTIPLIER if is_shorter else OTHER_MULTIPLIER
            yield Slip(replace(form, multiplier=other), came_in if form.multiplier else LOST_MULTIPLIER)
    if kind is Kind.RANK:
        for place in (int(digits) - 1, int(digits) + 1) if not decimals else ():
            yield Slip(replace(form, digits=str(place)), OTHER_PLACE)
    for places in (1, 2, -1, -2):
        moved = _with_point(number, point - places, bool(decimals))
        for look, cost in _look_alikes(moved or ""):
            yield Slip(replace(form, digits=look), MOVED_POINT + cost + ONE_MORE)
    for index in range(len(number) - 1):
        a, b = number[index], number[index + 1]
        if a == b and index + 1 != point:
            cost = DOUBLED_NOUGHT if a == "0" else DOUBLED
            yield Slip(
                _with_digits(form, number[:index] + number[index + 1 :], point - (index < point)), cost
            )
        elif a != b and not (index == 0 and b == "0"):
            swapped = number[:index] + b + a + number[index + 2 :]
            yield Slip(_with_digits(form, swapped, point), SWAPPED)
    if kind in (Kind.GROWTH, Kind.CHANGE):
        # 下降183% was hardly meant to be 增长183%: a point is missing.
        beyond = kind is Kind.GROWTH and abs(form.value) > 1
        yield Slip(replace(form, unit=-form.unit), SIGN + BEYOND_ALL if beyond else SIGN)
    if form.after.startswith(MULTIPLE):
        meant = Decimal(digits) + (-1 if kind is Kind.GROWTH else 1)
        if meant > 0:
            yield Slip(replace(form, digits=format(meant, "f")), ONCE_MORE)
    for look, cost in _look_alikes(digits):
        yield Slip(replace(form, digits=look), cost)
    for index in range(len(digits) + 1):
        for digit in "0123456789":
            if index == 0 and digit == "0":
                continue
            longer = digits[:index] + digit + digits[index:]
            is_twin = digit in digits[max(0, index - 1) : index + 1]
            yield Slip(replace(form, digits=longer), LOST_TWIN if is_twin else LOST_DIGIT)
    for index, digit in enumerate(digits):
        if digit.isdigit():
            for other in "0123456789":
                if other != digit and not (index == 0 and other == "0" and point > 1):
                    yield Slip(replace(form, digits=digits[:index] + other + digits[index + 1 :]), ANY_DIGIT)


def _with_digits(form: Printed, number: str, point: int) -> Printed:
    """The figure with other digits, its point behind so many of them."""
    return replace(form, digits=f"{number[:point]}.{number[point:]}" if point < len(number) else number)


def _look_alikes(digits: str) -> Iterator[tuple[str, float]]:
    """The numbers that differ in one digit which print and scans confuse, and how unlikely that is."""
    for index, digit in enumerate(digits):
        for place, pair in enumerate(LOOK_ALIKES):
            if digit in pair:
                other = pair[1] if digit == pair[0] else pair[0]
                if not (index == 0 and other == "0"):
                    cost = LOOK_ALIKE + (SELDOM_ALIKE if place >= SELDOM else 0.0)
                    yield digits[:index] + other + digits[index + 1 :], cost


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
