"""What a clause leaves out: region, cluster, period and source from the words around it.

State flows through a document in two records: a `Frame` (what headings and framing sentences set for all that
follows) and a `Paragraph` (what the paragraph has said so far). Both are replaced, never changed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.asides import aside_end
from yanchao.statements.context import FAR, Draft
from yanchao.statements.period import ONE_YEAR_BEFORE, THAT_MONTH, WHOLE_YEAR, Period, TimeRole
from yanchao.statements.statement import Kind, Span


@dataclass(frozen=True, slots=True)
class Words:
    """A field's value with the range of the document that gave it; an empty range where no words did."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands over a paragraph: the document's region, the section's cluster, the frame of time.

    `periods` are the frames that headings set, by heading level; `future` the levels whose heading speaks of tasks and
    targets, with its words. `titled` is True where the document's title names the region: then a place that a paragraph
    opens with is an example, not what the paragraph is about. `topic` is the one cluster that the title names: it
    stands wherever a heading names none. `firm` is the firm whose document this is, `called` what the text last
    called its own place by (全市), or the firm by (公司). `home` is the document's own region where a heading of `place_level` has set another
    for what stands below it (武汉：…), else None. `said` is the frame of time that a sentence set below a heading of
    `said_level`, `level` that of the heading which the paragraph stands below. `titles` are the
    latest titles (《…》) that the text has named, `kinds` those by which it calls a body that it goes on about (合作社), `zone` the zone of `region` that it is about,
    `towns` the towns that it has named behind what they lie in, by their bare names, and the codes of that.
    """

    region: str | None
    cluster: Words | None = None
    periods: tuple[tuple[int, Words], ...] = ()
    future: tuple[tuple[int, Words], ...] = ()
    said: Words | None = None
    said_level: int = 0
    level: int = 0
    titled: bool = False
    topic: Words | None = None
    firm: Words | None = None
    called: Words | None = None
    home: str | None = None
    place_level: int = 0
    titles: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    zone: Words | None = None
    towns: tuple[tuple[str, str], ...] = ()

    @property
    def period(self) -> Words | None:
        if self.said is not None:
            return self.said
        return self.periods[-1][1] if self.periods else None


OF_TASKS = pattern(
    r"(?:重点工作|主要任务|工作安排|目标任务|主要目标|发展目标|总体目标|工作目标|行动目标|规划目标|重点任务|工作任务|总体要求|预期目标|工作打算|工作计划|工作思路|工作重点"
    r"|目标要求|下一?步(?:工作|计划|打算|安排|重点))(?!的?(?:完成|落实|执行|实施|进展|推进)?情况|的?(?:回顾|总结|进展))"
)
LOOKS_BACK = pattern(r"回顾|总结|(?:完成|执行|落实)情况|取得的?成[绩效]")
"""A heading that speaks of what was done; a title that speaks of both (2025年工作总结及2026年工作计划) frames neither."""

_HEADING_LEVELS = 9


def under_heading(
    frame: Frame, level: int, periods: Sequence[Words], tasks: Words | None, cluster: Words | None
) -> Frame:
    """The frame below a heading: its own period, cluster and outlook, else those of the headings above it.

    `tasks` are its words that speak of tasks and targets.
    """
    level = min(level or _HEADING_LEVELS, _HEADING_LEVELS)
    kept = tuple((depth, words) for depth, words in frame.periods if depth < level)
    if periods:
        kept = (*kept, (level, _widest(periods)))
    future = tuple((depth, words) for depth, words in frame.future if depth < level)
    if tasks is not None:
        future = (*future, (level, tasks))
    # a heading within the section that a sentence framed (2025年是…之年。) leaves its frame standing
    said = frame.said if not periods and tasks is None and level > frame.said_level else None
    below = replace(
        frame, periods=kept, future=future, said=said, level=level, cluster=cluster or frame.topic
    )
    return _left_place(below, level)


def in_place(frame: Frame, region: str, level: int) -> Frame:
    """The frame below a heading that names the place of what follows (武汉：…)."""
    home = frame.home if frame.place_level else frame.region
    return replace(frame, region=region, home=home, place_level=level or _HEADING_LEVELS, called=None)


def _left_place(frame: Frame, level: int) -> Frame:
    """The frame below a heading that names no place: back at home, where it closes the section of another."""
    if not frame.place_level or level > frame.place_level:
        return frame
    return replace(frame, region=frame.home, home=None, place_level=0, called=None)


def _widest(periods: Sequence[Words]) -> Words:
    """Of the frames a heading names, the one that holds the others (“十四五”时期 over 2025年)."""
    return max(periods, key=lambda words: (_length(words.value), -words.start))


def _length(iso: str) -> int:
    first, _, last = iso.partition("/")
    return int((last or first)[:4]) - int(first[:4])


_BY_PARTS = pattern(r"[分逐](?:季度?|月度?|年度?)[看来，]|其中，?(?:仅)?$")
"""分季度看, 其中二季度: parts of a period, of which the next sentence says no more."""

_WAS_BEFORE = pattern(r"(?:去年|上年|前年)(?:同期|同月)?(?:仅|只|则)?[为是]")
"""占比提高3个百分点，去年为43%。过夜游客9万人次: what was before is said beside, and the next sentence is of the time it was before that."""


_EVENT = pattern(
    r"[^。；，\d]{0,24}?，?[^。；，\d]{0,12}?(?:获得|获评|获批|获授|入选|被(?:评|授|认|列|命|确)|成立|建成|投产|投入(?:运营|使用|生产)|创办|创建|注册|挂牌|动工|开工|通车|上市|落户|起步|开始|启动)"
)
_LONG_AGO = 2
"""How many years before a text an event is history: what is told behind it is of today."""


_OF_ONE_LIST = (":", "、", "和")


def governing_periods(
    text: str,
    drafts: Sequence[Draft],
    periods: Sequence[Period],
    frame: str | None,
    published: date | None = None,
) -> Iterator[Period | None]:
    """For each draft the expression of time that governs it: the last before it in the paragraph, else None.

    目前 ends what stood before it (its `iso` is None). A window like 近5年 reaches over its own clause only, and over an
    average it runs back from the year spoken of. 比2020年的9亿元: what a change is held against is the period of the
    figure that touches it, and of no other. `frame` is the period that stands over the paragraph. The year of an event long
    before the text was `published` (2015年获得认证。基地有9个) dates the figures of its own sentence alone.
    """
    parts = dict(_each_its_own(text, drafts, periods))
    current: Period | None = None
    position = 0
    recent: list[Period] = []
    held: tuple[Period, int] | None = None  # the year last held against, and which figure was
    touching: Period | None = None
    since: Period | None = None  # 比2019年同期: what the growth that follows is held against
    end = end_before = 0
    average = False
    told_before: Period | None = None
    # 分季度看: its sentence, and the period that goes on after it
    aside: tuple[Span, Period | None] | None = None
    # （2015年同期为3%）: where it closes, and the period that goes on behind it
    bracket: tuple[int, Period | None] | None = None
    for index, draft in enumerate(drafts):
        if aside is not None and draft.sentence != aside[0]:
            current, aside = aside[1], None
        if bracket is not None and draft.figure.start >= bracket[0]:
            current, bracket = bracket[1], None
        if text[end : draft.figure.start] not in _OF_ONE_LIST:
            touching = None  # 由上年的8:42:50, 从2020年的9%、8%: the whole ratio or list is of last year
            since = None
        end_before, end = end, draft.figure.end
        while position < len(periods) and periods[position].start < draft.figure.start:
            period = periods[position]
            position += 1
            if _is_held_against(text, period):
                held = period, index
            if _grows_since(text, period, draft.figure.start):
                since = period
            if period.years == WHOLE_YEAR and period.role is TimeRole.NAME:
                current = _whole_year(text, period, current, frame, published)
            elif period.role is TimeRole.BASE:
                if draft.filling.kind is not Kind.CHANGE and _touches(text, period, draft.figure.start):
                    touching = _a_year_before(period, current.iso if current else frame)
            elif period.role is TimeRole.RECENT:
                recent.append(period)
            elif period.role is not TimeRole.NAME and (period.iso is not None or period.role is TimeRole.NOW):
                told = max(draft.sentence.start, period.start - FAR)
                if frame is not None and _is_told_in_a_review(period, draft, published):
                    continue
                said_beside = (
                    _BY_PARTS.search(text, told, period.start) is not None
                    or period.role is TimeRole.DAY
                    or (text.startswith("，", period.start - 1) and _WAS_BEFORE.match(text, period.start))
                )
                if aside is None and said_beside:
                    aside = (draft.sentence, current)
                if _is_in_passing(text, period, draft):
                    continue
                closes = aside_end(text, period.start)
                if closes is not None and draft.figure.start >= closes:
                    continue
                if closes is not None and bracket is None:
                    bracket = closes, current
                current = period
                recent.clear()
        if current is not None and _is_history(
            text, current, draft, drafts[index - 1] if index else None, published
        ):
            current = None
        over = current is not None and "；" in text[current.end : draft.figure.start]
        if over and aside is not None and current is not None and current.role is TimeRole.DAY:
            current, aside = aside[1], None
        here = [period for period in recent if draft.clause.start <= _reaches(text, period)]
        listed = text[end_before : draft.figure.start] in _OF_ONE_LIST
        average = "annual-average" in draft.filling.qualifiers or (average and listed)
        if touching is not None:
            when: Period | None = touching
        elif here:
            when = _recent(here[-1], current, frame, average)
        elif average and held is not None and _goes_on_about(draft, index, *held):
            when = _since(held[0], current)
        elif since is not None and draft.filling.kind is Kind.GROWTH:
            when = _over_years(since, current, text)
        elif index and _says_more_of_an_average(draft, drafts[index - 1]):
            when = told_before
        else:
            when = parts.get(draft.figure.start, current)
        told_before = when
        yield when


_LEADS_TO_TIME = frozenset("在到至截于自从即是和与及、，。；：:（(“”‘’ \n")
_COMES_ABOUT = pattern(
    r"[底末]?(?:前|内)?(?:全部|全面|将|可|陆续)*(?:交付|建成|完工|竣工|投产|投用|通车|投运|完成|启动|开工)"
)


def _is_in_passing(text: str, period: Period, draft: Draft) -> bool:
    """剩余安置区2026年交付。新建停车场9个: a year inside a clause without figures dates no sentence behind its own."""
    if period.start >= draft.sentence.start or period.role is not TimeRole.AT:
        return False
    inside = period.start > 0 and text[period.start - 1] not in _LEADS_TO_TIME
    return inside and _COMES_ABOUT.match(text, period.end) is not None


def _is_told_in_a_review(period: Period, draft: Draft, published: date | None) -> bool:
    """2018年10月25日，省领导到园区调研。园区有企业9家: the day of an event in a text of the next year dates its own sentence alone."""
    if published is None or period.role is not TimeRole.DAY or period.start >= draft.sentence.start:
        return False
    return int((period.iso or str(published.year))[:4]) < published.year


def _says_more_of_an_average(draft: Draft, before: Draft) -> bool:
    """两年平均增长6%，比上半年提高0.3个百分点: a difference is over the years of the average that it is of."""
    return (
        draft.filling.kind is Kind.CHANGE
        and draft.sentence == before.sentence
        and draft.filling.measure == before.filling.measure
        and "annual-average" in before.filling.qualifiers
    )


def _reaches(text: str, period: Period) -> int:
    """Where the clause of a window begins, or the one that it opens (近三年，出口额由x增加到y)."""
    return period.end + 1 if text.startswith("，", period.end) else period.start


def _is_history(
    text: str, period: Period, draft: Draft, before: Draft | None, published: date | None
) -> bool:
    """Whether a period is the year of an event long ago, told in a sentence that gives no figure."""
    if published is None or period.start >= draft.sentence.start or period.role is not TimeRole.AT:
        return False
    if len(period.iso or "") != len("2015") or int(str(period.iso)) > published.year - _LONG_AGO:
        return False
    told = before is not None and before.figure.start > period.end
    return not told and _EVENT.match(text, period.end) is not None


_MANY_TIMES = pattern(r"的(?:近|约|超|超过)?[\d.一二两三四五六七八九十]+倍")


def _is_held_against(text: str, period: Period) -> bool:
    """比2015年增长, 是2015年的3倍: a year that another is held against."""
    if period.iso is None or len(period.iso) != len("2015"):
        return False
    return period.role is TimeRole.BASE or (
        period.role is TimeRole.NAME and _MANY_TIMES.match(text, period.end) is not None
    )


_FROM_AND_TO = 2
"""How many figures stand before an average at most that goes on about them: 由2015年的3亿元增加到9亿元，年均增长8%."""


def _goes_on_about(draft: Draft, index: int, held: Period, first: int) -> bool:
    """Whether a draft follows upon the figure held against a year, the `first` of those at hand."""
    return held.start >= draft.sentence.start and 0 < index - first <= _FROM_AND_TO


def _since(held: Period, current: Period | None) -> Period | None:
    """2020年产值是2015年的3倍，年均增长9%: the average from the year held against to the one spoken of."""
    to = current.iso if current is not None else None
    if to is None or held.iso is None or len(to) != len(held.iso) or to <= held.iso:
        return current
    return replace(held, iso=f"{held.iso}/{to}")


_GROWS_SINCE = pattern(
    r"(?:同期|同月)?(?:水平)?，?(?:分别|累计|共|又|还|约|大幅)*(?:增长|增加|提高|提升|上升|下降|降低|减少|回落|缩小|压缩|翻|增|降)了?"
)
_A_YEAR = pattern(r"20\d\d年(?!.*[初末底])")


def _grows_since(text: str, period: Period, figure: int) -> bool:
    """比2019年|增长, 比2019年|同期增长: whether a growth is held against a year, and follows it at once."""
    if period.role is not TimeRole.BASE or not period.iso or figure < period.end:
        return False
    follows = _GROWS_SINCE.fullmatch(text, period.end, figure)
    return follows is not None and _A_YEAR.match(text, period.start, period.end) is not None


def _over_years(since: Period, current: Period | None, text: str) -> Period | None:
    """2021年产值比2019年增长9%: the years from the one held against to the one spoken of; the growth of one year is of that year.

    A month held against a whole year (9月份…比2017年压缩) stays that month.
    """
    if current is None or current.iso is None or since.iso is None:
        return current
    last = current.iso.rpartition("/")[2]
    alike = "-" in since.iso or "同" in text[since.start : since.end + 1] or "-" not in last
    first = since.iso[: len("2019")]
    if not alike or int(last[: len(first)]) - int(first) < _SEVERAL_YEARS:
        return current
    return replace(current, iso=f"{first}/{last[: len(first)]}")


_SEVERAL_YEARS = 2

_ITS_NUMBER = pattern(
    r"的?|(?:分别)?(?:仅为|为|是|达|仅)?(?:净?亏损|净?盈利)?|(?:分别)?[为是](?:同比)?(?:增长|下降)"
)
_ITS_RATE = pattern(r"的?(?:同比)?(?:增长|下降|上升|回落|上涨|下跌|负增长)")
_NOT_THE_YEAR = pattern(r"(?:的)?(?:目标|任务|计划|预期|预算)")
_LINKED = pattern(r"[、和与及]|以及")


_COMES_FROM = pattern(r"[由从](?:[去上]年|20\d\d年)?$")
_YEAR_BEFORE = 6


def _touches(text: str, period: Period, figure: int) -> bool:
    """上年的8%, 上年同期为8%, 由上年下降8%: a time that dates nothing but the figure behind it."""
    if text.startswith("翻", figure):
        return False  # 比“十三五”末|翻一番: what has doubled since
    if _ITS_NUMBER.fullmatch(text, period.end, figure):
        return True
    comes_from = _COMES_FROM.search(text, max(0, period.start - _YEAR_BEFORE), period.start) is not None
    return comes_from and _ITS_RATE.fullmatch(text, period.end, figure) is not None


_LOOKED_FORWARD_TO = pattern(r"(?:力争|争取|确保|预计|有望|计划|预期)(?:到|实现|完成)?$")


def _whole_year(
    text: str, period: Period, current: Period | None, frame: str | None, published: date | None
) -> Period | None:
    """年末…企业900家，全年…: the year of what governed so far, where that is a part of one year.

    力争全年… is of the year of the text, where no other governs.
    """
    governing = current.iso if current is not None else frame
    if governing is None and published is not None:
        forward = _LOOKED_FORWARD_TO.search(text, max(0, period.start - 4), period.start)
        return current if forward is None else replace(period, iso=str(published.year))
    of_another = text[max(0, period.start - 1) : period.start] == "年"  # 比上年全年
    if governing is None or len(governing) == 4 or of_another or _NOT_THE_YEAR.match(text, period.end):
        return current
    year = governing[:4]
    return replace(period, iso=year) if (governing.partition("/")[2] or governing)[:4] == year else current


def _each_its_own(
    text: str, drafts: Sequence[Draft], periods: Sequence[Period]
) -> Iterator[tuple[int, Period]]:
    """第一至第三季度收入分别为x、y和z, 2023年、2024年分别增长x和y: where a figure begins, and the period of its own."""
    index = 0
    while index < len(periods):
        run = [periods[index]]
        while index + 1 < len(periods) and _LINKED.fullmatch(text, run[-1].end, periods[index + 1].start):
            index += 1
            run.append(periods[index])
        index += 1
        if run[0].role is TimeRole.BASE:
            continue  # 比一季度和上半年分别提高…: what is compared with
        members = [replace(run[0], iso=part, parts=()) for part in run[0].parts] if len(run) == 1 else run
        if len(members) < 2 or any(period.iso is None for period in members):
            continue
        first = bisect_left(drafts, run[-1].end, key=lambda draft: draft.figure.start)
        listed = drafts[first : first + len(members)]
        if len(listed) < len(members) or listed[0].sentence != listed[-1].sentence:
            continue
        another = index < len(periods) and periods[index].start < listed[0].figure.start
        if another or run[0].start < listed[0].sentence.start:
            continue
        if "分别" not in text[run[-1].end : listed[0].figure.start] or not _is_one_list(
            text, drafts, first, len(members)
        ):
            continue
        for draft, period in zip(listed, members, strict=True):
            yield draft.figure.start, period


def _is_one_list(text: str, drafts: Sequence[Draft], first: int, count: int) -> bool:
    """Whether `count` figures from `first` on make one list, and the list ends there."""
    ends = [draft.figure.end for draft in drafts[first : first + count]]
    starts = [draft.figure.start for draft in drafts[first + 1 : first + count + 1]]
    links = [
        _LINKED.fullmatch(text, end, start) is not None for end, start in zip(ends, starts, strict=False)
    ]
    return all(links[: count - 1]) and not any(links[count - 1 :])


def _a_year_before(period: Period, governing: str | None) -> Period | None:
    """去年同期的x: the period of a BASE expression that touches its figure; None where it gives none."""
    if period.years != ONE_YEAR_BEFORE:
        return period if period.iso else None
    if governing is None:
        return None
    return replace(period, iso=re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), governing), years=None)


def _recent(period: Period, current: Period | None, frame: str | None, average: bool) -> Period | None:
    """两年平均增长 in a text on 2021: from the year held against to the one spoken of; 当月 of the months told before."""
    if period.years == THAT_MONTH:
        return _that_month(period, current, frame)
    spoken_of = current.iso if current is not None else frame
    if average and spoken_of is not None and period.years:
        last = int((spoken_of.partition("/")[2] or spoken_of)[:4])
        return replace(period, iso=f"{last - period.years}/{last}")
    return period


def _that_month(period: Period, current: Period | None, frame: str | None) -> Period | None:
    """1—7月增长6%，其中当月增长9%: the last month of the months that govern, which hold on where they are none."""
    governing = current.iso if current is not None else frame
    last = (governing or "").rpartition("/")[2]
    return replace(period, iso=last) if len(last) == len("2024-07") else current
