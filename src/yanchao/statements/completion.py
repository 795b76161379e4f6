"""From figures with their words to whole statements: what a clause leaves out comes from what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from yanchao.lexicon.lexicon import Lexicon
from yanchao.statements.context import Draft, Filling
from yanchao.statements.grammar import Grammar
from yanchao.statements.inherit import Frame, Words, governing_periods, status_of
from yanchao.statements.marks import Mark
from yanchao.statements.passages import Passage
from yanchao.statements.periods import Period
from yanchao.statements.sources import find_sources, is_plan, last_year
from yanchao.statements.statement import Comparator, Evidence, Quantity, Span, Statement, Status

_NEARBY = 120
"""How many characters before a figure a place of its clause can stand."""

_INDUSTRY = re.compile(r"(?:业|产业|集群|公司|集团|股份|产业链|领域|汽车|机器人)$")
_OF_ONE_MEMBER = ("distributed", "relative-clause")
"""Constructions whose subject is one member of a list: what follows the list is not the last member's."""

_FIRM = re.compile(r"(?<!上市)(?:公司|集团|股份|银行)$")
_SUBJECT_ENDS = re.compile(r"作为|成为|通过|依托|围绕|推动|加快|支持|聚焦|立足")
_OPENING_INDUSTRY = re.compile(
    r"(?:[一二三四五六七八九]是|——|同时，|此外，)?(?P<industry>[\u4e00-\u9fff]{0,8}?(?:制造业|服务业|产业|行业|工业|农业|建筑业|金融业|旅游业|经济|产业集群))"
    r"(?!结构|增加值|体系|政策|园|链|化|基地|协会|部|厅|局)[^，。；]*，"
)
_SUBSET = re.compile("其中")
_ITEM = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.、．]|——|[●■◆•·▪])?(?:做[强大优]|发展|培育|打造|壮大)?(?P<industry>[^，。；：:\d《》]{2,16})[：:]"
)
_ORGANISATION = re.compile(
    r"(?:中心|公司|集团|园区|开发区|研究院|研究所|学院|大学|企业|基地|机构|银行|平台|港|厂|实验室)$"
)
_AREA = re.compile(r"(?:经济区|地区|片区|新区|都市圈|开发区|高新区|自贸区|自贸试验区|城市群)")
_IN_PLACE = re.compile(r"(?:同时，|此外，)?(?:在|位于|走进)(?=[\u4e00-\u9fff]{2,8}[，的])")
_WHOLE_REGION = re.compile(r"全省|我省|全国|我国|全球|世界")
_OPENING = 24
_WHOLE_PLACE = re.compile(r"(?:[全我该本][省市县区州国疆])(?=[\u4e00-\u9fff]{2})")
_TOPIC = re.compile(r"(?:在|围绕|聚焦)?[^，。；]{2,20}(?:领域|方面|产业|行业|赛道)[，上中]")
_NEW = re.compile(r"新增|新建|新认定|新设|新培育|净增")
_ABOVE_SCALE = re.compile(r"规上|规模以上")


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
        passage.folded.text, drafts, passage.periods, frame.period.value if frame.period else None
    )
    spoken_of: _SpokenOf | None = None
    statements: list[Statement] = []
    opened: list[Draft] = []  # the figures of the sentence so far, which 预计 may have opened
    cited: tuple[Span, ...] = ()
    last_region = (
        None
        if frame.region is None
        else Words(frame.region, passage.folded.offsets[0], passage.folded.offsets[0])
    )
    # a place that the paragraph opens with: what it says is of that place
    paragraph_place = _opening_place(passage)
    item = _item_heading(passage)
    frame = frame if item is None or item[1] is None else replace(frame, cluster=item[1])
    placed_in: Span | None = None  # the sentence whose figures have named their place
    text = passage.folded.text
    for draft, period in zip(drafts, periods, strict=True):
        if not opened or opened[-1].sentence != draft.sentence:
            opened = []
            cited = find_sources(passage.folded.text, draft.sentence)
        own = _own_subject(draft.filling, passage, grammar)
        if spoken_of is not None and not spoken_of.reaches(draft):
            spoken_of = None
        subject = own or _inherited_subject(
            draft, spoken_of, item[0] if item else None, passage, frame, lexicon, grammar
        )
        cluster = _own_cluster(draft, own, passage, lexicon)
        if cluster is None and own is None and spoken_of is not None and subject is spoken_of.subject:
            cluster = spoken_of.cluster
        cluster = cluster or frame.cluster
        if own is not None and draft.filling.construction not in _OF_ONE_MEMBER:
            spoken_of = _SpokenOf(own, cluster, draft.sentence, _is_firm(draft, own, passage, lexicon))
        source = _source(cited, draft, passage)
        when = _when(period, passage, frame)
        status, status_span = status_of(
            passage.folded.text, draft, when.value if when else None, published=published,
            planned=source is not None and is_plan(source.value), future=bool(frame.future),
            estimate=grammar.estimate, opened=opened,
        )  # fmt: skip
        if status is Status.TARGET and when is None and source is not None:
            when = _plan_year(source, lexicon)
        opened.append(draft)
        region = _region(draft, own, passage, frame, lexicon, grammar)
        if own is None and spoken_of is not None and subject is spoken_of.subject and spoken_of.placeless:
            region = None  # 全年销量, after a firm: the firm's own
        elif region is not None and region.start == region.end and placed_in == draft.sentence:
            region = last_region  # 广东工业增加值3万亿元，增长4%: the sentence goes on about its place
        elif (
            region is not None
            and region.start == region.end
            and _SUBSET.search(text, draft.clause.start, draft.figure.start)
        ):
            region = last_region  # 其中: a part of what was said before, in the same place
        elif (
            region is not None
            and region.start == region.end
            and paragraph_place is not None
            and not _WHOLE_REGION.search(text, draft.clause.start, draft.figure.start)
        ):
            region = paragraph_place
        if region is not None and region.start < region.end and region is not last_region:
            placed_in = draft.sentence
            if (
                not frame.titled
                and paragraph_place is None
                and region.start - passage.folded.offsets[0] <= _OPENING
                and draft is drafts[0]
            ):
                paragraph_place = region
        last_region = region
        statements.append(
            _statement(
                draft,
                passage,
                grammar,
                lexicon,
                subject=subject,
                own=own is not None,
                cluster=cluster,
                region=region,
                period=when,
                status=status,
                status_span=status_span,
                source=source,
            )
        )
    return tuple(statements)


