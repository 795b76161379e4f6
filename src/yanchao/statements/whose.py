"""Whose a figure is: its own words say so, or it goes on about what its passage has spoken of."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.quick import dataclass, replace
from yanchao.statements.around import Around, Told
from yanchao.statements.clause_heads import ClauseHead, head_of
from yanchao.statements.constructions.in_a_project import NAME as IN_A_PROJECT
from yanchao.statements.context import ASIDE, Draft
from yanchao.statements.figures import Form
from yanchao.statements.grammar import UNLISTED
from yanchao.statements.in_person import tells_of_themselves
from yanchao.statements.industries import cluster_of
from yanchao.statements.inherit import Words
from yanchao.statements.of_the_thing import is_of_the_thing
from yanchao.statements.over_provinces import over_provinces
from yanchao.statements.own_subjects import own_subject
from yanchao.statements.owning import (
    of_all_of_it,
    owns_its_clause,
    says_how_far,
    says_what_it_makes,
    serves_others,
    site_of_its_own,
    zone_that_owns,
)
from yanchao.statements.placeless import acts_in_another_place, is_firm, is_of_a_firm
from yanchao.statements.saying_more import measured_before, out_of_which, says_the_measure_again
from yanchao.statements.segments import segment_of_firm
from yanchao.statements.statement import Span
from yanchao.statements.subjects import (
    OF_ONE_MEMBER,
    Named,
    acting,
    counted_thing,
    inherited_subject,
    is_organisation,
    is_place,
)
from yanchao.statements.villages import village_that_owns


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose a figure is: by its `own` words, or `inherited` from what stands before it; `speaking` is what its clause opens with."""

    own: Words | None
    inherited: Named | None
    speaking: ClauseHead | None
    cluster: Words | None


def whose_it_is(draft: Draft, told: Told, opened: Sequence[Draft], around: Around) -> tuple[Whose, Told]:
    """Whose a figure is, and what its passage has told after it; `opened` are the earlier figures of its sentence."""
    passage, lexicon, grammar = around.passage, around.lexicon, around.grammar
    own = (
        segment_of_firm(draft, passage, around.frame, lexicon)
        or own_subject(draft.filling, passage, grammar)
        or site_of_its_own(draft, told.spoken_of, passage, grammar)
    )
    if own is not None and says_the_measure_again(draft, told.said, around.text):
        own, draft = None, replace(draft, filling=replace(draft.filling, subject=None))
    spoken_of = told.spoken_of
    if spoken_of is not None and not spoken_of.reaches(draft, around.text, grammar):
        spoken_of = None
    if spoken_of is not told.spoken_of:
        told = replace(told, spoken_of=spoken_of)
    speaking = head_of(around.heads, draft.figure.start) if around.heads else None
    more = None if own else _said_more_of(draft, told, opened, around)
    inherited = None if own else _inherited(draft, more, told, speaking, around)
    tells = draft.filling.measure is not None and draft.filling.construction != ASIDE
    said = draft if more is None and tells else told.said
    if (
        spoken_of is None
        and inherited is not None
        and (inherited.placeless or (speaking is not None and speaking.words == inherited.subject))
        and inherited.sentence == draft.sentence
    ):
        spoken_of = inherited  # 公司员工90人，拥有专利30项
    whose = Whose(own, inherited, speaking, cluster_of(draft, own, inherited, spoken_of, around))
    if spoken_of is not told.spoken_of or said is not told.said:
        told = replace(told, spoken_of=spoken_of, said=said)
    of_one = draft.filling.construction in OF_ONE_MEMBER and not _of_them_all(draft, opened)
    headed = speaking is not None and (speaking.firm or speaking.by_kind)
    headed = headed and speaking is not None and speaking.start >= draft.sentence.start
    beside = spoken_of is not None and says_how_far(draft, around.text, grammar)
    beside = beside or (headed and says_what_it_makes(draft, around.text, grammar))
    if own is not None and not _is_a_measure(own, around) and not of_one and not beside:
        told = _spoken_of(draft, own, whose.cluster, told, opened, around)
        counted = counted_thing(draft, passage) if around.frame.firm is None else None
        goes_on = is_organisation(own.value) and told.spoken_of is not None and told.spoken_of.owning is None
        if counted is not None and counted.subject.value.endswith(_PROJECTS) and not goes_on:
            told = replace(told, thing=counted)  # 高新区签约项目9个，总投资…: the projects'
    if own is None or is_place(own, lexicon):
        thing = _named_or_counted(draft, inherited, told, opened, around)
        told = told if thing is told.thing else replace(told, thing=thing)
    return whose, told


_PROJECTS = ("项目", "工程")


def _without_measure(own: Words, draft: Draft, around: Around) -> Words:
    """企业营业收入|增速连续5个月回升，利润…: whose a rate's measure is, which alone is spoken of further."""
    span = draft.filling.subject
    if span is None:
        return own
    listed = around.grammar.measure_at_end(around.text, span.start, span.end)
    if listed is None or listed[1] is UNLISTED or listed[1].scope != "subject" or listed[0] < span.start + 2:
        return own
    return around.passage.words(Span(span.start, listed[0])) or own


def _of_them_all(draft: Draft, opened: Sequence[Draft]) -> bool:
    """纺织业产值、利润、税金分别占…；从业人数90万人: whether a list measures one and the same, of which the sentence goes on."""
    whose = draft.filling.subject
    return bool(opened) and whose is not None and opened[-1].filling.subject == whose


