"""“我们今年卖了9万件。”村民周平说: figures that people tell of themselves, which are no place's; an official speaks for his."""

from __future__ import annotations

import re

from yanchao.quick import pattern
from yanchao.statements.context import Draft, near
from yanchao.statements.inherit import Words
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Span

_OF_THEMSELVES = pattern(
    r"(?:我们?|咱们?)(?:自家|自己|家里?|这里|这边|这儿|店里?|厂里?|厂|公司|企业|团队|工厂|车间|合作社|农场|民宿|基地)?(?:的|$)|我家"
)
_OFFICIAL = pattern(
    r"(?:[局厅部署院所镇乡县市区州科处站校村会组司行]长|主任|书记|支书|主席|秘书长|专员|调研员|村干部|发言人|委员|专班|政府|管委会|工作人员)[^。“”]{0,12}(?:说|表示|介绍|告诉|坦言|透露|指出|回忆)"
)
_WHAT_THEY_HAVE = pattern(r"(?:产品|员工|工人|订单|客户|车间|生产线|产线|门店|店里|厂里|团队)")
_REACH = 120
_SAID_BEFORE = pattern(
    r"(?P<body>公司|企业|集团)(?:市场|销售|生产|技术|运营|财务|研发|常务|党委|党支部)?(?:书记|创始人|联合创始人|、|副?董事长|董事|副?总经理|副?总裁|总监|经理|负责人|厂长|首席[\u4e00-\u9fff]{2,3}|兼)+[\u4e00-\u9fff]{0,4}?(?:[^。，“”]{0,6})(?:说|表示|介绍|告诉记者|坦言|透露)(?P<more>[^“”]{0,80})[：:。，]?$"
)


def tells_of_themselves(draft: Draft, own: Words, passage: Passage) -> bool:
    """Whether whose a figure is is 我们 or 我家 in the words of somebody who speaks for no place."""
    if _OF_THEMSELVES.match(own.value) is None:
        return _WHAT_THEY_HAVE.match(own.value) is not None and speaker(draft, passage) is not None
    text = passage.folded.text
    opens = _quote_around(text, draft.figure.start)
    if opens is None:
        return False
    return not _an_official_speaks(text, opens, draft.figure.end)


_SAYS = r"(?:说|表示|介绍|告诉|坦言|回忆|直言|透露|感慨|坦陈|算了)"
_SAID_BY_NAME = pattern(
    rf"[^“”\n]{{0,80}}”(?P<who>[\u4e00-\u9fff]{{2,3}}?)(?:如是|这样|自豪地|高兴地|笑着|这样)?{_SAYS}"
)
_HEAD_OF = r"(?P<body>公司|企业|集团)(?:党委书记|党支部书记|创始人|联合创始人|常务|、|副?董事长|董事|副?总经理|副?总裁|总监|负责人|厂长|首席[\u4e00-\u9fff]{2,3}|兼)+"


def whose_head_says_it(draft: Draft, passage: Passage) -> Words | None:
    """公司董事长王林介绍…。“…3万台。”王林说: the firm whose head the paragraph has said the speaker to be."""
    text, at = passage.folded.text, draft.figure.start
    said = _SAID_BY_NAME.match(text, draft.figure.end)
    told = None if said is None else re.search(_HEAD_OF + said["who"], text[near(0, at) : at])
    if told is None:
        return None
    start = near(0, at) + told.start("body")
    return passage.words(Span(start, start + len(told["body"])))


_FIRST_PERSON = pattern(r"我们(?!国|省|市|县|区|镇|村|乡|局|州)|咱们|我家|我(?=[卖种养开做赚挣的有])")


def speaker(draft: Draft, passage: Passage) -> Words | None:
    """“十年前我们只有3条生产线、200名员工。”周平回忆: 我们, in the words of somebody who speaks for no place."""
    text = passage.folded.text
    opens = _quote_around(text, draft.figure.start)
    if opens is None:
        return None
    said = _FIRST_PERSON.search(text, opens, draft.figure.start)
    if said is None:
        return None
    if _an_official_speaks(text, opens, draft.figure.end):
        return None
    return passage.words(Span(*said.span()))


def firm_that_said(draft: Draft, passage: Passage) -> Words | None:
    """公司总经理周平说，…。“今年的订单达9万件。”: the firm whose head was speaking before the words that hold a figure."""
    text = passage.folded.text
    opens = _quote_around(text, draft.figure.start)
    if opens is None:
        return None
    said = _SAID_BEFORE.search(text, near(0, opens), opens)
    if said is None or _OFFICIAL.search(said["more"]) is not None:
        return None
    return passage.words(Span(*said.span("body")))


def _an_official_speaks(text: str, opens: int, end: int) -> bool:
    """Whether somebody who speaks for a place says what is quoted from `opens` on, past `end`: told right before or behind it."""
    closes = text.find("”", end, end + _REACH)
    behind = text[closes : closes + _BEHIND].partition("“")[0] if closes != -1 else ""
    before = text[max(0, opens - _BEFORE) : opens]
    return _OFFICIAL.search(behind) is not None or _OFFICIAL.search(before) is not None


_BEFORE, _BEHIND = 40, 30
"""How near to a quotation stands who says it."""


def _quote_around(text: str, at: int) -> int | None:
    """Where the quotation opens that holds a place in the text; None where none does."""
    opens = text.rfind("“", near(0, at), at)
    return opens if opens > text.rfind("”", near(0, at), at) else None
