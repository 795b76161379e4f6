"""What a change is told against, where that is not the year before: growth over another time is another series.

比上年增长3% and 比2019年增长10% name one measure and are two things; so are 同比上升 and 环比上升 of a share, what a loan has grown
since the year began, what it has in twelve months, and what a rate is higher than the nation's. The time or the place becomes the universe of the
key (较2019年, 全国); what is told against the month or the quarter before is `month-on-month`.

Growth at constant prices is apart from growth in money, save where an office publishes no other (`constant.csv`).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from yanchao.ledger.clauses import clause_start, clause_starts
from yanchao.ledger.periods import FRAME, year
from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.statement import Kind, Statement

RISE = "增[长速加]|提[高升]|下降|降低|上升|上涨|下跌|下滑|扩大|减少|压减|缩短|缩小|收窄|回落|回升|加快|放缓|[多少高低快慢]"
RISING = pattern(RISE)
VERB_ALONE = pattern(rf"\s*(?:{RISE})了?")
AGAINST = pattern(
    r"(?:(?<![同环占之对可])比|较)(?P<than>(?![重例值率大快强好高为多])[^，。；、比较]{1,14}?)(?:相比)?"
    rf"(?:同比|分别|均|都|大幅|累计|净|共|实际|名义|平均|再|又|略|已)*(?={RISE})"
)
MORE = pattern(r"[比较](?![重例值率])[^，。；、]{1,14}(?:多|超额完成)$|同比多$")
"""比上年同期多5亿元 is what it has more, and no other figure of the thing."""

GREW_MORE = pattern(r"(?:[比较](?![重例值率])[^，。；、]{1,14}|同比)[多少]增$")
MORE_THAN_BEFORE = "多增"
"""贷款增加9亿元，同比多增5亿元: how much more it grew than before, beside how much it grew."""

LED_IN = pattern(r"[与同较比](?P<than>[^，。；、比较]{1,14}?)相比[，,]?$")
OVER = pattern(r"(?:高于|低于|快于|慢于|高出|低出|超出|超过|好于|优于|领先)(?P<than>[^，。；、0-9]{1,12})$")
ON_AVERAGE = pattern(r"(?:同期)?(?:的)?平均(?:水平|值)?$|水平$")
SAME_MONTHS = pattern(r"(?<!日)同比")
LIKE_FOR_LIKE = pattern(rf"(?:同|可比)口径(?:计算)?(?:{RISE})$")
RUNNING = pattern(r"环比")
LED_IN_RUNNING = pattern(r"环比(?:来)?看[，,]$")
YEAR_BEFORE = pattern(r"(?:上|去)一?年(?!年?[末底])|前一年|同期")
YEAR_BEGAN = pattern(r"年初|(?:上|去)年年?[末底]")
YEARS_END = pattern(r"\d{4}(?:-12(?:-31)?)?(?:/\d{4}-12(?:-31)?)?")
JUST_BEFORE = pattern(
    r"(?:上|前)一?个?(?:月|季度|周|日|旬)|\d{1,2}(?:[-—至~]\d{1,2})?月|[一二三四]季度|上半年|前[一二三四两]个?季度"
)
A_YEAR = pattern(r"((?:19|20)\d\d)年?")
PLAN_YEARS = pattern(r"[“”‘’\"]|十[一二三四五]五|时期|年前$|以来$")
REAL = pattern(
    rf"实际(?:同比|累计|年均|分别|平均|比上年|较上年)*(?={RISE})|(?:扣除|剔除)价格|(?:可比|不变)价"
)
NOMINAL = pattern(rf"名义(?:同比|累计|年均|分别|平均)*(?={RISE})|现行?价")
LED_IN_AT_PRICES = pattern(
    r"(?:(?:扣除|剔除)[^，。；0-9]{2,8}|按[^，。；0-9]{2,12}价[^，。；0-9]{0,6})[，,]$"
)
SUMMED = frozenset({"cumulative", "since-start"})
"""What 累计 makes of growth. 累计用电量同比增长5% is held against the same months, and their sum is what the period says anyway."""

PRICED = frozenset({"constant-prices", "current-prices"})


def compared(statement: Statement, text: str) -> Statement:
    """The statement with what its change is told against, and at which prices, where its clause says so."""
    before = text[clause_start(statement, text) : statement.start]
    if GREW_MORE.search(before):
        return replace(statement, kind=Kind.CHANGE, base=MORE_THAN_BEFORE)
    if statement.kind is Kind.LEVEL and MORE.search(before):
        statement = replace(statement, kind=Kind.CHANGE)
    if statement.kind not in (Kind.GROWTH, Kind.CHANGE):
        return statement
    starts = clause_starts(statement, text)
    is_verb_alone = len(starts) > 1 and VERB_ALONE.fullmatch(text, starts[-1], statement.start)
    # 环比增加81万吨，上升10.2%: both are of the month
    start, end = (starts[-2], starts[-1]) if is_verb_alone else (starts[-1], statement.start)
    own, earlier = text[start:end], text[statement.sentence.start : start]
    found = _priced(_against(statement, own, earlier), own, earlier)
    return statement if found == statement else found


@cache
def at_constant_prices() -> frozenset[str]:
    """The ids of measures whose growth offices publish at constant prices alone, said or not."""
    return frozenset(line.measure for line in read_table(Path(__file__).with_name("constant.csv"), Constant))


@dataclass(frozen=True, slots=True)
class Constant:
    """A line of `constant.csv`."""

    measure: str


def _priced(statement: Statement, own: str, earlier: str) -> Statement:
    if statement.kind is not Kind.GROWTH or statement.qualifiers & PRICED:
        return statement
    lead = LED_IN_AT_PRICES.search(earlier)
    words = own if lead is None else lead[0] + own
    real, nominal = _nearest(REAL, words), _nearest(NOMINAL, words)
    if max(real, nominal) < 0:
        return statement
    price = "constant-prices" if real > nominal else "current-prices"
    return replace(statement, qualifiers=statement.qualifiers | {price})


def _nearest(expression: re.Pattern[str], words: str) -> int:
    """Where the last match of the figure's own verb ends, -1 where there is none: of 实际增长4%、消费增长5% the 5% is not real."""
    ends = [
        match.end() for match in expression.finditer(words) if len(RISING.findall(words, match.end())) <= 1
    ]
    return max(ends, default=-1)


