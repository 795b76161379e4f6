"""Plants slips into clean text and measures what the audit makes of them.

    python -m benchmarks.inject [--slips N] [--seed SEED] [--texts DIR] [--visible] [--json]

Every kind is planted equally often, as far as the texts allow; a part that is off (`BESIDE` in `slips.py`) as often as one of them, beside
the number asked for, and counted apart. The seed differs from run to run and is printed; with
`--seed` a run is repeated. `--visible` plants only slips that something can see, which is the quick way to look for what the
audit misses. Results go to standard output, progress to standard error.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.inject.judging import judge
from benchmarks.inject.sight import seen_by
from benchmarks.inject.slips import BESIDE, KINDS, Slip
from benchmarks.inject.table import as_json, as_table, by_source, scores
from benchmarks.inject.texts import CHECKOUT, CleanText, clean_texts
from yanchao.lexicon.lexicon import load


def main() -> int:
    options = _options()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(10**9)
    _tell(f"seed {seed}\n")
    started = time.perf_counter()
    texts = clean_texts(_corpus(options.texts), load())
    for text in texts:
        for finding in text.findings:
            _tell(f"{text.name} is not clean: {finding.rule} {finding.message}\n")
    judged = []
    chance = random.Random(seed)
    pools, beside = _pools(KINDS, texts, chance), _pools(BESIDE, texts, chance)
    as_many = options.slips // len(KINDS) * len(BESIDE)
    shares = *_shares(pools, options.slips), *_shares(beside, as_many)
    often = {kind: share / max(1, len(pool)) for kind, pool, share in shares}
    drawn = _drawn(pools, options.slips, options.visible), _drawn(beside, as_many, options.visible)
    for text, slip in itertools.chain(*drawn):
        judged.append(judge(text, slip, often))
        if len(judged) % 100 == 0:
            _tell(f"\r{len(judged)} planted")
    _tell(f"\r{len(judged)} planted in {time.perf_counter() - started:.0f} s\n")
    if options.json:
        print(as_json(seed, judged))
        return 0
    statements = sum(len(text.statements) for text in texts)
    print(
        f"{len(texts)} texts, {statements:,} statements; seed {seed}; {len(judged):,} slips, one at a time\n"
    )
    print(as_table(scores(judged)))
    print()
    print(as_table(by_source(judged)))
    unseen = sum(one.visible is None for one in judged)
    print(f"\nOut of sight: {unseen:,} of {len(judged):,} ({unseen / max(1, len(judged)):.1%})")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.inject", description="plant slips into clean text and see which are found"
    )
    parser.add_argument("--slips", type=int, default=3250, metavar="N", help="how many (default 3250)")
    parser.add_argument("--seed", type=int, help="repeat the run with this seed")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="a folder of clean .txt files")
    parser.add_argument("--visible", action="store_true", help="only slips that something can see")
    parser.add_argument("--json", action="store_true", help="every slip with what was said of it")
    return parser.parse_args()


def _corpus(given: Path | None) -> Path | None:
    """The folder given, else the corpus beside the checkout (or where YANCHAO_SHARED says), else none."""
    if given is not None:
        if not given.is_dir():
            sys.exit(f"{given} is no folder")
        return given
    shared = Path(os.environ.get("YANCHAO_SHARED") or CHECKOUT.parent / "shared") / "corpus"
    return shared if shared.is_dir() else None


Pool = list[tuple[CleanText, Slip]]


def _pools(
    kinds: Mapping[str, Callable[[CleanText], Iterator[Slip]]], texts: list[CleanText], chance: random.Random
) -> list[tuple[str, Pool]]:
    """Every slip that the texts allow, by kind, the rarest kind first, in the order in which they are drawn."""
    pools = []
    for kind, make in kinds.items():
        pool = [(text, slip) for text in texts for slip in make(text)]
        chance.shuffle(pool)
        pools.append((kind, pool))
    return sorted(pools, key=lambda one: len(one[1]))


def _shares(pools: list[tuple[str, Pool]], wanted: int) -> Iterator[tuple[str, Pool, int]]:
    """How many slips of each kind are drawn where all can be: equally many, as far as there are as many."""
    left = wanted
    for index, (kind, pool) in enumerate(pools):
        share = min(left // (len(pools) - index), len(pool))
        yield kind, pool, share
        left -= share


def _drawn(
    pools: list[tuple[str, Pool]], wanted: int, only_visible: bool
) -> Iterator[tuple[CleanText, Slip]]:
    """Slips drawn without return, equally many of each kind as far as there are as many."""
    left = wanted
    for index, (_, pool) in enumerate(pools):
        share = left // (len(pools) - index)
        drawn = 0
        for text, slip in pool:
            if drawn == share:
                break
            if only_visible and seen_by(text, slip) is None:
                continue
            drawn += 1
            yield text, slip
        left -= drawn


def _tell(words: str) -> None:
    sys.stderr.write(words)
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
