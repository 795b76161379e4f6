"""Places that words name in passing: a far end of a distance, a neighbour, a destination, what something ranks in."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.marks import Mark

_REACH = 24
"""How far before a name in a list stand the words that lead to the list."""

_FAR_END = pattern(r"(?:距离?|离)(?:[省州]会|省城|首都|县城)?$")
_SO_FAR = pattern(
    r"(?:市区|县城|城区|市中心|城)?(?:仅|约|只有)?\d+(?:\.\d+)?(?:多|余)?(?:公里|千米|米|km|分钟)"
)
_SIDE = r"(?:[东南西北中]{1,2}(?:面|部|侧|边)?)"
_NEIGHBOUR_BEFORE = pattern(
    rf"(?:^|[，。；、：\n]){_SIDE}(?:[与和同接连靠临邻抵依至到界]|毗邻|紧邻|相邻)$|(?:毗邻|紧邻|接壤)$"
)
_NEIGHBOUR_BEHIND = pattern(
    r"(?:[省市县区])?(?:[、和与][^，。；]{2,8})?(?:接壤|相邻|毗邻|毗连|相接|相连|交界|为邻)"
)
_GOVERNS = pattern(r"(?:代管|管辖|下辖|直管)")
_HAS_UNDER_IT = pattern(r"[省市]?(?:直|代)?(?:辖|管)的?县级市")
_ANSWERS_TO = pattern(r"(?:隶属于?|下辖于|归属)$")
_WENT_TO = pattern(
    r"(?:赴|前往|奔赴|远赴|远销|销往|发往|运往|出口到|走访|来自|辐射|覆盖)(?!全)(?:[\u4e00-\u9fff]{2,6}、)*$"
)
_ALONGSIDE = pattern(r"[市省]?(?:并列|并居|齐平|持平)")
_BRANCH = pattern(r"[省市]?[\u4e00-\u9fff]{0,6}(?:分公司|分行|支行|分局|分院|办事处)")
_THERE = pattern(r"(?:\d日|近日|日前|[今昨]天)?在$")
_TOOK_PLACE = pattern(r"市?(?:隆重|正式|成功|同时)?(?:举办|举行|召开|开幕|闭幕|启幕)")
_SPOKE = pattern(r"(?:表示|宣布|透露|指出|介绍|说[，：])")
_BEHIND_THEM = pattern(r"居(?:[\u4e00-\u9fff]{2,6}、)*$")
_AFTER_THEM = pattern(r"(?:[、和][\u4e00-\u9fff]{2,6})*之[后列]")
_RANKED_IN = pattern(r"[省市]?(?:第[一二三四五六七八九十\d]|首位|首个|之首|之冠)")
_RANKS = pattern(r"(?:[占居列]|位列|位居|高于|低于|超过|快于|占同期)$")


_WHOSE_PAGE = pattern(r"\s*(?:版权|©|[Cc]opy[Rr]ight|技术支持|主办|承办|网站维护|地址|联系地址|备案)")
"""版权所有 © 固州某公司: a line on whose page a text stands."""

_LONGEST_LINE = 2_000
"""How far before a name such a line may begin; keeps reading linear in a text of one line."""


def is_in_imprint(text: str, at: int) -> bool:
    """Whether a line says whose page a text stands on."""
    within = max(0, at - _LONGEST_LINE)
    line = text.rfind("\n", within, at)
    return (line != -1 or within == 0) and _WHOSE_PAGE.match(text, line + 1, at) is not None


def is_in_passing(mark: Mark, text: str) -> bool:
    """Whether the words around the name of a place say that what is told is not of it."""
    start, end = mark.start, mark.end
    if is_in_imprint(text, start):
        return True
    before = text[max(0, start - _REACH) : start]
    if _FAR_END.search(before) is not None and _SO_FAR.match(text, end) is not None:
        return True  # 距成都市|60公里
    if _NEIGHBOUR_BEFORE.search(before) is not None or _NEIGHBOUR_BEHIND.match(text, end) is not None:
        return True  # 东与|固州|接壤
    if before.endswith("由") and _GOVERNS.match(text, end) is not None:
        return True  # 由|固州市|代管
    if _ANSWERS_TO.search(before) is not None or _HAS_UNDER_IT.match(text, end) is not None:
        return True  # 隶属固州市, 某省|辖县级市
    if before.endswith(("与", "和", "同")) and _ALONGSIDE.match(text, end) is not None:
        return True  # 与|合肥市|并列全省第一
    if _BRANCH.match(text, end) is not None:
        return True  # 某石油|某省|销售分公司
    if _THERE.search(before) is not None and _SPOKE.match(text, end) is not None:
        return True  # 13日在|上海|表示
    return _BEHIND_THEM.search(before) is not None and _AFTER_THEM.match(text, end) is not None


def is_visited(mark: Mark, text: str) -> bool:
    """赴北京、|上海|考察, 在|上海|举办: whether a place is where someone goes or meets, of which a text is seldom told."""
    before = text[max(0, mark.start - _REACH) : mark.start]
    if _WENT_TO.search(before) is not None:
        return True
    return _THERE.search(before) is not None and _TOOK_PLACE.match(text, mark.end) is not None


def is_held_against(mark: Mark, text: str) -> bool:
    """列福建省|第三位, 高于|甘肃省: whether a place is what another ranks in or is held against."""
    before = text[max(0, mark.start - _REACH) : mark.start]
    return _RANKED_IN.match(text, mark.end) is not None or _RANKS.search(before) is not None
