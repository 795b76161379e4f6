"""A multiple that is not that of its two figures.

**What it does.** Where a text says that one figure is so many times another, or a fraction of it (产值900亿元，是2020年180亿元的5倍), divides.

**Why it is bad.** One of the three is wrong; often growth by three times was taken for growth to three times.

**How to mend it.** Look up the two figures. 是…的4倍 and 增长3倍 say the same.

**Source.** Arithmetic.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from yanchao.audit.based import based
from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare, solving
from yanchao.audit.finding import Severity
from yanchao.audit.loose import ALL_BUT_SAID, unless_one_holds
from yanchao.audit.messages import Said
from yanchao.audit.relations import ONE, Factor, Increase, Product, Relation
from yanchao.audit.rule import Examples, Group
from yanchao.audit.steps import is_passage
from yanchao.audit.wording import like
from yanchao.interval import Interval
from yanchao.quick import pattern
from yanchao.statements.statement import Comparator, Kind

CODE = "YC113"
NAME = "inconsistent-multiple"
TITLE_ZH = "倍数与它的两个数不符"
PAGE_ZH = """
**查什么。** 文中说一个数是另一个数的几倍或几分之几的（产值900亿元，是2020年180亿元的5倍），两数相除来核。

**为什么。** 三个数里必有一个错；常见的是把“增长3倍”当成了“增长到3倍”。

**怎么改。** 两个数都查一遍。“是……的4倍”与“增长3倍”是一回事。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.multiple")
EXAMPLES = Examples(
    bad=(
        "2024年，全县香菇企业142家。1998年，这里只有2家作坊——二十六年过去，企业数量是当年的711倍。",
        "2024年，全市光伏装机增至506万千瓦；与2020年末的84.3万千瓦相比，已扩大到当时的9.0倍。",
        "全市高新技术企业由286家发展到741家，是2020年的5.6倍。",
        "2024年，全市储能产业产值900亿元，是2020年180亿元的3倍。",
        "2024年，全市充电桩达到6.0万个，相当于2021年1.2万个的3倍。",
        "2020年，全市充电桩1.2万个。2024年，全市充电桩达到6.0万个，是2020年的3.5倍。",
        "2024年，全市阀门产业产值426亿元。2019年阀门产业产值只有265亿元，2024年是2019年的6.1倍。",
        "2025年，高新技术企业达到612家，比2020年的255家增加357家，是2020年的4.2倍。",
        "2025年，全市高新技术企业842家，比2020年增加526家，是2020年的3.2倍。",
    ),
    good=(
        "2024年，全县香菇企业142家。1998年，这里只有2家作坊——二十六年过去，企业数量是当年的71倍。",
        "2024年，全市光伏装机增至506万千瓦；与2020年末的84.3万千瓦相比，已扩大到当时的6.0倍。",
        "全市高新技术企业由286家发展到741家，是2020年的2.6倍。",
        "2024年，全市储能产业产值900亿元，是2020年180亿元的5倍。",
        "2024年，全市阀门产业产值426亿元。2019年阀门产业产值只有265亿元，2024年是2019年的1.6倍。",
        "2025年，高新技术企业达到612家，比2020年的255家增加357家，是2020年的2.4倍。",
        "2025年，全市高新技术企业842家，比2020年增加526家，是2020年的2.7倍。",
        "2024年，全市充电桩达到6.0万个，是2021年的4倍。",
        "2024年，全市储能产业产值900亿元，占全省4500亿元的两成。",
    ),
)

IS = pattern(
    r"(?:[，,][^，,。；;、\d]{2,10})?[，,、（(]?[^，,。；;、\d]{0,4}(?:是|为|相当于|等于)[^，,。；;、（()]{0,14}?[（(]?"
)
TIMES = pattern(r"[）)]?[^，,。；;、\d]{0,6}的")

OF_BEFORE = pattern(
    r"[，,；;（(](?:已|已经|约|仅|只)?(?:是|为|相当于|达到?)(?:20\d\d年|[^，,。；;、\d]{0,2}[上去前]年|当时|当年|那时|原来|期初|年初)[^，,。；;、\d]{0,4}的"
)
"""Between what a figure became and how many times what it was before: 由286家增加到741家，是2020年的2.6倍."""

