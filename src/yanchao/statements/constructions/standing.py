"""连续8年居全国第一: a position in an order, and for how long it has been held."""

from __future__ import annotations

from yanchao.quick import pattern, replace
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Draft, Filling
from yanchao.statements.figures import Form
from yanchao.statements.grammar import UNLISTED
from yanchao.statements.members import split_list
from yanchao.statements.phrases import Phrase, having_verb, left_phrase, subject_phrase
from yanchao.statements.statement import Kind, Span

ORDER = 20
NAME = "standing"
FORMS = frozenset((Form.RANK, Form.STREAK))
EXAMPLES = (
    Example(
        "云帆电器连续9年电视机出货量位居全国第二。",
        "全国第二",
        {"measure": "电视机出货量", "subject": "云帆电器", "base": "全国"},
    ),
    Example(
        "云帆动力连续8年储能柜使用量排名全球第一。",
        "连续8年",
        {"measure": "储能柜使用量", "subject": "云帆动力", "kind": "streak"},
    ),
    Example(
        "明屏股份出货量在锂电池行业中排名全球前二。",
        "全球前二",
        {"measure": "出货量", "subject": "明屏股份", "base": "全球"},
    ),
    Example(
        "陶瓷出口同比增长5%，为连续3个月同比增长。",
        "连续3个月",
        {"measure": "出口", "subject": "陶瓷", "kind": "streak"},
    ),
    Example(
        "客运效率进入前20位的港口还有排名第7的东湾港、排名第9的西湾港。",
        "第9",
        {"measure": "客运效率", "subject": "西湾港", "kind": "rank"},
    ),
    Example(
        "该县位居全国百强县投资潜力第3、城镇化质量第4。", "第3", {"measure": "投资潜力", "base": "全国百强县"}
    ),
    Example("明岳市稳居进出口总值第一。", "第一", {"measure": "进出口总值", "subject": "明岳市"}),
    Example(
        "全县柑橘产量连续6年居全省第一。",
        "全省第一",
        {"measure": "产量", "base": "全省", "kind": "rank", "value": 1},
    ),
    Example(
        "明岳集团连续三年入选全省百强榜。",
        "连续三年",
        {"measure": "入选全省百强榜", "subject": "明岳集团", "kind": "streak"},
    ),
    Example(
        "全县柑橘产量达9万吨，超过固州跻身全省第九位。",
        "全省第九位",
        {"measure": "产量", "subject": "柑橘", "base": "全省"},
    ),
    Example("它连续6年位列“全国百强县”的榜首。", "连续6年", {"measure": "“全国百强县”"}),
    Example("全县柑橘产量连续6年居全省第一。", "连续6年", {"measure": "产量", "kind": "streak", "value": 6}),
    Example(
        "柑农合作社已成为全市第二大果品经销商。",
        "全市第二",
        {"measure": "果品经销商", "subject": "柑农合作社", "base": "全市"},
    ),
    Example("作为全国陶瓷生产第一大县，该县名声在外。", "第一", {"measure": "陶瓷生产", "base": "全国"}),
    Example(
        "该园区在省级园区综合评价中列全省第三。", "全省第三", {"measure": "省级园区综合评价", "base": "全省"}
    ),
    Example(
        "东屏高新区综合实力跻身全国160个高新区第9位。",
        "第9位",
        {"measure": "综合实力", "subject": "东屏高新区", "base": "全国160个高新区"},
    ),
    Example(
        "全县茶叶产量位居全省第二，茶油产量则位列第四。",
        "第四",
        {"measure": "产量", "subject": "茶油", "base": "全省"},
    ),
    Example(
        "鹿港高新区在全省省级高新区综合评价中排名第6位。",
        "第6位",
        {"measure": "综合评价", "subject": "鹿港高新区", "base": "全省省级高新区", "kind": "rank"},
    ),
    Example(
        "在全省90家开发区综合考评中位列第3位。",
        "第3位",
        {"measure": "综合考评", "base": "全省90家开发区", "kind": "rank"},
    ),
    Example(
        "明岳集团连续10年销量在全国轴承企业中排名第一。",
        "连续10年",
        {"measure": "销量", "subject": "明岳集团", "kind": "streak"},
    ),
    Example(
        "明岳集团连续10年销量在全国轴承企业中排名第一。",
        "第一",
        {"measure": "销量", "subject": "明岳集团", "base": "全国轴承企业"},
    ),
    Example(
        "一产、二产、三产增加值分别增长6%、5%和4%，分别居全省第二、第七和第九。",
        "第七",
        {"measure": "增加值", "subject": "二产", "base": "全省", "kind": "rank"},
    ),
    Example(
        "东屏县、西岭县出口额分别居全省第3位和第5位。",
        "全省第3位",
        {"measure": "出口额", "subject": "东屏县", "base": "全省"},
    ),
    Example(
        "2024年，全县生产总值迈上90亿元新台阶、连续6年居全市第三。",
        "全市第三",
        {"measure": "生产总值", "base": "全市"},
    ),
    Example(
        "全县柑橘产量居县级全国第一。", "全国第一", {"measure": "产量", "subject": "柑橘", "base": "全国"}
    ),
    Example(
        "口岸、码头、仓库数量均位居全国第三位。",
        "全国第三位",
        {"measure": "口岸、码头、仓库数量", "value": 3},
    ),
)

