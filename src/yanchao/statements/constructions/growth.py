"""产量同比增长11.2%: a change over an earlier period, as a rate or a multiple."""

from __future__ import annotations

import re

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Draft, Filling
from yanchao.statements.figures import Form
from yanchao.statements.grammar import UNLISTED
from yanchao.statements.of_each_kind import measured_of_each
from yanchao.statements.phrases import EMPTY, Phrase
from yanchao.statements.stated_topics import fares
from yanchao.statements.statement import Kind, Span
from yanchao.statements.trimming import trim

ORDER = 50
NAME = "growth"
FORMS = frozenset((Form.PERCENT, Form.TIMES))
EXAMPLES = (
    Example(
        "全市外贸进出口同比增长6.2%。", "6.2%", {"measure": "外贸进出口", "kind": "growth", "value": 0.062}
    ),
    Example("水泥产量900万吨，下降3.2%。", "3.2%", {"measure": "产量", "kind": "growth", "value": -0.032}),
    Example(
        "全县限额以上单位零售额中，手机增长9%，家电增长4%。",
        "9%",
        {"measure": "零售额", "subject": "手机", "kind": "growth"},
    ),
    Example("近三年产值年均增速达10.4%。", "10.4%", {"kind": "growth"}),
    Example(
        "我国水产品产量同比增长3.1%，两年平均增长2.4%。", "2.4%", {"measure": "产量", "subject": "水产品"}
    ),
    Example("光伏装机容量翻两番。", "翻两番", {"kind": "growth", "value": 3}),
    Example(
        "造纸业营收保持20%以上增长。", "20%以上", {"measure": "营收", "subject": "造纸业", "kind": "growth"}
    ),
    Example("规上工业增加值增长5%，其中采矿业增长1%。", "1%", {"subject": "采矿业", "kind": "growth"}),
    Example(
        "全市规上工业增加值按可比价格计算，同比增长7.1%。",
        "7.1%",
        {"measure": "规上工业增加值", "kind": "growth", "value": 0.071},
    ),
    Example("居民消费价格涨幅2%左右。", "2%左右", {"measure": "居民消费价格涨幅", "kind": "growth"}),
    Example("二手房价格跌幅1.2%。", "1.2%", {"kind": "growth", "value": -0.012}),
    Example(
        "国有企业增加值增长4%，民营企业增长9%。",
        "9%",
        {"measure": "增加值", "subject": "民营企业", "kind": "growth"},
    ),
    Example("全县完成营收9亿元，增速达3%。", "3%", {"measure": "营收", "kind": "growth"}),
    Example(
        "甲公司营收9亿元，同比降幅为3%。", "3%", {"measure": "营收", "subject": "甲公司", "value": -0.03}
    ),
    Example("全县利润降幅收窄至4.4%。", "4.4%", {"measure": "利润降幅", "kind": "growth", "value": -0.044}),
    Example("货币资金余额在2024年末增加15%。", "15%", {"measure": "货币资金余额", "kind": "growth"}),
    Example("营业收入由上年的下降1.1%转为增长2.1%。", "1.1%", {"measure": "营业收入", "value": -0.011}),
    Example("营业收入由上年的下降1.1%转为增长2.1%。", "2.1%", {"measure": "营业收入", "value": 0.021}),
    Example(
        "技改投资增速由上年全年下降1.1%转为增长2.1%。", "2.1%", {"measure": "增速", "subject": "技改投资"}
    ),
    Example(
        "全区实现渔业总产值9亿元，按可比价格计算比上年增长3%。",
        "3%",
        {"measure": "总产值", "subject": "渔业"},
    ),
    Example("茶叶进口量增长12%；咖啡豆增长1倍。", "1倍", {"measure": "进口量", "subject": "咖啡豆"}),
    Example(
        "全县固定资产投资增长11%，高于全市5个百分点，居全市第四。分产业看，第一产业下降8%，第二产业增长56%。",
        "8%",
        {"measure": "固定资产投资", "subject": "第一产业", "kind": "growth", "value": -0.08},
    ),
    Example(
        "全县固定资产投资增长11%，高于全市5个百分点，居全市第四。分产业看，第一产业下降8%，第二产业增长56%。",
        "56%",
        {"measure": "固定资产投资", "subject": "第二产业", "kind": "growth"},
    ),
    Example(
        "工业增加值增长9.3%，增速回落1.2个百分点；其中一季度增长9.5%。",
        "9.5%",
        {"measure": "工业增加值", "kind": "growth"},
    ),
    Example("年产值增长幅度在30%以上。", "30%以上", {"measure": "年产值", "kind": "growth"}),
    Example("全年死亡率5‰，自然增长率2.4‰。", "2.4‰", {"measure": "自然增长率", "kind": "share"}),
    Example("造纸业出现了2.7%的负增长。", "2.7%", {"measure": "造纸业", "kind": "growth", "value": -0.027}),
    Example("公司净利润同比预减40%—55%。", "40%—55%", {"measure": "净利润", "kind": "growth"}),
    Example(
        "全省出口增长9%，广州增长5%，深圳增长6%。",
        "6%",
        {"measure": "出口", "subject": "深圳", "kind": "growth"},
    ),
    Example(
        "机床产量增长最快，同比增速达29%。",
        "29%",
        {"measure": "产量", "subject": "机床", "kind": "growth"},
    ),
    Example(
        "液态奶收入142亿元，毛利率26%；鲜奶业务增长6%。",
        "6%",
        {"measure": "收入", "subject": "鲜奶业务", "kind": "growth"},
    ),
    Example("订单总量增长1.5倍。", "1.5倍", {"kind": "growth", "value": 1.5}),
    Example("全县生产总值增长6%。投资持续向好，同比增长3%。", "3%", {"measure": "投资"}),
    Example("利润由降转升，增长5%。", "5%", {"measure": "利润"}),
    Example("财政收入好于预期，增长3%。", "3%", {"measure": "财政收入"}),
    Example("民间投资由负转正、增长2.3%。", "2.3%", {"measure": "民间投资"}),
    Example("该县以年均2%的用电增速支撑了发展。", "2%", {"measure": "用电", "kind": "growth"}),
    Example("民企占比从40%增长至65%。", "40%", {"measure": "占比", "kind": "share"}),
    Example("工业增加值以6%的速度增长。", "6%", {"measure": "工业增加值", "kind": "growth"}),
    Example(
        "县里确定5%左右的经济增长目标。", "5%左右", {"measure": "增长", "subject": "经济", "status": "target"}
    ),
    Example("上年空调9%的同比增速是近年最高。", "9%", {"subject": "空调", "kind": "growth"}),
    Example(
        "全县工业增加值增长5%。分经济类型看，国有企业增长3%，股份制企业增长6%。",
        "6%",
        {"measure": "工业增加值", "subject": "股份制企业"},
    ),
    Example(
        "全县有22个行业增加值实现增长。其中，纺织业同比增长9%，造纸业增长2%。",
        "2%",
        {"measure": "增加值", "subject": "造纸业", "kind": "growth"},
    ),
    Example("全县工业投资跑出9%的增速。", "9%", {"measure": "工业投资", "kind": "growth"}),
    Example("全县零售额同比高达35%。", "35%", {"measure": "零售额", "kind": "growth"}),
    Example("全县零售额同比-3.5%。", "-3.5%", {"measure": "零售额", "kind": "growth", "value": -0.035}),
    Example("茶叶出口实现5%的较快增长。", "5%", {"measure": "出口", "subject": "茶叶", "kind": "growth"}),
    Example("固州港出现9%的大幅下滑。", "9%", {"kind": "growth", "value": -0.09}),
    Example("瓷砖出口保持了5%的增长。", "5%", {"measure": "出口", "subject": "瓷砖", "kind": "growth"}),
    Example(
        "瓷砖出口每年均保持5%以上的快速增长。",
        "5%以上",
        {"measure": "出口", "subject": "瓷砖", "kind": "growth"},
    ),
    Example("瓷砖出口增长也超过5%。", "超过5%", {"measure": "出口", "subject": "瓷砖", "kind": "growth"}),
)

