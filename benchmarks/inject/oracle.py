"""How much of a slip can be known at all: what the best possible guesser would reach.

The guesser knows every relation and tie of the clean text (those that the audit sees and those that it does not), and how slips are
drawn; it does not know which slip was made. It weighs every slip that may have made the changed text out of one in which all of them
hold, and names the figure, and the value, for which most speaks (Bayes' rule):

    weight of a slip = how often it is drawn × how likely the text was to print the value that it was made from

Of values nothing is presumed but how many digits they have (each digit more is a tenth as likely), and in what form the text prints
other figures of the unit. So of three figures of a sum, any of which may be off by a step, none gets more than a half (and the total all, where only totals are off); a figure that stands in
two relations of which both fail gets all. The weight of the best guess is the chance that it is right, and the mean of these chances
over many slips is the most that anybody can reach who has the relations alone.

Where a slip is seen by its form or by a rule on plans, counts and dates, where a unit is lost and where figures are dated anew, nothing
is weighed: the guess is taken to be right. So the ceiling errs to the high side.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from benchmarks.inject.rereading import Shift
from benchmarks.inject.sight import is_fraction_of_thing, seen_by
from benchmarks.inject.slips import (
    DIGITS,
    MISREAD,
    OFF,
    OTHER_MULTIPLIER,
    Plain,
    Slip,
    as_plain,
    figures_swapped,
    other_direction,
    plain,
    printed_instead,
    wrong_rank,
)
from benchmarks.inject.texts import CleanText
from benchmarks.inject.ties import sums, ties
from yanchao.audit.dossier import Claim, claim, is_milestone
from yanchao.statements.statement import Comparator, Statement

A_DIGIT = 0.1
"""How much less likely a value is for each digit more that it is printed with."""

UNSEEN_FORM = 0.3
"""What stands for the figures of a form that the text does not have, beside those that it has."""

PUBLISHED = 30.0
"""How much likelier a value is that was published for the figure."""

UNWEIGHED = frozenset({"year off", "unit dropped", "% for points"})

Reads = Mapping[int, Statement]
"""What figures read as, by number, where it is not what the clean text has."""

Change = tuple[tuple[int, Statement], ...]
"""What figures read as before a slip, by number."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A slip that may have made a changed text: its kind, what figures read as before it, and how likely the text was to print that."""

    kind: str
    change: Change
    likely: float


@dataclass(frozen=True, slots=True)
class Known:
    """The chances of the best guess at a slip: that it names the figure at fault, and that it gives the original back."""

    named: float
    right: float


CERTAIN = Known(1.0, 1.0)


@dataclass(frozen=True, slots=True)
class _Held:
    """Figures of the clean text that stand in a relation which holds, by number, and the test of it with some read otherwise."""

    members: frozenset[int]
    holds: Callable[[Reads], bool]
    published: float | None = None


def known(text: CleanText, slip: Slip, draws: Sequence[Mapping[str, float]]) -> list[Known]:
    """What can be known of a slip that can be seen, in each of some draws: how often one slip of each kind is drawn in it."""
    reason = seen_by(text, slip) or ""
    if slip.kind in UNWEIGHED or not reason.startswith(("relation", "tie")):
        return [CERTAIN for _ in draws]
    possible = list(origins(text, slip))
    return [_known(possible, drawn) for drawn in draws]


def _known(possible: Sequence[Origin], drawn: Mapping[str, float]) -> Known:
    figures: defaultdict[int, float] = defaultdict(float)
    values: defaultdict[tuple[int, Decimal], float] = defaultdict(float)
    total = 0.0
    for one in possible:
        weight = drawn.get(one.kind, 0.0) * one.likely
        total += weight
        for number, read in one.change:
            figures[number] += weight
            values[number, read.value] += weight
    return Known(max(figures.values()) / total, max(values.values()) / total) if total else CERTAIN


