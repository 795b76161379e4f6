"""Reading time: every expression of a period in folded text, as ISO 8601, resolved by the date of the text."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.asides import aside_end
from yanchao.statements.numerals import small_number
from yanchao.statements.statement import Span


class TimeRole(StrEnum):
    """What an expression of time does in its clause."""

    AT = "at"  # the period of the figures that follow
    UNTIL = "until"  # 到2025年: the period of a target, or of a figure as of a date
    WINDOW = "window"  # 过去五年, “十四五”时期: a frame of years
    RECENT = "recent"  # 近5年: dates an average or a sum
    BASE = "base"  # 比上年, 较2020年: what a change is measured against, no period of its own
    NOW = "now"  # 当前, 目前: ends the period before it
    DAY = (
        "day"  # 8月3日，…投资9亿元: the day of an event, which dates the figures of its part of the sentence
    )
    NAME = "name"  # inside a title or the name of a meeting: no period at all


@dataclass(frozen=True, slots=True)
class Period:
    """An expression of time at `[start, end)` of the folded text. `iso` is None where it cannot be resolved.

    `years` is the length of a RECENT window. `parts` are the periods that an expression runs through (第一至第三季度,
    2022—2024年), one of which each figure of as long a list behind 分别 takes.
    """

    start: int
    end: int
    iso: str | None
    role: TimeRole
    years: int | None = None
    parts: tuple[str, ...] = ()


_PLAN_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7}
_CN_YEARS = "一二两三四五六七八九十"
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_QUARTERS_RUN = r"(?P<quarter1>第?[一二三1-3])(?:季度)?(?:至|到|—|-|~)(?P<quarter2>第?[二三四2-4])季度"
_PART = (
    r"(?P<part>前三季度|前3季度|前[三3]个季度|前[二两2]个?季度|上半年|下半年|前(?P<months>十[一二]?|[一二两三四五六七八九]|\d{1,2})个?月"
    r"|第?(?P<quarter>[一二三四1-4])季度(?P<quarterend>[末底])?)"
)
EXPRESSION = pattern(
    r"(?P<season>(?P<fromyear>(?:19|20)\d\d)年(?P<frommonth>\d{1,2})月(?:份|\d{1,2}日)?(?:—|-|~|至|到)(?:(?P<toyear>(?:19|20)\d\d)年|(?=\d{1,2}月\d{1,2}日))(?P<tomonth>\d{1,2})月(?:份|\d{1,2}日)?)"
    r"|(?P<span>(?P<first>(?:19|20)\d\d)年?(?:—|-|~|至|到)(?P<last>(?:19|20)\d\d)年(?:间|期间|(?P<each>上半年|下半年|前三季度|一季度))?)"
    r"|(?P<year>(?:19|20)\d\d|(?<!\d)[12]\d(?=年(?:\d{1,2}(?:[-—~至]\d{1,2})?月|[上下]半年|前三季度|[一二三四]季度)))(?:年(?:度)?|(?=[上下]半年|前三季度|第?[一二三四]季度|半年度?报|[一三]季报|中报))(?:"
    r"(?P<month>\d{1,2})(?:月?(?:—|-|~|至|到)(?P<month2>\d{1,2}))?月(?:份)?(?:(?P<day>\d{1,2})[日号]?(?:(?:—|-|~|至|到)(?P<lastday>\d{1,2})日|(?<=[日号])(?!均|产|照))|(?P<monthend>[底末]))?"
    rf"|{_QUARTERS_RUN}|{_PART}|(?P<yearend>[底末])|(?P<since>以来)|初|度?(?P<reported>半年度?|中期|中(?=报)|三季|一季)(?=报|业绩|快报|财报))?"
    r"|[“\"‘]?十(?P<plan>[一二三四五六七])五[”\"’“]?(?:(?P<planend>末期?)|(?:时期|期间)?前(?P<planyears>[一二两三四])年)?(?:时期|期间|以来|五年)?"
    r"|(?<![A-Za-z\d])(?:(?P<fiscalyear>(?:20)?[12]\d)年?(?P<fiscal>[HQ][1-4])|(?P<fiscalfirst>[1-4][HQ])(?P<fiscallast>(?:20)?[12]\d))(?![A-Za-z\d])"
    r"|(?:(?P<financial>20\d\d)财(?:政)?年度?(?:第?[一二三四1-4](?:季度|财季)|前三季度|[上下]半年)?|第(?P<fiscalquarter>[一二三四1-4])财季)"
    r"|(?:回首|回望|回顾)(?P<looked>(?:19|20)\d\d)(?=[，：。])"
    r"|(?P<report>报告期[内末]?)|(?P<relative>去年同期|上年同期|上年末|年末|去年底|去年末|今年底|年底|去年以来|去年全年|上年全年|去年|上年|(?:(?<=[。；，])|^)上个?月(?=，)|年初(?:以来|至今)|开年以来|今年以来|今年|本年度|本年|(?<![一二两三四五六七八九十几\d])年内|明年|前年|过去一年|过去的一年|这一年|一年来|全年|当月)"
    rf"|(?:过去|过去的|这|近|最近)?(?P<back>[{_CN_YEARS}]|\d{{1,2}})年(?:多)?来(?!水)"
    rf"|(?P<past>过去|过去的|这|前|刚刚过去的|极不平凡的)(?P<pastyears>[二两三四五十]|[2-9]|10)年(?!级)"
    rf"|(?P<next>今后|未来|下一个|新一个|接下来)(?P<nextyears>[{_CN_YEARS}]|\d{{1,2}})(?:年|个五年)"
    rf"|(?:近(?P<recent>[{_CN_YEARS}]|\d{{1,2}})年(?!级)|(?P<mean>[二两三四五六]|[2-6])年(?=(?:分别)?(?:平均增|年均增|平均下|平均复合)))"
    r"|(?P<baremonth>\d{1,2})(?:月?(?:—|-|~|至|到)(?P<baremonth2>\d{1,2}))?月(?:份)?(?:(?P<bareday>\d{1,2})[日号]?(?:(?:—|-|~|至|到)(?P<barelastday>\d{1,2})日|(?<=[日号]))|(?P<baremonthend>[底末]))?"
    rf"|{_QUARTERS_RUN.replace('quarter', 'barerun')}"
    rf"|{_PART.replace('?P<part>', '?P<barepart>').replace('?P<months>', '?P<baremonths>').replace('?P<quarter>', '?P<barequarter>').replace('?P<quarterend>', '?P<barequarterend>')}"
    rf"|(?P<ago>[{_CN_YEARS}]|十[一二三四五]|\d{{1,2}})年(?:之)?前"
    r"|(?<![近去这短来第几\d])(?P<within>[二两三四五六七八九十]|[2-9]|10)年(?:之|以)?内"
    r"|(?P<now>当前|(?<![项题科书数])目前|如今|现如今|现在|现有(?=[^，。；]{0,14}\d)|迄今|至今(?!年))"
)
_OPENINGS = {
    r"\d": r"\d{0,3}[年财月季—\-~至到HQ上下前第一二三四半中]",
    "“\"‘": "十",
    "十": "[一二三四五六七]五|年|[一二三四五]年(?:之)?前",
    "一二三四": "[年季至到—\\-~]",
    "两五六七八九去本明全": "年",
    "上": "[年半个月]",
    "年": "[底末内初]",
    "开": "年",
    "今": "[年后]",
    "前": rf"[年\d{_CN_YEARS}]",
    "这": rf"[\d{_CN_YEARS}]",
    "近": rf"[\d{_CN_YEARS}]",
    "第": "[一二三四1-4]",
    "下": "[半一]",
    "新": "一个",
    "回": "[首望顾]",
    "现": "[如在有]",
    "报": "告", "过": "去", "最": "近", "刚": "刚", "极": "不", "未": "来", "接": "下", "当": "[前月]", "目": "前", "如迄至": "今",
}  # fmt: skip
"""What an expression of time may begin with, and what must follow that: most of a text is passed over by this alone."""

_OPENING = pattern(
    f"[{''.join(_OPENINGS)}](?:{'|'.join(f'(?<=[{first}])(?={after})' for first, after in _OPENINGS.items())})"
)
_BEFORE_BASE = pattern(
    r"(?:比|较|较之|同比|相比|对比|比照|超过|高于|低于)(?:(?:\d{1,2}[-—~至]\d{1,2}|\d{1,2}月|[一二三四]季度)[、和与]){0,4}$"
)
_WITH = frozenset("与同和跟")
_HELD_AGAINST = pattern(
    r"(?:同期|同月|\d{1,2}月份?|[一二三四]季度|年?[底末])?(?:(?:的?[^，。；、\d]{0,8}?)?(?:相比|相较)|比较?|同比)"
)
"""与|去年同期|相比增长: what a change is held against, told around it."""

_AND_THAN = pattern(r"[、和与及]|以及")
_SAME_TIME = "同期"
_PART_OF = pattern(r"(?:同期)?的(?:近|约|超过?|不足|不到|逾|突破)?[\d.一二两三四五六七八九十]+(?:倍|%)")
_COMES_TO = pattern(r"(?:恢复到|恢复至|恢复|相当于|为|是|达|达到)$")
_COMES_FROM = pattern(r"[从由比较]$")
_NUMBER = r"(?:近|约|超过?|不足|不到|逾|突破)?[\d.]"
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
_BEFORE_UNTIL = pattern(r"(?:到|至|截至|截止|截止到)$")
_AFTER_NAME = pattern(
    r"[^，。；、:\"”]{0,14}?(?:会议|大会|论坛|博览会|白皮书|报告|年会|展览会|工作要点|奥运会|冬奥会|世博会|亚运会|全运会|世界杯|进博会|广交会|远景目标)"
)
_THE_MOST = pattern(r"[^，。；的]{0,6}最[大长高多快早]的")
"""“十四五”期间投资最大的项目: the time says which project, and dates no figure."""

_IS_A_BASE = pattern(
    r"(?:的)?基础上|为(?:基数|基期|基准|基年)|[^，。；\d]{0,10}(?:基本)?(?:(?<!保)持平|相当|相近)(?![于])"
)
"""在2022年的基础上翻番, 以2022年为基数, 与2022年计划目标持平: a year that dates nothing."""

_KEEPS_UP = pattern(r"(?:延续|保持|承接|沿袭)了?$")
_ON_WHAT_WAS = pattern(r"[^，。；、\d在]{1,12}基础上")
"""在上年较快增长的基础上: the same, with what was done in it."""

_PLAN_NAME = pattern(
    r"[”\"]?(?:规划|纲要|收官|圆满|胜利收官|目标|(?:实现|取得|迎来|顺利|成功|精彩|良好|胜利|高质量|平稳)*(?:开局|起步))"
)
_OF_A_RECORD = pattern(
    r"(?:\d{1,2}月份?|[一二三四]季度|[上下]半年)?(?P<since>(?:以来|来)?)的?[^，。；、\d]{0,4}?(?:新高|新低|次[高低]|最|首次|第[一二三四五](?!季)|高点|低点|较[高低好]|[高低]位)"
)
"""去年3月以来新高, 2018年以来最好水平: what a record goes back to dates no figure."""

_IS = pattern(r"(?:为|是|创|创下|创出|刷新)$")
_HAS_ENDED = pattern(r"(?:结束|扭转|改变|告别|止住|打破|摆脱)了?自?$")
"""结束了2021年以来的下降: the window is of what has ended, and dates no figure but those of its own clause."""

_RUN_SINCE = pattern(
    rf"(?:以来|开始|起)(?P<apart>，)?[^，。；\d]{{0,16}}?连续(?:(?P<years>[{_CN_YEARS}]|\d{{1,2}})年|\d{{1,2}}个)"
)
"""2005年以来连续5年, 2022年以来连续16个季度: how long something has held dates the figures of its own clause."""

_SINCE_AN_EVENT = pattern(
    r"，?(?:成立|设立|组建|挂牌|开园|开业|开馆|开港|开行|开通|开航|通航|通车|投产|投运|投用|运营|运行|启用|启动|实施|上线|上市|建成|营业)[^，。；、\d]{0,6}?以来"
)
"""2018年6月|开园以来: what has been going on from a month told to the day of the text."""

_EVERY_YEAR = pattern(r"(?:每年|历年|翌年|次年|来年)[^，。；]{0,24}$")
"""每年5月至9月: months that come every year, and date no figure."""


_YEAR_IN_CHARACTERS = pattern(r"[一二][九〇][〇一二三四五六七八九]{2}(?=年)")
_AS_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")


def find_periods(
    text: str, published: date | None, year: int | None = None, report: str | None = None
) -> tuple[Period, ...]:
    """All expressions of time in `text`, in order.

    `published` resolves relative time; `year` is the year last spoken of before this text, which a bare
    上半年 or 1—11月 belongs to; `report` is what 报告期 means in this document.
    """
    if "〇" in text:
        text = _YEAR_IN_CHARACTERS.sub(lambda written: written[0].translate(_AS_DIGITS), text)
    found: list[Period] = []
    told = year is not None
    year = year or (published.year if published else None)
    for match in expressions(text):
        start = match.start()
        if start and text[start - 1] in "0123456789.":
            continue
        period = _resolve(match, text, published, year, report)
        if period is None:
            continue
        if report is not None and match["relative"] == "年内":
            period = replace(period, iso=report)  # in a firm's report 年内 is the year reported on
        if text.startswith("以来的", period.end) and period.role is TimeRole.AT:
            period = replace(period, role=TimeRole.NAME)  # 延续了2010年三季度|以来的态势
        if not told and (match["barepart"] or match["baremonth"] or match["relative"] == "年末"):
            period = _before(period, text, published)
        if found and found[-1].role is TimeRole.BASE and _AND_THAN.fullmatch(text, found[-1].end, start):
            period = replace(period, role=TimeRole.BASE)  # 比一季度和上半年分别…
        if found and found[-1].end == start and _comes_from(found[-1], period, text):
            if year is not None and text[found[-1].start : start] in ("上年", "去年"):
                period = replace(period, iso=(period.iso or "").replace(str(year), str(year - 1)) or None)
            found[-1] = replace(found[-1], role=TimeRole.BASE)
            period = replace(period, role=TimeRole.BASE)  # 由上年12月份下降0.3%转为…
        found.append(period)
        told_of = period.role in (TimeRole.AT, TimeRole.UNTIL) and match["relative"] not in _NO_YEAR
        if told_of and period.iso and aside_end(text, start) is None:
            year, told = int(period.iso[:4]), True
    return tuple(found)


_NO_YEAR = ("去年以来", "明年", "上年末", "去年末", "去年底")
"""Words of time behind which a bare 前三季度 is still of the year spoken of before."""


def _comes_from(year: Period, part: Period, text: str) -> bool:
    """由|上年|12月份下降0.3%, 比|去年|一季度: whether a year and a part of it are what a change comes from or is held against."""
    if part.role is not TimeRole.AT:
        return False
    if year.role is TimeRole.BASE:
        return True
    comes = _COMES_FROM.search(text, max(0, year.start - 1), year.start) is not None
    return comes and (
        _OF_A_NUMBER.match(text, part.end) is not None or _OF_A_RATE.match(text, part.end) is not None
    )


def looks_forward(period: Period, text: str) -> Span | None:
    """到2030年: the words that look forward to a year; None where a period does not (截至2020年, 2020年)."""
    if period.role is not TimeRole.UNTIL or len(period.iso or "") != len("2030"):
        return None
    start = period.start - 1
    looks_back = start < 0 or text[start] not in "到至" or text[start - 1 : start] in ("截", "止")
    return None if looks_back else Span(start, period.end)


_STILL_TO_COME = pattern(r"(?<!截)(?:到|至|力争|确保|争取|预计|计划|有望|将于|将在|拟于)[^，。；]{0,4}$")


def _before(period: Period, text: str, published: date | None) -> Period:
    """三季度 or 年末 in a text of January is the year before's: a part of a year that no word dates is not still to come."""
    if (
        published is None
        or period.iso is None
        or _STILL_TO_COME.search(text, max(0, period.start - 8), period.start)
    ):
        return period
    if int((period.iso.partition("/")[2] or period.iso)[5:7]) <= published.month + 1:
        return period
    return replace(period, iso=period.iso.replace(period.iso[:4], str(published.year - 1)))


