"""A rate without its sign.

**What it does.** Finds a growth, a share or a change whose sign is missing at the end of its clause (增长8.8，; 占全国的44。), so many of a
hundred (92的乡镇), and the number that lost the unit which its like in the sentence has, or which its measure asks for (从720元提高至760).

**Why it is bad.** 增长8.8 may be percent, points or pieces.

**How to mend it.** Put % or 个百分点 back. A list may give its sign once, at its end (分别增长5.2、6.1个百分点); indexes, scores and ratios have
none and are left alone (指数升至103.5, 收入比降至2.2).

**Source.** GB/T 15835—2011; law on units of measurement.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from yanchao.audit.dossier import CURRENCIES, Dossier, Figure
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.audit.wording import take_apart
from yanchao.documents.document import Document
from yanchao.lexicon.entries import Measure
from yanchao.quick import pattern
from yanchao.statements.statement import Kind

CODE = "YC309"
NAME = "missing-unit"
TITLE_ZH = "比率缺百分号"
PAGE_ZH = """
**查什么。** 分句末尾漏了百分号的增幅、占比、升降幅度（增长8.8，；占全国的44。）；漏了百分号的“百分之几”（92的乡镇）；
还有丢了单位的数：同句同类的数都带单位，或者这项指标本该带单位（从720元提高至760）。

**为什么。** “增长8.8”，可能是8.8%，可能是8.8个百分点，也可能是8.8个、8.8件。

**怎么改。** 补上“%”或“个百分点”。几个数并列的，可以只在末尾写一次（分别增长5.2、6.1个百分点）；
指数、得分、比值本来就没有单位，不查（指数升至103.5，收入比降至2.2）。

