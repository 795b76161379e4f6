"""Peers and ours on the same labelled texts in the same run: how much each finds, how much of it is right, how fast.

    python -m benchmarks.peers.run [--seconds N]

Texts: tests/labelled, and corpus/ with gold/ where they are beside the checkout (or where YANCHAO_SHARED says). Each
tool runs alone in one process, tool after tool. Speed is also measured on the corpus' whole reports. The table goes to standard output, progress to standard error.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.environment import PeerError, python_for
from benchmarks.peers.scoring import Found, Label, Worth, worth

CHECKOUT = Path(__file__).resolve().parents[2]
TOOLS = sorted(
    (path for path in Path(__file__).with_name("tools").glob("*.py") if path.name != "serving.py"),
    key=lambda path: (not path.stem.startswith("yanchao"), path.stem),
)
SHARED = Path(os.environ.get("YANCHAO_SHARED") or CHECKOUT.parent / "shared")
SLOWEST = 900
"""Seconds after which a tool is given up."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and the statements that stand in it."""

    name: str
    text: str
    labels: list[Label]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one tool did with all texts."""

    title: str
    version: str
    dense: float
    """Megabytes a second on the labelled texts, where nearly every clause has a figure."""
    prose: float | None
    """Megabytes a second on whole reports, where there are some."""
    worth: Worth


def main() -> None:
    parser = argparse.ArgumentParser(description="measure yanchao beside other tools on this machine")
    parser.add_argument(
        "--seconds",
        type=float,
        default=3.0,
        help="how long each tool is timed on each kind of text (default 3)",
    )
    seconds = parser.parse_args().seconds
    texts = labelled()
    prose = reports()
    print(
        f"texts: {len(texts)} labelled ones, {size(text.text for text in texts):,} bytes, "
        f"{sum(len(text.labels) for text in texts)} statements; for speed {len(prose)} reports, {size(prose):,} bytes"
    )
    print(
        f"machine: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}\n"
    )
    measured, absent = [], []
    for tool in TOOLS:
        print(f"{tool.stem} …", file=sys.stderr, flush=True)
        try:
            measured.append(measure(tool, texts, prose, seconds))
        except PeerError as reason:
            absent.append(f"{tool.stem}: {reason}")
    print(table(measured))
    print("".join(f"\n{line}" for line in absent), end="\n" if absent else "")


def size(texts: Iterable[str]) -> int:
    return sum(len(text.encode("utf-8")) for text in texts)


def labelled() -> list[Labelled]:
    own = CHECKOUT / "tests" / "labelled"
    found = []
    for labels, texts in ((own, own), (SHARED / "gold", SHARED / "corpus")):
        for path in sorted(labels.glob("*.jsonl")):
            text = texts / f"{path.stem}.txt"
            if text.is_file():
                lines = path.read_text(encoding="utf-8").splitlines()
                found.append(
                    Labelled(
                        path.stem,
                        text.read_text(encoding="utf-8"),
                        [json.loads(line) for line in lines if line],
                    )
                )
    return found


def reports() -> list[str]:
    """The corpus' unlabelled texts."""
    return [path.read_text(encoding="utf-8") for path in sorted((SHARED / "corpus").glob("*/*.txt"))]


def measure(tool: Path, texts: Sequence[Labelled], prose: Sequence[str], seconds: float) -> Measured:
    """Run one tool over all texts.

    Raises:
        PeerError: where the tool cannot be had, does not start here or does not come to an end.
    """
    request = json.dumps({"texts": [text.text for text in texts], "prose": prose, "seconds": seconds})
    try:
        answer = subprocess.run(
            [python_for(tool), str(tool)], input=request, capture_output=True, text=True, timeout=SLOWEST
        )
    except subprocess.TimeoutExpired as error:
        raise PeerError(f"no answer within {SLOWEST} seconds") from error
    if answer.returncode:
        raise PeerError(f"does not run: {(answer.stderr.strip().splitlines() or ['no message'])[-1]}")
    reply = json.loads(answer.stdout.splitlines()[-1])
    found: list[list[Found]] = [
        [(r[0], r[1], r[2], r[3]) for r in readings] for readings in reply["readings"]
    ]
    total = sum(
        (worth(text.labels, readings) for text, readings in zip(texts, found, strict=True)), start=Worth()
    )
    dense, prosaic = reply["speeds"]
    return Measured(reply["title"], reply["version"], dense, prosaic, total)


def table(measured: Sequence[Measured]) -> str:
    """A Markdown table; behind each speed its ratio to our quantities alone."""
    ours = [tool for tool in measured if tool.title.startswith("yanchao: quant")]
    dense, prose = (ours[0].dense, ours[0].prose) if ours else (None, None)
    lines = [
        "| tool | version | exact span F1 | overlap P / R / F1 | right value, of labels | right unit, of labels "
        "| MB/s, figures everywhere (to ours) | MB/s, reports (to ours) |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for tool in measured:
        w = tool.worth
        lines.append(
            f"| {tool.title} | {tool.version} | {w.f1(w.exact):.2f} "
            f"| {w.precision(w.overlap):.2f} / {w.recall(w.overlap):.2f} / {w.f1(w.overlap):.2f} "
            f"| {w.recall(w.value):.2f} | {w.recall(w.unit):.2f} "
            f"| {speed(tool.dense, dense)} | {speed(tool.prose, prose)} |"
        )
    return "\n".join(lines)


def speed(tool: float | None, ours: float | None) -> str:
    if tool is None:
        return "–"
    return f"{tool:.3g} ({tool / ours:.2g})" if ours else f"{tool:.3g}"


if __name__ == "__main__":
    main()