def expressions(text: str) -> Iterator[re.Match[str]]:
    """Every match of the expression of time in `text`, as `finditer` would give them in ten times the time."""
    position = 0
    while opening := _OPENING.search(text, position):
        match = EXPRESSION.match(text, opening.start())
        if match is None:
            position = opening.start() + 1
        else:
            yield match
            position = match.end()


def _resolve(
    match: re.Match[str], text: str, published: date | None, year: int | None, report: str | None
) -> Period | None:
    start, end = match.span()
    role = TimeRole.AT
    if _BEFORE_BASE.search(text, max(0, start - 28), start) or (
        text[start - 1 : start] in _WITH and _HELD_AGAINST.match(text, end)
    ):
        role = TimeRole.BASE
    elif _CHANGES_TO.search(text, max(0, start - 4), start) and _OF_THE_NUMBER.match(text, end):
        role = TimeRole.BASE  # 由x调整为2025年的74%
    elif _PART_OF.match(text, end) and _COMES_TO.search(text, max(0, start - 4), start):
        role = TimeRole.NAME  # 恢复到2019年的118%, 为2020年的2.2倍: what is compared with, no period
    elif _GOES_TO.search(text, max(0, start - 4), start) and _OF_THE_NUMBER.match(text, end):
        role = TimeRole.BASE  # 提高到2025年的74%: the same
    elif _HIGHER_THAN.search(text, max(0, start - 12), start) and _PART_OF_A_NUMBER.match(text, end):
        role = TimeRole.BASE  # 高于本县今年第一季度的2%: the same
    elif _COMES_FROM.search(text, max(0, start - 1), start) and (
        _OF_A_NUMBER.match(text, end) or _OF_A_RATE.match(text, end)
    ):
        role = TimeRole.BASE  # 从2020年的72.8%, 由上年下降3%: the period of that figure alone
    elif _BEFORE_UNTIL.search(text, max(0, start - 3), start):
        role = TimeRole.UNTIL
    elif _is_name(match, text) or _is_held_against(text, start, end):
        role = TimeRole.NAME
    if role in (TimeRole.BASE, TimeRole.NAME) and text.startswith(_SAME_TIME, end):
        end += len(_SAME_TIME)  # 恢复至2019年同期的125%
    if match["looked"]:
        return Period(start, end, match["looked"], TimeRole.AT)
    if match["fiscalquarter"]:
        return Period(start, end, None, TimeRole.NAME)  # which months it is, only the firm's calendar says
    if match["financial"]:
        return Period(start, end, str(match["financial"]), role)
    if match["report"]:
        return Period(start, end, _last_day(report) if text[end - 1] == "末" else report, TimeRole.AT)
    if match["now"]:
        if match["now"] == "现有" and not _opens(text, start):
            return None
        return Period(start, end, None, TimeRole.NOW)
    if match["fiscal"] or match["fiscalfirst"]:
        return Period(start, end, _fiscal(match), role)
    if match["season"]:
        return _from_month_to_month(match, start, end, role)
    if match["span"]:
        first, last = int(match["first"]), int(match["last"])
        if _names_a_plan(text, start, end):
            role = TimeRole.NAME
        each = match["each"]  # 2019年至2021年上半年: the first half of each
        years = range(first, last + 1) if last - first < _MOST_PARTS else ()
        parts = tuple(_part(one, each, None, "一") if each else str(one) for one in years)
        return Period(start, end, f"{first}/{last}", role, parts=parts)
    if match["quarter1"] or match["barerun1"]:
        return _run_of_quarters(match, start, end, year, role)
    if match["ago"]:
        before = str(published.year - small_number(match["ago"])) if published else None
        return Period(start, end, before, TimeRole.AT)
    if match["within"]:
        until = str(published.year + small_number(match["within"])) if published else None
        return Period(start, end, until, TimeRole.UNTIL)
    if match["year"]:
        iso = _within_year(_year(match), match, published)
        if role is TimeRole.AT and (run := _RUN_SINCE.match(text, end - 2 if match["since"] else end)):
            since, role = _year(match), TimeRole.AT if run["apart"] else TimeRole.RECENT
            if run["years"]:
                iso = f"{since}/{since + small_number(run['years']) - 1}"
        if match["since"] and _HAS_ENDED.search(text, max(0, start - 4), start):
            role = TimeRole.RECENT
        if match["day"] and role is TimeRole.AT:
            role = _role_of_day(text, end)
        if (
            match["month"]
            and role in (TimeRole.AT, TimeRole.DAY)
            and (event := _SINCE_AN_EVENT.match(text, end))
        ):
            going_on = _since_year(_year(match), published)
            return Period(start, event.end(), going_on or iso, TimeRole.AT)
        return Period(start, end, iso, role)
    if match["plan"]:
        last = 2025 + 5 * (_PLAN_NUMBERS[match["plan"]] - 4)
        prepared = _PREPARES.search(text, max(0, start - 8), start) is not None
        if prepared or _PLAN_NAME.match(text, end) or _THE_MOST.match(text, end):
            return Period(start, end, f"{last - 4}/{last}", TimeRole.NAME)
        if match[0].endswith(("五", *'”’"')) and _LOOKS_FORWARD.search(text, max(0, start - 2), start):
            return Period(start, end, str(last), TimeRole.UNTIL)
        plan_iso = str(last) if match["planend"] else f"{last - 4}/{last}"
        if match["planyears"]:
            plan_iso = f"{last - 4}/{last - 5 + small_number(match['planyears'])}"  # “十四五”前三年
        return Period(start, end, plan_iso, TimeRole.WINDOW if role is TimeRole.AT else role)
    if match["relative"]:
        touches = _touches(match["relative"], text, end, role)
        return _relative(match["relative"], start, end, published, year, role, touches)
    if match["back"] or match["past"]:
        count = small_number(match["back"] or match["pastyears"])
        if count == 1:
            return Period(start, end, str(published.year - 1) if published else None, TimeRole.AT)
        back = TimeRole.NAME if role is TimeRole.NAME else TimeRole.WINDOW  # 30年来最好水平
        told = _years_up_to(published, count) if match["back"] else _years_back(published, count)
        return Period(start, end, told, back)
    if match["next"]:
        count = small_number(match["nextyears"])
        iso_next = f"{published.year}/{published.year + count - 1}" if published else None
        return Period(start, end, iso_next, TimeRole.WINDOW)
    if match["recent"] or match["mean"]:
        count = small_number(match["recent"] or match["mean"])
        window = TimeRole.NAME if role is TimeRole.NAME else TimeRole.RECENT
        return Period(start, end, _years_back(published, count), window, count)
    if match["barepart"]:
        part_iso = (
            None
            if year is None
            else _part(
                year, match["barepart"], match["baremonths"], match["barequarter"], match["barequarterend"]
            )
        )
        return Period(start, end, part_iso, role)
    return _bare_month(match, text, year, role)


