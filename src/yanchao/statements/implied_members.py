"""三次产业增加值分别增长5%、6%和7%: figures told in turn of one word that stands for several, each of its own one."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.quick import pattern, replace
from yanchao.statements.context import Draft, near
from yanchao.statements.grammar import Grammar
from yanchao.statements.inherit import Words

_NEXT = pattern(r"(?:[、，,和与及]|以及)(?:同比)?(?:增长|增加|提高|上升|下降|降低|减少|回落)?")


def stands_for_several(words: Words | None, grammar: Grammar) -> bool:
    """Whether words name a whole whose members are told in turn (三次产业)."""
    return words is not None and words.value in grammar.members


def its_member(words: Words, drafts: Sequence[Draft], number: int, text: str, grammar: Grammar) -> Words:
    """The member of the whole `words` that a figure, the one of that number, is told of.

    The whole itself, where its list does not hold as many figures as the whole has members, or none told 分别.
    """
    members = grammar.members.get(words.value, ())
    first = last = number
    while first > 0 and _goes_on(drafts, first - 1, text):
        first -= 1
    while last + 1 < len(drafts) and _goes_on(drafts, last, text):
        last += 1
    start = drafts[first].figure.start
    told_in_turn = "分别" in text[near(drafts[first].clause.start, start) : start]
    if last - first + 1 != len(members) or not told_in_turn:
        return words
    return replace(words, value=members[number - first])


def in_full(words: Words | None, grammar: Grammar) -> Words | None:
    """存、贷款余额 as what the first of the two is in full: 存款余额; other words as they are."""
    if words is None or words.value[1:2] != "、" or (short := _CUT_SHORT.fullmatch(words.value)) is None:
        return words
    whole = short["first"] + short["rest"]
    return replace(words, value=whole) if whole in grammar.lexicon.measure_by_word else words


_CUT_SHORT = pattern(r"(?P<first>[\u4e00-\u9fff])、[\u4e00-\u9fff](?P<rest>[\u4e00-\u9fff]{1,8})")


def _goes_on(drafts: Sequence[Draft], number: int, text: str) -> bool:
    """Whether only a mark of a list stands between a figure and the next."""
    one, other = drafts[number], drafts[number + 1]
    return (
        one.figure.form is other.figure.form
        and _NEXT.fullmatch(text, one.figure.end, other.figure.start) is not None
    )


_COUNTERPARTS = {"支出": "收入", "收入": "支出"}
_SHORT_OF_IT = pattern(r"[\u4e00-\u9fff]{2,10}")


def after_its_counterpart(
    words: Words | None, drafts: Sequence[Draft], number: int, text: str
) -> Words | None:
    """财政收入增长2%、支出达9亿元: 财政支出, where the figure before in the sentence tells the other side by its whole name."""
    if words is None or words.value not in _COUNTERPARTS or number == 0:
        return words
    own = drafts[number].filling.subject
    other = _COUNTERPARTS[words.value]
    for draft in reversed(drafts[max(0, number - 3) : number]):
        measure = draft.filling.measure
        of_another = own is not None and own != draft.filling.subject
        if draft.sentence != drafts[number].sentence or measure is None or of_another:
            return words
        if text.endswith(other, measure.start, measure.end):
            whose = text[measure.start : measure.end - len(other)]
            return replace(words, value=whose + words.value) if _SHORT_OF_IT.fullmatch(whose) else words
    return words
