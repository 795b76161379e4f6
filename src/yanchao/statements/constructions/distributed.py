"""A、B分别为x、y: each quantity of a list goes with its own member of the list before it."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.constructions import Example
from yanchao.statements.constructions.difference import DECLINES, DIFFERENCE
from yanchao.statements.constructions.growth import branch_of, qualifiers
from yanchao.statements.constructions.points import APART, COMPARED, PULLS
from yanchao.statements.constructions.share_of import Parted, part_and_base
from yanchao.statements.constructions.stands_before import KINDS
from yanchao.statements.context import Context, Draft, Filling
from yanchao.statements.figures import Form
from yanchao.statements.listed_members import (
    HOLDS_MARKS,
    LEADING_TRADE,
    LONGEST_LIST,
    before_the_list,
    counted_members,
    counted_things,
    ends_alike,
    parted_by_commas,
    shared_head,
    told_before,
    without_their_word,
)
from yanchao.statements.members import split_list
from yanchao.statements.named_whole import names_itself, shares_no_head
from yanchao.statements.of_each_kind import measured_of_each
from yanchao.statements.phrases import Phrase, left_phrase, subject_phrase
from yanchao.statements.stated_topics import listed_before, listed_by_the_clause_before, under_influence
from yanchao.statements.statement import Kind, Span
from yanchao.statements.trimming import trim

_CHANGES = pattern(r"增长|增加|提高|上升|下降|降低|减少|回落")
ORDER = 10
NAME = "distributed"
FORMS = frozenset((Form.AMOUNT, Form.COUNT, Form.PERCENT, Form.POINTS, Form.TIMES, Form.INDEX))
EXAMPLES = (
    Example(
        "农村自来水普及率、生活垃圾处置率分别达到93%、98%。",
        "98%",
        {"measure": "生活垃圾处置率", "subject": None},
    ),
    Example(
        "计算机、通信和其他设备制造业，汽车制造业，专用设备制造业产值分别增长4%、6%和3%。",
        "6%",
        {"measure": "产值", "subject": "汽车制造业", "kind": "growth"},
    ),
    Example(
        "交通运输、仓储和邮政业，批发和零售业增加值分别增长4%和6%。",
        "6%",
        {"measure": "增加值", "subject": "批发和零售业", "kind": "growth"},
    ),
    Example("粮食、油料产量分别为120万吨、15万吨。", "120万吨", {"measure": "产量", "subject": "粮食"}),
    Example("粮食、油料产量分别为120万吨、15万吨。", "15万吨", {"measure": "产量", "subject": "油料"}),
    Example(
        "出口、进口分别增长3.1%和下降0.4%。", "0.4%", {"measure": "进口", "kind": "growth", "value": -0.004}
    ),
    Example("出口、进口分别增长3.1%和下降0.4%。", "3.1%", {"measure": "出口", "kind": "growth"}),
    Example(
        "规上工业增加值增长5%，采矿业、制造业分别增长4%、6%。",
        "6%",
        {"measure": "规上工业增加值", "subject": "制造业", "kind": "growth"},
    ),
    Example(
        "陶瓷业和玩具业增速分别快于规上工业1.2和2.3个百分点。",
        "2.3个百分点",
        {"kind": "change", "value": 2.3},
    ),
    Example(
        "全县出口增长9%，增速较上年全年、上年同期分别提高1.6和1.4个百分点。",
        "1.4个百分点",
        {"measure": "增速", "kind": "change", "value": 1.4},
    ),
    Example(
        "接待游客9万人次、旅游收入3亿元，分别恢复至2019年同期的125%和131%。",
        "125%",
        {"measure": "接待游客", "kind": "share", "base": None},
    ),
    Example(
        "甲业投资增长10%，乙业投资增长9%，增速分别快于全部投资3.8和3.1个百分点。",
        "3.8",
        {"measure": "增速", "subject": "甲业", "kind": "change", "value": 3.8},
    ),
    Example(
        "办理时间比2020年分别压缩61%和82%。", "82%", {"measure": "办理时间", "kind": "growth", "value": -0.82}
    ),
    Example(
        "接待游客120万人次、旅游收入3亿元，分别增长12%、9%。", "9%", {"measure": "旅游收入", "kind": "growth"}
    ),
    Example(
        "公路里程9000公里，其中高速公路400公里，分别比上年末增加80公里和20公里。",
        "80公里",
        {"measure": "里程", "subject": "公路", "kind": "change"},
    ),
    Example(
        "全县第一、二、三产业增加值分别为1亿元、3亿元和4亿元。",
        "3亿元",
        {"measure": "增加值", "subject": "第二产业"},
    ),
    Example(
        "铜业、玻璃两个产业营业收入分别突破8亿元和6亿元，合计占规上工业的三成。",
        "突破8亿元",
        {"measure": "营业收入", "subject": "铜业", "comparator": ">"},
    ),
    Example(
        "铜业、玻璃两大产业营业收入分别突破8亿元和6亿元，合计占规上工业的三成。",
        "6亿元",
        {"measure": "营业收入", "subject": "玻璃", "comparator": ">"},
    ),
    Example(
        "铜业、玻璃两大产业营业收入分别突破8亿元和6亿元，合计占规上工业的三成。",
        "三成",
        {"measure": "营业收入", "subject": "铜业、玻璃", "base": "规上工业", "kind": "share"},
    ),
    Example(
        "第二、第三产业占生产总值的比重分别回落2.4和1.7个百分点。",
        "2.4",
        {"measure": "比重", "subject": "第二产业", "kind": "change", "value": -2.4},
    ),
    Example(
        "进口、出口通关时间分别压减61%和82%。",
        "61%",
        {"measure": "通关时间", "subject": "进口", "kind": "growth", "value": -0.61},
    ),
    Example("全县存款、贷款余额分别为90亿元、70亿元。", "90亿元", {"measure": "余额", "subject": "存款"}),
    Example(
        "价格下降的是服装、家电和图书，分别较上年同期下降4%、0.7%和0.8%。",
        "0.7%",
        {"subject": "家电", "kind": "growth", "value": -0.007},
    ),
    Example(
        "NO2、SO2浓度分别为9微克/立方米和8微克/立方米。",
        "9微克/立方米",
        {"measure": "浓度", "subject": "NO2"},
    ),
    Example(
        "90个产业项目和30个民生项目分别完成投资7亿元和2亿元。",
        "7亿元",
        {"measure": "完成投资", "subject": "产业项目"},
    ),
    Example(
        "国企出口9亿元，民企出口8亿元，对出口增长的贡献率分别为40%和60%。",
        "40%",
        {"measure": "贡献率", "subject": "国企", "kind": "share"},
    ),
    Example(
        "服装、家电上半年零售额分别增长6%和4%。",
        "6%",
        {"measure": "零售额", "subject": "服装", "kind": "growth"},
    ),
    Example(
        "全县金融机构存、贷款余额分别增长5%和6%。",
        "6%",
        {"measure": "贷款余额", "subject": "金融机构", "kind": "growth"},
    ),
    Example("全县金融机构存、贷款余额分别增长5%和6%。", "5%", {"measure": "存款余额", "kind": "growth"}),
    Example(
        "形成铜业、玻璃两大产业，产值分别达8亿元和6亿元。", "6亿元", {"measure": "产值", "subject": "玻璃"}
    ),
    Example(
        "水土流失、荒漠化、沙化土地面积分别净减少1万亩、2万亩、3万亩。",
        "2万亩",
        {"subject": "荒漠化", "kind": "change", "value": -20000},
    ),
    Example(
        "本地配套率提高到50%，其中广州、深圳分别达到55%和52%。",
        "52%",
        {"measure": "本地配套率", "subject": "深圳", "kind": "share"},
    ),
    Example(
        "产值超过1亿元的镇有东屏镇、西岭镇、北山镇，产值分别为3亿元、2亿元、1亿元。",
        "2亿元",
        {"measure": "产值", "subject": "西岭镇"},
    ),
    Example(
        "服装、家电零售额分别增长6%和4%，两年平均增长3%和2%。",
        "3%",
        {"measure": "零售额", "subject": "服装", "kind": "growth"},
    ),
    Example(
        "服装、家电零售额分别增长6%和4%，涨幅分别回落1.2和0.7个百分点。",
        "1.2",
        {"measure": "零售额", "subject": "服装", "kind": "change", "value": -1.2},
    ),
    Example(
        "装备制造业、消费品制造业增加值占规上工业比重分别提高到31%、22%。",
        "31%",
        {"measure": "增加值", "subject": "装备制造业", "base": "规上工业", "kind": "share"},
    ),
)

_GIVES_TO = pattern(r"对(?P<whole>[^，。；、对]{2,16}?)的?(?P<what>贡献率|拉动作用|拉动|贡献)$")
"""消费、投资和净出口对经济增长的拉动: what each of a list gives to a whole."""


_AND_SO_ON = pattern(r"等(?:重点|主要)?(?:行业|产业|领域|产品|企业|国家|地区|城市|省份|门类|板块)$")
"""甲业、乙业|等行业分别增长3%和5%: what sums a list up is no part of its last member."""


@dataclass(frozen=True, slots=True)
class _Led:
    """The words at `span` that lead to a list of figures, and what their verb or share makes of the figure looked at."""

    context: Context
    span: Span
    kind: Kind
    negative: bool = False
    base: Span | None = None
    cue: Span | None = None
    parted: Parted | None = None

    def filling(self, measure: Span | None, subject: Span | None, *, economy: bool = False) -> Filling:
        return Filling(
            NAME,
            self.kind,
            measure,
            subject,
            self.base,
            None if self.parted is None else self.parted.comparator,
            self.negative,
            economy,
            cue=self.cue,
            apart=None if self.parted is None else self.parted.apart,
        )


def match(context: Context) -> Filling | None:
    if not 2 <= len(context.run) <= LONGEST_LIST:
        return None
    if context.figure.form is Form.POINTS and PULLS.search(context.words_before_list):
        return None  # 分别拉动GDP增长0.8、0.2个百分点
    led = _verb_of_its_own(_led(context))
    told = _against_each(led) or _reached_by_each(led) or _of_what_was_counted(led)
    if told is not None:
        return told
    words = Span(*trim(context.text, led.span.start, led.span.end, context.grammar))
    if context.figure.form is Form.POINTS and APART.fullmatch(context.text, words.start, words.end):
        return None
    told = (
        _named_before_the_time(led, words)
        or _told_in_turn(led, words)
        or _again(led, words)
        or _listed_apart(led, words)
        or _rates_in_turn(led, words)
    )
    if told is not None:
        return told
    if words.start >= words.end:
        return _respectively(led) or _goes_on(led)
    return _given(led, words) or _of_members(led, words) or _goes_on(led)


def _led(context: Context) -> _Led:
    """What stands before the list: whose part of what, how much each grew, by how much each is apart, or the words alone."""
    text, span, form, grammar = context.text, context.run_left, context.figure.form, context.grammar
    kind = KINDS.get(form, Kind.LEVEL)
    words = context.words_before_list
    growth = grammar.trailing_growth.search(words)
    rises = form is Form.POINTS and growth is not None
    if not rises and (parted := part_and_base(text, span, grammar)) is not None:
        return _Led(context, parted.part, kind, base=parted.base, cue=parted.cue, parted=parted)
    if form in (Form.PERCENT, Form.TIMES, Form.POINTS) and growth is not None:
        negative = growth["verb"] in grammar.growth_down
        cue = _moved(Span(*growth.span("verb")), span.start)
        left = _uncompared(text, Span(span.start, span.start + growth.start()))
        if not rises:
            return _Led(context, left, Kind.GROWTH, negative, cue=cue)
        # 甲业、乙业占GDP的比重分别提高1.2和2.3个百分点: a point is of no base
        parted = part_and_base(text, left, grammar)
        return _Led(context, parted.part if parted else left, Kind.CHANGE, negative, cue=cue, parted=parted)
    if form is Form.POINTS and (compared := COMPARED.search(words)) is not None:
        if _EACH_HELD.fullmatch(text, span.start, span.end):
            return _Led(context, span, Kind.CHANGE)
        left = Span(span.start, span.start + compared.start())
        return _Led(context, left, Kind.CHANGE, compared[0].startswith(("低于", "慢于")))
    if form in (Form.AMOUNT, Form.COUNT) and (verb := DIFFERENCE.search(words)) is not None:
        left = _uncompared(text, Span(span.start, span.start + verb.start()))
        cue = _moved(Span(*verb.span("verb")), span.start)
        return _Led(context, left, Kind.CHANGE, verb["verb"] in DECLINES, cue=cue)
    return _Led(context, span, kind)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _verb_of_its_own(led: _Led) -> _Led:
    """增长3.1%和下降0.4%: the verb between a figure and the one before it is its own."""
    context = led.context
    if not context.index:
        return led
    own = _CHANGES.search(context.text, context.run[context.index - 1].end, context.figure.start)
    if own is None:
        return led
    return replace(led, negative=own[0] in context.grammar.growth_down, cue=Span(*own.span()))


def _reached_by_each(led: _Led) -> Filling | None:
    """游客9万人次、收入3亿元，分别恢复至2019年的125%和131%: each share is of what stands in its place before."""
    if led.kind is not Kind.SHARE or led.parted is not None:
        return None
    context = led.context
    reached = _REACHED.search(context.text, led.span.start, context.run[0].start)
    if reached is None:
        return None
    whole = None if reached["year"] else Span(*reached.span("whole"))
    return _respectively(replace(led, negative=False, base=whole, cue=Span(*reached.span("verb"))))


def _of_what_was_counted(led: _Led) -> Filling | None:
    """铜业、玻璃两个产业营收分别突破8亿元和6亿元: each figure is of one of those that were counted before."""
    context = led.context
    counted = counted_members(context, led.span) or counted_things(context, led.span)
    if counted is None:
        return None
    members, measured = counted
    measure = left_phrase(context.text, measured.start, measured.end, context.grammar).measure
    return None if measure is None else led.filling(measure, members[context.index])


def _named_before_the_time(led: _Led, words: Span) -> Filling | None:
    """服装、家电上半年零售额分别增长6%和4%: the list stands before the time, and what is measured of each behind it."""
    context, text = led.context, led.context.text
    topic = context.run_topic
    if topic is None or words.start >= words.end or "分别" not in context.words_before_list:
        return None
    start = 1 + max(topic.start - 1, *(text.rfind(mark, topic.start, topic.end) for mark in "，；："))
    members = split_list(text, Span(*trim(text, start, topic.end, context.grammar)), len(context.run))
    phrase = left_phrase(text, words.start, words.end, context.grammar)
    if not members or phrase.measure is None or phrase.subject is not None or not phrase.listed:
        return None
    return led.filling(phrase.measure, members[context.index])


def _given(led: _Led, words: Span) -> Filling | None:
    """消费、投资和净出口对经济增长的贡献率分别达x、y: what each of a list gives to a whole."""
    context = led.context
    gives = _GIVES_TO.search(context.text, words.start, words.end)
    if gives is None:
        return None
    count = len(context.run)
    what = Span(*gives.span("what"))
    whole = Span(*gives.span("whole")) if led.kind is Kind.SHARE else None
    whose: Span | None = None
    if gives.start() > words.start:
        givers = split_list(context.text, Span(words.start, gives.start()), count)
        whose = givers[context.index] if givers else None
    elif levels := _levels_apart(context, count):
        # 甲出口9亿元，乙出口8亿元，对出口增长的贡献率分别达…: of those whose amounts were told
        return Filling(NAME, led.kind, what, levels[context.index].filling.subject, whole, cue=what)
    return None if whose is None else Filling(NAME, led.kind, what, whose, whole, cue=what)


def _of_members(led: _Led, words: Span) -> Filling | None:
    """粮食、油料产量分别为120万吨、15万吨: each figure is of the member in its place."""
    context = led.context
    text, grammar, index = context.text, context.grammar, context.index
    members = _members(context, words)
    if not members:
        return None
    if (of_place := _of_its_place(led, members)) is not None:
        return of_place
    if (cut_short := _cut_short(led, members)) is not None:
        return cut_short
    phrases = [left_phrase(text, member.start, member.end, grammar) for member in members]
    named_by_itself = phrases[0].listed or not phrases[-1].listed
    head = shared_head(text, members) if named_by_itself else None
    if head is not None:
        is_last = index == len(members) - 1
        return led.filling(head, Span(members[-1].start, head.start) if is_last else members[index])
    subject, measure, economy = _member(text, phrases, members, index)
    if any(phrase.listed for phrase in phrases):
        return led.filling(measure, subject, economy=economy)
    if led.parted is not None and led.parted.word is not None:
        return led.filling(led.parted.word, members[index])  # 甲业、乙业占…的比重
    if led.kind is Kind.GROWTH and measure is not None and (each := measured_of_each(context)) is not None:
        return led.filling(each, measure)  # 部分新产品产量增长，机器人、风电机组分别增长5%和6%
    if led.kind in (Kind.GROWTH, Kind.CHANGE) and measure is not None:
        branch = branch_of(context, measure)
        if branch is not None and (ends := ends_alike(text, branch.filling.measure, members[-1])) is not None:
            whose = Span(members[-1].start, ends.start) if index == len(members) - 1 else members[index]
            return led.filling(ends, whose)  # 预算支出增长4%，其中教育、就业支出分别增长3%和6%
        if branch is not None:  # 工业增加值增长5%，采矿业和制造业分别增长4%和6%
            return led.filling(branch.filling.measure, measure)
    return led.filling(measure, subject, economy=economy)


def _cut_short(led: _Led, members: Sequence[Span]) -> Filling | None:
    """金融机构存、贷款余额分别增长5%和6%: the first of two measures is told by its first character alone."""
    if len(members) != 2:
        return None
    text, (first, last) = led.context.text, members
    listed = led.context.grammar.lexicon.measure_by_word
    if text[last.start : last.end] not in listed:
        return None
    if text[first.end - 1] + text[last.start + 1 : last.end] not in listed:
        return None
    whose = (
        subject_phrase(text, first.start, first.end - 1, led.context.grammar)
        if first.end > first.start + 1
        else None
    )
    return led.filling(
        last if led.context.index else Span(first.end - 1, last.end), whose, economy=whose is None
    )


def _members(context: Context, words: Span) -> tuple[Span, ...]:
    """The members of the list in `words`, one for each figure; none where it has more or fewer."""
    text, count = context.text, len(context.run)
    others = _AND_SO_ON.search(text, words.start, words.end)
    words = words if others is None else Span(words.start, others.start())
    by_commas = parted_by_commas(context, words, count)
    if by_commas and HOLDS_MARKS.search(text, by_commas[0].start, by_commas[0].end):
        return by_commas
    return split_list(text, words, count) or by_commas


def _of_its_place(led: _Led, members: Sequence[Span]) -> Filling | None:
    """配套率提高到五成，其中固州、青州分别达到55%和52%: a place of the list has its own of what was told of them all."""
    context = led.context
    if any(context.text[member.start : member.end] not in context.grammar.places for member in members):
        return None
    told = _of_the_places(context)
    if told is None:
        return None
    return replace(
        told.filling,
        construction=NAME,
        kind=led.kind if led.kind in (Kind.GROWTH, Kind.CHANGE) else told.filling.kind,
        subject=members[context.index],
        base=led.base,
        negative=led.negative,
        economy=False,
        cue=led.cue,
    )


_REACHED = pattern(
    r"分别(?:已)?(?P<verb>恢复[到至]?|完成(?:了)?|达到?|相当于|是|为)(?P<whole>(?P<year>(?:19|20)\d\d年(?:同期)?)|[^，。；、\d]{2,14}?)的$"
)

_EACH_HELD = pattern(
    r"(?P<what>[^，。；]*?)(?:(?<![同环占])比|较)(?!重|例|值|率|大|快|强|好|高|为)[^，。；]{2,30}?[、和与及][^，。；]{2,30}?"
    r"(?P<side>[高低快慢多少])?(?:分别)?$"
)


def _against_each(led: _Led) -> Filling | None:
    """增速较上年全年、上年同期分别提高1.6和1.4个百分点: each figure is held against another of those that are listed."""
    context, span = led.context, led.span
    held = _EACH_HELD.fullmatch(context.text, span.start, span.end) if led.kind is Kind.CHANGE else None
    if held is None:
        return None
    led = replace(led, negative=led.negative or (held["side"] or "") in ("低", "慢", "少"), base=None)
    own = left_phrase(context.text, *held.span("what"), context.grammar) if held["what"] else None
    if own is not None and own.measure is not None:
        return led.filling(own.measure, own.subject, economy=own.economy)
    before = before_the_list(context)
    if before is None or before.sentence != context.sentence:
        return None
    told = before.filling
    return led.filling(told.measure, told.subject, economy=told.economy)


def _of_the_places(context: Context) -> Draft | None:
    """The figure before in the sentence, in the same unit, of whose measure each place of a list has its own."""
    unit = context.figure.quantity.unit
    first = context.run[0].start
    return next(
        (
            draft
            for draft in context.earlier()
            if draft.figure.start < first
            and draft.figure.quantity.unit == unit
            and draft.filling.kind in (Kind.LEVEL, Kind.SHARE, Kind.GROWTH)
            and draft.filling.construction != NAME
        ),
        None,
    )


_AGAINST = pattern(r"(?:分别)?(?:(?<![同环占])比|较)(?!重|例|值|率|大|快|强|好|高)[^，。；、]{1,20}$")


def _uncompared(text: str, span: Span) -> Span:
    """分别比上年末增加…: without what a change is held against."""
    compared = _AGAINST.search(text, span.start, span.end)
    return Span(span.start, compared.start()) if compared else span


def _goes_on(led: _Led) -> Filling | None:
    """两个口岸通关时间分别压缩70%和92%: the verb of the first figure goes on to the others of its list."""
    context = led.context
    before = context.before[-1].filling if context.index and context.before else None
    if before is None or led.kind not in (Kind.GROWTH, Kind.CHANGE) or before.kind is not led.kind:
        return None
    if "分别" not in context.words_before_list:
        return None
    led = replace(led, base=None, cue=before.cue)
    return led.filling(before.measure, before.subject, economy=before.economy)


def _listed_apart(led: _Led, measure: Span) -> Filling | None:
    """产值超10亿元的镇有甲镇、乙镇，产值分别为…: those that the clause before lists, where the list's own words are a measure alone."""
    context, text = led.context, led.context.text
    if measure.start >= measure.end:
        return None
    listed = context.grammar.measure_at_end(text, measure.start, measure.end)
    if listed is None or listed[0] != measure.start:
        return None
    members = under_influence(context) or listed_by_the_clause_before(context, measure.start)
    return led.filling(measure, members[context.index]) if members else None


