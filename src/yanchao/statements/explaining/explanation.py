"""What can be said of how one figure was read, gathered from its statement and its document."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from yanchao.documents.document import Document
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern
from yanchao.statements.confidence import Sign, known_signs
from yanchao.statements.constructions import constructions
from yanchao.statements.statement import Evidence, Extraction, Statement

_YEAR = pattern(r"\d{4}")


class Derived(StrEnum):
    """How a value came from its words, where it is not the words themselves."""

    NAME = "name"  # the packs know the words as a place or a cluster
    DATE = "date"  # 去年, 前三季度: counted from the date of the text or the year before it
    TITLE = "title"  # the last year of the plan that the words name
    MIDDLE = "middle"  # of a range


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one field has its value: the evidence, its words, how the value came from them, and what the value is called."""

    field: str
    value: str
    evidence: Evidence
    words: str
    derived: Derived | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One figure of a document: its number there (from 1), its words, and why every field has its value.

    `example` is a sentence that its construction was made for. `signs` are what speaks for or against it.
    """

    document: Document
    number: int
    statement: Statement
    words: str
    example: str | None
    reasons: tuple[Reason, ...]
    signs: tuple[Sign, ...]


def explain(extraction: Extraction, lexicon: Lexicon) -> tuple[Explanation, ...]:
    """An explanation of every figure of a document, in order of their place."""
    document = extraction.document
    examples = {each.name: each.examples[0].sentence for each in constructions() if each.examples}
    table = known_signs()
    return tuple(
        Explanation(
            document,
            number,
            statement,
            _joined(document.text[statement.start : statement.end]),
            examples.get(statement.construction),
            tuple(_reasons(statement, document, lexicon)),
            tuple(table[sign] for sign in statement.signs),
        )
        for number, statement in enumerate(extraction.statements, 1)
    )


def _reasons(statement: Statement, document: Document, lexicon: Lexicon) -> Iterator[Reason]:
    for evidence in statement.grounds():
        words = _joined(document.text[evidence.start : evidence.end])
        value = _value(statement, evidence.field)
        name = _name(evidence.field, value, lexicon)
        yield Reason(evidence.field, value, evidence, words, _derived(statement, evidence, words, name), name)


def _value(statement: Statement, field: str) -> str:
    """The value of a field in the text of a record; a range with both its ends."""
    if field != "value":
        return str(getattr(statement, field))
    low, high = statement.quantity.low, statement.quantity.high
    value = _plain(f"{statement.value:f}")
    return value if low is None or high is None else f"{value} ({_plain(f'{low:f}')}–{_plain(f'{high:f}')})"


def _plain(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


def _name(field: str, value: str, lexicon: Lexicon) -> str | None:
    """What the packs call a region or a cluster."""
    if field == "region" and (region := lexicon.place(value)) is not None:
        return region.name
    if field == "cluster" and value in lexicon.clusters:
        return lexicon.clusters[value].name
    return None


def _derived(statement: Statement, evidence: Evidence, words: str, name: str | None) -> Derived | None:
    if name is not None and evidence.start < evidence.end:
        return Derived.NAME
    if evidence.field == "period" and evidence.start < evidence.end:
        source = statement.words("source")
        if source is not None and source.start <= evidence.start < source.end:
            return Derived.TITLE
        return None if _YEAR.search(words) else Derived.DATE
    if evidence.field == "value" and statement.quantity.low is not None:
        return Derived.MIDDLE
    return None


def _joined(words: str) -> str:
    return "".join(words.split())
