"""夏粮再获丰收，总产量90万吨: the clause before says how something fares, and the figure behind it is of that."""

from __future__ import annotations

from yanchao.quick import pattern, replace
from yanchao.statements.constructions.share_of import RATES
from yanchao.statements.context import Context, Filling, listed_measure, near
from yanchao.statements.figures import Form
from yanchao.statements.grammar import UNLISTED
from yanchao.statements.members import split_list
from yanchao.statements.phrases import left_phrase, subject_phrase
from yanchao.statements.statement import Kind, Span
from yanchao.statements.told_to_fare import words_told_of

_OPENS = (
    r"(?:其中|同时|此外|尤其是|特别是|(?:分|按)[^，。；]{1,6}看|20\d\d年|今年|去年|\d{1,2} ?月份?|上半年|下半年"
    r"|前?[一二三四]季度|全年|以来|年末|[，、 ])*"
)
_ASPECT = r"(?:质效|质量|效益|生产|运行|发展|销售|经营|市场|规模|活力|动力|优势|行情|产销|供需|需求|势头|实力|贡献|韧性|表现|增速|增幅)"
_MANNER = (
    r"(?:同比|总体|整体|基本|持续|保持|一路|稳步|继续|进一步|不断|明显|显著|较快|快速|迅猛|迅速|加速|加快|大幅|小幅|逐步|蓬勃|健康|平稳"
    r"|稳定|再次|再|喜|实现|呈(?:现出?)?|显现出?|爆发式|快|高速|恢复性|全面|有序|有力"
    r"|(?:[两双三]位数|个位数)(?:以上)?的?|正(?=增长)|均|都|双双|全部|不同程度|较?大幅度|同步|连续|逐[月季])"
)
_STATE = (
    r"(?:获?丰收|(?:增量提质|提质增量|扩面提质|提质扩面|换挡提速|扩面增效|扩量提质|增量扩面|扩容提质|提质扩容|量质齐升|扩面增量)|增产(?:增收)?|减产|稳产|热销|走俏|畅销|旺销|走红|火爆|升温|向好|增长|高增|扩大|提升|增强|提速|加快|回升"
    r"|回暖|恢复|改善|企稳|提质|攀升|提高|降低|稳住|稳中提质|稳中向优|好于[预同上去][\u4e00-\u9fff]{1,4}|超预期|创[^，。；\d]{0,6}新高|亮眼|抢眼|不俗|领跑|领先|强劲|有力|稳固|坚挺|略[低高快慢]|[较偏][低高快慢强好弱]|放缓|收窄|靠前|居前|增强|优化|发挥[^，。；]{0,12}?作用|(?:引领|带动|支撑)(?:作用)?(?:明显|有力|强劲|突出)?|发力|上升|下降|下滑|回落|活跃|壮大|发展|提高|突出|凸显|旺盛|走强|走高|走低|平稳|稳定|稳健|良好"
    r"|(?:增长|发展|运行|销售)?(?:趋势|势头|态势|形势)(?:较好|良好|喜人|强劲|平稳)|由[降负跌减]转[增正涨升]|由[增正涨升]转[降负跌减]|转正|稳中有[增升进降]|稳中向好|止跌回升|重塑)"
)
_FARES = pattern(
    rf"{_OPENS}(?P<what>(?!但|凭借|随着|由于|受益|得益|因|尽管|虽|而)(?:(?![的和与及在对为从以是有])[\u4e00-\u9fffA-Za-z“”]){{2,10}}?){_ASPECT}*(?:态势|形势)?"
    rf"{_MANNER}*{_STATE}(?:、{_MANNER}*{_STATE})?(?:态势|势头|、[^，。；]{{2,10}})?，?"
)
_SERVES_AS = pattern(
    rf"{_OPENS}(?:[^，。；、\d]{{0,8}}?(?:始终|一直|坚持|历来)*[把将])?(?P<what>(?:(?![的和与及在对为从以是有把])[\u4e00-\u9fffA-Za-z“”]){{2,12}}?)作为[^，。；]{{2,30}}，?"
)
_BARE_TOPIC = pattern(
    rf"{_OPENS}(?P<what>[^，。；、的和与\d“”]{{2,10}}?等(?:主要|主导|特色)?(?:产品|产业|行业|企业))，"
)
"""激光器等产品，产值占…: what a clause names and says no more of."""

