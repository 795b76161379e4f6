"""Lists that are held in windows: who asks for one slice of a list will ask for the next, and the database plans as long for one as for ten.

What a slice costs is nearly all the plan of its query, so that a window of some hundred items is had for the price of the slice.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

from yanchao.ledger.ledger import Part

LENGTH = 500
"""Items of a window, which begins at a multiple of this."""

ITEMS_HELD = 20_000
"""Items of all windows that are held, some 2 kB each; what was not asked for the longest gives way."""

Find = Callable[[int, int], Part[Any]]
"""Gives the part of a list that has so many items (`limit`) from a place on (`offset`)."""


class Windows:
    """The windows of one build's lists. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: OrderedDict[Hashable, Part[Any]] = OrderedDict()
        self._items = 0

    def part(self, which: Hashable, find: Find, limit: int, offset: int) -> Part[Any]:
        """The slice of the list that `which` names and `find` reads; a slice that no window holds whole is read alone."""
        first = offset - offset % LENGTH
        if offset + limit > first + LENGTH:
            return find(limit, offset)
        window = self._window((which, first), lambda: find(LENGTH, first))
        return Part(window.total, window.items[offset - first : offset - first + limit])

    def _window(self, key: Hashable, read: Callable[[], Part[Any]]) -> Part[Any]:
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        window = read()
        with self._lock:
            if key not in self._held:
                self._held[key] = window
                self._items += len(window.items) + 1  # an empty one takes its place too
            while self._items > ITEMS_HELD and len(self._held) > 1:
                self._items -= len(self._held.popitem(last=False)[1].items) + 1
        return window
