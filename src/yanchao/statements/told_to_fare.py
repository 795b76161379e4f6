"""出口增势强劲，达9亿元: a clause without a figure says how what it measures fares, and the figure behind it is of that."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.grammar import UNLISTED, Grammar
from yanchao.statements.phrases import Phrase, left_phrase
from yanchao.statements.statement import Span

_LONGEST = 48
"""How many characters before its end the clause is looked at; one that says more is no plain saying."""

_LONGEST_SAYING = 16
_NO_SAYING = pattern(r"[的，。；：、()“”《》\d]|(?:企业|项目|产品|基地|园区|能力|作用|影响|拉动|带动)$")
_OPENS = pattern(r"(?:其中|同时|此外|尤其是|特别是|另外|而)[，,]?|[^，。；：、\d]{2,8}(?:方面|看)[，：]")


def measure_told_of(text: str, clause: Span, grammar: Grammar) -> Phrase | None:
    """What a clause says to fare in some way, None where it says so of nothing that the packs know as a measure."""
    named = words_told_of(text, clause, grammar)
    phrase = None if named is None else left_phrase(text, named.start, named.end, grammar)
    if named is None or phrase is None or phrase.measure is None:
        return None
    return phrase if phrase.measure.end == named.end else None


def words_told_of(text: str, clause: Span, grammar: Grammar) -> Span | None:
    """The words up to the measure of which a clause says how it fares; None where it says so of none.

    The measure that stands first before such a saying is meant: 工业投资增长加快 is of 工业投资.
    """
    end = clause.end
    while end > clause.start and text[end - 1] in "，：: ":
        end -= 1
    start = max(clause.start, end - _LONGEST)
    if opens := _OPENS.match(text, start, end):
        start = opens.end()
    for at in range(max(start + 2, end - _LONGEST_SAYING), end):
        if grammar.fares.match(text, at, end) is None:
            continue
        listed = grammar.measure_at_end(text, start, at)
        if listed is not None and listed[1] is not UNLISTED and not _NO_SAYING.search(text, at, end):
            return Span(start, at)
    return None
