"""Ranks and streaks: 全国第一, 首位, 前三位, 连续8年; and ordinals that only name a thing (第二十六届)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from yanchao.quick import pattern
from yanchao.statements.figures import Figure, Form
from yanchao.statements.numerals import Number, chinese_value
from yanchao.statements.statement import Comparator, Quantity, Span

_CN = r"[零一二两三四五六七八九十百千万亿]"
_LATIN = pattern(r"[A-Za-z]")
_ORDINAL = pattern(rf"第({_CN}{{1,6}}|\d+)(位|名)?")
_FRONT = pattern(
    r"前([一二三四五六七八九十]{1,3}|\d{1,3})(位|名|强(?!企业))?(?![\d.,一二三四五六七八九十百千万亿两届批期轮年季个月天日次项家大%‰点元吨人])"
)
"""The whole number, or nothing: of 前10% and 前100家 no 前1 is cut off."""

_STREAK = pattern(rf"连续第?(\d+|{_CN}{{1,4}})(多|余)?(个?财年|年|个月|个季度|个季|季度|天|周|届)")
_STREAK_UNITS = {
    "年": "year",
    "财年": "year",
    "个财年": "year",
    "个月": "month",
    "个季度": "count:季度",
    "个季": "count:季度",
    "季度": "count:季度",
    "天": "day",
    "周": "week",
    "届": "count:届",
}
_NOT_A_RANK = pattern(
    r"产业|极|届|季度|批|期|次|个|时间|书记|轮|方|线|代|课堂|阶段|步|责任|生产|动力|资源|要务|家|颗|根|台|艘|条|座|例|款|部|集|版|章|节|组|类|期|条|款|年|天|日|种|段|号|师|关|道|曲线|增长|议题|把手|人民|中学|人"
)
_OPENS_RANK = pattern(
    r"(?:居|位居|位列|列|排名|排|排在|名列|跃居|升至|升到|升为|进入|跻身|挺进|闯入|冲进|冲入|杀入|挤进|荣登|登上|上升到|上升至|跃升至|跃升到|提升至|提升到|进位至|前移至|跃至|蝉联|均居|均列|夺得|夺|获|保持|为|达|是|到|作为|均|数量|总量|规模|产量|均为)(?:了)?(?:全国|全省|全球|世界|国内|各省区市|所有省份|沿海省份)?(?:的)?$"
)
_LISTED_RANK = pattern(
    rf"(?:居|位列|名列|排名|跻身)(?:[^，。；、\d]{{1,16}}?第(?:\d+|{_CN}{{1,3}})[、和])*[^，。；、\d]{{2,16}}$"
)
_RANKS_IN_TURN = pattern(
    rf"(?:居|列|位于|排名|排)[^，。；、\d第]{{0,12}}(?:第(?:\d+|{_CN}{{1,3}})[位名]?[、和])+$"
)
"""分别居全国第二、|第七: ranks that follow one another behind one verb."""

_WORLD_OF_A_TRADE = pattern(
    r"(?:进入|跻身|挺进|闯入|位列|位居|名列|入围|升至)(?:了)?(?P<universe>(?:全国|全球|世界|国内|全省|中国)[^，。；、\d前]{2,8})$"
)
"""跻身|世界工程机械|前16强: a trade of the world or the nation that something is ranked in."""

_ENDS_RANK = pattern(r"[、，。；,;)和]|$")
"""位居投资潜力第3、城镇化质量第4: ranks of a list behind one verb, which nothing but its mark follows."""

_MEASURED = pattern(
    r"(?:销量|产销量|销售额|出口[额量]|进口[额量]|总值|总额|份额|占有率|市占率|增速|增幅|得分|产值|营收|收入|利润|吞吐量|货运量|装机容?量?|出货量|保有量|存量|面积|密度|强度|实力|指数|占比|比重)$"
)
"""箱量第三, 市场占有率第二: a measure that its place follows without a verb, and nothing behind that."""

_RUN = pattern(r"连(?:冠|增|丰|涨|升|降|跌)")
"""31连冠: so many times running, which are years where nothing else is said."""

_BIGGEST = pattern(
    r"大(?:省|国|市|县|港|供应[方商]|供[货应]国|进口[方国商]|出口[方国商]|买家|卖家|经济体|产业|市场|贸易|出口|外贸|股东|客户|供应商|来源|城市|银行|企业|公司|品牌|单品|[^，。；、]{0,6}(?:国|省|市|地|体|港))"
)


_LONGEST_UNIVERSE = 18
_NOT_OF_A_CLASS = "居列排名位在第为是达至到的占跃"
_CLASS = rf"[^，。；：、\d{_NOT_OF_A_CLASS}]{{0,6}}?"
_ALONG = rf"[^，。；：、\d{_NOT_OF_A_CLASS}于]{{1,4}}(?:沿线|沿岸|流域|沿海)|沿[江海边黄淮河湖]"
"""长江沿线同类城市, 沿江港口: a strip of land that narrows a universe down."""


class RankScanner:
    """Finds ranks, with the universe that touches them.

    `universes` are the words a rank may be taken in (全国), `ranked` what they hold (全国内河|港口第三).
    """

    def __init__(self, universes: Iterable[str], ranked: Iterable[str], units: Iterable[str]) -> None:
        words, things = (
            "|".join(sorted(map(re.escape, every), key=len, reverse=True)) for every in (universes, ranked)
        )
        self._universe = pattern(
            rf"(?:(?:{_ALONG})?(?:{words})(?:{_CLASS}(?:{things}))?|(?:{_ALONG}){_CLASS}(?:{things}))$"
        )
        self._units = frozenset(units)

    def is_first_place(self, text: str, start: int, floor: int) -> bool:
        """首位 or 榜首 is a rank where a universe touches it or a verb of rank opens it; 放在首位 is none."""
        if not text.startswith(("首位", "榜首"), start) or text.startswith(("首位度", "首位城"), start):
            return False
        if self._universe_before(text, start, floor) is not None:
            return True
        return bool(_OPENS_RANK.search(text, max(0, start - 16), start))

    def ordinal(self, text: str, start: int, floor: int) -> tuple[list[Figure], int]:
        match = _ORDINAL.match(text, start)
        if match is None:
            return [], start + 1
        value = int(match[1]) if match[1].isdigit() else chinese_value(match[1])[0]
        end = match.end()
        if value is None or value > 9999:
            return [], end
        universe = self._universe_before(text, start, floor)
        begins = universe.start if universe else start
        if match[2] is not None and _HELD_AGAINST.search(text, max(floor, begins - _LONGEST_VERB), begins):
            return [], end
        named = match[2] is not None
        biggest = _BIGGEST.match(text, end)
        if not named and not biggest and _NOT_A_RANK.match(text, end):
            return [], self._end_of_ordinal(text, end)
        if (
            universe is None
            and not named
            and not biggest
            and not _OPENS_RANK.search(text, max(0, start - 16), start)
            and not _is_listed(text, start, end)
        ):
            return [], self._end_of_ordinal(text, end)
        if named and universe is None and _LATIN.match(text[end : end + 1] or " "):
            return [], end
        return [self.rank(text, start, end, value, Comparator.EQUAL, floor)], end

    def _end_of_ordinal(self, text: str, end: int) -> int:
        """第1000万辆 names one car: the unit goes with the ordinal."""
        if end < len(text) and text[end] in "万亿":
            end += 1
        return end + 1 if text[end : end + 1] in self._units else end

    def front(self, text: str, start: int, floor: int) -> tuple[list[Figure], int]:
        match = _FRONT.match(text, start)
        if match is None:
            return [], start + 1
        universe = self._universe_before(text, start, floor)
        if universe is None and not _OPENS_RANK.search(text, max(0, start - 16), start):
            return [], match.end()
        if universe is None and match[2] is None and not _ENDS_RANK.match(text, match.end()):
            return [], match.end()  # 居前五。 is a rank, 前五强 none
        value = int(match[1]) if match[1].isdigit() else chinese_value(match[1])[0]
        if value is None:
            return [], match.end()
        return [self.rank(text, start, match.end(), value, Comparator.AT_MOST, floor)], match.end()

    def rank(self, text: str, start: int, end: int, value: int, comparator: Comparator, floor: int) -> Figure:
        universe = self._universe_before(text, start, floor)
        begin = universe.start if universe else start
        return Figure(Quantity(begin, end, Decimal(value), "1", comparator, Decimal(0)), Form.RANK, universe)

    def _universe_before(self, text: str, start: int, floor: int) -> Span | None:
        match = self._universe.search(text, max(floor, start - _LONGEST_UNIVERSE), start)
        if match is None and text.startswith("前", start):
            match = _WORLD_OF_A_TRADE.search(text, max(floor, start - _LONGEST_UNIVERSE), start)
        return Span(*match.span(match.lastgroup or 0)) if match else None

    def run(self, text: str, start: int, number: Number) -> Figure | None:
        """31连冠 as a streak of years; None where the number opens no such words."""
        match = _RUN.match(text, number.end)
        if match is None:
            return None
        quantity = Quantity(start, match.end(), number.value, "year", Comparator.EQUAL, Decimal(0))
        return Figure(quantity, Form.STREAK)

    def streak(self, text: str, start: int) -> tuple[list[Figure], int]:
        match = _STREAK.match(text, start)
        if match is None:
            return [], start + 2
        value = int(match[1]) if match[1].isdigit() else chinese_value(match[1])[0]
        if value is None:
            return [], match.end()
        comparator = Comparator.MORE if match[2] else Comparator.EQUAL
        quantity = Quantity(
            start, match.end(), Decimal(value), _STREAK_UNITS[match[3]], comparator, Decimal(0)
        )
        return [Figure(quantity, Form.STREAK)], match.end()


_FAR_VERB = 80

_LONGEST_VERB = 6
_HELD_AGAINST = pattern(
    r"(?:(?<![同环占对])比|较(?!为)|领先(?:于)?|超(?:过|越|出)了?|[高低多少快慢大小]于|落后(?:于)?|距离?|逼近|紧追|追平|赶超|反超|力压|甩开|拉开与?)(?:排名|位居|位列|排在)?$"
)
"""较|第二名高出9个百分点: whoever holds that place is what another is held against, and no one is ranked."""


def _is_listed(text: str, start: int, end: int) -> bool:
    """Whether an ordinal ends behind a measure, or behind others that one verb opens."""
    if _ENDS_RANK.match(text, end) is None:
        return False
    if _MEASURED.search(text, max(0, start - 4), start) is not None:
        return True
    told = (_LISTED_RANK, _RANKS_IN_TURN)
    return any(way.search(text, max(0, start - _FAR_VERB), start) is not None for way in told)
