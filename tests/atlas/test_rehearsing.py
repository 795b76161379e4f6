"""What a server asks itself before it answers anybody else."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from yanchao.atlas.rehearsing import rehearse

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

ANSWERS = {
    "/api/series": b'{"items": [{"id": "one"}]}',
    "/api/rules": b'[{"code": "YC101"}]',
    "/api/findings": b'{"items": []}',
}


def test_every_list_is_asked_for_the_first_thing_of_each_and_what_cannot_be_answered_stops_nothing() -> None:
    asked: list[str] = []

    async def app(scope: Scope, _: Receive, send: Send) -> None:
        path: Any = scope["path"]
        asked.append(path)
        if path == "/api/clusters":
            raise RuntimeError("out of order")
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": ANSWERS.get(path, b"{}")})

    lists = ("series", "rules", "findings", "clusters")
    things = ("series/{id}", "rules/{code}", "findings/{id}", "clusters/{id}")
    paths = [f"/{each}" for each in (*lists, *things)]
    asyncio.run(rehearse(app, "/api", paths, ["/"]))
    assert asked == [
        "/api/series", "/api/rules", "/api/findings", "/api/clusters", "/api/series/one", "/api/rules/YC101", "/",
    ]  # fmt: skip
