"""What a standing is: where a cluster or a place is against the targets of its plans, and which tier its figures support."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from yanchao.clusters.pace import Form, Pace
from yanchao.ledger.series import Assertion, Observation, SeriesKey
from yanchao.quick import dataclass


class Verdict(StrEnum):
    """Where an actual stands against its target."""

    REACHED = "reached"
    ON_PACE = "on-pace"
    BEHIND = "behind"
    OUT_OF_REACH = "out-of-reach"
    UNKNOWN = "unknown"  # no actual figure, or not enough of them to judge; `reason` says which


@dataclass(frozen=True, slots=True)
class Setting:
    """One time that a target was set: who set it to what, and on which day it was first said so.

    `plan` is a plan's id in the packs, or the title that the text cites. `year` is that of the plan, else of the first document
    that says it; `day` that of the plan's issue, where it is known, else of that document. `said` is the source's own word, None where only
    a pack lists it; `source` is then where the figure can be read.
    """

    value: float
    plan: str | None
    year: int | None
    day: date | None
    said: Assertion | None
    source: str


@dataclass(frozen=True, slots=True)
class TargetStanding:
    """One target held against the actuals of the same series.

    `actual` is the last of them; `met` the first that shows the target reached, said first on `met_on`. `progress` is the
    last actual as a part of the target. `so_far` and `needed` are the paces; None where the figures do not give them.
    `is_certain` is False where the rounding of the printed figures leaves another verdict open. `reason` is one sentence,
    in both languages. `plan` is a plan's id in the packs, or the title that the text cites. A target that only a pack
    lists has no assertions, but the `source` that the pack names. `falls` says that it is to be reached from above. `hedges` are the words that soften or bound
    it (力争, 左右), as printed. `settings` are all values that were set for the same thing and year, in order of time,
    where there was more than one.
    """

    key: SeriesKey
    target: Observation
    plan: str | None
    actual: Observation | None
    verdict: Verdict
    progress: float | None
    so_far: Pace | None
    needed: Pace | None
    reason: str
    reason_en: str = ""
    met: Observation | None = None
    met_on: date | None = None
    falls: bool = False
    is_certain: bool = True
    hedges: tuple[str, ...] = ()
    settings: tuple[Setting, ...] = ()
    source: str = ""

    @property
    def pace_so_far(self) -> float | None:
        """Compound growth a year so far, as a fraction."""
        return _compound(self.so_far)

    @property
    def pace_needed(self) -> float | None:
        """Compound growth a year needed, as a fraction."""
        return _compound(self.needed)


@dataclass(frozen=True, slots=True)
class Wordless:
    """A target that a plan deliberately sets without a figure: what it says in its place, and the last actual beside it."""

    key: SeriesKey
    plan: str
    period: str
    words: str
    source: str
    actual: Observation | None


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
    wordless: tuple[Wordless, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceStanding:
    """One place: the targets of its own that belong to no cluster (its GDP, its jobs, its use of energy)."""

    region: str
    targets: tuple[TargetStanding, ...]
    wordless: tuple[Wordless, ...] = ()


def _compound(pace: Pace | None) -> float | None:
    return pace.value if pace is not None and pace.form is Form.COMPOUND else None
