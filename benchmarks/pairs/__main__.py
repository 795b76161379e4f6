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
from benchmarks.pairs.drawing import drawable
from yanchao.ledger.keys import name
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon, load

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
