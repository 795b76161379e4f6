"""A rate without its sign.

**What it does.** Finds a growth, a share or a change whose sign is missing at the end of its clause: 增长8.8，; 占全国的44。

**Why it is bad.** 增长8.8 may be percent, points or pieces.

**How to mend it.** Put % or 个百分点 back. A list may give its sign once, at its end (分别增长5.2、6.1个百分点); indexes, scores and ratios have
none and are left alone (指数升至103.5, 收入比降至2.2).

**Source.** GB/T 15835—2011; law on units of measurement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.audit.wording import take_apart
from yanchao.documents.document import Document
from yanchao.statements.statement import Kind

CODE = "YC309"
NAME = "missing-unit"
GROUP = Group.FORM
SEVERITY = Severity.WARNING
EXAMPLES = Examples(
    bad=(
        "2025年，全省家具产业营业收入增长8.8，居全国前列。",
        "2025年，全省家具产量占全国的44。",
        "2025年，全省城镇化率达到69.1，比上年提高0.5。",
    ),
    good=(
        "2025年，全省家具产业营业收入增长8.8%，城镇化率达到69.1%，比上年提高0.5个百分点。",
        "2025年，企业景气指数升至103.5，城乡收入比降至2.2。",
        "2025年，两项增速分别提高5.2、6.1个百分点。",
    ),
)

NUMBER = r"(?P<number>\d+(?:\.\d+)?)"
END = r"(?=(?:以上|左右|以内|以下)?(?:[，。；！]|、(?!\d)|\n[ \t]*(?:\n|\Z)|\Z)|的(?:有|是|增速|增长))"
BARE = re.compile(rf"(?<=[\u4e00-\u9fff]){NUMBER}{END}")
"""A number between a Chinese character and the end of its clause."""

LAST = re.compile(
    rf"\d(?:\.\d+)?(?P<unit>个百分点|[%％]|[万亿]?[元人家个项倍])(?:左右|以上)?[、和与及]{NUMBER}(?=(?:左右|以上)?[，。；！\n])"
)
"""The last member of a list whose others have their unit: 增长5.3%、7.1."""

RATE = re.compile(
    r"(?:增长|增長|下降|回落|上升|降低|压降|压减|增幅|增速|降幅|涨幅|提高|提升|占|佔|高于|低于|率|比重|占比|比例|份额|满意度|集中度)"
    r"(?:了|均|约|近|超过|超|突破|逾|达到|达|到|至|为|是|保持|控制|稳定|不低于|不高于|在|[^，。；、\d]{0,6}的)*$"
    r"|(?:占|佔|高于|低于|快于|超过全[国省])[^，。；、\d]{0,12}$"
)
"""Words that open a rate."""

CHANGE = re.compile(r"(?:提高|提升|上升|下降|降低|回落|高于|低于|超过全[国省])[^，。；、\d到至为]{0,12}$")
OF_A_RATE = re.compile(r"率|比重|占比|比例|增速|增幅")
INDEX = re.compile(
    r"指数|评分|得分|分值|收入比|倍差|之比|系数|密度|强度|基尼|汇率|容积|杠杆|浓度|排名|位次|PMI|CPI|PPI"
)
"""Words of figures that have no unit."""

NAMED = re.compile(r"(?:第|[A-Za-z]|名|版|号|代|[^增占]列|居)$")
"""What stands right before a number that is a name or a place."""

ROSE = re.compile(r"(?:增长|增長|下降|回落|压减|压降|上调|下调|增幅|降幅|涨幅)(?:了|约|近|超)?$")
"""A verb of growth right before a number makes it a rate, whatever grew."""

INDEX_ROSE = re.compile(r"\d(?:提|上|下|升|降|增|减|变)[^，。；、\d]{0,5}$")
"""What was a bare number before it rose or fell is one after: an index (满意度从84.7提升至89.6)."""

HEDGES = re.compile(r"(?:约|近|超过|超|突破|逾|达到|达|为|新增|保持在|稳定在)+$")
HEDGED = re.compile(r"(?:以上|以下|左右|以内|多|余)$")
LONGEST = 12
NEAR = 24
ENDS = re.compile(r"[，。；、！\n]")
OWN_UNIT = frozenset({"area", "mass", "length", "energy", "power"})
"""Dimensions of measures whose levels say nothing without a unit, 万 and 亿 or not."""


def check(dossier: Dossier) -> Iterator[Fault]:
    levels = {
        word: one.id
        for word, one in dossier.lexicon.measure_by_word.items()
        if one.dimension in (*OWN_UNIT, "money")
    }
    units = _units(dossier)
    for extraction, figures in dossier.by_document:
        document = extraction.document
        text, told = document.text, set()
        for found in LAST.finditer(text):
            start, end = found.span("number")
            told.add(start)
            yield _fault(document, start, end, found["unit"])
        for found in BARE.finditer(text):
            start, end = found.span("number")
            clause = _clause(text, start)
            lead = text[max(clause, start - NEAR) : start]
            if start in told or NAMED.search(lead):
                continue
            level = _measure_before(lead, levels)
            if level is not None:
                yield _fault(document, start, end, units.get(level))
                continue
            is_index = INDEX.search(text, clause, start) and not ROSE.search(lead)
            if is_index or not RATE.search(lead) or INDEX_ROSE.search(lead):
                continue
            points = CHANGE.search(lead) and OF_A_RATE.search(lead)
            is_rate = ROSE.search(lead) or OF_A_RATE.search(lead) or "占" in lead or "佔" in lead
            yield _fault(document, start, end, "个百分点" if points else "%" if is_rate else None)
        for figure in figures:
            if _lacks_unit(dossier, figure):
                unit = units.get(figure.topic.measure)
                suggest = f"{figure.text}{unit}" if unit else None
                yield Fault(
                    document,
                    figure.start,
                    figure.end,
                    Said("missing-unit", text=figure.text),
                    suggest=suggest,
                )


def _units(dossier: Dossier) -> dict[str, str]:
    """The unit in which a text gives each measure, as it writes it, where it gives it in one only."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for figure in dossier.figures:
        if figure.statement.kind is Kind.LEVEL and not figure.statement.unit.startswith("count"):
            form = take_apart(figure)
            if form is not None:
                found[figure.topic.measure].add(HEDGED.sub("", form.after))
    return {measure: next(iter(units)) for measure, units in found.items() if len(units) == 1}


def _measure_before(lead: str, words: Mapping[str, str]) -> str | None:
    """The listed measure of something that has a unit right before a number, hedges aside."""
    lead = HEDGES.sub("", lead)
    for length in range(min(LONGEST, len(lead)), 1, -1):
        if lead[-length:] in words:
            return words[lead[-length:]]
    return None


def _fault(document: Document, start: int, end: int, unit: str | None) -> Fault:
    number = document.text[start:end]
    suggest = None if unit is None else f"{number}{unit}"
    return Fault(document, start, end, Said("missing-unit", text=number), suggest=suggest)


def _lacks_unit(dossier: Dossier, figure: Figure) -> bool:
    """Whether a level in 万 or 亿 of something measured, not counted, has nothing behind its multiplier: 面积536万、."""
    if (
        figure.statement.unit != "count"
        or not figure.text.endswith(("万", "亿"))
        or not figure.says("measure")
    ):
        return False
    measure = dossier.lexicon.measure_by_word.get(figure.statement.measure or "")
    return measure is not None and measure.dimension in OWN_UNIT


def _clause(text: str, offset: int) -> int:
    return max(text.rfind(mark, 0, offset) for mark in "，。；\n") + 1