_PRICED = pattern(
    r"(?P<what>[^，。；]{2,40}?)(?:按(?:照)?(?:(?:可比|不变|现)价(?:格)?(?:口径)?|可比口径|同口径)(?:计算|核算)?|(?:扣除|剔除)(?:价格|基数)(?:变动)?因素后?)[，、]?$"
)
_PRICED_HERE = pattern(
    r"按(?:照)?(?:(?:可比|不变|现行?)价(?:格)?(?:口径)?|可比口径|同口径)(?:计算|核算)?|(?:扣除|剔除)(?:价格|基数)(?:变动)?因素(?:影响)?后?"
)
"""按可比价格计算比上年增长3%: how it is priced, before the verb in the same clause."""

_FOLLOWS_WHAT = pattern(
    r"的(?P<what>[^，。；、的\d]{2,8}?)(?P<verb>增速|增幅|涨幅|升幅|(?P<down>降幅|跌幅)|增长(?=[，。；]))"
)
"""以2%的|用电增速: what grows, behind its rate."""

_SUSTAINS = pattern(
    r"(?:(?:均|都|也|仍|每[年月]均?|连续[^，。；]{1,4}|一直|始终|继续|有望|预计|将|可|已)*)(?:以|保持|维持|实现|取得|呈现|跑出|录得|创下|交出)(?:了|着)?(?:年均|平均)?$"
)
"""外贸保持了|5%的增长: what is said of the rate that stands before what it is called."""

