"""On whose word: the document or body that a sentence names as the source of its figures."""

from __future__ import annotations

import re

from yanchao.quick import pattern
from yanchao.statements.statement import Span

_SAYS = r"(?:提出|提到|显示|指出|明确|要求|规划|披露|发布|统计|数据|公布|介绍|认为|预测|称)"
_TITLE = pattern(r"《(?P<title>[^《》]{4,80})》")
_TITLE_SAYS = pattern(
    rf"^(?:(?:中|里|的数据|的统计|也|还|就|明确|已经|曾)*{_SAYS}|(?:的数据|的统计)?，|\(|（)"
)
_BEFORE_TITLE = pattern(
    r"(?:根据|据|按照|依据|另据|依照|从|按)(?:[^，。；《》]{0,12})$|^(?!编制|制定|出版|编写|修订).{0,2}$|(?:，|；|。)$"
    r"|(?:发布|印发|出台|公布|推出)[的了]?$"
)
_CARRIED_OUT = pattern(r"(?:实施|落实|执行|贯彻|推进|对照|对标|印发|出台|制定)(?:了|好)?$")
_SETS_GOALS = pattern(
    r"[，。]?(?:[^。；：]{0,10}，)?(?:力争|确保|到20\d\d年|到“|奋力|推动[^。；]{0,12}(?:达到|突破|超过))"
)
_SETS_TASKS = pattern(r"(?:的)?(?:部署|安排|要求|明确|确定|目标|任务)")
_BODY_SAYS = pattern(
    r"(?:^|，|；|。)(?:另)?据(?!初步|不完全|有关|相关|最新|此|悉|了解)(?P<body>[^，。；《》“”\d]{2,24}?)(?<!行业)(?<!产业)(?:的)?(?:初步)?(?:统计(?!局|部门|学会|公报|年鉴)|测算|核算|数据(?!局|资源|管理|中心)|调查(?!总队|队)|介绍|预测|消息|透露|披露|公布|监测(?!中心))(?:数据)?(?:显示|表明|分析)?"
)
_BODY_DATA = pattern(
    r"(?:^|，|；|。|来自|根据)(?P<body>(?<=据)[A-Z][A-Za-z ]{1,24}|[^，。；《》“”\d]{2,20}?(?:局|委|部|厅|协会|学会|研究院|研究所|研究中心|海关|交易所|联合会|商会|银行|分行|中心|集团|公司))"
    r"(?:对[^，。；]{0,20}的?)?(?:最新)?(?:发布的|公布的|的)?(?:调查分析|统计数据|数据|统计|监测)(?:显示|表明)?"
)
_HEARD = pattern(r"从(?P<body>[^，。；《》]{2,40}?)(?:上)?(?:获悉|了解到|得知|传来)")
_HEAD_SAYS = pattern(
    r"(?:^|，|；|。)(?:另)?据(?P<body>[^，。；《》“”\d]{1,16}?(?:局|委|部|厅|协会|学会|研究院|研究所|中心|海关|联合会|商会|集团|公司))(?:党[组委][^，。；]{0,4})?(?:副)?(?:局长|主任|厅长|部长|会长|理事长|秘书长|院长|所长|关长|董事长|总经理)[^，。；]{2,8}(?:介绍|透露|表示)"
)
_BODY_SPEAKS = pattern(
    r"(?:^|[，；。”])(?P<body>[^，。；《》“”\d]{0,14}?(?:局|委|部|厅|协会|学会|研究院|研究所|研究中心|海关|联合会|商会))(?:有关|相关|新闻)?(?:负责人|负责同志|专家|发言人)[^，。；]{0,8}?(?:表示|介绍|说|指出|告诉)"
)
_BODY = r"(?:国家|全国|中国|省|市|县|自治区)?[\u4e00-\u9fff]{2,12}(?:局|总署|部|委|厅|署|协会|学会|研究院|研究中心|联合会|商会|海关)"
_BODY_GIVES_OUT = pattern(
    rf"(?:^|[。；])(?P<body>{_BODY})(?:今日|近日|日前|\d+日)?发布(?:了)?[：，]?(?=(?:20\d\d年|\d{{1,2}}月|今年|上半年|前[一二三]|[一二三四]季度|全国|全省|全市))"
)
"""国家能源局发布1—7月，…: who gives out figures that follow the verb at once."""

_BODY_HEADS = pattern(rf"^(?P<body>{_BODY})[：:](?=[^。；“]{{4,60}}$)")
"""海关总署：上半年…: a line by itself that opens with whoever says it."""

_GIVES_OUT = pattern(
    r"(?:最新|近日|日前|今日|昨日|此前)*(?:发布|公布|披露)的?$|(?:最新|近日|日前|今日|昨日|此前)$"
)
"""深圳海关|最新发布的消息: what follows a body's name and is no part of it."""

_IN_EVERY_SOURCE = ("《", "从", "据", "统计", "监测", "调查分析", "负责", "发言人", "专家", "发布", "：")
"""A sentence without any of these names no source."""

_PLAN_TITLE = pattern(r"计划|规划|方案|纲要|意见|路线图|若干措施|目标")
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
    for one in (_HEARD, _HEAD_SAYS, _BODY_SAYS, _BODY_DATA, _BODY_SPEAKS, _BODY_GIVES_OUT, _BODY_HEADS):
        for match in one.finditer(piece):
            told = _GIVES_OUT.search(piece, match.start("body") + 1, match.end("body"))
            end = told.start() if told else match.end("body")
            span = Span(sentence.start + match.start("body"), sentence.start + end)
            if not any(known.start < span.end and span.start < known.end for known in found):
                found.append(span)
    return tuple(sorted(found, key=lambda span: span.start))


def _aims(text: str, title: re.Match[str], sentence: Span) -> bool:
    """深入实施《…行动计划》，力争…: goals that stand behind a plan that is carried out are the plan's."""
    if not is_plan(title["title"]):
        return False
    return _SETS_GOALS.match(text, title.end(), sentence.end) is not None


def is_plan(title: str) -> bool:
    """Whether a title is a plan's: one that sets targets."""
    return bool(_PLAN_TITLE.search(title))


def last_year(title: str) -> int | None:
    """The last year that a plan's title gives, or None."""
    match = _LAST_YEAR.search(title)
    if match is None:
        return None
    return int(match["last"] or match["span2"])