_PREPARES = pattern(r"(?:谋划|筹划|布局|擘画|描绘|绘就|迈向|奔向|走向|迎接|衔接)[好了]?[^，。；]{0,3}$")
"""各地谋划|“十五五”新图景: years that are prepared for, of which what follows does not tell."""

_LOOKS_FORWARD = pattern(r"展望|面向|放眼|着眼|前瞻")
"""展望|“十五五”，力争…: what is aimed at is of the last year of the plan."""

_OF_THE_NEWS = pattern(
    r"[)）]?(?:电|讯|消息|[上下]午|晚间?|凌晨|早间|[^，。；]{0,30}?(?:发布|公布|获悉|介绍|通报|披露|报道|报导|表示|透露|了解到|印发|召开|会上|发表|出台|强调|指出|说)|，(?:记者|[^，。；]{0,24}?(?:发布|公布|获悉|介绍|通报|披露|报道|表示|透露|了解到|印发|召开|出台|会上)))"
)
"""8月3日电, 8月3日，市统计局发布: the day of the news, which dates no figure; that of an event does."""


_PLAN_BEFORE = pattern(r"(?:规划|计划|方案|纲要|意见|蓝图)[^，。；、(（]{0,8}[(（]$")
_REACH_OF_A_PLAN = 16


def _names_a_plan(text: str, start: int, end: int) -> bool:
    """编制总体规划（2021—2035年）: years alone in a bracket behind a plan are part of its name, where it does not head what follows (规划（2021—2035年）：)."""
    if text[end : end + 1] not in (")", "）") or text[end + 1 : end + 2] in (":", "："):
        return False
    return _PLAN_BEFORE.search(text, max(0, start - _REACH_OF_A_PLAN), start) is not None


