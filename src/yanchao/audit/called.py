"""The figures beside one that have a given name: how a definition of the packs finds its members in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from yanchao.audit.dossier import Dossier, Figure, may_be_of_one_time
from yanchao.audit.messages import Words
from yanchao.audit.topics import OWN_WORDS, UNLISTED_PLACE
from yanchao.interval import Interval
from yanchao.lexicon.entries import Ratio
from yanchao.quick import pattern
from yanchao.statements.statement import Kind

ADDED = frozenset({"new", "cumulative"})
NEW = "新"
"""A name that begins so means what was added (新登记…)."""

SELF = pattern(r"(?:本|该|我)?(?:公司|集团|企业|行|院|校)")
"""How the one that a text is about is called in it: its figures are not those of a part."""

PER_HEAD = "人均"
"""What stands between the one that a ratio is of and its measure, and is neither's: 会员企业人均营业收入."""

MOST_MEMBERS = 8
"""Figures of one name that are tried as the one that is meant; where there are more, the nearest."""

MOST_AFAR = 3
"""The same where they are looked for in all of the document."""

SHORTEST = 2
OPEN = "…"
"""The end of a name that any words may follow."""


def words_of(names: Sequence[str], dossier: Dossier) -> frozenset[str]:
    """The words that the names of a definition stand for: all of a measure's where one is its id."""
    measures = dossier.lexicon.measures
    return frozenset(
        word
        for name in names
        for word in ((measures[name].name, *measures[name].aliases) if name in measures else (name,))
    )


def usual_range(definition: Ratio) -> Interval | None:
    """Between what nearly all ratios of a definition lie, where the packs say."""
    if definition.least is None or definition.most is None:
        return None
    return Interval(float(definition.least), float(definition.most))


def told(names: Sequence[str], dossier: Dossier) -> Words:
    """The first of the names, as a message tells it."""
    measure = dossier.lexicon.measures.get(names[0])
    word = names[0].removesuffix(OPEN)
    return Words(measure.name, measure.name_en) if measure is not None else Words(word, word)


def ending(words: str, names: frozenset[str]) -> str | None:
    """The longest of `names` that ends `words`, or an open one (销售…) that stands in them."""
    longest, opened = _shape(names)
    for name in opened:
        if name[:-1] in words:
            return name
    sizes = range(min(len(words), longest), SHORTEST - 1, -1)
    return next((words[-size:] for size in sizes if words[-size:] in names), None)


@lru_cache(maxsize=256)
def _shape(names: frozenset[str]) -> tuple[int, tuple[str, ...]]:
    """The length of the longest name, and the open ones."""
    return max(map(len, names), default=0), tuple(sorted(name for name in names if name.endswith(OPEN)))


def called(names: Sequence[str], figure: Figure, dossier: Dossier) -> list[Figure]:
    """The levels of one of the names beside a figure, of its time and status: those of its sentence, else of its paragraph, else of its
    document where they are of its subject; the nearest first."""
    wanted = words_of(names, dossier)
    near = _called(wanted, figure, dossier.around(figure), dossier)
    whose = _whose(figure, dossier)
    if near or not figure.topic.subject:
        return near
    everywhere = (one for one in dossier.of_document(figure) if _whose(one, dossier) == whose)
    return _called(wanted, figure, everywhere, dossier)


def called_anywhere(names: Sequence[str], figure: Figure, dossier: Dossier) -> list[Figure]:
    """The levels of one of the names in a figure's document, of its time and status, whatever they are said to be of; the nearest first."""
    wanted, words = words_of(names, dossier), dossier.topics.words
    found = [
        one
        for one in dossier.of_document(figure)
        if one is not figure
        and (name := ending(words(one.statement), wanted)) is not None
        and (_is_of_its_time(one, figure, name) or _ends_its_time(one, figure, name))
    ]
    return sorted(found, key=lambda one: abs(one.start - figure.start))[:MOST_AFAR]


