"""One counter for one kind of things: 企业50户 and 企业81家 are two figures of one series (`counters.csv`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon
from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass, replace

COUNT = "count:"


@dataclass(frozen=True, slots=True)
class Counter:
    """A line of `counters.csv`."""

    counter: str
    others: tuple[str, ...]
    things: tuple[str, ...]


def one_counter(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """The key with the counter by which the ledger counts such things, where texts have several for them."""
    counter = key.unit.removeprefix(COUNT)
    if counter == key.unit or counter not in _others():
        return key
    known = lexicon.measures.get(key.measure)
    names = (
        (key.measure,) if known is None else (known.name, key.subject)
    )  # 产量 says nothing of what is counted
    for line in _lines():
        if counter in line.others and (not line.things or any(name.endswith(line.things) for name in names)):
            counter = line.counter
    return replace(key, unit=COUNT + counter)


@cache
def _lines() -> tuple[Counter, ...]:
    return read_table(Path(__file__).with_name("counters.csv"), Counter)


@cache
def _others() -> frozenset[str]:
    return frozenset(other for line in _lines() for other in line.others)
