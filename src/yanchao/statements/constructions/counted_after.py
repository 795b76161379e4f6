"""8个万亿级集群: the thing counted follows its number."""

from __future__ import annotations

import re

from yanchao.lexicon.entries import PLACE
from yanchao.quick import pattern, replace
from yanchao.statements.constructions import Example
from yanchao.statements.context import MILESTONE, MONEY, RANKS_REACHED, Context, Draft, Filling
from yanchao.statements.durations import TIMES
from yanchao.statements.figures import Form
from yanchao.statements.home import OWN_PLACE
from yanchao.statements.members import before_a_list
from yanchao.statements.phrases import (
    Phrase,
    having_verb,
    left_phrase,
    right_phrase,
    subject_phrase,
    verb_at_end,
)
from yanchao.statements.statement import Comparator, Kind, Span
from yanchao.statements.trimming import trim

ORDER = 80
NAME = "counted-after"
FORMS = frozenset((Form.COUNT, Form.AMOUNT))
EXAMPLES = (
    Example("固州盘活全县4万亩茶园。", "4万亩", {"measure": "茶园", "subject": "全县"}),
    Example("全省已形成4个千亿级产业集群。", "4个", {"measure": "千亿级产业集群"}),
    Example("该市拥有45家上市公司，是全省最多的地市。", "45家", {"measure": "上市公司"}),
    Example("每个县至少培育3家链主企业。", "3家", {"measure": "链主企业", "comparator": ">="}),
    Example("约有300家企业参展。", "300家", {"measure": "企业", "comparator": "~"}),
    Example("新建120万亩高标准农田。", "120万亩", {"measure": "高标准农田"}),
    Example("全县陶瓷业创造了6项全省第一。", "6项", {"measure": "全省第一"}),
    Example("全县生产总值跨上两个百亿元台阶。", "两个", {"measure": "百亿元台阶"}),
    Example("全县工业提速，产值突破600亿元大关。", "突破600亿元", {"measure": "产值"}),
    Example("签约亿元以上项目507个。", "亿元以上", {"measure": "项目"}),
    Example("全省首个超百亿元水利工程开工。", "超百亿元", {"measure": "水利工程"}),
    Example("确定的30项提案中，18项办结。", "18项", {"measure": "提案"}),
    Example("全县规上企业50家，其中3家产值超10亿元。", "3家", {"measure": "规上企业"}),
    Example("50个乡镇工业增加值增长，其中30个高于全市平均水平、7个增速超10%。", "7个", {"measure": "乡镇"}),
    Example("15个乡镇工业产值超9亿元。", "15个", {"measure": "乡镇"}),
    Example("5座新镇已初具规模。", "5座", {"measure": "新镇"}),
    Example("县里的3个已建项目通过验收。", "3个", {"measure": "已建项目"}),
    Example("12家农机厂的订单也在加快交付。", "12家", {"measure": "农机厂的订单"}),
    Example("30种产品中，我县在全省占比超过一成的有12种。", "12种", {"measure": "产品"}),
    Example("县里承诺的12件实事全部办成。", "12件", {"measure": "实事"}),
    Example("力争用5年时间再造一个新县城。", "5年", {"measure": "时间"}),
    Example("全县辖9镇6乡238个行政村。", "9镇", {"measure": "镇"}),
    Example("服务惠及12乡镇35村。", "35村", {"measure": "村"}),
    Example("我国对中东欧16国出口增长5%。", "16国", {"measure": "国"}),
    Example("本届展会吸引了550名参会嘉宾。", "550名", {"measure": "参会嘉宾", "subject": "本届展会"}),
    Example("牢牢守住了900万亩耕地红线。", "900万亩", {"measure": "耕地红线"}),
    Example("推进北山、松岭等14个750千伏电网工程。", "14个", {"measure": "750千伏电网工程"}),
    Example("建成年产4万吨锂盐和2万吨碳酸锂生产线。", "2万吨", {"measure": "碳酸锂生产线"}),
    Example("9个重点项目中新兴产业项目有6个。", "9个", {"measure": "重点项目"}),
    Example(
        "东屏片区6.2平方公里污染土壤完成修复。", "6.2平方公里", {"measure": "污染土壤", "subject": "东屏片区"}
    ),
    Example("东屏茶场的产品销往全国28个省份。", "28个", {"measure": "省份", "subject": "产品"}),
    Example("3800亩茶园郁郁葱葱。", "3800亩", {"measure": "茶园"}),
    Example("84家博物馆共接待游客56万人次。", "84家", {"measure": "博物馆"}),
    Example("近年来，河北哺育8个特色产业集群。", "8个", {"measure": "特色产业集群", "subject": "河北"}),
    Example("哺育8个特色产业集群。", "8个", {"measure": "特色产业集群", "subject": None}),
    Example("66个新建项目已有28个开工建设。", "28个", {"measure": "新建项目"}),
    Example("全年累计硬化12公里村道。", "12公里", {"measure": "村道"}),
    Example("全市中学20个班级获奖。", "20个", {"measure": "班级", "subject": "中学"}),
    Example("县里出台稳就业20条政策措施。", "20条", {"measure": "政策措施", "subject": "稳就业"}),
    Example("92个计划新开工项目已开工51个。", "51个", {"measure": "计划新开工项目"}),
    Example("重点抓好9个方面工作。", "9个", {"measure": "工作", "subject": None}),
    Example("改造5万套（间）农村危房。", "5万套（间）", {"measure": "农村危房", "subject": None}),
)

