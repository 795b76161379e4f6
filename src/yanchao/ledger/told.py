"""What the sentence around a figure tells of its series, where the reader's words for it do not.

Four things, each of which would otherwise let two figures meet that are about two things, or part two that are about one:

- 年均 before a list (一二三产年均分别增长3.5%、6%) holds for every member of it, not for the first alone;
- growth told of several past years is growth over all of them, and 翻一番 is so even as a target;
- 新建 tells what was built in a period, as 建成 and 建设 do, while 新增 tells by how much a stock grew;
- a word that names a kind of thing and nothing of its own (5个县, 投资120亿元) says nothing without the words around it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from yanchao.ledger.periods import FRAME
from yanchao.ledger.series import SeriesKey
from yanchao.ledger.wording import any_of, words
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.statement import Kind, Statement, Status

CUT = pattern(r"[，。；！？：\n]")
YEARLY = pattern(r"年均|年平均|平均每年|每年平均")
GROWING = pattern(r"增[长速加]|提[高升]|下降|降低|上升|扩大|减少|压减")
NEARBY = 24
"""How far before a figure its clause is searched for what counts it, as the reader does."""

NET = pattern(r"新增|净增|新认定|新设|新培育")
MULTIPLIED = pattern(r"[翻倍]")
OF_A_YEAR = frozenset({"annual-average", "month-on-month", "since-start"})
FIGURES = pattern(r"[0-9０-９.．%％‰:：]+")
COUNTED = ("count", "person", "visit", "household")
MEMBERS_END = pattern(r"[0-9０-９、和及]")
LEAST, LONGEST = 12, 40
"""Characters of a clause that tell a bare word's things from others of their kind."""


def told(statement: Statement, text: str) -> Statement:
    """The statement with the qualifiers that its sentence gives it."""
    qualifiers = set(statement.qualifiers)
    if statement.kind in (Kind.GROWTH, Kind.CHANGE) and not qualifiers & OF_A_YEAR:
        if _is_yearly_average(statement, text):
            qualifiers.add("annual-average")
        elif _is_over_the_frame(statement, text):
            qualifiers.add("since-start")
    if "new" in qualifiers and statement.kind is Kind.LEVEL and not NET.search(_before(statement, text)):
        qualifiers.discard("new")
    if qualifiers == statement.qualifiers:
        return statement
    return replace(statement, qualifiers=frozenset(qualifiers))


def by_its_clause(key: SeriesKey, statement: Statement, text: str, lexicon: Lexicon) -> SeriesKey:
    """The key, with the words of its clause as subject where its measure is a bare word about a place.

    The same clause in another document (a report and its print in a newspaper) still gives the same series.
    """
    if key.kind is not Kind.LEVEL or key.subject not in lexicon.regions:
        return key
    measure = "".join((statement.measure or "").split())
    if measure not in words("bare"):
        return key
    return replace(key, subject=f"{key.subject}·{_clause_words(statement, text)}", measure=measure)


def by_what_is_done(key: SeriesKey, statement: Statement, text: str, lexicon: Lexicon) -> SeriesKey:
    """The key, with what happens to the things counted where that makes them others (惠及, 获评, 引入)."""
    counted = key.unit.startswith(COUNTED)
    if (
        not counted
        or key.kind is not Kind.LEVEL
        or key.measure in lexicon.measures
        or key.measure in words("bare")
    ):
        return key
    start = max(_clause_start(statement, text), statement.start - NEARBY)
    end = min(_clause_end(statement, text), statement.end + NEARBY)
    around = (
        MEMBERS_END.split(text[start : statement.start])[-1],
        MEMBERS_END.split(text[statement.end : end])[0],
    )
    done = [verb for part in around for verb in _doing().findall(part) if verb not in key.measure]
    return replace(key, subject=f"{key.subject}·{'、'.join(dict.fromkeys(done))}") if done else key


@cache
def _doing() -> re.Pattern[str]:
    return pattern(any_of("doing"))


def _is_yearly_average(statement: Statement, text: str) -> bool:
    """Whether 年均 stands before the figure with no other verb of growth but the one that gives it."""
    found = list(YEARLY.finditer(text, _clause_start(statement, text), statement.start))
    return bool(found) and len(GROWING.findall(text, found[-1].end(), statement.start)) <= 1


def _is_over_the_frame(statement: Statement, text: str) -> bool:
    frame = FRAME.fullmatch(statement.period or "")
    if frame is None or frame[1] == frame[2] or statement.kind is not Kind.GROWTH:
        return False
    return (
        statement.status is not Status.TARGET
        or MULTIPLIED.search(text, statement.start, statement.end) is not None
    )


def _before(statement: Statement, text: str) -> str:
    return text[max(_clause_start(statement, text), statement.start - NEARBY) : statement.start]


def _clause_start(statement: Statement, text: str) -> int:
    start = statement.sentence.start
    for cut in CUT.finditer(text, start, statement.start):
        start = cut.end()
    return start


def _clause_end(statement: Statement, text: str) -> int:
    cut = CUT.search(text, statement.end, statement.sentence.end)
    return statement.sentence.end if cut is None else cut.start()


def _clause_words(statement: Statement, text: str) -> str:
    """The clause without its figures, with the one before where it is too short to tell anything (提出6项指标)."""
    starts = [
        statement.sentence.start,
        *(cut.end() for cut in CUT.finditer(text, statement.sentence.start, statement.start)),
    ]
    end = _clause_end(statement, text)
    own = _without_figures(text[starts[-1] : end])
    if len(own) < LEAST and len(starts) > 1:
        own = _without_figures(text[starts[-2] : end])
    return own[:LONGEST]


def _without_figures(words: str) -> str:
    return "".join(FIGURES.sub("", words).split())
