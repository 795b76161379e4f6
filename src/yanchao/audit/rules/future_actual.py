"""A figure of a time to come, told as done.

**What it does.** Finds a figure on record whose own words give a year after the text's date.

**Why it is bad.** Either the year is wrong, or it is a target and should say so.

**How to mend it.** Correct the year, or add 力争, 计划, 预计.

**Source.** The calendar.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.quick import pattern

CODE = "YC404"
NAME = "future-actual"
TITLE_ZH = "未来的数写成已经实现"
PAGE_ZH = """
**查什么。** 写成已成事实的数，自己标明的年份却晚于文稿日期。

**为什么。** 要么年份错了；要么本是目标，应当写明。

**怎么改。** 改正年份，或者加上“力争”“计划”“预计”。

**依据。** 日历。
"""
GROUP = Group.PLANS
SEVERITY = Severity.WARNING
EXAMPLES = Examples(
    bad=("全省汽车产业运行情况\n2025年2月5日\n\n2032年，全省汽车产量达570万辆，同比增长8%，产品远销海外。",),
    good=(
        "全省汽车产业运行情况\n2025年2月5日\n\n2024年，全省汽车产量达570万辆，同比增长8%，产品远销海外。",
        "全省汽车产业运行情况\n2025年2月5日\n\n到2032年，全省汽车产量将达570万辆，产品远销海外。",
        "全省外贸情况\n2022年12月24日\n\n2023年招生考试今天开考。1—11月，全省对外投资68亿元，同比增长7.4%。",
    ),
)

INTENT = pattern(
    r"到20\d\d年|将|力争|目标|计划|规划|拟|预计|预期|争取|确保|实现|建成|有望|提出|要|任务|安排|方案|未来|以后|前"
)
"""Words of a sentence that speaks of what is meant to be."""

YEAR = pattern(r"20\d\d|[明后]年")
"""What says of itself which year it is."""

DONE = pattern(r"同比|比上年|比去年|较上年|已经|已达|已突破")
"""Words of a sentence that speaks of what has been."""


def check(dossier: Dossier) -> Iterator[Fault]:
    for figure in dossier.figures:
        statement, document = figure.statement, figure.document
        if document.published is None or figure.year is None:
            continue
        period = statement.words("period")
        if figure.year <= document.published.year or period is None or period.inherited:
            continue
        if not YEAR.search(document.text, period.start, period.end):
            continue  # 1—11月: the year was taken from another sentence
        sentence = statement.sentence.start, statement.sentence.end
        if INTENT.search(document.text, *sentence) or not DONE.search(document.text, *sentence):
            continue
        yield Fault(
            document,
            figure.start,
            figure.end,
            Said(
                "future-actual",
                text=figure.text,
                period=statement.period or "",
                published=document.published.isoformat(),
            ),
            doubts_year=True,
        )
