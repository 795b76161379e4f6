"""营业收入达19亿元: the words before the quantity say whose it is and what is measured."""

from __future__ import annotations

from yanchao.quick import pattern, replace
from yanchao.statements.constructions import Example
from yanchao.statements.context import MONEY, Context, Draft, Filling, near
from yanchao.statements.figures import Figure, Form
from yanchao.statements.grammar import UNLISTED
from yanchao.statements.of_each_kind import measured_of_each
from yanchao.statements.phrases import Phrase, verb_at_end
from yanchao.statements.statement import Kind, Span
from yanchao.statements.trimming import trim
from yanchao.statements.words_beside import RECORD

ORDER = 90
NAME = "stands-before"
EXAMPLES = (
    Example("全市出游人次1.7亿。", "1.7亿", {"measure": "出游人次", "unit": "visit"}),
    Example(
        "去年全县茶产业营业收入达12.6亿元。",
        "12.6亿元",
        {"measure": "营业收入", "subject": "茶产业", "kind": "level"},
    ),
    Example("该市拥有高新技术企业320家。", "320家", {"measure": "高新技术企业", "kind": "level"}),
    Example("市内造船厂90家，从业人员2.1万人。", "2.1万人", {"measure": "从业人员"}),
    Example("森林覆盖率稳定在61%以上。", "61%以上", {"measure": "森林覆盖率", "kind": "share"}),
    Example(
        "全省摩托车产量90万辆，其中电动摩托车35万辆。", "35万辆", {"measure": "产量", "subject": "电动摩托车"}
    ),
    Example(
        "汽车产量9万辆，增长5%；工业机器人2万套，增长8%。",
        "2万套",
        {"measure": "产量", "subject": "工业机器人"},
    ),
    Example(
        "蔬菜播种面积39万亩，增长1%，产量10万吨，下降2%；西瓜11万亩，增长3%，产量28万吨。",
        "11万亩",
        {"measure": "播种面积", "subject": "西瓜"},
    ),
    Example(
        "蔬菜播种面积39万亩，增长1%，产量10万吨，下降2%；西瓜11万亩，增长3%，产量28万吨。",
        "28万吨",
        {"measure": "产量", "subject": "西瓜"},
    ),
    Example(
        "我县进口咖啡豆9万吨，增长5%；可可豆2万吨，增长8%；奶粉1万吨，增长3%。",
        "1万吨",
        {"measure": "进口", "subject": "奶粉"},
    ),
    Example(
        "税收收入90亿元，增长2%，从征收来看：海关部门完成30亿元。",
        "30亿元",
        {"measure": "税收收入", "subject": "海关部门"},
    ),
    Example("安排支出90亿元，其中安排教育专项资金9亿元。", "9亿元", {"measure": "教育专项资金"}),
    Example("全省汽车产量保持40%以上增长、达357万辆。", "357万辆", {"measure": "产量", "subject": "汽车"}),
    Example(
        "经济总量占全国比重提升至7%，在东北地区占比由20%提升至21%。",
        "21%",
        {"measure": "经济总量", "base": "东北地区", "kind": "share"},
    ),
    Example("我县在全省占比超过两成。", "超过两成", {"measure": "占比", "base": "全省", "kind": "share"}),
    Example(
        "公路里程9000公里，其中高速公路400公里，分别比上年末增加80公里和20公里。",
        "400公里",
        {"measure": "里程", "subject": "高速公路"},
    ),
    Example(
        "全县实际使用外资8亿美元，其中服务业5亿美元，占62%。",
        "5亿美元",
        {"measure": "实际使用外资", "subject": "服务业"},
    ),
    Example("水泵收入9亿元，占60%；其他6亿元，占40%。", "6亿元", {"measure": "收入", "subject": "其他"}),
    Example("企业90家，其中织布40家、其他9家。", "9家", {"measure": "企业", "subject": "其他"}),
    Example("销量方面，明岳汽车9万辆，增长8%。", "9万辆", {"measure": "销量", "subject": "明岳汽车"}),
    Example(
        "全县外贸增长5%。民营企业进出口稳步提升，进出口9亿元，增长3%。",
        "9亿元",
        {"measure": "进出口", "subject": "民营企业"},
    ),
    Example("全县产值9亿元，出口额再创新高，达到3亿元。", "3亿元", {"measure": "出口额"}),
    Example(
        "发电量90亿千瓦时，增长5%。其中，水电9亿千瓦时，增长3%；火电60亿千瓦时，增长2%；风电1亿千瓦时。",
        "60亿千瓦时",
        {"measure": "发电量", "subject": "火电"},
    ),
    Example(
        "发电量90亿千瓦时，增长5%。其中，水电9亿千瓦时，增长3%；火电60亿千瓦时，增长2%；风电1亿千瓦时。",
        "1亿千瓦时",
        {"measure": "发电量", "subject": "风电"},
    ),
    Example(
        "全县机床产量达9万套，服务机器人90万套，均居全省第一。",
        "90万套",
        {"measure": "产量", "subject": "服务机器人"},
    ),
    Example(
        "全县90种产品产量同比增长。其中，水泥9万吨，增长5%；货车3万辆，下降2%。",
        "3万辆",
        {"measure": "产量", "subject": "货车"},
    ),
    Example("合作社净利润90万元，社员户均分红8000元。", "8000元", {"measure": "社员户均分红"}),
    Example("全县机床企业从无到有，发展到6家。", "6家", {"measure": "机床企业"}),
    Example("北山港完成9万标箱，增长2%。南湾港完成8万标箱，增长3%。", "8万标箱", {"subject": "南湾港"}),
    Example("镇上有包括塑料、五金、电线等配件企业90家。", "90家", {"measure": "配件企业"}),
    Example("举办文艺演出、体育赛事等活动90场。", "90场", {"measure": "活动"}),
    Example("全县实施交通项目15个，竣工10个。", "10个", {"measure": "交通项目"}),
    Example(
        "社会消费品零售总额90亿元，增长5%。按经营地分，城镇80亿元，增长5%；乡村10亿元，增长6%。",
        "10亿元",
        {"measure": "社会消费品零售总额", "subject": "乡村"},
    ),
    Example("软件产业营收40亿元，其中游戏产业12亿元。", "12亿元", {"measure": "营收", "subject": "游戏产业"}),
)

