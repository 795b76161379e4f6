"""An average that is not its total over its number.

**What it does.** Where a sentence gives a total, a number of things and how much comes on each of them (企业50家，总产值250亿元，平均每家产值5亿元), divides.
A daily or monthly average is held against the year's total.

**Why it is bad.** One of the three is wrong, mostly by a factor of ten.

**How to mend it.** Look up total and number.

**Source.** Arithmetic.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import CURRENCIES, DAY, LONGEST_CLAUSE, Dossier, Figure
from yanchao.audit.equations import always, bare, solving
from yanchao.audit.exchange import Beside
from yanchao.audit.finding import Severity
from yanchao.audit.loose import ALL_BUT_SAID, SUGGESTED, unless_one_holds
from yanchao.audit.messages import Said
from yanchao.audit.prices import Average, Spread, spread
from yanchao.audit.relations import ONE, Factor, Product, Relation, printed
from yanchao.audit.rule import Compared, Examples, Group, Unjudged
from yanchao.audit.wording import like
from yanchao.interval import Interval
from yanchao.quick import pattern, replace
from yanchao.statements.numerals import small_number
from yanchao.statements.statement import Comparator, Kind

CODE = "YC114"
NAME = "inconsistent-average"
TITLE_ZH = "平均数与总数、个数对不上"
PAGE_ZH = """
**查什么。** 一句话里总数、个数、平均数都有的（企业50家，总产值250亿元，平均每家产值5亿元），相除核对。日均、月均数与全年总数对照；写明多少天的（假期7天……日均……），按天数来核。

**为什么。** 三个数中有一个错了，多半差了十倍。

**怎么改。** 核对总数和个数。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.WARNING
TIES = Said("ties.average")
EXAMPLES = Examples(
    bad=(
        "春节假期共8天，全市接待游客436.8万人次。平均下来，每天有554.6万人次在城里过年。",
        "2024年，这座常住人口只有74.6万人的县级市生产了6.28亿只杯子，相当于为每个本地人造了84.2只。",
        "2024年，园区实现工业总产值1274.6亿元，增长12.0%。园区已供应工业用地2.87万亩，由此测算亩均工业产值4441万元。",
        "全县实有床位3240张。年末常住人口45.0万人，每千常住人口拥有床位2.7张。",
        "2024年，全县茶叶产量1.96万吨，产值34.3亿元。平均每公斤17.5元。",
        "园区入驻企业50家，总产值250亿元，平均每家产值15亿元。",
        "2024年，全市处理污水3.65亿吨，日均处理污水10万吨。",
        "2024年，全市处理污水3.65亿吨，比上年的3.42亿吨增长6.7%，相当于平均每天10万吨。",
        "2024年，全市进口矿砂1186.2万吨，价值91.3亿元，每吨均价7697元。",
        "2024年末，全市经营主体86.47万户；按常住人口512.3万人计算，每千人拥有经营主体198.8户。",
        "2024年国庆假期7天，全市接待游客286.4万人次，日均接待游客49.0万人次。",
        "市财政每年安排专项资金2亿元，五年共计20亿元。",
    ),
    good=(
        "春节假期共8天，全市接待游客436.8万人次。平均下来，每天有54.6万人次在城里过年。",
        "2024年，这座常住人口只有74.6万人的县级市生产了6.28亿只杯子，相当于为每个本地人造了842只。",
        "2024年，园区实现工业总产值1274.6亿元，增长12.0%。园区已供应工业用地2.87万亩，由此测算亩均工业产值444.1万元。",
        "全县实有床位3240张。年末常住人口45.0万人，每千常住人口拥有床位7.2张。",
        "2024年，全县茶叶产量1.96万吨，产值34.3亿元。平均每公斤175元。",
        "2024年国庆假期7天，全市接待游客286.4万人次，日均接待游客40.9万人次。",
        "2024年末，全市经营主体86.47万户；按常住人口512.3万人计算，每千人拥有经营主体168.8户。",
        "园区入驻企业50家，总产值250亿元，平均每家产值5亿元。",
        "2024年，全市进口矿砂1186.2万吨，价值91.3亿元，每吨均价769.7元。",
        "园区入驻企业50家，总产值250亿元，平均每家纳税0.3亿元。",
        "2024年，全市处理污水3.65亿吨，日均处理污水100万吨。",
        "2024年，全市处理污水3.65亿吨，12月日均处理污水110万吨。",
        "市财政每年安排专项资金2亿元，五年共计10亿元。",
        "市财政每年安排专项资金2亿元，三年共计撬动贷款90亿元。",
    ),
)

