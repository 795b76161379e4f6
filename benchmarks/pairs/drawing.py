"""Draws pairs of statements to label, from strata in which a matcher can go wrong in different ways.

A sheet shows two sentences with their figures marked, and hides what the program makes of them: who labels, labels by
reading.

    python -m benchmarks.pairs.drawing SEED [FOLDER] [DOCUMENT ...]

A FOLDER holds texts to draw from instead of `corpus/`. A DOCUMENT is the name of a text there; with any, pairs are drawn from those texts
alone. No pair that is labelled is drawn again.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise
from pathlib import Path

from benchmarks.gold import shared
from yanchao.documents.reading import read
from yanchao.ledger.reconciliation import claims
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.extraction import extract_statements
from yanchao.statements.statement import Kind, Statement

BEFORE, AFTER = 110, 40
"""Characters of its sentence that a sheet shows around a figure."""

NEAR = 0.5
"""Of the pairs of characters of two names, the part in common from which they are drawn as similar."""

VALUES_NEAR = Decimal("0.12")
COUNTS = {"equal": 70, "near": 60, "value": 30, "contrast": 40}
"""How many pairs of each stratum a sheet has."""

SMALL = 20
"""A count up to this is shared by too many things to tell anything."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A statement that can be drawn: its document's file name, and the key that it has."""

    document: str
    statement: Statement
    key: SeriesKey
    text: str

    @property
    def words(self) -> str:
        return f"{self.statement.subject or ''}{self.statement.measure or ''}"

    @property
    def sentence(self) -> str:
        return self.text[self.statement.sentence.start : self.statement.sentence.end].strip()


Pair = tuple[Drawn, Drawn]


def drawable(corpus: Path, lexicon: Lexicon) -> list[Drawn]:
    """Every statement of the texts that the ledger would take, with the key that it would have there."""
    found = []
    for path in sorted(corpus.rglob("*.txt")):
        extraction = extract_statements(read(path), lexicon)
        found += [
            Drawn(
                path.relative_to(corpus).as_posix(),
                extraction.statements[claim.number],
                claim.key,
                extraction.document.text,
            )
            for claim in claims(extraction, lexicon)
        ]
    return found


def draw(
    drawn: Sequence[Drawn],
    counts: dict[str, int],
    seed: int,
    known: Iterable[frozenset[object]] = (),
    strata: Mapping[str, Callable[[Sequence[Drawn]], list[list[Pair]]]] | None = None,
) -> list[tuple[str, Pair]]:
    """So many pairs of each stratum (of STRATA, where none are given), none of them known already, in an order that tells nothing."""
    chance = random.Random(seed)
    taken = set(known)
    found: list[tuple[str, Pair]] = []
    for name, count in counts.items():
        groups = (strata or STRATA)[name](drawn)
        chance.shuffle(groups)
        before = len(found)
        while groups and len(found) - before < count:
            group = groups.pop(0)
            pair = _one_of(group, chance, taken)
            if pair is None:
                continue
            taken.add(_places(pair))
            found.append((name, pair))
            groups.append(group)
    chance.shuffle(found)
    return found


def _one_of(group: Sequence[Pair], chance: random.Random, taken: set[frozenset[object]]) -> Pair | None:
    """A pair of the group that is not taken and whose sentences differ, or None after a few tries."""
    for _ in range(8):
        one, other = chance.choice(group)
        if one.sentence not in other.text and other.sentence not in one.text and one.text != other.text:
            fresh = True
        else:
            fresh = one.text == other.text and one.statement.start != other.statement.start
        if fresh and _places((one, other)) not in taken:
            return one, other
    return None


def _places(pair: Pair) -> frozenset[object]:
    return frozenset((each.document, each.statement.start) for each in pair)


def equal(drawn: Sequence[Drawn]) -> list[list[Pair]]:
    """Pairs with one key, a key a group: a series that is spoken of often counts no more than another."""
    return [list(combinations(group[:40], 2)) for group in _by(drawn, lambda it: it.key) if len(group) > 1]


def near(drawn: Sequence[Drawn]) -> list[list[Pair]]:
    """Pairs of one document or place, of one kind and unit, with similar words and two keys."""
    groups: dict[object, list[Pair]] = defaultdict(list)
    for one, other in pairs_together(drawn):
        if one.key != other.key and likeness(one.words, other.words) >= NEAR:
            groups[(one.document, one.words)].append((one, other))
    return list(groups.values())


def pairs_together(drawn: Sequence[Drawn]) -> Iterator[Pair]:
    """Pairs of one document or place, of one kind and unit, with words in common."""
    for group in _by(drawn, lambda it: (it.statement.kind, it.statement.unit)):
        for one, other in _with_words_in_common(group):
            if _together(one, other):
                yield one, other


