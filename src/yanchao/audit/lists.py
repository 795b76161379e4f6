"""Lists that may be all of a total, although no text says so: whoever adds them up sees whether they are.

Parts behind 其中, in the sentence of the total or the one after it; parts behind 由 and 分别 (首期30亿元，由市级出资9亿元、…); months and quarters whose
total is told for all of them; what is told as a sum of so many, its parts elsewhere; what is left when something is taken off (扣除厂用电…后). Each
comes with every total that it may be of: `loose.py` decides whether any of them was meant.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from yanchao.audit.breakdowns import (
    NAME,
    OF_WHICH,
    PARTLY,
    TOGETHER,
    Breakdown,
    are_alike,
    divided_into,
    division,
    in_common,
    is_plain,
    own_amounts,
    words_before,
)
from yanchao.audit.carried import takes_up
from yanchao.audit.dossier import Dossier, Figure, near
from yanchao.audit.times import JOINED, adds_up, filled, timed, whole_run
from yanchao.quick import dataclass, pattern
from yanchao.statements.numerals import small_number
from yanchao.statements.statement import Kind

FEWEST = 2
"""Parts that make a list."""

FAR, MOST_TOTALS = 240, 3
"""How far before a list its total may stand, in characters, and how many figures before it are tried as one, the nearest first."""

FAR_LEAD, MOST_LEADS = 500, 2
"""The same for figures that a paragraph opens with."""

_TIME = r"(?:20\d\d年(?:前\d{1,2}个月)?|今年(?:前\d{1,2}个月)?|去年|\d{1,2}月(?:份)?|第?[一二三四]季度|[上下]半年)"
OF_WHICH_TIMES = pattern(rf"其中[，,：:]?{_TIME}[^，,。；;、\d]{{0,12}}$")
"""Before the first of parts that are told by their times: 其中2023年412人."""

NEXT = pattern(rf"[、，,；;和及]{NAME}{{1,14}}$")
NEXT_TIME = pattern(rf"[、，,；;和及]{_TIME}[^，,。；;、\d]{{0,14}}$")
"""Before the next part of a list: its name, or its time, and no more."""

OTHERS = pattern(r"其[他它余]|[及等]以[下上外]|另有")
"""In the name of the last part of a list that says that the list is complete: 生产性服务业及其他, 三星级及以下."""

BELOW = pattern(r"[及等]以[下上外]")
"""The same where it leaves no doubt: all lower grades, sizes or ages."""

THINGS = ("count", "person")
"""Units of things: 另有10人失踪 tells something else of other people."""

MADE_UP = pattern(r"[，,（(：:]?(?:由|即|分别(?:为|是)?)[^，,。；;、\d]{0,14}")
"""Between a total and the first of what it is made of: 首期规模30亿元，由市级财政出资9亿元."""

BY_ALL = pattern(r"[，,（(：:]?由")
"""The same where it says that they make it up: 由市级出资9亿元、县级出资6亿元、社会资本出资15亿元."""

IN_ORDER = pattern(r"(?:季度|月)[^，。；\d]{0,16}(?:分别|依次)[^，,。；;、\d]{0,8}$")
"""Before the first of figures told for times in their order: 一至四季度收入依次为17.9亿元、…."""

MAKES_UP = pattern(r"由|即|分别|依次|分[两二三四五六]")
TAKES_OFF = pattern(r"扣除|减去|剔除|除去")
"""Words without which a sentence has none of these lists."""

TAKEN_OFF = pattern(rf"(?:{TAKES_OFF.pattern})[^，,。；;、\d]{{0,10}}$")
LEAVES = pattern(r"[^，,。；;、\d]{0,4}(?:后|之后|外)?[，,][^，,。；;、\d]{0,12}")
"""Before what is taken off a total, and between that and what is left: 扣除厂用电41亿千瓦时后，上网电量782亿千瓦时."""

SO_MANY = pattern(r"([三四五六七八九十])(?:个|大|项|类|种|家|地|市|县|区|期|批|年)")
IN_STAGES = pattern(
    r"[^，,。；;、\d]{0,12}分([两二三四五六])(?:期|批|步|块|部分|个?阶段)[^，,。；;、\d]{0,6}[：:，,][^，,。；;、\d]{0,10}"
)
"""Between a total and the first of so many stages of it: 总投资4.5亿元的产业园分三期建设：一期投资1.2亿元."""

COUNTED_UP = pattern(r"[，,；;（(]?[^，,。；;、\d]{0,4}(?:合计|共计|总计|总共)[^，,。；;、\d]{0,8}$")
"""Before a total that is counted up behind its parts, and says no number of them: …、垫圈22万吨，合计285万吨."""
OVER_YEARS = pattern(
    r"(?P<number>[两二三四五六七八九十])年[^，,。；;、\d]{0,4}(?:累计|共)[^，,。；;、\d]{0,8}$"
)
"""Before what so many years came to, each told before: 2022年…，2023年…，2024年52亿元，三年累计145亿元."""
FOREMOST = pattern(r"(?:前|最大的?)$")
ENDS = ("。", "；", ";")

FEWEST_LETTERS = 2
"""Letters of a part's measure by which a total told long before is known."""

