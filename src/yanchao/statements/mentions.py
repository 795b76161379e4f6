"""Named things without a number of their own: places with their role, firms, institutes, platforms, plans."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.lexicon.lexicon import Lexicon
from yanchao.statements.fold import Folded
from yanchao.statements.inherit import Frame
from yanchao.statements.marks import Mark
from yanchao.statements.statement import Mention, Span


def find_mentions(
    folded: Folded, marks: Sequence[Mark], sentences: Sequence[Span], frame: Frame, lexicon: Lexicon
) -> tuple[Mention, ...]:
    """The mentions of one passage."""
    return ()
