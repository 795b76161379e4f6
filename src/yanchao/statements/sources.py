"""On whose word: the document or body that a sentence names as the source of its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yanchao.quick import pattern
from yanchao.statements.statement import Span

_SAYS = r"(?:强调|表示|提出|提到|显示|指出|明确|要求|规划|披露|发布|统计|数据|公布|介绍|认为|预测|称)"
_TITLE = pattern(r"《(?P<title>[^《》]{2,80})》")
_TITLE_SAYS = pattern(
    rf"^(?:(?:(?:\d{{1,2}}月)?\d{{1,2}}日)?(?:杂志|报)?(?:的)?(?:最新)?(?:报道|消息|公布|发布)|(?:中|里|的数据|的统计|也|还|就|明确|已经|曾)*{_SAYS}|(?:的数据|的统计)?，|\(|（|：|[^，。；《》]{{2,14}}，(?:并|还)?(?:提出|明确|要求)(?=到20|全))"
)
_BEFORE_TITLE = pattern(
    r"(?:根据|据|按照|依据|另据|依照|从|按)(?:[^，。；《》]{0,12})$|^(?!编制|制定|出版|编写|修订).{0,2}$|(?:，|；|。)$"
    r"|(?:发布|印发|出台|公布|推出)[的了]?$|(?<=[\u4e00-\u9fff])在$"
)
_CARRIED_OUT = pattern(r"(?:实施|落实|执行|贯彻|推进|对照|对标|印发|出台|制定)(?:了|好)?$")
_SETS_GOALS = pattern(
    r"[，。]?(?:[^。；：]{0,10}，)?(?:力争|确保|到20\d\d年|到“|奋力|推动[^。；]{0,12}(?:达到|突破|超过))"
)
_SETS_TASKS = pattern(r"(?:的)?(?:部署|安排|要求|明确|确定|目标|任务)")
_DAY = r"(?:(?:\d{1,2}月)?\d{1,2}日)?"
_BODY_SAYS = pattern(
    r"(?:^|[，；。：）)\s]|(?<=[电讯道])(?=据))(?:另|经)?(?:据|(?<=经))(?!初步|不完全|有关|相关|最新|此|悉|了解)(?P<body>[^，。；：《》“”\d]{2,24}?)(?<!行业)(?<!产业)(?:官?网站?)?(?:的)?"
    rf"{_DAY}"
    r"(?:(?:相关|有关)(?:人士|部门)|初步|统一|快报|最新)?(?:通报|公告|统计(?!局|部门|学会|公报|年鉴)|测算|核算|核定|数据(?!局|资源|管理|中心)|调查(?!总队|队)|介绍|预测|消息|透露|披露|公布|(?<=人士)称|监测(?!中心))(?:数据)?(?:显示|表明|分析)?"
)
_BODY_DATA = pattern(
    r"(?:^|[，；。：）)\s]|来自|根据)(?P<body>(?!根据|来自|按照|依据)(?:(?<=据)[A-Z][A-Za-z ]{1,24}|[A-Z][a-z]{2,}(?=数据)|[^，。；：《》“”\d]{2,20}?(?:局|委|部|厅|协会|学会|研究院|研究所|研究中心|海关|交易所|联合会|商会|银行|分行|中心|集团|公司|方|总队|网站|产业技术体系|大数据平台|(?<![妥政])协(?=日前|近日|发布|公布|数据|最新)|总署|工商联|电网)))"
    rf"(?:[今昨]天|[今昨]日|近日|日前)?(?:[（(][^（）()]{{1,12}}[)）])?{_DAY}"
    r"(?:对[^，。；]{0,20}的?|(?:发布|公布)(?:的|了)?[^，。；《》“”]{2,16}?(?=数据显示))?(?:早前|此前|最新)?(?:(?:发布|公布|披露)的(?:(?!数据)[^，。；《》“”]){1,16}(?=数据显示)|(?:发布|公布|披露)的?|的)?(?:相关|有关|最新)?(?:月度|年度|季度)?(?:信息(?=显示)|(?:信息|情况|统计)?(?:通报|快报|简报|月报)(?=显示|称)|调查分析|统计数据|数据|统计|监测)(?:显示|表明)?"
)
_HEARD = pattern(r"从(?P<body>[^，。；《》]{2,40}?)(?:上)?(?:获悉|了解到|得知|传来)")
_OFFICE = r"(?:局|委|部|厅|府|办|协会|学会|研究院|研究所|中心|海关|联合会|商会|公会)"
_HEAD = r"(?:局长|主任|厅长|部长|会长|理事长|秘书长|院长|所长|关长|司长|署长|行长|董事长|总经理|发言人|负责人|工程师|专家)"
_HEAD_SAYS = pattern(
    rf"(?:^|[，；。])(?:另)?据(?P<body>[^，。；《》“”\d]{{1,16}}?(?:{_OFFICE}|集团|公司))(?:党[组委][^，。；]{{0,4}})?(?:副|总|新闻)?{_HEAD}[^，。；]{{2,8}}?(?:日前|近日|{_DAY})?(?:介绍|透露|表示)"
)
_HEAD_TELLS = pattern(
    rf"(?:^|[，；。）)\s])(?P<body>[^，。；《》“”\d（）()\s]{{2,16}}?{_OFFICE})(?:党[组委][^，。；]{{0,4}})?(?:副|总|新闻)?{_HEAD}[^，。；\d]{{2,8}}?(?:日前|近日|{_DAY})?(?:介绍|透露|通报)(?:，|说|称|[^，。；]{{0,4}}，)"
)
"""省工信厅副厅长周平29日介绍，…: an office that tells by the mouth of its head."""

_BODY_TELLS = pattern(
    r"(?:^|。)(?P<body>[\u4e00-\u9fff]{2,16}?(?:局|厅|化部|业部|政部|务部|总署|海关|协会|联合会|委员会|发改委|工信委|央行|人民银行|证券|研究院))(?:相关|有关)?(?:表示|称|指出|透露|介绍|通报|认为)[，：]"
)
"""县统计局称，…: a sentence that opens with whoever tells."""

_PLAN_SHOWS = pattern(
    r"(?:^|[，；。])(?:根据|据|按照)?(?:(?:该|这份|这一|此次|本次)?[“\"]?(?P<short>(?:规划|计划|方案|纲要|意见)(?=[”\"]?(?:提出|明确|还?表示|，到20))|(?:报告|白皮书|蓝皮书|年报|公报)(?=显示|指出|提到|认为|预计|预测|称，))|(?P<body>(?:[^，。；《》“”]|“[^“”]{1,8}”){2,20}?(?:规划|计划|方案|公报|白皮书|年报|半年报|季报|财报|预案))(?:数据)?(?:显示|提出|明确|指出|(?:还|也)?表示))"
    r"|(?:^|[，；。])(?P<notice>公告)(?:称|显示|指出|披露)|在(?P<report>(?:政府工作|工作|年度)报告)中?(?:提出|指出|表示)"
)
"""江北县发展规划显示, 公告称: a paper that is named without the marks of a title; 此次方案提出: that was named before."""

_MEETING = pattern(
    r"(?:^|[，；。）)\s从在])(?P<body>[^，。；《》“”]{0,60}?(?:发布会|通气会|推介会|吹风会|座谈会|工作会议?|论坛|年会|大会))(?:现场|上)*(?:披露|透露|获悉|介绍|通报|了解到|公布|表示|指出|说(?=，))"
)
_HELD = pattern(
    rf"(?P<who>[^\d（(]{{2,24}}?)(?:[今昨]天)?(?:[（(][^（）()]*[）)])?{_DAY}(?:召开|举行|举办)(?!的)|.*(?:召开|举行|举办|召集)的"
)
"""省政府新闻办举行的经济形势发布会披露: the meeting alone; 省政府新闻办举行发布会披露: whoever holds it."""

_BODY_SPEAKS = pattern(
    r"(?:^|[，；。”])(?P<body>[^，。；《》“”\d]{0,14}?(?:局|委|部|厅|协会|学会|研究院|研究所|研究中心|海关|总署|联合会|商会))(?:有关|相关|新闻)?(?:负责人|负责同志|专家|发言人)[^，。；]{0,8}?(?:表示|介绍|说|指出|告诉)"
)
_BODY = r"(?:国家|全国|中国|省|市|县|自治区)?[\u4e00-\u9fff]{2,12}(?:局|总署|部|委|厅|署|协会|学会|研究院|研究中心|调查中心|联合会|商会|海关)"
_BY_DATA = pattern(
    r"根据(?P<body>(?!最|上述|有关|相关|统计|调查|本)[\u4e00-\u9fffA-Za-z]{2,12}?)(?:最新)?(?:发布的|公布的|的)?(?:最新)?(?:统计|调查|监测)?数据(?:显示|统计|测算|，)"
)
"""根据某某咨询数据，…"""

_AGENCY_REPORTS = pattern(
    r"(?:^|[，；。\s]|据)(?P<body>新华社|中新社|路透社?|彭博社?|法新社|央视|[\u4e00-\u9fff]{2,6}(?:日报|晚报|早报|时报|商报|晨报|周刊|通讯社))[^，。；《》]{0,8}(?:报道|报导)"
)
"""据新华社5日报道: whose report it is."""

_BODY_HAS_NEWS = pattern(
    rf"(?:^|[。，])(?P<body>{_BODY})[^，。；]{{0,6}}(?:发布|通报)(?:了)?(?:消息|通知|公告|通报)(?:说|称)?[，：]"
)
"""昨日，市财政局发布消息说，…"""

_BODY_GIVES_OUT = pattern(
    rf"(?:^|[。；：:])(?P<body>(?:{_BODY}、)?{_BODY})(?:今[日天]|近日|日前|\d+日)?(?:[(（][^()（）]{{2,8}}[)）])?(?:发布|公布)(?:了)?[：，]?(?=(?:20\d\d年|\d{{1,2}}月|今年|上半年|前[一二三]|[一二三四]季度|全国|全省|全市))"
)
"""国家能源局发布1—7月，…: who gives out figures that follow the verb at once."""

_TELLER = (
    r"(?!根据|依据|按照|来自|另据|会同|各|全[省市县国]各)[\u4e00-\u9fff]{0,18}?"
    r"(?:局|署|厅|(?<![东西中北南内外总全干])部|委员会|(?<![省市县区党组纪常支总])委|协会|学会|研究院|研究所|研究中心|联合会|商会|海关"
    r"|工商联|乘联会|中汽协|货币基金组织|世界银行|人民银行|交易所|气象台|国家电网|南方电网|国铁集团)(?<=[\u4e00-\u9fff]{3})"
)
_ON_A_DAY = r"(?:[今昨]天|[今昨]日|近日|日前|最新|对外|正式|上午|下午|[（(][^（）()]{1,12}[)）]|(?:\d{1,2}月)?\d{1,2}日)*"
_BODY_ANNOUNCES = pattern(
    rf"(?:^|[。；：:])(?:此前，|另外，|此外，)?(?P<body>(?:{_TELLER}、)?{_TELLER}){_ON_A_DAY}"
    r"(?:(?:发布|公布|通报|披露|介绍|透露|表示|宣布|预计|预测|测算|指出)(?:，|称|说(?=，))"
    r"|(?:发布|公布)(?:了|的)?[^，。；《》]{0,16}?(?:数据|统计|榜单|名单|信息|情况)(?:显示|表明)?，"
    r"|[^，。；《》]{0,6}?(?:调度|监测|调查|普查|核查|报告)(?:数据)?(?:显示|表明|预计|预测|认为|指出))"
)
"""水利部今天通报，…; 国家能源局9月27日发布1—8月数据，…; 农业农村部最新农情调度显示: who announces what follows."""

_BODY_HEADS = pattern(rf"^(?P<body>{_BODY})[：:](?=[^。；“]{{4,60}}$)")
"""海关总署：上半年…: a line by itself that opens with whoever says it."""

_GIVES_OUT = pattern(
    r"(?:最新|近日|日前|今日|昨日|此前)*(?:发布|公布|披露)的?$|(?:最新|近日|日前|今日|昨日|此前)$"
)
"""深圳海关|最新发布的消息: what follows a body's name and is no part of it."""

