"""Who says so, when, in which words, and who disagrees: a series as a person reads it in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.interval import Interval
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.matching.normal import named_by
from yanchao.ledger.series import Assertion, Observation, Series, SeriesKey
from yanchao.lexicon.entries import Cluster, Measure, Region
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, replace
from yanchao.statements.statement import Kind

SHOWN = 40
"""Characters of a sentence shown before and after its figure."""

RANKS = {
    1: ("统计部门", "statistical office"),
    2: ("政府", "government"),
    3: ("规划", "plan"),
    4: ("协会与研究", "association or research"),
    5: ("媒体", "press"),
}
"""What the ranks of sources are called in Chinese and English; any other is of an unknown kind."""

UNKNOWN = ("来源类别不详", "kind of source unknown")
DISPUTED = ("来源不一", "sources differ")
CONTRADICTS = ("与首位相抵", "contradicts the first")

FRACTION = "1"
RATES = (Kind.SHARE, Kind.GROWTH, Kind.CHANGE)

SPEAKS_OF = """(contains(name, ?) OR contains(replace(name, ' ', ''), ?) OR contains(lower(name_en), ?) OR ends_with(series, ?)
    OR measure = ? OR region = ? OR cluster = ? OR (measure = ? AND subject = ?))"""


DIFFER = "series IN (SELECT series FROM observations WHERE disputed)"


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a line names it."""

    uri: str
    title: str


def named_so(
    words: Sequence[str], ledger: Ledger, lexicon: Lexicon, *, disputed: bool = False
) -> tuple[Series, ...]:
    """The series that each of the words speaks of, those with the shortest names first: the word stands in the name, ends the id, is
    what the packs call its measure, its place or its cluster, or another name of what is measured (一产增加值). Words may stand in one,
    with spaces between them or a place in front (浙江研发投入强度). With `disputed` only the points on which sources differ."""
    values: list[str | None] = []
    asked = [part for word in words for each in word.split() for part in _parted(each, lexicon)]
    for word in asked:
        measure = lexicon.measure_by_word.get(word)
        place = lexicon.region_by_word.get(word)
        cluster = lexicon.cluster_by_word.get(word)
        values += [word, word, word.lower(), word, *_ids(measure, place, cluster), *named_by(word, lexicon)]
    chosen = [*([DIFFER] if disputed else ()), *[SPEAKS_OF] * len(asked)]
    query = f"SELECT series FROM series WHERE {' AND '.join(chosen)}"  # noqa: S608
    ids = [id for (id,) in ledger.each_row(query, values)]
    found = list(ledger.some_series(ids).values()) if ids else []
    if disputed:
        found = [
            replace(each, observations=tuple(it for it in each.observations if it.disputed)) for each in found
        ]
    return tuple(sorted(found, key=lambda series: (len(series.name), -_times(series), series.id)))


def _parted(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """A place in front and what is asked of it, or the word."""
    if word in lexicon.measure_by_word or word in lexicon.cluster_by_word:
        return (word,)
    places = (end for end in range(len(word) - 1, 1, -1) if word[:end] in lexicon.region_by_word)
    end = next(places, 0)
    return (word[:end], word[end:]) if end else (word,)


def about_points(series: Series, ledger: Ledger, language: int) -> list[str]:
    """A series with every point and everyone's word for it, the best source first, in lines for a person."""
    lines = [f"{(series.name, series.name_en)[language]}  {series.id}"]
    for point in series.observations:
        differ = f"  {DISPUTED[language]}" if point.disputed else ""
        lines.append(f"  {told_point(point, series.key)}{differ}")
        lines += (_told(said, point.assertions[0], ledger, language) for said in point.assertions)
    return lines


def told_point(point: Observation, key: SeriesKey) -> str:
    """When, whether it is reached, and how much: a rate or share in percent, all else in its base unit."""
    is_rate = key.unit == FRACTION and key.kind in RATES
    value = f"{point.value * (100 if is_rate else 1):,.6f}".rstrip("0").rstrip(".")
    unit = "%" if is_rate else "" if key.unit == FRACTION else f" {key.unit.partition(':')[2] or key.unit}"
    return f"{point.period or '—'} {point.status} {point.comparator}{value}{unit}"


def told_words(said: Assertion, source: Source) -> str:
    """The words around a figure, with the figure marked, and where they stand."""
    at, end = said.start - said.quote_start, said.end - said.quote_start
    before, figure, after = (
        said.quote[max(0, at - SHOWN) : at],
        said.quote[at:end],
        said.quote[end : end + SHOWN // 2],
    )
    return f"…{' '.join(before.split())}【{figure}】{' '.join(after.split())}  ({source.uri})"


def source_of(said: Assertion, ledger: Ledger) -> Source:
    """The document that says so."""
    found = ledger.each_row("SELECT uri, title FROM documents WHERE document = ?", [said.document])
    return Source(*next(iter(found)))


def _told(said: Assertion, best: Assertion, ledger: Ledger, language: int) -> str:
    source = source_of(said, ledger)
    who = said.cited or source.title
    parts = [str(said.vintage or "—"), RANKS.get(said.rank, UNKNOWN)[language], who]
    if not Interval(said.low, said.high).meets(Interval(best.low, best.high)):
        parts.append(CONTRADICTS[language])
    return f"    {'  '.join(part for part in parts if part)}\n      {told_words(said, source)}"


def _times(series: Series) -> int:
    return sum(point.times for point in series.observations)


def _ids(measure: Measure | None, place: Region | None, cluster: Cluster | None) -> tuple[str | None, ...]:
    return (measure.id if measure else None, place.code if place else None, cluster.id if cluster else None)
