"""Offsets of a text as editors count them: a line, and how many code units into it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import StrEnum
from functools import cached_property

from yanchao.quick import dataclass, pattern

LINE_END = pattern(r"\r\n|\n|\r")
"""What ends a line for the protocol. Python's splitlines knows more ends, and would count other lines than editors do."""


ASTRAL = pattern("[\U00010000-\U0010ffff]")


class Units(StrEnum):
    """What an editor counts in a line; the protocol's own names."""

    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    UTF_32 = "utf-32"


@dataclass(frozen=True)
class Lines:
    """The lines of a text."""

    text: str
    units: Units = Units.UTF_16

    @cached_property
    def starts(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in LINE_END.finditer(self.text)))

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return (*(found.start() for found in LINE_END.finditer(self.text)), len(self.text))

    def position(self, offset: int) -> tuple[int, int]:
        """The line, from 0, and the code units before `offset` in it.

        >>> Lines("𠮷1家\\r\\n2家").position(2), Lines("𠮷1家\\r\\n2家").position(6)
        ((0, 3), (1, 1))
        """
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self.starts, offset) - 1
        start = self.starts[line]
        return line, self._width(start, min(offset, self._ends[line]))

    def offset(self, line: int, character: int) -> int:
        """The offset of a position. What lies behind the end of a line is its end, behind the last line the text's.

        >>> Lines("𠮷1家\\r\\n2家").offset(0, 3), Lines("𠮷1家\\r\\n2家").offset(0, 99)
        (2, 3)
        """
        if line < 0:
            return 0
        if line >= len(self.starts):
            return len(self.text)
        start, end = self.starts[line], self._ends[line]
        wanted = max(character, 0)
        low, high = start, end
        while low < high:  # the last offset with no more than that many units before it
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._width(start, middle) <= wanted else (low, middle - 1)
        return low

    @cached_property
    def _astral(self) -> tuple[int, ...]:
        """Where the characters stand that take two units of UTF-16."""
        return tuple(found.start() for found in ASTRAL.finditer(self.text))

    def _width(self, start: int, end: int) -> int:
        if self.units is Units.UTF_8:
            return len(self.text[start:end].encode("utf-8", "surrogatepass"))
        if self.units is Units.UTF_16:
            return end - start + bisect_left(self._astral, end) - bisect_left(self._astral, start)
        return end - start