**依据。** GB/T 15835—2011；有关计量单位的法律规定。
"""
GROUP = Group.FORM
SEVERITY = Severity.WARNING
EXAMPLES = Examples(
    bad=(
        "2025年，公司毛利率由上年的29.51升至30.71%。",
        "2025年，外贸额首次占到全市的一半以上，达50.5。",
        "2025年，全市在全省的位次由第9位上升到第6位，前移3。",
        "2025年，商品房成交均价为每平方米10370，与上年持平。",
        "2025年末，全市装机8124万千瓦，其中煤电3356万千瓦，水电1190万，风电1042万千瓦。",
        "2025年，全省家具产业营业收入增长8.8，居全国前列。",
        "2025年，全省家具产量占全国的44。",
        "2025年，全省城镇化率达到69.1，比上年提高0.5。",
        "2025年，92的乡镇建成养老服务中心。",
        "2025年，全市办事时间压减58%、材料压减47。",
        "2025年，全县低保标准从每月720元提高至760，惠及2万人。",
        "2025年，全市新增高速公路120公里、突破2600，居全省第三。",
        "2025年，全市细颗粒物平均浓度降至26.5，为有记录以来最低。",
        "2025年，全市高新技术企业达741家，是2020年的2.6，研发投入增长8%。",
        "2025年，外地游客占46.5%，提升3.3个百分点，去年为43.2。",
        "2025年，全市有民宿186家，是2020年末62家的3。",
        "2025年，全市利润总额为“十三五”时期的2.2。",
        "2025年，全市软件业营业收入保持20以上增长。",
        "2025年，全市财政支出340亿元，74以上用于民生。",
        "2025年，全市生产总值增长4%，快于2024年1.8，投资增长3%。",
    ),
    good=(
        "2025年，公司毛利率由上年的29.51%升至30.71%。",
        "2025年，外贸额首次占到全市的一半以上，达50.5%。",
        "2025年，全市在全省的位次由第9位上升到第6位，前移3位。",
        "2025年，全市供水100亿立方米、20亿立方米，受益人口超过1600万。",
        "2025年，全省家具产业营业收入增长8.8%，城镇化率达到69.1%，比上年提高0.5个百分点。",
        "2025年，企业景气指数升至103.5，城乡收入比降至2.2。",
        "2025年，外贸出口先导指数为33.8，较上月回升2.2，净息差1.68%，较上年的1.79%下降11个基点。",
        "2024年，区域发展指数为132.6，比2023年提高3.3。",
        "2024年，公司的市盈率下降为8.17，平台昨日成交金额为0。",
        "2024年，全省总装机年内连续突破1.3亿、1.4亿大关，达到1.45亿千瓦。",
        "2025年，两项增速分别提高5.2、6.1个百分点。",
        "2025年，92%的乡镇建成养老服务中心，实现了从0到1的突破。",
        "2025年，全市居民满意度从84.7提升至89.6，综合得分90.3，投资规模超2000亿。",
        "2025年，超过三成的有12种、超过20%的有23种。",
    ),
)

NUMBER = r"(?P<number>\d+(?:\.\d+)?)"
END = (
    r"(?=(?:以上|左右|以内|以下)?(?:[，。；！）)]|[（(](?![%％])|、(?!\d)|\n[ \t]*(?:\n|\Z)|\Z)"
    r"|的(?:有|是|增速|增长|增量)|安排|每(?:立方米|平方米|平方公里|公顷))"
)
BARE = pattern(rf"(?<=[\u4e00-\u9fff]){NUMBER}{END}")
"""A number between a Chinese character and the end of its clause."""

LAST = pattern(
    rf"\d(?:\.\d+)?(?P<unit>个百分点|[%％]|[万亿]?[元人家个项倍])(?:左右|以上)?[、和与及]{NUMBER}(?=(?:左右|以上)?[，。；！\n])"
)
"""The last member of a list whose others have their unit: 增长5.3%、7.1."""

LIST = pattern(
    rf"\d(?:\.\d+)?(?P<unit>[%％])(?:左右|以上)?、(?!提|上升|降|回落|高|低|快|比)[\u4e00-\u9fff]{{1,6}}(?<![约达至到为超近第]){NUMBER}(?=(?:左右|以上)?[，。；！\n])"
)
"""The same with a word before each member: 时间压减58%、材料压减52."""

MEASURED = pattern(
    rf"\d(?:\.\d+)?(?P<unit>亩|公里|吨|公斤|公顷|平方米|平方公里|千瓦时?)、(?![提上增到达])[\u4e00-\u9fff]{{1,6}}(?<![约达至到为超近第个]){NUMBER}(?=[，。；])"
)
"""The last member of a list of things measured, each with its name: 一期1500亩、二期2700."""

SHARE_OF = pattern(
    rf"(?:(?<=[，。；、\n])|(?<=全[省市县国])|(?<=[和与及占])|(?<=覆盖)){NUMBER}(?:以上|左右|以下)?的(?=[\u4e00-\u9fff])(?!有|是|增)"
)
"""So many of a hundred of something: 90以上的企业, 覆盖全省93的乡镇."""

OF_AMOUNT = pattern(
    rf"(?:占|完成|为|相当于|是)(?:20\d\d年)?[^，。；、\d]{{0,12}}\d[\d.,]*[万亿]?[^\d，。；、的]{{1,6}}的{NUMBER}(?=[，。；（])"
)
"""The share of an amount that is told with it: 为年度计划680亿元的109.2."""

OF_BEFORE = pattern(r"^(?:为|相当于|是)(?:[上去前]年|20\d\d年)")
"""The opening of a multiple of what there was before: 是上年14万辆的1.5."""

THAN = pattern(
    rf"\d(?P<unit>[%％]|元|吨|公斤|公里|平方米|千瓦时?|微克/立方米)[，,][比较][^，。；、\d]{{1,12}}的{NUMBER}"
    r"(?=(?:提高|提升|上升|回升|高出|下降|降低|回落|上涨|[增贵])了?[约近]?\d)"
)
"""What a figure is compared with, in its own unit: 81.9%，比去年春节的76.5高出."""

BEFORE_THAN = pattern(
    rf"(?<=[\u4e00-\u9fff]){NUMBER}(?=[，,][比较][^，。；、\d]{{1,12}}的\d[\d.]*(?P<unit>[%％])(?:提高|提升|上升|回升|高出|下降|降低|回落)了?[约近]?\d)"
)
"""What is compared with a figure of the year before that has its unit: 净息差1.68，较上年的1.79%下降."""

GROWING = pattern(
    r"(?:保持|实现|达到|达)(?:在|了|约|近|超|超过)?(?P<number>\d{1,2}(?:\.\d+)?)(?:以上|左右)?的?(?:增长|增速|增幅)(?![点极])"
)
"""A rate before what it is of: 保持20以上增长."""

SPENT = pattern(rf"(?<=[，；、。]){NUMBER}(?:以上|左右)(?:用于|投向|来自|投入)")
"""A part of what was just told: 支出3.4万亿元，74以上用于民生."""

RESTATED = pattern(rf"(?:约合|折合)(?:人民币)?{NUMBER}(?=[，。；）)])")
"""The same in another unit, which is lost: 12.6万亩，约合8400，."""

MULTIPLE = pattern(
    rf"(?:是|为|相当于)(?:20\d\d年|[上去前]年|“?[一二三四五十]{{3,4}}五?”?)(?:同期|时期|末|期末)?的{NUMBER}(?=[，。；])"
)
"""So many times what there was: 是2020年的2.6."""

OF_LAST_YEAR = pattern(
    rf"\d(?:\.\d+)?[%％][^。；]{{0,24}}?[，（(、；](?:[去上]年(?:同期|末)?|20\d\d年(?:末)?)[为是]{NUMBER}(?=[，。；）)])"
)
"""A rate of the year before, told behind this year's: 占46.5%，提升3.3个百分点，去年为43.2."""

