"""去年, 今年以来, 上年末, 上个月, 去年同期: words that say when from the day of the text, or from the year spoken of."""

from __future__ import annotations

from datetime import timedelta

from yanchao.statements.period import ONE_YEAR_BEFORE, THAT_MONTH, WHOLE_YEAR, Period, TimeRole
from yanchao.statements.time_roles import is_a_number, stands_before_a_number, stands_before_a_rate
from yanchao.statements.times._found import Example, Found
from yanchao.statements.times._yearless import before_the_text

ORDER = 80
PATTERN = (
    r"(?P<relative>去年同期|上年同期|上年末|年末|去年底|去年末|今年底|年底|去年以来|去年全年|上年全年|去年|上年"
    r"|(?:(?<=[。；，省市县区国])|^)上个?月(?=，|[^末底同持相的水，。；]{2})|年初(?:以来|至今)|开年以来|今年以来|今年|本年度|本年"
    r"|(?<![一二两三四五六七八九十几\d])年内|明年|前年|过去一年|过去的一年|这一年|一年来"
    r"|(?:(?<=[、。，！：；\s])|^)(?:新的一年|新一年(?=[的工，])|新年度)|全年|当月)"
)
OPENINGS = {
    "去本明前全": "年", "今": "年", "上": "[年个月]", "年": "[底末内初]", "开": "年", "过": "去", "这": "一", "一": "年", "当": "月",
    "新": "的?一年|年度",
}  # fmt: skip
EXAMPLES = (
    Example("上个月，产值30亿元。", "上个月", "2025-02"),
    Example("全市上月产值30亿元。", "上月", "2025-02"),
    Example("产值由今年的30亿元增加。", "今年", "2025", TimeRole.BASE),
    Example("年初以来，产值30亿元。", "年初以来", "2025"),
    Example("年底企业30家。", "年底", "2025-12-31"),
    Example("去年产值30亿元。", "去年", "2024"),
    Example("上年产值30亿元。", "上年", "2024"),
    Example("前年产值30亿元。", "前年", "2023"),
    Example("今年产值30亿元。", "今年", "2025"),
    Example("过去一年，产值30亿元。", "过去一年", "2024"),
    Example("去年以来，产值3亿元。", "去年以来", "2024/2025"),
    Example("比上年同期增长3%。", "上年同期", None, TimeRole.BASE),
    Example("年末人口30万人。", "年末", "2024-12-31"),
    Example("新的一年，力争产值30亿元。", "新的一年", "2025"),
    Example("今年底企业30家。", "今年底", "2025-12-31"),
)

_SAME_TIME_BEFORE = ("去年同期", "上年同期")
_LAST_DAYS = {"去年底": -1, "去年末": -1, "上年末": -1, "今年底": 0}
"""Words for the last day of a year, and how many years that is from the year of the text."""

_OF_THE_YEAR_SPOKEN_OF = ("年底", "年末")
_OF_THE_REPORT = ("年内", "本年度", "本年")
_THIS_ONE = ("这一年", "一年来")
"""Of the year that a heading speaks of, where it has passed; else the year before the text."""

_YEARS = {"前年": -2, "明年": 1}
_THIS_YEAR = ("今年", "本年", "年初", "开年")
_PASSED_BY_THE_END = ("这一年", "一年来", "过去一年", "过去的一年")
"""In December what they look back on is the year that ends."""

_DECEMBER = 12
_NEW_YEAR, _LATE_IN_THE_YEAR = "新", 11
"""新的一年: the one that has just begun, or, late in a year, the next."""

_LAST_MONTH = ("上月", "上个月")


def resolve(found: Found) -> Period:
    word, spoken = found.match["relative"], found.year
    if word in _SAME_TIME_BEFORE:
        if found.role is TimeRole.NAME:
            return found.period(None, TimeRole.NAME)  # 恢复到去年同期的85%
        return found.period(None, TimeRole.BASE, years=ONE_YEAR_BEFORE if _dates_a_number(found) else None)
    if found.role is TimeRole.BASE:
        return found.period(_by_the_text(found) if _says_which_year(found) else _base(found))
    if word == "当月":
        return found.period(None, TimeRole.RECENT, years=THAT_MONTH)
    if word == "全年":
        return found.period(None, TimeRole.NAME, years=WHOLE_YEAR)
    if word in _OF_THE_YEAR_SPOKEN_OF:
        at_its_end = found.period(None if spoken is None else f"{spoken}-12-31")
        return before_the_text(found, at_its_end) if word == "年末" else at_its_end
    if word in _OF_THE_REPORT and found.report is not None:
        return found.period(found.report)  # in a firm's report 年内 and 本年度 are the year reported on
    return found.period(_by_the_text(found))


def _says_which_year(found: Found) -> bool:
    """由今年的30亿元增至…: whether what a change comes from is of a year that no other year spoken of moves."""
    word = found.match["relative"]
    return _dates_a_number(found) and (word in _YEARS or (word.startswith(_THIS_YEAR) and word != "年初"))


def _by_the_text(found: Found) -> str | None:
    """The year, month or day that a word says from the day of the text."""
    word, published, spoken = found.match["relative"], found.published, found.year
    if published is None:
        return None
    this = published.year
    if word in _THIS_ONE and spoken is not None and spoken < this:
        return str(spoken)
    if word in _PASSED_BY_THE_END and published.month == _DECEMBER:
        return str(this)
    if word in _LAST_DAYS:
        return f"{this + _LAST_DAYS[word]}-12-31"
    if word == "去年以来":
        return f"{this - 1}/{this}"
    if word == "年内":
        return str(spoken)
    if word.startswith(_NEW_YEAR):
        return str(this + (published.month >= _LATE_IN_THE_YEAR))
    if word in _LAST_MONTH:
        last = published.replace(day=1) - timedelta(days=1)
        return f"{last.year}-{last.month:02}"
    return str(this if word.startswith(_THIS_YEAR) else this + _YEARS.get(word, -1))


def _base(found: Found) -> str | None:
    """What a change comes from is of the year before the one spoken of, where its own figure stands behind the word."""
    if found.year is None or not _dates_a_number(found):
        return None
    ends = found["relative"] in ("去年底", "去年末", "上年末")
    return f"{found.year - 1}-12-31" if ends else str(found.year - 1)


def _dates_a_number(found: Found) -> bool:
    """Whether a word of time dates the number that follows it: 上年的8%, 上年同期为8%, 由上年下降8%."""
    text, end = found.text, found.end
    if stands_before_a_number(text, end):
        return True
    if found["relative"] in _SAME_TIME_BEFORE and is_a_number(text, end):
        return True
    goes_from = found.role is TimeRole.BASE and text[found.start - 1 : found.start] in ("由", "从")
    return goes_from and stands_before_a_rate(text, end)