_NAMING = (
    _HEARD,
    _MEETING,
    _HEAD_SAYS,
    _HEAD_TELLS,
    _BODY_TELLS,
    _PLAN_SHOWS,
    _BODY_SAYS,
    _BODY_DATA,
    _BODY_SPEAKS,
    _BODY_GIVES_OUT,
    _BODY_ANNOUNCES,
    _BODY_HAS_NEWS,
    _BY_DATA,
    _AGENCY_REPORTS,
    _BODY_HEADS,
)
"""How a sentence names a body, a meeting or a paper; what an earlier one has named, a later one does not name again."""

_IN_EVERY_SOURCE = (
    "《",
    "从",
    "据",
    "统计",
    "监测",
    "调查分析",
    "负责",
    "发言人",
    "专家",
    "发布",
    "：",
    "经",
    "介绍",
    "透露",
    "披露",
    "显示",
    "提出",
    "指出",
    "明确",
    "称",
    "表示",
    "认为",
    "公布",
    "通报",
    "宣布",
    "预计",
    "预测",
    "测算",
    "调度",
    "调查",
    "普查",
)
"""A sentence without any of these names no source."""

_PLAN_TITLE = pattern(r"计划|规划|方案|纲要|意见|路线图|若干措施|目标")
_ANY_PAPER = pattern(r"规划|计划|方案|纲要|意见|报告|白皮书|蓝皮书|年报|公报")
_LAST_YEAR = pattern(
    r"(?:(?P<first>20\d\d)年?(?:—|-|~|至))?(?P<last>20\d\d)年?[)）]?$|(?P<span1>20\d\d)年?(?:—|-|~|至)(?P<span2>20\d\d)年"
)


