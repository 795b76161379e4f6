"""What a standing is: where a cluster is against the targets of its plans, and which tier its figures support."""

from __future__ import annotations

from enum import StrEnum

from yanchao.ledger.series import Observation, SeriesKey
from yanchao.quick import dataclass


class Verdict(StrEnum):
    """Where an actual stands against its target."""

    REACHED = "reached"
    ON_PACE = "on-pace"
    BEHIND = "behind"
    OUT_OF_REACH = "out-of-reach"
    UNKNOWN = "unknown"  # no actual figure, or not enough of them to judge; `reason` says which


@dataclass(frozen=True, slots=True)
class TargetStanding:
    """One target held against the actuals of the same series.

    `progress` is the last actual as a part of the target; `pace_so_far` and `pace_needed` are compound
    growth a year, as fractions. None where the figures do not give it. `reason` is one sentence, in both
    languages. `plan` is a plan's id in the packs, or the title that the text cites. A target that only a pack
    lists has no assertions.
    """

    key: SeriesKey
    target: Observation
    plan: str | None
    actual: Observation | None
    verdict: Verdict
    progress: float | None
    pace_so_far: float | None
    pace_needed: float | None
    reason: str
    reason_en: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """One cluster: the tier declared for it (CNY a year), the tier that its own figures support, its targets.

    `supported_tier` is None where no figure tells, 0 where the figure is below every tier. `tier_reason` is one
    sentence on it, in both languages.
    """

    cluster: str
    declared_tier: float
    supported_tier: float | None
    tier_evidence: Observation | None
    targets: tuple[TargetStanding, ...]
    tier_reason: str = ""
    tier_reason_en: str = ""
