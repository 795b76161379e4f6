"""Tying each figure of a passage to the words around it: clause by clause, construction by construction."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from yanchao.quick import pattern, replace
from yanchao.statements.bases import with_base
from yanchao.statements.clauses import clauses
from yanchao.statements.constructions import constructions_of
from yanchao.statements.constructions.share_of import RATES
from yanchao.statements.context import SAYS, Context, Draft, Filling
from yanchao.statements.figures import Figure, Form, is_bare_class
from yanchao.statements.grammar import Grammar
from yanchao.statements.not_quantities import GREAT
from yanchao.statements.partners_told import with_partners_trade
from yanchao.statements.passages import Passage
from yanchao.statements.period import Period, TimeRole
from yanchao.statements.stated_topics import with_bracketed_subject, with_lead_measure, with_stated_topic
from yanchao.statements.statement import Comparator, Kind, Span
from yanchao.statements.trimming import trim
from yanchao.statements.worth_told import with_goods_before

_MEMORY = 48
"""How many figures back a construction may look in one block; keeps reading linear in hostile text."""

_LONGEST_PHRASE = 200
"""How many characters before a figure can belong to it; bounds the work on a clause without an end."""

_LIST_LINK = pattern(r"[、和与及]|以及|、?(?:和|及)")
_LIST_OF_CHANGES = pattern(r"(?:[、和与及]|以及|，)(?:同比)?(?:增长|增加|提高|上升|下降|降低|减少|回落)")
_FOR = pattern(r"(?:为|向|给|对|让|帮助)[^，。；]{0,4}$")
_NEAR = 8
_BOUNDS = {
    "至少": Comparator.AT_LEAST,
    "最少": Comparator.AT_LEAST,
    "起码": Comparator.AT_LEAST,
    "至多": Comparator.AT_MOST,
    "最多可": Comparator.AT_MOST,
    "以上": Comparator.AT_LEAST,
    "以内": Comparator.AT_MOST,
    "以下": Comparator.AT_MOST,
    "左右": Comparator.ABOUT,
    "约": Comparator.ABOUT,
    "大约": Comparator.ABOUT,
}
_NEAREST_BOUND = 11
_BOUND_APART = pattern(
    r"(?P<bound>至少|最少|起码|至多|最多可)(?!是)[^，。；：、\d]{0,8}$|(?<![节合条公契预集制签履隐简])(?P<about>约|大约)(?:有|合|需要?|可达?|产|为)(?:人民币)?$|(?P<whole>约|大约)为?(?:全国|全省|全市|全球|世界)[^，。；：、\d]{0,8}$"
)
_BOUND_BEHIND = pattern(r"(?:标准煤|标煤)(?P<behind>以上|以内|以下|左右)")
"""2亿吨标准煤左右: a bound that stands behind what the tonnes are of."""

_OF_THE_FIGURE = pattern(r"的?|(?:分别)?(?:仅为|为|是|达|仅)")
_FROM_AN_EVENT = pattern(
    r"(?<=[\u4e00-\u9fff])[也都均]?[由从](?:[^，。；：、\d]{2,8}?(?:之前|以前|前|之初)|(?:最初|起初|初期|起步时|原来|原先|过去|当初|以前|此前|刚开始))的?(?:(?:每|平均)[年月天日台辆吨人户亩个])?$"
)
_LONGEST_EVENT = 16
_OPENS_TIME = "并到至截止自从在由于，、（( “力争预计"
_AFTER_TIME = "，、的，,)）”度末底初间"


def attach(passage: Passage, grammar: Grammar) -> tuple[Draft, ...]:
    """Every figure of the passage with what the first construction that matches reads of its words."""
    text = passage.masked(grammar.lexicon)
    drafts: list[Draft] = []
    for sentence, figures in _by_sentence(passage):
        earlier: Span | None = None
        starts = [figure.quantity.start for figure in figures]
        for clause in clauses(text, sentence, figures, passage.titles):
            inside = figures[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]
            _attach_clause(text, grammar, passage, clause, sentence, inside, earlier, drafts)
            earlier = None if inside else clause
    return tuple(drafts)


def _by_sentence(passage: Passage) -> Iterator[tuple[Span, Sequence[Figure]]]:
    """The sentences that hold figures, with their figures."""
    starts = [figure.quantity.start for figure in passage.figures]
    for sentence in passage.sentences:
        figures = passage.figures[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if figures:
            yield sentence, figures


def _attach_clause(
    text: str, grammar: Grammar, passage: Passage, clause: Span, sentence: Span, figures: Sequence[Figure],
    earlier: Span | None, drafts: list[Draft],
) -> None:  # fmt: skip
    """Add each figure of one clause, read in its words, to the `drafts` of those before it.

    `earlier` is the clause before, where it has no figure.
    """
    index = 0
    for run in _runs(text, figures):
        first, last = index, index + len(run) - 1
        run_left = _reach(_opening(text, figures[first - 1]) if first else clause.start, run[0].start)
        run_right = Span(run[-1].end, figures[last + 1].start if last + 1 < len(figures) else clause.end)
        for place, figure in enumerate(run):
            following = figures[index + 1] if index + 1 < len(figures) else None
            left = _reach(_opening(text, figures[index - 1]) if index else clause.start, figure.start)
            left = named = _past_named(text, left, drafts, grammar)
            left, topic = _after_time(left, passage, grammar)
            same = named == run_left
            list_left, list_topic = (left, topic) if same else _after_time(run_left, passage, grammar)
            context = Context(
                text=text,
                grammar=grammar,
                figure=figure,
                left=left,
                right=Span(figure.end, following.start if following else clause.end),
                clause=clause,
                sentence=sentence,
                run=run,
                index=place,
                run_left=list_left,
                run_right=run_right,
                before=tuple(drafts[-_MEMORY:]),
                topic=topic,
                touching=following if following and following.start == figure.end else None,
                run_topic=list_topic,
                earlier_clause=earlier if index == 0 else None,
            )
            drafts.append(Draft(figure, _fill(context), sentence, clause))
            index += 1


def _opening(text: str, before: Figure) -> int:
    """Where the words of a figure begin that follows another: behind it, but with 五大产业 and 亿元以上项目 in them."""
    return before.start if before.quantity.unit == GREAT or is_bare_class(text, before) else before.end


def _reach(start: int, end: int) -> Span:
    return Span(max(start, end - _LONGEST_PHRASE), end)


def _runs(text: str, figures: Sequence[Figure]) -> list[tuple[Figure, ...]]:
    """Figures that stand in one list, with nothing but list marks between them."""
    runs: list[list[Figure]] = []
    for figure in figures:
        last = runs[-1][-1] if runs else None
        if last and _linked(text, runs[-1][0], last, figure) and _alike(text, runs[-1][0], last, figure):
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return [tuple(run) for run in runs]


def _alike(text: str, first: Figure, last: Figure, figure: Figure) -> bool:
    """Whether two figures can be members of one list; 320亿、198亿元: the unit may stand at its end alone.

    What is counted may stand beside what is weighed where each is of its own (分别为9万吨、8亿件), and times beside per cent (分别增长3.8倍、80%).
    """
    if last.form is figure.form or (last.quantity.unit == "count" and figure.form is Form.AMOUNT):
        return True
    mixed = any(last.form in forms and figure.form in forms for forms in (_AMOUNTS, _RATES))
    return mixed and _respectively(text, first)


_AMOUNTS = (Form.AMOUNT, Form.COUNT)
_RATES = (Form.PERCENT, Form.TIMES)


def _respectively(text: str, first: Figure) -> bool:
    return "分别" in text[max(0, first.start - 12) : first.start]


def _linked(text: str, first: Figure, last: Figure, figure: Figure) -> bool:
    """Whether only a list mark stands between two figures; after 分别 a verb may stand there too (增长3%和下降0.4%)."""
    if _LIST_LINK.fullmatch(text, last.end, figure.start):
        return True
    if figure.start - last.end > 6 or not _respectively(text, first):
        return False
    return _LIST_OF_CHANGES.fullmatch(text, last.end, figure.start) is not None


def _fill(context: Context) -> Filling:
    for construction in constructions_of(context.figure.form):
        filling = construction.match(context)
        if filling is not None:
            filling = with_stated_topic(_with_topic(filling, context), context)
            filling = with_bracketed_subject(with_lead_measure(filling, context), context)
            filling = with_goods_before(with_partners_trade(filling, context), context)
            filling = _of_the_year_before(_of_an_index(filling, context), context)
            filling = _with_bound(
                _with_count(_of_that_number(_aimed_at(filling, context), context), context), context
            )
            return with_base(filling, context)
    return Filling("unattached", Kind.LEVEL)


_A_YEAR_BEFORE = pattern(r"，(?:而)?(?:去年|上年)同期(?:为|是)?$")
_ALONE_A_YEAR_BEFORE = pattern(r"[，(](?:而)?(?:去年|上年)同期(?:[为是])?(?:增长|下降|上升|回落|上涨|下跌)")


def _of_the_year_before(filling: Filling, context: Context) -> Filling:
    """扣非净亏损9亿元，去年同期亏损8亿元; 出口增长6%（去年同期为下降2%）: what the figure before measures, told short."""
    before, measure, text = context.same_sentence(), filling.measure, context.text
    if before is None or measure is None or before.filling.measure is None:
        return filling
    if filling.kind is Kind.GROWTH is before.filling.kind and _ALONE_A_YEAR_BEFORE.fullmatch(
        text, before.figure.end, context.figure.start
    ):
        return replace(filling, measure=before.filling.measure, subject=before.filling.subject)
    if _A_YEAR_BEFORE.fullmatch(text, before.figure.end, measure.start) is None:
        return filling
    named = before.filling.measure
    if not text.endswith(text[measure.start : measure.end], named.start, named.end):
        return filling
    return replace(filling, measure=named, subject=before.filling.subject)


_AN_AIM = pattern(r"(?:目标|计划|任务|预期)$")


def _aimed_at(filling: Filling, context: Context) -> Filling:
    """卖出3万台机器人，今年的目标是5万台: an aim without words of its own is of what the figure before counts alike."""
    measure = filling.measure
    if (
        measure is None
        or filling.kind is not Kind.LEVEL
        or context.figure.form not in (Form.AMOUNT, Form.COUNT)
    ):
        return filling
    if _AN_AIM.fullmatch(context.text, measure.start, measure.end) is None:
        return filling
    unit = context.figure.quantity.unit
    told = next((one for one in context.earlier_levels() if one.figure.quantity.unit == unit), None)
    if told is None:
        return filling
    return replace(
        filling, measure=told.filling.measure, subject=told.filling.subject, economy=told.filling.economy
    )


_THAT_NUMBER = pattern(r"(?:这|该|上述)(?:一|个|项)*(?:数字|数据|数值|数量|金额|指标)$")


def _of_that_number(filling: Filling, context: Context) -> Filling:
    """产量突破9亿块，2023年这一数字增至30亿块: what points back to the number before is of what that measures."""
    measure = filling.measure
    named = filling.subject
    if named is not None and _points_to_number(context, named):
        before = context.antecedent()  # 这一数字有望攀升至2万亿元
        return filling if before is None else replace(filling, subject=before.filling.subject)
    if measure is None or (filling.subject is not None and filling.subject.start > measure.start):
        return filling
    if not _points_to_number(context, measure):
        return filling
    before = context.antecedent()
    if before is None or (
        before.figure.quantity.unit != context.figure.quantity.unit and filling.kind is Kind.LEVEL
    ):
        return filling
    told = before.filling
    return replace(filling, measure=told.measure, subject=told.subject, economy=told.economy)


_LONGEST_POINTER = 8


def _points_to_number(context: Context, words: Span) -> bool:
    start = max(context.sentence.start, words.end - _LONGEST_POINTER)
    return _THAT_NUMBER.search(context.text, start, words.end) is not None


def _of_an_index(filling: Filling, context: Context) -> Filling:
    """采购经理指数为50.2%: an index told in per cent is no part of anything."""
    measure = filling.measure
    if filling.kind is not Kind.SHARE or filling.base is not None or measure is None:
        return filling
    return replace(filling, kind=Kind.LEVEL) if context.text.endswith("指数", 0, measure.end) else filling


def _with_bound(filling: Filling, context: Context) -> Filling:
    """每县至少培育3家: a bound that stands before the verb of its figure."""
    if filling.comparator is not None or context.figure.form in (Form.RANK, Form.STREAK):
        return filling
    near = max(context.left.start, context.left.end - _NEAREST_BOUND)
    apart = _BOUND_APART.search(context.text, near, context.left.end)
    apart = apart or _BOUND_BEHIND.match(context.text, context.figure.end)
    if apart is None:
        return filling
    word = apart.lastgroup or "bound"
    return replace(filling, comparator=_BOUNDS[apart[word]], apart=Span(*apart.span(word)))


def _with_topic(filling: Filling, context: Context) -> Filling:
    """广东2024年汽车产量: what stands before the time is the subject where nothing nearer is."""
    if context.topic is None or filling.subject is not None:
        return filling
    topic = context.topic
    if said := SAYS.match(context.text, topic.start, topic.end):
        topic = Span(said.end(), topic.end)  # 数据显示，6月新房成交9万套
    for verb in context.grammar.have_at_start.finditer(context.text, topic.start, topic.end):
        if verb.end() == topic.end:  # 财政部下达2025年补助资金: whoever does it
            topic = Span(topic.start, verb.start())
    if topic.start >= topic.end:
        return filling
    phrase = context.phrase(topic)
    subject = phrase.subject if phrase.listed else phrase.measure or phrase.subject
    measure = filling.measure
    if phrase.listed and measure is not None and context.text[measure.start : measure.end] in RATES:
        whose = phrase.measure or topic  # 规模工业增加值1—7月|增速11%: the rate of that
        start = whose.start if subject is None or phrase.measure is None else subject.start
        return replace(filling, subject=Span(start, whose.end), economy=False)
    if subject is not None and subject.end == subject.start + 1:
        return filling  # 这是某某发|布的2025年数据: a verb's rest
    return replace(filling, subject=subject)


_SHORT_NOUN = 3
"""行业, 城市: a noun that says so little that those who are counted say whose a figure is (轻工、化工两个行业)."""


def _with_count(filling: Filling, context: Context) -> Filling:
    """沿海区域9个城市|出口额: things that the figure before counts are named with their number and with whose they are."""
    before = context.before[-1] if context.before else None
    if before is None or before.clause != context.clause:
        return filling
    if before.filling.construction == "greats" and filling.subject is None and filling.measure is not None:
        alike = filling.measure.start == before.figure.start
        return _by_their_names(filling, filling.measure, before, context) if alike else filling
    if before.filling.construction != "counted-after":
        return filling
    if filling.construction == before.filling.construction:
        return filling  # 9镇6乡, 4个方面20条
    things, owner, start = before.filling.measure, before.filling.subject, before.figure.start
    if things is None or things.end <= start:
        return filling
    whose, measure = filling.subject, filling.measure
    if (
        whose is None
        and measure is not None
        and measure.start == things.start
        and measure.end > things.end + 1
        and context.grammar.deed.match(context.text, things.end, measure.end)
    ):
        deed = context.phrase(
            Span(things.end, measure.end)
        )  # 30家酒店|共接待9万人次: theirs, and what they do
        return (
            filling
            if deed.measure is None
            else replace(filling, subject=things, measure=deed.measure, economy=False)
        )
    if whose is None and measure is not None and owner is not None and measure.start == start == owner.end:
        # 水果和粮食两大货类|占七成: those who are counted, by their names
        return replace(filling, measure=Span(owner.start, measure.end))
    if whose is None and measure is not None and owner is None and measure.start == start:
        return _by_their_names(filling, measure, before, context)
    if whose is None and things.end == before.figure.end == context.left.start:
        whose = things  # 中东欧16国|进出口
    if whose is None or whose.start < things.start or whose.end > things.end:
        return filling
    text = context.text
    if owner is not None and (owner.end == start or text[owner.end : start] in _AND):
        if _OWN_PLACE.fullmatch(text, owner.start, owner.end):
            return (
                filling
                if whose.start >= before.figure.end
                else replace(filling, subject=Span(start, whose.end))
            )
        start = owner.start
    elif whose.start < before.figure.end:
        pass  # 6省市
    elif (
        owner is None
        and whose.end - whose.start <= _SHORT_NOUN
        and "、" in text[context.clause.start : start]
    ):
        start, _ = trim(text, context.clause.start, start, context.grammar)
    else:
        return filling
    return replace(filling, subject=Span(start, whose.end))


def _by_their_names(filling: Filling, measure: Span, before: Draft, context: Context) -> Filling:
    """电子和装备两大产业|占七成: those whom a number sums up, by the names before it."""
    if before.figure.quantity.unit != GREAT:
        return filling
    text, start = context.text, before.figure.start
    opens, _ = trim(text, context.clause.start, start, context.grammar)
    if own := _OWN_PLACE.match(text, opens, start):
        opens = own.end()
    names = text[opens:start]
    joined = any(mark in names for mark in "、和与及")
    if not joined or any(character.isdigit() for character in names) or context.topic is not None:
        return filling
    return replace(filling, measure=Span(opens, measure.end))


_AND = ("和", "与", "及", "以及")
_OWN_PLACE = pattern(r"[全我本该][省市县区州国镇]")


def _past_named(text: str, left: Span, drafts: Sequence[Draft], grammar: Grammar) -> Span:
    """8个万亿级集群、3个千亿级集群: the thing that the figure before counts is not the next one's."""
    measure = drafts[-1].filling.measure if drafts else None
    if measure is None or not left.start <= measure.start < measure.end <= left.end:
        return left
    start = measure.end
    if grammar.thing_ends.match(text, start, left.end) and text[start] not in "，、；：让使":
        mark = text.rfind("、", start, left.end)
        counted = drafts[-1].figure.start
        if mark == -1 and not _FOR.search(text, max(0, counted - _NEAR), counted):
            return left
        return Span(max(start, mark), left.end)  # 25项经验获推广、83项案例; 为8000家企业减税30亿元
    if not text.startswith(("、", "，", "和", "及", "与", ")", "让", "使"), start):
        return left
    return Span(start + (text[start] in "让使"), left.end)  # 300台机器人让|焊装自动化率