_COMPARED = pattern(
    r"(?:同比|环比)(?:(?:19|20)\d\d年|第?[一二三四]季度|上个?[年月]|上一?季度|[上下]半年|\d{1,2}月份?|同期|末)+$|[与和同跟][^，。；、]{2,14}相[比较]$|在[^，。；、]{1,16}?(?:的)?基础上(?:再|又|进一步|继续)*$|相?(?:(?<![同环占可周])比|较)(?!重|例|值|率|大|快|强|好|高)[^，。；]{0,14}$|(?:由|从)(?:上年|去年|全年|上月|上季度|\d{4}年|\d{1,2}月份?|[上下]半年|[一二三四]季度|同期)+的?$"
)
_TURNS = pattern(
    r"(?P<noun>增速|增幅|涨幅|升幅|降幅|跌幅|增长率|增长速度)(?:(?:持续|逐步|进一步|明显|同步)?(?:收窄|扩大|缩小|回落|回升|提升|提高|放缓|加快|上升|下降))(?:到了?|至|为)$"
)
"""利润降幅收窄至4.4%: a rate that has become another."""

_OF_PRICES = ("涨幅", "升幅", "降幅", "跌幅")
_NOUNS = ("增速", "增幅", "涨幅", "升幅", "降幅", "跌幅", "增长速度", "增长率")
_MARKS = (
    (pattern(r"年均|平均(?:增|递增|下降|复合)"), "annual-average"),
    (pattern(r"环比"), "month-on-month"),
    (pattern(r"可比价|不变价|剔除价格"), "constant-prices"),
    (pattern(r"现价|名义"), "current-prices"),
    (pattern(r"(?:比|较)(?:19|20)\d\d年|累计|五年"), "since-start"),
)


_TRADE = pattern(r"(?:产业|行业|集群|制造业|服务业)$")
"""电子产业|增幅20%: a trade, and no measure."""

_TREND = pattern(r"(?:势头|局面|态势)$")

_YEAR_ON_YEAR = pattern(r"(?:同比|环比)(?:甚至|更|则|均|仅|也|已)*(?:高达|达到?|[为是])?$")
"""零售额同比高达35%, 零售额同比+35%: a rate over the year before that no verb says, since only growth is told so."""

