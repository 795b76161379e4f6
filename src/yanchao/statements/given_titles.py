"""Places that give a title to what a smaller one has: 新增江苏省专精特新企业9家, in a text about a county, is the county's."""

from __future__ import annotations

from yanchao.lexicon.entries import WIDE
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import replace
from yanchao.statements.context import Draft
from yanchao.statements.figures import Form
from yanchao.statements.grammar import Grammar
from yanchao.statements.inherit import Frame
from yanchao.statements.marks import Mark
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Span

_REACH = 60
"""How many characters before the name of a place the verb stands at most that has won what the place gives."""


def gives_title(mark: Mark, text: str, frame: Frame, lexicon: Lexicon, grammar: Grammar) -> bool:
    """Whether a place around the text's own is named as what gives a title (获批江苏省瞪羚企业), and no one's figure is its."""
    home = frame.region
    if home is None or lexicon.level(mark.id) in WIDE or not lexicon.within(home, mark.id):
        return False
    if mark.id == home and frame.zone is None:
        return False
    return grammar.wins_title.search(text, max(0, mark.start - _REACH), mark.start) is not None


def as_titled(draft: Draft, passage: Passage, frame: Frame, lexicon: Lexicon, grammar: Grammar) -> Draft:
    """新增|江苏省|专精特新企业9家: what is counted with the title that a larger place gives it, which is not whose they are."""
    whose, measure = draft.filling.subject, draft.filling.measure
    if frame.region is None or whose is None or measure is None or whose.end != measure.start:
        return draft
    if draft.figure.form not in (Form.COUNT, Form.PERCENT, Form.RANK):
        return draft
    mark = next(passage.marks_in(whose, "region"), None)
    if mark is None or (mark.start, mark.end) != (whose.start, whose.end):
        return draft
    if not gives_title(mark, passage.folded.text, frame, lexicon, grammar):
        return draft
    return replace(
        draft, filling=replace(draft.filling, subject=None, measure=Span(whose.start, measure.end))
    )