BEFORE_TO = pattern(
    rf"(?:率|比重|占比|比例)[由从][^，。；、\d]{{0,8}}?{NUMBER}(?=(?:提高|提升|上升|回升|下降|降低|回落|升|降)(?:到|至|为)了?\d[\d.]*(?P<unit>[%％]))"
)
"""What a rate was before it rose or fell, its sign lost: 毛利率由上年的29.51升至30.71%."""

TOLD_CLOSER = pattern(
    rf"(?:[一二三四五六七八九]成|一半|[二三四五]分之[一二三四])(?:以上|左右)?[，,](?:达到?|为){NUMBER}(?=[，。；（）)])"
)
"""A share in words and then in digits: 首次超过三成，达到30.2."""

PLACES = pattern(
    rf"第\d+位(?:上升|前移|提升|跃升|下降|后移)[到至](?:第?\d+位)，(?:前移|后移|上升|下降|提升)了?{NUMBER}(?=[，。；])"
)
"""How many places lie between two ranks."""

NARROWED = pattern(
    rf"[增降涨跌]幅[^，。；、\d]{{0,12}}(?:收窄|扩大|回落|缩小|提高)了?{NUMBER}(?=[，。；（(])"
)
"""By how many points a rate of change itself changed."""

PRICE = pattern(rf"每(?:平方米|公斤|吨|亩|千克|件|台){NUMBER}(?=[，。；])")
"""What comes on a thing, in money."""

PRICED = pattern(r"均价|价格|单价|售价|收购价")

COUNTED_OUT = pattern(
    rf"(?<=的有){NUMBER}(?=、[^，。；]{{0,12}}的有\d+(?P<unit>[\u4e00-\u9fff]))"
    rf"|(?<=[\u4e00-\u9fff]){NUMBER.replace('number', 'share')}(?=的有\d+[\u4e00-\u9fff])"
)
"""超过20%的有23种、超过30的有11种: each member has both units."""

CONTINUED = pattern(
    r"\d(?P<unit>[元人家个项亩]|公里|平方米|千瓦时?|吨|[%％])、(?:首次|成功)?(?:突破|达到|达)$"
)
"""What is told of one thing in two figures: 新增1700公里、突破7000."""

PASSAGE = pattern(
    r"[从由][^，。；、]{0,12}?\d[\d.]*(?P<unit>[%％]|[万亿]?[^\d，。；、至到提上增下降减缩]{1,5}?)"
    r"(?:提高|提升|上升|增加|增长|扩大|跃升|下降|降低|减少|回落|缩小|升|增|降)(?:到|至|为)(?:20\d\d年的?)?$"
)
"""What has a unit before it rose or fell has the same one after: 从796元/月提高至842."""

