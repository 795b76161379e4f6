"""What a Chinese name says, word for word in English, for the pages of readers who have no Chinese.

Packs give English names to places, firms, measures and clusters. What a text calls by words of its own (工业机器人) has
none, and is not translated: the name stays as it is, and beside it stands what its parts mean. A name with a part that
nobody lists gets no gloss at all.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from yanchao.atlas.language import HERE
from yanchao.lexicon.entries import Region
from yanchao.lexicon.lexicon import Lexicon

LONGEST = 40
"""Characters of a name: a whole sentence said word for word is no help to anybody."""

FOREIGN = re.compile(r"[0-9A-Za-z][0-9A-Za-z+.&-]*年?")
"""What reads the same in English: numbers, years without their 年, Latin letters."""

Glosses = Mapping[str, str]


def glosses(lexicon: Lexicon) -> Glosses:
    """English words by Chinese ones: those of the packs, and the words of economic prose that `glosses.csv` lists."""
    named = [
        *((each.name, each.name_en) for each in lexicon.entities.values()),
        *((each.name, _inside(each.name_en)) for each in lexicon.clusters.values()),
        *((each.name, _inside(each.name_en)) for each in lexicon.measures.values()),
        *((name, each.name_en) for each in lexicon.regions.values() for name in _short_names(each)),
    ]
    return {**{zh: en for zh, en in named if en}, **_listed()}


def gloss(words: str, known: Glosses) -> str | None:
    """The parts of a name in English, in their order; None where some part is not known or the name is no Chinese one.

    Of several ways to cut it the one with the fewest parts is taken.

    >>> gloss("工业机器人", {"工业": "industrial", "机器人": "robots", "人": "people"})
    'industrial robots'
    >>> gloss("工业鲲鹏", {"工业": "industrial"}) is None
    True
    """
    if len(words) > LONGEST:
        return None
    best: list[list[str] | None] = [[], *([None] * len(words))]
    for start in range(len(words)):
        so_far = best[start]
        if so_far is None:
            continue
        for length, english in _parts_at(words, start, known):
            there = best[start + length]
            if there is None or len(so_far) + 1 < len(there):
                best[start + length] = [*so_far, english]
    parts = best[-1]
    return re.sub(r" +(,)?", lambda gap: gap[1] or " ", " ".join(parts)).strip() if parts else None


def _parts_at(words: str, start: int, known: Glosses) -> Iterator[tuple[int, str]]:
    if found := FOREIGN.match(words, start):
        yield len(found[0]), found[0].removesuffix("年")
    for end in range(start + 1, len(words) + 1):
        if (english := known.get(words[start:end])) is not None:
            yield end - start, english


@lru_cache(maxsize=1)
def _listed() -> Glosses:
    lines = (HERE / "glosses.csv").read_text(encoding="utf-8").splitlines()
    return {row["zh"]: row["en"] for row in csv.DictReader(line for line in lines if line[:1] != "#")}


def _short_names(region: Region) -> Iterator[str]:
    """A place's whole name and its beginnings; what else names it (成都平原经济区) may be a part of it only."""
    yield region.name
    yield from (alias for alias in region.aliases if region.name.startswith(alias))


def _inside(name: str) -> str:
    """A name as it stands inside other words: without the capital of its first one, unless that is an abbreviation."""
    return name if name[1:2].isupper() or name[1:2] == "&" else name[:1].lower() + name[1:]
