"""A change to the text of a document, and what the text is after several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


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


def apart(groups: Iterable[Sequence[Edit]]) -> tuple[Edit, ...]:
    """The edits of as many groups as keep out of each other's way, in order; a group comes whole or not at all.

    >>> apart([[Edit(4, 6, "")], [Edit(5, 7, "x")], [Edit(0, 1, "")]])
    (Edit(start=0, end=1, text=''), Edit(start=4, end=6, text=''))
    """
    taken: list[Edit] = []
    for group in groups:
        new = [edit for edit in group if edit not in taken]
        if not any(_touch(edit, other) for edit in new for other in taken):
            taken += new
    return tuple(sorted(taken))


def _touch(one: Edit, other: Edit) -> bool:
    """Whether two edits overlap or meet: where they meet, their order would decide what comes out."""
    return one.start <= other.end and other.start <= one.end