_COMPARED = pattern(
    r"[，、]?(?:由(?!于)|从(?!业|事)|自(?![主贸动来然治由营有身用驾行产])|比(?![重例亚值])|较(?![大好强高多]))[^，。；、]{0,10}$"
)
_GROWS = pattern(r"，(?:同比|比上年)?(?:增长|下降|增加|减少)")
_OUTPUT = pattern(r"(?:产量|销量|出口量|进口量)$")
_RATIO = pattern(r"(?:收入比|倍差|比值|比率|之比|系数)$")
KINDS = {
    Form.PERCENT: Kind.SHARE,
    Form.TIMES: Kind.SHARE,
    Form.RATIO: Kind.SHARE,
    Form.POINTS: Kind.CHANGE,
}


def kind_of(figure: Figure, text: str, measure: Span | None) -> Kind:
    """The kind that a figure has where no verb says otherwise: by its form, and for a bare decimal by its measure."""
    if figure.form is Form.INDEX and measure is not None and _RATIO.search(text[measure.start : measure.end]):
        return Kind.SHARE  # 收入比2.2: a ratio of two amounts
    return KINDS.get(figure.form, Kind.LEVEL)


def match(context: Context) -> Filling | None:
    kind = KINDS.get(context.figure.form, Kind.LEVEL)
    if _COMPARED.match(context.left_words):
        return None
    phrase = context.phrase()
    if phrase.empty and (record := _at_a_record(context)) is not None:
        kind = kind_of(context.figure, context.text, record.measure)
        return Filling(NAME, kind, record.measure, record.subject, economy=record.economy)
    if phrase.empty or _only_grows(context, phrase):
        return None
    if phrase.measure is None:
        antecedent = context.same_sentence()
        measure = antecedent.filling.measure if antecedent else None
        return Filling(NAME, kind, measure, phrase.subject) if measure else None
    if phrase.subject is None and (not phrase.listed or _are_people_of_trade(context, phrase.measure)):
        told = _of_what_was_told(context, phrase, phrase.measure, kind)
        if told is not None:
            return told
    if (things := _summed_up(context, phrase.measure)) is not None:
        return Filling(NAME, kind, things, phrase.subject, economy=True)
    kind = kind_of(context.figure, context.text, phrase.measure)
    economy = phrase.economy or not phrase.listed
    if kind is Kind.SHARE and phrase.subject is not None and (same := _in_another(context, phrase.subject)):
        return same
    if kind is Kind.SHARE and phrase.subject is not None and (inside := _inside(context, phrase.subject)):
        return Filling(NAME, kind, phrase.measure, *inside, economy=economy)
    subject = phrase.subject or (_said_before(context, phrase.measure) if phrase.listed else None)
    return Filling(NAME, kind, phrase.measure, subject, economy=economy)


