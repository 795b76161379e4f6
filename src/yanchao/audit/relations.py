"""What ties figures together: products and sums that must lie within bounds, tested on intervals.

Two forms say all that the audit knows of arithmetic:

- `Product`: the product of the factors lies in `bound`, a factor being a figure, or one plus a growth rate, to a
  power. ``part = share × whole`` is ``part · share⁻¹ · whole⁻¹ ∈ [1, 1]``; ``level = earlier × (1 + growth)`` and
  ``level ≤ world total`` are products likewise.
- `Sum`: the weighted sum of the figures lies in `bound`. ``8 + 3 + 7 + 2 = 20`` is ``8 + 3 + 7 + 2 − 20 ∈ [0, 0]``.

Each figure stands in a form once, so interval arithmetic is exact: a relation is called broken only where no
choice of true values within the printed intervals lets it hold.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Protocol

from yanchao.audit.dossier import Claim, Figure
from yanchao.audit.finding import Related, Severity
from yanchao.audit.messages import Field, Said
from yanchao.interval import EVERYTHING, Interval, exactly
from yanchao.quick import dataclass

ONE = exactly(1.0)
NOTHING = exactly(0.0)
ROUNDING = 1e-9
"""Slack for binary fractions, relative: 0.1 + 0.2 must not be a finding."""

Claims = Callable[[Figure], Claim]
"""What each figure claims: as printed, as repaired, or anything at all for one that is in doubt."""


class Form(Protocol):
    """An equation or inequality over figures."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that take part, each once."""

    def holds(self, claims: Claims) -> bool:
        """Whether some values within the ranges satisfy it."""

    def needed(self, figure: Figure, claims: Claims) -> Interval:
        """Where `figure` has to lie for it to hold, given the ranges of the others."""


@dataclass(frozen=True, slots=True)
class Factor:
    """A figure in a product: `(shift + figure) ** power`. `shift` is 1 for a growth rate, else 0."""

    figure: Figure
    power: int = 1
    shift: float = 0.0


