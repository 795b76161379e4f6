"""What a report is about by its name: 2024年半年度报告, 24H1, a title's 三季报."""

from __future__ import annotations

from datetime import date

from yanchao.quick import pattern

_REPORT = pattern(
    r"(?P<year>20\d\d)年(?P<part>年度|半年度|半年|第?一季度|第?三季度|前三季度)?(?:业绩)?(?:报告|年报|快报|预告|财报|业绩)|(?P<short>20\d\d)年报|(?P<half>(?:20)?[12]\d)(?:H1|年?中报)"
)
_REPORTED = {
    "半年度": "01/{y}-06",
    "半年": "01/{y}-06",
    "一季度": "01/{y}-03",
    "第一季度": "01/{y}-03",
    "三季度": "01/{y}-09",
}


def report_period(text: str) -> str | None:
    """The period that a company's report is about, by its name (2024年半年度报告); None where the text names none."""
    match = _REPORT.search(text)
    if match is None:
        return None
    if match["half"]:
        half = 2000 + int(match["half"][-2:])
        return f"{half}-{_REPORTED['半年'].format(y=half)}"
    year = match["year"] or match["short"]
    part = (match["part"] or "").replace("第三", "三").replace("前三", "三")
    return f"{year}-{_REPORTED[part].format(y=year)}" if part in _REPORTED else str(year)


_UNDATED_REPORT = pattern(
    r"(?P<half>中报|半年报|中期业绩|半年业绩|半年度(?:报告|业绩)|半年(?=净利|营收))|(?P<nine>三季报|前三季度业绩)|(?P<first>一季报|一季度业绩)|(?P<year>年报|年度(?:报告|业绩))"
)


def undated_report_period(title: str, published: date) -> str | None:
    """What a title's 中报 or 三季报 is about, by the day of its text; None where the title names no report."""
    match = _UNDATED_REPORT.search(title)
    if match is None:
        return None
    until = {"half": 6, "nine": 9, "first": 3, "year": 12}[match.lastgroup or "year"]
    year = published.year - (published.month <= until)
    return str(year) if until == _MONTHS else f"{year}-01/{year}-{until:02}"


_MONTHS = 12
