"""One block of a document, folded, with everything that can be found in it without attaching anything."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter

from yanchao.documents.document import Block
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass
from yanchao.statements.clauses import sentences, titles
from yanchao.statements.festivals import with_festivals
from yanchao.statements.figures import Figure
from yanchao.statements.fold import Folded, fold
from yanchao.statements.inherit import Words
from yanchao.statements.marks import Mark, marks_of_line
from yanchao.statements.period import Period
from yanchao.statements.periods import find_periods
from yanchao.statements.scan import Scanner
from yanchao.statements.statement import Span

MASK = "厶"
"""Stands for each character of a listed name; a rare character of its own, so that it still reads as Chinese."""

START = attrgetter("start")
_EDGES = "，、。；：:的 "


@dataclass(frozen=True, slots=True)
class Passage:
    """A block's folded text with its titles (《…》), sentences, periods, figures and marks, each in order."""

    folded: Folded
    titles: tuple[Span, ...]
    sentences: tuple[Span, ...]
    periods: tuple[Period, ...]
    figures: tuple[Figure, ...]
    marks: tuple[Mark, ...]

    def named_titles(self) -> list[str]:
        """The titles as they are written, without their marks."""
        return [self.folded.words[title.start + 1 : title.end - 1] for title in self.titles]

    def masked(self, lexicon: Lexicon) -> str:
        """The folded text with every listed name but an industry's as one run of a character that means nothing.

        华为 and 比亚迪 hold words (为, 比) that constructions would read; a name is read as a name.
        """
        text = self.folded.text
        pieces, position = [], 0
        for mark in self.marks:
            if mark.sort == "entity" and lexicon.entities[mark.id].role != "future-industry":
                pieces += [text[position : mark.start], MASK * (mark.end - mark.start)]
                position = mark.end
        return "".join((*pieces, text[position:])) if pieces else text

    def words(self, span: Span | None) -> Words | None:
        """The source's own words behind a folded range, without the marks at their edges; None where none are left."""
        if span is None or span.start >= span.end:
            return None
        words = self.folded.words[span.start : span.end].strip(_EDGES)
        return Words(words, *self.folded.source(span.start, span.end)) if words else None

    def named(self, value: str, start: int, end: int) -> Words:
        """A settled value with the range of the document that gave it."""
        return Words(value, *self.folded.source(start, end))

    def sentence_of(self, offset: int) -> Span:
        """The sentence that holds an offset of the folded text."""
        index = bisect_right(self.sentences, offset, key=START) - 1
        return self.sentences[max(index, 0)]

    def periods_in(self, span: Span) -> Sequence[Period]:
        """The expressions of time that begin in a range, in order."""
        if not self.periods:
            return ()
        first = bisect_left(self.periods, span.start, key=START)
        return self.periods[first : bisect_left(self.periods, span.end, first, key=START)]

    def marks_in(self, span: Span, sort: str) -> Iterator[Mark]:
        """The marks of one sort that lie in a range, in order."""
        first = bisect_left(self.marks, span.start, key=START) if self.marks else 0
        for index in range(first, len(self.marks)):
            mark = self.marks[index]
            if mark.start >= span.end:
                break
            if mark.sort == sort and mark.end <= span.end:
                yield mark


@lru_cache(maxsize=4)
def scanner(lexicon: Lexicon) -> Scanner:
    """The scanner of a lexicon, compiled at its first use."""
    return Scanner(lexicon)


def read_passage(
    text: str,
    block: Block,
    lexicon: Lexicon,
    published: date | None,
    year: int | None = None,
    report: str | None = None,
) -> Passage:
    """Fold and scan one block of a document published on `published`.

    `year` is the year that the frame over the block speaks of, `report` the period that 报告期 means.
    """
    folded = fold(text, block.start, block.end)
    periods = with_festivals(
        find_periods(folded.text, published, year, report), folded.text, published, lexicon
    )
    cited = titles(folded.text)
    skip = sorted(
        [(period.start, period.end) for period in periods] + [(title.start, title.end) for title in cited]
    )
    return Passage(
        folded,
        cited,
        sentences(folded.text, cited),
        periods,
        scanner(lexicon).scan(folded.text, skip),
        marks_of_line(text, block.start, block.end, folded.text, lexicon),
    )
