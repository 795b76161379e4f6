"""生产总值增长6%，增速居第二: a figure that says more of what the figure before it measures."""

from __future__ import annotations

from yanchao.quick import pattern, replace
from yanchao.statements.constructions.share_of import RATES
from yanchao.statements.context import Draft, listed_measure
from yanchao.statements.figures import Form
from yanchao.statements.grammar import Grammar
from yanchao.statements.inherit import Words
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Kind, Span
from yanchao.statements.subjects import Named

_ACHIEVED = pattern(r"(?:共|累计|已)?(?:实现|完成|达成)(?:了)?")
_SHARES = ("占比", "比重", "占比重")
"""研发人员90人，占比四成: a share that names nothing is that of the amount before it."""


_OUT_OF = pattern(r"(?P<whole>[^，。；、\d“”《》]{2,16}?)[之当]?中，?(?:已|共|仅|分别)?有")
"""监测的40种产品|中，有: those of which so many are told to fare in some way."""


def out_of_which(draft: Draft, before: Draft | None, passage: Passage) -> Named | None:
    """40个行业大类中，有25个行业增长: of which a number is, told by the number `before` it."""
    if (
        before is None
        or before.sentence != draft.sentence
        or Form.COUNT not in (draft.figure.form, before.figure.form)
    ):
        return None
    out_of = _OUT_OF.fullmatch(passage.folded.text, before.figure.end, draft.figure.start)
    words = None if out_of is None else passage.words(Span(*out_of.span("whole")))
    counted = passage.words(draft.filling.measure)
    if words is None or counted is None or counted.value == words.value:
        return None  # 40种产品中，有18种产品: no more than a part of the same
    return Named(words, None, draft.sentence, False)


def says_the_measure_again(draft: Draft, before: Draft | None, text: str) -> bool:
    """零部件收入9亿元，收入占比六成: whether what stands for a subject is what the figure `before` measures, and no one's name."""
    own = draft.filling.subject
    if own is None or before is None or before.sentence != draft.sentence or draft.filling.measure is None:
        return False
    measure = before.filling.measure
    if measure is None or before.filling.subject is None or own.start < before.figure.end:
        return False
    says_more = text[draft.filling.measure.start : draft.filling.measure.end] in (*_SHARES, *RATES)
    return says_more and text[own.start : own.end] == text[measure.start : measure.end]


_VERB = (2, 3)
"""How many characters the verb has that a measure may be named after."""

_POINTS = ("此", "本", "该", "这")


def _whose_verb_it_is(measure: Span, before: Span, passage: Passage) -> Words | None:
    """班列开行90列，开行量连续8个月增长: what does what the measure is named after, where a figure before has told of it."""
    text = passage.folded.text
    verb = text[measure.start : measure.end - 1]
    end = before.end - len(verb)
    if text[measure.end - 1] != "量" or len(verb) not in _VERB or end < before.start + 2:
        return None
    named = text.startswith(verb, end) and not text.startswith(_POINTS, before.start)
    return passage.words(Span(before.start, end)) if named else None


def _ends_in(text: str, start: int, end: int, words: tuple[str, ...]) -> bool:
    return not words or text.endswith(words, start, end)


def measured_before(
    draft: Draft, before: Draft | None, spoken_of: Named | None, passage: Passage, grammar: Grammar
) -> Named | None:
    """生产总值增长6%，增速居第二: what the figure `before` measures, where a measure only says more of it.

    Its cluster, and whether it has a place, are those of the subject `spoken_of`.
    """
    filling = draft.filling
    if before is None or before.sentence != draft.sentence or before.filling.measure is None:
        return None
    if filling.measure is None or filling.subject is not None:
        return None
    if (runs := _whose_verb_it_is(filling.measure, before.filling.measure, passage)) is not None:
        return Named(runs, None, draft.sentence, False)
    found = grammar.measure_at_end(passage.folded.text, filling.measure.start, filling.measure.end)
    alone = passage.folded.text[filling.measure.start : filling.measure.end]
    says_more = found is not None and found[0] <= filling.measure.start and found[1].scope == "figure"
    of_amount = before.filling.kind in (Kind.LEVEL, Kind.GROWTH) or draft.figure.form is Form.POINTS
    names_itself = filling.base is None or before.filling.subject is None  # 其中省外产值9亿元，占比30%
    is_share = alone in _SHARES and of_amount and names_itself
    of_product = alone == "渗透率" and listed_measure(before.filling, passage.folded.text, grammar) is None
    start, end = before.filling.measure.start, before.filling.measure.end
    of_what = grammar.more.get(alone)
    says_more = says_more or (of_what is not None and _ends_in(passage.folded.text, start, end, of_what))
    if not says_more and not is_share and not of_product:
        return None
    whose = before.filling.subject
    again = alone == passage.folded.text[start:end] and of_what is not None
    if whose is not None and (again or passage.folded.text[start:end] in RATES):
        start, end = whose.start, whose.end  # 增速高出全国4个百分点，规模占…: of what grows
    elif whose is not None and whose.start < start <= whose.end + 1:
        start = whose.start
    elif whose is not None and _ACHIEVED.fullmatch(passage.folded.text, whose.end, start):
        # 轻工企业实现利润9亿元，增速提高: of their profit
        named = passage.folded.words[whose.start : whose.end] + passage.folded.words[start:end]
        theirs = passage.named(named, whose.start, end)
        told = spoken_of or Named(theirs, None, draft.sentence, False)
        return replace(told, subject=theirs)
    elif whose is not None and whose.start > end and not is_share:
        start, end = whose.start, whose.end  # 发电量增长5%，水电增长2%，增速放缓: of hydropower's
    place = next(passage.marks_in(Span(start, end), "region"), None)
    if place is not None and place.start == start and place.end + 1 < end:
        start = place.end
    words = passage.words(Span(start, end))
    if words is None:
        return None
    if spoken_of is not None and spoken_of.sentence == draft.sentence:
        return replace(spoken_of, subject=words)
    return Named(words, None, draft.sentence, False)
