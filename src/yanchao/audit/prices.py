"""What comes on each of a number of things: prices, yields, shares of a household.

进口矿砂1186.2万吨，价值91.3亿元，每吨均价769.7元; 脐橙9.4万亩，产量14.1万吨，亩均1.5吨. Right behind amount and number no word ties the three but where they
stand: of the last two amounts before the average one is in the unit that it comes on and the other in the average's own. Else each amount
and number near it may be meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import islice

from yanchao.audit.dossier import CURRENCIES, Dossier, Figure
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern

PER = pattern(r"(?:平均)?每(?P<times>[百千万]|10|十)?(?P<thing>[^，,。；;、\d]{1,8})")
SHORT = pattern(
    r"(?P<thing>[户人亩吨只件台辆项头套笔家列架艘])均|单(?P<one>[台件只套户笔辆])|(?P<mu>亩产|单产)"
)
"""Words before an average that say on what it comes: 每吨均价769.7元, 亩均1.5吨, 单台均价4417元, 亩产456公斤."""

MU = "亩"
TIMES = {"": 1, "10": 10, "十": 10, "百": 100, "千": 1000, "万": 10000}
IN_ALL = pattern(r"(?:（[^）]{1,6}）)?[，,][^，,。；;、\d]{0,4}(?:共计|合计|总计|共)[^，,。；;、\d]{0,8}")
"""Between what comes on a thing and what comes on all: 每股派发0.32元（含税），共计派现3.76亿元."""

OF_IT = pattern(r"的\d[\d.]*[%％]")
"""Behind an amount that is told only for the share of it (占林地面积150万亩的55.0%)."""

YIELD = pattern(r"(?:亩产|单产)[^，,。；;、\d]{0,4}$")
"""Before what comes on an acre, which is no total of anything."""

OF_SOMEBODY = pattern(r"每[一]?[个名位][^，,。；;、\d]{0,5}?人(?![均口])")
"""Words that say that an average comes on each of those who live there: 相当于为每个本地人造了842只."""

WORKED_OUT = pattern(r"(?:由此|据此|以此|照此)[^，,。；;、\d]{0,2}(?:计算|测算|推算|折算)[^。；;\d]*$")
"""Before an average that is worked out from what was told."""

HEDGES = pattern(r"(?:约|近|超过|超|达到|达|为|是|有|实现|完成)+$")
LETTERS, ALIKE = 2, 4
"""Letters of an amount's name by which one told long before is known, and letters that the names of an amount and its quantity begin with
(商品房销售额, 商品房销售面积)."""

LONGEST = 4
OF_A_RATE = "/"

HEAD, HEAD_YEAR, POPULATION = "person", "person-year", "population"
"""What comes on a head, where no heads are told near, is what comes on one of those who live in the place."""

MOST_BEFORE, MOST_BEHIND = 5, 2
"""Amounts before an average, and behind it in its sentence, of which one may be its total and one its number."""


@dataclass(frozen=True, slots=True)
class Average:
    """What comes on `per` base units of the things that `number` counts, where `total` comes on all of them."""

    average: Figure
    total: Figure
    number: Figure
    per: Decimal


@dataclass(frozen=True, slots=True)
class Spread:
    """What an average may be worked out from, one reading each. `is_beside` is whether amount and number stand right before it, and
    words (每, 均) make it an average: the price of a day has the unit of one too."""

    readings: tuple[Average, ...]
    is_beside: bool


def spread(average: Figure, sentence: Sequence[Figure], dossier: Dossier) -> Spread | None:
    """What an average is worked out from; None where nothing is told that it could be."""
    rate, words = _rate(average), _words(average.own_lead, dossier.lexicon)
    what, per = rate or words or ("", Decimal(0))
    unit = average.statement.unit.partition(OF_A_RATE)[0]
    if not what or what == unit:
        return None
    own = _amounts_before(average, sentence) or _amounts_before(average, dossier.around(average))
    behind = [one for one in sentence if one.start >= average.end and _may_be_shared(one)][:MOST_BEHIND]
    if behind and IN_ALL.fullmatch(average.document.text[average.end : behind[0].start]):
        beside = [*own[-1:], behind[0]]
    else:
        beside = own[-2:]
    told = _pairs(average, beside, unit, (what, per), dossier.lexicon)
    if len(told) == 1:
        return Spread(tuple(told), words is not None)
    named = _told_elsewhere(average, sentence, dossier, unit, what)
    if named:
        readings = _pairs(average, named, unit, (what, per), dossier.lexicon)
        if len(readings) == 1:
            return Spread(tuple(readings), WORKED_OUT.search(_before(average)) is not None)
    near = [*_amounts_before(average, dossier.around(average))[-MOST_BEFORE:], *behind]
    if what == HEAD and not any(one.statement.unit == HEAD for one in near):
        near += [
            one
            for one in dossier.of_document(average)
            if one.topic.measure == POPULATION and one.is_amount and not one.is_told_aside
        ]
    readings = _pairs(average, near, unit, (what, per), dossier.lexicon)
    return Spread(tuple(readings), False) if readings else None


def _told_elsewhere(
    average: Figure, sentence: Sequence[Figure], dossier: Dossier, unit: str, what: str
) -> list[Figure]:
    """The amount that an average is called after and the number of things, one of them told in its sentence and the other long before: 已供应
    工业用地2.87万亩，由此测算亩均工业产值444.1万元, of the 工业总产值 that the text opens with; 销售额412亿元，…每平方米10370元, of the 销售面积."""
    own = _amounts_before(average, sentence)
    behind = [one for one in sentence if one.start >= average.end and _may_be_shared(one)][:1]
    word = HEDGES.sub("", average.own_lead)[-LETTERS:]
    totals = [one for one in own if _is_in(one, unit, dossier)]
    numbers = [one for one in own if _is_in(one, what, dossier)] or [
        one for one in behind if _is_in(one, what, dossier)
    ]
    before = [one for one in dossier.of_document(average) if one.end <= average.start and _may_be_shared(one)]
    if len(numbers) == 1 and not totals and len(word) == LETTERS:
        called = (one for one in before if _is_in(one, unit, dossier) and _name(one).endswith(word))
        thing = dossier.topics.words(numbers[0].statement)[:LETTERS]
        alike = (
            one
            for one in reversed(_amounts_before(average, dossier.around(average)))
            if len(thing) == LETTERS
            and _is_in(one, unit, dossier)
            and dossier.topics.words(one.statement).startswith(thing)
        )
        return [*islice((*called, *alike), 1), *numbers]
    if len(totals) == 1 and not numbers:
        thing = dossier.topics.words(totals[0].statement)
        of_thing = [
            one
            for one in before
            if _is_in(one, what, dossier)
            and len(thing) >= ALIKE
            and thing[:ALIKE] in dossier.topics.words(one.statement)
        ]
        of_its_time = [one for one in of_thing if one.statement.period == totals[0].statement.period]
        if WORKED_OUT.search(_before(average)):
            # What is worked out aloud is so from what the text opened with, whatever time stands between: 销售面积397万平方米…三季度146万平方米。
            return [*totals, *of_thing[:1]]
        return [*totals, *of_its_time[:1]]
    return []


def _is_in(one: Figure, unit: str, dossier: Dossier) -> bool:
    return _sized(one.statement.unit, unit, dossier.lexicon) is not None


def _name(one: Figure) -> str:
    return HEDGES.sub("", one.own_lead) or one.statement.measure or ""


def _before(figure: Figure) -> str:
    """What stands before a figure in its sentence."""
    return figure.document.text[figure.statement.sentence.start : figure.start]


def _pairs(
    average: Figure, amounts: Sequence[Figure], unit: str, on: tuple[str, Decimal], lexicon: Lexicon
) -> list[Average]:
    """Each amount in the average's own unit with each number of what it comes on, the nearest first."""
    what, per = on
    nearest = sorted(amounts, key=lambda one: abs(one.start - average.start))
    totals = [(one, size) for one in nearest if (size := _sized(one.statement.unit, unit, lexicon))]
    numbers = [(one, size) for one in nearest if (size := _sized(one.statement.unit, what, lexicon))]
    return [
        Average(average, total, number, per * times / size)
        for total, times in totals
        for number, size in numbers
    ]