def _role_of_day(text: str, end: int) -> TimeRole:
    return TimeRole.NAME if _OF_THE_NEWS.match(text, end) else TimeRole.DAY


_UNDER = pattern(r"(?:受到?|因)$")
_INFLUENCE = pattern(r"[^，。；]{1,24}?(?:影响|冲击|拖累|带动|拉动)")


def _is_held_against(text: str, start: int, end: int) -> bool:
    """Whether a time says what something is held against: what it stands on, or what a record goes back to."""
    if _UNDER.search(text, max(0, start - 2), start) and _INFLUENCE.match(text, end):
        return True  # 受|3月中旬地震影响
    if _IS_A_BASE.match(text, end) or (text[start - 1 : start] == "在" and _ON_WHAT_WAS.match(text, end)):
        return True
    if text.startswith("的", end) and _KEEPS_UP.search(text, max(0, start - 4), start):
        return True  # 延续了去年的增长态势
    if text[start] in "今本这" and _IS.search(text, max(0, start - 2), start) is None:
        return False  # 今年以来最大的项目投产
    record = _OF_A_RECORD.match(text, end)
    if record is None:
        return False
    return bool(record["since"]) or text[start] == "近" or text.endswith(("以来", "年来"), start, end)


def _year(match: re.Match[str]) -> int:
    """The year that an expression gives in four digits or in two (18年1—7月)."""
    return int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)