def origins(text: CleanText, slip: Slip) -> Iterator[Origin]:
    """The slips that may have made the changed text."""
    reads = dict(slip.changed)
    held = _held(text)
    broken = {index for number in reads for index in held.of(number) if not held.all[index].holds(reads)}
    odd = {n for n, one in reads.items() if is_fraction_of_thing(text, n, one)}
    words = Shift(slip.edits).text(text.document.text)
    shift = Shift(slip.edits)
    printed: dict[int, Plain] = {one.number: one for one in plain(text)}
    for number, one in reads.items():
        clean = text.statements[number]
        changed = as_plain(words[shift.at(clean.start) : shift.at(clean.end)], number, one)
        if changed is not None:
            printed[number] = changed
    members = [held.all[index].members for index in broken]
    alone = frozenset.intersection(*members) if members else frozenset(reads)
    forms = _forms(printed.values())

    def is_whole(change: Change) -> bool:
        """Whether everything holds once the change is made, and nothing is broken that it does not touch."""
        restored = {**reads, **dict(change)}
        touched = {number for number, _ in change}
        if not odd <= touched or not all(held.all[index].members & touched for index in broken):
            return False
        asked = {index for number in touched for index in held.of(number)}
        return all(held.all[index].holds(restored) for index in asked)

    for number in sorted(alone):
        for kind, one, likely in _before(text, number, printed.get(number), reads, forms):
            change = ((number, one),)
            if is_whole(change):
                published = any(
                    (value := held.all[index].published) is not None and claim(one).stated.contains(value)
                    for index in held.of(number)
                )
                yield Origin(kind, change, likely * (PUBLISHED if published else 1.0))
    for pair in _pairs(text):
        first, second = (printed[number] for number in pair)
        if first.multiplier == second.multiplier and any(number in one for one in members for number in pair):
            change = ((first.number, first.reads(second.digits)), (second.number, second.reads(first.digits)))
            if is_whole(change):
                yield Origin("figures swapped", change, 1.0)


def _before(
    text: CleanText, number: int, printed: Plain | None, reads: Reads, forms: Mapping[object, int]
) -> Iterator[tuple[str, Statement, float]]:
    """What a figure may have been before a slip befell it: kind of slip, the figure, how likely its value is beside the one printed."""
    now = reads.get(number) or text.statements[number]
    if number in _turned(text):
        yield "growth for decline", _with(now, -now.value), 1.0
    for one in _ranked(text).get(number, ()):
        yield "wrong rank", _with(now, now.value + one), 1.0
    if printed is None:
        return

    def likely(one: Plain, digits: str, multiplier: str) -> float:
        more = _length(digits) - _length(one.digits)
        own = forms[_form(one, one.digits, one.multiplier)] - 1
        return A_DIGIT**more * (forms[_form(one, digits, multiplier)] + UNSEEN_FORM) / (own + UNSEEN_FORM)

    for kind, digits in _digits_before(printed.digits):
        yield kind, printed.reads(digits), likely(printed, digits, printed.multiplier)
    for right, (wrong, factor) in OTHER_MULTIPLIER.items():
        if wrong == printed.multiplier:
            one = printed.reads(printed.digits, 1 / factor)
            yield "万 for 亿", one, likely(printed, printed.digits, right)
    step = Decimal(1).scaleb(-len(printed.digits.partition(".")[2]))
    for kind, times in _summed(text).get(number, {}).items():
        for steps in OFF:
            right = Decimal(printed.digits) - steps * step
            if right > 0:
                yield kind, printed.reads(str(right)), float(times)


@cache
def _digits_before(printed: str) -> Sequence[tuple[str, str]]:
    """The digits that a slip may have turned into those printed, each with the kind of the slip."""
    places = range(len(printed) + 1)
    bare = printed.replace(".", "")
    candidates = {
        *(printed[:at] + digit + printed[at:] for at in places for digit in "0123456789"),
        *(printed[:at] + printed[at + 1 :] for at in places),
        *(printed[:at] + printed[at : at + 2][::-1] + printed[at + 2 :] for at in places),
        *(
            f"{zeros}{bare}"[:at] + "." + f"{zeros}{bare}"[at:]
            for zeros in ("", "0")
            for at in range(1, len(bare) + 1)
        ),
        bare,
        f"{bare}0",
    }
    found = [
        (kind, one)
        for kind in DIGITS
        for one in sorted(candidates)
        if _is_typed(one) and printed in printed_instead(kind, one)
    ]
    for at, digit in enumerate(printed):
        if digit in MISREAD and MISREAD[digit].isdigit():
            found.append(("misread", printed[:at] + MISREAD[digit] + printed[at + 1 :]))
    return found


