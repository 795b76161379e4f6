"""Draws pairs by their words and numbers alone, so that no key of the day chooses them: how the fifth to tenth sets and half of the later ones were drawn.

    python -m benchmarks.pairs.by_words SEED [FOLDER]

A FOLDER holds texts to draw from instead of `corpus/`.
What stands before the two figures is nearly alike (`close`) or alike (`said`), or one of them has a qualifier there that the other lacks (`trap`),
or their names are alike (`alike`), or their values are near (`value`, as in `drawing.py`).
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from benchmarks.pairs.__main__ import SETS, labelled, places
from benchmarks.pairs.drawing import (
    Drawn,
    Pair,
    draw,
    drawable,
    likeness,
    pairs_together,
    sheet,
    texts,
    value,
)
from yanchao.ledger.clauses import clause_starts
from yanchao.lexicon.lexicon import load

COUNTS = {"close": 48, "said": 14, "alike": 10, "value": 12, "trap": 16}
FIGURES = re.compile(r"[0-9０-９.．%％‰\s]+")
QUALIFIERS = re.compile(
    "规上|规模以上|限额以上|名义|实际|累计|新增|年均|人均|全部|其中|可比|当月|环比|平均|首次|总|净"
)
LEAST, LONGEST = 4, 18
"""Characters before a figure that are compared."""

CLOSE, LIKE, HINTED, NAMED = 0.75, 0.5, 0.35, 0.6
"""Of the pairs of characters, the part in common from which words are close, alike, a trap, or names alike."""


def said(drawn: Drawn) -> str:
    """What stands before the figure in its clause, or the clauses before where that is too short, without figures."""
    statement, words = drawn.statement, ""
    for start in reversed(clause_starts(statement, drawn.text)):
        words = FIGURES.sub("", drawn.text[start : statement.start])
        if len(words) >= LEAST:
            break
    return words[-LONGEST:]


def of_stratum(stratum: str, drawn: Sequence[Drawn]) -> list[list[Pair]]:
    """The pairs of one stratum, grouped by document and by what stands before the first figure."""
    groups: dict[object, list[Pair]] = defaultdict(list)
    words = {id(each): said(each) for each in drawn}
    for one, other in pairs_together(drawn):
        if _stratum(one, other, words[id(one)], words[id(other)]) == stratum:
            groups[one.document, words[id(one)][-5:]].append((one, other))
    return list(groups.values())


def _stratum(one: Drawn, other: Drawn, first: str, second: str) -> str | None:
    alike = likeness(first, second)
    is_trap = set(QUALIFIERS.findall(first)) != set(QUALIFIERS.findall(second))
    if one.sentence != other.sentence and not is_trap and alike >= CLOSE:
        return "close"
    if is_trap and alike >= HINTED:
        return "trap"
    if alike >= LIKE:
        return "said"
    return "alike" if likeness(one.words, other.words) >= NAMED else None


STRATA: dict[str, Callable[[Sequence[Drawn]], list[list[Pair]]]] = {
    **{name: partial(of_stratum, name) for name in COUNTS if name != "value"},
    "value": value,
}


def _known() -> Iterator[frozenset[object]]:
    for path in SETS.values():
        for row in labelled(path):
            yield frozenset((document, start) for document, start, _ in places(row))


def main() -> None:
    folder, _ = texts(sys.argv[2:])
    drawn = drawable(folder, load())
    for number, (_, pair) in enumerate(draw(drawn, COUNTS, int(sys.argv[1]), _known(), STRATA), 1):
        print(sheet(number, pair))


if __name__ == "__main__":
    main()