def _may_be_shared(one: Figure) -> bool:
    is_whole = OF_IT.match(one.document.text, one.end) is not None
    is_average = PER.search(one.own_lead) is not None or YIELD.search(one.own_lead) is not None
    return one.is_amount and not one.is_told_aside and not is_whole and not is_average


def _amounts_before(average: Figure, figures: Sequence[Figure]) -> list[Figure]:
    return [one for one in figures if one.end <= average.start and _may_be_shared(one)]


def _rate(average: Figure) -> tuple[str, Decimal] | None:
    """The unit behind the stroke of a price (元/公斤)."""
    _, stroke, per = average.statement.unit.partition(OF_A_RATE)
    is_price = stroke and average.statement.unit.startswith(CURRENCIES)
    return (per, Decimal(1)) if is_price and OF_A_RATE not in per else None


def _words(lead: str, lexicon: Lexicon) -> tuple[str, Decimal] | None:
    if OF_SOMEBODY.search(lead):
        return HEAD, Decimal(1)
    found = PER.search(lead) or SHORT.search(lead)
    if found is None:
        return None
    told = found.groupdict()
    times = TIMES[told.get("times") or ""]
    thing = MU if told.get("mu") else told.get("one") or told["thing"]
    for length in range(min(LONGEST, len(thing)), 0, -1):
        word = thing[:length]
        if word in lexicon.units:
            return lexicon.units[word].unit, lexicon.units[word].factor * times
        if word in lexicon.counters:
            return lexicon.counters[word].unit or f"count:{word}", Decimal(times)
    return None


def _sized(unit: str, wanted: str, lexicon: Lexicon) -> Decimal | None:
    """How many of the unit `wanted` one `unit` is; None where it is not exactly so many."""
    if unit == wanted or (wanted == HEAD and unit == HEAD_YEAR):
        return Decimal(1)
    one, other = lexicon.equivalents.get(unit), lexicon.equivalents.get(wanted)
    if one is None or other is None or one.of != other.of or one.low != one.high or other.low != other.high:
        return None
    return one.low / other.low
