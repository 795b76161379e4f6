"""Runs that are cut by what stands in them: nothing is lost, and one thing more moves the ends beside it alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yanchao.atlas.runs import Lengths, runs

LENGTHS = Lengths(least=2, often=3, most=8)

things = st.lists(st.text(max_size=3), max_size=200)


def cut(items: list[str]) -> list[tuple[str, ...]]:
    return list(runs(items, str, LENGTHS))


@given(things)
def test_all_things_are_in_runs_in_their_order_and_runs_are_as_long_as_they_may_be(items: list[str]) -> None:
    found = cut(items)
    assert [item for run in found for item in run] == items
    assert all(len(run) <= LENGTHS.most for run in found)
    assert all(len(run) >= LENGTHS.least for run in found[:-1])


@given(st.integers(0, 999), st.text(max_size=3))
def test_one_thing_more_leaves_nearly_all_runs_as_they_were(place: int, new: str) -> None:
    items = [f"第{number}条" for number in range(1000)]
    before, after = cut(items), cut([*items[:place], new, *items[place:]])
    assert len(set(after) - set(before)) < len(before) / 10


def test_words_that_no_encoding_takes_can_stand_in_a_run() -> None:
    assert cut(["\ud800"]) == [("\ud800",)]