_IN_A_CONTEST = pattern(r"(?P<who>[^，。；、在]{2,20}?)(?:在(?P<what>[^，。；在]{3,36}?)(?:中|里|上)?$)")
_IN_CONTEST = pattern(r"在(?P<what>[^，。；在]{3,36}?(?:评价|考核|评估|评选|排名|测评|榜单))(?:中|里|上)?$")
_AMONG = pattern(
    r"在(?P<base>(?:[^，。；在]{2,24}?\d+|(?:全国|全省|全球|世界|国内|同类|各)|[两三四五六七八九十]大)[^，。；在]{1,12}?)(?:中|里|当中)[^，。；]{0,6}$"
)
_RANKS = pattern(
    r"(?:稳|位|均|蝉|继续|保持|处)*(?:居|列|联|位于|排名|领先|高于|低于|快于|第|站|稳定|保持|超过|超|突破|增长|下降|正增长|过|在$|处于)"
)
_OPENING = pattern(
    r"^(?:(?:新的?|历史性|大)?(?:台阶|大关|关口|门槛)|作为|成为|是|系|为|其|也|且|并|已|更|，|、)+"
)
_TIME = pattern(
    r"(?:连续|多年|常年|长期|历年|始终|一直|连续多年|综合|总体|再次|首次|已|也|均|都|还|蝉|则|却)+$"
)


