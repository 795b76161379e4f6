"""What a firm tells its figures apart by: its businesses, systems and brands (青禾动力|储能系统营收9亿元)."""

from __future__ import annotations

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.context import Draft
from yanchao.statements.inherit import Frame, Words
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Span

_SEGMENT = pattern(
    r"(?:旗下|的|自主|主营|核心)*(?P<name>[\u4e00-\u9fffA-Za-z0-9、和及与]{2,16}?(?:业务|板块|系统|事业部|分部|渠道|品牌|产品线?|产品系列|服务|及回收))"
)
_OF_BUSINESS = ("业务", "板块", "产品", "品牌")
"""What the words for revenue begin with where the name of a business stands before them (空调|业务收入)."""

_SHORTEST = 2


def segment_of_firm(draft: Draft, passage: Passage, frame: Frame, lexicon: Lexicon) -> Words | None:
    """The business of a firm that a figure's own words name behind the firm; None where they name the firm alone."""
    whose, measure = draft.filling.subject, draft.filling.measure
    if whose is None:
        return None
    text = passage.folded.text
    behind = _behind_firm(whose, passage, frame, lexicon)
    if behind is None or whose.end - behind < _SHORTEST:
        return None
    if text[behind : whose.end] in _OF_BUSINESS:
        return passage.words(whose)  # 某某汽车|业务: the firm's name is that of its business
    named = _SEGMENT.fullmatch(text, behind, whose.end)
    if named is not None:
        return passage.words(Span(*named.span("name")))
    if measure is not None and measure.start == whose.end and text.startswith(_OF_BUSINESS, measure.start):
        return passage.words(Span(behind, whose.end))
    return None


def _behind_firm(whose: Span, passage: Passage, frame: Frame, lexicon: Lexicon) -> int | None:
    """Where the words for a subject go on behind the name of the firm that they open with."""
    text = passage.folded.text
    for mark in passage.marks_in(whose, "entity"):
        if mark.start == whose.start and lexicon.entities[mark.id].is_firm:
            return mark.end
    if frame.firm is None:
        return None
    firm = frame.firm.value
    for name in (firm, _LEGAL_FORM.sub("", firm), frame.called.value if frame.called else firm):
        if text.startswith(name, whose.start):
            return min(whose.start + len(name), whose.end)
    return None


_LEGAL_FORM = pattern(r"(?:集团|控股)?(?:股份)?有限公司$|股份$")
