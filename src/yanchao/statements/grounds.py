"""Where the words that gave a field stand, seen from its figure: beside it, before it, over it, or nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from yanchao.statements.context import Draft
from yanchao.statements.inherit import Frame, Words
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Comparator, Evidence, Origin, Quantity, Span

# An attribute of an enum costs more than the comparisons beside it, and these are asked for ten times a figure.
_CLAUSE, _SENTENCE, _DATE, _EQUAL = Origin.CLAUSE, Origin.SENTENCE, Origin.DATE, Comparator.EQUAL

_NUMERALS = frozenset("0123456789十百千万亿")
_LONGEST_LIST = 24
_WITHOUT_UNIT = frozenset(("1", "count"))


class Place:
    """The place of one figure: its clause, sentence and paragraph as ranges of the document, and the frame over them."""

    __slots__ = ("_clause", "_frame", "_passage", "sentence")

    def __init__(self, draft: Draft, passage: Passage, frame: Frame) -> None:
        source = passage.folded.source
        self.sentence = Span(*source(draft.sentence.start, draft.sentence.end))
        self._clause = source(draft.clause.start, draft.clause.end)
        self._passage = passage
        self._frame = frame

    def evidence(self, field: str, start: int, end: int, inherited: bool = False) -> Evidence:
        """The evidence of a field that a range of the document gave; `inherited` where it is an earlier figure's subject."""
        if start < end:
            first, last = self._clause
            if first <= start < last:
                return Evidence(field, start, end, inherited, _CLAUSE)
            if self.sentence.start <= start < self.sentence.end:
                return Evidence(field, start, end, inherited, _SENTENCE)
        return Evidence(field, start, end, True, self._over_the_sentence(field, start, end))

    def beside(self, field: str, span: Span) -> Evidence:
        """The evidence of a field that a range of the folded text gave."""
        return self.evidence(field, *self._passage.folded.source(span.start, span.end))

    def status(self, told: Span | Origin, period: Words | None, source: Words | None) -> Evidence | None:
        """The evidence of the status: the word that `told` it, else what decides by its period, plan or heading."""
        if told is _DATE and period is not None:
            return Evidence("status", period.start, period.end, True, _DATE)
        if isinstance(told, Span):
            return self.beside("status", told)
        if told is _SENTENCE and source is not None:
            return self.evidence("status", source.start, source.end, True)
        if told is Origin.HEADING and self._frame.future:
            tasks = self._frame.future[-1][1]
            return Evidence("status", tasks.start, tasks.end, True, told)
        return None

    def _over_the_sentence(self, field: str, start: int, end: int) -> Origin:
        offsets, frame = self._passage.folded.offsets, self._frame
        if start == end:
            # A place may be the one that the text names most; a cluster or period without words is the title's.
            by_name = field in ("region", "subject") and not frame.titled
            return Origin.DOCUMENT if by_name else Origin.TITLE
        if offsets[0] <= start < offsets[-1]:
            return Origin.PARAGRAPH
        if frame.said is not None and start == frame.said.start:
            return Origin.FRAME
        if frame.firm is not None and start == frame.firm.start:
            return Origin.DOCUMENT
        return Origin.HEADING


def shared_words(drafts: Sequence[Draft], index: int, text: str) -> Iterable[tuple[str, Span]]:
    """What a member of a list takes from another: the unit that stands once at its end, the comparator at its edge."""
    quantity = drafts[index].figure.quantity
    if not lacks_unit(quantity, text) and not lacks_comparator(quantity):
        return ()
    return _shared(drafts, index, text)


def _shared(drafts: Sequence[Draft], index: int, text: str) -> Iterator[tuple[str, Span]]:
    figure = drafts[index].figure
    quantity = figure.quantity
    near = drafts[max(0, index - _LONGEST_LIST) : index + _LONGEST_LIST]
    if lacks_unit(quantity, text):
        for other in near:
            if other.figure.start > figure.start and not lacks_unit(other.figure.quantity, text):
                yield "unit", Span(other.figure.start, other.figure.end)
                break
    if lacks_comparator(quantity):
        same = (other.figure.quantity for other in near if other.sentence == drafts[index].sentence)
        bounded = [other.comparators[0] for other in same if other.comparators]
        spans = [span for span, comparator in bounded if comparator is quantity.comparator]
        if spans:
            yield "comparator", min(spans, key=lambda span: abs(span.start - figure.start))


def lacks_unit(quantity: Quantity, text: str) -> bool:
    """Whether a quantity has a unit that its own words do not say (20.9 in 20.9、36.2个百分点)."""
    return text[quantity.end - 1] in _NUMERALS and quantity.unit not in _WITHOUT_UNIT


def lacks_comparator(quantity: Quantity) -> bool:
    """Whether a quantity has a comparator that its own words do not say (4800亿元 in 超2万亿元和4800亿元)."""
    return not quantity.comparators and quantity.comparator is not _EQUAL
