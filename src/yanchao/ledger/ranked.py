"""What a rank is of: how much there is of a thing, or how it grew.

经营主体增长6%、居全国第2位 and 增速居全国第2位 say one thing, and nothing of how many there are; 增加30万户、居全国第3位 ranks what came
to them. 规模居全国第2位 and 总量居全国第2位 rank the thing itself. A rank that was risen from (增长2倍、从全国第9位升至第5位) is that of
the thing, whatever stands before it.
"""

from __future__ import annotations

from yanchao.ledger.keys import FORMS
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern, replace
from yanchao.statements.statement import Kind, Statement

GOES_ON = pattern(r"[、，,\s]*(?:分别|均|都|双双)?(?:稳?居|位居|位列|名列|排名?|列|位于)?")
"""What may stand between a growth and the rank that it has."""

BY = {Kind.GROWTH: "by-growth", Kind.CHANGE: "by-change"}
GROWTH = "growth"


def ranked(statement: Statement, before: Statement | None, text: str, lexicon: Lexicon) -> Statement:
    """The statement of a rank with what it ranks by, where that is not the amount; `before` is the statement before it."""
    if statement.kind is not Kind.RANK:
        return statement
    form = lexicon.measure_by_word.get(statement.measure or "")
    if form is not None and form.id in (GROWTH, *FORMS) and _is_a_measure(statement.subject, lexicon):
        statement = replace(statement, measure=statement.subject, subject=None)
        return _by(statement, Kind.GROWTH) if form.id == GROWTH else statement
    if before is not None and before.kind in BY and _goes_on(before, statement, text):
        return _by(statement, before.kind)
    return statement


def _by(statement: Statement, kind: Kind) -> Statement:
    return replace(statement, qualifiers=statement.qualifiers | {BY[kind]})


def _is_a_measure(subject: str | None, lexicon: Lexicon) -> bool:
    """Whether the subject ends in something that is measured (规上工业增加值): the place alone (全市增速) does not."""
    words = subject or ""
    return any(words[start:] in lexicon.measure_by_word for start in range(len(words)))


def _goes_on(before: Statement, statement: Statement, text: str) -> bool:
    first, second = before.words("measure"), statement.words("measure")
    return (
        before.sentence == statement.sentence
        and first is not None
        and second is not None
        and (first.start, first.end) == (second.start, second.end)
        and GOES_ON.fullmatch(text, before.end, statement.start) is not None
    )
