"""Which figures of a document are to be explained: all, those with certain words, one by its place or number."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.errors import UsageError
from yanchao.quick import dataclass
from yanchao.statements.explaining.explanation import Explanation
from yanchao.statements.fold import fold


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked for: `words` that a figure holds, the offset `at` which it stands, its `number`; all where none is."""

    words: str | None = None
    at: int | None = None
    number: int | None = None

    def __bool__(self) -> bool:
        return (self.words, self.at, self.number) != (None, None, None)

    def of(self, explanations: Sequence[Explanation]) -> tuple[Explanation, ...]:
        """The explanations of the figures that were asked for, in order."""
        words = None if self.words is None else _folded(self.words)
        return tuple(
            each
            for each in explanations
            if (words is None or words in _folded(each.words))
            and (self.at is None or each.statement.start <= self.at < each.statement.end)
            and (self.number is None or each.number == self.number)
        )

    def missed(self) -> UsageError:
        """What to say where no figure is the one asked for."""
        asked = []
        if self.words is not None:
            asked.append(f"with the words {self.words!r}")
        if self.at is not None:
            asked.append(f"at offset {self.at}")
        if self.number is not None:
            asked.append(f"with the number {self.number}")
        return UsageError(
            f"no figure {' '.join(asked)}; `--explain` alone shows every figure with its number and place"
        )


def _folded(words: str) -> str:
    """The words as the reader sees them: full width as half width, without spaces."""
    return fold(words, 0, len(words)).text
