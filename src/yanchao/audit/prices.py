"""What comes on each of a number of things, told right behind amount and number: prices, yields, shares of a household.

进口矿砂1186.2万吨，价值91.3亿元，每吨均价769.7元; 脐橙9.4万亩，产量14.1万吨，亩均1.5吨. No word ties the three but where they stand: the last two amounts
before the average, of which one is in the unit that it comes on and the other in the average's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from yanchao.audit.dossier import Dossier, Figure
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern

PER = pattern(r"(?:平均)?每(?P<times>[百千万]|10|十)?(?P<thing>[^，,。；;、\d]{1,8})")
SHORT = pattern(r"(?P<thing>[户人亩吨只件台辆项头套笔家])均")
"""Words before an average that say on what it comes: 每吨均价769.7元, 亩均1.5吨."""

TIMES = {"": 1, "10": 10, "十": 10, "百": 100, "千": 1000, "万": 10000}
IN_ALL = pattern(r"(?:（[^）]{1,6}）)?[，,][^，,。；;、\d]{0,4}(?:共计|合计|总计|共)[^，,。；;、\d]{0,8}")
"""Between what comes on a thing and what comes on all: 每股派发0.32元（含税），共计派现3.76亿元."""

LONGEST = 4
OF_A_RATE = "/"


@dataclass(frozen=True, slots=True)
class Average:
    """What comes on `per` base units of the things that `number` counts, where `total` comes on all of them."""

    average: Figure
    total: Figure
    number: Figure
    per: Decimal


def price(average: Figure, sentence: Sequence[Figure], dossier: Dossier) -> Average | None:
    """The amount and the number right before an average that it is worked out from; None where none are told so."""
    what, per = _rate(average, dossier) or _words(average.own_lead, dossier.lexicon) or ("", Decimal(0))
    unit = average.statement.unit.partition(OF_A_RATE)[0]
    if not what or what == unit:
        return None
    before = _amounts_before(average, sentence) or _amounts_before(average, dossier.around(average))
    behind = next((one for one in sentence if one.start >= average.end), None)
    if (
        behind is not None
        and behind.is_amount
        and IN_ALL.fullmatch(average.document.text[average.end : behind.start])
    ):
        before = [*before[-1:], behind]
    totals = [one for one in before if one.statement.unit == unit]
    numbers = [(one, size) for one in before if (size := _sized(one.statement.unit, what, dossier.lexicon))]
    if len(totals) != 1 or len(numbers) != 1:
        return None
    number, size = numbers[0]
    return Average(average, totals[0], number, per / size)


def _amounts_before(average: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """The two amounts right before an average; a sentence that tells none of its own goes on from the one before."""
    return [
        one
        for one in figures
        if one.end <= average.start
        and one.is_amount
        and not one.is_told_aside
        and not PER.search(one.own_lead)
    ][-2:]


def _rate(average: Figure, dossier: Dossier) -> tuple[str, Decimal] | None:
    """The unit behind the stroke of a price (元/公斤)."""
    unit, stroke, per = average.statement.unit.partition(OF_A_RATE)
    del unit, dossier
    return (per, Decimal(1)) if stroke and OF_A_RATE not in per else None


def _words(lead: str, lexicon: Lexicon) -> tuple[str, Decimal] | None:
    found = PER.search(lead) or SHORT.search(lead)
    if found is None:
        return None
    times = TIMES[found.groupdict().get("times") or ""]
    thing = found["thing"]
    for length in range(min(LONGEST, len(thing)), 0, -1):
        word = thing[:length]
        if word in lexicon.units:
            return lexicon.units[word].unit, lexicon.units[word].factor * times
        if word in lexicon.counters:
            return lexicon.counters[word].unit or f"count:{word}", Decimal(times)
    return None


def _sized(unit: str, wanted: str, lexicon: Lexicon) -> Decimal | None:
    """How many of the unit `wanted` one `unit` is; None where it is not exactly so many."""
    if unit == wanted:
        return Decimal(1)
    one, other = lexicon.equivalents.get(unit), lexicon.equivalents.get(wanted)
    if one is None or other is None or one.of != other.of or one.low != one.high or other.low != other.high:
        return None
    return one.low / other.low
