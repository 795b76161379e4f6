"""2023Q3, 21H1, 1H24, 2023财年: years of account, and their halves and quarters as brokers and firms write them."""

from __future__ import annotations

from yanchao.statements.period import Period
from yanchao.statements.times._calendar import IN_DIGITS, part
from yanchao.statements.times._found import Example, Found

ORDER = 50
PATTERN = (
    r"(?<![A-Za-z\d])(?:(?P<fiscalyear>(?:20)?[12]\d)年?(?P<fiscalpart>[HQ][1-4])|(?P<fiscalfirst>[1-4][HQ])(?P<fiscallast>(?:20)?[12]\d))(?![A-Za-z\d])"
    r"|(?P<financial>20\d\d)财(?:政)?年度?(?:第?[一二三四1-4](?:季度|财季)|前三季度|[上下]半年)?"
)
OPENINGS = IN_DIGITS
EXAMPLES = (
    Example("2023财年净利润30亿元。", "2023财年", "2023"),
    Example("2023财年第二季度净利润30亿元。", "2023财年第二季度", "2023"),
    Example("2023财年第四财季净利润30亿元。", "2023财年第四财季", "2023"),
    Example("2021Q3收入30亿元。", "2021Q3", "2021-07/2021-09"),
    Example("21H1收入30亿元。", "21H1", "2021-01/2021-06"),
    Example("1H24收入30亿元。", "1H24", "2024-01/2024-06"),
)

_HALVES = {"1": "上半年", "2": "下半年"}


def resolve(found: Found) -> Period:
    if account := found["financial"]:
        return found.period(account)
    year = int((found["fiscalyear"] or found.match["fiscallast"])[-2:]) + 2000
    letter = found["fiscalpart"] or found.match["fiscalfirst"][::-1]
    if letter.startswith("Q"):
        return found.period(part(year, "", quarter=letter[1]))
    half = _HALVES.get(letter[1])
    return found.period(half and part(year, half))
