"""Questions of one kind that come while another is being answered are answered together, by one query for all of them.

The database takes hardly longer for thirty things than for one; so the more is asked, the less each question costs. Whoever
waits for the others holds no thread meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Gathering(Generic[Key, Value]):
    """Things by their keys, as `fetch` gives those of several keys. To be used from one event loop alone."""

    def __init__(self, fetch: Callable[[Sequence[Key]], Awaitable[Mapping[Key, Value]]]) -> None:
        self._fetch = fetch
        self._waiting: dict[Key, asyncio.Future[Value]] = {}
        self._fetching: asyncio.Task[None] | None = None

    async def get(self, key: Key) -> Value:
        """The thing of a key. Raises KeyError where there is none, and whatever `fetch` raises."""
        if key not in self._waiting:
            self._waiting[key] = asyncio.get_running_loop().create_future()
        answer = self._waiting[key]
        if self._fetching is None:
            self._fetching = asyncio.create_task(self._answer())
        return await asyncio.shield(answer)  # who goes away does not take the answer from the others

    async def _answer(self) -> None:
        while self._waiting:
            asked, self._waiting = self._waiting, {}
            try:
                found = await self._fetch(tuple(asked))
            except Exception as error:  # noqa: BLE001 - each of those who wait is told
                for answer in asked.values():
                    answer.set_exception(error)
                continue
            for key, answer in asked.items():
                if key in found:
                    answer.set_result(found[key])
                else:
                    answer.set_exception(KeyError(key))
        self._fetching = None
