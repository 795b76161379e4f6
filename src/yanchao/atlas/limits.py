"""How much a stranger may ask of the server: how often, how long, how large."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from yanchao.atlas.checking import LONGEST_TEXT
from yanchao.atlas.problems import told
from yanchao.errors import YanchaoError
from yanchao.quick import dataclass

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Receive, Scope, Send

UTF8_BYTES = 4
"""The most bytes that a character takes."""

LARGEST_BODY = UTF8_BYTES * LONGEST_TEXT
"""Bytes of the largest text that may be sent."""

ENCODED = 3
"""How many bytes of a form one byte of what is typed into it may take (`%E8`)."""

SECONDS_TO_SEND = 20.0
"""How long a client may take to send what it asks."""

SECONDS_TO_ANSWER = 20.0
"""How long a client waits for an answer before it is told to come back."""

ANSWERED_AT_ONCE = 4
"""Questions that are worked on at the same time; the others wait their turn. Of twelve at once each was done later than of four."""

CHECKED_AT_ONCE = 2
"""Texts that are audited at the same time; the others wait their turn."""

ADDRESSES = 10_000
"""How many addresses are told apart; beyond that, those that ask least are forgotten."""

Answer = TypeVar("Answer")


class TooLateError(YanchaoError):
    """It took longer than a client is made to wait."""


class TooSlowError(YanchaoError):
    """What was sent did not arrive in time."""


class TooLargeError(YanchaoError):
    """What was sent is longer than may be sent."""


class Workers:
    """Threads that answer. What takes too long is told to come back; its thread is not given more until it is done."""

    def __init__(self, at_once: int, name: str, seconds: float = SECONDS_TO_ANSWER) -> None:
        self._pool = ThreadPoolExecutor(at_once, name)
        self._seconds = seconds

    async def do(self, work: Callable[..., Answer], *given: Any) -> Answer:
        """What `work` returns. Raises TooLateError; work that had not begun by then is never begun."""
        try:
            return await asyncio.wait_for(asyncio.wrap_future(self._pool.submit(work, *given)), self._seconds)
        except TimeoutError:
            raise TooLateError(
                f"this took longer than {self._seconds:g} seconds; ask for less, or again later"
            ) from None


async def body(request: Request, most: int, seconds: float = SECONDS_TO_SEND) -> bytes:
    """The body of a request, refused as soon as it is too large or too slow.

    Raises:
        TooLargeError: where it is longer than `most` bytes.
        TooSlowError: where it does not arrive in time.
    """
    said = request.headers.get("content-length", "")
    if said.isdigit() and int(said) > most:
        raise TooLargeError(TOO_LONG)
    read = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                read += chunk
                if len(read) > most:
                    raise TooLargeError(TOO_LONG)
    except TimeoutError:
        raise TooSlowError(f"the text did not arrive within {seconds:g} seconds") from None
    return bytes(read)


TOO_LONG = f"the text is longer than {LONGEST_TEXT:,} characters"


@dataclass(frozen=True, slots=True)
class Rate:
    """How often one address may ask: so many a second in the long run, and so many at once."""

    a_second: float
    at_once: int


READS = Rate(2_000, 4_000)
ASSISTANTS = Rate(20, 600)
"""An assistant sends several requests for one question."""

CHECKS = Rate(2, 60)


class RateLimit:
    """Turns away an address that asks more often than it may, with when to come back.

    `rate_of` says by which rate a request is measured.
    """

    def __init__(
        self,
        app: ASGIApp,
        rate_of: Callable[[Scope], Rate],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.app = app
        self._rate_of = rate_of
        self._buckets = {rate: Buckets(rate, clock) for rate in (READS, ASSISTANTS, CHECKS)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            address = (scope.get("client") or ("",))[0]
            wait = self._buckets[self._rate_of(scope)].wait(address)
            if wait:
                later = {"Retry-After": str(math.ceil(wait))}
                refused = told(scope, 429, "you ask too often; come back later", "served.too_often", later)
                await refused(scope, receive, send)
                return
        await self.app(scope, receive, send)


class Buckets:
    """A bucket of leave to ask for every address; it fills as time goes by."""

    def __init__(self, rate: Rate, clock: Callable[[], float]) -> None:
        self._rate, self._clock = rate, clock
        self._left: dict[str, tuple[float, float]] = {}

    def wait(self, address: str) -> float:
        """Take one from the bucket of an address; 0, or the seconds until there is one to take."""
        now = self._clock()
        left = self._now(address, now)
        if left < 1:
            return (1 - left) / self._rate.a_second
        if len(self._left) >= ADDRESSES:
            self._forget(now)
        self._left[address] = (left - 1, now)
        return 0.0

    def __len__(self) -> int:
        """How many addresses are remembered."""
        return len(self._left)

    def _now(self, address: str, now: float) -> float:
        left, then = self._left.get(address, (self._rate.at_once, now))
        return min(self._rate.at_once, left + (now - then) * self._rate.a_second)

    def _forget(self, now: float) -> None:
        """Forget who could ask as much as anybody, and, where all are busy, half of them."""
        full = [address for address in self._left if self._now(address, now) >= self._rate.at_once]
        for address in full or list(self._left)[: ADDRESSES // 2]:
            del self._left[address]