EACH = pattern(r"(?:平均每|每)([百千万]|)名?(?:常住|户籍)?([家户人个台辆件亩座栋条艘])(?!年)|(户|人|亩)均")
"""Words that say on what an average comes: how many, and the counter of the things."""

EVERY = pattern(r"^[^，,。；;、]{0,8}每([年月])(?![产收]能)[^，,。；;、\d]{0,14}$")
IN_SO_MANY = pattern(
    r"(?<![\d第])([两二三四五六七八九十]|[2-9]|1\d)个?([年月])(?:内|间|来)?(?:共计?|合计|累计|总计|总共)()[^，,。；;、\d]{0,10}$"
)
"""Before what comes every year or month, and before what so many of them add up to."""

TIMES = {"百": 100, "千": 1000, "万": 10000}

DAILY = pattern(r"(?:日均|平均每天|平均每日|每天|每日)[^，,。；;、\d]{0,8}$")
MONTHLY = pattern(r"(?:月均|平均每月)[^，,。；;、\d]{0,8}$")
SO_MANY_DAYS = pattern(r"\d{1,3}[天日]")
SAID_OF_TIME = pattern(r"相当于|平均|日均|月均|每[天日月]|[有为达约]")
"""Words of an average that do not say what it is of."""
OF_A_TIME = pattern(r"(?<![假节])日|[月天]|人均|标准|补贴|每")
"""Words of a figure that is itself one of a day or month, or of a head."""

OWN_TIME = pattern(
    r"[\d一二三四五六七八九十]月|季度|半年|高峰|当日|单日|期间|[旺淡暑寒]季|[春暑]运|[暑寒假]期"
)
"""Words of a time of its own, whose average is not that of the year."""

NUMBERS = {"人": ("person",), "亩": ("mu",)}
NEAR = Interval(0.97, 1.03)
"""How far an average may be off: the number of things is that of the end of the year, the average goes by the year's own."""

COUNTED_LATER = frozenset({"person", "mu"})
"""Units of numbers that are those of the end of the year, while an average goes by the year's own: what is told of a ton or a piece is worked
out from all of them, and so is the yield of an acre."""

WORKED_OUT = pattern(r"按[^，,。；;、\d]{2,12}(?:计算|测算|折算|计)[，,][^，,。；;、\d]{0,16}$")
"""Before an average, words that say what number it goes by: 按年末常住人口计算，每千人拥有床位7.13张."""

GOES_BY, RECKONED = (
    pattern(r"^[，,]?(?:按照?|以)"),
    pattern(r"[^，,。；;、\d]{0,4}(?:计算|测算|折算|计)[，,]"),
)
"""Around a number that an average is worked out with."""

COPIED = 1.5
DAYS, MONTHS = Interval(1 / 366, 1 / 360), Interval(1 / 12, 1 / 12)
LEAST_LETTERS = 2


def check(dossier: Dossier) -> Iterator[Relation | Compared | Unjudged]:
    for sentence in dossier.sentences():
        yield from _of_years(sentence)
        for average in sentence:
            hedged = average.statement.kind is Kind.LEVEL and average.statement.comparator is Comparator.ABOUT
            if not (average.is_amount or hedged):
                continue
            of_days = _of_days(average, dossier) if DAILY.search(average.own_lead) else None
            if of_days is not None:
                yield of_days
                continue
            each = EACH.search(average.own_lead)
            of_things = tuple(_of_things(average, each, sentence, dossier)) if each is not None else ()
            told = spread(average, sentence, dossier)
            if told is not None and not any(isinstance(one, Relation) for one in of_things):
                yield _of_spread(told, dossier.beside)
            elif each is not None:
                yield from of_things
            elif DAILY.search(average.own_lead):
                yield from _of_time(average, sentence, DAYS)
            elif MONTHLY.search(average.own_lead):
                yield from _of_time(average, sentence, MONTHS)


def _of_years(sentence: Sequence[Figure]) -> Iterator[Relation]:
    """What comes every year or month, and what that is in so many of them: 每年安排专项资金2亿元，五年共安排10亿元."""
    for each, total in itertools.pairwise(sentence):
        every, in_all = EVERY.search(each.own_lead), IN_SO_MANY.search(total.own_lead)
        if (
            every is None
            or in_all is None
            or not (each.is_amount and total.is_amount)
            or each.unit != total.unit
        ):
            continue
        name = total.own_lead[in_all.end(3) :]
        if every[1] != in_all[2] or (name and name not in each.own_lead):
            continue
        number = small_number(in_all[1])
        said = Said(
            "times-so-many",
            each=bare(each),
            number=str(number),
            value=like(total, each.value * number),
            printed=bare(total),
        )
        yield Relation(
            Product((Factor(total), Factor(each, -1)), Interval(number, number)),
            "inconsistent-average",
            always(said),
            severity=Severity.WARNING,
            trust={each: COPIED},
        )


