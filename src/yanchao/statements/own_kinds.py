"""Bodies that a text calls by their kind (合作社, 医院, 园区) once it has named the one it goes on about."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.documents.document import Document
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern, replace
from yanchao.statements.clause_heads import ClauseHead
from yanchao.statements.context import Draft
from yanchao.statements.grammar import Grammar, grammar
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Span

_LONGEST_PORTRAIT = 8000
"""How many characters a text has at most that tells of one body; a report of a place tells of all of a kind."""

_ENOUGH = 3
"""How often a text opens a clause with the bare kind where it goes on about one of it; a short one, or one whose title names it, need do so but once."""

_SHORT_TEXT = 1200

_NO_NAME = pattern(
    r"(?:[各家个所座类等型型全的、和与多该这内大及级新好]|重点|龙头|示范|公立|民营|民办|基层|国家级|省级|市级|县级|产业|工业|建设|现代|[全我本][国省市县区])$"
)
"""What stands before a kind that is nobody's name (各园区, 龙头企业, 省级基地)."""

_NAME_REACH = 4


def kinds_told_of(document: Document, lexicon: Lexicon) -> frozenset[str]:
    """The kinds by which a document calls a body that it has named before, and goes on about."""
    text = document.text
    if len(text) > _LONGEST_PORTRAIT:
        return frozenset()
    opened: dict[str, int] = {}
    named: set[str] = set()  # how the names end: a 产业园 or 开发区 is a 园区 too
    rules = grammar(lexicon)
    for said in rules.own_kinds.finditer(text):
        kind, start = said[0], said.start()
        if rules.opens_with_kind.search(text, max(0, start - _LONGEST_OPENING), start):
            if not named.isdisjoint(kind):
                opened[kind] = opened.get(kind, 0) + 1
        elif _is_named(text, start):
            named.add(kind[-1])
    title = document.title or ""
    told = _the_one_enterprise(text, rules)
    return told | frozenset(
        kind
        for kind, times in opened.items()
        if times >= _ENOUGH or len(text) < _SHORT_TEXT or any(end in title for end in kind.removeprefix("全"))
    )


_FIRMS = pattern(
    r"(?P<name>[\u4e00-\u9fff]{2})(?:(?:股份|集团|科技|实业|电气|食品|新能源|材料|智能|装备|机械|制造|电子|生物|农业|开发|发展)*(?:有限)(?:责任)?公司|(?:科技|实业|控股)?集团)"
)
_ENTERPRISE = pattern(
    r"企业(?=\d{4}年(?:成立|创立|建成|投产)|成立|每年|先后|累计|已|现有|现已|拥有|共有|目前|订单|产品|产能|年产|年销|年营|员工|研发|自主|投入|投资|推出|生产|从|自|在|将|计划|实现|出口)"
)
"""企业 where it is one: it does something, or has what a firm has."""

_ITS_FIRM = "企业"


def _the_one_enterprise(text: str, rules: Grammar) -> frozenset[str]:
    """企业, where a short text names one firm and no other."""
    if len(text) > _SHORT_TEXT or _ITS_FIRM not in text:
        return frozenset()
    names = {firm["name"] for firm in _FIRMS.finditer(text)}
    opens = any(
        rules.opens_with_kind.search(text, max(0, said.start() - _LONGEST_OPENING), said.start())
        for said in _ENTERPRISE.finditer(text)
    )
    return frozenset((_ITS_FIRM,)) if len(names) == 1 and opens else frozenset()


def _is_named(text: str, start: int) -> bool:
    before = text[max(0, start - _NAME_REACH) : start]
    if before.endswith(("”", "’")):
        return True
    name = before[-2:]
    return len(name) == 2 and name.isalpha() and name >= "\u4e00" and _NO_NAME.search(before) is None


_LONGEST_OPENING = 30


def heads_by_kind(passage: Passage, kinds: frozenset[str], rules: Grammar) -> Iterator[ClauseHead]:
    """2024年，合作社采取…; 医院把…: the clauses of a passage that open with a body by its kind."""
    if not kinds:
        return
    text = passage.folded.text
    if _ITS_FIRM in kinds:
        for said in _ENTERPRISE.finditer(text):
            start, end = said.span()
            words = passage.words(Span(start, end))
            opens = rules.opens_with_kind.search(text, max(0, start - _LONGEST_OPENING), start)
            if words is not None and opens is not None:
                yield ClauseHead(start, end, words, None, True, True)
    for said in rules.own_kinds.finditer(text):
        start, end = said.span()
        of_them = said[0] in kinds
        if not of_them and not any(said[0][-1] in kind for kind in kinds):
            continue
        opens = rules.opens_with_kind.search(text, max(0, start - _LONGEST_OPENING), start)
        if opens is None or not of_them:
            named = _NAMED.search(text, max(0, start - _LONGEST_NAME), start)
            if named is None or not _is_named(text, start) or _DOES.match(text, end) is None:
                continue
            start = named.start("name")
        words = passage.words(Span(start, end))
        if words is not None:
            yield ClauseHead(start, end, words, None, False, True)


_LONGEST_NAME = 24
_NAMED = pattern(
    r"(?:^|[，。；：！？\n])(?:(?:其中|同时|此外|而|走进|来到|位于|在)|[^，。；：、\d]{0,10}?\d{4}年[^，。；：、]{0,6}?的|[^，。；：、]{2,16}的|[^，。；：、]{0,8}?(?:成立|组建|领办|创办|建起|建成|牵头)+了)?(?P<name>(?:(?![了的在])[\u4e00-\u9fff]){2,14})\Z"
)
_DOES = pattern(
    r"(?:，|位于|坐落|是|拥有|现有|占地|总占地|规划|成立于|创建于|始建于|始于|建于|建有|设有|总投资|累计|现占地)"
)
"""漳河物流园区是一个…, 2014年成立的青禾合作社，现有…: how a text tells of the body by its name."""


def as_the_kinds_own(draft: Draft, kinds: frozenset[str], text: str, rules: Grammar) -> Draft:
    """合作社|销售鲜菇, 医院|门急诊量: whose a figure is, where the words for what is measured open with a body by its kind."""
    filling = draft.filling
    measure = filling.measure
    if not kinds or filling.subject is not None or measure is None or measure.end > draft.figure.start:
        return draft
    said = rules.own_kinds.match(text, measure.start, measure.end)
    if said is None or said[0] not in kinds or said.end() + _SHORTEST > measure.end:
        return draft
    start = _ADVERBS.match(text, said.end(), measure.end).end()  # type: ignore[union-attr]
    if start + _SHORTEST > measure.end:
        return draft
    return replace(
        draft,
        filling=replace(filling, subject=Span(said.start(), said.end()), measure=Span(start, measure.end)),
    )


_SHORTEST = 2
_ADVERBS = pattern(r"(?:的|还|又|也|已|共|累计|先后|每年|每天|每月|平均每年)*")
