"""Pairs of series in a ledger that may be one: what a person should look at, the likeliest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from yanchao.interval import Interval
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.matching.decisions import Decisions
from yanchao.ledger.matching.likeness import (
    DOUBTFUL,
    Figure,
    Likeness,
    likeness,
    named,
    settled_apart,
)
from yanchao.ledger.matching.naming import text_of
from yanchao.ledger.series import SeriesKey, of_parts
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass

COMMON = 60
"""Names that share two characters with more than so many others in their place are not compared for these two alone."""

FIGURES = """
    SELECT o.series, o.period, o.status, o.low, o.high, a.document, a.quote_start
    FROM observations o JOIN assertions a USING (series, observation)
    WHERE a.assertion = 0 AND series IN (SELECT unnest(?::VARCHAR[]))
    ORDER BY o.series, o.observation
"""
SERIES = "SELECT series, measure, subject, region, cluster, kind, unit, base, qualifiers FROM series ORDER BY series"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two series by their ids and keys, and how alike they are."""

    one: str
    other: str
    key: SeriesKey
    other_key: SeriesKey
    likeness: Likeness


def doubtful(ledger: Ledger, lexicon: Lexicon, decisions: Decisions | None = None) -> list[Doubt]:
    """The pairs of a ledger that are doubtful and not decided, the likeliest first.

    `decisions` are those made so far, where they are newer than the ledger's own.
    """
    apart = (decisions or ledger.decisions).apart
    joined = frozenset((decisions or ledger.decisions).targets)
    keys = {id: of_parts(parts) for id, *parts in ledger.each_row(SERIES)}
    lines = {id: text_of(key) for id, key in keys.items()}
    pairs = [
        pair
        for pair in _candidates(keys, lexicon)
        if (both := frozenset(lines[id] for id in pair)) not in apart and both.isdisjoint(joined)
    ]
    figures = figures_of(ledger, {id for pair in pairs for id in pair})
    found = []
    for one, other in pairs:
        alike = likeness(keys[one], keys[other], figures[one], figures[other], lexicon)
        if alike is not None and alike.score >= DOUBTFUL:
            found.append(Doubt(one, other, keys[one], keys[other], alike))
    return sorted(found, key=lambda it: (-it.likeness.score, it.one, it.other))


def figures_of(ledger: Ledger, ids: Iterable[str]) -> dict[str, list[Figure]]:
    """The points of series as they are compared, by the ids of the series."""
    found: dict[str, list[Figure]] = {id: [] for id in ids}
    for series, period, status, low, high, document, start in ledger.each_row(FIGURES, [sorted(found)]):
        found[series].append(Figure(period, status, Interval(low, high), (document, start)))
    return found


def _candidates(keys: dict[str, SeriesKey], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Pairs that differ in words alone and share two characters in a row, each once."""
    blocks: dict[object, list[str]] = defaultdict(list)
    for id, key in keys.items():
        blocks[key.kind, key.unit, key.region, key.qualifiers].append(id)
    for block in blocks.values():
        holding: dict[str, list[str]] = defaultdict(list)
        for id in block:
            for two in set(map("".join, pairwise(named(keys[id], lexicon)))):
                holding[two].append(id)
        seen = {pair for ids in holding.values() if len(ids) <= COMMON for pair in combinations(ids, 2)}
        yield from (pair for pair in sorted(seen) if not settled_apart(keys[pair[0]], keys[pair[1]], lexicon))
