"""Taking a stretch of text before or after a quantity apart: whose figure it is, and what is measured."""

from __future__ import annotations

from yanchao.lexicon.entries import WIDE
from yanchao.quick import dataclass, pattern
from yanchao.statements.deeds import before_deed
from yanchao.statements.grammar import UNLISTED, Grammar
from yanchao.statements.statement import Span
from yanchao.statements.trimming import trim
from yanchao.statements.verb_lists import and_further_verbs
from yanchao.statements.village_names import after_county_or_village


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a noun phrase says. `measure` is None where only a subject or nothing stands there.

    `listed` is True where the packs know the measure; `economy` where it means a whole place's figure by itself.
    """

    subject: Span | None
    measure: Span | None
    listed: bool = False
    economy: bool = False

    @property
    def empty(self) -> bool:
        return self.subject is None and self.measure is None


EMPTY = Phrase(None, None)

_LONGEST_NAME = 120
"""How many characters behind a number the name of what it counts can reach."""

_OWN = r"(?:该[省市县区州]|全省|我省|全市|我市|全区|我区|全州|本省|本市|该省|省内|市内|全县|全疆|全社会|全镇|全村|全乡|该镇|该村|该乡|我们?[村镇乡]|本[村镇乡]|[咱俺]们?[村镇乡])"
_OWN_PLACE = pattern(_OWN)
_OWN_DOES = pattern(rf"(?:{_OWN}|我国|全国|公司|集团|双方|我们|机场|景区|度假区|园区)(?:已|共|累计|新)*")
_BRANCH = pattern(
    r"(?:产业(?!化|链|园|基地)|行业|制造业|服务业|领域|集群|的|(?:园区|科技园|产业园|工业园|开发区|高新区|经开区|新区|保税区|综保区)(?![区内里级]|数量))"
)
_PAREN = pattern(r"\([^()]{0,20}\)$")
_LEFT_OUT = pattern(r"不?含|不?包[括含]|扣除|剔除")
_ACTS = pattern(
    r"配合|通过|提请|围绕|依托|推动|推进|加快|支持|聚焦|立足|实施|开展|统筹|坚持|完善|强化|加强|深化|优化|扩大|促进|启动|打造|建设|落实|安排|用好|做好|抓好"
    r"|可(?:签|满足|容纳|提供|以)|已(?!婚)|拟|研制|颁发|满足|追加|包括|涉及|代表国家|符合|来自|紧随|记者|带动|位于|再(?!生|担保|制造|就业|保险|融资)|又|还(?!款|贷|原)|各自"
    r"|(?:为|向|给|帮助|助力)[\u4e00-\u9fff]{2,8}$|识别|收到|年贡献|年新增|年上缴|上缴|未来|今后|届时|调集|联动|派出|集中|新$|共$|年$|月$|日$|全面|有序|深入|免费|一次性|引导|鼓励|组织|凭借|随着|得益于|受益于|由于|为了|鉴于|针对|面对|面向|按照|根据|依据|据(?!点)|尽管|但"
)
_EDGE = "、，。；：:()《》—- 的和与及在以"


_PER_SHARE = pattern(
    r"(?:董事会)?(?:建议|提议|决定|拟|将|计划|预计)*[，]?(?:向全体股东)?每\d{0,3}股(?P<what>(?:派发?|分配|送|转增)(?:现金)?(?:红利|股利|股息|现|红)?)(?:人民币)?$"
)
"""公司拟每10股|派现3.5元: what shareholders are paid."""
_PAID_BY_PLAN = pattern(r"(?:分红|分配|方案|预案|派息|派现|股利|股息|红利|回报|年度?)$")
"""年度分红拟|每10股派: by what, and no firm."""

_ALREADY = pattern(
    r"(?<=[\u4e00-\u9fff”]{2})(?:(?:已经|已(?!婚|知)|(?<![公中国医])共(?![享同建用赢和产识性振度治管富青有计轭晶济体鸣]|生(?!产)))(?:累计|共)?(?=[\u4e00-\u9fff]{3})"
    r"|(?<=财政)(?:每年|累计|共|已)*(?:安排|下达|下拨|拨付|投入|筹措|统筹)(?:了)?(?=[\u4e00-\u9fff]{2})"
    r"|累计(?=(?:生产|加工|开采|冶炼|收购|种植|发运|外运|采购|销售|出口|进口|办理|处理|处置|发送|运送|收储|投放|交付)[\u4e00-\u9fff]{2}))"
)
"""飞地园区共|承接项目, 回归园一期已经|落户企业, 省财政安排|资金, 集团累计|生产水泥: whose, and what."""

_MAY_SAY_ALREADY = pattern("[已共]|累计|财政")

_OPENS_CLAUSE = frozenset("，；。：、！？")
_MADE_YEARLY = pattern(
    r"(?P<rate>年产|日产|月产|年销(?!售)|年处理|年加工|年出栏|日处理)(?P<thing>[^量值能额的，。；]{2,16})$"
)
OF_A_PRODUCT = pattern(
    r"(?:成本|寿命|精度|功耗|续航|续航里程|时速|国产化率|本地化率|配套率|渗透率|良率|良品率|热效率|转换效率|使用寿命|能量密度)$"
)
"""减速器寿命由6千小时提高到1万小时，成本下降一半: what products have, and places do not."""
_ITS_OWN = pattern(r"(?:寿命|精度|功耗|续航|续航里程|能量密度)$")
"""Those that follow the product's own name (减速器|寿命), and no word that narrows them (物流成本)."""

