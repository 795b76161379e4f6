"""其中营收超百亿元的5家、超50亿元的12家: how many there are of those above a mark, and the mark itself."""

from __future__ import annotations

import re

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling, near
from yanchao.statements.figures import Form
from yanchao.statements.phrases import right_phrase
from yanchao.statements.statement import Comparator, Kind, Span

ORDER = 23
NAME = "of-a-class"
FORMS = frozenset((Form.AMOUNT, Form.COUNT))
EXAMPLES = (
    Example(
        "全县有陶瓷企业90家，其中年营收超10亿元的5家、超5亿元的12家。",
        "超5亿元",
        {"measure": "营收", "subject": "陶瓷企业", "comparator": ">"},
    ),
    Example(
        "全县有陶瓷企业90家，其中年营收超10亿元的5家、超5亿元的12家。",
        "12家",
        {"measure": "陶瓷企业", "kind": "level"},
    ),
    Example(
        "新开工工业项目78个，其中投资1亿元以上工业项目63个。",
        "1亿元以上",
        {"measure": "投资", "subject": "工业项目"},
    ),
    Example("打造一批特色园区，其中年产值超30亿元的2个、超10亿元的6个。", "2个", {"measure": "特色园区"}),
    Example(
        "年营收超30亿元的龙头企业2家、超10亿元的骨干企业6家以上。",
        "超10亿元",
        {"measure": "营收", "subject": "骨干企业"},
    ),
    Example(
        "全县营收超1亿元的企业90家，其中超10亿元9家、超百亿元3家。",
        "超10亿元",
        {"measure": "营收", "subject": "企业"},
    ),
    Example(
        "营收超50亿元的企业1家、超10亿元的企业3—5家、超5亿元的企业8家。",
        "超10亿元",
        {"measure": "营收", "subject": "企业"},
    ),
    Example("全县营收超1亿元的企业90家，其中超10亿元9家、超百亿元3家。", "3家", {"measure": "企业"}),
    Example("培育一批集群，年营收超90亿元的达到2个、超50亿元的5个。", "2个", {"measure": "集群"}),
    Example("年营收超30亿元的龙头企业2家、超10亿元的骨干企业6家以上。", "6家以上", {"measure": "骨干企业"}),
)

_THOSE = pattern(
    r"(?:的(?P<thing>(?!达到?|共有?)[^，。；、的\d]{2,12}?)?|(?P<class>[^，。；、的\d]{0,8}?(?:项目|企业|工程|园区|产业|品牌|合同|订单)))?"
    r"(?:共?有|共|达到?)?(?=(?:近|约|超)?\d+(?:[-—–~～至到]\d+)?(?:余|多)?(?P<counter>家|个|户|项|只|款|种|所|条|座))"
)
_BATCH = pattern(r"一批(?P<thing>[^，。；、\d]{2,14})(?:，|：)(?:其中)?")


def match(context: Context) -> Filling | None:
    form = context.figure.form
    if form is Form.AMOUNT and (those := _those(context)) is not None:
        return _mark(context, those)
    return _counted(context) if form is Form.COUNT else None


def _those(context: Context) -> re.Match[str] | None:
    """The words between the mark and the number of those above it."""
    those = _THOSE.match(context.text, context.right.start)
    if those is None or those.end() > context.right.end + 1:
        return None
    above = context.figure.quantity.comparator in (Comparator.MORE, Comparator.AT_LEAST)
    return those if above or those["class"] is None else None  # 投资1亿元以上|工业项目63个


def _mark(context: Context, those: re.Match[str]) -> Filling | None:
    """超50亿元|的12家: the measure in its own words, else that of the mark before it."""
    phrase = context.phrase()
    measure = phrase.measure if phrase.listed else None
    if measure is None:
        before = next((one for one in context.earlier() if one.filling.construction == NAME), None)
        if before is None or not _goes_on(context):
            return None
        measure = next(
            (
                one.filling.measure
                for one in context.earlier()
                if one.filling.construction == NAME and one.figure.form is Form.AMOUNT
            ),
            None,
        )
    named = "thing" if those["thing"] else "class" if those["class"] else None
    thing = Span(*those.span(named)) if named else None
    told = _thing(context, those["counter"])
    if thing is None or (told is not None and _ends_in(context.text, told, thing)):
        thing = told  # 内资项目90个，其中超20亿元项目12个: of those counted before
    return None if measure is None else Filling(NAME, Kind.LEVEL, measure, thing)


def _ends_in(text: str, told: Span, thing: Span) -> bool:
    """Whether a name that was told before says more of the same thing."""
    longer = told.end - told.start > thing.end - thing.start
    return longer and text.endswith(text[thing.start : thing.end], told.start, told.end)


def _goes_on(context: Context) -> bool:
    return context.left_words.strip("，、；和及 ").removeprefix("其中") == ""


def _counted(context: Context) -> Filling | None:
    before = context.before[-1] if context.before else None
    if before is None or before.filling.construction != NAME or before.figure.form is not Form.AMOUNT:
        return None
    those = _THOSE.match(context.text, before.figure.end)
    thing = before.filling.subject
    if (
        thing is None
        or those is None
        or those["thing"]
        or those["class"]
        or those.end() != context.figure.start
    ):
        return None
    if right_phrase(context.text, context.right.start, context.right.end, context.grammar) is not None:
        return None  # 超10亿元的5家龙头企业: named behind the number
    counted = next((one.filling for one in context.earlier() if one.filling.measure == thing), None)
    return Filling(NAME, Kind.LEVEL, thing, counted.subject if counted is not None else None, economy=True)


def _thing(context: Context, counter: str) -> Span | None:
    """What was counted before (企业90家，其中…), or named as a batch (一批园区，其中…)."""
    for one in context.earlier():
        if one.filling.construction == NAME and one.figure.form is Form.AMOUNT:
            return one.filling.subject
        if one.figure.quantity.unit == f"count:{counter}" and one.filling.construction != NAME:
            return one.filling.measure
    start = near(context.sentence.start, context.left.start)
    batches = list(_BATCH.finditer(context.text, start, context.left.end))
    return Span(*batches[-1].span("thing")) if batches else None
