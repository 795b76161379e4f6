"""Which firm a text is of or tells of: by its title, the firm that announces it, or how often it names one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from yanchao.documents.document import Document
from yanchao.lexicon.entries import WIDE
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern
from yanchao.statements.grammar import grammar
from yanchao.statements.home import OWN_PLACE
from yanchao.statements.inherit import Words
from yanchao.statements.marks import Mark, marker, marks_of


@dataclass(frozen=True, slots=True)
class Told:
    """The firm that a text is of or about (None where its name does not stand in the text), and what it calls it by."""

    firm: Words | None
    called: Words | None = None


def firm_told_of(document: Document, lexicon: Lexicon) -> Told | None:
    """The firm that a document is of or tells of; None where it is none's."""
    title = document.title or ""
    told = _RESULTS.search(title)
    if told is not None and not _is_of_a_place(told, lexicon):
        firm = told["firm"] or told["judged"]
        at = document.text.find(firm)
        return Told(Words(firm, at, at + len(firm)) if at >= 0 else None)
    if (announces := _ANNOUNCES.search(document.text, 0, _FIRM_HEAD)) is not None:
        return Told(Words(announces["firm"], *announces.span("firm")))
    if _OF_A_FIRM.search(f"{title}{document.publisher or ''}") or _opens_as_a_firm(document, lexicon):
        return Told(_named_firm(document, lexicon), _own_short_name(document.text))
    named = (
        _firm_of_results(document, lexicon)
        or _who_earns(document, lexicon)
        or _of_its_kind(document, lexicon)
    )
    return None if named is None else Told(named)


_SEVERAL = pattern(r"(?:多|各|[两二三四五六七八九十\d]+)(?:地|省|市|县|区|国|部门|大)")
_SCORES = pattern(r"(?:交出|晒出)[^，。]{0,14}?成绩单")


def _is_of_a_place(told: re.Match[str], lexicon: Lexicon) -> bool:
    """某市多个镇街交出成绩单: whether whoever a title says has done well is a place, or its trade, and no firm of the packs."""
    if _SCORES.search(told[0]) is None:
        return False
    whose = told["firm"] or told["judged"]
    if _SEVERAL.match(whose):
        return True
    if whose.endswith(tuple(cue.text for cue in lexicon.cues_of("zone"))):
        return True
    sorts = {mark.sort for mark in marker(lexicon).find(whose)}
    return "region" in sorts and "entity" not in sorts


_OF_A_FIRM = pattern(
    r"(?:股份有限公司|有限公司|股份|集团|证券代码|股票代码)(?!.{0,12}(?:政府|统计|会议))|以下简称“公司”"
)


_FIRM_OPENS = pattern(
    r"证券代码|股票代码|以下简称“(?:本)?公司”|(?:股份有限公司|有限公司|集团|股份)(?:[(（][^()（）\n]{1,24}[)）])?(?:今日|昨日|近日|\d+日)?[^，。；\n]{0,8}(?:发布|披露|公布|公告|宣布)"
)
"""How the head of a text says that it is a firm's own; a firm in the opening of a report is not yet that."""


_RESULTS = pattern(
    r"(?P<firm>(?![^，。]{0,6}(?:行业|产业|全国|我国|中国|全[省市]))[\u4e00-\u9fffA-Za-z]{2,10}?)(?:正式)?(?:公布|发布|披露|公告|交出|晒出)[^，。]{0,14}?(?:业绩|财报|年报|季报|中报|成绩单)"
    r"|^(?P<judged>(?![^，。]{0,6}(?:行业|产业|全国|我国|中国|全[省市]))[\u4e00-\u9fffA-Za-z]{2,10}?)(?:[(（][\dA-Z.]{4,12}[)）])?[:：]?(?:20\d\d年?)?"
    r"(?:年报|中报|半年报|[一三]?季报|三季报|财报|业绩)(?:点评|快评|解读|速览|深度)"
)
"""某某汽车公布2024年业绩: a title that says whose results the text tells."""