_LONGEST_SUBJECT = 16
_AMONG = pattern(r"(?:中|里|当中)，?(?:有|已有)?")
_DONE_BEFORE = pattern(
    r"[，、]?(?:现|目前)?(?:已|均|已有|累计)+(?:全部)?(?:开工|动工|签约|落地|竣工|完工|建成|投产|投用|达产|验收|入库|复工|办结|整改|销号)(?:建设)?(?:的)?"
)
"""92个计划新开工项目|已开工|51个: what has been done with so many of them."""

_THOSE_WITH = pattern(r"的(?:有|达|达到)?$")
_OWNS = pattern(r"(?:[省市县区州国]|业|集群|领域|园|公司|集团|企业|产业链|中心|大学|院|所|厂|港)$")
"""How those end whose counted things may be (全县的12家企业); else what stands before 的 describes the things (承诺的15件实事)."""
_AMONG_WHICH = pattern(
    r"(?:跻身|进入|位居|位列|名列|居|列|排名|排在)(?:于|到)?(?:全[国省市球]|世界|国内|全州)?$"
)


_REACHES = ("到", "至")
_PASSED = pattern(r"大?(?:台阶|大关|关口)")


def match(context: Context) -> Filling | None:
    if context.figure.quantity.unit == "count" and _PASSED.match(context.text, context.figure.end):
        return None  # 迈上6万亿台阶: what was passed, and nothing counted
    if RANKS_REACHED.match(context.text, context.figure.end):
        return None
    form = context.figure.form
    text = context.text
    if text.startswith("时间", context.right.start) and context.figure.quantity.unit in (
        "year",
        "month",
        "day",
        "hour",
    ):
        return Filling(NAME, Kind.LEVEL, Span(context.right.start, context.right.start + 2), economy=True)
    if (done := _of_those_done(context)) is not None:
        return done
    named = _named(context)
    if named is None:
        return _of_those(context)
    if (policies := _for_a_purpose(context, named)) is not None:
        return policies
    if (those := _of_whom_it_says(context, named)) is not None:
        return those
    if form is Form.AMOUNT and MILESTONE.match(text, named.start, named.end):
        return None  # 产值突破100亿元大关: the milestone is the figure itself
    start, end = trim(text, context.left.start, context.left.end, context.grammar)
    if context.before and context.before[-1].clause == context.clause:
        end = before_a_list(text, start, end)
    listed = context.grammar.measure_at_end(text, start, end)
    verb = verb_at_end(text, start, end, context.grammar)
    if verb is None and start < end and text[end : context.left.end] in _REACHES:
        verb = verb_at_end(text, start, context.left.end, context.grammar)  # 出口到|9个国家
    own = None
    if verb is None and listed is None and form is Form.AMOUNT:
        own = _OWN_PLACE.search(text, start, end)
    if own is not None and verb_at_end(text, start, own.start(), context.grammar) is not None:
        return Filling(NAME, Kind.LEVEL, named, Span(*own.span("whose")), economy=True)  # 盘活全县|4万亩土地
    if form is Form.COUNT and MILESTONE.match(text, named.start, named.end):
        crossed = context.phrase().measure
        if crossed is None and (before := context.same_sentence()) is not None:
            crossed = before.filling.measure  # 生产总值跨越7万亿、8万亿两个大台阶
        return Filling(NAME, Kind.LEVEL, named, crossed, economy=True)
    if listed is not None and (verb is None or listed[0] < verb):
        return None
    if _is_mark_of_a_class(context):
        return Filling(NAME, Kind.LEVEL, named, economy=True)
    if verb is None and form is Form.AMOUNT and _does_to(context, Span(start, end), named):
        return Filling(NAME, Kind.LEVEL, named, economy=True)
    if verb is None and start < end and not _only_place(context, start, end):
        of_a_site = form is Form.AMOUNT and _SITE_BEFORE.search(text, start, end) is not None
        if of_a_site and not text.startswith("的", context.right.start):
            return Filling(NAME, Kind.LEVEL, named, subject_phrase(text, start, end, context.grammar))
        if form is Form.AMOUNT or not re.match(r"[\u4e00-\u9fff“\"《A-Z\d]", text[named.start : named.end]):
            return None
        if left_phrase(text, start, end, context.grammar).measure and text.startswith(
            "的", context.right.start
        ):
            return None
    if context.figure.quantity.unit in MONEY and verb is None and start < end:
        return None
    subject = _subject(context, start, end if verb is None else verb)
    return Filling(NAME, Kind.LEVEL, named, subject, economy=True)