MOST_LOOKED_AT = 40
"""Figures before one among which its total is looked for."""

YEAR = 4
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list may be all of, one reading each. `all_but_said` is whether the words say nearly that it is: 由…组成, 一季度…，二季度…;
    `has_likeliest` whether the first reading is likelier than the others: the total right before a list that ends its sentence;
    `is_said` whether they say it outright: 共有64家，其中五星级7家、四星级21家、三星级及以下36家."""

    readings: tuple[Breakdown, ...]
    all_but_said: bool = True
    has_likeliest: bool = False
    is_said: bool = False


def lists(dossier: Dossier) -> Iterator[Listed]:
    """Every list of the documents with the totals that it may be of."""
    for paragraph in dossier.paragraphs():
        yield from _of_parts_of_a_year(paragraph, dossier)
    for previous, sentence in dossier.in_a_row():
        if len(sentence) >= FEWEST:
            words = sentence[0].document.text[sentence[0].statement.sentence.start : sentence[-1].end]
            if "其中" in words:
                yield from _behind_of_which(sentence, previous)
            if MAKES_UP.search(words):
                yield from _made_up(sentence)
                yield from _in_order(sentence, dossier)
            if TAKES_OFF.search(words):
                yield from _taken_off(sentence, dossier)
            yield from _of_times(sentence, dossier)
        yield from _summed_up(sentence, previous, dossier)
        yield from _with_others(sentence, dossier)
        divided = division(sentence, dossier)
        if not is_plain(divided) and len(parts := divided_into(sentence, dossier)) >= FEWEST:
            are_all = len(parts) > FEWEST or in_common(parts[0], parts[1], dossier) is not None
            before = [one.total for one in divided] or (_before(parts[0], dossier) if are_all else [])
            first = _told_first(parts[0], dossier) if are_all else []
            totals = dict.fromkeys((*before, *first))
            if totals:
                yield Listed(tuple(Breakdown(total, parts) for total in totals), all_but_said=False)


def _behind_of_which(sentence: Sequence[Figure], previous: Sequence[Figure]) -> Iterator[Listed]:
    for at, first in enumerate(sentence):
        text = first.document.text
        lead = text[max(0, first.start - 24) : first.start]
        is_timed = OF_WHICH_TIMES.search(lead) is not None
        if not first.is_amount or not (is_timed or OF_WHICH.search(lead)):
            continue
        next_part = NEXT_TIME if is_timed else NEXT
        parts = [first]
        for one in sentence[at + 1 :]:
            if one.statement.kind in (Kind.GROWTH, Kind.SHARE):
                continue
            gap = text[parts[-1].end : one.start]
            if (
                not (one.is_amount and are_alike(one, first))
                or not next_part.search(gap)
                or PARTLY.search(gap)
            ):
                break  # another thing, or a part of the part before it
            parts.append(one)
            if OTHERS.search(gap):
                break
        totals = own_amounts(sentence[:at] if at else previous, first)[-MOST_TOTALS:]
        last = text[parts[-2].end : parts[-1].start] if len(parts) >= FEWEST else ""
        if totals and len(parts) > FEWEST and _says_how_many(totals[-1], len(parts)):
            yield Listed((Breakdown(totals[-1], tuple(parts)),))
            continue
        if OTHERS.search(last) and len(totals) and len(parts) >= FEWEST:
            grades = len(parts) > FEWEST and len(totals) == 1 and BELOW.search(last) is not None
            readings = [Breakdown(total, tuple(parts)) for total in reversed(totals)]
            yield Listed(tuple(readings), is_said=grades and totals[0] is sentence[at - 1])
            continue
        # What the sentence goes on with may be no part any more (其中出口…，进口…，实现顺差…).
        sizes = range(len(parts), FEWEST - 1, -1)
        if len(parts) >= FEWEST and totals:
            readings = [Breakdown(total, tuple(parts[:size])) for size in sizes for total in reversed(totals)]
            closes = len(parts) > FEWEST and text.startswith(ENDS, parts[-1].end)
            yield Listed(tuple(readings), all_but_said=False, has_likeliest=closes)


def _says_how_many(total: Figure, number: int) -> bool:
    """Whether the clause of a total says that it is of as many as are listed behind it: 三个长假共接待1065万人次，其中春节…、五一…、国庆…."""
    return any(small_number(told[1]) == number for told in SO_MANY.finditer(total.own_lead))


def _with_others(sentence: Sequence[Figure], dossier: Dossier) -> Iterator[Listed]:
    """A list whose last part says that it is the last, with the total right before it and those of the sentences before."""
    for at, rest in enumerate(sentence):
        text = rest.document.text
        if at < FEWEST - 1 or not rest.is_amount or not OTHERS.search(_name(sentence, at)):
            continue
        if rest.statement.unit.startswith(THINGS):
            continue
        parts = [rest]
        for before in range(at - 1, -1, -1):
            one = sentence[before]
            if one.statement.kind in (Kind.GROWTH, Kind.SHARE):
                continue
            if not (one.is_amount and are_alike(one, rest)) or one.is_told_aside:
                break
            parts.insert(0, one)
        whole = parts[0]
        readings: list[Breakdown] = []
        if len(parts) > FEWEST and not PARTLY.search(text[whole.end : rest.start]):
            readings.append(Breakdown(whole, tuple(parts[1:])))
        if len(parts) >= FEWEST:
            readings += [Breakdown(total, tuple(parts)) for total in _before(parts[0], dossier)]
        if readings:
            yield Listed(tuple(readings), len(parts) > FEWEST)


def _name(sentence: Sequence[Figure], at: int) -> str:
    """What stands between a figure and the one before it."""
    return sentence[at].document.text[sentence[at - 1].end : sentence[at].start]


def _made_up(sentence: Sequence[Figure]) -> Iterator[Listed]:
    for total, first in itertools.pairwise(sentence):
        text = total.document.text
        if own_amounts((total, first), total) != [total, first]:
            continue
        between = text[total.end : first.start]
        stages = IN_STAGES.fullmatch(between)
        if stages or MADE_UP.fullmatch(between):
            parts = _run(first, sentence)
            if stages and len(parts) != small_number(stages[1]):
                continue
            if len(parts) >= FEWEST:
                is_said = len(parts) > FEWEST and BY_ALL.match(between) is not None
                is_all = is_said and text.startswith((*ENDS, "，", ","), parts[-1].end)
                yield Listed((Breakdown(total, tuple(parts)),), is_said=is_all)


def _in_order(sentence: Sequence[Figure], dossier: Dossier) -> Iterator[Listed]:
    for first in sentence:
        if first.is_amount and IN_ORDER.search(first.document.text, max(0, first.start - 36), first.start):
            parts = _run(first, sentence)
            totals = _before(first, dossier)
            if len(parts) >= FEWEST and totals:
                yield Listed(tuple(Breakdown(total, tuple(parts)) for total in totals), all_but_said=False)
            return


def _run(first: Figure, sentence: Sequence[Figure]) -> list[Figure]:
    """The amounts of one kind from the first on between which stands only a mark and a name."""
    at = next(index for index, one in enumerate(sentence) if one is first)
    parts = [first]
    for one in sentence[at + 1 :]:
        gap = one.document.text[parts[-1].end : one.start]
        is_next = JOINED.fullmatch(gap) or NEXT.fullmatch(gap)
        if not (one.is_amount and are_alike(one, first) and is_next) or PARTLY.search(gap):
            break
        parts.append(one)
    return parts


def _of_times(sentence: Sequence[Figure], dossier: Dossier) -> Iterator[Listed]:
    """Amounts of months or quarters in a row, with the figures that are told for all of these together."""
    timed = [one for one in sentence if one.is_amount and _months(one) and not one.is_told_aside]
    if len(timed) < FEWEST:
        return
    for _, group in itertools.groupby(timed, key=lambda one: (one.statement.unit, one.statement.status)):
        parts = list(group)
        spans = [months for one in parts if (months := _months(one)) is not None]
        follows = all(last + 1 == first for (_, last), (first, _) in itertools.pairwise(spans))
        if len(parts) < FEWEST or not follows:
            continue
        whole = spans[0][0], spans[-1][1]
        totals = [one for one in _before(parts[0], dossier) if _months(one) == whole]
        if totals:
            yield Listed(tuple(Breakdown(total, tuple(parts)) for total in totals))


def _of_parts_of_a_year(paragraph: Sequence[Figure], dossier: Dossier) -> Iterator[Listed]:
    """Amounts that the text tells of parts of a year: with one of a longer part in the paragraph, and with those of all of them before."""
    told = timed(paragraph)
    if len(told) < FEWEST:
        return
    for breakdown in filled(told):
        if not adds_up(breakdown, dossier):  # else nothing need be supposed
            yield Listed((breakdown,))
    for (first, last), parts in whole_run(told):
        before = near(parts[0], dossier.of_document(parts[0]), MOST_LOOKED_AT)
        totals = [
            one
            for one in own_amounts(before, parts[0])
            if one.end <= parts[0].start
            and (months := _months(one)) is not None
            and (months[0] % MONTHS or MONTHS, months[1] % MONTHS or MONTHS) == (first, last)
            and months[1] - months[0] == last - first
        ]
        # What was made in a year is nearly what was sold in it: a name must tell which of the two the quarters are of.
        # Of several the one whose whole name stands before the quarters (四个季度快递业务量依次为) is meant.
        named = [one for one in totals if takes_up(parts[0].own_lead, one)]
        called = [one for one in named if dossier.topics.words(one.statement) in parts[0].own_lead]
        named = called if len(called) == 1 else named
        if totals:
            readings = tuple(Breakdown(total, parts) for total in (named or totals)[: -MOST_TOTALS - 1 : -1])
            yield Listed(readings, all_but_said=bool(named))


def _months(figure: Figure) -> tuple[int, int] | None:
    """The first and the last month of a figure's period, counted from the year nought; None where it has none."""
    period = figure.statement.period or ""
    first, _, last = period.partition("/")
    last = last or first
    try:
        begins = int(first[:YEAR]) * MONTHS + (int(first[5:7]) if len(first) > YEAR else 1)
        ends = int(last[:YEAR]) * MONTHS + (int(last[5:7]) if len(last) > YEAR else MONTHS)
    except ValueError:
        return None
    return (begins, ends) if len(first) <= len("2024-01") and begins <= ends else None


