"""From figures with their words to whole statements: what a clause leaves out comes from what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern, replace
from yanchao.statements.clause_heads import clause_heads, head_of
from yanchao.statements.confidence import sureness
from yanchao.statements.constructions.in_a_project import NAME as IN_A_PROJECT
from yanchao.statements.context import Draft, listed_measure, near
from yanchao.statements.grammar import Grammar
from yanchao.statements.grounds import Place, shared_words
from yanchao.statements.implied_members import its_member, stands_for_several
from yanchao.statements.inherit import Frame, Words, governing_periods, has_aims, status_of
from yanchao.statements.marks import Mark
from yanchao.statements.owning import (
    as_a_whole,
    named_by_kind,
    of_all_of_it,
    site_named_before,
    zone_that_owns,
)
from yanchao.statements.passages import Passage
from yanchao.statements.periods import Period, TimeRole, looks_forward
from yanchao.statements.placeless import acts_in_another_place, entity_of, is_firm, is_of_a_firm
from yanchao.statements.places import (
    called,
    names_of_places,
    opening_places,
    over_provinces,
    place_of,
    zone_of,
)
from yanchao.statements.saying_more import measured_before, out_of_which
from yanchao.statements.sources import (
    annual_year,
    find_sources,
    is_any_paper,
    is_plan,
    last_year,
    tells_of_itself,
    whole_title,
)
from yanchao.statements.statement import Comparator, Origin, Quantity, Span, Statement, Status
from yanchao.statements.subjects import (
    OF_ONE_MEMBER,
    Named,
    acting,
    by_its_name,
    carried,
    counted_thing,
    inherited_subject,
    is_place,
    item_heading,
    own_subject,
)

_OF_THE_INDUSTRY = pattern(r"(?:全?产业链?|行业|集群)(?:总?规模|总?产值|增加值|营业?收入?|产出)")
"""食品产业全面升级，产业规模达9亿元: of the industry that the sentence named."""

_COUNTED = frozenset("个大类等")
"""8个产业规模超千亿元: several."""

_TOPIC = pattern(r"(?:在|围绕|聚焦)?[^，。；]{2,20}(?:领域|方面|产业|行业|赛道)[，上中]")
_NEW = pattern(r"新增|新建|新认定|新设|新培育|净增")


def complete(
    drafts: Sequence[Draft],
    passage: Passage,
    frame: Frame,
    lexicon: Lexicon,
    grammar: Grammar,
    published: date | None,
) -> tuple[Statement, ...]:
    """The statements of one passage, in order.

    Each draft keeps what its own words say; subject, cluster, region, period, status and source that they leave
    out are taken from the clause, sentence, paragraph or heading before, and the evidence says so.
    """
    periods = governing_periods(
        passage.folded.text, drafts, passage.periods, frame.period.value if frame.period else None, published
    )
    text = passage.folded.text
    statements: list[Statement] = []
    opened: list[Draft] = []  # the figures of the sentence so far, which 预计 may have opened
    cited: tuple[Span, ...] = ()
    spoken_of: Named | None = None
    thing: Named | None = None
    leads: Named | None = None  # whose the first figure of the sentence is
    said: Draft | None = None  # the last figure that says by itself what it measures
    item = item_heading(passage, grammar)
    frame = frame if item is None or item.cluster is None else replace(frame, cluster=item.cluster)
    if frame.cluster is None and (topic := _topic_of_paragraph(passage)) is not None:
        frame = replace(frame, cluster=topic)
    places = opening_places(passage, frame, lexicon)
    names = names_of_places(passage, frame, lexicon, grammar)
    heads = clause_heads(passage, lexicon)
    estimate = grammar.estimate if grammar.estimate.search(text) else None
    aims = has_aims(text)
    for number, (draft, period) in enumerate(zip(drafts, periods, strict=True)):
        if not opened or opened[-1].sentence != draft.sentence:
            opened = []
            cited = find_sources(text, draft.sentence, lexicon)
        spoken_of = carried(spoken_of, draft, text)
        draft = as_a_whole(draft, spoken_of, text, grammar)
        own = own_subject(draft.filling, passage, grammar)
        if spoken_of is not None and not spoken_of.reaches(draft, text, grammar):
            spoken_of = None
        whole = out_of_which(draft, opened[-1] if opened else None, passage)
        more = None if own else whole or measured_before(draft, said, spoken_of, passage, grammar)
        said = draft if more is None and draft.filling.measure is not None else said
        speaking = head_of(heads, draft.figure.start) if heads else None
        inherited = (
            None
            if own
            else more
            or inherited_subject(draft, spoken_of, thing, item, speaking, passage, frame, lexicon, grammar)
        )
        if (
            own is None
            and leads is not None
            and leads.sentence == draft.sentence
            and of_all_of_it(draft, text)
        ):
            inherited = leads
        if inherited is not None and inherited.subject == passage.words(draft.filling.measure):
            inherited = None  # 营收超9亿元的企业|8家: what is counted is not its own
        if (
            spoken_of is None
            and inherited is not None
            and inherited.placeless
            and inherited.sentence == draft.sentence
        ):
            spoken_of = inherited  # 公司员工90人，拥有专利30项
        cluster = _own_cluster(draft, own, passage, frame, lexicon)
        if cluster is None and inherited is not None:
            cluster = inherited.cluster
        if cluster is None and spoken_of is not None and _is_its_own(draft, spoken_of, text):
            cluster = spoken_of.cluster
        cluster = _shared_cluster(draft, passage, frame, cluster)
        named = None if own is None else lexicon.measure_by_word.get(own.value)
        measures = named is not None and named.scope == "subject"  # 净利润|亏损9亿元: nobody's name
        if own is not None and not measures and draft.filling.construction not in OF_ONE_MEMBER:
            placeless = is_firm(draft, own, passage, lexicon)
            does = acting(draft, own, passage, lexicon, grammar)
            spoken_of = thing = Named(own, cluster, draft.sentence, placeless, does, at=draft.filling.subject)
            if (owner := zone_that_owns(draft, opened, text)) is not None:
                spoken_of = replace(spoken_of, subject=passage.words(owner) or own, owning=owner)
            elif placeless:
                spoken_of = replace(spoken_of, owning=draft.filling.subject)
            if leads is None or leads.sentence != draft.sentence:
                leads = spoken_of
        if frame.firm is None and (own is None or is_place(own, lexicon)):
            thing = counted_thing(draft, passage) or thing
        source = _source(cited, draft, passage, frame, lexicon)
        when = _when(period, passage, frame)
        today = period is not None and _is_of_today(period, draft, text)
        planned = (
            source is not None
            and is_plan(source.value, lexicon)
            and not tells_of_itself(text, draft, lexicon)
        )
        status, told = status_of(
            text, draft, when.value if when else None, published=published, planned=planned and not today,
            future=bool(frame.future) and not today, since=_goes_on(period, text),
            estimate=estimate, aims=aims, opened=opened, until=None if period is None else looks_forward(period, text),
        )  # fmt: skip
        if status is Status.TARGET and when is None and source is not None:
            when = _plan_year(source, lexicon)
        elif when is None and period is None and source is not None and (year := annual_year(source.value)):
            when = Words(str(year), source.start, source.end)
        placeless = inherited is not None and (
            inherited.placeless or over_provinces(inherited.subject.value, grammar)
        )
        if own is not None and frame.firm is None:
            placeless = (
                draft.filling.construction == IN_A_PROJECT
                or is_of_a_firm(draft, own, speaking, passage, lexicon)
                or (not is_place(own, lexicon) and acts_in_another_place(draft, passage, grammar))
            )
        region, places = place_of(
            draft, own, places, passage, frame, lexicon, grammar, placeless=placeless, first=not statements,
        )  # fmt: skip
        opened.append(draft)
        subject = own or (inherited.subject if inherited else None) or named_by_kind(draft, passage)
        if subject is None:
            subject = (
                zone_of(draft, passage, grammar)
                if region is None
                else called(region, names, draft, passage, frame, lexicon)
            )
        if subject is not None:
            subject = site_named_before(subject, draft, passage) or by_its_name(subject, frame)
        if subject is not None and stands_for_several(subject, grammar):
            subject = its_member(subject, drafts, number, text, grammar)
        measure = passage.words(draft.filling.measure)
        if measure is not None and stands_for_several(measure, grammar):
            measure = its_member(measure, drafts, number, text, grammar)
        statements.append(
            _statement(
                draft, passage, frame, grammar, subject=subject, measure=measure, own=own is not None, cluster=cluster,
                region=region, period=when, status=status, told=told, source=source,
                shared=shared_words(drafts, len(statements), text), before=len(opened) - 1,
            )
        )  # fmt: skip
    return tuple(statements)


_KNOWN_FOR = pattern(r"(?:闻名|著称|之都|之乡|名城|重镇|产业集群|特色产业|主导产业)")


def _topic_of_paragraph(passage: Passage) -> Words | None:
    """北滘以家电闻名。…: the one industry that a paragraph's first sentence says its place is known for."""
    first = passage.sentences[0] if passage.sentences else None
    named = {} if first is None else {mark.id: mark for mark in passage.marks_in(first, "cluster")}
    if first is None or len(named) != 1:
        return None
    if _KNOWN_FOR.search(passage.folded.text, first.start, first.end) is None:
        return None
    mark = next(iter(named.values()))
    return passage.named(mark.id, mark.start, mark.end)


