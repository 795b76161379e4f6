"""Whose a figure is by its own words: the shortest of them that name it."""

from __future__ import annotations

from itertools import zip_longest

from yanchao.quick import pattern
from yanchao.statements.context import Filling
from yanchao.statements.grammar import Grammar
from yanchao.statements.inherit import Words
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Span

_SHORTEST = 2
"""How many characters a subject has at least: what one character leaves over is a verb's rest (要|建成…)."""

_SUBJECT_ENDS = pattern(
    r"(?<=公司)(?:在|将|于|还|又)|(?<=企业)在|作为|成为|通过|依托|围绕|推动|加快|支持|聚焦|立足"
    r"|(?<=[\u4e00-\u9fff”]{2})(?<![名大上])(?:可以?(?=满足|签发|生产|容纳|提供|接待|处理|实现|吸纳|服务|停放|覆盖)|能够|还将|可能|即将|正在|已经|已(?=[\u4e00-\u9fff]{2})|还在|将(?![军来领士])(?=[\u4e00-\u9fff]{2})|拟向|每天|每月|平均每|预计|近日|日前)"
)
_MAKES_OF = pattern(r"(?:始终|一直|坚持|历来|都)*[把将](?=[^，。]{2})")
_ACTS_ON = ("将", "预计")
"""What stands between somebody and what he acts on or foresees, where that has the measure."""

_AREA = pattern(
    r"(?:经济技术开发区|高新技术产业开发区|经济区|区域|地区|片区|新区|都市圈|开发区|高新区|经开区|自贸区|自贸试验区|城市群)"
)
_DOES = frozenset("已将可现累共还也正由在规建达投总")
_DESCRIBED = pattern(
    r"(?:在|位于|坐落于|由|被|地处|总部位于)?[^，。；、的]{2,14}?(?:上市|落户|诞生|成长|兴建|投资|研发|打造|[交转督]办|反馈|认定|引进|承办|主办|审批|所在地?|之一|地)的(?=[\u4e00-\u9fffA-Za-z]{2,})"
    r"|[此本这]次[^，。；、的]{0,6}的(?=[\u4e00-\u9fffA-Za-z]{2,})|(?:比重|占比|增速|增幅|规模|总量|产值|投资|贡献|份额)最[大高快多]的(?=[\u4e00-\u9fffA-Za-z]{2,})"
)
OUR_PLACE = "[全我该本][省市县区州国疆]"
"""How a text calls its own place."""

_WHOLE_PLACE = pattern(rf"{OUR_PLACE}(?=[\u4e00-\u9fff]{{2}}|“)")


def own_subject(filling: Filling, passage: Passage, grammar: Grammar) -> Words | None:
    """The shortest phrase of the words for the subject that names it, or None where they only point back (该集群)."""
    span = filling.subject
    if span is None or span.start >= span.end:
        return None
    text = passage.folded.text
    listed = next(passage.marks_in(span, "entity"), None)
    if listed is not None and not _names_a_site(text, listed.end, span.end, grammar):
        return passage.words(Span(listed.start, listed.end))
    if (ordinal := _ordinal(span, passage)) is not None:
        return ordinal
    start, end = span.start, span.end
    if described := _DESCRIBED.match(text, start, end):
        start = described.end()
    start, end = _without_time(Span(start, end), passage)
    if text.startswith(("这家", "该家"), start - 1):
        start -= 1  # 这|家公司: the word that points back goes with its counter
    back = grammar.points_back.match(text, start, end)
    if back is not None and text[back.end() : back.end() + 1] in _DOES:
        return None  # 该项目已安置…: it points back
    cut = _SUBJECT_ENDS.search(text, start, end)
    if cut and cut.start() > start:
        measured = filling.measure is not None and filling.measure.start == span.end
        if measured and cut[0] in _ACTS_ON and cut.end() < end:
            start = cut.end()  # 国家将小微企业|税率由…, 协会预计荔枝|产量
        else:
            end = cut.start()
            if cut[0] == "作为" and (makes := _MAKES_OF.match(text, start, end)) is not None:
                start = makes.end()  # 始终把|农产品加工业作为支柱
    marks = tuple(passage.marks_in(Span(start, end), "region"))
    for mark, behind in zip_longest(marks, marks[1:]):
        if (
            behind is not None
            and behind.start == mark.end
            and _NAMED_AFTER_IT.fullmatch(text, behind.end, end)
        ):
            break  # 宁波|舟山港: named after both
        names_area = _AREA.match(text, mark.end, end) is not None
        of_scope = text[mark.start : mark.end] in _SCOPE and end - mark.end < _LONG
        if _NAMED_AFTER_IT.fullmatch(text, mark.end, end):
            break  # 固州商业银行, 固州港: their names
        if of_scope or text[mark.end : mark.end + 1] in "、和与及" or names_area:
            continue
        if mark.start == start and mark.end < end - 1:
            start = mark.end
    if (whole := _WHOLE_PLACE.match(text, start, end)) and whole.end() < end - 1:
        start = whole.end()  # 湖州|全市|二手房
    words = passage.words(Span(start, end)) or passage.words(span)
    if words is not None and (_UNDER_WAY.fullmatch(words.value) or _NO_ONE.match(words.value)):
        return None
    is_a_manner = words is not None and len(words.value) <= _LONGEST_MANNER
    if words is not None and (
        (is_a_manner and grammar.manner.fullmatch(words.value)) or _is_told_of_it(text, end)
    ):
        return None
    too_short = words is not None and len(words.value) < _SHORTEST and words.value not in grammar.short_names
    if words is None or too_short:
        return None
    behind = (
        filling.construction == "of-a-class" and filling.measure is not None and filling.measure.end <= start
    )
    points_back = not behind and grammar.pronouns.fullmatch(
        words.value
    )  # 投资额超9亿元的项目: it points to none
    return None if points_back else words


