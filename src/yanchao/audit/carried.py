"""Steps told over two sentences: the second says only what was before and by how much that changed.

全年销售汽车15.1万辆。销量较上年的13.7万辆增长10.2%; 最高负荷达5236.7万千瓦。去年夏天，这一数字还停留在4918.2万千瓦，一年间净增318.5万千瓦. What the change led to
is the figure just before that 这一数字 points to, else the one whose words the sentence takes up again, else any near one of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.steps import BY, CHANGES, DOUBLED, LEVELS, Step, is_of_one_span, is_yearly
from yanchao.quick import dataclass, pattern
from yanchao.statements.numerals import small_number
from yanchao.statements.statement import Comparator

COMPARED = pattern(
    r"^(?P<what>[^，,。；;、（()\d]{0,12}?)[，,]?(?:相?[比较](?![例重率])|与|同)(?:[^，,。；;、（()\d]|20\d\d年?|\d{1,2}月){0,10}的?$"
)
"""The opening of a sentence or clause up to the earlier level: 销量较上年同月的."""

OPENED, OPENED_CLOSES = pattern(r"^(?:若|如果?)?[与同]"), pattern(r"^(?:相比|比较|相较)[，,]?")
"""The words around an earlier level that 与 opens: 与2020年末的3.54万户相比，四年间翻了一番."""

SO_MANY_YEARS = pattern(r"(?P<number>[两二三四五六七八九十])年(?:间|来|内|年均|平均)")
"""Behind an earlier level: how long ago it was."""

POINTED_AT = pattern(
    r"^而?(?:去年|上年|前年|一年前|[两三四五]年前|同期|20\d\d年)[^，,。；;\d]{0,8}[，,]?这一?(?:数字|比重|比例|指标|数据|数|占比)[^，,。；;、\d]{0,8}$"
)
"""The same where it points back: 去年夏天，这一数字还停留在."""

FAR = 160
"""How far before, in characters, the present level may stand."""

MOST_LEVELS = 2
"""Figures before that are tried, where no word says which is meant."""

LETTERS = 2
MARKS = "，,；;。"


@dataclass(frozen=True, slots=True)
class Carried:
    """A change and the steps that it may be, one for each figure that it may have led to. `is_named` is whether words point to the one."""

    change: Figure
    readings: tuple[Step, ...]
    is_named: bool


def carried(dossier: Dossier) -> Iterator[Carried]:
    """The changes of the documents that go on from a figure of the sentence before."""
    for previous, sentence in dossier.in_a_row():
        if not previous:
            continue
        for at, before in enumerate(sentence[:-1]):
            if before.statement.kind in LEVELS and before.statement.comparator is Comparator.EQUAL:
                yield from _from(sentence, at, dossier)


def _from(sentence: Sequence[Figure], at: int, dossier: Dossier) -> Iterator[Carried]:
    before = sentence[at]
    own = [one for one in sentence[:at] if _are_alike(one, before) and not one.is_compared_with]
    text, begins = before.document.text, before.statement.sentence.start
    opening = text[begins : before.start]
    clause = opening[max(opening.rfind(mark) for mark in MARKS) + 1 :]
    points = POINTED_AT.search(opening) is not None
    compared = COMPARED.search(clause)
    if own or not (points or compared):
        return
    nows = [
        one
        for one in dossier.around(before)
        if one.end <= begins
        and before.start - one.end <= FAR
        and _are_alike(one, before)
        and not one.is_told_aside
    ]
    what = COMPARED.search(text[begins : sentence[0].start])
    named = [one for one in nows if what and takes_up(what["what"], one)]
    is_named = points or len(named) == 1
    nows = nows[-1:] if points else named if len(named) == 1 else (named or nows)[-MOST_LEVELS:]
    last = before
    for change in sentence[at + 1 :]:
        gap = text[last.end : change.start]
        if last is before and OPENED.search(clause):
            gap = OPENED_CLOSES.sub("", gap, count=1)
        gap += DOUBLED if change.text.startswith(DOUBLED) else ""
        told = SO_MANY_YEARS.search(text, before.end, change.start)
        if change.statement.kind not in (*CHANGES, before.statement.kind) or not BY.fullmatch(gap):
            return
        years = small_number(told["number"]) if told else None
        found = (Step(before, now, change, is_yearly(gap), years) for now in nows)
        readings = tuple(
            one for one in found if is_of_one_span(one, text[before.start - len(clause) : change.start])
        )
        if readings:
            yield Carried(change, readings, is_named)
        last = change


def takes_up(words: str, figure: Figure) -> bool:
    """Whether words before a comparison (销量, 新登记数量) have two characters, or the first of them, in common with what a figure is called."""
    called = (figure.statement.subject or "") + (figure.statement.measure or "") + figure.own_lead
    return any(words[at : at + LETTERS] in called for at in range(len(words) - LETTERS + 1)) or (
        len(words) == LETTERS and words.endswith("量") and words[0] in called
    )


def _are_alike(one: Figure, other: Figure) -> bool:
    a, b = one.statement, other.statement
    return a.kind is b.kind and a.unit == b.unit and a.comparator is Comparator.EQUAL
