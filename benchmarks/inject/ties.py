"""What ties the figures of a clean text together for somebody who reads it without the audit.

A slip must not pass for one that nothing can see only because the audit has no rule for it. So ties are looked for here by
other means than the audit's: by bounds that hold for every figure of a kind, by figures that agree to the last digit, and by
words that say how two figures stand to one another. Each holds in the clean text as printed, on the intervals of
`statements/interval.py`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from benchmarks.inject.agreements import agreements
from benchmarks.inject.declared import declared
from benchmarks.inject.texts import CleanText
from benchmarks.inject.tie import Reads, Tie
from yanchao.audit.dossier import claim
from yanchao.audit.relations import NOTHING, Sum
from yanchao.interval import Interval
from yanchao.statements.statement import Kind, Statement

WHOLE = re.compile(r"率|比重|占比|比例|份额")
NO_PART = re.compile(
    r"债|贷|存|进出口|市值|杠杆|完成|相当于|依存|入学|增长|增速|增幅|收益|回报|利润|周转|产销|恢复|倍|弹性"
)
"""Rates and quotients that may pass 100%."""

MOST_PLACES = 34
"""Provinces, autonomous regions, municipalities and special regions: no rank among them is lower."""

RISES = re.compile(r"^了?(?:提高|提升|上升|增加|增长|扩大|跃升|攀升|增|升|上调|突破)(?:到|至|为)(?:了)?")
FALLS = re.compile(r"^了?(?:下降|降低|减少|压减|回落|缩小|降|减)(?:到|至|为)(?:了)?")
FROM = re.compile(r"(?:从|由)[^，。；、\d]{0,10}(?:20\d\d年的?)?[^，。；、\d]{0,6}$")
REACHED = re.compile(r"^(?:大关|台阶|关口)?[、，](?:达到|达)$")
MARCH = re.compile(
    r"(?:连续|接连|相继|先后)[^，。；、\d]{0,6}(?:跨越|迈上|突破|跨过|越过|站上)[^，。；、\d]{0,6}$"
)
SUMMED = re.compile(r"其中|包括|共|合计|总计|分别|即|各")
COMPLETE = re.compile(r"合计|总计|即|[（(]|共$|分别(?:为|是)")
"""Words that say that the parts named are all there are; after 其中 there may be more, so these can only be too many."""

OWN = re.compile(r"^(?:全|我|本|该)(?:国|省|市|区|县|州|自治区)")
MOST_PARTS = 6


@cache
def ties(text: CleanText) -> Mapping[int, Sequence[Tie]]:
    """The ties of each figure, by its number. One that the clean text itself breaks is none."""
    found: defaultdict[int, list[Tie]] = defaultdict(list)
    for tie in _all(text):
        if tie.holds(text.statements.__getitem__):
            for number in tie.members:
                found[number].append(tie)
    return found


@dataclass(frozen=True, slots=True)
class Added:
    """Figures that add up to one of them, by number, and the one that is worked out from the others: the total, or of a difference what
    lies between."""

    members: tuple[int, ...]
    worked_out: int

    @property
    def parts(self) -> tuple[int, ...]:
        return tuple(number for number in self.members if number != self.worked_out)


@cache
def sums(text: CleanText) -> tuple[Added, ...]:
    """What adds up: what the audit ties as a sum, and what is one to the last digit."""
    number = {figure: index for index, figure in enumerate(text.figures)}
    audited = [
        Added(
            tuple(number[figure] for figure in relation.figures),
            number[relation.worked_out or relation.figures[-1]],
        )
        for relation in text.relations
        if isinstance(relation.form, Sum) and len(relation.figures) > 2 and relation.form.bound == NOTHING
    ]
    own = [
        Added(tie.members, tie.members[-1])
        for found in ties(text).values()
        for tie in found
        if tie.name == "sum"
    ]
    return tuple(dict.fromkeys([*audited, *own]))


def _all(text: CleanText) -> Iterator[Tie]:
    yield from _bounds(text)
    yield from _restated(text)
    yield from _passages(text)
    yield from declared(text)
    for sentence in _sentences(text):
        yield from _sums(text, sentence)
        yield from agreements(text, sentence)


def _bounds(text: CleanText) -> Iterator[Tie]:
    for number, one in enumerate(text.statements):
        words = (one.subject or "") + (one.measure or "")
        printed = text.document.text[one.start : one.end]
        if one.kind is Kind.SHARE and any(sign in printed for sign in "%％成") and not NO_PART.search(words):
            if one.base or WHOLE.search((one.measure or "")[-2:]):
                yield _bound("share", number, Interval(0.0, 1.0))
        elif (one.kind is Kind.GROWTH and one.value < 0 and "利润" not in words) or (
            one.kind is Kind.GROWTH and "利润" not in words
        ):
            yield _bound("decline", number, Interval(-1.0, float("inf")))
        elif (
            one.kind is Kind.RANK and one.base in ("全国", "国内") and one.region not in (None, "156", "001")
        ):
            yield _bound("rank", number, Interval(1.0, MOST_PLACES))


def _bound(name: str, number: int, bound: Interval) -> Tie:
    return Tie(f"bound of a {name}", (number,), lambda reads: claim(reads(number)).stated.meets(bound))


def _restated(text: CleanText) -> Iterator[Tie]:
    """The same words, place and time with figures that agree: the text says it twice."""
    same: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(text.statements):
        if one.measure and one.period and one.kind is not Kind.RANK:
            words = OWN.sub("", (one.subject or "") + one.measure)
            same[words, one.region, one.kind, one.unit, one.period, one.base, one.status].append(number)
    for numbers in same.values():
        for index, a in enumerate(numbers):
            for b in numbers[index + 1 :]:
                first, second = text.statements[a], text.statements[b]
                if first.value == second.value and first.sentence != second.sentence and _tells(first):
                    yield Tie("said twice", (a, b), _meeting(a, b))


def _tells(one: Statement) -> bool:
    """Whether two figures like it hardly agree by accident: not a single digit of things counted."""
    return not one.unit.startswith("count") or len(one.value.normalize().as_tuple().digits) > 1


def _meeting(a: int, b: int) -> Callable[[Reads], bool]:
    def holds(reads: Reads) -> bool:
        first, second = claim(reads(a)), claim(reads(b))
        return first.range.meets(second.range)

    return holds


def _passages(text: CleanText) -> Iterator[Tie]:
    """从72%提升至76%, 突破2万亿元、达到23562亿元, 连续跨越7万亿、8万亿: the words say which is the greater."""
    printed = text.document.text
    for a, (first, second) in enumerate(zip(text.statements, text.statements[1:], strict=False)):
        if first.unit != second.unit or first.sentence != second.sentence or first.kind != second.kind:
            continue
        between = printed[first.end : second.start]
        before = printed[max(first.sentence.start, first.start - 22) : first.start]
        if FROM.search(before) and (RISES.match(between) or FALLS.match(between)):
            yield Tie("rise or fall", (a, a + 1), _ordered(a, a + 1, bool(RISES.match(between))))
        elif REACHED.match(between) or (between == "、" and MARCH.search(before)):
            yield Tie("milestone", (a, a + 1), _ordered(a, a + 1, True))


def _ordered(a: int, b: int, rises: bool) -> Callable[[Reads], bool]:
    low, high = (a, b) if rises else (b, a)
    return lambda reads: claim(reads(low)).stated.low <= claim(reads(high)).stated.high


def _sentences(text: CleanText) -> Iterator[list[int]]:
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(text.statements):
        groups[one.sentence.start].append(number)
    yield from groups.values()


def _sums(text: CleanText, sentence: Sequence[int]) -> Iterator[Tie]:
    """Neighbouring figures that add up to the one right before or after them, where the words count together."""
    levels = [number for number in sentence if text.statements[number].kind is Kind.LEVEL]
    for size in range(2, MOST_PARTS + 1):
        for index in range(len(levels) - size):
            for total, parts in (
                (levels[index], levels[index + 1 : index + size + 1]),
                (levels[index + size], levels[index : index + size]),
            ):
                if _adds_up(text, total, parts):
                    yield Tie(
                        "sum", (*parts, total), _summing(parts, total, _is_complete(text, total, parts))
                    )


def _is_complete(text: CleanText, total: int, parts: Sequence[int]) -> bool:
    first = text.statements[min(total, *parts)]
    return (
        COMPLETE.search(text.document.text[first.end : text.statements[max(total, *parts)].start]) is not None
    )


def _adds_up(text: CleanText, total: int, parts: Sequence[int]) -> bool:
    whole, members = text.statements[total], [text.statements[part] for part in parts]
    if any(one.unit != whole.unit or one.comparator is not whole.comparator for one in members):
        return False
    if sum((one.value for one in members), Decimal(0)) != whole.value:
        return False
    first, last = min(total, *parts), max(total, *parts)
    between = text.document.text[text.statements[first].end : text.statements[last].start]
    before = text.document.text[max(whole.sentence.start, whole.start - 6) : whole.start]
    return SUMMED.search(between + before) is not None


def _summing(parts: Sequence[int], total: int, is_complete: bool) -> Callable[[Reads], bool]:
    def holds(reads: Reads) -> bool:
        added = Interval(0.0, 0.0)
        for part in parts:
            added = added + claim(reads(part)).range
        whole = claim(reads(total)).range
        return added.meets(whole) if is_complete else added.low <= whole.high

    return holds