_PRODUCT_ENDS = frozenset("命度耗航程")
_SHORTEST_DONE = 4
_ONE_OF = pattern(r"(?:[一多][个座条批家款项处支套片种](?=[\u4e00-\u9fff]{2}))?")
_SAYS_NOTHING = frozenset(
    "截在年月日季周中内所则又即后前时并仍只竟就其该此本建设已共有被把将对向给让使涨跌转"
)
"""Single characters that are no measure: what is left of a word of time, or links."""


def left_phrase(text: str, start: int, end: int, grammar: Grammar) -> Phrase:
    """Subject and measure of the words `text[start:end]` that lead up to a quantity.

    Links and adverbs before the quantity (达, 已, 分别为) and before the phrase (其中, 同时) fall away; after a
    verb of having or making (拥有, 建成) the thing counted follows; a listed measure closes the phrase; 的
    parts subject from measure where no measure is listed.
    """
    start, end = trim(text, start, end, grammar)
    if start >= end:
        return EMPTY
    subject: Span | None = None
    verb = having_verb(text, start, end, grammar)
    if (verb is None or verb.start > start) and (each := _EACH.match(text, start, end)):
        return Phrase(
            None, Span(start, end), True, each["whole"] is not None
        )  # 每万人拥有基站: a rate, whole
    opens = start == 0 or text[start - 1] in _OPENS_CLAUSE  # 投产后可|年产…: of the works that make it
    if opens and (verb is None or verb.start > start) and (made := _MADE_YEARLY.match(text, start, end)):
        return Phrase(Span(*made.span("thing")), Span(*made.span("rate")), True)  # 年产|重型发动机
    if verb is None and (paid := _PER_SHARE.search(text, start, end)) is not None:
        what = Span(start, paid.start()) if paid.start() > start else None
        by_firm = what is not None and _PAID_BY_PLAN.search(text, what.start, what.end) is None
        measure = Span(*paid.span("what")) if what is None or by_firm else what
        return Phrase(what if by_firm else None, measure, True)  # 年度分红拟|每10股派
    already = None
    if verb is None and _MAY_SAY_ALREADY.search(text, start, end) is not None:
        already = _ALREADY.search(text, start + 2, end)
    if already is not None:
        subject = subject_phrase(text, start, already.start(), grammar)
        start, verb = already.end(), having_verb(text, already.end(), end, grammar)
    if verb is not None:
        if verb.start > start and text[start] != "在":  # 在欧洲设有门店: where it is, not whose
            subject = subject_phrase(text, start, verb.start, grammar)
        start, end = trim(text, verb.end, end, grammar)
        if start >= end:
            return Phrase(subject, None)
    done = text.rfind("了", start, end - 2)
    if done > start + 1 and text[done + 1] not in "解":
        # 社区建起了一个|占地: a verb and what is made by it
        if verb is None and done - 2 > start + 1:
            subject = subject_phrase(text, start, done - 2, grammar)
        start = _ONE_OF.match(text, done + 1, end).end()  # type: ignore[union-attr]
    if text[start] == "在" and grammar.have_at_start.fullmatch(text, start + 1, end):
        return Phrase(subject, None)  # 在安排|9亿元的基础上
    inner = _measure(text, start, end, grammar)
    if already is not None and subject is not None and inner.measure is not None:
        return Phrase(subject, Span(start, inner.measure.end), inner.listed, inner.economy)
    if inner.subject is None:
        return Phrase(subject, inner.measure, inner.listed, inner.economy)
    if (
        verb is not None
        and text[verb.start : verb.end] == "有"
        and inner.measure is not None
        and text.startswith("的", inner.subject.end)
    ):
        return Phrase(
            subject, Span(verb.start, inner.measure.end)
        )  # 我国|有出口实绩的企业: which are counted
    if verb is not None and inner.measure is not None and _is_one(text, verb, subject, inner, grammar):
        return Phrase(subject, Span(inner.subject.start, inner.measure.end), inner.listed, inner.economy)
    return inner


_VERB_AND_LE = 3
"""守住了, 吸引了: a verb of two characters, which no pack need list, and the particle that says it is done."""


