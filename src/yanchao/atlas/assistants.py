"""`/mcp`: the Model Context Protocol over HTTP, made ready when the first assistant asks.

The protocol's library takes a third of a server's start (0.8 of 2.5 s of a core, on a busy machine), and most servers are never asked
by an assistant. The first who asks waits for it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import anyio
import anyio.to_thread

from yanchao.atlas import limits

if TYPE_CHECKING:
    from anyio.abc import TaskGroup, TaskStatus
    from mcp.server import MCPServer
    from starlette.types import ASGIApp, Receive, Scope, Send

    from yanchao.atlas.limits import Workers
    from yanchao.atlas.live import Live


class Assistants:
    """The application at `/mcp`, while it is `open`."""

    def __init__(self, live: Live, checkers: Workers) -> None:
        self._live, self._checkers = live, checkers
        self._making = anyio.Lock()
        self._tasks: TaskGroup | None = None
        self._app: ASGIApp | None = None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        async with anyio.create_task_group() as self._tasks:
            yield
            self._tasks.cancel_scope.cancel()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with self._making:
            if self._app is None:
                assert self._tasks is not None  # nobody is let in before it is open
                self._app = await self._tasks.start(self._keep)
        await self._app(scope, receive, send)

    async def _keep(self, *, task_status: TaskStatus[ASGIApp]) -> None:
        """Have the protocol's sessions running in a task of their own: who asked first may go, and they go on."""
        server, endpoint = await anyio.to_thread.run_sync(self._made)
        async with server.session_manager.run():
            task_status.started(endpoint)
            await anyio.sleep_forever()

    def _made(self) -> tuple[MCPServer[Any], ASGIApp]:
        from mcp.server.transport_security import TransportSecuritySettings
        from starlette.routing import Route

        from yanchao.atlas.mcp import create_mcp

        server = create_mcp(self._live, self._checkers)
        app = server.streamable_http_app(
            json_response=True,
            stateless_http=True,
            max_request_body_size=limits.LARGEST_BODY + 10_000,
            transport_security=TransportSecuritySettings(
                enable_dns_rebinding_protection=False
            ),  # the guard does it
        )
        (endpoint,) = (route.endpoint for route in app.routes if isinstance(route, Route))
        return server, endpoint
