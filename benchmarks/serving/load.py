"""Asking at a steady rate, whatever comes back when, and timing each answer from the moment it was due.

A client that waits for an answer before it asks again would not see the queue that it makes others wait in.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

CONNECTIONS = 64
PATIENCE = 30.0
"""Seconds after the last question was due in which answers still count."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of one run. `times` are seconds from when a question was due to the end of its answer, in order."""

    asked: int
    times: tuple[float, ...]
    statuses: Counter[int]
    seconds: float
    busy: float
    """Seconds of processor time that asking took."""

    @property
    def rate(self) -> float:
        """Good answers a second."""
        return self.statuses[200] / self.seconds

    @property
    def failed(self) -> int:
        return self.asked - self.statuses[200]

    def percentile(self, share: float) -> float:
        """The time within which so many of all questions were answered; infinite where they were not."""
        place = math.ceil(share * self.asked) - 1
        return self.times[place] if place < len(self.times) else math.inf


def at_rate(port: int, paths: Sequence[str], rate: float) -> Measured:
    """Ask each path in turn, so many a second."""
    return asyncio.run(_run(port, paths, rate))


def as_fast_as_answered(port: int, paths: Sequence[str], connections: int = 16) -> Measured:
    """Ask each path in turn over a few connections, each question as soon as the one before it is answered."""
    return asyncio.run(_run(port, paths, math.inf, connections))


async def _run(port: int, paths: Sequence[str], rate: float, connections: int = CONNECTIONS) -> Measured:
    due: asyncio.Queue[tuple[float, str] | None] = asyncio.Queue()
    times: list[float] = []
    statuses: Counter[int] = Counter()

    async def ask() -> None:
        reader = writer = None
        while (each := await due.get()) is not None:
            moment, path = each
            try:
                if writer is None or reader is None:
                    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 22)
                if math.isinf(rate):
                    moment = time.perf_counter()
                status, stays = await _answer(reader, writer, path)
                times.append(time.perf_counter() - moment)
                statuses[status] += 1
                if not stays:
                    writer.close()
                    writer = None
            except (OSError, asyncio.IncompleteReadError, ValueError):
                statuses[0] += 1
                writer = None

    started, busy = time.perf_counter(), time.process_time()
    async with asyncio.TaskGroup() as group:
        asking = [group.create_task(ask()) for _ in range(connections)]
        for number, path in enumerate(paths):
            moment = started + (0.0 if math.isinf(rate) else number / rate)
            if (pause := moment - time.perf_counter()) > 0:
                await asyncio.sleep(pause)
            due.put_nowait((moment, path))
        for _ in asking:
            due.put_nowait(None)
        _, late = await asyncio.wait(asking, timeout=PATIENCE if not math.isinf(rate) else None)
        for each in late:
            each.cancel()
    seconds = time.perf_counter() - started
    return Measured(len(paths), tuple(sorted(times)), statuses, seconds, time.process_time() - busy)


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> tuple[int, bool]:
    """Ask once and read the answer to its end: its status, and whether the connection stays."""
    writer.write(
        f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    )
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    status = int(head[9:12])
    if b"transfer-encoding: chunked" in head:
        while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
            await reader.readexactly(size + 2)
        await reader.readuntil(b"\r\n")
    else:
        await reader.readexactly(int(head.split(b"content-length:")[1].split(b"\r\n")[0]))
    return status, b"connection: close" not in head
