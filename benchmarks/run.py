"""How fast, how soon, how much memory: measured on this machine, in one run, beside baselines of the same run.

    python -m benchmarks.run [--copies N]

Reads the labelled texts where they are beside the checkout (or where YANCHAO_SHARED says), else examples/.
Results go to standard output, progress to standard error. Speeds are per second of one core, the median of several runs.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
YANCHAO = Path(sys.executable).with_name("yanchao")
RUNS = 5
STARTS = 9


def main() -> None:
    parser = argparse.ArgumentParser(description="measure yanchao on this machine")
    parser.add_argument(
        "--copies", type=int, default=2000, help="documents of the larger build (default 2000)"
    )
    copies = parser.parse_args().copies
    corpus, page = texts()
    print(
        f"corpus: {len(corpus)} texts, {sum(path.stat().st_size for path in corpus):,} bytes; page: {page.name}"
    )
    print(f"machine: {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    speeds(corpus)
    start_up(page)
    memory(page, copies)


def texts() -> tuple[list[Path], Path]:
    """The texts that are measured, and the one that stands for a newspaper page."""
    shared = Path(os.environ.get("YANCHAO_SHARED") or CHECKOUT.parent / "shared") / "corpus"
    if shared.is_dir():
        return sorted(shared.rglob("*.txt")), shared / "guangdong-clusters-2025.txt"
    examples = sorted((CHECKOUT / "examples").rglob("*.txt")) + sorted((CHECKOUT / "examples").rglob("*.md"))
    return examples, max(examples, key=lambda path: path.stat().st_size)


def speeds(corpus: list[Path]) -> None:
    """Each stage over the whole corpus, given what the stage before it made."""
    from yanchao.audit.audit import audit
    from yanchao.documents.reading import read
    from yanchao.lexicon.lexicon import load
    from yanchao.statements.extraction import extract
    from yanchao.statements.fold import fold
    from yanchao.statements.scan import Scanner

    lexicon = load()
    scanner = Scanner(lexicon)
    sources = [path.read_bytes() for path in corpus]
    documents = [read(data, uri=path.name) for data, path in zip(sources, corpus, strict=True)]
    extractions = [extract(document, lexicon) for document in documents]
    size = sum(map(len, sources))
    characters = sum(len(document.text) for document in documents)
    digits = re.compile(r"[\d.]+")

    print(f"\n{'stage':34} {'MB/s':>9} {'characters/s':>14}   against decoding")
    decode = rate(lambda: [data.decode("utf-8") for data in sources])
    for name, seconds in (
        ("decode UTF-8 (baseline)", decode),
        ("find digits by regex (baseline)", rate(lambda: [digits.findall(d.text) for d in documents])),
        ("read", rate(lambda: [read(d, uri=p.name) for d, p in zip(sources, corpus, strict=True)])),
        (
            "quantities alone (fold and scan)",
            rate(lambda: [scanner.scan(fold(d.text).text) for d in documents]),
        ),
        ("extract statements", rate(lambda: [extract(d, lexicon) for d in documents])),
        ("audit", rate(lambda: [audit([e], lexicon) for e in extractions])),
    ):
        print(
            f"{name:34} {size / seconds / 1e6:9.2f} {characters / seconds:14,.0f}   {seconds / decode:8.0f}x"
        )
    print(f"statements: {sum(len(extraction.statements) for extraction in extractions):,}")


def rate(work: Callable[[], object]) -> float:
    """Seconds of one core that the work takes: the median of several runs, each long enough to be measured."""
    work()
    times = []
    for _ in range(RUNS):
        start, rounds = time.process_time(), 0
        while rounds == 0 or time.process_time() - start < 0.2:
            work()
            rounds += 1
        times.append((time.process_time() - start) / rounds)
    say(".")
    return statistics.median(times)


def start_up(page: Path) -> None:
    """From the shell's prompt to the findings of a page, beside an interpreter that does nothing."""
    from yanchao.compiled import patterns

    keeping = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    Path(patterns.path).unlink(missing_ok=True)
    print(f"\n{'cold start':34} {'seconds':>9} {'of a core':>10}")
    for name, command, environment in (
        ("Python alone (baseline)", [sys.executable, "-c", "pass"], keeping),
        (
            "yanchao check, nothing kept yet",
            [YANCHAO, "check", page],
            keeping | {"PYTHONDONTWRITEBYTECODE": "1"},
        ),
        ("yanchao check, one page", [YANCHAO, "check", page], keeping),
    ):
        elapsed, busy = once(command, environment)
        print(f"{name:34} {elapsed:9.3f} {busy:10.3f}")


def once(command: list[str | Path], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds on the clock and seconds of processor time: they differ where the machine has other work."""
    clock, busy = [], []
    for _ in range(STARTS):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, capture_output=True, check=False, env=environment)
        clock.append(time.perf_counter() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        busy.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    say(".")
    return statistics.median(clock), statistics.median(busy)


def memory(page: Path, copies: int) -> None:
    """Peak memory of building one page, and of building many that all differ."""
    with tempfile.TemporaryDirectory() as folder:
        print(f"\n{'build':34} {'seconds':>9} {'of a core':>10} {'peak MB':>9}")
        for count in (1, copies):
            sources = Path(folder) / f"sources-{count}"
            sources.mkdir()
            for number, text in enumerate(variants(page.read_text(encoding="utf-8"), count)):
                (sources / f"{number:05}.txt").write_text(text, encoding="utf-8")
            seconds, busy, peak = build(sources, Path(folder) / f"atlas-{count}")
            print(f"{count:>5} x {page.name:26} {seconds:9.1f} {busy:10.1f} {peak / 1e6:9.0f}", flush=True)


def variants(text: str, count: int) -> Iterator[str]:
    """The text, with another figure in each copy: copies with the same bytes would be read once only."""
    figure = re.search(r"\d{3,}(?=[亿万家])", text)
    if figure is None:
        raise SystemExit("the text holds no figure that could be changed")
    for number in range(count):
        yield f"{text[: figure.start()]}{int(figure[0]) + number}{text[figure.end() :]}"


def build(sources: Path, target: Path) -> tuple[float, float, int]:
    """Seconds on the clock and of processor time, and peak bytes, of one build in a process of its own."""
    script = (
        "import resource, subprocess, sys, time; start = time.perf_counter();"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss)"
    )
    command = [sys.executable, "-c", script, YANCHAO, "build", sources, "-o", target]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, busy, kilobytes = answer.split()
    say(".")
    return float(seconds), float(busy), int(kilobytes) * (1 if sys.platform == "darwin" else 1024)


def say(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


if __name__ == "__main__":
    main()