RATE = pattern(
    r"(?:增长|增長|下降|回落|上升|回升|降低|压降|压减|调增|调减|上涨|增幅|增速|降幅|涨幅|幅度|提高|提升|占|佔|高于|低于|率|比重|占比|比例|份额"
    r"|满意度|集中度|覆盖度|知晓度|安全感|(?:亏损|增长|下降|上涨|覆盖)面)"
    r"(?:了|均|也|还|再|已|仅|只|高|约|近|超过|超|突破|逾|达到|达|接近|升|降|到|至|为|是|保持|控制|稳定|平均|不低于|不高于|在|连续\d+年|[^，。；、\d]{0,6}的)*$"
    r"|(?:占|佔|高于|低于|快于|优于|超过全[国省])(?:20\d\d年)?[^，。；、\d]{0,12}$"
    r"|(?:完成|超)[^，。；、\d]{0,8}(?:任务|计划|预算)的?$|成本收入比(?:为|是|达到?)?$|贡献了?[^，。；、\d]{0,6}$"
)
"""Words that open a rate."""

CHANGE = pattern(r"(?:提高|提升|上升|回升|下降|降低|回落|高于|低于|超过全[国省])[^，。；、\d到至为]{0,12}$")
FASTER = pattern(r"(?:快于|优于)(?:20\d\d年)?[^，。；、\d]{0,12}$")
"""How far a rate lies from another is told in points."""
OF_A_RATE = pattern(r"率|比重|占比|比例|增速|增幅|[损长降涨盖]面")
BESIDE_A_RATE = pattern(
    r"[%％](?:提高|提升|上升|回升|下降|降低|回落)了?$|"
    r"[%％](?:左右|以上)?[、，](?:(?:比|较)[^，。；、\d]{0,6})?(?:提高|提升|上升|回升|降低|回落)了?$"
    r"|[%％](?:左右|以上)?[、，](?:高于|低于|快于|高出)[^，。；、\d]{0,6}(?:[“”十三四五]{4,6}时期)?$"
)
"""A rate told right before its change, or before how far it lies from another: 占比79.2%、提高13.2."""

BESIDE_A_PASSAGE = pattern(
    r"[从由][^，。；]{0,14}\d[%％][^，。；、\d]{0,4}[到至为](?:20\d\d年的?)?\d[\d.]*[%％][，、](?:[比较][^，。；、\d]{1,6})?(?:提高|提升|上升|回升|下降|降低|回落)了?$"
)
"""What a rate rose or fell from and to, right before by how much: 从4.6%压降至3.1%，下降1.5."""

YEARLY = pattern(r"(?:年均|平均每年|每年平均)(?:增长|提高|提升|上升|下降|降低|递增)了?$")
"""A change of an average year that has no unit is a rate (四年平均每年提高10.1): of an amount, the amount's own would stand there."""

PERCENT = pattern(r"占|佔|贡献|度|任务|计划|预算|安全感|成本收入比")
"""Words of rates that are percentages, beside those of `OF_A_RATE`."""

CONCENTRATION = pattern(r"浓度(?:保持在|控制在|稳定在|下降到|降至|降到|为|达到|达|不高于)*$")
OF_AIR = pattern(r"(?:以上|左右|以内|以下)?每立方米")

LESS = pattern(r"(?:减少|增加|压缩|缩短|节约)(?:了|约|近|超)?$")
"""Verbs after which a number without a unit says nothing, whatever it counts."""

INDEX = pattern(
    r"指数|市[盈净销]率|评分|得分|分值|(?<!成本)收入比|倍差|之比|系数|密度|强度|基尼|汇率|容积|杠杆|浓度|排名|位次|PMI|CPI|PPI"
)
"""Words of figures that have no unit."""

INDEX_CHANGED = pattern(
    rf"(?:{INDEX.pattern})[^，。；%％]{{0,16}}\d[\d.]*[，、；](?:[比较][^，。；]{{0,12}})?(?:提高|提升|上升|回升|上涨|下降|降低|回落|高于|低于)了?$"
)
"""An index before its change: 发展指数为132.6，比上年提高3.3."""

NAMED = pattern(r"(?:第|[A-Za-z]|名|版|号|代|[^增占]列|居)$")
"""What stands right before a number that is a name or a place."""

