"""Words between what is measured and its number that are no part of it: what it was before, what it is held against, a record."""

from __future__ import annotations

from yanchao.quick import pattern

_BECOMES = pattern(
    r"(?:一举|率先)?(?:成为|是)[^，。；]{0,8}(?:第[一二三四五六七八九十\d]{1,3}|首)(?:个|家|座|位)$"
)
"""工业总量成为全省第四个|突破千亿元的地区."""

_UNIT = r"亩|公顷|吨|公斤|斤|千克|千瓦时|度|桶|升|平方米|立方米|方|[人户生件台套辆头只张盒瓶份]"
_PER_UNIT = pattern(
    rf"(?:(?<=[为是达到至])|(?<=[\u4e00-\u9fff]{{2}}))(?:每(?:{_UNIT}|名学生))?"
    rf"(?:每(?:{_UNIT}|[月年天日次位]|学年|学期|人次)的?|(?<=[到至为是达])人均)$"
)
"""单产每亩|389公斤, 电价为每千瓦时|0.5元, 标准提高到每人每月|800元: per what a number stands is its unit's, and no part of what is measured."""

_TURNS = pattern(r"(?:同比|增速|实现|已)?由[负降跌减亏][转变为]{1,2}[正升涨增盈]$")
_TURNS_ENDS = frozenset("正升涨增盈")
"""民间投资由负转正、|增长2%: how it was before and is now."""

_LONGEST_PER_UNIT = 12
_UNIT_ENDS = frozenset("亩顷吨斤克时度桶升米方人户生件台套辆头只张盒瓶份月年天日次期位均的")

RECORD = pattern(
    r"(?:也|又|均)?(?:再创|创下|创出|创|达|刷新)(?:了)?(?:历史|历年|近年)?(?:同期)?(?:新高|最高|最好|纪录|记录|新低)(?:水平|值)?$"
    r"|(?:再上|迈上|跃上|登上|跨上)(?:了)?(?:一个)?(?:新|历史性|新的?大)?台阶$"
)
WAS = pattern(
    r"(?:已|将|则|也|都|均)?(?:由|从)(?:过去|原来|原先|以前|此前|之前|最初|起初|当初|年初|同期)的?$|[也都均]?(?:由|从)的?$"
)
"""均价由年初的|8万元涨至…, 占全部产值比重已由过去的|40%: what a figure comes from is no part of what is measured."""

_EARLIER = r"(?:去年|上年|前年|上月|上季度|(?:19|20)\d\d年)(?:同期|同月|年?[底末]|\d{1,2}月份?)?"
_HELD_AGAINST = pattern(
    rf"[与同和跟](?:(?!比)[^，。；、与]{{1,14}}?(?:相比较?|相较)|{_EARLIER}(?:比较?|同比|相)?)$"
)
"""与去年同期相比|增长3%: what a change is held against is no part of what is measured."""

_STANDS_TO = pattern(
    r"(?<=[增降涨跌升][速幅])(?:仍然|依然|仍|均|都|也|还|则|明显|显著|大幅|继续|持续)*(?:高于|低于|快于|慢于|领先于|落后于|好于|优于)"
    r"(?:或(?:等于|高于|快于))?[^，。；、的\d]{2,14}$"
)
_STANDS_ENDS = frozenset("国省市区县州平球界均速幅度")
"""增速均高于全国（|2.5%）: how a rate stands to another is no part of what is measured."""

_AT_MOST = pattern(
    r"(?<=[\u4e00-\u9fff]{2})(?:在)?(?:最多|最高|最少|最忙|高峰|旺季|鼎盛|巅峰)(?:的)?(?:时|时候|时期)$"
)
_AT_MOST_ENDS = frozenset("时候期")
"""采茶工最多时|超过1500人: when there are so many, and no part of what is counted."""

_FIRST_OF_THEM = pattern(r"(?:在[^，。；、\d]{2,14}?(?:之中|当中|中|里))?(?:率先|最早|最先)$")
"""经济总量在全市各县区中率先|突破500亿元: before whom something came so far."""

_HELD_ENDS = frozenset("比较年期月度底末份相")
_FAR_BEFORE = 20
_WAS_ENDS = frozenset("去来先前初期的由从")
_RECORD_ENDS = frozenset("阶高好录低平值")
_ORDER_ENDS = frozenset("个家座位")


def without_words_beside(text: str, start: int, end: int) -> int:
    """Where the words `text[start:end]` end without those that only stand beside the number."""
    if end > start and text[end - 1] in _RECORD_ENDS and (record := RECORD.search(text, start, end)):
        end = record.start()
    if end > start and text[end - 1] in _ORDER_ENDS and (nth := _BECOMES.search(text, start, end)):
        end = nth.start()
    if end > start and text[end - 1] in _UNIT_ENDS:
        near = max(start, end - _LONGEST_PER_UNIT)
        if each := _PER_UNIT.search(text, near, end):
            end = each.start()
    if (
        "于" in text[start:end]
        and text[end - 1] in _STANDS_ENDS
        and (stands := _STANDS_TO.search(text, start, end))
    ):
        end = stands.start()
    if end > start and text[end - 1] in _TURNS_ENDS and (turns := _TURNS.search(text, start, end)):
        end = turns.start()
    if end > start and text[end - 1] in _WAS_ENDS and (was := WAS.search(text, max(start, end - 9), end)):
        end = was.start()
    if end > start and text[end - 1] in _AT_MOST_ENDS and (most := _AT_MOST.search(text, start, end)):
        end = most.start()
    if end > start and text[end - 1] in "先早" and (before := _FIRST_OF_THEM.search(text, start, end)):
        end = before.start()
    if end > start and text[end - 1] in _HELD_ENDS:
        held = _HELD_AGAINST.search(text, max(start, end - _FAR_BEFORE), end)
        end = end if held is None else held.start()
    return end