class _SpokenOf:
    """The subject that the passage speaks of: it goes on through its sentence, an industry's or a firm's further."""

    __slots__ = ("cluster", "placeless", "sentence", "subject")

    def __init__(self, subject: Words, cluster: Words | None, sentence: Span, placeless: bool) -> None:
        self.placeless = placeless
        self.subject = subject
        self.cluster = cluster
        self.sentence = sentence

    def reaches(self, draft: Draft) -> bool:
        return draft.sentence == self.sentence or _INDUSTRY.search(self.subject.value) is not None


def _statement(
    draft: Draft, passage: Passage, grammar: Grammar, lexicon: Lexicon, *, subject: Words | None, own: bool,
    cluster: Words | None, region: Words | None, period: Words | None, status: Status, status_span: Span | None,
    source: Words | None,
) -> Statement:  # fmt: skip
    filling = draft.filling
    measure, base = passage.words(filling.measure), passage.words(filling.base)
    if subject is None and region is not None and region.value in lexicon.regions:
        subject = Words(lexicon.regions[region.value].name, region.start, region.end)
    sentence = Span(*passage.folded.source(draft.sentence.start, draft.sentence.end))

    def evidence(field: str, words: Words, own_words: bool = True) -> Evidence:
        stands_here = sentence.start <= words.start < sentence.end and words.start < words.end
        return Evidence(field, words.start, words.end, inherited=not (own_words and stands_here))

    fields = {
        "measure": measure, "subject": subject, "cluster": cluster, "region": region,
        "base": base, "period": period, "source": source,
    }  # fmt: skip
    found = [
        evidence(name, words, own or name != "subject") for name, words in fields.items() if words is not None
    ]
    if status_span is not None:
        found.append(Evidence("status", *passage.folded.source(status_span.start, status_span.end)))
    return Statement(
        quantity=_placed(draft, passage, grammar),
        kind=filling.kind,
        measure=measure.value if measure else None,
        subject=subject.value if subject else None,
        cluster=cluster.value if cluster else None,
        region=region.value if region else None,
        base=base.value if base else None,
        period=period.value if period else None,
        status=status,
        source=source.value if source else None,
        sentence=sentence,
        construction=filling.construction,
        confidence=_confidence(filling, own),
        qualifiers=filling.qualifiers | _qualifiers(draft, passage.folded.text),
        evidence=tuple(found),
    )


