"""Whose a figure is, where its own words do not tell: of the thing that was just told of, or of nobody whom another text could mean.

- 其中 goes on with the thing before it: behind 民营企业进出口8万亿元 the words 其中，出口5万亿元 are about the private firms.
- 公司 is another firm in the next notice, and 该项目 another project: what a text calls the one that it is about belongs to its document.
- A bulletin of a county that no pack lists says 常住人口60万人, and so does the next county's: without a place, a cluster or a name the figure
  belongs to its document, and meets only what that document says of it.
"""

from __future__ import annotations

import re
from functools import cache

from yanchao.ledger.clauses import OF_WHICH, clause_start, clause_starts, without_figures
from yanchao.ledger.keys import AMOUNTS, GENERAL, OF, PLACES, counted
from yanchao.ledger.series import NOBODY, SeriesKey
from yanchao.ledger.wording import any_of, words
from yanchao.lexicon.entries import Measure
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.statement import Kind, Statement

TELLS_ITSELF = 7
"""Characters of a name that is long enough to hold its owner's."""

OF_ALL = "economy"
"""The scope of measures that are the whole place's where nobody else is named."""

OTHER_HALF = {"imports": "exports", "exports": "imports"}
"""Measures of one thing that texts tell of in one breath, naming it once."""

INCOME, SPENDING, SPENT = "fiscal-revenue", "fiscal-spending", "支出"
"""财政收入90亿元、支出200亿元: a budget's other side, whose name the word for its income has told."""

NEW = frozenset({"new"})

LEAST = 2
"""Characters that the names of a whole and of its part end in alike."""

DIGITS = 8
"""Of a document's id: enough to tell the documents of a ledger apart."""


@dataclass(frozen=True, slots=True)
class Before:
    """What was told before a statement: the first key of the sentence before, the first and last key of its own, where that sentence begins,
    and where the last figure ends."""

    led: SeriesKey | None = None
    first: SeriesKey | None = None
    last: SeriesKey | None = None
    sentence: int = -1
    end: int = -1

    def then(self, key: SeriesKey, statement: Statement) -> Before:
        """The same with one more statement told."""
        start = statement.sentence.start
        if start == self.sentence:
            return replace(self, last=key, end=statement.end)
        return Before(self.first, key, key, start, statement.end)

    def of_which(self, statement: Statement, text: str) -> SeriesKey | None:
        """The key of the thing whose parts are told, where 其中 opens the sentence or the clause of a statement."""
        start = statement.sentence.start
        if OF_WHICH.match(text, start):
            return self.led if start == self.sentence else self.first
        return (
            self.last
            if start == self.sentence and OF_WHICH.match(text, clause_start(statement, text))
            else None
        )

    def counts_its_things(self, key: SeriesKey, statement: Statement) -> bool:
        """Whether a growth is that of the things just counted in the sentence (汽车出口40万辆，增长3%), and not of what they cost."""
        last = self.last
        return (
            last is not None
            and key.kind is not Kind.LEVEL
            and key.measure in counted()
            and statement.sentence.start == self.sentence
            and replace(last, kind=key.kind, unit=key.unit, base=key.base, qualifiers=key.qualifiers)
            == replace(key, measure=counted()[key.measure])
        )

    def goes_on_with(self, key: SeriesKey, statement: Statement) -> bool:
        """Whether a growth says more of the new things just counted (新设立企业3万家，同比增长5%), naming none itself."""
        last, measure = self.last, statement.words("measure")
        return (
            last is not None
            and key.kind is Kind.GROWTH
            and last.kind is Kind.LEVEL
            and statement.sentence.start == self.sentence
            and (measure is None or measure.start < self.end)
            and replace(last, kind=key.kind, unit=key.unit, base=key.base, qualifiers=key.qualifiers) == key
            and not NEW & frozenset(key.qualifiers)
            and frozenset(last.qualifiers) >= NEW
        )

    def spends(self, key: SeriesKey, statement: Statement) -> bool:
        """Whether 支出 goes on from a budget's income in the sentence, told of the same place or owner."""
        last = self.last
        return (
            last is not None
            and key.measure == SPENT
            and last.measure == INCOME
            and statement.sentence.start == self.sentence
            and (last.subject, last.region) == (key.subject, key.region)
        )

    def is_part_of_new(self, key: SeriesKey, statement: Statement, text: str) -> bool:
        """Whether 其中 parts what came new: behind 新增装机3万千瓦 the words 其中光伏装机1万千瓦 tell of no stock."""
        whole = self.of_which(statement, text)
        return (
            whole is not None
            and key.kind is whole.kind is Kind.LEVEL
            and key.unit == whole.unit
            and frozenset(whole.qualifiers) >= NEW
            and not NEW & frozenset(key.qualifiers)
        )

    def other_half(self, key: SeriesKey, statement: Statement) -> SeriesKey | None:
        """The key just told of in the sentence, where this one is its other half: behind 服务出口2万亿元 the words 进口3万亿元 are of services."""
        if self.last is None or statement.sentence.start != self.sentence:
            return None
        return self.last if OTHER_HALF.get(key.measure) == self.last.measure else None

    def part_of_like(self, key: SeriesKey, statement: Statement, text: str) -> str | None:
        """The words from 其中 up to the figure, where it stands behind the figure told of just before and both have one key."""
        if self.last != key or statement.sentence.start != self.sentence:
            return None
        starts = [start for start in clause_starts(statement, text) if start > self.end]
        opening = next((start for start in starts if OF_WHICH.match(text, start)), None)
        return None if opening is None else without_figures(text[opening : statement.start])