_AIM = pattern(r"的(?P<whose>经济|国内生产总值|地区生产总值|GDP)?(?P<verb>预期增长|增长|增速)目标")
_SETS = pattern(r"(?:确定|设定|制定|提出|锚定|实现|完成|围绕|紧盯)(?:了|好)?$")


_RATE_ALONE = pattern(rf"[，、；]?(?:同比|环比)?(?P<noun>{'|'.join(_NOUNS)})(?:已)?(?:达到?|约?为|高达)?约?")


def _rate_of_the_amount(context: Context) -> Filling | None:
    """营收9亿元，增速达3%: a rate that its noun alone names is of the amount just before it."""
    alone = _RATE_ALONE.fullmatch(context.left_words)
    before = context.before[-1] if alone is not None and context.before else None
    if alone is None or before is None or before.sentence != context.sentence:
        return None
    told = before.filling
    if told.kind is not Kind.LEVEL or before.figure.form is not Form.AMOUNT or told.measure is None:
        return None
    cue = Span(context.left.start + alone.start("noun"), context.left.start + alone.end("noun"))
    return Filling(
        NAME, Kind.GROWTH, told.measure, told.subject, economy=told.economy,
        negative=alone["noun"] in context.grammar.growth_down, qualifiers=qualifiers(context.left_words), cue=cue,
    )  # fmt: skip