def _are_people_of_trade(context: Context, named: Span) -> bool:
    """国有控股企业|3922亿元: those whom a number would count, where the figure is money."""
    listed = context.grammar.measure_at_end(context.text, named.start, named.end)
    of_money = context.figure.quantity.unit in MONEY
    return of_money and listed is not None and listed[1].dimension == "count"


_TRADED_ITSELF = pattern(r"(?:进口|出口)[\u4e00-\u9fff]{2}")
"""进口原油9万吨；进口铁矿砂|8万吨: each says by itself what is done with it."""


def _of_what_was_told(context: Context, phrase: Phrase, named: Span, kind: Kind) -> Filling | None:
    """What is measured of those who are but `named`, as the words before tell; None where they tell nothing."""
    if context.text[named.start : named.end] in context.grammar.rest:
        told = _parts_of_the_rest(context)
        return None if told is None else Filling(NAME, kind, told.filling.measure, named)
    if (done := _brought_to(context, named)) is not None:
        stage = done.filling.measure
        begun = None if stage is None else _STAGE_AT_END.search(context.text, stage.start, stage.end)
        if stage is not None and begun is not None and begun.start() > stage.start:
            # 新能源开工16万千瓦、投产|9万千瓦: another stage of the same
            return Filling(NAME, kind, named, Span(stage.start, begun.start()))
        return replace(done.filling, construction=NAME, kind=kind)
    if (each := _output_of_each(context)) is not None:
        return Filling(NAME, kind, each, named)
    if (of := _in_respect_of(context)) is not None:
        return Filling(NAME, kind, of, named)
    if (done := _done_by(context)) is not None:
        return Filling(NAME, kind, done.filling.measure, named)
    whole = _parted(context, named) or _whole(context, phrase)
    if whole is None and _TRADED_ITSELF.match(context.text, named.start, named.end) is None:
        whole = _parallel(context)
    return None if whole is None else Filling(NAME, kind, whole.filling.measure, named)


def _parts_of_the_rest(context: Context) -> Draft | None:
    """机床收入9亿元，其他6亿元; 企业90家，其中织布40家、其他9家: what says of what so much is left, a part or the whole of those."""
    opens = context.text.rfind("其中", context.sentence.start, context.left.end)
    return next(
        (
            draft
            for draft in context.earlier_levels()
            if _alike(draft, context) and (draft.filling.subject or draft.figure.end <= opens or opens == -1)
        ),
        None,
    )


_SUMS_UP = pattern(r"[^，。；等]+、[^，。；等]+等(?:一批)?(?!地|[省市县国])(?P<things>[^，。；、等]{2,14})")


def _summed_up(context: Context, measure: Span) -> Span | None:
    """举办文艺演出、体育赛事等|活动90场: what the things of a list are is counted behind its verb, and not the few that are named."""
    if context.figure.form is not Form.COUNT or context.figure.quantity.unit in ("person", "visit"):
        return None  # 筛查甲病、乙病等慢性病9万人次: how many were, and no number of what the list sums up
    things = _SUMS_UP.fullmatch(context.text, measure.start, measure.end)
    if things is None:
        return None
    includes = context.text.find("包括", measure.start, things.start("things")) != -1
    if not includes and verb_at_end(context.text, context.left.start, measure.start, context.grammar) is None:
        return None
    return Span(*things.span("things"))


_GROWN_UP = pattern(
    r"(?<=[\u4e00-\u9fff]{2})(?:从无到有|从小到大|由小到大|从小变大|从弱到强|由弱到强|从少到多|由少到多|(?:实现|完成)?(?:倍增|翻番|翻倍|新跨越|新突破))，?$"
)
"""整机企业从无到有，发展到6家: what has come to be so many."""


