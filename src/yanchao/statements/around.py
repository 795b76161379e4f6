"""What the figures of a passage stand in, and what the passage has told before each: handed from one figure to the next."""

from __future__ import annotations

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass
from yanchao.statements.clause_heads import ClauseHead
from yanchao.statements.context import Draft
from yanchao.statements.grammar import Grammar
from yanchao.statements.inherit import Frame
from yanchao.statements.passages import Passage
from yanchao.statements.places import Places
from yanchao.statements.subjects import Named


@dataclass(frozen=True, slots=True)
class Around:
    """What stays as it is from a passage's first figure to its last.

    `item` is what heads its item of a list, `heads` what its clauses open with.
    """

    passage: Passage
    frame: Frame
    lexicon: Lexicon
    grammar: Grammar
    item: Named | None
    heads: tuple[ClauseHead, ...]

    @property
    def text(self) -> str:
        """The words of the passage, folded."""
        return self.passage.folded.text


@dataclass(frozen=True, slots=True)
class Told:
    """What a passage has told before a figure.

    `spoken_of` is the subject of the figures before, `thing` what their sentence named or counted last, `leads` whose the
    first figure of the sentence is, `said` the last figure that says by itself what it measures.
    """

    places: Places
    spoken_of: Named | None = None
    thing: Named | None = None
    leads: Named | None = None
    said: Draft | None = None