def match(context: Context) -> Filling | None:
    form = context.figure.form
    text, grammar = context.text, context.grammar
    if form is Form.RANK and (own := _in_turn(context)) is not None:
        return own
    words = context.left_words
    length = len(words)
    while length:
        trimmed = words[:length].rstrip("，、 ")
        if verb := grammar.rank_verbs.search(trimmed):
            trimmed = trimmed[: verb.start()]
        if time := _TIME.search(trimmed):
            trimmed = trimmed[: time.start()]
        if len(trimmed) == length:
            break
        length = len(trimmed)
    opening = _OPENING.match(words, 0, length)
    start = context.left.start + (opening.end() if opening else 0)
    end = context.left.start + length
    base: Span | None = context.figure.universe
    if base is None and form is Form.RANK:
        universes = tuple(grammar.universes.finditer(text, start, context.figure.start))
        if universes:
            base = Span(*universes[-1].span())
            if base.start <= start + 1:
                start = base.end
            elif base.end >= end - 1:
                end = base.start
                if text.endswith("在", start, end):
                    end -= 1
    among_kind = grammar.rank_among.search(text, start, end) if form is Form.RANK and end > start else None
    if among_kind is not None and grammar.measure_at_end(text, start, among_kind.start()) is not None:
        end, base = among_kind.start(), base or Span(*among_kind.span("base"))  # 产量|居县级|全国第一
    if base is None and form is Form.RANK:
        base = _base_before(context)
    kind = Kind.RANK if form is Form.RANK else Kind.STREAK
    if kind is Kind.RANK and (ranked := _of_what_follows(context, base)) is not None:
        return ranked
    if (
        kind is Kind.RANK
        and (largest := _nth_largest(context, Span(start, max(start, end)), base)) is not None
    ):
        return largest
    if kind is Kind.RANK and (contested := _counted_in_a_contest(context)) is not None:
        return contested
    if kind is Kind.STREAK:
        base = None
    elif among := _AMONG.search(
        text, max(context.clause.start, context.figure.start - 40), context.figure.start
    ):
        # 在全国168个重点城市中排名第8: the universe holds a figure of its own
        streak = _streak_before(context)
        phrase = context.phrase(Span(streak.figure.end if streak else context.clause.start, among.start()))
        base = Span(*among.span("base"))
        if (contest := _AT_A_CONTEST.search(text, base.start + 2, base.end)) is not None:
            whose = phrase.subject or (phrase.measure if not phrase.listed else None)
            among_them = Span(base.start, contest.start())
            return Filling(NAME, kind, Span(*contest.span()), whose, among_them, economy=whose is None)
        if phrase.measure is not None:
            subject = phrase.subject or (streak.filling.subject if streak else None)
            return Filling(NAME, kind, phrase.measure, subject, base, economy=phrase.economy)
        return _without_words(context, kind, None, base)
    if kind is Kind.RANK and (counted := _counted_universe(context)) is not None:
        named, base = counted
        phrase = context.phrase(named)
        if phrase.measure is not None:
            return Filling(NAME, kind, phrase.measure, phrase.subject, base, economy=phrase.economy)
    if contest := _IN_CONTEST.match(text, start, end):
        return Filling(NAME, kind, Span(*contest.span("what")), None, base, economy=True)
    if kind is Kind.RANK and (held := _held_first(context, start, end, base)) is not None:
        return held
    if (
        kind is Kind.RANK
        and (among := _IN_ITS_FIELD.search(text, start + 2, max(start + 2, end))) is not None
    ):
        end = among.start()
    if parted := _ranked_in(text, start, end):
        return Filling(NAME, kind, parted[1], parted[0], base, economy=True)
    if kind is Kind.RANK and (led := _streak_of_the_same(context, start, end)) is not None:
        return replace(led, construction=NAME, kind=kind, base=base)
    if kind is Kind.RANK and (beaten := _OUTDOES.match(text, start, end)) is not None:
        start = beaten.end()
    phrase = context.phrase(Span(start, max(start, end)))
    if kind is Kind.STREAK and not phrase.listed and (behind := _measure_behind(context)) is not None:
        return Filling(NAME, kind, behind, phrase.measure or phrase.subject)
    if kind is Kind.STREAK and (done := _done_in_a_row(context, phrase)) is not None:
        return done
    measure, subject, economy = phrase.measure, phrase.subject, phrase.economy or not phrase.listed
    if measure is not None and not phrase.listed and subject is None and "、" in text[start:end]:
        measure = Span(*_trimmed(text, start, end))
    if measure is not None:
        return Filling(NAME, kind, measure, subject, base, economy=economy)
    return _without_words(context, kind, subject, base)


_IN_ITS_FIELD = pattern(
    r"在(?![全我本该这])[^，。；、的\d]{2,14}(?:行业|领域|产业|企业|品牌|产品|赛道|城市|园区|开发区|高新区|经开区|同行|省份)(?:当)?中$"
)
"""公司出货量在协作机器人行业中|排名全球前二: among whom, which is neither what is measured nor whose it is."""

_RESPECTIVELY = pattern(r"分别(?:稳|位|名|排)?(?:居|列|位于|排名?|为)?$")


def _in_turn(context: Context) -> Filling | None:
    """甲县、乙县出口额分别居全省第二、第五; 一产、二产分别增长6%和5%，分别居…: each rank is of its own member of the list before."""
    text, first, count = context.text, context.run[0], len(context.run)
    universe = first.universe
    end = universe.start if universe is not None else first.start
    led = _RESPECTIVELY.search(text, context.run_left.start, end) if count > 1 else None
    if led is None:
        return None
    if led.start() == context.run_left.start or text[led.start() - 1] == "，":
        told = [one for one in context.before if one.figure.start < first.start][-count:]
        alike = all(
            one.sentence == context.sentence and one.filling.construction == "distributed" for one in told
        )
        if len(told) < count or not alike:
            return None
        filling = told[context.index].filling
        return Filling(NAME, Kind.RANK, filling.measure, filling.subject, universe, economy=filling.economy)
    phrase = context.phrase(Span(context.run_left.start, led.start()))
    members = () if phrase.subject is None else split_list(text, phrase.subject, count)
    if not members:
        return None
    return Filling(NAME, Kind.RANK, phrase.measure, members[context.index], universe)


def _base_before(context: Context) -> Span | None:
    """汽车产量居全国第二，新能源汽车产量位列第四: the universe of the rank in the clause before."""
    before = next(context.earlier(), None)
    if before is None or before.filling.kind is not Kind.RANK:
        return None
    between = context.text[before.figure.end : context.figure.start]
    parted = between.count("，") + between.count("、") == 1
    return before.filling.base if parted and "在" not in between else None


