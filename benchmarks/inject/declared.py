"""Relations that the writer of a text has noted beside it, without knowing the audit: `NAME.relations.jsonl` in `written/`.

Each line has the name of the relation, the offsets of its figures in order, and what else it needs (`years`, `factor`, bounds).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from benchmarks.inject.texts import CleanText
from benchmarks.inject.tie import Tie
from yanchao.audit.dossier import claim
from yanchao.interval import Interval

Ranges = Sequence[Interval]


def declared(text: CleanText) -> Iterator[Tie]:
    """The ties noted for a text. One whose figures the reader does not read, or takes for one, is left out."""
    for line in text.relations_beside:
        relation = json.loads(line)
        found = [text.number_at(offset) for offset in relation["figures"]]
        numbers = tuple(number for number in found if number is not None)
        test = TESTS.get(relation["relation"])
        if test is not None and len(set(numbers)) == len(found):
            yield Tie(f"noted {relation['relation']}", numbers, _holding(test, numbers, relation))


def _holding(
    test: Callable[[Ranges, Mapping[str, Any]], bool], numbers: tuple[int, ...], relation: Mapping[str, Any]
) -> Callable[..., bool]:
    return lambda reads: test([claim(reads(number)).range for number in numbers], relation)


def _scaled(interval: Interval, factor: float) -> Interval:
    return Interval(interval.low * factor, interval.high * factor)


def _share(ranges: Ranges, relation: Mapping[str, Any]) -> bool:
    part, whole, share = ranges
    return _scaled(part / whole, relation.get("factor", 1.0)).meets(share)


def _growth(ranges: Ranges, relation: Mapping[str, Any]) -> bool:
    now, before, growth = ranges
    span = 1 / relation.get("years", 1)
    quotient = now / before
    return Interval(quotient.low**span - 1, quotient.high**span - 1).meets(growth)


def _difference(ranges: Ranges, _: Mapping[str, Any]) -> bool:
    now, before, change = ranges
    told = max(abs(change.low), abs(change.high)), min(abs(change.low), abs(change.high))
    size = Interval(min(told), max(told))
    apart = now - before
    # Points are hundredths of the shares between which they lie.
    return any(_scaled(apart, sign * scale).meets(size) for sign in (1.0, -1.0) for scale in (1.0, 100.0))


def _sum(ranges: Ranges, _: Mapping[str, Any]) -> bool:
    return _added(ranges[1:]).meets(ranges[0])


def _at_most(ranges: Ranges, _: Mapping[str, Any]) -> bool:
    return _added(ranges[1:]).low <= ranges[0].high


def _part(ranges: Ranges, _: Mapping[str, Any]) -> bool:
    return ranges[0].low <= ranges[1].high


def _same(ranges: Ranges, relation: Mapping[str, Any]) -> bool:
    return _scaled(ranges[0], relation.get("factor", 1.0)).meets(ranges[1])


def _added(ranges: Ranges) -> Interval:
    total = Interval(0.0, 0.0)
    for one in ranges:
        total = total + one
    return total


TESTS: Mapping[str, Callable[[Ranges, Mapping[str, Any]], bool]] = {
    "share": _share,
    "ratio": _share,
    "multiple": _share,
    "growth": _growth,
    "yearly": _growth,
    "difference": _difference,
    "sum": _sum,
    "at most total": _at_most,
    "part": _part,
    "order": _part,
    "same": _same,
}
