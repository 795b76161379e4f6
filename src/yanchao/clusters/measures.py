"""Shares, location quotients, concentration and shifts, as intervals, where figures of part and whole are at hand.

Each takes printed figures as the intervals that they claim, and gives the interval that the result can lie in. None
of them guesses: a figure that is missing is the caller's to report.
"""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.interval import Interval, exactly
from yanchao.quick import dataclass


def share(part: Interval, whole: Interval) -> Interval:
    """What part of `whole` is `part`: part / whole."""
    return part / whole


def location_quotient(
    local: Interval, local_total: Interval, wider: Interval, wider_total: Interval
) -> Interval:
    """How much more an industry weighs here than in the wider area: (local / local total) / (wider / wider total).

    Above 1 the place is specialised in it. P. Sargant Florence, *Report on the Location of Industry*, 1939;
    the form of the U.S. Bureau of Labor Statistics, QCEW location quotients.
    """
    return (local / local_total) / (wider / wider_total)


def herfindahl(parts: Sequence[Interval]) -> Interval:
    """Concentration over the parts of a whole: the sum of squared shares, from 1/n (all equal) to 1 (one has all).

    O. C. Herfindahl, *Concentration in the Steel Industry*, 1950; A. O. Hirschman, 1945. Sums over intervals repeat
    each part above and below the stroke, so the result is an outer bound of the true interval.

    Raises:
        ValueError: where there are no parts.
    """
    if not parts:
        raise ValueError("concentration of nothing is not defined")
    total = sum(parts, exactly(0.0))
    squares = ((part / total) * (part / total) for part in parts)
    found = sum(squares, exactly(0.0))
    return Interval(max(found.low, 1 / len(parts)), min(found.high, 1.0))


def growth_contribution(part_before: Interval, part_after: Interval, whole_before: Interval) -> Interval:
    """How many points of the whole's growth come from the part: (after - before) / whole before.

    The 拉动 (percentage points) of the National Bureau of Statistics' communiqués.
    """
    return (part_after - part_before) / whole_before


@dataclass(frozen=True, slots=True)
class ShiftShare:
    """What a change of an industry in a place is made of, in the unit of the figures; the three add up to it."""

    wider: Interval
    mix: Interval
    local: Interval


def shift_share(
    local_before: Interval,
    local_after: Interval,
    wider: tuple[Interval, Interval],
    wider_total: tuple[Interval, Interval],
) -> ShiftShare:
    """The change of an industry in a place, parted into what all growth, its industry and the place itself gave.

    `wider` is the industry in the wider area before and after, `wider_total` all industries there. The wider part is
    what the industry here would have grown by at the pace of everything there; the mix is what its industry grew there
    beyond that; the local part is what it grew here beyond its industry. E. S. Dunn, *A statistical and analytical
    technique for regional analysis*, Papers of the Regional Science Association 6 (1960), pp. 97-112.
    """
    of_all, of_industry = wider_total[1] / wider_total[0], wider[1] / wider[0]
    return ShiftShare(
        wider=local_before * (of_all - exactly(1.0)),
        mix=local_before * (of_industry - of_all),
        local=local_after - local_before * of_industry,
    )