def _opens(text: str, start: int) -> bool:
    """Whether no time stands before a word in its sentence, so that it gives the time itself (园区现有企业9家)."""
    sentence = max(text.rfind("。", 0, start), text.rfind("；", 0, start), text.rfind("\n", 0, start)) + 1
    return next(expressions(text[sentence:start]), None) is None


def _last_day(period: str | None) -> str | None:
    """The day on which a year or a run of months ends."""
    if period is None:
        return None
    year, _, month = (period.partition("/")[2] or period).partition("-")
    last = int(month or "12")
    return f"{year}-{last:02}-{calendar.monthrange(int(year), last)[1]}"


def _fiscal(match: re.Match[str]) -> str | None:
    """21H1, 2023Q3, 1H24: half years and quarters as brokers and firms write them."""
    year = int((match["fiscalyear"] or match["fiscallast"])[-2:]) + 2000
    part = match["fiscal"] or match["fiscalfirst"][::-1]
    if part[0] == "Q":
        return _part(year, "", None, part[1])
    return _part(year, "上半年" if part[1] == "1" else "下半年", None, None) if part[1] in "12" else None


def _from_month_to_month(match: re.Match[str], start: int, end: int, role: TimeRole) -> Period | None:
    """2024年11月至2025年3月, 2024年1月1日至6月30日: from month to month, over the turn of a year too."""
    first, last = int(match["frommonth"]), int(match["tomonth"])
    year, until = match["fromyear"], match["toyear"] or match["fromyear"]
    if not (1 <= first <= 12 and 1 <= last <= 12) or (until, last) < (year, first):
        return None
    one = (year, first) == (until, last)  # 2020年5月1日至5月31日
    return Period(start, end, f"{year}-{first:02}" if one else f"{year}-{first:02}/{until}-{last:02}", role)