ROSE = pattern(r"(?:增长|增長|下降|回落|压减|压降|上调|下调|上涨|增幅|降幅|涨幅)(?:了|约|近|超)?$")
"""A verb of growth right before a number makes it a rate, whatever grew."""

INDEX_ROSE = pattern(r"\d(?:提|上|下|升|降|增|减|变)[^，。；、\d]{0,5}$")
"""What was a bare number before it rose or fell is one after: an index (满意度从84.7提升至89.6)."""

IS_PERCENT = pattern(r"(?:率|强度|比重|占比|存贷比|贷存比|依存度)$")
"""Ends of listed measures whose figures are percentages, although an index may be called alike."""

LEAST_PERCENT = 10
"""Below it a number may be a multiple as well."""

HEDGES = pattern(r"(?:约|近|超过|超|突破|逾|达到|达|为|新增|增加|提高到|平均|保持在|稳定在)+$")
HEDGED = pattern(r"(?:以上|以下|左右|以内|多|余)$")
LONGEST = 12
NEAR = 24
OWN_UNIT = frozenset({"area", "mass", "length", "energy", "power"})
"""Dimensions of measures whose levels say nothing without a unit, 万 and 亿 or not."""

USUAL = {"length": "公里", "energy": "千瓦时", "power": "千瓦", "money": "元"}
"""The unit of a dimension where the text gives the measure in none."""

TAKEN_IN = "万萬亿億"
"""Multipliers that stand before a unit and are none of it, as the 千 of 千瓦时 is."""
WITH_UNIT = pattern(r"[约近超]?\d[\d.,]*[万亿](?P<unit>[^\d万亿]{1,4}?)(?:以上|左右)?")
ENDS, ENDS_OF_CLAUSE = "，。；、的相（", "，。；、"
"""What may stand behind a number whose unit was lost."""

PEOPLE = pattern(r"人|户|用户|群众|职工|师生")
"""Words of those that are counted without a unit: 受益人口超过1600万."""

FEWEST_FELLOWS = 2
"""Numbers of a sentence that must have a unit for another of the sentence to lack it."""

FIELDS = pattern(r"(?:造林|农田|耕[地作]|播种|种植|草原|湿地|绿化|灌区.{0,8}|黑土地.{0,6})(?:面积)?$")
AREA = "亩"
"""Land that is counted in mu, and only ever measured."""

STEP = pattern(r"、|大关|关口|台阶")
"""Behind one of several steps, whose unit is told with the last: 连续突破13亿、14亿大关，达到14.5亿千瓦."""

MONEY = pattern(r"\d[万亿]元")
HABIT = 8
"""Amounts with 元 from which on a text is held to write it, if it writes them all so. Others leave it out after 万 and 亿."""


def check(dossier: Dossier) -> Iterator[Fault]:
    words = dossier.lexicon.measure_by_word
    measures = {
        word: one
        for word, one in words.items()
        if one.dimension in (*OWN_UNIT, "money") or (one.dimension == "share" and IS_PERCENT.search(word))
    }
    units = _units(dossier)
    for extraction, figures in dossier.by_document:
        document = extraction.document
        told: dict[int, Fault] = {}
        for start, end, unit in (*_of_lists(document.text), *_bare(document.text, measures, units)):
            told.setdefault(start, _fault(document, start, end, unit))
        yield from told.values()
        writes_yuan = _writes_yuan(document, figures)
        for figure in figures:
            lacking = _lacking(dossier, figure, units, writes_yuan)
            if lacking is None:
                lacking = _of_fellows(figure, dossier)
            if lacking is not None:
                suggest = _with_unit(figure.text, lacking) if lacking else None
                yield Fault(
                    document,
                    figure.start,
                    figure.end,
                    Said("missing-unit", text=figure.text),
                    suggest=suggest,
                )


