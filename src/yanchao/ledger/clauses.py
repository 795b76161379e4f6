"""The clause of a figure: from the last comma or full stop before it to the next one behind it."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.statement import Statement

CUT = pattern(r"[，。；！？：\n]")
FIGURES = pattern(r"[0-9０-９.．%％‰:：]+")
OF_WHICH = pattern(r"\s*(?:这?其中|当中)")
"""What opens a clause about parts of the thing before."""


def clause_starts(statement: Statement, text: str) -> list[int]:
    """Where the clauses of its sentence up to the figure begin, its own the last."""
    start = statement.sentence.start
    return [start, *(cut.end() for cut in CUT.finditer(text, start, statement.start))]


def clause_start(statement: Statement, text: str) -> int:
    return clause_starts(statement, text)[-1]


def clause_end(statement: Statement, text: str) -> int:
    cut = CUT.search(text, statement.end, statement.sentence.end)
    return statement.sentence.end if cut is None else cut.start()


def without_figures(words: str) -> str:
    """The words without figures and spaces: what two tellings of the same thing have in common."""
    return "".join(FIGURES.sub("", words).split())