_UNDER_INFLUENCE = pattern(
    rf"{_OPENS}(?P<what>[^，。；受]{{2,40}}?)(?:因)?受(?:到|益于)?[^，。；]{{2,40}}(?:影响|拉动|带动|推动|驱动|冲击|制约|刺激)[^，。；]{{0,14}}，?"
)
"""空调受高温天气影响，销售额增长9%: what something has come about by, and the figure behind it is its."""

_TRADE_FARES = pattern(
    rf"{_OPENS}(?P<what>[^，。；的和与]{{2,12}}?(?:行业|产业|工业|制造业))(?:对外贸易|对外经贸|外贸|进出口贸易|进出口|出口|进口)"
    rf"{_MANNER}*{_STATE}(?:态势|势头)?，?"
)
"""轮胎行业对外贸易快速增长，进出口总额9亿美元: an industry's trade, and not that of the whole place."""

_INDUSTRY_FARES = pattern(
    rf"{_OPENS}(?P<what>(?!加快|加速|推动|推进|促进|提升|助力|带动|聚焦|围绕|打造|培育|壮大|支持|引导|深化|做[强大优])(?:(?![的和与及在对为从以是有由])[\u4e00-\u9fffA-Za-z“”]){{2,12}}?业)(?![务绩主者内界态园区集群链企体]|增加值|[总]?产值|营业)"
    r"[^，。；、的()\d]{2,20}，?"
)
"""汽车制造业挑起大梁，增速达9%: an industry, and whatever is said of it."""

_PARTED = pattern(r"(?:分|按)[^，。；]{1,6}看")
_ABSTRACT = pattern(
    r"(?:企业|公司|项目|园区?|经济|消费|结构|质量|效益|动能|能力|水平|作用|态势|预期|信心|成效|步伐|基础|特色|建设|转型|改革"
    r"|创新|研发|攻关|开放|保障|服务|工作|投入|就业|民生|环境|产品|订单|形势|[省市县区])$"
)
_OWN_ECONOMY = pattern(
    r"(?:民营|县域|数字|海洋|低空|国有|集体|非公有?制?|个体|开放型|实体|平台|银发|夜间)经济$"
)
_HAVE_FIGURES = ("money", "any", "area")


_LISTED = pattern(
    rf"{_OPENS}(?P<what>[^，。；]{{3,60}}?)(?:增速|增幅|涨幅|增长率)?"
    rf"(?:{_MANNER}*(?:(?P<yield>[增减]产)|{_STATE}|上涨|下跌|增加)|(?:均|都|分别|稳|位)*[居列占跻排].*)"
    rf"(?:态势|势头)?，?"
)


_JOINS = pattern(r"[、和与及]")
_NAMED_ALONE = pattern(
    r"(?:[^，。；：、]{0,12}(?:的是|的有|包括|分别是|依次是|依次为))?(?P<what>[^，。；：、\d]{1,24}(?:、[^，。；：、\d]{1,24}){1,12})，?"
)
"""下降的是服装、家电和图书，分别下降…: a clause that is nothing but a list."""


def listed_before(context: Context) -> tuple[tuple[Span, ...], Span | None] | None:
    """蔬菜、瓜果产量稳步增长，分别增长3%、2%: the members that the clause before lists, and what it measures of them.

    The measure is None where the clause names none. 三地增速居全省前三，分别增长…: a rank may stand in the clause.
    """
    count, text = len(context.run), context.text
    clause = _clause_before(context)
    if clause is None or _JOINS.search(text, clause.start, clause.end) is None:
        return None
    named, match = _without_rate(words_told_of(text, clause, context.grammar), context), None
    members = () if named is None else split_list(text, named, count)
    if not members:
        match = _LISTED.fullmatch(text, clause.start, clause.end) or _NAMED_ALONE.fullmatch(
            text, clause.start, clause.end
        )
        named = None if match is None else Span(*match.span("what"))
        members = () if named is None else split_list(text, named, count)
    if named is None or not members:
        return None
    last = members[-1]
    phrase = left_phrase(text, last.start, last.end, context.grammar)
    of_its_own = phrase.measure is not None and phrase.listed and phrase.measure.start > last.start
    name_end = phrase.measure.start if phrase.measure is not None and of_its_own else last.end
    if "、" not in text[clause.start : clause.end] and text[name_end - 1] != "业":
        return None  # 甲和乙用电量增长较快: two that share what is measured
    if phrase.measure is not None and of_its_own:
        return (*members[:-1], Span(last.start, phrase.measure.start)), phrase.measure
    increase = None if match is None or not match.groupdict().get("yield") else Span(*match.span("yield"))
    return members, increase


