"""How a tool is asked: texts come in on standard input, readings and speeds go out on the last line of standard output.

Both are JSON. Some tools greet on standard output when they are imported, so only the last line counts.

A tool's file runs in an environment of its own, so it imports nothing but this module and the tool.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import astuple, dataclass
from importlib.metadata import version
from typing import Any

Run = Callable[[str], Any]
Readings = Callable[[str, Any], "list[Reading]"]
Split = Callable[[str], "list[tuple[int, str]]"]


@dataclass(frozen=True)
class Reading:
    """One quantity that a tool found: its range (end exclusive), its number in the base unit, and the unit.

    `unit` is ours (CNY, t, count:家); "1" where the tool gives a bare number or a share.
    """

    start: int
    end: int
    value: float
    unit: str = "1"


def paragraphs(text: str) -> list[tuple[int, str]]:
    """The lines of a text that are not blank, with the place where each begins."""
    return [(line.start(), line[0]) for line in re.finditer(r".*\S.*", text)]


def whole(text: str) -> list[tuple[int, str]]:
    return [(0, text)]


def serve(title: str, distribution: str, run: Run, readings: Readings, split: Split = paragraphs) -> None:
    """Answer one request: read the labelled texts, then run over them, and over longer prose, for as long as was asked.

    `run` is what is timed; `readings` turns its answer into our terms and is not. Reading the labelled texts warms up.
    """
    request = json.load(sys.stdin)
    with redirect_stdout(sys.stderr):
        found = []
        for text in request["texts"]:
            answers = [(at, part, run(part)) for at, part in split(text)]
            found.append(outermost([moved(r, at) for at, part, raw in answers for r in readings(part, raw)]))
        speeds = [
            speed(run, [part for text in texts for _, part in split(text)], request["seconds"])
            for texts in (request["texts"], request["prose"])
        ]
    reply = {"title": title, "version": version(distribution), "speeds": speeds}
    print(json.dumps({**reply, "readings": [[astuple(r) for r in text] for text in found]}))


def speed(run: Run, parts: list[str], budget: float) -> float | None:
    """Megabytes of UTF-8 a second over the parts, round and round until `budget` seconds are spent; None without any."""
    if not parts:
        return None
    sizes = [len(part.encode("utf-8")) for part in parts]
    size = at = 0
    begin = time.process_time()
    while (spent := time.process_time() - begin) < budget or not size:
        run(parts[at % len(parts)])
        size += sizes[at % len(parts)]
        at += 1
    return size / spent / 1e6


def moved(reading: Reading, by: int) -> Reading:
    return Reading(reading.start + by, reading.end + by, reading.value, reading.unit)


def outermost(found: list[Reading]) -> list[Reading]:
    """Of readings that lie in one another the longest stays; of the same range, the one with a unit."""
    kept: list[Reading] = []
    for reading in sorted(found, key=lambda r: (r.start, -r.end, r.unit == "1")):
        if not kept or reading.end > kept[-1].end:
            kept.append(reading)
    return kept
