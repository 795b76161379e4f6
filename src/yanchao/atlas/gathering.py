"""Questions of one kind that come while another is being answered are answered together, by one query for all of them.

The database takes hardly longer for thirty things than for one; so the more is asked, the less each question costs.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Gathering(Generic[Key, Value]):
    """Things by their keys, as `fetch` gives those of several keys. Safe to ask from several threads."""

    def __init__(self, fetch: Callable[[Sequence[Key]], Mapping[Key, Value]]) -> None:
        self._fetch = fetch
        self._lock, self._fetching = threading.Lock(), threading.Lock()
        self._waiting: dict[Key, Future[Value]] = {}

    def get(self, key: Key) -> Value:
        """The thing of a key. Raises KeyError where there is none, and whatever `fetch` raises."""
        with self._lock:
            answer = self._waiting.setdefault(key, Future())
        with self._fetching:  # whoever comes first fetches for all who have come by then
            if not answer.done():
                self._answer()
        return answer.result()

    def __len__(self) -> int:
        """How many things are waited for and not yet being fetched."""
        return len(self._waiting)

    def _answer(self) -> None:
        with self._lock:
            asked, self._waiting = self._waiting, {}
        try:
            found = self._fetch(tuple(asked))
        except Exception as error:  # noqa: BLE001 - each of those who wait is told
            for answer in asked.values():
                answer.set_exception(error)
            return
        for key, answer in asked.items():
            if key in found:
                answer.set_result(found[key])
            else:
                answer.set_exception(KeyError(key))