def _statement(
    draft: Draft, passage: Passage, frame: Frame, grammar: Grammar, *, subject: Words | None,
    measure: Words | None, own: bool, cluster: Words | None, region: Words | None, period: Words | None, status: Status,
    told: Span | Origin, source: Words | None, shared: Iterable[tuple[str, Span]], before: int,
) -> Statement:  # fmt: skip
    filling = draft.filling
    base = passage.words(filling.base)
    quantity = _placed(draft, passage, grammar)
    place = Place(draft, passage, frame)
    fields = (
        ("measure", measure), ("cluster", cluster), ("region", region), ("base", base), ("source", source)
    )  # fmt: skip
    found = [place.evidence(name, words.start, words.end) for name, words in fields if words is not None]
    whose = when = None
    if subject is not None:
        whose = place.evidence("subject", subject.start, subject.end, not own)
        found.append(whose)
    if period is not None:
        when = place.evidence("period", period.start, period.end)
        found.append(when)
    if filling.cue is not None:
        found.append(place.beside("kind", filling.cue))
    if measure is not None and quantity.unit != draft.figure.quantity.unit:
        # 生产总值突破7万亿: the measure says that it is money
        found.append(place.evidence("unit", measure.start, measure.end))
    if filling.apart is not None:
        found.append(place.beside("comparator", filling.apart))
    found += [place.beside(name, span) for name, span in shared]
    if (words := place.status(told, period, source)) is not None:
        found.append(words)
    sure = sureness(filling, measure.value if measure else None, whose, when, before, grammar)
    return Statement(
        quantity=quantity,
        kind=filling.kind,
        measure=measure.value if measure else None,
        subject=subject.value if subject else None,
        cluster=cluster.value if cluster else None,
        region=region.value if region else None,
        base=base.value if base else None,
        period=period.value if period else None,
        status=status,
        source=source.value if source else None,
        sentence=place.sentence,
        construction=filling.construction,
        confidence=sure.confidence,
        qualifiers=_qualifiers(draft, passage.folded.text),
        evidence=tuple(found),
        signs=sure.signs,
    )


