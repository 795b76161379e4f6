"""What a server asks itself before anybody else may ask: every list of the API, the first thing of each, and a few pages.

The first question of a kind costs several times what the next one does: code is loaded, the database reads what it has to
know of its tables. Who asks first should not be the one who waits for that.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable, MutableMapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from starlette.types import ASGIApp

PARAMETER = re.compile(r"\{(\w+)\}$")
"""What names one thing of a list, at the end of its path: `id` in `/series/{id}`."""


async def rehearse(app: ASGIApp, root: str, paths: Iterable[str], pages: Iterable[str]) -> None:
    """Ask `app` for the `paths` of the API at `root`, of which those of one thing come after that of their list, and for `pages`."""
    first: dict[str, Any] = {}
    for path in paths:
        name = PARAMETER.search(path)
        if name is None:
            first[f"{path}/"] = _first_of(await asked(app, root + path, "limit=1"))
        elif (thing := first.get(path[: name.start()])) is not None:
            await asked(app, root + path[: name.start()] + str(thing[name[1]]))
    for page in pages:
        await asked(app, page)


async def asked(app: ASGIApp, path: str, query: str = "") -> bytes | None:
    """What an application answers; None where it has no good answer, which whoever asks in earnest will be told."""
    status, body = 0, bytearray()
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"localhost")],
    }

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request"}

    async def send(message: MutableMapping[str, Any]) -> None:
        nonlocal status
        status = message.get("status", status)
        body.extend(message.get("body", b""))

    with contextlib.suppress(Exception):  # which the application has told already
        await app(scope, receive, send)
    return bytes(body) if status == 200 else None


def _first_of(answer: bytes | None) -> Any:
    """The first thing of a list, None where it has none."""
    found = json.loads(answer) if answer else []
    items = found["items"] if isinstance(found, dict) else found
    return items[0] if items else None