_POLICIES = pattern(r"[\u4e00-\u9fff]{0,6}(?:政策|举措|措施|办法|意见|方案|细则)")


def _for_a_purpose(context: Context, named: Span) -> Filling | None:
    """出台稳就业20条|政策措施: policies, and before their number what they are for."""
    text = context.text
    if context.figure.form is not Form.COUNT or not _POLICIES.match(text, named.start, named.end):
        return None
    verb = having_verb(text, context.left.start, context.left.end, context.grammar)
    if verb is None:
        return None
    aim = context.grammar.purpose.match(text, verb.end, context.figure.start)
    if aim is None or "、" in text[verb.end : context.figure.start]:
        return None
    start, end = trim(text, verb.end, context.figure.start, context.grammar)
    return Filling(NAME, Kind.LEVEL, named, Span(min(verb.end, start), end)) if start < end else None


_OWN_PLACE = pattern(r"(?P<whose>[全我本该][省市县区州镇乡村]|当地|辖区)的?$")
_SITE_BEFORE = pattern(r"(?:片区|园区|产业园|开发区|高新区|新区|工厂|基地|项目|[一二三四五]期)$")
"""东屏片区6平方公里|污染土壤, 产业园二期9万平方米|厂房: where what an amount is of stands."""

_CLASSES = pattern(r"的?[\u4e00-\u9fff]{0,6}?(?:项目|工程|企业|产业|集群|园区|平台|基金|订单|品牌|单品)")


def _is_mark_of_a_class(context: Context) -> bool:
    """签约亿元以上|项目, 首个超百亿元|水利工程: the money that a thing is above is named before it like its kind."""
    quantity = context.figure.quantity
    above = quantity.comparator in (Comparator.MORE, Comparator.AT_LEAST) or context.left_words.endswith(
        "首个"
    )
    return above and quantity.unit in MONEY and _CLASSES.match(context.text, context.right.start) is not None


def _of_those(context: Context) -> Filling | None:
    """30项提案中，18项办结，2项在办; 20种产品占比超一成的有8种: of what was counted before, which needs no name again."""
    if context.figure.form is not Form.COUNT:
        return None
    counted = _counted_alike(context)
    if counted is None:
        return None
    words = context.text[counted.filling.measure.end if counted.filling.measure else 0 : context.figure.start]
    goes_on = "subset" in counted.filling.qualifiers and words.endswith(("，", "、", "；"))
    done = _DONE_BEFORE.fullmatch(words) is not None
    if not (_AMONG.fullmatch(words) or goes_on or done or _THOSE_WITH.search(words)):
        return None
    return replace(counted.filling, qualifiers=frozenset(("subset",)))