_RATES = ("增速", "增幅", "涨幅", "降幅", "跌幅")


def _in_turn(context: Context, words: Span) -> bool:
    """Whether the list says nothing of its own, or no more than that it is of rates."""
    return words.start >= words.end or context.text[words.start : words.end] in _RATES


def _rates_in_turn(led: _Led, words: Span) -> Filling | None:
    """甲业增长9%，乙业增长8%，增速分别快于规上工业3和2个百分点: the rate in the same place of those told before."""
    context = led.context
    if context.figure.form is not Form.POINTS or not _in_turn(context, words):
        return None
    count, told = len(context.run), told_before(context)
    alike = len(told) == count and all(
        one.filling.kind is Kind.GROWTH and one.sentence == context.sentence for one in told
    )
    whose = {one.filling.subject or one.filling.measure for one in told}
    if not alike or len(whose) != count:
        return None
    rate = told[context.index].filling
    measure = words if words.start < words.end else rate.measure
    return replace(led, kind=Kind.CHANGE, base=None).filling(measure, rate.subject or rate.measure)


def _told_in_turn(led: _Led, words: Span) -> Filling | None:
    """蔬菜、瓜果持续增产，分别增长3%、2%; X业、Y业投资较快增长，增速分别为5%和4%: each of those that the clause before lists."""
    context = led.context
    if not _in_turn(context, words):
        return None
    listed = listed_before(context)
    if listed is None:
        return None
    members, measure = listed
    if context.figure.form is not Form.PERCENT:
        return None if measure is None else led.filling(measure, members[context.index])
    before = context.antecedent()
    measure = measure or (None if before is None else before.filling.measure)
    is_share = measure is not None and context.text[measure.start : measure.end].endswith(_SHARES)
    kind = Kind.GROWTH if led.kind is Kind.SHARE and not is_share else led.kind
    return replace(led, kind=kind, base=None).filling(measure, members[context.index])


