"""Figures told by the months, quarters and halves of a year: what each is of, by the words before it, whatever period was read.

一季度2698.3亿元，二季度3087.9亿元，二季度比一季度多收389.6亿元; 1月至3月分别为2214万吨、1987万吨和2326万吨. Of such figures shorter times add up to the
longer one that they fill, and a change that names its two times, or says 环比, lies between theirs.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from yanchao.audit.breakdowns import AVERAGE, Breakdown, are_alike
from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.steps import CHANGES, VERB, Step, is_passage
from yanchao.quick import dataclass, pattern
from yanchao.statements.numerals import small_number
from yanchao.statements.statement import Kind

Span = tuple[int, int]
"""The first and the last month of a part of a year, counted from one."""

_MONTH = r"(?:1[0-2]|[1-9])(?!\d)|十[一二]?|[一二三四五六七八九]"
_TIME = (
    rf"(?:(?P<year>20\d\d|今|去|上|前)年)?(?:"
    rf"(?P<from>{_MONTH})(?:月份?)?(?:至|到|[-－—–~～])+(?P<to>{_MONTH})月(?:份(?!额))?(?![日末底初])"
    rf"|前(?P<first>{_MONTH})个月|(?P<month>{_MONTH})月(?:份(?!额))?(?![日末底初\d])"
    rf"|第?(?P<q1>[一二三四])(?:季度)?(?:至|到|[-－—–~～])第?(?P<q2>[一二三四])季度|(?P<number>[三四])个季度|前三季度(?P<nine>)"
    rf"|第?(?P<quarter>[一二三四])季度|(?P<half>[上下])半年|(?P<all>全年))"
)
TIME = pattern(_TIME)
"""A part of a year, with the year where it stands before it."""

ONE_BY_ONE = pattern(r"(?:分别|依次|各)[^，,。；;、\d]{0,8}$")
"""Before the first of figures that are told for as many times in their order."""

JOINED = pattern(r"[、，,]|[和及与]|以及")
AGAINST_IT = pattern(r"[比较与同]$")
OF_OTHER = pattern(r"[比较][^，,；;]*$|同期|期初|年初|上年|去年(?!.{0,4}月)")
"""Before a time, and behind it: words that make the figure one of another time, or one that is compared."""
AGAINST = pattern(
    rf"[比较](?P<before>{re.sub(r'[?]P<[a-z0-9]+>', '?:', _TIME)})[^，,。；;、\d]{{0,8}}?(?:{VERB})[约近]?$"
)
"""Before a change: the time that it is counted from (6月比2月高出, 8月较7月又多用)."""

ON_END = pattern(rf"环比[^，,。；;、\d]{{0,4}}?(?:{VERB})[约近]?$")
"""Before a change from the time just before."""

AGAIN = pattern(rf"[，,、](?:{VERB})[约近]?")
"""Between two changes of the same figure: 增长11.7%，多完成764万吨."""

YEAR, QUARTER = 12, 3
CURRENT = "今"
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Timed:
    """A figure, the part of a year that the words before it say it is of, and the year as they tell it (今, 去 or its number)."""

    figure: Figure
    span: Span
    year: str


def timed(paragraph: Sequence[Figure]) -> list[Timed]:
    """The amounts of a paragraph that are told by their times."""
    found: list[Timed] = []
    year = CURRENT
    listed = 0
    for at, figure in enumerate(paragraph):
        gap = _gap(paragraph, at)
        told = list(TIME.finditer(gap))
        year = next((one["year"] for one in reversed(told) if one["year"]), year)
        if at < listed or not figure.is_amount or _is_of_time(figure):
            continue
        if told and ONE_BY_ONE.search(gap):
            times = _in_order(told, gap)
            amounts = itertools.takewhile(lambda one: one.is_amount, in_a_row(paragraph[at:]))
            run = list(itertools.islice(amounts, len(times)))
            if len(times) == len(run) >= FEWEST:
                found += [Timed(one, span, year) for one, span in zip(run, times, strict=True)]
                listed = at + len(run)
            continue
        if not told and at and is_passage(paragraph[at - 1], figure):
            told = list(TIME.finditer(_gap(paragraph, at - 1)))
        elif told and (AGAINST_IT.search(gap, 0, told[-1].start()) or OF_OTHER.search(gap, told[-1].start())):
            continue
        span = _span(told[-1]) if told else None
        if span is not None:
            found.append(Timed(figure, span, year))
    return found


def filled(told: Sequence[Timed]) -> Iterator[Breakdown]:
    """Each figure whose time is filled by those of others of its kind in the paragraph, with these: quarters of a half, months of a
    quarter."""
    groups: defaultdict[tuple[object, ...], list[Timed]] = defaultdict(list)
    for one in told:
        groups[one.figure.statement.unit, one.figure.statement.status, one.year].append(one)
    for alike in groups.values():
        by_span = {span: figure for (_, _, span), figure in _only(alike).items()}
        for total, parts in _tiles(by_span):
            yield Breakdown(total, parts)


def made_up_of_times(dossier: Dossier) -> Iterator[Breakdown]:
    """Each figure of a time with those of all shorter times that fill it, told one right behind the other by their times alone or by the same
    name: nothing but a wrong number keeps these from adding up (前三季度…41.2亿元，其中，一季度…，二季度…，三季度…)."""
    for paragraph in dossier.paragraphs():
        told = timed(paragraph)
        if len(told) > FEWEST:
            for one in filled(told):
                if adds_up(one, dossier):
                    yield one


def adds_up(one: Breakdown, dossier: Dossier) -> bool:
    """Whether figures of parts of a time are amounts of one thing that came in each: no stock, no average, and not counted from the
    beginning of the year on."""
    stocks = pattern(dossier.lexicon.any_cue("stock"))
    figures = (one.total, *one.parts)
    topic = one.total.topic
    in_order = all(a.start < b.start for a, b in itertools.pairwise(one.parts))
    of_one_thing = all(
        (part.topic.measure, part.topic.subject) == (topic.measure, topic.subject) for part in one.parts
    )
    counts_on = one.parts[-1].range.meets(one.total.range)
    return (
        in_order
        and of_one_thing
        and not counts_on
        and not any(AVERAGE.search(words) or stocks.search(words) for words in map(_said_of, figures))
    )


def _said_of(figure: Figure) -> str:
    return (figure.statement.subject or "") + (figure.statement.measure or "") + figure.own_lead


def whole_run(told: Sequence[Timed]) -> Iterator[tuple[Span, tuple[Figure, ...]]]:
    """Figures in a row that are told for times in a row, with the time that they fill together."""
    for _, group in itertools.groupby(
        told, key=lambda one: (one.figure.statement.unit, one.year, _length(one.span))
    ):
        run = list(group)
        follows = all(a.span[1] + 1 == b.span[0] for a, b in itertools.pairwise(run))
        if len(run) >= FEWEST and follows:
            yield (run[0].span[0], run[-1].span[1]), tuple(one.figure for one in run)


def between_times(dossier: Dossier) -> Iterator[Step]:
    """The changes of the documents that lie between two parts of a year."""
    for paragraph in dossier.paragraphs():
        if len(paragraph) > FEWEST:
            yield from timed_steps(paragraph, timed(paragraph))


def timed_steps(paragraph: Sequence[Figure], told: Sequence[Timed]) -> Iterator[Step]:
    """The changes of a paragraph that lie between two of its times."""
    if len(told) < FEWEST:
        return
    by_time = _only(told)
    time_of = {one.figure: one for one in told}
    last: Step | None = None
    for at, change in enumerate(paragraph):
        gap = _gap(paragraph, at)
        if last is not None and AGAIN.fullmatch(gap):
            last = Step(last.before, last.now, change)
            yield last
            continue
        last = None
        if change.statement.kind not in (*CHANGES, Kind.LEVEL):
            continue
        own = gap[max(gap.rfind(mark) for mark in "，,；;。") + 1 :]
        ends = _ends(own, paragraph[at - 1] if at else None, time_of)
        if ends is None:
            continue
        (year, now), before = ends
        pairs = [
            (first, second)
            for unit in dict.fromkeys(one.figure.statement.unit for one in told)
            if (second := by_time.get((unit, year, now))) and (first := by_time.get((unit, year, before)))
        ]
        if change.statement.kind is Kind.LEVEL or change.statement.unit not in ("1", "pp"):
            pairs = [pair for pair in pairs if pair[0].statement.unit == change.statement.unit]
        if len(pairs) == 1:
            last = Step(*pairs[0], change)
            yield last


def _ends(
    words: str, previous: Figure | None, time_of: dict[Figure, Timed]
) -> tuple[tuple[str, Span], Span] | None:
    """The times that a change lies between: the later one with its year, and the earlier one."""
    against = AGAINST.search(words)
    if against is None and not ON_END.search(words):
        return None
    opening = TIME.search(words, 0, against.start() if against else len(words))
    known = time_of.get(previous) if previous is not None else None
    now = _span(opening) if opening else known.span if known else None
    if now is None:
        return None
    year = (opening["year"] if opening else None) or next(reversed(time_of.values())).year
    if against is None:
        length = _length(now)
        before = now[0] - length, now[0] - 1
        return ((year, now), before) if before[0] >= 1 and length <= QUARTER else None
    earlier = TIME.match(words, against.start("before"))
    span = _span(earlier) if earlier and not earlier["year"] else None
    return ((year, now), span) if span is not None and span != now else None


def _in_order(told: Sequence[re.Match[str]], words: str) -> list[Span]:
    """The times that are told right before 分别 and 依次: those of a row, or those that a range is divided into."""
    row = [told[-1]]
    for one in reversed(told[:-1]):
        if not JOINED.fullmatch(words[one.end() : row[0].start()]):
            break
        row.insert(0, one)
    return [span for one in row if (span := _span(one)) is not None] if len(row) > 1 else _divided(told[-1])


def _is_of_time(figure: Figure) -> bool:
    """Whether a figure counts parts of a year (四个季度), and is told of none."""
    return "季" in figure.text or figure.document.text.startswith(("季度", "月"), figure.end)


def _gap(paragraph: Sequence[Figure], at: int) -> str:
    """What stands between a figure and the one before it, of its own sentence."""
    figure = paragraph[at]
    last = at - 1
    while last >= 0 and _is_of_time(paragraph[last]):
        last -= 1
    begins = max(figure.statement.sentence.start, paragraph[last].end if last >= 0 else 0)
    return figure.document.text[begins : figure.start]


def _span(told: re.Match[str]) -> Span | None:
    groups = told.groupdict()
    if groups["from"]:
        first, last = small_number(groups["from"]), small_number(groups["to"])
        return (first, last) if first < last else None
    if groups["first"]:
        return 1, small_number(groups["first"])
    if groups["month"]:
        return (small_number(groups["month"]),) * 2
    if groups["q1"]:
        first, last = small_number(groups["q1"]), small_number(groups["q2"])
        return (QUARTER * first - 2, QUARTER * last) if first < last else None
    if groups["number"]:
        return 1, QUARTER * small_number(groups["number"])
    if groups["quarter"]:
        last = QUARTER * small_number(groups["quarter"])
        return last - 2, last
    if groups["half"]:
        return (1, 6) if groups["half"] == "上" else (7, YEAR)
    return (1, YEAR) if groups["all"] else (1, 9)


def _divided(told: re.Match[str]) -> list[Span]:
    """The months or quarters of a time that is told as a range of them."""
    span = _span(told)
    length = (
        1
        if told["from"] or told["first"]
        else QUARTER
        if told["q1"] or told["number"] or told["nine"] is not None
        else 0
    )
    return (
        [(first, first + length - 1) for first in range(span[0], span[1] + 1, length)]
        if span and length
        else []
    )


def in_a_row(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of one kind from the first on between which stands a comma or a conjunction alone."""
    yield figures[0]
    for before, one in itertools.pairwise(figures):
        joined = JOINED.fullmatch(one.document.text, before.end, one.start)
        if joined is None or not are_alike(one, figures[0]):
            return
        yield one


def _length(span: Span) -> int:
    return span[1] - span[0] + 1


def _only(told: Sequence[Timed]) -> Mapping[tuple[str, str, Span], Figure]:
    """The one figure of each unit, year and time; none where several are told for it."""
    groups: defaultdict[tuple[str, str, Span], list[Figure]] = defaultdict(list)
    for one in told:
        groups[one.figure.statement.unit, one.year, one.span].append(one.figure)
    return {key: figures[0] for key, figures in groups.items() if len(figures) == 1}


def _tiles(by_span: Mapping[Span, Figure]) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """Each time with the shorter ones of one length that fill it without a gap, the longest first."""
    for (first, last), total in by_span.items():
        for length in (6, QUARTER, 1):
            starts = range(first, last + 1, length)
            spans = [(start, start + length - 1) for start in starts]
            if len(spans) >= FEWEST and spans[-1][1] == last and all(span in by_span for span in spans):
                yield total, tuple(by_span[span] for span in spans)
                break
