"""The tide gauge: the scale on which a cluster's yearly size stands against the tiers of its pack."""

from __future__ import annotations

import math
from collections.abc import Iterable

from yanchao.lexicon.entries import Cluster
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Gauge:
    """`tiers` in order of size, in CNY a year. The scale is logarithmic, since tiers are."""

    tiers: tuple[float, ...]

    @property
    def low(self) -> float:
        return self.tiers[0] / 2

    @property
    def high(self) -> float:
        return self.tiers[-1] * 5

    def at(self, value: float) -> float:
        """Where an amount stands, in percent of the gauge's length; what is off the scale stands at its end."""
        if value <= self.low:
            return 0.0
        return round(min(math.log(value / self.low) / math.log(self.high / self.low), 1.0) * 100, 2)


def gauge(clusters: Iterable[Cluster]) -> Gauge:
    """The gauge for the tiers that are declared for some cluster."""
    tiers = sorted({float(cluster.tier) for cluster in clusters})
    return Gauge(tuple(tiers) or (1e12,))
