"""What part an expression of time has in its clause: the words before and behind it tell."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.period import TimeRole

_BEFORE_BASE = pattern(
    r"(?:比|较|较之|同比|相比|对比|比照|超过|高于|低于|快于|慢于|好于)(?:(?:\d{1,2}[-—~至]\d{1,2}|\d{1,2}月|[一二三四]季度)[、和与]){0,4}$"
)
_WITH = frozenset("与同和跟")
_HELD_AGAINST = pattern(
    r"(?:同期|同月|\d{1,2}月份?|[一二三四]季度|年?[底末])?(?:(?:的?[^，。；、\d]{0,8}?)?(?:相比|相较)|比较?|同比)"
)
"""与|去年同期|相比增长: what a change is held against, told around it."""

_PART_OR_LEVEL = pattern(
    r"(?:同期|同月)?(?:水平)?(?:的(?:近|约|超过?|不足|不到|逾|突破)?[\d.一二两三四五六七八九十]+(?:倍|%|成)|的?水平)"
)
"""恢复到2019年|的118%, 为2020年|的2.2倍, 恢复到2019年|水平: of what is compared with, and no period."""

_COMES_TO = pattern(r"(?:(?:恢复|回升|修复|回暖)[到至为]?|相当于|(?:约|仅)?为|是|达|达到了?|接近)$")
_GOES_ON_TO = pattern(r"[%成倍][，、和及]$")
"""分别恢复到2020年同期的82%和60%，|2021年同期的64%: another time that is compared with."""

_COMES_FROM = pattern(r"[从由比较]$")
_NUMBER = r"(?:近|约|超过?|不足|不到|逾|突破)?(?:人民币)?[\d.]"
"""How a number begins, hedged or not."""

_HIGHER_THAN = pattern(r"(?:[高低快慢]于|超过)[^，。；、\d]{1,8}$")
_PART_OF_A_NUMBER = pattern(rf"(?:第?[一二三四]季度|前三季度|上半年|全年|同期)?的?{_NUMBER}")
_GOES_TO = pattern(r"(?:高|加|长|升|大|降|少|小|落|展|跃升|延)(?:到|至)$")
_CHANGES_TO = pattern(r"(?:调整|转变|转化|改变|优化)为$")
_OF_THE_NUMBER = pattern(rf"的{_NUMBER}")
_OF_A_NUMBER = pattern(rf"的?{_NUMBER}")
_IS_A_NUMBER = pattern(
    rf"(?:分别)?(?:仅为|为|是|达|仅)?(?:净?亏损|净?盈利|(?:同比)?(?:增长|下降))?-?{_NUMBER}"
)
_OF_A_RATE = pattern(rf"的?(?:同比)?(?:增长|下降|上升|回落|上涨|下跌|负增长){_NUMBER}")
_BEFORE_UNTIL = pattern(r"(?:到|(?<![\d%点元])至|截至|截止|截止到)$")
"""Not 增长5%至|2024年的9亿元: where something came to is no time to come."""

_YEAR_ALONE = pattern(r"(?:19|20)\d\d年")
_AFTER_NAME = pattern(
    r"[^，。；、:\"”]{0,14}?(?:会议|大会|论坛|博览会|白皮书|报告|年会|展览会|工作要点|奥运会|冬奥会|世博会|亚运会|全运会|世界杯|进博会|广交会|远景目标|前?(?:实现)?碳达峰|前?(?:实现)?碳中和)"
)
_BEGAN = r"(?:成立|创立|创办|创建|始建|组建|设立|注册|获批|挂牌|上市|开业|开园|开馆|落户|落地|起家|建厂|建园|建院|建校|诞生)"
_BEGAN_IN = pattern(rf"(?:{_BEGAN}|始|肇始|起步|起源)于$")
_BEGAN_THEN = pattern(rf"(?:正式)?{_BEGAN}[^，。；、\d]{{0,8}}?的(?!\d)")
_THEN_BEGAN = pattern(rf"(?:正式)?(?:批准)?{_BEGAN}(?:[^，。；、\d]{{0,8}})，")
"""公司成立于|2003年, 1998年|创办的某厂, 于2015年|获批，: when something began dates none of its figures."""

_LISTED_IN = pattern(
    r"(?:入选|上榜|登上|荣登|跻身|荣获|获评|评为|斩获|亮相|入围|列入|纳入)(?:了|为)?(?:国家|全国|省级)?$"
)
"""入选|2023年江西省试点: the year of a list that something is on, which dates no figure."""

_IS_A_BASE = pattern(
    r"(?:的)?基础上|为(?:基数|基期|基准|基年)|[^，。；\d]{0,10}(?:基本)?(?:(?<!保)持平|相当|相近)(?![于])"
)
"""在2022年的基础上翻番, 以2022年为基数, 与2022年计划目标持平: a year that dates nothing."""

_KEEPS_UP = pattern(r"(?:延续|保持|承接|沿袭)了?$")
_GOING_ON_SINCE = pattern(r"(?:\d{1,2}月份?|[一二三四]季度|[上下]半年)?以来的")
"""延续了去年的增长态势, 去年四季度以来的态势: a time that describes what goes on."""

_ON_WHAT_WAS = pattern(r"[^，。；、\d在]{1,12}基础上")
"""在上年较快增长的基础上: the same, with what was done in it."""

_OF_A_RECORD = pattern(
    r"(?:\d{1,2}月份?|[一二三四]季度|[上下]半年)?(?P<since>(?:以来|来)?)的?[^，。；、\d]{0,4}?(?:新高|新低|次[高低]|最|首次|第[一二三四五](?!季)|高点|低点|较[高低好]|[高低]位)"
)
"""去年3月以来新高, 2018年以来最好水平: what a record goes back to dates no figure."""

_IS = pattern(r"(?:为|是|创|创下|创出|刷新)$")
_UNDER = pattern(r"(?:受到?|因)$")
_INFLUENCE = pattern(r"[^，。；]{1,24}?(?:影响|冲击|拖累|带动|拉动)")

_OF_THE_NEWS = pattern(
    r"[)）]?(?:电|讯|消息|[上下]午|晚间?|凌晨|早间|[^，。；]{0,30}?(?:发布|公布|获悉|介绍|通报|披露|报道|报导|表示|透露|了解到|印发|召开|会上|发表|出台|强调|指出|说)|，(?:记者|[^，。；]{0,24}?(?:发布|公布|获悉|介绍|通报|披露|报道|表示|透露|了解到|印发|召开|出台|会上)))"
)
"""8月3日电, 8月3日，市统计局发布: the day of the news, which dates no figure; that of an event does."""


def role_at(text: str, start: int, end: int) -> TimeRole:
    """The part that the words around an expression at `[start, end)` give it."""
    if _is_base(text, start, end):
        return TimeRole.BASE
    if _COMES_TO.search(text, max(0, start - 4), start) and _PART_OR_LEVEL.match(text, end):
        return TimeRole.NAME
    of_the_same_time = text.endswith("同期", start, end) or text.startswith("同期", end)
    if (
        of_the_same_time
        and _PART_OR_LEVEL.match(text, end)
        and _GOES_ON_TO.search(text, max(0, start - 2), start)
    ):
        return TimeRole.NAME
    if _is_left_behind(text, start, end):
        return TimeRole.BASE
    if _BEFORE_UNTIL.search(text, max(0, start - 3), start):
        return TimeRole.UNTIL
    if _is_name(text, start, end) or _is_held_against(text, start, end):
        return TimeRole.NAME
    return TimeRole.AT


def role_of_day(text: str, end: int) -> TimeRole:
    """The part of a day that ends at `end`: that of the news dates no figure, that of an event does."""
    return TimeRole.NAME if _OF_THE_NEWS.match(text, end) else TimeRole.DAY


def stands_before_a_number(text: str, end: int) -> bool:
    """上年|的8%: whether what stands at `end` is a number of the time before it."""
    return _OF_A_NUMBER.match(text, end) is not None


def is_a_number(text: str, end: int) -> bool:
    """去年同期|为8%: the same with a verb between."""
    return _IS_A_NUMBER.match(text, end) is not None


def stands_before_a_rate(text: str, end: int) -> bool:
    """由上年|下降8%: whether what stands at `end` is how much something changed in the time before it."""
    return _OF_A_RATE.match(text, end) is not None


def comes_from(text: str, start: int, end: int) -> bool:
    """从|2020年|的72.8%, 由|上年|下降3%: whether a time dates what a change comes from."""
    return _COMES_FROM.search(text, max(0, start - 1), start) is not None and (
        stands_before_a_number(text, end) or stands_before_a_rate(text, end)
    )


def _is_base(text: str, start: int, end: int) -> bool:
    """比|上年, 与|去年同期|相比, 由x调整为|2025年|的74%: whether a time says what something is measured against."""
    if _BEFORE_BASE.search(text, max(0, start - 28), start):
        return True
    if text[start - 1 : start] in _WITH and _HELD_AGAINST.match(text, end):
        return True
    return bool(_CHANGES_TO.search(text, max(0, start - 4), start) and _OF_THE_NUMBER.match(text, end))


def _is_left_behind(text: str, start: int, end: int) -> bool:
    """Whether a time dates a figure that another goes to, is higher than or comes from, and that figure alone."""
    if _GOES_TO.search(text, max(0, start - 4), start) and _OF_THE_NUMBER.match(text, end):
        return True  # 提高到2025年的74%
    if _HIGHER_THAN.search(text, max(0, start - 12), start) and _PART_OF_A_NUMBER.match(text, end):
        return True  # 高于本县今年第一季度的2%
    return comes_from(text, start, end)


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether the expression stands inside a title or opens the name of a meeting or publication."""
    opening = text.rfind("《", 0, start)
    if opening != -1 and text.find("》", opening, start) == -1 and text.find("》", end, end + 60) != -1:
        return True
    if _BEGAN_IN.search(text, max(0, start - 5), start) or _BEGAN_THEN.match(text, end):
        return True
    if text[start - 1 : start] == "于" and _THEN_BEGAN.match(text, end):
        return True
    if _YEAR_ALONE.fullmatch(text, start, end) is None:
        return False
    return bool(_AFTER_NAME.match(text, end) or _LISTED_IN.search(text, max(0, start - 6), start))


def _is_held_against(text: str, start: int, end: int) -> bool:
    """Whether a time says what something is held against: what it stands on, or what a record goes back to."""
    if _UNDER.search(text, max(0, start - 2), start) and _INFLUENCE.match(text, end):
        return True  # 受|3月中旬地震影响
    if _IS_A_BASE.match(text, end) or (text[start - 1 : start] == "在" and _ON_WHAT_WAS.match(text, end)):
        return True
    if _GOING_ON_SINCE.match(text, end):
        return True
    if text.startswith("的", end) and _KEEPS_UP.search(text, max(0, start - 4), start):
        return True
    if text[start] in "今本这" and _IS.search(text, max(0, start - 2), start) is None:
        return False  # 今年以来最大的项目投产
    record = _OF_A_RECORD.match(text, end)
    if record is None:
        return False
    return bool(record["since"]) or text[start] == "近" or text.endswith(("以来", "年来"), start, end)