def _placed(draft: Draft, passage: Passage, grammar: Grammar) -> Quantity:
    """The quantity in the coordinates of the document, with the sign, comparator and unit that its words give it."""
    source, quantity, filling = passage.folded.source, draft.figure.quantity, draft.filling
    start, end = source(quantity.start, quantity.end)
    comparators = tuple((Span(*source(span.start, span.end)), word) for span, word in quantity.comparators)
    comparator = quantity.comparator
    if filling.comparator is not None and comparator is Comparator.EQUAL:
        comparator = filling.comparator
    value, low, high, unit = quantity.value, quantity.low, quantity.high, quantity.unit
    measure = listed_measure(filling, passage.folded.text, grammar) if unit == "count" else None
    if (measure is not None and measure.dimension == "money") or (
        unit == "count" and _is_money(draft.figure.quantity, passage.folded.text, grammar)
    ):
        unit = "CNY"  # 生产总值突破7万亿: the measure says that it is money
    elif unit == "count" and filling.measure is not None:
        unit = _counted_in(passage.folded.text, filling.measure) or unit
    if filling.negative and value > 0:
        value, low, high = -value, None if high is None else -high, None if low is None else -low
    return Quantity(start, end, value, unit, comparator, quantity.resolution, low, high, comparators)


def _counted_in(text: str, measure: Span) -> str | None:
    """出游人次17.94亿: the unit that the name of what is measured ends with, None where it ends with none."""
    return "visit" if text.endswith("人次", measure.start, measure.end) else None


_MULTIPLES = frozenset("万亿")
_NEAR_MONEY = 8


