"""The files of a build, served: pages from memory, downloads from disk, nothing that lies outside the folder.

Every file is opened once and told its size by what was opened, so that a rebuild in between changes nothing. Pages get
what only a served atlas has (a link to the page that checks a text) where the template left room for it.
"""

from __future__ import annotations

import asyncio
import mimetypes
import os
import stat
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response, StreamingResponse

from yanchao.atlas.kept import Kept, Shelf, give, holds, keep, part_of
from yanchao.atlas.language import Language, say
from yanchao.atlas.problems import problem, told

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from yanchao.atlas.live import Live

LARGEST_KEPT = 4 << 20
"""Bytes of the largest file that is held in memory."""

CHUNK = 256 << 10

INDEX = "index.html"

ROOM_FOR_CHECK, ROOM_FOR_API = b"<!--served: check-->", b"<!--served: api-->"
"""Where a page leaves room for links to what only a served atlas has."""

BETWEEN_BUILDS = 20
"""How often a folder that is not there is looked for again, 10 ms apart: a system may put the new one there in two steps."""

MEDIA_TYPES = {
    ".parquet": "application/vnd.apache.parquet",
    ".duckdb": "application/vnd.duckdb",
    ".atom": "application/atom+xml",
    ".js": "text/javascript",
    ".jsonl": "application/jsonl",
}


class Files:
    """An application that serves the folder of a build."""

    def __init__(self, live: Live) -> None:
        self.live = live
        self._shelf = Shelf()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in ("GET", "HEAD"):
            refused = problem(405, "pages can only be read", {"Allow": "GET, HEAD"})
            await refused(scope, receive, send)
            return
        build, path = self.live.seen, scope["path"]
        kept = self._shelf.get(build, path)
        if kept is None:
            found = await self._find(path)
            if not isinstance(found, Kept):
                answer = _missing(scope) if found is None else found_at(found, scope)
                await answer(scope, receive, send)
                return
            kept = found
            self._shelf.put(build, path, kept)
        await give(kept, scope, send)

    async def _find(self, path: str) -> Kept | BinaryIO | str | None:
        """A page to keep, a large file, the path where a folder's page lies, or None."""
        for _ in range(BETWEEN_BUILDS):
            found = await run_in_threadpool(read, self.live.directory, path)
            if found is not None or self.live.directory.exists():
                return found
            await asyncio.sleep(0.01)
        return None


def read(directory: Path, path: str) -> Kept | BinaryIO | str | None:
    """What lies at a path of the address bar, read whole where it is small; None where nothing does."""
    wanted = inside(directory, path)
    if wanted is None:
        return None
    try:
        if wanted.is_dir():
            if not path.endswith("/"):
                return path + "/" if (wanted / INDEX).is_file() else None
            wanted /= INDEX
        file = wanted.open("rb")
    except (OSError, ValueError):
        return None
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode):
        file.close()
        return None
    if status.st_size > LARGEST_KEPT:
        return file
    with file:
        data = file.read()
    if wanted.suffix == ".html":
        data = with_links(data, Language.of(path))
    return keep(data, media_type(wanted.name))


def inside(directory: Path, path: str) -> Path | None:
    """The file that a path asks for, None where it would lie outside the folder, be hidden, or be a link out of it."""
    parts = path.removeprefix("/").split("/")
    if any("\0" in part or "\\" in part or part.startswith(".") or ":" in part for part in parts):
        return None
    if "" in parts[:-1]:
        return None
    try:
        root = os.path.realpath(directory)
        real = os.path.realpath(os.path.join(root, *parts))  # noqa: PTH118 - parts are checked as they are
    except (OSError, ValueError):
        return None
    if real != root and not real.startswith(root + os.sep):
        return None
    return Path(real)


def media_type(name: str) -> str:
    """The media type of a file by its name, with the charset where it is text."""
    suffix = Path(name).suffix
    found = MEDIA_TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith("text/") else found


def found_at(found: BinaryIO | str, scope: Scope) -> Response:
    """The answer for a folder, which has its page behind a slash, or for a large file, which comes from disk."""
    return RedirectResponse(found, 307) if isinstance(found, str) else _streamed(found, Headers(scope=scope))


def _streamed(file: BinaryIO, asked: Headers) -> Response:
    status = os.fstat(file.fileno())
    tag = f"{status.st_ino:x}-{status.st_mtime_ns:x}-{status.st_size:x}"
    headers = {"etag": f'"{tag}"', "cache-control": "no-cache", "accept-ranges": "bytes"}
    if holds(asked.get("if-none-match", ""), tag):
        file.close()
        return Response(status_code=304, headers=headers)
    start, end, code = 0, status.st_size, 200
    if "range" in asked and asked.get("if-range", headers["etag"]) == headers["etag"]:
        part = part_of(asked["range"], status.st_size)
        if part is not None:
            start, end = part
            headers["content-range"], code = f"bytes {start}-{end - 1}/{status.st_size}", 206
    headers["content-length"] = str(end - start)
    return StreamingResponse(_chunks(file, start, end), code, headers, media_type(file.name))


async def _chunks(file: BinaryIO, start: int, end: int) -> AsyncIterator[bytes]:
    with file:
        file.seek(start)
        while start < end:
            chunk = await run_in_threadpool(file.read, min(CHUNK, end - start))
            if not chunk:
                return
            start += len(chunk)
            yield chunk


def _missing(scope: Scope) -> Response:
    return told(scope, 404, "there is no such page", "served.missing")


def with_links(page: bytes, language: Language) -> bytes:
    """A page with links to what only a served atlas has."""
    check = f'<a href="/{language.root}check">{say("nav.check", language)}</a>'
    api = f' · <a href="/api/v1/">{say("nav.api", language)}</a>'
    return page.replace(ROOM_FOR_CHECK, check.encode(), 1).replace(ROOM_FOR_API, api.encode(), 1)
