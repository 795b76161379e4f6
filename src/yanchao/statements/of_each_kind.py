"""22个行业增加值实现增长。其中，金属制品业增长2.6%; 产量居前五的省份中，河南增长6%: what is measured of each of a kind."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.context import Context, near
from yanchao.statements.grammar import UNLISTED
from yanchao.statements.statement import Span

_OF_EACH = pattern(
    r"(?:\d(?:个|种|类)|(?:大?部分|大?多数|不少)(?:高技术|高新技术|新兴|绿色|智能|数字)*新?)(?:大类|重点|主要|工业|监测|统计)*(?:行业|产品|商品|门类|业态)(?:的)?(?P<what>[\u4e00-\u9fff]{2,8}?)"
    r"(?=(?:同比|环比|均|都|实现|保持|呈|较快|不同程度|比上年|比上月)*(?:正?增长|上升|回升|上涨|提高|下降|下跌))"
)

_AMONG_FIRST = pattern(
    r"(?:^|[，。；\s])(?P<what>[\u4e00-\u9fff]{2,12}?)(?:总量|规模)?(?:排名?|位?居|位?列|排在)(?:全[国省市球]|世界)?(?:前[\d一二三四五六七八九十]+)(?:位|名|强)?的?"
    r"(?:\d+个)?[\u4e00-\u9fff]{0,4}(?:省|市|区|县|国家|城市|企业|行业|产业|产品|商品|品种)[\u4e00-\u9fff]{0,2}中，"
)


def measured_of_each(context: Context) -> Span | None:
    """The measure that the sentence, or the one before it, says so many industries or products have risen by; None where it says none."""
    start = context.sentence.start
    before = next((one for one in reversed(context.before) if one.sentence.end <= start), None)
    if before is not None and before.sentence.end == start:
        start = before.sentence.start  # 331种产品产量增长。钢材6万吨，增长4%
    found = None
    for each in _OF_EACH.finditer(context.text, near(start, context.figure.start), context.left.start):
        what = Span(*each.span("what"))
        listed = context.grammar.measure_at_end(context.text, what.start, what.end)
        if listed is not None and listed[0] == what.start and listed[1] is not UNLISTED:
            found = what
    for first in _AMONG_FIRST.finditer(
        context.text, near(context.sentence.start, context.figure.start), context.left.end
    ):
        what = Span(*first.span("what"))
        listed = context.grammar.measure_at_end(context.text, what.start, what.end)
        if listed is not None and listed[1] is not UNLISTED:
            found = what
    return found