_TODAY = pattern(r"(?:[今昨前][天日晚晨])[（(]$")


def _before_today(text: str, start: int, end: int) -> int:
    """票房今天（8月16日）突破: where the words before a day end that 今天 opens."""
    today = _TODAY.search(text, max(start, end - 3), end)
    return end if today is None else today.start()


def _behind(text: str, period: Period) -> int:
    """Where the words behind a day begin: outside the bracket that 今天 opens."""
    opened = _before_today(text, 0, period.start) < period.start
    return period.end + (opened and text.startswith((")", "）"), period.end))


def _says_something(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether more than links stands between a time and its figure (产量2030年|达到: it does not)."""
    first, last = trim(text, start, end, grammar)
    return first < last


def _after_time(span: Span, passage: Passage, grammar: Grammar) -> tuple[Span, Span | None]:
    """The words before a figure behind those of time, which say nothing of what is measured; and the words before these.

    What stands before an expression of time may say whose the figure is.
    """
    text, start, end = passage.folded.text, span.start, span.end
    periods = [
        period
        for period in passage.periods_in(span)
        if period.end <= end
        and (period.role is not TimeRole.BASE or _OF_THE_FIGURE.fullmatch(text, period.end, end))
    ]
    for period in reversed(periods):
        # 从2020年的9.6年提升至2025年的10.2年: the time that touches the figure is not its measure
        if _OF_THE_FIGURE.fullmatch(text, period.end, end):
            end = period.start
    if (event := _FROM_AN_EVENT.search(text, max(start, end - _LONGEST_EVENT), end)) is not None:
        end = event.start()  # 市场占有率|从推广前的5%上升到…
    topic = None
    for period in periods:
        if period.end > end:
            break
        head = text[start : period.start]
        if not head.strip(_OPENS_TIME) or len(head) <= 1:
            start = period.end
        elif period.role is not TimeRole.NAME and _says_something(text, _behind(text, period), end, grammar):
            topic = Span(start, _before_today(text, start, period.start))
            start = period.end
        elif period.role is not TimeRole.NAME and period.role is not TimeRole.BASE:
            end = _before_today(
                text, start, period.start
            )  # 产量2030年达到: the measure stands before the time
            break
    while start < end and text[start] in _AFTER_TIME:
        start += 1
    return Span(min(start, end), end), topic
