"""From figures with their words to whole statements: what a clause leaves out comes from what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern, replace
from yanchao.statements.agents import agents
from yanchao.statements.around import Around, Told
from yanchao.statements.averaged import from_end_to_end, over_their_frame
from yanchao.statements.clause_heads import ClauseHead, clause_heads, in_order
from yanchao.statements.confidence import sureness
from yanchao.statements.context import Draft, listed_measure
from yanchao.statements.given_titles import as_titled
from yanchao.statements.grammar import Grammar
from yanchao.statements.grounds import Place, shared_words
from yanchao.statements.implied_members import after_its_counterpart, in_full, its_member, stands_for_several
from yanchao.statements.industries import topic_of_paragraph
from yanchao.statements.inherit import Frame, Words, governing_periods
from yanchao.statements.made_daily import as_made_daily
from yanchao.statements.on_record import has_aims
from yanchao.statements.own_kinds import as_the_kinds_own, heads_by_kind
from yanchao.statements.owning import as_a_whole, named_by_kind, site_named_before
from yanchao.statements.passages import Passage
from yanchao.statements.places import Name, called, names_of_places, opening_places, place_of
from yanchao.statements.sources import find_sources
from yanchao.statements.statement import Comparator, Origin, Quantity, Span, Statement, Status
from yanchao.statements.subjects import Named, by_its_name, carried, item_heading
from yanchao.statements.timing import source_of, timed
from yanchao.statements.told_ends import with_told_ends
from yanchao.statements.told_in_turn import with_told_turns
from yanchao.statements.villages import village_named_before
from yanchao.statements.whose import Whose, is_placeless, whose_it_is
from yanchao.statements.zones import counted_to, zone_of

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
    text = passage.folded.text
    over = frame.period.value if frame.period else None
    governing = governing_periods(text, drafts, passage.periods, over, published)
    told_periods = with_told_turns(text, drafts, with_told_ends(text, drafts, governing))
    periods = from_end_to_end(text, drafts, over_their_frame(text, drafts, told_periods, over), over)
    item = item_heading(passage, grammar)
    frame = _of_its_industry(frame, item, passage)
    around = Around(passage, frame, lexicon, grammar, item, _heads(passage, frame, lexicon, grammar))
    names = names_of_places(passage, frame, lexicon, grammar)
    estimate = grammar.estimate if grammar.estimate.search(text) else None
    aims = has_aims(text)
    told = Told(opening_places(passage, frame, lexicon))
    opened: list[Draft] = []  # the figures of the sentence so far, which 预计 may have opened
    cited: tuple[Span, ...] = ()
    aim: Span | None = None  # the word that made a target of the figure before
    statements: list[Statement] = []
    for number, (draft, period) in enumerate(zip(drafts, periods, strict=True)):
        if not opened or opened[-1].sentence != draft.sentence:
            opened = []
            cited = find_sources(text, draft.sentence, lexicon)
        spoken_of = carried(told.spoken_of, draft, text)
        told = told if spoken_of is told.spoken_of else replace(told, spoken_of=spoken_of)
        draft = as_a_whole(draft, told.spoken_of, text, grammar)
        draft = as_titled(draft, passage, frame, lexicon, grammar)
        draft = as_made_daily(draft, opened, text, grammar)
        draft = as_the_kinds_own(draft, frame.kinds, text, grammar)
        whose, told = whose_it_is(draft, told, opened, around)
        source = source_of(cited, draft, around)
        time = timed(
            period, draft, source, opened, around, published=published, estimate=estimate, aims=aims, aim=aim
        )
        aim = time.told if time.status is Status.TARGET and isinstance(time.told, Span) else None
        region, places = place_of(
            draft, whose.own, told.places, passage, frame, lexicon, grammar,
            placeless=is_placeless(draft, whose, around), first=not statements,
        )  # fmt: skip
        told = told if places is told.places else replace(told, places=places)
        subject = _subject(draft, whose, region, names, around)
        region = counted_to(region, subject, passage, frame, lexicon)
        measure = in_full(passage.words(_with_its_newness(draft, text)), grammar)
        measure = after_its_counterpart(measure, drafts, number, text)
        measure = _without_its_owner(measure, subject)
        statements.append(
            _statement(
                draft, passage, frame, grammar, subject=_of_one_member(subject, drafts, number, around),
                measure=_of_one_member(measure, drafts, number, around), own=whose.own is not None,
                cluster=whose.cluster, region=region, period=time.when, status=time.status, told=time.told,
                source=source, shared=shared_words(drafts, number, text), before=len(opened),
            )
        )  # fmt: skip
        opened.append(draft)
    return tuple(statements)


def _heads(passage: Passage, frame: Frame, lexicon: Lexicon, grammar: Grammar) -> tuple[ClauseHead, ...]:
    """What a passage's clauses open with, a body by its kind included where its text goes on about one."""
    heads = in_order((*clause_heads(passage, lexicon), *agents(passage, lexicon)))
    if frame.firm is not None or not frame.kinds:
        return heads
    return in_order((*heads, *heads_by_kind(passage, frame.kinds, grammar)))