def find_sources(text: str, sentence: Span) -> tuple[Span, ...]:
    """The ranges that name the sources of a sentence: titles without their marks, and bodies."""
    found: list[Span] = []
    piece = text[sentence.start : sentence.end]
    if not any(word in piece for word in _IN_EVERY_SOURCE):
        return ()
    for match in _TITLE.finditer(text, sentence.start, sentence.end):
        after = text[match.end() : min(match.end() + 12, sentence.end)]
        before = text[sentence.start : match.start()]
        says = _TITLE_SAYS.search(after) or _SETS_TASKS.match(after)
        aims = _CARRIED_OUT.search(before[-16:]) and _aims(text, match, sentence)
        if (says and _BEFORE_TITLE.search(before[-16:])) or aims:
            found.append(Span(match.start("title"), match.end("title")))
    for one in _NAMING:
        for match in one.finditer(piece):
            span = _body(match, piece, sentence.start, one is _MEETING)
            if not any(known.start < span.end and span.start < known.end for known in found):
                found.append(span)
    return tuple(sorted(found, key=lambda span: span.start))


def _body(match: re.Match[str], piece: str, offset: int, meeting: bool) -> Span:
    """The words of a match that name the body, the meeting or the paper, in the whole text."""
    start, end = match.span(match.lastgroup or "body")
    if piece.startswith("来自", start):
        start += 2
    told = _GIVES_OUT.search(piece, start + 1, end)
    held = _HELD.match(piece, start, end) if meeting else None
    if held is not None and held["who"]:
        return Span(offset + start, offset + held.end("who"))
    return Span(offset + (held.end() if held else start), offset + (told.start() if told else end))


