"""A text hardly contradicts itself: two values of one time under one name are two things whose owners its words left to the lines around.

`普通高中在校生6万人；初中在校生11万人` may be read as two numbers of 在校生, and `企业销售收入增长4.3%… 东部地区增长较快，企业销售收入增长4.8%` as
two growth rates of one thing. Under a name that the packs know (地区生产总值) two values are a disagreement that the ledger shows. Under words of
the text's own they are told apart by the words of their clauses, all but those that agree with the first of a name that is long enough to be one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from yanchao.ledger.members import Placed
from yanchao.ledger.series import SeriesKey
from yanchao.ledger.told import clause_words
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern, replace
from yanchao.statements.interval import interval
from yanchao.statements.statement import Statement, Status

NEARBY = 150
"""Characters between two figures of which one bears on the other."""

RISE = pattern(r"[^0-9，。；]{0,8}[，、]?[^0-9，。；]{0,8}(?:至|到|为|成)[^0-9，。；]{0,3}")
TELLS = 5
"""Characters of a name that the first to bear it keeps."""

Times = Sequence[tuple[str | None, Status]]


def told_apart(placed: Sequence[Placed], times: Times, text: str, lexicon: Lexicon) -> list[Placed]:
    """The same statements, those that contradict others of one name and time with the words of their clauses as owners."""
    together: dict[tuple[SeriesKey, str | None, Status], list[int]] = {}
    for place, (each, (period, status)) in enumerate(zip(placed, times, strict=True)):
        if period is not None and not each.is_passed and each.key.measure not in lexicon.measures:
            together.setdefault((each.key, period, status), []).append(place)
    found = list(placed)
    for places in (run for whole in together.values() for run in _near(whole, placed)):
        statements = [placed[place].statement for place in places]
        if all(_agree(statements[0], other) for other in statements) or _is_one_rise(statements, text):
            continue
        keeps = len(placed[places[0]].key.measure) >= TELLS
        for number, (place, statement) in enumerate(zip(places, statements, strict=True), 1):
            if keeps and _agree(statements[0], statement):
                continue
            key = placed[place].key
            owner = f"{key.subject}·{clause_words(statement, text)}·第{number}项"
            found[place] = replace(placed[place], key=replace(key, subject=owner))
    return found


def _near(places: Sequence[int], placed: Sequence[Placed]) -> Iterator[list[int]]:
    """The places in runs that stand near each other: far apart, one year's figure and five years' may have been read as of one time."""
    run: list[int] = []
    for place in places:
        if run and placed[place].statement.start - placed[run[-1]].statement.end > NEARBY:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _is_one_rise(statements: Sequence[Statement], text: str) -> bool:
    """Whether each figure comes to the next: 由5个小时缩短至3个小时."""
    return all(RISE.fullmatch(text[one.end : other.start]) for one, other in pairwise(statements))


def _agree(one: Statement, other: Statement) -> bool:
    """Whether two figures may be one: exact ones that meet, or any of which one is a bound."""
    first, second = interval(one.quantity), interval(other.quantity)
    return first.low <= second.high and second.low <= first.high