def _of_spread(told: Spread, beside: Beside) -> Relation | Compared | Unjudged:
    """An average and what it may be worked out from: that may be another amount (of so many firms, what each got), and where it is nearly
    right, another number (that of the year's middle); a finding needs a slip that makes the three agree."""
    first = told.readings[0]
    for one in told.readings:
        if _over(one, ONE).holds(printed) and (told.is_beside or _is_same_measure(one.total, one.average)):
            return replace(_of_price(one), is_supposed=True)
        if _over(one, ONE if told.is_beside and _goes_by_it(one) else NEAR).holds(printed):
            return Compared((one.average, one.total, one.number), agree=True)
    # 每平方公里工业产值 is worked out from 工业总产值, where that is told, and not from 税收.
    named = [one for one in told.readings if _is_same_measure(one.total, one.average)]
    readings = [_of_price(one) for one in named or told.readings]
    by_chance = ALL_BUT_SAID if told.is_beside else SUGGESTED
    slipped = unless_one_holds(readings, by_chance, beside)
    return slipped or Unjudged((first.average, first.total, first.number), Said("several-parts"))


def _goes_by_it(told: Average) -> bool:
    """Whether an average goes by the very number that is told, and not by that of another day."""
    average, number = told.average, told.number
    if WORKED_OUT.search(average.document.text, average.statement.sentence.start, average.start):
        return True
    is_yield = number.unit == "mu" and not told.total.unit.startswith(CURRENCIES)
    is_of_a_day = (
        len(number.statement.period or "") == DAY and number.statement.period != told.total.statement.period
    )
    return is_yield or not (number.unit in COUNTED_LATER or is_of_a_day)


def _of_price(told: Average) -> Relation:
    times = float(told.per)
    fields = {
        "total": bare(told.total),
        "number": bare(told.number),
        "value": like(told.average, told.total.value / max(told.number.value, 1e-9) * times),
        "printed": bare(told.average),
    }
    said = (
        Said("average-of-things", **fields)
        if times == 1
        else Said("average-of-heads", times=f"{times:g}", **fields)
    )
    return Relation(
        _over(told, ONE),
        "inconsistent-average",
        always(said),
        severity=Severity.WARNING,
        # Amount and number are copied from where they were counted; what comes on each is worked out by hand.
        trust={told.total: COPIED, told.number: COPIED},
    )


def _over(told: Average, exact: Interval) -> Product:
    """total ÷ number × per = average, or nearly."""
    times = float(told.per)
    factors = Factor(told.total), Factor(told.number, -1), Factor(told.average, -1)
    return Product(factors, Interval(exact.low / times, exact.high / times))


def _of_things(
    average: Figure, each: re.Match[str], sentence: Sequence[Figure], dossier: Dossier
) -> Iterator[Relation | Unjudged]:
    counter = each[2] or each[3]
    units = NUMBERS.get(counter, (f"count:{counter}",))
    numbers = [one for one in sentence if one.statement.unit in units and _is_plain(one, average)]
    totals = [one for one in sentence if _is_same_measure(one, average) and _is_plain(one, average)]
    if not totals and each[1]:
        # What comes on a thousand heads is told where the population is; how many there are, at the beginning.
        totals = [
            one
            for one in dossier.around(average)
            if _is_same_measure(one, average)
            and _is_plain(one, average)
            and not (one.is_compared_with or one.is_told_as_change)
        ][:1]
    if len(numbers) != 1 or len(totals) != 1:
        missing = "no-numerator" if not totals else "no-denominator" if not numbers else "several-parts"
        yield Unjudged((average,), Said(missing))
        return
    times = TIMES.get(each[1] or "", 1)
    exact = ONE if _is_what_it_goes_by(numbers[0], average) else NEAR
    form = Product(
        (Factor(totals[0]), Factor(numbers[0], -1), Factor(average, -1)),
        Interval(exact.low / times, exact.high / times),
    )
    # Amount and number are copied from where they were counted; what comes on each is worked out by hand.
    trust = {totals[0]: COPIED, numbers[0]: COPIED}
    if times == 1:
        yield Relation(form, "inconsistent-average", solving(form), severity=Severity.WARNING, trust=trust)
        return
    said = Said(
        "average-of-heads",
        total=bare(totals[0]),
        number=bare(numbers[0]),
        times=str(times),
        value=like(average, totals[0].value / numbers[0].value * times),
        printed=bare(average),
    )
    yield Relation(form, "inconsistent-average", always(said), severity=Severity.WARNING, trust=trust)


