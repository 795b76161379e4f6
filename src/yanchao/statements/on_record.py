"""Whether a figure is on record, expected or aimed at: what the words before it, its time and its plan say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from yanchao.quick import pattern
from yanchao.statements.context import FAR, Draft
from yanchao.statements.statement import Comparator, Kind, Origin, Span, Status

_AIM = pattern(
    r"力争|争取(?![，。]|到?(?:中央|上级)|到?[^，。；\d]{0,12}?(?:国债|债券|专项债|预算内|资金|补助|政策|试点|额度|指标|贷款|两重))|奋力(?!拼搏|前行)|提出，?到(?=20\d\d年)|目标是|目标为|目标(?:定在|定为|锁定|瞄准)|目标：|(?<![于过出成到现超])(?<![于过出成到现超](?:年初|年度|全年|当年|省定|既定))预期目标|确保|(?:下一步|接下来|今后|下阶段|下一阶段)，?[^。；]{0,12}?(?:将|要|拟|会)"
)
_PLANNED = pattern(
    r"(?<![一规行专])计划(?=[新再]?(?:投[资入]|开[工发]|竣工|完工|开?建|完成|增|交付|培育|引进|生产|播种|种植)|[^，。；、\d]{1,6}产能)"
    r"|(?:今年|年内|年底|本年度)(?!以来)[^。；]{0,40}?(?<![即必])将(?![近军“《\d])"
)
"""计划投资9亿元, 今年我县还将新建9所学校: what is to be done before the year is out."""

_FULFILS = pattern(r"完成(?:了|率)?为?$")
_ON_RECORD = pattern(
    r"截至|截止|目前|已(?!预)|去年|(?<![较比])上年(?!同期|末)|今年以来|前[一二三]季度|上半年|\d月份|。"
)
_SET_BEFOREHAND = pattern(
    r"(?<![于过出])(?:目标任务|年度目标|任务目标)$|完成了?(?:全年|年度|年初|既定|[省市]定)的?[^，。；、\d]{0,4}(?:目标|任务|计划)[数值额]?$"
    r"|(?:(?:控制|产量|开采|约束性)指标|(?:产量|生产|开采|种植|招生)计划数?|配额)(?:总[量数])?(?:分别)?[为是]?$"
)
"""年度目标|3万人, 完成全年产量目标|9万吨的80%, 稀土开采总量控制指标为|8万吨: what shall or may be made."""

_SET_BEFOREHAND_LENGTH = 16
_AIMED_AT = pattern(
    r"[”\"]?[^，。；]{0,6}(?:的(?:经济)?(?:发展|增长|增速)?目标|目标任务(?!完成|顺利|圆满|如期))"
)


def has_aims(text: str) -> bool:
    """Whether a passage holds any word of an aim."""
    return _AIM.search(text) is not None


def status_of(
    text: str, draft: Draft, period: str | None, *, published: date | None, planned: bool, future: bool,
    since: bool, estimate: re.Pattern[str] | None, opened: Sequence[Draft], aims: bool = True, until: Span | None = None,
) -> tuple[Status, Span | Origin]:  # fmt: skip
    """Actual, estimate or target, and the word that says so; where none does, what decides.

    That is its period against the date of the text (`Origin.DATE`), the plan that its sentence cites (`SENTENCE`), the
    heading over it (`HEADING`), or nothing (`DEFAULT`).

    预计 opens estimates until a figure that is plainly on record; 力争 and 目标, a year that is still to come, a
    plan's figures (`planned`) and a section of tasks (`future`) make a target; a period told as one `since` which
    something has been (“十四五”以来) does not. `opened` are the earlier figures of the
    sentence. `estimate` is None and `aims` False where the whole passage holds no such word.
    """
    figure = draft.figure
    at = figure.start
    start = max(draft.sentence.start, at - FAR)
    for match in () if estimate is None else estimate.finditer(text, start, at):
        between = [other for other in opened if other.figure.start >= match.end()]
        ends = _told_on_record if _opens_all(text, draft, match) else _recorded
        level = between[-1] if between and _is_rate_of(draft, between[-1]) else None
        if level is not None:
            # 预计产值9亿元；税收3亿元，增长5%: a rate is as sure as the figure that it is of
            if not ends(text, between[0].figure.end, level):
                return Status.ESTIMATE, Span(*match.span())
            continue
        goes_on = _hedged(draft) and all(_hedged(other) for other in between)
        recorded = between and (ends(text, between[0].figure.end, draft) or _is_held(draft, between))
        if recorded and _goes_on_within_a_part(text, draft, between):
            recorded = ends(text, between[0].figure.end, between[-1])
        if not recorded or goes_on:
            return Status.ESTIMATE, Span(*match.span())
    aim = _AIM.search(text, start, at) if aims else None
    if aim:
        return Status.TARGET, Span(*aim.span())
    if planned_by := _planned(text, start, draft):
        return Status.TARGET, planned_by
    near = max(start, at - _SET_BEFOREHAND_LENGTH)
    if aim := _SET_BEFOREHAND.search(text, near, at) or _AIMED_AT.match(text, figure.end):
        return Status.TARGET, Span(*aim.span())
    if _is_a_range(draft) and (forecast := _FORECAST.search(text, max(0, at - FAR), at)):
        return Status.ESTIMATE, Span(*forecast.span())
    if published is not None and period is not None:
        if since or text.endswith("了", start, at):
            return Status.ACTUAL, Origin.DATE
        last = int((period.partition("/")[2] or period)[:4])
        opening_of_year = last == published.year and published.month <= 3
        if opening_of_year and not future and _IS_DONE.search(text, max(start, draft.clause.start), at):
            return Status.ACTUAL, Origin.CLAUSE
        if last > published.year or (opening_of_year and (future or len(period) == 4)):
            return Status.TARGET, Origin.DATE
        if last < published.year:
            return Status.ACTUAL, Origin.DATE
    if until is not None and (published is None or _SHALL.match(text, until.end, at)):
        return Status.TARGET, until
    if planned or future:
        return Status.TARGET, Origin.SENTENCE if planned else Origin.HEADING
    if to_come := _to_come(text, start, at):
        return Status.TARGET, to_come
    return Status.ACTUAL, Origin.DEFAULT


_FORECAST = pattern(r"业绩预[告增减亏盈]")
"""发布业绩预告。净利润为9亿元至10亿元: from what to what a firm expects."""


def _is_a_range(draft: Draft) -> bool:
    quantity = draft.figure.quantity
    return quantity.low is not None and quantity.high is not None


_SHALL = pattern(r"[^，。；]{0,24}?将(?![军来领士近])")
_IS_DONE = pattern(r"(?:提前)?下达|拨付|已经|已(?=[\u4e00-\u9fff])")
"""2025年补助资金已下达9亿元, in a text of March 2025: what has been done of a year that has just begun."""


def _planned(text: str, start: int, draft: Draft) -> Span | None:
    """The words that say that a figure is what shall be done; None where no such words, or what is done, stand before it."""
    at = draft.figure.start
    if "计划" not in text[start:at] and "将" not in text[start:at]:
        return None
    said = tuple(_PLANNED.finditer(text, start, at))
    if not said or "；" in text[said[-1].end() : at] or _FULFILS.search(text, max(start, at - 4), at):
        return None
    return None if _ON_RECORD.search(text, said[-1].end(), at) else Span(*said[-1].span())


_WILL = pattern(
    r"(?<![即必])将(?:会|要|再|还|继续|进一步|陆续|全面|累计|通过|为[^，。；]{2,16}?(?:提供|带来)|完成|带动|释放|形成|建成|新增|实现|达|突破|超"
    r"|投资|斥资|建设|推出|新建|培育|引进|创造|提供|缩短|由)"
)
"""项目投产后，将|带动就业9000人: what is still to come; 将 before a noun (将产能提高到) says nothing of when."""

_LONGEST_OUTLOOK = 60


def _to_come(text: str, start: int, at: int) -> Span | None:
    """The word that says of a figure of no earlier year that it is still to come."""
    start = max(start, at - _LONGEST_OUTLOOK, text.rfind("；", start, at))
    if "将" not in text[start:at] or (will := _WILL.search(text, start, at)) is None:
        return None
    if (will.end() == at and text[at - 1] == "由") or _ON_RECORD.search(text, will.end(), at):
        return None  # 时间将由5小时缩短至2小时: what it is today
    return Span(will.start(), will.start() + 1)


def _opens_all(text: str, draft: Draft, estimate: re.Match[str]) -> bool:
    """初步预计，生产总值增长5%；财政收入完成9亿元: whether an estimate, set apart, opens all that its sentence lists."""
    before = text[draft.sentence.start : estimate.start()].strip()
    return before in _OPENINGS_OF_ALL and text[estimate.end() : estimate.end() + 1] in ("，", "：")


_OPENINGS_OF_ALL = ("", "初步", "据初步")


def _told_on_record(text: str, start: int, draft: Draft) -> bool:
    """Whether a word between `start` and a figure says that it is on record."""
    return _ON_RECORD.search(text, start, draft.figure.start) is not None


_GOES_ON_ALIKE = pattern(
    r"(?:(?:同比|比上年|年均)?增长)?|(?:[、和与及][^，。；\d]{2,16}?)?(?:(?:[增涨降][幅速](?:分别)?|分别)(?:为|达到?)?)?(?:[\d.]+%[、和])*|[从由](?:[^，。；]{1,16}(?:到|至))?"
)
_PARTS_OF_A_LIST = pattern(r"；(?!实现|完成)")
_FIRST_OF_A_PART = pattern(r"；(?:[^，。；\d]{2,16}[、和与及])?$")
_NEXT_OF_A_PART = pattern(r"[，、](?:其中)?，?")


def _goes_on_within_a_part(text: str, draft: Draft, between: Sequence[Draft]) -> bool:
    """预计产值90亿元；城镇收入3万元，农村收入|1万元: whether a measure alone goes on where the figure before it stands as expected."""
    measure, last = draft.filling.measure, between[-1]
    opens = draft.filling.subject or measure
    if measure is None or opens is None or draft.filling.kind not in (Kind.LEVEL, Kind.GROWTH):
        return False
    return (
        last.filling.kind in (Kind.LEVEL, Kind.GROWTH)
        and _NEXT_OF_A_PART.fullmatch(text, last.figure.end, opens.start) is not None
        and _GOES_ON_ALIKE.fullmatch(text, measure.end, draft.figure.start) is not None
    )


_WILL_TOO = pattern(r"将(?:达到?|实现|完成|突破|超过?|增长|下降)[^，。；\d]{0,8}$")
"""预计产值90亿元；税收将达到|9亿元: what is still to come behind a semicolon."""


def _recorded(text: str, start: int, draft: Draft) -> bool:
    """Whether a word between `start` and a figure says that it is on record, or a semicolon that no list goes on behind.

    预计生产总值90亿元；财政收入8亿元: measure and figure alone go on as the list began.
    """
    at = draft.figure.start
    if _told_on_record(text, start, draft):
        return True
    if _WILL_TOO.search(text, max(start, draft.clause.start), at) is not None:
        return False
    measure = draft.filling.measure
    opens = draft.filling.subject or measure
    alone = (
        measure is not None
        and opens is not None
        and (
            text.endswith(("其中", "其中，"), start, opens.start)
            or (draft.filling.economy and _FIRST_OF_A_PART.search(text, start, opens.start) is not None)
        )
        and _GOES_ON_ALIKE.fullmatch(text, measure.end, at) is not None
    )
    next_member = (
        measure is not None
        and draft.filling.subject is not None
        and measure.end <= draft.filling.subject.start
        and text[draft.filling.subject.start - 1] == "；"
        and draft.filling.subject.end == at
    )  # 预计销量90万辆，其中客车8万辆；货车3万辆
    return not alone and not next_member and _PARTS_OF_A_LIST.search(text, start, at) is not None


def _is_rate_of(draft: Draft, before: Draft) -> bool:
    """Whether a growth has no words of its own but those of the figure before it (预计突破9亿元，增长5%)."""
    return (
        draft.filling.kind in (Kind.GROWTH, Kind.CHANGE) and draft.filling.measure == before.filling.measure
    )


def _is_held(draft: Draft, between: Sequence[Draft]) -> bool:
    """Whether a rank or streak is of something else than the figure before it: what is held is on record.

    A rank behind the streak for which it is held (连续9年居第一) goes with that one.
    """
    standing = (Kind.RANK, Kind.STREAK)
    if draft.filling.kind not in standing:
        return False
    *earlier, before = between
    measure = before.filling.measure
    if earlier and before.filling.kind is Kind.STREAK and draft.filling.measure == measure:
        return _is_held(before, earlier)
    return before.filling.kind in standing or draft.filling.measure != measure


def _hedged(draft: Draft) -> bool:
    hedged = draft.figure.quantity.comparator is Comparator.ABOUT
    return hedged and draft.filling.kind not in (Kind.RANK, Kind.STREAK)
