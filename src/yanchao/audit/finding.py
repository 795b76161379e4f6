"""What a finding is: a place, a rule, the reason in words, and what the number would have to be."""

from __future__ import annotations

from enum import StrEnum

from yanchao.documents.editing import Edit
from yanchao.quick import dataclass


class Severity(StrEnum):
    """How sure the finding is."""

    ERROR = "error"  # proved: no reading of the printed figures lets it stand
    WARNING = "warning"  # likely: a person should look
    NOTE = "note"  # form or house style


@dataclass(frozen=True, slots=True)
class Range:
    """The range `[start, end)` of the text of the document with this URI."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that takes part in a finding: `document` is its URI, `note` says which part it plays."""

    document: str
    start: int
    end: int
    note: str
    note_en: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `document` is the source as it was given; `start` and `end` are a range of its text.

    `rule` is the stable code (`YC101`), `name` the fault's name (`impossible-share`), `message` one sentence
    for an editor, `relation` the arithmetic written out with its numbers (empty for faults of form),
    `suggest` the text that would have to stand there, None where nothing can be said. `message_en` and
    `relation_en` say the same in English, for pages in two languages.

    `repair` is what mends it for certain: the least edits of the document's text that leave one reading only, as the
    rule says. Empty where there is no such repair, and then `suggest`, if any, is a proposal for a person to judge.
    """

    document: str
    start: int
    end: int
    rule: str
    name: str
    severity: Severity
    message: str
    relation: str = ""
    suggest: str | None = None
    related: tuple[Related, ...] = ()
    message_en: str = ""
    relation_en: str = ""
    repair: tuple[Edit, ...] = ()


_OF_WRITING = ("YC3", "YC8", "YC9")
"""Codes of rules on how a figure is written or silenced; the others are about its value."""


def doubts_value(severity: str, rule: str) -> bool:
    """Whether a finding of this severity, by the rule with this code, holds what a figure says to be wrong for certain."""
    return severity == Severity.ERROR and not rule.startswith(_OF_WRITING)