def _taken_off(sentence: Sequence[Figure], dossier: Dossier) -> Iterator[Listed]:
    for taken, left in itertools.pairwise(sentence):
        text = taken.document.text
        if (
            own_amounts((taken, left), left) == [taken, left]
            and TAKEN_OFF.search(text, max(0, taken.start - 16), taken.start)
            and LEAVES.fullmatch(text[taken.end : left.start])
        ):
            totals = _before(taken, dossier)
            if totals:
                yield Listed(tuple(Breakdown(total, (taken, left)) for total in totals))


def _summed_up(sentence: Sequence[Figure], previous: Sequence[Figure], dossier: Dossier) -> Iterator[Listed]:
    """A sum of so many parts whose parts stand in the sentence before, or with other figures between; of the first so many (前两大行业之和) those
    are the greatest of the paragraph."""
    for at, total in enumerate(sentence):
        words = words_before(sentence, at) if total.is_amount else ""
        told = TOGETHER.search(words) or OVER_YEARS.search(words)
        if told is None:
            if COUNTED_UP.fullmatch(words):
                yield from _counted_up(sentence, at)
            continue
        number = small_number(told["number"])
        if FOREMOST.search(words, 0, told.start("number")):
            before = [one for one in dossier.around(total) if one.end <= total.start]
            greatest = sorted(own_amounts(before, total), key=lambda one: -one.value)[:number]
            parts = sorted(greatest, key=lambda one: one.start)
        else:
            parts = own_amounts((*previous, *sentence[:at]), total)[-number:]
        if len(parts) == number:
            yield Listed((Breakdown(total, tuple(parts)),))