_ANNOUNCES = pattern(
    r"^(?:[^，。\n]{0,16}(?:快讯|讯|获悉|消息)[，：]|原标题：|[\u4e00-\u9fff]{2,6}[网社报] )?(?:[^，。\n]{2,20}——)?(?:20\d\d年)?(?:(?:\d{1,2}月\d{1,2}日|[今昨][天日])(?:[早午晚]间|盘[前后]|[早晚]上?)?，?)?"
    r"(?P<firm>(?![早午晚]间|盘[前后]|据|截[至止]|记者|日前|近日|[昨今][天日])\*?(?:(?!发布|披露|公布|公告|交出|行业|陆续|相继|纷纷|部分|多家|家上市|上市公司|全国|晚间)[\u4e00-\u9fffA-Za-z]){2,9}?(?<![部局委厅院会办署库行省市县区州国地府关所队者级织企商界])(?<!中心|政府|企业|行业|产业|工业|商业|昨天|今天|昨日|今日))"
    r"(?:昨天|今天)?(?:[(（][^()（）\n]{2,24}[)）])?(?:今日|昨日|昨晚|今晚|近日|日前|晚间|盘后|(?:\d{1,2}月)?\d{1,2}日|晚)*"
    r"(?:(?:披露|发布|公布|交出)(?:了|的)?(?:截[至止]20\d\d年\d{1,2}月\d{1,2}日止?[^，。；]{0,8}?)?(?:20\d\d年)?(?:年?度|上半年|前?[一二三四]季度|前三季度|半年度|1?\d月份?)?"
    r"(?:[一二三四]季度报告|业绩(?:预告|快报|公告|报告|预增)|产销(?:快报|数据)|经营(?:数据|简报)|财报|年报|季报|半年报|中报|公告|半?年度报告|季度报告|定期报告|(?:中期|全年|末期|年度)业绩(?!说明|发布会))"
    r"|(?:公布|发布|公告)[，：](?=截[至止]20\d\d年)|(?:发布)?公告(?!显示|精选|指出)|业绩(?:快报|预告)[：:]|在(?:投资者)?互动平台)",
    re.MULTILINE,
)
"""某某科技公告，预计…: a line that opens with whoever announces it, in the way of listed firms."""


_EARNS = pattern(
    r"(?P<firm>\*?(?:ST)?(?!全国|我国|中国(?!移动|联通|电信|石[油化]|人寿|平安|铁[建塔]|中)|全[省市县球]|上市)[\u4e00-\u9fffA-Za-z]{2,8}?)[：:，, ]?"
    r"(?:(?:20)?\d\d年(?:度)?|去年|今年|前?[一二三四]季度|前三季度|上半年|下半年|全年|\d{1,2}月份?|首季)*(?:实现|预计|预亏|归母|扣非)?(?:净利润?|净亏损?|亏损|预[增亏减盈]|营收|营业收入|总?营收|盈利)"
)
"""某某上半年净利9亿元: a title that opens with whoever earns."""


_OF_A_BRANCH = pattern(r"(?:行业|产业|工业|企业|公司|股|板块|[省市县区])$")


_FIRM_HEAD = 160


_OFTEN = 3
"""How often a text that is about a firm speaks of the 公司 at least."""


_FIRM_NAME = pattern(
    r"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[的由向对把被为与和及在于了日]))(?!(?:投资|控股|实业|管理|科技)?(?:股份)?有限公司)(?:(?!两家?|最大|争夺|竞购|收购|旗下|关于|关联|显示|包括|接到|收到|累计|股份有限|有限公司|公司|股东|一家|这家|多家|上市|该|本|日)(?![的将由向对把被为与和及在于了其所占或因])[\u4e00-\u9fff]){2,10}?(?:股份有限公司|有限公司|集团|(?<!股)股份|公司)(?![、和与及]|股东|法)"
)
"""A firm by its name, where it stands in no list."""


def _who_earns(document: Document, lexicon: Lexicon) -> Words | None:
    """The firm whose earnings a title opens with, where the text goes on about it; a place or a branch of trade is none."""
    title = document.title or ""
    told = _EARNS.match(title)
    if told is None or not document.text.startswith(title):
        return None
    firm = told["firm"]
    if _OF_A_BRANCH.search(firm) or any(
        mark.sort in ("region", "cluster") for mark in marker(lexicon).find(firm)
    ):
        return None
    again = document.text.count(firm, len(title)) > 0 and _SPEAKS_OF_A_FIRM.search(document.text) is not None
    return Words(firm, *told.span("firm")) if again else None


_KIND_OF_FIRM = pattern(
    r"[\u4e00-\u9fff]{2,12}(?:企业|公司|集团|厂商|巨头|龙头|运营商|服务商|制造商|供应商|品牌)(?=[\u4e00-\u9fffA-Z])"
)
_LONGEST_NAME = 8


