"""Texts that say 今年 and 上半年 without saying which year: their figures are of one unknown year, and can still be checked.

The reader leaves the period of such a figure empty, and rightly so: nobody can say what it is. To hold figures of one text against each
other it is enough that the same words mean the same year. So a text without a date is read once more as of a day in a year that
stands for the unknown one, and the figures without a period take theirs from there. Words under one heading mean one year; under
another they may mean another (a digest of reports), so that every heading has an unknown year of its own. No year of these
is one for which a pack knows anything, and none is ever shown.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from yanchao.documents.document import Block, BlockKind, Document
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.extraction import extract_statements
from yanchao.statements.statement import Evidence, Extraction

RELATIVE = pattern(
    r"今年|去年|上年|前年|本年|明年|年内|[上下]半年|[一二三四]季度|\d月|[末底](?!线)|一年来|过去一年"
)
"""Words without which a second reading finds no period either."""

_FIGURES = pattern(r"\d")
OWN_YEAR = pattern(r"[今去上前本明]年|年[内末底]|一年")
"""Words that say which year, relative to the text's own. A bare 上半年 behind 去年 is of either year."""

FIRST = 9000
STEP = 25
LEAST = 3000
"""Years that stand for unknown ones, from `FIRST` down: so far apart that those of two headings never meet."""

YEAR = pattern(r"\d{4}(?=-|/|$)")


@dataclass(frozen=True, slots=True)
class Told:
    """A period in an unknown year, and the words that it was read from."""

    period: str
    evidence: Evidence


Place = tuple[str, int]
"""A document and an offset in it."""


def is_unknown(year: int) -> bool:
    """Whether a year stands for one that the text does not say."""
    return year >= LEAST


def unknown_years(extractions: Sequence[Extraction], lexicon: Lexicon) -> Mapping[Place, Told]:
    """Periods for the figures that have none, by the place of the figure."""
    found: dict[Place, Told] = {}
    frames: dict[Place, int] = {}
    for extraction in extractions:
        document = extraction.document
        without = {one.start for one in extraction.statements if one.period is None}
        if document.published is not None or not _may_be_told(document, without):
            continue
        headings = [block.start for block in document.blocks if block.kind is BlockKind.HEADING]
        blocks = _to_read(document, without)
        again = extract_statements(replace(document, published=date(FIRST, 12, 31), blocks=blocks), lexicon)
        for one in again.statements:
            words = one.words("period")
            if one.start not in without or one.period is None or words is None:
                continue
            says_year = OWN_YEAR.search(document.text, max(0, words.start - 2), words.end)
            if not says_year and str(FIRST) not in one.period:
                continue
            frame = (document.uri, bisect_right(headings, words.start))
            year = FIRST - STEP * frames.setdefault(frame, len(frames))
            if year >= LEAST + STEP:
                found[document.uri, one.start] = Told(_moved(one.period, year - FIRST), words)
    return found


def _may_be_told(document: Document, without: Iterable[int]) -> bool:
    """Whether a word of relative time stands in a heading, or in a paragraph with a figure that has no period."""
    ranges = {(block.start, block.end) for start in without if (block := document.block(start)) is not None}
    if ranges:
        headings = (block for block in document.blocks if block.kind is BlockKind.HEADING)
        ranges.update((block.start, block.end) for block in headings)
    return any(RELATIVE.search(document.text, start, end) for start, end in ranges)


def _to_read(document: Document, without: Iterable[int]) -> tuple[Block, ...]:
    """The blocks that a second reading can learn from: those with a figure in doubt, and those without any, which set frames."""
    doubted = {block.start for start in without if (block := document.block(start)) is not None}
    return tuple(
        block
        for block in document.blocks
        if block.start in doubted
        or block.kind is not BlockKind.PARAGRAPH
        or _FIGURES.search(document.text, block.start, block.end) is None
    )


def _moved(period: str, years: int) -> str:
    """A period so many years later."""
    return YEAR.sub(lambda year: str(int(year[0]) + years), period)