def _without_rate(named: Span | None, context: Context) -> Span | None:
    """甲县、乙县投资|增速居前二，分别增长…: what grows, where the words name that and not the rate alone."""
    if named is None or context.text[named.end - 2 : named.end] not in RATES:
        return named
    grows = context.grammar.measure_at_end(context.text, named.start, named.end - 2)
    return named if grows is None else Span(named.start, named.end - 2)


def under_influence(context: Context) -> tuple[Span, ...] | None:
    """冰箱、彩电受天气影响，销售额分别增长2%和3%: the members that the clause before lists, and says what acts upon them."""
    clause = _clause_before(context)
    match = None if clause is None else _UNDER_INFLUENCE.fullmatch(context.text, clause.start, clause.end)
    if match is None:
        return None
    start, end = match.span("what")
    if (kinds := _KINDS_OF_THEM.search(context.text, start, end)) is not None:
        end = kinds.start()
    return split_list(context.text, Span(start, end), len(context.run)) or None


_LISTS = pattern(
    r"[^，。；]*的[^，。；、的]{1,8}?(?:分别是|依次为|[有为是]|包括)(?P<what>[^，。；：\d]{3,80}、[^，。；：\d]{1,24})，"
)


def listed_by_the_clause_before(context: Context, at: int) -> tuple[Span, ...]:
    """产值超10亿元的镇有甲镇、乙镇，|产值分别为…: those that the clause before `at` lists, one for each figure of the run."""
    text = context.text
    if text[at - 1] != "，":
        return ()
    opens = max(text.rfind(mark, context.sentence.start, at - 1) for mark in "，；。")
    lists = _LISTS.fullmatch(text, max(context.sentence.start, 1 + opens), at)
    return () if lists is None else split_list(text, Span(*lists.span("what")), len(context.run))


_KINDS_OF_THEM = pattern(r"等[^，。；、]{1,8}$")
"""冰箱、彩电|等家电: what the members of a list are."""


def _clause_before(context: Context) -> Span | None:
    """The clause before that of the list, where it holds no figure, or up to the rank that it holds."""
    text, at = context.text, context.clause.start - 1
    floor = near(context.sentence.start, at)
    if at <= floor or text[at] != "，":
        return None
    start = max(floor, 1 + max(text.rfind(mark, floor, at) for mark in "，；。："))
    before = next((one for one in reversed(context.before) if one.figure.start < context.run[0].start), None)
    if before is None or before.figure.end <= start:
        return Span(start, at)
    ranked = before.figure.form is Form.RANK and before.figure.end >= at - 1
    return Span(start, before.figure.start) if ranked else None


def fares(context: Context) -> Span | None:
    """投资持续向好，|增长5%: what the clause before says to fare in some way; None where it says so of nothing that has a measure."""
    earlier = context.earlier_clause
    match = None if earlier is None else _FARES.fullmatch(context.text, earlier.start, earlier.end)
    match = match or (
        None if earlier is None else _UNDER_INFLUENCE.fullmatch(context.text, earlier.start, earlier.end)
    )
    if earlier is None or match is None:
        return None if earlier is None else words_told_of(context.text, earlier, context.grammar)
    what = Span(*match.span("what"))
    named = context.text[what.start : what.end]
    listed = context.grammar.measure_at_end(context.text, what.start, what.end)
    if named in context.grammar.more:
        return None  # 规模创新高: of what was told before
    if listed is not None and listed[1] is not UNLISTED:
        return what
    return what if _ECONOMY.fullmatch(named) else words_told_of(context.text, earlier, context.grammar)


_ECONOMY = pattern(
    r"(?:[全我][国省市县区州])?(?:外贸|外资|消费|内需|投资|工业|农业|工业生产|农业生产|服务业|建筑业|物价|房价|外贸进出口|消费市场|旅游市场|财税|财政|金融|货币信贷|信贷|税收|就业)"
)
"""What a whole economy does, by the names that stand for what is measured of it."""