def _counted_alike(context: Context) -> Draft | None:
    """The nearest figure before in the sentence that counts things by the same counter."""
    unit = context.figure.quantity.unit
    return next(
        (
            one
            for one in context.earlier()
            if one.figure.form is Form.COUNT and one.figure.quantity.unit == unit
        ),
        None,
    )


_COMPARED = pattern(r"(?:均|都)?(?:高于|低于|快于|慢于|多于|少于|好于|优于|超过|达到)")


_GOES_ON = pattern(r"(?:[，、；]|其中)(?:有|已有)?$")


def _of_whom_it_says(context: Context, named: Span) -> Filling | None:
    """其中3家|产值超10亿元, 30个|高于平均水平: what follows tells how much those have that were counted before, and names no thing."""
    text = context.text
    counted = _counted_alike(context) if context.figure.form is Form.COUNT else None
    if counted is None or not _GOES_ON.search(text, counted.figure.end, context.figure.start):
        return None
    listed = context.grammar.measure_at_end(text, named.start, named.end)
    has = listed is not None and listed[0] == named.start and listed[1].dimension != "count"
    if not _COMPARED.match(text, named.start, named.end) and not (
        has and context.right.end < context.clause.end
    ):
        return None
    return replace(counted.filling, qualifiers=frozenset(("subset",)))


_DONE = pattern(
    r"(?:已|全部|陆续|正式|顺利)*(?:开工|动工|签约|落地|竣工|完工|建成|投产|投用|投运|达产|验收|入库|复工|获批|开业)(?:建设|投产|投用|运营|见效|落地|达效)?(?=[，。；、)]|$)"
)


def _of_those_done(context: Context) -> Filling | None:
    """66个新开工项目已有28个|开工建设: what has been done with so many of those counted before, which names no other thing."""
    if context.figure.form is not Form.COUNT or not _DONE.match(context.text, context.figure.end):
        return None
    counted = _counted_alike(context)
    return None if counted is None else replace(counted.filling, qualifiers=frozenset(("subset",)))


_ANOTHER_NUMBER = pattern(r"(?:[、和与及]|以及)\d")


def _named(context: Context) -> Span | None:
    """The words for the thing counted: after the number, or after the number that follows it at once (10大类55项实事)."""
    touching = context.touching
    if context.figure.form is Form.COUNT and (places := _places_counted(context)) is not None:
        return places
    if touching is None or context.figure.form is not Form.COUNT:
        return right_phrase(context.text, context.right.start, context.right.end, context.grammar)
    if touching.form is Form.RANK:
        return Span(touching.start, touching.end)  # 10项全国第一: the first places are what is counted
    if context.figure.quantity.unit == "count" or touching.form not in FORMS:
        return None
    another = _ANOTHER_NUMBER.search(context.text, touching.end, context.clause.end)
    until = context.clause.end if another is None else another.start()
    thing = right_phrase(context.text, touching.end, until, context.grammar)
    if thing is None or touching.form is Form.COUNT:
        return thing
    return Span(touching.start, thing.end)  # 14个|750千伏电网工程: a size that is part of the name


_ANOTHER_NOUN = pattern(r"[场民庄落域长级内中际道容花形委城人企营直]|外(?!贸|资|销|汇|商|来)")
"""What makes another noun of a counter of places (3市场, 2国企), and what says where (6省内)."""


def _places_counted(context: Context) -> Span | None:
    """中东欧16国|出口增长5%, 9镇6乡: a counter that is itself what is counted; 16|地市: a noun that follows its number at once."""
    text, end, unit = context.text, context.figure.end, context.figure.quantity.unit
    if unit == "count":
        begin, places = end, context.grammar.counted_places.match(text, end)
        end = places.end() if places is not None else end
    else:
        counter = unit.removeprefix("count:")
        listed = context.grammar.lexicon.counters.get(counter)
        if (
            listed is None
            or listed.numerals != PLACE
            or not text.endswith(counter, context.figure.start, end)
        ):
            return None
        begin = end - len(counter)
    return None if begin == end or _ANOTHER_NOUN.match(text, end) else Span(begin, end)


def _only_place(context: Context, start: int, end: int) -> bool:
    return context.text[start:end] in context.grammar.lexicon.region_by_word or context.text[start:end] in (
        "全省", "我省", "全市", "我市", "全区", "全国", "首批", "这", "该", "等", "另",
    )  # fmt: skip