def match(context: Context) -> Filling | None:
    words = context.left_words
    if (aim := _aimed_at(context)) is not None:
        return aim
    if (turned := _TURNS.search(words)) is not None:
        return _turned(context, turned)
    if (of_amount := _rate_of_the_amount(context)) is not None:
        return of_amount
    verb = context.grammar.trailing_growth.search(words)
    doubled = "翻" in context.text[context.figure.start : context.figure.end]
    if verb is not None and _is_a_rate_by_name(context):
        return None
    follows = behind = None
    if verb is None:
        follows = context.grammar.growth_behind.match(
            context.text, context.right.start
        ) or context.grammar.rate_behind.match(context.text, context.right.start)
        behind = None if follows else _FOLLOWS_WHAT.match(context.text, context.right.start)
    if behind is not None:
        return _named_behind(context, behind)
    against = _YEAR_ON_YEAR.search(words) if verb is None and follows is None else None
    if verb is None and not doubled and follows is None and against is None:
        return None
    opens = verb or against
    end = context.left.start + (opens.start() if opens else len(words))
    if follows is not None and (sustains := _SUSTAINS.search(words)) is not None:
        end = context.left.start + sustains.start()
    priced_here = _PRICED_HERE.match(words)
    begin = priced_here.end() if priced_here else 0
    if compared := _COMPARED.search(words, begin, end - context.left.start):
        end = context.left.start + compared.start()
    negative = (
        verb["verb"] in context.grammar.growth_down if verb else follows is not None and bool(follows["down"])
    )
    cue = _cue(context, verb, follows)
    phrase = context.phrase(Span(min(context.left.start + begin, end), end))
    if phrase.measure is not None and _TREND.search(context.text, phrase.measure.start, phrase.measure.end):
        phrase = EMPTY  # 扭转下滑的势头、增长9%: how it went, and not what
    measure, subject, economy = phrase.measure, phrase.subject, phrase.economy or not phrase.listed
    noun = verb["verb"] if verb else ""
    if (
        verb
        and noun.endswith(_NOUNS)
        and (measure is None or context.text[measure.start : measure.end] in ("年均", "平均"))
    ):
        if (told := grows_before(context)) is not None:
            return Filling(
                NAME, Kind.GROWTH, told.measure, subject or told.subject, negative=negative,
                economy=told.economy, qualifiers=qualifiers(words), cue=cue,
            )  # fmt: skip
        length = next(len(word) for word in _NOUNS if noun.endswith(word))
        start = context.left.start + verb.end("verb") - length
        return Filling(
            NAME,
            Kind.GROWTH,
            Span(start, start + length),
            subject,
            negative=negative,
            qualifiers=qualifiers(words),
            cue=cue,
        )
    if (
        verb
        and noun in _NOUNS
        and measure is not None
        and not phrase.listed
        and _TRADE.search(context.text, measure.start, measure.end)
    ):
        subject, measure = (
            measure,
            Span(context.left.start + verb.start("verb"), context.left.start + verb.end("verb")),
        )
    if (
        verb
        and measure is not None
        and noun.startswith(_OF_PRICES)
        and measure.end == context.left.start + verb.start()
    ):
        measure = Span(measure.start, measure.end + 2)  # 居民消费价格|涨幅
    rate = Span(*follows.span("verb")) if follows is not None and follows["verb"] in _NOUNS else None
    if rate is not None and measure is not None and subject is None and not phrase.listed:
        subject, measure = measure, rate  # 空调|9%的同比增速
    if measure is not None and subject is None and not phrase.listed and (whole := _within(context)):
        subject, measure, economy = measure, whole, False
    if measure is not None and subject is None and not phrase.listed and (each := measured_of_each(context)):
        subject, measure, economy = measure, each, False
    if (
        measure is not None
        and subject is None
        and (not phrase.listed or _of_a_kind(context, measure))
        and (branch := branch_of(context, measure))
    ):
        subject, measure, economy = measure, branch.filling.measure, False
    if measure is None and (priced := _at_prices(context)) is not None:
        measure, subject, economy = priced.measure, subject or priced.subject, priced.economy
    if measure is None and context.topic is not None and (named := _before_time(context, context.topic)):
        measure, subject, economy = named.measure, subject or named.subject, named.economy
    if measure is None and (told := grows_before(context)) is not None:
        measure, subject, economy = told.measure, subject or told.subject, told.economy
    if measure is None:
        antecedent = context.grown()
        if antecedent is not None:
            measure, economy = antecedent.filling.measure, antecedent.filling.economy
            subject = subject or antecedent.filling.subject
    if measure is None and rate is not None:
        measure = rate  # 以5%的增速发展: nothing else is named
    return Filling(
        NAME,
        Kind.GROWTH,
        measure,
        subject,
        negative=negative,
        economy=economy,
        qualifiers=qualifiers(words),
        cue=cue,
    )


def _is_a_rate_by_name(context: Context) -> bool:
    """人口自然增长率2.4‰: a rate that the packs know by its name, though the words for growth end it."""
    start, end = trim(context.text, context.left.start, context.left.end, context.grammar)
    listed = context.grammar.measure_at_end(context.text, start, end)
    by_name = listed is not None and listed[1] is not UNLISTED and listed[1].scope == "economy"
    return by_name and context.text.endswith("增长率", start, end)


def _aimed_at(context: Context) -> Filling | None:
    """确定5%左右的经济增长目标: a rate that is what is aimed at, of what the aim names."""
    aim = _AIM.match(context.text, context.right.start)
    set_before = not context.left_words.strip("，。；") or _SETS.search(context.left_words) is not None
    if aim is None or not set_before:
        return None
    whose = Span(*aim.span("whose")) if aim["whose"] else None
    verb = Span(*aim.span("verb"))
    return Filling(NAME, Kind.GROWTH, verb, whose, economy=True, cue=verb)


def _named_behind(context: Context, named: re.Match[str]) -> Filling:
    """以2%的用电增速, 6%的经济增长: a rate that is told before what it is of."""
    words = context.left_words
    sustains = _SUSTAINS.search(words)
    end = context.left.start + (sustains.start() if sustains else len(words))
    whose = context.phrase(Span(context.left.start, end))
    return Filling(
        NAME, Kind.GROWTH, Span(*named.span("what")), None if context.same_sentence() else whose.subject or whose.measure,
        negative=bool(named["down"]), qualifiers=qualifiers(words), cue=Span(*named.span("verb")),
    )  # fmt: skip