def verb_at_end(text: str, start: int, end: int, grammar: Grammar) -> int | None:
    """Where a verb of having or making that closes the words before a number begins, or any verb with 了; else None."""
    for match in grammar.have_at_start.finditer(text, start, end):
        rest = text[match.end() : end]
        if not rest or rest in ("了", "出", "成", "的", "有", "建设", "形成"):
            return match.start()
    return max(start, end - _VERB_AND_LE) if text.endswith("了", start, end) else None


_RECEIVES = ("接待", "累计接待", "吸引", "接纳")
"""接待|外国游客: those who are received are named whole, wherever they come from."""

_ACHIEVES = pattern(r"(?:实现|完成|达成|录得|取得|接待|吸引|接纳)(?:了)?$")


def _is_one(text: str, verb: Span, subject: Span | None, inner: Phrase, grammar: Grammar) -> bool:
    """高新区完成|工业产值: whether what a verb of achieving is followed by is one thing, and whose stands before the verb.

    They are no mere place of ours, nor is what the measure is of; another country receives visitors of ours (越南接待|中国游客).
    """
    if text[verb.start : verb.end] in _RECEIVES:
        return True
    if subject is None or inner.subject is None or _ACHIEVES.search(text, verb.start, verb.end) is None:
        return False
    if grammar.abroad.fullmatch(text, subject.start, subject.end):
        return True
    return not _is_place(text, subject, grammar) and not _is_place(text, inner.subject, grammar)


def _is_place(text: str, span: Span, grammar: Grammar) -> bool:
    return _OWN_PLACE.fullmatch(text, span.start, span.end) is not None or (
        text[span.start : span.end] in grammar.places
    )


_WHEN = pattern(
    r"(?<=[\u4e00-\u9fff]{2})(?<![由从比较的和与于])(?:今年|去年|上年|前年|前[一二三两]季度|前三季度|[一二三四]季度|[上下]半年|全年)(?!度?报|以来)"
)
"""When those who are counted did something: no part of what they are."""


def right_phrase(text: str, start: int, end: int, grammar: Grammar) -> Span | None:
    """The thing counted in the words after a quantity (8个|万亿级集群), or None where none follows.

    A listed measure before a verb is not part of the thing (20个集群|增加值占…).
    """
    end = min(end, start + _LONGEST_NAME)
    start = _IS_ONE.match(text, start, end).end()  # type: ignore[union-attr]
    if _GOES_TO.match(text, start, end):
        return None
    if (at_length := _DESCRIBED_AT_LENGTH.match(text, start, end)) is not None:
        start = at_length.end()
    match = grammar.thing_ends.search(text, start, end)
    if match is not None and match[0] == "(" and (alike := _KINDS_OF_PLACE.match(text, match.start(), end)):
        return Span(start, alike.end())  # 31个省(区、市)|增产
    stop = match.start() if match else end
    done = text.find("了", start + 3, stop)
    if done != -1 and text[done + 1 : done + 2] != "解":
        one = text[done - 1] == "有" and text[done - 2] != "没"
        one = one or (done == start + 3 and not grammar.have_at_start.fullmatch(text, done - 2, done))
        stop = done - (1 if one else 2)  # 部门及市政府|组织了, 农户|有了, 乡镇|通了
    says_how_much = match[0] in _SAYS_HOW_MUCH if match is not None else text[end : end + 1] not in _MARKS
    if rank := _RANKS_AT_END.search(text, start, stop):
        stop, says_how_much = rank.start(), True
    if (when := _WHEN.search(text, start, stop)) is not None:
        stop, says_how_much = when.start(), True  # 240家上市公司|去年合计…
    if told := _IS_TOLD.search(text, start, stop):
        stop, says_how_much = told.start(), True  # 13个城市|平均优良天数比例|为36%
    if says_how_much and text.startswith("产业规模", start) and stop == start + len("产业规模"):
        stop -= 2  # 8个产业|规模超千亿元
    elif says_how_much:
        if text[stop - 1] in "均都":
            stop -= 1  # 9个县区|工业增加值均|增长
        listed = grammar.measure_at_end(text, start, stop)
        if listed is not None and listed[1].scope == "figure" and listed[0] > start + 2:
            # 9个行业|投资增速: the rate, and what it is of
            stop = listed[0]
            listed = grammar.measure_at_end(text, start, stop) or listed
        if listed is not None and listed[0] > start + 1 and listed[1].dimension != "count":
            stop = listed[0]
            if average := _AVERAGE.search(text, start, stop):
                stop = average.start()
            if place := _A_PLACE_AND_MORE.match(text, start, stop):
                stop = place.end()
    if text[start : start + 1] in _COUNTED_PLACES and grammar.have_at_start.match(text, start + 1, stop):
        return Span(start, start + 1)  # 在30个县|建设服务中心
    if text[stop - 1] in _DOES_ENDS and (abstract := _OF_WHAT_IT_DOES.search(text, start, stop)):
        stop = abstract.start()
    if text[stop - 1] in "中里" and (inside := _INSIDE.search(text, start, stop)):
        stop = inside.start()
    if text[stop - 1] in "有占达" and (among := _AMONG_THEM.search(text, start, stop)) is not None:
        stop = among.start()
    if stop - start > 5 and (looks := _LOOKS.search(text, start + 1, stop)):
        stop = looks.start()
    if said := _SAID_BEHIND.search(text, start, stop):
        stop = said.start()
    if match is None and text[end : end + 1] not in _MARKS:
        stop = before_deed(text, start, stop, grammar)
    while stop > start and text[stop - 1] in "和与及、":
        stop -= 1
    if (described := _DESCRIBED.match(text, start, stop)) is not None:
        start = described.end()  # 3个对周边带动作用强的|特色产业
    whose = text.rfind("的", start + 2, stop)
    if whose != -1 and text[whose + 1 : stop] in grammar.places:
        stop = whose  # 有7家整车企业|的安徽
    if stop - start < 2 and text[start:stop] not in _ONE_CHARACTER_THINGS:
        return None
    return Span(start, stop)


