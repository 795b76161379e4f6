"""What a rule is given: the documents, their figures by topic, and what the packs know."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from yanchao.audit.topics import Topic, Topics
from yanchao.audit.undated import Place, Told, is_unknown
from yanchao.documents.document import Document
from yanchao.interval import EVERYTHING, Interval
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.interval import interval
from yanchao.statements.statement import Comparator, Extraction, Kind, Quantity, Span, Statement

if TYPE_CHECKING:
    from yanchao.audit.recorded import OnRecord, Records
    from yanchao.audit.references import References
    from yanchao.audit.silence import Silence


Found = TypeVar("Found")

CURRENCIES = ("CNY", "USD", "HKD", "EUR", "JPY")
"""What the units of amounts of money begin with."""

LONGEST_CLAUSE = 400
"""Characters before a figure in which its clause begins; one that begins before them says nothing of it."""

CLAUSE_MARKS = "，。；！？,;\n"
LARGER_PLACE = pattern(r"(?<![占居列为在])(?:全国|我国|国内|全球|全世界|世界)(?![第首前的占平各唯最内\d])")
"""A larger place named as the one whose figure follows (全国汽车产量), and not as what it is a part of (占全国, 全国第一)."""

STARTING_POINT = pattern(
    r"[从由自](?:(?:20\d\d|[上去前])年(?:同期|同月|末|底)?|[年期月]初|[“”十二三四五末]{3,6})?的?$"
)

COMPARED_WITH = pattern(
    r"(?:[比与较同]|较于)[^，,。；;、（()]{1,10}的$|[上去]年[^，。；、]{0,4}[为是：:]$|[（(]20\d\d年(?:同期|末|底)?[为是：:]?$|[上去]年同期$|上年[^，,。；;、]{0,6}$"
)

TOLD_AS_CHANGE = pattern(
    r"(?:增产|减产|增加|减少|增收|减收|增支|减支|多收|少收|多支|少支|多增|少增|新增|净增|多出|少出|高出|低出|增长|下降|提高|降低|扩大|缩小)了?[约近超]?$"
)

MILESTONE = pattern(r"的?新?(?:台阶|大关|关口|门槛)")
"""Behind a round number that was passed (站稳20万亿元台阶): what was reached is that or more."""

TOGETHER = 60
"""Figures of one sentence that are looked at together, and of one paragraph on either side of a figure. No reader ties the sixty-first
to the first, and text made to be slow to check has sentences without end."""

FAR_APART = 400
"""The same on either side of a figure in its whole document."""

DAY = len("2024-12-31")

UNSIGNED = frozenset({Kind.LEVEL, Kind.SHARE, Kind.RANK, Kind.STREAK})
"""Kinds whose figures cannot lie below nothing unless they are printed so."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a printed figure claims.

    `range` is where the true value lies; `stated` is the number itself with its rounding only, without the
    comparator: 超7200亿元 ranges from there to infinity and states 7200亿元.
    """

    range: Interval
    stated: Interval


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """One statement as the audit sees it. Two figures are the same only if they are the same object.

    `original` is the statement as it was read, where the audit has given it a period in a year that the text does not say.
    """

    document: Document
    statement: Statement
    topic: Topic
    claim: Claim
    original: Statement | None = None

    @property
    def as_read(self) -> Statement:
        """The statement as it was read."""
        return self.original or self.statement

    @property
    def range(self) -> Interval:
        """Where the true value lies."""
        return self.claim.range

    @property
    def text(self) -> str:
        """The quantity as printed, without the line breaks that tore it."""
        return "".join(self.document.text[self.statement.start : self.statement.end].split())

    @property
    def is_in_words(self) -> bool:
        """Whether it is told without digits (四分之一, 近三成): a manner of speaking, true to a fifth or so."""
        return not any(character.isdecimal() for character in self.text)

    @property
    def start(self) -> int:
        return self.statement.start

    @property
    def end(self) -> int:
        return self.statement.end

    @property
    def unit(self) -> str:
        """Its unit, machines being counted in one whatever the counter."""
        return counter(self.statement.unit)

    @property
    def value(self) -> float:
        return float(self.statement.value)

    def says(self, field: str) -> bool:
        """Whether the figure's own clause gives the field: its words stand beside the figure, no stop between.

        Evidence that was carried over from another clause is how a figure is read, not what the text says of it.
        """
        words = self.statement.words(field)
        if words is None or words.inherited or words.start >= words.end:
            return False
        first, last = sorted(((words.start, words.end), (self.start, self.end)))
        return not any(mark in self.document.text[first[1] : last[0]] for mark in CLAUSE_MARKS)

    def says_in_sentence(self, field: str) -> bool:
        """Whether the figure's own sentence gives the field."""
        words, sentence = self.statement.words(field), self.statement.sentence
        return words is not None and sentence.start <= words.start < words.end <= sentence.end

    @property
    def is_starting_point(self) -> bool:
        """Whether it is where a change began (从3826.5亿元提高到…): a figure of an earlier time than its clause's."""
        return STARTING_POINT.search(self.document.text[max(0, self.start - 12) : self.start]) is not None

    @property
    def is_compared_with(self) -> bool:
        """Whether it is what another figure is compared with (较期初的43.08%下降…): one of an earlier time, or of somebody else."""
        return COMPARED_WITH.search(self.document.text[max(0, self.start - 14) : self.start]) is not None

    @property
    def is_amount(self) -> bool:
        """Whether it is a level, told without a bound or a hedge."""
        return (
            self.statement.kind is Kind.LEVEL
            and self.statement.comparator is Comparator.EQUAL
            and not is_milestone(self.document, self.statement)
        )

    @property
    def is_told_aside(self) -> bool:
        """Whether it is told for the sake of another: what that was compared with, where it began, or what came to it."""
        return self.is_compared_with or self.is_starting_point or self.is_told_as_change

    @property
    def own_lead(self) -> str:
        """What stands before the figure in its own clause."""
        text = self.document.text
        return text[_clause_start(text, self.start, self.statement.sentence.start) : self.start]

    @property
    def lead(self) -> str:
        """What stands before the figure in its own clause; for a part (其中…), in the clause before as well."""
        text = self.document.text
        begins = _clause_start(text, self.start, self.statement.sentence.start)
        if "其中" in text[begins : self.start] or "subset" in self.statement.qualifiers:
            begins = _clause_start(text, begins - 1, self.statement.sentence.start)
        return text[begins : self.start]

    @property
    def is_of_larger_place(self) -> bool:
        """Whether its clause opens with the country or the world as the one that has it, whatever region it was read as."""
        return LARGER_PLACE.search(self.lead) is not None

    @property
    def is_told_as_change(self) -> bool:
        """Whether the verb right before it makes it an addition (比上年增产28万吨), not a level."""
        return TOLD_AS_CHANGE.search(self.document.text[max(0, self.start - 6) : self.start]) is not None

    @property
    def years(self) -> tuple[int, int] | None:
        """First and last year of the period, None where the text gives none."""
        return years(self.statement.period)

    @property
    def year(self) -> int | None:
        """The year of the period, None where it is not a single year or a part of one."""
        span = self.years
        return span[0] if span is not None and span[0] == span[1] else None

    @property
    def told_year(self) -> str:
        """The year of the period as one would say it: its number, or the text's own words (今年) where it has none."""
        words = self.statement.words("period")
        if self.year is not None and is_unknown(self.year) and words is not None:
            return self.document.text[words.start : words.end]
        return str(self.year)


