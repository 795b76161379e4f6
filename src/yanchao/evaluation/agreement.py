"""When a read statement agrees with a labelled one, field by field.

The rules are those of the labelling guide, so that scores mean the same whoever computes them:

- spans, values, units, kinds, comparators, clusters, regions, periods and statuses must be the same;
- measure, subject, base and source agree when both are empty or their characters agree with F1 >= 0.67;
- a region's own words for itself (全省, 我省, 广东, 广东省) are one subject where the region is the same;
- where the border between subject and measure falls does not count: both are right when the two read together
  agree with F1 >= 0.8.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern

Record = Mapping[str, Any]

NUMBERS = ("value", "low", "high")
EXACT = ("kind", "unit", "comparator", "cluster", "region", "period", "status")
TEXT = ("measure", "subject", "base", "source")
FIELDS = NUMBERS + EXACT + TEXT

_KINDS_OF_PLACE = "特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|省|市|区"
_OWN_WORDS = pattern(f"(?:全|我|本|该)?(?:{_KINDS_OF_PLACE})")
_PLACE_ENDING = pattern(f"({_KINDS_OF_PLACE})$")


def places(lexicon: Lexicon) -> dict[str, str]:
    """The bare names of the places that may stand for themselves."""
    return {_PLACE_ENDING.sub("", region.name): region.code for region in lexicon.regions.values()}


def agrees(field: str, gold: Record, read: Record, known: Mapping[str, str]) -> bool:
    """Whether one field of a read statement is right. `known` are the places of `places(lexicon)`."""
    if field in ("subject", "measure"):
        if same_text(_what_is_measured(gold, known), _what_is_measured(read, known), 0.8):
            return True
        same_region = gold.get("region") == read.get("region")
        if field == "subject" and same_region and _names_itself(gold, known) and _names_itself(read, known):
            return True
    if field in NUMBERS:
        return _same_number(gold.get(field), read.get(field))
    if field in EXACT:
        return bool(gold.get(field) == read.get(field))
    return same_text(gold.get(field), read.get(field))


def same_text(one: str | None, other: str | None, least: float = 0.67) -> bool:
    """Whether two texts share enough characters: F1 of their multisets at or above `least`."""
    one, other = (one or "").replace(" ", ""), (other or "").replace(" ", "")
    if not one or not other:
        return one == other
    common = sum((Counter(one) & Counter(other)).values())
    return 2 * common / (len(one) + len(other)) >= least


def pair(gold: Sequence[Record], read: Sequence[Record]) -> dict[int, int]:
    """Pair labelled with read statements one to one: the same span first, then by size of overlap."""
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(read):
            overlap = min(g["end"], p["end"]) - max(g["start"], p["start"])
            if overlap > 0:
                exact = (g["start"], g["end"]) == (p["start"], p["end"])
                candidates.append((not exact, -overlap, i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _same_number(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-9 * max(1.0, abs(one), abs(other))


def _names_itself(record: Record, known: Mapping[str, str]) -> bool:
    subject = record.get("subject") or ""
    bare = _PLACE_ENDING.sub("", subject)
    return bool(_OWN_WORDS.fullmatch(subject)) or (bare in known and known[bare] == record.get("region"))


def _what_is_measured(record: Record, known: Mapping[str, str]) -> str:
    subject = "" if _names_itself(record, known) else record.get("subject") or ""
    measure = record.get("measure") or ""
    return str(measure if subject in measure else subject + measure)