OF_YEAR = pattern(
    r"(?:^|[，,])(?:(?:到|至)?(?P<now>20\d\d)年(?:[末底])?)?(?:约|已|正好)?(?:是|为|相当于|达到?)(?P<year>20\d\d)年(?:[末底]|同期)?的$"
)
"""Before a multiple: the year that it is counted from, and maybe that of what is so many times as much."""
SINCE_YEAR = pattern(r"[，,]?[比较](?P<year>20\d\d)年(?:[末底])?(?:净)?增加了?")
"""Between a level and how many more that are than there were in a year."""
OF_THEN = pattern(
    r"相比[，,](?:已经?|现已)?(?:扩大|增长|提高|上升|增加|发展)?(?:到|至|为|是|相当于)了?(?:当时|那时|当年)的"
)
"""Between what a figure is compared with and how many times that it is."""
TOLD_OF_IT = frozenset((Kind.SHARE, Kind.RANK, Kind.GROWTH))
SINCE_THEN = pattern(
    r"(?:^|[，,])(?P<what>[^，,。；;、\d]{2,8}?)(?:则|更|已|约|已经)?(?:是|为|相当于)(?:当年|那时|当时|彼时)的(?:近|约)?$"
)
"""Before a multiple: what is so many times what it was at the time just told."""
LETTERS = 2

CHANGES_ONLY = {Kind.GROWTH, Kind.CHANGE}

ROUGH = Interval(0.9, 1.15)
"""How exactly a multiple in words is meant."""

WHOLE = Interval(0.97, 1.03)
"""The same for one in whole numbers, beside its rounding: 5倍 is said of 4.4 and of 5.6."""


def check(dossier: Dossier) -> Iterator[Relation]:
    for sentence in dossier.sentences():
        for first, second, multiple in zip(sentence, sentence[1:], sentence[2:], strict=False):
            now, other = (second, first) if _is_of_passage(first, second, multiple) else (first, second)
            if now is second or _is_multiple(now, other, multiple):
                yield _relation(now, other, multiple)
    for step in dossier.once(based):
        if _is_times(step.change):
            yield _relation(step.now, step.before, step.change)
    yield from _of_years(dossier)
    yield from _since_then(dossier)
    for sentence in dossier.sentences():
        yield from _of_then(sentence)
        yield from _of_added(sentence)


def _of_then(sentence: Sequence[Figure]) -> Iterator[Relation]:
    """Multiples of what the figure right before them was compared with, which are of the level told before that: 增至506万千瓦；与“十三五”末的84.3万千瓦相比，已扩大到当时的6倍."""
    for at, (before, multiple) in enumerate(itertools.pairwise(sentence)):
        if not (_is_times(multiple) and before.is_amount and before.is_compared_with):
            continue
        if not OF_THEN.fullmatch(before.document.text, before.end, multiple.start):
            continue
        levels = [one for one in sentence[:at] if one.is_amount and one.unit == before.unit]
        if levels and not levels[-1].is_told_aside:
            yield _relation(levels[-1], before, multiple)


def _of_added(sentence: Sequence[Figure]) -> Iterator[Relation]:
    """A level, how many more it is than in a year, and how many times as many: 842家，比2020年增加526家，是2020年的2.7倍."""
    for at, (before, added, multiple) in enumerate(zip(sentence, sentence[1:], sentence[2:], strict=False)):
        levels = [one for one in sentence[: at + 1] if one.is_amount and one.unit == added.unit]
        if not levels or not _is_times(multiple) or added.value <= 0:
            continue
        now = levels[-1]
        # What is told of the level between the two is no other amount: 842家，占13.6%，比2020年增加526家.
        apart = now is not before and before.statement.kind not in TOLD_OF_IT
        since = SINCE_YEAR.fullmatch(now.document.text, before.end, added.start)
        told = OF_YEAR.search(multiple.own_lead)
        if apart or since is None or told is None or since["year"] != told["year"]:
            continue
        said = Said(
            "times-by",
            now=bare(now),
            added=bare(added),
            value=like(multiple, now.value / max(now.value - added.value, 1e-9)),
            printed=bare(multiple),
        )
        yield Relation(Increase(now, added, multiple, once=1.0), "inconsistent-multiple", always(said))


