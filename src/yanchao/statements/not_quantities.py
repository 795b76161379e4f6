"""Numbers with a unit that are no quantities all the same: windows of time, indefinite 一个, slogans, names.

Only what is regular is decided here; what can only be listed stands in the packs' `names.csv`.
"""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.durations import TIMES, Durations
from yanchao.statements.figures import Form, WrittenUnit
from yanchao.statements.numerals import NUMERALS, Number

_QUOTES = frozenset("“「\"'‘")
_CLOCK = pattern(r"(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|当晚|零时|[日号])，?$")
_CHEMICAL = pattern(r"化(?:工|学|妆|肥|纤|石)")
_LEAST_KWH = 1000
_MOST_GREATS = 20
GREAT_THINGS = pattern(
    r"[\u4e00-\u9fff]{0,8}?(?:产业集群|产业|行业|集群|领域|板块|指标|产区|园区|片区|基地|中心|城市|工程|项目|门类|品种|类别|企业|银行|区域|市场|平台|业务|品牌|贸易伙伴|需求|动力)+"
)
"""What 三大 often counts, up to its end."""

_CHINESE = pattern(r"[\u4e00-\u9fff]{2}")

_NAMED_BY_NUMBER = pattern(
    r"[\u4e00-\u9fff]{0,4}?(?:片区|平原|区域|板块|城市|门类|考古|新闻|进展|人物|奇迹|名|会|以来|精神|报告)"
    r"|(?:召开|胜利|擘画|部署|代表|一[中次])"
)
"""五大片区, 两大平原, 二十大召开: what is so called, and counted where a list of it stands before alone."""

_OF_A_NAME = pattern(r"(?:[“「\"'《]|全国|全省|全球|世界|国家|首批|年度|党的)$")

GREAT = "count:大"
_LISTED_BEFORE = pattern(r"、[^，。；：“”]{1,14}$")
_POINTING = frozenset("每另某同第这那哪各")
ONE_OF_THEM = pattern(
    r"(?P<what>[^，。；：、\d]{1,14}?)(?:当中|之中|中|里)?，?(?:就|便|也|即|都)?有(?=(?:\d+|[一两三四五六七八九])[\u4e00-\u9fff])"
)
"""每15家|企业中就有|1家: what is counted, up to how many of them there are of one kind."""

_QUOTES_END = frozenset("”」\"'’")
_LED_TO = pattern(r"(?:达到?|突破|超过?|[为至到了])[“「\"'‘]$")
_CLOSES_QUOTE = pattern(r"[^，。；\d]{0,12}[”」\"'’]")
_NAMES_MEASURES = pattern(r"[“「][\u4e00-\u9fff]{2,10}$")
_CLOSES_SLOGAN = pattern(r"[^“”，。；]{0,6}[”」]")


_MOST_PLACES = 1000
_PLACE_GOES_ON = pattern(r"[际家民庄落内产长委政级直民情道史志府]|人民|领导|城|场")
"""2030国|家重大专项, 02-11省|长: a name that begins where a number ends."""


def is_no_quantity(
    text: str, begin: int, number: Number, unit: WrittenUnit, end: int, durations: Durations
) -> bool:
    """Whether number and unit are a year, a window of time, or an indefinite 一个 and no quantity."""
    before = text[begin - 1] if begin else ""
    if unit.place and (number.value >= _MOST_PLACES or _PLACE_GOES_ON.match(text, end)):
        return True
    if (number.chinese or before in _QUOTES) and _quoted_slogan(text, begin, end):
        return True
    if number.chinese and number.value == 1:
        if not number.bare and unit.form is Form.COUNT:
            return True
        if (
            text[number.start : number.end] == "一"
            and unit.unit not in ("CNY", "USD")
            and text[number.end] not in "千兆"
            and not text.startswith("多", end)
        ):
            return True
    if before in _POINTING:
        if before == "每" and number.value > 1 and unit.counter and ONE_OF_THEM.match(text, end):
            return False
        return before in "每第某" or (number.chinese and number.value == 1)
    if unit.unit in TIMES:
        return durations.is_window(text, begin, number, unit, end)
    if unit.unit == "kWh" and text[end - 1] == "度" and not text.startswith("电", end):
        return number.chinese or number.value < _LEAST_KWH  # 35度: of heat, or of an angle
    if unit.unit in ("li", "m3", "L") and number.chinese and end - number.end == 1:
        return True
    if unit.unit == "FLOPS" and text[number.end : end] == "P" and number.value < 2:
        return True
    if before == "届":
        return True  # 十二届十次、十一次全会
    word = text[number.end : end]
    if not unit.counter and text.startswith("行动", end):
        return True  # 实施0.1微克行动: what is done is called by it
    if word == "方" and text[end : end + 1] in ("面", "案", "式", "向", "法"):
        return True
    if word == "人" and text.startswith(
        ("民", "才", "工", "口", "大代表", "大常委", "大会", "文", "均"), end
    ):
        return not text.startswith(("才", "口"), end)
    if word in ("点", "时") and _CLOCK.search(text, max(0, begin - 3), begin):
        return True  # 截至凌晨1点
    if word == "部门":
        return number.chinese
    if word == "部" and text[end : end + 1] in ("门", "委", "局"):
        return number.chinese  # 工信部等五部门
    if word == "条" and _NAMES_MEASURES.search(text, max(0, begin - 12), begin):
        return text[end : end + 1] in _QUOTES_END  # “稳外贸8条”: how a paper is called
    if word == "大":
        return not _is_a_count_of_greats(text, begin, number, end)
    after = text[end : end + 1]
    if after == "级" or (after == "性" and unit.form is Form.COUNT):
        return True
    if after == "化" and unit.form is Form.COUNT and not _CHEMICAL.match(text, end):
        return True
    return word in ("次", "届") and text.startswith(("全会", "会议", "大会", "全体会议", "党代会"), end)


def _is_a_count_of_greats(text: str, begin: int, number: Number, end: int) -> bool:
    """鸡、茶等五大产业, 十大重点工程: how many there are; 二十大 and 全国十大新闻 are names, and so is 五大片区 that no list opens."""
    if not 2 <= number.value <= _MOST_GREATS or not _CHINESE.match(text, end):
        return False
    if _OF_A_NAME.search(text, max(0, begin - 4), begin) is not None:
        return False
    if _NAMED_BY_NUMBER.match(text, end) is None:
        return True  # 三大先导产业规模达9亿元
    return text[begin - 1] in "等、)" or (_LISTED_BEFORE.search(text, max(0, begin - 40), begin) is not None)


def _quoted_slogan(text: str, begin: int, end: int) -> bool:
    """“四个革命”, “三个一批”: a short count that a quotation mark opens and closes is a slogan's name."""
    if text[begin] in NUMERALS and not text[begin].isdigit():
        opening = max(text.rfind("“", max(0, begin - 6), begin), text.rfind("「", max(0, begin - 6), begin))
        if opening != -1 and _CLOSES_SLOGAN.match(text, end):
            return True
    if not begin or text[begin - 1] not in _QUOTES:
        return False
    if (
        text[begin].isdigit()
        and text[end : end + 1] in _QUOTES_END
        and _LED_TO.search(text, max(0, begin - 4), begin)
    ):
        return False  # 产量达到“570万辆”
    return _CLOSES_QUOTE.match(text, end) is not None
