"""Whose figures are of no place: firms, what they have, and whoever acts in a place that is not theirs."""

from __future__ import annotations

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.clause_heads import ClauseHead, firm_before, is_name_of_firm, opens_with_firm
from yanchao.statements.context import Draft
from yanchao.statements.grammar import Grammar
from yanchao.statements.inherit import Words
from yanchao.statements.marks import Mark
from yanchao.statements.owning import OF_A_PLACE
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Span

_FIRM = pattern(r"(?<!上市)(?:公司|集团|股份|银行|^该行)$")
THE_FIRM = pattern(
    r"(?:^|[，。；]|(?<![^，。；：])“|(?<=[。！？，])”)(?:(?:20\d\d年|上半年|下半年|前?[一二三四]季度|\d{1,2}月|全年|报告期内?|目前|如今|现在|去年|今年|据介绍|其中|近年来)+，?)?(?:该|本|这家)?(?P<word>公司|企业)(?=[\u4e00-\u9fff])(?!数|家数|总数|户|中|间|群|里|营业收入占)"
)
"""公司, 该企业: how a clause opens that speaks of a firm by the word for it."""


_CLASS_OF_FIRMS = pattern(
    r"(?:全国|我国|中国|国内|全省|全市|各类?|多家|这些|部分)?(?:(?:商业|股份制?|大型|中小型?|中型|小型|外资|民营|政策性|国有|地方|村镇|城市|农村|城商|农商|直销|理财|投资|证券|保险|基金|信托|期货|财产险|人身险|寿险|财险|小额贷款|融资担保|房地产|物流|科技|跨国|建筑|上市|外贸|控股|大型国有)+)(?:公司|集团|银行)"
)
"""商业银行, 各保险公司: those of a kind, and no firm by its name."""


def is_firm(draft: Draft, subject: Words, passage: Passage, lexicon: Lexicon) -> bool:
    entity = entity_of(draft, subject, passage)
    if entity is None and _CLASS_OF_FIRMS.fullmatch(subject.value) is not None:
        return False
    if entity is not None and lexicon.entities[entity.id].is_firm:
        return True
    return (
        _FIRM.search(subject.value) is not None
        or is_name_of_firm(subject.value, lexicon)
        or opens_with_firm(subject.value, lexicon)
    )


def entity_of(draft: Draft, subject: Words | None, passage: Passage) -> Mark | None:
    """The listed firm or body that is the statement's subject."""
    if subject is None or draft.filling.subject is None:
        return None
    for mark in passage.marks_in(draft.filling.subject, "entity"):
        if passage.folded.source(mark.start, mark.end) == (subject.start, subject.end):
            return mark
    return None


_WHAT_FIRMS_HAVE = pattern(
    r"其?(?:产品|员工|订单|设备|新品|出口|海外|境外|线上|线下|单品|主营|研发|发明|授权|核心|自有|旗下|子公司|车间|生产线|产线|新厂|新基地)"
)


def is_of_a_firm(
    draft: Draft, own: Words, head: ClauseHead | None, passage: Passage, lexicon: Lexicon
) -> bool:
    """公司营收9亿元，产品出口占比九成: whether what a figure is of is something that the firm spoken of has, and so of no place."""
    if _WHAT_FIRMS_HAVE.match(own.value) is None:
        return False
    text, start = passage.folded.text, draft.sentence.start
    if head is not None and head.firm and head.start >= start:
        since = head.end
    else:
        said = THE_FIRM.search(text, max(0, start - 1), draft.figure.start)
        if said is None or (
            said["word"] != "公司" and firm_before(passage, said.start() + 1, lexicon) is None
        ):
            return False
        since = said.end()
    return OF_A_PLACE.search(text, since, draft.figure.start) is None


def acts_in_another_place(draft: Draft, passage: Passage, grammar: Grammar) -> bool:
    """北山水泥在云南拥有生产线9条: whether what a figure is of, itself no place, has or does something in one: a firm."""
    text, whose = passage.folded.text, draft.filling.subject
    if whose is None or not text.startswith("在", whose.end):
        return False
    place = next(passage.marks_in(Span(whose.end + 1, draft.figure.start), "region"), None)
    if place is None or place.start != whose.end + 1 or next(passage.marks_in(whose, "region"), None):
        return False
    at = place.end + (text[place.end] in "省市共已")
    return grammar.have_at_start.match(text, at, draft.figure.start) is not None


_AS_WHAT = pattern(
    r"[^，。；]{0,24}?为(?:牵引|引领|核心|契机|抓手|龙头|依托|支点|载体|主阵地|突破口|主战场|先导|样板|示范|标杆)"
)


def is_a_means(mark: Mark, text: str) -> bool:
    """省里以固州科技中心建设为牵引，部署90个项目: whether a place is named as what something is led by, and no figure's own."""
    return text.startswith("以", mark.start - 1) and _AS_WHAT.match(text, mark.end) is not None
