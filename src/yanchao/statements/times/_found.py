"""An expression of time as its family finds it: the match, its part in the clause, and what was said of time before it."""

from __future__ import annotations

import re
from datetime import date

from yanchao.quick import dataclass
from yanchao.statements.period import Period, TimeRole


@dataclass(frozen=True, slots=True)
class Found:
    """A match at `[start, end)` of `text`, whose words around it give it a `role`.

    `published` is the day of the text; `year` the year last spoken of, else that of the text, and `told` whether words
    have spoken of it; `report` what 报告期 means in the document. `earlier` is where the expression before it begins.
    """

    match: re.Match[str]
    text: str
    start: int
    end: int
    role: TimeRole
    published: date | None
    year: int | None
    told: bool
    report: str | None
    earlier: int | None

    def __getitem__(self, group: str) -> str | None:
        """The words of a group of the family's pattern; None where it took no part."""
        return self.match[group]

    def period(
        self,
        iso: str | None,
        role: TimeRole | None = None,
        *,
        end: int | None = None,
        years: int | None = None,
        parts: tuple[str, ...] = (),
    ) -> Period:
        """The period of these words, in the part that the words around them give it where no other is said."""
        return Period(self.start, end or self.end, iso, role or self.role, years, parts)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of our own of 1 March 2025, the words of time in it, and the period that they are.

    They are its only ones, unless they are one of a list (`alone` is False).
    """

    sentence: str
    words: str
    iso: str | None
    role: TimeRole = TimeRole.AT
    alone: bool = True
