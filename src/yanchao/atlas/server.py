"""A build, served: the static atlas at `/`, REST under `/api/v1`, the Model Context Protocol at `/mcp`.

Reads only, and from this machine alone unless another address is asked for. A page of another site that gets a
visitor's browser to ask here (DNS rebinding, cross-site requests) is turned away before anything is read.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import sys
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from yanchao.errors import UsageError

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

    from yanchao.atlas.limits import Rate
    from yanchao.lexicon.lexicon import Lexicon

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

PROTECTING = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]


def serve(directory: Path, host: str, port: int, lexicon: Lexicon) -> None:
    """Serve the build in `directory` until interrupted. Port 0 takes any free one.

    Raises:
        UsageError: where the folder holds no build, or the address cannot be had.
    """
    import uvicorn

    from yanchao.atlas.request_heads import BoundedHeads

    app = create_app(directory, lexicon, host=host)
    listener = _listen(host, port)
    address = _url(host, listener.getsockname()[1])
    sys.stderr.write(
        f"The atlas is at {address} (REST: {address}api/v1/, check a text: {address}check, MCP: {address}mcp). Ctrl-C ends it.\n"
    )
    if not _is_loopback(host):
        sys.stderr.write("It is open to everyone who can reach this machine.\n")
    config = uvicorn.Config(
        app, http=BoundedHeads, log_level="warning", server_header=False, timeout_graceful_shutdown=3
    )
    with contextlib.suppress(KeyboardInterrupt):  # which is how a person ends it
        uvicorn.Server(config).run(sockets=[listener])


def serve_stdio(directory: Path, lexicon: Lexicon) -> None:
    """Speak the Model Context Protocol over standard input and output, for an assistant that starts us itself."""
    from yanchao.atlas import limits
    from yanchao.atlas.live import Live
    from yanchao.atlas.mcp import create_mcp

    checkers = limits.Workers(limits.CHECKED_AT_ONCE, "checking")
    create_mcp(Live(directory, lexicon), checkers).run("stdio")


def create_app(directory: Path, lexicon: Lexicon, *, host: str = "127.0.0.1") -> Starlette:
    """The application over one build. `host` is the address it will be reached at.

    Raises:
        UsageError: where the folder holds no build.
    """
    from fastapi.routing import APIRoute
    from starlette.applications import Starlette
    from starlette.exceptions import HTTPException
    from starlette.middleware import Middleware
    from starlette.middleware.gzip import GZipMiddleware
    from starlette.responses import RedirectResponse
    from starlette.routing import Mount, Route

    from yanchao.atlas import limits
    from yanchao.atlas.api import ROOT, create_api
    from yanchao.atlas.assistants import Assistants
    from yanchao.atlas.check_page import CheckPage
    from yanchao.atlas.files import Files
    from yanchao.atlas.language import Language
    from yanchao.atlas.live import Live
    from yanchao.atlas.problems import ours, told_by_status
    from yanchao.atlas.rehearsing import rehearse
    from yanchao.atlas.remembering import Remembering

    live = Live(directory, lexicon)
    workers = limits.Workers(limits.ANSWERED_AT_ONCE, "answering")
    checkers = limits.Workers(limits.CHECKED_AT_ONCE, "checking")
    assistants = Assistants(live, checkers)
    packed = [Middleware(GZipMiddleware, minimum_size=1000)]
    check_page = CheckPage(live, checkers)
    api = create_api(workers, checkers)
    questions = [
        each.path
        for each in api.routes
        if isinstance(each, APIRoute) and each.methods == {"GET"} and each.include_in_schema
    ]

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with assistants.open():
            await rehearse(app, ROOT, questions, ("/", "/check"))
            yield

    async def to_the_api(_: Request) -> Response:
        return RedirectResponse(f"{ROOT}/", 307)

    return Starlette(
        routes=[
            Mount(ROOT, Remembering(api, live)),
            *(Route(path, to_the_api) for path in ("/api", "/api/", ROOT)),
            Route("/mcp", assistants, methods=["POST"], middleware=packed),
            Route("/mcp", _only_post, methods=["GET", "DELETE", "PUT", "PATCH"]),
            *(
                Route(
                    f"/{language.root}check", check_page, methods=["GET", "HEAD", "POST"], middleware=packed
                )
                for language in Language
            ),
            Mount("/", Files(live)),
        ],
        middleware=[Middleware(Guard, host=host), Middleware(limits.RateLimit, rate_of=_rate_of)],
        exception_handlers={HTTPException: told_by_status, Exception: ours},
        lifespan=lifespan,
    )


def _rate_of(scope: Scope) -> Rate:
    """By which rate a request is measured: looking something up, an assistant's question, or a text to be audited."""
    from yanchao.atlas import limits

    if scope["method"] != "POST":
        return limits.READS
    return limits.ASSISTANTS if scope["path"] == "/mcp" else limits.CHECKS


async def _only_post(_: Request) -> Response:
    """The protocol lets a client hold a stream open for what the server says unasked; this one says nothing."""
    from yanchao.atlas.problems import problem

    return problem(405, "ask with POST", {"Allow": "POST"})


class Guard:
    """Lets in who may ask, and puts the protecting headers on every answer.

    A request must name this server by an address, as localhost, or by the name it was started under: a name
    that an attacker's DNS points here is none of these. A request that a page makes must come from our own.
    """

    def __init__(self, app: ASGIApp, host: str) -> None:
        self.app = app
        self.names = {"localhost", host.lower()}
        if _is_address(host) and ipaddress.ip_address(host).is_unspecified:
            self.names.add(socket.gethostname().lower())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_protected(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *PROTECTING]
            await send(message)

        from yanchao.atlas.problems import problem

        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        host, origin = headers.get(b"host", ""), headers.get(b"origin")
        if not self._is_ours(host):
            refused = problem(421, f"this server does not answer to the name {host!r}")
        elif origin is not None and origin.lower() != f"{scope['scheme']}://{host}".lower():
            refused = problem(403, "a page of another site may not ask here")
        elif any(part.startswith(".") for part in scope["path"].split("/")):
            refused = problem(404, "there is no such page")
        else:
            await self.app(scope, receive, send_protected)
            return
        await refused(scope, receive, send_protected)

    def _is_ours(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in self.names or _is_address(name)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        problem = (getattr(error, "strerror", None) or str(error)).partition(" (")[0]
        raise UsageError(
            f"cannot serve at {host} port {port}: {problem} (choose another with --host, --port)"
        ) from None
    # What is accepted here takes this on. Without it an answer of two packets waits 40 ms for the first to be confirmed.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_loopback(host: str) -> bool:
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)