def _against(statement: Statement, own: str, earlier: str) -> Statement:
    if statement.base is not None:
        return statement
    if LIKE_FOR_LIKE.search(own):
        return replace(statement, base="同口径")
    over = OVER.search(own) if statement.kind is Kind.CHANGE else None
    if over is not None:
        return replace(statement, base=ON_AVERAGE.sub("", over["than"]))
    than = [match for match in AGAINST.finditer(own) if len(RISING.findall(own, match.end())) <= 1]
    at = than[-1].end() if than else -1
    if LED_IN_RUNNING.search(earlier) and max(at, _nearest(SAME_MONTHS, own)) < 0:
        return _with(statement, "month-on-month")
    if max(at, _nearest(RUNNING, own)) < _nearest(SAME_MONTHS, own):
        return replace(statement, qualifiers=statement.qualifiers - SUMMED)
    if at < _nearest(RUNNING, own):
        return _with(statement, "month-on-month")
    led = than[-1] if than else None if RISING.findall(own)[1:] else LED_IN.search(earlier)
    return statement if led is None else _than(statement, led["than"])


def _than(statement: Statement, than: str) -> Statement:
    """The statement as it is told against `than`: nothing is added where that is the year before."""
    a_year = A_YEAR.match(than)
    if a_year is not None:
        return _than_year(statement, int(a_year[1]))
    if YEAR_BEFORE.match(than):
        return statement
    if PLAN_YEARS.search(than):
        # in a frame of years the frame says so; 2024年比“十三五”末增长42% is over more than that year
        return statement if FRAME.fullmatch(statement.period or "") else _with(statement, "since-start")
    if JUST_BEFORE.match(than):
        return _with(statement, "month-on-month")
    if YEAR_BEGAN.match(than):
        whole = YEARS_END.fullmatch(statement.period or "")
        return statement if whole else replace(statement, base="较年初")
    is_ahead = statement.kind is Kind.CHANGE  # 比商品零售额快4个百分点 is 高于商品零售额4个百分点
    return replace(statement, base=f"{'' if is_ahead else '较'}{ON_AVERAGE.sub('', than)}")


def _than_year(statement: Statement, base: int) -> Statement:
    frame, last = FRAME.fullmatch(statement.period or ""), year(statement.period)
    if frame is not None and base == int(frame[1]) - 1:
        return _with(statement, "since-start")
    if frame is None and last is not None and base == last - 1:
        return replace(statement, qualifiers=statement.qualifiers - {"since-start"})
    return _with(replace(statement, base=f"较{base}年"), "since-start")


def _with(statement: Statement, qualifier: str) -> Statement:
    return replace(statement, qualifiers=statement.qualifiers | {qualifier})
