"""比重提高0.7个百分点: a difference of two shares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanchao.quick import pattern, replace
from yanchao.statements.constructions import Example
from yanchao.statements.constructions.growth import grows_before
from yanchao.statements.constructions.share_of import RATES, part_and_base
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span

ORDER = 40
NAME = "points"
FORMS = frozenset((Form.POINTS,))
EXAMPLES = (
    Example(
        "城镇化率提高0.7个百分点。", "0.7个百分点", {"measure": "城镇化率", "kind": "change", "value": 0.7}
    ),
    Example(
        "出口增长9.1%，比全县（7.4%）和全市（6.3%）分别高1.7、2.8个百分点。",
        "2.8个百分点",
        {"measure": "出口", "kind": "change", "value": 2.8},
    ),
    Example("服务业占比为54%，下降1.2个百分点。", "1.2个百分点", {"kind": "change", "value": -1.2}),
    Example(
        "民营企业出口占全县的75%，比重提升2个百分点。", "2个百分点", {"measure": "比重", "kind": "change"}
    ),
    Example("规上工业增加值增长7%，高于全国1.1个百分点。", "1.1个百分点", {"kind": "change", "value": 1.1}),
    Example(
        "食品价格上涨1.4%，影响CPI上涨约0.2个百分点。",
        "约0.2个百分点",
        {"measure": "CPI", "subject": "食品", "kind": "change", "value": 0.2},
    ),
    Example(
        "第三产业增加值增长4.5%，拉动GDP增长1.3个百分点。",
        "1.3个百分点",
        {"measure": "拉动GDP增长", "subject": "第三产业", "kind": "change", "value": 1.3},
    ),
    Example(
        "技改项目拉动全县投资增长2个百分点。",
        "2个百分点",
        {"measure": "拉动全县投资增长", "subject": "技改项目", "kind": "change"},
    ),
    Example(
        "西部地区出口快速增长，增速高出全国4个百分点。",
        "4个百分点",
        {"measure": "增速", "subject": "西部地区出口", "kind": "change"},
    ),
    Example("该市外贸增速为8%，超过全省增速2个百分点。", "2个百分点", {"measure": "外贸", "subject": "该市"}),
    Example("工业投资增长3%，塌目标2个百分点。", "2个百分点", {"measure": "工业投资", "value": -2}),
    Example("新能源产业产值增长9%，远超传统产业4个百分点。", "4个百分点", {"measure": "产值", "value": 4}),
)

APART = pattern(r"(?:分别)?(?P<side>[高低快慢多少])(?:出|了)?$")
"""比全省(7.7%)和全国(7.0%)分别高0.7、1.4个百分点: the verb of a difference that stands alone behind what it is from."""

COMPARED = pattern(
    r"(?:(?:远|大幅|明显|显著|分别)*(?:相?(?<![同环占])比(?!重|例|值|率)|相?较|高于|低于|快于|慢于|高出|低出|好于|优于|领先|跑赢|落后|滞后|[塌欠](?=目标|任务|进度|计划)|距(?=目标|任务)|超(?:过|出)?(?=[\u4e00-\u9fff]{2})))[^，。；]*$"
)


def match(context: Context) -> Filling | None:
    words = context.left_words
    if (pulled := PULLS.search(context.text[context.run_left.start : context.run_left.end])) is not None:
        return _pulled(context, pulled)
    end = len(words)
    negative = bool(
        re.search(
            r"低于|低出|慢于|落后|滞后|[塌欠距](?:目标|任务|进度|计划)|(?:比|较)[^，。；]*[低慢少]$", words
        )
    )
    if apart := APART.search(words):
        end = apart.start()
        negative = negative or apart["side"] in "低慢少"
    cue = Span(context.left.start + apart.start(), context.left.end) if apart else None
    if verb := context.grammar.trailing_growth.search(words):
        end = verb.start()
        cue = Span(context.left.start + verb.start("verb"), context.left.start + verb.end("verb"))
        negative = negative or verb["verb"] in context.grammar.growth_down
    if compared := COMPARED.search(words):
        end = min(end, compared.start())
    span = Span(context.left.start, context.left.start + end)
    if parted := part_and_base(context.text, span, context.grammar):
        span = (
            parted.part
        )  # 网络零售额50亿元，占零售总额的比重提高2个百分点: the point is of what has the share
    if (moved := _moved(context, span)) is not None:
        return replace(moved, negative=negative, cue=cue)
    phrase = context.phrase(span)
    measure, subject, economy = phrase.measure, phrase.subject, phrase.economy or not phrase.listed
    if measure is not None and subject is None and (told := _rate_of_the_clause_before(context, measure)):
        return replace(told, measure=measure, negative=negative, cue=cue)
    if measure is None:
        antecedent = context.antecedent()
        if antecedent is not None:
            measure, economy = antecedent.filling.measure, antecedent.filling.economy
            subject = subject or antecedent.filling.subject
    return Filling(NAME, Kind.CHANGE, measure, subject, negative=negative, economy=economy, cue=cue)


def _rate_of_the_clause_before(context: Context, measure: Span) -> Filling | None:
    """西部地区出口快速增长，增速高出全国4个百分点: the rate of what the clause before says that it grows."""
    if context.text[measure.start : measure.end] not in RATES or context.same_sentence() is not None:
        return None
    told = grows_before(context)
    if told is None or told.measure is None:
        return None
    whose = Span(told.measure.start if told.subject is None else told.subject.start, told.measure.end)
    return Filling(NAME, Kind.CHANGE, None, whose, economy=told.economy)


PULLS = pattern(
    r"(?:合计|共同|共|直接|间接|分别|(?P<way>[正负反]向))?(?P<what>(?P<verb>拉动|拉低|下拉|上拉)(?!作用|效应|分别|为|达|率|力)[^，。；：、]{2,16}?(?:增长|增速|上升|下降|回落)?)(?:约|近|超)?$"
)


def _pulled(context: Context, pulled: re.Match[str]) -> Filling:
    """第三产业增长4.5%，拉动GDP增长1.3个百分点: what one thing adds to the growth of a whole, which is not the whole's change."""
    start = context.run_left.start
    phrase = context.phrase(Span(start, start + pulled.start()))
    whose = phrase.subject or phrase.measure
    if (
        phrase.subject is not None
        and phrase.measure is not None
        and phrase.subject.end == phrase.measure.start
    ):
        whose = Span(phrase.subject.start, phrase.measure.end)  # 地方投资|拉动全市投资增长
    if whose is None:
        whose = _in_its_place(context) or next(_whose_before(context), None)
    if whose is None and (mover := context.same_sentence()) is not None:
        whose = mover.filling.measure
    return Filling(
        NAME, Kind.CHANGE, Span(start + pulled.start("what"), start + pulled.end("what")), whose,
        negative=pulled["verb"] in ("拉低", "下拉") or pulled["way"] in ("负向", "反向"), economy=True, cue=Span(start + pulled.start("verb"), start + pulled.end("verb")),
    )  # fmt: skip


def _whose_before(context: Context) -> Iterator[Span]:
    """Whose the figures before in the sentence are, the nearest first."""
    return (draft.filling.subject for draft in context.earlier() if draft.filling.subject is not None)


def _in_its_place(context: Context) -> Span | None:
    """甲业、乙业分别增长8%、2%，分别拉动GDP增长0.8、0.2个百分点: whose the figure is that stood in its place."""
    count, first = len(context.run), context.run[0].start
    before = [draft for draft in context.earlier() if draft.figure.start < first][:count]
    return before[count - 1 - context.index].filling.subject if count > 1 and len(before) == count else None


_MOVES = pattern(r"(?:共同|合计|共)?影响(?P<what>[^，。；、]{2,16})")


def _moved(context: Context, span: Span) -> Filling | None:
    """食品价格上涨1%，影响CPI上涨0.2个百分点: by how much what the figure before is of moves a whole."""
    moves = _MOVES.fullmatch(context.text, span.start, span.end)
    mover = None if moves is None else context.same_sentence()
    if moves is None or mover is None:
        return None
    return Filling(
        NAME,
        Kind.CHANGE,
        Span(*moves.span("what")),
        mover.filling.subject or mover.filling.measure,
        economy=True,
    )
