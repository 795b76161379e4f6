"""In front of the REST API: a question that was asked of this very build before is answered from memory.

Which form of the answer is wanted (JSON, CSV, Parquet) is settled here, since it is part of the question.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool

from yanchao.atlas.kept import Header, Kept, Shelf, Together, give, keep

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from starlette.types import ASGIApp, Receive, Scope, Send

    from yanchao.atlas.answers import Answers
    from yanchao.atlas.live import Live

Answer = tuple[int, list[Header], bytes]
"""A status, headers and a body."""

JSON = "application/json"
CSV = "text/csv"
PARQUET = "application/vnd.apache.parquet"
FORMS = (JSON, CSV, PARQUET)

ANSWERS = "yanchao.answers"
FORM = "yanchao.form"
"""Where a request carries the build that it is asked of, and the form of the answer that is wanted."""

QUICK_TO_KEEP = 8_000
"""Bytes that are compressed at once; what is larger is left to a thread."""


ASKED_AGAIN = 300
"""Questions that are asked again of a new build before it is shown: those that were asked last."""

SECONDS_TO_ASK_AGAIN = 1.0
"""For how long, since somebody waits to see it."""


class Remembering:
    """Wraps the API: keeps what it answers to GET, by build, path, query and form."""

    def __init__(self, app: ASGIApp, live: Live) -> None:
        self.app = app
        self.live = live
        self._shelf = Shelf()
        self._together = Together()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answers = await self.live.soon(lambda following: self._ask_again(following, scope, receive))
        accept = next((value for name, value in scope["headers"] if name == b"accept"), b"")
        form = negotiated(accept.decode("latin-1"), FORMS)
        asked_of = {**scope, ANSWERS: answers, FORM: form}
        if scope["method"] not in ("GET", "HEAD"):
            await self.app(asked_of, receive, send)
            return
        asked = scope["path"], scope["query_string"], form
        kept = self._shelf.get(answers, asked)
        if kept is None:
            request = {**asked_of, "method": "GET"}
            found = await self._together.do((answers, asked), lambda: self._find(request, receive))
            if not isinstance(found, Kept):
                status, headers, body = found
                await send({"type": "http.response.start", "status": status, "headers": headers})
                shown = b"" if scope["method"] == "HEAD" else body
                await send({"type": "http.response.body", "body": shown})
                return
            kept = found
            self._shelf.put(answers, asked, kept)
        await give(kept, scope, send)

    async def _ask_again(self, following: Answers, like: Scope, receive: Receive) -> None:
        """Ask of a new build what was asked of the one before last, so that its first readers do not wait for it."""
        shelf = Shelf(following)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SECONDS_TO_ASK_AGAIN):
                for asked in self._shelf.latest(ASKED_AGAIN):
                    path, query, form = asked
                    request = {
                        **like,
                        "method": "GET",
                        "path": path,
                        "raw_path": quote(path).encode(),
                        "query_string": query,
                        ANSWERS: following,
                        FORM: form,
                    }
                    found = await self._find(request, receive)
                    if isinstance(found, Kept):
                        shelf.put(following, asked, found)
        self._shelf = shelf

    async def _find(self, request: Scope, receive: Receive) -> Kept | Answer:
        """A good answer, ready to be kept; or what there is instead, as it is."""
        status, headers, body = await _answer(self.app, request, receive)
        if status != 200:
            return status, headers, body
        own = dict(headers)
        more = [(b"link", own[b"link"])] if b"link" in own else []
        media_type = own[b"content-type"].decode("latin-1")
        if len(body) < QUICK_TO_KEEP:
            return keep(body, media_type, *more)
        return await run_in_threadpool(keep, body, media_type, *more)


async def _answer(app: ASGIApp, scope: Scope, receive: Receive) -> Answer:
    """What an application answers, whole."""
    start: MutableMapping[str, Any] = {}
    body = bytearray()

    async def gather(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        else:
            body.extend(message.get("body", b""))

    await app(scope, receive, gather)
    return start["status"], start["headers"], bytes(body)


def negotiated(accept: str, offers: Sequence[str]) -> str | None:
    """The offer that an Accept header likes best, the first of several that it likes as much; None for none."""
    if not accept.strip():
        return offers[0]
    ranges = [_range(each) for each in accept.split(",")]
    likes = [_liking(offer, ranges) for offer in offers]
    best = max(likes)
    return offers[likes.index(best)] if best > 0 else None


def _range(words: str) -> tuple[str, float]:
    """A media range and its weight (RFC 9110, 12.5.1); what cannot be read weighs nothing."""
    name, *parameters = (part.strip().lower() for part in words.split(";"))
    weight = next((part[2:] for part in parameters if part.startswith("q=")), "1")
    try:
        return name, min(max(float(weight), 0.0), 1.0)
    except ValueError:
        return name, 0.0


def _liking(offer: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight of the most precise range that takes in the offer."""
    for name in (offer, f"{offer.partition('/')[0]}/*", "*/*"):
        found = [weight for range, weight in ranges if range == name]
        if found:
            return found[0]
    return 0.0