_KINDS_OF_PLACE = pattern(r"\((?:[、和]?(?:自治)?[省市县区州旗盟镇乡村])+\)")

_IS_ONE = pattern(
    r"(?:方面(?=(?:重点|主要)?(?:工作|任务|目标|方向|举措|措施|内容)))?的?(?:(?:均|都)?(?:为(?![主期了]|民(?:实事|办|服务|生))|是|属于)(?=[\u4e00-\u9fff]{2}))?"
)
"""30家|为上市公司, 9个|的城市: what joins a number to the things that it counts."""

_COUNTED_PLACES = frozenset("县镇乡村")
_A_PLACE_AND_MORE = pattern(
    r"(?:县[区市]|市[县州]|区县|乡镇|街道|省[份市区]|地市|设区市|[县镇乡村])(?=(?!级|域)[\u4e00-\u9fff]{2})"
)
"""15个乡镇|工业产值超9亿元: the places counted, and not what each has so much of."""

_IS_TOLD = pattern(r"(?<=[\u4e00-\u9fff]{4})(?:分别)?(?:为|达)$")
_AVERAGE = pattern(r"(?<=[\u4e00-\u9fff])(?:平均|年均)$")
_INSIDE = pattern(
    r"(?<=[\u4e00-\u9fff]{2})(?:(?<![集其高初国海室境省市县年期手空途场城业区])|(?<=行业)|(?<=企业)|(?<=园区))(?:当中|之中|中|里)$"
)
"""27个行业大类中18个…, 3家企业中任职: what is counted, without what says that something is among them."""

_AMONG_THEM = pattern(
    r"(?<=[\u4e00-\u9fff]{2})(?<![集其高初国海室境省市县年期手空途场城业区])(?:当中|之中|中)，?(?=[\u4e00-\u9fff]{2,16}(?:已有|共有|有|占|达)$)"
)
"""9个重点项目|中新兴产业项目有6个: those among which so many are of a kind."""

_SAID_BEHIND = pattern(
    r"(?<=[\u4e00-\u9fff]{2})(?:(?<!公)共|累计|(?<![年日月户人平])均|还|就能|还能|才能|便可|即可|仍可|可就|每[年天月]可?|新增|吸引|人均|合计|最高|预计|有望"
    r"|(?<![合节条契公预])约|(?<![高])达)+$"
)
"""84家博物馆|共, 9个项目|累计: what says how a number that follows is meant, and is no part of the thing."""


_LOOKS = pattern(r"(?P<one>[\u4e00-\u9fff])(?P=one)(?P<two>[\u4e00-\u9fff])(?P=two)$")
"""3800亩茶园|层层叠叠: how the things look, and no part of their name."""

_DESCRIBED = pattern(
    r"(?:对|在)[^，。；、]{4,40}(?:强|高|大|好|多|明显|显著|突出|知名度|影响力|竞争力)的(?=[\u4e00-\u9fff]{2,14}$)"
)


_DESCRIBED_AT_LENGTH = pattern(
    r"(?:[^，。；：“”、的\d]{3,28}[、和]|(?=[对在]))[^，。；：“”、的\d]{2,28}(?:强|高|大|好|优|多|明显|显著|突出|鲜明|领先|完善|完备|有影响|影响力|知名度|竞争力|辐射力|美誉度)的(?=[\u4e00-\u9fff]{2,14}(?:[，。；]|$))"
)
"""10个带动作用较强、比较优势突出的|特色产业: what stands before the thing where it ends its clause, and is told of it at length."""