def _touches(word: str, text: str, end: int, role: TimeRole) -> bool:
    """Whether a word of time dates the number that follows it: 上年的8%, 上年同期为8%, 由上年下降8%."""
    if _OF_A_NUMBER.match(text, end):
        return True
    if word in ("去年同期", "上年同期") and _IS_A_NUMBER.match(text, end) is not None:
        return True
    return (
        role is TimeRole.BASE
        and text[end - len(word) - 1] in "由从"
        and _OF_A_RATE.match(text, end) is not None
    )


def _run_of_quarters(
    match: re.Match[str], start: int, end: int, year: int | None, role: TimeRole
) -> Period | None:
    """第一至第三季度: the months from the first quarter to the last, and each quarter by itself."""
    spoken = _year(match) if match["year"] else year
    first, last = (
        _QUARTERS[(match[f"quarter{place}"] or match[f"barerun{place}"])[-1]] for place in ("1", "2")
    )
    if spoken is None or first >= last:
        return None
    quarters = tuple(_part(spoken, "", None, str(one)) for one in range(first, last + 1))
    return Period(start, end, f"{spoken}-{3 * first - 2:02}/{spoken}-{3 * last:02}", role, parts=quarters)


def _is_name(match: re.Match[str], text: str) -> bool:
    """Whether the expression stands inside a title or opens the name of a meeting or publication."""
    start, end = match.span()
    opening = text.rfind("《", 0, start)
    if opening != -1 and text.find("》", opening, start) == -1 and text.find("》", end, end + 60) != -1:
        return True
    return bool(match["year"]) and end == match.end("year") + 1 and bool(_AFTER_NAME.match(text, end))