def _counted_up(sentence: Sequence[Figure], at: int) -> Iterator[Listed]:
    """A total behind the list that it is the sum of: all of the list, or all but its first figure, which may be the total already told."""
    total = sentence[at]
    parts: list[Figure] = []
    for one in reversed(sentence[:at]):
        if one.statement.kind in (Kind.GROWTH, Kind.SHARE):
            continue
        if own_amounts((one,), total) != [one]:
            break
        gap = one.document.text[one.end : parts[0].start] if parts else ""
        if PARTLY.search(gap) or "：" in gap:
            break
        parts.insert(0, one)
    readings = [Breakdown(total, tuple(parts[first:])) for first in (0, 1) if len(parts) - first >= FEWEST]
    if readings:
        yield Listed(tuple(readings), all_but_said=len(parts) > FEWEST, has_likeliest=True)


def _before(first: Figure, dossier: Dossier) -> list[Figure]:
    """The amounts of a figure's kind shortly before it, the nearest first."""
    behind = [
        one for one in near(first, dossier.of_document(first), MOST_LOOKED_AT) if one.end <= first.start
    ]
    before = own_amounts(behind, first)
    found = [one for one in before if first.start - one.end <= FAR][: -MOST_TOTALS - 1 : -1]
    leads = [
        one
        for one in before
        if one not in found and _is_lead(one, dossier) and first.start - one.end <= FAR_LEAD
    ]
    return [*found, *leads[: -MOST_LEADS - 1 : -1]]


def _told_first(first: Figure, dossier: Dossier) -> list[Figure]:
    """The first amount of the document, in a paragraph before, that is called as a part is, or by more (主营业务收入, of which 收入 is divided)."""
    name = first.statement.measure or ""
    behind = [
        one for one in near(first, dossier.of_document(first), MOST_LOOKED_AT) if one.end <= first.start
    ]
    called = (
        one
        for one in own_amounts(behind, first)
        if len(name) >= FEWEST_LETTERS and (one.statement.measure or "").endswith(name)
    )
    return list(itertools.islice(called, 1))


def _is_lead(figure: Figure, dossier: Dossier) -> bool:
    """Whether a figure is the first amount of its paragraph: what follows is told of it."""
    return next((one for one in dossier.around(figure) if one.is_amount), None) is figure