def _at_a_record(context: Context) -> Phrase | None:
    """产值9亿元，出口额再创新高，达到3亿元: what the clause before says has never been as high."""
    earlier = context.earlier_clause
    if earlier is None:
        return None
    if (grown := _GROWN_UP.search(context.text, earlier.start, earlier.end)) is not None:
        return context.phrase(Span(earlier.start, grown.start()))
    if context.same_sentence() is None:
        return None
    end = earlier.end - context.text.endswith("，", earlier.start, earlier.end)
    if RECORD.search(context.text, earlier.start, end) is None:
        return None
    phrase = context.phrase(earlier)
    return phrase if phrase.listed and phrase.measure is not None else None


def _said_before(context: Context, measure: Span) -> Span | None:
    """民营企业进出口提速，进出口9亿元: whose a measure is that the clause before names with whoever has it."""
    earlier = context.earlier_clause
    if earlier is None or earlier.end > measure.start:
        return None
    words = context.text[measure.start : measure.end]
    at = context.text.find(words, earlier.start, earlier.end)
    if at <= earlier.start or context.text.startswith(("的", "、", "和"), at + len(words)):
        return None
    start, end = trim(context.text, earlier.start, at, context.grammar)
    return Span(start, end) if start < end and _HAS_MEASURES.fullmatch(context.text, start, end) else None


_HAS_MEASURES = pattern(r"[^，。；、的]{0,10}(?:企业|产业|行业|业|贸易|地区|部门|产品)")


def _only_grows(context: Context, phrase: Phrase) -> bool:
    """产量保持40%以上增长、达357万辆: what stands between is the verb of the rate before, and no measure."""
    measure = phrase.measure
    return measure is not None and context.text[measure.start : measure.end] in (
        "增长",
        "下降",
        "增幅",
        "增速",
    )


def _output_of_each(context: Context) -> Span | None:
    """90种产品产量增长。其中，钢材6万吨: so much of what the words before count by name."""
    if context.figure.form not in (Form.AMOUNT, Form.COUNT) or context.right_words[:1] not in _CLOSES:
        return None
    each = measured_of_each(context)
    return each if each is not None and _OUTPUT.search(context.text, each.start, each.end) else None


_IN_RESPECT = pattern(r"(?:在)?(?P<what>[^，。；、]{2,10}?)(?:方面|上)[，：]?$")


def _in_respect_of(context: Context) -> Span | None:
    """销量方面，某某汽车9万辆: the measure that the clause before gives to what this one names."""
    earlier = context.earlier_clause
    match = None if earlier is None else _IN_RESPECT.match(context.text, earlier.start, earlier.end)
    if match is None or context.figure.form not in (Form.AMOUNT, Form.COUNT):
        return None
    listed = context.grammar.measure_at_end(context.text, *match.span("what"))
    if listed is None or listed[0] != match.start("what") or listed[1] is UNLISTED:
        return None
    return Span(*match.span("what"))


_STAGES = pattern(
    r"(?:已|新)?(?:签约|落地|入库|开工|动工|在建|续建|竣工|完工|建成|投产|投用|投运|达产|验收|办结|审结|执结|结案|结题|结项|通车|履约|注册)(?:落地|建设|投产|投用)?"
)


_STAGE_AT_END = pattern(r"(?:开工|投产|竣工|完工|投运|并网|签约|落地)$")


def _brought_to(context: Context, measure: Span) -> Draft | None:
    """实施项目15个，竣工10个: how far so many of the things have come that the sentence counted before, by the same counter."""
    if (
        context.figure.form not in (Form.COUNT, Form.AMOUNT)
        or _STAGES.fullmatch(context.text, measure.start, measure.end) is None
    ):
        return None
    unit = context.figure.quantity.unit
    return next((draft for draft in context.earlier_levels() if draft.figure.quantity.unit == unit), None)


_DONE_BY = pattern(
    r"(?:部门|企业|单位|系统|行业|产业|渠道|港区?|口岸|码头|海关)(?:累计|共)?(?:完成|实现|征收|入库)$"
)
_OF_ITS_SENTENCE = pattern(r"(?:其中，?)?[\u4e00-\u9fff]{2,8}(?:港区?|口岸|码头)(?:累计|共)?完成$")


