"""What says nothing at the edges of a stretch of text: links, adverbs, marks of lists, verbs behind what is measured."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.grammar import UNLISTED, Grammar
from yanchao.statements.words_beside import without_words_beside

_EXPLAINS = pattern(r"\((?:[^()]{9,60}|以[^()]{1,12}为主|(?:按|不?含|不?包括|扣除|剔除)[^()]{1,30})\)$")
"""A bracket that is no part of a name (地区生产总值(GDP)), but explains it (保障系数(手持订单量与年均完工量之比))."""

_ENUMERATION = pattern(
    r"(?:\d{1,2}[.．)](?!\d)|[一二三四五六七八九十]{1,3}(?:是|、(?![一二三四五六七八九十]))|[(（][一二三四五六七八九十]+[)）]|首先|其次|最后|并(?!购|网|联|轨|存)|(?:让|使|为|对)$"
    r"|时间[内里]?(?=[\u4e00-\u9fff]{2})|(?:\d{1,2}|[二两三四五六七八九十]|几)年(?:来|间)?(?!规划|计划|期|级|行动|制|以上)(?=[\u4e00-\u9fff]{2}|$)|(?=[^，。；后]{0,8}后)[^，。；]{0,6}(?:建成|投产|达产|完工|投运|投用|量产|满产|运营)后|作为[^，。；、\d]{2,14}?的(?=[\u4e00-\u9fff]{2})|按[^，。；、\d]{2,12}?(?:计算|核算|测算)的|(?:全部)?(?:投产|达产|建成)(?=可)|内(?=建设|建成|完成|实现|投入|培育|新增|新建|累计|引进|打造))+"
)


def trim(text: str, start: int, end: int, grammar: Grammar) -> tuple[int, int]:
    """Without what says nothing at either edge: links, adverbs, list marks, opening quotes."""
    whole, before = end, end + 1
    if end > start and text[end - 1] == "(" and (how := grammar.states.search(text, start, end - 1)):
        end = how.start()  # 城镇化率|偏低(58%)
    while start < end < before:
        before = end
        while end > start and text[end - 1] in _CLOSING:
            end -= 1
        if text.endswith("下同)", start, end) and (below := text.rfind("(", start, end)) != -1:
            end = below
        if end > start and text[end - 1] == ")":
            beside = _EXPLAINS.search(text, start, end) or grammar.unit_in_brackets.search(text, start, end)
            end = beside.start() if beside is not None else end
        end = without_words_beside(text, start, end)
        first = grammar.links_at_end(text, start, end)
        if first < end:
            listed = grammar.measure_at_end(text, start, end)
            if listed is None or listed[0] > first:
                end = first
        if end > start and text[end - 1] in grammar.adverb_ends:
            end = grammar.adverbs_at_end(text, start, end)
    if end < whole and text[end] in _COMPLETES_A_VERB:
        end = _behind_a_measure(text, start, end, grammar)
    turn = _IN_TURN.search(text, start + 2, end)
    if (
        turn is not None
        and grammar.measure_at_end(text, end - 2, end) is None
        and not grammar.trailing_growth.search(turn[0])
    ):
        end = turn.start()  # 乙类债券|分别发行: the verb is of all that the list names
    if match := _ENUMERATION.match(text, start, end):
        start = match.end()
    since = text.find("以来", start + 2, min(end - 2, start + _LONGEST_SINCE))
    if since != -1 and _SINCE.fullmatch(text, start, since):
        start = since + 2  # 建市以来|增速
    if match := grammar.leading_skips.match(text, start, end):
        listed = grammar.measure_at_end(text, start, end)
        if listed is None or listed[1] is UNLISTED or listed[0] >= match.end():
            start = match.end()
        else:
            start = listed[0]  # |有效灌溉面积
    if text.startswith("“", start, end) and "”" not in text[start:end]:
        start += 1  # “订单增长三成。”
    return min(start, end), end


_IN_TURN = pattern(r"分别(?![较比由从在占高低与对按约近超为达])[\u4e00-\u9fff]{1,2}$")
_COMPLETES_A_VERB = frozenset("至到破超增降升跌")
_SHORTEST_LISTED = 3


def _behind_a_measure(text: str, start: int, end: int, grammar: Grammar) -> int:
    """出口总额推高|至90亿元: where a listed measure ends before a verb of one or two characters that no pack need list."""
    if grammar.measure_at_end(text, start, end) is not None:
        return end
    for at in (end - 1, end - 2):
        listed = grammar.measure_at_end(text, start, at) if at > start else None
        if listed is not None and listed[1] is not UNLISTED and at - listed[0] >= _SHORTEST_LISTED:
            return at
    return end


_LONGEST_SINCE = 10
_SINCE = pattern(r"[\u4e00-\u9fff]+")
_CLOSING = frozenset("、，。；：:（( —-“‘±")
