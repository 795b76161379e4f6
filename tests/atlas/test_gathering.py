"""What is asked for while something else is fetched is fetched together, and each gets its own."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from yanchao.atlas.gathering import Gathering

PATIENCE = 10


def test_those_who_come_while_one_is_fetched_are_answered_by_one_fetch() -> None:
    fetched: list[Sequence[int]] = []
    begun, may_end = threading.Event(), threading.Event()

    def squares(keys: Sequence[int]) -> Mapping[int, int]:
        fetched.append(keys)
        begun.set()
        assert may_end.wait(PATIENCE)
        return {key: key * key for key in keys}

    gathering = Gathering(squares)
    with ThreadPoolExecutor(6) as pool:
        first = pool.submit(gathering.get, 0)
        assert begun.wait(PATIENCE)
        others = [pool.submit(gathering.get, key) for key in (1, 2, 3, 3)]
        while len(gathering) < 3:
            threading.Event().wait(0.001)
        may_end.set()
        assert first.result(PATIENCE) == 0
        assert [each.result(PATIENCE) for each in others] == [1, 4, 9, 9]
    assert fetched[0] == (0,)
    assert len(fetched) <= 3, "whoever came too late to be fetched with the others is fetched after them"


def test_what_there_is_not_is_missing_for_whoever_asked_for_it_alone() -> None:
    gathering = Gathering(lambda keys: {key: key for key in keys if key != "没有"})
    assert gathering.get("有") == "有"
    with pytest.raises(KeyError, match="没有"):
        gathering.get("没有")


def test_a_fetch_that_fails_fails_for_those_who_waited_and_not_for_the_next() -> None:
    answers = iter((ValueError("out of order"), {"有": 1}))

    def fetch(_: Sequence[str]) -> Mapping[str, int]:
        answer = next(answers)
        if isinstance(answer, ValueError):
            raise answer
        return answer

    gathering = Gathering(fetch)
    with pytest.raises(ValueError, match="out of order"):
        gathering.get("有")
    assert gathering.get("有") == 1