def _done_by(context: Context) -> Draft | None:
    """税收收入90亿元，其中国税部门完成60亿元: who brought in how much of what was measured before."""
    if context.figure.form is not Form.AMOUNT or _DONE_BY.search(context.left_words) is None:
        return None
    told = next((draft for draft in context.earlier_levels() if _alike(draft, context)), None)
    if told is None and _OF_ITS_SENTENCE.fullmatch(
        context.text, context.sentence.start, context.figure.start
    ):
        # 甲港完成9万标箱，增长2%。乙港完成8万标箱: of the same as the sentence before
        return _level_of_the_sentence_before(context)
    return told


_MONEY_OF_ITS_OWN = pattern(
    r"(?:资金|基金|债券|支出|收入|贷款|补贴|经费|投资|保费|分红|工资|奖金)$|[户人亩年月日](?<!全)均[\u4e00-\u9fff]{2,4}$"
)


def _inside(context: Context, subject: Span) -> tuple[Span | None, Span] | None:
    """我县在全省占比: whose share it is, and what of."""
    at = context.text.rfind("在", subject.start, subject.end)
    end = subject.end - context.text.endswith("中", subject.start, subject.end)
    whole = None if at == -1 else context.grammar.universes.match(context.text, at + 1, end)
    if whole is None or _OF_THE_WHOLE.fullmatch(context.text, whole.end(), end) is None:
        return None
    return Span(subject.start, at) if at > subject.start else None, Span(at + 1, end)


def _in_another(context: Context, subject: Span) -> Filling | None:
    """占全国比重7%，在北方地区占比20%: the part of which a share was told, in another universe."""
    text, before = context.text, context.same_sentence()
    if (
        not text.startswith("在", subject.start - 1)
        or before is None
        or before.filling.kind is not Kind.SHARE
    ):
        return None
    if context.grammar.universes.fullmatch(text, subject.start, subject.end) is None:
        return None
    return replace(before.filling, construction=NAME, base=subject, cue=None)


_OF_THE_WHOLE = pattern(r"(?:[^，。；、的]{2,8})?")
"""全国|钢铁产量: what of a universe something is a share of."""


def _whole(context: Context, phrase: Phrase) -> Draft | None:
    """产量90万辆，其中电动摩托车35万辆: the figure before that measures what this one, a bare member, is a part of."""
    part = context.of_a_part
    named = phrase.measure
    if named is not None and _MONEY_OF_ITS_OWN.search(context.text, named.start, named.end):
        return None  # 支出90亿元，其中安排教育资金9亿元: a sum with a name of its own
    if context.figure.form is not Form.AMOUNT and not (context.figure.form is Form.COUNT and part):
        return None
    before = context.same_sentence()
    if before is not None and (part or _is_of_a_part(before, context)):
        # 营收90亿元，增长5%，其中…: what is parted is the amount, not its growth
        before = next((draft for draft in context.earlier_levels() if _alike(draft, context)), None)
    if before is None and part and context.text.startswith("其中", context.sentence.start):
        before = _level_of_the_sentence_before(context)  # 销售收入90亿元，增长5%。其中袋装产品35亿元
    if before is None or before.filling.measure is None or not _alike(before, context):
        return None
    if part and context.figure.form is Form.AMOUNT:
        return before
    goes_on = context.grammar.have_at_start.match(context.text, context.left.start, context.left.end) is None
    return before if not before.filling.economy and (part or goes_on) else None


_PARTED = pattern(r"(?:分|按)[^，。；：\d]{1,12}?(?:看|分|划分)[，：]")


def _parted(context: Context, named: Span) -> Draft | None:
    """零售额90亿元。按经营地分，城镇80亿元；乡村10亿元: of what the sentence before measures, in the same unit."""
    if context.figure.form is not Form.AMOUNT or not _PARTED.match(context.text, context.sentence.start):
        return None
    told = next(context.earlier_levels(), None)
    if told is None:
        told = _level_of_the_sentence_before(context)
    elif told.filling.subject is None:
        return None
    measure = None if told is None else told.filling.measure
    if told is None or measure is None or not _alike(told, context):
        return None
    if named.end - named.start > _SHORT and _OF_A_KIND.search(context.text, named.start, named.end) is None:
        return None
    of_its_own = (
        context.text[named.end - 2 : named.end]
        in context.text[max(measure.start, measure.end - 4) : measure.end]
    )
    return None if of_its_own else told  # 消费品零售总额90亿元。按类型分，商品零售80亿元