_HELD = pattern(
    r"(?:的[\u4e00-\u9fffA-Za-z]{2,12}?)?(?:[、，]|和|及|与|以及)?(?:其中|还有|另有|有|包括)?(?:排名|排在|位居|位列|名列|居|列)(?:第)?"
)
_BY = pattern(r"的(?P<who>[\u4e00-\u9fffA-Za-z]{2,12}?)(?=[、，。；]|和|以及|$)")


def _of_what_follows(context: Context, base: Span | None) -> Filling | None:
    """排名第七的东湾港、排名第九的西湾港: each rank is of what is named behind it, by the measure told before."""
    before = context.same_sentence()
    who = _BY.match(context.text, context.figure.end, context.clause.end)
    if before is None or who is None:
        return None
    start = max(context.clause.start, context.before[-1].figure.end)
    told = _HELD.fullmatch(context.text, start, context.figure.start) or context.text.endswith(
        ("还有排名", "分别是排名", "包括排名"), start, context.figure.start
    )
    if not told:
        return None
    base = base or (before.filling.base if before.filling.kind is Kind.RANK else None)
    return Filling(NAME, Kind.RANK, before.filling.measure, Span(*who.span("who")), base)


_LARGEST = pattern(
    r"大(?P<what>[^，。；：、的大\d（）()“”《》]{2,14}?)(?:的?地位|的|(?=[，。；：、（(且]|$))"
)
_IS_ONE = pattern(
    r"(?:(?:继续|一直|仍然?|已|就)?(?:保持|成为|成长为|发展为|发展成为|成长成为|跃升为|跃居|建成|形成|打造|是|为|作为|晋级)(?:了)?|其|的)+$"
)


def _nth_largest(context: Context, left: Span, base: Span | None) -> Filling | None:
    """东盟是我国第一大|贸易伙伴: the things that are ranked by size stand behind the rank, whose it is before."""
    named = _LARGEST.match(context.text, context.figure.end, context.clause.end)
    if named is None:
        return None
    text, start, end = context.text, left.start, left.end
    if is_one := _IS_ONE.search(text, start, end):
        end = is_one.start()
    whose = context.phrase(Span(start, end))
    if whose.listed and whose.measure is not None:
        return None  # 瓷砖产量全国第一大县: what is ranked stands before it
    subject = whose.subject or whose.measure
    if subject is None and (before := context.same_sentence()) is not None:
        subject = before.filling.subject  # 某业产值90亿元，稳居第一大支柱产业: the industry
    if whose.subject is not None and whose.measure is not None and not text.startswith("从", start):
        subject = subject_phrase(text, start, end, context.grammar) or subject  # 坐落在固州的|明屏光纤
    return Filling(NAME, Kind.RANK, Span(*named.span("what")), subject, base, economy=subject is None)


_HOLDS = pattern(
    r"(?P<who>[^，。；、\d在]{0,12}?)(?:稳居|位居|位列|名列|排名|荣登|居)(?P<what>(?![在于])[^，。；、\d]{3,18})$"
)


def _held_first(context: Context, start: int, end: int, base: Span | None) -> Filling | None:
    """位居全国百强县投资潜力第3, 甲市稳居出口总值第一: the verb of rank stands before what is ranked."""
    if end != context.figure.start:
        return None
    text = context.text
    match = _HOLDS.match(text, start, end)
    if match is None:
        return None
    at = match.start("what")
    if base is None and (universe := context.grammar.universes.match(text, at, end)) is not None:
        base = Span(*universe.span())
    if base is not None and base.start == at:
        at = base.end
    phrase = context.phrase(Span(at, end))
    if phrase.measure is None:
        return None
    subject = phrase.subject or (Span(*match.span("who")) if match["who"] else None)
    return Filling(NAME, Kind.RANK, phrase.measure, subject, base, economy=phrase.economy or subject is None)


_BEHIND = pattern(r"(?P<what>[\u4e00-\u9fff]{2,10}?)(?:在|均?位居|稳?居|位列|排名?|保持|超过?|突破|蝉联)")


def _measure_behind(context: Context) -> Span | None:
    """某某集团连续10年产销量居全国第一: the measure that stands behind a streak."""
    match = _BEHIND.match(context.text, context.right.start, context.clause.end)
    if match is None:
        return None
    listed = context.grammar.measure_at_end(context.text, *match.span("what"))
    if listed is not None and listed[1] is UNLISTED:
        return Span(*match.span("what")) if _RANKED_BEHIND.match(context.text, match.end("what")) else None
    return Span(*match.span("what")) if listed is not None else None