def _is_typed(digits: str) -> bool:
    whole, point, decimals = digits.partition(".")
    return whole.isdigit() and (not point or decimals.isdigit()) and (whole == "0" or whole[0] != "0")


def _length(digits: str) -> int:
    return len(digits.replace(".", "").lstrip("0"))


def _form(one: Plain, digits: str, multiplier: str) -> tuple[str, str, int]:
    return one.statement.unit, multiplier, len(digits.partition(".")[2])


def _forms(printed: Sequence[Plain]) -> Counter[tuple[str, str, int]]:
    """How often the text prints figures of a unit with each multiplier and number of decimals."""
    return Counter(_form(one, one.digits, one.multiplier) for one in printed)


def _with(one: Statement, value: Decimal) -> Statement:
    return replace(one, quantity=replace(one.quantity, value=value))


@cache
def _turned(text: CleanText) -> frozenset[int]:
    """The figures whose verb says whether they grew or fell."""
    return frozenset(number for slip in other_direction(text) for number, _ in slip.changed)


@cache
def _ranked(text: CleanText) -> Mapping[int, Sequence[int]]:
    """The ranks, with the steps by which each may have been another."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for slip in wrong_rank(text):
        for number, one in slip.changed:
            found[number].append(int(text.statements[number].value - one.value))
    return found


@cache
def _summed(text: CleanText) -> Mapping[int, Counter[str]]:
    """The kinds of slip by which a figure of a sum may be off by a few, and in how many sums it is what such a slip befalls."""
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for added in sums(text):
        found[added.worked_out]["wrong total"] += 1
        for number in added.parts:
            found[number]["part off"] += 1
    return found


@cache
def _pairs(text: CleanText) -> Sequence[tuple[int, int]]:
    """The figures that may have changed places."""
    return [(slip.changed[0][0], slip.changed[1][0]) for slip in figures_swapped(text)]


class _All:
    """All that holds between the figures of a clean text, and what of it each figure stands in."""

    def __init__(self, all_: Sequence[_Held]) -> None:
        self.all = all_
        self._of: defaultdict[int, list[int]] = defaultdict(list)
        for index, one in enumerate(all_):
            for number in one.members:
                self._of[number].append(index)

    def of(self, number: int) -> Sequence[int]:
        return self._of.get(number, ())


@cache
def _held(text: CleanText) -> _All:
    numbers = {figure: number for number, figure in enumerate(text.figures)}
    found = []
    for relation in text.relations:
        if relation.holds():

            def holds(reads: Reads, relation=relation) -> bool:  # type: ignore[no-untyped-def]
                return relation.holds(lambda figure: _claimed(text, numbers[figure], reads))

            found.append(_Held(frozenset(numbers[one] for one in relation.figures), holds, relation.known))
    seen = set()
    for several in ties(text).values():
        for tie in several:
            if id(tie) not in seen:
                seen.add(id(tie))

                def keeps(reads: Reads, tie=tie) -> bool:  # type: ignore[no-untyped-def]
                    return tie.holds(lambda number: reads.get(number) or text.statements[number])

                found.append(_Held(frozenset(tie.members), keeps))
    return _All(found)


def _claimed(text: CleanText, number: int, reads: Reads) -> Claim:
    """What a figure claims with some figures read otherwise, as the audit would have it."""
    one = reads.get(number)
    if one is None or one.quantity == text.statements[number].quantity:
        return text.figures[number].claim
    if one.comparator is Comparator.EQUAL and is_milestone(text.document, text.statements[number]):
        return claim(one, replace(one.quantity, comparator=Comparator.AT_LEAST))
    return claim(one)