def value(drawn: Sequence[Drawn]) -> list[list[Pair]]:
    """Pairs of one document or place with one unit and nearly one value, whatever their words and keys."""
    groups: dict[object, list[Pair]] = defaultdict(list)
    for group in _by(drawn, lambda it: (it.statement.kind, it.statement.unit)):
        ordered = sorted((it for it in group if _tells(it)), key=lambda it: it.statement.value)
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 :]:
                if abs(other.statement.value - one.statement.value) > abs(one.statement.value) * VALUES_NEAR:
                    break
                if _together(one, other) and one.sentence != other.sentence:
                    shared = bool(set(one.words) & set(other.words))
                    groups[(one.document, one.statement.unit, shared)].append((one, other))
    return list(groups.values())


def contrast(drawn: Sequence[Drawn]) -> list[list[Pair]]:
    """Pairs with one measure that differ in one other part of their keys: the traps."""
    groups: dict[object, list[Pair]] = defaultdict(list)
    for group in _by(drawn, lambda it: it.key.measure):
        for one, other in combinations(group[:120], 2):
            differing = [part for part in PARTS if getattr(one.key, part) != getattr(other.key, part)]
            if len(differing) == 1 or differing == ["kind", "unit"]:
                groups[(differing[0], one.document)].append((one, other))
    parts = defaultdict(list)
    for (part, _), pairs in groups.items():
        parts[part].append(pairs)
    for of_part in parts.values():  # each part of the key as often as any other
        of_part[:] = of_part[: min(map(len, parts.values())) * 3]
    return [pairs for of_part in parts.values() for pairs in of_part]


PARTS = ("subject", "region", "kind", "unit", "base", "qualifiers")
STRATA: dict[str, Callable[[Sequence[Drawn]], list[list[Pair]]]] = {
    "equal": equal,
    "near": near,
    "value": value,
    "contrast": contrast,
}


def sheet(number: int, pair: Pair) -> str:
    """A pair as who labels it sees it."""
    return f"#{number}\n" + "\n".join(f"  {name} {shown(it)}" for name, it in zip("AB", pair, strict=True))


def shown(drawn: Drawn) -> str:
    """The figure in its sentence, with what its paragraph and the text before it lead in with."""
    text, statement = drawn.text, drawn.statement
    opening = max(statement.sentence.start, statement.start - BEFORE)
    lead = " ".join(text[max(0, statement.sentence.start - 30) : statement.sentence.start].split())
    left = " ".join(text[opening : statement.start].split())
    right = " ".join(text[statement.end : min(statement.sentence.end, statement.end + AFTER)].split())
    return f"[{drawn.document}] …{lead}‖{left}【{text[statement.start : statement.end]}】{right}"


def likeness(one: str, other: str) -> float:
    """Dice's coefficient of the pairs of characters of two names."""
    first, second = (Counter(map("".join, pairwise(name))) for name in (one, other))
    return 2 * (first & second).total() / ((first.total() + second.total()) or 1)


def _by(drawn: Iterable[Drawn], part: Callable[[Drawn], object]) -> list[list[Drawn]]:
    groups: dict[object, list[Drawn]] = defaultdict(list)
    for each in drawn:
        groups[part(each)].append(each)
    return list(groups.values())


def _with_words_in_common(drawn: Sequence[Drawn]) -> Iterator[Pair]:
    """Pairs whose words share two characters in a row, each once."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(drawn):
        for pair in set(map("".join, pairwise(each.words))):
            places[pair].append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in places.values():
        if len(numbers) <= 300:
            seen.update(combinations(numbers, 2))
    for one, other in sorted(seen):
        yield drawn[one], drawn[other]


def _together(one: Drawn, other: Drawn) -> bool:
    region = one.statement.region
    return one.document == other.document or (region is not None and region == other.statement.region)


def _tells(drawn: Drawn) -> bool:
    """Whether the value is one that few things share."""
    statement = drawn.statement
    if statement.kind in (Kind.RANK, Kind.STREAK):
        return False
    return statement.kind is not Kind.LEVEL or abs(statement.value) > SMALL


def texts(arguments: Sequence[str]) -> tuple[Path, list[str]]:
    """The folder to draw from, `corpus/` where the first argument names none, and the other arguments."""
    if arguments and Path(arguments[0]).is_dir():
        return Path(arguments[0]), list(arguments[1:])
    return shared() / "corpus", list(arguments)


def main() -> None:
    from benchmarks.pairs.__main__ import SETS, labelled, places

    folder, names = texts(sys.argv[2:])
    chosen = frozenset(names)
    known = [
        frozenset((document, start) for document, start, _ in places(row))
        for path in SETS.values()
        for row in labelled(path)
    ]
    drawn = [
        each
        for each in drawable(folder, load())
        if not chosen or each.document.removeprefix("reports-2026/") in chosen
    ]
    for number, (_, pair) in enumerate(draw(drawn, COUNTS, int(sys.argv[1]), known), 1):
        print(sheet(number, pair))


if __name__ == "__main__":
    main()