def _of_its_kind(document: Document, lexicon: Lexicon) -> Words | None:
    """全国连锁租车企业某某租车宣布…: the firm that a title opens with, where the head says what it is and the text goes on about it."""
    title, text = document.title or "", document.text
    if not text.startswith(title):
        return None
    for kind in _KIND_OF_FIRM.finditer(text, len(title), len(title) + _FIRM_HEAD):
        named = text[kind.end() : kind.end() + _LONGEST_NAME]
        firm = next((named[:end] for end in range(len(named), 1, -1) if title.startswith(named[:end])), None)
        if firm is None or text.count(firm, len(title)) <= _OFTEN:
            continue
        if not any(mark.sort in ("region", "cluster") for mark in marker(lexicon).find(firm)):
            return Words(firm, 0, len(firm))
    return None


_SPEAKS_OF_A_FIRM = pattern(r"公司|集团|股东|年报|季报|半?年度报告")


_RESULTS_OF = pattern(r"营收|净利|财报|年报|季报|中报|业绩|利润|毛利|年度报告")


_CODED = pattern(r"\*?(?P<firm>[\u4e00-\u9fffA-Za-z]{2,10})[（(]\d{4,6}(?:\.?[A-Z]{2})?[)）]")
"""某某科技（06826）：…: a listed firm with its code."""


def _goes_on_about_its_firm(marks: Sequence[Mark], document: Document, lexicon: Lexicon) -> bool:
    """Whether a text goes on naming the one firm of its title, and oftener than any place."""
    firms = {mark.id for mark in marks if mark.sort == "entity" and lexicon.entities[mark.id].is_firm}
    if len(firms) != 1:
        return False
    (firm,) = firms
    named = Counter(mark.id for mark in marks_of(document.text, lexicon) if mark.sort in ("entity", "region"))
    return named[firm] > _OFTEN and named[firm] >= max(
        count for code, count in named.items() if lexicon.level(code) not in WIDE
    )


def _firm_of_results(document: Document, lexicon: Lexicon) -> Words | None:
    """The listed firm that a title names beside its results (某某营收大涨), None where it names none or a place too."""
    title = document.title or ""
    if not document.text.startswith(title):
        return None
    if (coded := _CODED.match(title)) is not None:
        return Words(coded["firm"], *coded.span("firm"))
    marks = marker(lexicon).find(title)
    if _RESULTS_OF.search(title) is None and not _goes_on_about_its_firm(marks, document, lexicon):
        return None
    firms = [mark for mark in marks if mark.sort == "entity" and lexicon.entities[mark.id].is_firm]
    if len({mark.id for mark in firms}) != 1 or any(mark.sort == "region" for mark in marks):
        return None
    return Words(title[firms[0].start : firms[0].end], firms[0].start, firms[0].end)


def _is_a_place(mark: Mark, title: str, lexicon: Lexicon) -> bool:
    """Whether a title's mark is a place by its whole name or with its zone, and no firm is called by it (山东黄金)."""
    if mark.sort != "region" or lexicon.level(mark.id) in WIDE:
        return False
    return title[mark.end - 1] in "省市县区州旗" or grammar(lexicon).zone.match(title, mark.end) is not None


def _opens_as_a_firm(document: Document, lexicon: Lexicon) -> bool:
    """Whether the head of a text says that it is a firm's own, or names a firm that the whole text goes on about.

    A title that names a place and no firm (日照高新区14家企业挂牌) tells of that place.
    """
    text = document.text
    title = document.title or ""
    if text.startswith(title) and any(
        _is_a_place(mark, title, lexicon) for mark in marker(lexicon).find(title)
    ):
        return False
    if _FIRM_OPENS.search(text, 0, _FIRM_HEAD):
        return True
    if not _OF_A_FIRM.search(text, 0, _FIRM_HEAD) or _tells_of_a_trade(document, lexicon):
        return False
    if _visits(document, lexicon):
        return False
    named = {firm[0] for firm in _GROUP.finditer(text)}
    often = text.count("公司") >= _OFTEN or (
        _THE_WHOLE_FIRM.search(text) is not None and text.count("公司") + text.count("集团") >= _OFTEN
    )
    return often and OWN_PLACE.search(text) is None and len(named) <= _FEW_FIRMS