def whole_title(short: str, titles: Sequence[str]) -> str:
    """The title that a short one stands for (行动计划 for …三年行动计划(2023—2025年)), the latest of `titles`; else itself."""
    if len(short) > _SHORT or not (is_plan(short) or is_any_paper(short)):
        return short
    longer = (title for title in reversed(titles) if title != short and _YEARS.sub("", title).endswith(short))
    return next(longer, short)


_SHORT = 6
"""How long a title is at most that stands for a longer one."""

_YEARS = pattern(r"[(（][^()（）]*[)）]$")


def _aims(text: str, title: re.Match[str], sentence: Span) -> bool:
    """深入实施《…行动计划》，力争…: goals that stand behind a plan that is carried out are the plan's."""
    if not is_plan(title["title"]):
        return False
    return _SETS_GOALS.match(text, title.end(), sentence.end) is not None


def is_plan(title: str) -> bool:
    """Whether a title is a plan's: one that sets targets."""
    return bool(_PLAN_TITLE.search(title))


def is_any_paper(name: str) -> bool:
    """Whether a source is called a plan or a report and no more (此次方案), so that only a title named before it says which."""
    return _ANY_PAPER.fullmatch(name) is not None


_ANNUAL = pattern(
    r"(?<!\d)(20\d\d)年?(?:年度|度)?[^\d年]{0,16}(?:年度[^\d]{0,6}(?:报告|公报)|统计公报|年报)$|(?<!\d)(20\d\d)年?年度报告$"
)


def annual_year(title: str) -> int | None:
    """The year that an annual report or communiqué tells of (某某2022年年度报告); None where a title is of no such paper."""
    match = _ANNUAL.search(title)
    return int(match[1] or match[2]) if match is not None else None


def last_year(title: str) -> int | None:
    """The last year that a plan's title gives, or None."""
    match = _LAST_YEAR.search(title)
    if match is None:
        return None
    return int(match["last"] or match["span2"])
