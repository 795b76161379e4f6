"""A difference that is not the difference of the two figures.

**What it does.** Where a text says from what to what a figure went and by how much (由25.3%提高到28.9%，提高3.6个百分点), subtracts; likewise where
it gives a balance and its two sides (出口520亿元，进口340亿元，贸易顺差180亿元), which the packs define; between months and quarters (8月较7月多用…), from a figure of the sentence before, and what is left of a plan (还需完成…).

**Why it is bad.** One of the three is wrong.

**How to mend it.** Look up the three. Percentage points are meant between two percentages, not percent.

**Source.** Arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yanchao.audit.based import based, supposed
from yanchao.audit.called import called, ending, words_of
from yanchao.audit.carried import Carried, carried
from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import solving
from yanchao.audit.finding import Severity
from yanchao.audit.lags import lags
from yanchao.audit.loose import ALL_BUT_SAID, unless_one_holds
from yanchao.audit.messages import Said
from yanchao.audit.relations import Relation, Sum
from yanchao.audit.remainders import remainders
from yanchao.audit.rule import Examples, Group, Unjudged
from yanchao.audit.steps import Step, direction, steps
from yanchao.audit.times import between_times
from yanchao.quick import pattern
from yanchao.statements.statement import Comparator, Kind

CODE = "YC108"
NAME = "inconsistent-difference"
TITLE_ZH = "增减的幅度与前后两数之差不符"
PAGE_ZH = """
**查什么。** 文中写明由多少到多少、增减多少的（由25.3%提高到28.9%，提高3.6个百分点），两数相减来核；
写了差额又写了收支两头的（出口520亿元，进口340亿元，贸易顺差180亿元），也照此核，差额由哪两数相减，以资料包所定为准。
月份、季度之间相比的（8月较7月多用……），与上一句的数相比的，以及计划还剩多少的（还需完成……），同样要核。

**为什么。** 三个数里必有一个错。

**怎么改。** 三个数都查一遍。两个百分数之差用“个百分点”，不用“%”。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.difference")
EXAMPLES = Examples(
    bad=(
        "2025年，全省用电879.3亿千瓦时，其中7月306.8亿千瓦时，8月31.82亿千瓦时，8月较7月多用11.4亿千瓦时。",
        "2024年，一季度收入2698.3亿元，二季度3087.9亿元，二季度比一季度多收398.6亿元。",
        "全省城镇化率由70.1%提高到74.5%，提高了8.4个百分点。",
        "全县生产总值达到497.5亿元，比五年前的323.1亿元增加147.4亿元。",
        "2024年，全市出口520亿元，进口340亿元，贸易顺差280亿元。",
        "全市软件产值由全国第5位上升到第3位，前进4位。",
        "2024年，农村居民人均可支配收入增长6.8%；城镇居民人均可支配收入增长4.7%。农村居民收入增速快于城镇居民3.1个百分点。",
        "2020年，全市软件企业120家。2024年，全市软件企业达到180家，比2020年增加80家。",
        "全省城镇化率由70.1%提高到74.5%，下降4.4个百分点。",
        "2025年，全市纺织业营业收入增长8.6%。高新区营业收入增长11.2%，高于全市3.6个百分点。",
    ),
    good=(
        "2025年，全省用电879.3亿千瓦时，其中7月306.8亿千瓦时，8月318.2亿千瓦时，8月较7月多用11.4亿千瓦时。",
        "2024年，农村居民人均可支配收入增长6.8%；城镇居民人均可支配收入增长4.7%。农村居民收入增速快于城镇居民2.1个百分点。",
        "2020年，全市软件企业120家。2024年，全市软件企业达到180家，比2020年增加60家。",
        "2024年，一季度收入2698.3亿元，二季度3087.9亿元，二季度比一季度多收389.6亿元。",
        "全县生产总值达到497.5亿元，比五年前的323.1亿元增加174.4亿元。",
        "全省城镇化率由70.1%提高到74.5%，提高了4.4个百分点。",
        "全省城镇化率提高到74.5%，比全国高8.4个百分点。",
        "2025年，全市纺织业营业收入增长8.6%。高新区营业收入增长11.2%，高于全市2.6个百分点。",
        "2024年，全市出口520亿元，进口340亿元，贸易顺差180亿元。",
        "全市软件产值由全国第5位上升到第3位，前进2位。",
    ),
)

COPIED = 1.5
POINT = 0.01


BALANCED = (Kind.LEVEL, Kind.SHARE, Kind.GROWTH, Kind.CHANGE)
OF_YEARS = pattern(r"累计|滚存|历年|历史")
"""Words of a balance of all years, which no sides of one year have between them."""

PLACES = "count:位"
"""The unit of a change of rank."""


