"""What the paragraphs before have told of time, for one that names none and goes on about theirs."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.documents.document import Block, BlockKind
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.inherit import Frame, Words
from yanchao.statements.passages import Passage
from yanchao.statements.period import Period, TimeRole
from yanchao.statements.periods import looks_forward
from yanchao.statements.statement import Statement

_BULLET = pattern(r"\s*(?:——|--|—|－－|●|■|◆|▶|•)")
_ITEM = pattern(r"\s*(?:[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]是)")
_COUNTED = pattern(r"\s*[一二三四五六七八九十]是")
_COMPARES = pattern(r"同比|环比")
_OF_A_BULLET = 9
_DATES = (TimeRole.AT, TimeRole.UNTIL, TimeRole.WINDOW, TimeRole.NOW)


@dataclass(frozen=True, slots=True)
class Told:
    """What the paragraphs so far have told of time.

    `last` is the time of the figure stated last in the paragraph before, or that it speaks of where it states none; `lead` that of a paragraph which bullets go on
    about (到2030年，…, then ——…), `aims` its words that look forward to a year, `introduces` whether it ends in a colon, so
    that numbered items do too; `opened` that which a paragraph opens with (过去一年，…, then 一是…); `part` the part of a year that the last figures were of, None where they were of a whole one.
    """

    last: Words | None = None
    lead: Words | None = None
    aims: Words | None = None
    introduces: bool = False
    opened: Words | None = None
    part: Words | None = None

    def over(self, frame: Frame, passage: Passage) -> Frame:
        """The frame of a paragraph, with the time of those before it where it goes on about that."""
        text = passage.folded.text
        if self.last is not None and text.startswith("其中"):
            return replace(frame, said=self.last)
        if not passage.figures or _is_dated(passage, passage.figures[0].start):
            return frame
        if self.lead is not None and (_BULLET.match(text) or (self.introduces and _ITEM.match(text))):
            future = frame.future if self.aims is None else (*frame.future, (_OF_A_BULLET, self.aims))
            return replace(frame, said=self.lead, future=future)
        if self.opened is not None and _COUNTED.match(text):
            return replace(frame, said=self.opened)
        undated = frame.period is None and not _is_dated(passage, len(text))
        if self.part is not None and undated and _COMPARES.search(text):
            return replace(frame, said=self.part)  # 机电产品出口9亿元，同比增长3%: in a briefing on a month
        return frame

    def after(self, passage: Passage, stated: Sequence[Statement], block: Block) -> Told:
        """What has been told after a passage that states `stated`."""
        if block.kind is BlockKind.HEADING:
            return Told(part=self.part)
        text = passage.folded.text
        last = _time_of(stated[-1]) if stated else _spoken_of(passage)
        part = self.part
        if stated and _is_dated(passage, len(text)):
            part = last if last is not None and _is_part_of_a_year(last.value) else None
        goes_on = (self.lead is not None and _BULLET.match(text)) or _COUNTED.match(text)
        if goes_on or (self.lead is not None and _ITEM.match(text)):
            return replace(self, last=last, part=part)
        introduces = text.rstrip().endswith((":", "："))
        leads = _leads(passage, introduces)
        opened = _opens_with(passage)
        if leads is None:
            return Told(last, opened=opened, part=part)
        lead = passage.named(str(leads.iso), leads.start, leads.end)
        aim = looks_forward(leads, text)
        aims = None if aim is None else passage.named(text[aim.start : aim.end], aim.start, aim.end)
        return Told(last, lead, aims, introduces, opened, part)


def _opens_with(passage: Passage) -> Words | None:
    """The one year that a paragraph opens with (过去一年，…)."""
    first = next(iter(passage.periods), None)
    if first is None or first.start > 0 or first.role is not TimeRole.AT or first.iso is None:
        return None
    return passage.named(first.iso, first.start, first.end) if len(first.iso) == len("2030") else None


def _is_dated(passage: Passage, end: int) -> bool:
    """Whether a passage gives a time of its own before `end`."""
    return any(period.role in _DATES and period.start < end for period in passage.periods)


def _time_of(statement: Statement) -> Words | None:
    when = statement.words("period")
    if statement.period is None or when is None:
        return None
    return Words(str(statement.period), when.start, when.end)


def _spoken_of(passage: Passage) -> Words | None:
    """前三季度，全县工业较快增长: the time that a paragraph without figures speaks of last."""
    last = next((period for period in reversed(passage.periods) if period.role is TimeRole.AT), None)
    return None if last is None or last.iso is None else passage.named(last.iso, last.start, last.end)


def _is_part_of_a_year(iso: str) -> bool:
    """A month or a run of months; no day, no year."""
    return len(iso.partition("/")[0]) == len("2024-05")


def _leads(passage: Passage, introduces: bool) -> Period | None:
    """The year up to which a paragraph speaks at its end, or of which it speaks where it introduces a list."""
    last = next((period for period in reversed(passage.periods) if period.role in _DATES), None)
    if last is None or last.iso is None or len(last.iso) != len("2030"):
        return None
    return last if last.role is TimeRole.UNTIL or (introduces and last.role is TimeRole.AT) else None
