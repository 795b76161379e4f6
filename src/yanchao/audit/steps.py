"""Steps: two levels of one sentence and the change between them, where the text itself says that they belong together.

比上年的18.1亿吨增长8.3%, 由25.3%提高到28.9%，提高3.6个百分点, 增长20%，由15亿件增加到18亿件. Each shape is an order of the three figures and what
has to stand between them, so that nothing is tied together that only stands side by side.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import Figure
from yanchao.audit.undated import is_unknown
from yanchao.interval import Interval
from yanchao.quick import dataclass, pattern
from yanchao.statements.statement import Comparator, Kind

LEVELS = (Kind.LEVEL, Kind.SHARE, Kind.RANK)
CHANGES = (Kind.GROWTH, Kind.CHANGE)


@dataclass(frozen=True, slots=True)
class Step:
    """A change, and the levels that it led from and to. `is_yearly` is whether it is the change of an average year."""

    before: Figure
    now: Figure
    change: Figure
    is_yearly: bool = False
    told_years: int | None = None
    """How many years the words of the change say that it took (四年间翻了一番，年均增长18.9%)."""

    @property
    def years(self) -> int | None:
        """How many years lie between the levels, None where the text does not say."""
        return self._dated or self.told_years

    @property
    def _dated(self) -> int | None:
        first, last = self.before.year, self.now.year
        if first is not None and last is None and self.now.years and self.now.years[0] == first + 1:
            last = self.now.years[1]  # 由2020年的…增加到…, told of the five years after
        if first is None and last is None and self.before.years == self.now.years and self.now.years:
            first, last = self.now.years
        if first is None or last is None or is_unknown(first) != is_unknown(last):
            return None  # how far 去年 lies behind 2023年 nobody knows where no word says which year it is
        return last - first if last > first else None


@dataclass(frozen=True, slots=True)
class Rise:
    """A level, what was added to it, and the growth that this was. `is_earlier` is whether the level is that of before, `is_added_last`
    whether the growth is told first (增长8.1%，净增5.2万户)."""

    level: Figure
    added: Figure
    growth: Figure
    is_earlier: bool = False
    is_added_last: bool = False


_THAN = r"(?:[，,](?:受|因|由于)[^，,。；;、（()\d]{2,16})?[，,、]?(?:相?比|相?较于?|(?P<with>[与同和]))[^，,。；;、（()]{0,14}?[（(]?"
_COUNTED_FROM = (
    r"(?:每[^，,。；;、\d]{1,4}?(?=[增上涨下降减])|同比|环比|[比较](?:上|去|前)年[^，,。；;、\d]{0,4}?|[比较](?:上月|年初|期初|20\d\d年)(?:同期|同月|末|底)?"
    r"|[一二三四五六七八九十两\d]{1,3}年(?:来|间|内)?|期间|累计|合计|总共|共|年均|平均每年|每年平均|每年)"
)
VERB = (
    r"(?:(?:实际|名义|大幅|小幅|净|再|又|继续)?"
    r"(?:增长|增加|[增降涨跌]幅(?:为|达)?|增速(?:为|达)?|提高|提升|上升|回升|上涨|扩大|攀升|前进|跃升|前移|下降|减少|降低|回落|下滑|缩小|收窄|下跌|后退|后移|压缩|缩短|压减|高出|多出|低出|多完成|少完成|[多少](?:收|支出|[用销卖产发运花])|[增涨升降减跌高低多贵])了?"
    r"|翻了?)"
)
"""A verb of change."""
_BY = rf"{_COUNTED_FROM}*{VERB}"
_EARLIER = (
    r"而?(?:上年|去年|前年|同期|期初|年初|一年前|20\d\d年)(?:同期|同月|末|底|春节|假期)?(?:，?这一?(?:数字|比重|比例|指标|数据))?"
    r"(?:仅|只|还|才){0,2}(?:[为是有：:])?"
)

THAN = pattern(_THAN)
"""Between a level and the earlier one that it is compared with: 达19.6亿千瓦时，比上年同期的18.1亿千瓦时."""
COMPARED = pattern(r"(?:相比|比较|相较)[，,]?")
"""Behind the earlier level where 与 stands before it: 与2023年底的80.93万户相比增长6.85%."""
BY = pattern(
    rf"(?:[，,]按[^，,。；;、\d]{{2,8}}(?:计算|计)(?=[，,年同增]))?(?:[^，,。；;、\d]{{1,6}}[，,])?[）)]?[，,、；;（(]?{_BY}"
)
"""Between a level and a change of it."""
AFTERWARDS = pattern(rf"[）)]?[，,；;（(]{_EARLIER}")
CALLED_AFTERWARDS = pattern(
    r"[）)]?[，,；;（(]而?(?:上年|去年|前年|20\d\d年)(?:同期|同月|末|底)?(?P<what>[^，,。；;、\d]{2,8}?)(?:仅|只|还|才){0,2}[为是有]?"
)
"""The same where the earlier level is called by its name again: 增长31.2%，而2023年产量仅为18.7万套."""
"""Before an earlier level told after what is compared with it: 48.6万辆（2023年为36.2万辆），增长34.3%; 增长31.2%，上年为18.7万套."""
GONE_FROM = pattern(r"[，,]?(?:[由从自][^，,。；;、（()]{0,14}?)")
"""Between a change told first and where it began: 增长20%，由15亿件."""
GROWN_BEFORE = pattern(rf"{_BY}$")
OVER_A_MONTH = pattern(r"环比|上月|上季")
OVER_A_YEAR = pattern(r"同比|上年|去年")
OWN_SPAN = pattern(r"同比|环比")
"""What a change is over: 增加64列 over a month does not go with a growth of 12.7% over a year."""

LATER = pattern(r"[，,；;](?:到?(?:去年|今年|20\d\d年|目前|如今|现在))[^，,。；;、\d]{0,8}")
"""Between a level of an earlier year and that of a later one."""

DOUBLED = "翻"
"""The verb that a reader takes into the figure: 翻一番."""

ONE_BY_ONE = pattern(r"分别[^，,。；;、\d]{0,10}$")
BEFORE_EACH = pattern(r"[）)]?[，,；;（(](?:上年|去年|20\d\d年)[^，,。；;、\d]{0,10}分别[为是]")
"""Before the first of the changes of as many levels, and of their earlier levels."""
JOINED = pattern(r"[、和与及，,]|以及")
THINGS_TOLD = pattern(r"[两二三四五六七八九十][项个者]")
"""A number of things told before, no figure of its own: 这两项."""

NEW_SINCE = pattern(r"[，,][一二三四五六七八九十两\d]{1,3}年(?:来|间|内)?(?:新增|净增|增加|减少)了?")
"""Between what a passage led to and the difference (由318家增加到353家，一年新增35家): of a level alone 新增 would tell what is new of it."""

YEARLY = pattern(r"年均|平均每年|每年平均|每年")

# Behind a verb of decline stands what was taken away.
ADDED = pattern(
    rf"[，,、；;（(]{_COUNTED_FROM}*(?:净|共)?(?:增加|增长|增收|增支|增产|多增|多收|多支|增|减少|下降|降低|减收|减支|减产|少增|少收|少支|减)了?"
)
"""Between a level and what was added to it. 新增 is not among them: the growth behind it may be its own."""

ADDED_OR_MORE = pattern(
    r"(?:增加|减少|上涨|下跌|增|减|涨|跌|多|少|高|低|贵|[多少](?:出|收|支出|完成|[用销卖产发运花])|高出|净增)了?$"
)
"""A verb behind which a reader may take what came to a level for a level: 比进口额340亿元多180亿元."""

FAR_FROM = pattern(r"(?:高出|低出|多出|少出|高|低|快|慢|多|少)了?$")
"""A verb behind which stands how far something lies from what it is compared with: 比全省平均水平高出476.9点."""

OF_OTHER = pattern(r"[，,]?(?:是|为|占|达|相当于)[^，,。；;、]{0,14}")
"""Before what the level is a multiple or a share of."""

FROM = pattern(r"[由从][^，,。；;、]{0,12}$")
TO = pattern(
    r"(?:[^，,。；;、\d]{0,4}?)(?:提高|提升|增加|上升|增长|扩大|跃升|攀升|上涨|下降|降低|减少|回落|压减|压缩|缩短|缩小|发展|增|升|降|涨|减)[到至为]了?"
    r"(?:[^，,。；;、\d]{0,2})(?:(?:20\d\d年|去年|今年|目前|现在|如今)[末底]?的?)?"
)
"""Between where a change began and what it led to, the year of the latter included: 由2023年的55.7%提高到2024年的56.7%."""


def steps(sentence: Sequence[Figure]) -> Iterator[Step]:
    """The steps of one sentence: each change that is told of two levels, in the order of the levels."""
    for at in range(len(sentence) - 1):
        for told in (
            _told_of_level(sentence, at),
            _told_of_passage(sentence, at),
            _told_of_years(sentence, at),
        ):
            if told is not None:
                yield from _steps(told)


RISING = pattern(
    r"(?:增长|增加|增幅|涨幅|回升|提高|提升|上升|上涨|扩大|攀升|净增|高出|多(?:出|收|支出|完成|[用销卖产发运花])|[增涨升高多贵])了?$"
)
FALLING = pattern(
    r"(?:下降|减少|降幅|跌幅|降低|回落|下滑|缩小|收窄|下跌|压缩|缩短|压减|低出|少(?:出|收|支出|完成|[用销卖产发运花])|[降减跌低少])了?$"
)


def direction(step: Step) -> int:
    """Which way the words right before a change say that it went: 1 up, -1 down, 0 where they do not say."""
    change = step.change
    before = change.document.text[max(change.statement.sentence.start, change.start - 8) : change.start]
    before = before.rstrip("约近超过")
    return 1 if RISING.search(before) else -1 if FALLING.search(before) else 0


def rises(sentence: Sequence[Figure]) -> Iterator[Rise]:
    """The additions of one sentence that stand between a level and their growth: 达69.4万户，比上年增加5.2万户，增长8.1%; 比上年的10.9万户多出
    8500户，增幅7.8%. Or between them stands the growth: 达69.4万户，增长8.1%，净增5.2万户."""
    for level, one, other in zip(sentence, sentence[1:], sentence[2:], strict=False):
        if one.statement.kind is Kind.GROWTH:
            if _is_rise(level, other, one) and _is_added_last(level, one, other):
                yield Rise(level, other, one, is_added_last=True)
            continue
        added, growth = one, other
        text = level.document.text
        is_earlier = level.is_compared_with
        joins = BY if is_earlier else ADDED
        if (
            _is_rise(level, added, growth)
            and _has_its_sign(added, is_earlier)
            and (growth.value > 0 or not is_earlier)
            and joins.fullmatch(text[level.end : added.start])
            and BY.fullmatch(text[added.end : growth.start])
            and not is_yearly(text[added.end : growth.start])
            and not _is_of_two_spans(text[level.end : growth.start])
            and not (is_earlier and OWN_SPAN.search(text[added.end : growth.start]))
        ):
            yield Rise(level, added, growth, is_earlier)


def _is_rise(level: Figure, added: Figure, growth: Figure) -> bool:
    """Whether the three may be a level, what was added, and the growth, each told exactly."""
    return (
        level.statement.kind is Kind.LEVEL
        and added.statement.kind in (Kind.CHANGE, Kind.LEVEL)
        and growth.statement.kind is Kind.GROWTH
        and level.statement.unit == added.statement.unit
        and all(
            one.statement.comparator is Comparator.EQUAL and one.value != 0 for one in (level, added, growth)
        )
    )


OF_OTHER_SPAN = pattern(r"[年期]初|上月|上季|环比|[二两三四五六七八九十百\d]年|累计|期间")
"""What is added over another span than a year: 同比增长8.1%，比年初增加5.2万户."""


def _is_added_last(level: Figure, growth: Figure, added: Figure) -> bool:
    """Whether the words say that a level has grown by so much, and then by how many that was."""
    text = level.document.text
    grown, more = text[level.end : growth.start], text[growth.end : added.start]
    return (
        not level.is_compared_with
        and _has_its_sign(added, is_earlier=False)
        and BY.fullmatch(grown) is not None
        and ADDED.fullmatch(more) is not None
        and not is_yearly(grown + more)
        and not OF_OTHER_SPAN.search(grown + more)
    )


def _has_its_sign(added: Figure, is_earlier: bool) -> bool:
    """Whether an addition is one, or, told as a change, has the sign of what was taken away."""
    text = added.document.text[max(0, added.start - 6) : added.start]
    if added.value > 0:
        return FALLING.search(text.rstrip("约近超过")) is None
    return added.statement.kind is Kind.CHANGE and not is_earlier


def steps_one_by_one(sentence: Sequence[Figure]) -> Iterator[Step]:
    """The steps of two lists told in one order: 游客62万人次，收入72亿元，分别增长12.5%和14.8%；上年这两项分别为55万人次和63亿元."""
    for at, first in enumerate(sentence):
        text = first.document.text
        if first.statement.kind not in CHANGES or not ONE_BY_ONE.search(_gap(sentence, first) if at else ""):
            continue
        changes = [first, *_joined(sentence[at:])]
        behind = [one for one in sentence[at + len(changes) :] if not THINGS_TOLD.fullmatch(one.text)]
        nows = sentence[max(0, at - len(changes)) : at]
        if len(changes) < 2 or len(nows) < len(changes) or not behind:
            continue
        befores = [behind[0], *_joined(behind)]
        alike = len(befores) == len(nows) and all(
            _are_alike(a, b) for a, b in zip(befores, nows, strict=True)
        )
        if alike and BEFORE_EACH.fullmatch(text[changes[-1].end : behind[0].start]):
            yield from (Step(*three) for three in zip(befores, nows, changes, strict=True))


def _joined(figures: Sequence[Figure]) -> list[Figure]:
    """The figures behind the first of a list, as far as it goes."""
    found: list[Figure] = []
    for one, other in itertools.pairwise(figures):
        if not JOINED.fullmatch(one.document.text[one.end : other.start]):
            break
        found.append(other)
    return found


def is_in_points(step: Step) -> bool:
    """Whether a change between two shares is told in percent and is, to the last digit, their difference and not their growth."""
    before, now, change = step.before, step.now, step.change
    if before.statement.kind is not Kind.SHARE or step.is_yearly:
        return False
    if not is_in_percent(change) or before.range.low <= 0:
        return False
    size = Interval(*sorted((abs(change.range.low), abs(change.range.high))))
    apart, back = now.range - before.range, before.range - now.range
    grown = now.range / before.range - Interval(1.0, 1.0)
    return (apart.meets(size) or back.meets(size)) and not grown.meets(change.range)


def is_in_percent(change: Figure) -> bool:
    """Whether what is told as a change is told in percent, whether it was read as a growth or as a share."""
    return change.statement.kind in (Kind.GROWTH, Kind.SHARE) and any(sign in change.text for sign in "%％")


def is_passage(start: Figure, end: Figure) -> bool:
    """Whether `end` is what `start` became, both told exactly: 由25.3%提高到28.9%."""
    text = start.document.text
    before = text[max(start.statement.sentence.start, start.start - 14) : start.start]
    return (
        _are_alike(start, end)
        and FROM.search(before) is not None
        and TO.fullmatch(text[start.end : end.start]) is not None
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """Two levels and the changes told of them, each with the words before it; `words` are all that stand between."""

    before: Figure
    now: Figure
    changes: tuple[tuple[Figure, str], ...]
    words: str


def _steps(told: _Told) -> Iterator[Step]:
    for change, words in told.changes:
        step = Step(told.before, told.now, change, is_yearly(words))
        if is_of_one_span(step, told.words):
            yield step


def _told_of_level(sentence: Sequence[Figure], at: int) -> _Told | None:
    """A level, and behind it in any order the earlier one and the changes: 达353家，增加35家（上年为318家），增长11%."""
    now, before = sentence[at], None
    if (
        now.statement.kind not in LEVELS
        or now.statement.comparator is not Comparator.EQUAL
        or now.is_compared_with
    ):
        return None
    base: Figure | None = None
    changes: list[tuple[Figure, str]] = []
    rest = sentence[at + 1 :]
    while rest:
        figure, gap = rest[0], _gap(sentence, rest[0])
        if len(rest) > 1 and _is_multiple(figure, gap, rest[1]):
            base = base or figure if _are_alike(now, figure) else base
            rest = rest[2:]  # 为预算255亿元的101.3%: a word between
            continue
        if (
            before is None
            and _are_alike(now, figure)
            and not figure.is_told_as_change
            and (
                _is_earlier(gap, _gap(sentence, rest[1]) if rest[1:] else "")
                or _is_called_again(now, figure, gap)
            )
        ):
            before = figure
        elif _is_change(figure, gap, now):
            changes.append((figure, gap))
        else:
            break
        rest = rest[1:]
    if before is None and base is not None and changes and is_yearly(changes[0][1]):
        before = base  # 是2021年3.2万箱的3.5倍，年均增长37.1%
    if before is None or not changes:
        return None
    last = max(before.end, changes[-1][0].start)
    return _Told(before, now, tuple(changes), now.document.text[now.end : last])


def _told_of_passage(sentence: Sequence[Figure], at: int) -> _Told | None:
    """From what to what it went, the changes behind, or the first of them before: 由15亿件增加到18亿件，增长20%."""
    start, end = sentence[at], sentence[at + 1]
    if not is_passage(start, end):
        return None
    text = start.document.text
    changes: list[tuple[Figure, str]] = []
    begins = start.start
    if at and sentence[at - 1].statement.kind in CHANGES:
        first = sentence[at - 1]
        lead = text[max(first.statement.sentence.start, first.start - 22) : first.start]
        if GROWN_BEFORE.search(lead) and GONE_FROM.fullmatch(text[first.end : start.start]):
            changes.append((first, lead[-8:]))
            begins = first.start - len(lead[-8:])
    last = end
    for figure in sentence[at + 2 :]:
        gap = _gap(sentence, figure)
        if not (
            _is_change(figure, gap, end)
            or (figure.statement.kind is Kind.CHANGE and NEW_SINCE.fullmatch(gap))
        ):
            break
        changes.append((figure, gap))
        last = figure
    return _Told(start, end, tuple(changes), text[begins : last.start]) if changes else None


def _told_of_years(sentence: Sequence[Figure], at: int) -> _Told | None:
    """A level of an earlier year, that of a later one, and the change of an average year: 2020年只有0.85亿元，去年做到4.46亿元，年均增长51%."""
    if at + 2 >= len(sentence):
        return None
    before, now, change = sentence[at : at + 3]
    gap = _gap(sentence, change)
    in_years = before.year is not None and now.year is not None and before.year + 1 < now.year
    if (
        in_years
        and is_yearly(gap)
        and _are_alike(before, now)
        and LATER.fullmatch(_gap(sentence, now))
        and _is_change(change, gap, now)
    ):
        return _Told(before, now, ((change, gap),), gap)
    return None


def _gap(sentence: Sequence[Figure], figure: Figure) -> str:
    """What stands between a figure and the one before it; 翻 is a verb although the reader takes it into the figure."""
    before = sentence[sentence.index(figure) - 1]
    gap = figure.document.text[before.end : figure.start]
    return gap + DOUBLED if figure.text.startswith(DOUBLED) else gap


def _is_earlier(gap: str, behind: str) -> bool:
    if FAR_FROM.search(gap):
        return False
    than = THAN.fullmatch(gap)
    if than and than["with"]:
        return COMPARED.match(behind) is not None
    return than is not None or AFTERWARDS.fullmatch(gap) is not None


def _is_called_again(now: Figure, before: Figure, gap: str) -> bool:
    """Whether an earlier level is called as the present one is: 出口8.4万辆，增长1.1倍，而2023年出口仅为4万辆."""
    told = CALLED_AFTERWARDS.fullmatch(gap)
    return (
        told is not None
        and told["what"] in (now.statement.subject or "") + (now.statement.measure or "")
        and before.topic.measure == now.topic.measure
    )


def _is_change(figure: Figure, gap: str, level: Figure) -> bool:
    compared = COMPARED.match(gap)
    if BY.fullmatch(gap, compared.end() if compared else 0) is None:
        return False
    # Of 多 a reader does not know whether a level follows, and of 高出5.4% not whether a share does.
    a, b = figure.statement, level.statement
    added = a.unit == b.unit and (a.kind is Kind.LEVEL or a.kind is b.kind is Kind.SHARE)
    return figure.statement.kind in CHANGES or (added and ADDED_OR_MORE.search(gap) is not None)


def _is_multiple(level: Figure, gap: str, multiple: Figure) -> bool:
    behind = level.document.text[level.end : multiple.start]
    return (
        multiple.statement.kind is Kind.SHARE
        and OF_OTHER.fullmatch(gap) is not None
        and behind.endswith("的")
    )


def _are_alike(first: Figure, second: Figure) -> bool:
    a, b = first.statement, second.statement
    return (
        a.kind is b.kind
        and a.kind in LEVELS
        and a.unit == b.unit
        and a.comparator is Comparator.EQUAL
        and b.comparator is Comparator.EQUAL
    )


def is_of_one_span(step: Step, words: str) -> bool:
    """Whether the change may be that between its two levels: a growth over a year is none between levels of five years."""
    told_over_a_year = OVER_A_YEAR.search(words) is not None and not step.is_yearly
    return not _is_of_two_spans(words) and not (told_over_a_year and (step.years or 1) > 1)


def _is_of_two_spans(words: str) -> bool:
    return OVER_A_MONTH.search(words) is not None and OVER_A_YEAR.search(words) is not None


def is_yearly(words: str) -> bool:
    return YEARLY.search(words) is not None