def _named_or_counted(
    draft: Draft, inherited: Named | None, told: Told, opened: Sequence[Draft], around: Around
) -> Named | None:
    """What a sentence has named or counted last: no more than that is what it then does for others (债券9亿元，支持项目90个)."""
    before = told.thing if told.thing is not None and told.thing.sentence == draft.sentence else None
    if inherited is not None and inherited.at is not None and inherited is not told.spoken_of:
        before = inherited  # 签订建造合同，合同金额9亿元，交付期…: the contract, which no figure counted
    if before is not None and serves_others(draft, around.text, around.grammar):
        return before
    if before is not None and is_of_the_thing(draft, before.subject, around.text):
        return before  # 小学9所，招生900人，教职工90人: of the schools
    if before is not None and _is_a_part(draft, opened, around.text):
        return before  # 入驻企业90家，其中物流企业7家，营业收入…: of them all
    counted = counted_thing(draft, around.passage) if around.frame.firm is None else None
    return counted or before or told.thing


def _is_a_part(draft: Draft, opened: Sequence[Draft], text: str) -> bool:
    """企业90家，其中规上企业8家，外资企业5家: whether a figure counts a part of what was counted, the first or one behind it."""
    if text.startswith("其中", draft.clause.start):
        return True
    unit = draft.figure.quantity.unit
    for one in reversed(opened):
        if one.figure.form is not Form.COUNT or one.figure.quantity.unit != unit:
            return False
        if text.startswith("其中", one.clause.start):
            return True
    return False


def is_placeless(draft: Draft, whose: Whose, around: Around) -> bool:
    """Whether whose a figure is has no place: a firm, a project, a zone over several provinces."""
    own, inherited, grammar = whose.own, whose.inherited, around.grammar
    if own is not None and around.frame.firm is None:
        return (
            draft.filling.construction == IN_A_PROJECT
            or tells_of_themselves(draft, own, around.passage)
            or _in_a_firms_clause(draft, whose, around)
            or is_of_a_firm(draft, own, whose.speaking, around.passage, around.lexicon)
            or (not is_place(own, around.lexicon) and acts_in_another_place(draft, around.passage, grammar))
        )
    return inherited is not None and (inherited.placeless or over_provinces(inherited.subject.value, grammar))


def _in_a_firms_clause(draft: Draft, whose: Whose, around: Around) -> bool:
    """东屏电器投资9亿元建设的二期项目开工: whether a firm heads the very clause of a figure that is of something of its own."""
    speaking = whose.speaking
    if speaking is None or not speaking.firm or speaking.start < draft.clause.start:
        return False
    return whose.own is not None and not is_place(whose.own, around.lexicon)


def _said_more_of(draft: Draft, told: Told, opened: Sequence[Draft], around: Around) -> Named | None:
    """What a figure says more of, where that is what the figure before counts or measures."""
    whole = out_of_which(draft, opened[-1] if opened else None, around.passage)
    return whole or measured_before(draft, told.said, told.spoken_of, around.passage, around.grammar)


def _inherited(
    draft: Draft, more: Named | None, told: Told, speaking: ClauseHead | None, around: Around
) -> Named | None:
    """Whose a figure without a subject of its own is; None where it is its place's."""
    leads, passage = told.leads, around.passage
    if (
        leads is not None
        and leads.sentence == draft.sentence
        and of_all_of_it(draft, around.text, around.grammar)
    ):
        inherited: Named | None = leads
    else:
        inherited = more or inherited_subject(
            draft, told.spoken_of, told.thing, around.item, speaking, passage, around.frame, around.lexicon,
            around.grammar,
        )  # fmt: skip
    if inherited is not None and inherited.subject == passage.words(draft.filling.measure):
        return None  # 营收超9亿元的企业|8家: what is counted is not its own
    return inherited


def _is_a_measure(own: Words, around: Around) -> bool:
    """净利润|亏损9亿元: what is nobody's name."""
    named = around.lexicon.measure_by_word.get(own.value)
    return named is not None and named.scope == "subject"


def _spoken_of(
    draft: Draft, own: Words, cluster: Words | None, told: Told, opened: Sequence[Draft], around: Around
) -> Told:
    """What is told after a figure that says by itself whose it is: the figures behind may go on about that."""
    passage, lexicon = around.passage, around.lexicon
    placeless = is_firm(draft, own, passage, lexicon)
    does = acting(draft, own, passage, lexicon, around.grammar)
    own = _without_measure(own, draft, around)
    thing = spoken_of = Named(own, cluster, draft.sentence, placeless, does, at=draft.filling.subject)
    if (owner := zone_that_owns(draft, opened, around.text, around.grammar)) is not None:
        spoken_of = replace(thing, subject=passage.words(owner) or own, owning=owner)
    elif placeless:
        spoken_of = replace(thing, owning=draft.filling.subject)
    elif (village := village_that_owns(draft, around.text)) is not None:
        spoken_of = replace(thing, owning=village)
    leads = told.leads
    if leads is None or leads.sentence != draft.sentence:
        leads = spoken_of
    elif (
        owns_its_clause(told.spoken_of, draft, around.text, around.grammar)
        and not placeless
        and not is_place(own, lexicon)
    ):
        spoken_of = told.spoken_of or spoken_of  # 石化区炼油能力9万吨、乙烯产能3万吨，集聚企业…: the zone's
    return replace(told, spoken_of=spoken_of, thing=thing, leads=leads)