_SHARES = ("占比", "比重", "份额", "渗透率", "占有率")


def _respectively(led: _Led) -> Filling | None:
    """游客17亿人次、花费1.2万亿元，分别增长32%、41%: each rate goes with the figure of the same place before it."""
    context, kind = led.context, led.kind
    count = len(context.run)
    # 产量9万辆，其中轿车3万辆，均居第二，分别增长5%、8%: of the amounts, not of the rank
    earlier = [
        draft
        for draft in context.before
        if draft.figure.start < context.run[0].start and draft.filling.kind is not Kind.RANK
    ][-count:]
    shares = kind is Kind.SHARE and led.cue is not None
    if (kind not in (Kind.GROWTH, Kind.CHANGE) and not shares) or len(earlier) < count:
        return None
    points = context.figure.form is Form.POINTS
    if shares and (levels := _levels_apart(context, count)):
        earlier = levels  # 甲出口9亿元，增长5%，乙出口8亿元，增长6%，分别占…: of the amounts
    allowed = (Kind.LEVEL, Kind.GROWTH) if shares else (Kind.LEVEL, Kind.SHARE) if points else (Kind.LEVEL,)
    if any(draft.sentence != context.sentence or draft.filling.kind not in allowed for draft in earlier):
        return None
    told = earlier[context.index].filling
    return led.filling(told.measure, told.subject, economy=told.economy)


