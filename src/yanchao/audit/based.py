"""Steps from a level that the text tells elsewhere, where the words say of which year it is.

到2027年，产值达到800亿元，比2022年增长1.5倍，年均增长20.1%; 是2022年的2.5倍. What the change led to stands right before it, with no other level between;
what it began with is the one level of the same thing and that year in the document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from yanchao.audit.carried import Carried
from yanchao.audit.dossier import Dossier, Figure, near, part_of_year
from yanchao.audit.steps import CHANGES, Step, is_yearly
from yanchao.quick import pattern
from yanchao.statements.statement import Kind, Status

SINCE = pattern(
    r"(?:[比较]|相?较于|相比于?|与)(?P<year>20\d\d)年(?:[末底]|同期)?(?:相比|比较)?[，,]?[^，,。；;、\d]{0,8}$"
)
TIMES_OF = pattern(r"(?:是|为|相当于|达到?)(?P<year>20\d\d)年(?:[末底]|同期)?的$")
"""Before a change, and before a multiple: the year that it is counted from."""

PARTS = pattern(r"[；;]|其中")
"""Between a level and a change: words behind which other things are told."""

OF_PLAN = pattern(r"[一二三四五六七八九十]五”?(?:期间|时期)?|五年")
YEARLY = "annual-average"
SHORTEST, MOST_READINGS = 2, 2
"""Letters by which a level told elsewhere is known, and levels that are tried."""

FAR = 100
"""How many levels of a unit before a target the one may stand that its growth is counted from."""


def based(dossier: Dossier) -> Iterator[Step]:
    """The changes of the documents that are counted from a level told elsewhere under its year."""
    found = [
        (year, now, change)
        for sentence in dossier.sentences()
        for at, change in enumerate(sentence)
        if (year := _year(change)) is not None
        and (now := _now(sentence, at)) is not None
        and now.year is not None
        and now.year > year
    ]
    levels = _levels(dossier) if found else {}
    for year, now, change in found:
        before = levels.get((*_key(now, dossier), year), [])
        if len(before) == 1 and before[0].statement.sentence != now.statement.sentence:
            yield Step(before[0], now, change, is_yearly(change.own_lead))


def supposed(dossier: Dossier) -> Iterator[Carried]:
    """The changes that may be counted from a level told elsewhere: by words that end as those of what they led to, or from the last year before
    a target that the text tells (2024年，全市机器人产业产值800亿元。…到2027年，机器人产业产值达到1300亿元，年均增长17.6%)."""
    known = {step.change for step in dossier.once(based)}
    levels: defaultdict[tuple[str, str], list[Figure]] | None = None
    for sentence in dossier.sentences():
        for at, change in enumerate(sentence):
            if change.statement.kind not in CHANGES or change in known:
                continue
            is_average = YEARLY in change.statement.qualifiers
            year, now = _year(change), _now(sentence, at)
            is_planned = now is not None and now.statement.status is Status.TARGET and is_average
            if now is None or now.year is None or not (year or is_planned):
                continue
            levels = _on_record(dossier) if levels is None else levels
            name = dossier.topics.words(now.statement)
            before = [
                one
                for one in near(now, levels[now.document.uri, now.statement.unit], FAR)
                if one.year is not None
                and (one.year == year if year else one.year < now.year)
                and one.start < now.statement.sentence.start
                and len(name) >= SHORTEST
                and dossier.topics.words(one.statement).endswith(name)
                and part_of_year(one.statement.period) == part_of_year(now.statement.period)
            ]
            last = max((one.year or 0 for one in before), default=0)
            readings = [Step(one, now, change, is_average) for one in before if one.year == last]
            if readings:
                yield Carried(change, tuple(readings[:MOST_READINGS]), is_named=False)


def _on_record(dossier: Dossier) -> defaultdict[tuple[str, str], list[Figure]]:
    """The levels on record by their document and unit."""
    levels: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in dossier.figures:
        if figure.statement.status is Status.ACTUAL and figure.is_amount and not figure.is_told_aside:
            levels[figure.document.uri, figure.statement.unit].append(figure)
    return levels


def _year(change: Figure) -> int | None:
    """The year that a change is counted from."""
    statement = change.statement
    if _is_multiple(change):
        told = TIMES_OF.search(change.own_lead)
    elif statement.kind in CHANGES:
        told = SINCE.search(change.own_lead)
    else:
        return None
    if told is not None:
        return int(told["year"])
    # An average that goes on from a change since a year (比2022年增长1.5倍，年均增长20.1%) was read so.
    years = change.years
    if YEARLY not in statement.qualifiers or not years or years[0] >= years[1]:
        return None
    # The years of a five-year plan (“十四五”期间年均增长10.1%) are those behind the one that growth is counted from.
    words = statement.words("period")
    of_plan = (
        words is not None and OF_PLAN.search(change.document.text, words.start, words.end + 3) is not None
    )
    return years[0] - 1 if of_plan else years[0]


def _now(sentence: Sequence[Figure], at: int) -> Figure | None:
    """The level that a change is told of: the nearest before it, with no figures but other changes between."""
    for one in reversed(sentence[:at]):
        if PARTS.search(one.document.text, one.end, sentence[at].start):
            return None
        if one.is_amount and not one.is_told_aside:
            return one
        if one.statement.kind not in CHANGES and not _is_multiple(one):
            return None
    return None


def _is_multiple(figure: Figure) -> bool:
    return figure.statement.kind is Kind.SHARE and "倍" in figure.text


def _levels(dossier: Dossier) -> Mapping[tuple[object, ...], list[Figure]]:
    """The levels on record by what they are of and their year, each number once."""
    levels: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in dossier.figures:
        if figure.statement.status is Status.ACTUAL and figure.is_amount and figure.year is not None:
            same = levels[*_key(figure, dossier), figure.year]
            if not any(figure.range.meets(one.range) for one in same):
                same.append(figure)
    return levels


def _key(figure: Figure, dossier: Dossier) -> tuple[object, ...]:
    statement = figure.statement
    return (
        figure.document.uri,
        dossier.topics.words(statement),
        statement.region,
        statement.unit,
        part_of_year(statement.period),
        statement.qualifiers,
    )
