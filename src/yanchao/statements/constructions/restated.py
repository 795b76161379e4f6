"""…，达到570万辆: a quantity without words of its own goes with the figure before it."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.constructions.stands_before import KINDS, kind_of
from yanchao.statements.context import RANKS_REACHED, SAYS, Context, Draft, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span
from yanchao.statements.told_to_fare import measure_told_of

ORDER = 100
NAME = "restated"
EXAMPLES = (
    Example("茶叶产量从60万吨提高到80万吨。", "80万吨", {"measure": "产量", "subject": "茶叶"}),
    Example("资助困难家庭大学生，合计6300名。", "6300名", {"measure": "困难家庭大学生"}),
    Example("用电量作为经济的晴雨表，突破90亿千瓦时。", "突破90亿千瓦时", {"measure": "用电量"}),
    Example("全县茶叶出口9亿元，已有3万人参加。", "3万人", {"measure": "参加"}),
    Example("研发强度不足（2.6%），城镇化率偏低（58%）。", "58%", {"measure": "城镇化率", "kind": "share"}),
    Example("旅游收入连续跨过100亿元、200亿元。", "200亿元", {"measure": "旅游收入"}),
    Example("用电增速呈放缓趋势，分别为9%和8%。", "9%", {"measure": "增速", "kind": "growth"}),
    Example("机床产量9万台，汽车产量增势强劲，达3万辆。", "3万辆", {"measure": "产量", "subject": "汽车"}),
    Example("纺织业降幅最大，达5%。", "5%", {"measure": "降幅", "subject": "纺织业", "value": -0.05}),
    Example("产值增速较上年回落1个百分点，为5%。", "5%", {"measure": "增速", "kind": "growth"}),
    Example("全县茶厂、米厂分别从20家、30家增加到35家、40家。", "35家", {"measure": "茶厂"}),
    Example("全县茶厂、米厂分别从20家、30家增加到35家、40家。", "40家", {"measure": "米厂"}),
    Example(
        "低保、特困标准分别由700元、900元提高到750元、980元。",
        "750元",
        {"measure": "标准", "subject": "低保"},
    ),
)


_GROWS_BY = pattern(
    r"(?:(?:出现|呈现)?(?:有所|显著|明显|大幅|持续|稳步|较快|急剧|快速|迅速|进一步)(?:增加|增长|下降|减少|提升|提高|改善|上升|回升|攀升|走高|上涨|下滑|降低|放缓|收窄)"
    r"|(?:继续|仍然?|持续|总体|均)*(?:呈现?|保持|维持|延续)(?:了|着)?[^，。；、\d]{2,8}(?:趋势|态势|走势|势头))[，]?$"
)
_TIME = pattern(r"(?:20\d\d年|今年|去年|上半年|前三季度|全年|年内)")


def _behind_time(text: str, clause: Span) -> int:
    """Where a clause goes on behind the time that it opens with (2024年|税收显著增加)."""
    time = _TIME.match(text, clause.start, clause.end)
    return time.end() if time is not None else clause.start


def match(context: Context) -> Filling | None:
    kind = KINDS.get(context.figure.form, Kind.LEVEL)
    if context.figure.form is Form.POINTS:
        kind = Kind.CHANGE
    earlier = context.earlier_clause
    says = earlier is not None and SAYS.match(context.text, earlier.start, earlier.end) is not None
    if earlier is not None and not says and (told := _told_of(context, earlier, kind)) is not None:
        return told
    if earlier is not None and not says and (context.same_sentence() is None or _shows(context, earlier)):
        named = context.text.find("作为", earlier.start, earlier.end)
        # 用电量作为晴雨表，突破…: what the clause speaks of stands before 作为
        grows = _GROWS_BY.search(context.text, earlier.start, earlier.end)
        end = named if named > earlier.start else grows.start() if grows else earlier.end
        phrase = context.phrase(Span(_behind_time(context.text, earlier), end))
        if phrase.measure is not None:
            if kind is Kind.SHARE and _is_a_rate(context.text, phrase.measure):
                kind = Kind.GROWTH
            return Filling(
                NAME, kind, phrase.measure, phrase.subject, economy=phrase.economy or not phrase.listed
            )
    antecedent = _rose_from(context)
    antecedent = (
        antecedent or (_share_before(context) if kind is Kind.SHARE else None) or context.antecedent()
    )
    if antecedent is None:
        return Filling(NAME, kind)
    if (done := _what_they_do(context, antecedent)) is not None:
        return Filling(NAME, kind, done, economy=True)
    filling = antecedent.filling
    if context.figure.form is Form.INDEX:
        kind = kind_of(context.figure, context.text, filling.measure)
    base = filling.base if kind is Kind.SHARE and filling.kind is Kind.SHARE else None
    of_a_rate = filling.kind is Kind.GROWTH or _is_a_rate(context.text, filling.measure)
    if antecedent.sentence == context.sentence and of_a_rate and kind is Kind.SHARE:
        kind = Kind.GROWTH
    cue = filling.cue if kind is filling.kind else None
    return Filling(NAME, kind, filling.measure, filling.subject, base, economy=filling.economy, cue=cue)


def _told_of(context: Context, earlier: Span, kind: Kind) -> Filling | None:
    """出口增势强劲，达9亿元: what the clause before says to fare in some way."""
    told = measure_told_of(context.text, earlier, context.grammar)
    measure = None if told is None else told.measure
    if told is None or measure is None:
        return None
    is_rate = _is_a_rate(context.text, measure)
    if is_rate and context.figure.form in (Form.AMOUNT, Form.COUNT):  # 出口|增速加快，达9亿元
        told = context.phrase(
            Span(measure.start if told.subject is None else told.subject.start, measure.start)
        )
        return (
            None
            if told.measure is None
            else Filling(NAME, kind, told.measure, told.subject, economy=told.economy)
        )
    kind = Kind.GROWTH if is_rate and kind is Kind.SHARE else kind
    negative = context.text.endswith(("降幅", "跌幅"), measure.start, measure.end)
    return Filling(NAME, kind, measure, told.subject, negative=negative, economy=told.economy)


_RATE = pattern(r"(?:增速|增幅|涨幅|增长率|增长速度)$")


def _is_a_rate(text: str, measure: Span | None) -> bool:
    """增速回落1个百分点，为5%: whether what was told of is itself a rate of growth."""
    return measure is not None and _RATE.search(text, measure.start, measure.end) is not None


def _shows(context: Context, earlier: Span) -> bool:
    """城镇化率偏低（58%）: whether a figure in brackets shows how that is which the clause before them names."""
    text = context.text
    return (
        text.endswith("(", earlier.start, earlier.end)
        and context.grammar.states.search(text, earlier.start, earlier.end - 1) is not None
    )


_FROM = pattern(r"[从由][^，。；\d]{0,8}$")
_TO = pattern(r"[^，。；\d]{0,8}[到至升为][^，。；\d]{0,4}")


def _rose_from(context: Context) -> Draft | None:
    """茶厂、米厂分别从20家、30家增加到35家、|40家: of a list that rose from another of as many figures, the member's own."""
    count, text = len(context.run), context.text
    if count < 2:
        return None
    run = [draft for draft in context.before if draft.figure.start < context.run[0].start][-count:]
    if len(run) < count or run[0].sentence != context.sentence or run[0].filling.measure is None:
        return None
    rose = _FROM.search(text, context.sentence.start, run[0].figure.start) is not None
    if not rose or _TO.fullmatch(text, run[-1].figure.end, context.run[0].start) is None:
        return None
    return run[context.index]


_LONGEST_DEED = 6


def _what_they_do(context: Context, antecedent: Draft) -> Span | None:
    """出口达9亿元，已有3万人|参加: those who are counted behind an amount are none of it, and what they do is counted."""
    if context.figure.form is not Form.COUNT or antecedent.figure.form is not Form.AMOUNT:
        return None
    if RANKS_REACHED.match(context.text, context.figure.end):
        return None
    start, end = context.right.start, context.clause.end
    while end > start and context.text[end - 1] in "，。；":
        end -= 1
    return Span(start, end) if 2 <= end - start <= _LONGEST_DEED else None


def _share_before(context: Context) -> Draft | None:
    """占比超一成的有8种、超两成的有3种: the share that this one goes on from, over what was counted between them.

    营收占比30%，毛利率提升1个百分点|至25%: what so many points brought there is the rate that they are of.
    """
    last = context.before[-1] if context.before else None
    moved = last is not None and last.sentence == context.sentence and last.figure.form is Form.POINTS
    measure = last.filling.measure if last is not None and moved and last.clause == context.clause else None
    if measure is not None and context.text.endswith("率", measure.start, measure.end):
        return last
    return next((draft for draft in context.earlier() if draft.filling.kind is Kind.SHARE), None)