def _placed(draft: Draft, passage: Passage, grammar: Grammar) -> Quantity:
    """The quantity in the coordinates of the document, with the sign, comparator and unit that its words give it."""
    source, quantity, filling = passage.folded.source, draft.figure.quantity, draft.filling
    start, end = source(quantity.start, quantity.end)
    comparators = tuple((Span(*source(span.start, span.end)), word) for span, word in quantity.comparators)
    comparator = quantity.comparator
    if filling.comparator is not None and comparator is Comparator.EQUAL:
        comparator = filling.comparator
    placed = replace(quantity, start=start, end=end, comparator=comparator, comparators=comparators)
    if quantity.unit == "count" and _is_money(filling, passage.folded.text, grammar):
        placed = replace(placed, unit="CNY")  # 生产总值突破7万亿: the measure says that it is money
    if filling.negative and quantity.value > 0:
        low = None if quantity.high is None else -quantity.high
        high = None if quantity.low is None else -quantity.low
        placed = replace(placed, value=-quantity.value, low=low, high=high)
    return placed


def _firm_before(draft: Draft, passage: Passage) -> Words | None:
    """公司, where the paragraph says it before the figure."""
    at = passage.folded.text.rfind("公司", 0, draft.figure.start)
    return passage.words(Span(at, at + 2)) if at != -1 else None


def _does(draft: Draft, spoken_of: _SpokenOf, passage: Passage, grammar: Grammar) -> bool:
    """中心选育新品种3个，制定标准2项: an organisation goes on doing things through its sentence."""
    if not _ORGANISATION.search(spoken_of.subject.value):
        return False
    return grammar.have_at_start.match(passage.folded.text, draft.clause.start) is not None


def _is_of_the_whole_economy(filling: Filling, text: str, grammar: Grammar) -> bool:
    if filling.measure is None:
        return False
    listed = grammar.measure_at_end(text, filling.measure.start, filling.measure.end)
    return (
        listed is not None
        and listed[1].id != ""
        and listed[1].scope == "economy"
        and listed[1].dimension != "count"
    )


def _is_money(filling: Filling, text: str, grammar: Grammar) -> bool:
    if filling.measure is None:
        return False
    listed = grammar.measure_at_end(text, filling.measure.start, filling.measure.end)
    return listed is not None and listed[1].dimension == "money"


def _own_subject(filling: Filling, passage: Passage, grammar: Grammar) -> Words | None:
    """The shortest phrase of the words for the subject that names it, or None where they only point back (该集群)."""
    span = filling.subject
    if span is None or span.start >= span.end:
        return None
    text = passage.folded.text
    listed = next(passage.marks_in(span, "entity"), None)
    if listed is not None:
        return passage.words(Span(listed.start, listed.end))
    start, end = span.start, span.end
    cut = _SUBJECT_ENDS.search(text, start, end)
    if cut and cut.start() > start:
        end = cut.start()
    if (whole := _WHOLE_PLACE.match(text, start, end)) and whole.end() < end - 1:
        start = whole.end()
    for mark in passage.marks_in(Span(start, end), "region"):
        names_area = _AREA.fullmatch(text, mark.end, end) is not None
        if mark.start == start and mark.end < end - 1 and text[mark.end] not in "、和与及" and not names_area:
            start = mark.end
    words = passage.words(Span(start, end)) or passage.words(span)
    return None if words is None or grammar.pronouns.fullmatch(words.value) else words


