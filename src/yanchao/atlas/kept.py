"""Answers held ready: whole in memory with their validator, compressed once, given whole, in part or not at all."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Hashable
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from yanchao.quick import dataclass

if TYPE_CHECKING:
    from starlette.types import Scope, Send

MOST_BYTES = 96 << 20
"""How much a shelf holds; what was not asked for the longest gives way."""

WORTH_COMPRESSING = 1_000
"""Bytes below which compression gains nothing."""

LEVEL = 3
"""Of gzip: a page comes out a twentieth larger than at 6, in half the time."""

COMPRESSED = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")

Header = tuple[bytes, bytes]
Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer: its body, the same compressed where that is shorter, its validator and headers of its own."""

    body: bytes
    packed: bytes | None
    tag: str
    headers: tuple[Header, ...]

    @property
    def size(self) -> int:
        return len(self.body) + len(self.packed or b"")


def keep(body: bytes, media_type: str, *more: Header) -> Kept:
    """An answer ready to be given. It may be held by a client, who asks each time whether it still stands."""
    packed = None
    if len(body) >= WORTH_COMPRESSING and media_type.startswith(COMPRESSED):
        packed = gzip.compress(body, LEVEL, mtime=0)
    tag = hashlib.blake2b(body, digest_size=12).hexdigest()
    headers = ((b"content-type", media_type.encode("latin-1")), (b"cache-control", b"no-cache"), *more)
    return Kept(body, packed, tag, headers)


class Shelf:
    """What is kept of one build, by what was asked. To be used from the event loop alone."""

    def __init__(self, build: object = None) -> None:
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._build = build
        self._bytes = 0

    def get(self, build: object, asked: Hashable) -> Kept | None:
        if build != self._build:
            self._kept.clear()
            self._build, self._bytes = build, 0
        kept = self._kept.get(asked)
        if kept is not None:
            self._kept.move_to_end(asked)
        return kept

    def latest(self, most: int) -> list[Any]:
        """What was asked for last, so much at most, the last of all first."""
        return list(islice(reversed(self._kept), most))

    def put(self, build: object, asked: Hashable, kept: Kept) -> None:
        """Keep an answer, unless its build has been replaced since it was asked for."""
        if build != self._build or asked in self._kept:
            return
        self._kept[asked] = kept
        self._bytes += kept.size
        while self._bytes > MOST_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= oldest.size


class Together:
    """Work that several wait for at the same time is done once, and all get what comes of it."""

    def __init__(self) -> None:
        self._doing: dict[Hashable, asyncio.Future[Any]] = {}

    async def do(self, what: Hashable, work: Callable[[], Coroutine[Any, Any, Done]]) -> Done:
        doing = self._doing.get(what)
        if doing is None:
            doing = self._doing[what] = asyncio.ensure_future(work())
            doing.add_done_callback(lambda _: self._doing.pop(what, None))
        done: Done = await asyncio.shield(doing)  # who goes away does not take the answer from the others
        return done


async def give(kept: Kept, scope: Scope, send: Send) -> None:
    """Answer a GET or HEAD: in the encoding that is accepted, not again to whom holds it, in part where asked."""
    asked = dict(scope["headers"])
    wanted_part = asked.get(b"range")
    packed = (
        kept.packed is not None
        and wanted_part is None
        and accepts_gzip(asked.get(b"accept-encoding", b"").decode("latin-1"))
    )
    body = kept.packed if packed and kept.packed is not None else kept.body
    tag = f'"{kept.tag}-gzip"' if packed else f'"{kept.tag}"'
    headers = [
        *kept.headers,
        (b"etag", tag.encode()),
        (b"vary", b"Accept, Accept-Encoding"),
    ]
    if holds(asked.get(b"if-none-match", b"").decode("latin-1"), kept.tag):
        await _send(scope, send, 304, [each for each in headers if each[0] != b"content-type"], b"")
        return
    status = 200
    if wanted_part is not None and asked.get(b"if-range", tag.encode()) == tag.encode():
        part = part_of(wanted_part.decode("latin-1"), len(body))
        if part is not None:
            start, end = part
            headers.append((b"content-range", f"bytes {start}-{end - 1}/{len(body)}".encode()))
            status, body = 206, body[start:end]
    if packed:
        headers.append((b"content-encoding", b"gzip"))
    headers.append((b"content-length", str(len(body)).encode()))
    await _send(scope, send, status, headers, body)


async def _send(scope: Scope, send: Send, status: int, headers: list[Header], body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


def holds(if_none_match: str, tag: str) -> bool:
    """Whether a client that says which validators it holds has this one, in whatever encoding."""
    if not if_none_match:
        return False
    held = {each.strip().removeprefix("W/").strip('"') for each in if_none_match.split(",")}
    return "*" in held or tag in held or f"{tag}-gzip" in held


def accepts_gzip(header: str) -> bool:
    """Whether a client takes gzip, by its Accept-Encoding."""
    for each in header.split(","):
        name, _, weight = each.partition(";")
        if name.strip().lower() in ("gzip", "*"):
            return not re.fullmatch(r"\s*q=0(\.0*)?\s*", weight)
    return False


def part_of(header: str, size: int) -> tuple[int, int] | None:
    """The half-open range of bytes that a Range header asks for; None where the whole is to be given instead.

    Several ranges at once may be answered with the whole, and so may one that lies outside.
    """
    found = re.fullmatch(r"bytes=(\d{0,15})-(\d{0,15})", header.strip())
    if not found or not (found[1] or found[2]):
        return None
    if not found[1]:
        start, end = max(size - int(found[2]), 0), size
    else:
        start, end = int(found[1]), min(int(found[2] or size) + 1, size)
    return (start, end) if start < end else None