@dataclass(frozen=True, slots=True)
class Product:
    """The product of `factors` lies in `bound`. All factors are taken to be positive, as amounts are.

    `stated` looks at the numbers that the figures state instead of the ranges that they claim: a size of 超6000万元
    fits anything above as a claim, but nobody states a thousandth of what he knows.
    """

    factors: tuple[Factor, ...]
    bound: Interval = ONE
    stated: bool = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(factor.figure for factor in self.factors)

    def holds(self, claims: Claims) -> bool:
        if any(claims(factor.figure).range.high + factor.shift < 0 for factor in self.factors):
            return False  # nothing falls by more than all of it
        return _meet(self._times(self.factors, claims), self.bound)

    def needed(self, figure: Figure, claims: Claims) -> Interval:
        own = next(factor for factor in self.factors if factor.figure is figure)
        others = self._times([factor for factor in self.factors if factor is not own], claims)
        power = _power(_times(self.bound, _power(others, -1)), 1 / own.power)
        return Interval(power.low - own.shift, power.high - own.shift)

    def distance(self, claims: Claims) -> float:
        """How far the product of the numbers stated lies from one, as a logarithm; nothing where that cannot be said."""
        distance = 0.0
        for factor in self.factors:
            stated = claims(factor.figure).stated
            value = (stated.low + stated.high) / 2 + factor.shift
            if not 0 < value < math.inf:
                return 0.0
            distance += factor.power * math.log(value)
        return abs(distance)

    def _times(self, factors: Sequence[Factor], claims: Claims) -> Interval:
        product = ONE
        for factor in factors:
            claim = claims(factor.figure)
            own = claim.stated if self.stated else claim.range
            product = _times(
                product, _power(Interval(own.low + factor.shift, own.high + factor.shift), factor.power)
            )
        return product


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of `weight × figure` lies in `bound`."""

    terms: tuple[tuple[Figure, float], ...]
    bound: Interval = NOTHING

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for figure, _ in self.terms)

    def holds(self, claims: Claims) -> bool:
        return _meet(self._total(self.terms, claims), self.bound)

    def needed(self, figure: Figure, claims: Claims) -> Interval:
        weight = next(weight for other, weight in self.terms if other is figure)
        rest = self._total([term for term in self.terms if term[0] is not figure], claims)
        return (self.bound - rest) * exactly(1 / weight)

    @staticmethod
    def _total(terms: Sequence[tuple[Figure, float]], claims: Claims) -> Interval:
        return sum((claims(figure).range * exactly(weight) for figure, weight in terms), NOTHING)


@dataclass(frozen=True, slots=True)
class Increase:
    """What was added to get to `now`, over what there was before, is `growth`: 69.4 − 5.2 grew by 5.2 ÷ 64.2 = 8.1%.

    What was taken away is below nothing, and so is its growth. `growth` rises with `added`, so that the ends of the ranges are enough.
    `once` is 1 where `growth` is how many times as much there is as before (1.081), else 0.
    """

    now: Figure
    added: Figure
    growth: Figure
    once: float = 0.0

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.now, self.added, self.growth

    def holds(self, claims: Claims) -> bool:
        return _meet(self.needed(self.growth, claims), claims(self.growth).range)

    def needed(self, figure: Figure, claims: Claims) -> Interval:
        now, added, growth = (claims(one).range for one in self.figures)
        growth = growth - exactly(self.once)
        # The more there is now, the less any change is of it.
        least, most = max(now.low, 0.0), max(now.high, 0.0)
        if figure is self.growth:
            low, high = added.low, added.high
            grown = Interval(
                _grown(most if low >= 0 else least, low), _grown(least if high >= 0 else most, high)
            )
            return grown + exactly(self.once)
        parts = _part(growth.low), _part(growth.high)
        if figure is self.added:
            return Interval(
                _product(least if parts[0] >= 0 else most, parts[0]),
                _product(most if parts[1] >= 0 else least, parts[1]),
            )
        return _whole(added, Interval(*parts))


def _grown(now: float, added: float) -> float:
    """By how much `now` is more than it was before `added` came to it."""
    if math.isinf(added):
        return math.inf if added > 0 else -1.0
    if math.isinf(now):
        return 0.0
    return added / (now - added) if now > added else math.inf


def _part(growth: float) -> float:
    """What part of the present came with a growth; with a decline, what part of it went."""
    if math.isinf(growth):
        return 1.0 if growth > 0 else -math.inf
    return growth / (1 + growth) if growth > -1 else -math.inf


def _whole(added: Interval, part: Interval) -> Interval:
    """What there is now, of which `added` is a part: none where the one is above nothing and the other below."""
    if min(added.low, part.low) < 0 < max(added.high, part.high) or added.low < 0 < added.high:
        straddles = [one for one in (added, part) if one.low <= 0 <= one.high]
        return Interval(0.0, math.inf) if straddles else Interval(math.inf, math.inf)
    sizes = sorted((abs(added.low), abs(added.high)))
    shares = sorted((abs(part.low), abs(part.high)))
    low = sizes[0] / shares[1] if shares[1] > 0 else math.inf
    return Interval(low, sizes[1] / shares[0] if shares[0] > 0 else math.inf)


@dataclass(frozen=True, slots=True)
class Same:
    """Both figures claim the same: their ranges meet, and two lower bounds are within `factor` of each other.

    Nobody states the lower of two bounds that he knows: 超7200亿元 and 超3万亿元 cannot both be said of one thing,
    although their ranges meet.
    """

    first: Figure
    second: Figure
    factor: float = 1.25

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.first, self.second

    def holds(self, claims: Claims) -> bool:
        a, b = claims(self.first), claims(self.second)
        if not _meet(a.range, b.range):
            return False
        if math.isinf(a.range.high) and math.isinf(b.range.high):
            near = Interval(b.stated.low / self.factor, b.stated.high * self.factor)
            return b.stated.low < 0 or _meet(a.stated, near)
        return True

    def needed(self, figure: Figure, claims: Claims) -> Interval:
        other = claims(self.second if figure is self.first else self.first)
        return other.range if math.isfinite(other.range.high) else EVERYTHING


@dataclass(frozen=True, slots=True)
class Stated:
    """The number that the figure states, whatever its comparator, lies in `bound`."""

    figure: Figure
    bound: Interval

    @property
    def figures(self) -> tuple[Figure, ...]:
        return (self.figure,)

    def holds(self, claims: Claims) -> bool:
        return _meet(claims(self.figure).stated, self.bound)

    def needed(self, figure: Figure, claims: Claims) -> Interval:
        del figure, claims
        return self.bound


@dataclass(frozen=True, slots=True, eq=False)
class Relation:
    """A form with what an editor is told when it fails.

    `message` and `fields` name an entry of the catalogue and fill it; `equation` is the arithmetic as an editor
    would say it, for the figure held to be wrong.
    `external` is True where one side is known from the packs, so that a single figure is checked against it.
    `trust` multiplies the weight of a figure, from the rule's own knowledge (1 is neutral, more is more trusted).
    `suggest` names a cure that no slip of digits gives (another measure's name), where the rule knows one. `known` is
    what was published for the figure itself: the slip that leads there is the likeliest. `near` is how much it speaks for a
    repair that it makes the product one, nearly, where the form is an inequality between figures of one size: the rate at which the
    logarithm of their quotient becomes unlikely. `beside` are places outside of the documents that take part. `usual` is a figure and the
    range in which nearly all of its kind lie. `worked_out` is the figure of a sum that was worked out from the others (a total, a difference), which
    are copied from sources of their own. `is_supposed` is whether only its numbers say that it is meant (`loose.py`), so that not
    every wrong number would be found by it.
    """

    form: Form
    message: str
    equation: Callable[[Figure], Said]
    fields: Mapping[str, Field] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    external: bool = False
    trust: Mapping[Figure, float] = field(default_factory=dict)
    suggest: str | None = None
    known: float | None = None
    near: float = 0.0
    beside: tuple[Related, ...] = ()
    usual: tuple[Figure, Interval] | None = None
    worked_out: Figure | None = None
    is_supposed: bool = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.form.figures

    def holds(self, claims: Claims | None = None) -> bool:
        """Whether some values within the ranges (by default, as printed) satisfy it."""
        return self.form.holds(claims or printed)


def printed(figure: Figure) -> Claim:
    """What a figure claims as printed."""
    return figure.claim


def _meet(a: Interval, b: Interval) -> bool:
    slack = ROUNDING * max(
        (abs(end) for end in (a.low, a.high, b.low, b.high) if math.isfinite(end)), default=0.0
    )
    return a.low <= b.high + slack and b.low <= a.high + slack


def _times(a: Interval, b: Interval) -> Interval:
    """The product of two intervals of numbers that are not negative."""
    return Interval(_product(a.low, b.low), _product(a.high, b.high))


def _product(a: float, b: float) -> float:
    return 0.0 if a == 0.0 or b == 0.0 else a * b


def _power(a: Interval, power: float) -> Interval:
    """The power of an interval of positive numbers; what lies below nothing is cut off."""
    if a.high < 0:
        return EVERYTHING
    low, high = _raise(max(a.low, 0.0), power), _raise(a.high, power)
    return Interval(min(low, high), max(low, high))


def _raise(a: float, power: float) -> float:
    if a == 0.0:
        return math.inf if power < 0 else 0.0
    if math.isinf(a):
        return 0.0 if power < 0 else math.inf
    try:
        return float(a**power)
    except OverflowError:
        return math.inf