_OF_WHAT_IT_DOES = pattern(
    r"(?:的[^的，。]{0,4})?(?:崛起|支撑|引领作用|引擎作用|带动作用|发展步伐|快速发展|蓬勃发展|做大做强)$|的[\u4e00-\u9fff]{2,6}(?:问题|难题)$"
)
_DOES_ENDS = frozenset("起撑用擎伐展强题")
_ONE_CHARACTER_THINGS = frozenset("人县镇乡村市区州旗省国园岛港站桥")
_MARKS = frozenset("，。；：、！？()《》“”")
_HAS = pattern(
    r"有(?:(?<=[业省市县区村镇乡]有)|(?<=[村镇乡]里有))(?!机|色|线|限|效|关|轨|益|望|序|力)(?=[\u4e00-\u9fff]{2})"
)
_DOES = pattern(
    r"(?:实现|完成|录得|达成|(?:争取到|发放(?!额|点|对象|标准)|实施(?!以|方案|意见|细则|条例|办法|主体|单位|进度|效果))(?=[^的]{2,40}$))(?![率度期时情量品比进])(?=[\u4e00-\u9fff]{2})"
)
_DOES_CHARACTERS = frozenset("实完达录发争")
_COUNTED_UP = pattern(r"(?:累计|共计?|已|合计|总共)$")
"""规上工业企业实现|出口交货值: a verb of making behind whoever does it."""

_OF_A_FIRM = pattern(r"(?:营业|销售|主营业务|总资产|净资产|成本|资产)[\u4e00-\u9fff]{2,6}率$")
_EACH = pattern(
    r"(?P<whole>每(?:[百千万亿]|平方公里|户|个家庭)|[人户]均)|每(?![年月日天周季])(?=[^，。；]{0,4}平均)"
)
_SEASON_ENDS = frozenset("间期节庆秋旦一明午周季日天月度后”")
_SEASON = pattern(
    r"(?:(?:今年|去年)?(?:春节|国庆|中秋|元旦|五一|“五一”|清明|端午|暑期|黄金周|雪季|节假日|假期|单季度?|单月|单日|[一二三四五六七八九十\d]天假期|前[一二三四五六七八九十\d]+[日天]|首[日周月])+(?:假期|期间|前后)?|期间)$"
)
_MARK_OF_A_CLASS = pattern(r"(?:年|总)?(?:投资|产值|营收)?(?:超过?|突破)?[\d.百千万亿]+元?(?:以上|以下)?")
_COUNTS_UP = pattern(r"(?:全年|历年)?(?:累计|总共|一共|共(?![青享同建和产]))(?=[\u4e00-\u9fff]{2})")
_LENGTH_OF_SAME_TIME = 4
_COUNTING = frozenset("全历累总一共")
_JOINS = pattern(r"[、和及]")
_CAN = pattern(r"(?:能够?|可以?|会)+")
_EACH_PERIOD = pattern(
    r"(?<=[\u4e00-\u9fff]{2})(?<![青少老成童百千万去今一二三四五六七八九十])年$|(?<=[\u4e00-\u9fff]{2})季度$"
)
"""该区年|总产值, 甲公司季度|营收: how often the measure is taken."""

_AGO = pattern(r"\d{1,3}年(?:前|来)")
_WE = pattern(r"[“‘\"']?(?:我们(?![村镇乡])|他们|她们|我(?![国省市县区州疆院校厂村镇乡们])|它)的?")
_GATHERS = pattern(r"(?:集聚|聚集|汇聚)(?:了)?(?!区|地|度|效应|圈|带)")
_NEWLY = frozenset("增设建开推办签")
_RANKS_AT_END = pattern(r"(?:均|都|稳|位|连续|双双)*(?:居|(?<![系行队班专])列|排名)$")
_GOES_TO = pattern(
    r"(?:精简|调整|缩减|压减|优化|整合|合并|缩短|压缩|提高|降低|减少|增加|扩大|变)(?:成|为)|[\u4e00-\u9fff]{1,3}(?<!达)(?:到|至)(?:20\d\d年|[^\u4e00-\u9fff]|约|近|超|$)"
)
_NOUNS_IN_HAVE = pattern(r"有(?:机|色|线|限|效|关|轨|益|望|序|力)|设(?:计|备|施|防)")
_SAYS_HOW_MUCH = (
    "占", "达到", "超过", "超", "突破", "增长", "保持", "同比", "同比实现", "同比增长",
    "同比下降", "增加", "下降", "减少", "提高", "实现", "完成", "占比", "分别", "共计",
)  # fmt: skip