def with_stated_topic(filling: Filling, context: Context) -> Filling:
    """The filling with the subject that the clause before speaks of, where the figure's own words give none.

    A measure that means a whole place's figure stays the place's, and what fares may be no mere aspect (质量, 效益).
    """
    earlier = context.earlier_clause
    if earlier is None or filling.measure is None or filling.kind is Kind.STREAK:
        return filling
    if filling.kind is Kind.RANK:
        return _ranked_of_what_fares(filling, earlier, context)
    if filling.subject is not None and filling.subject.start >= earlier.start:
        return filling
    if (bare := _BARE_TOPIC.fullmatch(context.text, earlier.start, earlier.end)) is not None:
        return replace(filling, subject=Span(*bare.span("what")), economy=False)
    if (trade := _trade_of_an_industry(filling, context)) is not None:
        return trade
    if (area := _area_that_fares(filling, earlier, context)) is not None:
        return replace(filling, subject=area, economy=False)
    told_before = filling.measure.start < earlier.start
    if not told_before:
        measure = listed_measure(filling, context.text, context.grammar)
        is_rate = context.text[filling.measure.start : filling.measure.end] in RATES
        if not is_rate and _has_come_about(filling, context, earlier):
            is_rate = True
        if not is_rate and (
            measure is None or measure.scope != "subject" or measure.dimension not in _HAVE_FIGURES
        ):
            return filling
    industry = _INDUSTRY_FARES.fullmatch(context.text, earlier.start, earlier.end)
    if (
        told_before
        and filling.subject is None
        and industry is None
        and not _PARTED.match(context.text, context.sentence.start)
    ):
        return filling  # 地区生产总值9亿元，经济平稳增长，增速5%: of the whole place
    ways = (_FARES, _UNDER_INFLUENCE, _INDUSTRY_FARES)
    said = (way.fullmatch(context.text, earlier.start, earlier.end) for way in ways)
    match = _SERVES_AS.match(context.text, earlier.start, earlier.end) or next(filter(None, said), None)
    if match is None:
        return filling
    what = Span(*match.span("what"))
    named = context.text[what.start : what.end]
    if (_ABSTRACT.search(named) and not _OWN_ECONOMY.search(named)) or named in context.grammar.places:
        return filling
    listed = context.grammar.measure_at_end(context.text, what.start, what.end)
    if listed is not None and listed[1] is not UNLISTED:
        return filling
    return replace(filling, subject=what, economy=False)


_COMES_ABOUT = pattern(
    r"(?:从无到有|从小到大|由小到大|从弱到强|由弱到强|从少到多|蓬勃发展|异军突起|强势崛起|迅速崛起|加速集聚|集群成链)，?$"
)
_ITS_ENTERPRISES = pattern(
    r"(?:规上|规模以上|相关|上下游|配套|经营|加工|生产|制造)*(?:企业|厂家|商户|从业人员|从业者|门店)(?:数量|总数)?"
)


def _has_come_about(filling: Filling, context: Context, earlier: Span) -> bool:
    """家具产业从无到有，企业发展到900家: whether those who are counted are of the industry that the clause before says to have grown."""
    measure = filling.measure
    if measure is None or _COMES_ABOUT.search(context.text, earlier.start, earlier.end) is None:
        return False
    return _ITS_ENTERPRISES.fullmatch(context.text, measure.start, measure.end) is not None


def _ranked_of_what_fares(filling: Filling, earlier: Span, context: Context) -> Filling:
    """财政收入快速增长，增幅居全省第3位: the rank of a rate, or of a size, is that of what the clause before measures."""
    measure, text = filling.measure, context.text
    if measure is None or filling.subject is not None or measure.start < earlier.end:
        return filling
    ranked = text[measure.start : measure.end]
    if ranked not in RATES and ranked not in context.grammar.more:
        return filling
    told = words_told_of(text, earlier, context.grammar)
    if told is None or ranked == text[told.end - len(ranked) : told.end]:
        return filling
    return replace(filling, subject=told, economy=False)


def _trade_of_an_industry(filling: Filling, context: Context) -> Filling | None:
    """The filling as the industry's whose trade the clause before speaks of; None where it measures no trade, or none is."""
    earlier, measure = context.earlier_clause, listed_measure(filling, context.text, context.grammar)
    if earlier is None or measure is None or measure.id not in _OF_TRADE:
        return None
    fares = _TRADE_FARES.fullmatch(context.text, earlier.start, earlier.end)
    return None if fares is None else replace(filling, subject=Span(*fares.span("what")), economy=False)