@dataclass(frozen=True)
class Dossier:
    """Everything that a rule may look at."""

    extractions: tuple[Extraction, ...]
    lexicon: Lexicon
    topics: Topics
    silences: tuple[Silence, ...] = ()
    idle: tuple[Silence, ...] = ()
    """The silences that silenced nothing; known only to a rule that is the last to look."""
    records: Records | None = None
    """What a ledger has for the figures, None where no ledger was given."""
    undated: Mapping[Place, Told] = field(default_factory=dict)
    """Periods in a year that the text does not say, for figures without a period (`undated.py`)."""
    known: Mapping[Place, Figure] = field(default_factory=dict)
    """Figures of a dossier that this one was made from, by place: where the statement is the same, so is the figure."""

    def restated(self, extractions: Sequence[Extraction]) -> Dossier:
        """The same documents with some statements read differently."""
        return replace(self, extractions=tuple(extractions), known=self._by_place)

    @cached_property
    def _by_place(self) -> Mapping[Place, Figure]:
        return {(one.document.uri, one.start): one for one in self.figures}

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every statement of every document, in order."""
        return tuple(
            self._figure(extraction.document, statement)
            for extraction in self.extractions
            for statement in extraction.statements
        )

    def _figure(self, document: Document, statement: Statement) -> Figure:
        known = self.known.get((document.uri, statement.start))
        if known is not None and known.as_read is statement:
            return known
        told = self.undated.get((document.uri, statement.start)) if statement.period is None else None
        dated = statement
        if told is not None:
            others = tuple(words for words in statement.evidence if words.field != "period")
            dated = replace(statement, period=told.period, evidence=(*others, told.evidence))
        quantity = statement.quantity
        if quantity.comparator is Comparator.EQUAL and is_milestone(document, statement):
            quantity = replace(quantity, comparator=Comparator.AT_LEAST)
        return Figure(
            document,
            dated,
            self.topics.of(statement),
            claim(statement, quantity),
            statement if told else None,
        )

    @cached_property
    def by_document(self) -> tuple[tuple[Extraction, tuple[Figure, ...]], ...]:
        """The figures document by document, in order of place."""
        figures = iter(self.figures)
        return tuple(
            (extraction, tuple(next(figures) for _ in extraction.statements))
            for extraction in self.extractions
        )

    @cached_property
    def by_topic(self) -> Mapping[Topic, Sequence[Figure]]:
        """The figures about the same thing, in order."""
        return grouped(self.figures)

    @cached_property
    def levels(self) -> Mapping[tuple[str, str], Sequence[Figure]]:
        """The levels above nothing by what they measure and in what unit, in order."""
        groups: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
        for figure in self.figures:
            if figure.statement.kind is Kind.LEVEL and figure.value > 0:
                groups[figure.topic.measure, figure.statement.unit].append(figure)
        return groups

    def lacks_sign(self, figure: Figure) -> bool:
        """Whether a rate is printed without its sign (研发投入强度达3.6): what it is a hundredth of cannot be compared."""
        measure = self.lexicon.measures.get(figure.topic.measure)
        return (
            measure is not None
            and measure.dimension == "share"
            and figure.statement.unit == "1"
            and not any(sign in figure.text for sign in "%％‰成分")
        )

    @cached_property
    def references(self) -> References:
        """What the packs know, looked up by figure."""
        from yanchao.audit.references import References

        return References(self)

    def once(self, work: Callable[[Dossier], Iterable[Found]]) -> tuple[Found, ...]:
        """All that `work` finds in the dossier (`based`, `breakdowns`), worked out once however many rules ask for it."""
        if work not in self._found:
            self._found[work] = tuple(work(self))
        return self._found[work]

    @cached_property
    def _found(self) -> dict[Callable[[Dossier], Iterable[Any]], tuple[Any, ...]]:
        return {}

    def beside(self, figure: Figure) -> Sequence[Figure]:
        """The figures of a figure's sentence, itself included, in order."""
        return self._by_sentence[figure.document.uri, figure.statement.sentence]

    def around(self, figure: Figure) -> Sequence[Figure]:
        """The figures of a figure's paragraph that stand near it, itself included, in order."""
        return near(figure, self._by_paragraph[figure.document.uri, _paragraph(figure)], TOGETHER)

    def are_of_one_paragraph(self, figure: Figure, other: Figure) -> bool:
        return figure.document is other.document and _paragraph(figure) == _paragraph(other)

    def of_document(self, figure: Figure) -> Sequence[Figure]:
        """The figures of a figure's document that are not too far from it, itself included, in order."""
        return near(figure, self._by_uri[figure.document.uri], FAR_APART)

    @cached_property
    def _by_uri(self) -> Mapping[str, Sequence[Figure]]:
        return {extraction.document.uri: figures for extraction, figures in self.by_document}

    @cached_property
    def _by_paragraph(self) -> Mapping[tuple[str, int], Sequence[Figure]]:
        groups: defaultdict[tuple[str, int], list[Figure]] = defaultdict(list)
        for figure in self.figures:
            groups[figure.document.uri, _paragraph(figure)].append(figure)
        return groups

    @cached_property
    def _by_sentence(self) -> Mapping[tuple[str, Span], Sequence[Figure]]:
        groups: defaultdict[tuple[str, Span], list[Figure]] = defaultdict(list)
        for figure in self.figures:
            groups[figure.document.uri, figure.statement.sentence].append(figure)
        return groups

    def on_record(self, figure: Figure) -> OnRecord | None:
        """What the ledger that the documents are held against has for a figure; None where there is no ledger, or it names
        no measure."""
        return None if self.records is None else self.records.get((figure.document.uri, figure.start))

    def sentences(self) -> Iterator[tuple[Figure, ...]]:
        """The figures sentence by sentence, in order; a sentence without end comes in parts."""
        yield from self._sentences

    def paragraphs(self) -> Iterator[Sequence[Figure]]:
        """The figures paragraph by paragraph, in order; a paragraph without end comes in parts."""
        for whole in self._by_paragraph.values():
            yield from (whole[first : first + TOGETHER] for first in range(0, len(whole), TOGETHER))

    def in_a_row(self) -> Iterator[tuple[Sequence[Figure], tuple[Figure, ...]]]:
        """The figures sentence by sentence, each with those of the sentence with figures before it in its paragraph (none where there is
        none)."""
        before: Sequence[Figure] = ()
        for sentence in self._sentences:
            yield before if before and self.are_of_one_paragraph(sentence[0], before[0]) else (), sentence
            before = sentence

    @cached_property
    def _sentences(self) -> tuple[tuple[Figure, ...], ...]:
        found: list[tuple[Figure, ...]] = []
        for _, figures in self.by_document:
            for _, group in itertools.groupby(figures, key=lambda figure: figure.statement.sentence):
                whole = tuple(group)
                found += [whole[first : first + TOGETHER] for first in range(0, len(whole), TOGETHER)]
        return tuple(found)