def goes_on(key: SeriesKey, before: Before, statement: Statement, text: str, lexicon: Lexicon) -> SeriesKey:
    """The key with the subject of what was told before, where 其中 goes on with it and a known measure names no subject itself.

    A part that bears the name of its whole (投资增长5%，其中民生领域力度加大，增长8%) was not read whole, and does not meet it.
    """
    if before.counts_its_things(key, statement):
        return replace(key, measure=counted()[key.measure])
    if before.spends(key, statement):
        return replace(key, measure=SPENDING)
    if before.goes_on_with(key, statement) or before.is_part_of_new(key, statement, text):
        key = replace(key, qualifiers=tuple(sorted((*key.qualifiers, *NEW))))
        if key.kind is Kind.GROWTH:
            return key
    if _names_its_part(key, before, statement, text, lexicon):
        return replace(key, qualifiers=tuple(it for it in key.qualifiers if it != "subset"))
    if key.region is None or key.subject != key.region or key.measure not in lexicon.measures:
        return key
    part = before.part_of_like(key, statement, text)
    if part is not None:
        return replace(key, subject=f"{key.subject}·{part}")
    whole = before.other_half(key, statement) or before.of_which(statement, text)
    if whole is not None and _are_both_the_places(key, whole, lexicon):
        # 其中 tells nothing of 出口 behind 进出口, which is a part by its name
        return replace(key, qualifiers=tuple(it for it in key.qualifiers if it != "subset"))
    if (
        whole is None
        or whole.region != key.region
        or whole.measure not in lexicon.measures.keys() - {key.measure}
    ):
        return key
    is_name = whole.subject != NOBODY and "·" not in whole.subject
    return (
        replace(key, subject=whole.subject)
        if is_name and whole.subject not in lexicon.measure_by_word
        else key
    )


def _names_its_part(
    key: SeriesKey, before: Before, statement: Statement, text: str, lexicon: Lexicon
) -> bool:
    """Whether 其中 tells nothing that the name does not: 民间投资 behind 固定资产投资 is a part by its name, 高校毕业生 behind 新增就业 is not."""
    if "subset" not in key.qualifiers or key.measure in lexicon.measures:
        return False
    name = "".join((statement.measure or "").split())
    if len(name) >= TELLS_ITSELF and measured_by(name, lexicon) is not None:
        return True
    whole = before.of_which(statement, text)
    if (
        whole is None
        or whole.region != key.region
        or whole.subject != key.region
        or "subset" in whole.qualifiers
    ):
        return False
    known = lexicon.measures.get(whole.measure)
    if known is None:
        return (
            len(whole.measure) < len(key.measure)
            and key.measure.endswith(whole.measure[-LEAST:])
            and whole.measure not in words("bare")
        )
    return known.scope == OF_ALL and known is measured_by(name, lexicon)


def measured_by(name: str, lexicon: Lexicon) -> Measure | None:
    """The known measure of an amount that a name ends in, whatever else it says: 民间投资 is an investment."""
    ends = (lexicon.measure_by_word.get(name[start:]) for start in range(len(name)))
    return next((known for known in ends if known is not None and known.dimension in AMOUNTS), None)


def _are_both_the_places(key: SeriesKey, told: SeriesKey, lexicon: Lexicon) -> bool:
    """Whether two measures are told of one place as such, each under a name of its own; 5项指标 before one names nothing at all."""
    if (told.subject, told.region) != (key.subject, key.region) or told.measure == key.measure:
        return False
    return _is_of_all(key.measure, lexicon) and (
        _is_of_all(told.measure, lexicon) or told.measure in words("bare")
    )


def _is_of_all(measure: str, lexicon: Lexicon) -> bool:
    known = lexicon.measures.get(measure)
    return known is not None and known.scope == OF_ALL


def names_itself(measure: str) -> bool:
    """Whether a name says by itself whose it is, where nothing else does: 五年期国债收益率 does, 市盈率 and 股东净利润 are anybody's."""
    return len(measure) >= TELLS_ITSELF and not measure.isascii() and not _anybodys().search(measure)


@cache
def _anybodys() -> re.Pattern[str]:
    return pattern(any_of("anybodys"))


@cache
def _kinds() -> re.Pattern[str]:
    return pattern(f"{any_of('kinds')}$")


def of_its_document(key: SeriesKey, document: str) -> SeriesKey:
    """The key with its document's id, where its words say nobody's name, and no place or cluster is known."""
    own = key.subject
    if own.startswith(OF):
        return replace(key, subject=f"{NOBODY}·{document[:DIGITS]}")
    if own == NOBODY and names_itself(key.measure):
        return key
    whose = own.partition("·")[0]
    is_anybodys = whose in (NOBODY, "", *GENERAL) or _kinds().search(whose) is not None
    is_a_firms = own == key.cluster  # what a firm earns with its robots
    is_nobodys = key.region is None and (is_a_firms or (key.cluster is None and is_anybodys))
    if not is_nobodys and whose not in words("itself") and PLACES.fullmatch(own) is None:
        return key
    return replace(key, subject=f"{own or NOBODY}·{document[:DIGITS]}")
