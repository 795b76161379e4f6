"""The interval that a printed figure claims: what its rounding, comparator and range allow.

This is the one definition of how exact a figure is; checking and locating errors both stand on it.

=============  ============================================================
printed        the true value lies in
=============  ============================================================
``x``          ``[x - r/2, x + r/2]``, r the size of one step of the last digit
``> x``        ``[x - r/2, +inf)``; a figure may be said to exceed what it rounds to
``>= x``       ``[x - r/2, +inf)``
``< x``        ``(-inf, x + r/2]``
``<= x``       ``(-inf, x + r/2]``
``~ x``        ``x`` give or take the larger of r and a twentieth of ``|x|``
``a to b``     ``[a - r/2, b + r/2]``, opened by the comparator on the side it opens
=============  ============================================================

Ends are closed: a relation is called broken only where no reading of the printed figures lets it hold.
"""

from __future__ import annotations

import math

from yanchao.interval import Interval
from yanchao.statements.statement import Comparator, Quantity

ABOUT_SHARE = 0.05
"""How far 约, 左右 and 上下 reach on either side, as a part of the value."""


def interval(quantity: Quantity) -> Interval:
    """The interval that a printed quantity claims, in its base unit (see the table above)."""
    half = float(quantity.resolution) / 2
    low = float(quantity.value if quantity.low is None else quantity.low)
    high = float(quantity.value if quantity.high is None else quantity.high)
    if quantity.comparator in (Comparator.MORE, Comparator.AT_LEAST):
        return Interval(low - half, math.inf)
    if quantity.comparator in (Comparator.LESS, Comparator.AT_MOST):
        return Interval(-math.inf, high + half)
    if quantity.comparator is Comparator.ABOUT:
        slack = max(2 * half, ABOUT_SHARE * max(abs(low), abs(high)))
        return Interval(low - slack, high + slack)
    return Interval(low - half, high + half)
