"""The sentences around a fault: its own words marked in them, and the figures that are held against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from yanchao.atlas.evidence import LONGEST_SIDE
from yanchao.atlas.faults import sentence
from yanchao.quick import dataclass
from yanchao.statements.statement import Span


@dataclass(frozen=True, slots=True)
class Run:
    """Words under one mark: those at fault (`is_wrong`), those `held` against them, which start at that character, or neither."""

    text: str
    is_wrong: bool = False
    held: int | None = None


def excerpts(text: str, wrong: Span, held: Sequence[Span]) -> tuple[tuple[Run, ...], ...]:
    """The sentences that hold the range `wrong` or one of the ranges `held`, in order, cut at every mark.

    What is at fault is marked as such where it is held against itself too. A sentence without an end is shown around its marks only,
    with dots for what is left out, since the sentence of a hostile document may be a megabyte long.
    """
    marks = [span for span in (wrong, *held) if span.start < span.end]
    sentences = sorted({sentence(text, span.start, span.end) for span in marks})
    together = list(_joined(sentences))
    return tuple(
        tuple(_runs(text, Span(start, end), wrong, [span for span in held if start <= span.start < end]))
        for start, end in together
    )


def _joined(sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences that overlap, since a range goes over a full stop, as one."""
    start, end = sentences[0] if sentences else (0, 0)
    for first, last in sentences[1:]:
        if first < end:
            end = max(end, last)
        else:
            yield start, end
            start, end = first, last
    if sentences:
        yield start, end


def _runs(text: str, whole: Span, wrong: Span, held: Sequence[Span]) -> Iterator[Run]:
    marks = [span for span in (wrong, *held) if whole.start <= span.start < whole.end]
    edges = {whole.start, whole.end}
    for span in marks:
        edges |= {span.start, min(span.end, whole.end)}
    for start, end in pairwise(sorted(edges)):
        if wrong.start <= start < wrong.end:
            yield Run(text[start:end], is_wrong=True)
        elif holder := next((span for span in held if span.start <= start < span.end), None):
            yield Run(text[start:end], held=holder.start)
        else:
            yield Run(_shortened(text[start:end], opens=start == whole.start, closes=end == whole.end))


def _shortened(words: str, *, opens: bool, closes: bool) -> str:
    """Words between marks, with dots for what is further from both than a quote shows."""
    if len(words) <= 2 * LONGEST_SIDE:
        return words
    behind = "" if opens else words[:LONGEST_SIDE]
    before = "" if closes else words[-LONGEST_SIDE:]
    return f"{behind}…{before}"
