"""How sure a statement is of being right in every field: a logistic model over a few named signs.

Signs are what reading a figure leaves behind anyway: which construction it was, how far its subject and period come from.
What the statements of a text leave together says more: a reader knows some kinds of text better than others, and what it
finds in one (few figures, names that no pack lists, no time) shows which it is.

`signs.csv` says how much each weighs; `benchmarks/confidence.py` measures that on labelled texts, and what the result is
worth on texts that it was not measured on. A confidence is the share of right ones among statements with the same signs;
it cannot know that one place or one time is wrong for a whole text.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import lru_cache
from math import exp
from pathlib import Path

from yanchao.quick import dataclass, replace
from yanchao.statements.context import Filling
from yanchao.statements.grammar import UNLISTED, Grammar
from yanchao.statements.statement import Evidence, Kind, Origin, Statement

TABLE = Path(__file__).with_name("signs.csv")

SIGNS = (
    "counted-after", "unlisted-measure", "long-measure", "economy-measure", "subject-of-the-whole", "whose-is-not-said",
    "subject-shared", "growth", "share-without-base", "no-period", "period-of-a-frame", "period-of-a-heading",
    "opens-sentence", "late-in-sentence",
)  # fmt: skip
(
    _COUNTED_AFTER, _UNLISTED, _LONG, _ECONOMY, _OF_THE_WHOLE, _NOT_SAID, _SHARED, _GROWTH, _NO_BASE, _NO_PERIOD,
    _FRAMED, _HEADED, _OPENS, _LATE,
) = (1 << bit for bit in range(len(SIGNS)))  # fmt: skip

TEXT_SIGNS = ("few-figures", "many-figures", "unlisted-text", "placed-by-title", "undated-text")
"""Signs of a whole text, which every statement of it has."""

_FEW, _MANY = 20, 40
"""Fewer statements than most news holds; as many as a report or a communiqué."""

_UNLISTED_SHARE, _TITLE_SHARE, _UNDATED_SHARE = 0.4, 0.5, 0.25

_LONG_MEASURE = 8
_LATE_FIGURE = 5
_GROWS, _SHARES = Kind.GROWTH, Kind.SHARE
_FAR = frozenset((Origin.TITLE, Origin.DOCUMENT, Origin.HEADING, Origin.FRAME))
_IN_SENTENCE, _IN_FRAME, _IN_HEADING = Origin.SENTENCE, Origin.FRAME, Origin.HEADING


@dataclass(frozen=True, slots=True)
class Sign:
    """One row of `signs.csv`."""

    name: str
    weight: float
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Sureness:
    """The confidence of all statements with the same `signs`."""

    confidence: float
    signs: tuple[str, ...]


def sureness(
    filling: Filling,
    measure: str | None,
    subject: Evidence | None,
    period: Evidence | None,
    place: int,
    grammar: Grammar,
) -> Sureness:
    """How sure a statement is; `subject` and `period` are their evidence, `place` counts the sentence's figures before it."""
    signs = 0
    scope = _scope(measure, grammar) if measure is not None else ""
    if filling.construction == "counted-after":
        signs |= _COUNTED_AFTER
    if scope == "":
        signs |= _UNLISTED
    elif scope == "economy":
        signs |= _ECONOMY
    if measure is not None and len(measure) > _LONG_MEASURE:
        signs |= _LONG
    if subject is None or subject.origin in _FAR:
        signs |= _OF_THE_WHOLE if scope == "economy" else _OF_THE_WHOLE | _NOT_SAID
    elif subject.origin is _IN_SENTENCE and not subject.inherited:
        signs |= _SHARED
    if filling.kind is _GROWS:
        signs |= _GROWTH
    elif filling.kind is _SHARES and filling.base is None:
        signs |= _NO_BASE
    if period is None:
        signs |= _NO_PERIOD
    elif period.origin is _IN_FRAME:
        signs |= _FRAMED
    elif period.origin is _IN_HEADING:
        signs |= _HEADED
    if not place:
        signs |= _OPENS
    elif place >= _LATE_FIGURE:
        signs |= _LATE
    return _weighed(signs)


def in_its_text(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of one text with the signs of the text, and as sure as these leave them."""
    shared = text_signs(statements)
    return tuple(_with_signs(statement, (*_own_signs(statement.signs), *shared)) for statement in statements)


def by_itself(statement: Statement) -> Statement:
    """A statement without the signs of its text: what its own words leave of it, whatever else the text states."""
    return _with_signs(statement, _own_signs(statement.signs))


def _with_signs(statement: Statement, signs: tuple[str, ...]) -> Statement:
    return replace(statement, signs=signs, confidence=confidence(signs))


@lru_cache(maxsize=1 << 12)
def _own_signs(signs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sign for sign in signs if sign not in TEXT_SIGNS)


def text_signs(statements: Sequence[Statement]) -> tuple[str, ...]:
    """What the statements of a text show of the text, in the order of `TEXT_SIGNS`."""
    number = len(statements)
    if not number:
        return ()
    unlisted = sum("unlisted-measure" in statement.signs for statement in statements)
    titled = sum(
        where is not None and where.origin is Origin.TITLE
        for where in (statement.words("region") for statement in statements)
    )
    undated = sum(statement.period is None for statement in statements)
    shown = (
        number < _FEW,
        number >= _MANY,
        unlisted > _UNLISTED_SHARE * number,
        titled > _TITLE_SHARE * number,
        undated > _UNDATED_SHARE * number,
    )
    return tuple(name for name, is_shown in zip(TEXT_SIGNS, shown, strict=True) if is_shown)


@lru_cache(maxsize=4096)
def _scope(measure: str, grammar: Grammar) -> str:
    """The scope of the listed measure that the words end in; empty where no pack lists one."""
    found = grammar.measure_at_end(measure, 0, len(measure))
    return "" if found is None or found[1] is UNLISTED else found[1].scope


@lru_cache(maxsize=1 << len(SIGNS))
def _weighed(signs: int) -> Sureness:
    names = tuple(name for bit, name in enumerate(SIGNS) if signs >> bit & 1)
    return Sureness(confidence(names), names)


@lru_cache(maxsize=1 << 12)
def confidence(signs: tuple[str, ...]) -> float:
    """The share of right statements that the weights give for these signs, to three digits."""
    table = known_signs()
    odds = sum((table[name].weight for name in signs), table["always"].weight)
    return round(1 / (1 + exp(-odds)), 3)


@lru_cache(maxsize=1)
def known_signs() -> dict[str, Sign]:
    """Every row of `signs.csv` by name."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {
        row["sign"]: Sign(row["sign"], float(row["weight"]), row["zh"], row["en"])
        for row in csv.DictReader(lines)
    }
