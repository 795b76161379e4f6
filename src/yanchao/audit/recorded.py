"""What a ledger has on record for the figures of a draft, as plain data: the audit knows no ledger.

`ledger/recall.py` fills this in from a build; the rules only read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from yanchao.audit.finding import Related
from yanchao.audit.messages import Said, say
from yanchao.interval import Interval
from yanchao.quick import dataclass


class Absent(StrEnum):
    """Why a ledger has nothing to hold a figure against; each is the reason's entry in the catalogue."""

    NO_PERIOD = "no-period"  # the figure has none
    NO_REGION = "no-region"  # nor a place, where the ledger has the series of some
    NO_SERIES = "no-record"
    OTHER_FOOTING = (
        "record-of-other-footing"  # constant prices, per head, above a size: another thing is measured
    )
    OTHER_REGION = "record-of-other-region"
    OTHER_PERIOD = "record-of-other-period"
    OTHER_STATUS = "record-of-other-status"  # a target where the draft has an actual, or the other way about
    OWN_WORDS = "record-of-own-words"  # the draft was read by that build, and nobody else says it
    LOWER_RANK = "record-of-lower-rank"  # the draft's own source stands higher than any that the ledger has
    UNSURE = "record-unsure"  # what the ledger read was carried over from elsewhere in its document


@dataclass(frozen=True, slots=True)
class Recorded:
    """Someone's word for the very point that a figure gives: same series, same period, same status.

    `document` is the source as the build was given it, `[start, end)` the quantity there, `printed` as it is written, `words` the words about it. `cited` is
    whom they cite, `said_on` the day they were said. `range` is what they claim, `stated` the number itself.
    """

    document: str
    title: str
    cited: str | None
    said_on: date | None
    start: int
    end: int
    printed: str
    words: str
    value: float
    range: Interval
    stated: Interval

    @property
    def source(self) -> str:
        """Whom to name: the body that is cited, else the document."""
        return self.cited or self.title

    @property
    def where(self) -> str:
        """Where and when they said so: the document where they are only cited by it, and its day; empty where neither is known."""
        known = (self.title if self.cited else "", self.said_on.isoformat() if self.said_on else "")
        return ", ".join(part for part in known if part)

    @property
    def place(self) -> Related:
        """The place in the ledger's document, for a finding that names it."""
        note = Said("on-record")
        return Related(self.document, self.start, self.end, say(note, "zh"), say(note, "en"))


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What the ledger has for one figure: the words of its best sources, the last said first, or why there are none.

    `earlier` are their words for the year before, where the figure is a level of a year on record.
    """

    words: tuple[Recorded, ...] = ()
    absent: Absent | None = None
    earlier: tuple[Recorded, ...] = ()


Records = Mapping[tuple[str, int], OnRecord]
"""What a ledger has for the figures of a draft, by the draft's URI and the place where the figure begins."""