_OF_A_KIND = pattern(r"(?:企业|业|经济|单位|贸易|部门)$")
_SHORT = 6
"""How long the name of a part is at most, told as such (外商投资企业)."""


def _level_of_the_sentence_before(context: Context) -> Draft | None:
    told = (draft for draft in reversed(context.before) if draft.sentence.end == context.sentence.start)
    return next(
        (draft for draft in told if draft.filling.kind is Kind.LEVEL and _alike(draft, context)), None
    )


def _parallel(context: Context) -> Draft | None:
    """汽车产量9万辆，增长5%；机器人2万套，增长8%: the next product of a list, its amount and its growth told alike.

    种植面积9万亩，产量3万吨；茶叶2万亩: the next crop, in the unit of what was told first of the one before.
    """
    if not context.before:
        return None
    last = context.before[-1]
    if (next_product := _next_product(context, last)) is not None:
        return next_product
    if _GROWS.match(context.text, context.figure.end) is None:
        return None
    if not context.text[last.figure.end : context.left.start + 1].startswith("；"):
        return None
    level = next(
        (
            draft
            for draft in context.earlier_levels()
            if draft.filling.subject and draft.filling.construction == NAME
        ),
        None,
    )
    measure = None if level is None else level.filling.measure
    told_alike = measure is not None and last.filling.measure == measure
    if measure is not None and told_alike and _OUTPUT.search(context.text, measure.start, measure.end):
        return level
    return next((draft for draft in context.earlier_levels() if _of_a_crop(draft, context)), None) or _traded(
        context
    )


_PRODUCT_ALONE = pattern(r"[，、](?P<what>[\u4e00-\u9fffA-Za-z]{2,8})$")
_CLOSES = ("，", "。", "；", "、", "")


def _next_product(context: Context, last: Draft) -> Draft | None:
    """机器人产量26万套，服务机器人90万套: the next product right behind, in the same counter and with nothing counted behind it."""
    if (
        context.figure.form is not Form.COUNT
        or not _alike(last, context)
        or last.filling.construction != NAME
    ):
        return None
    measure = last.filling.measure
    if measure is None or last.filling.subject is None or last.sentence != context.sentence:
        return None
    if (
        _OUTPUT.search(context.text, measure.start, measure.end) is None
        or context.right_words[:1] not in _CLOSES
    ):
        return None
    alone = _PRODUCT_ALONE.match(context.text, last.figure.end, context.figure.start)
    return None if alone is None else last


_TRADED = pattern(r"(?:进口|出口|生产|销售|收购|外销)(?=[\u4e00-\u9fff]{1,10}$)")


def _traded(context: Context) -> Draft | None:
    """进口咖啡豆9万吨，增长5%；可可豆2万吨: what was done with the first thing was done with the next."""
    for draft in context.earlier_levels():
        measure = draft.filling.measure
        if measure is None or not _alike(draft, context):
            continue
        verb = _TRADED.search(context.text, measure.start, measure.end)
        if verb is not None:
            return replace(draft, filling=replace(draft.filling, measure=Span(*verb.span())))
        if draft.filling.construction != NAME or draft.filling.subject is None:
            return None
    return None


def _of_a_crop(draft: Draft, context: Context) -> bool:
    measure = draft.filling.measure
    if measure is None or draft.filling.subject is None or not _alike(draft, context):
        return False
    return context.text.endswith("面积", measure.start, measure.end)


def _alike(draft: Draft, context: Context) -> bool:
    return draft.figure.quantity.unit == context.figure.quantity.unit


def _is_of_a_part(before: Draft, context: Context) -> bool:
    """其中，制造业5亿美元，占62%；服务业…: a rate or share of a part that 其中 has opened, whichever of them."""
    if before.filling.kind is Kind.LEVEL:
        return False
    level = next(context.earlier_levels(), None)
    measure = None if level is None else level.filling.measure
    if level is None or measure is None or measure != before.filling.measure:
        return False
    start = near(context.sentence.start, level.figure.start)
    opens = context.text.rfind("其中", start, level.figure.start)
    return opens >= measure.end  # 其中餐饮收入96亿元 names a measure of its own