_PRESS = pattern(r"记者|[本报网社](?:讯|电)|\d日[电讯]")


def _visits(document: Document, lexicon: Lexicon) -> bool:
    """Whether a paper names a firm once and not in its title: one of those that it visits, of which the text is not."""
    text = document.text
    if _PRESS.search(text, 0, _FIRM_HEAD) is None:
        return False
    firm = _named_firm(document, lexicon)
    if firm is None:
        return False
    name = firm.value
    place = next((mark for mark in marker(lexicon).find(name) if mark.sort == "region"), None)
    core = name[place.end :].lstrip("省市县区") if place is not None and place.start == 0 else name
    return text.count(core[:_CORE]) == 1


_CORE = 2
"""By how many of its first characters a firm is named again (星锤 of 星锤轴承股份有限公司)."""

_THE_WHOLE_FIRM = pattern(r"全公司|全集团|公司上下|集团上下|该集团|集团公司")


_GROUP = pattern(r"[\u4e00-\u9fff]{2}集团")
_FEW_FIRMS = 4
"""How many groups a text names at most that is about one firm; one that names more goes through them."""

_OF_A_TRADE = pattern(r"(?<![主副企创就])业(?![务绩主者内界态])|市场|[中我]国|全国")


def _tells_of_a_trade(document: Document, lexicon: Lexicon) -> bool:
    """白酒行业…, 中国电梯市场…: whether a title speaks of a whole trade or of the nation, of which the firm of its text is an example."""
    title, firm = document.title or "", _named_firm(document, lexicon)
    if _OF_A_TRADE.search(title) is None:
        return False
    return firm is None or not any(firm.value[at : at + 2] in title for at in range(_OPENS_A_NAME))


_OPENS_A_NAME = 3
"""In how many places of its first characters a firm's name is looked for in a title (青海盐湖|工业股份有限公司: 盐湖)."""

_CALLS_ITSELF = pattern(
    r"(?:以下简称|简称)[“\"]?(?:本)?(?P<name>公司|集团)|(?<=[，。\n])(?P<again>公司)(?=[\u4e00-\u9fff])"
)


_REPORTED = pattern(r"记者|[报网社]讯|消息|来源[:：]")


def _own_short_name(text: str) -> Words | None:
    """What a firm's text calls it by (公司), None where it does not."""
    match = _CALLS_ITSELF.search(text)
    if match is not None and match.lastgroup == "again" and _REPORTED.search(text, 0, _FIRM_HEAD):
        return None  # a paper says 公司 in passing and goes on naming the firm
    return None if match is None else Words(match[match.lastgroup or 0], *match.span(match.lastgroup or 0))


def _named_firm(document: Document, lexicon: Lexicon) -> Words | None:
    """The firm that a document's title or head names, one that the text names again before others."""
    text = document.text
    known = [
        (mark.start, mark.end)
        for mark in marker(lexicon).find(text[:_OPENING])
        if mark.sort == "entity" and lexicon.entities[mark.id].is_firm
    ]
    named = [
        (_ITS_KIND.match(text, *match.span()).end(), match.end())  # type: ignore[union-attr]
        for match in _FIRM_NAME.finditer(text, 0, _OPENING)
    ]
    found = [span for span in known if text.count(text[slice(*span)]) > _OFTEN] or named
    if not found:
        return None
    start, end = next((span for span in found if text.count(text[slice(*span)]) > 1), found[0])
    short = _SHORT_NAME.match(text, end)
    if short is not None and text.count(short["name"]) > _OFTEN:
        return Words(short["name"], *short.span("name"))
    return Words(text[start:end], start, end)


_OPENING = 300
"""So far into a text a firm that it is about is named."""

_ITS_KIND = pattern(
    r"(?:[\u4e00-\u9fff]{1,8}(?:企业|厂商|巨头|龙头|运营商|服务商|制造商|供应商|品牌)(?=[\u4e00-\u9fff]{3}))?"
)
"""白电巨头某某集团: what a firm is, before its name."""


_SHORT_NAME = pattern(
    r"[(（](?:以下|下)?(?:简称|称)?[:：]?[“\"]?(?P<name>(?!公司|集团|本)[\u4e00-\u9fffA-Za-z]{2,8})[”\"]?(?:[,，;；][^()（）\n]{1,24})?[)）]"
)
"""某某股份有限公司(某某): the name that its text goes on to use."""