def _since_then(dossier: Dossier) -> Iterator[Relation]:
    """Multiples of what there was at the time just told, each with the greatest figure of its kind that the text has told before: 1998年只有23家小作坊，
    产值1.2亿元…企业数量是当年的62倍，产值更是那时的322倍."""
    for sentence in dossier.sentences():
        for at, multiple in enumerate(sentence):
            told = SINCE_THEN.search(multiple.own_lead) if at and _is_times(multiple) else None
            if told is None:
                continue
            readings = []
            for before in (one for one in sentence[:at] if one.is_amount and one.year is not None):
                alike = [
                    one
                    for one in dossier.of_document(multiple)
                    if one.end <= multiple.statement.sentence.start
                    and one.unit == before.unit
                    and one.is_amount
                    and not (one.is_told_aside or one.is_of_larger_place)
                    and told["what"][:LETTERS] in dossier.topics.words(one.statement)
                ]
                if alike:
                    readings.append(_relation(max(alike, key=lambda one: one.value), before, multiple))
            if (found := unless_one_holds(readings, ALL_BUT_SAID)) is not None:
                yield found


def _of_years(dossier: Dossier) -> Iterator[Relation]:
    """Multiples that name the year that they are counted from: its figure stands in the sentence (比2020年的255家增加357家，是2020年的2.4倍), or is the
    one just told, and what is so many times as much is told elsewhere (2019年只有265亿元，2024年是2019年的1.6倍)."""
    for sentence in dossier.sentences():
        for at, multiple in enumerate(sentence):
            told = OF_YEAR.search(multiple.own_lead) if at and _is_times(multiple) else None
            if told is None:
                continue
            levels = [one for one in sentence[:at] if one.is_amount]
            if not levels or levels[-1].year != int(told["year"]):
                continue
            before = levels[-1]
            if told["now"] is not None:
                now = _only_of_year(int(told["now"]), before, dossier)
            else:
                first = levels[-2] if len(levels) > 1 else None
                is_other = before.is_compared_with and first is not None and first.unit == before.unit
                now = first if is_other and _kinds(sentence, before, multiple) <= CHANGES_ONLY else None
            if now is not None:
                yield _relation(now, before, multiple)


def _kinds(sentence: Sequence[Figure], first: Figure, last: Figure) -> set[Kind]:
    return {one.statement.kind for one in sentence if first.start < one.start < last.start}


def _only_of_year(year: int, like: Figure, dossier: Dossier) -> Figure | None:
    """The one figure that the document has for the measure of another in a year; None where it has several numbers for it."""
    found = [
        one
        for one in dossier.levels.get((like.topic.measure, like.statement.unit), ())
        if one.document is like.document
        and one.year == year
        and one.is_amount
        and not one.is_told_aside
        and (like.topic.subject in one.topic.subject or one.topic.subject in like.topic.subject)
    ]
    return found[0] if found and all(one.range.meets(found[0].range) for one in found) else None


def _relation(now: Figure, other: Figure, multiple: Figure) -> Relation:
    exact = WHOLE if multiple.statement.quantity.resolution >= 1 else ONE
    form = Product(
        (Factor(now), Factor(other, -1), Factor(multiple, -1)), ROUGH if multiple.is_in_words else exact
    )
    return Relation(form, "inconsistent-multiple", solving(form))


def _is_of_passage(before: Figure, now: Figure, multiple: Figure) -> bool:
    behind = now.document.text[now.end : multiple.start]
    return _is_times(multiple) and OF_BEFORE.fullmatch(behind) is not None and is_passage(before, now)


def _is_times(multiple: Figure) -> bool:
    share = multiple.statement
    return (
        share.kind is Kind.SHARE
        and share.unit == "1"
        and share.value > 0
        and share.comparator is Comparator.EQUAL
    )


def _is_multiple(now: Figure, other: Figure, multiple: Figure) -> bool:
    text = now.document.text
    # A hedge before the earlier figure is the multiple's: 约为2021年1.90亿元的7.5倍.
    is_hedged = other.statement.kind is Kind.LEVEL and other.statement.comparator is Comparator.ABOUT
    return (
        now.is_amount
        and (other.is_amount or is_hedged)
        and now.statement.unit == other.statement.unit
        and _is_times(multiple)
        and IS.fullmatch(text[now.end : other.start]) is not None
        and TIMES.fullmatch(text[other.end : multiple.start]) is not None
    )
