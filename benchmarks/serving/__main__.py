"""A served build and Datasette under the same load, one after the other, on this machine.

    python -m benchmarks.serving [--atlas DIR] [--rate N] [--seconds N]

Without --atlas a build is made first, of so many copies of the labelled texts beside the checkout (or where
YANCHAO_SHARED says), else of examples/, each copy with another figure. The table goes to standard output, progress to standard error.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

from benchmarks.peers.environment import PeerError, python_for
from benchmarks.run import YANCHAO, texts, variants
from benchmarks.serving import datasette_server
from benchmarks.serving.load import Measured, as_fast_as_answered, at_rate
from benchmarks.serving.questions import Question, pool, popular, unheard
from yanchao.ledger.ledger import Ledger

STARTING = 60.0
"""Seconds that a server may take until it answers."""


def main() -> None:
    parser = argparse.ArgumentParser(description="measure what is served under load, beside Datasette")
    parser.add_argument("--atlas", type=Path, help="a build to serve (default: one is made)")
    parser.add_argument("--copies", type=int, default=4, help="copies of each text in a build that is made")
    parser.add_argument("--rate", type=float, default=500, help="questions a second (default 500)")
    parser.add_argument("--seconds", type=float, default=20, help="for how long (default 20)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        atlas = options.atlas or made(Path(folder), options.copies)
        with Ledger(atlas) as ledger:
            asked = pool(ledger)
            counts = ", ".join(f"{len(questions):,} {kind}" for kind, questions in asked.items())
            database = Path(folder) / "ledger.db"
            say("writing the tables for Datasette")
            datasette_server.write(ledger, database)
        count = int(options.rate * options.seconds)
        rounds = {
            "a public, just started": popular(asked, count, seed=8371),
            "a public, later on": popular(asked, count, seed=8372),
            "no two alike, no pages": unheard(asked, count, seed=8372),
        }
        print(f"machine: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; asked on the same cores")
        print(f"can be asked: {counts}")
        print(f"offered: {options.rate:g} questions a second for {options.seconds:g} seconds\n")
        print(
            f"{'':12} {'':24} {'answered/s':>10} {'failed':>7} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8} {'at most/s':>9}"
        )
        served, following = (shutil.copytree(atlas, Path(folder) / name) for name in ("served", "following"))
        with ours(served) as port:
            report("yanchao", port, rounds, options.rate, lambda question: question.ours)
            again = {"a public, at a new build": rounds["a public, later on"]}
            Timer(options.seconds / 2, take_place, (following, served)).start()
            report("yanchao", port, again, options.rate, lambda question: question.ours)
        try:
            python = python_for(Path(datasette_server.__file__))
        except PeerError as reason:
            print(f"datasette: {reason}")
            return
        with theirs(python, database) as port:
            report("datasette", port, rounds, options.rate, lambda question: question.theirs)


def report(name: str, port: int, rounds: dict[str, list[Question]], rate: float, path) -> None:  # type: ignore[no-untyped-def]
    for title, questions in rounds.items():
        say(f"{name}, {title}")
        paths = [path(question) for question in questions]
        steady = at_rate(port, paths, rate)
        fastest = as_fast_as_answered(port, paths[: max(200, int(steady.rate * 5))])
        print(row(name, title, steady, fastest), flush=True)


def row(name: str, title: str, steady: Measured, fastest: Measured) -> str:
    times = " ".join(f"{steady.percentile(share) * 1000:8.1f}" for share in (0.5, 0.95, 0.99))
    return (
        f"{name:12} {title:24} {steady.rate:10.0f} {steady.failed:7} {times} {fastest.rate:9.0f}"
        f"   (asking took {steady.busy / steady.seconds:.0%} of a core)"
    )


def take_place(following: Path, served: Path) -> None:
    """Put a build in the place of another."""
    served.rename(served.with_name("replaced"))
    following.rename(served)


def made(folder: Path, copies: int) -> Path:
    """A build of copies that all differ."""
    corpus, _ = texts()
    sources = folder / "sources"
    sources.mkdir()
    for path in corpus:
        for number, text in enumerate(variants(path.read_text(encoding="utf-8"), copies)):
            (sources / f"{path.stem}-{number:03}.txt").write_text(text, encoding="utf-8")
    say(f"building {len(corpus) * copies} documents")
    command = [
        YANCHAO,
        "build",
        sources,
        "-o",
        folder / "atlas",
        "--jobs",
        str(os.cpu_count() or 1),
        "--quiet",
    ]
    subprocess.run(command, check=True)
    return folder / "atlas"


@contextmanager
def ours(atlas: Path) -> Iterator[int]:
    port = free_port()
    with running([str(YANCHAO), "serve", str(atlas), "--port", str(port)], port):
        yield port


@contextmanager
def theirs(python: Path, database: Path) -> Iterator[int]:
    port = free_port()
    with running(datasette_server.command(python, database, port), port):
        yield port


@contextmanager
def running(command: Sequence[str], port: int) -> Iterator[None]:
    """A server in a process of its own, for as long as the block lasts."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(port)
            yield
        finally:
            process.terminate()


def wait_for(port: int) -> None:
    until = time.monotonic() + STARTING
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def say(words: str) -> None:
    print(f"{words} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
