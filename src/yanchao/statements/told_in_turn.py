"""2022年、2023年收入分别为5亿元、6亿元，增长2%、8%: a second list of figures is of the times that the first was told of, each in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yanchao.quick import pattern
from yanchao.statements.context import Draft
from yanchao.statements.period import Period

_LINK = pattern(r"、|和|与|及|以及")


def with_told_turns(
    text: str, drafts: Sequence[Draft], periods: Sequence[Period | None]
) -> tuple[Period | None, ...]:
    """The periods of figures, where a list without times of its own takes those of as long a list before it in its sentence."""
    found = list(periods)
    told: range | None = None
    for run in _lists(text, drafts):
        if told is not None and len(told) == len(run) and drafts[told[0]].sentence == drafts[run[0]].sentence:
            last = found[told[-1]]
            if last is not None and all(periods[number] is last for number in run):
                for number, before in zip(run, told, strict=True):
                    found[number] = found[before]
        ours = [found[number] for number in run]
        if len({each.iso for each in ours if each is not None}) == len(run):
            told = run
    return tuple(found)


def _lists(text: str, drafts: Sequence[Draft]) -> Iterator[range]:
    """The figures, by their numbers, that stand in lists: two or more with nothing but a link between them."""
    first = 0
    for number in range(1, len(drafts) + 1):
        goes_on = (
            number < len(drafts)
            and _LINK.fullmatch(text, drafts[number - 1].figure.end, drafts[number].figure.start) is not None
        )
        if not goes_on:
            if number - first > 1:
                yield range(first, number)
            first = number
