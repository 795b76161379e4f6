"""五年来, 过去五年, 十年前: years counted back from the text."""

from __future__ import annotations

from datetime import date

from yanchao.statements.numerals import small_number
from yanchao.statements.period import Period, TimeRole
from yanchao.statements.times._calendar import CN_YEARS, IN_DIGITS, years_back
from yanchao.statements.times._found import Example, Found

ORDER = 90
PATTERN = (
    rf"(?:过去|过去的|这|近|最近)?(?P<back>[{CN_YEARS}]|\d{{1,2}})年(?:多)?来(?!水)"
    r"|(?P<past>过去|过去的|这|(?<!提)前|刚刚过去的|极不平凡的)(?P<pastyears>[二两三四五十]|[2-9]|10)年(?!级)"
    rf"|(?P<ago>[{CN_YEARS}]|十[一二三四五]|\d{{1,2}})年(?:之)?前"
)
OPENINGS = IN_DIGITS | {
    "一二两三四五六七八九": "年", "十": "年|[一二三四五]年", "过": "去", "这近前": rf"[\d{CN_YEARS}]", "最": "近", "刚": "刚", "极": "不",
}  # fmt: skip
EXAMPLES = (
    Example("十年前产值30亿元。", "十年前", "2015"),
    Example("5年之前产值30亿元。", "5年之前", "2020"),
    Example("占比从三年前的15%提高到46%。", "三年前", "2022", TimeRole.BASE),
    Example("过去五年，产值年均增长5%。", "过去五年", "2020/2024", TimeRole.WINDOW),
    Example("五年来，建成学校30所。", "五年来", "2020/2024", TimeRole.WINDOW),
)


def resolve(found: Found) -> Period:
    published = found.published
    if ago := found["ago"]:
        role = TimeRole.BASE if found.role is TimeRole.BASE else TimeRole.AT  # 从三年前的15%提高到46%
        return found.period(str(published.year - small_number(ago)) if published else None, role)
    count = small_number(found["back"] or found.match["pastyears"])
    if count == 1:
        return found.period(str(published.year - 1) if published else None, TimeRole.AT)
    role = TimeRole.NAME if found.role is TimeRole.NAME else TimeRole.WINDOW  # 30年来最好水平
    told = _up_to(published, count) if found["back"] else years_back(published, count)
    return found.period(told, role)


def _up_to(published: date | None, count: int) -> str | None:
    """五年来 in a text of June 2023 is up to its own day: 2018/2023; one of spring looks back on whole years, as 过去五年 does."""
    if published is None or not 3 < published.month <= 9:
        return years_back(published, count)
    return f"{published.year - count}/{published.year}"