_WITHIN = pattern(r"(?P<whole>[^，。；、]{3,24}?)(?:当中|之中|中|里)，?$")


def _within(context: Context) -> Span | None:
    """限额以上单位零售额中，家电增长4倍: the measure of which the clause before says that this is a part."""
    earlier = context.earlier_clause
    match = None if earlier is None else _WITHIN.match(context.text, earlier.start, earlier.end)
    phrase = None if match is None else context.phrase(Span(*match.span("whole")))
    return phrase.measure if phrase is not None and phrase.listed else None


def _turned(context: Context, turned: re.Match[str]) -> Filling:
    """利润降幅收窄至4.4%, 增速回落至6%: the rate itself, of what stands before it or of the figure before."""
    at = context.left.start + turned.start("noun")
    noun = Span(at, at + len(turned["noun"]))
    phrase = context.phrase(Span(context.left.start, at))
    negative = turned["noun"] in context.grammar.growth_down
    measure = noun if phrase.measure is None else Span(phrase.measure.start, noun.end)
    return Filling(
        NAME, Kind.GROWTH, measure, phrase.subject, negative=negative, economy=phrase.economy,
        qualifiers=qualifiers(context.left_words), cue=noun,
    )  # fmt: skip


def _before_time(context: Context, topic: Span) -> Phrase | None:
    """现金余额在2024年末增加15%: the measure that stands before the time at which it grew."""
    at = context.text[topic.end - 1] in "在于自从"
    phrase = context.phrase(Span(topic.start, topic.end - at))
    return phrase if phrase.measure is not None and (phrase.listed or at) else None


def _at_prices(context: Context) -> Phrase | None:
    """规上工业增加值按可比价格计算，同比增长7%: what grows stands before how it is priced."""
    earlier = context.earlier_clause
    match = None if earlier is None else _PRICED.match(context.text, earlier.start, earlier.end)
    if earlier is None or match is None:
        return None
    return context.phrase(Span(earlier.start, match.end("what")))


def _cue(context: Context, verb: re.Match[str] | None, follows: re.Match[str] | None) -> Span | None:
    """The words that make a rate a growth; None where its own form does (翻一番)."""
    if verb is not None:
        return Span(context.left.start + verb.start("verb"), context.left.start + verb.end("verb"))
    return Span(*follows.span()) if follows is not None else None


_GROWS = pattern(
    r"(?P<what>[^，。；]{2,24}?)(?:同比|环比)?(?:(?:实现|保持|呈现)?(?:快速|较快|平稳|稳步|稳定|持续|大幅|高速|迅速|强劲)(?:增长|下降|回升|上升)|(?:增长|增速|增幅|下降|降幅|回升|回落|上升|涨幅)(?:最|较|很|进一步|明显|显著|加快|放缓|迅速|平稳|稳定|强劲)[^，。；]{0,6})[，、]?$"
)


def grows_before(context: Context) -> Phrase | None:
    """机床产量增长最快，同比增长9%: what the clause before says of how it grows."""
    earlier = context.earlier_clause
    match = None if earlier is None else _GROWS.match(context.text, earlier.start, earlier.end)
    phrase = None if match is None else context.phrase(Span(*match.span("what")))
    if phrase is not None and phrase.listed:
        return phrase
    what = fares(context)
    return None if what is None else context.phrase(what)


_OF_BRANCHES = pattern(r"增加值$|工业投资$|固定资产投资$")