_RANKED_BEHIND = pattern(r"均?(?:位居|稳?居|位列|名列|排名?|蝉联)")


def _done_in_a_row(context: Context, phrase: Phrase) -> Filling | None:
    """东屏电器连续三年入选百强榜: what somebody has done so often stands behind the streak, and nothing but his name before it."""
    who, text = phrase.measure, context.text
    if who is None or phrase.listed or phrase.subject is not None:
        return None
    if text[who.start : who.end] in _POINTS_BACK:
        named = _AT_THE_HEAD.match(text, context.right.start, context.clause.end)
        return None if named is None else Filling(NAME, Kind.STREAK, Span(*named.span("what")))
    if context.grammar.measure_at_end(text, who.start, who.end) is not None or _IS_JUDGED.search(
        text, who.start, who.end
    ):
        return None
    follows = context.grammar.wins.match(text, context.right.start, context.right.end)
    return None if follows is None else Filling(NAME, Kind.STREAK, Span(*follows.span()), who)


_POINTS_BACK = ("它", "他", "其", "她", "它们", "他们", "这里", "当地")
_AT_THE_HEAD = pattern(
    r"(?:稳居|位列|位居|名列|雄踞|占据|荣登|蝉联)(?:了)?(?P<what>[^，。；、\d]{2,18}?)(?:的)?(?:榜首|首位|之首|第一|冠军|前列|之列)"
)
"""它连续9年位列|全国百强县|的榜首: the order that somebody pointed back to has headed so long."""

_IS_JUDGED = pattern(r"(?:考核|考评|评价|评估|测评|工作|成效|攻坚战|保卫战)$")
"""减排工作|连续两年获评优秀: what is judged, and nobody who wins."""


def _streak_of_the_same(context: Context, start: int, end: int) -> Filling | None:
    """连续5年|电视机出货量|居全国第二: what the streak before the words of a rank has read in them is what is ranked."""
    streak = _streak_before(context)
    measure = None if streak is None else streak.filling.measure
    if streak is None or measure is None or measure != Span(start, end):
        return None
    return streak.filling


def _streak_before(context: Context) -> Draft | None:
    """The streak that stands before a rank in its clause."""
    before = context.before[-1] if context.before else None
    told = before is not None and before.figure.form is Form.STREAK and before.clause == context.clause
    return before if told else None


_CONTEST = pattern(
    r"(?P<things>[^，。；、\d]{2,14}?)(?P<what>(?:高质量发展|综合|年度|绩效)?(?:考核评价|考评|考核|评价|评估|测评|排名)(?:结果)?)(?:中|里)?(?:位列|位居|名列|排名|列|居|获)$"
)


def _counted_in_a_contest(context: Context) -> Filling | None:
    """在全国217家开发区综合考评中位列第13位: a rank among counted things, in a contest."""
    before = context.before[-1] if context.before else None
    if before is None or before.figure.form is not Form.COUNT or before.clause != context.clause:
        return None
    text = context.text
    contest = _CONTEST.fullmatch(text, before.figure.end, context.figure.start)
    if contest is None:
        return None
    start = before.figure.start
    words = text[max(context.clause.start, start - 6) : start]
    if (universe := context.grammar.universes.search(words)) and universe.end() == len(words):
        start -= universe.end() - universe.start()
    base, what = Span(start, contest.end("things")), Span(*contest.span("what"))
    return Filling(NAME, Kind.RANK, what, None, base, economy=True)


_OUTDOES = pattern(
    r"(?:并|从而|已|首次|一举|成功|先后)*(?:超过|超越|赶超|反超|力压|赶上)(?:了)?[^，。；、\d的]{2,12}?(?:，|$)(?:并|从而)?"
)
"""产量9万吨，超过邻县|跻身第九位: whom something has left behind, and nothing that is ranked."""

_AT_A_CONTEST = pattern(
    r"(?:高质量发展|综合(?:发展)?(?:水平|实力)?|营商环境|年度|绩效|创新能力|竞争力)*(?:考核评价|评价考核|考评|考核|评价|评估|测评|排名|排行榜|榜单)(?:结果)?$"
)
"""在全国国家级开发区|综合考评中: the contest, behind those who take part in it."""

_STANDS = pattern(r"(?:均|更是|更|已|首次|再次|成功|稳)*(?:跻身|位居|位列|名列|居于|居|列|排名|排在)(?:于)?$")


