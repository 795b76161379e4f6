"""Words right before a name that make it a part, or another thing, where the reader took the name without them.

在线旅游收入 is a part of 旅游收入, 在建产能 is not yet 产能, 60岁及以上人口 is not 人口, and 日均客流量 is no sum. Where the text
writes such words onto a name, they belong to it. Only listed words do (`wording.csv`, role `attached`), and figures that say from
where on a thing counts (10亿元以上项目): what else stands before a name is mostly a verb.
"""

from __future__ import annotations

import re
from functools import cache

from yanchao.ledger.clauses import clause_start
from yanchao.ledger.wording import any_of
from yanchao.quick import pattern, replace
from yanchao.statements.statement import Kind, Statement

FROM_WHERE = r"[0-9０-９.．]+(?:[-—~～至]+[0-9０-９.．]+)?(?:岁|千伏|万?吨级|年期|[^，。；、0-9%％]{1,4}(?:及以上|以上|以下|以内|至))(?:及以上|以上|以下)?的?"
WITHOUT = pattern(r"((?:扣除|剔除)(?![^，。；]{0,4}价格)[^，。；0-9]{2,14}?)(?:因素)?(?:影响)?后?[，,]?$")
LEADING_ON = r"(?:新增|新建|实现|完成|的|累计|共|已|达)?"
AVERAGE_OF_MANY = "平均"
AVERAGE = pattern(rf"{AVERAGE_OF_MANY}$")
"""Before what is paid or earned it makes each one's of all of them; an average concentration or temperature is that of the place."""

EACH = pattern(r"\s*(?P<of>日均|月均|周均|户均|亩均|单日最高|单日)(?:达到?|为|约|近|超过?)?")
"""All that the clause of a figure says: it is of the measure told of before (客流量90万人次，日均30万人次), a day or a household."""

CURRENCY = pattern(r"(?!TEU)[A-Z]{3}")
FIGURE = pattern(r"[0-9０-９.．]+$")
UNIT = pattern(r"[万亿]?(?:元|人|吨|千瓦|平方米|亩|美元)?(?:及以上|以上|以下)")


def attached(statement: Statement, text: str) -> Statement:
    """The statement with what the text writes onto the name of its measure."""
    name = statement.words("measure")
    if name is None or not statement.measure:
        return statement
    start = clause_start(statement, text)
    each = EACH.fullmatch(text, start, statement.start)
    if each is not None and each["of"] not in statement.measure:
        return replace(statement, measure=each["of"] + statement.measure)
    if not start <= name.start < statement.start:
        return statement
    before = text[start : name.start]
    found = _attached().search(before)
    without = WITHOUT.search(text, statement.sentence.start, name.start)
    more = found["more"] if found else without[1] if without else ""
    if AVERAGE.search(before) and statement.kind is Kind.LEVEL and CURRENCY.fullmatch(statement.unit):
        more = AVERAGE_OF_MANY
    figure = FIGURE.search(before)
    if figure is not None and UNIT.match(statement.measure):
        more = figure[0]
    if not more or more in f"{statement.subject or ''}{statement.measure}":
        return statement
    return replace(statement, measure=more + statement.measure)


@cache
def _attached() -> re.Pattern[str]:
    return pattern(rf"(?<![全、和与及或])(?P<more>{any_of('attached')}|{FROM_WHERE}){LEADING_ON}$")
