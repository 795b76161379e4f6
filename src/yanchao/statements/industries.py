"""Of which industry of the packs a figure is: by its own words, by whose it is, by its section."""

from __future__ import annotations

from functools import lru_cache

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.around import Around
from yanchao.statements.context import Draft, near
from yanchao.statements.inherit import Words
from yanchao.statements.marks import Mark
from yanchao.statements.passages import Passage
from yanchao.statements.placeless import entity_of
from yanchao.statements.statement import Span
from yanchao.statements.subjects import Named

_OF_THE_INDUSTRY = pattern(r"(?:全?产业链?|行业|集群)(?:总?规模|总?产值|增加值|营业?收入?|产出)")
"""食品产业全面升级，产业规模达9亿元: of the industry that the sentence named."""

_COUNTED = frozenset("个大类等")
"""8个产业规模超千亿元: several."""

_TOPIC = pattern(r"(?:在|围绕|聚焦)?[^，。；]{2,20}(?:领域|方面|产业|行业|赛道)[，上中]")


def cluster_of(
    draft: Draft, own: Words | None, inherited: Named | None, spoken_of: Named | None, around: Around
) -> Words | None:
    """The cluster of a figure: that of its own words (with `own` its subject), of whose it is, or of its section."""
    cluster = _own_cluster(draft, own, around)
    if cluster is None and inherited is not None:
        cluster = inherited.cluster
    if cluster is None and spoken_of is not None and _is_its_own(draft, spoken_of, around.text):
        cluster = spoken_of.cluster
    return _shared_cluster(draft, around, cluster) or _of_the_texts_firm(own, inherited, around)


_THE_FIRM = ("公司", "本公司", "集团", "本集团", "企业")


def _of_the_texts_firm(own: Words | None, inherited: Named | None, around: Around) -> Words | None:
    """公司营收9亿元, in a text about a firm of the packs' own place: the industry that they give it, where nothing names another."""
    firm = around.frame.firm
    whose = own if own is not None else None if inherited is None else inherited.subject
    if firm is None or whose is None or (whose.value not in _THE_FIRM and whose.value != firm.value):
        return None
    known = firms_by_name(around.lexicon).get(firm.value)
    return Words(known, firm.start, firm.end) if known else None


@lru_cache(maxsize=4)
def firms_by_name(lexicon: Lexicon) -> dict[str, str]:
    """The industry of each firm of the packs' own place, whose industries they list, by each of its names."""
    home = lexicon.home
    return {
        name: entity.cluster
        for entity in lexicon.entities.values()
        if entity.is_firm
        and entity.cluster
        and home
        and entity.region
        and lexicon.within(entity.region, home)
        for name in (entity.name, *entity.aliases)
    }


_KNOWN_FOR = pattern(r"(?:闻名|著称|之都|之乡|名城|重镇|产业集群|特色产业|主导产业)")


def topic_of_paragraph(passage: Passage) -> Words | None:
    """北滘以家电闻名。…: the one industry that a paragraph's first sentence says its place is known for."""
    first = passage.sentences[0] if passage.sentences else None
    named = {} if first is None else {mark.id: mark for mark in passage.marks_in(first, "cluster")}
    if first is None or len(named) != 1:
        return None
    if _KNOWN_FOR.search(passage.folded.text, first.start, first.end) is None:
        return None
    mark = next(iter(named.values()))
    return passage.named(mark.id, mark.start, mark.end)


def _own_cluster(draft: Draft, subject: Words | None, around: Around) -> Words | None:
    """The cluster of the statement's own words, else of the topic that its part of the sentence opens with."""
    passage, text, base = around.passage, around.text, draft.filling.base
    market = base if base is not None and text.endswith("市场", base.start, base.end) else None
    for span in (*_named(draft, text), market):
        mark = None if span is None else next(passage.marks_in(span, "cluster"), None)
        if span is not None and mark is not None and not _says_nothing_of_it(draft, span, mark, around):
            return passage.named(mark.id, mark.start, mark.end)
    entity = entity_of(draft, subject, passage)
    if entity is not None and (cluster := around.lexicon.entities[entity.id].cluster):
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


def _shared_cluster(draft: Draft, around: Around, cluster: Words | None) -> Words | None:
    """The cluster of a figure, else its section's; what several have together (铜业、玻璃合计占…) is at most the section's."""
    passage, frame = around.passage, around.frame
    span = draft.filling.subject
    if span is not None and "、" in passage.folded.text[span.start : span.end]:
        named = {mark.id for mark in passage.marks_in(span, "cluster")}
        if len(named) > 1:
            return frame.cluster if frame.cluster is not None and frame.cluster.value in named else None
    if cluster is None and frame.topic is not None and _is_the_whole_economys(draft, around):
        return None
    return cluster or frame.cluster


_WHOLE_ECONOMY = pattern(
    r"总面积|耕地|人口|乡镇|(?:地区|国内)?生产总值|GDP|财政(?:总?收入|支出)|一般公共预算|城镇化|居民|(?:规模以上|规上|全[省市县区])工业|工业(?:投资|体系)|固定资产投资|社会消费品|市场主体|经营主体|个体工商户"
)


def _is_the_whole_economys(draft: Draft, around: Around) -> bool:
    """全县总人口97万, in a text whose title names an industry: what is the whole place's is not the industry's."""
    frame = around.frame
    if frame.cluster is None or frame.topic is None or frame.cluster.value != frame.topic.value:
        return False
    text, spans = around.text, (draft.filling.subject, draft.filling.measure)
    return any(
        span is not None and _WHOLE_ECONOMY.search(text, span.start, span.end) is not None for span in spans
    )


_BODY_OF_A_LIST = pattern(r"[^、，。；]{0,12}?(?:中心|研究院|研究所|实验室|大学|学院|医院)")
_LIST_OF_BODIES = pattern(r"(?:中心|院|所|实验室|大学)等[^，。；、]{0,6}(?:平台|机构|单位|院所|高校|载体)")
_MAKES = pattern(r"生产|产量|年产|制造|交付|销售|销量|出货|下线|推出|研制|研发")
_EQUIPMENT = ("count:台", "count:套", "count:条", "count:台套", "count:台(套)")


def _says_nothing_of_it(draft: Draft, words: Span, mark: Mark, around: Around) -> bool:
    """Whether a cluster's name in the words of a figure does not say whose it is.

    A body's name in a list of bodies (甲中药创新中心、乙研究院等平台), or the machines of a line in another cluster's section
    (400台机器人让焊装自动化率…).
    """
    text, frame = around.text, around.frame
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