def branch_of(context: Context, named: Span) -> Draft | None:
    """制造业增长6% after 工业增加值增长5%, 其中对越南增长6%: only a branch is named, the measure is the one before."""
    if (parted := _parted_before(context)) is not None:
        return parted
    words = context.text[named.start : named.end]
    antecedent = context.grown()
    if antecedent is not None and words.endswith(_PARTS_OF_A_FIRM) and not words.endswith("业"):
        told = (Kind.LEVEL, Kind.GROWTH)
        amount = next((one for one in context.earlier() if one.filling.kind in told), None)
        if amount is not None and not amount.filling.economy:
            return amount  # 线上收入36亿元，毛利率26%；批发业务下降3%: of its income
    if antecedent is None:
        return None
    if words in context.grammar.places and antecedent.sentence == context.sentence:
        return antecedent  # 出口增长9%，其后固州增长5%: a place, and what was measured before
    if antecedent.filling.economy and not context.of_a_part and not _has_branches(context, antecedent):
        return None
    same = antecedent.sentence == context.sentence
    if same and context.of_a_part:
        return antecedent
    if antecedent.filling.kind is not Kind.GROWTH:
        return None
    # 空调产量增长5%，电扇增长3%: another product, the same measure
    product = same and antecedent.filling.subject is not None and _follows(context, antecedent)
    return antecedent if words.endswith(_PARTS_OF_A_FIRM) or product else None


_PARTS_OF_A_FIRM = ("业", "业务", "板块", "渠道", "品牌", "产品线")
"""How the names of industries end, and of what a firm's figures are told apart by."""


_PARTED = pattern(
    r"其中[，：]?|(?:(?:分|按|从)[^，。；：\d]{1,12}?(?:看|来看|分|划分)|(?:分|按)[^，。；：\d]{1,8})[，：]|(?:三大门类|主要行业|重点行业)(?:中|来看)[，：]"
)
_BY_KIND = pattern(
    r"(?:分|按)[^，。；：\d]{0,8}(?:类型|性质|所有制|规模|主体)[^，。；：\d]{0,4}(?:看|分|划分)[，：]"
)
_EARLIER_SENTENCES = 8


def _parted_before(context: Context) -> Draft | None:
    """投资增长9%，居全省第四。分产业看，第一产业下降8%: what the sentence before measures, parted from here on."""
    if not _PARTED.match(context.text, context.sentence.start):
        return None
    cut = context.text.rfind("；", context.sentence.start, context.left.start)
    if any(draft.figure.start > cut for draft in context.earlier()):
        return None
    last: Span | None = None
    for draft in context.before[: -_EARLIER_SENTENCES - 1 : -1]:
        if draft.sentence == context.sentence:
            continue
        last = last or draft.sentence
        if draft.sentence != last or last.end != context.sentence.start:
            return None
        if draft.filling.kind is Kind.GROWTH and draft.filling.measure is not None:
            return draft
    return None


def _of_a_kind(context: Context, named: Span) -> bool:
    """国有企业增加值增长4%，民营企业增长9%: enterprises of another kind, not a number of enterprises."""
    if _BY_KIND.match(context.text, context.sentence.start):
        return context.text.endswith("企业", named.start, named.end)
    before = context.same_sentence()
    whose = None if before is None or before.filling.kind is not Kind.GROWTH else before.filling.subject
    text = context.text
    return (
        whose is not None
        and text.endswith("企业", named.start, named.end)
        and text.endswith("企业", whose.start, whose.end)
    )


def _has_branches(context: Context, antecedent: Draft) -> bool:
    """Whether the figure before measures what a whole economy's branches have each (规上工业增加值增长8%，采矿业增长2%)."""
    measure = antecedent.filling.measure
    return measure is not None and _OF_BRANCHES.search(context.text, measure.start, measure.end) is not None


def _follows(context: Context, antecedent: Draft) -> bool:
    """Whether nothing but a comma or semicolon stands between a figure and the clause of this one."""
    return context.text[antecedent.figure.end : context.left.start] in ("", "，", "、", "；")


def qualifiers(words: str) -> frozenset[str]:
    """What else the words before a rate say of it: average, over the month before, at constant prices."""
    return frozenset(name for pattern, name in _MARKS if pattern.search(words))
