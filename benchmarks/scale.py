"""A ledger of many documents: whether rate and memory stay flat, what one document more or less costs, how fast a series comes.

    python -m benchmarks.scale [--documents N] [--characters N] [--whole]

Documents are made from the texts of `benchmarks.run` with other figures in each, some 7 kB a piece: 50,000 are 350 MB.
Shorter ones (`--characters 100`: a paragraph, 1 kB) show in less time whether their number is a problem.
Without `--whole` the ledger alone is built (`yanchao build --ledger-only`), with it exports and pages as well. A build runs
in a process of its own; it uses two processes, as on two cores.

Beside the seconds on the clock stand those of the processors, of all processes of a build together: on a machine that does other
things as well only they can be compared.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus import PIECE, path_of, write
from benchmarks.run import say, texts
from yanchao.documents.reading import read
from yanchao.quick import dataclass

if TYPE_CHECKING:
    from yanchao.ledger.ledger import Ledger

STEP = 1_000
JOBS = 2
MORE = 5
"""How many documents are added one after the other, each by a build of its own."""

MEGABYTE = 1_000_000

BUILD = """
import json, os, resource, sys, time
from multiprocessing import active_children
from yanchao.building import build

def memory(process="self"):
    with open(f"/proc/{process}/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()

def processor(process):
    try:
        with open(f"/proc/{process}/stat") as file:
            user, system = file.read().rpartition(")")[2].split()[11:13]
    except OSError:  # it has just ended
        return 0
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

def note(stage, done, held):
    living = sum(processor(child.pid) for child in active_children())
    used = processor("self") + living + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    print(json.dumps([stage, done, time.perf_counter() - started, used, held]), flush=True)

def tell(stage, done, what):
    if stage == "reading" and done % 1000 and done > 1:
        return
    note(stage, done, memory())

if __name__ == "__main__":
    started = time.perf_counter()
    sources, directory, jobs, ledger_only = sys.argv[1:]
    made = build([sources], directory, jobs=int(jobs), ledger_only=bool(int(ledger_only)), progress=tell)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    note("done", made.documents - made.taken_over, peak)
"""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a build was after so many seconds: what it did, how many documents it had, and the memory of its main process in
    bytes. `processor` is how many seconds all its processes have worked."""

    stage: str
    documents: int
    seconds: float
    processor: float
    memory: int


def main() -> None:
    parser = argparse.ArgumentParser(description="measure yanchao on many documents")
    parser.add_argument("--documents", type=int, default=2 * STEP, help="how many (default 2000)")
    parser.add_argument("--characters", type=int, default=PIECE, help=f"of each (default {PIECE})")
    parser.add_argument("--whole", action="store_true", help="with Parquet, exports and pages")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure(folder / "sources", folder / "atlas", options.documents, options.characters, options.whole)


def measure(sources: Path, atlas: Path, documents: int, characters: int, whole: bool) -> None:
    corpus = [read(path).text for path in texts()[0]]  # whatever their encoding
    size = write(corpus, sources, 0, documents, length=characters)
    print(f"\n{documents:,} documents, {size / MEGABYTE:,.0f} MB; {'all' if whole else 'the ledger alone'}")
    steps = build(sources, atlas, whole)
    thousands(steps)
    for stage, seconds, processor in stages(steps):
        print(f"{stage:34} {seconds:9.1f} s, {processor:.1f} s of the processors")
    print(f"{'peak memory of the main process':34} {steps[-1].memory / MEGABYTE:9.0f} MB")
    print(f"{'folder':34} {weight(atlas) / MEGABYTE:9.0f} MB")
    more = range(documents, documents + MORE)
    tell(
        "one document more, the command",
        [one_more(corpus, sources, atlas, each, characters, whole) for each in more],
    )
    tell("one document less, the command", [one_less(sources, atlas, each, whole) for each in more])
    queries(atlas)


def tell(what: str, times: Sequence[tuple[float, float]]) -> None:
    """The median and the most of seconds on the clock, each with those of the processors."""
    clock, processor = zip(*times, strict=True)
    print(
        f"{what:34} {statistics.median(clock):9.2f} s, at most {max(clock):.2f}; "
        f"{statistics.median(processor):.2f} s of the processors, at most {max(processor):.2f}"
    )


def build(sources: Path, atlas: Path, whole: bool) -> list[Step]:
    """Build in a process of its own; what it told on the way, and its peak of memory at the end."""
    script = sources.parent / "build.py"
    script.write_text(BUILD, encoding="utf-8")
    command = [sys.executable, str(script), str(sources), str(atlas), str(JOBS), str(int(not whole))]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    say(".")
    return [Step(*json.loads(line)) for line in done.stdout.splitlines()]


def one_more(
    corpus: Sequence[str], sources: Path, atlas: Path, number: int, characters: int, whole: bool
) -> tuple[float, float]:
    """How long `yanchao build` takes where one document has come."""
    write(corpus, sources, number, number + 1, length=characters)
    return again(sources, atlas, whole)


def one_less(sources: Path, atlas: Path, number: int, whole: bool) -> tuple[float, float]:
    """How long `yanchao build` takes where one document has gone."""
    path_of(sources, number).unlink()
    return again(sources, atlas, whole)


def again(sources: Path, atlas: Path, whole: bool) -> tuple[float, float]:
    """How long the command takes from its start to its end, and how long the processors work for it."""
    command = [sys.executable, "-m", "yanchao", "build", str(sources), "-o", str(atlas), "--quiet"]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*command, "--jobs", str(JOBS), *([] if whole else ["--ledger-only"])], check=True)
    seconds, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def thousands(steps: Sequence[Step]) -> None:
    """How long each thousand took, on the clock and on the processors, and the memory after it."""
    marks = [
        step
        for step in steps
        if step.stage == "reading" and (step.documents == 1 or not step.documents % STEP)
    ]
    print(
        f"{'reading and auditing':34} {'seconds':>9} {'documents/s':>12} {'processors s':>13} {'documents/s':>12} "
        f"{'memory MB':>10}"
    )
    for before, after in pairwise(marks):
        documents = after.documents - before.documents
        seconds, processor = after.seconds - before.seconds, after.processor - before.processor
        print(
            f"{after.documents:>34,} {seconds:9.1f} {documents / seconds:12.1f} {processor:13.1f} "
            f"{documents / processor:12.1f} {after.memory / MEGABYTE:10.0f}"
        )


def stages(steps: Sequence[Step]) -> list[tuple[str, float, float]]:
    """How long each stage took, and of the processors; what came before the first is reading as well."""
    first = [step for place, step in enumerate(steps) if not place or steps[place - 1].stage != step.stage]
    starts = [(0.0, 0.0), *((step.seconds, step.processor) for step in first[1:])]
    return [
        (step.stage, end[0] - start[0], end[1] - start[1])
        for step, start, end in zip(first, starts, starts[1:], strict=False)
    ]


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