def _is_money(quantity: Quantity, text: str, grammar: Grammar) -> bool:
    """豪掷3亿, 500亿订单: whether the words around a number of 万 or 亿 say that it is money."""
    if text[quantity.end - 1] not in _MULTIPLES:
        return False
    before = max(0, quantity.start - _NEAR_MONEY)
    paid = text[quantity.end - 1] == "亿" and grammar.paid.match(text, quantity.end) is not None
    return paid or grammar.pays.search(text, before, quantity.start) is not None


_BODY_OF_A_LIST = pattern(r"[^、，。；]{0,12}?(?:中心|研究院|研究所|实验室|大学|学院|医院)")
_LIST_OF_BODIES = pattern(r"(?:中心|院|所|实验室|大学)等[^，。；、]{0,6}(?:平台|机构|单位|院所|高校|载体)")
_MAKES = pattern(r"生产|产量|年产|制造|交付|销售|销量|出货|下线|推出|研制|研发")
_EQUIPMENT = ("count:台", "count:套", "count:条", "count:台套", "count:台(套)")


def _says_nothing_of_it(draft: Draft, words: Span, mark: Mark, passage: Passage, frame: Frame) -> bool:
    """Whether a cluster's name in the words of a figure does not say whose it is.

    A body's name in a list of bodies (甲中药创新中心、乙研究院等平台), or the machines of a line in another cluster's section
    (400台机器人让焊装自动化率…).
    """
    text = passage.folded.text
    if "、" in text[words.start : words.end] and _BODY_OF_A_LIST.match(text, mark.end, words.end):
        return _LIST_OF_BODIES.search(text, mark.end, min(words.end + 12, len(text))) is not None
    if frame.cluster is None or draft.filling.construction != "counted-after":
        return False
    if draft.figure.quantity.unit not in _EQUIPMENT:
        return False
    return _MAKES.search(text, near(draft.clause.start, draft.figure.start), draft.figure.start) is None


def _named(draft: Draft, text: str) -> tuple[Span | None, ...]:
    """Subject and measure of a figure, and both where they touch: 高端装备|产业规模 holds the name 高端装备产业."""
    subject, measure = draft.filling.subject, draft.filling.measure
    if subject is None or measure is None or subject.end != measure.start:
        return (subject, measure)
    if "、" in text[subject.start : measure.end] or not text.startswith(("产业", "行业"), measure.start):
        return (subject, measure)
    return (Span(subject.start, measure.end), subject, measure)


def _own_cluster(
    draft: Draft, subject: Words | None, passage: Passage, frame: Frame, lexicon: Lexicon
) -> Words | None:
    """The cluster of the statement's own words, else of the topic that its part of the sentence opens with."""
    base, text = draft.filling.base, passage.folded.text
    market = base if base is not None and text.endswith("市场", base.start, base.end) else None
    for span in (*_named(draft, text), market):
        mark = None if span is None else next(passage.marks_in(span, "cluster"), None)
        if (
            span is not None
            and mark is not None
            and not _says_nothing_of_it(draft, span, mark, passage, frame)
        ):
            return passage.named(mark.id, mark.start, mark.end)
    entity = entity_of(draft, subject, passage)
    if entity is not None and (cluster := lexicon.entities[entity.id].cluster):
        return passage.named(cluster, entity.start, entity.end)
    nearest = near(draft.sentence.start, draft.figure.start)
    measure = draft.filling.measure
    if measure is not None and _OF_THE_INDUSTRY.fullmatch(text, measure.start, measure.end):
        named = {mark.id: mark for mark in passage.marks_in(Span(nearest, measure.start), "cluster")}
        if len(named) == 1 and text[measure.start - 1] not in _COUNTED:
            mark = next(iter(named.values()))
            return passage.named(mark.id, mark.start, mark.end)
    part = max(nearest, text.rfind("；", nearest, draft.figure.start) + 1)
    if topic := _TOPIC.match(text, part):
        mark = next(passage.marks_in(Span(*topic.span()), "cluster"), None)
        if mark is not None:
            return passage.named(mark.id, mark.start, mark.end)
    return None


_OF_ANY_INDUSTRY = pattern(
    r"(?:其中|全|规上|规模以上|龙头|骨干|重点|核心|高新技术|专精特新|上下游|产业链|相关|集聚|聚集|入驻|拥有|培育|现有|已有|的)*"
    r"(?:企业|产业|行业|集群|从业人员|就业|人员)?(?:数量?|总数|规模|产值|总产值|营收|营业收入|收入|利润|利润总额|税收|产业链)*"
)