def _of_its_industry(frame: Frame, item: Named | None, passage: Passage) -> Frame:
    """The frame of a passage that its heading `item` or its first sentence says to be of an industry."""
    if item is not None and item.cluster is not None:
        return replace(frame, cluster=item.cluster)
    if frame.cluster is None and (topic := topic_of_paragraph(passage)) is not None:
        return replace(frame, cluster=topic)
    return frame


def _subject(
    draft: Draft, whose: Whose, region: Words | None, names: Sequence[Name], around: Around
) -> Words | None:
    """Whose a figure is, by name: what its words or those before say, else what the text calls its place."""
    passage, frame = around.passage, around.frame
    inherited = None if whose.inherited is None else whose.inherited.subject
    subject = whose.own or inherited or named_by_kind(draft, passage, around.grammar)
    if subject is None and region is None:
        subject = zone_of(draft, passage, around.grammar)
    elif subject is None and region is not None:
        subject = called(region, names, draft, passage, frame, around.lexicon)
    return (
        None
        if subject is None
        else site_named_before(subject, draft, passage, around.grammar)
        or village_named_before(subject, draft, passage)
        or by_its_name(subject, frame)
    )


def _of_one_member(words: Words | None, drafts: Sequence[Draft], number: int, around: Around) -> Words | None:
    """Words that stand for several (三次产业), as those of the member that the figure is of."""
    if words is None or not stands_for_several(words, around.grammar):
        return words
    return its_member(words, drafts, number, around.text, around.grammar)


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
        qualifiers=_qualifiers(draft, passage.folded.text, grammar),
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
    elif "(" in unit and "（" in passage.folded.words[quantity.start : quantity.end]:
        unit = unit.replace("(", "（").replace(")", "）")  # a counter in the text's own words: 套（间）
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
    if "个" in text[quantity.start : quantity.end]:
        return True  # 两个亿: so is money counted
    paid = text[quantity.end - 1] == "亿" and grammar.paid.match(text, quantity.end) is not None
    return paid or grammar.pays.search(text, before, quantity.start) is not None


def _without_its_owner(measure: Words | None, subject: Words | None) -> Words | None:
    """东屏电器|年产9万台: what is measured, where its words open with whose it is."""
    if measure is None or subject is None or subject.start != measure.start:
        return measure
    owner = len(subject.value)
    if (
        (owner < _SHORTEST_OWNER and _WHOLE_PLACE.fullmatch(subject.value) is None)
        or len(measure.value) < owner + _SHORTEST_MEASURE
        or not measure.value.startswith(subject.value)
    ):
        return measure
    if measure.value[owner] in _LINKS:
        return measure  # 我国|与东盟贸易总值
    if measure.end - measure.start != len(measure.value):
        return measure  # a line break stands in it
    return Words(measure.value[owner:], measure.start + owner, measure.end)


_WHOLE_PLACE = pattern(r"[全我][国省市县区州]")
"""全国|上市公司超9家: the whole place, which is no part of what is counted where it owns it."""

_LINKS = frozenset("与对和同等、及")
_SHORTEST_OWNER, _SHORTEST_MEASURE = 3, 2
_NEWLY = "新增"
_SHORT = 3


def _with_its_newness(draft: Draft, text: str) -> Span | None:
    """新增公园9座: a short word is no measure without what says that it is of those that are new."""
    measure = draft.filling.measure
    if measure is None or measure.end - measure.start > _SHORT or measure.end > draft.figure.start:
        return measure
    start = measure.start - len(_NEWLY)
    return Span(start, measure.end) if start >= 0 and text.startswith(_NEWLY, start) else measure


_NEARBY = 24
"""How many characters before a figure say of it that it is new, cumulative or a part."""


def _qualifiers(draft: Draft, text: str, grammar: Grammar) -> frozenset[str]:
    """What else the words say that an arithmetic relation must respect (see `Statement.qualifiers`)."""
    filling, found = draft.filling, []
    for span in (filling.measure, filling.subject):
        if span is not None:
            words = text[max(0, span.start - 5) : span.end]
            if "规上" in words or "规模以上" in words:
                found.append("above-scale")
            if "人均" in words:
                found.append("per-capita")
    start = max(draft.clause.start, draft.figure.start - _NEARBY)
    listed = text.rfind("、", start, draft.figure.start) + 1
    if listed and grammar.have_at_start.match(text, listed, draft.figure.start):
        start = listed  # 新增就业9万人、输转劳动力5万人: what is told by a verb of its own
    words = text[start : draft.figure.start]
    if "累计" in words:
        found.append("cumulative")
    if ("新" in words or "净" in words) and _NEW.search(words):
        found.append("new")
    if "其中" in words:
        found.append("subset")
    return filling.qualifiers.union(found) if found else filling.qualifiers