def is_milestone(document: Document, statement: Statement) -> bool:
    """Whether a figure is a round number that was passed, not what was reached (站稳20万亿元台阶)."""
    return MILESTONE.match(document.text, statement.end) is not None


def counter(unit: str) -> str:
    """A unit with the counters of machines taken for one: 台, 套 and 台（套） are counted alike."""
    return "count:台" if unit.removeprefix("count:") in MACHINES else unit


MACHINES = frozenset({"台", "套", "台套", "台(套)", "台（套）"})


def near(figure: Figure, among: Sequence[Figure], most: int) -> Sequence[Figure]:
    """The figures `among` those of one document, in their order, that are at most so many before or behind a figure."""
    at = bisect_left(among, figure.start, key=lambda one: one.start)
    return among[max(0, at - most) : at + most + 1]


def _paragraph(figure: Figure) -> int:
    """Where the block of a figure begins; a figure outside of all blocks is a paragraph of its own."""
    block = figure.document.block(figure.start)
    return block.start if block is not None else -1 - figure.start


def _clause_start(text: str, offset: int, least: int) -> int:
    least = max(least, offset - LONGEST_CLAUSE)
    return max(least, *(text.rfind(mark, least, max(offset, least)) + 1 for mark in CLAUSE_MARKS))


def may_be_of_one_time(one: Figure, other: Figure) -> bool:
    """Whether two figures have one period, or the text leaves one of them without; a day stands for its year."""
    if one.statement.period is None or other.statement.period is None:
        return True
    if one.statement.period == other.statement.period:
        return True
    days = len(one.statement.period) == DAY, len(other.statement.period) == DAY
    return any(days) and one.years == other.years


