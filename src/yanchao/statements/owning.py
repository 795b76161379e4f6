"""Whose the figures behind a zone, a firm or a trader are: what else would be a whole place's may be its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from yanchao.lexicon.entries import Measure
from yanchao.quick import pattern, replace
from yanchao.statements.context import Draft, listed_measure, near
from yanchao.statements.figures import Form
from yanchao.statements.grammar import Grammar
from yanchao.statements.inherit import Words
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Span

if TYPE_CHECKING:
    from yanchao.statements.clause_heads import ClauseHead
    from yanchao.statements.subjects import Named

OF_A_PLACE = pattern(r"(?<![占居列位于比较过为])[全我本该][省市县区州国](?!第|首|前|平均)|当地")
TRADE = ("trade", "exports", "imports", "surplus")
"""The measures of trade, which are told of together."""


def of_all_of_it(draft: Draft, text: str, grammar: Grammar) -> bool:
    """茶园9万亩，茶青产量3万吨，综合产值40亿元: whether a measure sums up what its sentence has told of its first subject."""
    measure = draft.filling.measure
    return measure is not None and grammar.sums_up.match(text, measure.start) is not None


_AS_FAR_BACK = 200


def site_named_before(subject: Words, draft: Draft, passage: Passage, grammar: Grammar) -> Words | None:
    """固州北山机场，航班接连落地。机场保障航班9万架次: the name that a paragraph has given to what a figure calls by its kind."""
    if subject.value not in grammar.named_sites:
        return None
    text, end = passage.folded.text, draft.sentence.start
    named = [
        Span(*site.span("name"))
        for site in grammar.site_by_name.finditer(text, max(0, end - _AS_FAR_BACK), end)
        if site["kind"] == subject.value
    ]
    return passage.words(named[-1]) if named else None


def named_by_kind(draft: Draft, passage: Passage, grammar: Grammar) -> Words | None:
    """园区现有企业90家: a site by the word for its kind, where nothing before says which one it is."""
    whose = draft.filling.subject
    if whose is None or passage.folded.text[whose.start : whose.end] not in grammar.by_kind:
        return None
    return passage.words(whose)


def says_how_far(draft: Draft, text: str, grammar: Grammar) -> bool:
    """服务网点遍布18个城市，营收9亿元: whether a figure says how far something is spread that the one spoken of has."""
    whose = draft.filling.subject
    if whose is None or draft.figure.form is not Form.COUNT or whose.end > draft.figure.start:
        return False
    return grammar.reaches.search(text, whose.end, draft.figure.start) is not None


_MADE = pattern(r"(?:可|能)?(?:年|月|日)(?:产|销|加工|处理)")


def says_what_it_makes(draft: Draft, text: str, grammar: Grammar) -> bool:
    """茶场年产干茶260吨，产值9亿元: whether a figure is of a product of the one that the clause opens with, which goes on, or of how far it goes."""
    measure = draft.filling.measure
    if measure is not None and _MADE.fullmatch(text, measure.start, measure.end) is not None:
        return True
    return says_how_far(draft, text, grammar)


def site_of_its_own(
    draft: Draft, spoken_of: Named | None, passage: Passage, grammar: Grammar
) -> Words | None:
    """某某电器产值9亿元，园区工业增加值增长9%: a site by the word for its kind is never the thing of another kind spoken of before."""
    whose, text = draft.filling.subject, passage.folded.text
    if whose is None or spoken_of is None:
        return None
    word = text[whose.start : whose.end]
    if word not in grammar.by_kind or grammar.own_kinds.fullmatch(word) is None:
        return None
    return None if spoken_of.subject.value[-1:] in word else passage.words(whose)


def zone_that_owns(draft: Draft, opened: Sequence[Draft], text: str, grammar: Grammar) -> Span | None:
    """开发区完成投资9亿元，进出口3亿元: the zone that the words of a figure open with, which has an economy of its own; else None.

    It is the first that its sentence tells of: the figures `opened` before it stand in its own clause or are its own.
    """
    whose, measure = draft.filling.subject, draft.filling.measure
    if whose is None or measure is None:
        return None
    zone = grammar.owner_zone.match(text, whose.start, max(whose.end, measure.end))
    if zone is None:
        return None
    is_first = all(
        one.clause == draft.clause
        or one.filling.subject == whose
        or whose.start < one.figure.start < whose.end
        for one in opened
    )
    return Span(*zone.span("zone")) if is_first else None


def owns_its_clause(spoken_of: Named | None, draft: Draft, text: str, grammar: Grammar) -> bool:
    """Whether a figure stands in the clause that a zone, which owns what follows, has opened."""
    if spoken_of is None or spoken_of.owning is None or spoken_of.sentence != draft.sentence:
        return False
    zone = spoken_of.owning
    return (
        zone.start >= draft.clause.start
        and grammar.owner_zone.fullmatch(text, zone.start, zone.end) is not None
    )


def as_a_whole(draft: Draft, spoken_of: Named | None, text: str, grammar: Grammar) -> Draft:
    """开发区引进项目9个，完成基础建设投资9亿元: what a zone goes on to do is its own as a whole, and of no other subject."""
    whose, measure = draft.filling.subject, draft.filling.measure
    if spoken_of is None or spoken_of.owning is None or whose is None or measure is None:
        return draft
    if (
        whose.end != measure.start
        or spoken_of.sentence != draft.sentence
        or whose.start <= spoken_of.owning.start
    ):
        return draft
    if _is_a_rate_of_a_measure(whose, measure, text, grammar):
        return replace(
            draft, filling=replace(draft.filling, subject=None, measure=Span(whose.start, measure.end))
        )  # 高新区税收9亿元，增加值|增速高于全市2个百分点
    opens = max(text.rfind(mark, near(draft.sentence.start, whose.start), whose.start) for mark in "，；、。")
    verb = grammar.have_at_start.match(text, opens + 1, whose.start)
    if verb is None or verb.end() != whose.start:
        return draft
    return replace(
        draft,
        filling=replace(draft.filling, subject=None, measure=Span(whose.start, measure.end), economy=True),
    )


_RATES = ("增速", "增幅", "增长率")


def _is_a_rate_of_a_measure(whose: Span, measure: Span, text: str, grammar: Grammar) -> bool:
    """工业增加值|增速: whether what stands for a subject is nobody, but what the packs know to be measured."""
    if text[measure.start : measure.end] not in _RATES:
        return False
    listed = grammar.measure_at_end(text, whose.start, whose.end)
    return (
        listed is not None and listed[0] == whose.start and listed[1].scope != "figure" and bool(listed[1].id)
    )


def is_traded_by(spoken_of: Named, draft: Draft, text: str) -> bool:
    """对某国出口9亿元、进口3亿元: whether what is traded stands in one clause with the one of whom trade was told."""
    at, measure = spoken_of.at, draft.filling.measure
    if at is None or measure is None or at.end >= measure.start:
        return False
    between = text[at.end : measure.start]
    return between.startswith(("出口", "进口", "进出口")) and not any(mark in between for mark in "，；。")


def is_owned(owning: Span | None, draft: Draft, measure: Measure | None, text: str, grammar: Grammar) -> bool:
    """Whether what else would be a whole place's goes on about the one who owns it.

    No place stands between, and its clause opens with a verb or a measure, and no other noun (班列开行9列).
    """
    if owning is None or draft.filling.measure is None:
        return False
    parted = text.startswith("其中", owning.start)
    if parted and "；" in text[owning.start : draft.figure.start]:
        return measure is not None and measure.id in TRADE  # 其中，出口5亿元；进口4亿元
    at = draft.filling.measure.start
    opens = 1 + max(text.rfind(mark, near(draft.sentence.start, at), at) for mark in "，；。：、)")
    if measure is None and not parted and grammar.have_at_start.match(text, opens) is None:
        return False
    since = max(draft.sentence.start, min(owning.end, draft.figure.start))
    return OF_A_PLACE.search(text, since, draft.figure.start) is None


_SHORTEST_BRINGER = 3
_IS_MEASURED = pattern(r"[\u4e00-\u9fff]{0,4}(?:收入|产值|产量|销量|销售额|规模|产业|增加值|面积)")


def _is_measured(spoken_of: Named, text: str) -> bool:
    """冰雪|旅游收入: whether a measure follows the words that name a subject."""
    return spoken_of.at is not None and _IS_MEASURED.match(text, spoken_of.at.end) is not None


def brings(draft: Draft, spoken_of: Named, text: str, grammar: Grammar) -> bool:
    """冰雪旅游收入9亿元，带动就业3万人: whether a clause tells what the one spoken of before does for others."""
    brings = grammar.brings.match(text, draft.clause.start, draft.figure.start)
    if brings is None or (
        len(spoken_of.subject.value) < _SHORTEST_BRINGER and not _is_measured(spoken_of, text)
    ):
        return False
    return spoken_of.at is None or "；" not in text[spoken_of.at.end : draft.figure.start]


def serves_others(draft: Draft, text: str, grammar: Grammar) -> bool:
    """发行债券9亿元，支持项目90个: whether a clause tells what something does for others, and not what is spoken of."""
    start = draft.clause.start
    return text.startswith("支持", start) or grammar.brings.match(text, start, draft.figure.start) is not None


_SHORTEST_BODY = 4
"""How many characters the name of one body has; 机场, 企业 and 园区 may be all of a place's. A port's is one shorter (北山港)."""


def is_of_the_body(draft: Draft, body: Named, passage: Passage, grammar: Grammar) -> bool:
    """北山机场旅客吞吐量90万人次，航线26条: whether a clause that is nothing but a measure and its figure goes on about a body."""
    text, measure = passage.folded.text, draft.filling.measure
    if (
        measure is None
        or body.at is None
        or body.owning is not None
        or len(body.subject.value) < _SHORTEST_BODY - body.subject.value.endswith("港")
    ):
        return False
    if body.subject.value.endswith("企业") or listed_measure(draft.filling, text, grammar) is not None:
        return False
    if "；" in text[body.at.end : draft.figure.start]:
        return False
    return measure.start > draft.sentence.start and text[measure.start - 1] in "，、"


_BUILDS = pattern(
    r"(?P<plans>(?:主要|计划|拟|将|规划|同步|配套)*)(?:建设|新建|改建|扩建|购置|安装|布局|建造|配置|增设)"
)
_POINTS_TO_SITE = pattern(r"[该此](?:项目|基地|工程|园区?|景区|度假区|雪场|港|厂|公园|乐园)")


def builds(draft: Draft, text: str) -> bool:
    """总投资9亿元，新建生产线5条: whether a clause tells what a work is to be made of."""
    return _BUILDS.match(text, draft.clause.start, draft.figure.start) is not None


def is_of_the_site(head: ClauseHead, draft: Draft, text: str) -> bool:
    """Whether a figure is a project's or a site's: it does so in its own clause, or has a measure, or is pointed back to."""
    if head.start < draft.sentence.start:
        return _POINTS_TO_SITE.search(text, draft.sentence.start, draft.figure.start) is not None
    built = _BUILDS.match(text, draft.clause.start, draft.figure.start)
    if built is not None and (built["plans"] or not head.words.value.endswith("工程")):
        return True  # 某某产业园总投资9亿元，主要建设生产线5条
    measure = draft.filling.measure
    of_size = draft.figure.form is Form.AMOUNT or (measure is not None and text[measure.end - 1] in "量率额")
    return not draft.filling.economy or of_size or draft.clause.start <= head.start