_TOLD_OF_IT = pattern(
    r"(?:(?:较|更|最|很|极)?(?:强|高|大|好|优|多|快|广)|明显|显著|突出|鲜明|领先|完善|完备|健全|先进|有影响|[影美知竞辐][响誉名争射][力度])$"
)
_TELLS_AT_LENGTH = 5
_LONGEST_MANNER = 6


def _is_told_of_it(text: str, end: int) -> bool:
    """作用较强、优势突出|的产业: whether words before 的 say what the things are like, and not whose they are."""
    return text.startswith("的", end) and _TOLD_OF_IT.search(text, end - _TELLS_AT_LENGTH, end) is not None


def _names_a_site(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """某某|综合物流园: whether what a pack lists opens the name of a site, which is another."""
    return end - start < _LONGEST_SITE and any(
        kind.end() == end for kind in grammar.own_kinds.finditer(text, start, end)
    )


_LONGEST_SITE = 12


def _without_time(span: Span, passage: Passage) -> tuple[int, int]:
    """2021年精炼钴|产量, 长三角地区今年前5个月|进出口: whose a figure is, without when."""
    start, end = span.start, span.end
    periods = passage.periods_in(span)
    if periods and periods[0].start == start and periods[0].end < end - 1:
        start = periods[0].end
    for period in reversed(periods):
        if period.end < end or period.start <= start + 1:
            break
        end = period.start
    leads_to_time = passage.folded.text[end - 1 : end + 1] in _LEADS_TO_TIME
    return start, end - leads_to_time if end - start > 1 else end


_LEADS_TO_TIME = ("截至", "截止", "由上", "由去", "从上", "从去")
"""该行截|至去年末的存款, 该行利润由|上年亏损…: a word that leads up to the time cut off behind a name."""


_NO_ONE = pattern(
    r"相?较(?!场)|相比|比(?=上|去年|前|同期|“)|于(?=[今昨明前本次]|春节|\d)|会同|围绕|截[至止]|如果|即不|或者|经过|随后$|向(?!阳|日)[^，。；]{2,8}$|近[一二三几\d]|最[近多少]$|近[期日]$|主要$|[本此这]次(?:集中)?(?:开工|签约|开竣工|竣工|投产|签)?$|被(?!动|服)|(?:明确|提出|要求|规定|指出)$"
)
"""What no one's name opens with: what a figure is held against (较上年同期), when (于春节前), or with whom (会同财政部)."""

_UNDER_WAY = pattern(r"(?:正在|即将|已经|尚未)[\u4e00-\u9fff]{2,4}")
"""正在培育|的工厂: which of them are meant, and not whose they are."""

_NAMED_AFTER_IT = pattern(
    r"(?:城市|农村)?商业银行|农商银?行|银行|港(?:口|务集团|集团)?|(?:国际)?机场|大学|学院|海关|口岸|地铁|钢铁|石化|综保区|自贸区"
)
_SCOPE = ("国内", "国际")
_LONG = 5
"""国内游客, 国际航班: a short name that says by its first word which of them are meant."""

_ORDINALS = pattern(r"第?[一二三四1-4](?:[、和及]第?[一二三四1-4])+(?P<noun>产业|季度)")
_ONE_OF_THEM = pattern(r"第?(?P<which>[一二三四1-4])")
_REACH = 12


def _ordinal(span: Span, passage: Passage) -> Words | None:
    """第一、二、三产业: 第二产业, where the span is the 二 of such a list."""
    text = passage.folded.text
    which = _ONE_OF_THEM.match(text, span.start, span.end)
    if which is None:
        return None
    for every in _ORDINALS.finditer(text, max(0, span.start - _REACH), span.end + _REACH):
        if every.start() <= span.start and which.end() <= every.end():
            return passage.named(f"第{which['which']}{every['noun']}", span.start, span.end)
    return None