def _counted_universe(context: Context) -> tuple[Span, Span] | None:
    """实力跻身全国160个园区第9位: the words before the verb of rank, and the counted things that it is a rank among."""
    before = context.before[-1] if context.before else None
    thing = None if before is None else before.filling.measure
    if before is None or thing is None or before.figure.form is not Form.COUNT:
        return None
    if (
        thing.start != before.figure.end
        or thing.end != context.figure.start
        or before.clause != context.clause
    ):
        return None
    start = before.figure.start
    words = context.text[context.clause.start : start]
    if (universe := context.grammar.universes.search(words[-6:])) and universe.end() == len(words[-6:]):
        start -= universe.end() - universe.start()
    verb = _STANDS.search(context.text, context.clause.start, start)
    if verb is None:
        return None
    return Span(context.clause.start, verb.start()), Span(start, context.figure.start)


def _ranked_in(text: str, start: int, end: int) -> tuple[Span, Span] | None:
    """X在…评价中稳居第一, X位列…评估第一名: the subject stands before, what is ranked after."""
    match = _IN_A_CONTEST.match(text, start, end)
    if match is None:
        return None
    return Span(*match.span("who")), Span(*match.span("what"))


_MOVES = pattern(
    r"(?:的)?(?:同比|环比|保持|实现|出现|呈现?|维持|双双|正|负|稳步|稳定|持续|[两二三]位数|快速|较快|小幅|大幅)*(?:[为转]正|[为转]负|创(?:历史|同期)?新[高低]|增长|增加|下降|减少|回升|回落|上涨|下跌|上升|下滑|提高|扩大|收窄|缩小|恢复|改善|加快|放缓|攀升|走高|走低)"
    r"(?:态势|趋势|势头)?"
    r"|(?:保持|处|位)(?:在|于)[^，。；、\d]{0,6}(?:扩张|收缩|荣枯|景气|合理)[^，。；、\d]{0,4}(?:区间|线)[^，。；、\d]{0,3}|(?:均|也)?(?:高于|低于|快于|慢于)[^，。；、\d]{2,10}"
)
"""同比增加, 保持增长态势: how something moves, and nothing that is measured."""


def _without_words(context: Context, kind: Kind, subject: Span | None, base: Span | None) -> Filling:
    """A rank or streak without words of its own: a list before it, the figure before it, or what follows it."""
    text, grammar = context.text, context.grammar
    before = context.before[-1] if context.before else None
    if before is not None and before.figure.end == context.figure.start and before.figure.form is Form.COUNT:
        # 钢琴、吉他产量等6项全省第一: the list before the count is what ranks first
        listed = left_phrase(text, context.clause.start, before.figure.start, grammar)
        whole = having_verb(text, context.clause.start, before.figure.start, grammar)
        measure = Span(whole.end, before.figure.start) if whole else listed.measure
        if measure and text.endswith("等", measure.start, measure.end):
            measure = Span(measure.start, measure.end - 1)
        return Filling(NAME, kind, measure, before.filling.subject, base, economy=True)
    follows = context.right_words.strip("，。；、 ").lstrip("”’)")
    told = before is not None and before.sentence == context.sentence and before.filling.measure is not None
    goes_on = told and _MOVES.fullmatch(follows) is not None  # 出口增长5%，连续3个月|回升: the exports
    if kind is Kind.STREAK and follows and not goes_on and not _RANKS.match(follows):
        # 连续5年未发生重大事故: what has gone on for so long stands after it
        start = text.index(follows, context.right.start)
        if subject is None and told and before is not None and before.figure.form is Form.STREAK:
            subject = before.filling.subject  # 某企业连续三年获评先进，连续五年入选百强
        return Filling(NAME, kind, Span(start, start + len(follows)), subject, economy=subject is None)
    if before is not None and before.sentence == context.sentence:
        filling = before.filling
        return Filling(NAME, kind, filling.measure, subject or filling.subject, base, economy=filling.economy)
    if context.earlier_clause is not None:
        phrase = context.phrase(context.earlier_clause)
        return Filling(
            NAME,
            kind,
            phrase.measure,
            subject or phrase.subject,
            base,
            economy=phrase.economy or not phrase.listed,
        )
    if before is not None:
        return Filling(NAME, kind, before.filling.measure, subject or before.filling.subject, base)
    return Filling(NAME, kind, None, subject, base)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in "，、。":
        start += 1
    return start, end
