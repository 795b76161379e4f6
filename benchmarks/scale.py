"""A ledger of many documents: whether rate and memory stay flat, what one document more costs, how fast a series comes.

    python -m benchmarks.scale [--documents N] [--whole]

Documents are made from the texts of `benchmarks.run` with other figures in each, some 7 kB a piece: 50,000 are 350 MB.
Without `--whole` the ledger alone is built (`yanchao build --ledger-only`), with it exports and pages as well. A build runs
in a process of its own; it uses two processes, as on two cores.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus import write
from benchmarks.run import say, texts
from yanchao.quick import dataclass

if TYPE_CHECKING:
    from yanchao.ledger.ledger import Ledger

STEP = 1_000
JOBS = 2
MORE = 5
"""How many documents are added one after the other, each by a build of its own."""

MEGABYTE = 1_000_000

BUILD = """
import json, resource, sys, time
from yanchao.pipeline import build

def memory():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()

def tell(stage, done, what):
    if stage == "reading" and done % 1000 and done > 1:
        return
    print(json.dumps([stage, done, time.perf_counter() - started, memory()]), flush=True)

if __name__ == "__main__":
    started = time.perf_counter()
    sources, directory, jobs, ledger_only = sys.argv[1:]
    made = build([sources], directory, jobs=int(jobs), ledger_only=bool(int(ledger_only)), progress=tell)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps(["done", made.documents - made.taken_over, time.perf_counter() - started, peak]))
"""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a build was after so many seconds: what it did, how many documents it had, and its memory in bytes."""

    stage: str
    documents: int
    seconds: float
    memory: int


def main() -> None:
    parser = argparse.ArgumentParser(description="measure yanchao on many documents")
    parser.add_argument("--documents", type=int, default=2 * STEP, help="how many (default 2000)")
    parser.add_argument("--whole", action="store_true", help="with Parquet, exports and pages")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure(folder / "sources", folder / "atlas", options.documents, options.whole)


def measure(sources: Path, atlas: Path, documents: int, whole: bool) -> None:
    corpus = [path.read_text(encoding="utf-8") for path in texts()[0]]
    size = write(corpus, sources, 0, documents)
    print(f"\n{documents:,} documents, {size / MEGABYTE:,.0f} MB; {'all' if whole else 'the ledger alone'}")
    steps = build(sources, atlas, whole)
    thousands(steps)
    for stage, seconds in stages(steps):
        print(f"{stage:34} {seconds:9.1f} s")
    print(f"{'peak memory of the main process':34} {steps[-1].memory / MEGABYTE:9.0f} MB")
    print(f"{'folder':34} {weight(atlas) / MEGABYTE:9.0f} MB")
    times = [one_more(corpus, sources, atlas, documents + number, whole) for number in range(MORE)]
    print(
        f"{'one document more, the command':34} {statistics.median(times):9.2f} s, at most {max(times):.2f}"
    )
    queries(atlas)


def build(sources: Path, atlas: Path, whole: bool) -> list[Step]:
    """Build in a process of its own; what it told on the way, and its peak of memory at the end."""
    script = sources.parent / "build.py"
    script.write_text(BUILD, encoding="utf-8")
    command = [sys.executable, str(script), str(sources), str(atlas), str(JOBS), str(int(not whole))]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    say(".")
    return [Step(*json.loads(line)) for line in done.stdout.splitlines()]


def one_more(corpus: Sequence[str], sources: Path, atlas: Path, number: int, whole: bool) -> float:
    """How long `yanchao build` takes from its start to its end where one document has come."""
    write(corpus, sources, number, number + 1)
    command = [sys.executable, "-m", "yanchao", "build", str(sources), "-o", str(atlas), "--quiet"]
    started = time.perf_counter()
    subprocess.run([*command, "--jobs", str(JOBS), *([] if whole else ["--ledger-only"])], check=True)
    return time.perf_counter() - started


def thousands(steps: Sequence[Step]) -> None:
    """How long each thousand took, and the memory after it."""
    marks = [
        step
        for step in steps
        if step.stage == "reading" and (step.documents == 1 or not step.documents % STEP)
    ]
    print(f"{'reading and auditing':34} {'seconds':>9} {'documents/s':>12} {'memory MB':>10}")
    for before, after in pairwise(marks):
        seconds = after.seconds - before.seconds
        rate = (after.documents - before.documents) / seconds
        print(f"{after.documents:>34,} {seconds:9.1f} {rate:12.1f} {after.memory / MEGABYTE:10.0f}")


def stages(steps: Sequence[Step]) -> list[tuple[str, float]]:
    """How long each stage took; what came before the first is reading as well."""
    first = [step for place, step in enumerate(steps) if not place or steps[place - 1].stage != step.stage]
    starts = [0.0, *(step.seconds for step in first[1:])]
    return [(step.stage, end - start) for step, start, end in zip(first, starts, starts[1:], strict=False)]


def queries(atlas: Path) -> None:
    """How fast a series comes with everyone's word for it: the one that most is said about, and fifty of all."""
    from yanchao.ledger.ledger import Ledger

    with Ledger(atlas) as ledger:
        ids = [row[0] for row in ledger.each_row(BY_ASSERTIONS)]
        ledger.one_series(ids[-1])  # the first question opens the file
        words, largest = timed(ledger, ids[0])
        print(f"{f'largest series, {words:,} words':34} {largest * 1000:9.0f} ms")
        times = [timed(ledger, id)[1] for id in ids[:: max(1, len(ids) // 50)]]
        print(f"{'a series, median of 50':34} {statistics.median(times) * 1000:9.0f} ms")


def timed(ledger: Ledger, id: str) -> tuple[int, float]:
    """How many sources speak of a series, and the seconds that it takes to have all they say."""
    start = time.perf_counter()
    found = ledger.one_series(id)
    seconds = time.perf_counter() - start
    return sum(len(point.assertions) for point in found.observations), seconds


BY_ASSERTIONS = "SELECT series FROM assertions GROUP BY series ORDER BY count(*) DESC, series"


def weight(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