def _within_year(year: int, match: re.Match[str], published: date | None) -> str:
    if match["month"]:
        day = None if match["lastday"] else match["day"]
        return _months(year, match["month"], match["month2"], day, match["monthend"]) or str(year)
    if match["part"]:
        return _part(year, match["part"], match["months"], match["quarter"], match["quarterend"])
    if match["yearend"]:
        return f"{year}-12-31"
    if match["reported"]:  # 2023年半年报: what a report is of
        return f"{year}-01/{year}-{_REPORTS[match['reported'][0]]}"
    since = _since_year(year, published) if match["since"] else None
    return since or str(year)


def _since_year(year: int, published: date | None) -> str | None:
    """The years from one that the text tells of to the last that it can speak of; None where they are one or two."""
    if published is None or year >= published.year - 1:
        return None
    return f"{year}/{published.year - 1 if published.month <= 3 else published.year}"


_REPORTS = {"半": "06", "中": "06", "三": "09", "一": "03"}
"""Up to which month a report of a part of a year goes."""


def _months(year: int, month: str, month2: str | None, day: str | None, monthend: str | None) -> str | None:
    first = int(month)
    if not 1 <= first <= 12:
        return None
    if month2:
        return f"{year}-{first:02}/{year}-{int(month2):02}" if first <= int(month2) <= 12 else None
    if day:
        return f"{year}-{first:02}-{int(day):02}"
    if monthend:
        return f"{year}-{first:02}-{calendar.monthrange(year, first)[1]:02}"
    return f"{year}-{first:02}"