def _is_its_own(draft: Draft, spoken_of: Named, text: str) -> bool:
    """软件业收入9亿元，从业人员3万人，规上企业90家: whether a figure's words are such as any industry has."""
    if spoken_of.sentence != draft.sentence:
        return False
    spans = [span for span in (draft.filling.subject, draft.filling.measure) if span is not None]
    return bool(spans) and all(_OF_ANY_INDUSTRY.fullmatch(text, span.start, span.end) for span in spans)


def _shared_cluster(draft: Draft, passage: Passage, frame: Frame, cluster: Words | None) -> Words | None:
    """The cluster of a figure, else its section's; what several have together (铜业、玻璃合计占…) is at most the section's."""
    span = draft.filling.subject
    if span is not None and "、" in passage.folded.text[span.start : span.end]:
        named = {mark.id for mark in passage.marks_in(span, "cluster")}
        if len(named) > 1:
            return frame.cluster if frame.cluster is not None and frame.cluster.value in named else None
    if cluster is None and frame.topic is not None and _is_the_whole_economys(draft, frame, passage):
        return None
    return cluster or frame.cluster


_WHOLE_ECONOMY = pattern(
    r"总面积|耕地|人口|乡镇|(?:地区|国内)?生产总值|GDP|财政(?:总?收入|支出)|一般公共预算|城镇化|居民|(?:规模以上|规上|全[省市县区])工业|工业(?:投资|体系)|固定资产投资|社会消费品|市场主体|经营主体|个体工商户"
)


def _is_the_whole_economys(draft: Draft, frame: Frame, passage: Passage) -> bool:
    """全县总人口97万, in a text whose title names an industry: what is the whole place's is not the industry's."""
    if frame.cluster is None or frame.topic is None or frame.cluster.value != frame.topic.value:
        return False
    text, spans = passage.folded.text, (draft.filling.subject, draft.filling.measure)
    return any(
        span is not None and _WHOLE_ECONOMY.search(text, span.start, span.end) is not None for span in spans
    )


def _source(
    cited: Sequence[Span], draft: Draft, passage: Passage, frame: Frame, lexicon: Lexicon
) -> Words | None:
    """The bodies and titles that stand before the figure in its sentence, joined by 、; a short title is told whole."""
    before = [span for span in cited if span.start < draft.figure.start]
    if not before:
        return None
    titles = (*frame.titles, *passage.named_titles())
    named = (whole_title(passage.folded.words[span.start : span.end], titles, lexicon) for span in before)
    known = [name for name in named if not is_any_paper(name, lexicon)]
    return passage.named("、".join(known), before[0].start, before[-1].end) if known else None


def _plan_year(source: Words, lexicon: Lexicon) -> Words | None:
    """A target without a year of its own takes the last year of the plan that its sentence names."""
    plan = lexicon.plan_of(source.value)
    year = last_year(source.value) or (plan.last if plan else None)
    return Words(str(year), source.start, source.end) if year else None


def _when(period: Period | None, passage: Passage, frame: Frame) -> Words | None:
    if period is None:
        return frame.period
    return None if period.iso is None else passage.named(period.iso, period.start, period.end)


def _is_of_today(period: Period, draft: Draft, text: str) -> bool:
    """目前 in a plan: what its sentence tells is no aim (针对当前形势，全年开工… is); nor is what a rise comes from (由2024年的8%)."""
    if period.role is TimeRole.BASE:
        return True
    here = period.role is TimeRole.NOW and draft.sentence.start <= period.start
    return here and not text.startswith("当前", period.start)


def _goes_on(period: Period | None, text: str) -> bool:
    """“十四五”以来: whether a period is told as what has been so far, though it goes on."""
    return period is not None and text.startswith("以来", max(0, period.end - 2))


def _qualifiers(draft: Draft, text: str) -> frozenset[str]:
    """What else the words say that an arithmetic relation must respect (see `Statement.qualifiers`)."""
    filling, found = draft.filling, []
    for span in (filling.measure, filling.subject):
        if span is not None:
            words = text[max(0, span.start - 5) : span.end]
            if "规上" in words or "规模以上" in words:
                found.append("above-scale")
            if "人均" in words:
                found.append("per-capita")
    words = text[max(draft.clause.start, draft.figure.start - 24) : draft.figure.start]
    if "累计" in words:
        found.append("cumulative")
    if ("新" in words or "净" in words) and _NEW.search(words):
        found.append("new")
    if "其中" in words:
        found.append("subset")
    return filling.qualifiers.union(found) if found else filling.qualifiers
