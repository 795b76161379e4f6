"""A change to the text of a document, and what the text is after several."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """`text` comes in the place of the range `[start, end)`; an empty text takes the range out."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with edits that are in order and apart.

    >>> edited("产能超98%以上", [Edit(2, 3, "")])
    '产能98%以上'
    """
    parts, position = [], 0
    for edit in edits:
        parts += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*parts, text[position:]])


def compatible(groups: Iterable[Sequence[Edit]]) -> list[Sequence[Edit]]:
    """As many groups, from the first on, as keep out of each other's way; a group comes whole or not at all.

    Edits that meet are in each other's way too: their order would decide what comes out. The same edit twice is one.
    """
    taken: list[Edit] = []
    kept = []
    for group in groups:
        new = [edit for edit in group if not _has(taken, edit)]
        if all(_is_free(taken, edit) for edit in new):
            kept.append(group)
            for edit in new:
                insort(taken, edit)
    return kept


def apart(groups: Iterable[Sequence[Edit]]) -> tuple[Edit, ...]:
    """The edits of the groups that keep out of each other's way, in order.

    >>> apart([[Edit(4, 6, "")], [Edit(5, 7, "x")], [Edit(0, 1, "")]])
    (Edit(start=0, end=1, text=''), Edit(start=4, end=6, text=''))
    """
    return tuple(sorted({edit for group in compatible(groups) for edit in group}))


def _has(taken: Sequence[Edit], edit: Edit) -> bool:
    index = bisect_left(taken, edit)
    return index < len(taken) and taken[index] == edit


def _is_free(taken: Sequence[Edit], edit: Edit) -> bool:
    """Whether an edit neither overlaps nor meets one of `taken`, which are in order and apart."""
    index = bisect_left(taken, edit)
    return (index == 0 or taken[index - 1].end < edit.start) and (
        index == len(taken) or edit.end < taken[index].start
    )
