"""A fraction of something that comes in whole ones.

**What it does.** Finds 1.4个基地 or 25.9项: a count of indivisible things with a decimal point and without 万 or 亿.

**Why it is bad.** There is no tenth of a base. A decimal point came in, or 万 was lost.

**How to mend it.** Take the point out or put 万 back. Averages (每千人6.6批次, 平均1.5个) are left alone.

**Source.** Arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.audit.wording import take_apart
from yanchao.quick import pattern, replace
from yanchao.statements.statement import Kind

CODE = "YC307"
NAME = "fractional-count"
TITLE_ZH = "只能整数计的出现小数"
PAGE_ZH = """
**查什么。** 只能整数计的事物，数量带小数点，又没有“万”“亿”，如“1.4个基地”“25.9项”。

**为什么。** 基地没有零点几个的。不是多了小数点，就是漏了“万”。

**怎么改。** 去掉小数点，或者补上“万”。平均数（每千人6.6批次、平均1.5个）不查。

**依据。** 算术。
"""
GROUP = Group.FORM
SEVERITY = Severity.ERROR
EXAMPLES = Examples(
    bad=("全省新建产业园区2.8个，新增企业300家。", "全市结成国际友城11.4对。"),
    good=(
        "全省新建产业园区28个，新增企业2.8万家。",
        "今天计划停运列车80.5对。",
        "平台完成还款9.7个亿。",
        "全省每千人口拥有医疗机构床位6.6张，平均每县建成园区2.8个。",
    ),
)

WHOLE = frozenset(
    "count:" + word for word in "个家项座条所名支艘架部枚栋只件户位起例宗张种类套台场轮列处款颗届册"
) | {"person"}
"""Counters of things that nobody halves. 次 is missing: it is counted per head and on average."""

PAIR, OF_TRAINS = "count:对", pattern(r"列车|班列|动车|客车|高铁|航班|车次|开行|停运|每天|日均")
"""A train that goes one way is half a pair; of what else comes in pairs nobody has a half."""

AVERAGE_AFTER = pattern(r"[亿万]|[^，。；]{0,12}百分点|[^，。；]{0,6}(?:比例|之比|相当于|倍)|/")
AVERAGE = pattern(r"每|均|[千万百]人|人口|拥有量|人次|比例|之比|相当于|倍|折合|密度|百分点")


def check(dossier: Dossier) -> Iterator[Fault]:
    for figure in dossier.figures:
        statement = figure.statement
        is_pair = statement.unit == PAIR and not OF_TRAINS.search(
            figure.document.text, statement.sentence.start, statement.sentence.end
        )
        if statement.kind is not Kind.LEVEL or not (is_pair or statement.unit in WHOLE):
            continue
        form = take_apart(figure)
        if form is None or form.multiplier or "." not in form.digits:
            continue
        if statement.value == statement.value.to_integral_value():
            continue  # the 万 of a table stands in its heading
        if AVERAGE.search(figure.lead) or AVERAGE_AFTER.match(figure.document.text, figure.end):
            continue
        yield Fault(
            figure.document,
            figure.start,
            figure.end,
            Said("fractional-count", text=figure.text, unit=form.after),
            # A point that came in is likelier than a 万 that fell out and left the rest of the number whole.
            suggest=replace(form, digits=form.digits.replace(".", "")).text,
        )
