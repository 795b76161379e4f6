"""The members of a list that stand before the figures told of each: parted by commas, counted, or with words that all share."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.quick import pattern
from yanchao.statements.context import Context, Draft
from yanchao.statements.figures import Form
from yanchao.statements.members import split_list
from yanchao.statements.phrases import having_verb
from yanchao.statements.statement import Span
from yanchao.statements.trimming import trim

LEADING_TRADE = pattern(
    r"(?P<whose>[\u4e00-\u9fff]{2,10}?(?:行业|产业|集群|制造业|服务业))(?=[\u4e00-\u9fff]{2,12}(?:数|额|量|值|产|率|利润|收入|人员|面积)$)"
)
"""纺织行业|企业法人单位数、总资产: the trade that opens a list of what is measured of it."""

LONGEST_LIST = 24

_SHORTEST_HEAD = 2
_CODE = pattern(r"[A-Za-z][A-Za-z\d.]*")


def shared_head(text: str, members: Sequence[Span]) -> Span | None:
    """进口、出口|通关时间: the words behind the last member that all share; None where each has its own.

    The members are alike: each ends with the same character (存款、贷款|余额), or is a code (PM2.5、PM10|浓度).
    """
    first, last = members[0], members[-1]
    code = _CODE.match(text, last.start, last.end)
    if code is not None and _CODE.fullmatch(text, first.start, first.end):
        head = Span(code.end(), last.end)
    else:
        alike = text[first.end - 1]
        if any(text[member.end - 1] != alike for member in members[:-1]):
            return None
        at = text.rfind(alike, last.start + 1, last.end)
        if at == -1:
            return None
        head = Span(at + 1, last.end)
    whole = head.end - head.start >= _SHORTEST_HEAD and "分别" not in text[head.start : head.end]
    return head if whole else None


_ONE_OF_A_KIND = frozenset("业类品")
"""How the names of industries and sorts of goods end."""


HOLDS_MARKS = pattern(r"、|和|及")
"""交通运输、仓储和邮政业，…: a name that holds the marks of a list, so that commas part it from the next."""


def parted_by_commas(context: Context, last: Span, count: int) -> tuple[Span, ...]:
    """甲、乙和丙制造业，汽车制造业，玩具业产值分别…: a list with commas between its members, which hold other marks themselves."""
    text = context.text
    if "分别" not in text[context.run_left.start : context.run_left.end]:
        return ()
    before = before_the_list(context)
    floor = context.sentence.start
    if before is not None and before.sentence == context.sentence:
        floor = before.figure.end
    pieces = [last]
    while len(pieces) < count:
        comma = pieces[0].start - 1
        if comma <= floor or text[comma] != "，":
            return ()
        start = 1 + max(text.rfind(mark, floor, comma) for mark in "，；：")
        pieces.insert(0, Span(max(start, floor), comma))
    kinds = {text[piece.end - 1] for piece in pieces[:-1]}
    alike = len(kinds) == 1 and kinds <= _ONE_OF_A_KIND and kinds & set(text[last.start : last.end])
    return tuple(pieces) if alike else ()


def before_the_list(context: Context) -> Draft | None:
    """The last figure of the block before the list, None where there is none."""
    first = context.run[0].start
    return next((draft for draft in reversed(context.before) if draft.figure.start < first), None)


def told_before(context: Context) -> list[Draft]:
    """The figures before a list, as many as it has and no more, the last of them just before it."""
    near = context.before[-2 * LONGEST_LIST :]
    return [draft for draft in near if draft.figure.start < context.run[0].start][-len(context.run) :]


def counted_members(context: Context, span: Span) -> tuple[tuple[Span, ...], Span] | None:
    """铜业、玻璃两个产业营收分别突破8亿元和6亿元: the members that were counted, and the words for what each has."""
    first, count = context.run[0].start, len(context.run)
    before = before_the_list(context)
    if before is None or before.figure.form is not Form.COUNT or before.figure.quantity.value != count:
        return None
    apart = before.clause.end == context.clause.start  # 铜业、玻璃两大产业，营收分别达8亿元和6亿元
    if (before.clause != context.clause and not apart) or "分别" not in context.text[
        before.figure.end : first
    ]:
        return None
    thing = before.filling.measure
    if thing is None or thing.start != before.figure.end:
        return None
    start, end = trim(context.text, before.clause.start, before.figure.start, context.grammar)
    if apart and (verb := having_verb(context.text, start, end, context.grammar)) is not None:
        start = verb.end
    members = split_list(context.text, Span(start, end), count) if start < end else ()
    return (members, Span(max(thing.end, span.start), span.end)) if members and thing.end < first else None


def counted_things(context: Context, span: Span) -> tuple[tuple[Span, ...], Span] | None:
    """90个产业项目和30个民生项目分别完成投资7亿元和2亿元: the things counted before, and the words for what each has."""
    first, count = context.run[0].start, len(context.run)
    counted = [one for one in context.before[-LONGEST_LIST:] if one.figure.start < first][-count:]
    things = [one.filling.measure for one in counted if one.filling.construction == "counted-after"]
    if len(things) != count or any(one.clause != context.clause for one in counted):
        return None
    members = tuple(thing for thing in things if thing is not None)
    if len(members) != count or "分别" not in context.text[members[-1].end : first]:
        return None
    return (members, Span(members[-1].end, span.end)) if len(set(members)) == count else None


def ends_alike(text: str, measure: Span | None, member: Span) -> Span | None:
    """预算支出…，其中教育、就业|支出: the word at the end of a list that the measure of the whole ends with too, longer than that."""
    if measure is None or measure.end - measure.start <= 2 or member.end - member.start <= 2:
        return None
    word = text[measure.end - 2 : measure.end]
    return Span(member.end - 2, member.end) if text.endswith(word, member.start, member.end) else None


_PEOPLE = "居民"


def without_their_word(text: str, member: Span, measure: Span) -> Span:
    """城镇常住居民、农村常住居民|人均收入: what is measured of each, without the word that a member of the list ends in itself."""
    own = text.startswith(_PEOPLE, measure.start) and text.endswith(_PEOPLE, member.start, member.end)
    return Span(measure.start + len(_PEOPLE), measure.end) if own else measure