_TIME_OPENS = pattern(_OPENS)
_ITS_ECONOMY = pattern(r"(?:地区)?(?:经济|外贸|工业|投资|消费|发展|市场|对外贸易|进出口|出口|生产|运行)*")


def _area_that_fares(filling: Filling, earlier: Span, context: Context) -> Span | None:
    """西部地区外贸发展强劲，|进出口9亿元: an area that no code names, whose economy the clause before says to fare in some way."""
    text, grammar, measure = (
        context.text,
        context.grammar,
        listed_measure(filling, context.text, context.grammar),
    )
    named = filling.measure
    if named is None or measure is None or measure.dimension == "count" or filling.subject is not None:
        return None
    if not filling.economy or named.start < earlier.end or text[named.start : named.end] in grammar.places:
        return None
    at = _TIME_OPENS.match(text, earlier.start, earlier.end).end()  # type: ignore[union-attr]
    area = grammar.cross_province.match(text, at, earlier.end) or grammar.abroad.match(text, at, earlier.end)
    if area is None:
        return None
    does = _ITS_ECONOMY.match(text, area.end(), earlier.end).end()  # type: ignore[union-attr]
    if grammar.fares.match(text, does, earlier.end) is None:
        return None
    return Span(at, area.end() + 2 * text.startswith("地区", area.end()))


_OF_TRADE = ("trade", "exports", "imports")

_LEAD_MEASURE = pattern(
    r"(?:[^，。；：]{0,12}?(?:月份?|年|季度|[省市县区]))?(?P<what>[^，。；：\d]{2,12}?)(?:增速|增幅|涨幅)?(?:居|位居|排|列)?(?:前|后)[一二三四五六七八九十\d]{1,2}(?:名|位)(?:的[^：，。；]{1,8})?[：:]"
)


_LOOKED_AT = pattern(r"(?:从|分|按)(?P<what>[^，。；：\d]{2,12}?)(?:来|上)?看，")
"""从产品产量看，铝材增长9%: what a sentence says that it looks at."""


def with_lead_measure(filling: Filling, context: Context) -> Filling:
    """投资增速前二名：甲市增长9%，乙市增长8%: the measure that the words before the colon give each place of the list."""
    measure = filling.measure
    if filling.kind is not Kind.GROWTH or measure is None:
        return filling
    if measure.start < context.sentence.start and filling.subject is not None:
        looked = _LOOKED_AT.match(context.text, context.sentence.start, context.figure.start)
        what = None if looked is None else Span(*looked.span("what"))
        listed = None if what is None else context.grammar.measure_at_end(context.text, what.start, what.end)
        if what is not None and listed is not None and listed[1] is not UNLISTED:
            return replace(filling, measure=Span(listed[0], what.end))
    named = context.text[measure.start : measure.end]
    if named not in context.grammar.places and not named.endswith(("县", "区", "市", "旗", "州")):
        return filling
    lead = _LEAD_MEASURE.match(context.text, context.sentence.start, context.figure.start)
    if lead is None:
        return filling
    return replace(
        filling, measure=Span(*lead.span("what")), subject=filling.subject or measure, economy=False
    )


def with_bracketed_subject(filling: Filling, context: Context) -> Filling:
    """精炼钴(折金属量，含钴盐)产量9万吨: whose a measure is that follows a bracket, which parts it from its subject."""
    measure, text = filling.measure, context.text
    if filling.subject is not None or measure is None or measure.start <= context.sentence.start:
        return filling
    if text[measure.start - 1] != ")":
        return filling
    opens = text.rfind("(", context.sentence.start, measure.start - 1)
    if context.figure.start < opens < context.figure.end:
        return filling  # 改造4万套(间)|农村危房: the counter's own bracket
    if opens <= context.sentence.start or any(
        opens < draft.figure.start < measure.start for draft in context.before[-_FIGURES_IN_BRACKET:]
    ):
        return filling
    start = 1 + max(text.rfind(mark, context.sentence.start, opens) for mark in "，；：。、")
    whose = subject_phrase(text, max(start, context.sentence.start), opens, context.grammar)
    return filling if whose is None else replace(filling, subject=whose, economy=False)


_FIGURES_IN_BRACKET = 4
