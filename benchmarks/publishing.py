"""How long a site of about 2,000 pages takes, apart from reading its documents, and what one document more writes again.

    python -m benchmarks.publishing [--pages N] [--jobs N]

Texts are those of `benchmarks.searching`. The build runs in a process of its own and tells its stages; then the pages alone
are written once more, into another folder, and a build with one document more counts the files that are not those of the
build before. Seconds on the clock are of this machine as it is: run it at rest.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.run import say
from benchmarks.scale import BUILD, Step, stages
from benchmarks.searching import FIXED_PAGES, texts

PAGES = """
import json, resource, shutil, sys, time
from pathlib import Path
from yanchao.atlas.site import publish
from yanchao.ledger.ledger import Ledger
from yanchao.lexicon.lexicon import load

def busy():
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))

if __name__ == "__main__":
    atlas, target, jobs = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    target.mkdir()
    shutil.copy(atlas / "ledger.duckdb", target)
    started, before = time.perf_counter(), busy()
    with Ledger(target, for_many=True) as ledger:
        publish(ledger, load(), target, jobs=jobs)
    print(json.dumps([time.perf_counter() - started, busy() - before]))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="measure the writing of a site")
    parser.add_argument("--pages", type=int, default=2000, help="pages of the site, about (default 2000)")
    parser.add_argument("--jobs", type=int, default=2, help="processes that read and write (default 2)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        measure(Path(name), max(1, (options.pages - FIXED_PAGES) // 2), options.jobs)


def measure(folder: Path, documents: int, jobs: int) -> None:
    sources, atlas = folder / "sources", folder / "atlas"
    sources.mkdir()
    *first, last = texts(documents + 1)
    for number, text in enumerate(first):
        (sources / f"{number:05}.txt").write_text(text, encoding="utf-8")
    print(f"machine: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for stage, seconds, busy in built(sources, atlas, jobs):
        print(f"{stage:34} {seconds:9.1f} s   ({busy:.1f} s of a core)")
    pages = sum(1 for _ in atlas.rglob("*.html"))
    seconds, busy = json.loads(told(folder, PAGES, atlas, folder / "pages", jobs)[-1])
    print(f"{f'site of {pages:,} pages alone':34} {seconds:9.1f} s   ({busy:.1f} s of a core)")
    before = {path.relative_to(atlas): path.stat().st_ino for path in atlas.rglob("*.*")}
    (sources / f"{documents:05}.txt").write_text(last, encoding="utf-8")
    started = time.perf_counter()
    again = built(sources, atlas, jobs)
    print(f"{'one document more':34} {time.perf_counter() - started:9.1f} s")
    for stage, seconds, busy in again:
        print(f"  {stage:32} {seconds:9.1f} s   ({busy:.1f} s of a core)")
    for ending, what in ((".html", "pages"), (".js", "scripts")):
        files = list(atlas.rglob(f"*{ending}"))
        written = sum(before.get(path.relative_to(atlas)) != path.stat().st_ino for path in files)
        print(f"  {f'{what} written':32} {written:9,} of {len(files):,}")


def built(sources: Path, atlas: Path, jobs: int) -> list[tuple[str, float, float]]:
    """The stages of a build with their seconds, on the clock and of the processors."""
    lines = told(sources.parent, BUILD, sources, atlas, jobs, 0)
    return stages([Step(*json.loads(line)) for line in lines])


def told(folder: Path, script: str, *arguments: object) -> list[str]:
    """The lines that a script prints in a process of its own."""
    file = folder / "script.py"  # in a file, since the processes that help import it
    file.write_text(script, encoding="utf-8")
    command = [sys.executable, str(file), *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    say(".")
    return done.stdout.splitlines()


if __name__ == "__main__":
    main()