def having_verb(text: str, start: int, end: int, grammar: Grammar) -> Span | None:
    """The verb after which the thing counted follows, or None."""
    listed = grammar.measure_at_end(text, start, end)
    limit = listed[0] if listed else end
    last: Span | None = None
    for match in grammar.have_anywhere.finditer(text, start, end):
        if match.end() <= limit and match.end() < end:
            last = Span(*match.span())
    if last is not None:
        return _with_le(text, last, end)
    opening = (
        None if _NOUNS_IN_HAVE.match(text, start, end) else grammar.have_at_start.match(text, start, end)
    )
    if opening and opening.end() < end and opening.end() <= limit:
        return _with_le(text, and_further_verbs(text, Span(*opening.span()), min(end, limit), grammar), end)
    after = tuple(grammar.goes_on_to_do.finditer(text, start + 2, limit))
    if after:
        return _with_le(text, Span(*after[-1].span()), end)
    words = text[start + 2 : limit]
    does = None
    if not _DOES_CHARACTERS.isdisjoint(words):
        does = _DOES.search(text, start + 2, min(end, limit))
    if does is not None and does.end() < end:
        first = does.start()
        while first > start + 2 and (ups := _COUNTED_UP.search(text, start + 2, first)):
            first = ups.start()
        return Span(first, does.end())
    for one in (_GATHERS, _HAS):
        found = one.search(text, start, min(end, limit))
        if found is not None and start < found.start() and found.end() < end:
            return Span(*found.span())
    after_region = _OWN_DOES.match(text, start, end) or _FOR_WHOM.match(text, start, end)
    at = after_region.end() if after_region else _after_place(text, start, end, grammar)
    if at is not None:
        at = _ADVERBS.match(text, at, end).end()  # type: ignore[union-attr]
        opening = grammar.have_at_start.match(text, at, end)
        if opening and opening.end() < end and opening.end() <= limit:
            return _with_le(text, Span(*opening.span()), end)
    return None


_FOR_WHOM = pattern(
    r"(?:为|向|给|帮助|助力)[^，。；、的]{1,8}?(?=减免|减税|减负|兑现|发放|提供|解决|争取|融资|降低|节约|拨付|投放|争取|落实|补贴|新增|推介|推送|推出|开放)"
)


_ADVERBS = pattern(r"(?:预计|有望|全年|今年|将|就|便|已|共(?!同|享|建)|总共|累计|还|也|均|都)*")


def _after_place(text: str, start: int, end: int, grammar: Grammar) -> int | None:
    """湛江|实施项目, 越南|接待游客: where the place that opens a phrase ends, and a verb may follow."""
    if text[start] in grammar.abroad_opens and (abroad := grammar.abroad.match(text, start, end)):
        return abroad.end()
    for length in grammar.place_lengths.get(text[start : start + 2], ()):
        region = grammar.places.get(text[start : start + length]) if start + length < end else None
        if region is not None and region.level not in WIDE:
            return start + length
    return after_county_or_village(text, start, end, grammar)


def _with_le(text: str, verb: Span, end: int) -> Span:
    """培育了: the particle goes with its verb."""
    return Span(verb.start, verb.end + 1) if text.startswith("了", verb.end) and verb.end + 1 < end else verb


def _measure(text: str, start: int, end: int, grammar: Grammar) -> Phrase:
    if text[end - 1] == "了" and end - start > _SHORTEST_DONE:
        end -= 1  # 投资者损失了
    if text.startswith("对", start) and text.endswith("贡献率", start, end):
        return Phrase(None, Span(start, end), True, False)  # 对经济增长的贡献率: whose is said before
    tail = end
    if text[end - 1] == ")" and (bracket := _PAREN.search(text, start, end)):
        tail = bracket.start()
        if _LEFT_OUT.match(text, tail + 1):
            end = tail  # 固定资产投资(不含农户)
    listed = grammar.measure_at_end(text, start, tail)
    if listed is not None:
        first, measure = listed
        head_of_a_noun = measure.scope == "thing" and tail - first == 2 and first > start  # 汇划|金额
        counted = measure.dimension == "count" and _thing_counted(text, start, first) == start
        if measure is UNLISTED or head_of_a_noun or counted:
            place = _place_before(text, start, end, grammar)
            alone = (
                measure is UNLISTED
                and place is None
                and (end - start <= 3 or _OF_A_FIRM.match(text, start, end))
            )
            return Phrase(place, Span(place.end if place else start, end), True, not alone)
        if measure.dimension == "count":
            first = _thing_counted(text, start, first)
        if first > start and text.startswith(_LIGHT_OR_HEAVY, first - 1) and end - first > 2:
            return Phrase(Span(first - 1, first + 2), Span(first + 2, end), True)
        if first == start + 1 and text[start] in _NARROWS:
            first = start  # 轻|工业增加值, 总|装机: no one's, but a measure of its own
        if first == start + 2 and text.startswith("产业投资", start):
            first = start  # no industry's that was named, but what is put into industry
        if first > start and grammar.narrows.fullmatch(text, start, first):
            first = start  # 就地|转化率, 设计|产能: no one's
        if text[max(start, first - 2) : first] in _PER_EACH:
            first -= 2  # 亩均|税收
        elif (currency := _IN_CURRENCY.search(text, start, first)) is not None:
            first = currency.start()  # 全省|人民币贷款余额
        if (due := text.find("归属", start, first)) != -1:
            first = due  # 公司|归属于股东的净利润
        if text[start:first] in _ABOVE_SCALE:
            return Phrase(
                None, Span(start, end), True, True
            )  # 规模以上|销售收入: of no one, but of some size
        subject = subject_phrase(text, start, first, grammar)
        if subject is not None and text[subject.end - 2 : subject.end] in grammar.narrows_behind:
            # 省外|完成产值, 零部件|本地配套率: of which kind it is, and not whose
            narrowed = Span(subject.end - 2, end)
            whose = Span(subject.start, narrowed.start) if narrowed.start > subject.start + 1 else None
            return Phrase(whose, narrowed, True)
        return Phrase(subject, Span(first, end), True, measure.scope == "economy")
    if firm := _OF_THE_FIRM.match(text, start, end):
        return Phrase(Span(start, firm.end()), Span(firm.end(), end))  # 公司|应收账款
    if place := _place_before(text, start, end, grammar):
        acted_on = text[place.end] in "将把" and place.end + 3 < end  # 固州市将|申请材料从9项…
        return Phrase(place, Span(place.end + acted_on, end))
    if end == start + 1 and text[start] in _SAYS_NOTHING:
        return EMPTY
    has = _ITS_OWN.search(text, start + 2, end) if text[end - 1] in _PRODUCT_ENDS else None
    if has is not None and text[start] != "每":
        return Phrase(subject_phrase(text, start, has.start(), grammar), Span(has.start(), end))
    cut = text.rfind("的", start, end)
    if cut > start and cut + 1 < end:
        return Phrase(subject_phrase(text, start, cut, grammar), Span(cut + 1, end))
    return Phrase(None, Span(start, end))


