"""贡献了一半以上的税收, 对出口增长的贡献率达22%: what one thing gives to a whole."""

from __future__ import annotations

import re

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling, near
from yanchao.statements.figures import Form
from yanchao.statements.phrases import right_phrase, subject_phrase
from yanchao.statements.statement import Kind, Span
from yanchao.statements.trimming import trim

ORDER = 28
NAME = "contributes"
FORMS = frozenset((Form.PERCENT,))
EXAMPLES = (
    Example(
        "民营经济贡献了全县52%以上的税收、61%的出口额。",
        "52%以上",
        {"measure": "税收", "subject": "民营经济", "base": "税收", "kind": "share"},
    ),
    Example(
        "民营经济贡献了全县52%以上的税收、61%的出口额。",
        "61%",
        {"measure": "出口额", "subject": "民营经济", "base": "出口额", "kind": "share"},
    ),
    Example(
        "一般公共预算支出的七成以上用于民生。",
        "七成以上",
        {"measure": "民生", "base": "一般公共预算支出", "kind": "share", "comparator": ">="},
    ),
    Example(
        "到位资金40亿元，其中七成投向先进制造业。",
        "七成",
        {"measure": "先进制造业", "base": "到位资金", "kind": "share"},
    ),
    Example(
        "服装出口的八成来自民营企业。",
        "八成",
        {"measure": "服装出口", "subject": "民营企业", "base": "服装出口", "kind": "share"},
    ),
    Example(
        "民营企业对全县投资增长的贡献率达22.6%。",
        "22.6%",
        {"measure": "贡献率", "subject": "民营企业", "base": "全县投资增长", "kind": "share"},
    ),
    Example(
        "民营企业贡献了全县出口额的七成以上。",
        "七成以上",
        {"measure": "出口额", "subject": "民营企业", "base": "全县出口额", "kind": "share"},
    ),
    Example(
        "五市出口增长5%，对全国出口增长的贡献超过八成。",
        "超过八成",
        {"measure": "贡献", "base": "全国出口增长", "kind": "share"},
    ),
    Example(
        "出口占全国的15%，对全国出口增长的贡献率达22%。",
        "22%",
        {"measure": "贡献率", "subject": "出口", "base": "全国出口增长", "kind": "share"},
    ),
)

_SPENT = pattern(r"用于|投向|来自")
_GIVES = pattern(r"(?:贡献|创造|提供|吸纳)(?:了|着)?(?:全[国省市县区]的?)?$")
_GIVES_OF = pattern(
    r"(?:贡献|创造|提供|吸纳)(?:了|着)?(?P<base>全[国省市县区](?P<of>[^，。；、的\d]{2,16}))的$"
)
_RATE = pattern(
    r"对(?P<base>[^，。；、对]{2,16}?)的?(?P<measure>贡献(?:率|度|份额|比例|比重|占比)|拉动率|(?<=[增长量值额收的])贡献(?=(?:已|约|将|均)*(?:达到?|为|是|占|超过?|高达|约)*了?$))"
)


def match(context: Context) -> Filling | None:
    text, left = context.text, context.left
    if rate := _RATE.search(text, left.start, left.end):
        return Filling(
            NAME,
            Kind.SHARE,
            Span(*rate.span("measure")),
            _who(context, rate.start()) or _parted_before(context) or _what_grows(context, rate.span("base")),
            Span(*rate.span("base")),
            cue=Span(*rate.span("measure")),
        )
    if of := _GIVES_OF.search(text, left.start, left.end):
        return Filling(
            NAME, Kind.SHARE, Span(*of.span("of")), _who(context, of.start()), Span(*of.span("base"))
        )
    if spent := _SPENT.match(text, context.right.start, context.right.end):
        return _of_a_whole(context, spent)
    if not text.startswith("的", context.right.start):
        return None
    given = right_phrase(text, context.right.start, context.right.end, context.grammar)
    if given is None:
        return None
    before = context.before[-1].filling if context.before else None
    if verb := _GIVES.search(text, left.start, left.end):
        who = _who(context, verb.start())
        if before is not None and who is not None and who == before.measure:
            who = before.subject  # 高新区以2%的土地|创造了全县30%的产值
        return Filling(NAME, Kind.SHARE, given, who, given, cue=Span(*verb.span()))
    if (
        before is not None
        and before.construction == NAME
        and text.startswith("的", context.before[-1].figure.end)
    ):
        return Filling(NAME, Kind.SHARE, given, before.subject, given)  # …的税收、61%的出口额
    return None


def _of_a_whole(context: Context, spent: re.Match[str]) -> Filling | None:
    """支出的七成用于民生, 出口的八成来自民营企业: what part of a whole goes to something, or comes from it."""
    text, left = context.text, context.left
    if context.left_words.endswith(("其中", "其中，")) and (spent[0] != "来自"):
        level = next(context.earlier_levels(), None)
        named = right_phrase(text, spent.end(), context.right.end, context.grammar)
        if level is not None and named is not None:
            return Filling(
                NAME, Kind.SHARE, named, None, level.filling.measure, economy=True, cue=Span(*spent.span())
            )
    if not text.endswith("的", left.start, left.end):
        return None
    whole = subject_phrase(text, *trim(text, left.start, left.end - 1, context.grammar), context.grammar)
    named = right_phrase(text, spent.end(), context.right.end, context.grammar)
    if whole is None or named is None:
        return None
    cue = Span(*spent.span())
    if spent[0] == "来自":
        return Filling(NAME, Kind.SHARE, whole, named, whole, cue=cue)
    return Filling(NAME, Kind.SHARE, named, None, whole, economy=True, cue=cue)


_PARTED = pattern(r"三次产业(?=结构|比例|比重)")


def _parted_before(context: Context) -> Span | None:
    """三次产业结构为8:37:55，对增长的贡献率分别为…: those whose ratio the sentence has just told."""
    start = near(context.sentence.start, context.clause.start)
    parted = _PARTED.search(context.text, start, context.clause.start) if len(context.run) > 2 else None
    return None if parted is None else Span(*parted.span())


def _what_grows(context: Context, base: tuple[int, int]) -> Span | None:
    """出口占全国15%，对全国出口增长的贡献率达22%: what is a part of the same, where the text names nobody whose it is."""
    before = context.same_sentence()
    if before is None or before.filling.subject is not None or before.filling.measure is None:
        return None
    measure = before.filling.measure
    return measure if context.text.find(context.text[measure.start : measure.end], *base) != -1 else None


def _who(context: Context, end: int) -> Span | None:
    start, end = trim(context.text, context.left.start, end, context.grammar)
    return subject_phrase(context.text, start, end, context.grammar) if start < end else None
