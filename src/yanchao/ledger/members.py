"""Figures of one list: the text tells its members apart (分别, a ratio, milestones), a key alone cannot.

`南北两区职工平均工资分别为9.1万元、7.2万元` names one measure and gives two figures; read as two words about one point they
would contradict each other. Members get subjects of their own (`两区职工·第1项`), by name where a whole's parts are always told in
one order (城乡, 三次产业: `members.csv`) and where the subject lists as many names as there are figures behind 分别, or in a row; a figure that all
of them came to (双双升至第1位) is no member. Where each figure has a naming of
its measure to itself (营收超120亿元，营业收入超450亿元), nothing says that they are a list: they stay together, and
the ledger shows that one text says both.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from yanchao.ledger.periods import FRAME, MILESTONES, RISE
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.statement import Comparator, Kind, Statement, Status

RATIO_MARKS = (":", "：", "∶")
AND = pattern(r"[、和与及]")
IN_ORDER = "分别"
TOGETHER = pattern(r"(?:双双|[均都皆]|[一共]同)[^、，；]{0,4}$")
"""What says that a figure is of all members: 甲、乙产量从第8位、第4位双双跃居第1位."""

PASSED = frozenset({Comparator.MORE, Comparator.AT_LEAST})
THEN_PASSED = pattern(r"\s*[，、（(](?!其中)(?:[^0-9]|连续\d+年)*$")
THEN_EXACT = pattern(r"\s*[，、（(]\s*(?:总[量额值数])?(?:达到?|为|完成|实现)[^，、；0-9]{0,4}$")
"""What stands between a figure and the mark that it has passed, and between the mark and the figure."""

LEAST = 2
"""Characters of a name: a list has no shorter ones, but a name may hold a 和."""

MEMBER = pattern(r"·第.+(?:项|产业)$")
"""What the subject of a member ends in."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement with its place in the document's list and the key of its series.

    `named` is the key that its words have by the lexicon alone.
    `is_passed` says that the sentence names it as a mark that was passed on the way to another (跨越7万亿、8万亿).
    """

    number: int
    statement: Statement
    key: SeriesKey
    named: SeriesKey
    is_passed: bool = False


def members_apart(placed: Sequence[Placed], text: str) -> list[Placed]:
    """The same statements in their order, the members of each list with keys of their own."""
    apart: list[Placed] = []
    for run in _runs(placed, text):
        apart += run if len(run) < 2 else _apart(run, text)
    return sorted(apart, key=lambda each: each.number)


def _runs(placed: Sequence[Placed], text: str) -> list[list[Placed]]:
    """The lists, in the order of their first members; what stands between two members may be of another series.

    超过10%的有44种、超过20%的有23种 is two lists, one inside the other.
    """
    runs: list[list[Placed]] = []
    open_: dict[SeriesKey, list[Placed]] = {}
    for each in placed:
        run = open_.get(each.key, runs[-1] if runs else None)
        if run is not None and _is_one_list(run[-1], each, text):
            run.append(each)
        else:
            run = [each]
            runs.append(run)
        open_[each.key] = run
    return runs


def _is_one_list(one: Placed, other: Placed, text: str) -> bool:
    between = text[one.statement.end : other.statement.start]
    if between.strip() in RATIO_MARKS:
        return True
    return (
        one.key == other.key
        and _are_of_one_time(one.statement.period, other.statement.period)
        and one.statement.status == other.statement.status
        and one.statement.sentence == other.statement.sentence
        and one.statement.value != other.statement.value
        and not _is_its_mark(one.statement, other.statement, text)
        and _names_measure_once(one.statement, other.statement)
        and not RISE.search(between)
        and not TOGETHER.search(between)
    )


def _is_its_mark(one: Statement, other: Statement, text: str) -> bool:
    """Whether one of the two is the mark that the other has passed: 总量达114万亿元，突破110万亿元."""
    exact, mark = (one, other) if other.comparator in PASSED else (other, one)
    return (
        mark.comparator in PASSED
        and exact.comparator not in PASSED
        and mark.value < exact.value <= mark.value * 2
        and IN_ORDER not in text[one.sentence.start : one.start]
        and (THEN_PASSED if mark is other else THEN_EXACT).match(text[one.end : other.start]) is not None
    )


def _are_of_one_time(one: str | None, other: str | None) -> bool:
    """从2021年的41503元和26935元: the second is as much of 2021 as the first, whatever frame it stands in."""
    frame = FRAME.fullmatch(other or "")
    return one == other or (frame is not None and one in (frame[1], str(int(frame[1]) - 1)))


def _names_measure_once(one: Statement, other: Statement) -> bool:
    first, second = one.words("measure"), other.words("measure")
    return first is not None and second is not None and (first.start, first.end) == (second.start, second.end)


def _apart(run: Sequence[Placed], text: str) -> list[Placed]:
    """Members in the order of the list. The last of several rising milestones is where the series stands."""
    if _are_milestones(run, text):
        return [*(replace(each, is_passed=True) for each in run[:-1]), run[-1]]
    first = run[0].statement
    is_told_in_order = IN_ORDER in text[first.sentence.start : first.start] or _stand_in_a_row(run, text)
    names = _listed_names(run) if is_told_in_order else []
    return [
        replace(
            each,
            key=replace(each.key, subject=names[position]) if names else _member(each.key, position, run),
        )
        for position, each in enumerate(run)
    ]


def _stand_in_a_row(run: Sequence[Placed], text: str) -> bool:
    """Whether nothing but the mark of a list stands between the members."""
    return all(
        AND.fullmatch(text[one.statement.end : other.statement.start].strip()) for one, other in pairwise(run)
    )


def _listed_names(run: Sequence[Placed]) -> list[str]:
    """The names that the subject lists, where there are as many of them as members: 硅料、硅片产量分别增长3%、4%."""
    key = run[0].key
    if key.measure == key.kind:  # 增速 says of what it is in the subject, which is no list of owners then
        return []
    names = AND.split(key.subject)
    are_all = len(names) == len(run) and all(len(name) >= LEAST for name in names)
    return names if are_all and len({each.key.subject for each in run}) == 1 else []


def _are_milestones(run: Sequence[Placed], text: str) -> bool:
    first = run[0].statement
    values = [each.statement.value for each in run]
    return (
        first.kind is Kind.LEVEL
        and first.status is not Status.TARGET
        and values == sorted(values)
        and MILESTONES.search(text[first.sentence.start : first.end]) is not None
    )


def _member(key: SeriesKey, position: int, run: Sequence[Placed]) -> SeriesKey:
    """The key of a member: by name where a whole's parts are always told in one order, else by its place."""
    words = f"{run[0].statement.subject}{run[0].statement.measure}"
    for line in _listed():
        if line.whole in words and len(line.members) == len(run):
            part = line.members[position]
            is_whole = line.instead and key.subject.startswith(line.whole)
            rest = key.subject.removeprefix(line.whole)
            return replace(key, subject=f"{part}{rest}" if is_whole else f"{key.subject}·{part}")
    return replace(key, subject=f"{key.subject}·第{position + 1}项")


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of `members.csv`."""

    whole: str
    members: tuple[str, ...]
    instead: bool


@cache
def _listed() -> tuple[Listed, ...]:
    return read_table(Path(__file__).with_name("members.csv"), Listed)