_OF_THE_FIRM = pattern(
    r"(?:本|该)?公司(?=[\u4e00-\u9fff]{2})(?!法|债|制|治理|章程|股东|股份|总部|拟|将|预计)"
)
_PER_EACH = (
    "人均",
    "亩均",
    "户均",
    "日均",
    "月均",
    "生均",
    "校均",
    "单均",
    "次均",
    "场均",
    "车均",
    "地均",
    "店均",
)
_IN_CURRENCY = pattern(r"(?:人民币|外币)$")
_ABOVE_SCALE = ("规模以上", "规上", "限额以上", "限上")
_LIGHT_OR_HEAVY = ("轻工业", "重工业")
_NARROWS = frozenset("轻重总净毛")
"""Single characters that say which of a kind a measure is, and name no one whose it is."""


_PART_OF_A_PLACE = ("地区", "各国", "国家", "大陆", "市场", "半岛", "沿岸")


def _place_before(text: str, start: int, end: int, grammar: Grammar) -> Span | None:
    """The place that opens a phrase (广东|专利申请量, 全省|公路里程); a word of scope (全国重点实验室) is part of the name."""
    own = _OWN_PLACE.match(text, start, end)
    if own is not None:
        return Span(*own.span()) if own.end() + 1 < end else None
    if text[start] in grammar.abroad_opens and (abroad := grammar.abroad.match(text, start, end - 2)):
        if text[abroad.end() : end] in _PART_OF_A_PLACE:
            return None  # 欧洲地区: its whole name
        return Span(*abroad.span()) if text[abroad.end()] not in "、和与及对向至" else None
    for length in grammar.place_lengths.get(text[start : start + 2], ()):
        region = grammar.places.get(text[start : start + length]) if length <= end - start - 2 else None
        if region is not None and (region.level not in WIDE or text.startswith("我国", start)):
            if (zone := _ZONE_OF_IT.match(text, start + length, end - 2)) is not None:
                return Span(start, zone.end())  # 固州高新区|的产值
            return Span(start, start + length) if text[start + length] not in "、和与及" else None
    return None


_ZONE_OF_IT = pattern(r"(?:高新技术产业|经济技术)?(?:开发区|高新区|经开区|新区|综保区|自贸区)的?")


def _thing_counted(text: str, start: int, first: int) -> int:
    """Where the name of a counted thing begins: after the industry whose it is, its attributes included."""
    cut = start
    for match in _BRANCH.finditer(text, start, first):
        cut = match.end()
    return cut


_LIES_SOMEWHERE = pattern(
    r"[•●■◆▶·\s]*(?:(?:而)?(?:地处|位于|坐落在)[^，。；]{1,14}?的)?(?=[\u4e00-\u9fff“])"
)
"""• 位于皖北的|宿州: a list's mark, and where it lies, before whose a figure is."""

_LINK_OF_A_CHAIN = pattern(
    r"(?P<what>[^，。；、的]{1,8})环节(?:，)?(?:全国|我国|国内)(?P<rest>[^，。；]{2,})?"
)
"""硅片环节全国|产量, 电池环节全国晶硅电池|产量: a link of a chain of production, and the product."""