def check(dossier: Dossier) -> Iterator[Relation | Unjudged]:
    afar = {one.change: one for one in (*dossier.once(supposed), *dossier.once(carried))}
    elsewhere = {step.change: step for step in (*dossier.once(based), *dossier.once(between_times))}
    for sentence in dossier.sentences():
        told = elsewhere | {step.change: step for step in steps(sentence)}
        for figure in sentence:
            step = told.get(figure)
            if step is not None and _is_its_change(step):
                yield _relation(step)
            elif figure in afar:
                yield from _of_one_of(afar[figure])
            elif figure.statement.kind is Kind.CHANGE:
                yield Unjudged((figure,), Said("no-ends"))
    yield from _balances(dossier)
    for lag in (one for one in lags(dossier) if one.is_in_points):
        form = Sum(((lag.higher, 1.0), (lag.lower, -1.0), (lag.apart, -POINT)))
        trust = {lag.higher: COPIED, lag.lower: COPIED}
        yield Relation(form, "inconsistent-difference", solving(form), trust=trust, worked_out=lag.apart)
    for remainder in remainders(dossier):
        relations = [_of_remainder(remainder.left, *pair) for pair in remainder.readings]
        if (slipped := unless_one_holds(relations, ALL_BUT_SAID)) is not None:
            yield slipped


def _of_one_of(told: Carried) -> Iterator[Relation]:
    """The change of a figure of the sentence before, where a slip makes one of the readings hold that none does."""
    relations = [_relation(step) for step in told.readings if _is_its_change(step)]
    if told.is_named and len(relations) == 1:
        yield relations[0]
    elif (slipped := unless_one_holds(relations)) is not None:
        yield slipped


def _balances(dossier: Dossier) -> Iterator[Relation]:
    names = frozenset(word for one in dossier.lexicon.balances for word in one.balance)
    for figure in dossier.figures:
        statement = figure.statement
        # What stands right before it is its name, whatever it was read as (营业成本59.88亿元，对应毛利26.54亿元).
        told = ending(figure.own_lead, names) or ending(dossier.topics.words(statement), names)
        word = told if statement.kind in BALANCED else None
        for balance in dossier.lexicon.balances if word else ():
            if word not in balance.balance or OF_YEARS.search(figure.own_lead):
                continue
            sides = [
                _beside(side, figure, dossier)
                or [one for one in called(side, figure, dossier) if one.statement.unit == statement.unit]
                for side in (balance.plus, balance.minus)
            ]
            if all(len(side) == 1 for side in sides) and sides[0] != sides[1]:
                form = Sum(((sides[0][0], 1.0), (sides[1][0], -1.0), (figure, -1.0)))
                yield Relation(form, "inconsistent-difference", solving(form), worked_out=figure)


def _beside(names: Sequence[str], balance: Figure, dossier: Dossier) -> list[Figure]:
    """The amounts of a balance's sentence before it whose clause says one of the names, whatever they were read as: 新登记11.8万户，注销6.3万户."""
    wanted = words_of(names, dossier)
    return [
        one
        for one in dossier.beside(balance)
        if one.end <= balance.start
        and one.is_amount
        and one.statement.unit == balance.statement.unit
        and ending(one.own_lead, wanted) is not None
    ]


def _of_remainder(left: Figure, planned: Figure, done: Figure) -> Relation:
    sign = 1.0 if planned.value >= done.value else -1.0
    form = Sum(((planned, sign), (done, -sign), (left, -1.0)))
    return Relation(form, "inconsistent-difference", solving(form), worked_out=left)


def _is_its_change(step: Step) -> bool:
    level, change = step.now.statement, step.change.statement
    if change.kind is Kind.GROWTH:
        return False
    unit = {Kind.SHARE: "pp", Kind.RANK: PLACES}.get(level.kind, level.unit)
    return change.unit == unit and change.comparator is Comparator.EQUAL and not step.is_yearly


def _relation(step: Step) -> Relation:
    """now − before − change = 0, the change counted as its verb says; where that does not say, in the direction in which the figures
    went."""
    before, now, change = step.before, step.now, step.change
    scale = POINT if change.statement.unit == "pp" else 1.0
    told = 0 if now.statement.kind is Kind.RANK else direction(step)
    rises = told > 0 if told else now.value >= before.value
    sign = 1.0 if (change.value >= 0) == rises else -1.0
    form = Sum(((now, 1.0), (before, -1.0), (change, -scale * sign)))
    # Levels are copied from a table; the change between them is worked out by hand. A place is told wrongly as easily as how far it lies.
    trust = {} if now.statement.kind is Kind.RANK else {before: COPIED, now: COPIED}
    return Relation(form, "inconsistent-difference", solving(form), trust=trust, worked_out=change)
