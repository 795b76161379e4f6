"""Standing names of statistics: 一产增加值 is 第一产业增加值, and 风力发电装机 is 风电装机 (`indicators.csv`).

The table holds names as texts write them. Which measure and which subject each comes to is worked out by the rules that work out
those of a statement, so that it does not matter where a text, or a reader, parts a name in two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from yanchao.ledger.keys import Words, by_lexicon, counted
from yanchao.ledger.series import SeriesKey
from yanchao.ledger.universe import CHINA
from yanchao.ledger.wording import words
from yanchao.lexicon.lexicon import Lexicon
from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass
from yanchao.statements.statement import Kind

MONEY, COUNT = "CNY", "count:个"
"""A name is worked out in money and as a number of things: rules take 数 off what is counted."""

Named = tuple[str, str]
"""Measure and subject of a key; the subject is empty where it is the place itself."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A line of `indicators.csv`."""

    name: str
    words: tuple[str, ...]


def indicators() -> tuple[Indicator, ...]:
    return tuple(read_table(Path(__file__).with_name("indicators.csv"), Indicator))


@cache
def that_begin_with(words_: str) -> tuple[str, ...]:
    """The standing names that go on behind these words: 制造业 begins 制造业单项冠军企业."""
    names = {name for line in indicators() for name in (line.name, *line.words)}
    return tuple(sorted(name for name in names if name.startswith(words_) and name != words_))


def standing(lexicon: Lexicon, by_rules: Callable[[SeriesKey], SeriesKey]) -> Mapping[Named, Named]:
    """What every other name, and every other way to part one, comes to by the rules, and what the standing name comes to.

    A name that rules tell from the standing one by more than words (a head's, new) is left to them.
    """
    found: dict[Named, Named] = {}
    for line in indicators():
        ways = [way for word in (line.name, *line.words) for way in _parted(word, lexicon)]
        in_money = [by_rules(said_anywhere(measure, subject, MONEY, lexicon)) for subject, measure in ways]
        in_number = [
            by_rules(said_anywhere(measure, subject, COUNT, lexicon))
            if _is_counted_otherwise(measure, key)
            else key
            for (subject, measure), key in zip(ways, in_money, strict=True)
        ]
        for name, *others in (in_money, in_number):
            for other in others:
                if other.qualifiers == name.qualifiers and named(other) != named(name):
                    found.setdefault(named(other), named(name))  # what is told in money comes first
    return found


def _is_counted_otherwise(measure: str, key: SeriesKey) -> bool:
    """Whether rules may tell a number from an amount: they take 数 off what is counted, and exports counted are no money."""
    return measure.endswith(words("amount")) or key.measure in counted()


@cache
def standing_words() -> Mapping[str, str]:
    """The standing name by each of its other names, as texts write them."""
    return {word: line.name for line in indicators() for word in line.words}


def _parted(word: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """A name whole, then wherever it ends in a measure's: 港口 + 货物吞吐量, 港口货物 + 吞吐量."""
    yield "", word
    for cut in range(1, len(word)):
        if word[cut:] in lexicon.measure_by_word:
            yield word[:cut], word[cut:]


def said_anywhere(measure: str, subject: str, unit: str, lexicon: Lexicon) -> SeriesKey:
    """The key that the packs give a name where some place uses it: any but China, whose own name is part of others (国内外游客)."""
    place = next(code for code in lexicon.regions if code != CHINA)
    return by_lexicon(Words(measure, subject, None, None, place, Kind.LEVEL, unit), lexicon)


def named(key: SeriesKey) -> Named:
    """Measure and subject of a key, the subject empty where it is the place."""
    return key.measure, "" if key.subject == key.region else key.subject
