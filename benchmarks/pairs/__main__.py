"""How often two statements are rightly joined into one series, on pairs labelled by reading.

    python -m benchmarks.pairs [FOLDER]

FOLDER holds `corpus/` (else YANCHAO_SHARED, else `shared` beside the checkout). The pairs were drawn in strata, many of them hard, so
the figures say nothing of all pairs of the corpus. Precision is of the pairs that the ledger joins, recall of those labelled as
one series; each pair that is joined or parted wrongly is shown with the two names.

The misses of a set are read once it was measured, and what they teach goes into the ledger: a set judges the ledger at first
sight only. docs/benchmarks.md says what each gave then.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.gold import shared
from benchmarks.pairs.drawing import Drawn, drawable
from yanchao.ledger.keys import name
from yanchao.ledger.matching.likeness import DOUBTFUL, Figure, likeness
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.interval import interval

PAIRS = Path(__file__).resolve().parent.parent.parent / "tests" / "labelled" / "pairs"
SETS = {path.stem: path for path in sorted(PAIRS.glob("*.csv"))}
"""The labelled sets by their names."""

Place = tuple[str, int, int]
"""A statement: the file's name in `corpus/`, and the range of the figure."""


def main() -> int:
    corpus = (Path(sys.argv[1]) if len(sys.argv) > 1 else shared()) / "corpus"
    if not corpus.is_dir():
        print(f"{corpus}: there are no texts", file=sys.stderr)
        return 2
    lexicon = load()
    drawn = drawable(corpus, lexicon)
    keys = {(one.document, one.statement.start, one.statement.end): one.key for one in drawn}
    for set_, path in SETS.items():
        judge(set_, labelled(path), keys, lexicon)
    review([row for path in SETS.values() for row in labelled(path)], drawn, lexicon)
    return 0


def judge(
    set_: str, rows: Sequence[Mapping[str, str]], keys: Mapping[Place, SeriesKey], lexicon: Lexicon
) -> None:
    joined: dict[bool, int] = {True: 0, False: 0}
    parted = unread = 0
    for number, row in enumerate(rows, 1):
        one, other = (keys.get(place) for place in places(row))
        unread += (one is None) + (other is None)
        is_joined, is_one_series = one is not None and one == other, row["same"] == "yes"
        if is_joined:
            joined[is_one_series] += 1
        elif is_one_series:
            parted += 1
        if is_joined != is_one_series:
            names = [name(key, lexicon) if key else "not read" for key in (one, other)]
            wrong = "joined" if is_joined else "parted"
            print(
                f"{set_} {number:4} {wrong} wrongly ({row['stratum']}, {row['reason']}): {' | '.join(names)}"
            )
    right = joined[True]
    print(f"{set_}: precision {right}/{sum(joined.values())} = {right / max(sum(joined.values()), 1):.3f}")
    print(
        f"{set_}: recall {right}/{right + parted} = {right / max(right + parted, 1):.3f}; {unread} places not read"
    )


def review(rows: Sequence[Mapping[str, str]], drawn: Sequence[Drawn], lexicon: Lexicon) -> None:
    """How many of the pairs that stay apart a person would be asked about (`yanchao ledger review`)."""
    statements = {(one.document, one.statement.start, one.statement.end): one for one in drawn}
    parted: dict[str, list[bool]] = {"yes": [], "no": []}
    for row in rows:
        one, other = (statements.get(place) for place in places(row))
        if one is not None and other is not None and one.key != other.key:
            alike = likeness(one.key, other.key, (figure(one),), (figure(other),), lexicon)
            parted[row["same"]].append(alike is not None and alike.score >= DOUBTFUL)
    wrong, right = parted["yes"], parted["no"]
    print(
        f"review: {sum(wrong)} of {len(wrong)} parted wrongly are doubtful, {sum(right)} of {len(right)} parted rightly"
    )


def figure(drawn: Drawn) -> Figure:
    """A statement as a point that is compared."""
    statement = drawn.statement
    place = (drawn.document, statement.sentence.start)
    return Figure(statement.period, str(statement.status), interval(statement.quantity), place)


def labelled(path: Path) -> list[dict[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def places(row: Mapping[str, str]) -> tuple[Place, Place]:
    return (
        (row["document"], int(row["start"]), int(row["end"])),
        (row["other_document"], int(row["other_start"]), int(row["other_end"])),
    )


if __name__ == "__main__":
    sys.exit(main())