def _part(year: int, part: str, months: str | None, quarter: str | None, end: str | None = None) -> str:
    if part.startswith(("前三季", "前3季", "前三个季", "前3个季")):
        return f"{year}-01/{year}-09"
    if part == "上半年" or (part.endswith("季度") and part.startswith(("前二", "前两", "前2"))):
        return f"{year}-01/{year}-06"
    if part == "下半年":
        return f"{year}-07/{year}-12"
    if months:
        return f"{year}-01/{year}-{small_number(months):02}"
    last = 3 * _QUARTERS[quarter or "1"]
    if end:
        return f"{year}-{last:02}-{calendar.monthrange(year, last)[1]}"  # 三季度末: as of its last day
    return f"{year}-{last - 2:02}/{year}-{last:02}"


_MOST_PARTS = 6
"""How many years a run may have that a list of figures goes through one by one."""

WHOLE_YEAR = 0
"""In `Period.years`: 全年, the year of the period that governs (年末…。全年…)."""

THAT_MONTH = -2
"""In `Period.years`: 当月, the last month of the period that governs."""

ONE_YEAR_BEFORE = -1
"""In `Period.years`: the same period one year before the one that governs (去年同期的x)."""


def _relative(
    word: str, start: int, end: int, published: date | None, year: int | None, role: TimeRole, touches: bool
) -> Period:
    """A word of time, resolved by the date of the text; what a change comes from, by the year spoken of."""
    spoken = year if year is not None else published.year if published else None
    if word in ("去年同期", "上年同期"):
        return Period(start, end, None, TimeRole.BASE, ONE_YEAR_BEFORE if touches else None)
    if role is TimeRole.BASE:
        before = None if spoken is None or not touches else str(spoken - 1)
        if before is not None and word in ("去年底", "去年末", "上年末"):
            before = f"{before}-12-31"
        return Period(start, end, before, TimeRole.BASE)
    if word == "当月":
        return Period(start, end, None, TimeRole.RECENT, THAT_MONTH)
    if word == "全年":
        return Period(start, end, None, TimeRole.NAME, WHOLE_YEAR)
    if word == "年末":
        return Period(start, end, None if spoken is None else f"{spoken}-12-31", role)
    if word == "年底":
        return Period(start, end, None if spoken is None else f"{spoken}-12-31", role)
    if published is None:
        return Period(start, end, None, role)
    this = published.year
    if word in ("这一年", "一年来") and year is not None and year < this:
        return Period(start, end, str(year), role)  # of the year that the heading speaks of
    if word in ("去年底", "去年末", "上年末"):
        return Period(start, end, f"{this - 1}-12-31", role)
    if word == "去年以来":
        return Period(start, end, f"{this - 1}/{this}", role)
    if word == "今年底":
        return Period(start, end, f"{this}-12-31", role)
    if word == "前年":
        return Period(start, end, str(this - 2), role)
    if word == "明年":
        return Period(start, end, str(this + 1), role)
    if word == "年内":
        return Period(start, end, str(spoken), role)
    if word in ("上月", "上个月"):
        last_month = published.replace(day=1) - timedelta(days=1)
        return Period(start, end, f"{last_month.year}-{last_month.month:02}", role)
    if word.startswith(("今年", "本年", "年初", "开年")):
        return Period(start, end, str(this), role)
    return Period(start, end, str(this - 1), role)


def _bare_month(match: re.Match[str], text: str, year: int | None, role: TimeRole) -> Period | None:
    start, end = match.span()
    if year is None or _EVERY_YEAR.search(text, max(0, start - 28), start):
        return Period(start, end, None, TimeRole.NAME)
    day = None if match["barelastday"] else match["bareday"]
    month_iso = _months(year, match["baremonth"], match["baremonth2"], day, match["baremonthend"])
    if match["bareday"] and role is TimeRole.AT:
        role = _role_of_day(text, end)
    return Period(start, end, month_iso, role)


def _years_back(published: date | None, count: int) -> str | None:
    """The `count` whole years before the text; a text of the last quarter looks back on its own year too."""
    if published is None:
        return None
    last = published.year - 1 if published.month <= 9 else published.year
    return f"{last - count + 1}/{last}" if count > 1 else str(last)


def _years_up_to(published: date | None, count: int) -> str | None:
    """五年来 in a text of June 2023 is up to its own day: 2018/2023; one of spring looks back on whole years, as 过去五年 does."""
    if published is None or not 3 < published.month <= 9:
        return _years_back(published, count)
    return f"{published.year - count}/{published.year}"