_AS_BEFORE = pattern(
    r"(?:[两二三四五]年|同比|环比|分别|平均|年均|涨幅|增速|增幅|降幅|跌幅|变动|变化|比上[月年]|较上[月年]|(?:(?:19|20)\d\d年|去年|上年)?同期的)*"
)


def _again(led: _Led, words: Span) -> Filling | None:
    """甲、乙分别增长6%和4%，两年平均增长3%和2%: as many rates more of those whose rates the list before tells one by one."""
    context = led.context
    if led.parted is not None or _AS_BEFORE.fullmatch(context.text, words.start, words.end) is None:
        return None
    told = told_before(context)
    if len(told) < len(context.run) or any(
        draft.filling.construction != NAME
        or draft.filling.kind not in (Kind.GROWTH, Kind.CHANGE, Kind.SHARE)
        or draft.clause != told[0].clause
        or draft.sentence != context.sentence
        for draft in told
    ):
        return None
    filling = told[context.index].filling
    kind = filling.kind if led.kind is Kind.SHARE else led.kind
    more = qualifiers(context.words_before_list)
    return replace(filling, kind=kind, negative=led.negative, qualifiers=more, cue=led.cue)


def _levels_apart(context: Context, count: int) -> list[Draft]:
    """The last amounts of the sentence, of so many subjects with one measure in words; none where they are not alike."""
    levels = [draft for draft in context.earlier_levels() if draft.figure.start < context.run[0].start][
        :count
    ]
    words = {
        context.text[measure.start : measure.end]
        for draft in levels
        if (measure := draft.filling.measure) is not None
    }
    subjects = {draft.filling.subject for draft in levels}
    alike = len(levels) == count and len(words) == 1 and len(subjects) == count and None not in subjects
    return levels[::-1] if alike else []


def _member(
    text: str, phrases: list[Phrase], members: tuple[Span, ...], index: int
) -> tuple[Span | None, Span | None, bool]:
    """Subject and measure of one member: what only the first or only the last names, all share."""
    own, first, last = phrases[index], phrases[0], phrases[-1]
    trade = LEADING_TRADE.match(text, members[0].start, members[0].end) if first.subject is None else None
    if trade is not None and own.subject is None and (own.listed or not last.listed):
        whose = Span(*trade.span("whose"))  # 纺织行业|企业数、总资产分别占…
        return whose, Span(whose.end, members[0].end) if index == 0 else own.measure or members[index], False
    if own.listed:
        own_alone = own.subject is not None or names_itself(text, own, members, index) or not first.listed
        return own.subject if own_alone else first.subject, own.measure, own.economy
    if last.listed and shares_no_head(text, last, members, index):
        return own.subject, own.measure or members[index], True
    if last.listed:
        whose = own.measure or own.subject or members[index]
        return whose, last.measure and without_their_word(text, whose, last.measure), False
    return own.subject or first.subject, own.measure or members[index], True