def grouped(figures: Sequence[Figure]) -> Mapping[Topic, Sequence[Figure]]:
    """The figures by topic."""
    groups: defaultdict[Topic, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.topic].append(figure)
    return groups


def claim(statement: Statement, quantity: Quantity | None = None) -> Claim:
    """What a statement's figure claims (or `quantity` in its place); amounts and shares end at nothing."""
    quantity = quantity or statement.quantity
    if _is_exact_count(quantity):
        quantity = replace(quantity, resolution=Decimal(0))
    unsigned = statement.kind in UNSIGNED and quantity.value >= 0
    range_ = interval(quantity)
    stated = interval(replace(quantity, comparator=Comparator.EQUAL))
    return Claim(_above_nothing(range_), _above_nothing(stated)) if unsigned else Claim(range_, stated)


def _is_exact_count(quantity: Quantity) -> bool:
    """Whether a number of things is printed to the last one: 18个 is eighteen, not seventeen and a half to eighteen and a half."""
    counted = quantity.unit.startswith("count") or quantity.unit in ("person", "visit")
    return counted and quantity.resolution == 1 and quantity.comparator is Comparator.EQUAL


def free(figure: Figure) -> Claim:
    """What a figure might claim if nothing were known of it but its kind; what the verb before it makes an addition may have been taken away."""
    is_unsigned = figure.statement.kind in UNSIGNED and not figure.is_told_as_change
    domain = Interval(0.0, math.inf) if is_unsigned else EVERYTHING
    return Claim(domain, domain)


def _above_nothing(range_: Interval) -> Interval:
    return Interval(max(range_.low, 0.0), range_.high)


_YEAR = pattern(r"\d{4}(?=-|/|$)")


def part_of_year(period: str | None) -> str:
    """What is left of a period without its years: which part of the year it is, empty for a whole one."""
    return _YEAR.sub("", period or "")


def years(period: str | None) -> tuple[int, int] | None:
    """First and last year of an ISO 8601 period: `2023`, `2024-01/2024-09`, `2018/2024`, `2024-11-30`."""
    if not period:
        return None
    first, _, last = period.partition("/")
    try:
        return int(first[:4]), int((last or first)[:4])
    except ValueError:
        return None