_LEADS = pattern(
    r"(?:[、，。；：:)》—\- 的由是]|和(?![平谐田])|与(?!会)|及(?!时|格)|在(?![建校册职岗编读线])|使得?(?![用馆命者徒])|以(?!色列|旧换)|从(?!业)|对(?!外)|即(?![时食]))+"
)
"""What stands before the name of a subject and is no part of it; 对外|承包工程 and 从业|人员 begin with theirs."""


_WHAT_THEY_HAVE = pattern(r"(?:拥有|有|属|辖|在地|含|产|生产|持有|占)")
_AN_OFFICE = pattern(r"(?:研究|交易|派出|事务|诊|场|厕|律师|设计|勘察|检测|托管|养老|收费|供销|医)所$")


def subject_phrase(text: str, start: int, end: int, grammar: Grammar) -> Span | None:
    """The shortest phrase that names the subject: what follows the last 在…领域, comma or 的 falls to it."""
    start, end = trim(text, start, end, grammar)
    if text[end - 1] == "所" and _WHAT_THEY_HAVE.match(text, end) and not _AN_OFFICE.search(text, start, end):
        end -= 1  # 园区|所拥有的企业
    if lies := _LIES_SOMEWHERE.match(text, start, end):
        start = lies.end()
    if text.startswith("《", start, end) and text.endswith("》", start, end):
        return Span(start, end)  # 《规划》|提出9项任务
    if link := _LINK_OF_A_CHAIN.match(text, start, end):
        start, end = (link.start("rest"), end) if link["rest"] else link.span("what")
    if (serves := text.find("作为", start + 2, end)) != -1:
        end = serves  # 固州|作为最大的集聚地，拥有…
    if (does := grammar.goes_on_to_do.search(text, start + 2, end + 1)) is not None:
        end = does.start()  # 固州就启动新改|扩建项目
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if leads := _LEADS.match(text, start, end):
        start = leads.end()
    if (at := text.rfind("在", start, end)) != -1 and text[at + 1 : end] in grammar.places:
        end = at  # 北山水泥在云南|拥有: where, and not whose
    while end > start and (
        text[end - 1] == "等"
        or text[end - 1] in _EDGE
        or (text[end - 1] == "新" and text[end : end + 1] in _NEWLY)
    ):
        end -= 1
    bracket = text.rfind("(", start, end)
    if bracket > start and text.find(")", bracket, end) == -1:
        end = bracket  # 农业(现价)|增加值
    seasonal = end > start and text[end - 1] in _SEASON_ENDS
    if seasonal and (season := _SEASON.search(text, start, end)) and season.start() > start:
        end = season.start()
    if ago := _AGO.match(text, start, end):
        start = ago.end()
    if text[end - 1] in grammar.behind_subject_ends:
        end = _without_adverbs(text, start, end, grammar)
    if text.endswith("同期", start, end) and end - start == _LENGTH_OF_SAME_TIME:
        return None  # 上年同期|亏损9亿元
    if text[end - 1] == "了":
        end = max(start, end - 3)  # 固州就地保护了|9种植物
        if start >= end:
            return None
    done = text.rfind("了", start, end)
    if done > start and done + 2 < end:
        start = done + 1  # 介绍了我们
    if text[start] in _COUNTING and (opens := _COUNTS_UP.match(text, start, end)):
        start = opens.end()
    while end > start + 2 and (text[end - 1] == "与" or text.endswith("最高", start, end)):
        end -= 2 if text[end - 1] == "高" else 1
    if text[end - 1] in "年度" and (each := _EACH_PERIOD.search(text, start, end)):
        end = each.start()
    if who := _WE.match(text, start, end):
        start = who.end()
    elif text[start] == "“" and "”" not in text[start:end]:
        start += 1
    if start < end and _MARK_OF_A_CLASS.fullmatch(text, start, end):
        return None  # 亿元以上的项目90个: a class of things is nobody
    if start >= end or _ACTS.match(text, start, end):
        return None
    verb = grammar.have_at_start.fullmatch(text, start, end) and grammar.have_at_start.match(text, start)
    if verb is not None and verb.end() >= end:
        return None  # 落实|政策9项; 绿化|面积 names a measure
    if end - start > _VERB_LENGTH + 1 and text[start + _VERB_LENGTH : end] in grammar.places:
        start += _VERB_LENGTH  # 支撑|河北率先建成9个集群
    joined = _JOINS.split(text[start:end])
    if len(joined) > 1 and all(grammar.have_at_start.fullmatch(verb) for verb in joined):
        return None  # 新签和升级|协定9个
    if text[start:end] in grammar.then or _CAN.fullmatch(text, start, end):
        return None  # 上市的新品9款
    return Span(start, end)


_VERB_LENGTH = 2


def _without_adverbs(text: str, start: int, end: int, grammar: Grammar) -> int:
    """固州就|吸引90万人, 活动将重点|覆盖9县: where whoever does it ends, before the adverbs of a verb that was cut off."""
    adverbs = grammar.behind_subject.search(text, start + 1, end)
    return end if adverbs is None else adverbs.start()
