"""A share of over 100%.

**What it does.** Finds a part that is given as more than the whole it is part of: 占全省的105%.

**Why it is bad.** A part cannot be larger than its whole. Nearly always a decimal point was lost (10.5%), or the figure is a
growth rate or a rate of completion that was tied to the wrong words.

**How to mend it.** Put the point back; if the part and the whole stand in the text too, divide them. Where a quotient and no part is
meant (完成计划的105%, 债务相当于GDP的两倍), say so: the rule reads only shares of a base and rates that end at 100%.

**Source.** Arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure, near
from yanchao.audit.equations import always
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Factor, Product, Relation
from yanchao.audit.rule import Examples, Group
from yanchao.interval import Interval
from yanchao.quick import pattern
from yanchao.statements.statement import Kind

CODE = "YC101"
NAME = "impossible-share"
TITLE_ZH = "占比超过100%"
PAGE_ZH = """
**查什么。** 部分占整体的比重超过100%，如“占全省的105%”。

**为什么。** 部分不会大于整体。十有八九是漏了小数点（应为10.5%），或者本是增速、完成率，却配错了文字。

**怎么改。** 补上小数点；部分和整体的数文中都有的，相除核一遍。本来说的是两数之比、并非部分占整体的（完成计划的105%，债务相当于GDP的两倍），
请照此写明：本规则只查占某个总体的比重，以及以100%为上限的比率。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.all")
EXAMPLES = Examples(
    bad=(
        "2023年，全市家具企业营业收入600亿元，占全省家具企业营业收入的130%。",
        "2023年，全市工业营业收入3600亿元，家具业占到130%。",
        "2024年，全市受污染耕地安全利用率925%。",
    ),
    good=(
        "2023年，全市家具企业营业收入600亿元，占全省家具企业营业收入的13%。",
        "全年完成投资计划的105%。",
        "城乡居民收入比为2.5:1。",
        "2024年末，全省保险业偿付能力充足率为199.4%。",
        "2024年12月，成员国的减产执行率为114%。",
        "2024年，公司制造业、贸易、内部抵销占营收比例分别为121.9%、21.5%、-43.4%。",
        "该平台的年化利率高达120%。",
        "公司担保余额808亿元，占净资产的302.1%。",
        "2024年，公司股东应占亏损同比扩大119.0%至4.3亿元。",
        "全年最终消费支出对经济增长的贡献率达105.7%。",
    ),
)

PART_WORDS = ("占比", "比重", "份额", "比例", "率")
"""Ends of measures that cannot pass 100% even where no base is named: 覆盖率, 办结率, 水体比例."""

NOT_A_PART = pattern(
    r"债|贷|存款|进出口|市值|杠杆|完成|相当于|依存度|入学|增长|增速|增幅|收益|回报|利润|周转|产销|恢复|倍|弹性|汇率|拨备"
    r"|充足|偿付|流动|净稳定|贡献|开工|达产|(?<!安全)(?<!综合)(?<!资源化)(?<!无害化)(?<!循环)利用|使用|自给|保值|增值|出栏|复种|入园|到位|认购|执行|亏损|扩大|利率|费率|年化"
)
"""Words of measures that are held beside a base without being part of it, and of rates that may pass 100%."""

GREW = pattern(r"[同环]比[^，。；]{0,8}$|相当于[^，。；]{0,10}$")
"""Words right before a rate of growth or a multiple, whatever it was read as: 亏损同比扩大119%, 相当于收入的250%."""

TAKES = pattern(r"占(?:到|了|据)?(?:约|近|超|超过)?$")
"""Right before a share whose whole the clause before has told: 全市营业收入3600亿元，家电业占到34.6%."""

A_PLAN = pattern(r"(?:计划|任务|目标|预算|指标)$")
"""Ends of bases that a figure is held against and may pass: 完成年度计划的105%."""

OF_EARLIER = pattern(r"占(?:到|了)?(?:[上去前]年|20\d\d年)")
"""Words of a share of what there was at an earlier time: more may be there by now (占去年外出务工总数的102.7%)."""

NEAR = 8
"""Figures on either side of a share among which one below nothing is looked for."""

AT_MOST_ALL = Interval(0.0, 1.0)


def check(dossier: Dossier) -> Iterator[Relation]:
    for figure in dossier.figures:
        if figure.statement.kind is Kind.SHARE and _is_part(figure, dossier):
            yield Relation(
                Product((Factor(figure),), AT_MOST_ALL),
                "impossible-share",
                equation=always(Said("nothing")),
            )


def _is_offset(figure: Figure, dossier: Dossier) -> bool:
    """Whether a share of its sentence is below nothing, so that another may be above all: 占比分别为121.9%、21.5%、-43.4%."""
    return any(
        one.statement.kind is Kind.SHARE and one.value < 0
        for one in near(figure, dossier.beside(figure), NEAR)
    )


def _is_part(figure: Figure, dossier: Dossier) -> bool:
    words = (figure.statement.subject or "") + (figure.statement.measure or "")
    if (
        figure.value < 0
        or _is_offset(figure, dossier)
        or GREW.search(figure.own_lead)
        or NOT_A_PART.search(words)
        or not any(sign in figure.text for sign in "%％成")
    ):
        return False
    base = figure.statement.base
    if base is not None and (A_PLAN.search(base) or "净资产" in base):
        return False
    if OF_EARLIER.search(figure.own_lead):
        return False
    return base is not None or words.endswith(PART_WORDS) or TAKES.search(figure.own_lead) is not None
