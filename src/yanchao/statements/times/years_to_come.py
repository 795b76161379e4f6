"""未来三年, 下一个五年, 5年内: years counted on from the text."""

from __future__ import annotations

from yanchao.statements.numerals import small_number
from yanchao.statements.period import Period, TimeRole
from yanchao.statements.times._calendar import CN_YEARS, IN_DIGITS
from yanchao.statements.times._found import Example, Found

ORDER = 100
PATTERN = (
    rf"(?P<next>今后|未来|下一个|新一个|接下来)(?P<nextyears>[{CN_YEARS}]|\d{{1,2}})(?:年|个五年)"
    r"|(?<![近去这短来第几\d])(?P<within>[二两三四五六七八九十]|[2-9]|10)年(?:之|以)?内"
)
OPENINGS = IN_DIGITS | {
    "今": "后", "未": "来", "下": "一个", "新": "一个", "接": "下", "二两三四五六七八九十": "年",
}  # fmt: skip
EXAMPLES = (
    Example("力争5年内培育企业30家。", "5年内", "2030", TimeRole.UNTIL),
    Example("未来10年，产值3亿元。", "未来10年", "2025/2034", TimeRole.WINDOW),
    Example("新一个五年，产值3亿元。", "新一个五年", "2025/2029", TimeRole.WINDOW),
    Example("三年以内床位翻番。", "三年以内", "2028", TimeRole.UNTIL),
    Example("未来三年，投资3亿元。", "未来三年", "2025/2027", TimeRole.WINDOW),
    Example("今后5年投资30亿元。", "今后5年", "2025/2029", TimeRole.WINDOW),
)


def resolve(found: Found) -> Period:
    published = found.published
    if within := found["within"]:
        return found.period(str(published.year + small_number(within)) if published else None, TimeRole.UNTIL)
    count = small_number(found.match["nextyears"])
    told = f"{published.year}/{published.year + count - 1}" if published else None
    return found.period(told, TimeRole.WINDOW)