def called_at_any_time(names: Sequence[str], figure: Figure, dossier: Dossier) -> list[Figure]:
    """The levels of one of the names in a figure's document, of whatever year; the nearest first."""
    wanted, words = words_of(names, dossier), dossier.topics.words
    found = [
        one
        for one in dossier.of_document(figure)
        if one is not figure
        and (name := ending(words(one.statement), wanted)) is not None
        and _is_told_plainly(one, figure, name)
    ]
    return sorted(found, key=lambda one: abs(one.start - figure.start))[:MOST_MEMBERS]


def _called(
    wanted: frozenset[str], figure: Figure, among: Iterable[Figure], dossier: Dossier
) -> list[Figure]:
    beside, exact, alike, named = [], [], [], []
    whose = _whose(figure, dossier)
    for other in among:
        words = dossier.topics.words(other.statement)
        name = ending(words, wanted)
        if other is figure or name is None or not _is_of_its_time(other, figure, name):
            continue
        if words not in wanted and _is_of_other_measure(other, wanted, dossier):
            continue
        if words in wanted or SELF.fullmatch(other.statement.subject or ""):
            exact.append(other)
        if other.statement.sentence == figure.statement.sentence:
            beside.append(other)
        if _whose(other, dossier) == whose:
            alike.append(other)
        named.append(other)
    # What is called by the name alone comes before a part of it (常住人口 before 乡村常住人口).
    found = [one for one in exact if one in beside] or exact or beside or alike
    if not found and not whose:
        found = _of_the_place(named)
    return sorted(found, key=lambda one: abs(one.start - figure.start))[:MOST_MEMBERS]


def _of_the_place(figures: Sequence[Figure]) -> list[Figure]:
    """The figures that are told of one place by its name (望海市出口768亿元…。贸易顺差343亿元): whose is not said is that place's."""
    places = {one.topic.subject for one in figures}
    is_one = len(places) == 1 and UNLISTED_PLACE.fullmatch(next(iter(places))) is not None
    return [*figures] if is_one else []


def _is_of_other_measure(figure: Figure, wanted: frozenset[str], dossier: Dossier) -> bool:
    """Whether the packs list what it measures as something else, though its name ends as a wanted one does: 入境游客 is not 游客."""
    measure = dossier.lexicon.measures.get(figure.topic.measure)
    return measure is not None and wanted.isdisjoint((measure.name, *measure.aliases))


def _whose(figure: Figure, dossier: Dossier) -> str:
    """Whose a figure is; the place that a text is about (全市) is nobody in particular."""
    subject = figure.topic.subject
    if subject.endswith(PER_HEAD):
        subject = dossier.topics.subject_of(subject.removesuffix(PER_HEAD))
    return "" if OWN_WORDS.fullmatch(subject) else subject


def _ends_its_time(other: Figure, figure: Figure, name: str) -> bool:
    """Whether another is of the last year of the years that a figure is told of: what was reached over five years is reached at their end."""
    told = figure.years
    return (
        told is not None
        and other.year is not None
        and told[0] < told[1] == other.year
        and figure.statement.kind is Kind.SHARE
        and _is_told_plainly(other, figure, name)
    )


def _is_of_its_time(other: Figure, figure: Figure, name: str) -> bool:
    return may_be_of_one_time(other, figure) and _is_told_plainly(other, figure, name)


def _is_told_plainly(other: Figure, figure: Figure, name: str) -> bool:
    """Whether a figure is of the kind and status of a definition's member, and no addition."""
    statement = other.statement
    # 自然增长率 is read as a growth, and is a rate like those of births and deaths.
    is_share = figure.statement.kind in (Kind.SHARE, Kind.GROWTH) and name.endswith("率")
    return (
        statement.kind is (Kind.SHARE if is_share else Kind.LEVEL)
        and statement.status is figure.statement.status
        and (name.startswith(NEW) or not statement.qualifiers & ADDED)
        and not other.is_told_aside
    )