def _of_lists(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Members of lists whose others have their unit, and so many of a hundred: where each stands, and the unit that it lacks."""
    for one in (LAST, LIST, MEASURED):
        for found in one.finditer(text):
            yield *found.span("number"), found["unit"]
    for found in MULTIPLE.finditer(text):
        yield *found.span("number"), "倍"
    for found in OF_LAST_YEAR.finditer(text):
        if not INDEX.search(text, found.start() - NEAR, found.start("number")):
            yield *found.span("number"), "%"
    for found in OF_AMOUNT.finditer(text):
        is_times = float(found["number"]) < LEAST_PERCENT
        of_before = OF_BEFORE.search(found[0]) is not None
        yield *found.span("number"), "%" if not is_times else "倍" if of_before else None
    for found in THAN.finditer(text):
        yield *found.span("number"), found["unit"]
    for found in BEFORE_THAN.finditer(text):
        yield *found.span("number"), found["unit"]
    for found in BEFORE_TO.finditer(text):
        yield *found.span("number"), found["unit"]
    for one, unit in ((TOLD_CLOSER, "%"), (PLACES, "位"), (NARROWED, "个百分点"), (PRICE, None)):
        for found in one.finditer(text):
            priced = one is PRICE and PRICED.search(text, max(0, found.start() - NEAR), found.start())
            yield from [(*found.span("number"), "元" if priced else unit)] if unit or priced else ()
    for one in (GROWING, SPENT):
        for found in one.finditer(text):
            yield *found.span("number"), "%"
    for found in RESTATED.finditer(text):
        yield *found.span("number"), None
    for found in SHARE_OF.finditer(text):
        yield *found.span("number"), "%"
    for found in COUNTED_OUT.finditer(text):
        name = "number" if found["number"] else "share"
        if name == "number" or "%的有" in text[found.start() - NEAR : found.end() + NEAR]:
            yield *found.span(name), found["unit"] if name == "number" else "%"


def _bare(
    text: str, measures: Mapping[str, Measure], units: Mapping[str, str]
) -> Iterator[tuple[int, int, str | None]]:
    """Numbers at the end of their clause before which a word stands that asks for a unit; None where any of several would do."""
    for found in BARE.finditer(text):
        start, end = found.span("number")
        if not found["number"].strip("0."):
            continue  # nothing needs no unit: 成交金额为0
        clause = _clause(text, start)
        lead = text[max(clause, start - NEAR) : start]
        if NAMED.search(lead):
            continue
        goes_on = CONTINUED.search(lead) or PASSAGE.search(lead)
        if goes_on:
            yield start, end, goes_on["unit"]
            continue
        measure = _measure_before(lead, measures)
        if measure is not None:
            percent = "%" if measure.dimension == "share" else None
            yield start, end, percent or _unit_of(measure, units)
            continue
        if CONCENTRATION.search(lead):
            yield start, end, "微克" if OF_AIR.match(text, end) else "微克/立方米"
            continue
        is_index = INDEX.search(text, clause, start) and not ROSE.search(lead)
        if is_index or INDEX_ROSE.search(lead) or INDEX_CHANGED.search(text, max(0, start - 2 * NEAR), start):
            continue
        if RATE.search(lead):
            beside = BESIDE_A_RATE.search(text, max(0, start - 2 * NEAR), start)
            points = beside or (CHANGE.search(lead) and OF_A_RATE.search(lead))
            points = (
                points
                or FASTER.search(lead)
                or BESIDE_A_PASSAGE.search(text, max(0, start - 2 * NEAR), start)
            )
            is_rate = (
                YEARLY.search(lead) or ROSE.search(lead) or OF_A_RATE.search(lead) or PERCENT.search(lead)
            )
            yield start, end, "个百分点" if points else "%" if is_rate else None
        elif LESS.search(lead):
            yield start, end, None


def _unit_of(measure: Measure, units: Mapping[str, str]) -> str | None:
    """The unit in which the text gives a measure, with its multiplier; else that in which it gives all of its dimension, else the usual one."""
    return units.get(measure.id) or units.get(measure.dimension) or USUAL.get(measure.dimension)


def _units(dossier: Dossier) -> dict[str, str]:
    """The unit in which a text gives each measure, and each dimension, as it writes it, where it gives it in one for the most part."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for figure in dossier.figures:
        unit = figure.statement.unit
        measure = dossier.lexicon.measures.get(figure.topic.measure)
        is_other = measure is not None and measure.dimension == "money" and not unit.startswith(CURRENCIES)
        if figure.statement.kind is Kind.LEVEL and not unit.startswith("count") and not is_other:
            form = take_apart(figure)
            if form is not None and form.after:
                written = HEDGED.sub("", form.after)
                found[figure.topic.measure][form.multiplier + written] += 1
                if measure is not None:
                    found[measure.dimension][written] += 1
    return {
        measure: unit
        for measure, counted in found.items()
        for unit, times in counted.most_common(1)
        if unit and times >= 0.7 * counted.total()
    }


def _measure_before(lead: str, measures: Mapping[str, Measure]) -> Measure | None:
    """The listed measure of something that has a unit right before a number, hedges aside."""
    lead = HEDGES.sub("", lead)
    for length in range(min(LONGEST, len(lead)), 1, -1):
        if lead[-length:] in measures:
            return measures[lead[-length:]]
    return None


def _fault(document: Document, start: int, end: int, unit: str | None) -> Fault:
    number = document.text[start:end]
    if unit == "%" and "%" not in document.text and "％" in document.text:
        unit = "％"
    suggest = None if unit is None else f"{number}{unit}"
    return Fault(document, start, end, Said("missing-unit", text=number), suggest=suggest)


def _lacking(dossier: Dossier, figure: Figure, units: Mapping[str, str], writes_yuan: bool) -> str | None:
    """The unit that a level in 万 or 亿 of something measured, not counted, lacks behind its multiplier (面积536万、); empty where
    it lacks one that cannot be told, None where it lacks none."""
    bare = HEDGED.sub("", figure.text)
    if not bare.endswith(("万", "亿")) or not figure.says("measure"):
        return None
    if STEP.match(figure.document.text, figure.end):
        return None
    name = figure.statement.measure or ""
    measure = dossier.lexicon.measure_by_word.get(name)
    is_count = figure.statement.unit == "count"
    if is_count and FIELDS.search(name):
        return AREA
    if is_count and measure is not None and measure.dimension in OWN_UNIT:
        return (_unit_of(measure, units) or "").lstrip(TAKEN_IN)
    # 达到1200亿以上: after a hedge the amount is plainly over, so that nothing can follow that would name its unit.
    is_money = measure is not None and measure.dimension == "money" and bare != figure.text
    return USUAL["money"] if is_money and writes_yuan else None


def _of_fellows(figure: Figure, dossier: Dossier) -> str | None:
    """The unit that all other numbers in 万 or 亿 of a figure's sentence have, where it alone has none (煤电3356万千瓦，水电1190万，风电1042万千瓦)."""
    text = figure.document.text
    end = figure.end
    if (
        figure.text[-1:] not in ("万", "亿")
        or text[end : end + 1] not in tuple(ENDS)
        or STEP.match(text, end)
    ):
        return None
    if figure.statement.unit != "count" or figure.is_told_as_change or PEOPLE.search(figure.own_lead):
        return None
    beside = [one for one in dossier.beside(figure) if one is not figure]
    fellows = [found["unit"] for one in beside if (found := WITH_UNIT.fullmatch(one.text))]
    bare = sum(one.text[-1:] in ("万", "亿") for one in beside)
    compared = figure.is_told_aside and text[end : end + 1] not in ENDS_OF_CLAUSE
    if bare or len(set(fellows)) != 1 or len(fellows) < (1 if compared else FEWEST_FELLOWS):
        return None
    return None if fellows[0].endswith("元") else fellows[0]


def _writes_yuan(document: Document, figures: Sequence[Figure]) -> bool:
    """Whether a text writes 元 behind all its amounts, but for one at most."""
    without = sum(
        figure.statement.unit == "CNY" and HEDGED.sub("", figure.text).endswith(("万", "亿"))
        for figure in figures
    )
    return without <= 1 and len(MONEY.findall(document.text)) >= HABIT


def _with_unit(printed: str, unit: str) -> str:
    hedge = HEDGED.search(printed)
    bare = HEDGED.sub("", printed)
    return f"{bare}{unit}{hedge[0] if hedge else ''}"


def _clause(text: str, offset: int) -> int:
    return max(text.rfind(mark, 0, offset) for mark in "，。；\n") + 1