def _subject(context: Context, start: int, end: int) -> Span | None:
    reach = context.grammar.reaches.search(context.text, start + 2, end)
    if reach is not None and "的" not in context.text[reach.end() : end]:
        end = reach.start()  # 产品|销往全国28个省份
    if having := having_verb(context.text, start, end, context.grammar):
        if having.start == start and context.text.startswith(_REACHES_THEM, end):
            return subject_phrase(context.text, having.end, end, context.grammar)
        end = having.start
    words = context.text[start:end]
    if words in context.grammar.grades:
        return None  # 6个国家级、20个|省级学科: of what grade those before are
    last = context.before[-1].filling.measure if context.before else None
    of_those = last is not None and last.start >= context.clause.start and last.end >= end
    if of_those and (words.endswith("的") or context.text.endswith("的", start, context.figure.start)):
        return None  # 通达90个国家的300个|港口: the countries are not whose ports they count
    if "、" in words or words.endswith("等") or _AMONG_WHICH.search(words):
        return None  # 跻身全国90个园区前列; 石岩、光明2个园区: the list names the things counted, not whose they are
    if context.text.endswith("的", start, context.figure.start) and not _OWNS.search(words.rstrip("的")):
        return None
    phrase: Phrase = left_phrase(context.text, start, end, context.grammar)
    narrower = phrase.measure if not phrase.listed else None
    if narrower is not None and phrase.subject is not None and _does(context, phrase.subject, narrower):
        return phrase.subject
    if narrower is not None and phrase.subject is None and _only_does(context, narrower):
        return None
    if narrower is not None and narrower.end - narrower.start <= _LONGEST_SUBJECT:
        return subject_phrase(context.text, narrower.start, narrower.end, context.grammar) or phrase.subject
    return phrase.subject


_REACHES_THEM = ("惠及", "带动", "辐射")
"""新建管道|惠及90万群众: behind which what has just been built is whose the number is."""

_LONGEST_VERB = 4
_WORD = re.compile(r"[\u4e00-\u9fff]{2,4}")
_NAMES_SOMETHING = pattern(
    r"[业园司团企心学院所厂港区县市镇乡村校部局会人民户家队站场店行馆库矿线路网江河湖山岛海品群链体地域角工航道类国洲房境量查菜畜象期]$|^其[他它余]|[、和与及]"
)


def _does(context: Context, place: Span, words: Span) -> bool:
    """河北|孕育8个集群: whether the short words between a place and the number of what is counted are what that place does."""
    text, length = context.text, words.end - words.start
    if place.end != words.start or length > _LONGEST_VERB or context.text.endswith("的", 0, words.end + 1):
        return False
    named = text[place.start : place.end]
    if named not in context.grammar.places and OWN_PLACE.fullmatch(named) is None:
        return False
    word = text[words.start : words.end]
    return _NAMES_SOMETHING.search(word) is None and not _is_a_name(word, context)


def _only_does(context: Context, words: Span) -> bool:
    """，哺育8个集群: whether all that a clause says before the number of what is counted is a short verb, and nobody's name."""
    word = context.text[words.start : words.end]
    if words.end != context.figure.start or words.start != context.clause.start:
        return False
    if _WORD.fullmatch(word) is None or _NAMES_SOMETHING.search(word) is not None:
        return False
    return not _is_a_name(word, context)


def _does_to(context: Context, words: Span, named: Span) -> bool:
    """硬化|12公里|村道: whether what stands before an amount of what follows is a verb alone, which may begin a name elsewhere."""
    if named.start != context.figure.end or words.end != context.figure.start:
        return False
    if context.figure.quantity.unit in TIMES or context.text.startswith("的", named.start):
        return False
    return context.text[words.start : words.end] in context.grammar.acts_on


def _is_a_name(word: str, context: Context) -> bool:
    """Whether the packs know a word as somebody or some place."""
    grammar, lexicon = context.grammar, context.grammar.lexicon
    known = (lexicon.entity_by_name, lexicon.cluster_by_word, lexicon.region_by_word)
    if any(word in names for names in known) or lexicon.gazetteer.named(word):
        return True
    if any(lexicon.gazetteer.named(word + kind) for kind in "县市区"):
        return True
    return grammar.abroad.match(word) is not None or grammar.cross_province.match(word) is not None
