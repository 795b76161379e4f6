"""Lists that are held in windows: whatever slice is asked for is that of the list, and what is held is not read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.atlas import windows
from yanchao.atlas.windows import LENGTH, Windows
from yanchao.ledger.ledger import Part


class Counted:
    """A list of so many numbers, and every reading of it."""

    def __init__(self, length: int) -> None:
        self.items = tuple(range(length))
        self.readings: list[tuple[int, int]] = []

    def find(self, limit: int, offset: int) -> Part[int]:
        self.readings.append((limit, offset))
        return Part(len(self.items), self.items[offset : offset + limit])


@given(
    st.integers(0, 3 * LENGTH),
    st.lists(st.tuples(st.integers(1, LENGTH), st.integers(0, 4 * LENGTH)), max_size=8),
)
def test_every_slice_is_that_of_the_list(length: int, slices: list[tuple[int, int]]) -> None:
    listed, held = Counted(length), Windows()
    for limit, offset in slices:
        part = held.part("numbers", listed.find, limit, offset)
        assert part == Part(length, listed.items[offset : offset + limit])


def test_who_turns_the_pages_of_a_list_has_it_read_once() -> None:
    listed, held = Counted(300), Windows()
    for offset in range(0, 300, 50):
        held.part("numbers", listed.find, 50, offset)
    assert listed.readings == [(LENGTH, 0)]


def test_a_slice_that_no_window_holds_whole_is_read_alone() -> None:
    listed, held = Counted(2 * LENGTH), Windows()
    assert held.part("numbers", listed.find, 20, LENGTH - 10).items == listed.items[LENGTH - 10 : LENGTH + 10]
    assert listed.readings == [(20, LENGTH - 10)]


def test_two_lists_are_two() -> None:
    held = Windows()
    assert held.part("some", Counted(3).find, 10, 0).total == 3
    assert held.part("others", Counted(4).find, 10, 0).total == 4


def test_what_was_not_asked_for_the_longest_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "ITEMS_HELD", 25)
    first, held = Counted(10), Windows()
    for name in ("first", "second", "first", "third", "first"):
        listed = first if name == "first" else Counted(10)
        held.part(name, listed.find, 10, 0)
    assert len(first.readings) == 1
    second = Counted(10)
    held.part("second", second.find, 10, 0)
    assert second.readings