def _opening_place(passage: Passage) -> Words | None:
    """在固州市，…: the place that a paragraph says it is in."""
    opening = _IN_PLACE.match(passage.folded.text)
    if opening is None:
        return None
    mark = next(passage.marks_in(Span(opening.end(), opening.end() + 9), "region"), None)
    return (
        passage.named(mark.id, mark.start, mark.end)
        if mark is not None and mark.start == opening.end()
        else None
    )


def _item_heading(passage: Passage) -> tuple[Words, Words | None] | None:
    """3.先进陶瓷：…: the industry that heads an item, with its cluster; None where the passage has no such heading."""
    match = _ITEM.match(passage.folded.text)
    if match is None:
        return None
    span = Span(*match.span("industry"))
    words = passage.words(span)
    mark = next(passage.marks_in(span, "cluster"), None)
    if words is None or (mark is None and _INDUSTRY.search(words.value) is None):
        return None
    return words, passage.named(mark.id, mark.start, mark.end) if mark else None


def _inherited_subject(
    draft: Draft, spoken_of: _SpokenOf | None, item: Words | None, passage: Passage, frame: Frame, lexicon: Lexicon,
    grammar: Grammar,
) -> Words | None:  # fmt: skip
    if item is not None and not _is_of_the_whole_economy(draft.filling, passage.folded.text, grammar):
        same = spoken_of is not None and spoken_of.sentence == draft.sentence and not draft.filling.economy
        return spoken_of.subject if spoken_of is not None and same else item
    if frame.firm is not None and (draft.filling.economy or spoken_of is None):
        return _firm_before(draft, passage) or (None if draft.filling.economy else frame.firm)
    if draft.filling.economy:
        if (
            spoken_of is not None
            and spoken_of.sentence == draft.sentence
            and _does(draft, spoken_of, passage, grammar)
        ):
            return spoken_of.subject
        return None
    if spoken_of is not None and spoken_of.sentence == draft.sentence:
        return spoken_of.subject
    # 服务业支撑作用明显，增加值…: the industry that the sentence opens with, before its first figure
    opening = _OPENING_INDUSTRY.match(passage.folded.text, draft.sentence.start, draft.clause.start)
    if opening is not None:
        return passage.words(Span(*opening.span("industry")))
    if spoken_of is not None:
        return spoken_of.subject
    cluster = frame.cluster
    return (
        None if cluster is None else Words(lexicon.clusters[cluster.value].name, cluster.start, cluster.end)
    )


def _own_cluster(draft: Draft, subject: Words | None, passage: Passage, lexicon: Lexicon) -> Words | None:
    """The cluster of the statement's own words, else of the topic that its part of the sentence opens with."""
    for span in (draft.filling.subject, draft.filling.measure):
        mark = None if span is None else next(passage.marks_in(span, "cluster"), None)
        if mark is not None:
            return passage.named(mark.id, mark.start, mark.end)
    entity = _entity(draft, subject, passage)
    if entity is not None and (cluster := lexicon.entities[entity.id].cluster):
        return passage.named(cluster, entity.start, entity.end)
    text = passage.folded.text
    part = max(draft.sentence.start, text.rfind("；", draft.sentence.start, draft.figure.start) + 1)
    if topic := _TOPIC.match(text, part):
        mark = next(passage.marks_in(Span(*topic.span()), "cluster"), None)
        if mark is not None:
            return passage.named(mark.id, mark.start, mark.end)
    return None


def _entity(draft: Draft, subject: Words | None, passage: Passage) -> Mark | None:
    """The listed firm or body that is the statement's subject."""
    if subject is None or draft.filling.subject is None:
        return None
    for mark in passage.marks_in(draft.filling.subject, "entity"):
        if passage.folded.source(mark.start, mark.end) == (subject.start, subject.end):
            return mark
    return None


