"""亿元以上项目90个, 年产值超10亿元的企业12家: marks that each of a class lies above, which are its own and no place's."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.context import MONEY, Draft
from yanchao.statements.statement import Comparator

_ABOVE = (Comparator.MORE, Comparator.AT_LEAST)
_CLASS = r"[^，。；、的\d]{0,10}?(?:项目|工程|企业|产业链?|集群|园区|平台|基金|订单|品牌|单品|县域?|城市|乡镇|镇|村|区|户)"
_COUNTED_BEHIND = pattern(
    rf"的?(?:{_CLASS})?(?:共有?|达到?|总数|数量|增至|增加到|已有|有|不少于|为|开工|分别)*"
    r"(?:近|约|超过?|突破)?[\d一二三四五六七八九十两百]+(?:余|多)?(?:家|个|户|项|只|款|种|所|条|座|单|笔)"
)
"""超10亿元|的企业达到12家: how many of the class there are is told behind it."""
_NAMES_CLASS = pattern(rf"的?{_CLASS}")
_COUNTED_BEFORE = pattern(
    r"(?:[\d一二三四五六七八九十两百]+(?:余|多)?(?:家|个|户|项|只|款|种|所|条|座|批)|首[个批家]|一批)[^，。；、\d]{0,10}$"
)
"""23个投资|超10亿元的项目: how many of the class there are is told before it."""
_BECOMES = pattern(r"(?:成为|[是为系])[^，。；]{0,8}$")
"""成为全国首个经济总量突破5万亿元的城市: whose the figure is, is one of them itself."""
_FARTHEST = 20


def is_mark_of_each(draft: Draft, text: str) -> bool:
    """Whether a figure says what each of several counted things has at least: it is theirs, wherever they lie."""
    quantity, start, end = draft.figure.quantity, draft.figure.start, draft.figure.end
    if quantity.unit not in MONEY or quantity.comparator not in _ABOVE:
        return False
    if _COUNTED_BEHIND.match(text, end, draft.sentence.end) is not None:
        return True
    before = max(draft.clause.start, start - _FARTHEST)
    counted = _COUNTED_BEFORE.search(text, before, start)
    if counted is None or _BECOMES.search(text, draft.clause.start, counted.start()) is not None:
        return False
    return _NAMES_CLASS.match(text, end, draft.sentence.end) is not None
