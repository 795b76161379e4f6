"""What a clause leaves out: region, cluster, period, status and source from the words around it.

State flows through a document in two records: a `Frame` (what headings and framing sentences set for all that
follows) and a `Paragraph` (what the paragraph has said so far). Both are replaced, never changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from yanchao.documents.document import Document
from yanchao.lexicon.lexicon import Lexicon
from yanchao.statements.context import Draft
from yanchao.statements.marks import marker
from yanchao.statements.periods import Period, TimeRole
from yanchao.statements.statement import Comparator, Kind, Span, Status


@dataclass(frozen=True, slots=True)
class Words:
    """A field's value with the range of the document that gave it; an empty range where no words did."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands over a paragraph: the document's region, the section's cluster, the frame of time.

    `periods` are the frames that headings set, by heading level; `future` are the levels whose heading speaks
    of tasks and targets.
    """

    region: str | None
    cluster: Words | None = None
    periods: tuple[tuple[int, Words], ...] = ()
    future: tuple[int, ...] = ()
    said: Words | None = None

    @property
    def period(self) -> Words | None:
        if self.said is not None:
            return self.said
        return self.periods[-1][1] if self.periods else None


_FUTURE_HEADING = re.compile(
    r"重点工作|主要任务|工作安排|目标任务|主要目标|重点任务|工作任务|总体要求|预期目标|工作打算"
)
_HEADING_LEVELS = 9


def home_region(document: Document, lexicon: Lexicon) -> str | None:
    """The region that a document is about: named in its title or publisher, else the one it names most.

    World and country count only where nothing smaller is named.
    """
    title = f"{document.title or ''}{document.publisher or ''}"
    for word in sorted(lexicon.region_by_word, key=len, reverse=True):
        if word in title and lexicon.region_by_word[word].level in ("province", "prefecture", "county"):
            return lexicon.region_by_word[word].code
    counts = Counter(mark.id for mark in marker(lexicon).find(document.text) if mark.sort == "region")
    smaller = [
        (count, code)
        for code, count in counts.items()
        if lexicon.regions[code].level not in ("world", "country")
    ]
    if smaller:
        return max(smaller, key=lambda pair: (pair[0], -int(pair[1])))[1]
    return max(counts, key=lambda code: counts[code]) if counts else None


def under_heading(
    frame: Frame, level: int, periods: Sequence[Words], text: str, cluster: Words | None
) -> Frame:
    """The frame below a heading: its own period, cluster and outlook, else those of the headings above it."""
    level = min(level or _HEADING_LEVELS, _HEADING_LEVELS)
    kept = tuple((depth, words) for depth, words in frame.periods if depth < level)
    if periods:
        kept = (*kept, (level, _widest(periods)))
    future = tuple(depth for depth in frame.future if depth < level)
    if _FUTURE_HEADING.search(text):
        future = (*future, level)
    return replace(frame, periods=kept, future=future, said=None, cluster=cluster)


def _widest(periods: Sequence[Words]) -> Words:
    """Of the frames a heading names, the one that holds the others (“十四五”时期 over 2025年)."""
    return max(periods, key=lambda words: (_length(words.value), -words.start))


def _length(iso: str) -> int:
    first, _, last = iso.partition("/")
    return int((last or first)[:4]) - int(first[:4])


def governing_periods(
    text: str, drafts: Sequence[Draft], periods: Sequence[Period]
) -> Iterator[Period | None]:
    """For each draft the expression of time that governs it: the last before it in the paragraph, else None.

    目前 ends what stood before it (its `iso` is None). A window like 近5年 reaches over its own clause only, and over an
    average it runs back from the year spoken of. 比2020年的9亿元: what a change is held against is the period of the
    figure that touches it, and of no other.
    """
    current: Period | None = None
    position = 0
    recent: list[Period] = []
    for draft in drafts:
        touching: Period | None = None
        while position < len(periods) and periods[position].start < draft.figure.start:
            period = periods[position]
            position += 1
            if period.role is TimeRole.BASE:
                if text[period.end : draft.figure.start] in ("", "的") and period.iso:
                    touching = period
            elif period.role is TimeRole.RECENT:
                recent.append(period)
            elif period.role is not TimeRole.NAME and (period.iso is not None or period.role is TimeRole.NOW):
                current = period
                recent.clear()
        here = [period for period in recent if draft.clause.start <= period.start]
        if touching is not None:
            yield touching
        elif here:
            yield _recent(here[-1], current, "annual-average" in draft.filling.qualifiers)
        else:
            yield current


def _recent(period: Period, current: Period | None, average: bool) -> Period:
    if average and current is not None and current.iso is not None and period.years:
        last = int((current.iso.partition("/")[2] or current.iso)[:4])
        return replace(period, iso=f"{last - period.years}/{last}")
    return period


_REACH = 400
"""How far back in its sentence a figure looks for 预计 and 力争; no real sentence needs more."""

_AIM = re.compile(r"力争|争取|奋力|目标是|目标为|目标：|预期目标|确保")
_AIMED_AT = re.compile(r"[”\"]?[^，。；]{0,6}的(?:发展)?目标")


def status_of(
    text: str, draft: Draft, period: str | None, *, published: date | None, planned: bool, future: bool,
    estimate: re.Pattern[str], opened: Sequence[Draft],
) -> tuple[Status, Span | None]:  # fmt: skip
    """Actual, estimate or target, and the word that says so, where one does.

    预计 opens estimates until a figure that is plainly on record; 力争 and 目标, a year that is still to come, a
    plan's figures (`planned`) and a section of tasks (`future`) make a target. `opened` are the earlier figures of the
    sentence.
    """
    figure = draft.figure
    start = max(draft.sentence.start, figure.start - _REACH)
    for match in estimate.finditer(text, start, figure.start):
        between = [other for other in opened if other.figure.start >= match.end()]
        if not between or (_hedged(draft) and all(_hedged(other) for other in between)):
            return Status.ESTIMATE, Span(*match.span())
    aim = _AIM.search(text, start, figure.start)
    if aim and text.find("；", aim.end(), figure.start) == -1:
        return Status.TARGET, Span(*aim.span())
    if _AIMED_AT.match(text, figure.end):
        return Status.TARGET, Span(figure.end, figure.end)
    if published is not None and period is not None:
        last = int((period.partition("/")[2] or period)[:4])
        opening_of_year = last == published.year and published.month <= 3
        if last > published.year or (opening_of_year and (future or len(period) == 4)):
            return Status.TARGET, None
        if last < published.year:
            return Status.ACTUAL, None
    return (Status.TARGET if planned or future else Status.ACTUAL), None


def _hedged(draft: Draft) -> bool:
    hedged = draft.figure.quantity.comparator is Comparator.ABOUT
    return hedged and draft.filling.kind not in (Kind.RANK, Kind.STREAK)