def _region(
    draft: Draft, subject: Words | None, passage: Passage, frame: Frame, lexicon: Lexicon, grammar: Grammar
) -> Words | None:
    """Whose place the figure is: named by its own words, else by its clause, else the document's. A firm has none."""
    if subject is not None and _is_firm(draft, subject, passage, lexicon):
        return None
    text, filling = passage.folded.text, draft.filling
    own = [span for span in (filling.subject, filling.measure) if span and span.start >= draft.clause.start]
    nearby = Span(max(draft.clause.start, draft.figure.start - _NEARBY), draft.figure.start)
    for span in (*own, nearby):
        for mark in passage.marks_in(span, "region"):
            whole_subject = span == filling.subject and span.start == mark.start
            if filling.base is not None and filling.base.start <= mark.start < filling.base.end:
                continue
            wide = lexicon.regions[mark.id].level in ("world", "country")
            if wide and not _speaks_of(filling, mark, text, grammar):
                continue
            between = text[mark.end : draft.figure.start]
            if not whole_subject and ("、" in between or "等" in between):
                continue  # 襄阳、宜昌等3个城市: a list of places is no place of the figure
            return passage.named(mark.id, mark.start, mark.end)
    opens_with_zone = grammar.cross_province.match(text, draft.sentence.start, draft.clause.start) is not None
    in_own_words = any(grammar.cross_province.search(text, span.start, span.end) for span in own)
    if frame.region is None or opens_with_zone or in_own_words:
        return None
    start = passage.folded.offsets[0]
    return Words(frame.region, start, start)


def _is_firm(draft: Draft, subject: Words, passage: Passage, lexicon: Lexicon) -> bool:
    entity = _entity(draft, subject, passage)
    if entity is not None and lexicon.entities[entity.id].role in ("firm", "leading-firm"):
        return True
    return _FIRM.search(subject.value) is not None


_AMOUNTS = frozenset(("money", "mass", "any", "power", "energy", "person", "length", "area", "visit", "data"))


def _speaks_of(filling: Filling, mark: Mark, text: str, grammar: Grammar) -> bool:
    """Whether the figure is the country's own (全国汽车产量), and 全国 no word of scope (全国重点实验室)."""
    if filling.subject is None or filling.measure is None or filling.subject.start != mark.start:
        return False
    if filling.subject.end == mark.end:
        return True
    listed = grammar.measure_at_end(text, filling.measure.start, filling.measure.end)
    return listed is not None and listed[1].id != "" and listed[1].dimension in _AMOUNTS


def _source(cited: Sequence[Span], draft: Draft, passage: Passage) -> Words | None:
    """The bodies and titles that stand before the figure in its sentence, joined by 、."""
    before = [span for span in cited if span.start < draft.figure.start]
    if not before:
        return None
    words = "、".join(passage.folded.words[span.start : span.end] for span in before)
    return passage.named(words, before[0].start, before[-1].end)


def _plan_year(source: Words, lexicon: Lexicon) -> Words | None:
    """A target without a year of its own takes the last year of the plan that its sentence names."""
    plan = lexicon.plan_of(source.value)
    year = last_year(source.value) or (plan.last if plan else None)
    return Words(str(year), source.start, source.end) if year else None


def _when(period: Period | None, passage: Passage, frame: Frame) -> Words | None:
    if period is None:
        return frame.period
    return None if period.iso is None else passage.named(period.iso, period.start, period.end)


def _qualifiers(draft: Draft, text: str) -> frozenset[str]:
    """What else the words say that an arithmetic relation must respect (see `Statement.qualifiers`)."""
    found = set()
    for span in (draft.filling.measure, draft.filling.subject):
        if span is not None:
            words = text[max(0, span.start - 5) : span.end]
            if _ABOVE_SCALE.search(words):
                found.add("above-scale")
            if "人均" in words:
                found.add("per-capita")
    words = text[max(draft.clause.start, draft.figure.start - 24) : draft.figure.start]
    if "累计" in words:
        found.add("cumulative")
    if _NEW.search(words):
        found.add("new")
    if "其中" in words:
        found.add("subset")
    return frozenset(found)


_SURE = {"unattached": 0.3, "restated": 0.6}


def _confidence(filling: Filling, own: bool) -> float:
    """A first reading of how sure a statement is; `eval` shows how well it is calibrated."""
    sure = _SURE.get(filling.construction, 0.85)
    if filling.measure is None:
        sure = min(sure, 0.4)
    return round(sure - (0.0 if own else 0.1), 2)
