"""“长风”系列减速器, “云织”工业互联网平台: products, platforms and projects whose name opens in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanchao.quick import pattern
from yanchao.statements.mentions._sight import Example, Found, Sight
from yanchao.statements.statement import Role

ORDER = 30
EXAMPLES = (
    Example(
        "“长风”系列减速器量产，“云织”工业互联网平台上线，“药谷”产业园二期竣工。",
        (
            ("“长风”系列减速器", "product", None),
            ("“云织”工业互联网平台", "platform", None),
            ("“药谷”产业园二期", "project", None),
        ),
    ),
    Example("“远望”号钻井平台交付。", (("“远望”号钻井平台", "product", None),)),
    Example(
        "公司研发的“山城”助手上线，“雪豹”压雪机组、“蓝冰”照明灯组先后定型。",
        (
            ("“山城”助手", "product", None),
            ("“雪豹”压雪机组", "product", None),
            ("“蓝冰”照明灯组", "product", None),
        ),
    ),
    Example("“卡脖子”芯片有了替代，“以旧换新”手机热卖，“双碳”目标不变，“两重”项目落地。"),
)

_DIRECTLY = ("工程", "系列")
_SLOGAN = pattern(r"\d\+|\+$|^[一二三四五六七八九十]大|字号$")
_LINE = pattern(r"[“”、A-Za-z\u4e00-\u9fff\d]{0,16}?(?:班列|公路|大道|专列)")
"""“天山号”班列 is a service, no product."""
_NO_PRODUCT = pattern(
    r"政策|行动|计划|服务|模式|机制|措施|品牌|活动|改革|目标|名单|战略|项目|标准|政务|专项|通道|体系|方案|指南|场景|线路|路线|产业|企业|园区|城市|基金|指数|理念|口号|赛事|大赛|节|展|会|号召|公路|大道|班列|游$"
)
_LONGEST = 8
_FURTHEST = 16


def find(sight: Sight) -> Iterator[Found]:
    text, words = sight.text, sight.words
    for match in words.in_quotes.finditer(text):
        name = match["name"]
        if sight.in_title(match.start()):
            continue
        end, role = match.end(), None
        while end - match.end() < _FURTHEST and (more := words.after_quotes.match(text, end)) is not None:
            if words.does.search(more["gap"]) or (more["gap"] and more["word"] in _DIRECTLY):
                break
            end, role = more.end(), words.role_of("quoted", more["word"])
        kind = words.within.search(name) if role is None and not _SLOGAN.search(name) else None
        if kind is not None and not _LINE.match(text, end):
            role = words.role_of("within", kind["word"])
        if role is None and (thing := _product(match, sight)) is not None:
            end, role = thing, Role.PRODUCT
        if role is not Role.PROJECT and kind is None and (name[:2] in words.general or _SLOGAN.search(name)):
            continue
        if role is not None and text[match.start() : end] not in words.entity_by_word:
            yield Found(match.start(), end, role)


def _product(quoted: re.Match[str], sight: Sight) -> int | None:
    """Where a product's name ends whose last word no pack lists: “蓝冰”照明灯组下线, 研发的“山城”助手."""
    text, words = sight.text, sight.words
    if len(quoted["name"]) > _LONGEST:
        return None
    made = words.made.search(text, max(0, quoted.start() - _FURTHEST), quoted.start()) is not None
    end = quoted.end()
    thing = words.sold.match(text, end) or (words.thing.match(text, end) if made else None)
    if thing is None:
        return end if made and text[end : end + 1] in "，。；、" else None
    return None if _NO_PRODUCT.search(thing[0]) else thing.end()
