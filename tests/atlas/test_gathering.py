"""What is asked for while something else is fetched is fetched together, and each gets its own."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

import pytest

from yanchao.atlas.gathering import Gathering


def test_those_who_come_while_one_is_fetched_are_answered_by_one_fetch() -> None:
    fetched: list[Sequence[int]] = []

    async def asked() -> list[int]:
        may_end = asyncio.Event()

        async def squares(keys: Sequence[int]) -> Mapping[int, int]:
            fetched.append(keys)
            await may_end.wait()
            return {key: key * key for key in keys}

        gathering = Gathering(squares)
        waiting = [asyncio.create_task(gathering.get(0))]
        await asyncio.sleep(0.01)
        waiting += [asyncio.create_task(gathering.get(key)) for key in (1, 2, 3, 3)]
        await asyncio.sleep(0.01)
        waiting[1].cancel()
        may_end.set()
        others = await asyncio.gather(*waiting[2:])
        return [await waiting[0], *others, await gathering.get(4)]

    assert asyncio.run(asked()) == [0, 4, 9, 9, 16]
    assert fetched == [(0,), (1, 2, 3), (4,)], "who goes away takes the answer from nobody"


def test_what_there_is_not_is_missing_for_whoever_asked_for_it_alone() -> None:
    async def fetch(keys: Sequence[str]) -> Mapping[str, str]:
        return {key: key for key in keys if key != "没有"}

    async def asked() -> list[str | BaseException]:
        gathering = Gathering(fetch)
        return await asyncio.gather(*map(gathering.get, ("有", "没有", "也有")), return_exceptions=True)

    here, missing, too = asyncio.run(asked())
    assert (here, too) == ("有", "也有")
    assert isinstance(missing, KeyError)


def test_a_fetch_that_fails_fails_for_those_who_waited_and_not_for_the_next() -> None:
    answers = iter((ValueError("out of order"), {"有": 1}))

    async def fetch(_: Sequence[str]) -> Mapping[str, int]:
        answer = next(answers)
        if isinstance(answer, ValueError):
            raise answer
        return answer

    async def asked() -> int:
        gathering = Gathering(fetch)
        with pytest.raises(ValueError, match="out of order"):
            await gathering.get("有")
        return await gathering.get("有")

    assert asyncio.run(asked()) == 1