def _is_what_it_goes_by(number: Figure, average: Figure) -> bool:
    """Whether the words say that an average goes by this very number: 按年末常住人口512.3万人折算，平均每千人拥有168.8户."""
    text = number.document.text
    return (
        GOES_BY.search(number.own_lead) is not None
        and RECKONED.match(text, number.end, average.start) is not None
    )


def _of_days(average: Figure, dossier: Dossier) -> Relation | None:
    """A daily average of so many days that the paragraph counts (假期5天，接待游客286.4万人次，日均57.3万人次), where a slip makes them agree."""
    before = [one for one in dossier.around(average) if one.end <= average.start and one.is_amount]
    days = [one for one in before if SO_MANY_DAYS.fullmatch(one.text)]
    totals = [
        one
        for one in before
        if one.statement.unit == average.statement.unit
        and not one.is_told_aside
        and not OF_A_TIME.search(one.own_lead)
        and _shares_a_word(one, average)
    ]
    if len(days) != 1 or len(totals) != 1:
        return None
    number, total = days[0].value, totals[0]
    slip = Relation(
        Product((Factor(average), Factor(total, -1)), Interval(1 / number, 1 / number)),
        "inconsistent-average",
        always(_said_of_time(average, total, number)),
        severity=Severity.WARNING,
    )
    return unless_one_holds([slip], ALL_BUT_SAID)


def _of_time(average: Figure, sentence: Sequence[Figure], share: Interval) -> Iterator[Relation | Unjudged]:
    """A daily or monthly average beside the total of a whole year."""
    totals = [
        one
        for one in sentence
        if _is_plain(one, average)
        and one.statement.unit == average.statement.unit
        and one.start < average.start
        and len(one.statement.period or "") == 4
        and not one.is_told_aside
        and not OF_A_TIME.search(one.own_lead)
        and _shares_a_word(one, average)
    ]
    text, begins = average.document.text, average.statement.sentence.start
    if len(totals) != 1 or OWN_TIME.search(text, max(begins, average.start - LONGEST_CLAUSE), average.start):
        yield Unjudged((average,), Said("no-numerator" if not totals else "several-parts"))
        return
    total = totals[0]
    factors = Factor(average), Factor(total, -1)
    form = Product(factors, Interval(share.low / NEAR.high, share.high * NEAR.high))
    # What is off by more was meant to be right to the last digit.
    form = form if form.holds(printed) else Product(factors, share)
    said = _said_of_time(average, total, 2 / (share.low + share.high))
    trust = {total: COPIED}
    yield Relation(form, "inconsistent-average", always(said), severity=Severity.WARNING, trust=trust)


def _said_of_time(average: Figure, total: Figure, parts: float) -> Said:
    return Said(
        "average-of-time",
        total=bare(total),
        parts=f"{parts:.0f}",
        value=like(average, total.value / parts),
        printed=bare(average),
    )


def _is_plain(one: Figure, average: Figure) -> bool:
    return one is not average and one.is_amount and EACH.search(one.own_lead) is None


def _shares_a_word(one: Figure, average: Figure) -> bool:
    """Whether both are told with some word of two characters in common (处理污水, 日均处理), or the average names nothing of its own (相当于平均每天)."""
    named = average.statement.words("measure")
    is_behind = named is not None and named.start >= average.end  # 每天有54.6万人次在城里过大年
    b = "" if is_behind else SAID_OF_TIME.sub("", average.statement.measure or "")
    a = (one.statement.measure or "") + one.own_lead
    return not b or any(b[index : index + LEAST_LETTERS] in a for index in range(len(b) - LEAST_LETTERS + 1))


def _is_same_measure(one: Figure, average: Figure) -> bool:
    """Whether two levels are of one measure: of one unit, and named by the same last word."""
    a, b = one.statement, average.statement
    named = (b.measure or "")[-LEAST_LETTERS:]
    return a.unit == b.unit and len(named) == LEAST_LETTERS and (a.measure or "").endswith(named)
